import { useMemo, useRef } from 'react'
import { allOf, type RoomView } from '~/domain/meeting/room-view'
import { entryKinds } from '~/domain/things/entries'

/** How many entries others recorded on each case since this person last had it in view. */
export const useNews = (
  view: RoomView,
  shownId: string | null,
  memberId: string,
  since: number,
): ReadonlyMap<string, number> => {
  const lastSeen = useRef(new Map<string, number>())
  return useMemo(() => {
    const news = new Map<string, number>()
    let newest = since
    for (const kind of entryKinds) {
      for (const entry of allOf(view, kind)) {
        newest = Math.max(newest, entry.recordedAt)
        if (entry.itemId === shownId || entry.recordedBy === memberId) continue
        if (entry.recordedAt > (lastSeen.current.get(entry.itemId) ?? since))
          news.set(entry.itemId, (news.get(entry.itemId) ?? 0) + 1)
      }
    }
    if (shownId) lastSeen.current.set(shownId, newest)
    return news
  }, [view, shownId, memberId, since])
}
