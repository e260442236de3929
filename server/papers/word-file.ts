import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Paper } from '../../app/domain/minutes/paper'
import { wholePaper } from './paper-texts'

// A paper as a Word file: real headings, lists and tables, so that it can be read out, searched and gone through.

const centred = (children: TextRun[]) => new Paragraph({ alignment: AlignmentType.CENTER, children })

/** Word takes a new line in a text for a space: each line is a run that begins with a break. */
const runs = (text: string, bold?: true): TextRun[] =>
  text
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ text: line, ...(bold ? { bold } : {}), ...(index > 0 ? { break: 1 } : {}) }),
    )

const cell = (text: string, strong?: true) =>
  new TableCell({ children: [new Paragraph({ children: runs(text, strong) })] })

const blocksOf = (block: Block): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          children: runs(block.text),
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        }),
      ]
    case 'text':
      return [new Paragraph({ children: runs(block.text) })]
    case 'list':
      return block.lines.map(
        (line) =>
          new Paragraph({
            bullet: { level: 0 },
            children: [
              ...(line.marks.length > 0 ? runs(`[${line.marks.join('; ')}] `, true) : []),
              ...runs(line.text),
            ],
          }),
      )
    case 'table':
      return [
        new Paragraph({ children: runs(block.caption, true) }),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            new TableRow({ tableHeader: true, children: block.head.map((text) => cell(text, true)) }),
            ...block.rows.map(
              (row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text)) }),
            ),
          ],
        }),
        new Paragraph({ text: '' }),
      ]
    default:
      return block satisfies never
  }
}

export const wordFile = (given: Paper): Promise<Buffer> => {
  const paper = wholePaper(given)
  return Packer.toBuffer(
    new Document({
      title: paper.title,
      creator: 'Panelroom',
      lastModifiedBy: 'Panelroom',
      styles: { default: { document: { run: { language: { value: 'en-GB' } } } } },
      sections: [
        {
          headers: {
            default: new Header({
              children: [
                centred([new TextRun({ text: paper.marking, bold: true })]),
                centred([new TextRun(paper.watermark)]),
              ],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                centred([
                  new TextRun(`${paper.marking}. ${paper.watermark}. Page `),
                  new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ]),
              ],
            }),
          },
          children: [
            new Paragraph({ children: runs(paper.title), heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ children: runs(`${paper.marking}. ${paper.standing} ${paper.watermark}.`) }),
            ...paper.blocks.flatMap(blocksOf),
          ],
        },
      ],
    }),
  )
}
