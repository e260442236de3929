import type { PublicCommandKind } from '~/domain/commands/commands'
import type { AgendaChanges } from '~/domain/agenda/circulation-changes'
import { changesNotCirculated, versionsIn } from '~/domain/agenda/circulation-in-view'
import { usualReturnsDue } from '~/domain/returns/return-standing'
import {
  agendaIn,
  memberName,
  oneOf,
  policyIn,
  type RoomView,
  type VisibleMeeting,
} from '~/domain/meeting/room-view'
import { clearWorkingDays } from '~/domain/dates/working-days'
import { calendarOf } from '~/domain/panel/panel-calendar'
import { dateAndTime, longDate } from '../page/dates'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

const days = (count: number) => `${count} clear working ${count === 1 ? 'day' : 'days'}`

/** The agenda's versions as they went out, what each changed, and the act of circulating the next. */
export function CirculationSection({
  view,
  meeting,
  commands,
  today,
  once,
  refused,
}: {
  view: RoomView
  meeting: VisibleMeeting
  commands: ReadonlySet<PublicCommandKind>
  today: string
  once: string
  refused: RefusedForm | undefined
}) {
  const versions = versionsIn(view, meeting.id)
  const calendar = calendarOf(policyIn(view))
  const newest = versions.at(-1)
  const pending = meeting.status === 'planned' ? changesNotCirculated(view, meeting.id) : null
  const may =
    commands.has('circulateAgenda') && meeting.status === 'planned' && agendaIn(view, meeting.id).length > 0
  return (
    <section aria-labelledby="circulation">
      <h2 id="circulation">Circulation</h2>
      {versions.length === 0 ? (
        <p>
          {meeting.agendaCirculatedOn
            ? `Circulated on ${longDate(meeting.agendaCirculatedOn)}, ${days(clearWorkingDays(meeting.agendaCirculatedOn, meeting.date, calendar))} before the meeting. That version is not kept here.`
            : 'This agenda has not been circulated yet. When it is, its version, the notice it gave and what later versions changed are here.'}
        </p>
      ) : (
        <ol className="plain history">
          {[...versions].reverse().map((version) => (
            <li key={version.id}>
              <h3>Version {version.version}</h3>
              <p>
                {dateAndTime(version.circulatedAt)}, by {memberName(view, version.circulatedBy)}, to{' '}
                {version.told} members: {version.lines.length} items, {days(version.noticeDays)} before the
                meeting (the panel asks for {version.noticeAsked}). Returns due{' '}
                {longDate(version.returnsDueOn)}.
                {version.shortNoticeReason ? ` Shorter notice: ${version.shortNoticeReason}` : ''}
              </p>
              {version.changes ? <Changes view={view} changes={version.changes} /> : null}
            </li>
          ))}
        </ol>
      )}
      {pending ? (
        <div className="notice warning">
          <p>
            <strong>Changed since version {newest?.version}, not yet circulated.</strong>
          </p>
          <Changes view={view} changes={pending} />
        </div>
      ) : null}
      {may && (pending || !newest) ? (
        <Circulate
          view={view}
          meeting={meeting}
          today={today}
          once={once}
          refused={refused}
          next={(newest?.version ?? 0) + 1}
        />
      ) : null}
    </section>
  )
}

function Circulate({
  view,
  meeting,
  today,
  once,
  refused,
  next,
}: {
  view: RoomView
  meeting: VisibleMeeting
  today: string
  once: string
  refused: RefusedForm | undefined
  next: number
}) {
  const policy = policyIn(view)
  const notice = clearWorkingDays(today, meeting.date, calendarOf(policy))
  const short = next === 1 && meeting.agendaCirculatedOn === null && notice < policy.noticeWorkingDays
  return (
    <Fold
      title={next === 1 ? 'Circulate the agenda' : `Circulate version ${next}`}
      form="circulateAgenda"
      refused={refused}
    >
      <p>
        Sent today, it gives {days(notice)} of notice; the panel’s policy is {policy.noticeWorkingDays}. Every
        agency is asked for its return on each case it is in for and has not been asked about.
      </p>
      <CommandPageForm
        kind="circulateAgenda"
        ids={{ meetingId: meeting.id }}
        once={once}
        to={`/meetings/${meeting.id}/agenda?done=circulated`}
        refused={refused}
      >
        <TextField
          name="returnsDue"
          label="Returns due"
          hint={`Left empty: ${longDate(usualReturnsDue(meeting.date, policy, today))}. Or a date, or words such as “Friday”.`}
        />
        {short ? (
          <TextField name="shortNoticeReason" label="Why the notice is shorter than the panel’s policy" />
        ) : null}
        <button type="submit">Circulate version {next}</button>
      </CommandPageForm>
    </Fold>
  )
}

function Changes({ view, changes }: { view: RoomView; changes: AgendaChanges }) {
  const called = (itemId: string) => {
    const item = oneOf(view, 'item', itemId)
    return item && !item.another ? `${item.caseRef ?? ''} ${item.initials ?? ''}`.trim() : 'another item'
  }
  const list = (label: string, items: readonly string[]) =>
    items.length > 0 ? <li>{`${label}: ${items.join(', ')}`}</li> : null
  return (
    <ul>
      {list('Added', changes.added.map(called))}
      {list('Taken off', changes.removed.map(called))}
      {list('Moved', changes.moved.map(called))}
      {list(
        'Minutes',
        changes.minutes.map((one) => `${called(one.itemId)} ${one.from} → ${one.to}`),
      )}
      {list('Kind, lane or presenter', changes.otherwise.map(called))}
    </ul>
  )
}
