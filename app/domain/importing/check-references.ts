import type { Things } from '../things/thing-set'
import type { ReferredFile } from './cell-types'
import { quoted, type Finding } from './finding'
import { columnsOf, importFiles, type ImportFile } from './import-columns'
import { eachInPieces, flatMapInPieces, type InPieces } from './pieces'
import type { PlacedFolder, PlacedRow, ReadFolder, ReadRow } from './read-rows'
import { anyHome, registerOfFolder, registerOfThings } from './register'

// Every line belongs to a panel: it names the panel, or a case or a meeting that does. Its other references must then
// stand in that panel, in the folder or in the database. A fault is told where it is, once: what hangs on a line that
// is itself at fault is not judged.

type Judge = (column: string, problem: string, mend: string) => void
type Values = Record<string, unknown>

const oneOf: Record<ReferredFile, string> = {
  panels: 'a panel',
  agencies: 'an agency',
  members: 'a member',
  people: 'a person',
  cases: 'a case',
  meetings: 'a meeting',
}

/** Which column tells a line's panel, for files that do not name the panel themselves. */
const placedBy: Partial<Record<ImportFile, { column: string; file: 'cases' | 'meetings' }>> = {
  victims: { column: 'case_ref', file: 'cases' },
  children: { column: 'case_ref', file: 'cases' },
  agenda: { column: 'meeting_ref', file: 'meetings' },
  attendance: { column: 'meeting_ref', file: 'meetings' },
  returns: { column: 'meeting_ref', file: 'meetings' },
}

interface CheckedReferences {
  placed: PlacedFolder
  areaOf(panel: string): string | undefined
  findings: Finding[]
}

export function* checkReferences(folder: ReadFolder, existing: Things): InPieces<CheckedReferences> {
  const findings: Finding[] = []
  const inFolder = yield* registerOfFolder(folder)
  const inDatabase = yield* registerOfThings(existing)
  const areaOf = (panel: string) => inDatabase.areaOf(panel) ?? inFolder.areaOf(panel)

  /** The case's or meeting's panel. The folder's own lines come first: another panel may use the same references. */
  const panelOf = (
    file: 'cases' | 'meetings',
    column: string,
    ref: string,
    judge: Judge,
  ): string | undefined => {
    const ownHomes = inFolder.homes(file, ref)
    const homes = ownHomes.length > 0 ? ownHomes : inDatabase.homes(file, ref)
    if (homes.includes(anyHome)) return undefined
    const [home, ...others] = homes
    if (home === undefined && folder[file].whole) {
      const problem = `${quoted(ref)} is not ${oneOf[file]} in ${file}.csv or in the database`
      judge(column, problem, 'add its line, or correct it')
    }
    if (others.length > 0) {
      const problem = `${quoted(ref)} is ${oneOf[file]} of several panels (${homes.map(quoted).join(', ')})`
      judge(column, problem, 'import each panel from a folder of its own that has their lines')
      return undefined
    }
    return home
  }

  /** The panels whose cases name a person; undefined among them where a case's own panel is at fault. */
  const casePanels = new Map<string, (string | undefined)[]>()
  yield* eachInPieces(folder.cases.rows, ({ cells }) => {
    if (cells.person_ref === undefined) return
    const panels = casePanels.get(cells.person_ref) ?? []
    panels.push(cells.panel)
    casePanels.set(cells.person_ref, panels)
  })
  const panelOfPerson = (ref: string | undefined, judge: Judge): string | undefined => {
    if (ref === undefined) return undefined
    const named = casePanels.get(ref) ?? []
    const panels = named.filter((panel) => panel !== undefined)
    const areas = new Set(panels.map(areaOf).filter((area) => area !== undefined))
    if (areas.size > 1) {
      judge('panel', `is empty, and cases in several areas name ${quoted(ref)}`, 'write the panel')
      return undefined
    }
    if (named.length === 0 && folder.cases.whole) {
      judge('panel', `is empty, and no case of cases.csv names ${quoted(ref)}`, 'write the panel')
    }
    return panels[0]
  }

  const isPanel = (panel: string) =>
    inFolder.homes('panels', panel).length > 0 || inDatabase.homes('panels', panel).length > 0

  const judgeReference = (target: ReferredFile, panel: string, column: string, ref: string, judge: Judge) => {
    const home = target === 'people' ? areaOf(panel) : panel
    if (home === undefined || inFolder.homes(target, ref).includes(anyHome)) return
    const found = new Set([
      ...inFolder.identities(target, ref, home),
      ...inDatabase.identities(target, ref, home),
    ])
    if (found.size === 0 && folder[target].whole) {
      const where = target === 'people' ? `in the area ${quoted(home)}` : `of ${quoted(home)}`
      const problem = `${quoted(ref)} is not ${oneOf[target]} ${where}, in ${target}.csv or in the database`
      judge(column, problem, 'add the line, or correct it')
    }
    if (found.size > 1) {
      const problem = `${quoted(ref)} is the name of ${found.size} members of the panel`
      judge(column, problem, 'tell their names apart')
    }
  }

  const placeRow = (file: ImportFile, line: number, cells: Values): string | undefined => {
    const judge: Judge = (column, problem, mend) =>
      findings.push({ file: `${file}.csv`, line, column, problem, mend })
    const by = placedBy[file]
    let panel: string | undefined
    if (file === 'panels') panel = cells['name'] as string | undefined
    else if (by) {
      const ref = cells[by.column]
      if (typeof ref === 'string') panel = panelOf(by.file, by.column, ref, judge)
    } else if (file === 'people' && cells['panel'] === null) {
      panel = panelOfPerson(cells['person_ref'] as string | undefined, judge)
    } else panel = cells['panel'] as string | undefined
    if (panel === undefined) return undefined

    if (!isPanel(panel)) {
      if (cells['panel'] !== undefined && cells['panel'] !== null && folder.panels.whole) {
        const problem = `${quoted(panel)} is not a panel in panels.csv or in the database`
        judge('panel', problem, 'add the line, or correct the name')
      }
      return panel
    }
    for (const [column, { type }] of columnsOf(file)) {
      if (type.refersTo === undefined || type.refersTo === 'panels' || column === by?.column) continue
      const value = cells[column]
      for (const ref of Array.isArray(value) ? value : [value]) {
        if (typeof ref === 'string') judgeReference(type.refersTo, panel, column, ref, judge)
      }
    }
    return panel
  }

  const placeFile = <F extends ImportFile>(file: F): InPieces<PlacedRow<F>[]> =>
    flatMapInPieces(folder[file].rows as ReadRow<F>[], (row) => [
      { ...row, panel: placeRow(file, row.line, row.cells) },
    ])

  // People first: their homes may come from the cases, and the cases are then judged by them.
  const people = yield* placeFile('people')
  yield* eachInPieces(people, ({ cells, panel }) => {
    if (cells.person_ref !== undefined) {
      inFolder.add('people', cells.person_ref, (panel === undefined ? undefined : areaOf(panel)) ?? anyHome)
    }
  })
  const placed: Partial<Record<ImportFile, unknown>> = { people }
  for (const file of importFiles) placed[file] ??= yield* placeFile(file)
  return { placed: placed as PlacedFolder, areaOf, findings }
}
