import { asc, gt } from 'drizzle-orm'
import { ThingSet } from '../../app/domain/thing-set'
import { thingKinds, type ThingKind } from '../../app/domain/things'
import type { Pause } from '../pause'
import type { Query } from '../store'
import { tableOf } from './tables'

const atATime = 250

const loadInPieces = async (set: ThingSet, tx: Query, kind: ThingKind, pause: Pause) => {
  const table = tableOf[kind] as (typeof tableOf)['area']
  for (let last = ''; ;) {
    const rows = await tx.select().from(table).where(gt(table.id, last)).orderBy(asc(table.id)).limit(atATime)
    for (const row of rows) set.put(kind as 'area', row)
    await pause()
    const end = rows.at(-1)
    if (end === undefined || rows.length < atATime) return
    last = end.id
  }
}

/** The whole database, for an import that must find what is already there; others are served while it is read. */
export const loadEverythingInPieces = async (tx: Query, pause: Pause): Promise<ThingSet> => {
  const set = new ThingSet()
  for (const kind of thingKinds) if (kind !== 'credential') await loadInPieces(set, tx, kind, pause)
  return set
}
