import type { EntryBase } from '../../app/domain/things/entries'
import { isEntryKind } from '../../app/domain/things/entries'
import type { Change } from '../../app/domain/things/kinds'
import { ThingSet } from '../../app/domain/things/thing-set'
import { loadRoom } from '../../db/things/load-room'
import type { Query, Store } from '../../db/store'
import { belongs } from './belongs'
import { HeadsSeen } from './heads-seen'
import { RoomState, type Touched } from './room-state'

// The rooms that are held in memory, and the one thing that happens to them: changes are laid over them as commands are
// carried out, and settle with the commit. Rooms are loaded inside the writer's queue, so that no commit can fall between
// reading and keeping. When another process has written to the file, what it may have changed is forgotten.

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

export class Rooms {
  private readonly rooms = new Map<string, RoomState>()
  private readonly roomsOfPanel = new Map<string, Set<RoomState>>()
  /** Read or changed within the write that is not yet committed. */
  private readonly waiting = new Set<RoomState>()
  private readonly forgotten: (() => void)[] = []
  private version: number
  private readonly heads: HeadsSeen

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
    if (!room?.ready) return undefined
    room.usedAt = this.clock()
    return room
  }

  holds(meetingId: string): boolean {
    return this.rooms.has(meetingId)
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

  /** Only within a write: the room for a command to work on. */
  async forWriting(tx: Query, meetingId: string): Promise<RoomState | undefined> {
    const known = this.rooms.get(meetingId)
    if (known) {
      known.usedAt = this.clock()
      return known
    }
    const things = await loadRoom(tx, meetingId)
    if (!things) return undefined
    const room = new RoomState(meetingId, things, this.clock())
    this.keep(room)
    this.waiting.add(room)
    return room
  }

  /** Within a write, when a command has been carried out: its changes lie over every room that they belong to. */
  lay(changes: readonly Change[]): void {
    for (const room of this.concernedBy(changes)) {
      for (const change of changes) {
        // One after the other: whom a case is about by now decides whether the next belongs here.
        if (!belongs(room, change)) continue
        this.bringItemOf(room, change)
        room.lay(change)
        this.waiting.add(room)
      }
    }
  }

  /** Within a write: things that enter a room as they stand, unchanged, because its agenda has come to need them. */
  bringIn(room: RoomState, arriving: ThingSet): void {
    room.bringIn(arriving)
    this.waiting.add(room)
  }

  /** What another meeting leaves open comes with the item it was recorded at, which says who was invited. */
  private bringItemOf(room: RoomState, change: Change): void {
    if (!isEntryKind(change.kind)) return
    const { itemId, meetingId } = change.after as EntryBase
    if (meetingId === room.meetingId || room.things.get('item', itemId)) return
    const item = this.rooms.get(meetingId)?.things.get('item', itemId)
    if (!item) return
    const arriving = new ThingSet()
    arriving.put('item', item)
    this.bringIn(room, arriving)
  }

  /** After a commit: what each room has become by it. */
  settle(): Touched[] {
    const settled = [...this.waiting].flatMap((room) => room.settle() ?? [])
    this.waiting.clear()
    return settled
  }

  /** When a commit has failed: what was to come with it never was. Rooms are as before, and no screen need join again. */
  takeBack(): void {
    for (const room of this.waiting) {
      if (room.ready) room.takeBack()
      else this.letGo(room)
    }
    this.waiting.clear()
  }

  /** Rooms kept in memory that changes may belong to. */
  private concernedBy(changes: readonly Change[]): RoomState[] {
    const panelIds = panelsOf(changes)
    if (panelIds === null) return [...this.rooms.values()]
    return [...panelIds].flatMap((panelId) => [...(this.roomsOfPanel.get(panelId) ?? [])])
  }

  private keep(room: RoomState): void {
    this.rooms.set(room.meetingId, room)
    const others = this.roomsOfPanel.get(room.panelId)
    if (others) others.add(room)
    else this.roomsOfPanel.set(room.panelId, new Set([room]))
  }

  private letGo(room: RoomState): void {
    this.rooms.delete(room.meetingId)
    const others = this.roomsOfPanel.get(room.panelId)
    others?.delete(room)
    if (others?.size === 0) this.roomsOfPanel.delete(room.panelId)
  }

  /** Forgets the rooms of these panels, or all that is held here. */
  forget(panelIds?: ReadonlySet<string>): void {
    for (const room of [...this.rooms.values()]) {
      if (panelIds !== undefined && !panelIds.has(room.panelId)) continue
      this.letGo(room)
      this.waiting.delete(room)
    }
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
    for (const room of [...this.rooms.values()])
      if (room.usedAt < limit && !isWatched(room.meetingId)) this.letGo(room)
  }
}
