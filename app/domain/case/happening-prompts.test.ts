import fc from 'fast-check'
import { expect, test } from 'vitest'
import { happeningKindKeys } from '../catalogues/case'
import { addDays } from '../dates/due-date'
import { isAhead, promptFrom, relistState } from './happening-prompts'

const recordedOn = '2026-11-22'
const asked = (today: string) => ({ on: today, today })
const recordedAt = Date.parse('2026-11-22T12:00:00Z')
const happening = {
  caseId: 'c',
  happeningKind: 'new_incident' as const,
  day: '2026-11-20',
  recordedOn,
  recordedAt,
  asksSince: null,
  supersededBy: null,
  dismissedAt: null,
  withdrawnAt: null,
}
const meeting = (date: string, status: 'planned' | 'closed' = 'planned', closedAt: number | null = null) => ({
  id: date,
  date,
  status,
  closedAt,
})
const item = (meetingId: string, status: 'listed' | 'concluded' | 'removed' | 'not_reached' = 'listed') => ({
  meetingId,
  status,
  caseId: 'c',
})

test('nothing is asked before it is known, and what lies ahead is asked for by the panel’s notice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...happeningKindKeys),
      fc.integer({ min: -400, max: 400 }),
      fc.nat({ max: 365 }),
      (happeningKind, days, notice) => {
        const day = addDays(recordedOn, isAhead(happeningKind) ? days : -Math.abs(days))
        const from = promptFrom({ happeningKind, day, recordedOn }, notice)
        expect(from >= recordedOn).toBe(true)
        if (!isAhead(happeningKind)) expect(from).toBe(recordedOn)
        else expect(from === recordedOn || addDays(from, notice) === day).toBe(true)
      },
    ),
  )
})

test('a meeting answers it when the case stands on its agenda, to come or held since, and was reached', () => {
  const state = (items: ReturnType<typeof item>[], meetings: ReturnType<typeof meeting>[]) =>
    relistState(happening, asked('2026-12-01'), 14, items, meetings).state
  const coming = '2026-12-02'
  expect(state([], [meeting(coming)])).toBe('due')
  expect(state([item(coming)], [meeting(coming)])).toBe('listed')
  expect(state([{ ...item(coming), caseId: 'another' }], [meeting(coming)])).toBe('due')
  expect(state([item(coming, 'removed')], [meeting(coming)])).toBe('due')
  expect(state([item(coming, 'not_reached')], [meeting(coming, 'closed', recordedAt + 9)])).toBe('due')
  expect(state([item(coming, 'concluded')], [meeting(coming, 'closed', recordedAt + 9)])).toBe('listed')
  // Of the same day, but over before it was known.
  expect(state([item(recordedOn, 'concluded')], [meeting(recordedOn, 'closed', recordedAt - 9)])).toBe('due')
  expect(state([item('2026-11-04', 'concluded')], [meeting('2026-11-04', 'closed', recordedAt - 9)])).toBe(
    'due',
  )
})

test('a meeting long before a release does not answer it', () => {
  const release = { ...happening, happeningKind: 'release' as const, day: '2027-02-01' }
  const on = (day: string) =>
    relistState(release, { on: day, today: '2026-11-24' }, 14, [item('2026-12-02')], [meeting('2026-12-02')])
  expect(on('2026-12-02')).toEqual({ state: 'later', from: '2027-01-18' })
  expect(on('2027-01-18')).toEqual({ state: 'due', from: '2027-01-18' })
})

test('dismissed or withdrawn, it asks for nothing', () => {
  expect(relistState({ ...happening, dismissedAt: 1 }, asked(recordedOn), 14, [], []).state).toBe('dismissed')
  expect(
    relistState({ ...happening, dismissedAt: 1, withdrawnAt: 1 }, asked(recordedOn), 14, [], []).state,
  ).toBe('withdrawn')
})

test('a meeting whose day has passed and that is still to be held answers what came up since, and what is asked for by now', () => {
  const late = '2026-11-21'
  const state = (
    one: Parameters<typeof relistState>[0],
    status: 'planned' | 'closed',
    today = '2026-11-24',
  ) => relistState(one, asked(today), 14, [item(late)], [meeting(late, status, recordedAt + 9)]).state
  expect(state(happening, 'planned')).toBe('listed')
  // Held, it was held on its day, before this was known.
  expect(state(happening, 'closed')).toBe('due')
  const release = { ...happening, happeningKind: 'release' as const, day: '2026-12-20' }
  expect(state(release, 'planned')).toBe('later')
  expect(state(release, 'planned', '2026-12-06')).toBe('listed')
})
