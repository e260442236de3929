import type { ThingByKind, ThingKind } from '../../app/domain/things/kinds'
import { acceptance, referred } from '../support/referrals'
import type { ActingPanel } from '../support/small-panel'

// Ways to things that stand on record, for examples that name one which came with the import or of another command.

export const standing = async <K extends ThingKind>(
  panel: ActingPanel,
  kind: K,
  isMeant: (one: ThingByKind[K]) => boolean,
): Promise<ThingByKind[K]> => {
  const found = (await panel.standing()).all(kind).find(isMeant)
  if (!found) throw new Error(`There is no such ${kind}.`)
  return found
}

/** Referred with these fields, accepted, and put on the agenda of the meeting in session. */
export const listedCase = async (panel: ActingPanel, fields: Record<string, unknown>) => {
  const about = await referred(panel, 'housing', fields)
  const { created } = await panel.done('coordinator', acceptance(about))
  await panel.done('coordinator', {
    kind: 'listCase',
    meetingId: panel.meetingId,
    caseId: created.case,
    itemKind: 'new',
    minutes: 5,
    lateReason: 'New.',
  })
  return { caseId: created.case ?? '', personId: created.person ?? '' }
}
