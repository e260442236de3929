import { isRefusal, refuseField } from '../../asking'
import { stands } from '../../things/entries-standing'
import { seenReference, type Maker } from './making'

export const makePosition: Maker<'position'> = (fields, making) => {
  const decisionId = seenReference(making, 'decision', fields.decisionId, 'fields.decisionId')
  if (isRefusal(decisionId)) return decisionId
  const decision = making.asking.things.get('decision', decisionId)
  // What an earlier meeting decided is not taken up again by agreeing to it: this one decides for itself.
  if (decision && decision.itemId !== making.item.id)
    return refuseField(
      'fields.decisionId',
      'That decision was taken on another item. Take a position on the one of this item.',
    )
  if (!decision || !stands(decision))
    return refuseField(
      'fields.decisionId',
      'That decision was corrected. Take a position on the one that stands.',
    )
  if (fields.stance === 'dissents' && !fields.reason)
    return refuseField('fields.reason', 'Write why the agency dissents.')
  return { ...making.base, decisionId: decision.id, stance: fields.stance, reason: fields.reason }
}
