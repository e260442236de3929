import { stepKeys, steps } from '~/domain/catalogues/meeting'
import { missingToConclude } from '~/domain/meeting/gate'
import {
  agenciesIn,
  agendaIn,
  allOf,
  hearingOf,
  meetingIn,
  memberName,
  membersIn,
  type VisibleItem,
} from '~/domain/meeting/room-view'
import { CommandButton, CommandForm } from '../forms/command-form'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { useRoomContext } from '../forms/room-context'

/** Where the panel is in this case; for whoever holds the chair, each step is a button. */
export function StepBar({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const meeting = meetingIn(view, meetingId)
  const here = meeting?.itemId === item.id
  const holds = meeting?.chairId === viewer.memberId && room.inSession
  return (
    <nav aria-label="Steps of the case" className="steps">
      <ol className="plain">
        {stepKeys.map((step) => {
          const current = here && meeting?.step === step
          return (
            <li
              key={step}
              className={current ? 'current' : undefined}
              aria-current={current ? 'step' : undefined}
            >
              {holds && !current ? (
                <CommandButton
                  kind="movePointer"
                  ids={{ meetingId, itemId: item.id, step }}
                  formKey={`step:${item.id}:${step}`}
                  className="link"
                >
                  {steps[step]}
                </CommandButton>
              ) : (
                <span>{steps[step]}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** What the chair needs in one list before concluding: what is missing, and who has not been heard. */
export function GateList({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view } = room
  const missing = missingFor(view, item)
  const silent = unheardIn(room, item)
  return (
    <div className="gate-list">
      <ul>
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
        {silent.length > 0 ? <li>Not heard yet: {silent.map((agency) => agency.name).join(', ')}.</li> : null}
      </ul>
    </div>
  )
}

const unheardIn = (room: ReturnType<typeof useRoomContext>, item: VisibleItem) =>
  agenciesIn(room.view).filter((agency) =>
    ['silent', 'awaited', 'returned'].includes(hearingOf(room.view, item, agency.id, room.inSession)),
  )

const missingFor = (view: ReturnType<typeof useRoomContext>['view'], item: VisibleItem) =>
  missingToConclude({
    item,
    decisions: allOf(view, 'decision'),
    interventions: allOf(view, 'intervention'),
    victims: allOf(view, 'victim')
      .filter((victim) => victim.caseId === item.caseId)
      .map((victim) => ({ id: victim.id, ref: victim.victimRef })),
  })

/** The chair's own: moving on, concluding, the lanes, handing over, closing. Others with the role may take the chair. */
export function ChairControls({ item }: { item: VisibleItem | undefined }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const meeting = meetingIn(view, meetingId)
  const runs = room.commands.has('movePointer')
  if (!meeting || !runs || meeting.status !== 'open') return null
  const holds = meeting.chairId === viewer.memberId
  const agenda = agendaIn(view, meetingId)
  const at = agenda.findIndex((one) => one.id === meeting.itemId)
  const next =
    agenda.slice(at + 1).find((one) => one.status === 'listed') ??
    agenda.find((one) => one.status === 'listed' && one.id !== meeting.itemId)
  const stepAt = meeting.step ? stepKeys.indexOf(meeting.step) : -1
  const nextStep = stepKeys[stepAt + 1]
  const pointed = agenda[at]
  const elsewhere = item && item.id !== meeting.itemId
  // With a case concluded, going on to the next is what comes next, not another step of it.
  const goOn = pointed?.status === 'concluded'
  return (
    <section className="chair-controls no-print" aria-labelledby="chair-heading">
      <h2 id="chair-heading">
        {holds ? 'You hold the chair' : `${memberName(view, meeting.chairId)} holds the chair`}
      </h2>
      {holds ? (
        <>
          <div className="buttons">
            {pointed && !pointed.another && nextStep && !elsewhere ? (
              <CommandButton
                kind="movePointer"
                ids={{ meetingId, itemId: pointed.id, step: nextStep }}
                formKey="step:next"
                className={goOn ? 'secondary small' : 'small'}
                shortcut="n"
              >
                Next step: {stepLabel(nextStep)}
              </CommandButton>
            ) : null}
            {elsewhere && !item.another ? (
              <CommandButton
                kind="movePointer"
                ids={{ meetingId, itemId: item.id, step: 'introduce' }}
                formKey="bring"
                className="small"
              >
                Bring the panel to this case
              </CommandButton>
            ) : null}
            {next && !elsewhere ? (
              <CommandButton
                kind="movePointer"
                ids={{ meetingId, itemId: next.id, step: 'introduce' }}
                formKey="next-case"
                className={goOn || !pointed ? 'small' : 'secondary small'}
                shortcut="]"
              >
                {pointed ? 'Next case' : 'Start with the first case'}
              </CommandButton>
            ) : null}
            {meeting.mayUndo ? (
              <CommandButton kind="undoAdvance" ids={{ meetingId }} formKey="undo" shortcut="u">
                Undo the last move
              </CommandButton>
            ) : null}
          </div>
          {pointed && !pointed.another && !elsewhere ? <Concluding item={pointed} /> : null}
          <details>
            <summary>Hand over, lanes, close the meeting</summary>
            <CommandForm kind="handOverChair" ids={{ meetingId }} formKey="hand-over" className="row">
              <Select
                name="memberId"
                label="Hand the chair to"
                options={membersIn(view)
                  .filter((member) => member.runs && member.id !== viewer.memberId)
                  .map((member) => ({ value: member.id, label: member.name }))}
                empty="Choose"
              />
              <button type="submit" className="secondary">
                Hand over
              </button>
            </CommandForm>
            {item && !item.another ? <Lanes item={item} /> : null}
            <CloseMeeting />
          </details>
        </>
      ) : (
        <details>
          <summary>Take the chair, or end an abandoned meeting</summary>
          <CommandForm kind="takeChair" ids={{ meetingId }} formKey="take-chair" keepDraft>
            <TextField
              name="reason"
              label="Why you take the chair"
              hint="For example: the chair lost connection. The record keeps it."
            />
            <button type="submit" className="secondary">
              Take the chair
            </button>
          </CommandForm>
          <CloseMeeting />
        </details>
      )}
    </section>
  )
}

const stepLabel = (step: keyof typeof steps) => steps[step].toLowerCase()

function Concluding({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const ids = { meetingId: room.meetingId, itemId: item.id }
  if (item.status === 'concluded') {
    return (
      <>
        <p>
          <span className="tag good">This case is concluded</span>
        </p>
        <CommandForm kind="reopenItem" ids={ids} formKey={`reopen:${item.id}`} keepDraft className="row">
          <TextField name="reason" label="Open this case again: why" />
          <button type="submit" className="secondary">
            Open again
          </button>
        </CommandForm>
      </>
    )
  }
  const missing = missingFor(room.view, item)
  const unheard = unheardIn(room, item).length
  const lacks = [
    missing.length > 0 ? `${missing.length} missing` : '',
    unheard > 0 ? `${unheard} not heard yet` : '',
  ]
    .filter(Boolean)
    .join(', ')
  const atTheEnd = meetingIn(room.view, room.meetingId)?.step === 'conclude'
  return (
    <details className="concluding" open={atTheEnd || room.refusedIn(`conclude:${item.id}`) !== undefined}>
      <summary data-shortcut="k">
        {lacks ? `Conclude this case: ${lacks}` : 'Nothing is missing: conclude this case'}
      </summary>
      <GateList item={item} />
      <CommandForm kind="concludeItem" ids={ids} formKey={`conclude:${item.id}`} keepDraft>
        {missing.length > 0 ? (
          <TextField
            name="without"
            label="Why the panel goes on without what is missing"
            hint="Leave empty to complete it first."
          />
        ) : null}
        <button type="submit">Conclude this case</button>
      </CommandForm>
    </details>
  )
}

function Lanes({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const ids = { meetingId: room.meetingId, itemId: item.id }
  return item.lane === 'note_only' ? (
    <CommandButton kind="discussItem" ids={ids} formKey={`discuss:${item.id}`}>
      Discuss this case after all
    </CommandButton>
  ) : (
    <CommandForm
      kind="putOnNoteOnlyLane"
      ids={ids}
      formKey={`note-only:${item.id}`}
      keepDraft
      className="row"
    >
      <TextField name="reason" label="Put on the note-only lane: why" />
      <button type="submit" className="secondary">
        Note only
      </button>
    </CommandForm>
  )
}

function CloseMeeting() {
  const room = useRoomContext()
  const agenda = agendaIn(room.view, room.meetingId)
  const open = agenda.filter((item) => item.status === 'listed' && !item.another).length
  const meeting = meetingIn(room.view, room.meetingId)
  // With a case concluded, entries stand, and the server would only refuse.
  const begun = agenda.some((item) => item.status === 'concluded')
  return (
    <>
      <CommandForm kind="closeMeeting" ids={{ meetingId: room.meetingId }} formKey="close" keepDraft>
        <h4>Close the meeting</h4>
        <p>
          {open === 0
            ? 'Every case is concluded.'
            : `${open === 1 ? 'One case is' : `${open} cases are`} not concluded.`}{' '}
          Closing makes the minutes.
        </p>
        {open > 0 || meeting?.chairId !== room.viewer.memberId ? (
          <TextField name="reason" label="Why the meeting ends now" />
        ) : null}
        <button type="submit" className="warning">
          Close the meeting
        </button>
      </CommandForm>
      {begun ? null : (
        <CommandForm
          kind="cancelOpening"
          ids={{ meetingId: room.meetingId }}
          formKey="cancel-opening"
          keepDraft
          className="row"
        >
          <TextField name="reason" label="Opened by mistake: why it goes back to planned" />
          <button type="submit" className="secondary">
            Back to planned
          </button>
        </CommandForm>
      )}
    </>
  )
}
