import { eq } from 'drizzle-orm'
import { ThingSet } from '../../app/domain/things/thing-set'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'
import { loadInto } from './load'

/** An account with what proves it. */
export const loadAccount = async (tx: Query, accountId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadInto(set, tx, 'account', eq(tableOf.account.id, accountId))
  if (!set.get('account', accountId)) return undefined
  await loadInto(set, tx, 'credential', eq(tableOf.credential.id, accountId))
  return set
}
