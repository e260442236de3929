import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { ThingSet } from '../../app/domain/things/thing-set'
import { items } from '../schema/agenda'
import { cases, happenings } from '../schema/case'
import { candidacies } from '../schema/candidates'
import { meetings } from '../schema/meeting'
import { actions, decisions, requests } from '../schema/entries'
import type { Query } from '../store'
import { loadInto } from './load'
import { withSightOf } from './load-sight'
import { loadPanelInto } from './load-panel'
import { tableOf } from '../schema/tables'
import { unansweredHappenings } from './unanswered-happenings'

/**
 * What says which cases of a panel are due: those still open, with the people they are about, where they were listed, what
 * was decided there, and which of their actions and requests are open; and closed ones on which something happened. The
 * other closed cases, which pile up over the years, stay where they are.
 */
export const loadDueCases = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  if (!set.get('panel', panelId)) return undefined
  const unanswered = tx
    .select({ id: happenings.caseId })
    .from(happenings)
    .where(unansweredHappenings(tx, panelId))
  const open = await loadInto(
    set,
    tx,
    'case',
    and(
      eq(cases.panelId, panelId),
      or(and(isNull(cases.closedOn), isNull(cases.notAcceptedOn)), inArray(cases.id, unanswered)),
    ),
  )
  const ofOpenCases = open.map((one) => one.id)
  await loadInto(
    set,
    tx,
    'person',
    inArray(
      tableOf.person.id,
      open.map((one) => one.personId),
    ),
  )
  await loadInto(set, tx, 'incident', inArray(tableOf.incident.caseId, ofOpenCases))
  const listed = await loadInto(set, tx, 'item', inArray(items.caseId, ofOpenCases))
  await loadInto(set, tx, 'meeting', eq(meetings.panelId, panelId))
  await withSightOf(set, tx, panelId, ofOpenCases)
  await loadInto(set, tx, 'happening', inArray(happenings.caseId, ofOpenCases))
  await loadInto(set, tx, 'candidacy', inArray(candidacies.caseId, ofOpenCases))
  if (listed.length === 0) return set
  await loadInto(
    set,
    tx,
    'decision',
    and(
      inArray(decisions.caseId, ofOpenCases),
      isNull(decisions.supersededBy),
      isNull(decisions.withdrawnAt),
    ),
  )
  await loadInto(
    set,
    tx,
    'action',
    and(
      inArray(actions.caseId, ofOpenCases),
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
      inArray(requests.caseId, ofOpenCases),
      eq(requests.state, 'outstanding'),
      isNull(requests.supersededBy),
      isNull(requests.withdrawnAt),
    ),
  )
  return set
}
