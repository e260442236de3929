import fc from 'fast-check'
import { expect, test } from 'vitest'
import { riskLevelKeys, type RiskLevel } from '../catalogues/case'
import { riskOf, type RiskFacts } from './referral-risk'

const policy = { highRiskAnswers: 14, mediumRiskAnswers: 10, escalationEvents: 3, escalationMonths: 12 }
const facts = (rest: Partial<RiskFacts>): RiskFacts => ({
  dashCount: null,
  incidentDates: [],
  judgement: null,
  receivedOn: '2026-11-22',
  ...rest,
})
const rank = (level: RiskLevel | null) => (level === null ? -1 : riskLevelKeys.indexOf(level))

test('the count falls into the bands of the panel', () => {
  const levels = [0, 9, 10, 13, 14, 24].map((dashCount) => riskOf(facts({ dashCount }), policy).level)
  expect(levels).toEqual(['standard', 'standard', 'medium', 'medium', 'high', 'high'])
  expect(riskOf(facts({ dashCount: 12 }), { ...policy, highRiskAnswers: 12 }).level).toBe('high')
})

test('as many incidents within the months as the panel says are an escalation, whatever the count', () => {
  const three = ['2025-12-01', '2026-06-01', '2026-11-22'] as const
  expect(riskOf(facts({ dashCount: 2, incidentDates: three }), policy)).toEqual({
    level: 'high',
    working: [
      'Checklist count 2: standard (high from 14, medium from 10).',
      'Escalation: 3 incidents since 22 November 2025, at or above 3: high.',
    ],
  })
  expect(
    riskOf(facts({ dashCount: 2, incidentDates: ['2025-11-22', ...three.slice(1)] }), policy).level,
  ).toBe('standard')
  expect(riskOf(facts({ dashCount: 2, incidentDates: [null, null, null] }), policy).level).toBe('standard')
})

test('judgement raises, and where it would lower it is said and changes nothing', () => {
  expect(riskOf(facts({ dashCount: 3, judgement: 'high' }), policy)).toMatchObject({ level: 'high' })
  expect(riskOf(facts({ dashCount: 20, judgement: 'standard' }), policy).working.at(-1)).toBe(
    'Professional judgement says standard: it may raise and never lowers, so it stays high.',
  )
})

test('with nothing to go by there is no level, and judgement alone gives one', () => {
  expect(riskOf(facts({}), policy)).toEqual({ level: null, working: ['No checklist count was given.'] })
  expect(riskOf(facts({ judgement: 'medium' }), policy).level).toBe('medium')
})

test('whatever is given, judgement never lowers the level, one answer more never lowers it, and one incident more never does', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((back) => new Date(Date.UTC(2026, 10, 22) - back * 86_400_000).toISOString().slice(0, 10))
  const arbitrary = fc.record({
    dashCount: fc.option(fc.integer({ min: 0, max: 30 })),
    incidentDates: fc.array(fc.option(day), { maxLength: 6 }),
    judgement: fc.option(fc.constantFrom(...riskLevelKeys)),
    receivedOn: fc.constant('2026-11-22'),
  })
  const bands = fc.record({
    highRiskAnswers: fc.integer({ min: 1, max: 30 }),
    mediumRiskAnswers: fc.integer({ min: 1, max: 30 }),
    escalationEvents: fc.integer({ min: 1, max: 20 }),
    escalationMonths: fc.integer({ min: 1, max: 36 }),
  })
  fc.assert(
    fc.property(arbitrary, bands, day, (given, panel, another) => {
      const level = rank(riskOf(given, panel).level)
      expect(level).toBeGreaterThanOrEqual(rank(riskOf({ ...given, judgement: null }, panel).level))
      expect(level).toBeGreaterThanOrEqual(rank(given.judgement))
      if (given.dashCount !== null)
        expect(
          rank(riskOf({ ...given, dashCount: given.dashCount + 1 }, panel).level),
        ).toBeGreaterThanOrEqual(level)
      expect(
        rank(riskOf({ ...given, incidentDates: [...given.incidentDates, another] }, panel).level),
      ).toBeGreaterThanOrEqual(level)
    }),
  )
})
