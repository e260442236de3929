import type { Block, Paper } from '../../app/domain/minutes/paper'
import { wholeText } from '../../app/domain/whole-text'

// The gate for texts stands where commands are read. What was recorded before it stood there, or written into the tables
// by other hands, is no reason why whoever may read the minutes cannot open them.

const wholeBlock = (block: Block): Block => {
  switch (block.kind) {
    case 'list':
      return {
        kind: 'list',
        lines: block.lines.map(({ text, marks }) => ({ text: wholeText(text), marks: marks.map(wholeText) })),
      }
    case 'table':
      return {
        kind: 'table',
        caption: wholeText(block.caption),
        head: block.head.map(wholeText),
        rows: block.rows.map((row) => row.map(wholeText)),
      }
    default:
      return { ...block, text: wholeText(block.text) }
  }
}

/** The paper with every text such that a file can hold it. */
export const wholePaper = ({ title, standing, marking, watermark, blocks, fileName }: Paper): Paper => ({
  title: wholeText(title),
  standing: wholeText(standing),
  marking: wholeText(marking),
  watermark: wholeText(watermark),
  blocks: blocks.map(wholeBlock),
  fileName,
})
