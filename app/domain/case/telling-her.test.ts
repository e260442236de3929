import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// Today is Wednesday 2 December 2026; she is told of what the panel decided by the next working day, unless its policy
// gives another.

type Fields = Record<string, unknown>

/** The meeting closed on a decision about A1 and, if asked, A2. */
const closedOn = (...refs: ('A1' | 'A2')[]) => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  for (const ref of refs) {
    if (ref !== 'A1') panel.done('chair', commands.move(ref))
    panel.done('coChair', commands.decision(ref))
    panel.done('chair', commands.conclude(ref, 'She cannot be reached.'))
  }
  panel.done('chair', commands.close('Out of time.'))
  return panel
}
const tellings = (panel: PurePanel) => panel.things.all('telling')
const ofA1 = (panel: PurePanel) => {
  const found = tellings(panel).find((one) => one.victimId === panel.victims.V1)
  if (!found) throw new Error('There is none for A1.')
  return found
}
const planning = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'planTelling',
  caseId: panel.cases.A1,
  tellingId: ofA1(panel).id,
  tellerMemberId: panel.people.idvaTwo.memberId,
  what: 'That the police visit him.',
  how: 'By telephone.',
  safely: 'Before noon, when he is at work.',
  due: '',
  ...fields,
})
const ending = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'recordTold',
  caseId: panel.cases.A1,
  tellingId: ofA1(panel).id,
  state: 'told',
  outcome: 'She was relieved.',
  ...fields,
})
const recordOfHer = (panel: PurePanel, who: PersonName) => ({
  kind: 'keepSafetyRecord',
  caseId: panel.cases.A1,
  victimId: panel.victims.V1,
  memberIds: [panel.people[who].memberId],
})

test('closing opens one for each victim-survivor of each decided case, and none for a case that was not decided', () => {
  const panel = closedOn('A1', 'A2')
  expect(new Set(tellings(panel).map((one) => one.victimId))).toEqual(
    new Set([panel.victims.V1, panel.victims.V2a, panel.victims.V2b, panel.victims.V2c]),
  )
  expect(ofA1(panel)).toMatchObject({
    caseId: panel.cases.A1,
    itemId: panel.items.A1,
    meetingId: panel.meetingId,
    due: '2026-12-03',
    state: 'open',
    tellerMemberId: null,
    invitedAgencyIds: null,
    openedAt: panel.clock.now(),
  })
})

test('a decision that was put right is told once, and a case that was not concluded is not told of', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const { decision = '' } = panel.done('chair', commands.decision('A1')).created
  panel.done(
    'chair',
    commands.correct('decision', decision, { outcome: 'continue', rationale: 'Better said.' }),
  )
  panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  panel.done('chair', commands.move('A3'))
  panel.done('chair', commands.decision('A3'))
  panel.done('chair', commands.close('Out of time.'))
  expect(tellings(panel).map((one) => one.victimId)).toEqual([panel.victims.V1])
})

test('it is planned with who tells her, what, how and how safely, and keeps its day unless another is given', () => {
  const panel = closedOn('A1')
  panel.done('idva', planning(panel))
  expect(ofA1(panel)).toMatchObject({
    tellerMemberId: panel.people.idvaTwo.memberId,
    what: 'That the police visit him.',
    how: 'By telephone.',
    safely: 'Before noon, when he is at work.',
    due: '2026-12-03',
    plannedAt: panel.clock.now(),
    plannedBy: panel.people.idva.memberId,
    state: 'open',
  })
  panel.done('chair', planning(panel, { due: 'Friday' }))
  expect(ofA1(panel).due).toBe('2026-12-04')
  expect(panel.refused('idva', planning(panel, { due: '2026-12-01' })).fields).toMatchObject([
    { field: 'due' },
  ])
  expect(ofA1(panel).due).toBe('2026-12-04')
})

test('planned again after its day, it may keep that day', () => {
  const panel = closedOn('A1')
  panel.clock.move({ days: 14 })
  panel.done('idva', planning(panel, { due: '2026-12-03' }))
  expect(ofA1(panel).due).toBe('2026-12-03')
})

test('whoever tells her must be able to read how she is reached safely', () => {
  const panel = closedOn('A1')
  const byHousing = () => planning(panel, { tellerMemberId: panel.people.housing.memberId })
  expect(panel.refused('idva', byHousing()).fields).toMatchObject([{ field: 'tellerMemberId' }])
  panel.done('idva', recordOfHer(panel, 'housing'))
  panel.done('idva', byHousing())
  expect(ofA1(panel).tellerMemberId).toBe(panel.people.housing.memberId)
})

test('nobody outside the panel tells her, nor who is no member any more', () => {
  const panel = closedOn('A1')
  panel.done('administrator', {
    kind: 'changeMember',
    panelId: panel.panelId,
    memberId: panel.people.idvaTwo.memberId,
    role: 'idva',
    agencyId: panel.agencies.advocates,
    active: false,
  })
  for (const who of ['brookIdva', 'idvaTwo'] as const)
    expect(
      panel.refused('idva', planning(panel, { tellerMemberId: panel.people[who].memberId })).fields,
    ).toMatchObject([{ field: 'tellerMemberId' }])
  expect(panel.refused('idva', planning(panel, { tellerMemberId: 'none' })).fields).toMatchObject([
    { field: 'tellerMemberId' },
  ])
})

test('who may not read her safety record neither plans nor ends it; once named there, they do', () => {
  const panel = closedOn('A1')
  for (const sent of [planning, ending])
    expect(panel.refused('housing', sent(panel))).toMatchObject({ code: 'not_allowed' })
  panel.done('idva', recordOfHer(panel, 'housing'))
  panel.done('housing', planning(panel))
  panel.done('housing', ending(panel))
  expect(ofA1(panel)).toMatchObject({ state: 'told', doneBy: panel.people.housing.memberId })
})

test('to whoever is out of the case, and under another case, there is nothing to tell', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('idvaTwo', commands.conflict('A1'))
  panel.done('coChair', commands.decision('A1'))
  panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  panel.done('chair', commands.close('Out of time.'))
  for (const sent of [planning, ending]) {
    expect(panel.refused('idvaTwo', sent(panel))).toMatchObject({ code: 'not_found' })
    expect(panel.refused('idva', sent(panel, { caseId: panel.cases.A2 }))).toMatchObject({
      code: 'not_found',
    })
    expect(panel.refused('brookIdva', sent(panel))).toMatchObject({ code: 'not_found' })
    expect(panel.refused('idva', sent(panel, { tellingId: 'none' }))).toMatchObject({ code: 'not_found' })
  }
})

test.each(['told', 'not_told'])('ended as %s, it stands with its words and is not changed again', (state) => {
  const panel = closedOn('A1')
  panel.done('idva', ending(panel, { state }))
  expect(ofA1(panel)).toMatchObject({
    state,
    outcome: 'She was relieved.',
    doneAt: panel.clock.now(),
    doneBy: panel.people.idva.memberId,
  })
  for (const sent of [planning, ending])
    expect(panel.refused('idva', sent(panel))).toMatchObject({ code: 'already_done' })
})

test('how it went is said, and whether she was told', () => {
  const panel = closedOn('A1')
  for (const [field, value] of [
    ['outcome', ' '],
    ['state', 'open'],
  ] as const)
    expect(panel.refused('idva', ending(panel, { [field]: value })).fields).toMatchObject([{ field }])
})
