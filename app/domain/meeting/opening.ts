import {
  agenciesInTheRoom,
  findMeeting,
  isRefusal,
  refuse,
  refuseField,
  type Asking,
  type Decided,
} from '../asking'
import { agendaOf } from '../agenda/agenda'
import { policyOf, policyVersionOf } from '../panel/policy'
import { quorumOf } from './quorum'
import { recorded } from '../records/records'
import { entryKinds } from '../things/entries'
import { meetingId, optionalLine, line } from '../fields'
import type { FilledIn } from '../fields'
import { openMeetingOf } from './holding-the-chair'

// The meeting in session (domain 4). The chair's pointer is shared state and moves only by an explicit act of whoever
// holds the chair; a lost connection moves nothing. Going back destroys nothing.
export const openMeetingFields = { meetingId, inquorateReason: optionalLine }

export const openMeeting = (asking: Asking, command: FilledIn<typeof openMeetingFields>): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const { things, context, viewer } = asking
  if (meeting.status !== 'planned') return refuse('already_done', 'The meeting has been opened already.')
  const policy = policyOf(things, meeting.panelId)
  const quorum = quorumOf(policy, agenciesInTheRoom(things, meeting.id))
  if (!quorum.met && !command.inquorateReason) {
    return refuseField(
      'inquorateReason',
      `${quorum.present} of the ${quorum.needed} ${policy.quorumCounts === 'core' ? 'core ' : ''}agencies needed are in the room. Say why the meeting goes ahead without a quorum.`,
    )
  }
  return [
    recorded('meetingOpened', {
      meetingId: meeting.id,
      at: context.now,
      by: viewer.memberId,
      inquorateReason: quorum.met ? null : command.inquorateReason,
      policyVersion: policyVersionOf(things, meeting.panelId),
    }),
  ]
}

export const cancelOpeningFields = {
  meetingId,
  reason: line('Say why the meeting goes back to planned.'),
}

/** A meeting opened by mistake goes back to planned, as long as nothing about a case has been recorded. */
export const cancelOpening = (asking: Asking, command: FilledIn<typeof cancelOpeningFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const { things, context, viewer } = asking
  const recordedHere = entryKinds.some((kind) =>
    things.all(kind).some((entry) => entry.meetingId === meeting.id),
  )
  const concluded = agendaOf(asking, meeting.id).some((item) => item.status === 'concluded')
  if (recordedHere || concluded) {
    return refuse(
      'wrong_moment',
      'Entries have been recorded, so the meeting can only be closed. Close it and say why.',
    )
  }
  return [
    recorded('openingCancelled', {
      meetingId: meeting.id,
      at: context.now,
      by: viewer.memberId,
      reason: command.reason,
    }),
  ]
}
