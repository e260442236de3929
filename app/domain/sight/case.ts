import type {
  CaseThings,
  Case,
  Child,
  Conflict,
  Contact,
  CourtOrder,
  Happening,
  RecordedOnCase,
  SafetyRecord,
  Victim,
} from '../things/case'
import { shows, type SightsOf } from './kind-sight'
import {
  condition,
  atDesk,
  isOwnPanel,
  sits,
  runs,
  maySeeCase,
  wasAskedIn,
  isForThem,
  mayReadSafetyOf,
  type Sight,
} from './sight'

/** What is recorded between meetings: who may see the case, and was asked in where not all were. */
const maySeeOnCase = (sight: Sight, one: RecordedOnCase): boolean =>
  atDesk(sight) && maySeeCase(sight, one.caseId, one.panelId) && wasAskedIn(sight, one.invitedAgencyIds)

/** What happened, besides: who wrote it or is in its audience and in that of every later version of it. */
const maySeeHappening = (sight: Sight, happening: Happening): boolean =>
  maySeeOnCase(sight, happening) && isForThem(sight, happening)

/** Another version of a happening, to those who see it; to others there was never one. */
const happeningIfSeen = (sight: Sight, id: string | null): string | null => {
  const happening = id === null ? undefined : sight.things.get('happening', id)
  return happening && maySeeHappening(sight, happening) ? id : null
}

const isOwn = condition(
  'the member it is about',
  ({ viewer }, conflict: Conflict) => conflict.memberId === viewer.memberId,
)

export const caseSight = {
  // The case file: members who may see the case. That it was about another man is for those who run the panel; which man
  // stays unsaid: they may be out of his cases.
  case: shows({
    seenBy: (sight, one: Case) => atDesk(sight) && maySeeCase(sight, one.id, one.panelId),
    parts: (sight) => ({ withMoves: runs(sight) }),
    leaves: (thing, parts) => ({
      personId: thing.personId,
      caseRef: thing.ref,
      referralSource: thing.referralSource,
      referringAgency: thing.referringAgency,
      referredOn: thing.referredOn,
      referralReason: thing.referralReason,
      riskLevel: thing.riskLevel,
      dashCount: thing.dashCount,
      acceptedOn: thing.acceptedOn,
      notAcceptedOn: thing.notAcceptedOn,
      mode: thing.mode,
      contactStatus: thing.contactStatus,
      engagement: thing.engagement,
      caseManager: thing.caseManager,
      idva: thing.idva,
      closedOn: thing.closedOn,
      closureReason: thing.closureReason,
      moves: parts.withMoves ? thing.moves.map(({ reason, at, by }) => ({ reason, at, by })) : [],
    }),
    turns: 'everything',
  }),

  victim: shows({
    seenBy: (sight, victim: Victim) => atDesk(sight) && maySeeCase(sight, victim.caseId, victim.panelId),
    leaves: (thing) => ({
      caseId: thing.caseId,
      victimRef: thing.ref,
      ageBand: thing.ageBand,
      gender: thing.gender,
      relationship: thing.relationship,
    }),
    turns: 'nothing',
  }),

  child: shows({
    seenBy: (sight, child: Child) => atDesk(sight) && maySeeCase(sight, child.caseId, child.panelId),
    leaves: (thing) => ({
      caseId: thing.caseId,
      childRef: thing.ref,
      ageBand: thing.ageBand,
      plan: thing.plan,
    }),
    turns: 'nothing',
  }),

  // Hers: advocates, chair and coordinator; others only by name. Whoever is named in it, or no longer, gains or loses the
  // words of how she is told as well.
  safetyRecord: shows({
    seenBy: (sight, record: SafetyRecord) =>
      atDesk(sight) && maySeeCase(sight, record.caseId, record.panelId) && mayReadSafetyOf(sight, record.id),
    leaves: (thing) => ({
      caseId: thing.caseId,
      safeContact: thing.safeContact,
      whoMustNotKnow: thing.whoMustNotKnow,
      wishes: thing.wishes,
      told: thing.told,
      memberIds: thing.memberIds,
      updatedAt: thing.updatedAt,
      updatedBy: thing.updatedBy,
    }),
    turns: (before, after) => before?.memberIds !== after.memberIds,
  }),

  // That a member is out of a case is part of the record for those who see the case, and for the member. Why, is for chair,
  // coordinator and the member.
  conflict: shows({
    seenBy: (sight, conflict: Conflict) =>
      atDesk(sight) &&
      sits(sight) &&
      isOwnPanel(sight, conflict.panelId) &&
      (isOwn(sight, conflict) || maySeeCase(sight, conflict.caseId, conflict.panelId)),
    parts: (sight, conflict) => ({ withReason: isOwn(sight, conflict) || runs(sight) }),
    leaves: (thing, parts) => ({
      caseId: thing.caseId,
      memberId: thing.memberId,
      declaredAt: thing.declaredAt,
      withdrawnAt: thing.withdrawnAt,
      reason: parts.withReason ? thing.reason : null,
    }),
    turns: 'everything',
  }),

  // How a new partner was told is said to those who were told that there is one. Why a version was replaced may say what
  // stood in it: only for those who may read that version too.
  happening: shows({
    seenBy: maySeeHappening,
    parts: (sight, happening) => ({
      supersedes: happeningIfSeen(sight, happening.supersedes),
      supersededBy: happeningIfSeen(sight, happening.supersededBy),
    }),
    leaves: (thing, parts) => ({
      caseId: thing.caseId,
      agencyId: thing.agencyId,
      recordedBy: thing.recordedBy,
      recordedAt: thing.recordedAt,
      recordedOn: thing.recordedOn,
      happeningKind: thing.happeningKind,
      day: thing.day,
      what: thing.what,
      source: thing.source,
      audience: thing.audience,
      handling: thing.handling,
      policyVersion: thing.policyVersion,
      correctionReason: parts.supersedes === null ? null : thing.correctionReason,
      supersedes: parts.supersedes,
      supersededBy: parts.supersededBy,
      asksSince: thing.asksSince,
      dismissedAt: thing.dismissedAt,
      dismissedBy: thing.dismissedBy,
      dismissedReason: thing.dismissedReason,
      disclosureDue: thing.disclosureDue,
      disclosure: thing.disclosure,
      disclosureOn: thing.disclosureOn,
      disclosureWords: thing.disclosureWords,
      disclosureAt: thing.disclosureAt,
      disclosureBy: thing.disclosureBy,
      withdrawnAt: thing.withdrawnAt,
      withdrawnBy: thing.withdrawnBy,
      withdrawnReason: thing.withdrawnReason,
    }),
    turns: (before, after) =>
      before !== undefined && before.laterAudiences.length !== after.laterAudiences.length,
  }),

  // What a court ordered is known to him: it has no audience of its own.
  courtOrder: shows({
    seenBy: (sight, order: CourtOrder) => maySeeOnCase(sight, order),
    leaves: (thing) => ({
      caseId: thing.caseId,
      agencyId: thing.agencyId,
      recordedBy: thing.recordedBy,
      recordedAt: thing.recordedAt,
      orderKind: thing.orderKind,
      terms: thing.terms,
      startsOn: thing.startsOn,
      endsOn: thing.endsOn,
      whoEnforces: thing.whoEnforces,
      endedAs: thing.endedAs,
      endedOn: thing.endedOn,
      endedReason: thing.endedReason,
      endedAt: thing.endedAt,
      endedBy: thing.endedBy,
    }),
    turns: 'nothing',
  }),

  // An agency's contact with him, in the file alone.
  contact: shows({
    seenBy: (sight, contact: Contact) => maySeeOnCase(sight, contact),
    leaves: (thing) => ({
      caseId: thing.caseId,
      agencyId: thing.agencyId,
      recordedBy: thing.recordedBy,
      recordedAt: thing.recordedAt,
      day: thing.day,
      means: thing.means,
      result: thing.result,
      what: thing.what,
      withdrawnAt: thing.withdrawnAt,
      withdrawnBy: thing.withdrawnBy,
      withdrawnReason: thing.withdrawnReason,
    }),
    turns: 'nothing',
  }),
} satisfies SightsOf<CaseThings>
