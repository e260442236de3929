import { afterEach, beforeEach, expect, test } from 'vitest'
import { shownPolicy } from '../../app/domain/panel/policy'
import { settingsHistory } from '../../app/domain/panel/settings-history'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'
import { fileView, ofKind, roomView } from '../support/views'

// Days that one panel does not count: proclaimed since the program was made, or its agencies are closed. It is Wednesday,
// 2 December 2026, and the meeting of the panel is in session.

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallMeeting()
})
afterEach(() => panel.close())

const closed = '2026-12-03 Closed for the move\n2026-12-08 Proclaimed\n2026-12-14 Closed for the move'
const notCounting = (daysNotCounted: string, panelId = panel.panelId) => ({
  kind: 'adoptPolicy',
  panelId,
  values: { daysNotCounted },
  reason: 'Told at the business meeting.',
})
const minutesDue = async (who: PersonName, meetingId: string) => {
  const read = await panel.services.reads.minutes(await panel.sessionFor(who), meetingId)
  if (!read.ok) throw new Error(read.code)
  return read.due
}
const tellingDue = async () => ofKind((await fileView(panel, 'chair', 'A1')) ?? [], 'telling')[0]?.words?.due
const series = (panelId: string) => ({
  kind: 'setMeetingSeries',
  panelId,
  rhythm: 'every_weeks',
  everyWeeks: 4,
  startsOn: '2026-12-14',
  startsAt: '14:00',
  venue: '',
  minutesPlanned: 60,
  cutOffWorkingDays: 4,
  onBankHoliday: 'next_working_day',
})
/** Sets up a series and plans its first month: the days, each with its cut-off. */
const planned = async (who: PersonName, panelId: string) => {
  const { created } = await panel.done(who, series(panelId))
  const seriesId = created.meetingSeries
  await panel.done(who, { kind: 'planFromSeries', panelId, seriesId, months: 1 })
  const found = await panel.services.reads.panel(await panel.sessionFor(who), panelId)
  if (!found.ok) throw new Error(found.code)
  return found.meetings
    .filter((meeting) => meeting.seriesId === seriesId)
    .map(({ date, cutOffOn }) => [date, cutOffOn])
    .sort()
}

test('a day that a panel does not count moves what is due there, and nothing of another panel', async () => {
  const { meetingId, nextMeetingId, brookMeetingId } = panel
  await panel.done('chair', notCounting(closed))
  const commands = commandsIn(panel)
  const { created } = await panel.done(
    'police',
    commands.request('A1', panel.agencies.housing, 'His tenancy.'),
  )
  await panel.done('chair', commands.decision('A1'))
  await panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  await panel.done('chair', commands.close('Out of time.'))
  // She is told within one working day of the meeting, which closed on the 2nd: not on the 3rd.
  expect(await tellingDue()).toBe('2026-12-04')
  // The minutes, within five: the 4th, 7th, 9th, 10th and 11th.
  expect(await minutesDue('chair', meetingId)).toEqual({ what: 'approve', by: '2026-12-11' })
  await panel.done('chair', { kind: 'approveMinutes', meetingId })
  expect(await minutesDue('chair', meetingId)).toEqual({ what: 'distribute', by: '2026-12-21' })
  // An answer, three after it was chased on the 2nd.
  await panel.done('police', { kind: 'chaseRequest', meetingId, entryId: created.request, due: '' })
  expect(ofKind(await roomView(panel, 'police'), 'request')).toMatchObject([{ due: '2026-12-09' }])
  // The next meeting, on the 16th, has six clear days of notice where it would have nine; returns, two before it.
  const circulate = { kind: 'circulateAgenda', meetingId: nextMeetingId }
  expect((await panel.refused('coordinator', circulate)).fields).toEqual([
    {
      field: 'shortNoticeReason',
      message: expect.stringContaining('6 clear working days') as string,
    },
  ])
  await panel.done('coordinator', { ...circulate, shortNoticeReason: 'We close.' })
  expect(ofKind(await roomView(panel, 'housing', 'desk', nextMeetingId), 'circulation')).toMatchObject([
    { noticeDays: 6, returnsDueOn: '2026-12-11' },
  ])
  expect(await planned('coordinator', panel.panelId)).toEqual([
    ['2026-12-15', '2026-12-07'],
    ['2027-01-11', '2027-01-05'],
  ])

  // Brook has entered none.
  await panel.done('brookChair', { kind: 'acceptConfidentiality', meetingId: brookMeetingId })
  await panel.done('brookChair', {
    kind: 'openMeeting',
    meetingId: brookMeetingId,
    inquorateReason: 'Two of us.',
  })
  await panel.done('brookChair', { kind: 'closeMeeting', meetingId: brookMeetingId, reason: 'Done.' })
  expect(await minutesDue('brookChair', brookMeetingId)).toEqual({ what: 'approve', by: '2026-12-09' })
  await panel.done('brookChair', { kind: 'approveMinutes', meetingId: brookMeetingId })
  expect(await minutesDue('brookChair', brookMeetingId)).toEqual({ what: 'distribute', by: '2026-12-16' })
  expect(await planned('brookChair', panel.brookPanelId)).toEqual([
    ['2026-12-14', '2026-12-08'],
    ['2027-01-11', '2027-01-05'],
  ])
})

test('a day that is entered later moves what a clock makes due, and leaves what was given as a day', async () => {
  const commands = commandsIn(panel)
  await panel.done('chair', commands.decision('A1'))
  await panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  await panel.done('chair', commands.close('Out of time.'))
  expect([await tellingDue(), (await minutesDue('chair', panel.meetingId))?.by]).toEqual([
    '2026-12-03',
    '2026-12-09',
  ])
  await panel.done('chair', notCounting(closed))
  expect([await tellingDue(), (await minutesDue('chair', panel.meetingId))?.by]).toEqual([
    '2026-12-03',
    '2026-12-11',
  ])
  await panel.done('chair', notCounting(''))
  expect((await minutesDue('chair', panel.meetingId))?.by).toBe('2026-12-09')
})

test('nobody is reminded on a day that their panel does not count, and everybody on the day after', async () => {
  await panel.done('chair', commandsIn(panel).action('A1', 'Ring her.', { due: '2026-12-04' }))
  panel.clock.move({ days: 6 })
  const { home } = panel.services
  expect((await home.accountsWithSomethingDue(panel.panelId)).length).toBeGreaterThan(0)
  await panel.done('chair', notCounting(closed))
  expect(await home.accountsWithSomethingDue(panel.panelId)).toEqual([])
  panel.clock.move({ days: 1 })
  expect((await home.accountsWithSomethingDue(panel.panelId)).length).toBeGreaterThan(0)
})

test('a case is late by the days that the panel counts', async () => {
  const list = {
    kind: 'listCase',
    meetingId: panel.nextMeetingId,
    caseId: panel.cases.A5,
    itemKind: 'new',
    minutes: 8,
  }
  await panel.done('chair', {
    ...notCounting(''),
    values: { cutOffWorkingDays: '9', daysNotCounted: closed },
  })
  expect((await panel.refused('coordinator', list)).fields?.[0]?.field).toBe('lateReason')
  await panel.done('chair', notCounting(''))
  await panel.done('coordinator', list)
})

test('a line that is no date with a name is refused with what would be right, and nothing changes', async () => {
  const field = 'values.daysNotCounted'
  const label = 'Days the panel does not count'
  const refusedFor = async (days: string) => (await panel.refused('chair', notCounting(days))).fields?.[0]
  expect(await refusedFor('2027-06-03 Closed\nnext Friday')).toEqual({
    field,
    message: `${label}: “next Friday” is not a date and a name. Write the date with its year first, for example 2027-06-03 Closed for the move.`,
  })
  for (const line of [
    '2027-06-03',
    '2027-02-30 No such day',
    '3 June Closed',
    '1827-06-03 Long ago',
    'x'.repeat(3000),
  ])
    expect(await refusedFor(line)).toMatchObject({ field })
  expect(await refusedFor('2027-06-03 Closed\n3 June 2027: Closed again')).toEqual({
    field,
    message: `${label}: 3 June 2027 stands there twice. Keep one.`,
  })
  expect(await refusedFor(`2027-06-03 ${'x'.repeat(101)}`)).toMatchObject({ field })
  const many = Array.from(
    { length: 41 },
    (_, at) =>
      `2027-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + Math.floor(at / 12)).padStart(2, '0')} Closed`,
  )
  expect((await refusedFor(many.join('\n')))?.message).toContain('at most 40 days')
  const read = await panel.services.reads.policies(await panel.sessionFor('chair'), panel.panelId)
  expect(read).toMatchObject({ ok: true, policies: [{ version: 1 }] })
})

test('days are kept in order however they are written, shown in words, and each version says which came and went', async () => {
  await panel.done('chair', notCounting('14/12/2026: Closed for the move\n8 December 2026 – Proclaimed'))
  expect(
    (await panel.refused('chair', notCounting('2026-12-08 Proclaimed\n\n2026-12-14 Closed for the move')))
      .code,
  ).toBe('already_done')
  await panel.done('coordinator', notCounting('2026-12-08 Proclaimed'))
  const read = await panel.services.reads.policies(await panel.sessionFor('chair'), panel.panelId)
  if (!read.ok) throw new Error(read.code)
  const shown = shownPolicy(read.policies, (id) => id).find(({ key }) => key === 'daysNotCounted')
  expect(shown).toMatchObject({
    value: ['2026-12-08 Proclaimed'],
    lines: ['8 December 2026: Proclaimed'],
    source: 'Set by this panel',
    since: { version: 3 },
  })
  expect(
    settingsHistory(read.policies, read.criteria, (id) => id)
      .slice(0, 2)
      .map(({ changes }) => changes),
  ).toEqual([
    ['Days the panel does not count: taken off 14 December 2026: Closed for the move'],
    [
      'Days the panel does not count: added 8 December 2026: Proclaimed; 14 December 2026: Closed for the move',
    ],
  ])
})
