import { describe, expect, test } from 'vitest'
import { commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

describe('what each outcome needs, and what it keeps', () => {
  test.each([
    [{ outcome: 'continue' }, {}],
    [{ outcome: 'accept', mode: 'direct' }, {}],
    [{ outcome: 'bring_back', reason: 'Housing is asked.' }, {}],
    [{ outcome: 'not_accepted', reason: 'No safe lever.', onward: 'Back to the MARAC.' }, {}],
    [{ outcome: 'extend', onward: 'Two more goals.', until: 'in 4 weeks' }, { until: '2026-12-30' }],
    [{ outcome: 'close', closureReason: 'custody' }, {}],
    [{ outcome: 'transfer', onward: 'Brook.' }, {}],
  ])('%o', (said, kept) => {
    const panel = openPureMeeting()
    expect(made(panel, 'decision', 'chair', commandsIn(panel).decision('A1', said))).toMatchObject({
      mode: null,
      reason: '',
      until: null,
      onward: '',
      closureReason: null,
      rationale: 'The plan works.',
      ...said,
      ...kept,
    })
  })
})

test('how he is worked with belongs to accepting, and a reason of closing to closing: elsewhere neither is kept', () => {
  const panel = openPureMeeting()
  const { decision } = commandsIn(panel)
  const said = { mode: 'direct', closureReason: 'custody' }
  expect(made(panel, 'decision', 'chair', decision('A1', { outcome: 'continue', ...said }))).toMatchObject({
    mode: null,
    closureReason: null,
  })
  expect(made(panel, 'decision', 'chair', decision('A2', { outcome: 'accept', ...said }))).toMatchObject({
    mode: 'direct',
    closureReason: null,
  })
  expect(made(panel, 'decision', 'chair', decision('A3', { outcome: 'close', ...said }))).toMatchObject({
    mode: null,
    closureReason: 'custody',
  })
})

test('the day until when is understood, and not past', () => {
  const panel = openPureMeeting()
  const until = (words: string) =>
    commandsIn(panel).decision('A1', { outcome: 'bring_back', reason: 'Asked.', until: words })
  for (const words of ['when he is out', 'yesterday'])
    expect(fieldsRefused(panel, 'chair', until(words))).toEqual(['fields.until'])
  expect(made(panel, 'decision', 'chair', until('16 December')).until).toBe('2026-12-16')
})

test('a correction of the words may leave a day that has passed, and gives no other that has', () => {
  const panel = openPureMeeting()
  const { decision, correct } = commandsIn(panel)
  const fields = { outcome: 'bring_back', reason: 'Asked.', rationale: 'So.', until: '2026-12-04' }
  const { id } = made(panel, 'decision', 'chair', decision('A1', fields))
  panel.clock.move({ days: 7 })
  const earlier = correct('decision', id, { ...fields, until: '2026-12-03' })
  expect(fieldsRefused(panel, 'chair', earlier)).toEqual(['correction.fields.until'])
  const better = correct('decision', id, { ...fields, rationale: 'Better.' })
  expect(made(panel, 'decision', 'chair', better)).toMatchObject({
    until: '2026-12-04',
    rationale: 'Better.',
  })
})

test('one decision stands for an item; struck out or on another item, it is in nobody’s way', () => {
  const panel = openPureMeeting()
  const { decision, withdraw } = commandsIn(panel)
  const { id } = made(panel, 'decision', 'chair', decision('A1'))
  made(panel, 'decision', 'chair', decision('A2'))
  expect(panel.refused('chair', decision('A1'))).toMatchObject({ code: 'already_done' })
  panel.done('chair', withdraw(id))
  made(panel, 'decision', 'chair', decision('A1'))
})

test('it is decided under the criteria and the policy in force, and a correction of words leaves it under them', () => {
  const panel = openPureMeeting()
  const { decision, correct } = commandsIn(panel)
  const ofPanel = () => {
    const one = panel.things.get('panel', panel.panelId)
    if (!one) throw new Error('There is no panel.')
    return one
  }
  const policy = panel.things.all('policy').find((one) => one.panelId === panel.panelId)
  if (!policy) throw new Error('The panel has no policy.')
  const before = { criteriaVersion: ofPanel().criteriaVersion, policyVersion: policy.version }
  const after = { criteriaVersion: before.criteriaVersion + 1, policyVersion: policy.version + 1 }
  const first = made(panel, 'decision', 'chair', decision('A1'))
  expect(first).toMatchObject(before)
  panel.things.put('panel', { ...ofPanel(), criteriaVersion: after.criteriaVersion })
  panel.things.put('policy', { ...policy, id: 'policy-two', version: after.policyVersion })
  expect(made(panel, 'decision', 'chair', decision('A2'))).toMatchObject(after)
  const better = correct('decision', first.id, { outcome: 'continue', rationale: 'Better.' })
  expect(made(panel, 'decision', 'chair', better)).toMatchObject(before)
})
