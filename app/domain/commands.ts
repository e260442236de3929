import { z } from 'zod'
import type { ImportFolder } from './importing/import-folder'
import { referralSourceKeys, type ReferralSource, tellingWayKeys } from './catalogues/referral'
import { holidayRuleKeys, itemKindKeys, rhythmKeys } from './catalogues/agenda'
import { endOutcomeKeys, interventionStatusKeys, rulingKeys } from './catalogues/entries'
import { disclosureAnswerKeys, riskLevelKeys, tellingEndKeys } from './catalogues/case'
import { attendanceStatusKeys, stepKeys } from './catalogues/meeting'
import { agencyKindKeys, roleKeys } from './catalogues/panel'
import { agencyEngagementKeys, holdingKeys } from './catalogues/returns'
import { entryFields, happeningFields } from './meeting/entry-fields'
import { day, emptyIsNull, id, line, optionalDay, optionalId, optionalLine, ticked } from './fields'
import { longestLook } from './catalogues/scoring-matrix'
import {
  additionFields,
  referralFields,
  type AdditionFields,
  type ReferralFields,
} from './referral/referral-fields'
// A command is an order: what someone asks to happen. Each names the scope it works in: a meeting, a panel or an
// account. Commands that carry secrets (passwords already hashed) or whole files are internal: the process makes them,
// and neither a form nor a socket may.

const meetingId = id('Say which meeting.')
const itemId = id('Choose the agenda item.')
const panelId = id('Say which panel.')
const entryId = id('Choose the entry.')
const caseId = id('Say which case.')
const happeningId = id('Choose what happened.')
const preparedId = id('Choose the prepared entry.')
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time as hours and minutes, for example 10:00.')
const wholeNumber = (message: string, min: number, max: number) =>
  z.coerce.number({ error: message }).int(message).min(min, message).max(max, message)
const caseMinutes = wholeNumber('Give the minutes as a whole number from 0 to 120.', 0, 120)
const email = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Give a full e-mail address, such as name@agency.gov.uk.')
  .max(254)

const referralId = id('Choose the referral.')
const listedReason = line('Choose a reason from the panel’s list.')
/** How the referrer was told in the same act; not given: they are still to be told. */
const toldHow = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.enum(tellingWayKeys).nullable(),
)
/** Rows of a matrix: from or up to where, and how many points. */
const matrixRows = z
  .record(z.string().max(4), z.object({ at: optionalLine, points: optionalLine }))
  .default({})

const order = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

const inItem = { meetingId, itemId }

/** Orders to record an entry: same scope, the kind's own fields. */
const entryOrders = {
  shareInformation: order('shareInformation', { ...inItem, fields: entryFields.share }),
  recordLever: order('recordLever', { ...inItem, fields: entryFields.lever }),
  recordFinding: order('recordFinding', { ...inItem, fields: entryFields.finding }),
  recordDecision: order('recordDecision', { ...inItem, fields: entryFields.decision }),
  recordPosition: order('recordPosition', { ...inItem, fields: entryFields.position }),
  planIntervention: order('planIntervention', { ...inItem, fields: entryFields.intervention }),
  assignAction: order('assignAction', { ...inItem, fields: entryFields.action }),
  requestInformation: order('requestInformation', { ...inItem, fields: entryFields.request }),
  answerSafetyCheck: order('answerSafetyCheck', { ...inItem, fields: entryFields.safetyCheck }),
}

const correction = <K extends keyof typeof entryFields>(entryKind: K) =>
  z.object({ entryKind: z.literal(entryKind), fields: entryFields[entryKind] })

const agencyFields = {
  name: line('Give the name of the agency.').pipe(z.string().max(200, 'Keep the name under 200 characters.')),
  agencyKind: z.enum(agencyKindKeys, { error: 'Choose what kind of agency it is.' }),
  core: ticked,
  reason: optionalLine,
}

const meetingOrders = {
  // before the meeting
  planMeeting: order('planMeeting', {
    panelId,
    date: day('Give the date of the meeting as year-month-day, for example 2026-12-09.'),
    startsAt: timeOfDay,
    venue: optionalLine,
    minutesPlanned: wholeNumber('Give the length in minutes, from 15 to 480.', 15, 480),
  }),
  listCase: order('listCase', {
    meetingId,
    caseId: id('Choose the case to put on the agenda.'),
    itemKind: z.enum(itemKindKeys, { error: 'Choose what kind of item this is.' }),
    minutes: caseMinutes,
    presenterId: optionalId,
    lateReason: optionalLine,
  }),
  listDueCases: order('listDueCases', {
    meetingId,
    /** By case: whether it is taken, as what, for how long, on which lane. */
    cases: z
      .record(
        z.string().max(80),
        z.object({
          take: ticked,
          itemKind: z.enum(itemKindKeys, { error: 'Choose what kind of item this is.' }),
          minutes: caseMinutes,
          lane: z.enum(['discuss', 'note_only'], { error: 'Choose the lane.' }).default('discuss'),
        }),
      )
      .refine((cases) => Object.keys(cases).length <= 200, 'Put at most 200 cases on at once.')
      .default({}),
    /** The one case whose own button was pressed, whatever is ticked. */
    only: optionalId,
    lateReason: optionalLine,
  }),
  applyFit: order('applyFit', {
    meetingId,
    shorten: z.record(z.string().max(80), emptyIsNull(caseMinutes)).default({}),
    leaveOut: z.array(z.string().max(80)).max(100).default([]),
  }),
  changeItem: order('changeItem', {
    ...inItem,
    itemKind: z.enum(itemKindKeys, { error: 'Choose what kind of item this is.' }),
    minutes: caseMinutes,
    presenterId: optionalId,
  }),
  inviteToItem: order('inviteToItem', {
    ...inItem,
    agencyIds: z.array(z.string().max(80)).max(60).default([]),
    everyone: ticked,
  }),
  orderAgenda: order('orderAgenda', { meetingId, itemIds: z.array(z.string().max(80)).min(1).max(100) }),
  moveItem: order('moveItem', { ...inItem, direction: z.enum(['up', 'down', 'first', 'last']) }),
  removeItem: order('removeItem', { ...inItem, reason: line('Say why the case comes off the agenda.') }),
  recordReturn: order('recordReturn', {
    ...inItem,
    agencyId: optionalId,
    state: z.enum(['returned', 'nothing_held', 'declined'], { error: 'Choose what your agency holds.' }),
    reason: optionalLine,
  }),
  circulateAgenda: order('circulateAgenda', {
    meetingId,
    /** A day, or words; not given: as the panel's policy says. */
    returnsDue: z.string().trim().max(80).default(''),
    shortNoticeReason: optionalLine,
  }),
  chaseReturns: order('chaseReturns', { meetingId, agencyId: id('Choose the agency.') }),
  // an agency's own return
  giveReturns: order('giveReturns', {
    meetingId,
    /** By item; a line left blank says nothing, and so does one that reads as it `was` when the page was loaded. */
    returns: z
      .record(
        z.string().max(80),
        z.object({
          holding: emptyIsNull(z.enum(holdingKeys)),
          engagement: emptyIsNull(z.enum(agencyEngagementKeys)),
          staffSafety: optionalLine,
          was: optionalLine,
        }),
      )
      .default({}),
    /** Nothing is held on every other case that is still awaited. */
    rest: ticked,
  }),
  prepareInformation: order('prepareInformation', { ...inItem, fields: entryFields.share }),
  prepareLever: order('prepareLever', { ...inItem, fields: entryFields.lever }),
  changePrepared: order('changePrepared', {
    meetingId,
    preparedId,
    correction: z.discriminatedUnion('entryKind', [correction('share'), correction('lever')]),
  }),
  dropPrepared: order('dropPrepared', { meetingId, preparedId }),
  sharePrepared: order('sharePrepared', { meetingId, preparedId }),
  // opening and running
  openMeeting: order('openMeeting', { meetingId, inquorateReason: optionalLine }),
  cancelOpening: order('cancelOpening', {
    meetingId,
    reason: line('Say why the meeting goes back to planned.'),
  }),
  recordAttendance: order('recordAttendance', {
    meetingId,
    memberId: id('Choose the person.'),
    status: z.enum(attendanceStatusKeys, { error: 'Choose how they attend.' }),
    deputyFor: optionalLine,
    note: optionalLine,
  }),
  recordLeaving: order('recordLeaving', { meetingId, memberId: id('Choose the person.') }),
  acceptConfidentiality: order('acceptConfidentiality', {
    meetingId,
    status: z.enum(['present', 'remote', 'deputy'], { error: 'Choose how you attend.' }).default('present'),
    deputyFor: optionalLine,
  }),
  declareConflict: order('declareConflict', {
    ...inItem,
    memberId: optionalId,
    reason: line('Say what the interest is, in a line. Only chair, coordinator and the person see it.'),
  }),
  withdrawConflict: order('withdrawConflict', {
    meetingId,
    conflictId: id('Choose the declared interest.'),
    reason: line('Say why the interest no longer stands.'),
  }),
  movePointer: order('movePointer', {
    meetingId,
    itemId,
    step: z.enum(stepKeys, { error: 'Choose the step.' }),
  }),
  undoAdvance: order('undoAdvance', { meetingId }),
  handOverChair: order('handOverChair', { meetingId, memberId: id('Choose who takes the chair.') }),
  takeChair: order('takeChair', {
    meetingId,
    reason: line('Say why you take the chair, for example “the chair lost connection”.'),
  }),
  putOnNoteOnlyLane: order('putOnNoteOnlyLane', {
    ...inItem,
    reason: line('Say why this case is noted without discussion.'),
  }),
  discussItem: order('discussItem', inItem),
  markAgencyHeard: order('markAgencyHeard', {
    ...inItem,
    agencyId: optionalId,
    heard: z.enum(['spoken', 'nothing_held'], { error: 'Choose: has spoken, or nothing held.' }),
  }),
  concludeItem: order('concludeItem', { ...inItem, without: optionalLine }),
  reopenItem: order('reopenItem', { ...inItem, reason: line('Say why the case is opened again.') }),
  closeMeeting: order('closeMeeting', { meetingId, reason: optionalLine }),
  // the minutes
  approveMinutes: order('approveMinutes', { meetingId }),
  distributeMinutes: order('distributeMinutes', { meetingId }),
  correctAttendance: order('correctAttendance', {
    meetingId,
    memberId: id('Choose the person.'),
    status: z.enum(attendanceStatusKeys, { error: 'Choose how they attended.' }),
    deputyFor: optionalLine,
    note: optionalLine,
    joinedAt: emptyIsNull(timeOfDay),
    leftAt: emptyIsNull(timeOfDay),
    reason: line('Say what is corrected and why.'),
  }),
  // entries after their recording
  correctEntry: order('correctEntry', {
    meetingId,
    entryId,
    correction: z.discriminatedUnion('entryKind', [
      correction('share'),
      correction('lever'),
      correction('finding'),
      correction('decision'),
      correction('position'),
      correction('intervention'),
      correction('action'),
      correction('request'),
      correction('safetyCheck'),
    ]),
    reason: line('Say what is corrected and why.'),
  }),
  withdrawEntry: order('withdrawEntry', {
    meetingId,
    entryId,
    reason: line('Say why the entry is withdrawn.'),
  }),
  acceptAction: order('acceptAction', { meetingId, entryId }),
  parkAction: order('parkAction', { meetingId, entryId }),
  endAction: order('endAction', {
    meetingId,
    entryId,
    outcome: z.enum(endOutcomeKeys, { error: 'Choose how the action ended.' }),
    evidence: line('Say what was done, or why it was not.'),
  }),
  passOnAction: order('passOnAction', {
    meetingId,
    entryId,
    toAgencyId: id('Choose the agency that takes it on.'),
    toRole: optionalLine,
    toMemberId: optionalId,
    what: line('Write what the receiver is to do.'),
    due: optionalLine,
    reason: line('Say why it is passed on.'),
  }),
  ruleOnOverdue: order('ruleOnOverdue', {
    meetingId,
    entryId,
    ruling: z.enum(rulingKeys, { error: 'Choose what becomes of it.' }),
    due: optionalLine,
    reason: line('Say why, in a line. It stays in its history.'),
  }),
  changeIntervention: order('changeIntervention', {
    meetingId,
    entryId,
    status: z.enum(interventionStatusKeys, { error: 'Choose the state of the intervention.' }),
    result: optionalLine,
  }),
  answerRequest: order('answerRequest', { meetingId, entryId, answer: line('Write the answer.') }),
  refuseRequest: order('refuseRequest', {
    meetingId,
    entryId,
    reason: line('Say why the information cannot be given.'),
  }),
  chaseRequest: order('chaseRequest', {
    meetingId,
    entryId,
    due: optionalLine,
    words: optionalLine,
    escalate: ticked,
  }),
  planTelling: order('planTelling', {
    caseId: id('Say which case.'),
    tellingId: id('Choose whom this is about.'),
    tellerMemberId: id('Choose who tells her.'),
    what: line('Write what she is told.'),
    how: line('Write how: by telephone, in person, through whom.'),
    safely: line('Write how this is done safely: when, where, and who must not know.'),
    due: optionalLine,
  }),
  recordTold: order('recordTold', {
    caseId: id('Say which case.'),
    tellingId: id('Choose whom this is about.'),
    state: z.enum(tellingEndKeys, { error: 'Say whether she has been told.' }),
    outcome: line('Write how it went, or why it would not be safe.'),
  }),
  // between meetings, on one case
  recordHappening: order('recordHappening', { caseId, fields: happeningFields }),
  correctHappening: order('correctHappening', {
    caseId,
    happeningId,
    fields: happeningFields,
    reason: line('Say what is corrected and why.'),
  }),
  dismissRelisting: order('dismissRelisting', {
    caseId,
    happeningId,
    reason: line('Say why the case need not come back because of this.'),
  }),
  answerDisclosure: order('answerDisclosure', {
    caseId,
    happeningId,
    answer: z.enum(disclosureAnswerKeys, { error: 'Choose: made, or not needed.' }),
    on: optionalDay,
    words: line('Say who told her and how, or why it is not needed.'),
  }),
  withdrawHappening: order('withdrawHappening', {
    caseId,
    happeningId,
    reason: line('Say why this is withdrawn.'),
  }),
  keepSafetyRecord: order('keepSafetyRecord', {
    caseId: id('Say which case.'),
    victimId: id('Choose the victim-survivor.'),
    safeContact: optionalLine,
    whoMustNotKnow: optionalLine,
    wishes: optionalLine,
    told: optionalLine,
    memberIds: z.array(z.string().max(80)).max(40).default([]),
  }),
}

const panelOrders = {
  setMeetingSeries: order('setMeetingSeries', {
    panelId,
    rhythm: z.enum(rhythmKeys, { error: 'Choose how often the panel meets.' }),
    everyWeeks: wholeNumber('Give the weeks as a whole number from 1 to 12.', 1, 12).default(2),
    placeInMonth: wholeNumber('Choose which one of the month.', 1, 5).default(1),
    weekday: wholeNumber('Choose a weekday, Monday to Friday.', 1, 5).default(1),
    startsOn: day('Give the first day as year-month-day, for example 2026-12-09.'),
    startsAt: timeOfDay,
    venue: optionalLine,
    minutesPlanned: wholeNumber('Give the length in minutes, from 15 to 480.', 15, 480),
    cutOffWorkingDays: wholeNumber('Give the cut-off in working days, from 0 to 60.', 0, 60),
    onBankHoliday: z.enum(holidayRuleKeys, { error: 'Choose what happens on a bank holiday.' }),
  }),
  planFromSeries: order('planFromSeries', {
    panelId,
    seriesId: id('Choose the series.'),
    months: wholeNumber('Give the months as a whole number from 1 to 24.', 1, 24),
  }),
  endMeetingSeries: order('endMeetingSeries', {
    panelId,
    seriesId: id('Choose the series.'),
    reason: line('Say why the series ends.'),
  }),
  changePanelSettings: order('changePanelSettings', {
    panelId,
    secondFactorRequired: ticked,
  }),
  addAgency: order('addAgency', { panelId, ...agencyFields }),
  changeAgency: order('changeAgency', { panelId, agencyId: id('Choose the agency.'), ...agencyFields }),
  changeCriteria: order('changeCriteria', {
    panelId,
    labels: line('Write one criterion a line.'),
    reason: line('Say why the criteria change: the record keeps it.'),
  }),
  makeReferral: order('makeReferral', {
    panelId,
    source: z.enum(referralSourceKeys, { error: 'Choose where the referral comes from.' }),
    fields: referralFields,
    memberIds: z.array(z.string().max(80)).max(40).default([]),
  }),
  addToReferral: order('addToReferral', { panelId, referralId, fields: additionFields }),
  acceptReferral: order('acceptReferral', {
    panelId,
    referralId,
    /** A person who is known, or `new`. */
    personId: z
      .string({ error: 'Choose who he is: one of those it may be, or a new person.' })
      .min(1, 'Choose who he is: one of those it may be, or a new person.')
      .max(80),
    /** For each victim-survivor of the referral in turn: her reference in another of his cases, or nothing. */
    sameVictims: z
      .preprocess(
        (value) => (typeof value === 'object' && value !== null ? Object.values(value) : value),
        z.array(z.string().max(80)).max(10),
      )
      .default([]),
    judgement: z.preprocess(
      (value) => (value === '' || value === undefined ? null : value),
      z.enum(riskLevelKeys).nullable(),
    ),
    reason: listedReason,
    note: optionalLine,
  }),
  returnReferral: order('returnReferral', {
    panelId,
    referralId,
    reason: listedReason,
    words: line('Write what is asked of the referrer. Name nobody.'),
    note: optionalLine,
    how: toldHow,
  }),
  signpostReferral: order('signpostReferral', {
    panelId,
    referralId,
    reason: listedReason,
    words: line('Write where the referrer may turn instead. Name nobody.'),
    note: optionalLine,
    how: toldHow,
  }),
  tellReferrer: order('tellReferrer', {
    panelId,
    referralId,
    how: z.enum(tellingWayKeys, { error: 'Choose how they were told.' }),
    words: line('Write what they were told: the outcome and its reason. Name nobody.'),
  }),
  withdrawReferralLink: order('withdrawReferralLink', {
    panelId,
    linkId: id('Choose the link.'),
    reason: line('Say why the link is withdrawn.'),
  }),
  mergePersons: order('mergePersons', {
    panelId,
    keptId: id('Choose who stays.'),
    /** Who is the same man; of two that include the one who stays, the other. */
    mergedIds: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(id('Choose who is the same man.')).min(1, 'Choose who is the same man.').max(2),
    ),
    reason: line('Say how it is known that they are one man.'),
  }),
  unmergePersons: order('unmergePersons', {
    panelId,
    mergeId: id('Choose what to undo.'),
    reason: line('Say why they are two men after all.'),
  }),
  moveCase: order('moveCase', {
    panelId,
    caseId: id('Choose the case.'),
    /** A person who is known; `new`: as the referral names him; `back`: whom it was about before it was moved. */
    personId: id('Choose whom the case is about.'),
    reason: line('Say how it is known that the case is about another man.'),
  }),
  adoptPolicy: order('adoptPolicy', {
    panelId,
    /** By setting; what is not named stays as it is. Checked against the catalogue by the rule. */
    values: z
      .record(z.string().max(60), z.union([z.string().max(8000), z.array(z.string().max(80)).max(100)]))
      .default({}),
    reason: line('Say why the policy changes: the record keeps it.'),
  }),
  adoptScoringMatrix: order('adoptScoringMatrix', {
    panelId,
    windowMonths: wholeNumber(`Give the months as a whole number from 1 to ${longestLook}.`, 1, longestLook),
    victimMonths: wholeNumber(`Give the months as a whole number from 1 to ${longestLook}.`, 1, longestLook),
    /** By row; a row left blank is no band. Read and checked by the rule. */
    recency: matrixRows,
    frequency: matrixRows,
    victims: matrixRows,
    gravity: z.record(z.string().max(40), optionalLine).default({}),
    reason: line('Say why the matrix changes: the record keeps it.'),
  }),
  putForwardCandidate: order('putForwardCandidate', { panelId, personId: id('Choose the person.') }),
  withdrawCandidate: order('withdrawCandidate', {
    panelId,
    candidacyId: id('Choose who was put forward.'),
    reason: line('Say why he is no longer put forward: the record keeps it.'),
  }),
  addMember: order('addMember', {
    panelId,
    name: line('Give the person’s name.'),
    email,
    role: z.enum(roleKeys, { error: 'Choose a role.' }),
    agencyId: optionalId,
    jobTitle: optionalLine,
  }),
  changeMember: order('changeMember', {
    panelId,
    memberId: id('Choose the member.'),
    role: z.enum(roleKeys, { error: 'Choose a role.' }),
    agencyId: optionalId,
    jobTitle: optionalLine,
    active: ticked,
  }),
}

/** What a form or a socket may order. */
export const publicOrders = { ...meetingOrders, ...panelOrders, ...entryOrders }
export type PublicOrders = typeof publicOrders
export type PublicCommandKind = keyof PublicOrders
export type PublicCommand = { [K in PublicCommandKind]: z.infer<PublicOrders[K]> }[PublicCommandKind]
export const publicCommandKinds = Object.keys(publicOrders) as PublicCommandKind[]

export type EntryCommandKind = keyof typeof entryOrders
export const isEntryCommandKind = (kind: string): kind is EntryCommandKind => kind in entryOrders
/** Which kind of entry an order records. */
export const entryKindOf = {
  shareInformation: 'share',
  recordLever: 'lever',
  recordFinding: 'finding',
  recordDecision: 'decision',
  recordPosition: 'position',
  planIntervention: 'intervention',
  assignAction: 'action',
  requestInformation: 'request',
  answerSafetyCheck: 'safetyCheck',
} as const satisfies Record<EntryCommandKind, keyof typeof entryFields>

export interface ReferralLinkOffer {
  source: ReferralSource
  name: string
  agency: string
  email: string
  /** Set: to add to this referral. */
  forReferralId: string | null
}

/** Orders that only the process itself makes, after its own checks: never parsed from outside. */
export type InternalCommand =
  | { kind: 'setPassword'; accountId: string; passwordHash: string }
  | { kind: 'offerSetUp'; panelId: string; memberId: string; setupHash: string; setupUntil: number }
  | { kind: 'setSecondFactor'; accountId: string; totpSecret: string; recoveryHashes: string[] }
  | { kind: 'spendRecoveryCode'; accountId: string; recoveryHash: string }
  | { kind: 'removeSecondFactor'; accountId: string; panelId: string | null }
  | { kind: 'offerReferralLink'; panelId: string; link: ReferralLinkOffer; tokenHash: string }
  | { kind: 'referByLink'; linkId: string; fields: ReferralFields }
  | { kind: 'addByLink'; linkId: string; fields: AdditionFields }
  | { kind: 'importPanels'; folder: ImportFolder; demo: boolean }

export type Command = PublicCommand | InternalCommand
export type CommandKind = Command['kind']
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>
