import type { Server, Socket } from 'socket.io'
import type { Audience } from '../../app/domain/audience'
import { isInAudience, isOutOf, sightOf, type Sight, type Surface } from '../../app/domain/sight/sight'
import {
  seen,
  changesSight,
  viewFor,
  type Shaped,
  type VisibleKind,
  type VisibleThing,
} from '../../app/domain/sight/sees'
import { sitsOnPanel, viewerOf } from '../../app/domain/sight/viewer'
import { isVisibleKind } from '../../app/domain/sight/sees'
import type { Change } from '../../app/domain/things/kinds'
import type { FromBrowser, PresentMember, ToBrowser } from '../../app/wire/messages'
import { combine, digestOf, hashOf, textOf, type Digest } from './digest'
import type { RoomState, Touched } from './room-state'

// After a commit, and only then: for each screen in the room, what its person may now see that they could not before, or
// no longer may. This is the only file that emits. A change that leaves what someone sees as it was sends them nothing,
// so that not even the moment of a hidden entry shows. People who see the same get the same packet, encoded once.

export interface Seat {
  socketId: string
  /** Seats with the same one see the same. */
  person: string
  accountId: string
  /** The session gave a second factor; a panel may come to ask for one. */
  secondFactor: boolean
  surface: Surface
  /** What this screen shows; null after it was told to join again. */
  digest: Digest | null
  /** Cases whose reading by this person is already on record for this visit. */
  casesRead: Set<string>
  looking: string | null
  typing: { form: string; audience: Audience } | null
  presenceSent: string
}
/** A seat as it is taken; what one sight serves is worked out once. */
export type TakenSeat = Omit<Seat, 'person'>

export type SocketServer = Server<FromBrowser, ToBrowser, Record<string, never>, SocketFacts>
export type RoomSocket = Socket<FromBrowser, ToBrowser, Record<string, never>, SocketFacts>
export interface SocketFacts {
  accountId: string
  sessionId: string
}

const personOf = (seat: TakenSeat) =>
  `${seat.accountId}~${seat.surface}~${seat.secondFactor ? 'with' : 'without'} second factor`

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((one) => b.has(one))
/** Cases alone say where others may be seen: an item of another meeting says nothing about this room. */
const samePlaces = (a: Sight, b: Sight) => sameSet(a.outOfCases, b.outOfCases)

/** First before and last after of each thing, so that a whole commit is one patch. */
const merged = (changes: readonly Change[]): Change[] => {
  const byRef = new Map<string, Change>()
  for (const change of changes) {
    const ref = `${change.kind}:${change.id}`
    const earlier = byRef.get(ref)
    byRef.set(ref, earlier ? ({ ...change, before: earlier.before } as Change) : change)
  }
  return [...byRef.values()]
}

/** What a commit changes on a screen, and who gets it. */
interface Patch {
  set: VisibleThing[]
  gone: string[]
  hashes: Buffer[]
  /** Socket ids by the cursor they stand at. */
  standingAt: Map<Digest, string[]>
}

export const createPublisher = (io: SocketServer) => {
  const rooms = new Map<string, Map<string, Seat>>()

  // What each person may see changes seldom; working it out for everyone at every record would be most of the work.
  // Forgotten at every change that alters anyone's sight, and with the room itself.
  const sights = new WeakMap<RoomState, Map<string, Sight | undefined>>()

  const sightFor = (room: RoomState, seat: Seat): Sight | undefined => {
    let known = sights.get(room)
    if (!known) sights.set(room, (known = new Map()))
    const { person } = seat
    const sightNow = known.get(person)
    if (sightNow || known.has(person)) return sightNow
    const viewer = viewerOf(room.committed, seat.accountId, room.panelId)
    const shut =
      room.committed.get('panel', room.panelId)?.secondFactorRequired === true && !seat.secondFactor
    const sight =
      viewer && !shut && sitsOnPanel(viewer.role)
        ? sightOf(viewer, room.committed, room.meetingId, seat.surface)
        : undefined
    known.set(person, sight)
    return sight
  }

  const close = (meetingId: string, seat: Seat) => {
    rooms.get(meetingId)?.delete(seat.socketId)
    io.to(seat.socketId).emit('room:closed', { meetingId })
  }

  /** A whole view again; when it would show a case not yet on record as read, the screen must join and be recorded. */
  const resend = (room: RoomState, seat: Seat, sight: Sight) => {
    if (seat.digest === null) return
    const view = viewFor(sight)
    const cursor = digestOf(view)
    if (cursor === seat.digest) return
    const newlyRead = view.some((thing) => thing.kind === 'case' && !seat.casesRead.has(thing.id))
    seat.digest = newlyRead ? null : cursor
    if (newlyRead) io.to(seat.socketId).emit('room:stale', { meetingId: room.meetingId })
    else io.to(seat.socketId).emit('room:view', { meetingId: room.meetingId, cursor, view })
  }

  const publishChanges = (room: RoomState, seats: Map<string, Seat>, changes: Change[]) => {
    const shaped: Shaped = new Map()
    const shown = changes.filter((change) => isVisibleKind(change.kind))
    // People who see the same of each change share a patch: shapes that are one object are looked at once.
    const patches: { views: (VisibleThing | undefined)[]; patch: Patch }[] = []
    const patchFor = (sight: Sight): Patch => {
      const views: (VisibleThing | undefined)[] = []
      for (const { kind, before, after } of shown) {
        views.push(
          before && seen(sight, kind as VisibleKind, before as never, shaped),
          seen(sight, kind as VisibleKind, after as never, shaped),
        )
      }
      const known = patches.find((one) => one.views.every((view, at) => view === views[at]))
      if (known) return known.patch
      const patch: Patch = { set: [], gone: [], hashes: [], standingAt: new Map() }
      for (let at = 0; at < views.length; at += 2) {
        const before = views[at]
        const after = views[at + 1]
        if ((before && textOf(before)) === (after && textOf(after))) continue
        if (before) patch.hashes.push(hashOf(before))
        if (after) patch.hashes.push(hashOf(after))
        if (after) patch.set.push(after)
        else if (before) patch.gone.push(before.ref)
      }
      patches.push({ views, patch })
      return patch
    }
    const patchOf = new Map<string, Patch | undefined>()
    for (const seat of seats.values()) {
      if (!patchOf.has(seat.person)) {
        const sight = sightFor(room, seat)
        patchOf.set(seat.person, sight && patchFor(sight))
      }
      const patch = patchOf.get(seat.person)
      if (!patch) {
        close(room.meetingId, seat)
        continue
      }
      if (seat.digest === null || (patch.set.length === 0 && patch.gone.length === 0)) continue
      const others = patch.standingAt.get(seat.digest)
      if (others) others.push(seat.socketId)
      else patch.standingAt.set(seat.digest, [seat.socketId])
    }
    for (const { patch } of patches) {
      for (const [base, ids] of patch.standingAt) {
        const cursor = combine(base, patch.hashes)
        for (const id of ids) (seats.get(id) as Seat).digest = cursor
        io.to(ids).emit('room:patch', {
          meetingId: room.meetingId,
          base,
          cursor,
          set: patch.set,
          gone: patch.gone,
        })
      }
    }
  }

  /** On the wall everyone reads along, so there only what is for the whole panel shows. */
  const mayKnowOf = (sight: Sight, audience: Audience, agencyId: string | null) =>
    sight.surface === 'wall'
      ? audience.kind === 'panel'
      : isInAudience(sight.viewer, audience, { agencyId: agencyId ?? '' })

  const presenceFor = (room: RoomState, seats: Map<string, Seat>, sight: Sight): PresentMember[] => {
    const here = new Map<string, PresentMember>()
    for (const seat of seats.values()) {
      const viewer = viewerOf(room.committed, seat.accountId, room.panelId)
      if (!viewer || seat.surface === 'wall') continue
      const item = room.committed.get('item', seat.looking)
      // Where someone looks, or that they type, would tell of a case the other is out of, or of an entry not for them.
      const mayKnow = item?.meetingId === room.meetingId && !isOutOf(sight, item.caseId)
      const typing = mayKnow && seat.typing && mayKnowOf(sight, seat.typing.audience, viewer.agencyId)
      const already = here.get(viewer.memberId)
      here.set(viewer.memberId, {
        memberId: viewer.memberId,
        itemId: mayKnow ? item.id : (already?.itemId ?? null),
        typing: (typing && seat.typing?.form) || (already?.typing ?? null),
      })
    }
    return [...here.values()].sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  }

  const tellPresence = (room: RoomState, seats: Map<string, Seat>, seat: Seat, sight: Sight) => {
    const here = presenceFor(room, seats, sight)
    const text = JSON.stringify(here)
    if (text === seat.presenceSent) return
    seat.presenceSent = text
    io.to(seat.socketId).emit('room:presence', { meetingId: room.meetingId, here })
  }

  return {
    isWatched: (meetingId: string) => (rooms.get(meetingId)?.size ?? 0) > 0,

    publish: ({ room, changes: roomChanges, whole }: Touched) => {
      const changes = merged(roomChanges)
      const anew = whole || changes.some((change) => changesSight(change.kind, change.before, change.after))
      // Whether or not anyone is here to see: nobody who comes later may be shown by an old sight.
      const earlier = sights.get(room)
      if (anew) sights.delete(room)
      const seats = rooms.get(room.meetingId)
      if (!seats || seats.size === 0) return
      if (!anew) {
        publishChanges(room, seats, changes)
        return
      }
      for (const seat of [...seats.values()]) {
        const sight = sightFor(room, seat)
        if (!sight) {
          close(room.meetingId, seat)
          continue
        }
        resend(room, seat, sight)
        // Who was put out of a case, or let in, is told at once where others are, and only they: later, it would come
        // when others next move about in that case.
        const before = earlier?.get(seat.person)
        if (before && !samePlaces(before, sight)) tellPresence(room, seats, seat, sight)
      }
    },

    /** Tells everyone in these rooms to join again: when memory holds them no more. */
    stale: (isStale: (meetingId: string) => boolean) => {
      for (const [meetingId, seats] of rooms) {
        if (!isStale(meetingId)) continue
        for (const seat of seats.values()) {
          seat.digest = null
          io.to(seat.socketId).emit('room:stale', { meetingId })
        }
      }
    },

    publishPresence: (room: RoomState) => {
      const seats = rooms.get(room.meetingId)
      if (!seats) return
      for (const seat of seats.values()) {
        const sight = sightFor(room, seat)
        if (sight) tellPresence(room, seats, seat, sight)
      }
    },

    seat: (room: RoomState, taken: TakenSeat) => {
      const seat: Seat = { ...taken, person: personOf(taken) }
      let seats = rooms.get(room.meetingId)
      if (!seats) rooms.set(room.meetingId, (seats = new Map()))
      seats.set(seat.socketId, seat)
      sightFor(room, seat)
    },
    seatOf: (meetingId: string, socketId: string): Seat | undefined => rooms.get(meetingId)?.get(socketId),
    sightOfSeat: sightFor,

    /** Gives the meetings that the socket was in. */
    unseat: (socketId: string, meetingId?: string): string[] => {
      const left: string[] = []
      for (const [id, seats] of rooms) {
        if (meetingId !== undefined && id !== meetingId) continue
        if (seats.delete(socketId)) left.push(id)
        if (seats.size === 0) rooms.delete(id)
      }
      return left
    },

    /** Whose sockets are open. */
    sessionIds: () => new Set([...io.sockets.sockets.values()].map((socket) => socket.data.sessionId)),

    endSession: (sessionId: string) => {
      for (const socket of io.sockets.sockets.values()) {
        if (socket.data.sessionId !== sessionId) continue
        socket.emit('session:ended', {})
        socket.disconnect(true)
      }
    },
  }
}

export type Publisher = ReturnType<typeof createPublisher>
