import { afterEach, expect, test } from 'vitest'
import { notFound } from '../../app/domain/refusals'
import { circle, commandsIn } from '../support/commands'
import { acceptedCase } from '../support/referrals'
import { openSmallMeeting, openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'
import { fileView, ofKind, roomView, thing } from '../support/views'

// A case accepted on the wrong man is moved to the right one: nothing of it is lost, and nobody reads more or less of it.

let panel: TestPanel
afterEach(() => panel.close())

const move = (ref: 'A2' | 'A4', personId: string, reason = 'The court papers name the other.') => ({
  kind: 'moveCase',
  panelId: panel.panelId,
  caseId: panel.cases[ref],
  personId,
  reason,
})
const itsCase = async (who: PersonName, ref: 'A2' | 'A4') =>
  ofKind((await fileView(panel, who, ref)) ?? [], 'case').find((one) => one.caseRef === ref)
const incidentsOf = async (ref: 'A1' | 'A2' | 'A4') => {
  const view = (await fileView(panel, 'police', ref)) ?? []
  const found = ofKind(view, 'case').find((one) => one.caseRef === ref)
  return ofKind(view, 'incident')
    .filter((one) => one.personId === found?.personId)
    .map((one) => one.incidentRef)
    .sort()
}

test('the case, its incidents and whom it put forward go to the right man; the rest of what is known stays with the other', async () => {
  panel = await openSmallPanel()
  await panel.done('coordinator', move('A4', panel.persons.P2))
  expect(await itsCase('housing', 'A4')).toMatchObject({ personId: panel.persons.P2, moves: [] })
  expect(await itsCase('chair', 'A4')).toMatchObject({
    moves: [{ reason: 'The court papers name the other.', by: panel.people.coordinator.memberId }],
  })
  expect(await incidentsOf('A2')).toEqual(['INC-ALL-2', 'INC-ALL-4'])
  expect(await incidentsOf('A1')).toEqual(['INC-ALL-1', 'INC-HER-1'])
})

test('its victim-survivors stay in it, and what follows from them now follows for the right man', async () => {
  panel = await openSmallPanel()
  const refsOf = async () =>
    ofKind((await fileView(panel, 'idva', 'A4')) ?? [], 'victim')
      .filter((one) => one.caseId === panel.cases.A4)
      .map((one) => one.victimRef)
  const before = await refsOf()
  await panel.done('chair', move('A4', panel.persons.P2))
  expect(await refsOf()).toEqual(before)
  // All of his cases are in the file, with their victim-survivors: by those repeat and serial are worked out.
  const file = (await fileView(panel, 'idva', 'A4')) ?? []
  expect(
    ofKind(file, 'case')
      .map((one) => one.caseRef)
      .sort(),
  ).toEqual(['A2', 'A4'])
  expect(
    ofKind(file, 'victim')
      .map((one) => one.victimRef)
      .sort(),
  ).toEqual(['V2a', 'V2b', 'V2c', 'V4'])
})

test('whoever might read of the case reads the same of it afterwards, in the room as in its file', async () => {
  panel = await openSmallMeeting()
  const commands = commandsIn(panel)
  const hers = await panel.done('idva', commands.share('A4', 'She told us.', { audience: circle() }))
  await panel.done('presenter', commands.conflict('A4'))
  await panel.done('chair', move('A4', panel.persons.P2))
  for (const [who, sees] of [
    ['idva', true],
    ['housing', false],
    ['presenter', false],
  ] as const) {
    expect([who, thing(await roomView(panel, who), 'share', hers.created.share) !== undefined]).toEqual([
      who,
      sees,
    ])
  }
  expect(await fileView(panel, 'presenter', 'A4')).toBeUndefined()
  const name = ofKind(await roomView(panel, 'housing'), 'person').find((one) => one.id === panel.persons.P2)
  expect(thing(await roomView(panel, 'housing'), 'item', panel.items.A4)?.initials).toBe(
    `${name?.givenName[0] ?? ''}.${name?.familyName[0] ?? ''}.`,
  )
})

test('moved by mistake it goes back, and both moves stay on record', async () => {
  panel = await openSmallPanel()
  expect((await panel.refused('chair', move('A4', 'back'))).fields?.[0]?.field).toBe('personId')
  await panel.done('chair', move('A4', panel.persons.P2))
  expect(await panel.refused('chair', move('A4', panel.persons.P2))).toMatchObject({ code: 'already_done' })
  await panel.done('chair', move('A4', 'back', 'The first was right.'))
  expect(await itsCase('chair', 'A4')).toMatchObject({ personId: panel.persons.P1 })
  expect((await itsCase('chair', 'A4'))?.moves.map(({ reason }) => reason)).toEqual([
    'The court papers name the other.',
    'The first was right.',
  ])
})

test('to a man who is not known yet it goes as its referral names him', async () => {
  panel = await openSmallPanel()
  const caseId = await acceptedCase(panel)
  await panel.done('chair', { ...move('A4', panel.persons.P2), caseId })
  await panel.done('chair', { ...move('A4', 'new'), caseId })
  const read = await panel.services.reads.caseFile(await panel.sessionFor('chair'), caseId)
  const view = read.ok ? read.view : []
  const [referral] = ofKind(view, 'referral')
  const about = ofKind(view, 'case').find((one) => one.id === caseId)?.personId
  expect(ofKind(view, 'person').find((one) => one.id === about)).toMatchObject({
    givenName: referral?.givenName,
    familyName: referral?.familyName,
  })
  expect((await panel.refused('chair', move('A4', 'new'))).fields?.[0]?.field).toBe('personId')
})

test('whoever is out of the case, or may not see the man, moves nothing and learns nothing; a reason is asked', async () => {
  panel = await openSmallPanel()
  await panel.done('coordinator', commandsIn(panel).conflict('A4'))
  expect(await panel.command('coordinator', move('A4', panel.persons.P2))).toEqual(notFound)
  expect(
    await panel.command('brookChair', { ...move('A4', panel.persons.P9), panelId: panel.brookPanelId }),
  ).toEqual(notFound)
  expect((await panel.refused('chair', move('A4', panel.persons.P9))).fields?.[0]?.field).toBe('personId')
  expect(await panel.refused('chair', move('A4', panel.persons.P2, ''))).toMatchObject({ code: 'invalid' })
  expect(await panel.refused('housing', move('A4', panel.persons.P2))).toMatchObject({ code: 'not_allowed' })
})

test('undoing a merge leaves a case that was moved to a third man since where it is', async () => {
  panel = await openSmallPanel()
  const merged = await panel.done('chair', {
    kind: 'mergePersons',
    panelId: panel.panelId,
    keptId: panel.persons.P3,
    mergedIds: [panel.persons.P2],
    reason: 'One man.',
  })
  await panel.done('chair', move('A2', panel.persons.P5))
  await panel.done('chair', {
    kind: 'unmergePersons',
    panelId: panel.panelId,
    mergeId: merged.created.personMerge,
    reason: 'Two men.',
  })
  expect(await itsCase('chair', 'A2')).toMatchObject({ personId: panel.persons.P5 })
})
