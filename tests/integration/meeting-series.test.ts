import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'

// A series planned ahead on 2 December 2026, for a panel that meets on the 2nd and the 16th already.

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallPanel()
})
afterEach(() => panel.close())

const series = (more: object = {}) => ({
  kind: 'setMeetingSeries',
  panelId: panel.panelId,
  rhythm: 'every_weeks',
  everyWeeks: 2,
  startsOn: '2026-12-16',
  startsAt: '10:00',
  venue: '',
  minutesPlanned: 120,
  cutOffWorkingDays: 5,
  onBankHoliday: 'next_working_day',
  ...more,
})
const plan = (seriesId: string | undefined, months = 3) => ({
  kind: 'planFromSeries',
  panelId: panel.panelId,
  seriesId,
  months,
})
const read = async (who: PersonName = 'housing') => {
  const found = await panel.services.reads.panel(await panel.sessionFor(who), panel.panelId)
  if (!found.ok) throw new Error(found.code)
  return found
}
const days = async () => (await read()).meetings.map((meeting) => meeting.date).sort()

test('one press plans the days ahead with their cut-off, leaves a day on which the panel meets, and plans none twice', async () => {
  const { created } = await panel.done('coordinator', series())
  await panel.done('chair', plan(created.meetingSeries, 2))
  expect(await days()).toEqual([
    '2026-12-02',
    '2026-12-16',
    '2026-12-30',
    '2027-01-13',
    '2027-01-27',
    '2027-02-10',
  ])
  const january = (await read()).meetings.find((meeting) => meeting.date === '2027-01-13')
  expect(january).toMatchObject({
    startsAt: '10:00',
    cutOffOn: '2027-01-06',
    seriesId: created.meetingSeries,
    status: 'planned',
  })
  expect((await panel.refused('chair', plan(created.meetingSeries, 2))).code).toBe('already_done')
  panel.clock.move({ minutes: 60 * 24 * 30 })
  await panel.done('chair', plan(created.meetingSeries, 2))
  expect((await days()).slice(-2)).toEqual(['2027-02-10', '2027-02-24'])
})

test('a meeting on a bank holiday is planned where the series says, and not again on its usual day', async () => {
  const { created } = await panel.done('coordinator', series({ startsOn: '2027-03-26', everyWeeks: 4 }))
  await panel.done('chair', plan(created.meetingSeries, 1))
  expect((await days()).slice(-2)).toEqual(['2027-03-30', '2027-04-23'])
  expect((await panel.refused('chair', plan(created.meetingSeries, 1))).code).toBe('already_done')
})

test('the cut-off of the series is what makes a case late, whatever the policy says', async () => {
  const { created } = await panel.done(
    'coordinator',
    series({ startsOn: '2026-12-14', cutOffWorkingDays: 9 }),
  )
  await panel.done('chair', plan(created.meetingSeries, 1))
  const meeting = (await read()).meetings.find((one) => one.date === '2026-12-14')
  // Nine working days before 14 December is 1 December: yesterday.
  expect(meeting?.cutOffOn).toBe('2026-12-01')
  const listing = {
    kind: 'listCase',
    meetingId: meeting?.id,
    caseId: panel.cases.A5,
    itemKind: 'new',
    minutes: 8,
  }
  expect((await panel.refused('coordinator', listing)).fields?.[0]?.field).toBe('lateReason')
  await panel.done('coordinator', { ...listing, lateReason: 'Referred yesterday.' })
})

test('a series that has ended plans nothing more, and what was planned stays', async () => {
  const { created } = await panel.done('coordinator', series())
  await panel.done('coordinator', plan(created.meetingSeries, 1))
  const before = await days()
  await panel.done('coordinator', {
    kind: 'endMeetingSeries',
    panelId: panel.panelId,
    seriesId: created.meetingSeries,
    reason: 'Weekly from January.',
  })
  expect((await panel.refused('coordinator', plan(created.meetingSeries, 3))).code).toBe('already_done')
  expect(await days()).toEqual(before)
})

test('a first day in the past or on a weekend is refused at its field', async () => {
  for (const startsOn of ['2026-12-01', '2026-12-19']) {
    expect((await panel.refused('coordinator', series({ startsOn }))).fields?.[0]?.field).toBe('startsOn')
  }
})

test('another area has no such series', async () => {
  const { created } = await panel.done('coordinator', series())
  expect(
    (await panel.refused('brookChair', { ...plan(created.meetingSeries), panelId: panel.brookPanelId })).code,
  ).toBe('not_found')
  expect((await read('housing')).series).toHaveLength(1)
  expect((await read('administrator')).series).toEqual([])
})
