import { expect, test } from 'vitest'
import { calendarOf } from './calendar'

const meeting = (date: string) => ({ id: 'a-meeting', date, startsAt: '10:00', minutesPlanned: 120 })
const site = new URL('https://panel.example.gov.uk')
const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

test('ten in the morning on the wall is ten in winter and nine in summer by universal time', () => {
  expect(linesOf(calendarOf([meeting('2026-12-02')], site, 0))).toContain('DTSTART:20261202T100000Z')
  expect(linesOf(calendarOf([meeting('2026-07-01')], site, 0))).toEqual(
    expect.arrayContaining(['DTSTART:20260701T090000Z', 'DTEND:20260701T110000Z']),
  )
})

test('the entry says neither whose meeting it is nor where, and no line is longer than 75 octets', () => {
  const text = calendarOf(
    [meeting('2026-12-02')],
    new URL('https://a-very-long-name-of-a-server.of-some-partnership.example.gov.uk'),
    0,
  )
  expect(linesOf(text)).toContain('SUMMARY:Partnership meeting')
  expect(text).not.toMatch(/LOCATION|abuse|panel\b/i)
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
})
