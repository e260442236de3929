import { thingKinds } from '../../app/domain/things/kinds'
import { ThingSet } from '../../app/domain/things/thing-set'
import type { Query } from '../store'
import { loadInto } from './load'

/** The whole database, for an import that must find what is already there. */
export const loadEverything = async (tx: Query): Promise<ThingSet> => {
  const set = new ThingSet()
  for (const kind of thingKinds) if (kind !== 'credential') await loadInto(set, tx, kind)
  set.markAllKnown()
  return set
}
