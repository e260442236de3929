import type { SQL } from 'drizzle-orm'
import type { ThingByKind, ThingKind } from '../../app/domain/things/kinds'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'

/** Rows of one kind of thing. */
export const loadOf = async <K extends ThingKind>(
  tx: Query,
  kind: K,
  where?: SQL,
): Promise<ThingByKind[K][]> => {
  const table = tableOf[kind] as (typeof tableOf)['area']
  const select = tx.select().from(table)
  return (await (where ? select.where(where) : select)) as unknown as ThingByKind[K][]
}

export const loadInto = async <K extends ThingKind>(set: ThingSet, tx: Query, kind: K, where?: SQL) => {
  const rows = await loadOf(tx, kind, where)
  for (const row of rows) set.put(kind, row)
  return rows
}
