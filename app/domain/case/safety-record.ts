import { isOutOf, sightOf } from '../sight/sight'
import { recorded } from '../records/records'
import { type Asking, type Decided, notFound, refuseField } from '../asking'
import { type FilledIn, id, optionalLine } from '../fields'
import { z } from 'zod'

export const keepSafetyRecordFields = {
  caseId: id('Say which case.'),
  victimId: id('Choose the victim-survivor.'),
  safeContact: optionalLine,
  whoMustNotKnow: optionalLine,
  wishes: optionalLine,
  told: optionalLine,
  memberIds: z.array(z.string().max(80)).max(40).default([]),
}

export const keepSafetyRecord = (
  asking: Asking,
  command: FilledIn<typeof keepSafetyRecordFields>,
): Decided => {
  const { things, viewer, context } = asking
  const victim = things.get('victim', command.victimId)
  const sight = sightOf(viewer, things, null)
  if (
    !victim ||
    victim.caseId !== command.caseId ||
    victim.panelId !== viewer.panelId ||
    isOutOf(sight, victim.caseId)
  )
    return notFound
  if (command.memberIds.some((one) => things.get('member', one)?.panelId !== viewer.panelId)) {
    return refuseField('memberIds', 'Choose members of this panel.')
  }
  return [
    recorded('safetyRecordKept', {
      safetyRecord: {
        id: victim.id,
        panelId: victim.panelId,
        caseId: victim.caseId,
        safeContact: command.safeContact,
        whoMustNotKnow: command.whoMustNotKnow,
        wishes: command.wishes,
        told: command.told,
        memberIds: command.memberIds,
        updatedAt: context.now,
        updatedBy: viewer.memberId,
      },
    }),
  ]
}
