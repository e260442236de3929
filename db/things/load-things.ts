import { and, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import { ThingSet } from '../../app/domain/thing-set'
import { entryKinds, thingKinds, type ThingByKind, type ThingKind } from '../../app/domain/things'
import {
  actions,
  agencies,
  agencyReturns,
  attendances,
  cases,
  conflicts,
  criteriaSets,
  decisions,
  interventions,
  items,
  meetings,
  members,
  panels,
  requests,
} from '../schema'
import type { Query } from '../store'
import { tableOf } from './tables'

/** Rows of one kind of thing. */
export const loadOf = async <K extends ThingKind>(tx: Query, kind: K, where?: SQL): Promise<ThingByKind[K][]> => {
  const table = tableOf[kind] as (typeof tableOf)['area']
  const select = tx.select().from(table)
  return (await (where ? select.where(where) : select)) as unknown as ThingByKind[K][]
}

const loadInto = async <K extends ThingKind>(set: ThingSet, tx: Query, kind: K, where?: SQL) => {
  const rows = await loadOf(tx, kind, where)
  for (const row of rows) set.put(kind, row)
  return rows
}

/** The panel as an organisation: its settings, criteria, agencies and members. */
const loadPanelInto = async (set: ThingSet, tx: Query, panelId: string) => {
  await loadInto(set, tx, 'panel', eq(panels.id, panelId))
  await loadInto(set, tx, 'criteria', eq(criteriaSets.panelId, panelId))
  await loadInto(set, tx, 'agency', eq(agencies.panelId, panelId))
  await loadInto(set, tx, 'member', eq(members.panelId, panelId))
}

/** Case files: people, victim-survivors, children, safety records and declared interests of these cases. */
const loadCasesInto = async (set: ThingSet, tx: Query, caseIds: string[]) => {
  if (caseIds.length === 0) return
  const rows = await loadInto(set, tx, 'case', inArray(cases.id, caseIds))
  const personIds = [...new Set(rows.map((row) => row.personId))]
  if (personIds.length > 0) await loadInto(set, tx, 'person', inArray(tableOf.person.id, personIds))
  for (const kind of ['victim', 'child', 'safetyRecord', 'conflict'] as const) {
    await loadInto(set, tx, kind, inArray(tableOf[kind].caseId, caseIds))
  }
}

/**
 * Everything a meeting's room is made of: the panel, the meeting, its agenda, attendance, returns and entries, the files
 * of its cases, and what earlier meetings left open on those cases (their last decisions, actions, requests and
 * interventions still under way). Undefined where there is no such meeting.
 */
export const loadRoom = async (tx: Query, meetingId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  const [meeting] = await loadInto(set, tx, 'meeting', eq(meetings.id, meetingId))
  if (!meeting) return undefined
  await loadPanelInto(set, tx, meeting.panelId)
  const agenda = await loadInto(set, tx, 'item', eq(items.meetingId, meetingId))
  await loadInto(set, tx, 'attendance', eq(attendances.meetingId, meetingId))
  await loadInto(set, tx, 'agencyReturn', eq(agencyReturns.meetingId, meetingId))
  for (const kind of entryKinds) await loadInto(set, tx, kind, eq(tableOf[kind].meetingId, meetingId))
  const caseIds = [...new Set(agenda.map((item) => item.caseId))]
  await loadCasesInto(set, tx, caseIds)
  await loadCarriedInto(set, tx, caseIds, meetingId)
  return set
}

/** What earlier meetings left open on these cases. */
const loadCarriedInto = async (set: ThingSet, tx: Query, caseIds: string[], meetingId: string) => {
  if (caseIds.length === 0) return
  await loadInto(
    set,
    tx,
    'action',
    and(inArray(actions.caseId, caseIds), ne(actions.meetingId, meetingId), isNull(actions.endedAt), isNull(actions.supersededBy), isNull(actions.withdrawnAt)),
  )
  await loadInto(
    set,
    tx,
    'request',
    and(inArray(requests.caseId, caseIds), ne(requests.meetingId, meetingId), eq(requests.state, 'outstanding'), isNull(requests.supersededBy), isNull(requests.withdrawnAt)),
  )
  await loadInto(
    set,
    tx,
    'intervention',
    and(
      inArray(interventions.caseId, caseIds),
      ne(interventions.meetingId, meetingId),
      inArray(interventions.status, ['planned', 'in_progress']),
      isNull(interventions.supersededBy),
      isNull(interventions.withdrawnAt),
    ),
  )
  await loadInto(
    set,
    tx,
    'decision',
    and(inArray(decisions.caseId, caseIds), ne(decisions.meetingId, meetingId), isNull(decisions.supersededBy), isNull(decisions.withdrawnAt)),
  )
}

/** A panel with its meetings, for its own page and for orders that are not about one meeting. */
export const loadPanel = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  if (!set.get('panel', panelId)) return undefined
  await loadInto(set, tx, 'meeting', eq(meetings.panelId, panelId))
  const accountIds = set.all('member').map((member) => member.accountId)
  if (accountIds.length > 0) await loadInto(set, tx, 'account', inArray(tableOf.account.id, accountIds))
  return set
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
  for (const kind of entryKinds) await loadInto(set, tx, kind, eq(tableOf[kind].caseId, caseId))
  const other = await loadOf(tx, 'case', eq(cases.personId, itsCase.personId))
  for (const one of other) if (one.id !== caseId) set.put('case', one)
  return set
}

/** Cases of a panel that can be put on an agenda, with the people they are about. */
export const loadCaseList = async (tx: Query, panelId: string): Promise<ThingSet> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  await loadInto(set, tx, 'case', eq(cases.panelId, panelId))
  await loadInto(set, tx, 'person', inArray(tableOf.person.id, tx.select({ id: cases.personId }).from(cases).where(eq(cases.panelId, panelId))))
  await loadInto(set, tx, 'conflict', eq(conflicts.panelId, panelId))
  return set
}

/** An account with what proves it and where it is a member. */
export const loadAccount = async (tx: Query, accountId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadInto(set, tx, 'account', eq(tableOf.account.id, accountId))
  if (!set.get('account', accountId)) return undefined
  await loadInto(set, tx, 'credential', eq(tableOf.credential.id, accountId))
  await loadInto(set, tx, 'member', eq(members.accountId, accountId))
  return set
}

/** The whole database, for an import that must find what is already there. */
export const loadEverything = async (tx: Query): Promise<ThingSet> => {
  const set = new ThingSet()
  for (const kind of thingKinds) if (kind !== 'credential') await loadInto(set, tx, kind)
  return set
}
