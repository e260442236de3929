import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holidayRuleKeys } from '../catalogues/agenda'
import { addDays, addMonths } from '../dates/due-date'
import { instantOfLocal, localDay, localTime } from '../dates/local-time'
import { cadenceInWords, cutOffBefore, nextOnWeekday, rhythmInWords, seriesDays } from './series-days'
import type { SeriesRhythm } from '../things/agenda'
import { clearWorkingDays, isWorkingDay, weekdayOf } from '../dates/working-days'

import { bankHolidaysAlone, holidayOn, type WorkingCalendar } from '../dates/working-days'

const fortnightly: SeriesRhythm = {
  rhythm: 'every_weeks',
  everyWeeks: 2,
  placeInMonth: 1,
  weekday: 3,
  startsOn: '2026-12-02',
  onBankHoliday: 'skip',
}
const monthly: SeriesRhythm = {
  ...fortnightly,
  rhythm: 'monthly',
  placeInMonth: 1,
  weekday: 1,
  startsOn: '2026-01-01',
}
const days = (series: SeriesRhythm, until: string, calendar = bankHolidaysAlone) =>
  seriesDays(series, series.startsOn, until, calendar).map(({ day }) => day)

test('fortnightly is every second week from the first day on', () => {
  expect(days(fortnightly, '2027-01-31')).toEqual([
    '2026-12-02',
    '2026-12-16',
    '2026-12-30',
    '2027-01-13',
    '2027-01-27',
  ])
  expect(rhythmInWords(fortnightly)).toBe('Every 2 weeks on Wednesday')
})

test('the next day on a weekday is after today, and within a week', () => {
  expect([1, 2, 3, 4, 5].map((weekday) => nextOnWeekday('2026-12-02', weekday))).toEqual([
    '2026-12-07',
    '2026-12-08',
    '2026-12-09',
    '2026-12-03',
    '2026-12-04',
  ])
  expect(nextOnWeekday('2026-12-05', 1)).toBe('2026-12-07')
  expect(nextOnWeekday('2026-12-06', 5)).toBe('2026-12-11')
})

test('a panel that meets by the month says so', () => {
  expect(cadenceInWords({ rhythm: 'monthly', everyWeeks: 2, placeInMonth: '5', usualWeekday: '2' })).toBe(
    'The last Tuesday of every month',
  )
  expect(cadenceInWords({ rhythm: 'every_weeks', everyWeeks: 4, placeInMonth: '5', usualWeekday: '2' })).toBe(
    'Every 4 weeks on Tuesday',
  )
})

test('a monthly series falls on its weekday of every month, the last one where it says last', () => {
  expect(days({ ...monthly, weekday: 2, placeInMonth: 5 }, '2026-05-31')).toEqual([
    '2026-01-27',
    '2026-02-24',
    '2026-03-31',
    '2026-04-28',
    '2026-05-26',
  ])
  expect(rhythmInWords({ ...monthly, weekday: 2, placeInMonth: 5 })).toBe('The last Tuesday of every month')
})

test('the first Monday of May is a bank holiday: skipped, or moved, as the series says', () => {
  const inMay = (onBankHoliday: SeriesRhythm['onBankHoliday']) =>
    seriesDays({ ...monthly, onBankHoliday }, '2026-05-01', '2026-05-31', bankHolidaysAlone)
  expect(inMay('skip')).toEqual([{ usual: '2026-05-04', day: null, holiday: 'Early May' }])
  expect(inMay('next_working_day')[0]?.day).toBe('2026-05-05')
  expect(inMay('previous_working_day')[0]?.day).toBe('2026-05-01')
  expect(inMay('week_later')[0]?.day).toBe('2026-05-11')
})

test('a week after Christmas Day is New Year’s Day: there is no meeting on either', () => {
  const fridays = {
    ...fortnightly,
    everyWeeks: 4,
    startsOn: '2026-12-25',
    onBankHoliday: 'week_later' as const,
  }
  expect(seriesDays(fridays, '2026-12-25', '2026-12-31', bankHolidaysAlone)).toEqual([
    { usual: '2026-12-25', day: null, holiday: 'Christmas Day' },
  ])
})

test('a weekly meeting moved by a week would meet its own next one: it meets once', () => {
  expect(
    days(
      { ...fortnightly, everyWeeks: 1, startsOn: '2026-04-27', onBankHoliday: 'week_later' },
      '2026-05-18',
    ),
  ).toEqual(['2026-04-27', null, '2026-05-11', '2026-05-18'])
})

test('a day that the panel does not count moves a meeting as a bank holiday does, and names itself', () => {
  const closed: WorkingCalendar = {
    notCounted: new Map([
      ['2026-12-16', 'Closed for the move'],
      ['2026-12-17', 'Closed for the move'],
    ]),
  }
  const next = { ...fortnightly, onBankHoliday: 'next_working_day' as const }
  expect(days(next, '2026-12-31', closed)).toEqual(['2026-12-02', '2026-12-18', '2026-12-30'])
  expect(seriesDays(next, '2026-12-10', '2026-12-20', closed)).toEqual([
    { usual: '2026-12-16', day: '2026-12-18', holiday: 'Closed for the move' },
  ])
  expect(cutOffBefore('2026-12-18', 2, closed)).toBe('2026-12-14')
  expect(cutOffBefore('2026-12-18', 2, bankHolidaysAlone)).toBe('2026-12-16')
})

const start = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((count) => addDays('2020-01-01', count))
  .filter((day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5)
/** Of the panel’s own, on any day of those years. */
const calendars = fc
  .array(
    fc.integer({ min: 0, max: 365 * 16 }).map((count) => [addDays('2020-01-01', count), 'Closed'] as const),
    { maxLength: 40 },
  )
  .map((closed): WorkingCalendar => ({ notCounted: new Map(closed) }))
const series = fc.record({
  rhythm: fc.constantFrom('every_weeks' as const, 'monthly' as const),
  everyWeeks: fc.integer({ min: 1, max: 12 }),
  placeInMonth: fc.integer({ min: 1, max: 5 }),
  weekday: fc.integer({ min: 1, max: 5 }),
  startsOn: start,
  onBankHoliday: fc.constantFrom(...holidayRuleKeys),
})

test('over years, whatever the series: it meets on working days only, never twice on one, and near its usual day', () => {
  fc.assert(
    fc.property(series, calendars, (one, calendar) => {
      const until = addMonths(one.startsOn, 40)
      const all = seriesDays(one, one.startsOn, until, calendar)
      const met = all.flatMap(({ day }) => day ?? [])
      for (const day of met) expect([day, isWorkingDay(day, calendar)]).toEqual([day, true])
      expect(new Set(met).size).toBe(met.length)
      for (const { usual, day, holiday } of all) {
        expect(holiday).toBe(holidayOn(usual, calendar) ?? null)
        if (holiday === null) expect(day).toBe(usual)
        else if (day !== null) expect(day <= addDays(usual, 14) && day >= addDays(usual, -14)).toBe(true)
        if (holiday !== null && one.onBankHoliday === 'skip') expect(day).toBeNull()
      }
      const gap = one.rhythm === 'monthly' ? [28, 35] : [one.everyWeeks * 7, one.everyWeeks * 7]
      all.slice(1).forEach((next, at) => {
        const apart = (Date.parse(next.usual) - Date.parse(all[at]?.usual ?? '')) / 86_400_000
        expect(apart >= (gap[0] ?? 0) && apart <= (gap[1] ?? 0)).toBe(true)
        if (one.rhythm === 'monthly') expect(weekdayOf(next.usual)).toBe(one.weekday)
      })
      if (one.rhythm === 'monthly')
        expect(new Set(all.map(({ usual }) => usual.slice(0, 7))).size).toBe(all.length)
    }),
    { numRuns: 200 },
  )
})

test('looked at in parts, a series is the same as looked at whole', () => {
  fc.assert(
    fc.property(series, calendars, fc.integer({ min: 1, max: 20 }), (one, calendar, months) => {
      const until = addMonths(one.startsOn, 24)
      const middle = addMonths(one.startsOn, months)
      const whole = seriesDays(one, one.startsOn, until, calendar)
      expect(
        [
          ...seriesDays(one, one.startsOn, addDays(middle, -1), calendar),
          ...seriesDays(one, middle, until, calendar),
        ].map(({ usual }) => usual),
      ).toEqual(whole.map(({ usual }) => usual))
      expect(seriesDays(one, middle, until, calendar)).toEqual(whole.filter(({ usual }) => usual >= middle))
    }),
    { numRuns: 100 },
  )
})

test('the clock on the wall shows the meeting’s time on its day, on either side of a change of the clocks', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 8, max: 18 }), (one, hour) => {
      const startsAt = `${String(hour).padStart(2, '0')}:30`
      for (const { day } of seriesDays(one, one.startsOn, addMonths(one.startsOn, 18), bankHolidaysAlone)) {
        if (day === null) continue
        const instant = instantOfLocal(day, startsAt)
        expect([localDay(instant), localTime(instant)]).toEqual([day, startsAt])
      }
    }),
    { numRuns: 100 },
  )
})

test('the cut-off leaves the working days it promises, over every holiday', () => {
  fc.assert(
    fc.property(series, calendars, fc.integer({ min: 1, max: 30 }), (one, calendar, count) => {
      for (const { day } of seriesDays(one, one.startsOn, addMonths(one.startsOn, 14), calendar)) {
        if (day === null) continue
        const cutOff = cutOffBefore(day, count, calendar)
        expect(isWorkingDay(cutOff, calendar)).toBe(true)
        expect(clearWorkingDays(cutOff, day, calendar)).toBe(count - 1)
      }
    }),
    { numRuns: 100 },
  )
})
