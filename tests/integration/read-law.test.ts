import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../../app/domain/catalogues/panel'
import { sightOf } from '../../app/domain/sight/sight'
import { viewerOf } from '../../app/domain/sight/viewer'
import { viewFor, type VisibleThing } from '../../app/domain/sight/sees'
import type { ThingSet } from '../../app/domain/things/thing-set'
import type { Query } from '../../db/store'
import { loadCandidates } from '../../db/things/load-candidates'
import { loadDueCases } from '../../db/things/load-due-cases'
import { loadFollowUp } from '../../db/things/load-follow-up'
import { loadHome } from '../../db/things/load-home'
import { loadPanelStanding } from '../../db/things/load-panel-standing'
import { loadCaseFile, loadCaseList } from '../../db/things/load-case'
import { loadEverything } from '../../db/things/load-everything'
import { loadPeople } from '../../db/things/load-people'
import { loadReferral, loadReferrals, loadReferralToScreen } from '../../db/things/load-referral'
import { loadRoom } from '../../db/things/load-room'
import { openCollectedRoom, type CollectedRoom } from '../support/collected-room'
import { live, lives, type Life } from '../support/random-life'
import { everyone } from '../support/small-panel'

// Pages are built from few rows, so that ten years of a panel do not have to be read for one of them. What puts somebody
// out of a case is rows too: a page that did not read those would show them what they may not see. So, for everyone and
// whatever has happened: no page is built from more than all rows together would show.

/** What a page is built from, and for whom it is where it is not for everyone. */
interface Read {
  page: string
  meetingId?: string
  things: ThingSet | undefined
  roles?: readonly Role[]
}

const runners: readonly Role[] = ['chair', 'coordinator']

const readsIn = async (tx: Query, everything: ThingSet, panelId: string): Promise<Read[]> => {
  const reads: Read[] = [
    { page: 'inbox', things: await loadFollowUp(tx, panelId) },
    { page: 'home', things: await loadHome(tx, panelId) },
    { page: 'standing', things: await loadPanelStanding(tx, panelId, () => 6) },
    { page: 'referrals', things: await loadReferrals(tx, panelId) },
    { page: 'candidates', things: await loadCandidates(tx, panelId, '2020-01-01') },
    { page: 'what is due', things: await loadDueCases(tx, panelId), roles: runners },
    { page: 'people', things: await loadPeople(tx, panelId), roles: runners },
    { page: 'cases to list', things: await loadCaseList(tx, panelId), roles: runners },
  ]
  for (const { id, ref } of everything.all('case'))
    reads.push({ page: `file of ${ref}`, things: await loadCaseFile(tx, id) })
  for (const { id, ref } of everything.all('meeting'))
    reads.push({ page: `room of ${ref}`, meetingId: id, things: await loadRoom(tx, id) })
  for (const { id } of everything.all('referral')) {
    reads.push({ page: 'a referral', things: await loadReferral(tx, id) })
    reads.push({ page: 'a referral to screen', things: await loadReferralToScreen(tx, id), roles: runners })
  }
  return reads
}

/** A meeting of which no page asks where it is: its pointer stays unsaid, and whether that can be moved back. */
const quietPointer = (thing: VisibleThing) =>
  thing.kind === 'meeting' && thing.step === null ? { ...thing, mayUndo: null } : thing

/** A page may say less than all rows would: null, or fewer in a list. Whatever it says must be said there too. */
const saysNoMore = (said: unknown, there: unknown): boolean => {
  if (said === null || said === undefined || said === there) return true
  if (Array.isArray(said))
    return Array.isArray(there) && said.every((one) => there.some((other) => saysNoMore(one, other)))
  if (typeof said !== 'object' || typeof there !== 'object' || there === null) return false
  return Object.entries(said).every(([key, value]) =>
    saysNoMore(value, (there as Record<string, unknown>)[key]),
  )
}

const byRef = (view: readonly VisibleThing[]) => new Map(view.map((thing) => [thing.ref, thing]))

const compare = async (room: CollectedRoom, after: string) => {
  const { panelId, people } = room.panel
  const { everything, reads } = await room.store.snapshot(async (tx) => {
    const all = await loadEverything(tx)
    return { everything: all, reads: await readsIn(tx, all, panelId) }
  })
  for (const who of everyone) {
    const viewer = viewerOf(everything, people[who].accountId, panelId)
    if (!viewer) continue
    const whole = new Map<string | null, Map<string, VisibleThing>>()
    for (const { page, meetingId = null, things, roles } of reads) {
      if (!things || (roles && !roles.includes(viewer.role))) continue
      const all = whole.get(meetingId) ?? byRef(viewFor(sightOf(viewer, everything, meetingId)))
      whole.set(meetingId, all)
      for (const thing of viewFor(sightOf(viewer, things, meetingId))) {
        const there = all.get(thing.ref)
        if (!there || !saysNoMore(quietPointer(thing), there))
          expect({ after, who, page, shows: thing }).toEqual({ after, who, page, shows: there ?? 'nothing' })
      }
    }
  }
}

const play = async (life: Life) => {
  const room = await openCollectedRoom()
  const { meetingId, nextMeetingId, panelId, persons, nextItem } = room.panel
  let since = 0
  try {
    expect(
      await room.command('coordinator', { kind: 'circulateAgenda', meetingId: nextMeetingId }),
    ).toMatchObject({ ok: true })
    expect(
      await room.command('housing', {
        kind: 'declareConflict',
        meetingId: nextMeetingId,
        itemId: nextItem,
        reason: 'A cousin.',
      }),
    ).toMatchObject({ ok: true })
    // A case that came of a referral whose referrer still waits to hear, and one who was put forward.
    const made = await room.command('housing', {
      kind: 'makeReferral',
      panelId,
      source: 'agency',
      fields: {
        familyName: 'Yarwell',
        reason: 'He waits.',
        victims: [{ relationship: 'partner', told: 'yes', agrees: 'yes' }],
      },
    })
    const referralId = made.ok ? made.created.referral : undefined
    const accepted = await room.command('chair', {
      kind: 'acceptReferral',
      panelId,
      referralId,
      personId: 'new',
      reason: 'Visible high risk',
    })
    const listed = await room.command('chair', {
      kind: 'listCase',
      meetingId,
      caseId: accepted.ok ? accepted.created.case : undefined,
      itemKind: 'new',
      minutes: 5,
      lateReason: 'A new arrest.',
    })
    // The coordinator is out of it.
    const out = await room.command('coordinator', {
      kind: 'declareConflict',
      meetingId,
      itemId: listed.ok ? listed.created.item : undefined,
      reason: 'A cousin.',
    })
    const forward = await room.command('chair', {
      kind: 'putForwardCandidate',
      panelId,
      personId: persons.P5,
    })
    expect([made.ok, accepted.ok, listed.ok, out.ok, forward.ok]).toEqual([true, true, true, true, true])
    await live(room, life, async ({ command }, ok) => {
      if (!ok) return
      since += 1
      if (since < 4 && !['closeMeeting', 'openMeeting', 'declareConflict'].includes(command.kind)) return
      since = 0
      await compare(room, command.kind)
    })
    await compare(room, 'everything')
  } finally {
    room.close()
  }
}

test('no page is built from more than all that is on record would show its reader', async () => {
  await fc.assert(fc.asyncProperty(lives(9), play), { numRuns: 5, interruptAfterTimeLimit: 45_000 })
}, 60_000)
