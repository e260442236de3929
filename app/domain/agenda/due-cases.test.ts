import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueCases, whyDue, type CaseToWeigh, type HeardItem } from './due-cases'
import { addDays } from '../dates/due-date'

const policy = { reviewWeeks: 6, newCaseMinutes: 8, reviewMinutes: 6, closureMinutes: 5, urgentMinutes: 10 }
const today = '2026-12-02'
const meeting = '2026-12-16'

const aCase = (more: Partial<CaseToWeigh> = {}): CaseToWeigh => ({
  id: 'c',
  ref: 'C1',
  initials: 'A.B.',
  referredOn: '2026-11-02',
  acceptedOn: null,
  notAcceptedOn: null,
  closedOn: null,
  contactStatus: null,
  items: [],
  actionsDue: [],
  incidents: [],
  ...more,
})
const heard = (more: Partial<HeardItem> = {}): HeardItem => ({
  date: '2026-11-18',
  held: true,
  status: 'concluded',
  outcome: 'continue',
  until: null,
  ...more,
})
const reasons = (thing: CaseToWeigh, on = meeting) =>
  whyDue(thing, on, today, policy).map(({ reason }) => reason)

test('a referral that was never listed is new', () => {
  expect(whyDue(aCase(), meeting, today, policy)).toEqual([{ reason: 'new', day: '2026-11-02', count: 1 }])
  expect(dueCases([aCase()], meeting, today, policy)[0]).toMatchObject({ itemKind: 'new', minutes: 8 })
})

test('taken off the agenda again, it is due again', () => {
  expect(reasons(aCase({ items: [heard({ held: false, status: 'removed', outcome: null })] }))).toEqual([
    'new',
  ])
})

test('what is listed for a meeting to come is not due twice', () => {
  expect(
    reasons(aCase({ items: [heard({ held: false, status: 'listed', outcome: null, date: '2026-12-30' })] })),
  ).toEqual([])
})

test('a case that was not reached, or heard without a decision, comes again by itself', () => {
  expect(reasons(aCase({ items: [heard({ status: 'not_reached', outcome: null })] }))).toEqual([
    'not_reached',
  ])
  expect(reasons(aCase({ items: [heard({ outcome: null })] }))).toEqual(['undecided'])
})

test('a case brought back to a day is due at the first meeting on or after it', () => {
  const thing = aCase({ items: [heard({ outcome: 'bring_back', until: '2026-12-20' })] })
  expect(reasons(thing)).toEqual([])
  expect(reasons(thing, '2026-12-20')).toEqual(['brought_back'])
  expect(reasons(aCase({ items: [heard({ outcome: 'bring_back' })] }))).toEqual(['brought_back'])
})

test('a review is due so many weeks after the case was last heard, as the panel says', () => {
  const open = aCase({ acceptedOn: '2026-10-01', items: [heard({ date: '2026-11-04' })] })
  expect(whyDue(open, meeting, today, policy)).toEqual([
    { reason: 'review_due', day: '2026-12-16', count: 1 },
  ])
  expect(reasons(open, '2026-12-15')).toEqual([])
  expect(dueCases([open], meeting, today, policy)[0]).toMatchObject({ itemKind: 'review', minutes: 6 })
})

test('overdue actions are counted, with the oldest; one due today is not overdue', () => {
  const open = aCase({ acceptedOn: '2026-11-30', actionsDue: ['2026-12-02', '2026-12-01', '2026-11-20'] })
  expect(whyDue(open, meeting, today, policy)).toEqual([
    { reason: 'overdue_actions', day: '2026-11-20', count: 2 },
  ])
})

test('a breach since he was last heard of brings him back as urgent, another incident as a review, an older one not at all', () => {
  const open = (...incidents: CaseToWeigh['incidents']) =>
    aCase({ acceptedOn: '2026-11-01', items: [heard()], incidents })
  expect(
    whyDue(
      open({ date: '2026-11-20', breach: false }, { date: '2026-11-25', breach: false }),
      meeting,
      today,
      policy,
    ),
  ).toEqual([{ reason: 'new_incident', day: '2026-11-25', count: 2 }])
  expect(dueCases([open({ date: '2026-11-20', breach: true })], meeting, today, policy)[0]).toMatchObject({
    itemKind: 'urgent',
    minutes: 10,
    because: [{ reason: 'breach' }],
  })
  expect(reasons(open({ date: '2026-11-18', breach: true }))).toEqual([])
  // What came with a referral is heard with it.
  expect(reasons(aCase({ incidents: [{ date: '2026-11-20', breach: true }] }))).toEqual(['new'])
})

test('a proposed closure is listed as a closure, whatever else is due', () => {
  const open = aCase({ acceptedOn: '2026-08-01', contactStatus: 'pre_closure' })
  expect(dueCases([open], meeting, today, policy)[0]).toMatchObject({
    itemKind: 'closure',
    minutes: 5,
    because: [{ reason: 'closure_proposed' }, { reason: 'review_due' }],
  })
})

const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2024-01-01', count))
const dayOrNull = fc.option(days)
const cases = fc.record({
  referredOn: days,
  acceptedOn: dayOrNull,
  notAcceptedOn: fc.option(days, { freq: 6 }),
  closedOn: fc.option(days, { freq: 6 }),
  contactStatus: fc.constantFrom(null, 'pre_closure', 'direct_contact'),
  items: fc.array(
    fc.record({
      date: days,
      held: fc.boolean(),
      status: fc.constantFrom('listed', 'concluded', 'not_reached', 'removed'),
      outcome: fc.constantFrom(null, 'bring_back', 'continue', 'extend'),
      until: dayOrNull,
    }),
    { maxLength: 5 },
  ),
  actionsDue: fc.array(days, { maxLength: 4 }),
  incidents: fc.array(fc.record({ date: days, breach: fc.boolean() }), { maxLength: 3 }),
}) as unknown as fc.Arbitrary<Partial<CaseToWeigh>>

test('a closed or not accepted case comes back only because something happened, as an urgent item', () => {
  const prompts = [
    { reason: 'candidate' as const, day: today },
    { reason: 'happened_breach' as const, day: today },
  ]
  for (const done of [{ closedOn: '2026-10-01' }, { notAcceptedOn: '2026-10-01' }]) {
    expect(reasons(aCase({ ...done, actionsDue: ['2026-09-01'] }))).toEqual([])
    expect(reasons(aCase({ ...done, prompts }))).toEqual(['happened_breach'])
    expect(dueCases([aCase({ ...done, prompts })], meeting, today, policy)[0]?.itemKind).toBe('urgent')
  }
})

test('over years: closed and not accepted cases are never due, listed ones never twice, and no accepted case is forgotten', () => {
  fc.assert(
    fc.property(cases, days, days, (drawn, meetingDay, onDay) => {
      const thing = aCase(drawn)
      const because = whyDue(thing, meetingDay, onDay, policy)
      const done = thing.closedOn !== null || thing.notAcceptedOn !== null
      const coming = thing.items.some((item) => item.status === 'listed' && !item.held)
      if (done || coming) expect(because).toEqual([])
      // Whatever happened to it, an open case comes up again within the panel's review time of the last thing known of it.
      const lastDay = [thing.acceptedOn ?? '', ...thing.items.map((item) => item.date)].sort().at(-1) ?? ''
      if (
        !done &&
        !coming &&
        thing.acceptedOn !== null &&
        meetingDay >= addDays(lastDay, policy.reviewWeeks * 7)
      )
        expect(because.length).toBeGreaterThan(0)
      expect(new Set(because.map(({ reason }) => reason)).size).toBe(because.length)
    }),
    { numRuns: 500 },
  )
})

test('the list is the same whatever order the cases come in', () => {
  fc.assert(
    fc.property(fc.array(cases, { maxLength: 6 }), fc.integer(), (drawn, seed) => {
      const list = drawn.map((one, at) => aCase({ ...one, id: `c${at}`, ref: `C${at}` }))
      const shuffled = [...list].sort(
        (a, b) => ((a.ref.charCodeAt(1) * 31 + seed) % 7) - ((b.ref.charCodeAt(1) * 31 + seed) % 7),
      )
      expect(dueCases(shuffled, meeting, today, policy)).toEqual(dueCases(list, meeting, today, policy))
    }),
  )
})
