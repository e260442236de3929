import { and, eq, inArray, ne } from 'drizzle-orm'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { items } from '../schema/agenda'
import { conflicts } from '../schema/case'
import { attendances, meetings } from '../schema/meeting'
import type { Query } from '../store'
import { loadInto, loadOf } from './load'

// WHAT DECIDES WHO SEES A CASE, and the only place where it is loaded: interests declared in it, its items at meetings of
// the panel that are not over, and who has joined those in session. A case that is taken up without this is shown to
// nobody (app/domain/sight/sight.ts): sight fails closed.

const notOver = (panelId: string) => and(eq(meetings.panelId, panelId), ne(meetings.status, 'closed'))

/** Sight of these cases of a panel, where no one meeting is looked at. */
export const withSightOf = async (set: ThingSet, tx: Query, panelId: string, caseIds: readonly string[]) => {
  if (caseIds.length === 0) return
  const ids = [...new Set(caseIds)]
  await loadInto(set, tx, 'conflict', inArray(conflicts.caseId, ids))
  const coming = await loadOf(tx, 'meeting', notOver(panelId))
  const comingIds = coming.map((meeting) => meeting.id)
  const listed =
    comingIds.length === 0
      ? []
      : await loadInto(set, tx, 'item', and(inArray(items.caseId, ids), inArray(items.meetingId, comingIds)))
  for (const meeting of coming)
    if (listed.some((item) => item.meetingId === meeting.id)) set.put('meeting', meeting)
  await loadJoinedInto(
    set,
    tx,
    coming.filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id),
  )
  set.markSightKnown(ids)
}

/** Sight of every case of a panel, and of everyone they are about: for reads that take up all of them. */
export const withSightOfAll = async (set: ThingSet, tx: Query, panelId: string) => {
  await loadInto(set, tx, 'conflict', eq(conflicts.panelId, panelId))
  const coming = await loadInto(set, tx, 'meeting', notOver(panelId))
  if (coming.length > 0) {
    await loadInto(
      set,
      tx,
      'item',
      inArray(
        items.meetingId,
        coming.map((meeting) => meeting.id),
      ),
    )
  }
  await loadJoinedInto(
    set,
    tx,
    coming.filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id),
  )
  set.markAllKnown()
}

/**
 * Sight of the cases of one room, with all meetings of the panel that are not over, their agendas and attendance: what is
 * before one of them may have to wait in another's room.
 */
export const withSightInRoom = async (
  set: ThingSet,
  tx: Query,
  panelId: string,
  caseIds: readonly string[],
) => {
  const coming = (await loadInto(set, tx, 'meeting', notOver(panelId))).map((one) => one.id)
  if (coming.length > 0) {
    await loadInto(set, tx, 'item', inArray(items.meetingId, coming))
    await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, coming))
  }
  await withInterestsIn(set, tx, caseIds)
}

/** Sight of these cases, for a set that holds all meetings that are not over, with their agendas and attendance. */
export const withInterestsIn = async (set: ThingSet, tx: Query, caseIds: readonly string[]) => {
  if (caseIds.length === 0) return
  await loadInto(set, tx, 'conflict', inArray(conflicts.caseId, [...caseIds]))
  set.markSightKnown(caseIds)
}

const loadJoinedInto = async (set: ThingSet, tx: Query, open: string[]) => {
  if (open.length > 0) await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, open))
}

/** Meetings of the panel that are not over, with who has joined those in session and the sight of what is before them. */
export const loadComingMeetingsInto = async (set: ThingSet, tx: Query, panelId: string) => {
  const coming = await loadInto(set, tx, 'meeting', notOver(panelId))
  const open = coming.filter((meeting) => meeting.status === 'open').map((meeting) => meeting.id)
  if (open.length === 0) return
  const inSession = await loadInto(set, tx, 'item', inArray(items.meetingId, open))
  await withSightOf(
    set,
    tx,
    panelId,
    inSession.map((item) => item.caseId),
  )
}
