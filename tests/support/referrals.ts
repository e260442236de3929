import { isRefusal } from '../../app/domain/refusals'
import { additionFields, referralFields } from '../../app/domain/referral/referral-fields'
import { referralLinks } from '../../db/schema/referral'
import { loadPeople } from '../../db/things/load-people'
import { sha256 } from '../../server/accounts/sealing'
import type { Session } from '../../server/accounts/sessions'
import type { Services } from '../../server/services'
import { eq } from 'drizzle-orm'
import type { ActingPanel, PersonName, Sent, SmallPanel } from './small-panel-facts'

// Referrals with everything that must be filled in; a test says what matters to it.

/** The small panel behind its services (small-panel.ts). */
interface ServedPanel extends ActingPanel {
  services: Services
  sessionFor: (who: PersonName) => Promise<Session>
}

type Fields = Record<string, unknown>

const someFields: Fields = {
  givenName: 'Godfrey',
  familyName: 'Yarwell',
  dateOfBirth: '1985-02-09',
  reason: 'He was seen outside her door.',
  dashCount: '15',
  riskTopics: ['stalking'],
  incidents: [{ date: '2026-11-01', what: 'He waited in the street.', gravity: 'threat' }],
  victims: [{ relationship: 'former_partner', told: 'yes', agrees: 'yes', safeContact: 'Text first.' }],
  children: [{ ageBand: '5_10', plan: 'child_in_need' }],
}

export const referralCommand = (panel: SmallPanel, fields: Fields = {}, rest: Fields = {}): Sent => ({
  kind: 'makeReferral',
  panelId: panel.panelId,
  source: 'agency',
  fields: { ...someFields, ...fields },
  ...rest,
})

/** A referral that someone made, named as commands about it name it. */
export const referred = async (
  panel: ActingPanel,
  who: PersonName = 'housing',
  fields: Fields = {},
  rest: Fields = {},
) => {
  const { created } = await panel.done(who, referralCommand(panel, fields, rest))
  if (!created.referral) throw new Error('No referral came of it.')
  return { panelId: panel.panelId, referralId: created.referral }
}

export const acceptance = (about: { panelId: string; referralId: string }, rest: Fields = {}): Sent => ({
  kind: 'acceptReferral',
  ...about,
  personId: 'new',
  reason: 'Visible high risk',
  ...rest,
})

/** Referred and accepted: the case that came of it. */
export const acceptedCase = async (
  panel: ServedPanel,
  fields: Fields = {},
  rest: Fields = {},
): Promise<string> => {
  const about = await referred(panel, 'housing', fields)
  const { created } = await panel.done('chair', acceptance(about, rest))
  if (!created.case) throw new Error('No case came of the referral.')
  return created.case
}

export const aReferralLink = async (
  panel: ServedPanel,
  who: PersonName = 'coordinator',
  rest: { forReferralId?: string; name?: string; agency?: string } = {},
) => {
  const offered = await panel.services.referralLinks.offer(await panel.sessionFor(who), panel.panelId, {
    source: 'other',
    name: rest.name ?? 'Outside One',
    agency: rest.agency ?? 'A surgery',
    email: 'outside@surgery.example',
    forReferralId: rest.forReferralId ?? null,
  })
  if (isRefusal(offered)) throw new Error(offered.message)
  const [link] = await panel.services.store.read
    .select()
    .from(referralLinks)
    .where(eq(referralLinks.tokenHash, sha256(offered.token)))
  return { token: offered.token, linkId: link?.id ?? '' }
}

export const outsideFields = (fields: Fields = {}) => ({
  refer: referralFields.parse({ ...someFields, ...fields }),
})
export const outsideAddition = (fields: Fields) => ({ add: additionFields.parse(fields) })

/** Two of Ashford's people, by the names in the import. */
export const twoPersons = async (panel: ServedPanel, kept = 'Quenby', merged = 'Rusholt') => {
  const people = (await loadPeople(panel.services.store.read, panel.panelId))?.all('person') ?? []
  const idOf = (family: string) => people.find((one) => one.familyName === family)?.id ?? ''
  return { keptId: idOf(kept), mergedIds: [idOf(merged)] }
}
