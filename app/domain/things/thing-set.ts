import type { Change, ThingByKind, ThingKind } from './kinds'

/** What the rules may read: some scope's things, by kind and id. */
export interface Things {
  get<K extends ThingKind>(kind: K, id: string | null | undefined): ThingByKind[K] | undefined
  all<K extends ThingKind>(kind: K): ThingByKind[K][]
  /**
   * Whether all that may put someone out of this case is here too: interests declared in it, its items at meetings that
   * are not over, and who has joined those in session. Where it is not, the case is shown to nobody (../sight/sight.ts).
   */
  sightIsKnownOf(caseId: string): boolean
  /** Whether all cases of the panel about this person are here. */
  casesAreKnownOf(personId: string): boolean
}

/** Things held in memory. Values are never changed in place: a change puts a new object. */
export class ThingSet implements Things {
  private readonly byKind = new Map<ThingKind, Map<string, unknown>>()
  private readonly sightOf = new Set<string>()
  private readonly casesOf = new Set<string>()
  private everySight = false

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
    for (const change of changes) {
      this.put(change.kind, change.after)
      if (change.before !== undefined) continue
      // Of what has only now come to be, nothing can have been left behind in the tables.
      if (change.kind === 'case') this.sightOf.add(change.id)
      if (change.kind === 'person') this.casesOf.add(change.id)
    }
  }

  sightIsKnownOf(caseId: string): boolean {
    return this.everySight || this.sightOf.has(caseId)
  }

  casesAreKnownOf(personId: string): boolean {
    return this.everySight || this.casesOf.has(personId)
  }

  /** Only for whoever has just put here all that decides about these cases (db/things/load-sight.ts). */
  markSightKnown(caseIds: Iterable<string>): void {
    for (const id of caseIds) this.sightOf.add(id)
  }

  markCasesKnown(personIds: Iterable<string>): void {
    for (const id of personIds) this.casesOf.add(id)
  }

  /** All that another set holds, with what it knows of sight. */
  add(others: ThingSet): void {
    for (const [kind, things] of others.byKind)
      for (const thing of things.values()) this.put(kind, thing as ThingByKind[typeof kind])
    for (const id of others.sightOf) this.sightOf.add(id)
    for (const id of others.casesOf) this.casesOf.add(id)
    this.everySight ||= others.everySight
  }

  /** For a set that is made of what another holds. */
  knowAsMuchAs(others: Things): void {
    for (const { id } of others.all('case')) if (others.sightIsKnownOf(id)) this.sightOf.add(id)
    for (const { id } of others.all('person')) if (others.casesAreKnownOf(id)) this.casesOf.add(id)
  }

  /** For sets that hold everything there is. */
  markAllKnown(): void {
    this.everySight = true
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

  add(others: ThingSet): void {
    this.laid.add(others)
  }

  sightIsKnownOf(caseId: string): boolean {
    return this.base.sightIsKnownOf(caseId) || this.laid.sightIsKnownOf(caseId)
  }

  casesAreKnownOf(personId: string): boolean {
    return this.base.casesAreKnownOf(personId) || this.laid.casesAreKnownOf(personId)
  }
}
