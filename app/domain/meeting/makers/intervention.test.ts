import { expect, test } from 'vitest'
import { circle, commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

const areas = { supportAreas: ['mental_health'], disruptAreas: ['housing', 'notification'] }

test('support names an area of support, disruption one of disruption, and both name both', () => {
  const panel = openPureMeeting()
  const plan = (fields: object) => commandsIn(panel).intervention('A1', 'Something.', { ...fields })
  const without = { supportAreas: [], disruptAreas: [] }
  for (const [strand, lacks] of [
    ['support', 'supportAreas'],
    ['disrupt', 'disruptAreas'],
    ['both', 'supportAreas'],
  ] as const)
    expect(fieldsRefused(panel, 'police', plan({ strand, ...without }))).toEqual([`fields.${lacks}`])
  expect(fieldsRefused(panel, 'police', plan({ strand: 'both', ...areas, disruptAreas: [] }))).toEqual([
    'fields.disruptAreas',
  ])
  expect(made(panel, 'intervention', 'police', plan({ strand: 'both', ...areas }))).toMatchObject({
    strand: 'both',
    ...areas,
  })
})

test('support alone names no area of disruption, nor the other way round', () => {
  const panel = openPureMeeting()
  const { intervention } = commandsIn(panel)
  const support = { strand: 'support', supportAreas: ['mental_health'], disruptAreas: [] }
  expect(made(panel, 'intervention', 'police', intervention('A1', 'Counselling.', support))).toMatchObject(
    support,
  )
  const disrupt = { strand: 'disrupt', supportAreas: [], disruptAreas: ['housing'] }
  expect(made(panel, 'intervention', 'police', intervention('A1', 'Visits.', disrupt))).toMatchObject(disrupt)
})

test('an area of the other strand is not kept', () => {
  const panel = openPureMeeting()
  const plan = (strand: string) => commandsIn(panel).intervention('A1', 'Something.', { strand, ...areas })
  expect(made(panel, 'intervention', 'police', plan('support'))).toMatchObject({
    supportAreas: areas.supportAreas,
    disruptAreas: [],
  })
  expect(made(panel, 'intervention', 'police', plan('disrupt'))).toMatchObject({
    supportAreas: [],
    disruptAreas: areas.disruptAreas,
  })
})

test('its own agency leads it unless another of the panel does, together with whom it names, each once', () => {
  const panel = openPureMeeting()
  const { police, probation, housing, brookPolice } = panel.agencies
  const plan = (fields: object = {}) => commandsIn(panel).intervention('A1', 'Visits.', { ...fields })
  expect(made(panel, 'intervention', 'police', plan())).toMatchObject({
    what: 'Visits.',
    leadAgencyId: police,
    jointAgencyIds: [],
    status: 'planned',
    result: '',
    leverId: null,
    history: [],
  })
  const joint = { leadAgencyId: probation, jointAgencyIds: [housing, probation, housing, police] }
  expect(made(panel, 'intervention', 'police', plan(joint))).toMatchObject({
    leadAgencyId: probation,
    jointAgencyIds: [housing, police],
  })
  expect(fieldsRefused(panel, 'police', plan({ leadAgencyId: brookPolice }))).toEqual(['fields.leadAgencyId'])
  for (const other of [brookPolice, 'no-such-agency'])
    expect(fieldsRefused(panel, 'police', plan({ jointAgencyIds: [housing, other] }))).toEqual([
      'fields.jointAgencyIds',
    ])
})

test('it may use a lever of this case that its author sees', () => {
  const panel = openPureMeeting()
  const { lever, intervention } = commandsIn(panel)
  const seen = made(panel, 'lever', 'housing', lever('A1', 'His tenancy.'))
  const elsewhere = made(panel, 'lever', 'housing', lever('A2', 'His tenancy.'))
  const hidden = made(panel, 'lever', 'idva', lever('A1', 'What she said.', { audience: circle() }))
  const using = (leverId: string) => intervention('A1', 'Visits.', { leverId })
  expect(made(panel, 'intervention', 'housing', using(seen.id)).leverId).toBe(seen.id)
  for (const id of [elsewhere.id, hidden.id, 'no-such-lever'])
    expect(fieldsRefused(panel, 'housing', using(id))).toEqual(['fields.leverId'])
})

test('corrected in its words it keeps how it stood before', () => {
  const panel = openPureMeeting()
  const { intervention, correct, inItem } = commandsIn(panel)
  const { id } = made(panel, 'intervention', 'police', intervention('A1', 'Visits.'))
  panel.done('police', {
    kind: 'changeIntervention',
    ...inItem('A1'),
    entryId: id,
    status: 'in_progress',
    result: 'Begun.',
  })
  const fields = {
    what: 'Visits by night.',
    strand: 'disrupt',
    disruptAreas: ['housing'],
    status: 'in_progress',
  }
  expect(made(panel, 'intervention', 'police', correct('intervention', id, fields))).toMatchObject({
    what: 'Visits by night.',
    history: [{ status: 'planned', result: '' }],
  })
})
