import type { PolicyValues } from '../catalogues/policy-settings'
import type { Meeting } from '../things/meeting'
import type { Day } from '../dates/day'
import { addWorkingDays } from '../dates/working-days'
import { calendarOf } from '../panel/panel-calendar'

// What comes on to an agenda late needs a reason: agencies get less time to look, and the evaluations' first complaint is
// lists that arrive the day before. Late is: after the cut-off, once the agenda has gone out, or with the meeting in session.

export const lateness = {
  past_cut_off: 'The cut-off for this meeting has passed.',
  circulated: 'The agenda has been circulated.',
  in_session: 'The meeting is in session.',
} as const
export type Lateness = keyof typeof lateness

type CutOff = Pick<PolicyValues, 'cutOffWorkingDays' | 'daysNotCounted'>

/** The last day on which a case comes in time. */
export const cutOffOf = (meeting: Pick<Meeting, 'date' | 'cutOffOn'>, policy: CutOff): Day =>
  meeting.cutOffOn ?? addWorkingDays(meeting.date, -policy.cutOffWorkingDays, calendarOf(policy))

export const lateOn = (
  meeting: Pick<Meeting, 'date' | 'cutOffOn' | 'status' | 'agendaCirculatedOn'>,
  policy: CutOff,
  today: Day,
): Lateness | null => {
  if (meeting.status === 'open') return 'in_session'
  if (meeting.agendaCirculatedOn !== null) return 'circulated'
  return today > cutOffOf(meeting, policy) ? 'past_cut_off' : null
}
