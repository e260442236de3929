import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gravityKeys } from '../catalogues/referral'
import { addDays } from '../dates/due-date'
import { latestMatrix, scoreItemInWords, scoreOf, type ScoredIncident } from './scoring'
import { startingMatrix, type MatrixValues } from '../catalogues/scoring-matrix'

const today = '2026-11-22'

const incident = fc.record({
  date: fc.integer({ min: 0, max: 1500 }).map((days) => addDays(today, -days)),
  gravity: fc.constantFrom(...gravityKeys),
  victimRef: fc.option(fc.constantFrom('V1', 'V2', 'V3', 'V4', 'V5', 'V6')),
}) satisfies fc.Arbitrary<ScoredIncident>
const incidents = fc.array(incident, { maxLength: 14 })

const ascending = (most: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: 5 }).map((all) => all.sort((a, b) => a - b))
const rising = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 })
  .map((all) => all.sort((a, b) => a - b))

/** Any matrix that a panel may adopt. */
const matrix: fc.Arbitrary<MatrixValues> = fc
  .record({
    windowMonths: fc.integer({ min: 1, max: 60 }),
    victimMonths: fc.integer({ min: 1, max: 60 }),
    days: ascending(1000),
    counts: ascending(14),
    victims: ascending(6),
    age: rising,
    often: rising,
    many: rising,
    grave: rising,
  })
  .map(({ windowMonths, victimMonths, days, counts, victims, age, often, many, grave }) => ({
    windowMonths,
    victimMonths,
    recency: days.map((day, index) => ({ days: day, points: [...age].reverse()[index] ?? 0 })),
    frequency: counts.map((count, index) => ({ count, points: often[index] ?? 0 })),
    gravity: {
      control: grave[0] ?? 0,
      threat: grave[1] ?? 0,
      violence: grave[2] ?? 0,
      serious_violence: grave[3] ?? 0,
    },
    victims: victims.map((count, index) => ({ count, points: many[index] ?? 0 })),
  }))

const pointsOf = (all: readonly ScoredIncident[], values: MatrixValues) => scoreOf(all, values, today).points

/** Incidents of which one is changed. */
const withOneChanged = (change: fc.Arbitrary<(one: ScoredIncident) => ScoredIncident>) =>
  fc.tuple(fc.array(incident, { minLength: 1, maxLength: 14 }), fc.nat(), change).map(([all, at, make]) => ({
    before: all,
    after: all.map((one, index) => (index === at % all.length ? make(one) : one)),
  }))

describe('whatever matrix a panel adopts', () => {
  test('the items add up to the score', () => {
    fc.assert(
      fc.property(incidents, matrix, (all, values) => {
        const score = scoreOf(all, values, today)
        expect(score.items.reduce((sum, item) => sum + item.points, 0)).toBe(score.points)
        expect(score.points).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('one more incident never lowers a score, and neither does the order in which they stand', () => {
    fc.assert(
      fc.property(incidents, incident, matrix, (all, one, values) => {
        expect(pointsOf([...all, one], values)).toBeGreaterThanOrEqual(pointsOf(all, values))
        expect(pointsOf([...all].reverse(), values)).toBe(pointsOf(all, values))
      }),
    )
  })

  test('a more recent incident never lowers a score', () => {
    const recent = fc.nat({ max: 1500 }).map((days) => (one: ScoredIncident) => {
      const date = addDays(one.date, days)
      return { ...one, date: date > today ? today : date }
    })
    fc.assert(
      fc.property(
        withOneChanged(recent),
        matrix,
        ({ before, after }, values) =>
          void expect(pointsOf(after, values)).toBeGreaterThanOrEqual(pointsOf(before, values)),
      ),
    )
  })

  test('a graver incident never lowers a score', () => {
    const graver = fc.nat({ max: 3 }).map((steps) => (one: ScoredIncident) => ({
      ...one,
      gravity: gravityKeys[Math.min(3, gravityKeys.indexOf(one.gravity) + steps)] ?? one.gravity,
    }))
    fc.assert(
      fc.property(
        withOneChanged(graver),
        matrix,
        ({ before, after }, values) =>
          void expect(pointsOf(after, values)).toBeGreaterThanOrEqual(pointsOf(before, values)),
      ),
    )
  })

  test('one more victim-survivor never lowers a score', () => {
    fc.assert(
      fc.property(incidents, incident, matrix, (all, one, values) => {
        expect(pointsOf([...all, { ...one, victimRef: 'another' }], values)).toBeGreaterThanOrEqual(
          pointsOf([...all, one], values),
        )
      }),
    )
  })
})

test('a score explains itself item by item', () => {
  const all: ScoredIncident[] = [
    { date: '2026-10-01', gravity: 'threat', victimRef: 'V1' },
    { date: '2026-09-30', gravity: 'violence', victimRef: 'V2' },
    { date: '2025-01-01', gravity: 'control', victimRef: null },
    { date: '2024-01-15', gravity: 'serious_violence', victimRef: 'V3' },
  ]
  expect(scoreOf(all, startingMatrix, today).items.map(scoreItemInWords)).toEqual([
    '2 incidents 31 to 90 days ago, 3 points each: 6 points',
    '1 incident longer ago than 365 days: 0 points',
    '3 incidents in 2 years (2 or more): 2 points',
    'Gravest incident: violence: 6 points',
    '3 victim-survivors named in 3 years (3 or more): 8 points',
  ])
})

test('the day a band or a window ends belongs to it, the day before it does not', () => {
  const on = (date: string) => scoreOf([{ date, gravity: 'control', victimRef: null }], startingMatrix, today)
  expect(on(addDays(today, -30)).points).toBe(5)
  expect(on(addDays(today, -31)).points).toBe(4)
  expect(on('2024-11-22')).toMatchObject({ incidents: 1, points: 1 })
  expect(on('2024-11-21')).toMatchObject({ incidents: 0, points: 0, latest: null, gravest: null })
})

test('before a panel has adopted a matrix, the starting one is version 0', () => {
  expect(latestMatrix([])).toEqual({ version: 0, values: startingMatrix })
  const [one, two] = [
    { version: 1, values: startingMatrix },
    { version: 2, values: startingMatrix },
  ]
  expect(latestMatrix([two, one])).toBe(two)
})
