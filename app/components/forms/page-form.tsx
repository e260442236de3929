import type { ReactNode } from 'react'
import type { PublicCommandKind } from '~/domain/commands/commands'
import type { Refusal } from '~/domain/refusals'
import { CommandFields } from './command-fields'
import { ErrorSummary } from './error-summary'
import { FormStateProvider } from './form-state'

/** A form of this page that was refused, with what had been typed. */
export interface RefusedForm {
  refusal: Refusal
  typed: Record<string, string | string[]>
  form: string
}

/** A form that posts to its page; refused, it shows what is wrong and keeps what was typed. `filled`: what stands in it at first. */
export function PageForm({
  name,
  refused,
  filled,
  className,
  children,
}: {
  name: string
  refused: RefusedForm | undefined
  filled?: RefusedForm['typed'] | undefined
  className?: string
  children: ReactNode
}) {
  const here = refused?.form === name ? refused : undefined
  return (
    <form method="post" className={className} noValidate>
      <input type="hidden" name="form" value={name} />
      <FormStateProvider refusal={here?.refusal} typed={here ? here.typed : filled}>
        {children}
      </FormStateProvider>
    </form>
  )
}

/** A page form that gives a command. `once` makes the same form, sent twice, happen once; `to` is where it leads when done. */
export function CommandPageForm({
  kind,
  ids,
  once,
  to,
  name = kind,
  refused,
  filled,
  children,
}: {
  kind: PublicCommandKind
  ids: Record<string, string>
  once: string
  to: string
  name?: string
  refused: RefusedForm | undefined
  filled?: RefusedForm['typed'] | undefined
  children: ReactNode
}) {
  return (
    <PageForm name={name} refused={refused} filled={filled}>
      <CommandFields kind={kind} ids={{ ...ids, commandId: `${once}-${name}`, to }} />
      {children}
    </PageForm>
  )
}

/**
 * A command whose controls stand among others that have forms of their own, which cannot be inside it: they belong to it by
 * its id, `formId`, which buttons and hidden fields of the caller name as well.
 */
export function SpreadCommandPageForm({
  kind,
  ids,
  once,
  to,
  formId,
  refused,
  children,
}: {
  kind: PublicCommandKind
  ids: Record<string, string>
  once: string
  to: string
  formId: string
  refused: RefusedForm | undefined
  children: ReactNode
}) {
  const here = refused?.form === kind ? refused : undefined
  return (
    <>
      <form method="post" id={formId} noValidate>
        <input type="hidden" name="form" value={kind} />
        <CommandFields kind={kind} ids={{ ...ids, commandId: `${once}-${kind}`, to }} />
      </form>
      <FormStateProvider refusal={here?.refusal} typed={here?.typed} form={formId}>
        {children}
      </FormStateProvider>
    </>
  )
}

/** What was refused on this page, at its top, whichever form it was. */
export function PageErrors({ refused }: { refused: RefusedForm | undefined }) {
  return <ErrorSummary refusal={refused?.refusal} />
}

/** Part of a page that opens when wanted, and by itself when its form was refused. */
export function Fold({
  title,
  form,
  refused,
  children,
}: {
  title: string
  form: string
  refused: RefusedForm | undefined
  children: ReactNode
}) {
  return (
    <details className="fold no-print" open={refused?.form === form}>
      <summary>{title}</summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}

/** What was done, after a form led back to its page. */
export function DoneNotice({
  done,
  words,
}: {
  done: string | null
  words: Readonly<Record<string, string>>
}) {
  const said = done === null || !Object.hasOwn(words, done) ? undefined : words[done]
  return said ? (
    <div className="notice done" role="status">
      <p>{said}</p>
    </div>
  ) : null
}
