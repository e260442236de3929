import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryWords } from '../../app/domain/meeting/entry-words'
import { allOf, policyAt, viewOfThings } from '../../app/domain/meeting/room-view'
import { statementsAccepted } from '../../app/domain/minutes/statements-accepted'
import { policyOf, shownPolicy } from '../../app/domain/panel/policy'
import { settingsHistory } from '../../app/domain/panel/settings-history'
import type { VisibleByKind } from '../../app/domain/sight/sees'
import { loadPanel } from '../../db/things/load-panel'
import { commandsIn } from '../support/commands'
import { joinMeeting, openSmallMeeting, type TestPanel } from '../support/small-panel'
import { roomView } from '../support/views'

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
