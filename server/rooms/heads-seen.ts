import type { Store } from '../../db/store'

// How far the record of each panel had come when this process last looked, or wrote. When another process has written,
// what has moved on since says whose rooms may be out of date, so that the others' screens need not join again. People
// stand in cases of several panels of one area: a change in one of them may be a change in all. What has no panel
// (accounts, areas) is in no room.

export class HeadsSeen {
  private seen = new Map<string, string | null>()

  constructor(private readonly store: Pick<Store, 'panelHeads'>) {
    this.look()
  }

  private look() {
    const now = this.store.panelHeads()
    const before = this.seen
    this.seen = new Map(now.map(({ panelId, head }) => [panelId, head]))
    return { now, moved: now.filter(({ panelId, head }) => before.get(panelId) !== head) }
  }

  /** This process itself has carried on the record of a panel. */
  wrote(stream: string, head: string): void {
    this.seen.set(stream, head)
  }

  /** Panels that another process may have changed since; undefined: it cannot be told, so any of them. */
  movedOn(): ReadonlySet<string> | undefined {
    const { now, moved } = this.look()
    if (moved.length === 0) return undefined
    const areas = new Set(moved.map(({ areaId }) => areaId))
    return new Set(now.filter(({ areaId }) => areas.has(areaId)).map(({ panelId }) => panelId))
  }
}
