import { clockTime, minutesAndSeconds, weekdayDate } from '~/components/page/dates'
import { useRoomContext } from '~/components/forms/room-context'
import { instantOfLocal } from '~/domain/dates/local-time'
import {
  allOf,
  memberName,
  runningTimes,
  type VisibleItem,
  type VisibleMeeting,
} from '~/domain/meeting/room-view'
import type { Connection } from '~/live/room-client'

const connectionText: Record<Connection | 'off', string> = {
  connecting: 'connecting',
  live: 'saved',
  offline: 'connection lost: what you record is kept and sent when it is back',
  signed_out: 'signed out',
  closed: 'closed',
  off: 'this page refreshes when you save',
}

/** The one line that is always there: where the panel is, time, planned finish, whether all is saved, follow the chair. */
export function RoomBar({
  meeting,
  agenda,
  connection,
  waiting,
  following,
  masked,
  onFollow,
  onMask,
}: {
  meeting: VisibleMeeting
  agenda: readonly VisibleItem[]
  connection: Connection | 'off'
  waiting: number
  following: boolean
  masked: boolean
  onFollow: () => void
  onMask: () => void
}) {
  const { view, now, live } = useRoomContext()
  const panel = allOf(view, 'panel')[0]
  const at = agenda.findIndex((item) => item.id === meeting.itemId)
  const item = agenda[at]
  const start = meeting.openedAt ?? instantOfLocal(meeting.date, meeting.startsAt)
  const times = runningTimes(meeting, agenda, start, now)
  const over = item ? times.onItem > item.minutes * 60 : false
  return (
    <header className="room-bar">
      <h1>
        <a href="/">Panelroom</a> <span>{panel?.name}</span>{' '}
        <span className="day">{weekdayDate(meeting.date)}</span>
      </h1>
      <p className="room-facts">
        {meeting.status === 'open' ? (
          <>
            <span>
              {item ? (
                <>
                  case <strong>{at + 1}</strong> of {agenda.length}
                </>
              ) : (
                'opening'
              )}
            </span>
            {item && !item.another ? (
              <span className={over ? 'over' : undefined}>
                <strong className="clock">{minutesAndSeconds(times.onItem)}</strong> of {item.minutes}:00
                {over ? ' over' : ''}
              </span>
            ) : null}
            <span>
              finish <strong>{clockTime(times.plannedFinish)}</strong> (
              {times.minutesUnder >= 0
                ? `${times.minutesUnder} min under`
                : `${-times.minutesUnder} min over`}
              )
            </span>
            <span>chair {memberName(view, meeting.chairId)}</span>
          </>
        ) : (
          <span>
            {meeting.status === 'planned'
              ? `planned for ${meeting.startsAt}, finish ${clockTime(times.plannedFinish)} (${times.minutesUnder >= 0 ? `${times.minutesUnder} min under` : `${-times.minutesUnder} min over`})`
              : 'closed'}
          </span>
        )}
      </p>
      <p className="room-state">
        <span role="status" className={`connection ${connection}`} data-waiting={waiting}>
          <span aria-hidden="true" className="dot" />{' '}
          {waiting > 0
            ? `${waiting} not yet saved${connection === 'live' ? ', sending' : `; ${connectionText[connection]}`}`
            : connectionText[connection]}
        </span>
        {live ? (
          <>
            {meeting.status === 'closed' ? null : (
              <button
                type="button"
                className="small secondary"
                onClick={onFollow}
                aria-pressed={following}
                data-shortcut="f"
              >
                {following ? 'Following the chair' : 'Follow the chair'}
              </button>
            )}
            <button
              type="button"
              className="small secondary"
              onClick={onMask}
              aria-pressed={masked}
              data-shortcut="m"
            >
              {masked ? 'Show names' : 'Mask names'}
            </button>
          </>
        ) : null}
      </p>
    </header>
  )
}
