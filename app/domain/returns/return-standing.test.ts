import { expect, test } from 'vitest'
import { isOutstanding, standingOfReturn } from './return-standing'

const asked = { state: 'awaited', askedOn: '2026-11-10', dueOn: '2026-11-20', returnedOn: null } as const

test('what was never asked for is not late', () => {
  expect(standingOfReturn(undefined, '2030-01-01')).toBe('not_asked')
  expect(standingOfReturn({ ...asked, askedOn: null, dueOn: null }, '2030-01-01')).toBe('not_asked')
  // Asked before it was kept here by when: awaited, and never late.
  expect(standingOfReturn({ ...asked, dueOn: null }, '2030-01-01')).toBe('awaited')
})

test('a return is awaited to the end of the day it is due, and overdue from the next, by the clock alone', () => {
  expect(standingOfReturn(asked, '2026-11-19')).toBe('awaited')
  expect(standingOfReturn(asked, '2026-11-20')).toBe('awaited')
  expect(standingOfReturn(asked, '2026-11-21')).toBe('overdue')
})

test('a return that came after its day stays late, one that came in time stays in time, whenever one looks', () => {
  const came = (returnedOn: string) =>
    standingOfReturn({ ...asked, state: 'returned', returnedOn }, '2030-01-01')
  expect(came('2026-11-20')).toBe('returned')
  expect(came('2026-11-21')).toBe('returned_late')
  expect(
    standingOfReturn({ state: 'late', askedOn: null, dueOn: null, returnedOn: null }, '2030-01-01'),
  ).toBe('returned_late')
  expect(
    standingOfReturn({ ...asked, state: 'returned', dueOn: null, returnedOn: '2026-11-21' }, '2030-01-01'),
  ).toBe('returned')
})

test('nothing held and declined are answers: nothing is still to come', () => {
  for (const state of ['nothing_held', 'declined'] as const) {
    const standing = standingOfReturn({ ...asked, state }, '2030-01-01')
    expect(standing).toBe(state)
    expect(isOutstanding(standing)).toBe(false)
  }
  expect(isOutstanding('awaited') && isOutstanding('overdue')).toBe(true)
})
