import { expect, test } from 'vitest'
import { agencies, circle, commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

test('who takes an action on for their own agency has accepted it', () => {
  const panel = openPureMeeting()
  const { memberId } = panel.people.police
  expect(
    made(panel, 'action', 'police', commandsIn(panel).action('A1', 'Patrol.', { ownerRole: 'Beat team' })),
  ).toMatchObject({
    what: 'Patrol.',
    ownerAgencyId: panel.agencies.police,
    ownerRole: 'Beat team',
    ownerMemberId: null,
    due: '2026-12-16',
    interventionId: null,
    requestId: null,
    acceptance: 'accepted',
    acceptedBy: memberId,
    acceptedAt: panel.clock.now(),
    outcome: null,
    evidence: '',
    endedAt: null,
    passedFrom: null,
    passedTo: null,
    history: [],
  })
})

test('nobody accepts for another: it awaits an owner in the room and is parked for one who is not', () => {
  const panel = openPureMeeting()
  const { police, housing, probation } = panel.agencies
  const { meetingId, people } = panel
  panel.done('probation', { kind: 'recordLeaving', meetingId, memberId: people.probation.memberId })
  const { action } = commandsIn(panel)
  const waits = { acceptedBy: null, acceptedAt: null }
  expect(made(panel, 'action', 'police', action('A1', 'Visit.', { ownerAgencyId: housing }))).toMatchObject({
    acceptance: 'awaiting',
    ...waits,
  })
  expect(
    made(panel, 'action', 'police', action('A1', 'Recall.', { ownerAgencyId: probation })),
  ).toMatchObject({ acceptance: 'parked', ...waits })
  // The coordinator, in the lane of the police: that is not the police accepting.
  expect(made(panel, 'action', 'coordinator', action('A1', 'Patrol.', { agencyId: police }))).toMatchObject({
    ownerAgencyId: police,
    acceptance: 'awaiting',
    ...waits,
  })
})

test('it may name a person of the agency that owns it, and nobody else', () => {
  const panel = openPureMeeting()
  const { action } = commandsIn(panel)
  const ownedBy = (ownerMemberId: string) =>
    action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing, ownerMemberId })
  expect(made(panel, 'action', 'police', ownedBy(panel.people.housing.memberId)).ownerMemberId).toBe(
    panel.people.housing.memberId,
  )
  for (const id of [panel.people.police.memberId, 'nobody'])
    expect(fieldsRefused(panel, 'police', ownedBy(id))).toEqual(['fields.ownerMemberId'])
  const ofAnotherPanel = action('A1', 'Visit.', { ownerAgencyId: panel.agencies.brookPolice })
  expect(fieldsRefused(panel, 'police', ofAnotherPanel)).toEqual(['fields.ownerAgencyId'])
})

test('its owner can read it', () => {
  const panel = openPureMeeting()
  const { housing, police } = panel.agencies
  const among = (audience: object) =>
    commandsIn(panel).action('A1', 'Visit.', { ownerAgencyId: housing, audience })
  expect(fieldsRefused(panel, 'police', among(agencies(police)))).toEqual(['fields.audience'])
  made(panel, 'action', 'police', among(agencies(police, housing)))
  // One person of the agency who may is enough.
  expect(fieldsRefused(panel, 'police', among(circle()))).toEqual(['fields.audience'])
  made(panel, 'action', 'police', among(circle(panel.people.housing.memberId)))
})

test('an owner whose only reader has left cannot read it', () => {
  const panel = openPureMeeting()
  const member = panel.things.get('member', panel.people.housing.memberId)
  if (!member) throw new Error('There is no such member.')
  const sent = commandsIn(panel).action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing })
  made(panel, 'action', 'police', sent)
  panel.things.put('member', { ...member, active: false })
  expect(fieldsRefused(panel, 'police', sent)).toEqual(['fields.audience'])
})

test('it may serve an intervention and answer a request of this case that its author sees', () => {
  const panel = openPureMeeting()
  const { action, intervention, request } = commandsIn(panel)
  const plan = made(panel, 'intervention', 'police', intervention('A1', 'Visits.'))
  const asked = made(panel, 'request', 'police', request('A1', panel.agencies.housing, 'Who lives there?'))
  const links = { interventionId: plan.id, requestId: asked.id }
  expect(made(panel, 'action', 'police', action('A1', 'Visit.', links))).toMatchObject(links)
  const elsewhere = {
    interventionId: made(panel, 'intervention', 'police', intervention('A2', 'Visits.')).id,
    requestId: made(panel, 'request', 'police', request('A2', panel.agencies.housing, 'Who?')).id,
  }
  expect(
    fieldsRefused(panel, 'police', action('A1', 'Visit.', { interventionId: elsewhere.interventionId })),
  ).toEqual(['fields.interventionId'])
  expect(fieldsRefused(panel, 'police', action('A1', 'Visit.', { requestId: elsewhere.requestId }))).toEqual([
    'fields.requestId',
  ])
})

test('a day that is not understood, or past, is refused; a correction may leave the day as it was', () => {
  const panel = openPureMeeting()
  const { action, correct } = commandsIn(panel)
  for (const due of ['soonish', '2026-12-01'])
    expect(fieldsRefused(panel, 'police', action('A1', 'Visit.', { due }))).toEqual(['fields.due'])
  const { id } = made(panel, 'action', 'police', action('A1', 'Visit.', { due: '2026-12-02' }))
  panel.clock.move({ days: 2 })
  const better = { what: 'Visit him.', due: '2026-12-02' }
  expect(made(panel, 'action', 'police', correct('action', id, better)).due).toBe('2026-12-02')
})

test('corrected in its words it stays accepted by whom it was; given to another it is theirs to accept', () => {
  const panel = openPureMeeting()
  const { action, correct, inItem } = commandsIn(panel)
  const { housing, probation } = panel.agencies
  const forHousing = { what: 'Visit.', ownerAgencyId: housing, due: '2026-12-16' }
  const first = made(panel, 'action', 'police', action('A1', 'Visit.', { ownerAgencyId: housing }))
  const second = made(
    panel,
    'action',
    'police',
    correct('action', first.id, { ...forHousing, what: 'Visit him.' }),
  )
  expect(second).toMatchObject({ acceptance: 'awaiting', acceptedBy: null, acceptedAt: null })
  const when = panel.clock.now()
  panel.done('housing', { kind: 'acceptAction', ...inItem('A1'), entryId: second.id })
  panel.clock.move({ minutes: 1 })
  const third = made(panel, 'action', 'police', correct('action', second.id, forHousing))
  expect(third).toMatchObject({
    acceptance: 'accepted',
    acceptedBy: panel.people.housing.memberId,
    acceptedAt: when,
    history: [{ what: 'accepted' }],
  })
  const forProbation = correct('action', third.id, { ...forHousing, ownerAgencyId: probation })
  expect(made(panel, 'action', 'police', forProbation)).toMatchObject({
    acceptance: 'awaiting',
    acceptedBy: null,
    acceptedAt: null,
  })
})

test('what was parked is waited for once its owner is in the room, and stays parked after the meeting', () => {
  const panel = openPureMeeting()
  const { action, correct, close } = commandsIn(panel)
  const { meetingId, people, agencies: all } = panel
  panel.done('probation', { kind: 'recordLeaving', meetingId, memberId: people.probation.memberId })
  const owned = { ownerAgencyId: all.probation, due: '2026-12-16' }
  const one = made(panel, 'action', 'police', action('A1', 'Recall.', owned))
  const other = made(panel, 'action', 'police', action('A1', 'Warn.', owned))
  expect([one, other].map(({ acceptance }) => acceptance)).toEqual(['parked', 'parked'])
  panel.done('probation', { kind: 'acceptConfidentiality', meetingId })
  const again = correct('action', one.id, { ...owned, what: 'Recall him.' })
  expect(made(panel, 'action', 'police', again).acceptance).toBe('awaiting')
  panel.done('chair', close('Out of time.'))
  const after = correct('action', other.id, { ...owned, what: 'Warn him.' })
  expect(made(panel, 'action', 'police', after).acceptance).toBe('parked')
})

test('how it ended, and what it became, stays with it through a correction of its words', () => {
  const panel = openPureMeeting()
  const { action, correct, inItem } = commandsIn(panel)
  const first = made(panel, 'action', 'police', action('A1', 'Visit.'))
  panel.done('police', {
    kind: 'endAction',
    ...inItem('A1'),
    entryId: first.id,
    outcome: 'done',
    evidence: 'He was in.',
  })
  const ended = panel.things.get('action', first.id)
  const better = made(
    panel,
    'action',
    'police',
    correct('action', first.id, { what: 'Visit him.', due: '2026-12-16' }),
  )
  expect(better).toMatchObject({ outcome: 'done', evidence: 'He was in.', endedAt: panel.clock.now() })
  expect(better.history).toEqual(ended?.history)
})
