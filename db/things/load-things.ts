import { and, eq, inArray, isNotNull, max, ne, type SQL } from 'drizzle-orm'
import { carriedKinds, isLeftOpen, type CarriedKind } from '../../app/domain/entries-standing'
import { ThingSet } from '../../app/domain/thing-set'
import { entryKinds, thingKinds, type ThingByKind, type ThingKind } from '../../app/domain/things'
import {
  agencies,
  agencyReturns,
  attendances,
  cases,
  conflicts,
  criteriaSets,
  items,
  meetings,
  members,
  panels,
  policies,
} from '../schema'
import type { Query } from '../store'
import { tableOf } from './tables'

/** Rows of one kind of thing. */
export const loadOf = async <K extends ThingKind>(tx: Query, kind: K, where?: SQL): Promise<ThingByKind[K][]> => {
  const table = tableOf[kind] as (typeof tableOf)['area']
  const select = tx.select().from(table)
  return (await (where ? select.where(where) : select)) as unknown as ThingByKind[K][]
}

export const loadInto = async <K extends ThingKind>(set: ThingSet, tx: Query, kind: K, where?: SQL) => {
  const rows = await loadOf(tx, kind, where)
  for (const row of rows) set.put(kind, row)
  return rows
}

/** The panel as an organisation: its settings, criteria, policy in force, agencies and members. */
export const loadPanelInto = async (set: ThingSet, tx: Query, panelId: string) => {
  await loadInto(set, tx, 'panel', eq(panels.id, panelId))
  await loadInto(set, tx, 'criteria', eq(criteriaSets.panelId, panelId))
  const newest = tx.select({ version: max(policies.version) }).from(policies).where(eq(policies.panelId, panelId))
  await loadInto(set, tx, 'policy', and(eq(policies.panelId, panelId), eq(policies.version, newest)))
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
 * of its cases, and what other meetings left open on those cases. Undefined where there is no such meeting.
 */
export const loadRoom = async (tx: Query, meetingId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  const [meeting] = await loadInto(set, tx, 'meeting', eq(meetings.id, meetingId))
  if (!meeting) return undefined
  await loadPanelInto(set, tx, meeting.panelId)
  const agenda = await loadInto(set, tx, 'item', eq(items.meetingId, meetingId))
  await loadInto(set, tx, 'attendance', eq(attendances.meetingId, meetingId))
  await loadInto(set, tx, 'agencyReturn', eq(agencyReturns.meetingId, meetingId))
  await loadInto(set, tx, 'researchReturn', eq(tableOf.researchReturn.meetingId, meetingId))
  await loadInto(set, tx, 'preparedEntry', eq(tableOf.preparedEntry.meetingId, meetingId))
  for (const kind of entryKinds) await loadInto(set, tx, kind, eq(tableOf[kind].meetingId, meetingId))
  const caseIds = [...new Set(agenda.map((item) => item.caseId))]
  await loadCasesInto(set, tx, caseIds)
  await loadCarriedInto(set, tx, caseIds, meetingId)
  return set
}

/** What other meetings left open on these cases, with the items it was recorded at: they say who was invited. */
const loadCarriedInto = async (set: ThingSet, tx: Query, caseIds: string[], meetingId: string) => {
  if (caseIds.length === 0) return
  const itemIds = new Set<string>()
  const carry = async <K extends CarriedKind>(kind: K) => {
    const table = tableOf[kind] as (typeof tableOf)['action']
    for (const entry of await loadOf(tx, kind, and(inArray(table.caseId, caseIds), ne(table.meetingId, meetingId)))) {
      if (!isLeftOpen(kind, entry)) continue
      set.put(kind, entry)
      itemIds.add(entry.itemId)
    }
  }
  for (const kind of carriedKinds) await carry(kind)
  if (itemIds.size > 0) await loadInto(set, tx, 'item', inArray(items.id, [...itemIds]))
}

/** What comes into a meeting's room with a case that is put on its agenda. Undefined where there is no such case. */
export const loadListedCase = async (tx: Query, caseId: string, meetingId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadCasesInto(set, tx, [caseId])
  if (!set.get('case', caseId)) return undefined
  await loadCarriedInto(set, tx, [caseId], meetingId)
  return set
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
  if (meetingIds.length > 0) {
    await loadInto(set, tx, 'meeting', inArray(meetings.id, meetingIds))
    // While a meeting with this case is in session, its file opens only to those who have accepted there.
    const open = set.all('meeting').filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id)
    if (open.length > 0) await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, open))
  }
  for (const kind of entryKinds) await loadInto(set, tx, kind, eq(tableOf[kind].caseId, caseId))
  await loadOtherCasesInto(set, tx, itsCase)
  return set
}

/** Other cases of the same person, with what may put a reader out of them. */
const loadOtherCasesInto = async (set: ThingSet, tx: Query, { id, personId }: { id: string; personId: string }) => {
  const others = await loadInto(set, tx, 'case', and(eq(cases.personId, personId), ne(cases.id, id)))
  if (others.length === 0) return
  const caseIds = others.map((one) => one.id)
  await loadInto(set, tx, 'conflict', inArray(conflicts.caseId, caseIds))
  const narrowed = await loadInto(set, tx, 'item', and(inArray(items.caseId, caseIds), isNotNull(items.invitedAgencyIds)))
  if (narrowed.length > 0) await loadInto(set, tx, 'meeting', inArray(meetings.id, narrowed.map((item) => item.meetingId)))
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
