import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'

// What is kept to reach her safely, one record for each victim-survivor.

const keeping = (panel: PurePanel, fields: Record<string, unknown> = {}) => ({
  kind: 'keepSafetyRecord',
  caseId: panel.cases.A1,
  victimId: panel.victims.V1,
  safeContact: 'Text first, before three.',
  whoMustNotKnow: 'His mother.',
  wishes: 'No letters.',
  told: 'That he is discussed.',
  memberIds: [panel.people.housing.memberId],
  ...fields,
})

test('what is kept of her stands as it was written, and is written anew as a whole', () => {
  const panel = openPurePanel()
  panel.done('idva', keeping(panel))
  const kept = () => panel.things.get('safetyRecord', panel.victims.V1)
  expect(kept()).toEqual({
    id: panel.victims.V1,
    panelId: panel.panelId,
    caseId: panel.cases.A1,
    safeContact: 'Text first, before three.',
    whoMustNotKnow: 'His mother.',
    wishes: 'No letters.',
    told: 'That he is discussed.',
    memberIds: [panel.people.housing.memberId],
    updatedAt: panel.clock.now(),
    updatedBy: panel.people.idva.memberId,
  })
  panel.clock.move({ hours: 1 })
  panel.done('coordinator', keeping(panel, { wishes: '', memberIds: [] }))
  expect(kept()).toMatchObject({ wishes: '', memberIds: [], updatedAt: panel.clock.now() })
  expect(panel.things.all('safetyRecord')).toHaveLength(1)
})

test('only members of the panel are named in it', () => {
  const panel = openPurePanel()
  const memberIds = [panel.people.housing.memberId, panel.people.brookIdva.memberId]
  expect(panel.refused('idva', keeping(panel, { memberIds })).fields).toMatchObject([{ field: 'memberIds' }])
})

test('a victim-survivor of another case or another panel is not there', () => {
  const panel = openPurePanel()
  for (const ids of [
    { victimId: panel.victims.V2a },
    { caseId: panel.cases.B1, victimId: panel.victims.V9 },
    { victimId: 'none' },
  ])
    expect(panel.refused('idva', keeping(panel, ids))).toMatchObject({ code: 'not_found' })
})

test('whoever is out of the case keeps none of it', () => {
  const panel = openPureMeeting()
  panel.done('idva', commandsIn(panel).conflict('A1'))
  expect(panel.refused('idva', keeping(panel))).toMatchObject({ code: 'not_found' })
  expect(panel.things.get('safetyRecord', panel.victims.V1)).toBeUndefined()
})
