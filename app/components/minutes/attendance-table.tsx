import { attendanceStatuses } from '~/domain/catalogues/meeting'
import {
  agenciesIn,
  agencyName,
  allOf,
  memberName,
  type RoomView,
  type VisibleMeeting,
} from '~/domain/meeting/room-view'
import { clockTime, dateAndTime } from '../page/dates'
import { attendanceWords } from '~/domain/minutes/attendance-words'

export function AttendanceTable({ view, meeting }: { view: RoomView; meeting: VisibleMeeting }) {
  const rows = allOf(view, 'attendance').filter((one) => one.meetingId === meeting.id)
  const known = new Set(rows.map((row) => row.agencyId))
  return (
    // On a phone the table scrolls by itself, and then the keyboard must reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-label="Attendance" tabIndex={0}>
      <table>
        <caption>Attendance</caption>
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">Person</th>
            <th scope="col">Attendance</th>
            <th scope="col">Confidentiality accepted</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .map((row) => ({ row, agency: agencyName(view, row.agencyId) }))
            .sort((a, b) => (a.agency < b.agency ? -1 : 1))
            .map(({ row, agency }) => (
              <tr key={row.id}>
                <th scope="row">{agency}</th>
                <td>{row.memberId ? memberName(view, row.memberId) : 'not recorded by name'}</td>
                <td>
                  {attendanceStatuses[row.status]}
                  {row.deputyFor ? ` for ${row.deputyFor}` : ''}
                  {row.joinedAt ? `, from ${clockTime(row.joinedAt)}` : ''}
                  {row.leftAt ? ` to ${clockTime(row.leftAt)}` : ''}
                  {row.note ? `: ${row.note}` : ''}
                  {row.corrections.map((one) => (
                    <span key={one.at} className="caption small">
                      Corrected {dateAndTime(one.at)} by {memberName(view, one.by)}: {one.reason}. Before:{' '}
                      {one.before ? attendanceWords(one.before) : 'not recorded'}
                    </span>
                  ))}
                </td>
                <td>{row.acceptedAt ? clockTime(row.acceptedAt) : '—'}</td>
              </tr>
            ))}
          {agenciesIn(view)
            .filter((agency) => !known.has(agency.id))
            .map((agency) => (
              <tr key={agency.id}>
                <th scope="row">{agency.name}</th>
                <td>—</td>
                <td>Attendance not recorded</td>
                <td>—</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
