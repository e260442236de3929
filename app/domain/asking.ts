import { isRefusal, notFound, refuse, refuseField, type Refusal } from './refusals'
import { isOutOf, sightOf, type Sight } from './sight/sight'
import { type Viewer } from './sight/viewer'
import type { Things } from './things/thing-set'
import type { Item } from './things/agenda'
import type { Attendance, Meeting } from './things/meeting'
import type { Day, Instant } from './dates/day'
import { statusesInTheRoom } from './catalogues/meeting'
import type { PanelRecord } from './records/records'

/** What decide is told: it has no clock and makes no ids. */
export interface Context {
  now: Instant
  today: Day
  newId: () => string
}

/** Who asks, in one scope, and what stands there. */
export interface Asking {
  viewer: Viewer
  things: Things
  context: Context
}

export type Decided = PanelRecord[] | Refusal

export { isRefusal, notFound, refuse, refuseField }
export type { Refusal }

export const sightInMeeting = ({ viewer, things }: Asking, meetingId: string): Sight =>
  sightOf(viewer, things, meetingId)

export const findMeeting = ({ viewer, things }: Asking, meetingId: string): Meeting | Refusal => {
  const meeting = things.get('meeting', meetingId)
  return meeting && meeting.panelId === viewer.panelId ? meeting : notFound
}

/** An item of this meeting that the asker is not put out of; to anyone else it is not there. */
export const findItem = (asking: Asking, meetingId: string, itemId: string): Item | Refusal => {
  const meeting = findMeeting(asking, meetingId)
  if (isRefusal(meeting)) return meeting
  const item = asking.things.get('item', itemId)
  if (!item || item.meetingId !== meetingId || item.status === 'removed') return notFound
  return isOutOf(sightInMeeting(asking, meetingId), item.caseId) ? notFound : item
}

export const attendanceOf = (things: Things, meetingId: string, memberId: string): Attendance | undefined =>
  things.all('attendance').find((one) => one.meetingId === meetingId && one.memberId === memberId)

export const isInTheRoom = (attendance: Attendance | undefined): boolean =>
  attendance !== undefined && statusesInTheRoom.includes(attendance.status) && attendance.leftAt === null

/** Agencies with someone in the room now. */
export const agenciesInTheRoom = (things: Things, meetingId: string): Set<string> =>
  new Set(
    things
      .all('attendance')
      .filter((one) => one.meetingId === meetingId && isInTheRoom(one))
      .flatMap((one) => one.agencyId ?? []),
  )

export const mustBeOpen = (meeting: Meeting): Refusal | undefined => {
  if (meeting.status === 'open') return undefined
  return meeting.status === 'planned'
    ? refuse('wrong_moment', 'The meeting has not been opened yet. Chair or coordinator opens it.')
    : refuse('wrong_moment', 'The meeting is closed. What it recorded stands in the minutes.')
}
