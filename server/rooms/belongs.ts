import { isLeftOpen, isCarriedKind } from '../../app/domain/things/entries-standing'
import type { EntryBase, EntryByKind } from '../../app/domain/things/entries'
import type { Home } from '../../app/domain/things/home'
import { homeOf, type Change, type KindAt } from '../../app/domain/things/kinds'
import type { Things } from '../../app/domain/things/thing-set'

/** A room as far as it says what belongs to it. */
export interface Made {
  meetingId: string
  panelId: string
  /** What it holds, with what a running command has laid over it. */
  things: Things
}

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>

/**
 * What a room is built on. Its panel; its meeting and those that are not over, with their agendas and attendance, since
 * they say who may see what here; the cases on its agenda and the people these are about.
 */
const frame: { [K in KindAt<'frame'>]: (room: Made, change: ChangeOf<K>) => boolean } = {
  panel: (room, { id }) => id === room.panelId,
  policy: (room, { after }) => after.panelId === room.panelId,
  meeting: (room, { id, after }) =>
    id === room.meetingId || after.status !== 'closed' || holds(room, 'meeting', id),
  item: (room, { id, after }) => holds(room, 'meeting', after.meetingId) || holds(room, 'item', id),
  attendance: (room, { id, after }) =>
    holds(room, 'meeting', after.meetingId) || holds(room, 'attendance', id),
  // A case of this room may have come to be about someone else.
  person: (room, { id }) =>
    holds(room, 'person', id) || room.things.all('case').some((one) => one.personId === id),
  case: (room, { id }) => holds(room, 'case', id),
  conflict: (room, { after }) => holds(room, 'case', after.caseId),
}

const atHome: { [H in Home]: (room: Made, change: ChangeOf<KindAt<H>>) => boolean } = {
  frame: (room, change) => (frame[change.kind] as (room: Made, change: Change) => boolean)(room, change),
  panel: (room, { after }) => after.panelId === room.panelId,
  meeting: (room, { after }) => after.meetingId === room.meetingId,
  agency: (room, { after }) => after.meetingId === room.meetingId,
  case: (room, { after }) => holds(room, 'case', after.caseId),
  caseFile: () => false,
  pages: () => false,
  entry: (room, change) =>
    change.after.meetingId === room.meetingId ||
    holds(room, change.kind, change.id) ||
    isCarriedInto(room, change),
}

const holds = (room: Made, kind: Change['kind'], id: string): boolean =>
  room.things.get(kind, id) !== undefined

/** Something that another meeting leaves open on a case that is on this room's agenda too. */
const isCarriedInto = (room: Made, change: Change): boolean =>
  isCarriedKind(change.kind) &&
  holds(room, 'case', (change.after as EntryBase).caseId) &&
  isLeftOpen(change.kind, change.after as EntryByKind[typeof change.kind])

/** Does a change, made anywhere, belong to what this room is made of? */
export const belongs = (room: Made, change: Change): boolean => {
  const { panelId } = change.after as { panelId?: string }
  // Most changes are another panel's; only people, whose cases may stand in several, are looked at further.
  if (panelId !== undefined && panelId !== room.panelId && change.kind !== 'person') return false
  return (atHome[homeOf[change.kind]] as (room: Made, change: Change) => boolean)(room, change)
}
