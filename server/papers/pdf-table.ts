import type { Block } from '../../app/domain/minutes/paper'
import { bold, regular } from './pdf-letters'

// A table of a paper. Columns are as wide as what stands in them asks for; a row that is taller than a page goes on in a
// row below, since the table of pdfkit would cut it off at the end of the page, and an action of somebody's with it.

type Table = Extract<Block, { kind: 'table' }>
type Document = PDFKit.PDFDocument

const padding = 3

/** The narrow get what they ask for, the wide share what is left. */
export const sharedWidths = (asked: readonly number[], room: number): number[] => {
  const widths = [...asked]
  let left = room
  const narrowFirst = asked.map((width, column) => ({ width, column })).sort((a, b) => a.width - b.width)
  narrowFirst.forEach(({ width, column }, index) => {
    widths[column] = Math.min(width, left / (asked.length - index))
    left -= widths[column]
  })
  return widths.map((width) => width + left / asked.length)
}

const widestLine = (document: Document, text: string) =>
  Math.max(...text.split('\n').map((line) => document.widthOfString(line)))

const widthsOf = (document: Document, { head, rows }: Table, room: number): number[] => {
  document.font(bold)
  const heads = head.map((text) => widestLine(document, text))
  document.font(regular)
  const asked = heads.map((width, column) =>
    Math.max(width, ...rows.map((row) => widestLine(document, row[column] ?? ''))),
  )
  // A line that is measured to fit exactly would be broken by a hair.
  return sharedWidths(
    asked.map((width) => width + 2 * padding + 1),
    room,
  )
}

/** The text in parts, none of them taller than a page: parted between words where there are words. */
const partsOf = (text: string, fits: (part: string) => boolean): string[] => {
  const parts: string[] = []
  let rest = text
  while (rest !== '' && !fits(rest)) {
    const letters = [...rest]
    let [most, tooMany] = [1, letters.length]
    while (tooMany - most > 1) {
      const half = Math.floor((most + tooMany) / 2)
      if (fits(letters.slice(0, half).join(''))) most = half
      else tooMany = half
    }
    const whole = letters.slice(0, most).join('')
    const part = /^[\s\S]*\s(?=\S*$)/.exec(whole)?.[0] ?? whole
    parts.push(part.trimEnd())
    rest = rest.slice(part.length).trimStart()
  }
  return [...parts, rest]
}

const rowsThatFit = (document: Document, row: readonly string[], widths: readonly number[]): string[][] => {
  const tallest = document.page.maxY() - document.page.margins.top - 4 * padding
  const cells = row.map((text, column) =>
    partsOf(
      text,
      (part) => document.heightOfString(part, { width: (widths[column] ?? 0) - 2 * padding }) <= tallest,
    ),
  )
  const count = Math.max(...cells.map((parts) => parts.length))
  return Array.from({ length: count }, (_, part) =>
    cells.map((parts, column) =>
      column === 0 && part > 0 && parts[part] === undefined
        ? `${parts.at(-1)} (continued)`
        : (parts[part] ?? ''),
    ),
  )
}

export const drawTable = (document: Document, parent: PDFKit.PDFStructureElement, table: Table): void => {
  const left = document.x
  const widths = widthsOf(document, table, document.page.width - left - document.page.margins.right)
  document.font(regular)
  const rows = table.rows.flatMap((row) => rowsThatFit(document, row, widths))
  document.table({
    structParent: parent,
    defaultStyle: { padding },
    columnStyles: widths,
    data: [
      table.head.map((text) => ({ text, type: 'TH', scope: 'Column', font: { src: bold } })),
      ...rows.map((row) => row.map((text) => ({ text }))),
    ],
    // The types of pdfkit know no scope of a head, and no width of a column that is a number.
  } as never)
  document.x = left
}
