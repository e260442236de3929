import type { Attendance, Meeting } from '../things/meeting'
import type { Things } from '../things/thing-set'
import { attendanceStatusKeys, statusesInTheRoom } from '../catalogues/meeting'
import { policyOf, policyValues, policyVersionOf } from '../panel/policy'
import { recorded } from '../records/records'
import {
  type Asking,
  type Decided,
  attendanceOf,
  findMeeting,
  isInTheRoom,
  isRefusal,
  refuse,
  refuseField,
} from '../asking'
import { type FilledIn, id, meetingId, optionalLine } from '../fields'
import { z } from 'zod'

export const attendanceFor = (asking: Asking, meeting: Meeting, memberId: string): Attendance => {
  const member = asking.things.get('member', memberId)
  return (
    attendanceOf(asking.things, meeting.id, memberId) ?? {
      id: asking.context.newId(),
      panelId: meeting.panelId,
      meetingId: meeting.id,
      agencyId: member?.agencyId ?? null,
      memberId,
      status: 'absent',
      deputyFor: null,
      note: null,
      joinedAt: null,
      leftAt: null,
      acceptedAt: null,
      acceptedVersion: null,
      history: [],
    }
  )
}

export const runs = (asking: Asking) => asking.viewer.role === 'chair' || asking.viewer.role === 'coordinator'

/** Chair and coordinator record anyone's attendance; everyone else their own. */
const memberToRecord = (asking: Asking, meetingId: string, memberId: string) => {
  const meeting = findMeeting(asking, meetingId)
  if (isRefusal(meeting)) return meeting
  const member = asking.things.get('member', memberId)
  if (!member || member.panelId !== asking.viewer.panelId || !member.active)
    return refuseField('memberId', 'Choose a member of this panel.')
  if (member.id !== asking.viewer.memberId && !runs(asking)) {
    return refuse('not_allowed', 'Chair or coordinator records the attendance of others.')
  }
  if (meeting.status === 'closed')
    return refuse('wrong_moment', 'The meeting is closed; its attendance stands.')
  return { meeting, member }
}

export const recordAttendanceFields = {
  meetingId,
  memberId: id('Choose the person.'),
  status: z.enum(attendanceStatusKeys, { error: 'Choose how they attend.' }),
  deputyFor: optionalLine,
  note: optionalLine,
}

export const recordAttendance = (
  asking: Asking,
  command: FilledIn<typeof recordAttendanceFields>,
): Decided => {
  const found = memberToRecord(asking, command.meetingId, command.memberId)
  if (isRefusal(found)) return found
  const before = attendanceFor(asking, found.meeting, found.member.id)
  const here = statusesInTheRoom.includes(command.status)
  if (command.status === 'deputy' && !command.deputyFor)
    return refuseField('deputyFor', 'Say for whom the deputy attends.')
  if (!here && found.meeting.status === 'open' && found.meeting.chairId === found.member.id) {
    return refuse('wrong_moment', 'This person holds the chair. Hand the chair over first.')
  }
  const attendance: Attendance = {
    ...before,
    status: command.status,
    deputyFor: command.status === 'deputy' ? command.deputyFor : null,
    note: command.note || null,
    joinedAt: here ? (before.joinedAt ?? asking.context.now) : before.joinedAt,
    leftAt: here ? null : before.leftAt,
  }
  return [recorded('attendanceRecorded', { attendance })]
}

export const recordLeavingFields = { meetingId, memberId: id('Choose the person.') }

export const recordLeaving = (asking: Asking, command: FilledIn<typeof recordLeavingFields>): Decided => {
  const found = memberToRecord(asking, command.meetingId, command.memberId)
  if (isRefusal(found)) return found
  const before = attendanceOf(asking.things, found.meeting.id, found.member.id)
  if (!before || !isInTheRoom(before)) return refuse('already_done', 'This person is not in the room.')
  if (found.meeting.status === 'open' && found.meeting.chairId === found.member.id) {
    return refuse('wrong_moment', 'This person holds the chair. Hand the chair over first.')
  }
  return [recorded('attendanceRecorded', { attendance: { ...before, leftAt: asking.context.now } })]
}

/** The words that a person has accepted: those of the policy that was in force then. */
const wordsAccepted = (things: Things, { panelId, acceptedVersion }: Attendance): string | null =>
  acceptedVersion === null
    ? null
    : policyValues(
        things.all('policy').find((one) => one.panelId === panelId && one.version === acceptedVersion),
      ).confidentialityStatement

export const acceptConfidentialityFields = {
  meetingId,
  status: z.enum(['present', 'remote', 'deputy'], { error: 'Choose how you attend.' }).default('present'),
  deputyFor: optionalLine,
}

/**
 * Joining: the confidentiality statement is accepted by each person, and that puts them in the room. The version of the
 * words is kept with the acceptance. Whoever comes back after the words have changed accepts the new ones.
 */
export const acceptConfidentiality = (
  asking: Asking,
  command: FilledIn<typeof acceptConfidentialityFields>,
): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.status === 'closed') return refuse('wrong_moment', 'The meeting is closed.')
  if (command.status === 'deputy' && !command.deputyFor)
    return refuseField('deputyFor', 'Say for whom you deputise.')
  const before = attendanceFor(asking, meeting, asking.viewer.memberId)
  if (before.acceptedAt !== null && isInTheRoom(before))
    return refuse('already_done', 'You have joined this meeting.')
  const { things } = asking
  const { now } = asking.context
  const standing =
    before.acceptedAt !== null &&
    wordsAccepted(things, before) === policyOf(things, meeting.panelId).confidentialityStatement
  const attendance: Attendance = {
    ...before,
    status: command.status,
    deputyFor: command.status === 'deputy' ? command.deputyFor : null,
    joinedAt: before.joinedAt ?? now,
    leftAt: null,
    acceptedAt: standing ? before.acceptedAt : now,
    acceptedVersion: standing ? before.acceptedVersion : policyVersionOf(things, meeting.panelId),
  }
  return [recorded('confidentialityAccepted', { attendance })]
}
