import type { Meeting } from '../things/meeting'
import { type Asking, findMeeting, isRefusal, mustBeOpen, refuse } from '../asking'

// The meeting in session (domain 4). The chair's pointer is shared state and moves only by an explicit act of whoever
// holds the chair; a lost connection moves nothing. Going back destroys nothing.

export const holdsChair = (asking: Asking, meeting: Meeting) => meeting.chairId === asking.viewer.memberId

export const notYourPointer = refuse(
  'not_allowed',
  'Only whoever holds the chair moves the panel. Ask for the chair, or take it with a reason.',
)

export const openMeetingOf = (asking: Asking, meetingId: string): Meeting | ReturnType<typeof refuse> => {
  const meeting = findMeeting(asking, meetingId)
  if (isRefusal(meeting)) return meeting
  return mustBeOpen(meeting) ?? meeting
}
