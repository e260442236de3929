import { expect, test } from 'vitest'
import { commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

test('a lever is kept with its kind, who holds it, and whether it is safe to use', () => {
  const panel = openPureMeeting()
  const said = { leverKind: 'tenancy', safeToUse: 'no', safetyNote: 'She lives there.' }
  expect(made(panel, 'lever', 'housing', commandsIn(panel).lever('A1', 'His tenancy.', said))).toMatchObject({
    what: 'His tenancy.',
    ...said,
    holderAgencyId: panel.agencies.housing,
  })
})

test('another agency of the panel may hold it, one of another panel may not', () => {
  const panel = openPureMeeting()
  const { lever } = commandsIn(panel)
  const heldBy = (holderAgencyId: string) => lever('A1', 'His licence.', { holderAgencyId })
  expect(made(panel, 'lever', 'housing', heldBy(panel.agencies.probation)).holderAgencyId).toBe(
    panel.agencies.probation,
  )
  for (const agency of [panel.agencies.brookPolice, 'no-such-agency'])
    expect(fieldsRefused(panel, 'housing', heldBy(agency))).toEqual(['fields.holderAgencyId'])
})
