import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting } from '../../../tests/support/pure-panel'

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
