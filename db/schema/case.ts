import type { TablesOf } from '../kit'
import type { CaseThings } from '../../app/domain/things/case'
import type { Audience } from '../../app/domain/audience'
import type {
  CaseMode,
  ChildPlan,
  ClosureReason,
  ContactStatus,
  DisclosureAnswer,
  Engagement,
  HappeningKind,
  RiskLevel,
} from '../../app/domain/catalogues/case'
import type {
  CaseMove,
  ContactMeans,
  ContactResult,
  CourtOrderEnd,
  CourtOrderKind,
} from '../../app/domain/things/case'
import type { HandlingMark, Source } from '../../app/domain/catalogues/entries'
import type { ReferralSource } from '../../app/domain/catalogues/referral'
import { agencies, members, panels } from './panel'
import {
  boolOrNull,
  index,
  instant,
  instantOrNull,
  int,
  intOrNull,
  json,
  jsonOrNull,
  key,
  table,
  text,
  textOrNull,
  uniqueIndex,
} from '../kit'
import { persons } from './people'

export const cases = table(
  'cases',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    personId: text().references(() => persons.id),
    ref: text(),
    referralSource: text<ReferralSource>(),
    referringAgency: textOrNull(),
    referredOn: text(),
    referralReason: textOrNull(),
    riskLevel: textOrNull<RiskLevel>(),
    dashCount: intOrNull(),
    assessedOn: textOrNull(),
    suitable: boolOrNull(),
    unsuitableReason: textOrNull(),
    acceptedOn: textOrNull(),
    notAcceptedOn: textOrNull(),
    startedOn: textOrNull(),
    completedOn: textOrNull(),
    mode: textOrNull<CaseMode>(),
    firstDirectContactOn: textOrNull(),
    contactStatus: textOrNull<ContactStatus>(),
    engagement: textOrNull<Engagement>(),
    caseManager: textOrNull(),
    idva: textOrNull(),
    aces: intOrNull(),
    closedOn: textOrNull(),
    closureReason: textOrNull<ClosureReason>(),
    engagementAtClosure: textOrNull<Engagement>(),
    moves: json<CaseMove[]>().default([]),
  },
  (t) => [uniqueIndex('cases_ref').on(t.panelId, t.ref), index('cases_by_person').on(t.personId)],
)

const recordedOnCase = () => ({
  id: key(),
  panelId: text().references(() => panels.id),
  caseId: text().references(() => cases.id),
  agencyId: text().references(() => agencies.id),
  recordedBy: text(),
  recordedAt: instant(),
  invitedAgencyIds: jsonOrNull<string[]>(),
})

export const happenings = table(
  'happenings',
  {
    ...recordedOnCase(),
    recordedOn: text(),
    happeningKind: text<HappeningKind>(),
    day: text(),
    what: text(),
    source: text<Source>(),
    audience: json<Audience>(),
    handling: json<HandlingMark[]>(),
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
    disclosure: textOrNull<DisclosureAnswer>(),
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

export const courtOrders = table(
  'court_orders',
  {
    ...recordedOnCase(),
    orderKind: text<CourtOrderKind>(),
    terms: text(),
    startsOn: text(),
    endsOn: textOrNull(),
    whoEnforces: text(),
    endedAs: textOrNull<CourtOrderEnd>(),
    endedOn: textOrNull(),
    endedReason: textOrNull(),
    endedAt: instantOrNull(),
    endedBy: textOrNull(),
  },
  (t) => [index('court_orders_case').on(t.caseId)],
)

export const contacts = table(
  'contacts',
  {
    ...recordedOnCase(),
    day: text(),
    means: text<ContactMeans>(),
    result: text<ContactResult>(),
    what: text(),
    withdrawnAt: instantOrNull(),
    withdrawnBy: textOrNull(),
    withdrawnReason: textOrNull(),
  },
  (t) => [index('contacts_case').on(t.caseId)],
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
    plan: textOrNull<ChildPlan>(),
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

export const caseTables = {
  case: cases,
  victim: victims,
  child: children,
  safetyRecord: safetyRecords,
  conflict: conflicts,
  happening: happenings,
  courtOrder: courtOrders,
  contact: contacts,
} as const satisfies TablesOf<CaseThings>
