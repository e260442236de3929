import { z } from 'zod'
import { referralSourceKeys } from '~/domain/catalogues/referral'
import type { ReferralLinkOffer } from '~/domain/referral/referral-link'
import { id, line } from '~/domain/fields'
import { parseCommand } from '~/domain/commands/commands'
import type { AdditionFields, ReferralFields } from '~/domain/referral/referral-fields'
import { readFields } from '~/domain/read-fields'
import { isRefusal, type Refusal } from '~/domain/refusals'
import { wholeTexts } from '~/domain/whole-text'
import { valuesFromEntries } from '~/wire/form-values'

const offer = z.object({
  source: z.enum(referralSourceKeys, { error: 'Choose where the referral comes from.' }),
  name: line('Give the referrer’s name.'),
  agency: z.string().trim().max(200, 'Keep this under 200 characters.').default(''),
  email: z
    .string({ error: 'Give a full e-mail address, such as name@surgery.nhs.uk.' })
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Give a full e-mail address, such as name@surgery.nhs.uk.'),
  forReferralId: id('Choose the referral.').nullable(),
})

/** For whom a link is to be made. */
export const readLinkOffer = (form: FormData, forReferralId: string | null): ReferralLinkOffer | Refusal =>
  readFields(offer, wholeTexts({ ...valuesFromEntries(form.entries()), forReferralId }))

/** What a form of a link's page holds, checked by the very rules for a member's. */
export const readThroughLink = (
  form: FormData,
): { refer: ReferralFields } | { add: AdditionFields } | Refusal => {
  const { fields } = valuesFromEntries(form.entries())
  const asked = form.get('form') === 'add'
  const command = parseCommand(
    asked
      ? { kind: 'addToReferral', panelId: 'outside', referralId: 'outside', fields }
      : { kind: 'makeReferral', panelId: 'outside', source: 'other', fields },
  )
  if (isRefusal(command)) return command
  return command.kind === 'addToReferral'
    ? { add: command.fields }
    : { refer: (command as { fields: ReferralFields }).fields }
}
