import { expect, test } from 'vitest'
import { agencies, commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

test('an agency asks another of the panel for information, says why, and by when', () => {
  const panel = openPureMeeting()
  const { housing } = panel.agencies
  const sent = commandsIn(panel).request('A1', housing, 'Who lives there?', {
    lawfulBasis: 'vital_interests',
  })
  expect(made(panel, 'request', 'police', sent)).toMatchObject({
    toAgencyId: housing,
    what: 'Who lives there?',
    why: 'To plan.',
    lawfulBasis: 'vital_interests',
    due: '2026-12-09',
    state: 'outstanding',
    answer: '',
    refusalReason: '',
    answeredAt: null,
    timesChased: 0,
    escalatedAt: null,
    history: [],
  })
})

test('nobody asks themselves, nor an agency of another panel', () => {
  const panel = openPureMeeting()
  const { request } = commandsIn(panel)
  for (const to of [panel.agencies.police, panel.agencies.brookPolice, 'no-such-agency'])
    expect(fieldsRefused(panel, 'police', request('A1', to, 'Who?'))).toEqual(['fields.toAgencyId'])
})

test('whoever is asked can read it, by a day that is not past', () => {
  const panel = openPureMeeting()
  const { housing, police } = panel.agencies
  const { request } = commandsIn(panel)
  const among = (...ids: string[]) => request('A1', housing, 'Who?', { audience: agencies(...ids) })
  expect(fieldsRefused(panel, 'police', among(police))).toEqual(['fields.audience'])
  made(panel, 'request', 'police', among(police, housing))
  for (const due of ['soonish', 'yesterday'])
    expect(fieldsRefused(panel, 'police', request('A1', housing, 'Who?', { due }))).toEqual(['fields.due'])
})

test('what came of it stays with it when its words are corrected', () => {
  const panel = openPureMeeting()
  const { request, correct, inItem } = commandsIn(panel)
  const { housing } = panel.agencies
  const fields = { toAgencyId: housing, what: 'Who lives there?', why: 'To plan.', due: '2026-12-09' }
  const asked = made(panel, 'request', 'police', request('A1', housing, 'Who?'))
  const other = made(panel, 'request', 'police', request('A1', housing, 'Since when?'))
  panel.done('police', { kind: 'chaseRequest', ...inItem('A1'), entryId: asked.id, due: '2026-12-11' })
  const chased = panel.things.get('request', asked.id)
  panel.done('housing', { kind: 'answerRequest', ...inItem('A1'), entryId: asked.id, answer: 'He does.' })
  const answered = panel.things.get('request', asked.id)
  expect(chased?.timesChased).toBe(1)
  expect(made(panel, 'request', 'police', correct('request', asked.id, fields))).toMatchObject({
    what: 'Who lives there?',
    state: 'answered',
    answer: 'He does.',
    answeredAt: panel.clock.now(),
    timesChased: 1,
    escalatedAt: chased?.escalatedAt,
    history: answered?.history,
  })
  panel.done('housing', { kind: 'refuseRequest', ...inItem('A1'), entryId: other.id, reason: 'Not ours.' })
  expect(made(panel, 'request', 'police', correct('request', other.id, fields))).toMatchObject({
    state: 'refused',
    refusalReason: 'Not ours.',
  })
})

test('a correction may leave a day that has passed', () => {
  const panel = openPureMeeting()
  const { request, correct } = commandsIn(panel)
  const { housing } = panel.agencies
  const { id } = made(panel, 'request', 'police', request('A1', housing, 'Who?', { due: '2026-12-02' }))
  panel.clock.move({ days: 2 })
  const fields = { toAgencyId: housing, what: 'Who is it?', why: 'To plan.' }
  expect(made(panel, 'request', 'police', correct('request', id, { ...fields, due: '2026-12-02' })).due).toBe(
    '2026-12-02',
  )
})
