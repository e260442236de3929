import { listedReason, toldHow } from './referral-fields'
import { isRefusal, notFound, refuse, refuseField, type Asking, type Context, type Decided } from '../asking'
import type { ReferralSource } from '../catalogues/referral'
import { localDay } from '../dates/local-time'
import { policyOf, policyVersionOf } from '../panel/policy'
import type { AdditionFields, ReferralFields } from './referral-fields'
import { riskOf } from './referral-risk'
import { recorded, type PanelRecord } from '../records/records'
import { owedTelling } from './referrer-telling'
import type { Refusal } from '../refusals'
import { seen } from '../sight/sees'
import { sightOf } from '../sight/sight'
import type { Things } from '../things/thing-set'
import type { Referral, ReferralSafety, ReferrerTelling } from '../things/referral'
import { panelId, referralId, line, optionalLine, id } from '../fields'
import { z } from 'zod'
import { referralSourceKeys, tellingWayKeys } from '../catalogues/referral'
import { referralFields, additionFields } from './referral-fields'
import type { FilledIn } from '../fields'

// Referrals (domain 3): made by a member or through a link, screened by chair or coordinator, added to when they came
// back, and the referrer told. What accepting one makes, is in accept-referral.ts.

interface Origin {
  source: ReferralSource
  memberId: string | null
  agencyId: string | null
  name: string
  agency: string
  email: string
  linkId: string | null
}

/** Short enough to say on the telephone; it tells nothing of how many referrals there are. */
const refFrom = (id: string) =>
  `R-${id
    .replace(/[^0-9a-z]/gi, '')
    .slice(-6)
    .toUpperCase()}`

/** The referral as it arrives, and that the page on which it was sent said so: the acknowledgement. */
export const receive = (
  things: Things,
  context: Context,
  panelId: string,
  fields: ReferralFields,
  origin: Origin,
  memberIds: string[],
): PanelRecord[] => {
  const id = context.newId()
  const policy = policyOf(things, panelId)
  const withoutMark = ({ date, what, gravity }: ReferralFields['incidents'][number]) => ({
    date,
    what,
    gravity,
  })
  const open = fields.incidents.filter((one) => !one.fromHer).map(withoutMark)
  const hers = fields.incidents.filter((one) => one.fromHer).map(withoutMark)
  const facts = { dashCount: fields.dashCount, judgement: fields.judgement, receivedOn: context.today }
  // What she told must not show through a risk level that everyone reads: with her incidents it is worked out apart.
  const risk = riskOf({ ...facts, incidentDates: open.map((one) => one.date) }, policy)
  const riskWithHers = riskOf({ ...facts, incidentDates: [...open, ...hers].map((one) => one.date) }, policy)
  const referral: Referral = {
    id,
    panelId,
    ref: refFrom(id),
    source: origin.source,
    referrerMemberId: origin.memberId,
    referrerAgencyId: origin.agencyId,
    referrerName: origin.name,
    referrerAgency: origin.agency,
    referrerEmail: origin.email,
    linkId: origin.linkId,
    receivedAt: context.now,
    givenName: fields.givenName,
    familyName: fields.familyName,
    aliases: fields.aliases,
    dateOfBirth: fields.dateOfBirth,
    otherDatesOfBirth: fields.otherDateOfBirth === null ? [] : [fields.otherDateOfBirth],
    gender: fields.gender || null,
    firstLanguage: fields.firstLanguage || null,
    aboutHim: fields.aboutHim,
    reason: fields.reason,
    incidents: open,
    dashCount: fields.dashCount,
    riskTopics: [...new Set(fields.riskTopics)],
    judgement: fields.judgement,
    judgementReason: fields.judgementReason,
    riskLevel: risk.level,
    riskWorking: risk.working,
    policyVersion: policyVersionOf(things, panelId),
    orders: fields.orders,
    children: fields.children,
    additions: [],
    memberIds,
    stage: 'received',
    screenedAt: null,
    screenedBy: null,
    screeningReason: null,
    screeningNote: '',
    screeningWords: '',
    caseId: null,
  }
  const safety: ReferralSafety = {
    id,
    panelId,
    victims: fields.victims,
    incidents: hers,
    riskLevel: riskWithHers.level,
    riskWorking: riskWithHers.working,
    additions: [],
  }
  const acknowledged: ReferrerTelling = {
    id: context.newId(),
    panelId,
    referralId: id,
    what: 'acknowledgement',
    since: context.now,
    toldAt: context.now,
    toldBy: null,
    how: 'on_screen',
    words: '',
  }
  return [
    recorded('referralReceived', { referral, safety }),
    recorded('referrerTold', { telling: acknowledged }),
  ]
}

export const makeReferralFields = {
  panelId,
  source: z.enum(referralSourceKeys, { error: 'Choose where the referral comes from.' }),
  fields: referralFields,
  memberIds: z.array(z.string().max(80)).max(40).default([]),
}

export const makeReferral = (asking: Asking, command: FilledIn<typeof makeReferralFields>): Decided => {
  const { viewer, things, context } = asking
  const member = things.get('member', viewer.memberId)
  const agency = things.get('agency', viewer.agencyId)
  if (!member || !agency)
    return refuse(
      'not_allowed',
      'Only a member who stands for an agency refers. To bring in a referral from outside, give its referrer a link.',
    )
  if (command.memberIds.some((id) => things.get('member', id)?.panelId !== viewer.panelId))
    return refuseField('memberIds', 'Choose members of this panel.')
  const email = things.get('account', member.accountId)?.email ?? ''
  const origin = {
    source: command.source,
    memberId: member.id,
    agencyId: agency.id,
    name: member.name,
    agency: agency.name,
    email,
    linkId: null,
  }
  return receive(things, context, viewer.panelId, command.fields, origin, command.memberIds)
}

/** A referral of this panel that the asker may see; to anyone else there is none. */
export const findReferral = (asking: Asking, referralId: string): Referral | Refusal => {
  const { things, viewer } = asking
  const referral = things.get('referral', referralId)
  if (!referral || referral.panelId !== viewer.panelId) return notFound
  return seen(sightOf(viewer, things, null), 'referral', referral) ? referral : notFound
}

export const addTo = (
  things: Things,
  context: Context,
  referral: Referral,
  fields: AdditionFields,
  by: string | null,
): Decided => {
  if (referral.stage === 'signposted' || referral.stage === 'accepted') {
    return refuse('wrong_moment', 'The referral has been decided on. Tell the coordinator what is new.')
  }
  const addition = (what: string) => (what === '' ? null : { at: context.now, by, what })
  return [
    recorded('referralAddedTo', {
      referralId: referral.id,
      addition: addition(fields.what),
      safetyAddition: addition(fields.fromHer),
    }),
  ]
}

export const addToReferralFields = { panelId, referralId, fields: additionFields }

export const addToReferral = (asking: Asking, command: FilledIn<typeof addToReferralFields>): Decided => {
  const referral = findReferral(asking, command.referralId)
  if (isRefusal(referral)) return referral
  return addTo(asking.things, asking.context, referral, command.fields, asking.viewer.memberId)
}

/** What waits for screening: a referral that was returned may be decided on without an answer too. */
export const mustBeUndecided = (referral: Referral): Refusal | undefined =>
  referral.stage === 'received' || referral.stage === 'returned'
    ? undefined
    : refuse('already_done', 'This referral has been decided on already.')

const listed = (reasons: readonly string[], reason: string) =>
  reasons.includes(reason) ? undefined : refuseField('reason', 'Choose a reason from the panel’s list.')

const telling = (
  asking: Asking,
  referral: Referral,
  rest: Pick<ReferrerTelling, 'what' | 'since' | 'how' | 'words'>,
): ReferrerTelling => ({
  id: asking.context.newId(),
  panelId: referral.panelId,
  referralId: referral.id,
  toldAt: asking.context.now,
  toldBy: asking.viewer.memberId,
  ...rest,
})

/** Returned or signposted: reason from the list, words for the referrer, and whether they have been told with them. */
const screenedOut = (
  asking: Asking,
  command: FilledIn<typeof returnReferralFields> | FilledIn<typeof signpostReferralFields>,
  stage: 'returned' | 'signposted',
): Decided => {
  const referral = findReferral(asking, command.referralId)
  if (isRefusal(referral)) return referral
  const { things, context, viewer } = asking
  const policy = policyOf(things, viewer.panelId)
  const no =
    mustBeUndecided(referral) ??
    listed(stage === 'returned' ? policy.returnReasons : policy.signpostReasons, command.reason)
  if (no) return no
  const screening = {
    at: context.now,
    by: viewer.memberId,
    reason: command.reason,
    note: command.note,
    words: command.words,
  }
  const words = [command.reason, command.words].filter(Boolean).join('. ')
  return [
    recorded(stage === 'returned' ? 'referralReturned' : 'referralSignposted', {
      referralId: referral.id,
      screening,
    }),
    ...(command.how === null
      ? []
      : [
          recorded('referrerTold', {
            telling: telling(asking, referral, { what: stage, since: context.now, how: command.how, words }),
          }),
        ]),
  ]
}

export const returnReferralFields = {
  panelId,
  referralId,
  reason: listedReason,
  words: line('Write what is asked of the referrer. Name nobody.'),
  note: optionalLine,
  how: toldHow,
}

export const returnReferral = (asking: Asking, command: FilledIn<typeof returnReferralFields>): Decided =>
  screenedOut(asking, command, 'returned')

export const signpostReferralFields = {
  panelId,
  referralId,
  reason: listedReason,
  words: line('Write where the referrer may turn instead. Name nobody.'),
  note: optionalLine,
  how: toldHow,
}

export const signpostReferral = (asking: Asking, command: FilledIn<typeof signpostReferralFields>): Decided =>
  screenedOut(asking, command, 'signposted')

export const tellReferrerFields = {
  panelId,
  referralId,
  how: z.enum(tellingWayKeys, { error: 'Choose how they were told.' }),
  words: line('Write what they were told: the outcome and its reason. Name nobody.'),
}

/** Telling the referrer what is owed to them is an act of its own, with how and in which words. */
export const tellReferrer = (asking: Asking, command: FilledIn<typeof tellReferrerFields>): Decided => {
  const referral = findReferral(asking, command.referralId)
  if (isRefusal(referral)) return referral
  const owed = owedTelling(asking.things, referral)
  if (!owed) return refuse('already_done', 'There is nothing that this referrer is still to be told.')
  return [
    recorded('referrerTold', {
      telling: telling(asking, referral, {
        what: owed.what,
        since: owed.since,
        how: command.how,
        words: command.words,
      }),
    }),
  ]
}

export const withdrawReferralLinkFields = {
  panelId,
  linkId: id('Choose the link.'),
  reason: line('Say why the link is withdrawn.'),
}

export const withdrawReferralLink = (
  asking: Asking,
  command: FilledIn<typeof withdrawReferralLinkFields>,
): Decided => {
  const { things, viewer, context } = asking
  const link = things.get('referralLink', command.linkId)
  if (!link || !seen(sightOf(viewer, things, null), 'referralLink', link)) return notFound
  if (link.usedAt !== null) return refuse('already_done', 'The link has been used.')
  if (link.withdrawnAt !== null) return refuse('already_done', 'The link has been withdrawn already.')
  return [recorded('referralLinkWithdrawn', { linkId: link.id, at: context.now, reason: command.reason })]
}

export const receivedOn = (referral: Pick<Referral, 'receivedAt'>) => localDay(referral.receivedAt)
