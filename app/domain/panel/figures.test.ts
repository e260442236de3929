import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakdownFor, countFor, type Line } from './figures'

const lines = fc.uniqueArray(fc.record({ key: fc.string({ minLength: 1, maxLength: 6 }), n: fc.nat(30) }), {
  selector: (line) => line.key,
  maxLength: 8,
})
const few = [1, 2, 3, 4]

describe('a count', () => {
  it('is true for members of the panel', () => {
    for (let n = 0; n < 20; n += 1) expect(countFor(false, n)).toBe(n)
  })
  it('from 1 to 4 is few for an evaluator; none, and 5 and over, are true', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((n) => countFor(true, n))).toEqual([0, 'few', 'few', 'few', 'few', 5, 6])
  })
})

describe('a breakdown', () => {
  it('is true for members of the panel', () => {
    expect(
      breakdownFor(false, [
        { key: 'accept', n: 14 },
        { key: 'close', n: 3 },
      ]),
    ).toEqual({
      lines: [
        { key: 'accept', n: 14 },
        { key: 'close', n: 3 },
      ],
      total: 17,
    })
  })
  it('keeps its total for an evaluator when no line is small', () => {
    expect(
      breakdownFor(true, [
        { key: 'accept', n: 14 },
        { key: 'close', n: 0 },
        { key: 'continue', n: 5 },
      ]).total,
    ).toBe(19)
  })
  it('withholds the total from an evaluator when a line is small, even where the total is small itself', () => {
    expect(
      breakdownFor(true, [
        { key: 'accept', n: 14 },
        { key: 'close', n: 3 },
      ]).total,
    ).toBe('withheld')
    expect(
      breakdownFor(true, [
        { key: 'accept', n: 1 },
        { key: 'close', n: 1 },
      ]).total,
    ).toBe('withheld')
  })
  it('never shows an evaluator a number from 1 to 4', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const shown = breakdownFor(true, given)
        for (const n of [...shown.lines.map((line) => line.n), shown.total]) expect(few).not.toContain(n)
      }),
    )
  })
  it('shows an evaluator the same page whatever any hidden number is, so that none can be worked out', () => {
    const withHidden = lines.filter((given) => given.some((line) => few.includes(line.n)))
    fc.assert(
      fc.property(withHidden, fc.infiniteStream(fc.constantFrom(...few)), (given, chosen) => {
        const others = given.map((line): Line =>
          few.includes(line.n) ? { key: line.key, n: chosen.next().value as number } : line,
        )
        expect(breakdownFor(true, others)).toEqual(breakdownFor(true, given))
      }),
    )
  })
})
