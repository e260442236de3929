import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, isUnchanged, type ComparedLine } from './circulation-changes'

const line = (itemId: string, more: Partial<ComparedLine> = {}): ComparedLine => ({
  itemId,
  minutes: 7,
  kind: 'review',
  lane: 'discuss',
  presenterId: null,
  ...more,
})
const lines = (ids: string) => [...ids].map((id) => line(id))

test('the same agenda is unchanged', () => {
  expect(isUnchanged(changesBetween(lines('abc'), lines('abc')))).toBe(true)
})

test('added, taken off, other minutes and otherwise changed are told apart', () => {
  const after = [line('a', { minutes: 5 }), line('c', { lane: 'note_only' }), line('d')]
  expect(changesBetween(lines('abc'), after)).toEqual({
    added: ['d'],
    removed: ['b'],
    moved: [],
    minutes: [{ itemId: 'a', from: 7, to: 5 }],
    otherwise: ['c'],
  })
})

test('one case brought forward is one that moved, not all those that it passed', () => {
  expect(changesBetween(lines('abcde'), lines('eabcd')).moved).toEqual(['e'])
})

const agenda = fc
  .uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({ minutes: fc.integer({ min: 1, max: 3 }), lane: fc.constantFrom('discuss', 'note_only') })
          .map((more) => line(id, more)),
      ),
    ),
  ) as fc.Arbitrary<ComparedLine[]>

test('whatever the two versions: what is said to have changed, done to the old one, gives the new one', () => {
  fc.assert(
    fc.property(agenda, agenda, (before, after) => {
      const changes = changesBetween(before, after)
      const ids = (list: readonly ComparedLine[]) => list.map((one) => one.itemId)
      expect(
        new Set([...ids(before).filter((id) => !changes.removed.includes(id)), ...changes.added]),
      ).toEqual(new Set(ids(after)))
      const still = (list: readonly ComparedLine[]) =>
        ids(list).filter((id) => ![...changes.added, ...changes.removed, ...changes.moved].includes(id))
      expect(still(before)).toEqual(still(after))
      const told = new Map(changes.minutes.map((one) => [one.itemId, one]))
      for (const was of before) {
        const is = after.find((one) => one.itemId === was.itemId)
        if (!is) continue
        expect(told.get(was.itemId)).toEqual(
          is.minutes === was.minutes ? undefined : { itemId: was.itemId, from: was.minutes, to: is.minutes },
        )
        expect(changes.otherwise.includes(was.itemId)).toBe(was.lane !== is.lane)
      }
      expect(isUnchanged(changes)).toBe(JSON.stringify(before) === JSON.stringify(after))
    }),
  )
})
