import { isRefusal, refuse, refuseField, type Asking, type Decided } from '../asking'
import { caseId, day, id, line, optionalId, type FilledIn } from '../fields'
import { recorded } from '../records/records'
import { contactMeansKeys, contactResultKeys, type Contact } from '../things/case'
import { foundOnCase, mustBeOwn, recordedOnCase } from './on-a-case'
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
  const where = recordedOnCase(asking, caseId, fields.agencyId)
  if (isRefusal(where)) return where
  if (fields.day > asking.context.today)
    return refuseField('fields.day', 'Give a day that is not in the future.')
  const contact: Contact = {
    ...where,
    day: fields.day,
    means: fields.means,
    result: fields.result,
    what: fields.what,
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
  const contact = foundOnCase(asking, 'contact', command.caseId, command.contactId)
  if (isRefusal(contact)) return contact
  const no = mustBeOwn(asking, contact, 'withdraws')
  if (no) return no
  if (contact.withdrawnAt !== null) return refuse('already_done', 'That was withdrawn.')
  return [
    recorded('contactWithdrawn', {
      contactId: contact.id,
      at: asking.context.now,
      by: asking.viewer.memberId,
      reason: command.reason,
    }),
  ]
}
