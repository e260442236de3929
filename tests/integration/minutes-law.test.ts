import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstVersionOf } from '../../app/domain/minutes/record-as-at'
import { sightOf } from '../../app/domain/sight/sight'
import { viewerOf } from '../../app/domain/sight/viewer'
import { viewFor, type VisibleThing } from '../../app/domain/sight/sees'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { entryKinds, isEntryKind, type Entry, type EntryKind } from '../../app/domain/things/entries'
import { loadEverything } from '../../db/things/load-everything'
import { createAccessLog } from '../../server/accounts/access-log'
import type { Session } from '../../server/accounts/sessions'
import { createMinutesReads } from '../../server/reads/minutes-reads'
import { openCollectedRoom, type CollectedRoom } from '../support/collected-room'
import { live, lives, type Life } from '../support/random-life'
import { sitting, type PersonName } from '../support/small-panel'

// A version of the minutes is a moment, never a copy. So copies are taken here, of all that stands at each closing and at
// each approval, and whatever happens after that every version must go on to say to each reader what was copied: less
// what they may not see now, nothing else, and nothing that happened later.

const entriesOf = (things: ThingSet, meetingId: string): { kind: EntryKind; entry: Entry }[] =>
  entryKinds.flatMap((kind) =>
    things
      .all(kind)
      .filter((entry) => entry.meetingId === meetingId)
      .map((entry) => ({ kind, entry })),
  )

const refOf = ({ kind, entry }: { kind: EntryKind; entry: Entry }) => `${kind}:${entry.id}`

/** What can happen to an entry after its meeting closed, and is no part of the minutes. */
const standingOf = (entry: object) => {
  const { due, endedAt, outcome, acceptance, state, answer, timesChased, escalatedAt, status, result } =
    entry as Record<string, unknown>
  return { due, endedAt, outcome, acceptance, state, answer, timesChased, escalatedAt, status, result }
}

interface Copies {
  closing: Map<string, ThingSet>
  approvals: { meetingId: string; versionId: string; things: ThingSet }[]
}

const compare = async (room: CollectedRoom, copies: Copies): Promise<number> => {
  const { panelId, people } = room.panel
  const now = await loadEverything(room.store.read)
  const reads = createMinutesReads({
    store: room.store,
    accessLog: createAccessLog(room.store, room.clock.now),
    mayEnterPanel: () => true,
    clock: room.clock.now,
  })
  let compared = 0
  const check = async (
    who: PersonName,
    { meetingId, versionId, things: then }: Copies['approvals'][number],
  ) => {
    const viewer = viewerOf(now, people[who].accountId, panelId)
    const read = await reads.minutes({ accountId: people[who].accountId } as Session, meetingId, {
      versionId,
    })
    // A version that says nothing new to somebody is none to them.
    if (!viewer || !read.ok || read.shownId !== versionId) return
    const closedAt = then.get('meeting', meetingId)?.closedAt ?? 0
    const maySeeNow = new Set(viewFor(sightOf(viewer, now, meetingId)).map((thing) => thing.ref))
    const due = entriesOf(then, meetingId).filter(
      (one) => firstVersionOf(then, one.kind, one.entry).recordedAt <= closedAt && maySeeNow.has(refOf(one)),
    )
    const shown = read.view.filter((thing): thing is Extract<VisibleThing, { kind: EntryKind }> =>
      isEntryKind(thing.kind),
    )
    expect({ who, refs: shown.map((one) => one.ref).sort() }).toEqual({ who, refs: due.map(refOf).sort() })
    for (const one of due) {
      const said = shown.find((thing) => thing.ref === refOf(one))
      expect({ who, ref: refOf(one), withdrawn: said?.withdrawnAt }).toEqual({
        who,
        ref: refOf(one),
        withdrawn: one.entry.withdrawnAt,
      })
      if (one.entry.supersededBy === null)
        expect({ who, ref: refOf(one), supersededBy: said?.supersededBy }).toEqual({
          who,
          ref: refOf(one),
          supersededBy: null,
        })
      const atClosing = copies.closing.get(meetingId)?.get(one.kind, one.entry.id)
      if (atClosing && said)
        expect({ who, ref: refOf(one), stood: standingOf(said) }).toEqual({
          who,
          ref: refOf(one),
          stood: standingOf({ ...said, ...standingOf(atClosing) }),
        })
      compared += 1
    }
  }
  for (const copy of copies.approvals) for (const who of sitting) await check(who, copy)
  return compared
}

const play = async (life: Life): Promise<number> => {
  const room = await openCollectedRoom()
  const copies: Copies = { closing: new Map(), approvals: [] }
  let compared = 0
  try {
    await live(room, life, async ({ command }, ok) => {
      if (!ok) return
      const meetingId = command.meetingId as string
      if (command.kind === 'closeMeeting')
        copies.closing.set(meetingId, await loadEverything(room.store.read))
      if (command.kind !== 'approveMinutes') return
      const things = await loadEverything(room.store.read)
      const latest = things
        .all('minutesVersion')
        .filter((one) => one.meetingId === meetingId)
        .sort((a, b) => a.number - b.number)
        .at(-1)
      copies.approvals.push({ meetingId, versionId: latest?.id ?? '', things })
      compared += await compare(room, copies)
    })
    return compared + (await compare(room, copies))
  } finally {
    room.close()
  }
}

test('whatever happens after, a version of the minutes says what stood when it was approved, and of that only what its reader may see now', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(lives(14), async (life) => {
      compared += await play(life)
    }),
    { numRuns: 5, interruptAfterTimeLimit: 45_000 },
  )
  expect(compared).toBeGreaterThan(300)
}, 60_000)
