import { PendingThings, type ThingSet } from '../../app/domain/thing-set'
import { isEntryKind, type Change, type EntryBase } from '../../app/domain/things'
import { loadRoom } from '../../db/things/load-things'
import type { Query, Store } from '../../db/store'

// Meetings held in memory, so that a command need not read its whole room again. Each is exactly what is committed; what
// a running command changes lies over it until the commit, and is thrown away if there is none. Loaded inside the
// writer's queue, so that no commit can fall between reading and keeping. When another process has written to the
// file, everything here is forgotten.

export interface RoomState {
  meetingId: string
  panelId: string
  committed: ThingSet
  pending: PendingThings
  usedAt: number
}

const keptFor = 10 * 60_000

/** Does a change, made anywhere, belong to what this room is made of? */
const belongs = (room: RoomState, change: Change): boolean => {
  const thing = change.after as { panelId?: string; meetingId?: string; caseId?: string }
  const inAgenda = (caseId: string | undefined) => room.committed.get('case', caseId) !== undefined
  switch (change.kind) {
    case 'area':
    case 'account':
    case 'credential':
      return false
    case 'panel':
      return change.id === room.panelId
    case 'criteria':
    case 'agency':
    case 'member':
      return thing.panelId === room.panelId
    case 'meeting':
      return change.id === room.meetingId
    case 'item':
    case 'attendance':
    case 'agencyReturn':
      return thing.meetingId === room.meetingId
    case 'person':
      return room.committed.get('person', change.id) !== undefined
    case 'case':
      return inAgenda(change.id)
    case 'victim':
    case 'child':
    case 'safetyRecord':
    case 'conflict':
      return inAgenda(thing.caseId)
    default:
      return (
        isEntryKind(change.kind) &&
        ((change.after as EntryBase).meetingId === room.meetingId || room.committed.get(change.kind, change.id) !== undefined)
      )
  }
}

export class RoomStates {
  private readonly rooms = new Map<string, RoomState>()
  private loaded: RoomState[] = []
  private version: number

  constructor(
    private readonly store: Store,
    private readonly clock: () => number,
  ) {
    this.version = store.foreignVersion()
  }

  /** The room as committed, at this very moment, without waiting; undefined where it is not in memory. */
  current(meetingId: string): RoomState | undefined {
    const room = this.rooms.get(meetingId)
    if (room) room.usedAt = this.clock()
    return room
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
      usedAt: this.clock(),
    }
    this.loaded.push(room)
    return room
  }

  /** The room as committed, loading it if need be. */
  async open(meetingId: string): Promise<RoomState | undefined> {
    this.forgetIfForeign()
    const known = this.current(meetingId)
    if (known) return known
    await this.store.write((tx) => this.forWriting(tx, meetingId))
    return this.current(meetingId)
  }

  /** Within a write, lays changes over every room in memory that they belong to. */
  lay(changes: readonly Change[]): void {
    for (const room of [...this.rooms.values(), ...this.loaded]) {
      const mine = changes.filter((change) => belongs(room, change))
      if (mine.length > 0) room.pending.apply(mine)
    }
  }

  /** After a commit: what was pending is so. Gives, for each room, the changes that belong to it. */
  commit(changes: readonly Change[]): { room: RoomState; changes: Change[] }[] {
    for (const room of this.loaded) this.rooms.set(room.meetingId, room)
    // A room loaded in this very batch read rows that already hold the batch's changes; applying them again is harmless.
    this.loaded = []
    const touched: { room: RoomState; changes: Change[] }[] = []
    for (const room of this.rooms.values()) {
      const mine: Change[] = []
      for (const change of changes) {
        if (!belongs(room, change)) continue
        room.committed.apply([change])
        mine.push(change)
      }
      if (mine.length === 0) continue
      room.pending = new PendingThings(room.committed)
      touched.push({ room, changes: mine })
    }
    return touched
  }

  forget(): void {
    this.rooms.clear()
    this.loaded = []
  }

  /** True when another process had written, and all that was held here has been forgotten. */
  forgetIfForeign(): boolean {
    const version = this.store.foreignVersion()
    if (version === this.version) return false
    this.version = version
    this.forget()
    return true
  }

  sweep(isWatched: (meetingId: string) => boolean): void {
    const limit = this.clock() - keptFor
    for (const [meetingId, room] of this.rooms) if (room.usedAt < limit && !isWatched(meetingId)) this.rooms.delete(meetingId)
  }
}

