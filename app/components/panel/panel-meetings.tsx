import type { VisibleByKind } from '~/domain/sight/sees'
import { longDate, weekdayDate } from '../page/dates'

type Meeting = VisibleByKind['meeting']

/** Meetings to come, soonest first, with their agendas; past ones, newest first, with their minutes. */
export function PanelMeetings({ meetings, today }: { meetings: readonly Meeting[]; today: string }) {
  const past = meetings.filter((meeting) => meeting.status === 'closed')
  const coming = meetings
    .filter((meeting) => meeting.status !== 'closed')
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <>
      <h3>Coming</h3>
      {coming.length === 0 ? (
        <p className="empty">No meeting is planned. When one is, it will be here with its agenda.</p>
      ) : null}
      <ul className="plain rows">
        {coming.map((meeting) => (
          <li key={meeting.id} className="meeting-row">
            <div>
              <strong>{weekdayDate(meeting.date)}</strong>, <span className="nowrap">{meeting.startsAt}</span>{' '}
              {meeting.status === 'open' ? <span className="tag good">Open now</span> : null}
              <br />
              <span className="quiet">{meeting.venue}</span>
            </div>
            <div className="buttons">
              {meeting.status === 'open' || meeting.date === today ? (
                <a href={`/meetings/${meeting.id}/room`} className="button">
                  Join the meeting<span className="visually-hidden"> of {longDate(meeting.date)}</span>
                </a>
              ) : null}
              <a href={`/meetings/${meeting.id}/agenda`} className="button secondary">
                Agenda<span className="visually-hidden"> of {longDate(meeting.date)}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
      <h3>Past</h3>
      {past.length === 0 ? (
        <p className="empty">When a meeting has closed, its minutes will be here.</p>
      ) : null}
      <ul className="plain past-meetings">
        {past.map((meeting) => (
          <li key={meeting.id}>
            <a href={`/meetings/${meeting.id}/minutes`}>Minutes of {longDate(meeting.date)}</a>
            {meeting.minutesTaken === null ? null : (
              <span className="quiet">
                , {meeting.minutesTaken} minutes of {meeting.minutesPlanned} planned
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
