import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOfLocal, localDay, localTime } from './local-time'

const utc = (text: string) => Date.parse(text)

test('in winter the clock on the wall shows universal time', () => {
  expect(instantOfLocal('2026-11-25', '10:00')).toBe(utc('2026-11-25T10:00:00Z'))
})

test('in summer it is an hour ahead', () => {
  expect(instantOfLocal('2026-09-30', '10:00')).toBe(utc('2026-09-30T09:00:00Z'))
  expect(localTime(utc('2026-09-30T09:00:00Z'))).toBe('10:00')
})

test('summer begins at one in the morning on the last Sunday of March', () => {
  expect(localTime(utc('2026-03-29T00:59:00Z'))).toBe('00:59')
  expect(localTime(utc('2026-03-29T01:00:00Z'))).toBe('02:00')
  expect(instantOfLocal('2026-03-29', '00:59')).toBe(utc('2026-03-29T00:59:00Z'))
  expect(instantOfLocal('2026-03-29', '02:00')).toBe(utc('2026-03-29T01:00:00Z'))
  expect(instantOfLocal('2025-03-30', '02:00')).toBe(utc('2025-03-30T01:00:00Z'))
  expect(instantOfLocal('2024-03-31', '02:00')).toBe(utc('2024-03-31T01:00:00Z'))
})

test('an hour that March leaves out is read as the hour after it', () => {
  expect(localTime(instantOfLocal('2026-03-29', '01:30'))).toBe('02:30')
})

test('summer ends at two in the morning on the last Sunday of October', () => {
  expect(localTime(utc('2026-10-25T00:59:00Z'))).toBe('01:59')
  expect(localTime(utc('2026-10-25T01:00:00Z'))).toBe('01:00')
  expect(instantOfLocal('2026-10-25', '02:00')).toBe(utc('2026-10-25T02:00:00Z'))
  expect(instantOfLocal('2027-10-31', '02:00')).toBe(utc('2027-10-31T02:00:00Z'))
})

test('an hour that comes twice in October is taken the first time', () => {
  expect(instantOfLocal('2026-10-25', '01:30')).toBe(utc('2026-10-25T00:30:00Z'))
})

test('a summer evening after eleven universal time belongs to the next day', () => {
  expect(localDay(utc('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
  expect(localDay(utc('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
})

test('a day and time that the clock shows come back as they were, and agree with the time zone database', () => {
  const london = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  fc.assert(
    fc.property(
      fc.integer({ min: utc('1996-01-01T00:00:00Z') / 60_000, max: utc('2037-12-31T00:00:00Z') / 60_000 }),
      (minute) => {
        const instant = minute * 60_000
        const [year, month, day] = localDay(instant).split('-')
        expect(`${day}/${month}/${year}, ${localTime(instant)}`).toBe(london.format(instant))
        const again = instantOfLocal(localDay(instant), localTime(instant))
        expect([instant, instant - 3_600_000]).toContain(again)
      },
    ),
  )
})
