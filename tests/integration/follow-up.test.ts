import { afterEach, expect, test } from 'vitest'
import type { Inbox, Owed } from '../../app/domain/follow-up/inbox'
import { ladderIn, standingOf } from '../../app/domain/follow-up/ladder'
import { viewOfThings } from '../../app/domain/meeting/room-view'
import { agencies, circle, commandsIn } from '../support/commands'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'
import { fileView, thing } from '../support/views'

// What is owed, between meetings: who finds it, how it ends, how it climbs to the chair.

let panel: TestPanel
afterEach(() => panel.close())

const inboxFor = async (who: PersonName, agencyId: string | null = null): Promise<Inbox> => {
  const read = await panel.services.followUp.inbox(await panel.sessionFor(who), panel.panelId, agencyId)
  if (!read.ok) throw new Error(`${who} has no inbox: ${read.code}`)
  return read.inbox
}
const words = (owed: readonly Owed[]) => owed.map(({ what }) => what)
const assign = async (what: string, fields: Record<string, unknown> = {}) => {
  const { created } = await panel.done(
    'chair',
    commandsIn(panel).action('A1', what, { due: 'in 1 week', ...fields }),
  )
  return { meetingId: panel.meetingId, entryId: created.action ?? '' }
}
const closed = async () => panel.done('chair', commandsIn(panel).close('Out of time.'))
const inFile = async (who: PersonName, id: string) =>
  thing((await fileView(panel, who, 'A1')) ?? [], 'action', id)

/** Meetings go by: each opened and closed, with nothing said of the action. */
const holdMeetings = async (count: number, { afterTheNext = false } = {}) => {
  for (let n = 0; n < count; n += 1) {
    panel.clock.move({ days: 14 })
    const day = new Date(panel.clock.now()).toISOString().slice(0, 10)
    const meetingId =
      n === 0 && !afterTheNext
        ? panel.nextMeetingId
        : ((
            await panel.done('chair', {
              kind: 'planMeeting',
              panelId: panel.panelId,
              date: day,
              startsAt: '10:00',
              minutesPlanned: 60,
            })
          ).created.meeting ?? '')
    for (const who of ['chair', 'police', 'housing', 'probation'] as const)
      await panel.done(who, { kind: 'acceptConfidentiality', meetingId })
    await panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Few came.' })
    await panel.done('chair', { kind: 'closeMeeting', meetingId, reason: 'Nothing to hear.' })
  }
}

test('an action shows to whom it names, to their role, and else to the whole agency; a leaver’s does not vanish', async () => {
  panel = await openSmallMeeting()
  const { housing } = panel.agencies
  await panel.done('coordinator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Second Officer',
    email: 'second@ashford.example',
    role: 'representative',
    agencyId: housing,
    jobTitle: 'Tenancy officer',
  })
  await assign('Named.', { ownerAgencyId: housing, ownerMemberId: panel.people.housing.memberId })
  await assign('For the agency.', { ownerAgencyId: housing })
  await assign('Another agency’s.', { ownerAgencyId: panel.agencies.probation })
  await closed()
  const before = await inboxFor('housing')
  expect([words(before.yours), words(before.agency)]).toEqual([['Named.'], ['For the agency.']])
  expect(words((await inboxFor('coordinator', housing)).colleagues)).toEqual(['Named.'])

  await panel.done('administrator', {
    kind: 'changeMember',
    panelId: panel.panelId,
    memberId: panel.people.housing.memberId,
    role: 'representative',
    agencyId: housing,
    active: false,
  })
  const after = await inboxFor('coordinator', housing)
  expect(words(after.agency).sort()).toEqual(['For the agency.', 'Named.'])
  expect(after.agency.find(({ what }) => what === 'Named.')?.leftBehindBy).toBeTruthy()
})

test('done needs evidence; the owner may not withdraw what another assigned, whoever assigned it and the chair may', async () => {
  panel = await openSmallMeeting()
  const one = await assign('Visit him.', { ownerAgencyId: panel.agencies.housing })
  const two = await assign('Write to him.', { ownerAgencyId: panel.agencies.housing })
  await closed()
  expect(
    await panel.refused('housing', { kind: 'endAction', ...one, outcome: 'done', evidence: '' }),
  ).toMatchObject({ code: 'invalid' })
  expect(
    await panel.refused('housing', {
      kind: 'endAction',
      ...one,
      outcome: 'withdrawn',
      evidence: 'We would rather not.',
    }),
  ).toMatchObject({ code: 'not_allowed' })
  expect(
    await panel.refused('housing', {
      kind: 'endAction',
      ...one,
      outcome: 'passed_on',
      evidence: 'To nobody.',
    }),
  ).toMatchObject({ code: 'invalid' })
  await panel.done('housing', {
    kind: 'endAction',
    ...one,
    outcome: 'not_possible',
    evidence: 'He is in custody.',
  })
  await panel.done('chair', {
    kind: 'endAction',
    ...two,
    outcome: 'withdrawn',
    evidence: 'No longer needed.',
  })
  expect(await inFile('housing', one.entryId)).toMatchObject({
    outcome: 'not_possible',
    evidence: 'He is in custody.',
    history: [{ what: 'ended' }],
  })
  expect(words((await inboxFor('housing')).agency)).toEqual([])
})

test('an action that is passed on ends, becomes a linked one that its receiver accepts, and both keep the history', async () => {
  panel = await openSmallMeeting()
  const { housing, probation } = panel.agencies
  const first = await assign('See his landlord.', { ownerAgencyId: housing })
  await closed()
  await panel.done('housing', { kind: 'acceptAction', ...first })
  const { created } = await panel.done('housing', {
    kind: 'passOnAction',
    ...first,
    toAgencyId: probation,
    what: 'See his landlord.',
    reason: 'He is their tenant.',
  })
  const second = { meetingId: panel.meetingId, entryId: created.action ?? '' }
  expect(await inFile('police', first.entryId)).toMatchObject({
    outcome: 'passed_on',
    passedTo: second.entryId,
  })
  expect(await inFile('police', second.entryId)).toMatchObject({
    ownerAgencyId: probation,
    acceptance: 'awaiting',
    passedFrom: first.entryId,
    outcome: null,
  })
  expect(words((await inboxFor('housing')).awaited)).toEqual(['See his landlord.'])
  const [owed] = (await inboxFor('probation')).agency
  expect(owed?.history.map(({ what }) => what)).toEqual(['accepted', 'passed_on'])

  expect(await panel.refused('housing', { kind: 'acceptAction', ...second })).toMatchObject({
    code: 'not_allowed',
  })
  await panel.done('probation', { kind: 'acceptAction', ...second })
  expect(words((await inboxFor('housing')).awaited)).toEqual([])
  expect(
    await panel.refused('housing', {
      kind: 'passOnAction',
      ...first,
      toAgencyId: probation,
      what: 'Again.',
      reason: 'x',
    }),
  ).toMatchObject({ code: 'already_done' })
})

test('passing on never shows an action to an agency that might not have read it', async () => {
  panel = await openSmallMeeting()
  const { housing, probation, police } = panel.agencies
  const named = await assign('Between two.', { ownerAgencyId: housing, audience: agencies(housing, police) })
  const closeCircle = await assign('For the circle.', { ownerAgencyId: police, audience: circle() })
  await closed()
  expect(
    await panel.refused('housing', {
      kind: 'passOnAction',
      ...named,
      toAgencyId: probation,
      what: 'x',
      reason: 'x',
    }),
  ).toMatchObject({ code: 'invalid', fields: [{ field: 'toAgencyId' }] })
  expect(
    await panel.refused('police', {
      kind: 'passOnAction',
      ...closeCircle,
      toAgencyId: housing,
      what: 'x',
      reason: 'x',
    }),
  ).toMatchObject({ fields: [{ field: 'toAgencyId' }] })
  expect(
    await panel.refused('housing', {
      kind: 'passOnAction',
      ...named,
      toAgencyId: panel.agencies.brookPolice,
      what: 'x',
      reason: 'x',
    }),
  ).toMatchObject({ fields: [{ field: 'toAgencyId' }] })
  await panel.done('housing', {
    kind: 'passOnAction',
    ...named,
    toAgencyId: police,
    what: 'Between two, now theirs.',
    reason: 'Theirs to do.',
  })
  expect(words((await inboxFor('probation')).agency)).toEqual([])
  expect(words((await inboxFor('police')).agency)).toContain('Between two, now theirs.')
})

test('overdue at as many meetings as the policy says, an action comes to the chair, who rules; a new date takes it down again', async () => {
  panel = await openSmallMeeting()
  const owed = await assign('Visit him.', { ownerAgencyId: panel.agencies.housing })
  await closed()
  expect(
    await panel.refused('chair', { kind: 'ruleOnOverdue', ...owed, ruling: 'raise', reason: 'Early.' }),
  ).toMatchObject({ code: 'wrong_moment' })
  await holdMeetings(1)
  expect((await inboxFor('housing')).agency.map(({ standing }) => standing)).toEqual(['overdue'])
  expect(words((await inboxFor('chair')).escalated)).toEqual([])
  await holdMeetings(2, { afterTheNext: true })
  expect((await inboxFor('chair')).escalated).toMatchObject([
    { what: 'Visit him.', standing: 'escalated', meetingsOverdue: 3 },
  ])
  expect((await inboxFor('housing')).escalated).toEqual([])

  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    ...owed,
    ruling: 'raise',
    reason: 'Spoke with their lead.',
  })
  expect(words((await inboxFor('chair')).escalated)).toEqual(['Visit him.'])
  expect(
    await panel.refused('chair', {
      kind: 'ruleOnOverdue',
      ...owed,
      ruling: 'extend',
      reason: 'One more week.',
    }),
  ).toMatchObject({ fields: [{ field: 'due' }] })
  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    ...owed,
    ruling: 'extend',
    due: 'in 1 week',
    reason: 'One more week.',
  })
  expect(words((await inboxFor('chair')).escalated)).toEqual([])
  const action = await inFile('housing', owed.entryId)
  expect(action?.history.map(({ what, words: why }) => [what, why])).toEqual([
    ['raised', 'Spoke with their lead.'],
    ['extended', 'One more week.'],
  ])
  expect(action?.history[1]).toMatchObject({ dueBefore: '2026-12-09', due: action?.due })

  panel.clock.move({ days: 30 })
  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    ...owed,
    ruling: 'accept',
    reason: 'It will not be done.',
  })
  expect(await inFile('housing', owed.entryId)).toMatchObject({
    outcome: 'not_done',
    evidence: 'It will not be done.',
  })
})

/** How what is owed stands for someone in the room of a meeting. */
const standingInRoom = async (who: PersonName, meetingId: string, kind: 'action' | 'request', id: string) => {
  const read = await panel.services.reads.room(await panel.sessionFor(who), meetingId)
  if (!read.ok) throw new Error(`${who} may not see the room: ${read.code}`)
  const owed = thing(read.view, kind, id)
  const held = await panel.services.reads.heldSince(meetingId, read)
  return (
    owed &&
    standingOf(owed, ladderIn(viewOfThings(read.view), new Date(read.now).toISOString().slice(0, 10), held))
  )
}
const openNext = async (meetingId = panel.nextMeetingId) => {
  for (const who of ['chair', 'police', 'housing', 'probation'] as const)
    await panel.done(who, { kind: 'acceptConfidentiality', meetingId })
  await panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Few came.' })
}

test('at the next meeting the chair finds in the room what has come up the ladder, and rules on it there', async () => {
  panel = await openSmallMeeting()
  const owed = await assign('Visit him.', { ownerAgencyId: panel.agencies.housing })
  const hidden = await assign('For the circle.', { ownerAgencyId: panel.agencies.police, audience: circle() })
  await closed()
  await holdMeetings(3)
  const meetingId =
    (
      await panel.done('chair', {
        kind: 'planMeeting',
        panelId: panel.panelId,
        date: '2027-01-20',
        startsAt: '10:00',
        minutesPlanned: 60,
      })
    ).created.meeting ?? ''
  await panel.done('chair', {
    kind: 'listCase',
    meetingId,
    caseId: panel.cases.A1,
    itemKind: 'review',
    minutes: 5,
    lateReason: 'It is owed.',
  })
  await openNext(meetingId)
  for (const who of ['chair', 'housing'] as const)
    expect([who, await standingInRoom(who, meetingId, 'action', owed.entryId)]).toEqual([who, 'escalated'])
  expect(await standingInRoom('housing', meetingId, 'action', hidden.entryId)).toBeUndefined()
  const rule = { kind: 'ruleOnOverdue', meetingId, entryId: owed.entryId, reason: 'Time to finish.' }
  expect(await panel.refused('housing', { ...rule, ruling: 'accept' })).toMatchObject({ code: 'not_allowed' })
  await panel.done('chair', { ...rule, ruling: 'extend', due: 'in 1 week' })
  expect(await standingInRoom('chair', meetingId, 'action', owed.entryId)).toBe('open')
  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    meetingId,
    entryId: hidden.entryId,
    ruling: 'accept',
    reason: 'He has moved.',
  })
  expect(await standingInRoom('chair', meetingId, 'action', hidden.entryId)).toBeUndefined()
})

test('a request taken to the chair stands with the chair in the room of the next meeting on its case', async () => {
  panel = await openSmallMeeting()
  const { created } = await panel.done(
    'police',
    commandsIn(panel).request('A1', panel.agencies.housing, 'His tenancy.'),
  )
  await closed()
  await panel.done('police', {
    kind: 'chaseRequest',
    meetingId: panel.meetingId,
    entryId: created.request,
    escalate: true,
  })
  await openNext()
  expect(await standingInRoom('chair', panel.nextMeetingId, 'request', created.request ?? '')).toBe(
    'escalated',
  )
  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    meetingId: panel.nextMeetingId,
    entryId: created.request,
    ruling: 'accept',
    reason: 'Known by now.',
  })
  expect(await standingInRoom('chair', panel.nextMeetingId, 'request', created.request ?? '')).toBeUndefined()
})

test('a case with something that has come to the chair is first on the list of what is due', async () => {
  panel = await openSmallMeeting()
  await panel.done(
    'chair',
    commandsIn(panel).action('A4', 'Long owed.', { ownerAgencyId: panel.agencies.housing, due: 'in 1 week' }),
  )
  await panel.done(
    'chair',
    commandsIn(panel).action('A3', 'Late.', { ownerAgencyId: panel.agencies.housing, due: 'in 5 weeks' }),
  )
  await closed()
  await holdMeetings(3)
  const due = await panel.services.due.dueFor(
    await panel.sessionFor('coordinator'),
    panel.panelId,
    '2027-02-03',
  )
  expect(due[0]?.ref).toBe('A4')
  expect(due[0]?.because[0]).toEqual({ reason: 'with_chair', day: '2026-12-09', count: 1 })
  expect(due[0]?.because.map(({ reason }) => reason)).not.toContain('overdue_actions')
  expect(due.find(({ ref }) => ref === 'A3')?.because.map(({ reason }) => reason)).toContain(
    'overdue_actions',
  )
})

test('a case on which a request was taken to the chair is due for that', async () => {
  panel = await openSmallMeeting()
  const asked = commandsIn(panel).request('A3', panel.agencies.housing, 'Who holds the tenancy?')
  const { created } = await panel.done('police', asked)
  const on = { meetingId: panel.meetingId, entryId: created.request }
  await panel.done('police', { kind: 'chaseRequest', ...on, escalate: 'yes' })
  await closed()
  const due = await panel.services.due.dueFor(await panel.sessionFor('chair'), panel.panelId, '2026-12-16')
  expect(due.find(({ ref }) => ref === 'A3')?.because.map(({ reason }) => reason)).toContain('with_chair')
})

test('a request is chased with a day, goes to the chair, and may be left unanswered only by the chair', async () => {
  panel = await openSmallMeeting()
  const { created } = await panel.done(
    'police',
    commandsIn(panel).request('A1', panel.agencies.housing, 'His tenancy.', { due: 'tomorrow' }),
  )
  const request = { meetingId: panel.meetingId, entryId: created.request ?? '' }
  await closed()
  expect(words((await inboxFor('housing')).asked)).toEqual(['His tenancy.'])
  expect(words((await inboxFor('police')).awaited)).toEqual(['His tenancy.'])
  panel.clock.move({ days: 5 })
  // 7 December 2026 is a Monday: three working days on is Thursday.
  await panel.done('police', { kind: 'chaseRequest', ...request, words: 'Rang them.' })
  expect((await inboxFor('police')).awaited).toMatchObject([
    {
      due: '2026-12-10',
      standing: 'open',
      history: [{ what: 'chased', words: 'Rang them.', dueBefore: '2026-12-03' }],
    },
  ])
  await panel.done('police', { kind: 'chaseRequest', ...request, escalate: true, due: 'in 2 weeks' })
  expect(words((await inboxFor('chair')).escalated)).toEqual(['His tenancy.'])
  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    ...request,
    ruling: 'extend',
    due: 'in 3 weeks',
    reason: 'They asked for time.',
  })
  expect(words((await inboxFor('chair')).escalated)).toEqual([])
  panel.clock.move({ days: 40 })
  expect(words((await inboxFor('chair')).escalated)).toEqual(['His tenancy.'])
  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    ...request,
    ruling: 'accept',
    reason: 'No longer needed.',
  })
  expect(words((await inboxFor('housing')).asked)).toEqual([])
  expect(
    await panel.refused('housing', { kind: 'answerRequest', ...request, answer: 'Here it is.' }),
  ).toMatchObject({ code: 'already_done' })
})

test('while a meeting is in session, what is owed about its cases waits for its confidentiality, and the rest does not', async () => {
  panel = await openSmallMeeting()
  await assign('About the first case.', { ownerAgencyId: panel.agencies.housing })
  await panel.done(
    'chair',
    commandsIn(panel).action('A4', 'About the fourth.', { ownerAgencyId: panel.agencies.housing }),
  )
  await closed()
  const meetingId = panel.nextMeetingId
  for (const who of ['chair', 'police', 'probation'] as const)
    await panel.done(who, { kind: 'acceptConfidentiality', meetingId })
  await panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Few came.' })
  expect(words((await inboxFor('housing')).agency)).toEqual(['About the fourth.'])
  await panel.done('housing', { kind: 'acceptConfidentiality', meetingId })
  expect(words((await inboxFor('housing')).agency).sort()).toEqual([
    'About the first case.',
    'About the fourth.',
  ])
})

test('whoever is put out of a case finds nothing of it, and administrators, evaluators and other panels have no inbox', async () => {
  panel = await openSmallMeeting()
  await assign('About the first case.', { ownerAgencyId: panel.agencies.harbour })
  await panel.done('presenter', commandsIn(panel).conflict('A1'))
  await closed()
  expect(words(Object.values(await inboxFor('presenter')).flat())).toEqual([])
  for (const who of ['administrator', 'evaluator', 'brookChair'] as const) {
    expect(await panel.services.followUp.inbox(await panel.sessionFor(who), panel.panelId)).toMatchObject({
      code: 'not_found',
    })
  }
  // Only chair and coordinator look at another agency's.
  expect(
    await panel.services.followUp.inbox(
      await panel.sessionFor('police'),
      panel.panelId,
      panel.agencies.harbour,
    ),
  ).toMatchObject({ agencyId: panel.agencies.police })
})
