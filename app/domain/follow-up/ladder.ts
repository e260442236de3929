import { allOf, policyIn, type RoomView } from '../meeting/room-view'
import type { Meeting } from '../things/meeting'
import type { Day } from '../dates/day'

// The ladder (domain 1 and 4: agencies chased for weeks, actions that vanish). An action that is still open after its day
// is overdue; one that has been overdue at as many of the panel's meetings as its policy says is escalated to the chair,
// who rules on it. All of it is worked out from the clock when someone looks: nothing has to run for it to be true.

type Held = Pick<Meeting, 'date' | 'status'>

/** The panel's meetings, held or in session, that came after the day by which it was due. */
export const meetingsOverdue = (due: Day, meetings: readonly Held[]): number =>
  meetings.filter((meeting) => meeting.status !== 'planned' && meeting.date > due).length

export const standings = ['escalated', 'overdue', 'open'] as const
export type Standing = (typeof standings)[number]

export interface Ladder {
  today: Day
  meetings: readonly Held[]
  /** After how many meetings, and after how many times chasing: the panel's policy. */
  ladderMeetings: number
  chasesBeforeChair: number
}

interface Owed {
  due: Day
  escalatedAt?: number | null
  timesChased?: number
}

/**
 * How something still owed stands. A request goes to the chair as well when it has been chased often enough, or at once
 * when someone escalates it by hand, and then stays there until the chair rules on it.
 */
export const standingOf = (
  { due, escalatedAt = null, timesChased = 0 }: Owed,
  { today, meetings, ladderMeetings, chasesBeforeChair }: Ladder,
): Standing => {
  if (escalatedAt !== null) return 'escalated'
  if (due >= today) return 'open'
  if (timesChased >= chasesBeforeChair) return 'escalated'
  return meetingsOverdue(due, meetings) >= ladderMeetings ? 'escalated' : 'overdue'
}

/** What is escalated comes first, then what is overdue, then the rest; within each, the earliest day first. */
export const byStanding = <T extends { due: Day; standing: Standing }>(a: T, b: T): number =>
  standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
  (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)

/** How what is owed stands for someone in a room, where `held` are the panel's other meetings. */
export const ladderIn = (view: RoomView, today: Day, held: Ladder['meetings']): Ladder => {
  const { ladderMeetings, chasesBeforeChair } = policyIn(view)
  return { today, meetings: [...held, ...allOf(view, 'meeting')], ladderMeetings, chasesBeforeChair }
}

interface ActionLike {
  due: Day
  endedAt: number | null
  supersededBy: string | null
  withdrawnAt: number | null
}

/** The actions still open, as the next agenda takes them up: what needs the panel most comes first. */
export const openActionsOf = <A extends ActionLike>(
  actions: readonly A[],
  ladder: Ladder,
): { action: A; due: Day; standing: Standing; meetingsOverdue: number }[] =>
  actions
    .filter(
      (action) => action.endedAt === null && action.supersededBy === null && action.withdrawnAt === null,
    )
    .map((action) => ({
      action,
      due: action.due,
      standing: standingOf(action, ladder),
      meetingsOverdue: meetingsOverdue(action.due, ladder.meetings),
    }))
    .sort(byStanding)
