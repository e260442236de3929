import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'

// Today is Wednesday 2 December 2026; the panel meets on that day and on the 16th.

type Fields = Record<string, unknown>
const planning = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'planMeeting',
  panelId: panel.panelId,
  date: '2026-12-30',
  startsAt: '14:30',
  minutesPlanned: '60',
  ...fields,
})
const series = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'setMeetingSeries',
  panelId: panel.panelId,
  rhythm: 'every_weeks',
  everyWeeks: 2,
  startsOn: '2026-12-16',
  startsAt: '10:00',
  minutesPlanned: 120,
  cutOffWorkingDays: 5,
  onBankHoliday: 'skip',
  ...fields,
})
const set = (panel: PurePanel, fields: Fields = {}) =>
  panel.done('coordinator', series(panel, fields)).created['meetingSeries'] ?? ''
const fromSeries = (panel: PurePanel, seriesId: string, months: number | string = 3) => ({
  kind: 'planFromSeries',
  panelId: panel.panelId,
  seriesId,
  months,
})
const ending = (panel: PurePanel, seriesId: string) => ({
  kind: 'endMeetingSeries',
  panelId: panel.panelId,
  seriesId,
  reason: 'A new rhythm.',
})
const meetings = (panel: PurePanel) =>
  panel.things.all('meeting').filter((one) => one.panelId === panel.panelId)
const days = (panel: PurePanel) =>
  meetings(panel)
    .map((one) => one.date)
    .sort()

test('a meeting is planned on a day of its own, that is not past, with nothing on its agenda', () => {
  const panel = openPurePanel()
  const { meeting } = panel.done('coordinator', planning(panel)).created
  expect(panel.things.get('meeting', meeting)).toMatchObject({
    panelId: panel.panelId,
    ref: 'Ashford Panel 2026-12-30',
    date: '2026-12-30',
    startsAt: '14:30',
    minutesPlanned: 60,
    cutOffOn: null,
    seriesId: null,
    status: 'planned',
    openedAt: null,
    chairId: null,
    itemId: null,
    trail: [],
  })
  for (const date of ['2026-12-01', '2026-12-16', 'soon'])
    expect(panel.refused('coordinator', planning(panel, { date })).fields).toMatchObject([{ field: 'date' }])
  // Another panel's days are its own.
  panel.done('brookChair', planning(panel, { panelId: panel.brookPanelId, date: '2026-12-16' }))
})

test.each([
  ['startsAt', '25:00'],
  ['minutesPlanned', '14'],
  ['minutesPlanned', '481'],
])('a meeting of %s %s is refused', (field, value) => {
  const panel = openPurePanel()
  expect(panel.refused('coordinator', planning(panel, { [field]: value })).fields).toMatchObject([{ field }])
})

test('without a place of its own it is at the panel’s usual place', () => {
  const panel = openPurePanel()
  panel.done('chair', {
    kind: 'adoptPolicy',
    panelId: panel.panelId,
    values: { usualPlace: 'Room 3' },
    reason: 'Agreed.',
  })
  const venue = (fields: Fields) =>
    panel.things.get('meeting', panel.done('chair', planning(panel, fields)).created['meeting'])?.venue
  expect(venue({})).toBe('Room 3')
  expect(venue({ date: '2026-12-29', venue: 'The library' })).toBe('The library')
})

test('a series is planned ahead at one press, each meeting with its cut-off, and none twice', () => {
  const panel = openPurePanel()
  const seriesId = set(panel)
  expect(panel.things.get('meetingSeries', seriesId)).toMatchObject({
    panelId: panel.panelId,
    weekday: 3,
    setAt: panel.clock.now(),
    setBy: panel.people.coordinator.memberId,
    endedOn: null,
  })
  panel.done('coordinator', fromSeries(panel, seriesId, 2))
  // The 16th was planned already.
  expect(days(panel)).toEqual([
    '2026-12-02',
    '2026-12-16',
    '2026-12-30',
    '2027-01-13',
    '2027-01-27',
    '2027-02-10',
  ])
  expect(meetings(panel).find((one) => one.date === '2026-12-30')).toMatchObject({
    cutOffOn: '2026-12-21',
    seriesId,
    seriesDay: '2026-12-30',
    startsAt: '10:00',
  })
  expect(panel.refused('coordinator', fromSeries(panel, seriesId, 2))).toMatchObject({ code: 'already_done' })
  panel.done('coordinator', fromSeries(panel, seriesId, 3))
  expect(days(panel)).toHaveLength(8)
})

test('nothing is planned in the past, however long ago a series began', () => {
  const panel = openPurePanel()
  const seriesId = set(panel, { startsOn: '2026-12-02' })
  panel.clock.move({ days: 60 })
  panel.done('coordinator', fromSeries(panel, seriesId, 1))
  expect(days(panel)).toEqual(['2026-12-02', '2026-12-16', '2027-02-10', '2027-02-24'])
})

test('a monthly series has the weekday that was chosen; one by weeks that of its first day', () => {
  const panel = openPurePanel()
  const monthly = set(panel, { rhythm: 'monthly', placeInMonth: 2, weekday: 4, startsOn: '2026-12-20' })
  expect(panel.things.get('meetingSeries', monthly)?.weekday).toBe(4)
  panel.done('coordinator', fromSeries(panel, monthly, 2))
  expect(days(panel)).toContain('2027-01-14')
})

test('a first day in the past or on a weekend is refused, unless the month says which day', () => {
  const panel = openPurePanel()
  for (const startsOn of ['2026-12-01', '2026-12-19', '2026-12-20'])
    expect(panel.refused('chair', series(panel, { startsOn })).fields).toMatchObject([{ field: 'startsOn' }])
  set(panel, { startsOn: '2026-12-19', rhythm: 'monthly' })
})

test('ended with a reason, a series plans nothing more, and is not ended again; what was planned stays', () => {
  const panel = openPurePanel()
  const seriesId = set(panel)
  panel.done('coordinator', fromSeries(panel, seriesId, 1))
  const before = days(panel)
  panel.done('chair', ending(panel, seriesId))
  expect(panel.things.get('meetingSeries', seriesId)).toMatchObject({
    endedOn: '2026-12-02',
    endedReason: 'A new rhythm.',
  })
  for (const sent of [ending(panel, seriesId), fromSeries(panel, seriesId)])
    expect(panel.refused('chair', sent)).toMatchObject({ code: 'already_done' })
  expect(days(panel)).toEqual(before)
})

test('another panel has no such series', () => {
  const panel = openPurePanel()
  const seriesId = set(panel)
  for (const sent of [fromSeries(panel, seriesId), ending(panel, seriesId)])
    expect(panel.refused('brookChair', { ...sent, panelId: panel.brookPanelId })).toMatchObject({
      code: 'not_found',
    })
})
