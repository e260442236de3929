import { notFound, refuse, type Asking, type Context, type Decided } from '../asking'
import type { ReferralSource } from '../catalogues/referral'
import type { AdditionFields, ReferralFields } from './referral-fields'
import { policyOf } from '../panel/policy'
import { addTo, findReferral, receive } from './referrals'
import { recorded } from '../records/records'
import { isRefusal } from '../refusals'
import { runsPanel } from '../sight/viewer'
import type { Things } from '../things/thing-set'
import type { ReferralLink } from '../things/referral'

// A way in for one referrer outside the panel, who has no account: a link that sends one referral, or answers one
// question, once. Afterwards it shows how far that has come, for as long as the panel's policy says, and nothing else.
// Chair, coordinator, and any member who may refer, gives one. The token itself is made and checked in
// server/accounts/referral-links.ts; here there is only its hash, and that is sealed.

const day = 86_400_000

export interface ReferralLinkOffer {
  source: ReferralSource
  name: string
  agency: string
  email: string
  /** Set: to add to this referral. */
  forReferralId: string | null
}

export const offerReferralLink = (asking: Asking, offer: ReferralLinkOffer, tokenHash: string): Decided => {
  const { viewer, things, context } = asking
  if (offer.forReferralId !== null) {
    const referral = findReferral(asking, offer.forReferralId)
    if (isRefusal(referral)) return referral
    if (!runsPanel(viewer)) return refuse('not_allowed', 'Chair or coordinator asks for more.')
    if (referral.stage !== 'returned')
      return refuse('wrong_moment', 'The referral has not been returned for information.')
  }
  const link: Omit<ReferralLink, 'tokenHash'> = {
    id: context.newId(),
    panelId: viewer.panelId,
    ...offer,
    madeBy: viewer.memberId,
    madeAt: context.now,
    until: context.now + policyOf(things, viewer.panelId).referralLinkDays * day,
    usedAt: null,
    referralId: null,
    withdrawnAt: null,
    withdrawnReason: null,
  }
  return [recorded('referralLinkOffered', { link }, { linkHash: tokenHash })]
}

export const isUsable = (
  link: Pick<ReferralLink, 'usedAt' | 'withdrawnAt' | 'until'>,
  now: number,
): boolean => link.usedAt === null && link.withdrawnAt === null && now < link.until

/** Used, it shows its stage for a time; then it is as if it had never been. */
export const showsStage = (
  link: Pick<ReferralLink, 'usedAt' | 'withdrawnAt'>,
  now: number,
  stageDays: number,
): boolean => link.usedAt !== null && link.withdrawnAt === null && now < link.usedAt + stageDays * day

const usableLink = (things: Things, linkId: string, now: number): ReferralLink | undefined => {
  const link = things.get('referralLink', linkId)
  return link && isUsable(link, now) ? link : undefined
}

// Decided where commands stand in line: sent twice at once, a link is still used only once.

/** More about the referral that the link was given for. */
export const addByLink = (
  things: Things,
  linkId: string,
  fields: AdditionFields,
  context: Context,
): Decided => {
  const link = usableLink(things, linkId, context.now)
  const referral = link && things.get('referral', link.forReferralId)
  if (!link || !referral) return notFound
  const added = addTo(things, context, referral, fields, null)
  return isRefusal(added)
    ? notFound
    : [...added, recorded('referralLinkUsed', { linkId, referralId: referral.id, at: context.now })]
}

/** A new referral. */
export const referByLink = (
  things: Things,
  linkId: string,
  fields: ReferralFields,
  context: Context,
): Decided => {
  const link = usableLink(things, linkId, context.now)
  if (!link || link.forReferralId !== null) return notFound
  const origin = {
    source: link.source,
    memberId: null,
    agencyId: null,
    name: link.name,
    agency: link.agency,
    email: link.email,
    linkId: link.id,
  }
  const records = receive(things, context, link.panelId, fields, origin, [])
  const referralId =
    records.flatMap((one) => (one.kind === 'referralReceived' ? [one.body.referral.id] : []))[0] ?? ''
  return [...records, recorded('referralLinkUsed', { linkId, referralId, at: context.now })]
}
