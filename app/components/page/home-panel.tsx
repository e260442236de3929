import { roles, type PanelKind, type Role } from '~/domain/catalogues/panel'
import type { Need } from '~/domain/follow-up/needs'
import type { MeetingStatus } from '~/domain/things/meeting'
import { longDate, weekdayDate } from './dates'
import { panelKindInFull } from '../panel/panel-words'

interface HomeMeeting {
  id: string
  date: string
  startsAt: string
  status: MeetingStatus
  join: boolean
}
interface HomePanelProps {
  id: string
  name: string
  kind: PanelKind
  role: Role
  secondFactorMissing: boolean
  pages: { meetings: boolean; panel: boolean; members: boolean; figures: boolean; plan: boolean }
  coming: HomeMeeting[]
  needs: Need[]
}

/** One panel on the front page: what there needs this person. */
export function HomePanel({ panel }: { panel: HomePanelProps }) {
  return (
    <section className="home-panel" aria-labelledby={`panel-${panel.id}`}>
      <h2 id={`panel-${panel.id}`}>
        {panel.name}
        <span className="caption">
          {panelKindInFull[panel.kind]}. You are {articled(roles[panel.role])} here.
        </span>
      </h2>
      {panel.secondFactorMissing ? (
        <div className="notice warning">
          <p>
            <strong>This panel asks for a second factor.</strong> Until you give one, nothing of it is open to
            you.
          </p>
          <p>
            <a href="/account/second-factor" className="button">
              Set up a second factor
            </a>
          </p>
        </div>
      ) : (
        <>
          {panel.pages.meetings ? (
            <>
              <Meetings meetings={panel.coming} planAt={panel.pages.plan ? `/panels/${panel.id}` : null} />
              <Needs needs={panel.needs} />
            </>
          ) : (
            <p>
              {panel.pages.members
                ? 'You keep its members and settings. Its meetings and cases are no part of this.'
                : 'You read its figures. Its meetings, members and cases are no part of this.'}
            </p>
          )}
          <ul className="plain panel-links">
            {panel.pages.panel ? (
              <li>
                <a href={`/panels/${panel.id}`}>
                  {panel.pages.meetings ? 'All meetings, members and settings' : 'Panel and settings'}
                </a>
              </li>
            ) : null}
            {panel.pages.meetings ? (
              <li>
                <a href={`/panels/${panel.id}/inbox`}>What is owed, and by whom</a>
              </li>
            ) : null}
            {panel.pages.members ? (
              <li>
                <a href={`/panels/${panel.id}/members`}>Keep the members</a>
              </li>
            ) : null}
            {panel.pages.figures ? (
              <li>
                <a href={`/panels/${panel.id}/figures`}>Figures</a>
              </li>
            ) : null}
          </ul>
        </>
      )}
    </section>
  )
}

/** An observer, a chair; initials stay as they are: an IDVA. */
const articled = (name: string) =>
  `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${/^[A-Z]{2,}$/.test(name) ? name : name.toLowerCase()}`

/** `planAt`: where whoever plans the meetings does so. */
function Meetings({ meetings, planAt }: { meetings: readonly HomeMeeting[]; planAt: string | null }) {
  return (
    <>
      <h3>Coming meetings</h3>
      {meetings.length > 0 ? null : planAt === null ? (
        <p className="empty">
          No meeting is planned. When the coordinator plans one, it will be here with its agenda.
        </p>
      ) : (
        <p className="empty">
          No meeting is planned. <a href={planAt}>Plan the next one</a>: cases that were not reached and those
          that are due wait for it.
        </p>
      )}
      <ul className="plain rows">
        {meetings.map((meeting) => (
          <li key={meeting.id} className={meeting.join ? 'meeting-row now' : 'meeting-row'}>
            <div>
              <strong>{weekdayDate(meeting.date)}</strong>, <span className="nowrap">{meeting.startsAt}</span>{' '}
              {meeting.status === 'open' ? (
                <span className="tag good">Open now</span>
              ) : meeting.join ? (
                <span className="tag warn">Today</span>
              ) : null}
            </div>
            <div className="buttons">
              {meeting.join ? (
                <a href={`/meetings/${meeting.id}/room`} className="button">
                  Join the meeting<span className="visually-hidden"> of {longDate(meeting.date)}</span>
                </a>
              ) : null}
              <a
                href={`/meetings/${meeting.id}/agenda`}
                className={meeting.join ? undefined : 'button secondary'}
              >
                Agenda<span className="visually-hidden"> of {longDate(meeting.date)}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Needs({ needs }: { needs: readonly Need[] }) {
  const overdue = needs.filter((need) => need.overdue).length
  return (
    <>
      <h3>
        What needs you{needs.length > 0 ? `: ${needs.length}` : ''}
        {overdue > 0 ? `, ${overdue} overdue` : ''}
      </h3>
      {needs.length === 0 ? (
        <p className="empty">
          Nothing waits for you. What you or your agency agree to do, are asked for or have to return will be
          here, soonest first.
        </p>
      ) : (
        <table className="own-actions">
          <thead>
            <tr>
              <th scope="col">Due</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {needs.map((need) => (
              <tr key={need.key}>
                <td className="due">
                  {need.due === null ? <span className="quiet">No day set</span> : longDate(need.due)}{' '}
                  {need.overdue ? <span className="tag bad">Overdue</span> : null}
                </td>
                <td>
                  <a href={need.path}>{need.what}</a>
                  {need.about === null ? null : <span className="caption">{need.about}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
