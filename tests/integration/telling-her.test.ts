import { afterEach, expect, test } from 'vitest'
import { loadRoom } from '../../db/things/load-room'
import { mails } from '../../db/schema/mail'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, sitting, type PersonName, type TestPanel } from '../support/small-panel'
import { fileView, ofKind, roomView } from '../support/views'

// Telling her: opened for each victim-survivor of each decided case, planned and ended by those who may read her safety
// record, seen as open or done by the rest of the panel, and by nobody else.

let panel: TestPanel
afterEach(() => panel.close())

const closed = async (...items: ('A1' | 'A3' | 'A4')[]) => {
  panel = await openSmallMeeting()
  const commands = commandsIn(panel)
  for (const item of items) {
    await panel.done('chair', commands.decision(item))
    await panel.done('chair', commands.conclude(item, 'She cannot be reached.'))
  }
  await panel.done('chair', commands.close('Out of time.'))
  panel.clock.move({ minutes: 5 })
}
const tellingFor = async (who: PersonName, ref: 'A1' | 'A3' | 'A4' = 'A1') =>
  ofKind((await fileView(panel, who, ref)) ?? [], 'telling')
const theOne = async () => ({ caseId: panel.cases.A1, tellingId: (await tellingFor('chair'))[0]?.id ?? '' })
const plan = {
  what: 'That work with him begins.',
  how: 'By telephone.',
  safely: 'Before noon, never by text.',
}

test('closing opens one for each victim-survivor of each decided case, due by the policy, and none for the others', async () => {
  await closed('A1')
  // One working day after Wednesday 2 December.
  expect(await tellingFor('chair')).toMatchObject([
    {
      victimId: panel.victims.V1,
      open: true,
      words: { due: '2026-12-03', state: 'open', tellerMemberId: null },
    },
  ])
  expect(await tellingFor('chair', 'A3')).toEqual([])
})

test('its words are for those who may read her safety record; others on the case see that it is open, and then that it is done', async () => {
  await closed('A1')
  const one = await theOne()
  await panel.done('idva', {
    kind: 'planTelling',
    ...one,
    ...plan,
    tellerMemberId: panel.people.idva.memberId,
  })
  const reads: PersonName[] = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo']
  for (const who of sitting) {
    const [telling] = await tellingFor(who)
    expect([who, telling?.open, telling?.words?.how]).toEqual([
      who,
      true,
      reads.includes(who) ? plan.how : undefined,
    ])
  }
  await panel.done('idva', {
    kind: 'recordTold',
    ...one,
    state: 'not_told',
    outcome: 'He reads her telephone.',
  })
  const [telling] = await tellingFor('housing')
  expect(telling).toMatchObject({ open: false, words: null })
  expect((await tellingFor('idva'))[0]?.words).toMatchObject({
    state: 'not_told',
    outcome: 'He reads her telephone.',
  })
  expect(
    await panel.refused('idva', { kind: 'recordTold', ...one, state: 'told', outcome: 'Again.' }),
  ).toMatchObject({ code: 'already_done' })
})

test('whoever tells her must be able to read her safety record; named there, they plan and record it themselves', async () => {
  await closed('A1')
  const one = await theOne()
  const { memberId } = panel.people.socialCare
  expect(
    await panel.refused('idva', { kind: 'planTelling', ...one, ...plan, tellerMemberId: memberId }),
  ).toMatchObject({ fields: [{ field: 'tellerMemberId' }] })
  expect(
    await panel.refused('socialCare', { kind: 'recordTold', ...one, state: 'told', outcome: 'She knows.' }),
  ).toMatchObject({ code: 'not_allowed' })
  await panel.done('idva', {
    kind: 'keepSafetyRecord',
    caseId: one.caseId,
    victimId: panel.victims.V1,
    safeContact: 'Her sister.',
    memberIds: [memberId],
  })
  await panel.done('idva', { kind: 'planTelling', ...one, ...plan, tellerMemberId: memberId })
  const inbox = async (who: PersonName) => {
    const read = await panel.services.followUp.inbox(await panel.sessionFor(who), panel.panelId)
    return read.ok ? read.toTell.length : read.code
  }
  expect([await inbox('socialCare'), await inbox('idva'), await inbox('housing')]).toEqual([1, 0, 0])
  await panel.done('socialCare', { kind: 'recordTold', ...one, state: 'told', outcome: 'She knows.' })
  expect(await inbox('socialCare')).toBe(0)
  // Named no longer, they no longer read it.
  await panel.done('idva', {
    kind: 'keepSafetyRecord',
    caseId: one.caseId,
    victimId: panel.victims.V1,
    safeContact: 'Her sister.',
    memberIds: [],
  })
  expect((await tellingFor('socialCare'))[0]).toMatchObject({ open: false, words: null })
})

test('to whoever is put out of the case, or is no member, there is nothing to tell', async () => {
  await closed('A1')
  const one = await theOne()
  await panel.done('idvaTwo', { kind: 'acceptConfidentiality', meetingId: panel.nextMeetingId })
  await panel.done('idvaTwo', {
    kind: 'declareConflict',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    reason: 'A cousin.',
  })
  for (const who of ['idvaTwo', 'brookChair', 'brookIdva'] as const) {
    for (const tellingId of [one.tellingId, 'no-such-telling']) {
      expect([
        who,
        await panel.command(who, {
          kind: 'recordTold',
          caseId: one.caseId,
          tellingId,
          state: 'told',
          outcome: 'x',
        }),
      ]).toMatchObject([who, { code: 'not_found' }])
    }
  }
})

test('an open one shows in the next meeting, in memory as in the tables, and never on the wall or in a mail', async () => {
  await closed('A1')
  const next = panel.nextMeetingId
  const inNext = async (who: PersonName, surface: 'desk' | 'wall' = 'desk') =>
    ofKind(await roomView(panel, who, surface, next), 'telling')
  expect(await inNext('housing')).toMatchObject([{ open: true, words: null }])
  const one = await theOne()
  await panel.done('idva', {
    kind: 'planTelling',
    ...one,
    ...plan,
    tellerMemberId: panel.people.idva.memberId,
  })
  expect((await inNext('idva'))[0]?.words).toMatchObject(plan)
  expect(await inNext('chair', 'wall')).toEqual([])
  expect(panel.services.rooms.current(next)?.committed.all('telling')).toEqual(
    (await loadRoom(panel.services.store.read, next))?.all('telling'),
  )
  const sent = JSON.stringify(await panel.services.store.read.select().from(mails))
  for (const words of [...Object.values(plan), 'elling']) expect(sent).not.toContain(words)
})

test('on the list of what is owed she is named by her reference', async () => {
  await closed('A1')
  const read = await panel.services.followUp.inbox(await panel.sessionFor('idva'), panel.panelId, null)
  if (!read.ok) throw new Error(read.code)
  expect(ofKind(read.told, 'victim').map((one) => one.victimRef)).toEqual(['V1'])
})
