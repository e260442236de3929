import { isRefusal, refuse, refuseField } from '../../asking'
import { policyVersionOf } from '../../panel/policy'
import { dueFrom } from '../../due-from'
import { standingIn, type Maker } from './making'

export const makeDecision: Maker<'decision'> = (fields, making) => {
  const { base, asking } = making
  if (standingIn(making, 'decision').length > 0) {
    return refuse('already_done', 'A decision stands for this case. Correct it instead of adding another.')
  }
  const until =
    fields.until === ''
      ? null
      : dueFrom(
          asking,
          fields.until,
          'fields.until',
          asking.things.get('decision', making.replaces?.id)?.until ?? undefined,
        )
  if (isRefusal(until)) return until
  const need = (field: string, message: string) => refuseField(`fields.${field}`, message)
  switch (fields.outcome) {
    case 'accept':
      if (!fields.mode)
        return need('mode', 'Say whether this is direct work, or disrupt and indirect work only.')
      break
    case 'bring_back':
      if (!fields.reason) return need('reason', 'Say why the case is brought back.')
      break
    case 'not_accepted':
      if (!fields.reason) return need('reason', 'Say why the case is not accepted.')
      break
    case 'extend':
      if (!fields.onward) return need('onward', 'Write the goals of the extension.')
      if (!until) return need('until', 'Say until when the case is extended.')
      break
    case 'close':
      if (!fields.closureReason) return need('closureReason', 'Choose the primary reason for closing.')
      break
    case 'transfer':
      if (!fields.onward) return need('onward', 'Say where the case is transferred to.')
      break
    case 'continue':
      break
    default:
      return fields.outcome satisfies never
  }
  const panel = asking.things.get('panel', asking.viewer.panelId)
  const before = asking.things.get('decision', making.replaces?.id)
  return {
    ...base,
    outcome: fields.outcome,
    mode: fields.outcome === 'accept' ? fields.mode : null,
    rationale: fields.rationale,
    reason: fields.reason,
    until,
    onward: fields.onward,
    closureReason: fields.outcome === 'close' ? fields.closureReason : null,
    // What was decided under one version is not made again under another because its words are corrected.
    criteriaVersion: before?.criteriaVersion ?? panel?.criteriaVersion ?? 0,
    policyVersion: before?.policyVersion ?? policyVersionOf(asking.things, asking.viewer.panelId),
  }
}
