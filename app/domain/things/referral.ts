import type { HomesOf } from './home'
import type {
  Agreement,
  Gravity,
  ReferralSource,
  ReferralStage,
  RiskTopic,
  TellingKind,
  TellingWay,
} from '../catalogues/referral'
import type { ChildPlan, RiskLevel } from '../catalogues/case'
import type { Day, Instant } from '../dates/day'

export interface ReferralIncident {
  date: Day | null
  what: string
  gravity: Gravity
}

export interface ReferredChild {
  ageBand: string | null
  plan: ChildPlan | null
}

export interface ReferralAddition {
  at: Instant
  /** Null: the referrer, through a link. */
  by: string | null
  what: string
}

/**
 * What a referrer says, and how far it has come. Only when it is accepted do a person, a case, victim-survivors and
 * children come of it. What she said herself and how she can be reached safely stand apart, in ReferralSafety.
 */
export interface Referral {
  id: string
  panelId: string
  /** For telling which is meant, outside too: it says nothing of how many there are. */
  ref: string
  source: ReferralSource
  referrerMemberId: string | null
  referrerAgencyId: string | null
  referrerName: string
  referrerAgency: string
  referrerEmail: string
  /** The link it came through; null: a member's. */
  linkId: string | null
  receivedAt: Instant
  givenName: string
  familyName: string
  aliases: string[]
  dateOfBirth: Day | null
  otherDatesOfBirth: Day[]
  gender: string | null
  firstLanguage: string | null
  aboutHim: string
  reason: string
  incidents: ReferralIncident[]
  dashCount: number | null
  riskTopics: RiskTopic[]
  judgement: RiskLevel | null
  judgementReason: string
  /** Worked out when it came, from what everyone who reads the referral may read. */
  riskLevel: RiskLevel | null
  riskWorking: string[]
  policyVersion: number
  orders: string
  children: ReferredChild[]
  additions: ReferralAddition[]
  /** Members who may read it, its safety part included, besides those whose role or agency gives it to them. */
  memberIds: string[]
  stage: ReferralStage
  screenedAt: Instant | null
  screenedBy: string | null
  /** From the panel's list. */
  screeningReason: string | null
  /** For the panel. */
  screeningNote: string
  /** For the referrer: what is asked, or where to go instead. */
  screeningWords: string
  caseId: string | null
}

export interface ReferredVictim {
  name: string
  ageBand: string | null
  gender: string | null
  relationship: string | null
  safeContact: string
  whoMustNotKnow: string
  /** What she said and wants, in the referrer's words. */
  wishes: string
  told: Agreement
  agrees: Agreement
  /** Why she was not told, or does not agree. */
  reason: string
}

/** Under the rule of the safety record from the first moment (sees.ts): never for the perpetrator's case manager. */
export interface ReferralSafety {
  /** The referral's id. */
  id: string
  panelId: string
  victims: ReferredVictim[]
  /** Incidents that are known from her. */
  incidents: ReferralIncident[]
  /** The risk as it would stand with her incidents counted. */
  riskLevel: RiskLevel | null
  riskWorking: string[]
  additions: ReferralAddition[]
}

/** A way in for one outside referrer, once. */
export interface ReferralLink {
  id: string
  panelId: string
  source: ReferralSource
  name: string
  agency: string
  email: string
  madeBy: string
  madeAt: Instant
  until: Instant
  /** SHA-256 of the token: neither journaled nor shown. */
  tokenHash: string
  /** Set: not for a new referral, but to add to this one. */
  forReferralId: string | null
  usedAt: Instant | null
  /** What came through it, or what it added to. */
  referralId: string | null
  withdrawnAt: Instant | null
  withdrawnReason: string | null
}

/** That a referrer was told something, once: what is still to be told follows from the referral (referrer-telling.ts). */
export interface ReferrerTelling {
  id: string
  panelId: string
  referralId: string
  what: TellingKind
  /** The moment of what is told of. */
  since: Instant
  toldAt: Instant
  toldBy: string | null
  how: TellingWay
  words: string
}

export interface ReferralThings {
  referral: Referral
  referralSafety: ReferralSafety
  referralLink: ReferralLink
  referrerTelling: ReferrerTelling
}

export const referralHomes = {
  referral: 'pages',
  referralSafety: 'pages',
  referralLink: 'pages',
  referrerTelling: 'pages',
} as const satisfies HomesOf<ReferralThings>
