import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { publicCommandKinds, type PublicCommandKind } from '../../app/domain/commands/commands'
import { parseCommand } from '../../app/domain/commands/commands'
import { isRefusal, notFound } from '../../app/domain/refusals'
import { journal } from '../../db/schema/journal'
import { commandsIn } from '../support/commands'
import {
  joinMeeting,
  openSmallMeeting,
  openSmallPanel,
  type Sent,
  type PersonName,
  type TestPanel,
} from '../support/small-panel'
import { aReferralLink, referralCommand, referred, twoPersons } from '../support/referrals'
import { asMarkdown, columns, isAllowed, table } from './permission-table'

// Every command by every role, for real: in a meeting made ready for it, with a command that is sound in every other way.

type Ready = (panel: TestPanel, who: PersonName) => Sent | Promise<Sent>

const inMeeting =
  (kind: PublicCommandKind, rest: object = {}): Ready =>
  (panel) => ({ kind, meetingId: panel.meetingId, ...rest })
const onItem =
  (kind: PublicCommandKind, rest: object = {}): Ready =>
  (panel) => ({ kind, ...commandsIn(panel).inItem('A1'), ...rest })
const asGiven =
  (
    make: (
      commands: ReturnType<typeof commandsIn>,
      panel: TestPanel,
      who: PersonName,
    ) => Sent | Promise<Sent>,
  ): Ready =>
  (panel, who) =>
    make(commandsIn(panel), panel, who)

/** Holds the chair if this person may. */
const withChair = async (panel: TestPanel, who: PersonName) => {
  if (who === 'coordinator') {
    await panel.done('chair', {
      kind: 'handOverChair',
      meetingId: panel.meetingId,
      memberId: panel.people.coordinator.memberId,
    })
  }
}
const holding =
  (ready: Ready): Ready =>
  async (panel, who) => {
    const sent = await ready(panel, who)
    await withChair(panel, who)
    return sent
  }

/** The agency whose part this person has; for those without one, somebody's. */
const agencyOf = (panel: TestPanel, who: PersonName) =>
  (Object.values(panel.agencies).includes(panel.people[who].agencyId ?? '') && who !== 'brookChair'
    ? panel.people[who].agencyId
    : null) ?? panel.agencies.police

/** An entry recorded for the person's agency, by the coordinator. */
const recordedFor =
  (
    entryKind: string,
    make: (commands: ReturnType<typeof commandsIn>, agencyId: string, panel: TestPanel) => Sent,
    rest: { kind: PublicCommandKind } & Record<string, unknown>,
  ): Ready =>
  async (panel, who) => {
    const agencyId = agencyOf(panel, who)
    const { created } = await panel.done('coordinator', make(commandsIn(panel), agencyId, panel))
    return { ...rest, meetingId: panel.meetingId, entryId: created[entryKind] }
  }

const anAction = (commands: ReturnType<typeof commandsIn>, agencyId: string) =>
  commands.action('A1', 'Visit.', { ownerAgencyId: agencyId })
const anIntervention = (commands: ReturnType<typeof commandsIn>, agencyId: string) =>
  commands.intervention('A1', 'Visit.', { agencyId, leadAgencyId: agencyId })
const toAgency = (commands: ReturnType<typeof commandsIn>, agencyId: string, panel: TestPanel) =>
  commands.request('A1', agencyId, 'What is held?', {
    agencyId: agencyId === panel.agencies.probation ? panel.agencies.housing : panel.agencies.probation,
  })
const fromAgency = (commands: ReturnType<typeof commandsIn>, agencyId: string, panel: TestPanel) =>
  commands.request('A1', panel.agencies.probation, 'What is held?', { agencyId })
const aShare = (commands: ReturnType<typeof commandsIn>, agencyId: string) =>
  commands.share('A1', 'Said.', { agencyId })

/** An entry prepared by the person's own agency; where theirs prepares nothing, by another's. */
const preparedBy =
  (kind: PublicCommandKind, rest: object = {}): Ready =>
  async (panel, who) => {
    const author = isAllowed('prepareInformation', who) ? who : 'police'
    const { created } = await panel.done(author, {
      kind: 'prepareInformation',
      ...commandsIn(panel).inItem('A1'),
      fields: { what: 'Held.' },
    })
    return { kind, meetingId: panel.meetingId, preparedId: created.preparedEntry, ...rest }
  }
/** Who refers so that this person may do what follows: they themselves, or somebody where they may not. */
const refers = (who: PersonName): PersonName =>
  who === 'brookChair' || who === 'observer' || who === 'administrator' || who === 'evaluator'
    ? 'socialCare'
    : who

const aSeries = (panel: TestPanel) => ({
  kind: 'setMeetingSeries',
  panelId: panel.panelId,
  rhythm: 'every_weeks',
  everyWeeks: 2,
  startsOn: '2026-12-30',
  startsAt: '10:00',
  minutesPlanned: 120,
  cutOffWorkingDays: 10,
  onBankHoliday: 'skip',
})

const aHappening = (panel: TestPanel, fields: object = {}): Sent => ({
  kind: 'recordHappening',
  caseId: panel.cases.A1,
  fields: { happeningKind: 'new_partner', day: 'today', what: 'Seen with her.', ...fields },
})
/** Recorded for the person's agency, by the coordinator. */
const happened =
  (kind: PublicCommandKind, rest: object): Ready =>
  async (panel, who) => {
    const { created } = await panel.done('coordinator', aHappening(panel, { agencyId: agencyOf(panel, who) }))
    return { kind, caseId: panel.cases.A1, happeningId: created.happening, ...rest }
  }

const aMember = (panel: TestPanel, rest: object) => ({
  kind: 'changeMember',
  panelId: panel.panelId,
  memberId: panel.people.presenter.memberId,
  ...rest,
})

/** The meeting closed on a decision about A1: its victim-survivor is to be told. */
const aTelling = async (panel: TestPanel) => {
  const commands = commandsIn(panel)
  await panel.done('coChair', commands.decision('A1'))
  await panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  const { created } = await panel.done('chair', commands.close('Out of time.'))
  return { caseId: panel.cases.A1, tellingId: created.telling }
}

const planned = new Set<PublicCommandKind>([
  'openMeeting',
  'acceptConfidentiality',
  'circulateAgenda',
  'chaseReturns',
  'applyFit',
])

const ready: Record<PublicCommandKind, Ready> = {
  planMeeting: (panel) => ({
    kind: 'planMeeting',
    panelId: panel.panelId,
    date: '2026-12-30',
    startsAt: '10:00',
    minutesPlanned: 60,
  }),
  setMeetingSeries: (panel) => aSeries(panel),
  planFromSeries: async (panel) => {
    const { created } = await panel.done('coChair', aSeries(panel))
    return { kind: 'planFromSeries', panelId: panel.panelId, seriesId: created.meetingSeries, months: 3 }
  },
  endMeetingSeries: async (panel) => {
    const { created } = await panel.done('coChair', aSeries(panel))
    return {
      kind: 'endMeetingSeries',
      panelId: panel.panelId,
      seriesId: created.meetingSeries,
      reason: 'A new rhythm.',
    }
  },
  listCase: asGiven((commands) => commands.listFifth()),
  listDueCases: (panel) => ({
    kind: 'listDueCases',
    meetingId: panel.meetingId,
    cases: { [panel.cases.A5]: { take: 'yes', itemKind: 'new', minutes: 8 } },
    lateReason: 'A new arrest.',
  }),
  applyFit: (panel) => ({ kind: 'applyFit', meetingId: panel.meetingId, shorten: { [panel.items.A3]: '3' } }),
  changeItem: onItem('changeItem', { itemKind: 'review', minutes: 5 }),
  inviteToItem: asGiven((commands, panel) => commands.invite('A1', panel.agencies.police)),
  orderAgenda: (panel) => ({
    kind: 'orderAgenda',
    meetingId: panel.meetingId,
    itemIds: [panel.items.A3, panel.items.A1],
  }),
  moveItem: onItem('moveItem', { direction: 'down' }),
  removeItem: (panel) => ({ kind: 'removeItem', ...commandsIn(panel).inItem('A3'), reason: 'Not ready.' }),
  recordReturn: onItem('recordReturn', { state: 'nothing_held' }),
  circulateAgenda: (panel) => ({
    kind: 'circulateAgenda',
    meetingId: panel.meetingId,
    shortNoticeReason: 'A new panel.',
  }),
  chaseReturns: async (panel) => {
    await panel.done('coChair', { kind: 'circulateAgenda', meetingId: panel.nextMeetingId })
    return { kind: 'chaseReturns', meetingId: panel.nextMeetingId, agencyId: panel.agencies.housing }
  },
  giveReturns: (panel) => ({
    kind: 'giveReturns',
    meetingId: panel.meetingId,
    returns: { [panel.items.A1]: { holding: 'known_now' } },
  }),
  prepareInformation: onItem('prepareInformation', { fields: { what: 'Held.' } }),
  prepareLever: onItem('prepareLever', { fields: { what: 'A hold.' } }),
  changePrepared: preparedBy('changePrepared', {
    correction: { entryKind: 'share', fields: { what: 'Better said.' } },
  }),
  dropPrepared: preparedBy('dropPrepared'),
  sharePrepared: preparedBy('sharePrepared'),
  openMeeting: async (panel, who) => {
    await joinMeeting(panel, 'police', 'housing', 'probation')
    if (['chair', 'coordinator'].includes(who)) await joinMeeting(panel, who)
    return { kind: 'openMeeting', meetingId: panel.meetingId }
  },
  cancelOpening: inMeeting('cancelOpening', { reason: 'A mistake.' }),
  recordAttendance: (panel, who) => ({
    kind: 'recordAttendance',
    meetingId: panel.meetingId,
    memberId: panel.people[who].memberId,
    status: 'remote',
  }),
  recordLeaving: async (panel, who) => {
    if (who === 'chair')
      await panel.done('chair', {
        kind: 'handOverChair',
        meetingId: panel.meetingId,
        memberId: panel.people.coordinator.memberId,
      })
    return { kind: 'recordLeaving', meetingId: panel.meetingId, memberId: panel.people[who].memberId }
  },
  acceptConfidentiality: inMeeting('acceptConfidentiality'),
  declareConflict: asGiven((commands) => commands.conflict('A3')),
  withdrawConflict: async (panel) => {
    const { created } = await panel.done('coChair', commandsIn(panel).conflict('A3'))
    return {
      kind: 'withdrawConflict',
      meetingId: panel.meetingId,
      conflictId: created.conflict,
      reason: 'Mistaken.',
    }
  },
  movePointer: holding(asGiven((commands) => commands.move('A2'))),
  undoAdvance: holding(inMeeting('undoAdvance')),
  handOverChair: holding((panel) => ({
    kind: 'handOverChair',
    meetingId: panel.meetingId,
    memberId: panel.people.coChair.memberId,
  })),
  takeChair: async (panel, who) => {
    if (who === 'chair')
      await panel.done('chair', {
        kind: 'handOverChair',
        meetingId: panel.meetingId,
        memberId: panel.people.coChair.memberId,
      })
    return { kind: 'takeChair', meetingId: panel.meetingId, reason: 'The chair lost connection.' }
  },
  putOnNoteOnlyLane: onItem('putOnNoteOnlyLane', { reason: 'Nothing new.' }),
  discussItem: async (panel) => {
    await panel.done('coChair', {
      kind: 'putOnNoteOnlyLane',
      ...commandsIn(panel).inItem('A1'),
      reason: 'Nothing new.',
    })
    return { kind: 'discussItem', ...commandsIn(panel).inItem('A1') }
  },
  markAgencyHeard: onItem('markAgencyHeard', { heard: 'spoken' }),
  concludeItem: holding(asGiven((commands) => commands.conclude('A1', 'She cannot be reached.'))),
  reopenItem: async (panel) => {
    await panel.done('chair', commandsIn(panel).conclude('A1', 'She cannot be reached.'))
    return { kind: 'reopenItem', ...commandsIn(panel).inItem('A1'), reason: 'More came in.' }
  },
  closeMeeting: asGiven((commands) => commands.close('Out of time.')),
  approveMinutes: async (panel) => {
    await panel.done('chair', commandsIn(panel).close('Out of time.'))
    return { kind: 'approveMinutes', meetingId: panel.meetingId }
  },
  distributeMinutes: async (panel) => {
    await panel.done('chair', commandsIn(panel).close('Out of time.'))
    await panel.done('coChair', { kind: 'approveMinutes', meetingId: panel.meetingId })
    return { kind: 'distributeMinutes', meetingId: panel.meetingId }
  },
  correctAttendance: async (panel) => {
    await panel.done('chair', commandsIn(panel).close('Out of time.'))
    return {
      kind: 'correctAttendance',
      meetingId: panel.meetingId,
      memberId: panel.people.housing.memberId,
      status: 'remote',
      reason: 'She was on the call.',
    }
  },
  shareInformation: asGiven((commands) => commands.share('A1', 'Said.')),
  recordLever: asGiven((commands) => commands.lever('A1', 'A hold.')),
  recordFinding: asGiven((commands) => commands.finding('A1')),
  recordDecision: asGiven((commands) => commands.decision('A1')),
  recordPosition: asGiven(async (commands, panel) => {
    const { created } = await panel.done('coChair', commands.decision('A1'))
    return commands.position('A1', created.decision ?? '')
  }),
  planIntervention: asGiven((commands) => commands.intervention('A1', 'Visit.')),
  assignAction: asGiven((commands) => commands.action('A1', 'Visit.')),
  requestInformation: (panel, who) =>
    commandsIn(panel).request(
      'A1',
      agencyOf(panel, who) === panel.agencies.probation ? panel.agencies.housing : panel.agencies.probation,
      'What is held?',
    ),
  answerSafetyCheck: asGiven((commands) => commands.safetyCheck('A1')),
  correctEntry: recordedFor('share', aShare, {
    kind: 'correctEntry',
    correction: { entryKind: 'share', fields: { what: 'Better said.' } },
    reason: 'A slip.',
  }),
  withdrawEntry: recordedFor('share', aShare, { kind: 'withdrawEntry', reason: 'The wrong case.' }),
  acceptAction: recordedFor('action', anAction, { kind: 'acceptAction' }),
  parkAction: recordedFor(
    'action',
    (commands, _agencyId, panel) =>
      commands.action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
    { kind: 'parkAction' },
  ),
  endAction: recordedFor('action', anAction, { kind: 'endAction', outcome: 'done', evidence: 'Seen.' }),
  passOnAction: async (panel, who) => {
    const sent = await recordedFor('action', anAction, {
      kind: 'passOnAction',
      what: 'Visit her landlord.',
      reason: 'They know him.',
    })(panel, who)
    return {
      ...sent,
      toAgencyId:
        agencyOf(panel, who) === panel.agencies.probation ? panel.agencies.housing : panel.agencies.probation,
    }
  },
  ruleOnOverdue: async (panel, who) => {
    const sent = await recordedFor(
      'action',
      (commands, agencyId) => commands.action('A1', 'Visit.', { ownerAgencyId: agencyId, due: 'today' }),
      { kind: 'ruleOnOverdue', ruling: 'raise', reason: 'Twice now.' },
    )(panel, who)
    panel.clock.move({ days: 1 })
    return sent
  },
  changeIntervention: recordedFor('intervention', anIntervention, {
    kind: 'changeIntervention',
    status: 'done',
  }),
  answerRequest: recordedFor('request', toAgency, { kind: 'answerRequest', answer: 'Nothing held.' }),
  refuseRequest: recordedFor('request', toAgency, { kind: 'refuseRequest', reason: 'No basis.' }),
  chaseRequest: recordedFor('request', fromAgency, { kind: 'chaseRequest' }),
  planTelling: async (panel) => ({
    kind: 'planTelling',
    ...(await aTelling(panel)),
    tellerMemberId: panel.people.idva.memberId,
    what: 'That work begins.',
    how: 'By telephone.',
    safely: 'Before noon.',
  }),
  recordTold: async (panel) => ({
    kind: 'recordTold',
    ...(await aTelling(panel)),
    state: 'told',
    outcome: 'She knows.',
  }),
  recordHappening: (panel) => aHappening(panel),
  correctHappening: happened('correctHappening', {
    fields: { happeningKind: 'breach', day: 'today', what: 'Better said.' },
    reason: 'A slip.',
  }),
  dismissRelisting: happened('dismissRelisting', { reason: 'Heard yesterday.' }),
  answerDisclosure: happened('answerDisclosure', { answer: 'not_needed', words: 'She knows.' }),
  withdrawHappening: happened('withdrawHappening', { reason: 'The wrong case.' }),
  keepSafetyRecord: (panel) => ({
    kind: 'keepSafetyRecord',
    caseId: panel.cases.A1,
    victimId: panel.victims.V1,
    wishes: 'No letters.',
  }),
  makeReferral: (panel) => referralCommand(panel),
  addToReferral: async (panel, who) => ({
    kind: 'addToReferral',
    ...(await referred(panel, refers(who))),
    fields: { what: 'He has moved.' },
  }),
  acceptReferral: async (panel) => ({
    kind: 'acceptReferral',
    ...(await referred(panel)),
    personId: 'new',
    reason: 'Visible high risk',
  }),
  returnReferral: async (panel) => ({
    kind: 'returnReferral',
    ...(await referred(panel)),
    reason: 'No risk assessment',
    words: 'Please assess.',
  }),
  signpostReferral: async (panel) => ({
    kind: 'signpostReferral',
    ...(await referred(panel)),
    reason: 'Belongs to another area',
    words: 'Turn to Brook.',
  }),
  tellReferrer: async (panel) => {
    const about = await referred(panel)
    await panel.done('coChair', {
      kind: 'returnReferral',
      ...about,
      reason: 'No risk assessment',
      words: 'Please assess.',
    })
    return { kind: 'tellReferrer', ...about, how: 'telephone', words: 'Please assess.' }
  },
  withdrawReferralLink: async (panel, who) => {
    const { linkId } = await aReferralLink(panel, refers(who))
    return { kind: 'withdrawReferralLink', panelId: panel.panelId, linkId, reason: 'The wrong address.' }
  },
  mergePersons: async (panel) => ({
    kind: 'mergePersons',
    panelId: panel.panelId,
    ...(await twoPersons(panel)),
    reason: 'One man.',
  }),
  unmergePersons: async (panel) => {
    const { created } = await panel.done('coChair', {
      kind: 'mergePersons',
      panelId: panel.panelId,
      ...(await twoPersons(panel)),
      reason: 'One man.',
    })
    return {
      kind: 'unmergePersons',
      panelId: panel.panelId,
      mergeId: created.personMerge,
      reason: 'Two men.',
    }
  },
  moveCase: (panel) => ({
    kind: 'moveCase',
    panelId: panel.panelId,
    caseId: panel.cases.A4,
    personId: panel.persons.P2,
    reason: 'Another man.',
  }),
  changePanelSettings: (panel) => ({
    kind: 'changePanelSettings',
    panelId: panel.panelId,
    secondFactorRequired: 'no',
  }),
  changeCriteria: (panel) => ({
    kind: 'changeCriteria',
    panelId: panel.panelId,
    labels: 'High risk\nHigh harm',
    reason: 'Agreed.',
  }),
  adoptPolicy: (panel) => ({
    kind: 'adoptPolicy',
    panelId: panel.panelId,
    values: { noticeWorkingDays: '6' },
    reason: 'Agreed.',
  }),
  adoptScoringMatrix: (panel) => ({
    kind: 'adoptScoringMatrix',
    panelId: panel.panelId,
    windowMonths: 12,
    victimMonths: 36,
    gravity: { control: '1', threat: '2', violence: '3', serious_violence: '4' },
    reason: 'Agreed.',
  }),
  putForwardCandidate: (panel) => ({
    kind: 'putForwardCandidate',
    panelId: panel.panelId,
    personId: panel.persons.P5,
  }),
  withdrawCandidate: async (panel) => {
    const { created } = await panel.done('coChair', {
      kind: 'putForwardCandidate',
      panelId: panel.panelId,
      personId: panel.persons.P5,
    })
    return {
      kind: 'withdrawCandidate',
      panelId: panel.panelId,
      candidacyId: created.candidacy,
      reason: 'Taken up elsewhere.',
    }
  },
  addAgency: (panel) => ({
    kind: 'addAgency',
    panelId: panel.panelId,
    name: 'Late Agency',
    agencyKind: 'housing',
  }),
  changeAgency: (panel) => ({
    kind: 'changeAgency',
    panelId: panel.panelId,
    agencyId: panel.agencies.housing,
    name: 'Housing',
    agencyKind: 'housing',
    core: '',
    reason: 'They come when asked.',
  }),
  addMember: (panel) => ({
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'New One',
    email: 'new@ashford.example',
    role: 'observer',
    agencyId: panel.agencies.police,
  }),
  changeMember: (panel) =>
    aMember(panel, { role: 'presenter', agencyId: panel.agencies.harbour, active: true, jobTitle: 'Head' }),
}

/** A person of an agency that owns its own action has accepted it by recording it; it must wait to be accepted. */
const ofTheCoordinatorsAgency = (panel: TestPanel, who: PersonName) =>
  panel.people[who].agencyId === panel.people.coordinator.agencyId

const prepare = async (
  kind: PublicCommandKind,
  who: PersonName,
): Promise<{ panel: TestPanel; command: Sent }> => {
  const panel = await (planned.has(kind) ? openSmallPanel() : openSmallMeeting())
  if (kind === 'acceptAction' && ofTheCoordinatorsAgency(panel, who)) {
    const { created } = await panel.done('coChair', anAction(commandsIn(panel), agencyOf(panel, who)))
    return { panel, command: { kind, meetingId: panel.meetingId, entryId: created.action } }
  }
  return { panel, command: await ready[kind](panel, who) }
}

const expectedAnswer = (kind: PublicCommandKind, who: PersonName) => {
  if (isAllowed(kind, who)) return 'yes'
  return who === 'brookChair' ? 'not_found' : 'not_allowed'
}

test('the table has a row for every command and a cell for every role', () => {
  expect(Object.keys(table).sort()).toEqual([...publicCommandKinds].sort())
  for (const row of Object.values(table)) {
    const cells = row.trim().split(/\s+/)
    expect(cells).toHaveLength(columns.length)
    expect(cells.every((cell) => cell === 'yes' || cell === '.')).toBe(true)
  }
})

test.each(publicCommandKinds)('%s: each role is allowed or refused as the table says', async (kind) => {
  const answers: Record<string, string> = {}
  for (const who of columns) {
    const { panel, command: sent } = await prepare(kind, who)
    const before = await panel.services.store.read.$count(journal)
    const outcome = await panel.command(who, sent)
    answers[who] = outcome.ok ? 'yes' : outcome.code
    const records = (await panel.services.store.read.$count(journal)) - before
    expect([who, records]).toEqual([who, outcome.ok ? outcome.records : 0])
    await panel.close()
  }
  expect(answers).toEqual(Object.fromEntries(columns.map((who) => [who, expectedAnswer(kind, who)])))
})

test('to someone with no account every command is as if there were nothing here', async () => {
  for (const kind of publicCommandKinds) {
    const { panel, command: sent } = await prepare(kind, 'chair')
    const command = parseCommand(sent)
    const outcome = isRefusal(command)
      ? 'not parsed'
      : await panel.services.execute({ accountId: 'no-such-account' }, command)
    expect([kind, outcome]).toEqual([kind, notFound])
    await panel.close()
  }
})

test('someone whose membership has ended is refused everything', async () => {
  const panel = await openSmallMeeting()
  await panel.done(
    'administrator',
    aMember(panel, {
      memberId: panel.people.housing.memberId,
      role: 'representative',
      agencyId: panel.agencies.housing,
      active: false,
    }),
  )
  expect(await panel.command('housing', commandsIn(panel).share('A1', 'Still here.'))).toMatchObject({
    code: 'not_found',
  })
  await panel.close()
})

test('docs/permissions.md is this table', () => {
  const page = resolve(import.meta.dirname, '../../docs/permissions.md')
  if (process.env['UPDATE_DOCS']) writeFileSync(page, asMarkdown())
  expect(
    existsSync(page) ? readFileSync(page, 'utf8') : 'There is no page: run this test with UPDATE_DOCS=1.',
  ).toBe(asMarkdown())
})
