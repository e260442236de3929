import { useState, type ReactNode } from 'react'
import { isTheirsToChange } from '~/domain/meeting/entry-correction'
import type { Labels } from '~/domain/catalogues/labels'
import { caseModes, closureReasons } from '~/domain/catalogues/case'
import {
  actionOutcomes,
  answers,
  decisionOutcomes,
  disruptAreas,
  endOutcomes,
  handlingMarks,
  interventionStatuses,
  leverKinds,
  natures,
  purposes,
  sources,
  stances,
  strands,
  supportAreas,
} from '~/domain/catalogues/entries'
import { stands } from '~/domain/things/entries-standing'
import { agencyName, allOf, memberName, oneOf } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { CommandButton, CommandForm } from '../forms/command-form'
import { clockTime, dateAndTime, longDate } from '../page/dates'
import { RuleOnIt } from './rule-on-it'
import { hasCorrectionForm, CorrectionFields } from './entry-correction'
import { optionsOf, Select, TextField } from '../forms/form-controls'
import { useRoomContext, type RoomContextValue } from '../forms/room-context'
import { owedStanding, type Owed } from './owed-standing'

type AnyEntry = VisibleByKind[EntryKind]

const label = (labels: Labels, key: string) => labels[key] ?? key

/** Marks that say how an entry may be used. Words as well as colour. */
export function Marks({ entry }: { entry: AnyEntry }) {
  const { view } = useRoomContext()
  return (
    <>
      {entry.kind === 'share' && entry.source === 'victim_survivor' ? (
        <span className="tag circle">From the victim-survivor</span>
      ) : null}
      {entry.audience.kind === 'safety_circle' ? (
        <span className="tag circle">
          Safety circle
          {entry.audience.memberIds.length > 0
            ? ` and ${entry.audience.memberIds.map((id) => memberName(view, id)).join(', ')}`
            : ''}
        </span>
      ) : null}
      {entry.audience.kind === 'agencies' ? (
        <span className="tag warn">
          Only {entry.audience.agencyIds.map((id) => agencyName(view, id)).join(', ')}
        </span>
      ) : null}
      {entry.handling.map((mark) => (
        <span className="tag bad" key={mark}>
          {handlingMarks[mark]}
        </span>
      ))}
    </>
  )
}

/** What an entry says, without who said it. */
export function EntryText({ entry }: { entry: AnyEntry }) {
  const { view } = useRoomContext()
  switch (entry.kind) {
    case 'share':
      return (
        <>
          {entry.nature === 'opinion' ? <em>{natures.opinion}: </em> : null}
          {entry.what}
          <span className="quiet small">
            {' '}
            {sources[entry.source]}
            {entry.factDate ? `, ${longDate(entry.factDate)}` : ''}
            {entry.about !== 'perpetrator'
              ? `, about ${entry.about === 'children' ? 'the children' : (oneOf(view, 'victim', entry.about)?.victimRef ?? 'a victim-survivor')}`
              : ''}
            {entry.necessity ? `. ${label(purposes, entry.purpose)}: ${entry.necessity}` : ''}
          </span>
        </>
      )
    case 'lever':
      return (
        <>
          {entry.what}{' '}
          <span className="quiet small">
            {label(leverKinds, entry.leverKind)}, held by {agencyName(view, entry.holderAgencyId)}. Safe to
            use: {answers[entry.safeToUse].toLowerCase()}
            {entry.safetyNote ? `: ${entry.safetyNote}` : ''}
          </span>
        </>
      )
    case 'finding':
      return (
        <>
          {entry.criterionKey.replace(/_/g, ' ')}: {entry.answer.replace('_', ' ')}. {entry.evidence}
        </>
      )
    case 'decision':
      return (
        <>
          <strong>{decisionOutcomes[entry.outcome]}</strong>
          {entry.mode ? `, ${caseModes[entry.mode].toLowerCase()}` : ''}
          {entry.closureReason ? `, ${closureReasons[entry.closureReason].toLowerCase()}` : ''}
          {entry.reason ? `: ${entry.reason}` : ''}
          {entry.onward ? ` (${entry.onward})` : ''}
          {entry.until ? `, ${longDate(entry.until)}` : ''}. {entry.rationale}
        </>
      )
    case 'position':
      return (
        <>
          {stances[entry.stance]}
          {entry.reason ? `: ${entry.reason}` : ''}
        </>
      )
    case 'intervention':
      return (
        <>
          <span className={`tag ${entry.strand}`}>{strands[entry.strand]}</span> {entry.what}{' '}
          <span className="quiet small">
            {[
              ...entry.supportAreas.map((area) => label(supportAreas, area)),
              ...entry.disruptAreas.map((area) => label(disruptAreas, area)),
            ].join('; ')}
            . Lead {agencyName(view, entry.leadAgencyId)}
            {entry.jointAgencyIds.length > 0
              ? `, with ${entry.jointAgencyIds.map((id) => agencyName(view, id)).join(', ')}`
              : ''}
            . {interventionStatuses[entry.status]}
            {entry.result ? `: ${entry.result}` : ''}
          </span>
        </>
      )
    case 'action':
      return (
        <>
          <strong>{agencyName(view, entry.ownerAgencyId)}</strong>
          {entry.ownerRole ? ` (${entry.ownerRole})` : ''}
          {entry.ownerMemberId ? `, ${memberName(view, entry.ownerMemberId)}` : ''}: {entry.what}{' '}
          <span className="nowrap">by {longDate(entry.due)}</span> <ActionState action={entry} />{' '}
          <StandingTag owed={entry} />
        </>
      )
    case 'request':
      return (
        <>
          <strong>{agencyName(view, entry.toAgencyId)}</strong> is asked: {entry.what}{' '}
          <span className="quiet small">
            Why: {entry.why}. By {longDate(entry.due)}.
          </span>{' '}
          <RequestState request={entry} /> <StandingTag owed={entry} />
        </>
      )
    case 'safetyCheck':
      return (
        <>
          <strong>
            {entry.victimId
              ? (oneOf(view, 'victim', entry.victimId)?.victimRef ?? 'Victim-survivor')
              : 'This case'}
          </strong>
          : knows the plan: {answers[entry.knows].toLowerCase()}; could raise risk:{' '}
          {answers[entry.raisesRisk].toLowerCase()}
          {entry.riskNote ? ` (${entry.riskNote})` : ''}; safe contact:{' '}
          {answers[entry.safeContact].toLowerCase()}. Plan: {entry.plan}. Told by: {entry.whoTells}. Children:{' '}
          {entry.children}.
        </>
      )
    default:
      return entry satisfies never
  }
}

function ActionState({ action }: { action: VisibleByKind['action'] }) {
  if (action.outcome) return <span className="tag">{actionOutcomes[action.outcome]}</span>
  if (action.acceptance === 'accepted') return <span className="tag good">Accepted</span>
  return (
    <span className="tag warn">
      {action.acceptance === 'parked' ? 'Parked for an absent agency' : 'Waits to be accepted'}
    </span>
  )
}

/** Overdue, or with the chair: while it is owed. */
function StandingTag({ owed }: { owed: Owed }) {
  const standing = owedStanding(useRoomContext(), owed)
  if (standing === 'open') return null
  return <span className="tag bad">{standing === 'escalated' ? 'With the chair' : 'Overdue'}</span>
}

const requestEnds = { answered: 'Answered', refused: 'Refused', left: 'Left unanswered' }

function RequestState({ request }: { request: VisibleByKind['request'] }) {
  return (
    <>
      {request.state === 'outstanding' ? (
        <span className="tag warn">
          Outstanding
          {request.timesChased > 0
            ? `, chased ${request.timesChased === 1 ? 'once' : `${request.timesChased} times`}`
            : ''}
        </span>
      ) : (
        <span className="tag">{requestEnds[request.state]}</span>
      )}{' '}
      {request.answer || request.refusalReason}
    </>
  )
}

/** What an earlier meeting left and has come to the chair stands above the case with its form; anything else late is ruled on where it stands. */
const rulesHere = (room: RoomContextValue, owed: Owed): boolean => {
  const standing = owedStanding(room, owed)
  return standing === 'overdue' || (standing === 'escalated' && owed.meetingId === room.meetingId)
}

/** What this person may do with an entry beyond reading it. What the moment forbids, the answer says. */
const actsOn = (room: RoomContextValue, entry: AnyEntry) => {
  const { viewer } = room
  const mine = viewer.agencyId !== null && viewer.agencyId === entry.agencyId
  const { runs } = viewer
  const change =
    room.commands.has('correctEntry') &&
    room.inSession &&
    entry.meetingId === room.meetingId &&
    isTheirsToChange(viewer, entry.kind, entry)
  const open = entry.kind === 'action' && !entry.outcome
  const asked = entry.kind === 'request' && entry.state === 'outstanding'
  return {
    park: open && entry.acceptance === 'awaiting' && runs,
    end: open && (viewer.agencyId === entry.ownerAgencyId || runs),
    answer: asked && (viewer.agencyId === entry.toAgencyId || runs),
    chase: asked && (mine || runs),
    rule:
      (entry.kind === 'action' || entry.kind === 'request') &&
      room.commands.has('ruleOnOverdue') &&
      rulesHere(room, entry),
    state:
      entry.kind === 'intervention' &&
      (runs || [entry.agencyId, entry.leadAgencyId, ...entry.jointAgencyIds].includes(viewer.agencyId ?? '')),
    correct: change && hasCorrectionForm[entry.kind],
    withdraw: change,
  }
}

/** What waits for an agency's own yes stands beside the action: in a fold nobody would look for it. */
function Accepting({ entry }: { entry: AnyEntry }) {
  const { viewer, meetingId } = useRoomContext()
  if (
    entry.kind !== 'action' ||
    entry.outcome ||
    entry.acceptance === 'accepted' ||
    viewer.agencyId !== entry.ownerAgencyId
  )
    return null
  return (
    <CommandButton
      kind="acceptAction"
      ids={{ meetingId, entryId: entry.id }}
      formKey={`accept:${entry.id}`}
      className="small"
    >
      Accept this action
    </CommandButton>
  )
}

function EntryActions({ entry, onDone }: { entry: AnyEntry; onDone: () => void }) {
  const room = useRoomContext()
  const ids = { meetingId: room.meetingId, entryId: entry.id }
  const acts = actsOn(room, entry)
  return (
    <div className="entry-actions">
      {acts.park ? (
        <CommandButton kind="parkAction" ids={ids} formKey={`park:${entry.id}`}>
          Park it
        </CommandButton>
      ) : null}
      {acts.end ? (
        <details>
          <summary>How it ended</summary>
          <CommandForm kind="endAction" ids={ids} formKey={`end:${entry.id}`} keepDraft onDone={onDone}>
            <Select name="outcome" label="How it ended" options={optionsOf(endOutcomes)} empty="Choose" />
            <TextField name="evidence" label="What was done, or why it was not" />
            <button type="submit">Save</button>
          </CommandForm>
        </details>
      ) : null}
      {acts.answer ? (
        <details>
          <summary>Answer</summary>
          <CommandForm
            kind="answerRequest"
            ids={ids}
            formKey={`answer:${entry.id}`}
            keepDraft
            onDone={onDone}
          >
            <TextField name="answer" label="Answer" />
            <button type="submit">Save the answer</button>
          </CommandForm>
          <CommandForm
            kind="refuseRequest"
            ids={ids}
            formKey={`refuse:${entry.id}`}
            keepDraft
            onDone={onDone}
          >
            <TextField name="reason" label="Or why it cannot be given" />
            <button type="submit" className="secondary">
              Refuse with this reason
            </button>
          </CommandForm>
        </details>
      ) : null}
      {acts.chase ? (
        <CommandButton kind="chaseRequest" ids={ids} formKey={`chase:${entry.id}`}>
          Chase
        </CommandButton>
      ) : null}
      {acts.rule && (entry.kind === 'action' || entry.kind === 'request') ? (
        <RuleOnIt owed={entry} onDone={onDone} />
      ) : null}
      {acts.state && entry.kind === 'intervention' ? (
        <details>
          <summary>Change its state</summary>
          <CommandForm
            kind="changeIntervention"
            ids={ids}
            formKey={`state:${entry.id}`}
            keepDraft
            onDone={onDone}
          >
            <Select
              name="status"
              label="State"
              options={optionsOf(interventionStatuses)}
              defaultValue={entry.status}
            />
            <TextField name="result" label="Result" defaultValue={entry.result} />
            <button type="submit">Save</button>
          </CommandForm>
        </details>
      ) : null}
      {acts.correct ? (
        <details>
          <summary>Correct</summary>
          <CommandForm
            kind="correctEntry"
            ids={{ ...ids, 'correction.entryKind': entry.kind }}
            formKey={`correct:${entry.id}`}
            keepDraft
            onDone={onDone}
          >
            <CorrectionFields entry={entry} />
            <TextField name="reason" label="What is corrected, and why" />
            <button type="submit">Save the correction</button>
          </CommandForm>
        </details>
      ) : null}
      {acts.withdraw ? (
        <details>
          <summary>Withdraw</summary>
          <CommandForm
            kind="withdrawEntry"
            ids={ids}
            formKey={`withdraw:${entry.id}`}
            keepDraft
            onDone={onDone}
          >
            <TextField
              name="reason"
              label="Why it is withdrawn"
              hint="It stays readable, struck out, for those who may read it."
            />
            <button type="submit" className="warning">
              Withdraw
            </button>
          </CommandForm>
        </details>
      ) : null}
    </div>
  )
}

const arrivesWithin = 5_000

/** One entry: what, who, when, how it may be used; its earlier versions; and, on request, what can be done with it. */
export function EntryLine({
  entry,
  withActions = true,
  children,
}: {
  entry: AnyEntry
  withActions?: boolean
  children?: ReactNode
}) {
  const room = useRoomContext()
  const { view, commands, live, now, meetingId } = room
  const [open, setOpen] = useState(false)
  // Only what has just arrived draws the eye, not a whole case that is opened or a page of minutes.
  const [justArrived] = useState(live && now - entry.recordedAt < arrivesWithin)
  const earlier = (allOf(view, entry.kind) as AnyEntry[]).filter(
    (one) => one.supersededBy === entry.id || isEarlier(view, entry, one),
  )
  const withdrawn = entry.withdrawnAt !== null
  const mayAct = withActions && !withdrawn && commands.size > 0 && commands.has('shareInformation')
  return (
    <li className={justArrived ? 'entry arrived' : 'entry'} id={`entry-${entry.id}`}>
      <div className={withdrawn ? 'entry-text withdrawn' : 'entry-text'}>
        <EntryText entry={entry} />
      </div>
      <div className="entry-foot">
        <span className="quiet small">
          {agencyName(view, entry.agencyId)}, {memberName(view, entry.recordedBy)},{' '}
          <time dateTime={new Date(entry.recordedAt).toISOString()}>
            {entry.meetingId === meetingId ? clockTime(entry.recordedAt) : dateAndTime(entry.recordedAt)}
          </time>
        </span>{' '}
        <Marks entry={entry} />
        {withdrawn ? <span className="tag bad">Withdrawn: {entry.withdrawnReason}</span> : null}
        {earlier.length > 0 ? (
          <details className="earlier">
            <summary>Corrected{entry.correctionReason ? `: ${entry.correctionReason}` : ''}</summary>
            <ul className="plain">
              {earlier.map((one) => (
                <li key={one.id} className="quiet">
                  Before, {clockTime(one.recordedAt)}: <EntryText entry={one} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {mayAct ? <Accepting entry={entry} /> : null}
        {mayAct && Object.values(actsOn(room, entry)).includes(true) ? (
          <details className="entry-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>
              Change<span className="visually-hidden"> this entry</span>
            </summary>
            {/* The forms of every entry at once would make a busy case slow to draw; without script they must be there. */}
            {open || !live ? <EntryActions entry={entry} onDone={() => setOpen(false)} /> : null}
          </details>
        ) : null}
        {children}
      </div>
    </li>
  )
}

const isEarlier = (view: Parameters<typeof allOf>[0], entry: AnyEntry, one: AnyEntry): boolean => {
  let next = one.supersededBy
  while (next) {
    if (next === entry.id) return true
    next = (oneOf(view, entry.kind, next) as AnyEntry | undefined)?.supersededBy ?? null
  }
  return false
}

/** Entries that stand or were withdrawn; earlier versions show under the version that followed. */
export const currentEntries = <E extends AnyEntry>(entries: readonly E[]): E[] =>
  entries.filter((entry) => stands(entry) || entry.withdrawnAt !== null)
