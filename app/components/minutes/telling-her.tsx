import { tellingEnds, tellingStates } from '~/domain/catalogues/case'
import { memberName, membersIn, oneOf, type RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { dateAndTime, longDate } from '../page/dates'
import { Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

interface TellingProps {
  telling: VisibleByKind['telling']
  view: RoomView
  today: string
  /** Where its forms lead, less what was done. */
  here: string
  once: string
  refused: RefusedForm | undefined
  /** May record anything on this panel at all. */
  mayCommand: boolean
}

/** Whether she has been told; to whoever may read her safety record, by whom, what, how and when as well. */
export function TellingHer({ telling, view, today, here, once, refused, mayCommand }: TellingProps) {
  const { words } = telling
  const victim = oneOf(view, 'victim', telling.victimId)?.victimRef ?? 'Her'
  if (!words) {
    return (
      <p className="small">
        What the panel decided:{' '}
        {telling.open ? (
          <span className="tag warn">not told yet</span>
        ) : (
          <span className="tag good">done</span>
        )}
      </p>
    )
  }
  const planning = `plan-${telling.id}`
  const ending = `told-${telling.id}`
  const ids = { caseId: telling.caseId, tellingId: telling.id }
  const to = (done: string) => `${here}${here.includes('?') ? '&' : '?'}done=${done}`
  return (
    <div className="keep" id={`telling-${telling.id}`}>
      <p>
        <strong>{tellingStates[words.state]}</strong>{' '}
        {telling.open ? (
          <>
            By {longDate(words.due)},{' '}
            {words.tellerMemberId ? `by ${memberName(view, words.tellerMemberId)}` : 'nobody is named yet'}.{' '}
            {words.due < today ? <span className="tag bad">Overdue</span> : null}
          </>
        ) : (
          `: ${words.outcome} ${memberName(view, words.doneBy)}, ${dateAndTime(words.doneAt ?? 0)}.`
        )}
      </p>
      {words.plannedAt === null ? null : (
        <dl className="summary">
          {(
            [
              ['What', words.what],
              ['How', words.how],
              ['Safely', words.safely],
            ] as const
          ).map(([term, value]) => (
            <div key={term} className="pair">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {telling.open && mayCommand ? (
        <>
          <Fold title={`Who tells her, what and how (${victim})`} form={planning} refused={refused}>
            <CommandPageForm
              kind="planTelling"
              name={planning}
              ids={ids}
              once={once}
              to={to('planned')}
              refused={refused}
            >
              <Select
                name="tellerMemberId"
                label="Who tells her"
                hint="Someone who may read her safety record"
                empty="Choose"
                defaultValue={words.tellerMemberId ?? undefined}
                options={membersIn(view).map((member) => ({ value: member.id, label: member.name }))}
              />
              <TextArea name="what" label="What she is told" rows={2} defaultValue={words.what} />
              <TextField
                name="how"
                label="How: by telephone, in person, through whom"
                defaultValue={words.how}
              />
              <TextArea
                name="safely"
                label="How this is done safely"
                hint="When and where, and who must not know"
                rows={2}
                defaultValue={words.safely}
              />
              <TextField
                name="due"
                label="By when"
                hint="A date, or words such as “Friday”"
                defaultValue={words.due ? longDate(words.due) : undefined}
              />
              <button type="submit">Save how she is told</button>
            </CommandPageForm>
          </Fold>
          <Fold title={`It has been done (${victim})`} form={ending} refused={refused}>
            <CommandPageForm
              kind="recordTold"
              name={ending}
              ids={ids}
              once={once}
              to={to('told')}
              refused={refused}
            >
              <Radios name="state" legend="What became of it" options={optionsOf(tellingEnds)} />
              <TextArea name="outcome" label="How it went, or why it would not be safe" rows={2} />
              <button type="submit">Record it</button>
            </CommandPageForm>
          </Fold>
        </>
      ) : null}
    </div>
  )
}
