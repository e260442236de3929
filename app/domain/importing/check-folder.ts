import type { Things } from '../things/thing-set'
import type { Day } from '../dates/day'
import { factFaults } from './check-facts'
import { checkLinesTogether } from './check-lines-together'
import { checkReferences } from './check-references'
import { quoted, shortened, type Finding } from './finding'
import { importFiles, laterFiles, type ImportFile } from './import-columns'
import type { ImportFolder, RawFile, RawFolder } from './import-folder'
import { atOnce, flatMapInPieces, type InPieces } from './pieces'
import {
  readRows,
  type PlacedFolder,
  type PlacedRow,
  type ReadFile,
  type ReadFolder,
  type ReadRow,
} from './read-rows'

// A folder is checked whole before anything is done with it: cells, then references, then what lines say alone and
// together. Every finding is told. Only a folder without any becomes an ImportFolder.

export interface CheckedFolder {
  findings: Finding[]
  /** Null where there is any finding. */
  folder: ImportFolder | null
}

const ending = '.csv'
const fileOf = (name: string): ImportFile | undefined => importFiles.find((file) => name === file + ending)

const checkNames = (files: readonly RawFile[]): Finding[] => {
  const allowed = importFiles.map((file) => file + ending)
  const at = (file: string, problem: string, mend: string): Finding => ({
    file,
    line: 1,
    column: null,
    problem,
    mend,
  })
  if (files.length === 0) {
    return [at('(folder)', 'holds no CSV file', `put files in it named ${shortened(allowed)}`)]
  }
  return files.flatMap(({ name }, index): Finding[] => {
    const shown = quoted(name).slice(1, -1)
    if (files.findIndex((file) => file.name === name) < index)
      return [at(shown, 'is there twice', 'keep one')]
    if (fileOf(name)) return []
    if (laterFiles.includes(name.slice(0, -ending.length)) && name.endsWith(ending)) {
      return [
        at(
          shown,
          'is not read yet by this version',
          'take it out of the folder, and keep it for a later version',
        ),
      ]
    }
    const meant = allowed.find((one) => one === name.toLowerCase())
    const mend = meant ? `rename it ${meant}` : `the files are ${shortened(allowed)}`
    return [at(shown, 'is not a file of the format', mend)]
  })
}

function* readFile<F extends ImportFile>(
  file: F,
  files: readonly RawFile[],
  today: Day,
): InPieces<ReadFile<F>> {
  const raw = files.find(({ name }) => name === file + ending)
  return raw ? yield* readRows(file, raw, today) : { rows: [], whole: true, findings: [] }
}

const checkFacts = <F extends ImportFile>(file: F, rows: readonly ReadRow<F>[]): InPieces<Finding[]> =>
  flatMapInPieces(rows, ({ line, cells }) =>
    factFaults[file](cells).map((fault) => ({ file: file + ending, line, ...fault })),
  )

/** Files in the order of the format, lines in their own. */
const inOrder = (findings: readonly Finding[]): Finding[] => {
  const rank = ({ file }: Finding) => {
    const index = importFiles.findIndex((one) => file === one + ending)
    return index < 0 ? importFiles.length : index
  }
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.line - b.line)
}

/** Sound only without findings: then every cell has been read and every line knows its panel. */
function* asChecked(placed: PlacedFolder): InPieces<ImportFolder> {
  const checked: Partial<Record<ImportFile, unknown>> = {}
  for (const file of importFiles)
    checked[file] = yield* flatMapInPieces<PlacedRow<ImportFile>, object>(
      placed[file],
      ({ cells, panel }) => [{ ...cells, panel }],
    )
  return checked as ImportFolder
}

export function* checkFolderInPieces(
  raw: RawFolder,
  existing: Things,
  { today }: { today: Day },
): InPieces<CheckedFolder> {
  const read: Partial<Record<ImportFile, unknown>> = {}
  for (const file of importFiles) read[file] = yield* readFile(file, raw.files, today)
  const folder = read as ReadFolder
  const { placed, areaOf, findings } = yield* checkReferences(folder, existing)
  const facts: Finding[][] = []
  for (const file of importFiles)
    facts.push(yield* checkFacts(file, folder[file].rows as ReadRow<typeof file>[]))
  const together = { today, areaOf, agendaIsWhole: folder.agenda.whole }
  const all = inOrder([
    ...checkNames(raw.files),
    ...raw.files.filter(({ name }) => !fileOf(name)).flatMap(({ faults }) => faults),
    ...importFiles.flatMap((file) => folder[file].findings),
    ...findings,
    ...facts.flat(),
    ...(yield* checkLinesTogether(placed, existing, together)),
  ])
  return { findings: all, folder: all.length === 0 ? yield* asChecked(placed) : null }
}

export const checkFolder = (raw: RawFolder, existing: Things, context: { today: Day }): CheckedFolder =>
  atOnce(checkFolderInPieces(raw, existing, context))
