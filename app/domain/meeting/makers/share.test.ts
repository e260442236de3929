import { expect, test } from 'vitest'
import { commandsIn } from '../../../../tests/support/commands'
import { fieldsRefused, made } from '../../../../tests/support/made'
import { openPureMeeting } from '../../../../tests/support/pure-panel'

test('information is kept as it was shared: about whom, from where, of what nature, and why it may be shared', () => {
  const panel = openPureMeeting()
  const said = {
    about: panel.victims.V1,
    source: 'third_party',
    nature: 'opinion',
    factDate: '2026-12-02',
    purpose: 'protect_child',
    lawfulBasis: 'vital_interests',
    gateway: 'care_act',
    necessity: 'No other way.',
  }
  expect(made(panel, 'share', 'police', commandsIn(panel).share('A1', 'He was seen.', said))).toMatchObject({
    what: 'He was seen.',
    ...said,
  })
})

test('who says no more than what it is, shares a fact about him from the agency’s own record', () => {
  const panel = openPureMeeting()
  const entry = made(panel, 'share', 'police', commandsIn(panel).share('A1', 'He was seen.'))
  expect(entry).toMatchObject({
    about: 'perpetrator',
    source: 'agency_record',
    nature: 'fact',
    factDate: null,
    purpose: 'protect_adult',
    lawfulBasis: 'public_task',
    gateway: 'crime_and_disorder_s115',
    necessity: '',
  })
})

test('it is about him, the children, or a victim-survivor of this very case', () => {
  const panel = openPureMeeting()
  const { share } = commandsIn(panel)
  for (const about of ['perpetrator', 'children', panel.victims.V1])
    expect(made(panel, 'share', 'police', share('A1', 'Seen.', { about })).about).toBe(about)
  for (const about of [panel.victims.V4, panel.persons.P1, 'somebody'])
    expect(fieldsRefused(panel, 'police', share('A1', 'Seen.', { about }))).toEqual(['fields.about'])
})

test('a fact of today is shared, one of tomorrow is not', () => {
  const panel = openPureMeeting()
  const { share } = commandsIn(panel)
  expect(made(panel, 'share', 'police', share('A1', 'Seen.', { factDate: '2026-12-02' })).factDate).toBe(
    '2026-12-02',
  )
  expect(fieldsRefused(panel, 'police', share('A1', 'Seen.', { factDate: '2026-12-03' }))).toEqual([
    'fields.factDate',
  ])
})
