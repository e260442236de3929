import { useEffect, useRef, useState, type RefObject } from 'react'
import { oneOf, type VisibleItem } from '~/domain/meeting/room-view'
import type { PublicCommandKind } from '~/domain/commands/commands'
import { CommandForm } from '../forms/command-form'
import { ActionFields } from './fields/action-fields'
import { DecisionFields } from './fields/decision-fields'
import { InterventionFields } from './fields/intervention-fields'
import { LeverFields } from './fields/lever-fields'
import { RequestFields } from './fields/request-fields'
import { SafetyCheckFields } from './fields/safety-check-fields'
import { ShareFields } from './fields/share-fields'
import { nameOf, useRoomContext } from '../forms/room-context'

export type RecorderKind =
  'share' | 'lever' | 'support' | 'disrupt' | 'action' | 'request' | 'decision' | 'safety'

interface Choice {
  kind: RecorderKind
  key: string
  label: string
  command: PublicCommandKind
}

/** Key, then the line, then Enter: what the hands learn in the first ten minutes. */
export const recorderChoices: readonly Choice[] = [
  { kind: 'share', key: 'i', label: 'Information', command: 'shareInformation' },
  { kind: 'lever', key: 'l', label: 'Lever', command: 'recordLever' },
  { kind: 'support', key: 's', label: 'Support', command: 'planIntervention' },
  { kind: 'disrupt', key: 'd', label: 'Disrupt', command: 'planIntervention' },
  { kind: 'action', key: 'a', label: 'Action', command: 'assignAction' },
  { kind: 'request', key: 'r', label: 'Request', command: 'requestInformation' },
  { kind: 'decision', key: 'c', label: 'Decision', command: 'recordDecision' },
  { kind: 'safety', key: 'y', label: 'Safety check', command: 'answerSafetyCheck' },
]

export const isRecorderKind = (text: string | null): text is RecorderKind =>
  recorderChoices.some((choice) => choice.kind === text)

function Fields({ kind, item }: { kind: RecorderKind; item: VisibleItem }) {
  const prefix = 'fields.'
  switch (kind) {
    case 'share':
      return <ShareFields item={item} prefix={prefix} />
    case 'lever':
      return <LeverFields item={item} prefix={prefix} />
    case 'support':
    case 'disrupt':
      return <InterventionFields key={kind} item={item} prefix={prefix} strand={kind} />
    case 'action':
      return <ActionFields item={item} prefix={prefix} />
    case 'request':
      return <RequestFields item={item} prefix={prefix} />
    case 'decision':
      return <DecisionFields item={item} prefix={prefix} />
    case 'safety':
      return <SafetyCheckFields item={item} prefix={prefix} />
    default:
      return kind satisfies never
  }
}

/**
 * Which case the open form writes to. On a telephone the case's heading is far above, and the panel may move on while
 * someone looks for words: what is known about one man must not be written down about the next.
 */
function WritesTo({ item, label, isOther }: { item: VisibleItem; label: string; isOther: boolean }) {
  const room = useRoomContext()
  const person = oneOf(room.view, 'person', oneOf(room.view, 'case', item.caseId)?.personId)
  return (
    <p className={isOther ? 'writes-to other' : 'writes-to'}>
      {isOther ? 'This is another case now. ' : ''}
      {label} on{' '}
      <strong>
        {item.caseRef} {nameOf(room, person, item.initials)}
      </strong>
    </p>
  )
}

/** Recording: what, in one line; the rest opens when wanted. */
export function Recorder({
  item,
  chosen,
  onChoose,
  writing,
}: {
  item: VisibleItem
  chosen: RecorderKind | null
  onChoose: (kind: RecorderKind | null) => void
  writing: RefObject<boolean>
}) {
  const room = useRoomContext()
  const box = useRef<HTMLDivElement>(null)
  const [isOther, setIsOther] = useState(() => writing.current === true && chosen !== null)
  const choices = recorderChoices.filter((choice) => room.commands.has(choice.command))
  const choice = choices.find((one) => one.kind === chosen)

  useEffect(() => {
    if (!choice || !room.live || !writing.current) return
    box.current?.querySelector<HTMLElement>('textarea, select, input:not([type=hidden])')?.focus()
    // Only on opening a form, or when the case changed under someone who had the cursor in it: a push that draws the page
    // again must not move anyone's cursor.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, item.id])

  if (choices.length === 0 || !room.inSession) return null
  if (item.status === 'concluded')
    return <p className="recorder quiet no-print">This case is concluded. The chair can open it again.</p>
  return (
    <section className="recorder no-print" id="recorder" aria-label="Record" ref={box}>
      <ul className="plain recorder-choices">
        {choices.map((one) => (
          <li key={one.kind}>
            <a
              className={one.kind === chosen ? 'button small' : 'button secondary small'}
              href={`?item=${item.id}&record=${one.kind}#recorder`}
              aria-expanded={one.kind === chosen}
              role="button"
              data-shortcut={one.key}
              onClick={(event) => {
                if (!room.live) return
                event.preventDefault()
                setIsOther(false)
                onChoose(one.kind === chosen ? null : one.kind)
              }}
            >
              <kbd aria-hidden="true">{one.key}</kbd> {one.label}
            </a>
          </li>
        ))}
      </ul>
      {choice ? (
        <CommandForm
          key={`${item.id}:${choice.kind}`}
          kind={choice.command}
          ids={{ meetingId: room.meetingId, itemId: item.id }}
          formKey={`${choice.kind}:${item.id}`}
          keepDraft
          className="recorder-form"
          label={`${choice.label}, ${item.caseRef ?? ''}`}
          onDone={() => setIsOther(false)}
        >
          <WritesTo item={item} label={choice.label} isOther={isOther} />
          <Fields kind={choice.kind} item={item} />
          <div className="buttons">
            <button type="submit">Save {choice.label.toLowerCase()}</button>
            {room.live ? (
              <button type="button" className="secondary" onClick={() => onChoose(null)}>
                Put away
              </button>
            ) : null}
            <span className="quiet small">
              {room.live ? 'Enter saves; Shift and Enter makes a new line. What you type is kept.' : ''}
            </span>
          </div>
        </CommandForm>
      ) : null}
    </section>
  )
}
