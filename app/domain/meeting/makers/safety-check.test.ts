import { expect, test } from 'vitest'
import { commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

const said = {
  knows: 'no',
  raisesRisk: 'yes',
  riskNote: 'When he is told of it.',
  safeContact: 'unknown',
  plan: 'The alarm is fitted.',
  whoTells: 'Her advocate.',
  children: 'With their grandmother.',
}

test('the one victim-survivor of a case need not be named; what was answered about her is kept, for the circle', () => {
  const panel = openPureMeeting()
  expect(made(panel, 'safetyCheck', 'idva', commandsIn(panel).safetyCheck('A1', said))).toMatchObject({
    victimId: panel.victims.V1,
    audience: { kind: 'safety_circle', memberIds: [] },
    ...said,
  })
})

test('of several it is said which, and she is of this case', () => {
  const panel = openPureMeeting()
  const { safetyCheck } = commandsIn(panel)
  expect(fieldsRefused(panel, 'idva', safetyCheck('A2'))).toEqual(['fields.victimId'])
  for (const [item, victimId] of [
    ['A2', panel.victims.V1],
    ['A1', panel.victims.V4],
  ] as const)
    expect(fieldsRefused(panel, 'idva', safetyCheck(item, { victimId }))).toEqual(['fields.victimId'])
  for (const victimId of [panel.victims.V2a, panel.victims.V2b])
    expect(made(panel, 'safetyCheck', 'idva', safetyCheck('A2', { victimId })).victimId).toBe(victimId)
})

test('where none is linked it is of the case', () => {
  const panel = openPureMeeting()
  expect(made(panel, 'safetyCheck', 'idva', commandsIn(panel).safetyCheck('A3')).victimId).toBeNull()
})

test('each has one that stands; struck out, it is answered anew', () => {
  const panel = openPureMeeting()
  const { safetyCheck, withdraw, correct } = commandsIn(panel)
  const first = made(panel, 'safetyCheck', 'idva', safetyCheck('A1'))
  expect(panel.refused('idva', safetyCheck('A1'))).toMatchObject({ code: 'already_done' })
  const better = made(panel, 'safetyCheck', 'idva', correct('safetyCheck', first.id, said))
  expect(better).toMatchObject({ victimId: panel.victims.V1, ...said })
  panel.done('idva', withdraw(better.id))
  made(panel, 'safetyCheck', 'idva', safetyCheck('A1'))
})

test('that it could raise the risk is not left without saying when and from what', () => {
  const panel = openPureMeeting()
  const { safetyCheck } = commandsIn(panel)
  expect(fieldsRefused(panel, 'idva', safetyCheck('A1', { raisesRisk: 'yes' }))).toEqual(['fields.riskNote'])
  made(panel, 'safetyCheck', 'idva', safetyCheck('A1', { raisesRisk: 'unknown' }))
})
