import { askedInNow } from './asked-in-now'
import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import { caseId, day, id, line, optionalId, type FilledIn } from '../fields'
import { laneOf } from '../lane'
import { recorded } from '../records/records'
import { seen } from '../sight/sees'
import { sightOf } from '../sight/sight'
import { contactMeansKeys, contactResultKeys, type Contact } from '../things/case'
import { z } from 'zod'

// What agencies have of him between meetings: who saw or spoke to him, or tried to, when and what came of it. So that two do
// not knock on his door on one day, and so that nobody is forgotten whom nobody has reached. In one's own lane; what was
// recorded wrongly is withdrawn with the reason and stays readable. What she said of him does not belong here.

export const recordContactFields = {
  caseId,
  fields: z.object({
    day: day('Give the day of the contact.'),
    means: z.enum(contactMeansKeys, { error: 'Choose how.' }),
    result: z.enum(contactResultKeys, { error: 'Say whether he was reached.' }),
    what: line('Write what was said or done, or what was tried.'),
    agencyId: optionalId,
  }),
}

export const recordContact = (
  asking: Asking,
  { caseId, fields }: FilledIn<typeof recordContactFields>,
): Decided => {
  const { things, viewer, context } = asking
  const itsCase = things.get('case', caseId)
  if (!itsCase || !seen(sightOf(viewer, things, null), 'case', itsCase)) return notFound
  const lane = laneOf(asking, fields.agencyId)
  if (isRefusal(lane)) return { ...lane, fields: [{ field: 'fields.agencyId', message: lane.message }] }
  if (fields.day > context.today) return refuseField('fields.day', 'Give a day that is not in the future.')
  const contact: Contact = {
    id: context.newId(),
    panelId: viewer.panelId,
    caseId,
    agencyId: lane.id,
    recordedBy: viewer.memberId,
    recordedAt: context.now,
    day: fields.day,
    means: fields.means,
    result: fields.result,
    what: fields.what,
    invitedAgencyIds: askedInNow(things, caseId),
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  }
  return [recorded('contactRecorded', { contact })]
}

export const withdrawContactFields = {
  caseId,
  contactId: id('Choose the contact.'),
  reason: line('Say why this is withdrawn.'),
}

export const withdrawContact = (asking: Asking, command: FilledIn<typeof withdrawContactFields>): Decided => {
  const { things, viewer, context } = asking
  const contact = things.get('contact', command.contactId)
  if (
    !contact ||
    contact.caseId !== command.caseId ||
    !seen(sightOf(viewer, things, null), 'contact', contact)
  )
    return notFound
  if (isRefusal(laneOf(asking, contact.agencyId)))
    return refuse('not_allowed', 'The agency that recorded it withdraws it, or chair and coordinator.')
  if (contact.withdrawnAt !== null) return refuse('already_done', 'That was withdrawn.')
  return [
    recorded('contactWithdrawn', {
      contactId: contact.id,
      at: context.now,
      by: viewer.memberId,
      reason: command.reason,
    }),
  ]
}
