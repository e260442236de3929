import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { startingMatrix } from '../catalogues/scoring-matrix'
import { latestMatrix } from './scoring'

// Points may never fall where an incident is more recent or graver, or where there are more of them.

type Fields = Record<string, unknown>
const row = (at: string, points: string) => ({ at, points })
const adopting = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'adoptScoringMatrix',
  panelId: panel.panelId,
  windowMonths: '12',
  victimMonths: '36',
  recency: { 0: row('60', '5'), 1: row('', ''), 2: row('30', '7') },
  frequency: { 0: row('2', '1'), 1: row('5', '4') },
  victims: { 0: row('2', '3') },
  gravity: { control: '1', threat: '2', violence: '3', serious_violence: '9' },
  reason: 'Agreed in November.',
  ...fields,
})
const refusedAt = (panel: PurePanel, fields: Fields) =>
  panel.refused('chair', adopting(panel, fields)).fields?.map((one) => one.field)
const inForce = (panel: PurePanel) => latestMatrix(panel.things.all('scoringMatrix'))

test('adopted whole, as a new version with its reason, its rows in their order and blank ones left out', () => {
  const panel = openPurePanel()
  panel.done('chair', adopting(panel))
  expect(inForce(panel)).toMatchObject({
    version: 1,
    reason: 'Agreed in November.',
    adoptedAt: panel.clock.now(),
    adoptedBy: panel.people.chair.memberId,
    values: {
      windowMonths: 12,
      victimMonths: 36,
      recency: [
        { days: 30, points: 7 },
        { days: 60, points: 5 },
      ],
      frequency: [
        { count: 2, points: 1 },
        { count: 5, points: 4 },
      ],
      victims: [{ count: 2, points: 3 }],
      gravity: { control: 1, threat: 2, violence: 3, serious_violence: 9 },
    },
  })
  expect(panel.refused('chair', adopting(panel))).toMatchObject({ code: 'already_done' })
  panel.done('chair', adopting(panel, { windowMonths: '24' }))
  expect(inForce(panel).version).toBe(2)
})

test('until one is adopted the starting values hold', () => {
  expect(inForce(openPurePanel())).toMatchObject({ version: 0, values: startingMatrix })
})

test.each([
  ['recency.1.points', { recency: { 0: row('30', '3'), 1: row('60', '4') } }],
  ['frequency.1.points', { frequency: { 0: row('2', '3'), 1: row('4', '2') } }],
  ['victims.1.points', { victims: { 0: row('2', '3'), 1: row('4', '2') } }],
  ['gravity.violence', { gravity: { control: '1', threat: '4', violence: '3', serious_violence: '9' } }],
])('%s may not be less for more', (field, fields) => {
  expect(refusedAt(openPurePanel(), fields)).toEqual([field])
})

test.each([
  ['recency.0.at', { recency: { 0: row('0', '3') } }],
  ['recency.0.at', { recency: { 0: row('soon', '3') } }],
  ['recency.0.at', { recency: { 0: row('', '3') } }],
  ['recency.0.points', { recency: { 0: row('30', '') } }],
  ['recency.0.points', { recency: { 0: row('30', '101') } }],
  ['frequency.1.at', { frequency: { 0: row('2', '3'), 1: row('2', '4') } }],
  ['gravity.threat', { gravity: { control: '1', threat: '', violence: '3', serious_violence: '9' } }],
  ['gravity.control', { gravity: { control: '101', threat: '2', violence: '3', serious_violence: '9' } }],
  ['windowMonths', { windowMonths: '0' }],
  ['victimMonths', { victimMonths: '121' }],
  ['reason', { reason: '' }],
])('%s is refused where it stands: %j', (field, fields) => {
  expect(refusedAt(openPurePanel(), fields)).toEqual([field])
})

test('the same points for more are allowed, and no points at all', () => {
  const panel = openPurePanel()
  const same = { 0: row('30', '3'), 1: row('60', '3') }
  panel.done('chair', adopting(panel, { recency: same, frequency: same, victims: {} }))
  expect(inForce(panel).values.victims).toEqual([])
})
