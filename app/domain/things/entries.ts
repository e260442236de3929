import type { HomesOf } from './home'
import type {
  ActionOutcome,
  Answer,
  DecisionOutcome,
  FindingAnswer,
  FollowUpKind,
  HandlingMark,
  InterventionStatus,
  Nature,
  Source,
  Stance,
  Strand,
} from '../catalogues/entries'
import type { Audience } from '../audience'
import type { CaseMode, ClosureReason } from '../catalogues/case'
import type { Day, Instant } from '../dates/day'

/** What every recorded entry carries, whatever its kind. */
export interface EntryBase {
  id: string
  panelId: string
  caseId: string
  meetingId: string
  itemId: string
  /** The lane: the agency it is recorded for. */
  agencyId: string
  recordedBy: string
  recordedAt: Instant
  audience: Audience
  /** Audiences of later versions: an earlier version may be read only by who may read every later one too. */
  laterAudiences: Audience[]
  handling: HandlingMark[]
  /** Agencies that were asked in for the item, where not all were: the entry stays with them. Null: everyone was. */
  invitedAgencyIds: string[] | null
  supersedes: string | null
  supersededBy: string | null
  correctionReason: string | null
  withdrawnAt: Instant | null
  withdrawnReason: string | null
}

export interface Share extends EntryBase {
  what: string
  about: string
  source: Source
  nature: Nature
  factDate: Day | null
  purpose: string
  lawfulBasis: string
  gateway: string
  necessity: string
}

export interface Lever extends EntryBase {
  what: string
  leverKind: string
  holderAgencyId: string
  safeToUse: Answer
  safetyNote: string
}

export interface Finding extends EntryBase {
  criterionKey: string
  criteriaVersion: number
  answer: FindingAnswer
  evidence: string
}

export interface Decision extends EntryBase {
  outcome: DecisionOutcome
  mode: CaseMode | null
  rationale: string
  /** For bring back: why; for not accepted or close: the reason. */
  reason: string
  /** For bring back or extend: the day it comes again or ends. */
  until: Day | null
  /** For not accepted or transfer: where to; for extend: the goals. */
  onward: string
  closureReason: ClosureReason | null
  criteriaVersion: number
  /** The panel's policy in force; 0: none adopted yet, or decided before policies were kept. */
  policyVersion: number
}

export interface Position extends EntryBase {
  decisionId: string
  stance: Stance
  reason: string
}

/** One line of the history of what was agreed, oldest first. */
export interface FollowUp {
  what: FollowUpKind
  at: Instant
  by: string
  words: string
  /** Where the date by which it is due was changed: to which day, and from which. */
  due: Day | null
  dueBefore: Day | null
  /** Of an action that was accepted or parked: how it stood until then. */
  acceptanceBefore: Acceptance | null
}

export interface InterventionState {
  status: InterventionStatus
  result: string
  at: Instant
  by: string
}

export interface Intervention extends EntryBase {
  strand: Strand
  supportAreas: string[]
  disruptAreas: string[]
  what: string
  leverId: string | null
  leadAgencyId: string
  jointAgencyIds: string[]
  status: InterventionStatus
  result: string
  /** How it stood before, oldest first: each line until when, and who changed it. */
  history: InterventionState[]
}

export type Acceptance = 'awaiting' | 'accepted' | 'parked'

export interface Action extends EntryBase {
  what: string
  ownerAgencyId: string
  ownerRole: string
  ownerMemberId: string | null
  due: Day
  interventionId: string | null
  requestId: string | null
  acceptance: Acceptance
  acceptedBy: string | null
  acceptedAt: Instant | null
  outcome: ActionOutcome | null
  evidence: string
  endedAt: Instant | null
  /** The action that was passed on and became this one. */
  passedFrom: string | null
  passedTo: string | null
  history: FollowUp[]
}

export type RequestState = 'outstanding' | 'answered' | 'refused' | 'left'

export interface InformationRequest extends EntryBase {
  toAgencyId: string
  what: string
  why: string
  lawfulBasis: string
  due: Day
  state: RequestState
  answer: string
  refusalReason: string
  answeredAt: Instant | null
  timesChased: number
  escalatedAt: Instant | null
  history: FollowUp[]
}

export interface SafetyCheck extends EntryBase {
  /** Null where the case has no victim-survivor linked. */
  victimId: string | null
  knows: Answer
  raisesRisk: Answer
  riskNote: string
  safeContact: Answer
  plan: string
  whoTells: string
  children: string
}

export interface EntryByKind {
  share: Share
  lever: Lever
  finding: Finding
  decision: Decision
  position: Position
  intervention: Intervention
  action: Action
  request: InformationRequest
  safetyCheck: SafetyCheck
}

export type EntryKind = keyof EntryByKind

export type Entry = EntryByKind[EntryKind]

export const entryHomes = {
  share: 'entry',
  lever: 'entry',
  finding: 'entry',
  decision: 'entry',
  position: 'entry',
  intervention: 'entry',
  action: 'entry',
  request: 'entry',
  safetyCheck: 'entry',
} as const satisfies HomesOf<EntryByKind>

export const entryKinds = Object.keys(entryHomes) as EntryKind[]
export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(entryHomes, kind)
