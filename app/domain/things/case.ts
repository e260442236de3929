import type { HomesOf } from './home'
import type { Audience } from '../audience'
import { keysOf } from '../catalogues/labels'
import type {
  CaseMode,
  ChildPlan,
  ClosureReason,
  ContactStatus,
  DisclosureAnswer,
  Engagement,
  HappeningKind,
  RiskLevel,
} from '../catalogues/case'
import type { Day, Instant } from '../dates/day'
import type { HandlingMark, Source } from '../catalogues/entries'
import type { ReferralSource } from '../catalogues/referral'

/** What is recorded on a case between meetings, of whichever kind. */
export interface RecordedOnCase {
  id: string
  panelId: string
  caseId: string
  /** The lane: the agency it is recorded for. */
  agencyId: string
  recordedBy: string
  recordedAt: Instant
  /** Agencies that were asked in while it was recorded, where not all were: it stays with them. Null: everyone was. */
  invitedAgencyIds: string[] | null
}

/** Something that happened, or is going to happen, on a case between meetings: it asks that the case be brought back. */
export interface Happening extends RecordedOnCase {
  recordedOn: Day
  happeningKind: HappeningKind
  /** When it happened, or is going to. */
  day: Day
  what: string
  source: Source
  audience: Audience
  handling: HandlingMark[]
  policyVersion: number
  /** As of an entry: an earlier version may be read only by who may read every later one too. */
  laterAudiences: Audience[]
  supersedes: string | null
  supersededBy: string | null
  correctionReason: string | null
  /** Since when it asks for an answer; null: since it was recorded. Words put right do not ask again. */
  asksSince: Instant | null
  /** The case is not brought back because of it, and why. */
  dismissedAt: Instant | null
  dismissedBy: string | null
  dismissedReason: string | null
  /** For a new partner: by when someone has to have answered, and the answer. */
  disclosureDue: Day | null
  disclosure: DisclosureAnswer | null
  disclosureOn: Day | null
  disclosureWords: string | null
  disclosureAt: Instant | null
  disclosureBy: string | null
  withdrawnAt: Instant | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

export interface Case {
  id: string
  panelId: string
  personId: string
  ref: string
  referralSource: ReferralSource
  referringAgency: string | null
  referredOn: Day
  referralReason: string | null
  riskLevel: RiskLevel | null
  dashCount: number | null
  assessedOn: Day | null
  suitable: boolean | null
  unsuitableReason: string | null
  acceptedOn: Day | null
  notAcceptedOn: Day | null
  startedOn: Day | null
  completedOn: Day | null
  mode: CaseMode | null
  firstDirectContactOn: Day | null
  contactStatus: ContactStatus | null
  engagement: Engagement | null
  caseManager: string | null
  idva: string | null
  aces: number | null
  closedOn: Day | null
  closureReason: ClosureReason | null
  engagementAtClosure: Engagement | null
  /** Each time it turned out to be about another man, oldest first. */
  moves: CaseMove[]
}

export interface CaseMove {
  fromPersonId: string
  toPersonId: string
  reason: string
  at: Instant
  by: string
}

/** One victim-survivor as she stands in one case. The same ref may stand in several cases. */
export interface Victim {
  id: string
  panelId: string
  caseId: string
  ref: string
  ageBand: string | null
  gender: string | null
  ethnicity: string | null
  relationship: string | null
}

export interface Child {
  id: string
  panelId: string
  caseId: string
  ref: string
  ageBand: string | null
  plan: ChildPlan | null
}

/** Hers alone: never shown in another victim-survivor's, nor by default to the perpetrator's case manager. */
export interface SafetyRecord {
  /** The victim's id. */
  id: string
  panelId: string
  caseId: string
  safeContact: string
  whoMustNotKnow: string
  wishes: string
  told: string
  /** Members who may read it besides IDVA, chair and coordinator. */
  memberIds: string[]
  updatedAt: Instant
  updatedBy: string
}

export interface Conflict {
  id: string
  panelId: string
  caseId: string
  memberId: string
  reason: string
  declaredAt: Instant
  declaredBy: string
  withdrawnAt: Instant | null
  withdrawnReason: string | null
}

/** What a court, or the police for one, may order against someone who abuses (England and Wales). */
export const courtOrderKinds = {
  non_molestation: 'Non-molestation order',
  occupation: 'Occupation order',
  restraining: 'Restraining order',
  dapo: 'Domestic abuse protection order',
  dapn: 'Domestic abuse protection notice',
  dvpo: 'Domestic violence protection order',
  dvpn: 'Domestic violence protection notice',
  stalking_protection: 'Stalking protection order',
  sexual_harm_or_risk: 'Sexual harm prevention or sexual risk order',
  criminal_behaviour: 'Criminal behaviour order',
  bail: 'Bail conditions',
  licence: 'Licence conditions',
  community: 'Requirements of a community order',
  other: 'Another order',
} as const
export type CourtOrderKind = keyof typeof courtOrderKinds
export const courtOrderKindKeys = keysOf(courtOrderKinds)

/** How an order comes off before its last day. */
export const courtOrderEnds = {
  ended_early: 'It has been ended or discharged',
  recorded_wrongly: 'It was recorded wrongly',
} as const
export type CourtOrderEnd = keyof typeof courtOrderEnds
export const courtOrderEndKeys = keysOf(courtOrderEnds)

/** What a court has ordered him to do or to leave, or the police for a court: known to him. */
export interface CourtOrder extends RecordedOnCase {
  orderKind: CourtOrderKind
  terms: string
  startsOn: Day
  /** Its last day; null: until the court says otherwise. */
  endsOn: Day | null
  whoEnforces: string
  /** Ended before its day, or never so: which, on which day, and why. */
  endedAs: CourtOrderEnd | null
  endedOn: Day | null
  endedReason: string | null
  endedAt: Instant | null
  endedBy: string | null
}

export const contactMeans = {
  visit: 'Visit',
  telephone: 'Telephone call',
  message: 'Letter or message',
  appointment: 'Appointment',
  by_chance: 'Met by chance',
} as const
export type ContactMeans = keyof typeof contactMeans
export const contactMeansKeys = keysOf(contactMeans)

export const contactResults = {
  reached: 'He was reached',
  not_reached: 'He was not reached',
  refused: 'He refused',
} as const
export type ContactResult = keyof typeof contactResults
export const contactResultKeys = keysOf(contactResults)

/** An agency's contact with him, or its attempt at one. */
export interface Contact extends RecordedOnCase {
  day: Day
  means: ContactMeans
  result: ContactResult
  what: string
  withdrawnAt: Instant | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

export interface CaseThings {
  case: Case
  victim: Victim
  child: Child
  safetyRecord: SafetyRecord
  conflict: Conflict
  happening: Happening
  courtOrder: CourtOrder
  contact: Contact
}

export const caseHomes = {
  case: 'frame',
  victim: 'case',
  child: 'case',
  safetyRecord: 'case',
  conflict: 'frame',
  happening: 'case',
  courtOrder: 'case',
  contact: 'caseFile',
} as const satisfies HomesOf<CaseThings>
