import { expect, test } from 'vitest'
import { commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

test('a finding answers one of the panel’s criteria, of the version in force, with its evidence', () => {
  const panel = openPureMeeting()
  const version = panel.things.get('panel', panel.panelId)?.criteriaVersion
  expect(version).toBeGreaterThan(0)
  const said = { criterionKey: 'safe_lever', answer: 'not_met', evidence: 'None is known.' }
  expect(made(panel, 'finding', 'police', commandsIn(panel).finding('A1', said))).toMatchObject({
    ...said,
    criteriaVersion: version,
  })
})

test('what is no criterion of the panel is not found', () => {
  const panel = openPureMeeting()
  const sent = commandsIn(panel).finding('A1', { criterionKey: 'his_horoscope' })
  expect(fieldsRefused(panel, 'police', sent)).toEqual(['fields.criterionKey'])
})

test('a criterion that only another panel has is none of ours, and ours is none of theirs', () => {
  const panel = openPureMeeting()
  const { finding } = commandsIn(panel)
  const ours = panel.things.all('criteria').find((set) => set.panelId === panel.panelId)
  if (!ours) throw new Error('There are no criteria.')
  const theirs = { ...ours, criteria: ours.criteria.map((one) => ({ ...one, key: 'theirs' })) }
  // Another panel's set of the same version, whichever comes first.
  for (const { id } of panel.things.all('criteria')) panel.things.drop('criteria', id)
  panel.things.put('criteria', { ...theirs, id: 'before', panelId: panel.brookPanelId })
  panel.things.put('criteria', ours)
  panel.things.put('criteria', { ...theirs, id: 'after', panelId: panel.brookPanelId })
  expect(fieldsRefused(panel, 'police', finding('A1', { criterionKey: 'theirs' }))).toEqual([
    'fields.criterionKey',
  ])
  made(panel, 'finding', 'police', finding('A1'))
})

test('a criterion changed to another version is found in the new version from then on', () => {
  const panel = openPureMeeting()
  const set = panel.things.all('criteria').find((one) => one.panelId === panel.panelId)
  if (!set) throw new Error('The panel has no criteria.')
  panel.things.put('criteria', {
    ...set,
    id: 'criteria-2',
    version: set.version + 1,
    criteria: [{ ...set.criteria[0]!, key: 'new_one' }],
  })
  panel.things.put('panel', {
    ...panel.things.get('panel', panel.panelId)!,
    criteriaVersion: set.version + 1,
  })
  const { finding } = commandsIn(panel)
  expect(made(panel, 'finding', 'police', finding('A1', { criterionKey: 'new_one' })).criteriaVersion).toBe(
    set.version + 1,
  )
  expect(fieldsRefused(panel, 'police', finding('A1', { criterionKey: 'safe_lever' }))).toEqual([
    'fields.criterionKey',
  ])
})
