import type { Step } from './catalogues/meeting'
import type { ItemKind } from './catalogues/agenda'
import type { DisclosureAnswer } from './catalogues/case'
import type { AgencyKind } from './catalogues/panel'
import type { ActionOutcome, InterventionStatus } from './catalogues/entries'
import type { ThingByKind, ThingKind } from './things/kinds'
import type {
  Referral,
  ReferralAddition,
  ReferralLink,
  ReferralSafety,
  ReferrerTelling,
} from './things/referral'
import type { Person, PersonMerge } from './things/people'
import type { EntryByKind, EntryKind } from './things/entries'
import type { Circulation, Item, MeetingSeries } from './things/agenda'
import type { Case, CaseMove, Child, Conflict, Happening, SafetyRecord, Victim } from './things/case'
import type { Telling } from './things/minutes'
import type { Candidacy, ScoringMatrix } from './things/candidates'
import type { Attendance, Meeting } from './things/meeting'
import type { MinutesVersion } from './things/minutes'
import type { AgencyReturn, PreparedEntry, ResearchReturn } from './things/returns'
import type { Agency, CriteriaSet, Member, Panel, Policy } from './things/panel'
import type { Account } from './things/accounts'
import type { Day, Instant } from './dates/day'

// A record is a fact: what happened, once, past tense. It is what the journal keeps for ever and what changes the
// tables. Raise `version` in recordVersions when the shape of a body changes; old bodies must only be displayable.
// `sealed` holds secrets that change the tables but never enter the journal.

export interface RecordBodies {
  meetingPlanned: { meeting: Meeting }
  caseListed: { item: Item }
  itemChanged: { itemId: string; itemKind: ItemKind; minutes: number; presenterId: string | null }
  itemInvited: { itemId: string; agencyIds: string[] | null }
  agendaOrdered: { meetingId: string; itemIds: string[] }
  itemRemoved: { itemId: string; reason: string }
  returnRecorded: { agencyReturn: AgencyReturn }
  researchReturned: { researchReturn: ResearchReturn; agencyReturn: AgencyReturn }
  meetingSeriesSet: { series: MeetingSeries }
  meetingSeriesEnded: { seriesId: string; on: Day; reason: string }
  agendaCirculated: { circulation: Circulation; agencyReturns: AgencyReturn[] }
  returnsChased: {
    meetingId: string
    agencyId: string
    returnIds: string[]
    tellMemberIds: string[]
    at: Instant
    by: string
  }
  entryPrepared: { preparedEntry: PreparedEntry }
  preparedEntryDropped: { preparedId: string; at: Instant }
  preparedEntryShared: { preparedId: string; entryId: string; at: Instant }
  meetingOpened: {
    meetingId: string
    at: Instant
    by: string
    inquorateReason: string | null
    policyVersion: number
  }
  openingCancelled: { meetingId: string; at: Instant; by: string; reason: string }
  attendanceRecorded: { attendance: Attendance }
  /** After the meeting closed: with how it stood before, and why. */
  attendanceCorrected: { attendance: Attendance; at: Instant; by: string }
  confidentialityAccepted: { attendance: Attendance }
  conflictDeclared: { conflict: Conflict }
  conflictWithdrawn: { conflictId: string; at: Instant; reason: string }
  pointerMoved: { meetingId: string; itemId: string; step: Step; at: Instant }
  advanceUndone: { meetingId: string; at: Instant }
  chairHandedOver: { meetingId: string; from: string | null; to: string }
  chairTaken: { meetingId: string; from: string | null; to: string; reason: string }
  itemPutOnNoteOnlyLane: { itemId: string; reason: string }
  itemBroughtToDiscussion: { itemId: string }
  agencyHeard: { agencyReturn: AgencyReturn }
  itemConcluded: {
    itemId: string
    at: Instant
    by: string
    without: string | null
    outcome: Item['outcome']
    broughtBackReason: string | null
    dissentingAgencyIds: string[]
  }
  itemReopened: { itemId: string; reason: string }
  meetingClosed: {
    meetingId: string
    at: Instant
    by: string
    reason: string | null
    notReached: string[]
    cases: CaseOutcome[]
  }
  tellingOpened: { telling: Telling }
  tellingPlanned: Pick<Telling, 'what' | 'how' | 'safely' | 'due'> & {
    tellingId: string
    tellerMemberId: string
    by: string
    at: Instant
  }
  tellingEnded: { tellingId: string; state: 'told' | 'not_told'; outcome: string; by: string; at: Instant }
  minutesApproved: { version: MinutesVersion }
  minutesDistributed: { versionId: string; at: Instant; by: string }
  informationShared: { entry: EntryByKind['share'] }
  leverRecorded: { entry: EntryByKind['lever'] }
  findingRecorded: { entry: EntryByKind['finding'] }
  decisionRecorded: { entry: EntryByKind['decision'] }
  positionRecorded: { entry: EntryByKind['position'] }
  interventionPlanned: { entry: EntryByKind['intervention'] }
  actionAssigned: { entry: EntryByKind['action'] }
  informationRequested: { entry: EntryByKind['request'] }
  safetyCheckAnswered: { entry: EntryByKind['safetyCheck'] }
  entryCorrected: {
    [K in EntryKind]: { entryKind: K; entry: EntryByKind[K]; of: string; reason: string }
  }[EntryKind]
  entryWithdrawn: { entryKind: EntryKind; entryId: string; at: Instant; reason: string }
  actionAccepted: { entryId: string; by: string; at: Instant }
  actionParked: { entryId: string; by: string; at: Instant }
  actionEnded: { entryId: string; outcome: ActionOutcome; evidence: string; by: string; at: Instant }
  /** `of` ends as passed on; what its receiver is asked to do is an action of its own. */
  actionPassedOn: { of: string; entry: EntryByKind['action']; reason: string; by: string; at: Instant }
  interventionChanged: {
    entryId: string
    status: InterventionStatus
    result: string
    by: string
    at: Instant
  }
  requestAnswered: { entryId: string; answer: string; by: string; at: Instant }
  requestRefused: { entryId: string; reason: string; by: string; at: Instant }
  requestChased: { entryId: string; by: string; at: Instant; due: Day; words: string; escalated: boolean }
  /** What the chair ruled on something overdue, where it did not end by it. */
  overdueExtended: {
    entryKind: 'action' | 'request'
    entryId: string
    due: Day
    reason: string
    by: string
    at: Instant
  }
  overdueRaised: { entryKind: 'action' | 'request'; entryId: string; reason: string; by: string; at: Instant }
  requestLeft: { entryId: string; reason: string; by: string; at: Instant }
  safetyRecordKept: { safetyRecord: SafetyRecord }
  referralReceived: { referral: Referral; safety: ReferralSafety }
  referralAddedTo: {
    referralId: string
    addition: ReferralAddition | null
    safetyAddition: ReferralAddition | null
  }
  referralAccepted: {
    referralId: string
    screening: Screening
    /** Null: the case is about someone who was known already. */
    person: Person | null
    case: Case
    victims: Victim[]
    children: Child[]
    safetyRecords: SafetyRecord[]
  }
  referralReturned: { referralId: string; screening: Screening }
  referralSignposted: { referralId: string; screening: Screening }
  referrerTold: { telling: ReferrerTelling }
  referralLinkOffered: { link: Omit<ReferralLink, 'tokenHash'> }
  referralLinkUsed: { linkId: string; referralId: string; at: Instant }
  referralLinkWithdrawn: { linkId: string; at: Instant; reason: string }
  personsMerged: { merge: PersonMerge; aliases: string[]; otherDatesOfBirth: Day[] }
  personsUnmerged: { mergeId: string; at: Instant; by: string; reason: string }
  /** The case is about another man than it was accepted on. What belongs to it, incidents included, goes with it. */
  caseMoved: {
    caseId: string
    move: CaseMove
    person: Person | null
    incidentIds: string[]
    candidacyIds: string[]
  }
  panelSettingsChanged: {
    panelId: string
    settings: Pick<Panel, 'secondFactorRequired'>
  }
  criteriaAdopted: { set: CriteriaSet }
  agencyAdded: { agency: Agency; at: Instant; by: string }
  agencyChanged: { agencyId: string; name: string; agencyKind: AgencyKind; at: Instant; by: string }
  policyAdopted: { policy: Policy }
  scoringMatrixAdopted: { matrix: ScoringMatrix }
  candidatePutForward: { candidacy: Candidacy }
  happeningRecorded: { happening: Happening }
  /** `of` and what it corrected stay readable, for whoever may read this too. */
  happeningCorrected: { happening: Happening; of: string; reason: string }
  relistingDismissed: { happeningId: string; at: Instant; by: string; reason: string }
  disclosureAnswered: {
    happeningId: string
    answer: DisclosureAnswer
    on: Day | null
    words: string
    at: Instant
    by: string
  }
  happeningWithdrawn: { happeningId: string; at: Instant; by: string; reason: string }
  candidateWithdrawn: { candidacyId: string; at: Instant; by: string; reason: string }
  memberAdded: { member: Member; account: Account | null }
  memberChanged: {
    memberId: string
    role: Member['role']
    agencyId: string | null
    jobTitle: string
    active: boolean
  }
  passwordSet: { accountId: string }
  setUpOffered: { accountId: string; until: Instant }
  secondFactorSet: { accountId: string }
  recoveryCodeSpent: { accountId: string }
  secondFactorRemoved: { accountId: string }
  imported: { [K in ThingKind]: { thingKind: K; thing: ThingByKind[K] } }[ThingKind]
}

/** Who screened a referral, when, and why; `words` are for the referrer, `note` for the panel. */
export interface Screening {
  at: Instant
  by: string
  reason: string
  note: string
  words: string
}

/** What a decision made of the case when the meeting closed. */
export interface CaseOutcome {
  caseId: string
  changes: Partial<
    Pick<Case, 'acceptedOn' | 'notAcceptedOn' | 'mode' | 'closedOn' | 'closureReason' | 'contactStatus'>
  >
}

export interface Sealed {
  passwordHash?: string
  totpSecret?: string | null
  recoveryHashes?: string[]
  setupHash?: string | null
  setupUntil?: Instant | null
  linkHash?: string
}

export type RecordKind = keyof RecordBodies
export type RecordOf<K extends RecordKind> = { kind: K; body: RecordBodies[K]; sealed?: Sealed }
export type PanelRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind]

export const recordVersions: Record<RecordKind, number> = {
  meetingPlanned: 3,
  caseListed: 1,
  itemChanged: 1,
  itemInvited: 1,
  agendaOrdered: 1,
  itemRemoved: 1,
  returnRecorded: 2,
  researchReturned: 1,
  meetingSeriesSet: 1,
  meetingSeriesEnded: 1,
  agendaCirculated: 1,
  returnsChased: 1,
  entryPrepared: 1,
  preparedEntryDropped: 1,
  preparedEntryShared: 1,
  meetingOpened: 2,
  openingCancelled: 1,
  attendanceRecorded: 2,
  attendanceCorrected: 1,
  confidentialityAccepted: 2,
  conflictDeclared: 1,
  conflictWithdrawn: 1,
  pointerMoved: 1,
  advanceUndone: 1,
  chairHandedOver: 1,
  chairTaken: 1,
  itemPutOnNoteOnlyLane: 1,
  itemBroughtToDiscussion: 1,
  agencyHeard: 2,
  itemConcluded: 1,
  itemReopened: 1,
  meetingClosed: 1,
  tellingOpened: 1,
  tellingPlanned: 1,
  tellingEnded: 1,
  minutesApproved: 1,
  minutesDistributed: 1,
  informationShared: 1,
  leverRecorded: 1,
  findingRecorded: 1,
  decisionRecorded: 1,
  positionRecorded: 1,
  interventionPlanned: 1,
  actionAssigned: 1,
  informationRequested: 1,
  safetyCheckAnswered: 1,
  entryCorrected: 1,
  entryWithdrawn: 1,
  actionAccepted: 1,
  // Version 2 of these: who did it, and when.
  actionParked: 2,
  actionEnded: 2,
  actionPassedOn: 1,
  interventionChanged: 2,
  requestAnswered: 2,
  requestRefused: 2,
  // With the day by which an answer is now due.
  requestChased: 2,
  overdueExtended: 1,
  overdueRaised: 1,
  requestLeft: 1,
  safetyRecordKept: 1,
  referralReceived: 1,
  referralAddedTo: 1,
  referralAccepted: 1,
  referralReturned: 1,
  referralSignposted: 1,
  referrerTold: 1,
  referralLinkOffered: 1,
  referralLinkUsed: 1,
  referralLinkWithdrawn: 1,
  personsMerged: 1,
  personsUnmerged: 1,
  caseMoved: 1,
  panelSettingsChanged: 2,
  criteriaAdopted: 2,
  agencyAdded: 1,
  agencyChanged: 1,
  policyAdopted: 1,
  scoringMatrixAdopted: 1,
  candidatePutForward: 1,
  candidateWithdrawn: 1,
  // Version 2: with what it corrects.
  happeningRecorded: 2,
  happeningCorrected: 1,
  relistingDismissed: 1,
  disclosureAnswered: 1,
  happeningWithdrawn: 1,
  memberAdded: 1,
  memberChanged: 1,
  passwordSet: 1,
  setUpOffered: 1,
  secondFactorSet: 1,
  recoveryCodeSpent: 1,
  secondFactorRemoved: 1,
  imported: 2,
}
export const recordKinds = Object.keys(recordVersions) as RecordKind[]

export const recorded = <K extends RecordKind>(
  kind: K,
  body: RecordBodies[K],
  sealed?: Sealed,
): PanelRecord => ({ kind, body, ...(sealed ? { sealed } : {}) }) as PanelRecord
