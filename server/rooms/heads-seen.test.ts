import { expect, test } from 'vitest'
import type { PanelHead } from '../../db/journal/heads'
import { HeadsSeen } from './heads-seen'

const journalOf = (...panels: [panelId: string, areaId: string, head: string | null][]) => {
  const heads = new Map(panels.map(([panelId, areaId, head]) => [panelId, { panelId, areaId, head }]))
  return {
    panelHeads: (): PanelHead[] => [...heads.values()].map((one) => ({ ...one })),
    set: (panelId: string, areaId: string, head: string) => heads.set(panelId, { panelId, areaId, head }),
  }
}
const threePanels = () => journalOf(['a1', 'A', 'one'], ['a2', 'A', null], ['b1', 'B', 'three'])
const movedIn = (heads: HeadsSeen) => [...(heads.movedOn() ?? ['cannot be told'])].sort()

test('a panel whose record another process has carried on counts as changed, with every panel of its area', () => {
  const journal = threePanels()
  const heads = new HeadsSeen(journal)
  journal.set('a1', 'A', 'two')
  expect(movedIn(heads)).toEqual(['a1', 'a2'])
  journal.set('b1', 'B', 'four')
  expect(movedIn(heads)).toEqual(['b1'])
})

test('what this process wrote itself is nobody else’s', () => {
  const journal = threePanels()
  const heads = new HeadsSeen(journal)
  journal.set('a2', 'A', 'mine')
  heads.wrote('a2', 'mine')
  journal.set('b1', 'B', 'theirs')
  expect(movedIn(heads)).toEqual(['b1'])
})

test('what this process wrote and then took back leaves it unsure of that panel', () => {
  const journal = threePanels()
  const heads = new HeadsSeen(journal)
  heads.wrote('a1', 'never committed')
  journal.set('b1', 'B', 'theirs')
  expect(movedIn(heads)).toEqual(['a1', 'a2', 'b1'])
})

test('a new panel changes its area, and where no record has moved on it cannot be told what has changed', () => {
  const journal = threePanels()
  const heads = new HeadsSeen(journal)
  journal.set('b2', 'B', 'five')
  expect(movedIn(heads)).toEqual(['b1', 'b2'])
  expect(movedIn(heads)).toEqual(['cannot be told'])
})
