import { afterEach, expect, test } from 'vitest'
import { notFound } from '../../app/domain/refusals'
import { circle, commandsIn } from '../support/commands'
import {
  openSmallMeeting,
  openSmallPanel,
  sitting,
  type PersonName,
  type TestPanel,
} from '../support/small-panel'
import { fileView, ofKind, seenBy } from '../support/views'

// What happens between meetings: who is told, what it asks for, and how that is answered.

let panel: TestPanel
afterEach(() => panel.close())

const happened = (caseId: string, fields: object = {}) => ({
  kind: 'recordHappening',
  caseId,
  fields: { happeningKind: 'new_incident', day: 'today', what: 'Arrested at her door.', ...fields },
})
const record = async (who: PersonName, fields: object = {}, ref: 'A1' | 'A2' | 'A5' = 'A5') =>
  (await panel.done(who, happened(panel.cases[ref], fields))).created.happening ?? ''
const due = async (meetingDay: string, who: PersonName = 'coordinator') => {
  const found = await panel.services.due.dueFor(await panel.sessionFor(who), panel.panelId, meetingDay)
  return found.find((one) => one.ref === 'A5')
}
const reasons = async (meetingDay = '2026-12-16') =>
  (await due(meetingDay))?.because.map(({ reason }) => reason) ?? []
const seers = async (id: string) => {
  const found: PersonName[] = []
  for (const who of sitting)
    if (ofKind((await fileView(panel, who, 'A5')) ?? [], 'happening').some((one) => one.id === id))
      found.push(who)
  return found
}
const inCircle: PersonName[] = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo', 'police']

test('it is for all who see the case; what she told stays in the safety circle and is marked as not for him', async () => {
  panel = await openSmallPanel()
  expect(await seers(await record('housing'))).toEqual(sitting)
  const hers = await record('idva', { source: 'victim_survivor' })
  expect(await seers(hers)).toEqual(inCircle)
  expect(
    ofKind((await fileView(panel, 'police', 'A5')) ?? [], 'happening').find((one) => one.id === hers),
  ).toMatchObject({ audience: { kind: 'safety_circle' }, handling: ['not_to_him'] })
  expect(
    await seers(
      await record('idva', { source: 'victim_survivor', audience: circle(panel.people.housing.memberId) }),
    ),
  ).toEqual(
    [...inCircle, 'housing'].sort((a, b) => sitting.indexOf(a as never) - sitting.indexOf(b as never)),
  )
})

test('nobody can put what she told before the panel, or what chair and coordinator must act on where they cannot read it', async () => {
  panel = await openSmallPanel()
  const faulty = async (fields: object) =>
    (await panel.refused('idva', happened(panel.cases.A5, fields))).fields?.[0]?.field
  expect(await faulty({ source: 'victim_survivor', audience: { kind: 'panel' } })).toBe('fields.audience')
  expect(await faulty({ audience: { kind: 'agencies', agencyIds: [panel.agencies.police] } })).toBe(
    'fields.audience',
  )
  expect(await faulty({ audience: circle('no-such-member') })).toBe('fields.audience')
  expect(await faulty({ day: '2026-12-03' })).toBe('fields.day')
  expect(await faulty({ day: 'some day' })).toBe('fields.day')
  expect(await faulty({ agencyId: panel.agencies.police })).toBe('fields.agencyId')
  expect(await faulty({ what: '' })).toBe('fields.what')
})

test('whoever may not see the case records nothing on it and learns nothing of it', async () => {
  panel = await openSmallPanel()
  await panel.done('housing', commandsIn(panel).conflict('A1'))
  expect(await panel.command('housing', happened(panel.cases.A1))).toEqual(notFound)
  expect(await panel.command('brookChair', happened(panel.cases.A5))).toEqual(notFound)
  const hers = await record('idva', { source: 'victim_survivor' })
  for (const command of [
    { kind: 'withdrawHappening', caseId: panel.cases.A5, happeningId: hers, reason: 'x' },
    { kind: 'withdrawHappening', caseId: panel.cases.A5, happeningId: 'no-such-happening', reason: 'x' },
  ])
    expect(await panel.command('housing', command)).toEqual(notFound)
})

test('it asks at once that the case comes back, as an urgent item, until the case stands on an agenda', async () => {
  panel = await openSmallPanel()
  expect(await reasons()).toEqual(['new'])
  await record('housing')
  expect(await due('2026-12-16')).toMatchObject({ itemKind: 'urgent', minutes: 10 })
  expect(await reasons()).toEqual(['happened_new_incident', 'new'])
  const { created } = await panel.done('coordinator', {
    ...commandsIn(panel).listFifth('A new arrest.'),
    meetingId: panel.nextMeetingId,
  })
  expect(await reasons()).toEqual([])
  await panel.done('coordinator', {
    kind: 'removeItem',
    meetingId: panel.nextMeetingId,
    itemId: created.item,
    reason: 'Not ready.',
  })
  expect(await reasons()).toEqual(['happened_new_incident', 'new'])
})

test('a release ahead is put to the meeting that comes close to it, as the panel’s policy says', async () => {
  panel = await openSmallPanel()
  await record('probation', { happeningKind: 'release', day: '2027-01-20' })
  expect(await reasons('2026-12-16')).toEqual(['new'])
  expect(await reasons('2026-12-30')).toEqual(['happened_release', 'new'])
  await panel.done('chair', {
    kind: 'adoptPolicy',
    panelId: panel.panelId,
    values: { happeningNoticeDays: '60' },
    reason: 'Earlier.',
  })
  expect(await reasons('2026-12-16')).toEqual(['happened_release', 'new'])
})

test('that a case need not come back is said with a reason, by chair or coordinator, once', async () => {
  panel = await openSmallPanel()
  const id = await record('housing')
  const dismiss = {
    kind: 'dismissRelisting',
    caseId: panel.cases.A5,
    happeningId: id,
    reason: 'Known and dealt with.',
  }
  expect(await panel.refused('coordinator', { ...dismiss, reason: '' })).toMatchObject({ code: 'invalid' })
  await panel.done('coordinator', dismiss)
  expect(await reasons()).toEqual(['new'])
  expect(await panel.refused('chair', dismiss)).toMatchObject({ code: 'already_done' })
  expect(ofKind((await fileView(panel, 'housing', 'A5')) ?? [], 'happening')[0]).toMatchObject({
    dismissedReason: 'Known and dealt with.',
    dismissedBy: panel.people.coordinator.memberId,
  })
})

test('for a new partner someone answers under the disclosure scheme, by the day that the policy gives', async () => {
  panel = await openSmallPanel()
  const id = await record('housing', { happeningKind: 'new_partner' })
  const partner = async () => ofKind((await fileView(panel, 'housing', 'A5')) ?? [], 'happening')[0]
  expect(await partner()).toMatchObject({ disclosureDue: '2026-12-30', disclosure: null })
  expect(await reasons()).toEqual(['happened_new_partner', 'disclosure', 'new'])
  const answer = {
    kind: 'answerDisclosure',
    caseId: panel.cases.A5,
    happeningId: id,
    answer: 'made',
    on: '2026-12-01',
    words: 'Officer One, at the station.',
  }
  expect(await panel.refused('police', { ...answer, on: '' })).toMatchObject({ fields: [{ field: 'on' }] })
  expect(await panel.refused('police', { ...answer, on: '2026-12-03' })).toMatchObject({
    fields: [{ field: 'on' }],
  })
  expect(await panel.refused('housing', answer)).toMatchObject({ code: 'not_allowed' })
  await panel.done('police', answer)
  expect(await partner()).toMatchObject({
    disclosure: 'made',
    disclosureOn: '2026-12-01',
    disclosureWords: 'Officer One, at the station.',
    disclosureBy: panel.people.police.memberId,
  })
  expect(await panel.refused('chair', answer)).toMatchObject({ code: 'already_done' })
  expect(await reasons()).toEqual(['happened_new_partner', 'new'])
  const another = await record('housing')
  expect(await panel.refused('police', { ...answer, happeningId: another })).toMatchObject({
    code: 'wrong_moment',
  })
})

test('what was recorded by mistake is withdrawn by its own agency, stays readable as that, and asks for nothing', async () => {
  panel = await openSmallPanel()
  const id = await record('housing', { happeningKind: 'new_partner' })
  const withdraw = {
    kind: 'withdrawHappening',
    caseId: panel.cases.A5,
    happeningId: id,
    reason: 'Another man.',
  }
  expect(await panel.refused('probation', withdraw)).toMatchObject({ code: 'not_allowed' })
  await panel.done('housing', withdraw)
  expect(await reasons()).toEqual(['new'])
  expect(await panel.refused('housing', withdraw)).toMatchObject({ code: 'already_done' })
  expect(ofKind((await fileView(panel, 'observer', 'A5')) ?? [], 'happening')[0]).toMatchObject({
    what: 'Arrested at her door.',
    withdrawnReason: 'Another man.',
  })
})

const correct = (happeningId: string, fields: object, reason = 'A slip.') => ({
  kind: 'correctHappening',
  caseId: panel.cases.A5,
  happeningId,
  fields: { happeningKind: 'new_incident', day: 'today', what: 'Put right.', ...fields },
  reason,
})
const inFile = async (who: PersonName) => ofKind((await fileView(panel, who, 'A5')) ?? [], 'happening')

test('a correction is a version of its own; what stood before stays readable, and only the new one asks', async () => {
  panel = await openSmallPanel()
  const id = await record('housing')
  expect(await panel.refused('probation', correct(id, {}))).toMatchObject({ code: 'not_allowed' })
  expect(await panel.refused('housing', { ...correct(id, {}), reason: '' })).toMatchObject({
    code: 'invalid',
  })
  const { created } = await panel.done('housing', correct(id, {}, 'It was the other door.'))
  const shown = await inFile('observer')
  expect(shown.find((one) => one.id === created.happening)).toMatchObject({
    what: 'Put right.',
    supersedes: id,
    correctionReason: 'It was the other door.',
    agencyId: panel.agencies.housing,
  })
  expect(shown.find((one) => one.id === id)).toMatchObject({
    what: 'Arrested at her door.',
    supersededBy: created.happening,
  })
  expect(await reasons()).toEqual(['happened_new_incident', 'new'])
  expect(await panel.refused('housing', correct(id, {}))).toMatchObject({ code: 'wrong_moment' })
  expect(
    await panel.refused('chair', {
      kind: 'dismissRelisting',
      caseId: panel.cases.A5,
      happeningId: id,
      reason: 'x',
    }),
  ).toMatchObject({ code: 'wrong_moment' })
})

test('a correction that narrows hides the old words too; one that widens shows the new words alone, and nobody can put hers before the panel', async () => {
  panel = await openSmallPanel()
  const open = await record('idva')
  const narrowed =
    (await panel.done('idva', correct(open, { source: 'victim_survivor' }, 'She told us.'))).created
      .happening ?? ''
  for (const id of [open, narrowed]) expect(await seers(id)).toEqual(inCircle)
  for (const who of ['housing', 'observer'] as const)
    expect([who, JSON.stringify(await inFile(who)).includes('Arrested')]).toEqual([who, false])
  expect(
    (
      await panel.refused(
        'idva',
        correct(narrowed, { source: 'victim_survivor', audience: { kind: 'panel' } }),
      )
    ).fields?.[0]?.field,
  ).toBe('fields.audience')
  const wide = (
    await panel.done(
      'idva',
      correct(narrowed, { what: 'Known from the court.', audience: { kind: 'panel' } }, 'It is known now.'),
    )
  ).created.happening
  expect(
    (await inFile('housing')).map(({ id, supersedes, correctionReason }) => [
      id,
      supersedes,
      correctionReason,
    ]),
  ).toEqual([[wide, null, null]])
  expect((await inFile('police')).find(({ id }) => id === wide)).toMatchObject({
    supersedes: narrowed,
    correctionReason: 'It is known now.',
  })
  expect(await panel.command('housing', correct(narrowed, {}))).toEqual(notFound)
})

test('words put right leave what was answered answered; another kind or day asks anew', async () => {
  panel = await openSmallPanel()
  const id = await record('housing')
  await panel.done('coordinator', {
    kind: 'dismissRelisting',
    caseId: panel.cases.A5,
    happeningId: id,
    reason: 'Known and dealt with.',
  })
  const words = (await panel.done('housing', correct(id, {}))).created.happening ?? ''
  expect(await reasons()).toEqual(['new'])
  const breach =
    (await panel.done('housing', correct(words, { happeningKind: 'breach' }, 'There was an order.'))).created
      .happening ?? ''
  expect(await reasons()).toEqual(['happened_breach', 'new'])
  const partner =
    (await panel.done('coordinator', correct(breach, { happeningKind: 'new_partner' }))).created.happening ??
    ''
  expect((await inFile('police')).find((one) => one.id === partner)).toMatchObject({
    disclosureDue: '2026-12-30',
    disclosure: null,
  })
  await panel.done('police', {
    kind: 'answerDisclosure',
    caseId: panel.cases.A5,
    happeningId: partner,
    answer: 'not_needed',
    words: 'They have parted.',
  })
  await panel.done(
    'housing',
    correct(partner, { happeningKind: 'new_partner', what: 'A new partner, since parted.' }),
  )
  expect(await reasons()).toEqual(['happened_new_partner', 'new'])
})

test('a case heard since it was recorded does not come back because its words were put right', async () => {
  panel = await openSmallMeeting()
  const id = await record('housing', {}, 'A2')
  panel.clock.move({ minutes: 5 })
  await panel.done('chair', commandsIn(panel).conclude('A2', 'She cannot be reached.'))
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  panel.clock.move({ days: 1 })
  await panel.done('housing', { ...correct(id, { day: '2026-12-02' }), caseId: panel.cases.A2 })
  const found = await panel.services.due.dueFor(
    await panel.sessionFor('coordinator'),
    panel.panelId,
    '2026-12-16',
  )
  expect(found.find((one) => one.ref === 'A2')?.because.map(({ reason }) => reason) ?? []).not.toContain(
    'happened_new_incident',
  )
})

test('what is recorded after the day of a meeting that was not held brings the case to it all the same', async () => {
  panel = await openSmallPanel()
  panel.clock.move({ days: 15 })
  await record('housing', { day: 'today' })
  expect(await reasons('2026-12-16')).toEqual(['happened_new_incident', 'new'])
})

test('in the room it shows with its case at once; recorded while few are asked in, it stays with them', async () => {
  panel = await openSmallMeeting()
  const open = await record('housing', {}, 'A1')
  expect(await seenBy(panel, sitting, 'happening', open)).toEqual(sitting)
  await panel.done('chair', commandsIn(panel).invite('A2', panel.agencies.police, panel.agencies.advocates))
  const few = await record('police', {}, 'A2')
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  for (const who of ['idva', 'observer', 'chair'] as const)
    expect([who, ofKind((await fileView(panel, who, 'A2')) ?? [], 'happening').map(({ id }) => id)]).toEqual([
      who,
      [few],
    ])
  for (const who of ['housing', 'probation'] as const)
    expect([who, ofKind((await fileView(panel, who, 'A2')) ?? [], 'happening')]).toEqual([who, []])
})

test('a breach by a man whose case is closed is recorded, asks for the case to come back, and the panel opens it again', async () => {
  panel = await openSmallMeeting()
  const commands = commandsIn(panel)
  await panel.done('chair', commands.decision('A2', { outcome: 'close', closureReason: 'custody' }))
  await panel.done('chair', commands.conclude('A2', 'She cannot be reached.'))
  await panel.done('chair', commands.decision('A4', { outcome: 'not_accepted', reason: 'No lever.' }))
  await panel.done('chair', commands.conclude('A4', 'She cannot be reached.'))
  await panel.done('chair', commands.close('Out of time.'))
  panel.clock.move({ days: 1 })
  const standing = async (ref: 'A2' | 'A4') =>
    ofKind((await fileView(panel, 'chair', ref)) ?? [], 'case').find((one) => one.caseRef === ref)
  const dueRefs = async () =>
    (await panel.services.due.dueFor(await panel.sessionFor('coordinator'), panel.panelId, '2026-12-16')).map(
      (one) => [one.ref, ...one.because.map(({ reason }) => reason)],
    )
  expect((await dueRefs()).map(([ref]) => ref)).not.toContain('A2')
  for (const ref of ['A2', 'A4'] as const)
    await panel.done('housing', happened(panel.cases[ref], { happeningKind: 'breach' }))
  expect(await dueRefs()).toEqual(
    expect.arrayContaining([
      ['A2', 'happened_breach'],
      ['A4', 'happened_breach'],
    ]),
  )
  const needs = (await panel.services.home.needs(await panel.sessionFor('chair')))[panel.panelId] ?? []
  expect(
    needs
      .filter(({ kind }) => kind === 'relisting')
      .map(({ about }) => about)
      .sort(),
  ).toEqual(['A2', 'A4'])

  const meetingId = panel.nextMeetingId
  const take = { take: 'yes', itemKind: 'urgent', minutes: 10 }
  await panel.done('coordinator', {
    kind: 'listDueCases',
    meetingId,
    cases: { [panel.cases.A2]: take, [panel.cases.A4]: take },
    lateReason: 'It cannot wait.',
  })
  for (const who of ['chair', 'police'] as const)
    await panel.done(who, { kind: 'acceptConfidentiality', meetingId })
  await panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Few came.' })
  const room = await panel.services.reads.room(await panel.sessionFor('chair'), meetingId)
  for (const item of room.ok ? ofKind(room.view, 'item') : []) {
    if (item.meetingId !== meetingId || (item.caseRef !== 'A2' && item.caseRef !== 'A4')) continue
    await panel.done('chair', {
      kind: 'recordDecision',
      meetingId,
      itemId: item.id,
      fields: {
        outcome: item.caseRef === 'A2' ? 'continue' : 'bring_back',
        reason: 'Heard again.',
        rationale: 'He has not stopped.',
      },
    })
    await panel.done('chair', {
      kind: 'concludeItem',
      meetingId,
      itemId: item.id,
      without: 'Her advocate answers.',
    })
  }
  expect(await standing('A2')).toMatchObject({ closedOn: '2026-12-02', closureReason: 'custody' })
  await panel.done('chair', { kind: 'closeMeeting', meetingId, reason: 'Out of time.' })
  expect(await standing('A2')).toMatchObject({ closedOn: null, closureReason: null })
  expect(await standing('A4')).toMatchObject({ notAcceptedOn: null, closedOn: null })
})

test('a candidate put forward is due like anything else', async () => {
  panel = await openSmallPanel()
  await panel.done('chair', {
    kind: 'putForwardCandidate',
    panelId: panel.panelId,
    personId: panel.persons.P5,
  })
  expect(await reasons()).toEqual(['candidate', 'new'])
  expect(await due('2026-12-16')).toMatchObject({ itemKind: 'new' })
})
