import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { kindsAt } from '../../app/domain/things/kinds'
import { ThingSet } from '../../app/domain/things/thing-set'
import { items } from '../schema/agenda'
import { incidents } from '../schema/candidates'
import { cases } from '../schema/case'
import { meetings } from '../schema/meeting'
import { referrals } from '../schema/referral'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'
import { loadInto } from './load'
import { loadPanelInto } from './load-panel'
import { loadComingMeetingsInto, withSightOf, withSightOfAll } from './load-sight'

/** Case files: people, victim-survivors, children, safety records and declared interests of these cases. */
export const loadCasesInto = async (set: ThingSet, tx: Query, caseIds: string[]) => {
  if (caseIds.length === 0) return
  const rows = await loadInto(set, tx, 'case', inArray(cases.id, caseIds))
  const personIds = [...new Set(rows.map((row) => row.personId))]
  if (personIds.length > 0) await loadInto(set, tx, 'person', inArray(tableOf.person.id, personIds))
  for (const kind of kindsAt('case')) await loadInto(set, tx, kind, inArray(tableOf[kind].caseId, caseIds))
}

/** One case's file with everything recorded about it at any meeting. Undefined where there is no such case. */
export const loadCaseFile = async (tx: Query, caseId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadCasesInto(set, tx, [caseId])
  const itsCase = set.get('case', caseId)
  if (!itsCase) return undefined
  await loadPanelInto(set, tx, itsCase.panelId)
  const listed = await loadInto(set, tx, 'item', eq(items.caseId, caseId))
  const meetingIds = [...new Set(listed.map((item) => item.meetingId))]
  if (meetingIds.length > 0) await loadInto(set, tx, 'meeting', inArray(meetings.id, meetingIds))
  for (const kind of kindsAt('caseFile', 'entry'))
    await loadInto(set, tx, kind, eq(tableOf[kind].caseId, caseId))
  // What she said in it stands in her safety record; that and what its referrer was told are on the referral's own page.
  await loadInto(set, tx, 'referral', eq(referrals.caseId, caseId))
  await loadInto(
    set,
    tx,
    'incident',
    and(eq(incidents.panelId, itsCase.panelId), eq(incidents.personId, itsCase.personId)),
  )
  const others = await loadOtherCasesInto(set, tx, itsCase)
  set.markCasesKnown([itsCase.personId])
  await withSightOf(set, tx, itsCase.panelId, [caseId, ...others])
  return set
}

/** Other cases of the same person. */
const loadOtherCasesInto = async (
  set: ThingSet,
  tx: Query,
  { id, personId }: { id: string; personId: string },
) => {
  const others = await loadInto(set, tx, 'case', and(eq(cases.personId, personId), ne(cases.id, id)))
  if (others.length === 0) return []
  const caseIds = others.map((one) => one.id)
  // Who is a repeat and who is serial follows from the victim-survivors of all his cases.
  await loadInto(set, tx, 'victim', inArray(tableOf.victim.caseId, caseIds))
  return caseIds
}

/** Every case of a panel with its people and victim-survivors, and what may put a reader out of one. */
export const loadPanelCasesInto = async (set: ThingSet, tx: Query, panelId: string) => {
  await loadInto(set, tx, 'case', eq(cases.panelId, panelId))
  await loadInto(
    set,
    tx,
    'person',
    inArray(
      tableOf.person.id,
      tx.select({ id: cases.personId }).from(cases).where(eq(cases.panelId, panelId)),
    ),
  )
  // Someone may be known by his incidents alone, before there is a case about him.
  const withoutCase = await loadInto(
    set,
    tx,
    'incident',
    and(eq(incidents.panelId, panelId), isNull(incidents.caseId)),
  )
  if (withoutCase.length > 0)
    await loadInto(
      set,
      tx,
      'person',
      inArray(
        tableOf.person.id,
        tx
          .select({ id: incidents.personId })
          .from(incidents)
          .where(and(eq(incidents.panelId, panelId), isNull(incidents.caseId))),
      ),
    )
  await loadInto(set, tx, 'victim', eq(tableOf.victim.panelId, panelId))
  await withSightOfAll(set, tx, panelId)
}

/** Cases of a panel that can be put on an agenda, those not closed, with the people they are about. */
export const loadCaseList = async (tx: Query, panelId: string): Promise<ThingSet> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  const open = and(eq(cases.panelId, panelId), isNull(cases.closedOn))
  const found = await loadInto(set, tx, 'case', open)
  await loadInto(
    set,
    tx,
    'person',
    inArray(tableOf.person.id, tx.select({ id: cases.personId }).from(cases).where(open)),
  )
  await loadComingMeetingsInto(set, tx, panelId)
  await withSightOf(
    set,
    tx,
    panelId,
    found.map((one) => one.id),
  )
  return set
}
