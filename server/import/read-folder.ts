import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import type { Finding } from '../../app/domain/importing/finding'
import type { RawFile, RawRow } from '../../app/domain/importing/import-folder'
import { atOnce, type InPieces } from '../../app/domain/importing/pieces'

// A directory's CSV files as lines of cells, each with the number of the line it starts on. Nothing is judged here but
// whether the bytes are text and the text is CSV; a file that is neither says so as a finding.

const fault = (file: string, line: number, problem: string, mend: string): Finding => ({
  file,
  line,
  column: null,
  problem,
  mend,
})

const lineBreaks = (text: string): number => text.split('\n').length - 1

/** The text, without a byte order mark; undefined if the bytes are not UTF-8. */
const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The first line that is not UTF-8. A line break is never part of another character, so lines can be tried alone. */
const lineOfBadBytes = (bytes: Uint8Array): number => {
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start)
    const stop = end < 0 ? bytes.length : end
    if (decode(bytes.subarray(start, stop)) === undefined) return line
    start = stop + 1
  }
  return 1
}

const quoteFault = (file: string, error: CsvError, linesBefore: number, nextLine: number): Finding => {
  const line = typeof error['lines'] === 'number' ? linesBefore + error['lines'] : nextLine
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return fault(
      file,
      nextLine,
      'a quotation mark opens here or below and is never closed',
      'close it, or take it out',
    )
  }
  if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE') {
    const mend = 'put the whole cell in quotation marks and double each mark inside it'
    return fault(file, line, 'a quotation mark stands inside a cell', mend)
  }
  return fault(file, line, 'this line cannot be read as CSV', 'save the file again as CSV with commas')
}

/** About so many letters are read at a time. */
const pieceLength = 16_384

/** Whole lines, some at a time: cut only where no quotation mark is open, so that each can be read by itself. */
function* cut(text: string, length: number): Generator<string> {
  for (let start = 0, end = 0; start < text.length; start = end) {
    let open = false
    do {
      const next = text.indexOf('\n', end)
      const line = text.slice(end, next < 0 ? undefined : next + 1)
      for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) open = !open
      end += line.length
    } while (end < text.length && (open || end - start < length))
    yield text.slice(start, end)
  }
}

export function* readCsvInPieces(
  name: string,
  bytes: Uint8Array,
  length: number = pieceLength,
): InPieces<RawFile> {
  const text = decode(bytes)
  if (text === undefined) {
    const faults = [
      fault(name, lineOfBadBytes(bytes), 'is not UTF-8 text', 'save the file again as CSV UTF-8'),
    ]
    return { name, header: [], rows: [], faults }
  }
  const rows: RawRow[] = []
  const faults: Finding[] = []
  let linesBefore = 0
  let lastLine = 0
  try {
    // One kind of line break, because the parser counts a quoted CRLF as two lines.
    for (const piece of cut(text.replace(/\r\n?/g, '\n'), length)) {
      parse(piece, {
        record_delimiter: '\n',
        relax_column_count: true,
        skip_empty_lines: true,
        on_record: (cells, { lines }) => {
          const inside = cells.reduce((sum, cell) => sum + lineBreaks(cell), 0)
          lastLine = linesBefore + lines
          rows.push({ line: lastLine - inside, cells })
          return null
        },
      })
      linesBefore += lineBreaks(piece)
      yield
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    faults.push(quoteFault(name, error, linesBefore, lastLine + 1))
  }
  const [header, ...lines] = rows
  return { name, header: header?.cells ?? [], rows: lines, faults }
}

export const readCsv = (name: string, bytes: Uint8Array): RawFile => atOnce(readCsvInPieces(name, bytes))

/** A file as it lies in the folder. */
export interface FoundFile {
  name: string
  bytes: Uint8Array
}

export const csvFilesIn = async (directory: string): Promise<FoundFile[]> => {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries
    .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.csv'))
    .map((entry) => entry.name)
    .sort()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(directory, name)) })))
}
