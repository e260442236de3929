import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingIn, policyAt, policyIn, viewOfThings } from '../../app/domain/meeting/room-view'
import { policyKeys, settingOf } from '../../app/domain/catalogues/policy-settings'
import { commandsIn } from '../support/commands'
import { join, openMeeting, openPanel, type RulePanel } from './ground'
import { ofKind } from '../support/views'

let panel: RulePanel
beforeEach(async () => {
  panel = await openMeeting()
})

afterEach(() => panel.close())

const adopt = (values: Record<string, string>, reason = 'Agreed at the business meeting.') => ({
  kind: 'adoptPolicy',
  panelId: panel.panelId,
  values,
  reason,
})
const refusedFor = async (values: Record<string, string>) => {
  const refusal = await panel.refused('chair', adopt(values))
  return refusal.fields?.[0] ?? refusal.code
}

const agencyName = (id: string) => Object.entries(panel.agencies).find(([, one]) => one === id)?.[0] ?? id

test('every setting has a starting value within its own limits, and a source', () => {
  for (const key of policyKeys) {
    const setting = settingOf(key)
    expect(setting.source.length, key).toBeGreaterThan(10)
    expect(setting.label.length, key).toBeGreaterThan(3)
    if (setting.unit === 'lines') expect(setting.start.length, key).toBeGreaterThan(0)
    if (setting.unit === 'choice') expect(Object.keys(setting.options), key).toContain(setting.start)
    if ('min' in setting) expect(setting.start >= setting.min && setting.start <= setting.max, key).toBe(true)
  }
})

test('a decision keeps the number of the policy it was made under', async () => {
  await panel.done('chair', adopt({ closureFirstMonths: '4' }))
  const commands = commandsIn(panel)
  const { created } = await panel.done('chair', commands.decision('A1'))
  await panel.done('chair', adopt({ closureFirstMonths: '5' }))
  const decision = (await panel.view('chair')).find(
    (thing) => thing.kind === 'decision' && thing.id === created.decision,
  )
  expect(decision).toMatchObject({ policyVersion: 2 })
})

test('a quorum that can never be reached is refused', async () => {
  expect(await refusedFor({ quorum: '8' })).toEqual({
    field: 'values.quorum',
    message: 'Quorum: only 7 agencies sit on this panel, so 8 can never be reached.',
  })
  const core = { coreAgencyIds: [panel.agencies.police, panel.agencies.housing], quorumCounts: 'core' }
  expect(await refusedFor({ ...core, quorum: '3' } as never)).toMatchObject({ field: 'values.quorum' })
  await panel.done('chair', adopt({ ...core, quorum: '2' } as never))
})

test('agencies of another panel, a choice that is not offered and an empty statement are refused', async () => {
  expect(await refusedFor({ coreAgencyIds: [panel.agencies.brookPolice] } as never)).toMatchObject({
    field: 'values.coreAgencyIds',
  })
  expect(await refusedFor({ quorumCounts: 'nobody' })).toMatchObject({ field: 'values.quorumCounts' })
  expect(await refusedFor({ confidentialityStatement: ' ' })).toMatchObject({
    field: 'values.confidentialityStatement',
  })
  expect(await refusedFor({ usualTime: 'ten' })).toMatchObject({ field: 'values.usualTime' })
  expect((await panel.refused('chair', adopt({ usualTime: '10:00', usualPlace: '' }))).code).toBe(
    'already_done',
  )
})

test('core agencies alone count where the panel says so; a meeting keeps the version it was opened under', async () => {
  await panel.close()
  panel = await openPanel()
  await panel.done(
    'chair',
    adopt({
      coreAgencyIds: [panel.agencies.police, panel.agencies.probation],
      quorumCounts: 'core',
      quorum: '2',
    } as never),
  )
  await join(panel, 'chair', 'police', 'housing')
  const opening = { kind: 'openMeeting', meetingId: panel.meetingId }
  expect((await panel.refused('chair', opening)).fields?.[0]?.message).toContain('1 of the 2 core agencies')
  await join(panel, 'probation')
  await panel.done('chair', opening)
  await panel.done('chair', adopt({ quorumCounts: 'any', quorum: '7' }))
  const view = viewOfThings(await panel.view('chair'))
  const meeting = meetingIn(view, panel.meetingId)
  expect(meeting).toMatchObject({ policyVersion: 2, inquorateReason: null })
  expect(policyAt(view, meeting?.policyVersion ?? null)).toMatchObject({ quorum: 2, quorumCounts: 'core' })
  expect(policyIn(view)).toMatchObject({ quorum: 7 })
})

test('where only core agencies are asked for returns, others are asked when they are asked in by name', async () => {
  await panel.close()
  panel = await openPanel()
  await panel.done(
    'chair',
    adopt({ coreAgencyIds: [panel.agencies.police], returnsAskedOf: 'core', quorum: '1' } as never),
  )
  await panel.done('coordinator', {
    kind: 'inviteToItem',
    meetingId: panel.meetingId,
    itemId: panel.items.A2,
    agencyIds: [panel.agencies.housing, panel.agencies.police],
  })
  await panel.done('coordinator', {
    kind: 'circulateAgenda',
    meetingId: panel.meetingId,
    shortNoticeReason: 'Late.',
  })
  const asked = ofKind(await panel.view('coordinator'), 'agencyReturn').filter((one) => one.dueOn !== null)
  const of = (itemId: string) =>
    asked
      .filter((one) => one.itemId === itemId)
      .map((one) => agencyName(one.agencyId))
      .sort()
  expect([of(panel.items.A1), of(panel.items.A2)]).toEqual([['police'], ['housing', 'police']])
})
