import type { Meeting } from '../things/meeting'
import type { Item } from '../things/agenda'
import type { Day, Instant } from '../dates/day'

// A reason to bring a case to the panel is answered when the case stands on an agenda: of a meeting that is still to
// come or was held since, and where it was reached. Worked out when it is read, so that a case that is taken off again,
// or that a meeting does not reach, is due again by itself.

type OnAgenda = Pick<Item, 'meetingId' | 'status'> & { caseId: string | null }
type Held = Pick<Meeting, 'id' | 'date' | 'status' | 'closedAt'>

/** A meeting that is still to be held is held today at the earliest, whatever its day was. */
export const heldOn = (meeting: Pick<Meeting, 'date' | 'status'>, today: Day): Day =>
  meeting.status !== 'closed' && meeting.date < today ? today : meeting.date

/** The first meeting that answers a reason that arose at this moment and is due from this day; undefined: none yet. */
export const meetingThatAnswers = <M extends Held>(
  caseId: string,
  due: { from: Day; at: Instant },
  today: Day,
  items: readonly OnAgenda[],
  meetings: readonly M[],
): M | undefined =>
  meetings
    .filter(
      (meeting) =>
        heldOn(meeting, today) >= due.from &&
        (meeting.status !== 'closed' || (meeting.closedAt ?? 0) > due.at),
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .find((meeting) =>
      items.some(
        (item) =>
          item.meetingId === meeting.id &&
          item.caseId === caseId &&
          item.status !== 'removed' &&
          item.status !== 'not_reached',
      ),
    )
