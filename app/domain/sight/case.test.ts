import { describe, expect, test } from 'vitest'
import { circle, commandsIn, panelAudience } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel } from '../../../tests/support/pure-panel'
import { everyone, sitting } from '../../../tests/support/small-panel-facts'
import { told, toldOf } from '../../../tests/support/told'

describe('a declared interest', () => {
  test('is for the member, and for those who may see the case', () => {
    const panel = openPureMeeting()
    const { conflict = '' } = panel.done('housing', commandsIn(panel).conflict('A2')).created
    panel.done('police', commandsIn(panel).conflict('A2'))
    const readers = everyone.filter((who) => toldOf(panel, who, 'conflict', conflict))
    expect(readers).toEqual(sitting.filter((who) => who !== 'police'))
    expect(told(panel, 'chair', 'conflict', panel.meetingId, 'wall')).toEqual([])
  })
})

describe('what happened, corrected', () => {
  const corrected = (before: object, after: object) => {
    const panel = openPurePanel()
    const { caseId, ...about } = { caseId: panel.cases.A1, happeningKind: 'breach', day: 'today' }
    const first =
      panel.done('police', {
        kind: 'recordHappening',
        caseId,
        fields: { ...about, what: 'First.', audience: before },
      }).created['happening'] ?? ''
    const second =
      panel.done('police', {
        kind: 'correctHappening',
        caseId,
        happeningId: first,
        fields: { ...about, what: 'Second.', audience: after },
        reason: 'It said too much.',
      }).created['happening'] ?? ''
    const of = (who: 'housing' | 'chair', id: string) => toldOf(panel, who, 'happening', id, null)
    return { first, second, of }
  }

  test('points at its other version, and says why, to whoever reads both', () => {
    const { first, second, of } = corrected(panelAudience, panelAudience)
    expect(of('housing', first)).toMatchObject({
      supersedes: null,
      supersededBy: second,
      correctionReason: null,
    })
    expect(of('housing', second)).toMatchObject({
      supersedes: first,
      supersededBy: null,
      correctionReason: 'It said too much.',
    })
  })

  test('to whoever reads the later version alone there was never an earlier one', () => {
    const { first, second, of } = corrected(circle(), panelAudience)
    expect(of('housing', first)).toBeUndefined()
    expect(of('housing', second)).toMatchObject({ supersedes: null, correctionReason: null })
    expect(of('chair', second)).toMatchObject({ supersedes: first, correctionReason: 'It said too much.' })
  })
})

test('that a case was about another man is for those who run the panel, and which man for nobody', () => {
  const panel = openPurePanel()
  panel.done('chair', {
    kind: 'moveCase',
    panelId: panel.panelId,
    caseId: panel.cases.A4,
    personId: panel.persons.P2,
    reason: 'Another man.',
  })
  const moves = (who: 'chair' | 'housing') => toldOf(panel, who, 'case', panel.cases.A4, null)?.moves
  expect(moves('chair')).toEqual([
    { reason: 'Another man.', at: panel.clock.now(), by: panel.people.chair.memberId },
  ])
  expect(moves('housing')).toEqual([])
})
