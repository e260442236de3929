import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'
import { courtOrderStage } from './court-orders'

// Today is Wednesday 2 December 2026. Whose it is and who sees it: on-a-case.test.ts.

type Fields = Record<string, unknown>
const recording = (panel: PurePanel, fields: Fields = {}, caseId = panel.cases.A1) => ({
  kind: 'recordCourtOrder',
  caseId,
  fields: { orderKind: 'non_molestation', terms: 'Not to go near her.', startsOn: '2026-12-01', ...fields },
})
const record = (panel: PurePanel, who: PersonName = 'police', fields: Fields = {}) =>
  panel.done(who, recording(panel, fields)).created['courtOrder'] ?? ''
const ending = (panel: PurePanel, courtOrderId: string, rest: Fields = {}) => ({
  kind: 'endCourtOrder',
  caseId: panel.cases.A1,
  courtOrderId,
  as: 'ended_early',
  reason: 'Discharged at the hearing.',
  ...rest,
})
const order = (panel: PurePanel, id: string) => panel.things.get('courtOrder', id)

test('an order says its kind, its terms, its days and who enforces it', () => {
  const panel = openPurePanel()
  const id = record(panel, 'housing', { endsOn: '2027-12-01', whoEnforces: 'The court’s own officer' })
  expect(order(panel, id)).toMatchObject({
    orderKind: 'non_molestation',
    terms: 'Not to go near her.',
    startsOn: '2026-12-01',
    endsOn: '2027-12-01',
    whoEnforces: 'The court’s own officer',
    endedAs: null,
    endedOn: null,
    endedReason: null,
    endedAt: null,
    endedBy: null,
  })
})

test('what is missing or cannot be is refused by its field', () => {
  const panel = openPurePanel()
  for (const [field, value] of [
    ['orderKind', 'weather'],
    ['terms', ' '],
    ['startsOn', 'soon'],
    ['startsOn', ''],
    ['endsOn', '2026-11-30'],
  ] as const)
    expect(panel.refused('police', recording(panel, { [field]: value })).fields).toMatchObject([
      { field: `fields.${field}` },
    ])
  // An order of one day.
  expect(order(panel, record(panel, 'police', { endsOn: '2026-12-01' }))?.endsOn).toBe('2026-12-01')
})

test('ended early it says when, why and who recorded that; today, where no day is given; and once', () => {
  const panel = openPurePanel()
  const [first, second] = [record(panel), record(panel)]
  panel.done('police', ending(panel, first))
  expect(order(panel, first)).toMatchObject({
    endedAs: 'ended_early',
    endedOn: '2026-12-02',
    endedReason: 'Discharged at the hearing.',
    endedAt: panel.clock.now(),
    endedBy: panel.people.police.memberId,
  })
  panel.done('chair', ending(panel, second, { on: '2026-11-27' }))
  expect(order(panel, second)?.endedOn).toBe('2026-11-27')
  expect(panel.refused('police', ending(panel, first))).toMatchObject({ code: 'already_done' })
})

test('it is not ended on a day to come, nor after the day on which it ended by itself, nor without a reason', () => {
  const panel = openPurePanel()
  const id = record(panel, 'police', { startsOn: '2026-11-01', endsOn: '2026-11-30' })
  for (const [field, value] of [
    ['on', '2026-12-03'],
    ['on', '2026-12-01'],
    ['reason', ''],
    ['as', 'weather'],
  ] as const)
    expect(panel.refused('police', ending(panel, id, { [field]: value })).fields).toMatchObject([{ field }])
  // That it was never so can be said at any time.
  panel.done('police', ending(panel, id, { as: 'recorded_wrongly', on: '2026-11-02' }))
  expect(order(panel, id)).toMatchObject({ endedAs: 'recorded_wrongly', endedOn: '2026-12-02' })
})

test.each([
  ['before its first day', { startsOn: '2026-12-03' }, 'to_begin'],
  ['on its first day', { startsOn: '2026-12-02' }, 'in_force'],
  ['on its last day', { endsOn: '2026-12-02' }, 'in_force'],
  ['after its last day', { endsOn: '2026-12-01' }, 'ended'],
  ['on the day it was ended', { endedAs: 'ended_early', endedOn: '2026-12-02' }, 'ended'],
  ['before the day it was ended', { endedAs: 'ended_early', endedOn: '2026-12-03' }, 'in_force'],
  [
    'ended before it began',
    { startsOn: '2026-12-09', endedAs: 'ended_early', endedOn: '2026-12-01' },
    'ended',
  ],
  ['recorded wrongly', { endedAs: 'recorded_wrongly', endedOn: '2026-12-02' }, 'recorded_wrongly'],
] as const)('%s, with %j, an order is %s', (_, some, stage) => {
  const one = { startsOn: '2026-11-01', endsOn: null, endedAs: null, endedOn: null, ...some }
  expect(courtOrderStage(one, '2026-12-02')).toBe(stage)
})
