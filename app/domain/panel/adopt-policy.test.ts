import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PolicyKey } from '../catalogues/policy-settings'
import { policyOf } from './policy'

// A policy is adopted in versions: what is typed for a setting is checked by its unit, and every refusal names the setting.

type Typed = Partial<Record<PolicyKey | 'shoeSize', string | readonly string[]>>
const adopting = (panel: PurePanel, values: Typed, reason = 'Agreed in November.') => ({
  kind: 'adoptPolicy',
  panelId: panel.panelId,
  values,
  reason,
})
const adopt = (values: Typed) => {
  const panel = openPurePanel()
  panel.done('chair', adopting(panel, values))
  return { panel, policy: policyOf(panel.things, panel.panelId) }
}
const refusedAt = (values: Typed) => {
  const panel = openPurePanel()
  return panel.refused('chair', adopting(panel, values)).fields?.map((one) => one.field)
}

test('a change is a new version with its reason, and what is not named stays', () => {
  const { panel, policy } = adopt({ noticeWorkingDays: '6' })
  expect([policy.noticeWorkingDays, policy.repeatMonths]).toEqual([6, 12])
  expect(panel.things.all('policy').filter((one) => one.panelId === panel.panelId)).toMatchObject([
    { version: 1 },
    {
      version: 2,
      reason: 'Agreed in November.',
      adoptedAt: panel.clock.now(),
      adoptedBy: panel.people.chair.memberId,
    },
  ])
  expect(panel.refused('chair', adopting(panel, { noticeWorkingDays: '6' }))).toMatchObject({
    code: 'already_done',
  })
  expect(panel.refused('chair', adopting(panel, { noticeWorkingDays: '7' }, '')).fields).toMatchObject([
    { field: 'reason' },
  ])
})

test.each<[string, Typed]>([
  ['no number', { noticeWorkingDays: 'soon' }],
  ['a number below its limits', { noticeWorkingDays: '-1' }],
  ['a number above its limits', { noticeWorkingDays: '61' }],
  ['half a number', { noticeWorkingDays: '6.5' }],
  ['a setting there is not', { shoeSize: '9' }],
  ['a list without a line', { returnReasons: ' \n ' }],
  ['too many lines', { returnReasons: Array.from({ length: 41 }, (_, n) => `Reason ${n}`) }],
  ['a line that is too long', { returnReasons: 'x'.repeat(201) }],
  ['a choice that is not offered', { quorumCounts: 'dice' }],
  ['an agency of nobody', { coreAgencyIds: ['none'] }],
  ['a day that is none', { daysNotCounted: 'Monday Closed' }],
  ['a day that is a slip of the keyboard', { daysNotCounted: '2926-12-03 Closed' }],
  ['a day twice', { daysNotCounted: '2026-12-03 Closed\n2026-12-03 Moved' }],
  ['a day with too long a name', { daysNotCounted: `2026-12-03 ${'x'.repeat(101)}` }],
  ['too many days', { daysNotCounted: Array.from({ length: 41 }, (_, n) => `20${n + 27}-12-03 Closed`) }],
  ['words that are too long', { usualPlace: 'x'.repeat(201) }],
])('%s is refused where it was typed', (_, values) => {
  expect(refusedAt(values)).toEqual([`values.${Object.keys(values)[0]}`])
})

test('what is typed is read by its unit: lines once each, days in their order, agencies of the panel, words trimmed', () => {
  const { policy } = adopt({
    returnReasons: 'No name\n\n No name \nNo date of birth',
    daysNotCounted: '2026-12-08 Proclaimed\n2026-12-03  Closed for the move',
    usualPlace: '  Room 3 ',
  })
  expect(policy.returnReasons).toEqual(['No name', 'No date of birth'])
  expect(policy.daysNotCounted).toEqual(['2026-12-03 Closed for the move', '2026-12-08 Proclaimed'])
  expect(policy.usualPlace).toBe('Room 3')
})

test('no day at all may be left out of the count', () => {
  const { panel } = adopt({ daysNotCounted: '2026-12-03 Closed' })
  panel.done('chair', adopting(panel, { daysNotCounted: '' }))
  expect(policyOf(panel.things, panel.panelId).daysNotCounted).toEqual([])
})

test('a case does not have to be closed before it may be', () => {
  expect(refusedAt({ closureFirstMonths: '12', closureLastMonths: '6' })).toEqual([
    'values.closureLastMonths',
  ])
  expect(adopt({ closureFirstMonths: '6', closureLastMonths: '6' }).policy.closureLastMonths).toBe(6)
})

test('a quorum that can never be reached is refused', () => {
  const panel = openPurePanel()
  const core = policyOf(panel.things, panel.panelId).coreAgencyIds
  const all = panel.things.all('agency').filter((one) => one.panelId === panel.panelId).length
  expect(refusedAt({ quorum: String(all + 1) })).toEqual(['values.quorum'])
  expect(adopt({ quorum: String(all) }).policy.quorum).toBe(all)
  expect(refusedAt({ quorum: '3', quorumCounts: 'core', coreAgencyIds: core.slice(0, 2) })).toHaveLength(1)
  expect(adopt({ quorum: '2', quorumCounts: 'core', coreAgencyIds: core.slice(0, 2) }).policy.quorum).toBe(2)
})
