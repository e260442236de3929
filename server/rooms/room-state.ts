import { policiesNamed } from '../../app/domain/meeting/policies-named'
import { policyVersionOf } from '../../app/domain/panel/policy'
import { carriedKinds, isCarriedKind, isLeftOpen } from '../../app/domain/things/entries-standing'
import type { EntryBase, EntryByKind } from '../../app/domain/things/entries'
import type { Change } from '../../app/domain/things/kinds'
import { PendingThings, type ThingSet } from '../../app/domain/things/thing-set'

// One meeting held in memory, so that a command need not read its whole room again. `committed` is exactly what is on
// disk; what commands that wait for their commit have changed lies over it, and becomes part of it by that commit, or is
// thrown away where there is none.

/** What a commit changed in one room. */
export interface Touched {
  room: RoomState
  changes: Change[]
  /** Things came or went without having come to be: what people see is worked out whole. */
  whole: boolean
}

export class RoomState {
  readonly panelId: string
  usedAt: number
  private over: PendingThings
  private laid: Change[] = []
  private arrived: ThingSet[] = []

  constructor(
    readonly meetingId: string,
    readonly committed: ThingSet,
    now: number,
  ) {
    const meeting = committed.get('meeting', meetingId)
    if (!meeting) throw new Error(`A room was made of things without its meeting ${meetingId}.`)
    this.panelId = meeting.panelId
    this.usedAt = now
    this.over = new PendingThings(committed)
  }

  /** With what waits for its commit. */
  get things(): PendingThings {
    return this.over
  }

  /** False while it was read within a write that has not been committed: nobody may be shown it yet. */
  ready = false

  /** Lays a change that belongs here over the room. */
  lay(change: Change): void {
    this.over.apply([change])
    this.laid.push(change)
  }

  /** Things that enter as they stand, because the agenda has come to need them. */
  bringIn(arriving: ThingSet): void {
    this.over.add(arriving)
    this.arrived.push(arriving)
  }

  /** After the commit: what lay over the room is part of it. Undefined where nothing did. */
  settle(): Touched | undefined {
    const { laid, arrived } = this
    this.ready = true
    if (laid.length === 0 && arrived.length === 0) return undefined
    let whole = arrived.length > 0
    for (const set of arrived) this.committed.add(set)
    for (const change of laid) {
      if (change.before && !this.committed.get(change.kind, change.id)) whole = true
      this.committed.apply([change])
    }
    if (this.dropWhatIsNoLongerHere(laid)) whole = true
    this.takeBack()
    return { room: this, changes: laid, whole }
  }

  /** Where there was no commit: it is as it was. */
  takeBack(): void {
    this.over = new PendingThings(this.committed)
    this.laid = []
    this.arrived = []
  }

  private dropWhatIsNoLongerHere(laid: readonly Change[]): boolean {
    let dropped = false
    for (const change of laid) {
      if (!this.isCarriedNoMore(change)) continue
      this.committed.drop(change.kind, change.id)
      dropped = true
    }
    for (const change of laid) {
      if (!this.isOverElsewhere(change)) continue
      this.dropMeeting(change.id)
      dropped = true
    }
    if (this.dropWhomNoCaseIsAbout(laid)) dropped = true
    if (this.dropPoliciesLeftBehind(laid)) dropped = true
    return dropped
  }

  /** Something of another meeting that is open no longer, so that it no longer belongs to this room. */
  private isCarriedNoMore(change: Change): boolean {
    return (
      isCarriedKind(change.kind) &&
      (change.after as EntryBase).meetingId !== this.meetingId &&
      !isLeftOpen(change.kind, change.after as EntryByKind[typeof change.kind])
    )
  }

  /** Another meeting that is over: who has joined it decides nothing here any more. */
  private isOverElsewhere(change: Change): boolean {
    return change.kind === 'meeting' && change.id !== this.meetingId && change.after.status === 'closed'
  }

  /** With its agenda and attendance, less the items that something left open was recorded at. */
  private dropMeeting(meetingId: string): void {
    const { committed } = this
    const carried = new Set(carriedKinds.flatMap((kind) => committed.all(kind).map((entry) => entry.itemId)))
    for (const item of committed.all('item'))
      if (item.meetingId === meetingId && !carried.has(item.id)) committed.drop('item', item.id)
    for (const one of committed.all('attendance'))
      if (one.meetingId === meetingId) committed.drop('attendance', one.id)
    committed.drop('meeting', meetingId)
  }

  /** Whoever was merged into another is no longer part of a room whose cases were about him. */
  private dropWhomNoCaseIsAbout(laid: readonly Change[]): boolean {
    const left = laid.flatMap((change) =>
      change.kind === 'case' && change.before && change.before.personId !== change.after.personId
        ? [change.before.personId]
        : [],
    )
    const gone = left.filter(
      (personId) => !this.committed.all('case').some((one) => one.personId === personId),
    )
    for (const personId of gone) this.committed.drop('person', personId)
    return gone.length > 0
  }

  /** A version of the policy that is neither in force nor named by anything done here is no part of the room any longer. */
  private dropPoliciesLeftBehind(laid: readonly Change[]): boolean {
    const { committed, meetingId, panelId } = this
    const meeting = committed.get('meeting', meetingId)
    if (
      !meeting ||
      !laid.some(({ kind }) => kind === 'policy' || kind === 'meeting' || kind === 'attendance')
    )
      return false
    const named = policiesNamed(
      meeting,
      committed.all('attendance').filter((one) => one.meetingId === meetingId),
    )
    const inForce = policyVersionOf(committed, panelId)
    const left = committed.all('policy').filter(({ version }) => version !== inForce && !named.has(version))
    for (const { id } of left) committed.drop('policy', id)
    return left.length > 0
  }
}
