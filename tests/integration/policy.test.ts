import { beforeEach, expect, test } from 'vitest'
import { policyOf } from '../../app/domain/panel/policy'
import { policyKeys, settingOf } from '../../app/domain/panel/policy-settings'
import { loadPanel } from '../../db/things/load-things'
import { ordersIn } from '../support/orders'
import { openSmallMeeting, type TestPanel } from '../support/small-panel'
import { roomView } from '../support/views'

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallMeeting()
})

const adopt = (values: Record<string, string>, reason = 'Agreed at the business meeting.') => ({ kind: 'adoptPolicy', panelId: panel.panelId, values, reason })
const inForce = async () => {
  const things = await panel.services.store.snapshot((tx) => loadPanel(tx, panel.panelId))
  if (!things) throw new Error('There is no panel.')
  return policyOf(things, panel.panelId)
}
const refusedFor = async (values: Record<string, string>) => {
  const refusal = await panel.refused('chair', adopt(values))
  return refusal.fields?.[0] ?? refusal.code
}

test('every setting has a starting value within its own limits, and a source', () => {
  for (const key of policyKeys) {
    const setting = settingOf(key)
    expect(setting.source.length, key).toBeGreaterThan(10)
    if (setting.unit === 'lines') expect(setting.start.length, key).toBeGreaterThan(0)
    else expect(setting.start >= setting.min && setting.start <= setting.max, key).toBe(true)
  }
})

test('a change makes a new version with its reason; what is not named stays', async () => {
  await panel.done('chair', adopt({ noticeWorkingDays: '6', returnReasons: 'No name\n\n No name \nNo date of birth' }))
  expect(await inForce()).toMatchObject({ noticeWorkingDays: 6, returnReasons: ['No name', 'No date of birth'], repeatMonths: 12 })
  await panel.done('coordinator', adopt({ repeatMonths: '6' }, 'Local agreement.'))
  expect(await inForce()).toMatchObject({ noticeWorkingDays: 6, repeatMonths: 6 })
  const versions = await panel.services.store.read.$count((await import('../../db/schema')).policies)
  expect(versions).toBe(2)
})

test('a decision keeps the number of the policy it was made under', async () => {
  await panel.done('chair', adopt({ closureFirstMonths: '4' }))
  const orders = ordersIn(panel)
  const { created } = await panel.done('chair', orders.decision('A1'))
  await panel.done('chair', adopt({ closureFirstMonths: '5' }))
  const decision = (await roomView(panel, 'chair')).find((thing) => thing.kind === 'decision' && thing.id === created.decision)
  expect(decision).toMatchObject({ policyVersion: 1 })
})

test('a wrong value names its field and its limits, and changes nothing', async () => {
  expect(await refusedFor({ noticeWorkingDays: 'soon' })).toEqual({ field: 'values.noticeWorkingDays', message: 'Notice of the agenda: give a whole number of working days from 0 to 60.' })
  expect(await refusedFor({ noticeWorkingDays: '-1' })).toMatchObject({ field: 'values.noticeWorkingDays' })
  expect(await refusedFor({ returnReasons: ' \n ' })).toMatchObject({ field: 'values.returnReasons' })
  expect(await refusedFor({ shoeSize: '9' })).toMatchObject({ field: 'values.shoeSize' })
  expect(await refusedFor({ closureFirstMonths: '12', closureLastMonths: '6' })).toMatchObject({ field: 'values.closureLastMonths' })
  expect(await refusedFor({ noticeWorkingDays: '8' })).toBe('already_done')
  expect((await inForce()).noticeWorkingDays).toBe(8)
})
