import type { Audience } from './audience'
import type { PolicyValues } from './panel/policy-settings'
import type {
  Agreement,
  Gravity,
  ReferralStage,
  RiskTopic,
  TellingKind,
  TellingWay,
} from './referral/referral-catalogues'
import type { MatrixValues, ScoreItem } from './candidates/scoring-matrix'
import type {
  ActionOutcome,
  AgencyEngagement,
  AgencyKind,
  Answer,
  AttendanceStatus,
  CaseMode,
  ChildPlan,
  ClosureReason,
  ContactStatus,
  DecisionOutcome,
  DisclosureAnswer,
  Engagement,
  FollowUpKind,
  FindingAnswer,
  HandlingMark,
  HappeningKind,
  Holding,
  IncidentKind,
  HolidayRule,
  InterventionStatus,
  ItemKind,
  Nature,
  PanelKind,
  ReferralSource,
  ReturnState,
  Rhythm,
  RiskLevel,
  Role,
  Source,
  Stance,
  Step,
  Strand,
  TellingState,
} from './catalogues'

// A thing is one row of what is true now. Records (records.ts) say what happened; evolve.ts turns a record into changed
// things; the store writes exactly those; sees.ts says who may see which of their fields. Every thing kind has a table
// (db/schema.ts, checked by the compiler) and a rule of sight (sees.ts, likewise).

/** Milliseconds since 1970, UTC. */
export type Instant = number
/** A calendar day, YYYY-MM-DD. */
export type Day = string

export interface Area {
  id: string
  name: string
}

export interface Panel {
  id: string
  areaId: string
  name: string
  kind: PanelKind
  startedOn: Day | null
  targetAccepted: number | null
  targetBy: Day | null
  /** A training panel with invented people, marked on every page. */
  sandbox: boolean
  secondFactorRequired: boolean
  /** Of the criteria in force. Every other setting of a panel is in its policy. */
  criteriaVersion: number
}

export interface Criterion {
  key: string
  label: string
}

export interface CriteriaSet {
  id: string
  panelId: string
  version: number
  criteria: Criterion[]
  reason: string
  adoptedAt: Instant
  /** Empty: it came with an import. */
  adoptedBy: string
}

/** One version of a panel's policy, whole: app/domain/panel/policy-settings.ts says what the values mean. */
export interface Policy {
  id: string
  panelId: string
  version: number
  values: Partial<PolicyValues>
  reason: string
  adoptedAt: Instant
  /** Empty: it came with an import. */
  adoptedBy: string
}

/** Something that he did, as an agency has it on record: counted and scored, not told. */
export interface Incident {
  id: string
  panelId: string
  ref: string
  personId: string
  /** Null where it belongs to none of his cases: he may have none. */
  caseId: string | null
  date: Day
  incidentKind: IncidentKind
  gravity: Gravity
  /** The victim-survivor's reference; null where none is recorded. */
  victimRef: string | null
  source: Source
}

/** One version of the matrix by which a panel ranks candidates, whole: app/domain/candidates/scoring.ts says what it means. */
export interface ScoringMatrix {
  id: string
  panelId: string
  version: number
  values: MatrixValues
  reason: string
  adoptedAt: Instant
  adoptedBy: string
}

/** Something that happened, or is going to happen, on a case between meetings: it asks that the case be brought back. */
export interface Happening {
  id: string
  panelId: string
  caseId: string
  /** The lane: the agency it is recorded for. */
  agencyId: string
  recordedBy: string
  recordedAt: Instant
  recordedOn: Day
  happeningKind: HappeningKind
  /** When it happened, or is going to. */
  day: Day
  what: string
  source: Source
  audience: Audience
  handling: HandlingMark[]
  /** Agencies that were asked in while it was recorded, where not all were: it stays with them. Null: everyone was. */
  invitedAgencyIds: string[] | null
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

/** A person put forward for the agenda because of his score, as it was worked out then. */
export interface Candidacy {
  id: string
  panelId: string
  personId: string
  caseId: string
  putForwardOn: Day
  putForwardAt: Instant
  putForwardBy: string
  /** 0: the starting matrix. */
  matrixVersion: number
  score: number
  scoreItems: ScoreItem[]
  withdrawnAt: Instant | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

export interface Agency {
  id: string
  panelId: string
  name: string
  kind: AgencyKind
}

export interface Account {
  id: string
  name: string
  /** Lower case. */
  email: string
  active: boolean
  demo: boolean
  secondFactor: boolean
  createdAt: Instant
}

/** What proves an account: never journaled, never sent anywhere. */
export interface Credential {
  id: string
  passwordHash: string | null
  totpSecret: string | null
  recoveryHashes: string[]
  setupHash: string | null
  setupUntil: Instant | null
}

export interface Member {
  id: string
  panelId: string
  accountId: string
  agencyId: string | null
  role: Role
  jobTitle: string
  name: string
  active: boolean
}

export interface Person {
  id: string
  areaId: string
  panelId: string
  ref: string
  givenName: string
  familyName: string
  aliases: string[]
  dateOfBirth: Day | null
  /** Other dates he has given or is known under. */
  otherDatesOfBirth: Day[]
  gender: string | null
  ethnicity: string | null
  firstLanguage: string | null
}

/** Two entries that were found to be one man: a human act, with its reason, and what it takes to undo it exactly. */
export interface PersonMerge {
  id: string
  panelId: string
  keptId: string
  mergedId: string
  mergedName: string
  /** The cases that changed hands: all that the panel had on the entry that was merged. */
  caseIds: string[]
  /** Incidents that came over with him. */
  incidentIds: string[]
  aliasesBefore: string[]
  otherDatesBefore: Day[]
  reason: string
  at: Instant
  by: string
  undoneAt: Instant | null
  undoneBy: string | null
  undoneReason: string | null
}

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

/** Who tells a victim-survivor what the panel decided, and that it happened. Its words follow her safety record. */
export interface Telling {
  id: string
  panelId: string
  caseId: string
  victimId: string
  meetingId: string
  itemId: string
  /** As of an entry: agencies that were asked in for the item, where not all were. */
  invitedAgencyIds: string[] | null
  openedAt: Instant
  due: Day
  tellerMemberId: string | null
  what: string
  how: string
  /** How it is done without putting her at risk. */
  safely: string
  plannedAt: Instant | null
  plannedBy: string | null
  state: TellingState
  outcome: string
  doneAt: Instant | null
  doneBy: string | null
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

export type MeetingStatus = 'planned' | 'open' | 'closed'

export interface Place {
  itemId: string | null
  step: Step
}

export interface Meeting {
  id: string
  panelId: string
  ref: string
  date: Day
  startsAt: string
  venue: string
  minutesPlanned: number
  minutesTaken: number | null
  agendaCirculatedOn: Day | null
  /** The last day on which a case comes in time; null: as the panel's policy says. */
  cutOffOn: Day | null
  /** The series it was planned from, and the day it has there by the rhythm alone. */
  seriesId: string | null
  seriesDay: Day | null
  status: MeetingStatus
  openedAt: Instant | null
  openedBy: string | null
  inquorateReason: string | null
  /** The policy it was opened under, for its quorum. */
  policyVersion: number | null
  closedAt: Instant | null
  closedBy: string | null
  closedReason: string | null
  /** The member who holds the chair now; passes only by an explicit act. */
  chairId: string | null
  itemId: string | null
  step: Step
  /** When the pointer came to this item. */
  itemSince: Instant | null
  /** Places left behind, newest last, so that an advance can be undone. At most 40. */
  trail: Place[]
}

/** A version of a meeting's minutes: the moment whose record the chair approved. It holds no word of the record itself. */
export interface MinutesVersion {
  id: string
  panelId: string
  meetingId: string
  number: number
  approvedAt: Instant
  approvedBy: string
  distributedAt: Instant | null
  distributedBy: string | null
  /** When something was first corrected after it was approved; null: nothing has been. */
  correctedAt: Instant | null
}

export type Lane = 'discuss' | 'note_only'
export type ItemStatus = 'listed' | 'concluded' | 'not_reached' | 'removed'

export interface Item {
  id: string
  panelId: string
  meetingId: string
  caseId: string
  position: number
  kind: ItemKind
  minutes: number
  presenterId: string | null
  lane: Lane
  noteOnlyReason: string | null
  status: ItemStatus
  statusReason: string | null
  concludedAt: Instant | null
  concludedBy: string | null
  /** What the chair recorded for going on without something the gate asks for. */
  concludedWithout: string | null
  /** Seconds the pointer stood here, not counting the present visit. */
  secondsSpent: number
  /** Agencies asked in for this item alone; null: everyone on the panel. */
  invitedAgencyIds: string[] | null
  lateReason: string | null
  outcome: DecisionOutcome | null
  broughtBackReason: string | null
  dissentingAgencyIds: string[]
  /** Victims (by id; 'case' where none is linked) for whom the safety check stands. The panel sees that, never its words. */
  safetyAnswered: string[]
}

export interface Attendance {
  id: string
  panelId: string
  meetingId: string
  agencyId: string | null
  /** Null where a past meeting knows only the agency. */
  memberId: string | null
  status: AttendanceStatus
  deputyFor: string | null
  note: string | null
  joinedAt: Instant | null
  leftAt: Instant | null
  acceptedAt: Instant | null
  /** The version of the policy whose confidentiality statement this person accepted. */
  acceptedVersion: number | null
  /** What was put right after the meeting closed, oldest first. */
  history: AttendanceCorrection[]
}

export interface AttendanceCorrection {
  at: Instant
  by: string
  reason: string
  /** How it stood until then; null: it had been forgotten. */
  before: Pick<Attendance, 'status' | 'deputyFor' | 'note' | 'joinedAt' | 'leftAt'> | null
}

/** Where an agency stands on one item: what it returned beforehand, and whether it has been heard in the room. */
export interface AgencyReturn {
  id: string
  panelId: string
  meetingId: string
  itemId: string
  caseId: string
  agencyId: string
  state: ReturnState
  askedOn: Day | null
  dueOn: Day | null
  returnedOn: Day | null
  /** Said to those who run the panel: why, and nothing of what is held. */
  declinedReason: string | null
  timesChased: number
  chasedAt: Instant | null
  spokenAt: Instant | null
  spokenMarkedBy: string | null
}

export interface SeriesRhythm {
  rhythm: Rhythm
  /** For `every_weeks`. */
  everyWeeks: number
  /** For `monthly`. */
  placeInMonth: number
  /** For `monthly`; 1 is Monday. */
  weekday: number
  startsOn: Day
  onBankHoliday: HolidayRule
}

/** A panel's meetings planned ahead by a rhythm. */
export interface MeetingSeries extends SeriesRhythm {
  id: string
  panelId: string
  startsAt: string
  venue: string
  minutesPlanned: number
  cutOffWorkingDays: number
  setAt: Instant
  setBy: string
  /** From then on nothing is planned from it; what was planned stays. */
  endedOn: Day | null
  endedReason: string | null
}

/** One line of an agenda as it went out. */
export interface CirculatedLine {
  itemId: string
  caseId: string
  kind: ItemKind
  minutes: number
  lane: Lane
  presenterId: string | null
}

/** A version of an agenda, frozen when it was circulated. */
export interface Circulation {
  id: string
  panelId: string
  meetingId: string
  version: number
  /** In the order of the agenda. */
  lines: CirculatedLine[]
  circulatedAt: Instant
  circulatedOn: Day
  circulatedBy: string
  /** Clear working days it gave, and those the panel's policy asked for at the time. */
  noticeDays: number
  noticeAsked: number
  shortNoticeReason: string | null
  returnsDueOn: Day
  /** Members who are to be told of it. */
  tellMemberIds: string[]
}

/** What an agency holds on one item: its own, whatever others are told of its state. The id is the return's. */
export interface ResearchReturn {
  id: string
  panelId: string
  meetingId: string
  itemId: string
  caseId: string
  agencyId: string
  holding: Holding
  engagement: AgencyEngagement | null
  writtenBy: string
  writtenAt: Instant
}

export interface PreparedShare {
  about: string
  source: Source
  nature: Nature
  factDate: Day | null
  purpose: string
  lawfulBasis: string
  gateway: string
  necessity: string
}

export interface PreparedLever {
  leverKind: string
  holderAgencyId: string
  safeToUse: Answer
  safetyNote: string
}

/** An entry of an agency's return, its agency's own until it is shared into the meeting: information, or a lever. */
export interface PreparedEntry {
  id: string
  panelId: string
  meetingId: string
  itemId: string
  caseId: string
  agencyId: string
  preparedBy: string
  preparedAt: Instant
  what: string
  /** Who will read it once it is shared; within the agency, who reads it before. */
  audience: Audience
  handling: HandlingMark[]
  /** One of the two. */
  share: PreparedShare | null
  lever: PreparedLever | null
  /** The entry that it became. */
  sharedAs: string | null
  sharedAt: Instant | null
  droppedAt: Instant | null
}

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

export interface ThingByKind extends EntryByKind {
  area: Area
  panel: Panel
  criteria: CriteriaSet
  policy: Policy
  incident: Incident
  scoringMatrix: ScoringMatrix
  candidacy: Candidacy
  happening: Happening
  agency: Agency
  account: Account
  credential: Credential
  member: Member
  person: Person
  case: Case
  victim: Victim
  child: Child
  safetyRecord: SafetyRecord
  telling: Telling
  conflict: Conflict
  referral: Referral
  referralSafety: ReferralSafety
  referralLink: ReferralLink
  referrerTelling: ReferrerTelling
  personMerge: PersonMerge
  meeting: Meeting
  minutesVersion: MinutesVersion
  item: Item
  attendance: Attendance
  agencyReturn: AgencyReturn
  meetingSeries: MeetingSeries
  circulation: Circulation
  researchReturn: ResearchReturn
  preparedEntry: PreparedEntry
}

export type ThingKind = keyof ThingByKind
export type EntryKind = keyof EntryByKind
export type Entry = EntryByKind[EntryKind]

const everyEntryKind: Record<EntryKind, true> = {
  share: true,
  lever: true,
  finding: true,
  decision: true,
  position: true,
  intervention: true,
  action: true,
  request: true,
  safetyCheck: true,
}
export const entryKinds = Object.keys(everyEntryKind) as EntryKind[]
export const isEntryKind = (kind: string): kind is EntryKind => kind in everyEntryKind

const everyThingKind: Record<ThingKind, true> = {
  ...everyEntryKind,
  area: true,
  panel: true,
  criteria: true,
  policy: true,
  incident: true,
  scoringMatrix: true,
  candidacy: true,
  happening: true,
  agency: true,
  account: true,
  credential: true,
  member: true,
  person: true,
  case: true,
  victim: true,
  child: true,
  safetyRecord: true,
  telling: true,
  conflict: true,
  referral: true,
  referralSafety: true,
  referralLink: true,
  referrerTelling: true,
  personMerge: true,
  meeting: true,
  minutesVersion: true,
  item: true,
  attendance: true,
  agencyReturn: true,
  meetingSeries: true,
  circulation: true,
  researchReturn: true,
  preparedEntry: true,
}
export const thingKinds = Object.keys(everyThingKind) as ThingKind[]

/** One thing as it was before (undefined: it did not exist) and as it is after a record. */
export type Change = {
  [K in ThingKind]: { kind: K; id: string; before: ThingByKind[K] | undefined; after: ThingByKind[K] }
}[ThingKind]
