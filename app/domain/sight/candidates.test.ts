import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { everyone, sitting, type PersonName } from '../../../tests/support/small-panel-facts'
import { told } from '../../../tests/support/told'

const circle: PersonName[] = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo', 'police']

const readers = (panel: PurePanel, ref: string, ...at: [string | null, ('desk' | 'wall')?]) =>
  everyone.filter((who) => told(panel, who, 'incident', ...at).some(({ incidentRef }) => incidentRef === ref))

test('an incident of a case is for those who may see the case; what she reported, for the circle among them', () => {
  const panel = openPurePanel()
  expect(readers(panel, 'INC-ALL-1', null)).toEqual(sitting)
  expect(readers(panel, 'INC-HER-1', null)).toEqual(circle)
  expect(readers(panel, 'INC-ALL-1', panel.meetingId, 'wall')).toEqual([])
})

test('an incident of no case is for the circle, less those who are out of any case about the man', () => {
  const panel = openPureMeeting()
  const [one] = panel.things.all('incident')
  if (!one) throw new Error('There is no incident.')
  const ofNoCase = { ...one, id: 'of no case', ref: 'NONE', personId: panel.persons.P1, caseId: null }
  panel.things.put('incident', ofNoCase)
  expect(readers(panel, 'NONE', null)).toEqual(circle)
  panel.done('idva', commandsIn(panel).conflict('A4'))
  expect(readers(panel, 'NONE', null)).toEqual(circle.filter((who) => who !== 'idva'))
  // Another man’s case is no reason, nor is a case of his on another panel.
  panel.done('police', commandsIn(panel).conflict('A2'))
  expect(readers(panel, 'NONE', null)).toEqual(circle.filter((who) => who !== 'idva'))
  const theirs = panel.things.get('case', panel.cases.B1)
  if (theirs) panel.things.put('case', { ...theirs, personId: panel.persons.P1 })
  expect(readers(panel, 'NONE', null)).toEqual(circle.filter((who) => who !== 'idva'))
})

test('before confidentiality is accepted nobody reads an incident in a meeting, of a case or of none', () => {
  const panel = openPureMeeting(...sitting.filter((who) => who !== 'idva'))
  const [one] = panel.things.all('incident')
  if (one)
    panel.things.put('incident', {
      ...one,
      id: 'of no case',
      ref: 'NONE',
      personId: panel.persons.P7,
      caseId: null,
    })
  for (const ref of ['INC-ALL-1', 'NONE']) expect(readers(panel, ref, panel.meetingId)).not.toContain('idva')
  for (const ref of ['INC-ALL-1', 'NONE']) expect(readers(panel, ref, panel.meetingId)).toContain('idvaTwo')
})

test('an incident of one case is for those who may see that case, whatever other case of his they are out of', () => {
  const panel = openPureMeeting()
  panel.done('housing', commandsIn(panel).conflict('A1'))
  expect(readers(panel, 'INC-ALL-4', null)).toContain('housing')
  expect(readers(panel, 'INC-ALL-1', null)).not.toContain('housing')
})
