import { carriedKinds, isCarriedKind, isLeftOpen } from '../../app/domain/meeting/entries-standing'
import { policiesNamed } from '../../app/domain/meeting/policies-named'
import { policyVersionOf } from '../../app/domain/panel/policy'
import { PendingThings, type ThingSet } from '../../app/domain/thing-set'
import { isEntryKind, type Change, type EntryBase, type EntryByKind } from '../../app/domain/things'
import { loadRoom } from '../../db/things/load-things'
import type { Query, Store } from '../../db/store'
import { HeadsSeen } from './heads-seen'

// Meetings held in memory, so that a command need not read its whole room again. Each is exactly what is committed; what
// a running command changes lies over it until the commit, and is thrown away if there is none. Loaded inside the
// writer's queue, so that no commit can fall between reading and keeping. When another process has written to the
// file, what it may have changed is forgotten.

export interface RoomState {
  meetingId: string
  panelId: string
  committed: ThingSet
  pending: PendingThings
  /** Things that come in as they stand, with what a running command puts on the agenda. */
  arriving: Change[]
  usedAt: number
}

const keptFor = 10 * 60_000
/** How long a page waits for a room to be read into memory before it looks whether writes are held up. */
const pagePatience = 50

/**
 * Panels that changes can belong to; null: any. Most changes are one panel's: with hundreds of rooms in memory, asking
 * each of them about each change would be most of a commit. A person alone may stand in cases of several panels.
 */
const panelsOf = (changes: readonly Change[]): Set<string> | null => {
  const panelIds = new Set<string>()
  for (const change of changes) {
    const panelId = change.kind === 'panel' ? change.id : (change.after as { panelId?: string }).panelId
    if (panelId === undefined || change.kind === 'person') return null
    panelIds.add(panelId)
  }
  return panelIds
}

/** Does a change, made anywhere, belong to what this room is made of? */
const belongs = (room: RoomState, change: Change): boolean => {
  const thing = change.after as { panelId?: string; meetingId?: string; caseId?: string }
  // Most changes are another panel's; only people, whose cases may stand in several, are looked at further.
  if (thing.panelId !== undefined && thing.panelId !== room.panelId && change.kind !== 'person') return false
  const inAgenda = (caseId: string | undefined) => room.pending.get('case', caseId) !== undefined
  const isHere = () => room.pending.get(change.kind, change.id) !== undefined
  switch (change.kind) {
    case 'meetingSeries':
    case 'area':
    case 'account':
    case 'credential':
    case 'incident':
    case 'scoringMatrix':
    case 'candidacy':
      return false
    case 'panel':
      return change.id === room.panelId
    case 'criteria':
    case 'policy':
    case 'agency':
    case 'member':
      return thing.panelId === room.panelId
    case 'meeting':
      return change.id === room.meetingId || change.after.status !== 'closed' || isHere()
    case 'item':
    case 'attendance':
      return room.pending.get('meeting', thing.meetingId) !== undefined || isHere()
    case 'minutesVersion':
    case 'agencyReturn':
    case 'circulation':
    case 'researchReturn':
    case 'preparedEntry':
      return thing.meetingId === room.meetingId
    case 'person':
      // A case of this room may have come to be about someone else.
      return isHere() || room.pending.all('case').some((one) => one.personId === change.id)
    case 'case':
      return inAgenda(change.id)
    case 'victim':
    case 'child':
    case 'safetyRecord':
    case 'telling':
    case 'happening':
    case 'conflict':
      return inAgenda(thing.caseId)
    default:
      return (
        isEntryKind(change.kind) &&
        (thing.meetingId === room.meetingId || isHere() || isCarriedInto(room, change))
      )
  }
}

/** Something that another meeting leaves open on a case that is on this room's agenda too. */
const isCarriedInto = (room: RoomState, change: Change): boolean =>
  isCarriedKind(change.kind) &&
  room.pending.get('case', (change.after as EntryBase).caseId) !== undefined &&
  isLeftOpen(change.kind, change.after as EntryByKind[typeof change.kind])

/** Something of another meeting that is open no longer, so that it no longer belongs to this room. */
const isCarriedNoMore = (room: RoomState, change: Change): boolean =>
  isCarriedKind(change.kind) &&
  (change.after as EntryBase).meetingId !== room.meetingId &&
  !isLeftOpen(change.kind, change.after as EntryByKind[typeof change.kind])

/** Another meeting that is over: who has joined it decides nothing here any more. */
const isOverElsewhere = (room: RoomState, change: Change): boolean =>
  change.kind === 'meeting' && change.id !== room.meetingId && change.after.status === 'closed'

/** A version of the policy that is neither in force nor named by anything done here is no part of the room any longer. */
const dropPoliciesLeftBehind = (room: RoomState, changes: readonly Change[]): boolean => {
  const meeting = room.committed.get('meeting', room.meetingId)
  if (
    !meeting ||
    !changes.some(({ kind }) => kind === 'policy' || kind === 'meeting' || kind === 'attendance')
  )
    return false
  const named = policiesNamed(
    meeting,
    room.committed.all('attendance').filter((one) => one.meetingId === room.meetingId),
  )
  const inForce = policyVersionOf(room.committed, room.panelId)
  const left = room.committed
    .all('policy')
    .filter(({ version }) => version !== inForce && !named.has(version))
  for (const { id } of left) room.committed.drop('policy', id)
  return left.length > 0
}

const asItStands = (kind: Change['kind'], after: { id: string }): Change =>
  ({ kind, id: after.id, before: undefined, after }) as Change

/** What a commit changed in one room. */
export interface Touched {
  room: RoomState
  changes: Change[]
  /** Things came or went without having come to be: what people see is worked out whole. */
  whole: boolean
}

export class RoomStates {
  private readonly rooms = new Map<string, RoomState>()
  private readonly roomsOfPanel = new Map<string, RoomState[]>()
  private loaded: RoomState[] = []
  private version: number
  private readonly heads: HeadsSeen
  private readonly forgotten: (() => void)[] = []

  constructor(
    private readonly store: Store,
    private readonly clock: () => number,
  ) {
    this.version = store.foreignVersion()
    this.heads = new HeadsSeen(store)
  }

  /** Within a write: how far it has carried a panel's record on, so that it is not taken for another process's. */
  wrote(stream: string, head: string): void {
    this.heads.wrote(stream, head)
  }

  /** Told whenever what is held here is forgotten, or some of it, so that nobody builds on what was read before. */
  onForget(listener: () => void): void {
    this.forgotten.push(listener)
  }

  /** The room as committed, at this very moment, without waiting; undefined where it is not in memory. */
  current(meetingId: string): RoomState | undefined {
    const room = this.rooms.get(meetingId)
    if (room) room.usedAt = this.clock()
    return room
  }

  holds(meetingId: string): boolean {
    return this.rooms.has(meetingId)
  }

  /** Only within a write: the room for a command to work on. */
  async forWriting(tx: Query, meetingId: string): Promise<RoomState | undefined> {
    const known = this.rooms.get(meetingId) ?? this.loaded.find((room) => room.meetingId === meetingId)
    if (known) {
      known.usedAt = this.clock()
      return known
    }
    const committed = await loadRoom(tx, meetingId)
    const meeting = committed?.get('meeting', meetingId)
    if (!committed || !meeting) return undefined
    const room: RoomState = {
      meetingId,
      panelId: meeting.panelId,
      committed,
      pending: new PendingThings(committed),
      arriving: [],
      usedAt: this.clock(),
    }
    this.loaded.push(room)
    return room
  }

  /** The room as committed, loading it if need be. */
  async open(meetingId: string): Promise<RoomState | undefined> {
    // What is read may be forgotten before it is looked at, by something else of the same commit.
    for (let tries = 0; tries < 5; tries += 1) {
      this.forgetIfForeign()
      const known = this.current(meetingId)
      if (known) return known
      const read = await this.store.write((tx) => this.forWriting(tx, meetingId))
      if (!read) return undefined
    }
    return this.current(meetingId)
  }

  /**
   * The room as committed, for a page that only shows it. While writes are held up, a room that is not in memory is read
   * beside them and not kept: a commit may fall between reading and keeping.
   */
  async look(meetingId: string): Promise<ThingSet | undefined> {
    const opening = this.open(meetingId)
    await Promise.race([opening, new Promise((next) => setTimeout(next, pagePatience).unref())])
    if (!this.store.isHeldUp()) return (await opening)?.committed
    opening.catch(() => undefined)
    return this.current(meetingId)?.committed ?? this.store.snapshot((tx) => loadRoom(tx, meetingId))
  }

  /** Within a write, lays changes over every room in memory that they belong to. */
  lay(changes: readonly Change[]): void {
    for (const room of [...this.concernedBy(changes), ...this.loaded]) {
      for (const change of changes) {
        // One after the other: whom a case is about now decides whether the next belongs here.
        if (!belongs(room, change)) continue
        this.bringItemOf(room, change)
        room.pending.apply([change])
      }
    }
  }

  /** Within a write: things that enter a room as they stand, unchanged, because its agenda has come to need them. */
  bringIn(room: RoomState, things: readonly Change[]): void {
    room.pending.apply(things)
    room.arriving.push(...things)
  }

  /** What another meeting leaves open comes with the item it was recorded at, which says who was invited. */
  private bringItemOf(room: RoomState, change: Change): void {
    if (!isEntryKind(change.kind)) return
    const { itemId, meetingId } = change.after as EntryBase
    if (meetingId === room.meetingId || room.pending.get('item', itemId)) return
    const itsRoom = this.rooms.get(meetingId) ?? this.loaded.find((one) => one.meetingId === meetingId)
    const item = itsRoom?.pending.get('item', itemId)
    if (item) this.bringIn(room, [asItStands('item', item)])
  }

  private keep(room: RoomState): void {
    this.rooms.set(room.meetingId, room)
    const others = this.roomsOfPanel.get(room.panelId)
    if (others) others.push(room)
    else this.roomsOfPanel.set(room.panelId, [room])
  }

  private letGo(room: RoomState): void {
    this.rooms.delete(room.meetingId)
    const left = (this.roomsOfPanel.get(room.panelId) ?? []).filter((one) => one !== room)
    if (left.length > 0) this.roomsOfPanel.set(room.panelId, left)
    else this.roomsOfPanel.delete(room.panelId)
  }

  /** Rooms kept in memory that changes may belong to. */
  private concernedBy(changes: readonly Change[]): RoomState[] {
    const panelIds = panelsOf(changes)
    if (panelIds === null) return [...this.rooms.values()]
    return [...panelIds].flatMap((panelId) => this.roomsOfPanel.get(panelId) ?? [])
  }

  /** After a commit: what was pending is so. Gives, for each room, the changes that belong to it. */
  commit(changes: readonly Change[]): Touched[] {
    for (const room of this.loaded) this.keep(room)
    // A room loaded in this very batch read rows that already hold the batch's changes; applying them again is harmless.
    this.loaded = []
    const touched: Touched[] = []
    for (const room of this.concernedBy(changes)) {
      let whole = room.arriving.length > 0
      room.committed.apply(room.arriving)
      room.arriving = []
      const mine: Change[] = []
      for (const change of changes) {
        if (!belongs(room, change)) continue
        if (change.before && !room.committed.get(change.kind, change.id)) whole = true
        room.committed.apply([change])
        mine.push(change)
      }
      for (const change of mine) {
        if (!isCarriedNoMore(room, change)) continue
        room.committed.drop(change.kind, change.id)
        whole = true
      }
      for (const change of mine) {
        if (!isOverElsewhere(room, change)) continue
        this.dropMeeting(room, change.id)
        whole = true
      }
      if (this.dropWhomNoCaseIsAbout(room, mine)) whole = true
      if (dropPoliciesLeftBehind(room, mine)) whole = true
      if (mine.length === 0) continue
      room.pending = new PendingThings(room.committed)
      touched.push({ room, changes: mine, whole })
    }
    return touched
  }

  /** With its agenda and attendance, less the items that something left open was recorded at. */
  private dropMeeting({ committed }: RoomState, meetingId: string): void {
    const carried = new Set(carriedKinds.flatMap((kind) => committed.all(kind).map((entry) => entry.itemId)))
    for (const item of committed.all('item'))
      if (item.meetingId === meetingId && !carried.has(item.id)) committed.drop('item', item.id)
    for (const one of committed.all('attendance'))
      if (one.meetingId === meetingId) committed.drop('attendance', one.id)
    committed.drop('meeting', meetingId)
  }

  /** Whoever was merged into another is no longer part of a room whose cases were about him. */
  private dropWhomNoCaseIsAbout(room: RoomState, changes: readonly Change[]): boolean {
    const left = changes.flatMap((change) =>
      change.kind === 'case' && change.before && change.before.personId !== change.after.personId
        ? [change.before.personId]
        : [],
    )
    const gone = left.filter(
      (personId) => !room.committed.all('case').some((one) => one.personId === personId),
    )
    for (const personId of gone) room.committed.drop('person', personId)
    return gone.length > 0
  }

  /** When a commit has failed: what was to come with it never was. Rooms are as before, and no screen need join again. */
  takeBack(): void {
    this.loaded = []
    for (const room of this.rooms.values()) {
      room.pending = new PendingThings(room.committed)
      room.arriving = []
    }
  }

  /** Forgets the rooms of these panels, or all that is held here. */
  forget(panelIds?: ReadonlySet<string>): void {
    const goes = (room: RoomState) => panelIds === undefined || panelIds.has(room.panelId)
    for (const room of [...this.rooms.values()].filter(goes)) this.letGo(room)
    this.loaded = this.loaded.filter((room) => !goes(room))
    for (const listener of this.forgotten) listener()
  }

  /** Forgets the rooms of panels whose record has moved on past what rooms in memory were told of. */
  forgetMovedOn(): void {
    this.forget(this.heads.movedOn())
  }

  /** True when another process had written, and what may be out of date has been forgotten. */
  forgetIfForeign(): boolean {
    const version = this.store.foreignVersion()
    if (version === this.version) return false
    this.version = version
    this.forgetMovedOn()
    return true
  }

  sweep(isWatched: (meetingId: string) => boolean): void {
    const limit = this.clock() - keptFor
    for (const [meetingId, room] of this.rooms)
      if (room.usedAt < limit && !isWatched(meetingId)) this.letGo(room)
  }
}
