import type { Block } from '../../app/domain/minutes/paper'
import { bold } from './pdf-letters'

type Table = Extract<Block, { kind: 'table' }>
type Document = PDFKit.PDFDocument

export const drawTable = (document: Document, parent: PDFKit.PDFStructureElement, table: Table): void => {
  const left = document.x
  document.table({
    structParent: parent,
    columnStyles: table.head.map(() => '*'),
    data: [
      table.head.map((text) => ({ text, type: 'TH', scope: 'Column', font: { src: bold } })),
      ...table.rows.map((row) => row.map((text) => ({ text }))),
    ],
    // The types of pdfkit know no scope of a head.
  } as never)
  document.x = left
}
