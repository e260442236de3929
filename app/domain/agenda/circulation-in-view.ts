import { changesBetween, isUnchanged, type AgendaChanges } from './circulation-changes'
import { agendaIn, allOf, type RoomView } from '../meeting/room-view'

// What a screen shows of the versions of an agenda: what each changed, and what has changed since the last.

export const versionsIn = (view: RoomView, meetingId: string) => {
  const versions = allOf(view, 'circulation')
    .filter((one) => one.meetingId === meetingId)
    .sort((a, b) => a.version - b.version)
  return versions.map((one, index) => {
    const before = versions[index - 1]
    return { ...one, changes: before ? changesBetween(before.lines, one.lines) : null }
  })
}
export type VersionInView = ReturnType<typeof versionsIn>[number]

/** What has changed since the newest version; null where none has gone out, or nothing has changed. */
export const changesNotCirculated = (view: RoomView, meetingId: string): AgendaChanges | null => {
  const newest = versionsIn(view, meetingId).at(-1)
  if (!newest) return null
  const lines = agendaIn(view, meetingId).map((item) => ({
    itemId: item.id,
    minutes: item.minutes,
    kind: item.itemKind,
    lane: item.lane,
    presenterId: item.presenterId,
  }))
  const changes = changesBetween(newest.lines, lines)
  return isUnchanged(changes) ? null : changes
}
