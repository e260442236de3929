import type { Day } from '../dates/day'
import { quoted } from './finding'
import type { ColumnOf, ImportFile } from './import-columns'
import type { ReadCells } from './read-rows'

// What a single line may not say, however well each of its cells is written.

export interface Fault<F extends ImportFile> {
  column: ColumnOf<F>
  problem: string
  mend: string
}
type Facts = { [F in ImportFile]: (cells: ReadCells<F>) => Fault<F>[] }

const none = () => []

const before = <F extends ImportFile>(
  cells: ReadCells<F>,
  later: ColumnOf<F>,
  earlier: ColumnOf<F>,
  mend: string,
): Fault<F>[] => {
  const values = cells as Partial<Record<string, Day | null>>
  const [last, first] = [values[later], values[earlier]]
  if (!last || !first || last >= first) return []
  return [{ column: later, problem: `${last} is before ${earlier}, ${first}`, mend }]
}

const isGiven = (value: unknown) => value !== null && value !== undefined

const checkCase = (cells: ReadCells<'cases'>): Fault<'cases'>[] => {
  const faults = [
    ...before(cells, 'assessed_on', 'referred_on', 'a case is assessed on or after the day of its referral'),
    ...before(cells, 'accepted_on', 'referred_on', 'a case is accepted on or after the day of its referral'),
    ...before(
      cells,
      'not_accepted_on',
      'referred_on',
      'a case is not accepted on or after the day of its referral',
    ),
    ...before(cells, 'started_on', 'referred_on', 'work starts on or after the day of the referral'),
    ...before(cells, 'completed_on', 'started_on', 'work is completed on or after the day it starts'),
    ...before(
      cells,
      'first_direct_contact_on',
      'referred_on',
      'first contact is on or after the day of the referral',
    ),
    ...before(cells, 'closed_on', 'accepted_on', 'a case is closed on or after the day it is accepted'),
  ]
  if (!isGiven(cells.accepted_on)) {
    faults.push(
      ...before(cells, 'closed_on', 'referred_on', 'a case is closed on or after the day of its referral'),
    )
  }
  if (isGiven(cells.accepted_on) && isGiven(cells.not_accepted_on)) {
    const problem = 'is given, and so is accepted_on'
    faults.push({
      column: 'not_accepted_on',
      problem,
      mend: 'keep one; a case that comes back later is a new case',
    })
  }
  if (isGiven(cells.unsuitable_reason) && cells.suitable === true) {
    const problem = 'is given, and suitable is yes'
    faults.push({ column: 'unsuitable_reason', problem, mend: 'leave it empty, or write no in suitable' })
  }
  for (const column of ['closure_reason', 'engagement_at_closure'] as const) {
    if (isGiven(cells[column]) && cells.closed_on === null) {
      faults.push({
        column,
        problem: 'is given, and closed_on is empty',
        mend: 'write the day of closure, or leave it empty',
      })
    }
  }
  return faults
}

const checkMember = ({ role, agency }: ReadCells<'members'>): Fault<'members'>[] => {
  if (agency !== null || role === undefined || role === 'administrator' || role === 'evaluator') return []
  const mend = 'write the agency; only administrators and evaluators have none'
  return [{ column: 'agency', problem: `is empty for the role ${role}`, mend }]
}

const checkItem = (cells: ReadCells<'agenda'>): Fault<'agenda'>[] => {
  const faults: Fault<'agenda'>[] = []
  if (isGiven(cells.brought_back_reason) && cells.outcome !== undefined && cells.outcome !== 'bring_back') {
    const problem = `is given, and the outcome is ${cells.outcome === null ? 'empty' : cells.outcome}`
    faults.push({
      column: 'brought_back_reason',
      problem,
      mend: 'leave it empty, or write bring_back in outcome',
    })
  }
  if (isGiven(cells.dissenting_agencies) && cells.outcome === null) {
    const mend = 'write the outcome they dissent from, or leave it empty'
    faults.push({ column: 'dissenting_agencies', problem: 'is given, and the outcome is empty', mend })
  }
  return faults
}

const checkReturn = (cells: ReadCells<'returns'>): Fault<'returns'>[] => [
  ...before(cells, 'returned_on', 'asked_on', 'a return comes on or after the day it is asked for'),
  ...(cells.state === 'awaited' && isGiven(cells.returned_on)
    ? [
        {
          column: 'returned_on',
          problem: `is given, and the state is ${quoted('awaited')}`,
          mend: 'leave it empty, or write returned or late in state',
        } as const,
      ]
    : []),
]

const checkIncident = ({ person_ref, case_ref }: ReadCells<'incidents'>): Fault<'incidents'>[] =>
  person_ref === null && case_ref === null
    ? [
        {
          column: 'person_ref',
          problem: 'is empty, and so is case_ref',
          mend: 'write whom the incident is about, or which case it belongs to',
        },
      ]
    : []

export const factFaults: Facts = {
  panels: (cells) => before(cells, 'target_by', 'started_on', 'the target is due after the panel starts'),
  agencies: none,
  members: checkMember,
  people: none,
  cases: checkCase,
  victims: none,
  children: none,
  incidents: checkIncident,
  meetings: (cells) =>
    before(cells, 'date', 'agenda_circulated_on', 'an agenda is circulated before its meeting'),
  agenda: checkItem,
  attendance: none,
  returns: checkReturn,
  conflicts: none,
}
