import { expect, test } from 'vitest'
import { agencies, circle, commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// Today is Wednesday 2 December 2026, in the meeting.

type Fields = Record<string, unknown>
const action = (panel: PurePanel, who: PersonName = 'chair', fields: Fields = {}) => {
  const owner = { ownerAgencyId: panel.agencies.housing, due: 'in 1 week' }
  const { created } = panel.done(who, commandsIn(panel).action('A1', 'Visit him.', { ...owner, ...fields }))
  return { meetingId: panel.meetingId, entryId: created['action'] ?? '' }
}
const request = (panel: PurePanel, who: PersonName = 'police', fields: Fields = {}) => {
  const asked = commandsIn(panel).request('A1', panel.agencies.housing, 'Who holds the tenancy?', fields)
  return { meetingId: panel.meetingId, entryId: panel.done(who, asked).created['request'] ?? '' }
}
type On = ReturnType<typeof action>
const send = (kind: string, on: On, rest: Fields = {}) => ({ kind, ...on, ...rest })
const ending = (on: On, outcome = 'done', evidence = 'Seen.') => send('endAction', on, { outcome, evidence })
const passing = (on: On, toAgencyId: string, rest: Fields = {}) =>
  send('passOnAction', on, { toAgencyId, what: 'See his landlord.', reason: 'He is their tenant.', ...rest })
const ruling = (on: On, how: string, rest: Fields = {}) =>
  send('ruleOnOverdue', on, { ruling: how, reason: 'Spoke with their lead.', ...rest })
const itsAction = (panel: PurePanel, { entryId }: On) => panel.things.get('action', entryId)
const itsRequest = (panel: PurePanel, { entryId }: On) => panel.things.get('request', entryId)
const overdue = (panel: PurePanel) => {
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  panel.clock.move({ days: 30 })
}

test('its owner accepts an action, once; nobody does so for them', () => {
  const panel = openPureMeeting()
  const on = action(panel)
  for (const who of ['police', 'chair'] as const)
    expect(panel.refused(who, send('acceptAction', on))).toMatchObject({ code: 'not_allowed' })
  panel.done('housing', send('acceptAction', on))
  expect(itsAction(panel, on)).toMatchObject({
    acceptance: 'accepted',
    acceptedBy: panel.people.housing.memberId,
    acceptedAt: panel.clock.now(),
  })
  expect(panel.refused('housing', send('acceptAction', on))).toMatchObject({ code: 'already_done' })
})

test('only an action that waits is parked, by whoever runs the panel', () => {
  const panel = openPureMeeting()
  const on = action(panel)
  panel.done('coordinator', send('parkAction', on))
  expect(itsAction(panel, on)?.acceptance).toBe('parked')
  expect(panel.refused('chair', send('parkAction', on))).toMatchObject({ code: 'already_done' })
})

test('its owner says how it ended, and whoever runs the panel; another agency does not', () => {
  const panel = openPureMeeting()
  const [one, two] = [action(panel), action(panel)]
  expect(panel.refused('police', ending(one))).toMatchObject({ code: 'not_allowed' })
  panel.done('housing', ending(one, 'not_possible', 'He is in custody.'))
  expect(itsAction(panel, one)).toMatchObject({
    outcome: 'not_possible',
    evidence: 'He is in custody.',
    endedAt: panel.clock.now(),
  })
  panel.done('coordinator', ending(two))
  for (const sent of [ending(one), send('acceptAction', one), passing(one, panel.agencies.police)])
    expect(panel.refused('housing', sent)).toMatchObject({ code: 'already_done' })
  expect(panel.refused('housing', ending(action(panel), 'done', ' ')).fields).toMatchObject([
    { field: 'evidence' },
  ])
})

test('taken back it is by whoever assigned it, their agency, or the chair; its owner does not shed it', () => {
  const panel = openPureMeeting()
  const withdrawn = (on: On) => ending(on, 'withdrawn', 'No longer needed.')
  const byPolice = () => action(panel, 'police')
  for (const who of ['housing', 'coordinator'] as const)
    expect(panel.refused(who, withdrawn(byPolice()))).toMatchObject({ code: 'not_allowed' })
  for (const who of ['police', 'chair', 'coChair'] as const) panel.done(who, withdrawn(byPolice()))
  panel.done('coordinator', withdrawn(action(panel, 'coordinator')))
})

test('passed on, it ends and becomes another, linked to it, which its receiver has to accept', () => {
  const panel = openPureMeeting()
  const first = action(panel)
  const { probation } = panel.agencies
  const { action: entryId = '' } = panel.done(
    'housing',
    passing(first, probation, { toRole: 'Tenancy' }),
  ).created
  const second = { ...first, entryId }
  expect(itsAction(panel, first)).toMatchObject({ outcome: 'passed_on', passedTo: entryId })
  expect(itsAction(panel, second)).toMatchObject({
    what: 'See his landlord.',
    ownerAgencyId: probation,
    ownerRole: 'Tenancy',
    ownerMemberId: null,
    agencyId: panel.agencies.housing,
    recordedBy: panel.people.housing.memberId,
    due: '2026-12-09',
    acceptance: 'awaiting',
    passedFrom: first.entryId,
    outcome: null,
    history: [],
  })
  expect(panel.refused('housing', send('acceptAction', second))).toMatchObject({ code: 'not_allowed' })
  panel.done('probation', send('acceptAction', second))
})

test('taken on oneself it is accepted; passed to a colleague it waits for them', () => {
  const panel = openPureMeeting()
  const own = panel.people.chair
  const toMe = passing(action(panel), own.agencyId ?? '', { toMemberId: own.memberId })
  expect(
    itsAction(panel, { ...action(panel), entryId: panel.done('chair', toMe).created['action'] ?? '' }),
  ).toMatchObject({
    acceptance: 'accepted',
    acceptedBy: own.memberId,
  })
  const toColleague = passing(action(panel), own.agencyId ?? '', {
    toMemberId: panel.people.coordinator.memberId,
  })
  const { created } = panel.done('chair', toColleague)
  expect(panel.things.get('action', created['action'])?.acceptance).toBe('awaiting')
})

test('it is passed on by its owner or whoever runs the panel, to an agency of the panel and a person of it', () => {
  const panel = openPureMeeting()
  const { probation, brookPolice, housing } = panel.agencies
  const on = action(panel)
  const refusedAt = (sent: ReturnType<typeof passing>) =>
    panel.refused('housing', sent).fields?.map((one) => one.field)
  expect(panel.refused('police', passing(on, probation))).toMatchObject({ code: 'not_allowed' })
  expect(refusedAt(passing(on, brookPolice))).toEqual(['toAgencyId'])
  expect(refusedAt(passing(on, housing))).toEqual(['toAgencyId'])
  expect(refusedAt(passing(on, probation, { toMemberId: panel.people.police.memberId }))).toEqual([
    'toMemberId',
  ])
  expect(refusedAt(passing(on, probation, { due: '2026-12-01' }))).toEqual(['due'])
  // To another role of the same agency it may go.
  panel.done('housing', passing(on, housing, { toRole: 'Tenancy officer' }))
})

test('passing on never shows it to who might not have read it', () => {
  const panel = openPureMeeting()
  const { housing, police, probation } = panel.agencies
  const between = action(panel, 'chair', { audience: agencies(housing, police) })
  const forCircle = action(panel, 'chair', { ownerAgencyId: police, audience: circle() })
  expect(panel.refused('housing', passing(between, probation)).fields).toMatchObject([
    { field: 'toAgencyId' },
  ])
  expect(panel.refused('police', passing(forCircle, housing)).fields).toMatchObject([{ field: 'toAgencyId' }])
  panel.done('probation', commandsIn(panel).conflict('A1'))
  expect(panel.refused('housing', passing(action(panel), probation)).fields).toMatchObject([
    { field: 'toAgencyId' },
  ])
  const toHer = { toMemberId: panel.people.probation.memberId }
  expect(panel.refused('housing', passing(action(panel), probation, toHer)).fields).toMatchObject([
    { field: 'toMemberId' },
  ])
  panel.done('housing', passing(between, police))
})

test('whose day has passed keeps it no longer when it is passed on: a new one is given', () => {
  const panel = openPureMeeting()
  const on = action(panel)
  overdue(panel)
  const to = panel.agencies.probation
  expect(panel.refused('housing', passing(on, to)).fields).toMatchObject([{ field: 'due' }])
  const { created } = panel.done('housing', passing(on, to, { due: 'in 1 week' }))
  expect(panel.things.get('action', created['action'])?.due).toBe('2027-01-08')
})

test('the chair rules on an action that is overdue, and on none that is not', () => {
  const panel = openPureMeeting()
  const on = action(panel)
  expect(panel.refused('chair', ruling(on, 'raise'))).toMatchObject({ code: 'wrong_moment' })
  overdue(panel)
  panel.done('chair', ruling(on, 'raise'))
  expect(panel.refused('chair', ruling(on, 'extend')).fields).toMatchObject([{ field: 'due' }])
  panel.done('chair', ruling(on, 'extend', { due: 'in 1 week' }))
  expect(itsAction(panel, on)?.due).toBe('2027-01-08')
  expect(itsAction(panel, on)?.history.map(({ what, words }) => [what, words])).toEqual([
    ['raised', 'Spoke with their lead.'],
    ['extended', 'Spoke with their lead.'],
  ])
  panel.clock.move({ days: 30 })
  panel.done('chair', ruling(on, 'accept', { reason: 'It will not be done.' }))
  expect(itsAction(panel, on)).toMatchObject({ outcome: 'not_done', evidence: 'It will not be done.' })
})

test('the chair rules on a request that is overdue or was taken to the chair; left unanswered, it ends', () => {
  const panel = openPureMeeting()
  const [late, taken] = [request(panel), request(panel)]
  expect(panel.refused('chair', ruling(taken, 'accept'))).toMatchObject({ code: 'wrong_moment' })
  panel.done('police', send('chaseRequest', taken, { escalate: 'yes' }))
  panel.done('chair', ruling(taken, 'accept'))
  expect(itsRequest(panel, taken)?.state).not.toBe('outstanding')
  expect(panel.refused('chair', ruling(taken, 'accept'))).toMatchObject({ code: 'already_done' })
  overdue(panel)
  panel.done('chair', ruling(late, 'extend', { due: 'tomorrow' }))
  expect(itsRequest(panel, late)?.due).toBe('2027-01-02')
})

test('the agency that was asked answers or says why it cannot, and whoever runs the panel for it; once', () => {
  const panel = openPureMeeting()
  const [one, two, three] = [request(panel), request(panel), request(panel)]
  const answer = (on: On) => send('answerRequest', on, { answer: 'A company.' })
  const no = (on: On) => send('refuseRequest', on, { reason: 'It is not ours to give.' })
  for (const sent of [answer(one), no(one)])
    expect(panel.refused('probation', sent)).toMatchObject({ code: 'not_allowed' })
  panel.done('housing', answer(one))
  expect(itsRequest(panel, one)).toMatchObject({ state: 'answered', answer: 'A company.' })
  panel.done('housing', no(two))
  expect(itsRequest(panel, two)?.state).toBe('refused')
  panel.done('coordinator', answer(three))
  for (const sent of [answer(one), no(two), send('chaseRequest', three)])
    expect(panel.refused('chair', sent)).toMatchObject({ code: 'already_done' })
})

test('chased, it has the day that was said, or some working days ahead, and never an earlier one than before', () => {
  const panel = openPureMeeting()
  const soon = request(panel, 'police', { due: 'tomorrow' })
  expect(panel.refused('probation', send('chaseRequest', soon))).toMatchObject({ code: 'not_allowed' })
  panel.done('police', send('chaseRequest', soon, { words: 'It is urgent.' }))
  expect(itsRequest(panel, soon)).toMatchObject({ due: '2026-12-07', timesChased: 1, escalatedAt: null })
  panel.done('coordinator', send('chaseRequest', soon, { due: 'Friday', escalate: 'yes' }))
  expect(itsRequest(panel, soon)).toMatchObject({
    due: '2026-12-04',
    timesChased: 2,
    escalatedAt: panel.clock.now(),
  })
  const later = request(panel, 'police', { due: '2026-12-30' })
  panel.done('police', send('chaseRequest', later))
  expect(itsRequest(panel, later)?.due).toBe('2026-12-30')
  expect(panel.refused('police', send('chaseRequest', later, { due: '2026-12-01' })).fields).toMatchObject([
    { field: 'due' },
  ])
})

test('an intervention changes by the agencies that are in it, and by whoever runs the panel', () => {
  const panel = openPureMeeting()
  const { police, housing } = panel.agencies
  const { created } = panel.done(
    'socialCare',
    commandsIn(panel).intervention('A1', 'Act.', { leadAgencyId: police, jointAgencyIds: [housing] }),
  )
  const on = { meetingId: panel.meetingId, entryId: created['intervention'] ?? '' }
  const change = (result: string) => send('changeIntervention', on, { status: 'in_progress', result })
  expect(panel.refused('probation', change('x'))).toMatchObject({ code: 'not_allowed' })
  for (const who of ['socialCare', 'police', 'housing', 'coordinator'] as const) {
    panel.done(who, change(who))
    expect(panel.things.get('intervention', on.entryId)).toMatchObject({ status: 'in_progress', result: who })
  }
})

test('to whoever may not see it, there is nothing to answer for', () => {
  const panel = openPureMeeting()
  const on = action(panel, 'chair', { ownerAgencyId: panel.agencies.police, audience: circle() })
  for (const sent of [ending(on), send('acceptAction', on), passing(on, panel.agencies.police)])
    expect(panel.refused('housing', sent)).toMatchObject({ code: 'not_found' })
})
