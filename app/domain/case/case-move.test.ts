import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { acceptance, referralCommand } from '../../../tests/support/referrals'
import { sitting } from '../../../tests/support/small-panel-facts'

const moving = (panel: PurePanel, personId: string, caseId = panel.cases.A4) => ({
  kind: 'moveCase',
  panelId: panel.panelId,
  caseId,
  personId,
  reason: 'The court papers name the other.',
})
const itsCase = (panel: PurePanel, caseId = panel.cases.A4) => panel.things.get('case', caseId)
const incident = (panel: PurePanel, ref: string) =>
  panel.things.all('incident').find((one) => one.ref === ref)?.personId

test('the case goes to the right man with its incidents, and the reason stands; the rest stays with the other', () => {
  const panel = openPurePanel()
  panel.done('coordinator', moving(panel, panel.persons.P2))
  expect(itsCase(panel)).toMatchObject({
    personId: panel.persons.P2,
    moves: [
      {
        fromPersonId: panel.persons.P1,
        toPersonId: panel.persons.P2,
        reason: 'The court papers name the other.',
        at: panel.clock.now(),
        by: panel.people.coordinator.memberId,
      },
    ],
  })
  expect(incident(panel, 'INC-ALL-4')).toBe(panel.persons.P2)
  expect(incident(panel, 'INC-ALL-1')).toBe(panel.persons.P1)
  expect(itsCase(panel, panel.cases.A1)?.personId).toBe(panel.persons.P1)
})

test('it goes back to whom it was about, however often', () => {
  const panel = openPurePanel()
  expect(panel.refused('chair', moving(panel, 'back')).fields).toMatchObject([{ field: 'personId' }])
  panel.done('chair', moving(panel, panel.persons.P2))
  panel.done('chair', moving(panel, 'back'))
  expect(itsCase(panel)?.personId).toBe(panel.persons.P1)
  panel.done('chair', moving(panel, 'back'))
  expect(itsCase(panel)?.personId).toBe(panel.persons.P2)
  expect(itsCase(panel)?.moves).toHaveLength(3)
})

test('a new man is made of the referral that stands behind the case; without one there is nobody to make him of', () => {
  const panel = openPurePanel()
  expect(panel.refused('chair', moving(panel, 'new')).fields).toMatchObject([{ field: 'personId' }])
  const { referral = '' } = panel.done('housing', referralCommand(panel)).created
  const about = { panelId: panel.panelId, referralId: referral }
  const { case: caseId = '' } = panel.done('chair', acceptance(about, { personId: panel.persons.P2 })).created
  const { person: personId = '' } = panel.done('chair', moving(panel, 'new', caseId)).created
  expect(itsCase(panel, caseId)?.personId).toBe(personId)
  expect(panel.things.get('person', personId)).toMatchObject({
    givenName: 'Godfrey',
    familyName: 'Yarwell',
    dateOfBirth: '1985-02-09',
    panelId: panel.panelId,
  })
})

test('it is about somebody else: not whom it is about already, nobody unknown, nobody of another panel', () => {
  const panel = openPurePanel()
  expect(panel.refused('chair', moving(panel, panel.persons.P1))).toMatchObject({ code: 'already_done' })
  for (const personId of ['none', panel.persons.P9])
    expect(panel.refused('chair', moving(panel, personId)).fields).toMatchObject([{ field: 'personId' }])
})

test('a case one is out of, or another panel’s, is not there to be moved', () => {
  const panel = openPureMeeting()
  panel.done('coordinator', commandsIn(panel).conflict('A4'))
  expect(panel.refused('coordinator', moving(panel, panel.persons.P2))).toMatchObject({ code: 'not_found' })
  for (const caseId of [panel.cases.B1, 'none'])
    expect(panel.refused('chair', moving(panel, panel.persons.P2, caseId))).toMatchObject({
      code: 'not_found',
    })
})

test('while the panel is in session, whoever has not joined waits', () => {
  const panel = openPureMeeting(...sitting.filter((who) => who !== 'coordinator'))
  expect(panel.refused('coordinator', moving(panel, panel.persons.P2))).toMatchObject({
    code: 'wrong_moment',
  })
})
