import { isTheirsToChange } from '~/domain/meeting/entry-correction'
import { endOutcomes, interventionStatuses } from '~/domain/catalogues/entries'
import { CommandButton, CommandForm } from '../forms/command-form'
import { RuleOnIt } from './rule-on-it'
import { hasCorrectionForm, CorrectionFields } from './entry-correction'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { useRoomContext, type RoomContextValue } from '../forms/room-context'
import { owedStanding, type Owed } from './owed-standing'
import { type AnyEntry } from './entry-text'

/** What an earlier meeting left and has come to the chair stands above the case with its form; anything else late is ruled on where it stands. */
export const rulesHere = (room: RoomContextValue, owed: Owed): boolean => {
  const standing = owedStanding(room, owed)
  return standing === 'overdue' || (standing === 'escalated' && owed.meetingId === room.meetingId)
}

/** What this person may do with an entry beyond reading it. What the moment forbids, the answer says. */
export const actsOn = (room: RoomContextValue, entry: AnyEntry) => {
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
export function Accepting({ entry }: { entry: AnyEntry }) {
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

export function EntryActions({ entry, onDone }: { entry: AnyEntry; onDone: () => void }) {
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
