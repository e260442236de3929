import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryWords } from '../../app/domain/meeting/entry-words'
import { allOf, meetingIn, policyAt, policyIn, viewOfThings } from '../../app/domain/meeting/room-view'
import { statementsAccepted } from '../../app/domain/minutes/statements-accepted'
import { policyOf, shownPolicy } from '../../app/domain/panel/policy'
import { policyKeys, settingOf } from '../../app/domain/catalogues/policy-settings'
import { settingsHistory } from '../../app/domain/panel/settings-history'
import type { VisibleByKind } from '../../app/domain/sight/sees'
import { loadPanel } from '../../db/things/load-panel'
import { commandsIn } from '../support/commands'
import { joinMeeting, openSmallMeeting, openSmallPanel, type TestPanel } from '../support/small-panel'
import { ofKind, roomView } from '../support/views'

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallMeeting()
})

afterEach(() => panel.close())

const adopt = (values: Record<string, string>, reason = 'Agreed at the business meeting.') => ({
  kind: 'adoptPolicy',
  panelId: panel.panelId,
  values,
  reason,
})
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
    expect(setting.label.length, key).toBeGreaterThan(3)
    if (setting.unit === 'lines') expect(setting.start.length, key).toBeGreaterThan(0)
    if (setting.unit === 'choice') expect(Object.keys(setting.options), key).toContain(setting.start)
    if ('min' in setting) expect(setting.start >= setting.min && setting.start <= setting.max, key).toBe(true)
  }
})

const settingsPage = async () => {
  const read = await panel.services.reads.policies(await panel.sessionFor('chair'), panel.panelId)
  if (!read.ok) throw new Error(read.code)
  return read
}
const agencyName = (id: string) => Object.entries(panel.agencies).find(([, one]) => one === id)?.[0] ?? id

test('a change makes a new version with its reason; what is not named stays', async () => {
  await panel.done(
    'chair',
    adopt({ noticeWorkingDays: '6', returnReasons: 'No name\n\n No name \nNo date of birth' }),
  )
  expect(await inForce()).toMatchObject({
    noticeWorkingDays: 6,
    returnReasons: ['No name', 'No date of birth'],
    repeatMonths: 12,
  })
  await panel.done('coordinator', adopt({ repeatMonths: '6' }, 'Local agreement.'))
  expect(await inForce()).toMatchObject({ noticeWorkingDays: 6, repeatMonths: 6 })
  const { policies } = await settingsPage()
  expect(policies.map(({ version, reason }) => [version, reason])).toEqual([
    [3, 'Local agreement.'],
    [2, 'Agreed at the business meeting.'],
    [1, 'As it came with the import.'],
  ])
})

test('a decision keeps the number of the policy it was made under', async () => {
  await panel.done('chair', adopt({ closureFirstMonths: '4' }))
  const commands = commandsIn(panel)
  const { created } = await panel.done('chair', commands.decision('A1'))
  await panel.done('chair', adopt({ closureFirstMonths: '5' }))
  const decision = (await roomView(panel, 'chair')).find(
    (thing) => thing.kind === 'decision' && thing.id === created.decision,
  )
  expect(decision).toMatchObject({ policyVersion: 2 })
})

test('a wrong value names its field and its limits, and changes nothing', async () => {
  expect(await refusedFor({ noticeWorkingDays: 'soon' })).toEqual({
    field: 'values.noticeWorkingDays',
    message: 'Notice of the agenda: give a whole number of working days from 0 to 60.',
  })
  expect(await refusedFor({ noticeWorkingDays: '-1' })).toMatchObject({ field: 'values.noticeWorkingDays' })
  expect(await refusedFor({ returnReasons: ' \n ' })).toMatchObject({ field: 'values.returnReasons' })
  expect(await refusedFor({ shoeSize: '9' })).toMatchObject({ field: 'values.shoeSize' })
  expect(await refusedFor({ closureFirstMonths: '12', closureLastMonths: '6' })).toMatchObject({
    field: 'values.closureLastMonths',
  })
  expect(await refusedFor({ noticeWorkingDays: '8' })).toBe('already_done')
  expect((await inForce()).noticeWorkingDays).toBe(8)
})

test('each setting says since which version it holds, and each version what it changed', async () => {
  await panel.done('chair', adopt({ quorum: '4' }))
  await panel.done('coordinator', adopt({ noticeWorkingDays: '6' }))
  const { policies, criteria } = await settingsPage()
  const shown = new Map(shownPolicy(policies, agencyName).map((setting) => [setting.key, setting]))
  expect(shown.get('quorum')).toMatchObject({ inWords: '4 agencies', status: 'local', since: { version: 2 } })
  expect(shown.get('noticeWorkingDays')).toMatchObject({
    inWords: '6 working days',
    status: 'local',
    since: { version: 3 },
  })
  expect(shown.get('repeatMonths')).toMatchObject({ status: 'national', since: null })
  const [third, second] = settingsHistory(policies, criteria, agencyName)
  expect(third).toMatchObject({
    title: 'Settings, version 3',
    by: panel.people.coordinator.memberId,
    changes: ['Notice of the agenda: 8 working days → 6 working days'],
  })
  expect(second).toMatchObject({
    title: 'Settings, version 2',
    by: panel.people.chair.memberId,
    changes: ['Quorum: 3 agencies → 4 agencies'],
  })
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

test('a meeting is planned at the usual place of the policy in force', async () => {
  await panel.done('coordinator', adopt({ usualPlace: 'The Old Library' }))
  const { created } = await panel.done('coordinator', {
    kind: 'planMeeting',
    panelId: panel.panelId,
    date: '2027-01-20',
    startsAt: '10:00',
    minutesPlanned: 90,
    venue: '',
  })
  const { meetings } = (await panel.services.reads.panel(await panel.sessionFor('chair'), panel.panelId)) as {
    meetings: { id: string; venue: string }[]
  }
  expect(meetings.find(({ id }) => id === created.meeting)).toMatchObject({ venue: 'The Old Library' })
})

test('core agencies alone count where the panel says so; a meeting keeps the version it was opened under', async () => {
  await panel.close()
  panel = await openSmallPanel()
  await panel.done(
    'chair',
    adopt({
      coreAgencyIds: [panel.agencies.police, panel.agencies.probation],
      quorumCounts: 'core',
      quorum: '2',
    } as never),
  )
  await joinMeeting(panel, 'chair', 'police', 'housing')
  const opening = { kind: 'openMeeting', meetingId: panel.meetingId }
  expect((await panel.refused('chair', opening)).fields?.[0]?.message).toContain('1 of the 2 core agencies')
  await joinMeeting(panel, 'probation')
  await panel.done('chair', opening)
  await panel.done('chair', adopt({ quorumCounts: 'any', quorum: '7' }))
  const view = viewOfThings(await roomView(panel, 'chair'))
  const meeting = meetingIn(view, panel.meetingId)
  expect(meeting).toMatchObject({ policyVersion: 2, inquorateReason: null })
  expect(policyAt(view, meeting?.policyVersion ?? null)).toMatchObject({ quorum: 2, quorumCounts: 'core' })
  expect(policyIn(view)).toMatchObject({ quorum: 7 })
})

test('each acceptance keeps the words that were accepted; whoever comes back after they changed accepts the new ones', async () => {
  const statementOf = async (who: 'police' | 'housing' | 'idva') => {
    const view = viewOfThings(await roomView(panel, 'chair'))
    const mine = allOf(view, 'attendance').find((one) => one.memberId === panel.people[who].memberId)
    return policyAt(view, mine?.acceptedVersion ?? null)?.confidentialityStatement
  }
  const first = await statementOf('police')
  expect(first).toContain('What is said here is confidential.')
  await panel.done('chair', adopt({ confidentialityStatement: 'The new words.' }))
  const comeBack = async (who: 'police' | 'idva') => {
    await panel.done(who, {
      kind: 'recordLeaving',
      meetingId: panel.meetingId,
      memberId: panel.people[who].memberId,
    })
    panel.clock.move({ minutes: 5 })
    await joinMeeting(panel, who)
  }
  await comeBack('police')
  expect([await statementOf('police'), await statementOf('housing')]).toEqual(['The new words.', first])
  await panel.done('chair', adopt({ noticeWorkingDays: '6' }))
  await comeBack('police')
  const accepted = allOf(viewOfThings(await roomView(panel, 'chair')), 'attendance').find(
    (one) => one.memberId === panel.people.police.memberId,
  )
  expect(accepted?.acceptedVersion).toBe(2)
  const minutes = await panel.services.reads.minutes(await panel.sessionFor('housing'), panel.meetingId)
  if (!minutes.ok) throw new Error(minutes.code)
  const statements = statementsAccepted(viewOfThings(minutes.view), { id: panel.meetingId })
  expect(statements.map(({ words }) => words)).toEqual([first, 'The new words.'])
  expect(statements[1]?.memberIds).toEqual([panel.people.police.memberId])
})

test('what was found under older criteria keeps its version and its wording, and who changed them is kept with the reason', async () => {
  const commands = commandsIn(panel)
  const { created } = await panel.done('police', commands.finding('A1'))
  panel.clock.move({ minutes: 1 })
  await panel.done('coordinator', {
    kind: 'changeCriteria',
    panelId: panel.panelId,
    labels: 'High risk, high harm\nNew ground',
    reason: 'Agreed in the steering group.',
  })
  const view = await roomView(panel, 'chair')
  const finding = view.find((one) => one.kind === 'finding' && one.id === created.finding)
  expect(finding).toMatchObject({ criteriaVersion: 1 })
  const words = entryWords(viewOfThings(view), finding as VisibleByKind['finding'])
  expect(words).not.toContain('New ground')
  const { policies, criteria } = await settingsPage()
  expect(settingsHistory(policies, criteria, agencyName)[0]).toMatchObject({
    title: 'Criteria, version 2',
    by: panel.people.coordinator.memberId,
    reason: 'Agreed in the steering group.',
  })
  const decided = await panel.done('chair', commands.decision('A2'))
  expect(
    (await roomView(panel, 'chair')).find(
      (one) => one.kind === 'decision' && one.id === decided.created.decision,
    ),
  ).toMatchObject({ criteriaVersion: 2 })
})

test('an agency is added, renamed, and made core or not by whoever keeps the panel; who and when is in the versions', async () => {
  const { created } = await panel.done('administrator', {
    kind: 'addAgency',
    panelId: panel.panelId,
    name: 'Night Shelter',
    agencyKind: 'voluntary_sector',
    core: 'yes',
  })
  const shelter = created.agency ?? ''
  expect((await inForce()).coreAgencyIds).toContain(shelter)
  const change = {
    kind: 'changeAgency',
    panelId: panel.panelId,
    agencyId: shelter,
    name: 'Night Shelter',
    agencyKind: 'voluntary_sector',
  }
  expect((await panel.refused('coordinator', { ...change, core: '' })).fields?.[0]?.field).toBe('reason')
  await panel.done('coordinator', { ...change, core: '', reason: 'They come when they are asked in.' })
  expect((await inForce()).coreAgencyIds).not.toContain(shelter)
  expect(
    (await panel.refused('coordinator', { ...change, name: 'police', core: '' })).fields?.[0]?.field,
  ).toBe('name')
  expect((await panel.refused('coordinator', { ...change, agencyId: panel.agencies.brookPolice })).code).toBe(
    'not_found',
  )
  const { policies, criteria, agencies } = await settingsPage()
  const named = (id: string) => agencies.find((agency) => agency.id === id)?.name ?? ''
  expect(settingsHistory(policies, criteria, named).slice(0, 2)).toMatchObject([
    {
      by: panel.people.coordinator.memberId,
      reason: 'They come when they are asked in.',
      changes: ['Core agencies: taken off Night Shelter'],
    },
    { by: panel.people.administrator.memberId, changes: ['Core agencies: added Night Shelter'] },
  ])
})

test('where only core agencies are asked for returns, others are asked when they are asked in by name', async () => {
  await panel.close()
  panel = await openSmallPanel()
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
  const asked = ofKind(await roomView(panel, 'coordinator'), 'agencyReturn').filter(
    (one) => one.dueOn !== null,
  )
  const of = (itemId: string) =>
    asked
      .filter((one) => one.itemId === itemId)
      .map((one) => agencyName(one.agencyId))
      .sort()
  expect([of(panel.items.A1), of(panel.items.A2)]).toEqual([['police'], ['housing', 'police']])
})
