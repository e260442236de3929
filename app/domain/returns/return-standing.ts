import type { ReturnState } from '../catalogues/returns'
import type { Day } from '../dates/day'

import { addWorkingDays } from '../dates/working-days'
import { calendarOf } from '../panel/panel-calendar'
import type { PolicyValues } from '../catalogues/policy-settings'

// How an agency's return on one case stands today. Being late is never stored: it is the clock that makes it so.

export const returnStandings = {
  not_asked: 'Not asked',
  awaited: 'Awaited',
  overdue: 'Overdue',
  returned: 'Returned',
  returned_late: 'Returned late',
  nothing_held: 'Nothing held',
  declined: 'Declined',
} as const
export type ReturnStanding = keyof typeof returnStandings

export interface ReturnAsked {
  state: ReturnState
  askedOn: Day | null
  dueOn: Day | null
  returnedOn: Day | null
}

/** Awaited until it comes, overdue from the day after it was due; once come, late if it came after that day. */
export const standingOfReturn = (one: ReturnAsked | undefined, today: Day): ReturnStanding => {
  if (one === undefined) return 'not_asked'
  switch (one.state) {
    case 'awaited':
      if (one.dueOn === null) return one.askedOn === null ? 'not_asked' : 'awaited'
      return today > one.dueOn ? 'overdue' : 'awaited'
    case 'returned':
      return one.dueOn !== null && one.returnedOn !== null && one.returnedOn > one.dueOn
        ? 'returned_late'
        : 'returned'
    case 'late':
      return 'returned_late'
    case 'nothing_held':
    case 'declined':
      return one.state
    default:
      return one.state satisfies never
  }
}

/** Still to come, late or not. */
export const isOutstanding = (standing: ReturnStanding): boolean =>
  standing === 'awaited' || standing === 'overdue'

/** As the policy says, but never before today: what is asked late is due at once. */
export const usualReturnsDue = (
  meetingDate: Day,
  policy: Pick<PolicyValues, 'returnsDueWorkingDays' | 'daysNotCounted'>,
  today: Day,
): Day => {
  const usual = addWorkingDays(meetingDate, -policy.returnsDueWorkingDays, calendarOf(policy))
  return usual < today ? today : usual
}
