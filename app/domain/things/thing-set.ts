import type { Change, ThingByKind, ThingKind } from './kinds'

/** What the rules may read: some scope's things, by kind and id. */
export interface Things {
  get<K extends ThingKind>(kind: K, id: string | null | undefined): ThingByKind[K] | undefined
  all<K extends ThingKind>(kind: K): ThingByKind[K][]
}

/** Things held in memory. Values are never changed in place: a change puts a new object. */
export class ThingSet implements Things {
  private readonly byKind = new Map<ThingKind, Map<string, unknown>>()

  get<K extends ThingKind>(kind: K, id: string | null | undefined): ThingByKind[K] | undefined {
    return id ? (this.byKind.get(kind)?.get(id) as ThingByKind[K] | undefined) : undefined
  }

  all<K extends ThingKind>(kind: K): ThingByKind[K][] {
    return [...(this.byKind.get(kind)?.values() ?? [])] as ThingByKind[K][]
  }

  put<K extends ThingKind>(kind: K, thing: ThingByKind[K]): void {
    let things = this.byKind.get(kind)
    if (!things) this.byKind.set(kind, (things = new Map()))
    things.set(thing.id, thing)
  }

  drop(kind: ThingKind, id: string): void {
    this.byKind.get(kind)?.delete(id)
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) this.put(change.kind, change.after)
  }
}

/** Committed things with what is not yet committed laid over them. Nothing reaches the base before its commit. */
export class PendingThings implements Things {
  private readonly laid = new ThingSet()

  constructor(private readonly base: Things) {}

  get<K extends ThingKind>(kind: K, id: string | null | undefined): ThingByKind[K] | undefined {
    return this.laid.get(kind, id) ?? this.base.get(kind, id)
  }

  all<K extends ThingKind>(kind: K): ThingByKind[K][] {
    const laid = this.laid.all(kind)
    if (laid.length === 0) return this.base.all(kind)
    const over = new Map(laid.map((thing) => [thing.id, thing]))
    const merged = this.base.all(kind).map((thing) => {
      const newer = over.get(thing.id)
      if (newer) over.delete(thing.id)
      return newer ?? thing
    })
    return [...merged, ...over.values()]
  }

  apply(changes: readonly Change[]): void {
    this.laid.apply(changes)
  }
}
