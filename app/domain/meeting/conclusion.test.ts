import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { made } from '../../../tests/support/made'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'

test('a safety check that was corrected and then struck out answers no longer', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.decision('A1'))
  const answer = commands.safetyCheck('A1', { victimId: panel.victims.V1 })
  const first = panel.done('idva', answer).created['safetyCheck']
  const corrected = panel.done(
    'idva',
    commands.correct('safetyCheck', first ?? '', {
      ...(answer['fields'] as object),
      plan: 'Her other plan.',
    }),
  ).created['safetyCheck']
  panel.done('idva', commands.withdraw(corrected ?? ''))
  expect(panel.things.get('item', panel.items.A1)?.safetyAnswered).toEqual([])
  expect(panel.refused('chair', commands.conclude('A1'))).toMatchObject({ code: 'gate' })
})

test('a safety check that was corrected to be about another answers for her no longer', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.move('A2'))
  panel.done('chair', commands.decision('A2'))
  const { V2a, V2b, V2c } = panel.victims
  const answer = commands.safetyCheck('A2', { victimId: V2a })
  const first = panel.done('idva', answer).created['safetyCheck']
  panel.done(
    'idva',
    commands.correct('safetyCheck', first ?? '', { ...(answer['fields'] as object), victimId: V2b }),
  )
  expect(panel.things.get('item', panel.items.A2)?.safetyAnswered).toEqual([V2b])
  panel.done('idva', commands.safetyCheck('A2', { victimId: V2c }))
  expect(panel.refused('chair', commands.conclude('A2'))).toMatchObject({ code: 'gate' })
  panel.done('idva', answer)
  panel.done('chair', commands.conclude('A2'))
})

const answered = (panel: PurePanel) => panel.done('idva', commandsIn(panel).safetyCheck('A1'))

test('concluded, it is on record by whom and when, with what was decided and nothing that was missing', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.decision('A1'))
  answered(panel)
  expect(panel.done('chair', commands.conclude('A1', 'Not needed.')).records).toEqual([
    {
      kind: 'itemConcluded',
      body: {
        itemId: panel.items.A1,
        at: panel.clock.now(),
        by: panel.people.chair.memberId,
        without: null,
        outcome: 'continue',
        broughtBackReason: null,
        dissentingAgencyIds: [],
      },
    },
  ])
})

test('the decision it is concluded on is the one that stands on this item', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const back = (reason: string) => ({ outcome: 'bring_back', reason, rationale: 'So.' })
  panel.done('chair', commands.decision('A2', { outcome: 'transfer', onward: 'Brook.' }))
  const first = made(panel, 'decision', 'chair', commands.decision('A1'))
  panel.done('chair', commands.correct('decision', first.id, back('Housing is asked.')))
  answered(panel)
  expect(panel.done('chair', commands.conclude('A1')).records).toMatchObject([
    { body: { outcome: 'bring_back', broughtBackReason: 'Housing is asked.' } },
  ])
})

test('of a decision that is not to bring back, its reason brings nothing back', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.decision('A1', { outcome: 'not_accepted', reason: 'No safe lever.' }))
  answered(panel)
  expect(panel.done('chair', commands.conclude('A1')).records).toMatchObject([
    { body: { outcome: 'not_accepted', broughtBackReason: null } },
  ])
})

test('agencies that dissent from that decision are named; who agrees, thought again or took it back is not', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const dissents = { stance: 'dissents', reason: 'It is hers.' }
  const elsewhere = made(panel, 'decision', 'chair', commands.decision('A2'))
  panel.done('probation', commands.position('A2', elsewhere.id, dissents))
  const { id } = made(panel, 'decision', 'chair', commands.decision('A1'))
  panel.done('housing', commands.position('A1', id, dissents))
  panel.done('police', commands.position('A1', id))
  panel.done('socialCare', commands.position('A1', id, dissents))
  panel.done('socialCare', commands.position('A1', id))
  const idva = made(panel, 'position', 'idva', commands.position('A1', id, dissents))
  panel.done('idva', commands.withdraw(idva.id))
  answered(panel)
  expect(panel.done('chair', commands.conclude('A1')).records).toMatchObject([
    { body: { dissentingAgencyIds: [panel.agencies.housing] } },
  ])
})

test('without a decision nobody dissents from it, whatever was thought of an earlier one', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const { id } = made(panel, 'decision', 'chair', commands.decision('A1'))
  panel.done('housing', commands.position('A1', id, { stance: 'dissents', reason: 'It is hers.' }))
  panel.done('chair', commands.withdraw(id))
  expect(panel.done('chair', commands.conclude('A1', 'We agree on nothing.')).records).toMatchObject([
    {
      body: {
        outcome: null,
        dissentingAgencyIds: [],
        without: expect.stringMatching(/^We agree on nothing\./),
      },
    },
  ])
})

test('what the panel goes on without is named, and the case of another is not asked about', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const { missing } = panel.refused('chair', commands.conclude('A1')) as { missing?: string[] }
  expect(missing).toHaveLength(2)
  expect(missing?.join()).toContain('V1')
  expect(missing?.join()).not.toContain('V4')
  expect(panel.refused('chair', commands.conclude('A1')).fields).toMatchObject([{ field: 'without' }])
})

test('an intervention that disrupts in the note-only lane asks for her safety first', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const item = panel.things.get('item', panel.items.A1)
  if (item) panel.things.put('item', { ...item, lane: 'note_only' })
  panel.done('police', commands.intervention('A1', 'Visits.'))
  expect(panel.refused('chair', commands.conclude('A1'))).toMatchObject({ code: 'gate' })
})

test('a case is concluded once and opened again once, while the meeting goes on, by whoever is in it', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const reopen = (item: 'A1' | 'A2') => ({
    kind: 'reopenItem',
    ...commands.inItem(item),
    reason: 'More came.',
  })
  expect(panel.refused('chair', reopen('A1'))).toMatchObject({ code: 'already_done' })
  panel.done('chair', commands.conclude('A1', 'No time.'))
  expect(panel.refused('chair', commands.conclude('A1', 'No time.'))).toMatchObject({ code: 'already_done' })
  expect(panel.done('chair', reopen('A1')).records).toEqual([
    { kind: 'itemReopened', body: { itemId: panel.items.A1, reason: 'More came.' } },
  ])
  for (const sent of [commands.conclude('A1'), reopen('A1')]) {
    expect(panel.refused('chair', { ...sent, itemId: 'no-such-item' })).toMatchObject({ code: 'not_found' })
  }
  expect(panel.refused('coChair', commands.conclude('A1'))).toMatchObject({ code: 'not_allowed' })
  panel.done('chair', commands.conclude('A1', 'No time.'))
  panel.done('chair', commands.close('Out of time.'))
  for (const sent of [commands.conclude('A1'), reopen('A1')])
    expect(panel.refused('chair', sent)).toMatchObject({ code: 'wrong_moment' })
})
