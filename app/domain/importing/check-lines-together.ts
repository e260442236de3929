import type { Things } from '../things/thing-set'
import type { Meeting } from '../things/meeting'
import type { Day } from '../dates/day'
import { quoted, type Finding } from './finding'
import { importFiles, importKeys, type ImportFile } from './import-columns'
import { eachInPieces, flatMapInPieces, type InPieces } from './pieces'
import type { PlacedFolder, PlacedRow } from './read-rows'

// What lines may not say to one another: the same thing twice, two cases in one place on an agenda, an outcome of a
// meeting that has not been, a return for a case that is not on the agenda.

/** Undefined where a part is not known, so that no line is judged by it. */
const keyOf = (...parts: unknown[]): string | undefined =>
  parts.every((part) => typeof part === 'string' || typeof part === 'number')
    ? JSON.stringify(parts)
    : undefined

const findRepeats = <F extends ImportFile>(
  file: F,
  rows: readonly PlacedRow<F>[],
  areaOf: (panel: string) => string | undefined,
): InPieces<Finding[]> => {
  const { key, once } = importKeys[file]
  const column = key.at(-1) as string
  const first = new Map<string, PlacedRow<F>>()
  return flatMapInPieces(rows, (row): Finding[] => {
    const cells = row.cells as Record<string, unknown>
    const home = file === 'people' && row.panel !== undefined ? areaOf(row.panel) : row.panel
    const said = keyOf(home, ...key.map((name) => cells[name]))
    if (said === undefined) return []
    const earlier = first.get(said)
    if (!earlier) {
      first.set(said, row)
      return []
    }
    const at = { file: `${file}.csv`, line: row.line, column }
    const [name, earlierName] = [cells['name'], (earlier.cells as Record<string, unknown>)['name']]
    if (
      file === 'members' &&
      typeof name === 'string' &&
      typeof earlierName === 'string' &&
      name !== earlierName
    ) {
      const problem = `${quoted(String(cells[column]))} is ${quoted(earlierName)} on line ${earlier.line} and ${quoted(name)} here`
      return [{ ...at, problem, mend: 'one address is one person; correct one of them' }]
    }
    const shown = key.map((part) => quoted(String(cells[part]))).join(', ')
    return [{ ...at, problem: `${shown} stands already on line ${earlier.line}`, mend: `${once}; keep one` }]
  })
}

interface Standing {
  /** What the database has of the meetings and agendas that the folder speaks of. */
  meeting(panel: string, ref: string): Meeting | undefined
  items: ReadonlySet<string>
  positions: ReadonlyMap<string, string>
}

function* standingIn(existing: Things): InPieces<Standing> {
  const meetings = new Map<string, Meeting>()
  yield* eachInPieces(existing.all('meeting'), (meeting) => {
    const panel = existing.get('panel', meeting.panelId)
    if (panel) meetings.set(JSON.stringify([panel.name, meeting.ref]), meeting)
  })
  const items = new Set<string>()
  const positions = new Map<string, string>()
  yield* eachInPieces(existing.all('item'), (item) => {
    const meeting = existing.get('meeting', item.meetingId)
    const panel = existing.get('panel', item.panelId)
    const one = existing.get('case', item.caseId)
    if (!meeting || !panel || !one) return
    items.add(JSON.stringify([panel.name, meeting.ref, one.ref]))
    if (item.status !== 'removed') {
      positions.set(
        JSON.stringify([panel.name, meeting.ref, item.position]),
        `${quoted(one.ref)} in the database`,
      )
    }
  })
  return { meeting: (panel, ref) => meetings.get(JSON.stringify([panel, ref])), items, positions }
}

const checkAgenda = (rows: readonly PlacedRow<'agenda'>[], standing: Standing): InPieces<Finding[]> => {
  const taken = new Map(standing.positions)
  return flatMapInPieces(rows, ({ line, cells, panel }): Finding[] => {
    const item = keyOf(panel, cells.meeting_ref, cells.case_ref)
    const place = keyOf(panel, cells.meeting_ref, cells.position)
    // A line that the database has already is left alone, wherever it has moved since.
    if (place === undefined || (item !== undefined && standing.items.has(item))) return []
    const holder = taken.get(place)
    taken.set(place, holder ?? `line ${line}`)
    if (holder === undefined) return []
    const problem = `position ${cells.position} of ${quoted(String(cells.meeting_ref))} is taken by ${holder}`
    return [
      { file: 'agenda.csv', line, column: 'position', problem, mend: 'give each case a position of its own' },
    ]
  })
}

/** What came of a meeting can be known only when its day has come, and is recorded in the room if it is held there. */
function* checkOutcomes(placed: PlacedFolder, standing: Standing, today: Day): InPieces<Finding[]> {
  const findings: Finding[] = []
  const dates = new Map<string, Day>()
  yield* eachInPieces(placed.meetings, ({ line, cells, panel }) => {
    const key = keyOf(panel, cells.meeting_ref)
    if (key !== undefined && cells.date !== undefined) dates.set(key, cells.date)
    if (cells.date !== undefined && cells.date > today && typeof cells.minutes_taken === 'number') {
      const problem = `is given for a meeting on ${cells.date}, which is in the future`
      findings.push({
        file: 'meetings.csv',
        line,
        column: 'minutes_taken',
        problem,
        mend: 'leave it empty, or correct the date',
      })
    }
  })
  yield* eachInPieces(placed.agenda, ({ line, cells, panel }) => {
    const given = (['outcome', 'minutes_taken'] as const).filter((column) => (cells[column] ?? null) !== null)
    if (given.length === 0 || panel === undefined || cells.meeting_ref === undefined) return
    if (standing.items.has(keyOf(panel, cells.meeting_ref, cells.case_ref) ?? '')) return
    const stood = standing.meeting(panel, cells.meeting_ref)
    const date = stood?.date ?? dates.get(keyOf(panel, cells.meeting_ref) ?? '')
    const fault =
      stood && stood.status !== 'closed'
        ? {
            problem: 'is given for a meeting that the database has and has not closed',
            mend: 'leave it empty and record it in the meeting',
          }
        : date !== undefined && date > today
          ? {
              problem: `is given for a meeting on ${date}, which is in the future`,
              mend: 'leave it empty, or correct the date',
            }
          : undefined
    if (fault) findings.push(...given.map((column) => ({ file: 'agenda.csv', line, column, ...fault })))
  })
  return findings
}

function* checkReturns(placed: PlacedFolder, standing: Standing): InPieces<Finding[]> {
  const items = new Set(standing.items)
  const atFault: PlacedRow<'agenda'>[] = []
  yield* eachInPieces(placed.agenda, (row) => {
    const item = keyOf(row.panel, row.cells.meeting_ref, row.cells.case_ref)
    if (item === undefined) atFault.push(row)
    else items.add(item)
  })
  const may = (given: string | undefined, asked: string | undefined) => given === undefined || given === asked
  return yield* flatMapInPieces(placed.returns, ({ line, cells, panel }): Finding[] => {
    const { meeting_ref: meeting, case_ref: ofCase } = cells
    const item = keyOf(panel, meeting, ofCase)
    if (item === undefined || items.has(item)) return []
    if (atFault.some((row) => may(row.cells.meeting_ref, meeting) && may(row.cells.case_ref, ofCase)))
      return []
    const problem = `${quoted(String(ofCase))} is not on the agenda of ${quoted(String(meeting))}`
    const mend = 'add its line to agenda.csv, or correct it'
    return [{ file: 'returns.csv', line, column: 'case_ref', problem, mend }]
  })
}

/** An incident of a case is about the man whom that case is about, or who was found to be the same man. */
function* checkIncidents(placed: PlacedFolder, existing: Things): InPieces<Finding[]> {
  const refsOf = new Map<string, string[]>()
  const say = (key: string, ref: string | undefined) =>
    ref !== undefined && refsOf.set(key, [...(refsOf.get(key) ?? []), ref])
  const merges = existing.all('personMerge').filter((merge) => merge.undoneAt === null)
  yield* eachInPieces(existing.all('case'), (one) => {
    const panel = existing.get('panel', one.panelId)
    if (!panel) return
    const merged = merges
      .filter((merge) => merge.panelId === one.panelId && merge.caseIds.includes(one.id))
      .map((merge) => merge.mergedId)
    for (const id of [one.personId, ...merged])
      say(JSON.stringify([panel.name, one.ref]), existing.get('person', id)?.ref)
  })
  yield* eachInPieces(placed.cases, ({ cells, panel }) => {
    const key = keyOf(panel, cells.case_ref)
    if (key !== undefined && !refsOf.has(key)) say(key, cells.person_ref)
  })
  return yield* flatMapInPieces(placed.incidents, ({ line, cells, panel }): Finding[] => {
    const about = refsOf.get(keyOf(panel, cells.case_ref) ?? '')
    if (about === undefined || typeof cells.person_ref !== 'string' || about.includes(cells.person_ref))
      return []
    const problem = `${quoted(cells.person_ref)} is not the person of ${quoted(String(cells.case_ref))}, who is ${quoted(about[0] ?? '')}`
    return [
      {
        file: 'incidents.csv',
        line,
        column: 'person_ref',
        problem,
        mend: 'correct one of them, or leave person_ref empty',
      },
    ]
  })
}

export function* checkLinesTogether(
  placed: PlacedFolder,
  existing: Things,
  context: { today: Day; areaOf(panel: string): string | undefined; agendaIsWhole: boolean },
): InPieces<Finding[]> {
  const standing = yield* standingIn(existing)
  const repeats = <F extends ImportFile>(file: F) => findRepeats(file, placed[file], context.areaOf)
  const findings: Finding[][] = []
  for (const file of importFiles) findings.push(yield* repeats(file))
  return [
    ...findings.flat(),
    ...(yield* checkIncidents(placed, existing)),
    ...(yield* checkAgenda(placed.agenda, standing)),
    ...(yield* checkOutcomes(placed, standing, context.today)),
    ...(context.agendaIsWhole ? yield* checkReturns(placed, standing) : []),
  ]
}
