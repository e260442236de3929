import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayFromWords } from './due-date'
import { isDay } from './day'

const wednesday = '2026-12-02'
const said = (words: string, today = wednesday) => dayFromWords(words, today)

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days))

test.each([
  ['2026-12-24', '2026-12-24'],
  ['today', '2026-12-02'],
  ['Tomorrow', '2026-12-03'],
  ['Friday', '2026-12-04'],
  ['by Friday', '2026-12-04'],
  ['on Friday', '2026-12-04'],
  ['this Friday', '2026-12-04'],
  ['fri', '2026-12-04'],
  ['next Friday', '2026-12-11'],
  ['Wednesday', '2026-12-09'],
  ['next Monday', '2026-12-07'],
  ['in 2 weeks', '2026-12-16'],
  ['2 weeks', '2026-12-16'],
  ['in a fortnight', '2026-12-16'],
  ['in ten days', '2026-12-12'],
  ['in one month', '2027-01-02'],
  ['next week', '2026-12-09'],
  ['next month', '2027-01-02'],
  ['21 December', '2026-12-21'],
  ['21st Dec.', '2026-12-21'],
  ['21 November', '2027-11-21'],
  ['21 November 2026', '2026-11-21'],
  ['24/12/2026', '2026-12-24'],
  ['24/12/26', '2026-12-24'],
  ['  By   friday , ', '2026-12-04'],
])('“%s”, said on Wednesday 2 December 2026, is %s', (words, day) => {
  expect(said(words)).toBe(day)
})

test.each([
  '',
  'soon',
  'as soon as possible',
  'in some weeks',
  '31 February',
  '2026-02-30',
  '32/01/2027',
  '12 Foo',
  'fr',
  'in 1000 days',
  'before Friday',
])('“%s” means no day', (words) => {
  expect(said(words)).toBeUndefined()
})

test('the last day of a month is the last day of a shorter month', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
})

test('a weekday is always the next one to come: that weekday, within seven days, never today', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...weekdays), (today, name) => {
      const day = said(name, today) ?? ''
      expect(weekdays[weekdayOf(day)]).toBe(name)
      expect(day > today && day <= addDays(today, 7)).toBe(true)
    }),
  )
})

test('“next” and a weekday is that weekday of the week after this one, which ends on Sunday', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...weekdays), (today, name) => {
      const day = said(`next ${name}`, today) ?? ''
      const nextMonday = addDays(today, (8 - weekdayOf(today)) % 7 || 7)
      expect(weekdays[weekdayOf(day)]).toBe(name)
      expect(day >= nextMonday && day <= addDays(nextMonday, 6)).toBe(true)
    }),
  )
})

test('a day and month without a year is the next one to come', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('January', 'June', 'Dec'),
      (today, date, month) => {
        const day = said(`${date} ${month}`, today) ?? ''
        expect(day >= today && day < addMonths(today, 13)).toBe(true)
        expect(Number(day.slice(8))).toBe(date)
      },
    ),
  )
})

test('29 February without a year is the one of the next leap year', () => {
  expect(said('29 February', '2026-11-22')).toBe('2028-02-29')
  expect(said('29 Feb', '2028-02-29')).toBe('2028-02-29')
  expect(said('30 February', '2026-11-22')).toBeUndefined()
})

test('weeks are seven days and fortnights two weeks', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 99 }), (today, count) => {
      expect(said(`in ${count} weeks`, today)).toBe(said(`in ${count * 7} days`, today))
      expect(said(`in ${count} fortnights`, today)).toBe(said(`in ${count * 2} weeks`, today))
    }),
  )
})

test('whatever is typed, the answer is a day of the calendar or none, and never an exception', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'in',
          'next',
          'by',
          '99',
          '31',
          'may',
          'sun',
          'weeks',
          '/',
          '-',
          '2026',
          'a',
          'month',
        ),
      )
      .map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(words, anyDay, (typed, today) => {
      const day = dayFromWords(typed, today)
      expect(day === undefined || isDay(day)).toBe(true)
    }),
  )
})
