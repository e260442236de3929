import { and, eq, inArray, isNull } from 'drizzle-orm'
import { ThingSet } from '../../app/domain/things/thing-set'
import { tellings } from '../schema/minutes'
import { items } from '../schema/agenda'
import { meetings } from '../schema/meeting'
import { actions, requests } from '../schema/entries'
import type { Query } from '../store'
import { loadInto } from './load'
import { withSightOf } from './load-sight'
import { loadPanelInto } from './load-panel'
import { tableOf } from '../schema/tables'

// What is still owed in a panel, from all its meetings, with all that decides who may see it. It grows with what is open,
// never with what is past.

/** An action that was passed on from hand to hand says so in its history: the earlier ones come with it. */
const loadEarlierInto = async (set: ThingSet, tx: Query) => {
  const known = () =>
    set
      .all('action')
      .flatMap((action) =>
        action.passedFrom !== null && !set.get('action', action.passedFrom) ? [action.passedFrom] : [],
      )
  for (let ids = known(); ids.length > 0; ids = known()) {
    const found = await loadInto(set, tx, 'action', inArray(actions.id, ids))
    if (found.length === 0) return
  }
}

export const loadFollowUp = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  if (!set.get('panel', panelId)) return undefined
  await loadInto(set, tx, 'meeting', eq(meetings.panelId, panelId))
  await loadInto(
    set,
    tx,
    'action',
    and(
      eq(actions.panelId, panelId),
      isNull(actions.endedAt),
      isNull(actions.supersededBy),
      isNull(actions.withdrawnAt),
    ),
  )
  await loadInto(
    set,
    tx,
    'request',
    and(
      eq(requests.panelId, panelId),
      eq(requests.state, 'outstanding'),
      isNull(requests.supersededBy),
      isNull(requests.withdrawnAt),
    ),
  )
  await loadEarlierInto(set, tx)
  await loadInto(set, tx, 'telling', and(eq(tellings.panelId, panelId), eq(tellings.state, 'open')))
  const owed = [...set.all('action'), ...set.all('request'), ...set.all('telling')]
  const caseIds = [...new Set(owed.map((one) => one.caseId))]
  if (caseIds.length === 0) return set
  await loadInto(set, tx, 'case', inArray(tableOf.case.id, caseIds))
  await withSightOf(set, tx, panelId, caseIds)
  const victimIds = [...new Set(set.all('telling').map((telling) => telling.victimId))]
  if (victimIds.length > 0) {
    await loadInto(set, tx, 'victim', inArray(tableOf.victim.id, victimIds))
    await loadInto(set, tx, 'safetyRecord', inArray(tableOf.safetyRecord.id, victimIds))
  }
  const itemIds = [...new Set(owed.map((one) => one.itemId))]
  await loadInto(set, tx, 'item', inArray(items.id, itemIds))
  return set
}
