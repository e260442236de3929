import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadEverything } from '../../db/things/load-everything'
import { loadRoom } from '../../db/things/load-room'
import { noPause } from '../../db/pause'
import { importFiles } from '../../server/import/import-folder'
import { commandsIn } from '../support/commands'
import { acceptedCase, twoPersons } from '../support/referrals'
import { expectSameInTables } from '../support/room-parity'
import { openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'
import { fileView, ofKind, roomView } from '../support/views'

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallPanel()
})
afterEach(() => panel.close())

const merge = async (who: PersonName, kept: string, merged: string) => {
  const { created } = await panel.done(who, {
    kind: 'mergePersons',
    panelId: panel.panelId,
    ...(await twoPersons(panel, kept, merged)),
    reason: 'The same fingerprints.',
  })
  return created.personMerge ?? ''
}
const undo = (who: PersonName, mergeId: string) =>
  panel.command(who, { kind: 'unmergePersons', panelId: panel.panelId, mergeId, reason: 'They are cousins.' })
const peopleAndCases = async () => {
  const things = await loadEverything(panel.services.store.read)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return JSON.stringify([things.all('person').sort(byId), things.all('case').sort(byId)])
}
const people = async (who: PersonName) => {
  const found = await panel.services.reads.people(await panel.sessionFor(who), panel.panelId)
  if (!found.ok) throw new Error(found.code)
  return found
}

test('the cases of one go to the other, who takes on his name and dates', async () => {
  await merge('chair', 'Quenby', 'Rusholt')
  const file = (await fileView(panel, 'housing', 'A2')) ?? []
  expect(ofKind(file, 'person')).toMatchObject([
    {
      givenName: 'Aldous',
      familyName: 'Quenby',
      aliases: ['Al Quenbee', 'Barnaby Rusholt'],
      otherDatesOfBirth: ['1979-11-30'],
    },
  ])
  expect(
    ofKind(file, 'case')
      .map((one) => one.caseRef)
      .sort(),
  ).toEqual(['A1', 'A2', 'A4'])
})

test('a room in memory holds exactly what the tables hold, after merging and after undoing it', async () => {
  await roomView(panel, 'housing')
  const compare = async () => {
    const held = panel.services.rooms.current(panel.meetingId)?.committed
    const stored = await loadRoom(panel.services.store.read, panel.meetingId)
    for (const kind of ['person', 'case'] as const) {
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
      expect(held?.all(kind).sort(byId)).toEqual(stored?.all(kind).sort(byId))
    }
    return held?.all('person').length
  }
  const mergeId = await merge('chair', 'Varcoe', 'Rusholt')
  expect(await compare()).toBe(3)
  expect((await undo('chair', mergeId)).ok).toBe(true)
  expect(await compare()).toBe(3)
})

test('an open room shows whom its cases are about now', async () => {
  await roomView(panel, 'housing')
  await merge('chair', 'Quenby', 'Rusholt')
  const room = await roomView(panel, 'housing')
  expect(ofKind(room, 'item').map((item) => item.initials)).toEqual(['A.Q.', 'A.Q.', 'C.T.', 'A.Q.'])
})

test('undone, everything is exactly as it was; a case that came in between stays with him who was kept', async () => {
  const before = await peopleAndCases()
  const mergeId = await merge('chair', 'Quenby', 'Rusholt')
  expect(await peopleAndCases()).not.toBe(before)
  expect((await undo('coordinator', mergeId)).ok).toBe(true)
  expect(await peopleAndCases()).toBe(before)
  expect(await undo('coordinator', mergeId)).toMatchObject({ code: 'already_done' })

  const again = await merge('chair', 'Quenby', 'Rusholt')
  const { keptId } = await twoPersons(panel)
  const caseId = await acceptedCase(
    panel,
    { victims: [{ relationship: 'partner', told: 'yes', agrees: 'yes' }] },
    { personId: keptId },
  )
  await undo('chair', again)
  const things = await loadEverything(panel.services.store.read)
  expect(things.get('case', caseId)?.personId).toBe(keptId)
  expect((await people('chair')).merges.map((one) => [one.reason, one.undoneReason])).toEqual([
    ['The same fingerprints.', 'They are cousins.'],
    ['The same fingerprints.', 'They are cousins.'],
  ])
})

test('of several merges the latest is undone first, and in the end all is as it was', async () => {
  const before = await peopleAndCases()
  const first = await merge('chair', 'Quenby', 'Rusholt')
  panel.clock.move({ minutes: 1 })
  const second = await merge('chair', 'Tamsyn', 'Quenby')
  expect(await undo('chair', first)).toMatchObject({ code: 'wrong_moment' })
  expect((await undo('chair', second)).ok).toBe(true)
  expect((await undo('chair', first)).ok).toBe(true)
  expect(await peopleAndCases()).toBe(before)
})

test('whatever is merged in whatever order, undoing it backwards restores all exactly', async () => {
  const names = ['Quenby', 'Rusholt', 'Tamsyn', 'Varcoe']
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([a, b]) => a !== b)
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 4 }), async (pairs) => {
      const before = await peopleAndCases()
      const done: string[] = []
      for (const [kept, merged] of pairs) {
        panel.clock.move({ minutes: 1 })
        const { created, ok } = {
          created: {} as Record<string, string>,
          ...(await panel.command('chair', {
            kind: 'mergePersons',
            panelId: panel.panelId,
            ...(await twoPersons(panel, kept, merged)),
            reason: 'One man.',
          })),
        }
        if (ok && created.personMerge) done.push(created.personMerge)
      }
      expect(done.length).toBeGreaterThan(0)
      for (const mergeId of done.reverse()) expect((await undo('chair', mergeId)).ok).toBe(true)
      expect(await peopleAndCases()).toBe(before)
    }),
    { numRuns: 12 },
  )
})

test('only people whom one may see are merged, and a merge of a case that is closed to one is not there', async () => {
  await panel.done('chair', commandsIn(panel).conflict('A2'))
  const both = await twoPersons(panel)
  const command = (...mergedIds: string[]) => ({
    kind: 'mergePersons',
    panelId: panel.panelId,
    ...both,
    mergedIds,
    reason: 'One man.',
  })
  expect(await panel.command('chair', command(...both.mergedIds))).toEqual(
    await panel.command('chair', command('no-such-person')),
  )
  expect(JSON.stringify(await people('chair'))).not.toContain('Rusholt')
  const mergeId = await merge('coordinator', 'Tamsyn', 'Rusholt')
  expect((await people('chair')).merges).toEqual([])
  expect(await undo('chair', mergeId)).toMatchObject({ code: 'not_found' })
  expect((await people('coordinator')).merges).toMatchObject([{ mergedName: 'Barnaby Rusholt' }])
})

test('another panel’s people are not there, nor this panel’s for them', async () => {
  const brooks = await panel.services.reads.people(await panel.sessionFor('brookChair'), panel.panelId)
  expect(brooks).toMatchObject({ code: 'not_found' })
  expect(JSON.stringify(await people('chair'))).not.toContain('Wexcombe')
  const { keptId, mergedIds } = await twoPersons(panel)
  expect(
    await panel.command('brookChair', {
      kind: 'mergePersons',
      panelId: panel.brookPanelId,
      keptId,
      mergedIds,
      reason: 'One man.',
    }),
  ).toMatchObject({ code: 'not_found' })
})

test('entries that may be one man are offered with why, and nothing is merged by itself', async () => {
  const before = (await people('coordinator')).people.length
  await acceptedCase(panel, { givenName: 'Conrad', familyName: 'Tamsin', dateOfBirth: '1991-01-15' })
  const { duplicates, people: all } = await people('coordinator')
  expect(duplicates).toHaveLength(1)
  expect(duplicates[0]?.why).toEqual(
    [
      'Family name spelt nearly the same: Tamsin, Tamsyn',
      'Given name the same: Conrad',
      'Same date of birth: 15 January 1991',
    ].map((words) => expect.stringMatching(new RegExp(words.split(':')[0] ?? ''))),
  )
  expect(all).toHaveLength(before + 1)
})

test('a man with cases in two panels of one area is the same in the rooms of both', async () => {
  const { store, execute, rooms } = panel.services
  const files = {
    panels: 'name,area,kind,quorum\nAshford Second Panel,Ashford,matac,1\n',
    cases:
      'case_ref,panel,person_ref,referral_source,referred_on\nS1,Ashford Second Panel,P1,police,2026-11-09\n',
    meetings:
      'meeting_ref,panel,date,minutes_planned,starts_at\nS-M1,Ashford Second Panel,2026-12-03,60,10:00\n',
    agenda: 'meeting_ref,case_ref,position,kind\nS-M1,S1,1,new\n',
  }
  const report = await importFiles(
    Object.entries(files).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) })),
    { store, execute, today: '2026-12-02', demo: false, checkOnly: false, pause: noPause },
  )
  expect(report.findings).toEqual([])
  const second = (await loadEverything(store.read)).all('meeting').find((meeting) => meeting.ref === 'S-M1')
  const meetingIds = [panel.meetingId, second?.id ?? '']
  for (const meetingId of meetingIds) await rooms.open(meetingId)
  const named = (meetingId: string) =>
    rooms
      .current(meetingId)
      ?.committed.all('person')
      .find((one) => one.familyName === 'Quenby')?.aliases
  expect(named(meetingIds[1] ?? '')).toEqual(['Al Quenbee'])
  await merge('chair', 'Quenby', 'Rusholt')
  expect(named(meetingIds[1] ?? '')).toEqual(['Al Quenbee', 'Barnaby Rusholt'])
  for (const meetingId of meetingIds) await expectSameInTables(store, rooms, meetingId)
})
