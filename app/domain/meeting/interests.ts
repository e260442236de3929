import { isOutOf } from '../sight/sight'
import { recorded } from '../records/records'
import { runs } from './attendance'
import {
  type Asking,
  type Decided,
  findItem,
  findMeeting,
  isRefusal,
  notFound,
  refuse,
  refuseField,
  sightInMeeting,
} from '../asking'
import { type FilledIn, id, inItem, line, meetingId, optionalId } from '../fields'

export const declareConflictFields = {
  ...inItem,
  memberId: optionalId,
  reason: line('Say what the interest is, in a line. Only chair, coordinator and the person see it.'),
}

export const declareConflict = (asking: Asking, command: FilledIn<typeof declareConflictFields>): Decided => {
  const { viewer, things, context } = asking
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const item = findItem(asking, command.meetingId, command.itemId)
  if (isRefusal(item)) return item
  const memberId = command.memberId ?? viewer.memberId
  const member = things.get('member', memberId)
  if (!member || member.panelId !== viewer.panelId)
    return refuseField('memberId', 'Choose a member of this panel.')
  if (memberId !== viewer.memberId && !runs(asking))
    return refuse('not_allowed', 'Chair or coordinator records the interests of others.')
  if (meeting.status === 'closed') return refuse('wrong_moment', 'The meeting is closed.')
  // A chair who leaves must leave the pointer with someone: it passes only by an explicit act.
  if (meeting.status === 'open' && meeting.chairId === memberId && meeting.itemId === item.id) {
    return refuse(
      'wrong_moment',
      'Whoever holds the chair cannot leave this case yet: hand the chair over first.',
    )
  }
  const already = things
    .all('conflict')
    .some((one) => one.caseId === item.caseId && one.memberId === memberId && one.withdrawnAt === null)
  if (already) return refuse('already_done', 'This interest is declared already.')
  return [
    recorded('conflictDeclared', {
      conflict: {
        id: context.newId(),
        panelId: viewer.panelId,
        caseId: item.caseId,
        memberId,
        reason: command.reason,
        declaredAt: context.now,
        declaredBy: viewer.memberId,
        withdrawnAt: null,
        withdrawnReason: null,
      },
    }),
  ]
}

export const withdrawConflictFields = {
  meetingId,
  conflictId: id('Choose the declared interest.'),
  reason: line('Say why the interest no longer stands.'),
}

export const withdrawConflict = (
  asking: Asking,
  command: FilledIn<typeof withdrawConflictFields>,
): Decided => {
  const { viewer, things, context } = asking
  const conflict = things.get('conflict', command.conflictId)
  const sight = sightInMeeting(asking, command.meetingId)
  if (!conflict || conflict.panelId !== viewer.panelId || isOutOf(sight, conflict.caseId)) return notFound
  if (conflict.withdrawnAt !== null) return refuse('already_done', 'This interest was withdrawn already.')
  return [recorded('conflictWithdrawn', { conflictId: conflict.id, at: context.now, reason: command.reason })]
}
