import { asc, gt } from 'drizzle-orm'
import { thingKinds, type ThingKind } from '../../app/domain/things/kinds'
import { ThingSet } from '../../app/domain/things/thing-set'
import { noPause, type Pause } from '../pause'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'

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

/** The whole database, for an import that must find what is already there; with a pause, others are served meanwhile. */
export const loadEverything = async (tx: Query, pause: Pause = noPause): Promise<ThingSet> => {
  const set = new ThingSet()
  for (const kind of thingKinds) if (kind !== 'credential') await loadInPieces(set, tx, kind, pause)
  set.markAllKnown()
  return set
}
