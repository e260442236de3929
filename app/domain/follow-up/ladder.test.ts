import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../dates/due-date'
import { meetingsOverdue, openActionsOf, standingOf } from './ladder'

const held = (...dates: string[]) => dates.map((date) => ({ date, status: 'closed' as const }))
const open = (due: string) => ({ due, endedAt: null, supersededBy: null, withdrawnAt: null })

test('an action is not overdue on its day, is overdue the day after, and is escalated at the second meeting after it', () => {
  const meetings = held('2026-12-02', '2026-12-16')
  const on = (today: string, count = 2) =>
    standingOf(
      { due: '2026-12-02' },
      { today, meetings: meetings.slice(0, count), ladderMeetings: 2, chasesBeforeChair: 2 },
    )
  expect(on('2026-12-02', 1)).toBe('open')
  expect(on('2026-12-03', 1)).toBe('overdue')
  expect(
    standingOf(
      { due: '2026-12-01' },
      { today: '2026-12-16', meetings, ladderMeetings: 2, chasesBeforeChair: 2 },
    ),
  ).toBe('escalated')
  // The meeting of its own day is no meeting at which it was overdue.
  expect(meetingsOverdue('2026-12-02', meetings)).toBe(1)
})

test('a meeting that is only planned does not count, one in session does', () => {
  const due = '2026-12-01'
  expect(meetingsOverdue(due, [{ date: '2026-12-16', status: 'planned' }])).toBe(0)
  expect(meetingsOverdue(due, [{ date: '2026-12-16', status: 'open' }])).toBe(1)
})

test('a request chased often enough goes to the chair; escalated by hand, it does before its day has passed', () => {
  const chased = (timesChased: number) =>
    standingOf(
      { due: '2026-12-01', timesChased },
      { today: '2026-12-02', meetings: [], ladderMeetings: 2, chasesBeforeChair: 2 },
    )
  expect([chased(1), chased(2)]).toEqual(['overdue', 'escalated'])
  expect(
    standingOf(
      { due: '2027-01-01', escalatedAt: 5 },
      { today: '2026-12-01', meetings: [], ladderMeetings: 2, chasesBeforeChair: 2 },
    ),
  ).toBe('escalated')
})

test('what is ended, corrected or withdrawn is not owed; the rest comes escalated first, then overdue, then by day', () => {
  const actions = [
    { ...open('2026-12-20'), name: 'later' },
    { ...open('2026-12-14'), name: 'overdue' },
    { ...open('2026-11-20'), name: 'escalated' },
    { ...open('2026-12-18'), name: 'sooner' },
    { ...open('2026-11-01'), endedAt: 1, name: 'ended' },
    { ...open('2026-11-01'), supersededBy: 'x', name: 'corrected' },
    { ...open('2026-11-01'), withdrawnAt: 1, name: 'withdrawn' },
  ]
  const owed = openActionsOf(actions, {
    today: '2026-12-16',
    meetings: held('2026-12-02', '2026-12-16'),
    ladderMeetings: 2,
    chasesBeforeChair: 2,
  })
  expect(owed.map(({ action }) => action.name)).toEqual(['escalated', 'overdue', 'sooner', 'later'])
})

test('over years, a later clock never takes an action down the ladder', () => {
  const start = '2024-01-01'
  fc.assert(
    fc.property(
      fc.nat(900),
      fc.nat(900),
      fc.nat(400),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 7, max: 35 }),
      (due, now, later, ladderMeetings, every) => {
        const rank = { open: 0, overdue: 1, escalated: 2 }
        const at = (day: number) => {
          const today = addDays(start, day)
          const meetings = Array.from({ length: 60 }, (_, n) => addDays(start, n * every)).map((date) => ({
            date,
            status: date <= today ? ('closed' as const) : ('planned' as const),
          }))
          return rank[
            standingOf(
              { due: addDays(start, due) },
              { today, meetings, ladderMeetings, chasesBeforeChair: 2 },
            )
          ]
        }
        expect(at(now + later)).toBeGreaterThanOrEqual(at(now))
      },
    ),
  )
})
