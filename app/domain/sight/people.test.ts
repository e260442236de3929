import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel } from '../../../tests/support/pure-panel'
import { told } from '../../../tests/support/told'

test('a man is known to whoever may see one of his cases, and to nobody by a case of another', () => {
  const panel = openPureMeeting()
  const knows = (who: 'housing' | 'evaluator' | 'brookChair') =>
    told(panel, who, 'person', null).map(({ personRef }) => personRef)
  expect(knows('housing')).toEqual(expect.arrayContaining(['P1', 'P2', 'P3', 'P5']))
  expect(knows('housing')).not.toContain('P9')
  expect(knows('evaluator')).toEqual([])
  expect(knows('brookChair')).toEqual(['P9'])
  panel.done('housing', commandsIn(panel).conflict('A2'))
  expect(knows('housing')).not.toContain('P2')
  panel.done('housing', commandsIn(panel).conflict('A4'))
  // P1 has another case that they may see.
  expect(knows('housing')).toContain('P1')
})

test('of a man without a case, an incident on record tells those who may see the incident', () => {
  const panel = openPurePanel()
  const knows = (who: 'police' | 'housing') =>
    told(panel, who, 'person', null).some(({ personRef }) => personRef === 'P7')
  const [incident, ...others] = panel.things.all('incident')
  if (!incident) throw new Error('There is no incident.')
  for (const { id } of others) panel.things.drop('incident', id)
  panel.things.put('incident', { ...incident, personId: panel.persons.P1 })
  expect([knows('police'), knows('housing')]).toEqual([false, false])
  panel.things.put('incident', {
    ...incident,
    id: 'of no case',
    personId: panel.persons.P7,
    caseId: null,
    source: 'agency_record',
  })
  expect([knows('police'), knows('housing')]).toEqual([true, false])
})

test('his name is on no wall', () => {
  const panel = openPureMeeting()
  expect(told(panel, 'chair', 'person', panel.meetingId, 'wall')).toEqual([])
})
