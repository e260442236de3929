import {
  attendanceOf,
  findMeeting,
  isRefusal,
  refuse,
  refuseField,
  type Asking,
  type Decided,
} from '../asking'
import { statusesInTheRoom, attendanceStatusKeys } from '../catalogues/meeting'
import { instantOfLocal } from '../dates/local-time'
import { attendanceFor } from '../meeting/attendance'
import { recorded } from '../records/records'
import type { Attendance } from '../things/meeting'
import { meetingId, id, optionalLine, emptyIsNull, timeOfDay, line } from '../fields'
import { z } from 'zod'
import type { FilledIn } from '../fields'

// Attendance after the meeting has closed: chair or coordinator puts it right, or adds who was forgotten, with a reason.
// How it stood before stays with it. In approved minutes it is a correction like any other: it waits for the chair.

export const correctAttendanceFields = {
  meetingId,
  memberId: id('Choose the person.'),
  status: z.enum(attendanceStatusKeys, { error: 'Choose how they attended.' }),
  deputyFor: optionalLine,
  note: optionalLine,
  joinedAt: emptyIsNull(timeOfDay),
  leftAt: emptyIsNull(timeOfDay),
  reason: line('Say what is corrected and why.'),
}

export const correctAttendance = (
  asking: Asking,
  command: FilledIn<typeof correctAttendanceFields>,
): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const { things, context, viewer } = asking
  if (meeting.status !== 'closed' || meeting.closedAt === null)
    return refuse('wrong_moment', 'Until the meeting is closed, attendance is recorded in its room.')
  if (things.get('member', command.memberId)?.panelId !== viewer.panelId)
    return refuseField('memberId', 'Choose a member of this panel.')
  if (command.status === 'deputy' && !command.deputyFor)
    return refuseField('deputyFor', 'Say for whom the deputy attended.')
  const known = attendanceOf(things, meeting.id, command.memberId)
  const was = attendanceFor(asking, meeting, command.memberId)
  const here = statusesInTheRoom.includes(command.status)
  const moment = (time: string | null, otherwise: number | null) =>
    here ? (time === null ? otherwise : instantOfLocal(meeting.date, time)) : null
  const [joinedAt, leftAt] = [moment(command.joinedAt, was.joinedAt), moment(command.leftAt, was.leftAt)]
  if (joinedAt !== null && leftAt !== null && leftAt < joinedAt)
    return refuseField('leftAt', 'They left after they joined. Give a later time.')
  const { status, deputyFor, note } = was
  const attendance: Attendance = {
    ...was,
    status: command.status,
    deputyFor: command.status === 'deputy' ? command.deputyFor : null,
    note: command.note || note,
    joinedAt,
    leftAt,
    history: [
      ...was.history,
      {
        at: context.now,
        by: viewer.memberId,
        reason: command.reason,
        before: known ? { status, deputyFor, note, joinedAt: was.joinedAt, leftAt: was.leftAt } : null,
      },
    ],
  }
  return [recorded('attendanceCorrected', { attendance, at: context.now, by: viewer.memberId })]
}
