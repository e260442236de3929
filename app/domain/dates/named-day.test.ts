import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './due-date'
import { namedDayFrom, namedDayInWords, namedDayLine } from './named-day'

test.each([
  ['2027-06-03 Closed for the move', '2027-06-03'],
  ['  3 June 2027: Closed for the move ', '2027-06-03'],
  ['3rd June 2027, Closed for the move', '2027-06-03'],
  ['03/06/2027 – Closed for the move', '2027-06-03'],
])('“%s” is a day and its name', (line, day) => {
  expect(namedDayFrom(line)).toEqual({ day, name: 'Closed for the move' })
})

test.each([
  '',
  'Closed for the move',
  '2027-06-03',
  '2027-06-03 ',
  '2027-06-31 No such day',
  '3 June Closed, of no year',
  'Friday 3 June 2027 Closed',
  '3 Foo 2027 Closed',
])('“%s” is not', (line) => {
  expect(namedDayFrom(line)).toBeUndefined()
})

test('what is kept is read again as what it was', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /^\S.*$/.test(text.trim()))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), name, (days, text) => {
      const one = { day: addDays('2000-01-01', days), name: text.trim().replace(/^[\s,:;.–-]+/, '') || 'x' }
      expect(namedDayFrom(namedDayLine(one))).toEqual(one)
    }),
  )
  expect(namedDayInWords({ day: '2027-06-03', name: 'Closed' })).toBe('3 June 2027: Closed')
})
