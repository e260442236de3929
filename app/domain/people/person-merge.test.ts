import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { sitting } from '../../../tests/support/small-panel-facts'

// Two entries found to be one man, put together and taken apart again exactly. In the small panel P1 (Aldous Quenby, also
// Al Quenbee, two cases) and P2 (Barnaby Rusholt, one case) have incidents of their own.

type Ref = 'P1' | 'P2' | 'P3' | 'P5' | 'P9'
const merging = (panel: PurePanel, kept: Ref, ...merged: Ref[]) => ({
  kind: 'mergePersons',
  panelId: panel.panelId,
  keptId: panel.persons[kept],
  mergedIds: merged.map((ref) => panel.persons[ref]),
  reason: 'One set of fingerprints.',
})
const merge = (panel: PurePanel, kept: Ref, merged: Ref) => {
  panel.done('coordinator', merging(panel, kept, merged))
  return panel.things.all('personMerge').at(-1)?.id ?? ''
}
const undoing = (panel: PurePanel, mergeId: string) => ({
  kind: 'unmergePersons',
  panelId: panel.panelId,
  mergeId,
  reason: 'Two brothers.',
})
const person = (panel: PurePanel, ref: Ref) => panel.things.get('person', panel.persons[ref])
const manOf = (panel: PurePanel, ref: 'A1' | 'A2' | 'A4') =>
  panel.things.get('case', panel.cases[ref])?.personId
const incidentsOf = (panel: PurePanel, ref: Ref) =>
  panel.things
    .all('incident')
    .filter((one) => one.personId === panel.persons[ref])
    .map((one) => one.ref)
    .sort()

test('the one who stays has the cases, the incidents, the names and the dates of both', () => {
  const panel = openPurePanel()
  merge(panel, 'P2', 'P1')
  expect(person(panel, 'P2')).toMatchObject({
    givenName: 'Barnaby',
    familyName: 'Rusholt',
    dateOfBirth: '1979-11-30',
    aliases: ['Aldous Quenby', 'Al Quenbee'],
    otherDatesOfBirth: ['1988-03-04'],
  })
  for (const ref of ['A1', 'A2', 'A4'] as const) expect(manOf(panel, ref)).toBe(panel.persons.P2)
  expect(incidentsOf(panel, 'P2')).toEqual(['INC-ALL-1', 'INC-ALL-2', 'INC-ALL-4', 'INC-HER-1'])
  expect(incidentsOf(panel, 'P1')).toEqual([])
  expect(panel.things.all('personMerge')).toMatchObject([
    {
      keptId: panel.persons.P2,
      mergedId: panel.persons.P1,
      mergedName: 'Aldous Quenby',
      caseIds: [panel.cases.A1, panel.cases.A4],
      reason: 'One set of fingerprints.',
      at: panel.clock.now(),
      by: panel.people.coordinator.memberId,
      undoneAt: null,
    },
  ])
})

test('undone, both are as they were, with the reason on record', () => {
  const panel = openPurePanel()
  const before = [person(panel, 'P1'), person(panel, 'P2')]
  const mergeId = merge(panel, 'P2', 'P1')
  panel.clock.move({ minutes: 5 })
  panel.done('chair', undoing(panel, mergeId))
  expect([person(panel, 'P1'), person(panel, 'P2')]).toEqual(before)
  for (const [ref, man] of [
    ['A1', 'P1'],
    ['A2', 'P2'],
    ['A4', 'P1'],
  ] as const)
    expect(manOf(panel, ref)).toBe(panel.persons[man])
  expect(incidentsOf(panel, 'P1')).toEqual(['INC-ALL-1', 'INC-ALL-4', 'INC-HER-1'])
  expect(panel.things.get('personMerge', mergeId)).toMatchObject({
    undoneAt: panel.clock.now(),
    undoneBy: panel.people.chair.memberId,
    undoneReason: 'Two brothers.',
  })
  expect(panel.refused('chair', undoing(panel, mergeId))).toMatchObject({ code: 'already_done' })
})

test('merged again afterwards, the later one is undone first; in the same moment as well', () => {
  for (const minutes of [0, 1]) {
    const panel = openPurePanel()
    const first = merge(panel, 'P2', 'P1')
    panel.clock.move({ minutes })
    const second = merge(panel, 'P3', 'P2')
    expect(panel.refused('chair', undoing(panel, first))).toMatchObject({ code: 'wrong_moment' })
    panel.done('chair', undoing(panel, second))
    panel.done('chair', undoing(panel, first))
    expect(manOf(panel, 'A1')).toBe(panel.persons.P1)
  }
})

test('a later merge of other men is in nobody’s way', () => {
  const panel = openPurePanel()
  const first = merge(panel, 'P2', 'P1')
  panel.clock.move({ minutes: 1 })
  merge(panel, 'P3', 'P5')
  panel.done('chair', undoing(panel, first))
})

test('two different men are chosen; of two that include the one who stays it is the other', () => {
  const panel = openPurePanel()
  for (const merged of [['P2'], ['P1', 'P3']] as const)
    expect(panel.refused('chair', merging(panel, 'P2', ...merged)).fields).toMatchObject([
      { field: 'mergedIds' },
    ])
  panel.done('chair', merging(panel, 'P2', 'P2', 'P1'))
  expect(manOf(panel, 'A1')).toBe(panel.persons.P2)
})

test('a man of another panel, or whose case one is out of, is not there', () => {
  const panel = openPureMeeting()
  for (const [kept, merged] of [
    ['P2', 'P9'],
    ['P9', 'P2'],
  ] as const)
    expect(panel.refused('chair', merging(panel, kept, merged))).toMatchObject({ code: 'not_found' })
  panel.done('coordinator', commandsIn(panel).conflict('A2'))
  expect(panel.refused('coordinator', merging(panel, 'P3', 'P2'))).toMatchObject({ code: 'not_found' })
  panel.done('chair', merging(panel, 'P3', 'P2'))
})

test('while the panel is in session, whoever has not joined waits', () => {
  const panel = openPureMeeting(...sitting.filter((who) => who !== 'coordinator'))
  const mergeId = panel.done('chair', merging(panel, 'P2', 'P1')).created['personMerge'] ?? ''
  for (const sent of [merging(panel, 'P3', 'P2'), undoing(panel, mergeId)])
    expect(panel.refused('coordinator', sent)).toMatchObject({ code: 'wrong_moment' })
})
