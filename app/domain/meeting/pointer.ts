import type { Meeting } from '../things/meeting'
import { holdsChair, notYourPointer, openMeetingOf } from './holding-the-chair'
import { isOutOf, sightOf } from '../sight/sight'
import { recorded } from '../records/records'
import { stepKeys } from '../catalogues/meeting'
import {
  type Asking,
  type Decided,
  attendanceOf,
  findItem,
  isInTheRoom,
  isRefusal,
  refuse,
  refuseField,
} from '../asking'
import { type FilledIn, id, itemId, line, meetingId } from '../fields'
import { viewerOf } from '../sight/viewer'
import { z } from 'zod'

export const movePointerFields = {
  meetingId,
  itemId,
  step: z.enum(stepKeys, { error: 'Choose the step.' }),
}

export const movePointer = (asking: Asking, command: FilledIn<typeof movePointerFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  const item = findItem(asking, meeting.id, command.itemId)
  if (isRefusal(item)) {
    // The chair may be out of this very case; it is on the agenda as "another item", so saying so tells nothing new.
    const another = asking.things.get('item', command.itemId)
    return another?.meetingId === meeting.id && another.status !== 'removed'
      ? refuse('wrong_moment', 'You are out of this case. Hand the chair over for it.')
      : item
  }
  if (meeting.itemId === item.id && meeting.step === command.step)
    return refuse('already_done', 'The panel is there already.')
  return [
    recorded('pointerMoved', {
      meetingId: meeting.id,
      itemId: item.id,
      step: command.step,
      at: asking.context.now,
    }),
  ]
}

export const undoAdvanceFields = { meetingId }

export const undoAdvance = (asking: Asking, command: FilledIn<typeof undoAdvanceFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  const back = meeting.trail.at(-1)
  if (!back) return refuse('already_done', 'There is no move to undo.')
  if (back.itemId !== null && isRefusal(findItem(asking, meeting.id, back.itemId))) {
    return refuse('wrong_moment', 'You cannot go back there. Choose a case on the agenda.')
  }
  return [recorded('advanceUndone', { meetingId: meeting.id, at: asking.context.now })]
}

/** Someone may hold the chair who is chair or coordinator, is in the room and is not out of the case at hand. */
const mayHold = (asking: Asking, meeting: Meeting, memberId: string): boolean => {
  const member = asking.things.get('member', memberId)
  if (!member || !member.active || (member.role !== 'chair' && member.role !== 'coordinator')) return false
  const attendance = attendanceOf(asking.things, meeting.id, memberId)
  if (!isInTheRoom(attendance) || !attendance?.acceptedAt) return false
  const item = asking.things.get('item', meeting.itemId)
  const viewer = viewerOf(asking.things, member.accountId, meeting.panelId)
  return viewer !== undefined && (!item || !isOutOf(sightOf(viewer, asking.things, meeting.id), item.caseId))
}

export const handOverChairFields = { meetingId, memberId: id('Choose who takes the chair.') }

export const handOverChair = (asking: Asking, command: FilledIn<typeof handOverChairFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  if (command.memberId === asking.viewer.memberId) return refuse('already_done', 'You hold the chair.')
  if (!mayHold(asking, meeting, command.memberId)) {
    return refuseField(
      'memberId',
      'Choose a chair or coordinator who has joined the meeting and may be in this case.',
    )
  }
  return [recorded('chairHandedOver', { meetingId: meeting.id, from: meeting.chairId, to: command.memberId })]
}

export const takeChairFields = {
  meetingId,
  reason: line('Say why you take the chair, for example “the chair lost connection”.'),
}

/** For a chair who is gone: a co-chair or coordinator takes the chair, says why, and the record keeps it. */
export const takeChair = (asking: Asking, command: FilledIn<typeof takeChairFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const me = asking.viewer.memberId
  if (holdsChair(asking, meeting)) return refuse('already_done', 'You hold the chair.')
  if (!mayHold(asking, meeting, me))
    return refuse('wrong_moment', 'You cannot take the chair while you are out of this case.')
  return [
    recorded('chairTaken', { meetingId: meeting.id, from: meeting.chairId, to: me, reason: command.reason }),
  ]
}
