import { afterEach, beforeEach, expect, test } from 'vitest'
import { candidatesCsv } from '../../app/domain/candidates/candidates-csv'
import { notFound } from '../../app/domain/refusals'
import { valuesFromEntries } from '../../app/wire/form-values'
import { accessLog } from '../../db/schema/sign-in'
import { commandsIn } from '../support/commands'
import { openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'
import { fileView, ofKind } from '../support/views'

// Candidates: who is ranked for whom, how a matrix is adopted, and what becomes of a person who is put forward.

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallPanel()
})
afterEach(() => panel.close())

const ranking = async (who: PersonName, panelId = panel.panelId) =>
  panel.services.candidates.candidates(await panel.sessionFor(who), panelId, 'candidates')
const ranked = async (who: PersonName) => {
  const found = await ranking(who)
  if (!found.ok) throw new Error(`${who} is shown no ranking: ${found.code}`)
  return found
}
const one = async (who: PersonName, ref: string) =>
  (await ranked(who)).candidates.find((candidate) => candidate.personRef === ref)
const aMatrix = {
  kind: 'adoptScoringMatrix',
  windowMonths: 12,
  victimMonths: 36,
  recency: { 0: { at: '60', points: '5' } },
  frequency: {},
  victims: {},
  gravity: { control: '1', threat: '2', violence: '3', serious_violence: '9' },
  reason: 'Agreed in November.',
}
const putForward = (personId = panel.persons.P5) => ({
  kind: 'putForwardCandidate',
  panelId: panel.panelId,
  personId,
})

test('the safety circle sees the ranking, and to everyone else there is none', async () => {
  for (const who of ['chair', 'coordinator', 'idva', 'police'] as const) {
    expect((await ranked(who)).candidates.map(({ personRef }) => personRef)).toEqual(['P5', 'P1', 'P2', 'P7'])
  }
  for (const who of [
    'housing',
    'caseManager',
    'presenter',
    'observer',
    'administrator',
    'evaluator',
    'brookChair',
  ] as const)
    expect([who, await ranking(who)]).toEqual([who, notFound])
})

test('whoever is out of one of his cases does not see him ranked, and cannot put him forward', async () => {
  await panel.done('coordinator', commandsIn(panel).conflict('A4'))
  expect((await ranked('coordinator')).candidates.map(({ personRef }) => personRef)).toEqual([
    'P5',
    'P2',
    'P7',
  ])
  expect(await panel.command('coordinator', putForward(panel.persons.P1))).toEqual(notFound)
  expect(await one('chair', 'P1')).toBeDefined()
})

test('the ranking is kept as a reading of each case that it shows', async () => {
  await ranked('police')
  const read = (await panel.services.store.read.select().from(accessLog)).filter(
    ({ memberId, place }) => memberId === panel.people.police.memberId && place === 'candidates',
  )
  expect(read.map(({ caseId }) => caseId).sort()).toEqual(
    [panel.cases.A1, panel.cases.A2, panel.cases.A4, panel.cases.A5].sort(),
  )
})

test('one press puts a candidate forward with his score, its items and the version of the matrix; a later matrix does not change that', async () => {
  const before = await one('chair', 'P5')
  await panel.done('coordinator', putForward())
  await panel.done('chair', { ...aMatrix, panelId: panel.panelId })
  const after = await one('chair', 'P5')
  expect(after?.score.points).not.toBe(before?.score.points)
  expect(after?.putForward).toMatchObject({ score: before?.score.points, matrixVersion: 0, on: '2026-12-02' })
  const [kept] = ofKind((await fileView(panel, 'idva', 'A5')) ?? [], 'candidacy')
  expect(kept).toMatchObject({ score: before?.score.points, scoreItems: before?.score.items })
  expect(ofKind((await fileView(panel, 'housing', 'A5')) ?? [], 'candidacy')).toEqual([])
})

test('a referral of someone known by incidents alone is filled in with what the panel holds, for those who may see it', async () => {
  const filledFor = async (who: PersonName, personId = panel.persons.P7) =>
    panel.services.candidates.referralOf(await panel.sessionFor(who), panel.panelId, personId)
  const filled = await filledFor('police')
  expect(filled).toMatchObject({
    'fields.incidents.0.date': '2026-09-09',
    'fields.incidents.0.gravity': 'violence',
    'fields.incidents.0.what': 'Physical assault (on record as INC-CIR-7)',
  })
  expect(filled).not.toHaveProperty('fields.incidents.0.fromHer')
  expect(filled?.['fields.familyName']).toBeTruthy()
  for (const who of [
    'housing',
    'caseManager',
    'observer',
    'administrator',
    'evaluator',
    'brookChair',
  ] as const)
    expect([who, await filledFor(who)]).toEqual([who, null])
  expect(await filledFor('police', 'nobody')).toBeNull()
  expect(await filledFor('police', panel.persons.P9)).toBeNull()
})

test('what she reported is filled in as hers, and whoever is out of his case is given nothing of him', async () => {
  const filledFor = async (who: PersonName) =>
    panel.services.candidates.referralOf(await panel.sessionFor(who), panel.panelId, panel.persons.P1)
  expect(await filledFor('idva')).toMatchObject({
    'fields.incidents.0.date': '2026-11-20',
    'fields.incidents.1.date': '2026-11-02',
    'fields.incidents.1.fromHer': 'yes',
  })
  await panel.done('idva', commandsIn(panel).conflict('A4'))
  expect(await filledFor('idva')).toBeNull()
})

test('a filled-in referral is sent as it stands, once it says why and who is at risk, and matches the man it was filled in from', async () => {
  const filled = await panel.services.candidates.referralOf(
    await panel.sessionFor('police'),
    panel.panelId,
    panel.persons.P7,
  )
  const form = new URLSearchParams({
    ...filled,
    'fields.reason': 'He will not stop.',
    'fields.victims.0.relationship': 'partner',
    'fields.victims.0.told': 'yes',
    'fields.victims.0.agrees': 'yes',
  })
  const { created } = await panel.done('police', {
    kind: 'makeReferral',
    panelId: panel.panelId,
    source: 'police',
    ...valuesFromEntries(form.entries()),
  })
  const read = await panel.services.reads.referral(
    await panel.sessionFor('coordinator'),
    panel.panelId,
    created.referral ?? '',
  )
  expect(read).toMatchObject({
    ok: true,
    referral: { incidents: [{ date: '2026-09-09', gravity: 'violence' }] },
  })
  expect(read.ok && read.acceptance?.matches.map(({ personId }) => personId)).toContain(panel.persons.P7)
})

test('he is due until his case stands on an agenda, and due again when it is taken off', async () => {
  await panel.done('coordinator', putForward())
  expect(await panel.refused('chair', putForward())).toMatchObject({ code: 'already_done' })
  const { created } = await panel.done('chair', commandsIn(panel).listFifth())
  expect(await one('chair', 'P5')).toMatchObject({ listedFor: '2026-12-02', putForward: null })
  expect(await panel.refused('chair', putForward())).toMatchObject({
    message: 'His case stands on the agenda of 2 December 2026 already.',
  })
  await panel.done('chair', {
    kind: 'removeItem',
    meetingId: panel.meetingId,
    itemId: created.item,
    reason: 'Not ready.',
  })
  expect(await one('chair', 'P5')).toMatchObject({ listedFor: null, putForward: { on: '2026-12-02' } })
})

test('once his case was heard he is no longer put forward, and may be again', async () => {
  await panel.done('coordinator', putForward())
  const { meetingId } = panel
  const { created } = await panel.done('chair', commandsIn(panel).listFifth())
  for (const who of ['chair', 'police'] as const)
    await panel.done(who, { kind: 'acceptConfidentiality', meetingId })
  await panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Few came.' })
  const inItem = { meetingId, itemId: created.item }
  await panel.done('chair', {
    kind: 'recordDecision',
    ...inItem,
    fields: { outcome: 'continue', rationale: 'Work goes on.' },
  })
  await panel.done('chair', { kind: 'concludeItem', ...inItem, without: 'She cannot be reached.' })
  panel.clock.move({ minutes: 5 })
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  expect(await one('chair', 'P5')).toMatchObject({ listedFor: null, putForward: null })
  await panel.done('chair', putForward())
})

test('who has no case needs a referral first, and who has no incident is no candidate', async () => {
  expect(await panel.refused('chair', putForward(panel.persons.P7))).toMatchObject({
    code: 'wrong_moment',
    message: expect.stringContaining('A referral comes first') as string,
  })
  expect(await panel.command('chair', putForward(panel.persons.P3))).toEqual(notFound)
  expect(await panel.command('chair', putForward(panel.persons.P9))).toEqual(notFound)
})

test('a candidate is withdrawn with a reason that the record keeps, once', async () => {
  const { created } = await panel.done('coordinator', putForward())
  const withdraw = {
    kind: 'withdrawCandidate',
    panelId: panel.panelId,
    candidacyId: created.candidacy,
    reason: 'Another panel has him.',
  }
  expect(await panel.refused('chair', { ...withdraw, reason: '' })).toMatchObject({ code: 'invalid' })
  await panel.done('chair', withdraw)
  expect(await panel.refused('chair', withdraw)).toMatchObject({ code: 'already_done' })
  expect((await one('chair', 'P5'))?.putForward).toBeNull()
  expect(await panel.command('brookChair', { ...withdraw, panelId: panel.brookPanelId })).toEqual(notFound)
})

test('a matrix is a version of its own; one by which more could count less is not adopted', async () => {
  await panel.done('chair', { ...aMatrix, panelId: panel.panelId })
  expect((await ranked('chair')).matrix).toMatchObject({
    version: 1,
    values: { windowMonths: 12, recency: [{ days: 60, points: 5 }], frequency: [] },
  })
  expect(await panel.refused('chair', { ...aMatrix, panelId: panel.panelId })).toMatchObject({
    code: 'already_done',
  })
  const faulty = async (change: object) =>
    (await panel.refused('chair', { ...aMatrix, panelId: panel.panelId, ...change })).fields?.[0]?.field
  expect(await faulty({ recency: { 0: { at: '60', points: '5' }, 1: { at: '90', points: '6' } } })).toBe(
    'recency.1.points',
  )
  expect(await faulty({ recency: { 0: { at: '60', points: '5' }, 1: { at: '60', points: '5' } } })).toBe(
    'recency.1.at',
  )
  expect(await faulty({ frequency: { 0: { at: '2', points: '5' }, 1: { at: '4', points: '4' } } })).toBe(
    'frequency.1.points',
  )
  expect(await faulty({ victims: { 0: { at: 'two', points: '5' } } })).toBe('victims.0.at')
  expect(await faulty({ gravity: { ...aMatrix.gravity, violence: '1' } })).toBe('gravity.violence')
  expect(await faulty({ windowMonths: 0 })).toBe('windowMonths')
  expect((await ranked('chair')).matrix.version).toBe(1)
})

test('an incident of his case is on its file for all who see the case; hers, and those of no case, stay in the safety circle', async () => {
  const refs = async (who: PersonName, ref: 'A1' | 'A5') =>
    ofKind((await fileView(panel, who, ref)) ?? [], 'incident')
      .map(({ incidentRef }) => incidentRef)
      .sort()
  expect(await refs('idva', 'A1')).toEqual(['INC-ALL-1', 'INC-ALL-4', 'INC-HER-1'])
  expect(await refs('housing', 'A1')).toEqual(['INC-ALL-1', 'INC-ALL-4'])
  expect(await refs('police', 'A5')).toEqual(['INC-ALL-5', 'INC-CIR-5'])
  expect(await refs('observer', 'A5')).toEqual(['INC-ALL-5'])
})

test('the file that is taken away holds who is on the page, no more', async () => {
  const { candidates, matrix, today } = await ranked('idva')
  const lines = candidatesCsv(candidates, matrix.version, today).trimEnd().split('\r\n')
  expect(lines).toHaveLength(candidates.length + 1)
  expect(lines[1]).toMatch(/^1,P5,Edmund,Varcoe,1983-07-07,\d+,/)
})

test('when two entries are found to be one man his incidents come over too, and go back when that is undone', async () => {
  const alone = await one('chair', 'P7')
  const { created } = await panel.done('chair', {
    kind: 'mergePersons',
    panelId: panel.panelId,
    keptId: panel.persons.P5,
    mergedIds: [panel.persons.P7],
    reason: 'The same man.',
  })
  expect(await one('chair', 'P7')).toBeUndefined()
  expect((await one('chair', 'P5'))?.score).toMatchObject({ incidents: 3, victims: 3 })
  await panel.done('chair', {
    kind: 'unmergePersons',
    panelId: panel.panelId,
    mergeId: created.personMerge,
    reason: 'Brothers.',
  })
  expect(await one('chair', 'P7')).toEqual(alone)
  expect((await one('chair', 'P5'))?.score.incidents).toBe(2)
})
