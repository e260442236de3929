import type { TablesOf } from '../kit'
import type { EntryByKind } from '../../app/domain/things/entries'
import type { Acceptance, FollowUp, InterventionState, RequestState } from '../../app/domain/things/entries'
import type {
  ActionOutcome,
  Answer,
  DecisionOutcome,
  FindingAnswer,
  HandlingMark,
  InterventionStatus,
  Nature,
  Source,
  Stance,
  Strand,
} from '../../app/domain/catalogues/entries'
import type { Audience } from '../../app/domain/audience'
import type { CaseMode, ClosureReason } from '../../app/domain/catalogues/case'
import { agencies, members, panels } from './panel'
import { cases } from './case'
import { index, instant, instantOrNull, int, json, jsonOrNull, key, table, text, textOrNull } from '../kit'
import { items } from './agenda'
import { meetings } from './meeting'

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
  handling: json<HandlingMark[]>(),
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
    source: text<Source>(),
    nature: text<Nature>(),
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
    safeToUse: text<Answer>(),
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
    answer: text<FindingAnswer>(),
    evidence: text(),
  },
  (t) => [index('findings_meeting').on(t.meetingId), index('findings_case').on(t.caseId)],
)

export const decisions = table(
  'decisions',
  {
    ...entryColumns(),
    outcome: text<DecisionOutcome>(),
    mode: textOrNull<CaseMode>(),
    rationale: text(),
    reason: text(),
    until: textOrNull(),
    onward: text(),
    closureReason: textOrNull<ClosureReason>(),
    criteriaVersion: int(),
    // Decided before policies were kept: none.
    policyVersion: int().default(0),
  },
  (t) => [index('decisions_meeting').on(t.meetingId), index('decisions_case').on(t.caseId)],
)

export const positions = table(
  'positions',
  { ...entryColumns(), decisionId: text(), stance: text<Stance>(), reason: text() },
  (t) => [index('positions_meeting').on(t.meetingId), index('positions_case').on(t.caseId)],
)

export const interventions = table(
  'interventions',
  {
    ...entryColumns(),
    strand: text<Strand>(),
    supportAreas: json<string[]>(),
    disruptAreas: json<string[]>(),
    what: text(),
    leverId: textOrNull(),
    leadAgencyId: text(),
    jointAgencyIds: json<string[]>(),
    status: text<InterventionStatus>(),
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
    outcome: textOrNull<ActionOutcome>(),
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
    knows: text<Answer>(),
    raisesRisk: text<Answer>(),
    riskNote: text(),
    safeContact: text<Answer>(),
    plan: text(),
    whoTells: text(),
    children: text(),
  },
  (t) => [index('safety_checks_meeting').on(t.meetingId), index('safety_checks_case').on(t.caseId)],
)

export const entryTables = {
  share: shares,
  lever: levers,
  finding: findings,
  decision: decisions,
  position: positions,
  intervention: interventions,
  action: actions,
  request: requests,
  safetyCheck: safetyChecks,
} as const satisfies TablesOf<EntryByKind>
