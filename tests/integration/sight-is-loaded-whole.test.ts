import { afterAll, beforeAll, expect, test } from 'vitest'
import { sightOf } from '../../app/domain/sight/sight'
import { viewerOf } from '../../app/domain/sight/viewer'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { loadEverything } from '../../db/things/load-everything'
import { commandsIn } from '../support/commands'
import { everyLoad, loaderNames, type Loaded } from '../support/every-load'
import { acceptance, referred } from '../support/referrals'
import { ashford, openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

// Whoever takes up cases takes up what decides who sees them: declared interests, agencies not invited to an item of a
// meeting to come or in session, who has joined. If a loader left one out, someone would be shown what is closed to them;
// so for every loader, of every case it takes up, everyone is out of it, and waits for it, exactly as by all that is on
// record.

let panel: TestPanel
let everything: ThingSet
let loads: Record<string, Loaded[]>

beforeAll(async () => {
  panel = await openSmallMeeting()
  const commands = commandsIn(panel)
  const { store } = panel.services
  // Someone is out of each case by an interest, some by the item in session, some by one to come.
  await panel.done('presenter', commands.conflict('A1'))
  await panel.done('chair', commands.invite('A2', panel.agencies.police))
  await panel.done('chair', {
    kind: 'listCase',
    meetingId: panel.nextMeetingId,
    caseId: panel.cases.A5,
    itemKind: 'new',
    minutes: 5,
    lateReason: 'New.',
  })
  const fifth = (await loadEverything(store.read)).all('item').find((item) => item.caseId === panel.cases.A5)
  await panel.done('chair', {
    kind: 'inviteToItem',
    meetingId: panel.nextMeetingId,
    itemId: fifth?.id,
    agencyIds: [panel.agencies.police],
  })
  // Someone has not joined the meeting in session.
  await panel.done('coordinator', {
    kind: 'changeMember',
    panelId: panel.panelId,
    memberId: panel.people.administrator.memberId,
    role: 'representative',
    agencyId: panel.agencies.housing,
    active: true,
  })
  // So that every loader has something to take up of each: what is owed, what happened, what was referred.
  for (const ref of ['A1', 'A2', 'A3'] as const) {
    await panel.done('police', commands.action(ref, 'Visit.', { ownerAgencyId: panel.agencies.police }))
    await panel.done('police', {
      kind: 'recordHappening',
      caseId: panel.cases[ref],
      fields: { happeningKind: 'new_incident', day: 'today', what: 'Seen.' },
    })
  }
  const about = await referred(panel)
  const { created } = await panel.done('coordinator', acceptance(about))
  const ofReferral = { meetingId: panel.meetingId, caseId: created.case }
  await panel.done('coordinator', {
    kind: 'listCase',
    ...ofReferral,
    itemKind: 'new',
    minutes: 5,
    lateReason: 'New.',
  })
  const listed = (await loadEverything(store.read)).all('item').find((item) => item.caseId === created.case)
  await panel.done('chair', {
    kind: 'inviteToItem',
    meetingId: panel.meetingId,
    itemId: listed?.id,
    agencyIds: [panel.agencies.police],
  })
  const open = await referred(panel, 'socialCare')

  loads = everyLoad(panel, { accepted: about.referralId, open: open.referralId })
  everything = await loadEverything(store.read)
}, 60_000)
afterAll(() => panel.close())

/** The cases that this person is out of, and those that wait until they join, as far as these are taken up. */
const closedTo = (
  who: PersonName,
  things: ThingSet,
  meetingId: string | null,
  caseIds: readonly string[],
) => {
  const viewer = viewerOf(everything, panel.people[who].accountId, panel.panelId)
  if (!viewer) throw new Error(`${who} is no member.`)
  const sight = sightOf(viewer, things, meetingId)
  return {
    out: caseIds.filter((id) => sight.outOfCases.has(id)),
    waits: caseIds.filter((id) => sight.awaitingJoin.has(id)),
    joined: sight.caseContent,
  }
}

test.each(loaderNames)('%s takes up what decides who sees the cases it takes up', async (name) => {
  const those = loads[name]
  if (!those)
    throw new Error(`Add ${name} to tests/support/every-load.ts, so that what it takes up is looked at.`)
  for (const { load, meetingId = null } of those) {
    const things = await load(panel.services.store.read)
    if (!things) throw new Error('Nothing was loaded.')
    // A case that is taken up without what decides its sight is shown to nobody.
    const caseIds = things.all('case').map((one) => one.id)
    const known = caseIds.filter((id) => things.sightIsKnownOf(id))
    expect(known.length > 0 || name === 'loadPanel').toBe(true)
    for (const who of ashford)
      expect([who, closedTo(who, things, meetingId, known)]).toEqual([
        who,
        closedTo(who, everything, meetingId, known),
      ])
  }
})

test('there is someone out of a case by each way, and someone who waits', () => {
  const all = everything.all('case').map((one) => one.id)
  const of = (who: PersonName) => closedTo(who, everything, null, all)
  expect(of('presenter').out).toContain(panel.cases.A1)
  expect(of('housing').out).toEqual(expect.arrayContaining([panel.cases.A2, panel.cases.A5]))
  expect(of('administrator').waits).toContain(panel.cases.A3)
})
