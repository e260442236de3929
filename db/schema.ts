import type { Audience } from '../app/domain/audience'
import type { PolicyValues } from '../app/domain/panel/policy-settings'
import type {
  Gravity,
  ReferralStage,
  RiskTopic,
  TellingKind,
  TellingWay,
} from '../app/domain/referral/referral-catalogues'
import type { MatrixValues, ScoreItem } from '../app/domain/candidates/scoring-matrix'
import type * as Catalogue from '../app/domain/catalogues'
import type {
  Acceptance,
  AttendanceCorrection,
  CaseMove,
  CirculatedLine,
  Criterion,
  FollowUp,
  InterventionState,
  ItemStatus,
  Lane,
  MeetingStatus,
  Place,
  PreparedLever,
  PreparedShare,
  ReferralAddition,
  ReferralIncident,
  ReferredChild,
  ReferredVictim,
  RequestState,
} from '../app/domain/things'
import {
  bool,
  boolOrNull,
  index,
  instant,
  instantOrNull,
  int,
  intOrNull,
  json,
  jsonOrNull,
  key,
  primaryKey,
  table,
  text,
  textOrNull,
  uniqueIndex,
} from './kit'

// One table per kind of thing, and those of the record and of sign-in. Column names follow the things' field names;
// db/things/tables.ts makes the compiler hold the two together.

export const areas = table('areas', { id: key(), name: text() }, (t) => [
  uniqueIndex('areas_name').on(t.name),
])

export const panels = table(
  'panels',
  {
    id: key(),
    areaId: text().references(() => areas.id),
    name: text(),
    kind: text<Catalogue.PanelKind>(),
    startedOn: textOrNull(),
    targetAccepted: intOrNull(),
    targetBy: textOrNull(),
    sandbox: bool(),
    secondFactorRequired: bool(),
    criteriaVersion: int(),
  },
  (t) => [uniqueIndex('panels_name').on(t.name)],
)

export const criteriaSets = table(
  'criteria_sets',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    version: int(),
    criteria: json<Criterion[]>(),
    reason: text(),
    adoptedAt: instant(),
    adoptedBy: text(),
  },
  (t) => [uniqueIndex('criteria_sets_version').on(t.panelId, t.version)],
)

export const policies = table(
  'policies',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    version: int(),
    values: json<Partial<PolicyValues>>(),
    reason: text(),
    adoptedAt: instant(),
    adoptedBy: text(),
  },
  (t) => [uniqueIndex('policies_version').on(t.panelId, t.version)],
)

export const scoringMatrices = table(
  'scoring_matrices',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    version: int(),
    values: json<MatrixValues>(),
    reason: text(),
    adoptedAt: instant(),
    adoptedBy: text(),
  },
  (t) => [uniqueIndex('scoring_matrices_version').on(t.panelId, t.version)],
)

export const agencies = table(
  'agencies',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    name: text(),
    kind: text<Catalogue.AgencyKind>(),
  },
  (t) => [uniqueIndex('agencies_name').on(t.panelId, t.name)],
)

export const accounts = table(
  'accounts',
  {
    id: key(),
    name: text(),
    email: text(),
    active: bool(),
    demo: bool(),
    secondFactor: bool(),
    createdAt: instant(),
  },
  (t) => [uniqueIndex('accounts_email').on(t.email)],
)

export const credentials = table('credentials', {
  id: key().references(() => accounts.id),
  passwordHash: textOrNull(),
  totpSecret: textOrNull(),
  recoveryHashes: json<string[]>(),
  setupHash: textOrNull(),
  setupUntil: instantOrNull(),
})

export const members = table(
  'members',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    accountId: text().references(() => accounts.id),
    agencyId: textOrNull().references(() => agencies.id),
    role: text<Catalogue.Role>(),
    jobTitle: text(),
    name: text(),
    active: bool(),
  },
  (t) => [
    uniqueIndex('members_account').on(t.panelId, t.accountId),
    index('members_by_account').on(t.accountId),
  ],
)

export const persons = table(
  'persons',
  {
    id: key(),
    areaId: text().references(() => areas.id),
    panelId: text().references(() => panels.id),
    ref: text(),
    givenName: text(),
    familyName: text(),
    aliases: json<string[]>(),
    dateOfBirth: textOrNull(),
    otherDatesOfBirth: json<string[]>().default([]),
    gender: textOrNull(),
    ethnicity: textOrNull(),
    firstLanguage: textOrNull(),
  },
  (t) => [uniqueIndex('persons_ref').on(t.areaId, t.ref)],
)

export const cases = table(
  'cases',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    personId: text().references(() => persons.id),
    ref: text(),
    referralSource: text<Catalogue.ReferralSource>(),
    referringAgency: textOrNull(),
    referredOn: text(),
    referralReason: textOrNull(),
    riskLevel: textOrNull<Catalogue.RiskLevel>(),
    dashCount: intOrNull(),
    assessedOn: textOrNull(),
    suitable: boolOrNull(),
    unsuitableReason: textOrNull(),
    acceptedOn: textOrNull(),
    notAcceptedOn: textOrNull(),
    startedOn: textOrNull(),
    completedOn: textOrNull(),
    mode: textOrNull<Catalogue.CaseMode>(),
    firstDirectContactOn: textOrNull(),
    contactStatus: textOrNull<Catalogue.ContactStatus>(),
    engagement: textOrNull<Catalogue.Engagement>(),
    caseManager: textOrNull(),
    idva: textOrNull(),
    aces: intOrNull(),
    closedOn: textOrNull(),
    closureReason: textOrNull<Catalogue.ClosureReason>(),
    engagementAtClosure: textOrNull<Catalogue.Engagement>(),
    moves: json<CaseMove[]>().default([]),
  },
  (t) => [uniqueIndex('cases_ref').on(t.panelId, t.ref), index('cases_by_person').on(t.personId)],
)

export const incidents = table(
  'incidents',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    ref: text(),
    personId: text().references(() => persons.id),
    caseId: textOrNull().references(() => cases.id),
    date: text(),
    incidentKind: text<Catalogue.IncidentKind>(),
    gravity: text<Gravity>(),
    victimRef: textOrNull(),
    source: text<Catalogue.Source>(),
  },
  (t) => [
    uniqueIndex('incidents_ref').on(t.panelId, t.ref),
    index('incidents_date').on(t.panelId, t.date),
    index('incidents_person').on(t.personId),
    index('incidents_case').on(t.caseId),
  ],
)

export const happenings = table(
  'happenings',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    caseId: text().references(() => cases.id),
    agencyId: text().references(() => agencies.id),
    recordedBy: text(),
    recordedAt: instant(),
    recordedOn: text(),
    happeningKind: text<Catalogue.HappeningKind>(),
    day: text(),
    what: text(),
    source: text<Catalogue.Source>(),
    audience: json<Audience>(),
    handling: json<Catalogue.HandlingMark[]>(),
    invitedAgencyIds: jsonOrNull<string[]>(),
    policyVersion: int(),
    laterAudiences: json<Audience[]>().default([]),
    supersedes: textOrNull(),
    supersededBy: textOrNull(),
    correctionReason: textOrNull(),
    asksSince: instantOrNull(),
    dismissedAt: instantOrNull(),
    dismissedBy: textOrNull(),
    dismissedReason: textOrNull(),
    disclosureDue: textOrNull(),
    disclosure: textOrNull<Catalogue.DisclosureAnswer>(),
    disclosureOn: textOrNull(),
    disclosureWords: textOrNull(),
    disclosureAt: instantOrNull(),
    disclosureBy: textOrNull(),
    withdrawnAt: instantOrNull(),
    withdrawnBy: textOrNull(),
    withdrawnReason: textOrNull(),
  },
  (t) => [index('happenings_case').on(t.caseId), index('happenings_panel').on(t.panelId)],
)

export const candidacies = table(
  'candidacies',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    personId: text().references(() => persons.id),
    caseId: text().references(() => cases.id),
    putForwardOn: text(),
    putForwardAt: instant(),
    putForwardBy: text(),
    matrixVersion: int(),
    score: int(),
    scoreItems: json<ScoreItem[]>(),
    withdrawnAt: instantOrNull(),
    withdrawnBy: textOrNull(),
    withdrawnReason: textOrNull(),
  },
  (t) => [index('candidacies_case').on(t.caseId), index('candidacies_panel').on(t.panelId)],
)

export const victims = table(
  'victims',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    caseId: text().references(() => cases.id),
    ref: text(),
    ageBand: textOrNull(),
    gender: textOrNull(),
    ethnicity: textOrNull(),
    relationship: textOrNull(),
  },
  (t) => [uniqueIndex('victims_ref').on(t.caseId, t.ref), index('victims_panel').on(t.panelId)],
)

export const children = table(
  'children',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    caseId: text().references(() => cases.id),
    ref: text(),
    ageBand: textOrNull(),
    plan: textOrNull<Catalogue.ChildPlan>(),
  },
  (t) => [uniqueIndex('children_ref').on(t.caseId, t.ref)],
)

export const safetyRecords = table(
  'safety_records',
  {
    id: key().references(() => victims.id),
    panelId: text().references(() => panels.id),
    caseId: text().references(() => cases.id),
    safeContact: text(),
    whoMustNotKnow: text(),
    wishes: text(),
    told: text(),
    memberIds: json<string[]>(),
    updatedAt: instant(),
    updatedBy: text(),
  },
  (t) => [index('safety_records_case').on(t.caseId)],
)

export const referrals = table(
  'referrals',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    ref: text(),
    source: text<Catalogue.ReferralSource>(),
    referrerMemberId: textOrNull(),
    referrerAgencyId: textOrNull(),
    referrerName: text(),
    referrerAgency: text(),
    referrerEmail: text(),
    linkId: textOrNull(),
    receivedAt: instant(),
    givenName: text(),
    familyName: text(),
    aliases: json<string[]>(),
    dateOfBirth: textOrNull(),
    otherDatesOfBirth: json<string[]>(),
    gender: textOrNull(),
    firstLanguage: textOrNull(),
    aboutHim: text(),
    reason: text(),
    incidents: json<ReferralIncident[]>(),
    dashCount: intOrNull(),
    riskTopics: json<RiskTopic[]>(),
    judgement: textOrNull<Catalogue.RiskLevel>(),
    judgementReason: text(),
    riskLevel: textOrNull<Catalogue.RiskLevel>(),
    riskWorking: json<string[]>(),
    policyVersion: int(),
    orders: text(),
    children: json<ReferredChild[]>(),
    additions: json<ReferralAddition[]>(),
    memberIds: json<string[]>(),
    stage: text<ReferralStage>(),
    screenedAt: instantOrNull(),
    screenedBy: textOrNull(),
    screeningReason: textOrNull(),
    screeningNote: text(),
    screeningWords: text(),
    caseId: textOrNull().references(() => cases.id),
  },
  (t) => [index('referrals_panel').on(t.panelId, t.receivedAt), index('referrals_case').on(t.caseId)],
)

export const referralSafeties = table(
  'referral_safeties',
  {
    id: key().references(() => referrals.id),
    panelId: text().references(() => panels.id),
    victims: json<ReferredVictim[]>(),
    incidents: json<ReferralIncident[]>(),
    riskLevel: textOrNull<Catalogue.RiskLevel>(),
    riskWorking: json<string[]>(),
    additions: json<ReferralAddition[]>(),
  },
  (t) => [index('referral_safeties_panel').on(t.panelId)],
)

export const referralLinks = table(
  'referral_links',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    source: text<Catalogue.ReferralSource>(),
    name: text(),
    agency: text(),
    email: text(),
    madeBy: text().references(() => members.id),
    madeAt: instant(),
    until: instant(),
    tokenHash: text(),
    forReferralId: textOrNull().references(() => referrals.id),
    usedAt: instantOrNull(),
    referralId: textOrNull().references(() => referrals.id),
    withdrawnAt: instantOrNull(),
    withdrawnReason: textOrNull(),
  },
  (t) => [uniqueIndex('referral_links_token').on(t.tokenHash), index('referral_links_panel').on(t.panelId)],
)

export const referrerTellings = table(
  'referrer_tellings',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    referralId: text().references(() => referrals.id),
    what: text<TellingKind>(),
    since: instant(),
    toldAt: instant(),
    toldBy: textOrNull(),
    how: text<TellingWay>(),
    words: text(),
  },
  (t) => [
    index('referrer_tellings_referral').on(t.referralId),
    index('referrer_tellings_panel').on(t.panelId),
  ],
)

export const personMerges = table(
  'person_merges',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    keptId: text().references(() => persons.id),
    mergedId: text().references(() => persons.id),
    mergedName: text(),
    caseIds: json<string[]>(),
    incidentIds: json<string[]>().default([]),
    aliasesBefore: json<string[]>(),
    otherDatesBefore: json<string[]>(),
    reason: text(),
    at: instant(),
    by: text(),
    undoneAt: instantOrNull(),
    undoneBy: textOrNull(),
    undoneReason: textOrNull(),
  },
  (t) => [index('person_merges_panel').on(t.panelId)],
)

export const conflicts = table(
  'conflicts',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    caseId: text().references(() => cases.id),
    memberId: text().references(() => members.id),
    reason: text(),
    declaredAt: instant(),
    declaredBy: text(),
    withdrawnAt: instantOrNull(),
    withdrawnReason: textOrNull(),
  },
  (t) => [index('conflicts_case').on(t.caseId), index('conflicts_panel').on(t.panelId)],
)

export const meetings = table(
  'meetings',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    ref: text(),
    date: text(),
    startsAt: text(),
    venue: text(),
    minutesPlanned: int(),
    minutesTaken: intOrNull(),
    agendaCirculatedOn: textOrNull(),
    cutOffOn: textOrNull(),
    seriesId: textOrNull(),
    seriesDay: textOrNull(),
    status: text<MeetingStatus>(),
    openedAt: instantOrNull(),
    openedBy: textOrNull(),
    inquorateReason: textOrNull(),
    policyVersion: intOrNull(),
    closedAt: instantOrNull(),
    closedBy: textOrNull(),
    closedReason: textOrNull(),
    chairId: textOrNull(),
    itemId: textOrNull(),
    step: text<Catalogue.Step>(),
    itemSince: instantOrNull(),
    trail: json<Place[]>(),
  },
  (t) => [uniqueIndex('meetings_ref').on(t.panelId, t.ref), index('meetings_date').on(t.panelId, t.date)],
)

export const tellings = table(
  'tellings',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    caseId: text().references(() => cases.id),
    victimId: text().references(() => victims.id),
    meetingId: text().references(() => meetings.id),
    itemId: text(),
    invitedAgencyIds: jsonOrNull<string[]>(),
    openedAt: instant(),
    due: text(),
    tellerMemberId: textOrNull(),
    what: text(),
    how: text(),
    safely: text(),
    plannedAt: instantOrNull(),
    plannedBy: textOrNull(),
    state: text<Catalogue.TellingState>(),
    outcome: text(),
    doneAt: instantOrNull(),
    doneBy: textOrNull(),
  },
  (t) => [index('tellings_case').on(t.caseId), index('tellings_panel').on(t.panelId, t.state)],
)

export const minutesVersions = table(
  'minutes_versions',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    number: int(),
    approvedAt: instant(),
    approvedBy: text(),
    distributedAt: instantOrNull(),
    distributedBy: textOrNull(),
    correctedAt: instantOrNull(),
  },
  (t) => [
    uniqueIndex('minutes_versions_number').on(t.meetingId, t.number),
    index('minutes_versions_panel').on(t.panelId),
  ],
)

export const items = table(
  'items',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    caseId: text().references(() => cases.id),
    position: int(),
    kind: text<Catalogue.ItemKind>(),
    minutes: int(),
    presenterId: textOrNull(),
    lane: text<Lane>(),
    noteOnlyReason: textOrNull(),
    status: text<ItemStatus>(),
    statusReason: textOrNull(),
    concludedAt: instantOrNull(),
    concludedBy: textOrNull(),
    concludedWithout: textOrNull(),
    secondsSpent: int(),
    invitedAgencyIds: jsonOrNull<string[]>(),
    lateReason: textOrNull(),
    outcome: textOrNull<Catalogue.DecisionOutcome>(),
    broughtBackReason: textOrNull(),
    dissentingAgencyIds: json<string[]>(),
    safetyAnswered: json<string[]>(),
  },
  (t) => [
    index('items_meeting').on(t.meetingId),
    index('items_case').on(t.caseId),
    index('items_panel').on(t.panelId, t.status),
  ],
)

export const attendances = table(
  'attendances',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    agencyId: textOrNull(),
    memberId: textOrNull(),
    status: text<Catalogue.AttendanceStatus>(),
    deputyFor: textOrNull(),
    note: textOrNull(),
    joinedAt: instantOrNull(),
    leftAt: instantOrNull(),
    acceptedAt: instantOrNull(),
    acceptedVersion: intOrNull(),
    history: json<AttendanceCorrection[]>().default([]),
  },
  (t) => [index('attendances_meeting').on(t.meetingId)],
)

export const agencyReturns = table(
  'agency_returns',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    itemId: text().references(() => items.id),
    caseId: text(),
    agencyId: text().references(() => agencies.id),
    state: text<Catalogue.ReturnState>(),
    askedOn: textOrNull(),
    dueOn: textOrNull(),
    returnedOn: textOrNull(),
    declinedReason: textOrNull(),
    timesChased: int().default(0),
    chasedAt: instantOrNull(),
    spokenAt: instantOrNull(),
    spokenMarkedBy: textOrNull(),
  },
  (t) => [index('agency_returns_meeting').on(t.meetingId)],
)

export const meetingSeries = table(
  'meeting_series',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    rhythm: text<Catalogue.Rhythm>(),
    everyWeeks: int(),
    placeInMonth: int(),
    weekday: int(),
    startsOn: text(),
    startsAt: text(),
    venue: text(),
    minutesPlanned: int(),
    cutOffWorkingDays: int(),
    onBankHoliday: text<Catalogue.HolidayRule>(),
    setAt: instant(),
    setBy: text().references(() => members.id),
    endedOn: textOrNull(),
    endedReason: textOrNull(),
  },
  (t) => [index('meeting_series_panel').on(t.panelId)],
)

export const circulations = table(
  'circulations',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    version: int(),
    lines: json<CirculatedLine[]>(),
    circulatedAt: instant(),
    circulatedOn: text(),
    circulatedBy: text().references(() => members.id),
    noticeDays: int(),
    noticeAsked: int(),
    shortNoticeReason: textOrNull(),
    returnsDueOn: text(),
    tellMemberIds: json<string[]>(),
  },
  (t) => [uniqueIndex('circulations_version').on(t.meetingId, t.version)],
)

const returnColumns = () => ({
  id: key(),
  panelId: text().references(() => panels.id),
  meetingId: text().references(() => meetings.id),
  itemId: text().references(() => items.id),
  caseId: text().references(() => cases.id),
  agencyId: text().references(() => agencies.id),
})

export const researchReturns = table(
  'research_returns',
  {
    ...returnColumns(),
    holding: text<Catalogue.Holding>(),
    engagement: textOrNull<Catalogue.AgencyEngagement>(),
    writtenBy: text(),
    writtenAt: instant(),
  },
  (t) => [index('research_returns_meeting').on(t.meetingId)],
)

export const preparedEntries = table(
  'prepared_entries',
  {
    ...returnColumns(),
    preparedBy: text(),
    preparedAt: instant(),
    what: text(),
    audience: json<Audience>(),
    handling: json<Catalogue.HandlingMark[]>(),
    share: jsonOrNull<PreparedShare>(),
    lever: jsonOrNull<PreparedLever>(),
    sharedAs: textOrNull(),
    sharedAt: instantOrNull(),
    droppedAt: instantOrNull(),
  },
  (t) => [index('prepared_entries_meeting').on(t.meetingId)],
)

const entryColumns = () => ({
  id: key(),
  panelId: text().references(() => panels.id),
  caseId: text().references(() => cases.id),
  meetingId: text().references(() => meetings.id),
  itemId: text().references(() => items.id),
  agencyId: text().references(() => agencies.id),
  recordedBy: text().references(() => members.id),
  recordedAt: instant(),
  audience: json<Audience>(),
  laterAudiences: json<Audience[]>(),
  handling: json<Catalogue.HandlingMark[]>(),
  invitedAgencyIds: jsonOrNull<string[]>(),
  supersedes: textOrNull(),
  supersededBy: textOrNull(),
  correctionReason: textOrNull(),
  withdrawnAt: instantOrNull(),
  withdrawnReason: textOrNull(),
})

export const shares = table(
  'shares',
  {
    ...entryColumns(),
    what: text(),
    about: text(),
    source: text<Catalogue.Source>(),
    nature: text<Catalogue.Nature>(),
    factDate: textOrNull(),
    purpose: text(),
    lawfulBasis: text(),
    gateway: text(),
    necessity: text(),
  },
  (t) => [index('shares_meeting').on(t.meetingId), index('shares_case').on(t.caseId)],
)

export const levers = table(
  'levers',
  {
    ...entryColumns(),
    what: text(),
    leverKind: text(),
    holderAgencyId: text(),
    safeToUse: text<Catalogue.Answer>(),
    safetyNote: text(),
  },
  (t) => [index('levers_meeting').on(t.meetingId), index('levers_case').on(t.caseId)],
)

export const findings = table(
  'findings',
  {
    ...entryColumns(),
    criterionKey: text(),
    criteriaVersion: int(),
    answer: text<Catalogue.FindingAnswer>(),
    evidence: text(),
  },
  (t) => [index('findings_meeting').on(t.meetingId), index('findings_case').on(t.caseId)],
)

export const decisions = table(
  'decisions',
  {
    ...entryColumns(),
    outcome: text<Catalogue.DecisionOutcome>(),
    mode: textOrNull<Catalogue.CaseMode>(),
    rationale: text(),
    reason: text(),
    until: textOrNull(),
    onward: text(),
    closureReason: textOrNull<Catalogue.ClosureReason>(),
    criteriaVersion: int(),
    // Decided before policies were kept: none.
    policyVersion: int().default(0),
  },
  (t) => [index('decisions_meeting').on(t.meetingId), index('decisions_case').on(t.caseId)],
)

export const positions = table(
  'positions',
  { ...entryColumns(), decisionId: text(), stance: text<Catalogue.Stance>(), reason: text() },
  (t) => [index('positions_meeting').on(t.meetingId), index('positions_case').on(t.caseId)],
)

export const interventions = table(
  'interventions',
  {
    ...entryColumns(),
    strand: text<Catalogue.Strand>(),
    supportAreas: json<string[]>(),
    disruptAreas: json<string[]>(),
    what: text(),
    leverId: textOrNull(),
    leadAgencyId: text(),
    jointAgencyIds: json<string[]>(),
    status: text<Catalogue.InterventionStatus>(),
    result: text(),
    history: json<InterventionState[]>().default([]),
  },
  (t) => [index('interventions_meeting').on(t.meetingId), index('interventions_case').on(t.caseId)],
)

export const actions = table(
  'actions',
  {
    ...entryColumns(),
    what: text(),
    ownerAgencyId: text(),
    ownerRole: text(),
    ownerMemberId: textOrNull(),
    due: text(),
    interventionId: textOrNull(),
    requestId: textOrNull(),
    acceptance: text<Acceptance>(),
    acceptedBy: textOrNull(),
    acceptedAt: instantOrNull(),
    outcome: textOrNull<Catalogue.ActionOutcome>(),
    evidence: text(),
    endedAt: instantOrNull(),
    passedFrom: textOrNull(),
    passedTo: textOrNull(),
    history: json<FollowUp[]>().default([]),
  },
  (t) => [
    index('actions_meeting').on(t.meetingId),
    index('actions_case').on(t.caseId),
    index('actions_panel').on(t.panelId, t.endedAt),
    index('actions_owner').on(t.ownerAgencyId, t.endedAt),
  ],
)

export const requests = table(
  'requests',
  {
    ...entryColumns(),
    toAgencyId: text(),
    what: text(),
    why: text(),
    lawfulBasis: text(),
    due: text(),
    state: text<RequestState>(),
    answer: text(),
    refusalReason: text(),
    answeredAt: instantOrNull(),
    timesChased: int(),
    escalatedAt: instantOrNull(),
    history: json<FollowUp[]>().default([]),
  },
  (t) => [
    index('requests_meeting').on(t.meetingId),
    index('requests_case').on(t.caseId),
    index('requests_panel').on(t.panelId, t.state),
  ],
)

export const safetyChecks = table(
  'safety_checks',
  {
    ...entryColumns(),
    victimId: textOrNull(),
    knows: text<Catalogue.Answer>(),
    raisesRisk: text<Catalogue.Answer>(),
    riskNote: text(),
    safeContact: text<Catalogue.Answer>(),
    plan: text(),
    whoTells: text(),
    children: text(),
  },
  (t) => [index('safety_checks_meeting').on(t.meetingId), index('safety_checks_case').on(t.caseId)],
)

// The record. `journal` is guarded by triggers (migration journal_guards): appended only, without gaps in its stream.
// Bodies stand apart so that one could lawfully be erased while the chain, which covers a salted hash, still verifies.

export const journal = table(
  'journal',
  {
    stream: text(),
    seq: int(),
    entryId: text(),
    commandId: text(),
    at: instant(),
    actorId: textOrNull(),
    kind: text(),
    version: int(),
    meetingId: textOrNull(),
    subjectKind: textOrNull(),
    subjectId: textOrNull(),
    bodyHash: text(),
    previousHash: text(),
    hash: text(),
  },
  (t) => [
    primaryKey({ columns: [t.stream, t.seq] }),
    uniqueIndex('journal_entry').on(t.entryId),
    index('journal_meeting').on(t.meetingId, t.seq),
  ],
)

export const journalBodies = table('journal_bodies', { entryId: key(), salt: text(), body: text() })

/** What was ordered once, so that a command sent again happens once and answers the same. */
export const commandsDone = table('commands_done', {
  commandId: key(),
  accountId: textOrNull(),
  fingerprint: text(),
  created: json<Record<string, string>>(),
  at: instant(),
})

// Sign-in and reading. Not records of the panel, but kept as facts all the same.

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the cookie's token: the table alone opens nothing. */
    id: key(),
    accountId: text().references(() => accounts.id),
    startedAt: instant(),
    seenAt: instant(),
    secondFactorAt: instantOrNull(),
    endedAt: instantOrNull(),
    userAgent: text(),
  },
  (t) => [index('sessions_account').on(t.accountId)],
)

export const signInLog = table(
  'sign_in_log',
  { id: key(), at: instant(), accountId: textOrNull(), what: text() },
  (t) => [index('sign_in_log_account').on(t.accountId, t.at)],
)

export const accessLog = table(
  'access_log',
  {
    /** One row for the same reader, case, place and day. */
    id: key(),
    at: instant(),
    accountId: text(),
    memberId: text(),
    panelId: text(),
    caseId: text(),
    place: text(),
    why: text(),
  },
  (t) => [index('access_log_case').on(t.caseId, t.at)],
)

/**
 * Mail that has been asked for, waiting or done with: the bookkeeping of delivery, not part of the record. It holds no
 * words, only which of the fixed sentences is to be sent to whom.
 */
export const mails = table(
  'mails',
  {
    id: key(),
    /** What "the same notice" is: it is never sent twice. */
    noticeKey: text(),
    panelId: text().references(() => panels.id),
    /** Who is told; null: someone without an account, at `address`. */
    accountId: textOrNull().references(() => accounts.id),
    address: textOrNull(),
    occasion: text(),
    day: textOrNull(),
    path: textOrNull(),
    /** A link that opens by itself, encrypted, and forgotten once it is sent. */
    sealedPath: textOrNull(),
    state: text<MailState>(),
    askedAt: instant(),
    /** Not tried before this. */
    nextAt: instant(),
    tries: int(),
    sentAt: instantOrNull(),
    /** The server's answer to the last try that failed: a code and its class, never what was sent. */
    fault: textOrNull(),
  },
  (t) => [
    uniqueIndex('mails_notice').on(t.noticeKey),
    index('mails_next').on(t.state, t.nextAt),
    index('mails_panel').on(t.panelId, t.askedAt),
  ],
)
export type MailState = 'waiting' | 'sent' | 'failed' | 'dropped'
