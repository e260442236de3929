import { lateness, lateOn } from '~/domain/agenda/agenda-lateness'
import { itemKinds } from '~/domain/catalogues/agenda'
import { dueReasons, type Because, type DueCase } from '~/domain/agenda/due-cases'
import { policyIn, type RoomView, type VisibleMeeting } from '~/domain/meeting/room-view'
import { longDate } from '../page/dates'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { Tick } from '../forms/tick'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'

const inWords = ({ reason, day, count }: Because): string => {
  if (reason === 'with_chair')
    return `${count === 1 ? 'One thing has' : `${count} things have`} come to the chair${day ? `, due since ${longDate(day)}` : ''}`
  if (reason === 'overdue_actions')
    return `${count} overdue ${count === 1 ? 'action' : 'actions'}${day ? `, the oldest since ${longDate(day)}` : ''}`
  if (reason === 'new_incident' || reason === 'breach')
    return `${count === 1 ? dueReasons[reason].replace('New incidents', 'A new incident') : `${count} ${reason === 'breach' ? 'breaches of orders' : 'new incidents'}`}${day ? `, ${longDate(day)}` : ''}`
  if (day === null) return dueReasons[reason]
  return reason === 'new' ? `New, referred ${longDate(day)}` : `${dueReasons[reason]}, ${longDate(day)}`
}

const lanes = { discuss: 'Discuss', note_only: 'Note only' }

/** What is due, and why; one press puts a case on the agenda, or all that are ticked. */
export function DueList({
  view,
  meeting,
  due,
  today,
  once,
  refused,
}: {
  view: RoomView
  meeting: VisibleMeeting
  due: readonly DueCase[]
  today: string
  once: string
  refused: RefusedForm | undefined
}) {
  const late = lateOn(meeting, policyIn(view), today)
  return (
    <section aria-labelledby="due" className="panel-box no-print">
      <h2 id="due">What is due</h2>
      {due.length === 0 ? (
        <p className="empty">
          Nothing else is due for this meeting. Referrals accepted, cases brought back or not reached,
          reviews, closures proposed and overdue actions come here by themselves.
        </p>
      ) : (
        <CommandPageForm
          kind="listDueCases"
          ids={{ meetingId: meeting.id }}
          once={once}
          to={`/meetings/${meeting.id}/agenda?done=listed#due`}
          refused={refused}
        >
          {late ? (
            <TextField
              name="lateReason"
              label="Why these cases come late"
              hint={`${lateness[late]} One reason for all that are added now.`}
            />
          ) : null}
          <ul className="plain rows due-list">
            {due.map((one) => (
              <li key={one.id}>
                <Tick name={`cases.${one.id}.take`} label={`${one.ref} ${one.initials}`} />
                <p className="small">
                  <span className="tag">{itemKinds[one.itemKind]}</span> {one.because.map(inWords).join('; ')}
                  . <span className="quiet">{one.minutes} minutes.</span>
                </p>
                <input type="hidden" name={`cases.${one.id}.itemKind`} value={one.itemKind} />
                <input type="hidden" name={`cases.${one.id}.minutes`} value={one.minutes} />
                <Select
                  name={`cases.${one.id}.lane`}
                  label={`Lane of ${one.ref}`}
                  options={optionsOf(lanes)}
                  defaultValue="discuss"
                />
                <button type="submit" name="only" value={one.id} className="secondary small">
                  Add<span className="visually-hidden"> {one.ref}</span>
                </button>
              </li>
            ))}
          </ul>
          <button type="submit">Add those that are ticked</button>
        </CommandPageForm>
      )}
    </section>
  )
}
