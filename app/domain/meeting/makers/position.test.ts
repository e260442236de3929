import { expect, test } from 'vitest'
import { circle, commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

test('an agency agrees to the decision that stands on the item, or says why it dissents', () => {
  const panel = openPureMeeting()
  const { decision, position } = commandsIn(panel)
  const { id } = made(panel, 'decision', 'chair', decision('A1'))
  expect(made(panel, 'position', 'police', position('A1', id))).toMatchObject({
    decisionId: id,
    stance: 'agrees',
    reason: '',
  })
  expect(fieldsRefused(panel, 'housing', position('A1', id, { stance: 'dissents' }))).toEqual([
    'fields.reason',
  ])
  const why = { stance: 'dissents', reason: 'The tenancy is hers.' }
  expect(made(panel, 'position', 'housing', position('A1', id, why))).toMatchObject(why)
  for (const stance of ['abstains', 'absent'])
    expect(made(panel, 'position', 'probation', position('A1', id, { stance })).stance).toBe(stance)
})

test('there is nothing to take a position on where the decision was corrected, struck out, or is of another case', () => {
  const panel = openPureMeeting()
  const { decision, position, correct, withdraw } = commandsIn(panel)
  const first = made(panel, 'decision', 'chair', decision('A1'))
  const better = { outcome: 'continue', rationale: 'Better.' }
  const second = made(panel, 'decision', 'chair', correct('decision', first.id, better))
  const elsewhere = made(panel, 'decision', 'chair', decision('A2'))
  for (const id of [first.id, elsewhere.id, 'no-such-decision'])
    expect(fieldsRefused(panel, 'police', position('A1', id))).toEqual(['fields.decisionId'])
  made(panel, 'position', 'police', position('A1', second.id))
  panel.done('chair', withdraw(second.id))
  expect(fieldsRefused(panel, 'police', position('A1', second.id))).toEqual(['fields.decisionId'])
})

test('an agency that thinks again changes its position; that of another stays', () => {
  const panel = openPureMeeting()
  const { decision, position } = commandsIn(panel)
  const { id } = made(panel, 'decision', 'chair', decision('A1'))
  const other = made(panel, 'position', 'housing', position('A1', id))
  const first = made(panel, 'position', 'police', position('A1', id))
  const again = made(panel, 'position', 'police', position('A1', id, { stance: 'abstains' }))
  expect(again).toMatchObject({ supersedes: first.id, correctionReason: 'Changed in the meeting.' })
  expect(panel.things.get('position', first.id)?.supersededBy).toBe(again.id)
  expect(panel.things.get('position', other.id)?.supersededBy).toBeNull()
  // The coordinator, for the police: still that of the police.
  const forThem = position('A1', id, { agencyId: panel.agencies.police, stance: 'absent' })
  expect(made(panel, 'position', 'coordinator', forThem)).toMatchObject({ supersedes: again.id })
})

test('a position is for the panel, whatever was ticked', () => {
  const panel = openPureMeeting()
  const { decision, position } = commandsIn(panel)
  const { id } = made(panel, 'decision', 'chair', decision('A1', { audience: circle() }))
  expect(panel.things.get('decision', id)?.audience).toEqual({ kind: 'panel' })
  expect(made(panel, 'position', 'police', position('A1', id, { audience: circle() })).audience).toEqual({
    kind: 'panel',
  })
})

test('a position on the decision that stands now is no change of the one on the decision before it', () => {
  const panel = openPureMeeting()
  const { decision, position, correct } = commandsIn(panel)
  const first = made(panel, 'decision', 'chair', decision('A1'))
  const before = made(panel, 'position', 'police', position('A1', first.id))
  const better = { outcome: 'continue', rationale: 'Better.' }
  const second = made(panel, 'decision', 'chair', correct('decision', first.id, better))
  expect(made(panel, 'position', 'police', position('A1', second.id)).supersedes).toBeNull()
  expect(panel.things.get('position', before.id)?.supersededBy).toBeNull()
})
