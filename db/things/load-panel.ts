import { and, eq, inArray, max } from 'drizzle-orm'
import { kindsAt } from '../../app/domain/things/kinds'
import { ThingSet } from '../../app/domain/things/thing-set'
import { meetings } from '../schema/meeting'
import { panels, policies } from '../schema/panel'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'
import { loadInto } from './load'

/** The panel as an organisation: its settings, criteria, policy in force, agencies and members. */
export const loadPanelInto = async (set: ThingSet, tx: Query, panelId: string) => {
  await loadInto(set, tx, 'panel', eq(panels.id, panelId))
  const newest = tx
    .select({ version: max(policies.version) })
    .from(policies)
    .where(eq(policies.panelId, panelId))
  await loadInto(set, tx, 'policy', and(eq(policies.panelId, panelId), eq(policies.version, newest)))
  for (const kind of kindsAt('panel')) await loadInto(set, tx, kind, eq(tableOf[kind].panelId, panelId))
}

/** Earlier versions of the policy that something was done under. */
export const loadPoliciesInto = async (
  set: ThingSet,
  tx: Query,
  panelId: string,
  versions: ReadonlySet<number>,
) => {
  if (versions.size === 0) return
  await loadInto(
    set,
    tx,
    'policy',
    and(eq(policies.panelId, panelId), inArray(policies.version, [...versions])),
  )
}

/** A panel with its meetings, for its own page and for commands that are not about one meeting. */
export const loadPanel = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  if (!set.get('panel', panelId)) return undefined
  await loadInto(set, tx, 'meeting', eq(meetings.panelId, panelId))
  await loadInto(set, tx, 'meetingSeries', eq(tableOf.meetingSeries.panelId, panelId))
  const accountIds = set.all('member').map((member) => member.accountId)
  if (accountIds.length > 0) await loadInto(set, tx, 'account', inArray(tableOf.account.id, accountIds))
  return set
}
