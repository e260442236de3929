import type { Finding } from './finding'
import type { ImportFile, RowOf } from './import-columns'

// A folder as it was found, and a folder that has been checked.

export interface RawRow {
  line: number
  cells: string[]
}

/** A file as text, before anything is known about it. */
export interface RawFile {
  /** With its ending: cases.csv. */
  name: string
  header: string[]
  rows: RawRow[]
  /** What kept the file from being read to its end. References into it are then not judged. */
  faults: Finding[]
}

export interface RawFolder {
  files: RawFile[]
}

/** A row that knows its panel, whether its file names the panel or only a case or meeting before it. */
export type ImportRow<F extends ImportFile> = Omit<RowOf<F>, 'panel'> & { panel: string }

/** Only checkFolder makes one: every reference in it stands, in the folder or among the things it was checked against. */
export type ImportFolder = { [F in ImportFile]: ImportRow<F>[] }
