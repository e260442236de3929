import { expect, test } from 'vitest'
import { actionOutcomeKeys, interventionStatusKeys } from '../catalogues/entries'
import { entryKinds, type EntryByKind } from './entries'
import { carriedKinds, isCarriedKind, isLeftOpen, stands, type CarriedKind } from './entries-standing'

const latest = { supersededBy: null, withdrawnAt: null }
const left = <K extends CarriedKind>(kind: K, entry: Partial<EntryByKind[K]>) =>
  isLeftOpen(kind, { ...latest, ...entry } as EntryByKind[K])

test('an entry stands until it is corrected or withdrawn', () => {
  expect(stands(latest)).toBe(true)
  expect(stands({ ...latest, supersededBy: 'better' })).toBe(false)
  expect(stands({ ...latest, withdrawnAt: 1 })).toBe(false)
  expect(stands({ supersededBy: 'better', withdrawnAt: 1 })).toBe(false)
})

test('what was decided, planned, assigned or asked is carried to later meetings; what was said is not', () => {
  expect([...carriedKinds].sort()).toEqual(['action', 'decision', 'intervention', 'request'])
  expect(entryKinds.filter(isCarriedKind)).toEqual(carriedKinds)
  for (const kind of ['share', 'safetyCheck', 'case', 'toString', '']) expect(isCarriedKind(kind)).toBe(false)
})

test('a decision is left open as long as it stands', () => {
  expect(left('decision', {})).toBe(true)
  expect(left('decision', { supersededBy: 'better' })).toBe(false)
  expect(left('decision', { withdrawnAt: 1 })).toBe(false)
})

test('an intervention is left open until it is done or stopped', () => {
  expect(interventionStatusKeys.filter((status) => left('intervention', { status }))).toEqual([
    'planned',
    'in_progress',
  ])
  expect(left('intervention', { status: 'planned', withdrawnAt: 1 })).toBe(false)
})

test('an action is left open until it is ended, however it ends', () => {
  expect(left('action', { endedAt: null })).toBe(true)
  for (const outcome of actionOutcomeKeys) expect(left('action', { endedAt: 1, outcome })).toBe(false)
  expect(left('action', { endedAt: null, supersededBy: 'better' })).toBe(false)
})

test('a request is left open while nobody has answered, refused or given it up', () => {
  const open = (['outstanding', 'answered', 'refused', 'left'] as const).filter((state) =>
    left('request', { state }),
  )
  expect(open).toEqual(['outstanding'])
  expect(left('request', { state: 'outstanding', withdrawnAt: 1 })).toBe(false)
})
