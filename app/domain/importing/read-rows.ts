import type { Day } from '../dates/day'
import type { Reading } from './cell-types'
import { shortened, quoted, type Finding } from './finding'
import {
  columnsOf,
  importKeys,
  isReferred,
  referredBy,
  type Column,
  type ImportFile,
  type RowOf,
} from './import-columns'
import type { RawFile, RawRow } from './import-folder'
import { flatMapInPieces, type InPieces } from './pieces'

// A file's text becomes rows of values under the names of the columns. Null is not recorded; undefined is not known,
// because the cell is at fault and its finding has been made.

export type ReadCells<F extends ImportFile> = { [C in keyof RowOf<F>]?: RowOf<F>[C] | undefined }

export interface ReadRow<F extends ImportFile> {
  line: number
  cells: ReadCells<F>
}

export interface ReadFile<F extends ImportFile> {
  rows: ReadRow<F>[]
  /** False where some of its lines could not be told: what refers to them is then not judged. */
  whole: boolean
  findings: Finding[]
}

export type ReadFolder = { [F in ImportFile]: ReadFile<F> }

/** A row that knows its panel, unless that cannot be told. */
export interface PlacedRow<F extends ImportFile> extends ReadRow<F> {
  panel: string | undefined
}
export type PlacedFolder = { [F in ImportFile]: PlacedRow<F>[] }

type Values = Record<string, unknown>

const headerLine = 1
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

const checkHeader = (file: ImportFile, name: string, header: readonly string[]): Finding[] => {
  const at = (column: string | null, problem: string, mend: string): Finding => ({
    file: name,
    line: headerLine,
    column,
    problem,
    mend,
  })
  const columns = columnsOf(file)
  const names = columns.map(([column]) => column)
  if (isBlank(header)) {
    return [at(null, 'has no header', `begin with the names of its columns: ${shortened(names)}`)]
  }
  const [only = ''] = header
  if (header.length === 1 && /[;\t]/.test(only)) {
    return [at(null, 'separates its cells by something else than a comma', 'save it as CSV with commas')]
  }
  const findings: Finding[] = []
  header.forEach((column, index) => {
    const place = header.indexOf(column)
    if (column === '') findings.push(at(null, `column ${index + 1} has no name`, 'name it, or take it out'))
    else if (!names.includes(column)) {
      const shown = quoted(column)
      findings.push(
        at(shown.slice(1, -1), `${shown} is not a column of ${name}`, `the columns are ${shortened(names)}`),
      )
    } else if (place < index) {
      findings.push(
        at(column, `stands in the header twice, as columns ${place + 1} and ${index + 1}`, 'keep one'),
      )
    }
  })
  for (const [column, { required }] of columns) {
    if (required && !header.includes(column)) {
      findings.push(at(column, 'is missing from the header', 'add the column; it is required'))
    }
  }
  return findings
}

const readCell = ({ required, type }: Column, text: string, today: Day): Reading<unknown> => {
  if (text !== '') return type.read(text, today)
  if (!required) return { ok: true, value: null }
  const allowed = type.values ? `${type.says}: ${shortened(type.values)}` : type.says
  return { ok: false, problem: 'is empty', mend: `it is required: ${allowed}` }
}

export function* readRows<F extends ImportFile>(file: F, raw: RawFile, today: Day): InPieces<ReadFile<F>> {
  const header = raw.header.map((name) => name.trim())
  const findings: Finding[] = [...raw.faults]
  // A file that broke before its first line has said so already.
  if (raw.header.length > 0 || raw.faults.length === 0) findings.push(...checkHeader(file, raw.name, header))
  const own: readonly string[] = [...importKeys[file].key, ...(isReferred(file) ? [referredBy[file]] : [])]
  const columns = columnsOf(file).flatMap(
    ([name, column]): { name: string; column: Column; index: number }[] => {
      const index = header.indexOf(name)
      return index < 0 && column.required ? [] : [{ name, column, index }]
    },
  )
  /** Of a line whose cells may have shifted, only its own reference is kept, so that others may point at it. */
  const ownReference = ({ name, column }: { name: string; column: Column }) =>
    own.includes(name) && column.type.refersTo === undefined

  const readRow = ({ line, cells }: RawRow): Values => {
    const values: Values = {}
    const aligned = cells.length === header.length
    if (!aligned) {
      const mend = 'give each column its cell, and quotation marks to a cell that holds a comma'
      const problem = `has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${header.length}`
      findings.push({ file: raw.name, line, column: null, problem, mend })
    }
    for (const { name, column, index } of aligned ? columns : columns.filter(ownReference)) {
      const reading = readCell(column, (cells[index] ?? '').trim(), today)
      values[name] = reading.ok ? reading.value : undefined
      if (!reading.ok && aligned) {
        findings.push({ file: raw.name, line, column: name, problem: reading.problem, mend: reading.mend })
      }
    }
    return values
  }

  const rows = yield* flatMapInPieces(raw.rows, (row) =>
    isBlank(row.cells) ? [] : [{ line: row.line, cells: readRow(row) as ReadCells<F> }],
  )
  const whole = raw.faults.length === 0 && own.every((name) => header.includes(name))
  return { rows, whole, findings }
}
