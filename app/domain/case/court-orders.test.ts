import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'
import { courtOrderStage } from './court-orders'

// Today is Wednesday 2 December 2026.

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
const shows = (panel: PurePanel, who: PersonName, id: string) =>
  panel.view(who).some(({ ref }) => ref === `courtOrder:${id}`)

test('an order stands in the lane of whoever recorded it, with its terms, its days and who enforces it', () => {
  const panel = openPurePanel()
  const id = record(panel, 'housing', { endsOn: '2027-12-01', whoEnforces: 'The court’s own officer' })
  expect(order(panel, id)).toEqual({
    id,
    panelId: panel.panelId,
    caseId: panel.cases.A1,
    agencyId: panel.agencies.housing,
    recordedBy: panel.people.housing.memberId,
    recordedAt: panel.clock.now(),
    orderKind: 'non_molestation',
    terms: 'Not to go near her.',
    startsOn: '2026-12-01',
    endsOn: '2027-12-01',
    whoEnforces: 'The court’s own officer',
    invitedAgencyIds: null,
    endedAs: null,
    endedOn: null,
    endedReason: null,
    endedAt: null,
    endedBy: null,
  })
  for (const who of ['chair', 'idva', 'socialCare', 'observer'] as const)
    expect(shows(panel, who, id)).toBe(true)
})

test('what is missing or cannot be is refused by its field', () => {
  const panel = openPurePanel()
  for (const [field, value] of [
    ['orderKind', 'weather'],
    ['terms', ' '],
    ['startsOn', 'soon'],
    ['startsOn', ''],
    ['endsOn', '2026-11-30'],
    ['agencyId', panel.agencies.housing],
  ] as const)
    expect(panel.refused('police', recording(panel, { [field]: value })).fields).toMatchObject([
      { field: `fields.${field}` },
    ])
  // An order of one day.
  expect(order(panel, record(panel, 'police', { endsOn: '2026-12-01' }))?.endsOn).toBe('2026-12-01')
})

test('whoever runs the panel records for any agency of it', () => {
  const panel = openPurePanel()
  const id = record(panel, 'coordinator', { agencyId: panel.agencies.probation })
  expect(order(panel, id)?.agencyId).toBe(panel.agencies.probation)
})

test('a case that is another panel’s, or that one is out of, is not there', () => {
  const panel = openPureMeeting()
  const id = record(panel, 'housing')
  panel.done('housing', commandsIn(panel).conflict('A1'))
  for (const sent of [recording(panel), ending(panel, id), recording(panel, {}, panel.cases.B1)])
    expect(panel.refused('housing', sent)).toMatchObject({ code: 'not_found' })
  expect(shows(panel, 'housing', id)).toBe(false)
})

test('recorded while the case is before a few agencies only, it stays with them', () => {
  const panel = openPureMeeting()
  panel.done('chair', commandsIn(panel).invite('A1', panel.agencies.police, panel.agencies.justiceCentre))
  const id = record(panel, 'police')
  panel.done('chair', commandsIn(panel).inviteEveryone('A1'))
  expect(shows(panel, 'chair', id)).toBe(true)
  expect(shows(panel, 'housing', id)).toBe(false)
  expect(panel.refused('housing', ending(panel, id))).toMatchObject({ code: 'not_found' })
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

test('its agency ends it, or whoever runs the panel; on another case there is no such order', () => {
  const panel = openPurePanel()
  const id = record(panel, 'police')
  expect(panel.refused('housing', ending(panel, id))).toMatchObject({ code: 'not_allowed' })
  const elsewhere = { caseId: panel.cases.A2 }
  expect(panel.refused('police', ending(panel, id, elsewhere))).toMatchObject({ code: 'not_found' })
  panel.done('coordinator', ending(panel, id))
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
