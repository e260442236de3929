import { eq } from 'drizzle-orm'
import type { Change } from '../../app/domain/things/kinds'
import { noPause, type Pause } from '../pause'
import type { Query } from '../store'
import { tableOf } from '../schema/tables'

type Row = Record<string, unknown>

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

const changedColumns = (before: Row, after: Row): Row => {
  const changed: Row = {}
  for (const [column, value] of Object.entries(after))
    if (!same(before[column], value)) changed[column] = value
  return changed
}

/** Writes changed things to their tables, in the order given. Only execute may call this (one write path). */
export const saveChanges = async (
  tx: Query,
  changes: readonly Change[],
  pause: Pause = noPause,
): Promise<void> => {
  for (const change of changes) {
    await pause()
    // Row and table belong together (db/schema/tables.ts checks it); the compiler cannot follow a union of both at once.
    const table = tableOf[change.kind] as (typeof tableOf)['area']
    if (change.before === undefined) {
      await tx.insertRow(table, change.after as never)
      continue
    }
    const columns = changedColumns(change.before as unknown as Row, change.after as unknown as Row)
    if (Object.keys(columns).length > 0) await tx.update(table).set(columns).where(eq(table.id, change.id))
  }
}
