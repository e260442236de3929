import { roles, type Role } from '~/domain/catalogues/panel'
import { oneOf, type RoomView } from '~/domain/meeting/room-view'
import { dateAndTime, longDate } from '../page/dates'

export interface Reading {
  at: number
  name: string
  role: Role
  place: string
  why: string
}

const placeNames: Readonly<Record<string, string>> = {
  room: 'Live room',
  minutes: 'Minutes',
  'minutes-pdf': 'Minutes taken away as PDF',
  'minutes-docx': 'Minutes taken away as Word file',
  extract: 'Extract of the minutes',
  'extract-pdf': 'Extract taken away as PDF',
  'extract-docx': 'Extract taken away as Word file',
  agenda: 'Agenda',
  inbox: 'What is owed',
}

const placeWords = (place: string, view: RoomView): string => {
  const [kind = '', meetingId] = place.split(' ')
  const meeting = oneOf(view, 'meeting', meetingId)
  const name = placeNames[kind]
  if (name === undefined) return place.charAt(0).toUpperCase() + place.slice(1)
  return meeting ? `${name}, ${longDate(meeting.date)}` : name
}

/** Who has read this file: the newest 200 readings, one a day for each reader and place. */
export function CaseReaders({ view, readers }: { view: RoomView; readers: readonly Reading[] }) {
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">Who has read it</h2>
      <p className="quiet">
        The newest first; the same reader and place once a day. Seen by chair and coordinator only.
      </p>
      <table className="readers">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who, where and why</th>
          </tr>
        </thead>
        <tbody>
          {readers.map((reading) => (
            <tr key={`${reading.at} ${reading.name} ${reading.place}`}>
              <td>{dateAndTime(reading.at)}</td>
              <td>
                {reading.name}, {roles[reading.role]}
                <span className="caption small">
                  {placeWords(reading.place, view)}: {reading.why}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
