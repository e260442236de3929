import { expect, test } from 'vitest'
import { circle, commandsIn } from '../../../tests/support/commands'
import { made } from '../../../tests/support/made'
import { openPureMeeting } from '../../../tests/support/pure-panel'
import { explainSight } from './explain'

test('of what is shown, each condition that was asked holds, and nothing is withheld', () => {
  const panel = openPureMeeting()
  const share = made(panel, 'share', 'police', commandsIn(panel).share('A1', 'Seen.'))
  const { shown, withheld, asked } = explainSight(panel.sight('housing'), 'share', share)
  expect({ shown, withheld }).toEqual({ shown: true, withheld: [] })
  expect(asked.filter(({ says }) => !says.startsWith('put out')).every(({ holds }) => holds)).toBe(true)
  expect(asked.map(({ says }) => says)).toEqual(
    expect.arrayContaining(['invited to the item', 'a member of this panel']),
  )
})

test('of what is not shown, the last condition that was asked is the one that hides it', () => {
  const panel = openPureMeeting()
  const share = made(panel, 'share', 'police', commandsIn(panel).share('A1', 'Said.', { audience: circle() }))
  const { shown, withheld, asked } = explainSight(panel.sight('housing'), 'share', share)
  expect({ shown, withheld }).toEqual({ shown: false, withheld: [] })
  expect(asked.at(-1)).toEqual({
    says: 'its author, or in its audience and in that of every later version',
    holds: false,
  })
})

test('a field that is there and leaves empty is withheld; one that is empty itself is not', () => {
  const panel = openPureMeeting()
  const { intervention, lever } = commandsIn(panel)
  const hidden = made(panel, 'lever', 'idva', lever('A1', 'Hers.', { audience: circle() }))
  const plan = made(panel, 'intervention', 'idva', intervention('A1', 'Visits.', { leverId: hidden.id }))
  expect(explainSight(panel.sight('idva'), 'intervention', plan).withheld).toEqual([])
  expect(explainSight(panel.sight('housing'), 'intervention', plan).withheld).toEqual(['leverId'])
})

test('words, lists and counts that are withheld are named as well', () => {
  const panel = openPureMeeting('chair', 'coordinator', 'probation', 'socialCare')
  const item = panel.things.get('item', panel.items.A1)
  if (!item) throw new Error('There is no item.')
  const full = {
    ...item,
    statusReason: 'Why.',
    secondsSpent: 7,
    safetyAnswered: ['V1'],
    lateReason: '',
    outcome: null,
  }
  panel.things.put('item', full)
  expect(explainSight(panel.sight('police'), 'item', full).withheld).toEqual([
    'statusReason',
    'safetyAnswered',
  ])
  panel.done('chair', commandsIn(panel).invite('A1', panel.agencies.housing))
  const narrowed = panel.things.get('item', panel.items.A1)
  expect(narrowed && explainSight(panel.sight('police'), 'item', narrowed).withheld).toEqual(
    expect.arrayContaining(['caseId', 'secondsSpent', 'invitedAgencyIds', 'safetyAnswered']),
  )
})
