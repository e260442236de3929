import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandsIn } from '../support/commands'
import { join, openMeeting, openPanel, type RulePanel } from './ground'
import { type PersonName } from '../support/small-panel-facts'
import { ofKind, thing } from '../support/views'

// How a meeting runs: quorum, the chair's pointer, the gate, and closing. Every rule is met at the front door.

let panel: RulePanel
let commands: ReturnType<typeof commandsIn>
const opened = async (opening: Promise<RulePanel>) => {
  panel = await opening
  commands = commandsIn(panel)
}
beforeEach(() => opened(openMeeting()))
afterEach(() => panel.close())

const inMeeting = (kind: string, rest: object = {}) => ({ kind, meetingId: panel.meetingId, ...rest })
const meeting = async () => thing(await panel.view('chair'), 'meeting', panel.meetingId)
const item = async (ref: 'A1' | 'A2' | 'A3' | 'A4') =>
  thing(await panel.view('coChair'), 'item', panel.items[ref])
const agenda = async () =>
  ofKind(await panel.view('coChair'), 'item')
    .filter(({ status }) => status !== 'removed')
    .sort((a, b) => a.position - b.position)
    .map(({ caseRef }) => caseRef)
const member = (who: PersonName) => panel.people[who].memberId

const checkFor = (victim: 'V2a' | 'V2b' | 'V2c') =>
  commands.safetyCheck('A2', { victimId: panel.victims[victim] })

test('a meeting opens with a quorum of agencies, or with the reason why it goes ahead without', async () => {
  await panel.close()
  await opened(openPanel())
  await join(panel, 'chair', 'coordinator', 'police')
  expect(await panel.refused('chair', inMeeting('openMeeting'))).toMatchObject({
    code: 'invalid',
    fields: [{ field: 'inquorateReason', message: expect.stringContaining('2 of the 3 agencies') as string }],
  })
  await panel.done('chair', inMeeting('openMeeting', { inquorateReason: 'Two cases cannot wait.' }))
  expect(await meeting()).toMatchObject({
    status: 'open',
    inquorateReason: 'Two cases cannot wait.',
    chairId: member('chair'),
  })
})

test('with a quorum the reason is not kept; whoever has left does not count', async () => {
  await panel.close()
  await opened(openPanel())
  await join(panel, 'chair', 'police', 'housing')
  await panel.done('housing', inMeeting('recordLeaving', { memberId: member('housing') }))
  await panel.refused('chair', inMeeting('openMeeting'))
  await join(panel, 'housing')
  await panel.done('chair', inMeeting('openMeeting', { inquorateReason: 'Not needed.' }))
  expect(await meeting()).toMatchObject({ status: 'open', inquorateReason: null })
  expect(await panel.refused('coChair', inMeeting('openMeeting'))).toMatchObject({ code: 'wrong_moment' })
})

test('an opening by mistake is taken back while nothing about a case is recorded, and the time spent with it', async () => {
  panel.clock.move({ minutes: 5 })
  await panel.done('chair', commands.move('A2'))
  await panel.done('coordinator', inMeeting('cancelOpening', { reason: 'The wrong meeting.' }))
  expect(await meeting()).toMatchObject({ status: 'planned', openedAt: null, chairId: null, itemId: null })
  expect((await item('A1'))?.secondsSpent).toBe(0)
})

test('once an entry is recorded or a case concluded, an opening is not taken back', async () => {
  const { created } = await panel.done('police', commands.share('A1', 'Said.'))
  expect(await panel.refused('chair', inMeeting('cancelOpening', { reason: 'x' }))).toMatchObject({
    code: 'wrong_moment',
  })
  await panel.done('police', commands.withdraw(created.share ?? ''))
  expect(await panel.refused('chair', inMeeting('cancelOpening', { reason: 'x' }))).toMatchObject({
    code: 'wrong_moment',
  })
})

test('a note-only case that was concluded keeps an opening from being taken back', async () => {
  await panel.done('chair', { kind: 'putOnNoteOnlyLane', ...commands.inItem('A3'), reason: 'Nothing new.' })
  await panel.done('chair', commands.conclude('A3'))
  expect(await panel.refused('chair', inMeeting('cancelOpening', { reason: 'x' }))).toMatchObject({
    code: 'wrong_moment',
  })
})

test('only whoever holds the chair moves the panel', async () => {
  for (const who of ['coChair', 'coordinator'] as const) {
    expect(await panel.refused(who, commands.move('A2'))).toMatchObject({ code: 'not_allowed' })
    expect(await panel.refused(who, inMeeting('undoAdvance'))).toMatchObject({ code: 'not_allowed' })
    expect(await panel.refused(who, commands.conclude('A1', 'x'))).toMatchObject({ code: 'not_allowed' })
  }
  await panel.done('chair', commands.move('A2', 'share'))
  expect(await meeting()).toMatchObject({ itemId: panel.items.A2, step: 'share' })
})

test('time is counted for the item that the panel is at, over all its visits', async () => {
  panel.clock.move({ minutes: 4 })
  await panel.done('chair', commands.move('A1', 'share'))
  panel.clock.move({ minutes: 3 })
  await panel.done('chair', commands.move('A2'))
  expect((await item('A1'))?.secondsSpent).toBe(420)
  panel.clock.move({ minutes: 2 })
  await panel.done('chair', inMeeting('undoAdvance'))
  expect(await meeting()).toMatchObject({ itemId: panel.items.A1, step: 'share' })
  expect((await item('A2'))?.secondsSpent).toBe(120)
  panel.clock.move({ minutes: 1 })
  await panel.done('chair', commands.move('A3'))
  expect((await item('A1'))?.secondsSpent).toBe(480)
})

test('undoing goes back step by step to the start and no further', async () => {
  await panel.done('chair', commands.move('A1', 'share'))
  await panel.done('chair', commands.move('A2'))
  const places: unknown[] = []
  for (let undone = 0; undone < 3; undone += 1) {
    await panel.done('chair', inMeeting('undoAdvance'))
    const now = await meeting()
    places.push([now?.itemId, now?.step, now?.mayUndo])
  }
  expect(places).toEqual([
    [panel.items.A1, 'share', true],
    [panel.items.A1, 'introduce', true],
    [null, 'introduce', false],
  ])
  expect(await panel.refused('chair', inMeeting('undoAdvance'))).toMatchObject({ code: 'already_done' })
})

test('the chair passes by an explicit act, to a chair or coordinator who has joined and may be in this case', async () => {
  for (const who of ['idva', 'police', 'evaluator', 'brookChair'] as const) {
    expect(await panel.refused('chair', inMeeting('handOverChair', { memberId: member(who) }))).toMatchObject(
      { code: 'invalid' },
    )
  }
  await panel.done('coChair', commands.conflict('A1'))
  expect(
    await panel.refused('chair', inMeeting('handOverChair', { memberId: member('coChair') })),
  ).toMatchObject({ code: 'invalid' })
  await panel.done('coordinator', inMeeting('recordLeaving', { memberId: member('coordinator') }))
  expect(
    await panel.refused('chair', inMeeting('handOverChair', { memberId: member('coordinator') })),
  ).toMatchObject({ code: 'invalid' })
  await join(panel, 'coordinator')
  await panel.done('chair', inMeeting('handOverChair', { memberId: member('coordinator') }))
  await panel.done('coordinator', commands.move('A2'))
  expect(await panel.refused('chair', commands.move('A3'))).toMatchObject({ code: 'not_allowed' })
})

test('a co-chair or coordinator takes the chair from one who is gone, with a reason; nobody who is out of the case does', async () => {
  await panel.done('coordinator', commands.conflict('A1'))
  expect(await panel.refused('coordinator', inMeeting('takeChair', { reason: 'Gone.' }))).toMatchObject({
    code: 'wrong_moment',
  })
  expect(await panel.refused('coChair', inMeeting('takeChair'))).toMatchObject({
    fields: [{ field: 'reason' }],
  })
  await panel.done('coChair', inMeeting('takeChair', { reason: 'The chair lost connection.' }))
  expect((await meeting())?.chairId).toBe(member('coChair'))
  expect(await panel.refused('coChair', inMeeting('takeChair', { reason: 'Again.' }))).toMatchObject({
    code: 'already_done',
  })
})

test('whoever holds the chair hands it over before leaving the room, or the case at hand for an interest', async () => {
  expect(
    await panel.refused('chair', inMeeting('recordLeaving', { memberId: member('chair') })),
  ).toMatchObject({ code: 'wrong_moment' })
  expect(await panel.refused('chair', commands.conflict('A1'))).toMatchObject({ code: 'wrong_moment' })
  await panel.done('chair', commands.conflict('A2'))
  expect(await panel.refused('chair', commands.move('A2'))).toMatchObject({ code: 'wrong_moment' })
})

test('a case is concluded with a decision and a safety check for each victim-survivor: three need three', async () => {
  expect(await panel.refused('chair', commands.conclude('A2'))).toMatchObject({
    code: 'gate',
    missing: [
      'No decision is recorded.',
      'Nobody has answered the safety check for V2a.',
      'Nobody has answered the safety check for V2b.',
      'Nobody has answered the safety check for V2c.',
    ],
  })
  await panel.done('chair', commands.decision('A2'))
  await panel.done('idva', checkFor('V2a'))
  await panel.done('police', checkFor('V2c'))
  expect((await panel.refused('chair', commands.conclude('A2'))).missing).toEqual([
    'Nobody has answered the safety check for V2b.',
  ])
  await panel.done('coordinator', checkFor('V2b'))
  await panel.done('chair', commands.conclude('A2'))
  expect(await item('A2')).toMatchObject({ status: 'concluded', outcome: 'continue', concludedWithout: null })
})

test('one safety check answers for one victim-survivor: corrected to be about another, it no longer answers for the first', async () => {
  await panel.done('chair', commands.decision('A2'))
  const first = await panel.done('idva', checkFor('V2a'))
  const answers = (victim: 'V2b' | 'V2c') => checkFor(victim).fields as object
  const second = await panel.done(
    'idva',
    commands.correct('safetyCheck', first.created.safetyCheck ?? '', { ...answers('V2b') }),
  )
  await panel.done(
    'idva',
    commands.correct('safetyCheck', second.created.safetyCheck ?? '', { ...answers('V2c') }),
  )
  expect((await item('A2'))?.safetyAnswered).toEqual([panel.victims.V2c])
  expect((await panel.refused('chair', commands.conclude('A2'))).missing).toEqual([
    'Nobody has answered the safety check for V2a.',
    'Nobody has answered the safety check for V2b.',
  ])
})

test('a safety check that is withdrawn answers no longer', async () => {
  await panel.done('chair', commands.decision('A1'))
  const { created } = await panel.done('idva', commands.safetyCheck('A1'))
  await panel.done('idva', commands.withdraw(created.safetyCheck ?? ''))
  expect((await panel.refused('chair', commands.conclude('A1'))).missing).toEqual([
    'Nobody has answered the safety check for V1.',
  ])
})

test('where a case has several victim-survivors a safety check says whose it is, and hers of another case is not asked', async () => {
  expect(await panel.refused('idva', commands.safetyCheck('A2'))).toMatchObject({
    fields: [{ field: 'fields.victimId' }],
  })
  expect(
    await panel.refused('idva', commands.safetyCheck('A2', { victimId: panel.victims.V1 })),
  ).toMatchObject({ fields: [{ field: 'fields.victimId' }] })
  await panel.done('idva', checkFor('V2a'))
  expect(await panel.refused('police', checkFor('V2a'))).toMatchObject({ code: 'already_done' })
  await panel.done('idva', commands.safetyCheck('A3'))
  expect((await item('A3'))?.safetyAnswered).toEqual(['case'])
})

test('the chair may go on without what is missing, and the record says so and why', async () => {
  await panel.done('chair', commands.decision('A1'))
  expect(await panel.refused('chair', commands.conclude('A1'))).toMatchObject({
    code: 'gate',
    fields: [{ field: 'without' }],
  })
  await panel.done('chair', commands.conclude('A1', 'Her advocate rings her today.'))
  expect((await item('A1'))?.concludedWithout).toBe(
    'Her advocate rings her today. (Missing: Nobody has answered the safety check for V1.)',
  )
})

test('a reason given where nothing was missing is not kept as if something had been', async () => {
  await panel.done('chair', commands.decision('A1'))
  await panel.done('idva', commands.safetyCheck('A1'))
  await panel.done('chair', commands.conclude('A1', 'Nothing is missing.'))
  expect((await item('A1'))?.concludedWithout).toBeNull()
})

test('a concluded case takes no more entries until it is opened again', async () => {
  const decision = await panel.done(
    'chair',
    commands.decision('A1', { outcome: 'bring_back', reason: 'Too little known.' }),
  )
  await panel.done(
    'probation',
    commands.position('A1', decision.created.decision ?? '', { stance: 'dissents', reason: 'He is ready.' }),
  )
  await panel.done('idva', commands.safetyCheck('A1'))
  await panel.done('chair', commands.conclude('A1'))
  expect(await item('A1')).toMatchObject({ outcome: 'bring_back', broughtBackReason: 'Too little known.' })
  expect(await panel.refused('police', commands.share('A1', 'Too late.'))).toMatchObject({
    code: 'wrong_moment',
  })
  expect(
    await panel.refused(
      'chair',
      commands.correct('decision', decision.created.decision ?? '', { outcome: 'continue', rationale: 'x' }),
    ),
  ).toMatchObject({ code: 'wrong_moment' })
  await panel.done('coordinator', { kind: 'reopenItem', ...commands.inItem('A1'), reason: 'More came in.' })
  expect(await item('A1')).toMatchObject({
    status: 'listed',
    outcome: null,
    concludedAt: null,
    broughtBackReason: null,
  })
  await panel.done('police', commands.share('A1', 'In time.'))
})

test('one decision stands for a case; another is a correction of it', async () => {
  const { created } = await panel.done('chair', commands.decision('A1'))
  expect(await panel.refused('coordinator', commands.decision('A1'))).toMatchObject({ code: 'already_done' })
  const corrected = await panel.done(
    'coordinator',
    commands.correct('decision', created.decision ?? '', {
      outcome: 'close',
      closureReason: 'custody',
      rationale: 'He is in prison.',
    }),
  )
  expect(
    await panel.refused(
      'chair',
      commands.correct('decision', created.decision ?? '', { outcome: 'continue', rationale: 'x' }),
    ),
  ).toMatchObject({ code: 'wrong_moment' })
  await panel.done('chair', commands.withdraw(corrected.created.decision ?? ''))
  await panel.done('chair', commands.decision('A1'))
})

test.each([
  [{ outcome: 'accept' }, 'mode'],
  [{ outcome: 'bring_back' }, 'reason'],
  [{ outcome: 'not_accepted' }, 'reason'],
  [{ outcome: 'extend' }, 'onward'],
  [{ outcome: 'extend', onward: 'Two more goals.' }, 'until'],
  [{ outcome: 'close' }, 'closureReason'],
  [{ outcome: 'transfer' }, 'onward'],
])('the decision %o needs its %s', async (fields, field) => {
  expect(await panel.refused('chair', commands.decision('A1', fields))).toMatchObject({
    code: 'invalid',
    fields: [{ field: `fields.${field}` }],
  })
})

test('a finding on the same criterion is changed and not doubled, in the lane of who changes it', async () => {
  const first = await panel.done('police', commands.finding('A1', { answer: 'unknown' }))
  const second = await panel.done(
    'housing',
    commands.finding('A1', { answer: 'met', evidence: 'The tenancy.' }),
  )
  const findings = ofKind(await panel.view('chair'), 'finding')
  expect(
    findings.map(({ id, agencyId, supersedes, supersededBy }) => [id, agencyId, supersedes, supersededBy]),
  ).toEqual([
    [first.created.finding, panel.agencies.police, null, second.created.finding],
    [second.created.finding, panel.agencies.housing, first.created.finding, null],
  ])
})

test('an agency records in its own lane; chair and coordinator may record in any', async () => {
  const forPolice = { agencyId: panel.agencies.police }
  expect(await panel.refused('housing', commands.share('A1', 'Not ours.', forPolice))).toMatchObject({
    fields: [{ field: 'fields.agencyId' }],
  })
  const { created } = await panel.done('coordinator', commands.share('A1', 'Said by police.', forPolice))
  expect(thing(await panel.view('chair'), 'share', created.share)).toMatchObject({
    ...forPolice,
    recordedBy: member('coordinator'),
  })
  expect(
    await panel.refused('coordinator', commands.share('A1', 'x', { agencyId: panel.agencies.brookPolice })),
  ).toMatchObject({ code: 'invalid' })
})

test('only the agency that recorded an entry, chair or coordinator may correct it', async () => {
  const { created } = await panel.done('police', commands.share('A1', 'Said.'))
  expect(
    await panel.refused('housing', commands.correct('share', created.share ?? '', { what: 'x' })),
  ).toMatchObject({ code: 'not_allowed' })
  expect(await panel.refused('housing', commands.withdraw(created.share ?? ''))).toMatchObject({
    code: 'not_allowed',
  })
  await panel.done('chair', commands.correct('share', created.share ?? '', { what: 'Better said.' }))
})

test('an action waits for its owner in the room, and is parked for one who is not', async () => {
  await panel.done('probation', inMeeting('recordLeaving', { memberId: member('probation') }))
  const waiting = await panel.done(
    'police',
    commands.action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
  )
  const parked = await panel.done(
    'police',
    commands.action('A1', 'Recall.', { ownerAgencyId: panel.agencies.probation }),
  )
  const own = await panel.done('police', commands.action('A1', 'Patrol.'))
  const view = await panel.view('chair')
  expect(
    [waiting, parked, own].map(({ created }) => thing(view, 'action', created.action)?.acceptance),
  ).toEqual(['awaiting', 'parked', 'accepted'])
  expect(
    await panel.refused('police', inMeeting('acceptAction', { entryId: waiting.created.action })),
  ).toMatchObject({ code: 'not_allowed' })
  await panel.done('housing', inMeeting('acceptAction', { entryId: waiting.created.action }))
  await panel.done(
    'housing',
    inMeeting('endAction', { entryId: waiting.created.action, outcome: 'done', evidence: 'Seen.' }),
  )
  expect(
    await panel.refused(
      'housing',
      inMeeting('endAction', { entryId: waiting.created.action, outcome: 'done', evidence: 'x' }),
    ),
  ).toMatchObject({ code: 'already_done' })
})

test('an action must be readable by its owner, and due on a day that is not past', async () => {
  const hidden = { ownerAgencyId: panel.agencies.housing, audience: { kind: 'safety_circle', memberIds: [] } }
  expect(await panel.refused('chair', commands.action('A1', 'Visit.', hidden))).toMatchObject({
    fields: [{ field: 'fields.audience' }],
  })
  expect(await panel.refused('chair', commands.action('A1', 'Visit.', { due: '2026-12-01' }))).toMatchObject({
    fields: [{ field: 'fields.due' }],
  })
  const { created } = await panel.done('chair', commands.action('A1', 'Visit.', { due: 'next Friday' }))
  expect(thing(await panel.view('chair'), 'action', created.action)?.due).toBe('2026-12-11')
})

test('the agenda keeps its order, and a case put on it comes last', async () => {
  await panel.done(
    'coordinator',
    inMeeting('orderAgenda', { itemIds: [panel.items.A4, panel.items.A2, panel.items.A4, 'no-such-item'] }),
  )
  expect(await agenda()).toEqual(['A4', 'A2', 'A1', 'A3'])
  await panel.done('chair', commands.listFifth())
  expect(await agenda()).toEqual(['A4', 'A2', 'A1', 'A3', 'A5'])
  await panel.done('chair', { kind: 'moveItem', ...commands.inItem('A1'), direction: 'first' })
  await panel.done('chair', { kind: 'moveItem', ...commands.inItem('A4'), direction: 'down' })
  expect(await agenda()).toEqual(['A1', 'A2', 'A4', 'A3', 'A5'])
  expect(
    await panel.refused('chair', { kind: 'moveItem', ...commands.inItem('A1'), direction: 'up' }),
  ).toMatchObject({ code: 'already_done' })
})

test('a position is taken on the decision of its own item, never on what an earlier meeting decided', async () => {
  const { created } = await panel.done('chair', commands.decision('A1'))
  const next = { meetingId: panel.nextMeetingId }
  await panel.done('chair', commands.close('Out of time.'))
  await panel.done('chair', { kind: 'acceptConfidentiality', ...next })
  await panel.done('chair', { kind: 'openMeeting', ...next, inquorateReason: 'Few came.' })
  const position = {
    kind: 'recordPosition',
    ...next,
    itemId: panel.nextItem,
    fields: { decisionId: created.decision ?? '', stance: 'agrees' },
  }
  expect(await panel.refused('chair', position)).toMatchObject({ fields: [{ field: 'fields.decisionId' }] })
})

test('the case at hand and a concluded case stay on the agenda; another is taken off with a reason and its number freed', async () => {
  const remove = (ref: 'A1' | 'A2' | 'A3') => ({
    kind: 'removeItem',
    ...commands.inItem(ref),
    reason: 'Not ready.',
  })
  expect(await panel.refused('chair', remove('A1'))).toMatchObject({ code: 'wrong_moment' })
  await panel.done('chair', commands.conclude('A2', 'Heard by telephone.'))
  expect(await panel.refused('chair', remove('A2'))).toMatchObject({ code: 'wrong_moment' })
  await panel.done('chair', remove('A3'))
  expect(await agenda()).toEqual(['A1', 'A2', 'A4'])
})

test('whoever holds the chair closes; cases not concluded need a reason and stay on record as not reached', async () => {
  expect(await panel.refused('chair', commands.close())).toMatchObject({
    fields: [{ field: 'reason', message: expect.stringContaining('4 cases') as string }],
  })
  await panel.done('chair', commands.conclude('A1', 'Heard by telephone.'))
  panel.clock.move({ minutes: 90 })
  await panel.done('chair', commands.close('Out of time.'))
  expect(await meeting()).toMatchObject({
    status: 'closed',
    closedReason: 'Out of time.',
    minutesTaken: 90,
    itemId: null,
  })
  expect(await item('A1')).toMatchObject({ status: 'concluded', secondsSpent: 5400 })
  expect(await item('A2')).toMatchObject({ status: 'not_reached', statusReason: 'Out of time.' })
})

test('a chair who is out of a case is not told by a count whether it was concluded', async () => {
  for (const ref of ['A2', 'A3', 'A4'] as const)
    await panel.done('chair', commands.conclude(ref, 'Heard by telephone.'))
  await panel.done('chair', inMeeting('handOverChair', { memberId: member('coordinator') }))
  await panel.done('chair', commands.conflict('A1'))
  await panel.done('coordinator', commands.move('A2'))
  await panel.done('coordinator', inMeeting('handOverChair', { memberId: member('chair') }))
  await panel.done('chair', commands.close())
  expect(await item('A1')).toMatchObject({ status: 'not_reached' })
})

test('a co-chair or coordinator ends a meeting that its chair abandoned, but only with a reason', async () => {
  for (const ref of ['A1', 'A2', 'A3', 'A4'] as const)
    await panel.done('chair', commands.conclude(ref, 'Heard by telephone.'))
  expect(await panel.refused('coChair', commands.close())).toMatchObject({
    fields: [{ field: 'reason', message: expect.stringContaining('do not hold the chair') as string }],
  })
  await panel.done('coChair', commands.close('The chair had to leave.'))
  expect(await meeting()).toMatchObject({ status: 'closed', closedBy: member('coChair') })
})

test('a closed meeting stands as it was; what is left open is answered between meetings', async () => {
  const { created } = await panel.done(
    'police',
    commands.action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
  )
  await panel.done('chair', commands.close('Out of time.'))
  expect(await panel.refused('police', commands.share('A1', 'Too late.'))).toMatchObject({
    code: 'wrong_moment',
  })
  expect(await panel.refused('chair', commands.listFifth())).toMatchObject({ code: 'wrong_moment' })
  expect(await panel.refused('chair', inMeeting('openMeeting'))).toMatchObject({ code: 'already_done' })
  expect(await panel.refused('police', inMeeting('acceptConfidentiality'))).toMatchObject({
    code: 'wrong_moment',
  })
  await panel.done('housing', {
    kind: 'endAction',
    meetingId: panel.nextMeetingId,
    entryId: created.action,
    outcome: 'done',
    evidence: 'Seen.',
  })
  expect(thing(await panel.view('chair'), 'action', created.action)?.outcome).toBe('done')
})

test('a case on which something is recorded does not come off the agenda: that would go round the gate', async () => {
  await panel.done('police', commands.share('A2', 'Seen near her work.'))
  expect(
    await panel.refused('chair', inMeeting('removeItem', { itemId: panel.items.A2, reason: 'No time.' })),
  ).toMatchObject({
    code: 'wrong_moment',
  })
  expect(await item('A2')).toMatchObject({ status: 'listed' })
})

test('whoever holds the chair cannot be put down as away before handing it over', async () => {
  const away = inMeeting('recordAttendance', { memberId: member('chair'), status: 'apologies' })
  expect(await panel.refused('coordinator', away)).toMatchObject({ code: 'wrong_moment' })
  expect(await meeting()).toMatchObject({ chairId: member('chair') })
})
