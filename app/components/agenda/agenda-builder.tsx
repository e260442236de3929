import { useState, type DragEvent, type ReactNode } from 'react'
import { lateness, lateOn } from '~/domain/agenda/agenda-lateness'
import { itemKinds } from '~/domain/catalogues/agenda'
import type { PublicCommandKind } from '~/domain/commands/commands'
import { instantOfLocal } from '~/domain/dates/local-time'
import {
  agenciesIn,
  agencyName,
  agendaIn,
  hearingLabels,
  hearingOf,
  memberName,
  membersIn,
  oneOf,
  policyIn,
  type RoomView,
  runningTimes,
  type VisibleItem,
  type VisibleMeeting,
} from '~/domain/meeting/room-view'
import type { PageViewer } from '~/domain/abilities'
import { CaseLink } from '../case/case-link'
import { clockTime } from '../page/dates'
import { Checkboxes } from '../forms/choices'
import { CommandFields } from '../forms/command-fields'
import { ErrorSummary } from '../forms/error-summary'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { PageForm, type RefusedForm } from '../forms/page-form'

interface CaseToList {
  id: string
  ref: string
  initials: string
  accepted: boolean
}

interface BuilderProps {
  view: RoomView
  meeting: VisibleMeeting
  viewer: PageViewer
  commands: ReadonlySet<PublicCommandKind>
  cases: readonly CaseToList[]
  now: number
  today: string
  refused: RefusedForm | undefined
  onOrder: (itemIds: string[]) => Promise<void>
}

/** The meeting's agenda: read by everyone invited; built, ordered and timed by those who run the panel. */
export function AgendaBuilder(props: BuilderProps) {
  const { view, meeting, commands, refused } = props
  const agenda = agendaIn(view, meeting.id)
  const may = commands.has('orderAgenda') && meeting.status !== 'closed'
  const start = meeting.openedAt ?? instantOfLocal(meeting.date, meeting.startsAt)
  const times = runningTimes(meeting, agenda, start, meeting.status === 'open' ? props.now : start)
  const total = agenda.reduce((sum, item) => sum + (item.lane === 'note_only' ? 0 : item.minutes), 0)
  return (
    <>
      <ErrorSummary refusal={refused?.refusal} />
      <p>
        {agenda.length} items, {total} minutes of {meeting.minutesPlanned} planned.{' '}
        {meeting.venue ? `${meeting.venue}. ` : ''}
        {meeting.status === 'closed' ? '' : `Planned finish ${clockTime(times.plannedFinish)}.`}
      </p>
      {meeting.status !== 'closed' && times.minutesUnder < 0 ? (
        <div className="notice warning" role="status">
          <p>
            <strong>This does not fit.</strong> The agenda runs {-times.minutesUnder} minutes past the planned
            end. Shorten an item, put one on the note-only lane, or move one to another meeting.
          </p>
        </div>
      ) : null}
      <p className="buttons no-print">
        <a className="button" href={`/meetings/${meeting.id}/room`}>
          {meeting.status === 'open'
            ? 'Go to the live meeting'
            : meeting.status === 'planned'
              ? 'Go to the meeting room'
              : 'Look at the closed meeting'}
        </a>
        {meeting.status === 'closed' ? <a href={`/meetings/${meeting.id}/minutes`}>Minutes</a> : null}
        {props.viewer.agencyId && commands.has('giveReturns') ? (
          <a href={`/meetings/${meeting.id}/returns`}>Our returns</a>
        ) : null}
        {commands.has('chaseReturns') ? (
          <a href={`/meetings/${meeting.id}/board`}>Who has returned what</a>
        ) : null}
      </p>
      {agenda.length === 0 ? (
        <p className="empty">
          No case is on the agenda yet.{' '}
          {may ? 'Add the first one below.' : 'The coordinator adds them; you will see them here.'}
        </p>
      ) : null}
      <AgendaRows {...props} agenda={agenda} may={may} />
      {may ? <AddCase {...props} agenda={agenda} /> : null}
    </>
  )
}

function AgendaRows({ agenda, may, ...props }: BuilderProps & { agenda: VisibleItem[]; may: boolean }) {
  const { view, meeting, viewer, commands } = props
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const drop = (event: DragEvent, onto: string) => {
    event.preventDefault()
    setOver(null)
    if (!dragged || dragged === onto) return
    const ids = agenda.map((item) => item.id)
    ids.splice(ids.indexOf(dragged), 1)
    ids.splice(
      agenda.findIndex((item) => item.id === onto),
      0,
      dragged,
    )
    setDragged(null)
    void props.onOrder(ids)
  }
  const starts = startsOf(agenda, instantOfLocal(meeting.date, meeting.startsAt))
  return (
    <ol className="plain agenda-rows">
      {agenda.map((item, index) => (
        <li
          key={item.id}
          className={over === item.id ? 'drop-here' : undefined}
          draggable={may}
          onDragStart={() => setDragged(item.id)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => {
            if (!dragged) return
            event.preventDefault()
            setOver(item.id)
          }}
          onDrop={(event) => drop(event, item.id)}
        >
          <div className="agenda-row">
            <span className="position">{index + 1}</span>
            <span className="when">{clockTime(starts[index] ?? 0)}</span>
            <span className="who">
              {item.another ? (
                'Another item'
              ) : (
                <>
                  <strong>
                    <CaseLink item={item} /> {item.initials}
                  </strong>{' '}
                  <span className="tag">{item.itemKind ? itemKinds[item.itemKind] : ''}</span>{' '}
                  {item.lane === 'note_only' ? <span className="tag warn">Note only</span> : null}{' '}
                  <span className="quiet small">
                    {item.presenterId
                      ? `presented by ${memberName(view, item.presenterId)}`
                      : 'no presenter yet'}
                    {item.invitedAgencyIds
                      ? `; only ${item.invitedAgencyIds.map((id) => agencyName(view, id)).join(', ')}`
                      : ''}
                    {item.lateReason ? `; late: ${item.lateReason}` : ''}
                  </span>
                  {presenterIsOut(view, item) ? (
                    <span className="tag warn">Its presenter’s agency is not invited</span>
                  ) : null}
                </>
              )}
            </span>
            <span className="minutes">{item.minutes} min</span>
            {may ? (
              <form method="post" className="move-buttons">
                <CommandFields kind="moveItem" ids={{ meetingId: meeting.id, itemId: item.id }} />
                <button
                  type="submit"
                  name="direction"
                  value="up"
                  className="secondary small"
                  disabled={index === 0}
                  aria-label={`Move item ${index + 1} up`}
                >
                  ↑
                </button>
                <button
                  type="submit"
                  name="direction"
                  value="down"
                  className="secondary small"
                  disabled={index === agenda.length - 1}
                  aria-label={`Move item ${index + 1} down`}
                >
                  ↓
                </button>
              </form>
            ) : null}
          </div>
          {item.another ? null : <ReturnLine item={item} {...props} />}
          {may && !item.another ? <ChangeItem item={item} {...props} /> : null}
        </li>
      ))}
      {viewer.agencyId &&
      commands.has('recordReturn') &&
      agenda.length > 0 &&
      meeting.status === 'planned' ? (
        <li className="quiet small">
          “Nothing held” tells the panel that your agency has no information on the case.
        </li>
      ) : null}
    </ol>
  )
}

/** When each item starts if all before take their minutes. */
const startsOf = (agenda: readonly VisibleItem[], start: number): number[] => {
  let at = start
  return agenda.map((item) => {
    const mine = at
    at += item.lane === 'note_only' ? 0 : item.minutes * 60_000
    return mine
  })
}

function ReturnLine({ item, view, viewer, meeting, commands }: BuilderProps & { item: VisibleItem }) {
  if (!viewer.agencyId || !commands.has('recordReturn') || meeting.status !== 'planned') return null
  const state = hearingOf(view, item, viewer.agencyId, false)
  return (
    <form method="post" className="return-line small no-print">
      <CommandFields kind="recordReturn" ids={{ meetingId: meeting.id, itemId: item.id }} />
      My agency: {hearingLabels[state]}{' '}
      {/* One slip of a thumb must not turn an answer round: what is answered is changed where all of it is in view. */}
      {state === 'awaited' ? (
        <>
          <button
            type="submit"
            name="state"
            value="nothing_held"
            className="link"
            aria-label={`We hold nothing on ${item.caseRef ?? 'this case'}`}
          >
            nothing held
          </button>
          <button
            type="submit"
            name="state"
            value="returned"
            className="link"
            aria-label={`We hold something on ${item.caseRef ?? 'this case'} and bring it`}
          >
            we hold something and bring it
          </button>
        </>
      ) : null}{' '}
      <a href={`/meetings/${meeting.id}/returns#entries-${item.id}`}>
        {state === 'awaited' ? 'prepare our return' : 'our return'}
        <span className="visually-hidden"> on {item.caseRef}</span>
      </a>
    </form>
  )
}

function ChangeItem({ item, view, meeting, refused }: BuilderProps & { item: VisibleItem }) {
  const ids = { meetingId: meeting.id, itemId: item.id }
  const presenters = membersIn(view).filter((member) => member.agencyId !== null)
  return (
    <details className="no-print" open={refused?.form.endsWith(`:${item.id}`)}>
      <summary>
        Change<span className="visually-hidden"> {item.caseRef}</span>
      </summary>
      <ItemForm kind="changeItem" ids={ids} refused={refused} className="row">
        <Select
          name="itemKind"
          label="Kind"
          options={optionsOf(itemKinds)}
          defaultValue={item.itemKind ?? 'new'}
        />
        <TextField
          name="minutes"
          label="Minutes"
          type="number"
          min={0}
          max={120}
          short
          defaultValue={item.minutes}
        />
        <Select
          name="presenterId"
          label="Presenter"
          options={presenters.map((member) => ({ value: member.id, label: member.name }))}
          empty="Nobody yet"
          defaultValue={item.presenterId ?? undefined}
        />
        <button type="submit" className="secondary">
          Save
        </button>
      </ItemForm>
      <ItemForm kind="inviteToItem" ids={ids} refused={refused}>
        <Checkboxes
          name="agencyIds[]"
          legend="Only these agencies are in for this item"
          options={agenciesIn(view).map((agency) => ({ value: agency.id, label: agency.name }))}
          chosen={item.invitedAgencyIds ?? []}
        />
        <div className="buttons">
          <button type="submit" className="secondary">
            Invite only these
          </button>
          {item.invitedAgencyIds ? (
            <button type="submit" name="everyone" value="yes" className="secondary">
              Invite everyone again
            </button>
          ) : null}
        </div>
      </ItemForm>
      {item.lane === 'note_only' ? (
        <ItemForm kind="discussItem" ids={ids} refused={refused}>
          <button type="submit" className="secondary">
            Discuss this case after all
          </button>
        </ItemForm>
      ) : (
        <ItemForm kind="putOnNoteOnlyLane" ids={ids} refused={refused} className="row">
          <TextField name="reason" label="Note without discussion: why" />
          <button type="submit" className="secondary">
            Put on the note-only lane
          </button>
        </ItemForm>
      )}
      <ItemForm kind="removeItem" ids={ids} refused={refused} className="row">
        <TextField name="reason" label="Take off the agenda: why" />
        <button type="submit" className="warning">
          Take off
        </button>
      </ItemForm>
    </details>
  )
}

/** Each form keeps what was typed in it alone: a number refused for one case must not stand ready to be saved on another. */
function ItemForm({
  kind,
  ids,
  refused,
  className,
  children,
}: {
  kind: PublicCommandKind
  ids: Record<string, string>
  refused: RefusedForm | undefined
  className?: string
  children: ReactNode
}) {
  return (
    <PageForm name={`${kind}:${ids.itemId ?? ''}`} refused={refused} {...(className ? { className } : {})}>
      <CommandFields kind={kind} ids={ids} />
      {children}
    </PageForm>
  )
}

function AddCase({ view, meeting, cases, agenda, today, refused }: BuilderProps & { agenda: VisibleItem[] }) {
  const listed = new Set(agenda.map((item) => item.caseId))
  const late = lateOn(meeting, policyIn(view), today)
  const options = cases
    .filter((one) => !listed.has(one.id))
    .map((one) => ({ value: one.id, label: `${one.ref} ${one.initials}${one.accepted ? '' : ' (new)'}` }))
  const presenters = membersIn(view).filter((member) => member.agencyId !== null)
  return (
    <section aria-labelledby="add-heading" className="panel-box no-print">
      <h2 id="add-heading">Add a case</h2>
      <ItemForm kind="listCase" ids={{ meetingId: meeting.id }} refused={refused}>
        <div className="row">
          <Select
            name="caseId"
            label="Case"
            options={options}
            empty={options.length === 0 ? 'Every open case is on the agenda' : 'Choose the case'}
          />
          <Select name="itemKind" label="Kind" options={optionsOf(itemKinds)} defaultValue="review" />
          <TextField name="minutes" label="Minutes" type="number" min={0} max={120} short defaultValue={7} />
          <Select
            name="presenterId"
            label="Presenter"
            options={presenters.map((member) => ({ value: member.id, label: member.name }))}
            empty="Nobody yet"
          />
        </div>
        <TextField
          name="lateReason"
          label="If it comes late: why"
          hint={late ? `${lateness[late]} A reason is needed.` : undefined}
        />
        <button type="submit">Add to the agenda</button>
      </ItemForm>
    </section>
  )
}

/** Whoever is to present a case and is not invited to it would see "another item". */
const presenterIsOut = (view: RoomView, item: VisibleItem): boolean => {
  const presenter = item.presenterId === null ? undefined : oneOf(view, 'member', item.presenterId)
  if (!presenter || !item.invitedAgencyIds) return false
  return presenter.agencyId === null || !item.invitedAgencyIds.includes(presenter.agencyId)
}
