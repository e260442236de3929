import type { Block, Paper } from '../../app/domain/minutes/paper'
import { wholeText } from '../../app/domain/whole-text'

// Every text of a paper, for what a kind of file can hold of it.

type Mend = (text: string) => string

const mendedBlock = (block: Block, mend: Mend): Block => {
  switch (block.kind) {
    case 'list':
      return {
        kind: 'list',
        lines: block.lines.map(({ text, marks }) => ({ text: mend(text), marks: marks.map(mend) })),
      }
    case 'table':
      return {
        kind: 'table',
        caption: mend(block.caption),
        head: block.head.map(mend),
        rows: block.rows.map((row) => row.map(mend)),
      }
    default:
      return { ...block, text: mend(block.text) }
  }
}

export const withTexts = (
  { title, standing, marking, watermark, blocks, fileName }: Paper,
  mend: Mend,
): Paper => ({
  title: mend(title),
  standing: mend(standing),
  marking: mend(marking),
  watermark: mend(watermark),
  blocks: blocks.map((block) => mendedBlock(block, mend)),
  fileName,
})

/**
 * The gate for texts stands where commands are read. What was recorded before it stood there, or written into the tables by
 * other hands, is no reason why whoever may read the minutes cannot open them.
 */
export const wholePaper = (paper: Paper): Paper => withTexts(paper, wholeText)
