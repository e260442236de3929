import type { CaseFileProps } from '~/components/case/case-file-props'
import type { PublicCommandKind } from '~/domain/commands/commands'
import { sources, type Source } from '~/domain/catalogues/entries'
import { disclosureAnswers, happeningKinds } from '~/domain/catalogues/case'
import { awaitsDisclosure, relistState } from '~/domain/case/happening-prompts'
import { allOf, membersIn, policyIn, type RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { longDate } from '../page/dates'
import { Checkboxes, Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { HandlingField } from '../forms/audience-field'
import { mayPutRight, RecordedFor, WithdrawForm } from './case-record'
import { HappeningLine } from './happening-line'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

interface Shown {
  view: RoomView
  caseId: string
  agencyId: string | null
  /** What the form takes this reader's words to come from. */
  source: Source
  runs: boolean
  may: { record: boolean; dismiss: boolean; disclose: boolean }
  today: string
  once: string
  refused: RefusedForm | undefined
}

export const happeningsDone = {
  happened: 'It is on record. Chair and coordinator find the case on the list of what is due.',
  corrected: 'The correction is on record with its reason.',
  dismissed: 'The case does not come back because of this. The reason is on record.',
  disclosure: 'The answer is on record.',
  withdrawn: 'It is withdrawn, and stays readable as that.',
}

/** What happened between meetings, newest first, what it asks for, and a form to record more. */
export function CaseHappenings({ view, itsCase, viewer, today, once, refused }: CaseFileProps) {
  const caseId = itsCase.id
  const closed = itsCase.closedOn !== null
  const may = {
    record: viewer.commands.includes('recordHappening'),
    dismiss: viewer.commands.includes('dismissRelisting'),
    disclose: viewer.commands.includes('answerDisclosure'),
  }
  const shown: Shown = {
    view,
    caseId,
    agencyId: viewer.agencyId,
    source: viewer.usualSource,
    runs: viewer.runs,
    may,
    today,
    once,
    refused,
  }
  const happenings = allOf(view, 'happening')
    .filter((one) => one.caseId === caseId && one.supersededBy === null)
    .sort((a, b) => b.recordedAt - a.recordedAt)
  return (
    <section aria-labelledby="happenings">
      <h2 id="happenings">Between meetings</h2>
      {happenings.length === 0 ? (
        <p className="empty">
          Nothing is recorded. A new incident, partner or victim-survivor, a breach, the end of an order or a
          release will be here, and asks for the case to come back.
        </p>
      ) : null}
      <ul className="plain file-entries">
        {happenings.map((happening) => (
          <HappeningLine key={happening.id} happening={happening} view={view} today={today}>
            <Asks happening={happening} {...shown} />
          </HappeningLine>
        ))}
      </ul>
      {closed ? (
        <p className="quiet">
          The case is closed. What is recorded here asks chair and coordinator to bring it back, and the panel
          may open it again.
        </p>
      ) : null}
      {may.record ? (
        <Fold title="Record that something happened" form="recordHappening" refused={refused}>
          <RecordForm
            view={view}
            caseId={caseId}
            once={once}
            refused={refused}
            runs={shown.runs}
            source={shown.source}
            today={today}
          />
        </Fold>
      ) : null}
    </section>
  )
}

function RecordForm({
  view,
  caseId,
  once,
  refused,
  runs,
  source,
  today,
}: Pick<Shown, 'view' | 'caseId' | 'once' | 'refused' | 'runs' | 'source' | 'today'>) {
  return (
    <CommandPageForm
      kind="recordHappening"
      ids={{ caseId }}
      once={once}
      to={`/cases/${caseId}?done=happened#happenings`}
      refused={refused}
    >
      <HappeningFields view={view} runs={runs} source={source} today={today} />
      <button type="submit">Record</button>
    </CommandPageForm>
  )
}

/** What is asked of whoever records, or corrects, what happened. */
function HappeningFields({
  view,
  runs,
  source,
  today,
  before,
}: Pick<Shown, 'view' | 'runs' | 'source' | 'today'> & { before?: VisibleByKind['happening'] }) {
  const people = membersIn(view).filter((member) => member.sits)
  const audiences = { panel: 'The whole panel', safety_circle: 'Safety circle only' }
  return (
    <>
      <Select
        name="fields.happeningKind"
        label="What happened"
        options={optionsOf(happeningKinds)}
        empty="Choose"
        defaultValue={before?.happeningKind}
      />
      <TextField
        name="fields.day"
        label="On which day"
        hint="A release or the end of an order may lie ahead."
        type="date"
        defaultValue={before?.day ?? today}
      />
      <TextArea name="fields.what" label="What, in a line or two" defaultValue={before?.what} />
      <Select
        name="fields.source"
        label="Where this comes from"
        hint="What she told stays in the safety circle."
        options={optionsOf(sources)}
        defaultValue={before?.source ?? source}
      />
      <Select
        name="fields.audience.kind"
        label="Who may read this"
        options={optionsOf(audiences)}
        empty={
          before
            ? 'As it was; the safety circle if she told it'
            : 'As usual: the whole panel; the safety circle if she told it'
        }
      />
      <Checkboxes
        name="fields.audience.memberIds[]"
        legend="With the safety circle, others by name"
        hint="Counts only with “Safety circle only”. IDVA, chair, coordinator and police are in it already."
        options={people.map((member) => ({ value: member.id, label: member.name }))}
      />
      <HandlingField prefix="fields." {...(before ? { chosen: before.handling } : {})} />
      <RecordedFor view={view} runs={runs} {...(before ? { empty: 'As it was' } : {})} />
    </>
  )
}

/** What the happening still asks for: of chair and coordinator, that the case comes back; of the safety circle, an answer. */
function Asks({
  happening,
  view,
  caseId,
  agencyId,
  runs,
  source,
  may,
  today,
  once,
  refused,
}: Shown & { happening: VisibleByKind['happening'] }) {
  const policy = policyIn(view)
  const standing = relistState(
    happening,
    { on: today, today },
    policy.happeningNoticeDays,
    allOf(view, 'item'),
    allOf(view, 'meeting'),
  )
  const ids = { caseId, happeningId: happening.id }
  const to = (done: string) => `/cases/${caseId}?done=${done}#happenings`
  const form = (kind: PublicCommandKind) => ({ kind, name: `${kind}-${happening.id}`, ids, once, refused })
  const own = mayPutRight({ runs, agencyId }, happening)
  if (standing.state === 'withdrawn' || standing.state === 'corrected') return null
  return (
    <>
      {runs && standing.state === 'due' ? (
        <p>
          <span className="tag warn">Bring the case back?</span> It is on the list of what is due when you
          build an agenda.
        </p>
      ) : null}
      {runs && standing.state === 'later' ? (
        <p>The panel is asked to bring the case back from {longDate(standing.from)}.</p>
      ) : null}
      {runs && standing.state === 'listed' ? (
        <p>On the agenda of {longDate(standing.meeting.date)}.</p>
      ) : null}
      {may.dismiss && (standing.state === 'due' || standing.state === 'later') ? (
        <Fold
          title="The case need not come back because of this"
          form={`dismissRelisting-${happening.id}`}
          refused={refused}
        >
          <CommandPageForm {...form('dismissRelisting')} to={to('dismissed')}>
            <TextField name="reason" label="Why not" />
            <button type="submit" className="secondary">
              Dismiss
            </button>
          </CommandPageForm>
        </Fold>
      ) : null}
      {may.disclose && awaitsDisclosure(happening) ? (
        <Fold
          title="Answer for the disclosure scheme"
          form={`answerDisclosure-${happening.id}`}
          refused={refused}
        >
          <CommandPageForm {...form('answerDisclosure')} to={to('disclosure')}>
            <Radios name="answer" legend="How it stands" options={optionsOf(disclosureAnswers)} />
            <TextField name="on" label="Day on which she was told" type="date" />
            <TextField name="words" label="Who told her and how, or why it is not needed" />
            <button type="submit">Record the answer</button>
          </CommandPageForm>
        </Fold>
      ) : null}
      {may.record && own ? (
        <Fold title="Correct this" form={`correctHappening-${happening.id}`} refused={refused}>
          <CommandPageForm {...form('correctHappening')} to={to('corrected')}>
            <HappeningFields view={view} runs={runs} source={source} today={today} before={happening} />
            <TextField
              name="reason"
              label="What is corrected, and why"
              hint="What stood here before stays readable, for whoever may read this too."
            />
            <button type="submit">Save the correction</button>
          </CommandPageForm>
        </Fold>
      ) : null}
      {may.record && own ? (
        <WithdrawForm
          kind="withdrawHappening"
          id={happening.id}
          ids={ids}
          once={once}
          to={to('withdrawn')}
          refused={refused}
        />
      ) : null}
    </>
  )
}
