import { and, eq, inArray, ne } from 'drizzle-orm'
import { policiesNamed } from '../../app/domain/meeting/policies-named'
import { carriedKinds, isLeftOpen, type CarriedKind } from '../../app/domain/things/entries-standing'
import { kindsAt } from '../../app/domain/things/kinds'
import { ThingSet } from '../../app/domain/things/thing-set'
import { items } from '../schema/agenda'
import { attendances, meetings } from '../schema/meeting'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'
import { loadInto, loadOf } from './load'
import { loadCasesInto } from './load-case'
import { loadPanelInto, loadPoliciesInto } from './load-panel'
import { withInterestsIn, withSightInRoom } from './load-sight'

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
  for (const kind of kindsAt('meeting', 'agency', 'entry'))
    await loadInto(set, tx, kind, eq(tableOf[kind].meetingId, meetingId))
  const caseIds = [...new Set(agenda.map((item) => item.caseId))]
  await loadCasesInto(set, tx, caseIds)
  await loadCarriedInto(set, tx, caseIds, meetingId)
  await withSightInRoom(set, tx, meeting.panelId, caseIds)
  return set
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
  await withInterestsIn(set, tx, [caseId])
  return set
}
