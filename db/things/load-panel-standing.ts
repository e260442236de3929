import { inArray } from 'drizzle-orm'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { items } from '../schema/agenda'
import { attendances } from '../schema/meeting'
import { agencyReturns } from '../schema/returns'
import type { Query } from '../store'
import { loadFollowUp } from './load-follow-up'
import { loadInto } from './load'
import { withSightOf } from './load-sight'

/** Closed meetings, the newest first, as many as are wanted. */
export const lastHeld = (things: ThingSet, count: number) =>
  things
    .all('meeting')
    .filter((meeting) => meeting.status === 'closed')
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, count)

/**
 * What is owed in a panel, and who came to its last meetings and what was returned for them. `count` is asked of the
 * panel itself, since it is a setting of its policy. Undefined where there is no such panel.
 */
export const loadPanelStanding = async (
  tx: Query,
  panelId: string,
  count: (things: ThingSet) => number,
): Promise<ThingSet | undefined> => {
  const set = await loadFollowUp(tx, panelId)
  if (!set) return undefined
  const held = lastHeld(set, count(set)).map((meeting) => meeting.id)
  if (held.length === 0) return set
  await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, held))
  await loadInto(set, tx, 'agencyReturn', inArray(agencyReturns.meetingId, held))
  const listed = await loadInto(set, tx, 'item', inArray(items.meetingId, held))
  const caseIds = [...new Set(listed.map((item) => item.caseId))]
  await withSightOf(set, tx, panelId, caseIds)
  return set
}
