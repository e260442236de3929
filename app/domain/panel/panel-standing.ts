import { statusesInTheRoom, type AttendanceStatus } from '../catalogues/meeting'
import { isOutstanding, type ReturnStanding } from '../returns/return-standing'
import type { Day } from '../dates/day'

// How each agency keeps up with the panel: who came to its last meetings, what was returned beforehand, what is still to
// be done. The evaluations' complaint is that agencies stop coming and nobody notices for months (Drive Croydon and West
// Midlands evaluations); so it is shown, per agency, to all who sit on the panel.

export interface HeldMeeting {
  id: string
  date: Day
}

export type Came = 'here' | 'apologies' | 'missed' | 'not_recorded'

export interface AgencyAttendance {
  agencyId: string
  /** For each meeting held, the newest last. */
  came: Came[]
  here: number
  recorded: number
  missedInARow: number
  /** Missed so many of the last meetings, one after the other, as the panel's policy names. */
  fallingOff: boolean
}

interface Attended {
  meetingId: string
  agencyId: string | null
  status: AttendanceStatus
}

const cameTo = (rows: readonly Attended[]): Came => {
  if (rows.length === 0) return 'not_recorded'
  if (rows.some((row) => statusesInTheRoom.includes(row.status))) return 'here'
  return rows.some((row) => row.status !== 'absent') ? 'apologies' : 'missed'
}

/**
 * An agency was at a meeting when anyone came for it, in person, on the call or as a deputy. Apologies are not coming:
 * they count towards falling off as an absence does, but are shown as what they are. A meeting for which nothing is
 * recorded of any agency tells nothing; one that records others but not this agency counts as missed.
 */
export const attendanceByAgency = (
  agencyIds: readonly string[],
  meetings: readonly HeldMeeting[],
  attendances: readonly Attended[],
  missedMeetings: number,
): AgencyAttendance[] =>
  agencyIds.map((agencyId) => {
    const came = meetings.map((meeting) => {
      const atMeeting = attendances.filter((one) => one.meetingId === meeting.id)
      const own = cameTo(atMeeting.filter((one) => one.agencyId === agencyId))
      return own === 'not_recorded' && atMeeting.length > 0 ? 'missed' : own
    })
    const known = came.filter((one) => one !== 'not_recorded')
    const lastHere = known.lastIndexOf('here')
    const missedInARow = known.length - 1 - lastHere
    return {
      agencyId,
      came,
      here: known.filter((one) => one === 'here').length,
      recorded: known.length,
      missedInARow,
      fallingOff: missedInARow >= missedMeetings,
    }
  })

export interface AgencyReturns {
  agencyId: string
  asked: number
  inTime: number
  late: number
  missing: number
}

interface Returned {
  agencyId: string
  meetingId: string
  standing: ReturnStanding
}

/** What each agency was asked for these meetings and returned; a return that is still awaited when its meeting was held is missing. */
export const returnsByAgency = (
  agencyIds: readonly string[],
  meetings: readonly HeldMeeting[],
  returns: readonly Returned[],
): AgencyReturns[] => {
  const held = new Set(meetings.map((meeting) => meeting.id))
  return agencyIds.map((agencyId) => {
    const own = returns.filter(
      (one) => one.agencyId === agencyId && held.has(one.meetingId) && one.standing !== 'not_asked',
    )
    const late = own.filter((one) => one.standing === 'returned_late').length
    const missing = own.filter((one) => isOutstanding(one.standing)).length
    return { agencyId, asked: own.length, inTime: own.length - late - missing, late, missing }
  })
}

export interface AgencyActions {
  agencyId: string
  open: number
  overdue: number
}

export const actionsByAgency = (
  agencyIds: readonly string[],
  actions: readonly { ownerAgencyId: string; due: Day }[],
  today: Day,
): AgencyActions[] =>
  agencyIds.map((agencyId) => {
    const own = actions.filter((one) => one.ownerAgencyId === agencyId)
    return { agencyId, open: own.length, overdue: own.filter((one) => one.due < today).length }
  })
