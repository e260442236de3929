import { isRefusal, refuseField, agenciesInTheRoom } from '../../asking'
import { type Acceptance } from '../../things/entries'
import { dueFrom } from '../../due-from'
import { agencyOr, agencyCanRead, seenReference, type Making, type Maker } from './making'

/** One's own action is accepted by recording it; another's waits for its owner if in the room, and is parked if not. */
const acceptanceOf = ({ asking, lane }: Making, owner: string, meetingId: string): Acceptance => {
  if (owner === lane.id && lane.id === asking.viewer.agencyId) return 'accepted'
  return agenciesInTheRoom(asking.things, meetingId).has(owner) ? 'awaiting' : 'parked'
}

export const makeAction: Maker<'action'> = (fields, making) => {
  const { base, asking, lane, meeting, replaces } = making
  const owner = agencyOr(asking, fields.ownerAgencyId, lane.id, 'fields.ownerAgencyId')
  if (isRefusal(owner)) return owner
  const member = asking.things.get('member', fields.ownerMemberId)
  if (fields.ownerMemberId && member?.agencyId !== owner) {
    return refuseField('fields.ownerMemberId', 'Choose a person of the agency that owns the action.')
  }
  const due = dueFrom(asking, fields.due, 'fields.due', asking.things.get('action', replaces?.id)?.due)
  if (isRefusal(due)) return due
  if (!agencyCanRead(making, owner))
    return refuseField(
      'fields.audience',
      'The agency that owns the action must be able to read it. Add it to the audience.',
    )
  const interventionId = seenReference(making, 'intervention', fields.interventionId, 'fields.interventionId')
  if (isRefusal(interventionId)) return interventionId
  const requestId = seenReference(making, 'request', fields.requestId, 'fields.requestId')
  if (isRefusal(requestId)) return requestId
  const accepted = acceptanceOf(making, owner, meeting.id)
  // The same owner who had accepted keeps having accepted when only the words are corrected.
  const before = asking.things.get('action', replaces?.id)
  const kept =
    before?.ownerAgencyId === owner && (before.acceptance === 'accepted' || meeting.status === 'closed')
      ? before
      : undefined
  return {
    ...base,
    what: fields.what,
    ownerAgencyId: owner,
    ownerRole: fields.ownerRole,
    ownerMemberId: fields.ownerMemberId,
    due,
    interventionId,
    requestId,
    acceptance: kept ? kept.acceptance : accepted,
    acceptedBy: kept ? kept.acceptedBy : accepted === 'accepted' ? base.recordedBy : null,
    acceptedAt: kept ? kept.acceptedAt : accepted === 'accepted' ? base.recordedAt : null,
    outcome: before?.outcome ?? null,
    evidence: before?.evidence ?? '',
    endedAt: before?.endedAt ?? null,
    passedFrom: before?.passedFrom ?? null,
    passedTo: before?.passedTo ?? null,
    history: before?.history ?? [],
  }
}
