import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { PublicCommandKind } from '~/domain/commands/commands'
import { CommandFields } from './command-fields'
import { ErrorSummary } from './error-summary'
import { FormStateProvider } from './form-state'
import { useRoomContext, type TypedFields } from './room-context'

/**
 * A form that gives a command. Without script it posts to the page. In a live room it goes by the socket; what is typed
 * is kept as a draft under its key until it has been recorded.
 */
export function CommandForm({
  kind,
  ids = {},
  formKey,
  className,
  children,
  onDone,
  keepDraft = false,
  label,
  held = false,
}: {
  kind: PublicCommandKind
  ids?: Record<string, string>
  formKey: string
  className?: string
  children: ReactNode
  onDone?: () => void
  /** Forms with text of their own keep it; buttons do not. */
  keepDraft?: boolean
  label?: string
  /** Not now: it sends nothing. */
  held?: boolean
}) {
  const room = useRoomContext()
  const { drafts } = room
  const form = useRef<HTMLFormElement>(null)
  const refused = room.refusedIn(formKey)

  // Put back and not yet typed over: fields that appear because of it get their part too.
  const putBack = useRef<TypedFields>()
  // The refused text that stands in the form to be mended; sending it again settles it.
  const [mending, setMending] = useState<TypedFields>()
  const [turn, setTurn] = useState(0)
  const refusedText = refused?.typed

  useEffect(() => {
    const element = form.current
    if (!element || !keepDraft || !room.live) return
    // What is being typed goes first; what was refused meanwhile comes back when that has been sent.
    if (refusedText && !drafts.isBlank(element)) return
    const kept = refusedText ?? drafts.read(formKey)
    setMending(refusedText)
    putBack.current = kept
    if (!kept) return
    drafts.restore(element, kept)
    element.dispatchEvent(new Event('restored'))
    // A draft is put back when the form appears or its text comes back refused, never while someone types in it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [formKey, keepDraft, room.live, refusedText, turn])

  // While someone writes something else here, what is wrong with the earlier text is not said of it.
  const shown = keepDraft && room.live && mending !== refusedText ? undefined : refused

  const { restore } = drafts
  useEffect(() => {
    const element = form.current
    const putBackTheRest = () => {
      if (element && putBack.current) restore(element, putBack.current)
    }
    element?.addEventListener('drawn', putBackTheRest)
    return () => element?.removeEventListener('drawn', putBackTheRest)
  }, [restore])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!room.live) return
    event.preventDefault()
    if (held) return
    const element = event.currentTarget
    const sent = room.send(element, formKey, !keepDraft || mending !== undefined)
    putBack.current = undefined
    setMending(undefined)
    setTurn((was) => was + 1)
    if (keepDraft) {
      // What was typed is in the outbox now, and comes back from there if it is refused.
      element.reset()
      drafts.forget(formKey)
    }
    void sent.then((recorded) => {
      if (recorded) onDone?.()
    })
  }

  const typed = (event: FormEvent<HTMLFormElement>) => {
    putBack.current = undefined
    drafts.save(formKey, event.currentTarget)
  }

  const enterSaves = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!keepDraft || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    if (!(event.target instanceof HTMLTextAreaElement) || !room.live) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }

  return (
    // Keys pressed inside bubble here; the form itself is not a control.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      method="post"
      ref={form}
      className={className}
      aria-label={label}
      data-draft={keepDraft ? formKey : undefined}
      onSubmit={submit}
      onKeyDown={enterSaves}
      onInput={keepDraft ? typed : undefined}
    >
      <CommandFields kind={kind} ids={ids} />
      <input type="hidden" name="form" value={formKey} />
      {/* In a live room the text is put back above: as a default it would return at every reset. */}
      <FormStateProvider refusal={shown?.refusal} typed={room.live ? undefined : shown?.typed}>
        {shown ? <ErrorSummary refusal={shown.refusal} /> : null}
        {children}
      </FormStateProvider>
    </form>
  )
}

/** One button that gives one command. */
export function CommandButton({
  kind,
  ids,
  formKey,
  children,
  className = 'secondary small',
  disabled = false,
  shortcut,
  label,
}: {
  kind: PublicCommandKind
  ids: Record<string, string>
  formKey: string
  children: ReactNode
  className?: string
  disabled?: boolean
  shortcut?: string
  label?: string
}) {
  // A second press, made while the first move is on its way, was meant for a screen that is about to change: it would
  // take the panel back to the case it has just left.
  const held = useRoomContext().movingOn && (kind === 'movePointer' || kind === 'undoAdvance')
  return (
    <CommandForm kind={kind} ids={ids} formKey={formKey} className="one-button" held={held}>
      <button
        type="submit"
        className={className}
        disabled={disabled}
        aria-disabled={held || undefined}
        data-shortcut={shortcut}
        aria-label={label}
      >
        {children}
      </button>
    </CommandForm>
  )
}
