import { eq, inArray } from 'drizzle-orm'
import { ThingSet } from '../../app/domain/things/thing-set'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'
import { loadInto } from './load'
import { loadPanelCasesInto } from './load-case'
import { loadPanelInto } from './load-panel'

/** Everyone the panel has a case about, with what was merged: to find entries that are one man, and to merge them. */
export const loadPeople = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  if (!set.get('panel', panelId)) return undefined
  await loadPanelCasesInto(set, tx, panelId)
  const merges = await loadInto(set, tx, 'personMerge', eq(tableOf.personMerge.panelId, panelId))
  // Whoever was merged has no case any more, and comes back with the un-merging.
  const merged = merges.map((merge) => merge.mergedId)
  if (merged.length > 0) await loadInto(set, tx, 'person', inArray(tableOf.person.id, merged))
  return set
}
