import { afterEach, beforeEach, expect, test } from 'vitest'
import { changesNotCirculated, versionsIn } from '../../app/domain/agenda/circulation-in-view'
import { returnBoard } from '../../app/domain/returns/return-board'
import { viewOfThings } from '../../app/domain/meeting/room-view'
import { openPanel, type RulePanel } from './ground'
import { type PersonName } from '../support/small-panel-facts'
import { ofKind, thing } from '../support/views'

// Circulating the agenda of 16 December on 2 December: nine clear working days, where the policy asks for eight.

let panel: RulePanel
beforeEach(async () => {
  panel = await openPanel()
})
afterEach(() => panel.close())

const circulate = (more: object = {}) => ({
  kind: 'circulateAgenda',
  meetingId: panel.nextMeetingId,
  ...more,
})
const view = (who: PersonName) => panel.view(who, panel.nextMeetingId)
const chase = (agencyId: string) => ({ kind: 'chaseReturns', meetingId: panel.nextMeetingId, agencyId })
const list = (caseId: string, more: object = {}) => ({
  kind: 'listCase',
  meetingId: panel.nextMeetingId,
  caseId,
  itemKind: 'review',
  minutes: 6,
  ...more,
})
const today = '2026-12-02'

test('the agenda is frozen with its notice, and every agency is asked for its return on every case', async () => {
  await panel.done('coordinator', circulate())
  const [version] = ofKind(await view('housing'), 'circulation')
  expect(version).toMatchObject({
    version: 1,
    circulatedOn: today,
    noticeDays: 9,
    noticeAsked: 8,
    shortNoticeReason: null,
    returnsDueOn: '2026-12-14',
    told: 12,
  })
  expect(version?.lines.map((line) => line.itemId)).toEqual([panel.nextItem])
  const returns = ofKind(await view('housing'), 'agencyReturn')
  expect(returns).toHaveLength(7)
  for (const one of returns) expect(one).toMatchObject({ state: 'awaited', dueOn: '2026-12-14' })
  expect(thing(await view('housing'), 'meeting', panel.nextMeetingId)?.agendaCirculatedOn).toBe(today)
})

test('less notice than the policy asks for needs a reason, which stands with the version', async () => {
  panel.clock.move({ minutes: 60 * 24 * 5 })
  const refused = await panel.refused('coordinator', circulate())
  expect(refused.fields?.[0]).toMatchObject({
    field: 'shortNoticeReason',
    message: expect.stringContaining('6 clear working days'),
  })
  await panel.done('coordinator', circulate({ shortNoticeReason: 'The office was closed.' }))
  expect(ofKind(await view('housing'), 'circulation')[0]).toMatchObject({
    noticeDays: 6,
    shortNoticeReason: 'The office was closed.',
  })
})

test('a day for returns may be said in words, and not after the meeting', async () => {
  expect(
    (await panel.refused('coordinator', circulate({ returnsDue: 'in 4 weeks' }))).fields?.[0]?.field,
  ).toBe('returnsDue')
  await panel.done('coordinator', circulate({ returnsDue: 'in 1 week' }))
  expect(ofKind(await view('housing'), 'agencyReturn')[0]?.dueOn).toBe('2026-12-09')
})

test('the next version says what changed, asks for what is new, and moves no day that was given before', async () => {
  await panel.done('coordinator', circulate({ returnsDue: 'in 1 week' }))
  await panel.done('housing', {
    kind: 'giveReturns',
    meetingId: panel.nextMeetingId,
    returns: { [panel.nextItem]: { holding: 'known_now' } },
  })
  expect((await panel.refused('coordinator', circulate())).code).toBe('already_done')
  expect((await panel.refused('coordinator', list(panel.cases.A2))).fields?.[0]?.field).toBe('lateReason')
  const { created } = await panel.done('coordinator', list(panel.cases.A2, { lateReason: 'A new arrest.' }))
  const before = viewOfThings(await view('chair'))
  expect(changesNotCirculated(before, panel.nextMeetingId)).toMatchObject({
    added: [created.item],
    removed: [],
    moved: [],
  })
  await panel.done('coordinator', circulate({ returnsDue: 'in 10 days' }))
  const after = viewOfThings(await view('chair'))
  expect(changesNotCirculated(after, panel.nextMeetingId)).toBeNull()
  expect(versionsIn(after, panel.nextMeetingId).map((one) => one.changes?.added)).toEqual([
    undefined,
    [created.item],
  ])
  const dueOn = (item: string) =>
    thing([...(after.agencyReturn?.values() ?? [])], 'agencyReturn', `${item}~${panel.agencies.housing}`)
  expect(dueOn(panel.nextItem)).toMatchObject({ dueOn: '2026-12-09', state: 'returned' })
  expect(dueOn(created.item ?? '')).toMatchObject({ dueOn: '2026-12-12', state: 'awaited' })
})

test('an agency that is not in for an item is not asked about it, and reads of it as another item', async () => {
  await panel.done('coordinator', {
    kind: 'inviteToItem',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    agencyIds: [panel.agencies.police],
  })
  await panel.done('coordinator', circulate())
  expect(ofKind(await view('chair'), 'agencyReturn').map((one) => one.agencyId)).toEqual([
    panel.agencies.police,
  ])
  expect(ofKind(await view('housing'), 'circulation')[0]?.lines).toEqual([
    { itemId: panel.nextItem, minutes: 7, kind: null, lane: 'discuss', presenterId: null },
  ])
})

test('an empty agenda, and one whose meeting has opened, are not circulated', async () => {
  const meeting = await panel.done('coordinator', {
    kind: 'planMeeting',
    panelId: panel.panelId,
    date: '2027-01-13',
    startsAt: '10:00',
    minutesPlanned: 60,
  })
  expect(
    (await panel.refused('coordinator', { kind: 'circulateAgenda', meetingId: meeting.created.meeting }))
      .code,
  ).toBe('wrong_moment')
})

test('a case that comes after the cut-off needs a reason even before the agenda has gone out', async () => {
  panel.clock.move({ minutes: 60 * 24 })
  const refused = await panel.refused('coordinator', list(panel.cases.A2))
  expect(refused.fields?.[0]).toMatchObject({
    field: 'lateReason',
    message: expect.stringContaining('cut-off'),
  })
})

test('the board says who is late by the clock, and chasing asks for what is owed and is on record', async () => {
  await panel.done('coordinator', circulate({ returnsDue: 'in 1 week' }))
  await panel.done('housing', {
    kind: 'giveReturns',
    meetingId: panel.nextMeetingId,
    returns: {},
    rest: true,
  })
  const row = async (day: string, agencyId: string) =>
    returnBoard(viewOfThings(await view('coordinator')), panel.nextMeetingId, day).rows.find(
      (one) => one.agencyId === agencyId,
    )
  expect(await row(today, panel.agencies.police)).toMatchObject({
    cells: ['awaited'],
    outstanding: 1,
    overdue: 0,
  })
  expect(await row('2026-12-10', panel.agencies.police)).toMatchObject({
    cells: ['overdue'],
    outstanding: 1,
    overdue: 1,
  })
  expect(await row('2026-12-10', panel.agencies.housing)).toMatchObject({
    cells: ['nothing_held'],
    outstanding: 0,
  })
  expect((await panel.refused('coordinator', chase(panel.agencies.housing))).code).toBe('already_done')
  await panel.done('coordinator', chase(panel.agencies.police))
  expect(await row(today, panel.agencies.police)).toMatchObject({ timesChased: 1 })
  expect((await panel.refused('chair', chase(panel.agencies.police))).message).toContain('today already')
  panel.clock.move({ minutes: 60 * 24 })
  await panel.done('chair', chase(panel.agencies.police))
  expect(await row(today, panel.agencies.police)).toMatchObject({ timesChased: 2 })
  // Another agency is not told how often this one was asked.
  expect(
    thing(await view('housing'), 'agencyReturn', `${panel.nextItem}~${panel.agencies.police}`),
  ).toMatchObject({ timesChased: 0, chasedAt: null })
  expect((await panel.refused('coordinator', chase(panel.agencies.brookPolice))).code).toBe('not_found')
})
