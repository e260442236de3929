import { isOutstanding, standingOfReturn, type ReturnStanding } from './return-standing'
import { agenciesIn, agendaIn, allOf, oneOf, type RoomView, type VisibleItem } from '../meeting/room-view'
import type { Day } from '../dates/day'

// Who has returned what, for those who keep the meeting on time: states, never a word of what is held.

export interface BoardRow {
  agencyId: string
  name: string
  /** By item, in the order of the agenda; null where the agency is not in for the item, or the item is not the reader's. */
  cells: (ReturnStanding | null)[]
  asked: number
  returned: number
  outstanding: number
  overdue: number
  declined: { itemId: string; reason: string | null }[]
  chasedAt: number | null
  timesChased: number
}

export const returnBoard = (
  view: RoomView,
  meetingId: string,
  today: Day,
): { items: VisibleItem[]; rows: BoardRow[] } => {
  const items = agendaIn(view, meetingId)
  const rows = agenciesIn(view).map((agency): BoardRow => {
    const returns = items.map((item) => oneOf(view, 'agencyReturn', `${item.id}~${agency.id}`))
    const cells = items.map((item, at) => {
      if (item.another || (item.invitedAgencyIds !== null && !item.invitedAgencyIds.includes(agency.id)))
        return null
      return standingOfReturn(returns[at], today)
    })
    const standings = cells.flatMap((cell) => cell ?? [])
    const outstanding = standings.filter(isOutstanding).length
    const asked = standings.filter((one) => one !== 'not_asked').length
    return {
      agencyId: agency.id,
      name: agency.name,
      cells,
      asked,
      returned: asked - outstanding,
      outstanding,
      overdue: standings.filter((one) => one === 'overdue').length,
      declined: items.flatMap((item, at) =>
        cells[at] === 'declined' ? [{ itemId: item.id, reason: returns[at]?.declinedReason ?? null }] : [],
      ),
      chasedAt: returns.reduce<number | null>(
        (latest, one) => (one?.chasedAt && one.chasedAt > (latest ?? 0) ? one.chasedAt : latest),
        null,
      ),
      timesChased: Math.max(0, ...returns.map((one) => one?.timesChased ?? 0)),
    }
  })
  return { items, rows }
}

/** The day by which the newest version asked for returns. */
export const returnsDueOn = (view: RoomView, meetingId: string): Day | null =>
  allOf(view, 'circulation')
    .filter((one) => one.meetingId === meetingId)
    .reduce<{ version: number; day: Day | null }>(
      (latest, one) =>
        one.version > latest.version ? { version: one.version, day: one.returnsDueOn } : latest,
      { version: 0, day: null },
    ).day
