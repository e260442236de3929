import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting } from '../../../tests/support/pure-panel'
import { told } from '../../../tests/support/told'

test('a lever that an agency has prepared is told to itself whole, and once shared, as what', () => {
  const panel = openPureMeeting()
  const fields = {
    what: 'His tenancy.',
    leverKind: 'tenancy',
    holderAgencyId: panel.agencies.housing,
    safeToUse: 'no',
    safetyNote: 'She lives there.',
  }
  const { preparedEntry = '' } = panel.done('housing', {
    kind: 'prepareLever',
    ...commandsIn(panel).inItem('A1'),
    fields,
  }).created
  const { what, ...lever } = fields
  expect(told(panel, 'housing', 'preparedEntry')).toMatchObject([
    { what, lever, share: null, sharedAs: null },
  ])
  expect(told(panel, 'chair', 'preparedEntry')).toEqual([])
  const shared = panel.done('housing', {
    kind: 'sharePrepared',
    meetingId: panel.meetingId,
    preparedId: preparedEntry,
  }).created['lever']
  expect(told(panel, 'housing', 'preparedEntry')).toMatchObject([{ sharedAs: shared }])
})
