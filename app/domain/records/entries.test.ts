import { describe, expect, test } from 'vitest'
import { circle, commandsIn, panelAudience } from '../../../tests/support/commands'
import { made } from '../../../tests/support/made'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// What each record of an entry changes, and what it leaves as it was.

type Of = 'action' | 'request' | 'intervention'
const send = (panel: PurePanel, who: PersonName, kind: string, entryId: string, fields: object = {}) =>
  panel.done(who, { kind, meetingId: panel.meetingId, entryId, ...fields })
const one = (panel: PurePanel, kind: Of, id: string) => {
  const found = panel.things.get(kind, id)
  if (!found) throw new Error('It is not there.')
  return found
}
const line = (panel: PurePanel, who: PersonName, what: string, more: object = {}) => ({
  what,
  at: panel.clock.now(),
  by: panel.people[who].memberId,
  words: '',
  due: null,
  dueBefore: null,
  acceptanceBefore: null,
  ...more,
})

describe('what happens to an action goes into its history, and changes it', () => {
  const action = () => {
    const panel = openPureMeeting()
    const { action: assign } = commandsIn(panel)
    const before = made(
      panel,
      'action',
      'police',
      assign('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
    )
    panel.clock.move({ minutes: 1 })
    return { panel, before, now: () => one(panel, 'action', before.id) }
  }

  test('accepted', () => {
    const { panel, before, now } = action()
    send(panel, 'housing', 'acceptAction', before.id)
    expect(now()).toEqual({
      ...before,
      acceptance: 'accepted',
      acceptedBy: panel.people.housing.memberId,
      acceptedAt: panel.clock.now(),
      history: [line(panel, 'housing', 'accepted', { acceptanceBefore: 'awaiting' })],
    })
  })

  test('parked, and accepted after all', () => {
    const { panel, before, now } = action()
    send(panel, 'chair', 'parkAction', before.id)
    const parked = line(panel, 'chair', 'parked', { acceptanceBefore: 'awaiting' })
    expect(now()).toEqual({ ...before, acceptance: 'parked', history: [parked] })
    send(panel, 'housing', 'acceptAction', before.id)
    expect(now()).toMatchObject({
      acceptance: 'accepted',
      history: [parked, line(panel, 'housing', 'accepted', { acceptanceBefore: 'parked' })],
    })
  })

  test('ended', () => {
    const { panel, before, now } = action()
    send(panel, 'housing', 'endAction', before.id, { outcome: 'not_possible', evidence: 'He has moved.' })
    expect(now()).toEqual({
      ...before,
      outcome: 'not_possible',
      evidence: 'He has moved.',
      endedAt: panel.clock.now(),
      history: [line(panel, 'housing', 'ended')],
    })
  })

  test('passed on', () => {
    const { panel, before, now } = action()
    const { created } = send(panel, 'housing', 'passOnAction', before.id, {
      toAgencyId: panel.agencies.probation,
      what: 'Visit him.',
      reason: 'Theirs.',
    })
    expect(now()).toEqual({
      ...before,
      outcome: 'passed_on',
      evidence: 'Theirs.',
      endedAt: panel.clock.now(),
      passedTo: created['action'],
      history: [line(panel, 'housing', 'passed_on', { words: 'Theirs.' })],
    })
    expect(panel.things.get('action', created['action'])).toMatchObject({
      what: 'Visit him.',
      passedFrom: before.id,
    })
  })

  test('overdue: raised with its lead, given another day, given up', () => {
    const { panel, before, now } = action()
    panel.clock.move({ days: 20 })
    const rule = (ruling: string, due = '') =>
      send(panel, 'chair', 'ruleOnOverdue', before.id, { ruling, due, reason: 'Spoken with.' })
    rule('raise')
    const raised = line(panel, 'chair', 'raised', { words: 'Spoken with.' })
    expect(now()).toEqual({ ...before, history: [raised] })
    rule('extend', '2026-12-30')
    const extended = line(panel, 'chair', 'extended', {
      words: 'Spoken with.',
      due: '2026-12-30',
      dueBefore: before.due,
    })
    expect(now()).toEqual({ ...before, due: '2026-12-30', history: [raised, extended] })
    panel.clock.move({ days: 20 })
    rule('accept')
    expect(now()).toMatchObject({
      outcome: 'not_done',
      history: [raised, extended, line(panel, 'chair', 'ended')],
    })
  })
})

describe('what happens to a request goes into its history, and changes it', () => {
  const request = () => {
    const panel = openPureMeeting()
    const before = made(
      panel,
      'request',
      'police',
      commandsIn(panel).request('A1', panel.agencies.housing, 'Who?'),
    )
    panel.clock.move({ minutes: 1 })
    return { panel, before, now: () => one(panel, 'request', before.id) }
  }

  test.each([
    ['answered', 'answerRequest', { answer: 'A company.' }, { state: 'answered', answer: 'A company.' }],
    ['refused', 'refuseRequest', { reason: 'Not ours.' }, { state: 'refused', refusalReason: 'Not ours.' }],
  ])('%s', (what, kind, fields, changes) => {
    const { panel, before, now } = request()
    send(panel, 'housing', kind, before.id, fields)
    expect(now()).toEqual({
      ...before,
      ...changes,
      answeredAt: panel.clock.now(),
      history: [line(panel, 'housing', what)],
    })
  })

  test('chased, then taken to the chair, who gives it another day or leaves it', () => {
    const { panel, before, now } = request()
    const chase = (fields: object) => send(panel, 'police', 'chaseRequest', before.id, fields)
    chase({ due: '2026-12-11', words: 'It is urgent.' })
    const chased = line(panel, 'police', 'chased', {
      words: 'It is urgent.',
      due: '2026-12-11',
      dueBefore: '2026-12-09',
    })
    expect(now()).toEqual({ ...before, due: '2026-12-11', timesChased: 1, history: [chased] })
    chase({ due: '2026-12-14', escalate: 'yes' })
    const escalated = line(panel, 'police', 'escalated', { due: '2026-12-14', dueBefore: '2026-12-11' })
    expect(now()).toEqual({
      ...before,
      due: '2026-12-14',
      timesChased: 2,
      escalatedAt: panel.clock.now(),
      history: [chased, escalated],
    })
    const rule = (ruling: string, due = '') =>
      send(panel, 'chair', 'ruleOnOverdue', before.id, { ruling, due, reason: 'Spoken with.' })
    rule('extend', '2026-12-30')
    const extended = line(panel, 'chair', 'extended', {
      words: 'Spoken with.',
      due: '2026-12-30',
      dueBefore: '2026-12-14',
    })
    expect(now()).toEqual({
      ...before,
      due: '2026-12-30',
      timesChased: 2,
      escalatedAt: null,
      history: [chased, escalated, extended],
    })
    panel.clock.move({ days: 40 })
    rule('accept')
    expect(now()).toMatchObject({
      state: 'left',
      refusalReason: 'Spoken with.',
      answeredAt: panel.clock.now(),
      history: [chased, escalated, extended, line(panel, 'chair', 'left', { words: 'Spoken with.' })],
    })
  })

  test('raised with its lead it stays as it was', () => {
    const { panel, before, now } = request()
    panel.clock.move({ days: 20 })
    send(panel, 'chair', 'ruleOnOverdue', before.id, { ruling: 'raise', reason: 'Spoken with.' })
    expect(now()).toEqual({ ...before, history: [line(panel, 'chair', 'raised', { words: 'Spoken with.' })] })
  })
})

test('how an intervention stood before is kept, until when and by whom it was changed', () => {
  const panel = openPureMeeting()
  const before = made(panel, 'intervention', 'police', commandsIn(panel).intervention('A1', 'Visits.'))
  const by = panel.people.police.memberId
  const change = (status: string, result: string) => {
    panel.clock.move({ minutes: 1 })
    send(panel, 'police', 'changeIntervention', before.id, { status, result })
    return panel.clock.now()
  }
  const first = change('in_progress', 'Begun.')
  const second = change('done', 'He has left.')
  expect(one(panel, 'intervention', before.id)).toEqual({
    ...before,
    status: 'done',
    result: 'He has left.',
    history: [
      { status: 'planned', result: '', at: first, by },
      { status: 'in_progress', result: 'Begun.', at: second, by },
    ],
  })
})

describe('corrected', () => {
  test('every earlier version learns of each later audience, and the last one of its successor', () => {
    const panel = openPureMeeting()
    const { share, correct } = commandsIn(panel)
    const first = made(panel, 'share', 'idva', share('A1', 'First.', { audience: panelAudience }))
    const second = made(
      panel,
      'share',
      'idva',
      correct('share', first.id, { what: 'Second.', audience: circle() }),
    )
    const third = made(
      panel,
      'share',
      'idva',
      correct('share', second.id, { what: 'Third.', audience: panelAudience }),
    )
    const versions = [first, second, third].map(({ id }) => panel.things.get('share', id))
    expect(versions.map((one) => one?.laterAudiences)).toEqual([
      [circle(), panelAudience],
      [panelAudience],
      [],
    ])
    expect(versions.map((one) => one?.supersededBy)).toEqual([second.id, third.id, null])
    expect(versions.map((one) => one?.what)).toEqual(['First.', 'Second.', 'Third.'])
  })

  const answeredOn = (panel: PurePanel, item: 'A1' | 'A2' | 'A3') =>
    panel.things.get('item', panel.items[item])?.safetyAnswered

  test('a safety check answers for her whom it is about now', () => {
    const panel = openPureMeeting()
    const { safetyCheck, correct } = commandsIn(panel)
    const { V2a, V2b, V2c } = panel.victims
    const about = (victimId: string) => safetyCheck('A2', { victimId })
    const fieldsOf = (sent: ReturnType<typeof about>) => sent['fields'] as Record<string, unknown>
    const first = made(panel, 'safetyCheck', 'idva', about(V2a))
    made(panel, 'safetyCheck', 'idva', about(V2c))
    expect(answeredOn(panel, 'A2')).toEqual([V2a, V2c])
    const same = made(
      panel,
      'safetyCheck',
      'idva',
      correct('safetyCheck', first.id, { ...fieldsOf(about(V2a)), plan: 'Another.' }),
    )
    expect(answeredOn(panel, 'A2')).toEqual([V2a, V2c])
    made(panel, 'safetyCheck', 'idva', correct('safetyCheck', same.id, fieldsOf(about(V2b))))
    expect(answeredOn(panel, 'A2')).toEqual([V2c, V2b])
  })

  test('an entry of another kind answers no safety check, nor does its withdrawal take one back', () => {
    const panel = openPureMeeting()
    const { safetyCheck, share, correct, withdraw } = commandsIn(panel)
    made(panel, 'safetyCheck', 'idva', safetyCheck('A3'))
    expect(answeredOn(panel, 'A3')).toEqual(['case'])
    const said = made(panel, 'share', 'police', share('A3', 'Said.'))
    const better = made(panel, 'share', 'police', correct('share', said.id, { what: 'Better.' }))
    panel.done('police', withdraw(better.id))
    expect(answeredOn(panel, 'A3')).toEqual(['case'])
    const elsewhere = made(panel, 'share', 'police', share('A1', 'Said.'))
    made(panel, 'share', 'police', correct('share', elsewhere.id, { what: 'Better.' }))
    expect(answeredOn(panel, 'A1')).toEqual([])
  })
})

describe('withdrawn', () => {
  test('it says when and why, and stays', () => {
    const panel = openPureMeeting()
    const said = made(panel, 'share', 'police', commandsIn(panel).share('A1', 'Said.'))
    panel.clock.move({ minutes: 1 })
    panel.done('police', commandsIn(panel).withdraw(said.id, 'The wrong case.'))
    expect(panel.things.get('share', said.id)).toEqual({
      ...said,
      withdrawnAt: panel.clock.now(),
      withdrawnReason: 'The wrong case.',
    })
  })

  test('a safety check of a case without a victim-survivor answers no longer either', () => {
    const panel = openPureMeeting()
    const { safetyCheck, withdraw, correct } = commandsIn(panel)
    const sent = safetyCheck('A3')
    const first = made(panel, 'safetyCheck', 'idva', sent)
    const fields = { ...(sent['fields'] as Record<string, unknown>), plan: 'Another.' }
    const second = made(panel, 'safetyCheck', 'idva', correct('safetyCheck', first.id, fields))
    expect(panel.things.get('item', panel.items.A3)?.safetyAnswered).toEqual(['case'])
    panel.done('idva', withdraw(second.id))
    expect(panel.things.get('item', panel.items.A3)?.safetyAnswered).toEqual([])
  })

  test('a safety check that is withdrawn answers no longer, unless another one for her stands', () => {
    const panel = openPureMeeting()
    const { safetyCheck, withdraw } = commandsIn(panel)
    const first = made(panel, 'safetyCheck', 'idva', safetyCheck('A1'))
    const elsewhere = made(panel, 'safetyCheck', 'idva', safetyCheck('A3'))
    const answered = (item: 'A1' | 'A3') => panel.things.get('item', panel.items[item])?.safetyAnswered
    // Another stands beside it, as an import may bring.
    panel.things.put('safetyCheck', { ...first, id: 'beside it' })
    panel.done('idva', withdraw(first.id))
    expect(answered('A1')).toEqual([panel.victims.V1])
    const beside = panel.things.get('safetyCheck', 'beside it')
    if (!beside) throw new Error('It is not there.')
    for (const passes of [
      { supersededBy: 'another' },
      { itemId: elsewhere.itemId },
      { victimId: panel.victims.V4 },
    ]) {
      panel.things.put('safetyCheck', { ...first, withdrawnAt: null })
      const item = panel.things.get('item', panel.items.A1)
      if (item) panel.things.put('item', { ...item, safetyAnswered: [panel.victims.V1] })
      panel.things.put('safetyCheck', { ...beside, ...passes })
      panel.done('idva', withdraw(first.id))
      expect([passes, answered('A1')]).toEqual([passes, []])
    }
    expect(answered('A3')).toEqual(['case'])
  })
})
