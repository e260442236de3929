import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'

// In the small panel P5 has an open case (A5) that stands on no agenda, P1 two that do, P7 incidents and no case, P3 a case
// and no incident.

const forward = (panel: PurePanel, personId = panel.persons.P5) => ({
  kind: 'putForwardCandidate',
  panelId: panel.panelId,
  personId,
})
const withdrawing = (panel: PurePanel, candidacyId: string) => ({
  kind: 'withdrawCandidate',
  panelId: panel.panelId,
  candidacyId,
  reason: 'He has moved.',
})
const candidacy = (panel: PurePanel) => panel.things.all('candidacy').at(-1)

test('put forward, his score, what it is made of and the matrix it was made by stay with him', () => {
  const panel = openPurePanel()
  panel.done('coordinator', forward(panel))
  const stands = candidacy(panel)
  expect(stands).toMatchObject({
    panelId: panel.panelId,
    personId: panel.persons.P5,
    caseId: panel.cases.A5,
    putForwardOn: '2026-12-02',
    putForwardAt: panel.clock.now(),
    putForwardBy: panel.people.coordinator.memberId,
    matrixVersion: 0,
    withdrawnAt: null,
  })
  expect(stands?.score).toBe(stands?.scoreItems.reduce((sum, item) => sum + item.points, 0))
  expect(stands?.score).toBeGreaterThan(0)
  expect(panel.refused('chair', forward(panel))).toMatchObject({ code: 'already_done' })
})

test('whose case stands on an agenda is not put forward; nor is who has no case, or no incident', () => {
  const panel = openPurePanel()
  expect(panel.refused('chair', forward(panel, panel.persons.P1))).toMatchObject({ code: 'already_done' })
  expect(panel.refused('chair', forward(panel, panel.persons.P7))).toMatchObject({ code: 'wrong_moment' })
  for (const personId of [panel.persons.P3, panel.persons.P9, 'none'])
    expect(panel.refused('chair', forward(panel, personId))).toMatchObject({ code: 'not_found' })
})

test('whoever is out of one of his cases does not put him forward', () => {
  const panel = openPureMeeting()
  panel.done('chair', commandsIn(panel).listFifth())
  const item = panel.things.all('item').find((one) => one.caseId === panel.cases.A5)
  const { meetingId } = panel
  panel.done('coordinator', { kind: 'declareConflict', meetingId, itemId: item?.id, reason: 'A cousin.' })
  panel.done('chair', { kind: 'removeItem', meetingId, itemId: item?.id, reason: 'Not ready.' })
  expect(panel.refused('coordinator', forward(panel))).toMatchObject({ code: 'not_found' })
  const { created } = panel.done('chair', forward(panel))
  expect(panel.refused('coordinator', withdrawing(panel, created['candidacy'] ?? ''))).toMatchObject({
    code: 'not_found',
  })
})

test('withdrawn, it says why and by whom, once; and he may be put forward anew', () => {
  const panel = openPurePanel()
  const { candidacy: id = '' } = panel.done('coordinator', forward(panel)).created
  panel.done('chair', withdrawing(panel, id))
  expect(panel.things.get('candidacy', id)).toMatchObject({
    withdrawnAt: panel.clock.now(),
    withdrawnBy: panel.people.chair.memberId,
    withdrawnReason: 'He has moved.',
  })
  expect(panel.refused('chair', withdrawing(panel, id))).toMatchObject({ code: 'already_done' })
  expect(panel.refused('chair', withdrawing(panel, 'none'))).toMatchObject({ code: 'not_found' })
  panel.done('chair', forward(panel))
})
