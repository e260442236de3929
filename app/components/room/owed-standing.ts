import { ladderIn, standingOf, type Standing } from '~/domain/follow-up/ladder'
import { localDay } from '~/domain/dates/local-time'
import { stands } from '~/domain/things/entries-standing'
import { carriedOn, type VisibleItem } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { RoomContextValue } from '../forms/room-context'

export type Owed = VisibleByKind['action' | 'request']

/** How something owed stands in this room; what has ended, or is only read in the minutes, is owed no longer. */
export const owedStanding = (room: RoomContextValue, owed: Owed): Standing => {
  const ended = owed.kind === 'action' ? owed.endedAt !== null : owed.state !== 'outstanding'
  if (ended || !stands(owed) || room.today === '') return 'open'
  return standingOf(owed, ladderIn(room.view, localDay(room.now), room.held ?? []))
}

/** What earlier meetings left on a case and has come to the chair since, the longest due first. */
export const cameToChair = (room: RoomContextValue, item: VisibleItem): Owed[] =>
  [...carriedOn(room.view, 'action', item), ...carriedOn(room.view, 'request', item)]
    .filter((owed) => owedStanding(room, owed) === 'escalated')
    .sort((a, b) => (a.due < b.due ? -1 : 1))
