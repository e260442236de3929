import type {
  ReferralThings,
  Referral,
  ReferralLink,
  ReferralSafety,
  ReferrerTelling,
} from '../things/referral'
import { shows, type SightsOf } from './kind-sight'
import { atDesk, isOwnPanel, sits, runs, maySeeCase, condition, type Sight } from './sight'
import { isAdvocate, runsPanel, standsFor, onlyWatches } from './viewer'

/**
 * A referral, until it becomes a case: chair, coordinator and advocates, the agency that made it, and whom the referrer
 * named. From then on: members who may see the case.
 */
const maySeeReferral = (sight: Sight, referral: Referral): boolean => {
  if (!atDesk(sight) || !sits(sight) || !isOwnPanel(sight, referral.panelId)) return false
  if (referral.caseId !== null) return maySeeCase(sight, referral.caseId, referral.panelId)
  return readsReferrals(sight) || referredIt(sight, referral) || isNamedIn(sight, referral)
}

const readsReferrals = condition(
  'chair, coordinator or advocate',
  ({ viewer }) => runsPanel(viewer) || isAdvocate(viewer),
)
const referredIt = condition(
  'records for the agency that referred',
  ({ viewer }, referral: Referral) => standsFor(viewer, referral.referrerAgencyId) && !onlyWatches(viewer),
)
const isNamedIn = condition('named by the referrer', ({ viewer }, referral: Referral) =>
  referral.memberIds.includes(viewer.memberId),
)

export const referralSight = {
  // What was noted for the panel when it was screened is not for the agency that referred.
  referral: shows({
    seenBy: maySeeReferral,
    parts: (sight) => ({ withNote: readsReferrals(sight) }),
    leaves: (thing, parts) => ({
      referralRef: thing.ref,
      source: thing.source,
      referrerMemberId: thing.referrerMemberId,
      referrerAgencyId: thing.referrerAgencyId,
      referrerName: thing.referrerName,
      referrerAgency: thing.referrerAgency,
      referrerEmail: thing.referrerEmail,
      byLink: thing.linkId !== null,
      receivedAt: thing.receivedAt,
      givenName: thing.givenName,
      familyName: thing.familyName,
      aliases: thing.aliases,
      dateOfBirth: thing.dateOfBirth,
      otherDatesOfBirth: thing.otherDatesOfBirth,
      gender: thing.gender,
      firstLanguage: thing.firstLanguage,
      aboutHim: thing.aboutHim,
      reason: thing.reason,
      incidents: thing.incidents,
      dashCount: thing.dashCount,
      riskTopics: thing.riskTopics,
      judgement: thing.judgement,
      judgementReason: thing.judgementReason,
      riskLevel: thing.riskLevel,
      riskWorking: thing.riskWorking,
      policyVersion: thing.policyVersion,
      orders: thing.orders,
      children: thing.children,
      additions: thing.additions,
      memberIds: thing.memberIds,
      stage: thing.stage,
      screenedAt: thing.screenedAt,
      screenedBy: thing.screenedBy,
      screeningReason: thing.screeningReason,
      screeningNote: parts.withNote ? thing.screeningNote : '',
      screeningWords: thing.screeningWords,
      caseId: thing.caseId,
    }),
    turns: 'nothing',
  }),

  // What she said and how she can be reached: as her safety record, from the first moment. Not the referring agency, not
  // the perpetrator's case manager. Once it is a case, whoever was named reads the safety record, which says who may now.
  referralSafety: shows({
    seenBy: (sight, safety: ReferralSafety) => {
      const referral = sight.things.get('referral', safety.id)
      if (!referral || !maySeeReferral(sight, referral)) return false
      return readsReferrals(sight) || (referral.caseId === null && isNamedIn(sight, referral))
    },
    leaves: (thing) => ({
      victims: thing.victims,
      incidents: thing.incidents,
      riskLevel: thing.riskLevel,
      riskWorking: thing.riskWorking,
      additions: thing.additions,
    }),
    turns: 'nothing',
  }),

  // Whoever was given a link, for chair, coordinator and the member who gave it. Its token is nobody's to see.
  referralLink: shows({
    seenBy: (sight, link: ReferralLink) =>
      atDesk(sight) &&
      sits(sight) &&
      isOwnPanel(sight, link.panelId) &&
      (runs(sight) || link.madeBy === sight.viewer.memberId),
    leaves: (thing) => ({
      name: thing.name,
      agency: thing.agency,
      email: thing.email,
      madeBy: thing.madeBy,
      madeAt: thing.madeAt,
      until: thing.until,
      toAdd: thing.forReferralId !== null,
      usedAt: thing.usedAt,
      withdrawnAt: thing.withdrawnAt,
      withdrawnReason: thing.withdrawnReason,
    }),
    turns: 'nothing',
  }),

  // What a referrer was told is part of the referral.
  referrerTelling: shows({
    seenBy: (sight, telling: ReferrerTelling) => {
      const referral = sight.things.get('referral', telling.referralId)
      return referral !== undefined && maySeeReferral(sight, referral)
    },
    leaves: (thing) => ({
      referralId: thing.referralId,
      what: thing.what,
      since: thing.since,
      toldAt: thing.toldAt,
      toldBy: thing.toldBy,
      how: thing.how,
      words: thing.words,
    }),
    turns: 'nothing',
  }),
} satisfies SightsOf<ReferralThings>
