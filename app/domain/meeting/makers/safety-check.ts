import { refuse, refuseField } from '../../asking'
import { standingIn, type Maker } from './making'

export const makeSafetyCheck: Maker<'safetyCheck'> = (fields, making) => {
  const { base, asking, item } = making
  const victims = asking.things.all('victim').filter((victim) => victim.caseId === item.caseId)
  const victimId = fields.victimId ?? (victims.length === 1 ? (victims[0]?.id ?? null) : null)
  if (victims.length > 0 && !victims.some((victim) => victim.id === victimId)) {
    return refuseField(
      'fields.victimId',
      'Choose the victim-survivor this is about. Each has a safety check of her own.',
    )
  }
  if (standingIn(making, 'safetyCheck').some((entry) => entry.victimId === victimId)) {
    return refuse(
      'already_done',
      'The safety check for her is answered. Correct it instead of adding another.',
    )
  }
  if (fields.raisesRisk === 'yes' && !fields.riskNote)
    return refuseField('fields.riskNote', 'Write when the risk could rise, and from what.')
  return {
    ...base,
    victimId,
    knows: fields.knows,
    raisesRisk: fields.raisesRisk,
    riskNote: fields.riskNote,
    safeContact: fields.safeContact,
    plan: fields.plan,
    whoTells: fields.whoTells,
    children: fields.children,
  }
}
