import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitAgenda, type FittedItem } from './agenda-fit'
import { itemKindKeys } from '../catalogues/agenda'

const item = (
  id: string,
  kind: FittedItem['kind'],
  minutes: number,
  more: Partial<FittedItem> = {},
): FittedItem => ({ id, kind, minutes, usual: 6, free: true, ...more })

test('an agenda that fits is left alone', () => {
  expect(fitAgenda([item('a', 'new', 60), item('b', 'review', 60)], 120)).toEqual({
    shorten: [],
    leaveOut: [],
    stillOver: 0,
  })
})

test('what takes longer than usual is shortened before anything is left out, and by no more than is needed', () => {
  expect(fitAgenda([item('a', 'new', 10), item('b', 'review', 10)], 18)).toEqual({
    shorten: [{ itemId: 'b', from: 10, to: 8 }],
    leaveOut: [],
    stillOver: 0,
  })
})

test('the last review waits first, a new case after all reviews, an urgent one never', () => {
  const agenda = [
    item('u', 'urgent', 6),
    item('n', 'new', 6),
    item('r1', 'review', 6),
    item('r2', 'review', 6),
  ]
  expect(fitAgenda(agenda, 18).leaveOut).toEqual(['r2'])
  expect(fitAgenda(agenda, 6).leaveOut).toEqual(['r2', 'r1', 'n'])
  expect(fitAgenda(agenda, 4)).toEqual({ shorten: [], leaveOut: ['r2', 'r1', 'n'], stillOver: 2 })
})

test('a short case that was left out before a long one went comes back where it fits', () => {
  const agenda = [item('n', 'new', 30, { usual: 30 }), item('r', 'review', 3, { usual: 3 })]
  expect(fitAgenda(agenda, 10)).toEqual({ shorten: [], leaveOut: ['n'], stillOver: 0 })
})

const agendas = fc.array(
  fc.record({
    kind: fc.constantFrom(...itemKindKeys),
    minutes: fc.integer({ min: 0, max: 20 }),
    usual: fc.integer({ min: 1, max: 12 }),
    free: fc.boolean(),
  }),
  { maxLength: 14 },
)

test('whatever the agenda: applied, the proposal fits, or says by how much it cannot; and nothing more is asked for than that', () => {
  fc.assert(
    fc.property(agendas, fc.integer({ min: 0, max: 120 }), (drawn, planned) => {
      const items = drawn.map((one, at) => ({ ...one, id: `i${at}` }))
      const fit = fitAgenda(items, planned)
      const left = items
        .filter((one) => !fit.leaveOut.includes(one.id))
        .map((one) => ({
          ...one,
          minutes: fit.shorten.find((short) => short.itemId === one.id)?.to ?? one.minutes,
        }))
      const total = left.reduce((sum, one) => sum + one.minutes, 0)
      expect(Math.max(0, total - planned)).toBe(fit.stillOver)
      // Still over only when all that may go has gone.
      if (fit.stillOver > 0)
        for (const one of left) expect(!one.free || one.kind === 'urgent' || one.minutes === 0).toBe(true)
      for (const short of fit.shorten) {
        const was = items.find((one) => one.id === short.itemId)
        expect(
          was?.free && was.minutes === short.from && short.to < short.from && short.to >= was.usual,
        ).toBe(true)
      }
      for (const id of fit.leaveOut) {
        const was = items.find((one) => one.id === id)
        expect(was?.free && was.kind !== 'urgent').toBe(true)
        // Nobody is left out for nothing.
        const minutes = Math.min(was?.minutes ?? 0, Math.max(was?.usual ?? 0, 0) || 0)
        if (fit.stillOver === 0) expect(total + minutes > planned).toBe(true)
      }
      if (items.reduce((sum, one) => sum + one.minutes, 0) <= planned)
        expect(fit.shorten.length + fit.leaveOut.length).toBe(0)
    }),
    { numRuns: 500 },
  )
})
