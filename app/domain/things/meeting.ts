import type { HomesOf } from './home'
import type { AttendanceStatus, Step } from '../catalogues/meeting'
import type { Day, Instant } from '../dates/day'

export type MeetingStatus = 'planned' | 'open' | 'closed'

export interface Place {
  itemId: string | null
  step: Step
}

export interface Meeting {
  id: string
  panelId: string
  ref: string
  date: Day
  startsAt: string
  venue: string
  minutesPlanned: number
  minutesTaken: number | null
  agendaCirculatedOn: Day | null
  /** The last day on which a case comes in time; null: as the panel's policy says. */
  cutOffOn: Day | null
  /** The series it was planned from, and the day it has there by the rhythm alone. */
  seriesId: string | null
  seriesDay: Day | null
  status: MeetingStatus
  openedAt: Instant | null
  openedBy: string | null
  inquorateReason: string | null
  /** The policy it was opened under, for its quorum. */
  policyVersion: number | null
  closedAt: Instant | null
  closedBy: string | null
  closedReason: string | null
  /** The member who holds the chair now; passes only by an explicit act. */
  chairId: string | null
  itemId: string | null
  step: Step
  /** When the pointer came to this item. */
  itemSince: Instant | null
  /** Places left behind, newest last, so that an advance can be undone. At most 40. */
  trail: Place[]
}

export interface Attendance {
  id: string
  panelId: string
  meetingId: string
  agencyId: string | null
  /** Null where a past meeting knows only the agency. */
  memberId: string | null
  status: AttendanceStatus
  deputyFor: string | null
  note: string | null
  joinedAt: Instant | null
  leftAt: Instant | null
  acceptedAt: Instant | null
  /** The version of the policy whose confidentiality statement this person accepted. */
  acceptedVersion: number | null
  /** What was put right after the meeting closed, oldest first. */
  history: AttendanceCorrection[]
}

export interface AttendanceCorrection {
  at: Instant
  by: string
  reason: string
  /** How it stood until then; null: it had been forgotten. */
  before: Pick<Attendance, 'status' | 'deputyFor' | 'note' | 'joinedAt' | 'leftAt'> | null
}

export interface MeetingThings {
  meeting: Meeting
  attendance: Attendance
}

export const meetingHomes = {
  meeting: 'frame',
  attendance: 'frame',
} as const satisfies HomesOf<MeetingThings>
