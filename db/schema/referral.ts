import type { TablesOf } from '../kit'
import type { ReferralThings } from '../../app/domain/things/referral'
import type {
  ReferralAddition,
  ReferralIncident,
  ReferredChild,
  ReferredVictim,
} from '../../app/domain/things/referral'
import type {
  ReferralSource,
  ReferralStage,
  RiskTopic,
  TellingKind,
  TellingWay,
} from '../../app/domain/catalogues/referral'
import type { RiskLevel } from '../../app/domain/catalogues/case'
import { cases } from './case'
import {
  index,
  instant,
  instantOrNull,
  int,
  intOrNull,
  json,
  key,
  table,
  text,
  textOrNull,
  uniqueIndex,
} from '../kit'
import { members, panels } from './panel'

export const referrals = table(
  'referrals',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    ref: text(),
    source: text<ReferralSource>(),
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
    judgement: textOrNull<RiskLevel>(),
    judgementReason: text(),
    riskLevel: textOrNull<RiskLevel>(),
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
    riskLevel: textOrNull<RiskLevel>(),
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
    source: text<ReferralSource>(),
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

export const referralTables = {
  referral: referrals,
  referralSafety: referralSafeties,
  referralLink: referralLinks,
  referrerTelling: referrerTellings,
} as const satisfies TablesOf<ReferralThings>
