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

// A paper as a Word file: real headings, lists and tables, so that it can be read out, searched and gone through.

const centred = (children: TextRun[]) => new Paragraph({ alignment: AlignmentType.CENTER, children })

const cell = (text: string, strong = false) =>
  new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: strong })] })] })

const blocksOf = (block: Block): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        }),
      ]
    case 'text':
      return [new Paragraph({ text: block.text })]
    case 'list':
      return block.lines.map(
        (line) =>
          new Paragraph({
            bullet: { level: 0 },
            children: [
              ...(line.marks.length > 0
                ? [new TextRun({ text: `[${line.marks.join('; ')}] `, bold: true })]
                : []),
              new TextRun(line.text),
            ],
          }),
      )
    case 'table':
      return [
        new Paragraph({ children: [new TextRun({ text: block.caption, bold: true })] }),
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

export const wordFile = (paper: Paper): Promise<Buffer> =>
  Packer.toBuffer(
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
            new Paragraph({ text: paper.title, heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: `${paper.marking}. ${paper.standing} ${paper.watermark}.` }),
            ...paper.blocks.flatMap(blocksOf),
          ],
        },
      ],
    }),
  )
