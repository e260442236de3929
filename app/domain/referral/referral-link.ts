import { notFound, refuse, type Context, type Decided } from '../asking'
import type { InternalCommand } from '../commands'
import { may } from '../may'
import { policyOf } from '../panel/policy'
import { addTo, findReferral, receive } from './referrals'
import { recorded } from '../records/records'
import { isRefusal } from '../refusals'
import { viewerOf } from '../sight/viewer'
import type { Things } from '../things/thing-set'
import type { ReferralLink } from '../things/referral'

// A way in for one referrer outside the panel, who has no account: a link that sends one referral, or answers one
// question, once. Afterwards it shows how far that has come, for as long as the panel's policy says, and nothing else.
// Chair, coordinator, and any member who may refer, gives one. The token itself is made and checked in
// server/accounts/referral-links.ts; here there is only its hash, and that is sealed.

const day = 86_400_000

type Offer = Extract<InternalCommand, { kind: 'offerReferralLink' }>
type Use = Extract<InternalCommand, { kind: 'referByLink' | 'addByLink' }>

export const offerReferralLink = (
  things: Things,
  accountId: string | null,
  command: Offer,
  context: Context,
): Decided => {
  const viewer = accountId === null ? undefined : viewerOf(things, accountId, command.panelId)
  if (!viewer) return notFound
  const asking = { viewer, things, context }
  // Whoever may not refer may not have others refer.
  const no = may(asking, { kind: 'makeReferral' } as never)
  if (no) return no
  if (command.link.forReferralId !== null) {
    const referral = findReferral(asking, command.link.forReferralId)
    if (isRefusal(referral)) return referral
    if (viewer.role !== 'chair' && viewer.role !== 'coordinator')
      return refuse('not_allowed', 'Chair or coordinator asks for more.')
    if (referral.stage !== 'returned')
      return refuse('wrong_moment', 'The referral has not been returned for information.')
  }
  const link: Omit<ReferralLink, 'tokenHash'> = {
    id: context.newId(),
    panelId: viewer.panelId,
    ...command.link,
    madeBy: viewer.memberId,
    madeAt: context.now,
    until: context.now + policyOf(things, viewer.panelId).referralLinkDays * day,
    usedAt: null,
    referralId: null,
    withdrawnAt: null,
    withdrawnReason: null,
  }
  return [recorded('referralLinkOffered', { link }, { linkHash: command.tokenHash })]
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

/** Decided where orders stand in line: sent twice at once, a link is still used only once. */
export const spendReferralLink = (things: Things, command: Use, context: Context): Decided => {
  const link = things.get('referralLink', command.linkId)
  if (!link || !isUsable(link, context.now)) return notFound
  if (command.kind === 'addByLink') {
    const referral = things.get('referral', link.forReferralId)
    if (!referral) return notFound
    const added = addTo(things, context, referral, command.fields, null)
    return isRefusal(added)
      ? notFound
      : [
          ...added,
          recorded('referralLinkUsed', { linkId: link.id, referralId: referral.id, at: context.now }),
        ]
  }
  if (link.forReferralId !== null) return notFound
  const origin = {
    source: link.source,
    memberId: null,
    agencyId: null,
    name: link.name,
    agency: link.agency,
    email: link.email,
    linkId: link.id,
  }
  const records = receive(things, context, link.panelId, command.fields, origin, [])
  const referralId =
    records.flatMap((one) => (one.kind === 'referralReceived' ? [one.body.referral.id] : []))[0] ?? ''
  return [...records, recorded('referralLinkUsed', { linkId: link.id, referralId, at: context.now })]
}
