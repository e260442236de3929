import { and, eq, inArray, isNotNull, isNull, like, max, ne, or, type SQL } from 'drizzle-orm'
import { kindsAt } from '../../app/domain/things/kinds'
import { carriedKinds, isLeftOpen, type CarriedKind } from '../../app/domain/things/entries-standing'
import { policiesNamed } from '../../app/domain/meeting/policies-named'
import { ThingSet } from '../../app/domain/things/thing-set'
import { thingKinds, type ThingByKind, type ThingKind } from '../../app/domain/things/kinds'
import { referralLinks, referrals } from '../schema/referral'
import { items } from '../schema/agenda'
import { cases, conflicts } from '../schema/case'
import { incidents } from '../schema/candidates'
import { attendances, meetings } from '../schema/meeting'
import { members, panels, policies } from '../schema/panel'
import type { Query } from '../store'
import { tableOf } from '../schema/tables'

/** Rows of one kind of thing. */
export const loadOf = async <K extends ThingKind>(
  tx: Query,
  kind: K,
  where?: SQL,
): Promise<ThingByKind[K][]> => {
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
  const newest = tx
    .select({ version: max(policies.version) })
    .from(policies)
    .where(eq(policies.panelId, panelId))
  await loadInto(set, tx, 'policy', and(eq(policies.panelId, panelId), eq(policies.version, newest)))
  for (const kind of kindsAt('panel')) await loadInto(set, tx, kind, eq(tableOf[kind].panelId, panelId))
}

/** Earlier versions of the policy that something was done under. */
const loadPoliciesInto = async (set: ThingSet, tx: Query, panelId: string, versions: ReadonlySet<number>) => {
  if (versions.size === 0) return
  await loadInto(
    set,
    tx,
    'policy',
    and(eq(policies.panelId, panelId), inArray(policies.version, [...versions])),
  )
}

/** Case files: people, victim-survivors, children, safety records and declared interests of these cases. */
const loadCasesInto = async (set: ThingSet, tx: Query, caseIds: string[]) => {
  if (caseIds.length === 0) return
  const rows = await loadInto(set, tx, 'case', inArray(cases.id, caseIds))
  const personIds = [...new Set(rows.map((row) => row.personId))]
  if (personIds.length > 0) await loadInto(set, tx, 'person', inArray(tableOf.person.id, personIds))
  for (const kind of kindsAt('case')) await loadInto(set, tx, kind, inArray(tableOf[kind].caseId, caseIds))
}

/**
 * Everything a meeting's room is made of: the panel, the meeting, its agenda, attendance, returns and entries, the files
 * of its cases, what other meetings left open on those cases, and which meetings are to come or in session, with agenda
 * and attendance. Undefined where there is no such meeting.
 */
export const loadRoom = async (tx: Query, meetingId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  const [meeting] = await loadInto(set, tx, 'meeting', eq(meetings.id, meetingId))
  if (!meeting) return undefined
  await loadPanelInto(set, tx, meeting.panelId)
  const agenda = await loadInto(set, tx, 'item', eq(items.meetingId, meetingId))
  const attended = await loadInto(set, tx, 'attendance', eq(attendances.meetingId, meetingId))
  await loadPoliciesInto(set, tx, meeting.panelId, policiesNamed(meeting, attended))
  for (const kind of kindsAt('meeting', 'entry'))
    await loadInto(set, tx, kind, eq(tableOf[kind].meetingId, meetingId))
  const caseIds = [...new Set(agenda.map((item) => item.caseId))]
  await loadCasesInto(set, tx, caseIds)
  await loadCarriedInto(set, tx, caseIds, meetingId)
  await loadOtherMeetingsInto(set, tx, meeting.panelId)
  return set
}

/** Meetings that are not over, with agenda and attendance: what is before one of them may have to wait in another's room. */
const loadOtherMeetingsInto = async (set: ThingSet, tx: Query, panelId: string) => {
  const coming = await loadInto(
    set,
    tx,
    'meeting',
    and(eq(meetings.panelId, panelId), ne(meetings.status, 'closed')),
  )
  if (coming.length === 0) return
  const ids = coming.map((one) => one.id)
  await loadInto(set, tx, 'item', inArray(items.meetingId, ids))
  await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, ids))
}

/** What other meetings left open on these cases, with the items it was recorded at: they say who was invited. */
const loadCarriedInto = async (set: ThingSet, tx: Query, caseIds: string[], meetingId: string) => {
  if (caseIds.length === 0) return
  const itemIds = new Set<string>()
  const carry = async <K extends CarriedKind>(kind: K) => {
    const table = tableOf[kind] as (typeof tableOf)['action']
    for (const entry of await loadOf(
      tx,
      kind,
      and(inArray(table.caseId, caseIds), ne(table.meetingId, meetingId)),
    )) {
      if (!isLeftOpen(kind, entry)) continue
      set.put(kind, entry)
      itemIds.add(entry.itemId)
    }
  }
  for (const kind of carriedKinds) await carry(kind)
  if (itemIds.size > 0) await loadInto(set, tx, 'item', inArray(items.id, [...itemIds]))
}

/** What comes into a meeting's room with a case that is put on its agenda. Undefined where there is no such case. */
export const loadListedCase = async (
  tx: Query,
  caseId: string,
  meetingId: string,
): Promise<ThingSet | undefined> => {
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
  await loadInto(set, tx, 'meetingSeries', eq(tableOf.meetingSeries.panelId, panelId))
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
    const open = set
      .all('meeting')
      .filter((meeting) => meeting.status === 'open')
      .map((meeting) => meeting.id)
    if (open.length > 0) await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, open))
  }
  for (const kind of kindsAt('caseFile', 'entry'))
    await loadInto(set, tx, kind, eq(tableOf[kind].caseId, caseId))
  for (const referral of await loadInto(set, tx, 'referral', eq(referrals.caseId, caseId))) {
    await loadInto(set, tx, 'referralSafety', eq(tableOf.referralSafety.id, referral.id))
    await loadInto(set, tx, 'referrerTelling', eq(tableOf.referrerTelling.referralId, referral.id))
  }
  await loadInto(
    set,
    tx,
    'incident',
    and(eq(incidents.panelId, itsCase.panelId), eq(incidents.personId, itsCase.personId)),
  )
  await loadOtherCasesInto(set, tx, itsCase)
  return set
}

/** Every case of a panel with its people and victim-survivors, and what may put a reader out of one. */
const loadPanelCasesInto = async (set: ThingSet, tx: Query, panelId: string) => {
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
  await loadInto(set, tx, 'conflict', eq(conflicts.panelId, panelId))
  await loadInto(set, tx, 'item', and(eq(items.panelId, panelId), isNotNull(items.invitedAgencyIds)))
}

/**
 * What decides who may see these cases where no one meeting is looked at: interests declared in them, their items at
 * meetings that are not over, and who has joined those in session. A read that takes up cases without this would show
 * them to people who are put out of them.
 */
export const loadSightOfCasesInto = async (
  set: ThingSet,
  tx: Query,
  panelId: string,
  caseIds: readonly string[],
) => {
  if (caseIds.length === 0) return
  const coming = await loadOf(
    tx,
    'meeting',
    and(eq(meetings.panelId, panelId), ne(meetings.status, 'closed')),
  )
  const comingIds = coming.map((meeting) => meeting.id)
  await loadInto(set, tx, 'conflict', inArray(conflicts.caseId, [...caseIds]))
  const listed =
    comingIds.length === 0
      ? []
      : await loadInto(
          set,
          tx,
          'item',
          and(inArray(items.caseId, [...caseIds]), inArray(items.meetingId, comingIds)),
        )
  for (const meeting of coming)
    if (listed.some((item) => item.meetingId === meeting.id)) set.put('meeting', meeting)
  const open = coming.filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id)
  if (open.length > 0) await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, open))
}

/** Meetings of the panel that are not over, with who has joined those in session: sight depends on both. */
const loadComingMeetingsInto = async (set: ThingSet, tx: Query, panelId: string) => {
  const coming = await loadInto(
    set,
    tx,
    'meeting',
    and(eq(meetings.panelId, panelId), ne(meetings.status, 'closed')),
  )
  const open = coming.filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id)
  if (open.length === 0) return
  await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, open))
  const inSession = await loadInto(set, tx, 'item', inArray(items.meetingId, open))
  await loadSightOfCasesInto(set, tx, panelId, [...new Set(inSession.map((item) => item.caseId))])
}

/** The cases that came of these referrals, with the items and meetings at which they were decided. */
export const loadOutcomesInto = async (
  set: ThingSet,
  tx: Query,
  of: readonly { caseId: string | null }[],
) => {
  const caseIds = of.flatMap((referral) => referral.caseId ?? [])
  if (caseIds.length === 0) return
  const heard = await loadInto(set, tx, 'item', inArray(items.caseId, caseIds))
  const meetingIds = [...new Set(heard.map((item) => item.meetingId))]
  if (meetingIds.length > 0) await loadInto(set, tx, 'meeting', inArray(meetings.id, meetingIds))
}

/** One referral with its safety part, what its referrer was told and what became of it. Undefined where there is none. */
export const loadReferral = async (tx: Query, referralId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  const [referral] = await loadInto(set, tx, 'referral', eq(referrals.id, referralId))
  if (!referral) return undefined
  await loadPanelInto(set, tx, referral.panelId)
  await loadInto(set, tx, 'referralSafety', eq(tableOf.referralSafety.id, referralId))
  await loadInto(set, tx, 'referrerTelling', eq(tableOf.referrerTelling.referralId, referralId))
  await loadInto(
    set,
    tx,
    'referralLink',
    or(eq(referralLinks.referralId, referralId), eq(referralLinks.forReferralId, referralId)),
  )
  if (referral.caseId !== null) await loadCasesInto(set, tx, [referral.caseId])
  await loadOutcomesInto(set, tx, [referral])
  await loadComingMeetingsInto(set, tx, referral.panelId)
  return set
}

/** The same, with every case of the panel: to find who it may be. */
export const loadReferralToScreen = async (tx: Query, referralId: string): Promise<ThingSet | undefined> => {
  const set = await loadReferral(tx, referralId)
  const panelId = set?.get('referral', referralId)?.panelId
  if (!set || !panelId) return undefined
  await loadPanelCasesInto(set, tx, panelId)
  // References of people are one series for the area; another panel's people are seen by nobody here (sees.ts).
  const areaId = set.get('panel', panelId)?.areaId ?? ''
  await loadInto(set, tx, 'person', and(eq(tableOf.person.areaId, areaId), like(tableOf.person.ref, 'P-%')))
  return set
}

/** A panel's referrals and links, and what is needed to say how far each has come. Undefined where there is no such panel. */
export const loadReferrals = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  if (!set.get('panel', panelId)) return undefined
  const all = await loadInto(set, tx, 'referral', eq(referrals.panelId, panelId))
  await loadInto(set, tx, 'referrerTelling', eq(tableOf.referrerTelling.panelId, panelId))
  await loadInto(set, tx, 'referralLink', eq(referralLinks.panelId, panelId))
  // Of the cases that came of them, what they are called and who is out of them: no page about all referrals reads a file.
  const caseIds = all.flatMap((referral) => referral.caseId ?? [])
  if (caseIds.length > 0) {
    await loadInto(set, tx, 'case', inArray(cases.id, caseIds))
    await loadInto(set, tx, 'conflict', inArray(conflicts.caseId, caseIds))
  }
  await loadOutcomesInto(set, tx, all)
  await loadComingMeetingsInto(set, tx, panelId)
  return set
}

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
  await loadComingMeetingsInto(set, tx, panelId)
  return set
}

/** One link, found by the hash of its token or by its id, with its panel and what it is for. */
export const loadReferralLink = async (
  tx: Query,
  by: { tokenHash: string } | { id: string },
): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  const [link] = await loadInto(
    set,
    tx,
    'referralLink',
    'id' in by ? eq(referralLinks.id, by.id) : eq(referralLinks.tokenHash, by.tokenHash),
  )
  if (!link) return undefined
  await loadPanelInto(set, tx, link.panelId)
  const referralId = link.referralId ?? link.forReferralId
  if (referralId === null) return set
  const about = await loadInto(set, tx, 'referral', eq(referrals.id, referralId))
  await loadInto(set, tx, 'referralSafety', eq(tableOf.referralSafety.id, referralId))
  await loadInto(set, tx, 'referrerTelling', eq(tableOf.referrerTelling.referralId, referralId))
  await loadOutcomesInto(set, tx, about)
  return set
}

/** Other cases of the same person, with what may put a reader out of them. */
const loadOtherCasesInto = async (
  set: ThingSet,
  tx: Query,
  { id, personId, panelId }: { id: string; personId: string; panelId: string },
) => {
  const others = await loadInto(set, tx, 'case', and(eq(cases.personId, personId), ne(cases.id, id)))
  if (others.length === 0) return
  const caseIds = others.map((one) => one.id)
  await loadSightOfCasesInto(set, tx, panelId, caseIds)
  // Who is a repeat and who is serial follows from the victim-survivors of all his cases.
  await loadInto(set, tx, 'victim', inArray(tableOf.victim.caseId, caseIds))
}

/** Cases of a panel that can be put on an agenda, those not closed, with the people they are about. */
export const loadCaseList = async (tx: Query, panelId: string): Promise<ThingSet> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  const open = and(eq(cases.panelId, panelId), isNull(cases.closedOn))
  await loadInto(set, tx, 'case', open)
  await loadInto(
    set,
    tx,
    'person',
    inArray(tableOf.person.id, tx.select({ id: cases.personId }).from(cases).where(open)),
  )
  await loadInto(
    set,
    tx,
    'conflict',
    inArray(conflicts.caseId, tx.select({ id: cases.id }).from(cases).where(open)),
  )
  await loadComingMeetingsInto(set, tx, panelId)
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
