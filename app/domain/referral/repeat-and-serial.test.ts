import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatOf, serialOf, type ReferredCase } from './repeat-and-serial'

const one = (caseRef: string, referredOn: string, ...victimRefs: string[]): ReferredCase => ({
  caseId: caseRef,
  caseRef,
  referredOn,
  victimRefs,
})

test('the same woman referred again within the months is a repeat, to the day', () => {
  const first = one('A1', '2025-11-22', 'V1')
  expect(repeatOf('A2', [first, one('A2', '2026-11-22', 'V1')], 12)).toEqual({
    yes: true,
    working: [
      'A1, referred 22 November 2025; 12 months run to 22 November 2026: the same victim-survivor (V1), so a repeat.',
    ],
  })
  expect(repeatOf('A2', [first, one('A2', '2026-11-23', 'V1')], 12)).toMatchObject({
    yes: false,
    working: [expect.stringContaining('too long ago')],
  })
  expect(repeatOf('A2', [first, one('A2', '2026-11-23', 'V1')], 13).yes).toBe(true)
})

test('another woman within the months is no repeat, but serial', () => {
  const cases = [one('A1', '2026-05-01', 'V1'), one('A2', '2026-11-22', 'V2')]
  expect(repeatOf('A2', cases, 12)).toMatchObject({
    yes: false,
    working: [expect.stringContaining('no victim-survivor in common')],
  })
  expect(serialOf(cases)).toEqual({ yes: true, working: ['V1 in A1', 'V2 in A2'] })
})

test('the months run from the last referral of her, whichever others came between', () => {
  const cases = [one('A1', '2024-01-01', 'V1'), one('A2', '2025-12-20', 'V1'), one('A3', '2026-11-22', 'V1')]
  expect(repeatOf('A3', cases, 12).yes).toBe(true)
  expect(repeatOf('A1', cases, 12)).toEqual({
    yes: false,
    working: ['No earlier referral of him is known to you here.'],
  })
})

test('serial counts women, not cases', () => {
  expect(serialOf([one('A1', '2026-01-01', 'V1'), one('A2', '2026-06-01', 'V1')])).toEqual({
    yes: false,
    working: ['V1 in A1, A2'],
  })
  expect(serialOf([one('A1', '2026-01-01', 'V1', 'V2')]).yes).toBe(true)
})

test('a case more never makes him less serial, and never unmakes a repeat', () => {
  const some = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.constantFrom(2024, 2025, 2026),
    victims: fc.uniqueArray(fc.constantFrom('V1', 'V2', 'V3'), { maxLength: 3 }),
  })
  const toCases = (list: { month: number; year: number; victims: string[] }[]) =>
    list.map(({ month, year, victims }, index) =>
      one(`A${index}`, `${year}-${String(month).padStart(2, '0')}-15`, ...victims),
    )
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), some, (list, more) => {
      const [fewer, cases] = [toCases(list), toCases([...list, more])]
      if (serialOf(fewer).yes) expect(serialOf(cases).yes).toBe(true)
      for (const { caseId } of fewer)
        if (repeatOf(caseId, fewer, 12).yes) expect(repeatOf(caseId, cases, 12).yes).toBe(true)
    }),
  )
})
