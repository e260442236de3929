import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './due-date'
import {
  addWorkingDays,
  bankHolidayOn,
  bankHolidaysAlone,
  bankHolidaysOf,
  clearWorkingDays,
  easterSunday,
  holidayOn,
  isWorkingDay,
  weekdayOf,
  type WorkingCalendar,
} from './working-days'

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((offset) => addDays('1990-01-01', offset))

describe('bank holidays of England and Wales', () => {
  test('Easter of years whose date is known', () => {
    expect([2019, 2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ])
  })

  test('2026, as published', () => {
    expect(bankHolidaysOf(2026).map((one) => one.day)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ])
    expect(bankHolidayOn('2026-12-28')).toBe('Boxing Day (substitute day)')
  })

  test('2022, with a holiday moved and two added', () => {
    expect(bankHolidaysOf(2022).map((one) => one.day)).toEqual([
      '2022-01-03',
      '2022-04-15',
      '2022-04-18',
      '2022-05-02',
      '2022-06-02',
      '2022-06-03',
      '2022-08-29',
      '2022-09-19',
      '2022-12-26',
      '2022-12-27',
    ])
  })

  test('where Christmas falls on a Saturday or Sunday, both days are made up for', () => {
    expect(
      bankHolidaysOf(2027)
        .slice(-2)
        .map((one) => one.day),
    ).toEqual(['2027-12-27', '2027-12-28'])
    expect(
      bankHolidaysOf(2033)
        .slice(-2)
        .map((one) => one.day),
    ).toEqual(['2033-12-26', '2033-12-27'])
  })

  test('every year has at least eight, all of them on weekdays, no two on one day', () => {
    for (let year = 1995; year < 2120; year += 1) {
      const days = bankHolidaysOf(year).map((one) => one.day)
      expect(days.length).toBeGreaterThanOrEqual(8)
      expect(new Set(days).size).toBe(days.length)
      expect(days.every((day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5)).toBe(true)
    }
  })
})

/** Days that a panel does not count, here and there over the years. */
const anyCalendar = fc
  .array(fc.tuple(anyDay, fc.constant('Closed')), { maxLength: 40 })
  .map((days): WorkingCalendar => ({ notCounted: new Map(days) }))

describe('counting in working days', () => {
  test('over a weekend and Christmas', () => {
    expect(addWorkingDays('2026-12-24', 1, bankHolidaysAlone)).toBe('2026-12-29')
    expect(addWorkingDays('2026-12-29', -1, bankHolidaysAlone)).toBe('2026-12-24')
    expect(clearWorkingDays('2026-11-20', '2026-11-25', bankHolidaysAlone)).toBe(2)
  })

  test('over a day that the panel does not count, of which another panel knows nothing', () => {
    const closed: WorkingCalendar = { notCounted: new Map([['2026-12-29', 'Closed between the years']]) }
    expect(addWorkingDays('2026-12-24', 1, closed)).toBe('2026-12-30')
    expect(addWorkingDays('2026-12-30', -1, closed)).toBe('2026-12-24')
    expect(clearWorkingDays('2026-12-23', '2026-12-31', closed)).toBe(2)
    expect(clearWorkingDays('2026-12-23', '2026-12-31', bankHolidaysAlone)).toBe(3)
    expect(holidayOn('2026-12-29', closed)).toBe('Closed between the years')
    expect(holidayOn('2026-12-29', bankHolidaysAlone)).toBeUndefined()
    // A bank holiday that a panel enters as well is counted off once, and keeps its name.
    const twice: WorkingCalendar = { notCounted: new Map([['2026-12-25', 'Office party']]) }
    expect(addWorkingDays('2026-12-24', 1, twice)).toBe('2026-12-29')
    expect(holidayOn('2026-12-25', twice)).toBe('Christmas Day')
  })

  test('there and back again from a working day', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, fc.integer({ min: 0, max: 300 }), (day, calendar, count) => {
        fc.pre(isWorkingDay(day, calendar))
        return addWorkingDays(addWorkingDays(day, count, calendar), -count, calendar) === day
      }),
    )
  })

  test('what is so many working days ahead has one less clear day between', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, fc.integer({ min: 1, max: 120 }), (day, calendar, count) => {
        const then = addWorkingDays(day, count, calendar)
        return isWorkingDay(then, calendar) && clearWorkingDays(day, then, calendar) === count - 1
      }),
    )
  })

  test('a day more that is not counted never makes anything due earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyCalendar,
        anyDay,
        fc.integer({ min: 0, max: 60 }),
        (day, calendar, more, count) => {
          const wider: WorkingCalendar = { notCounted: new Map([...calendar.notCounted, [more, 'Closed']]) }
          return addWorkingDays(day, count, wider) >= addWorkingDays(day, count, calendar)
        },
      ),
    )
  })
})
