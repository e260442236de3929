import type { ReactNode } from 'react'

export interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  defaultValue?: string | number | undefined
}

export const describedBy = (id: string, hint: string | undefined, fault: string | undefined) =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined

/** What describes a control: its hint, and what was refused of it. */
export function FieldNotes({
  id,
  hint,
  fault,
}: {
  id: string
  hint?: string | undefined
  fault: string | undefined
}) {
  return (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span className="field-error" id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
    </>
  )
}

export function FieldFrame({
  id,
  label,
  hint,
  fault,
  children,
  quiet,
}: {
  id: string
  label: string
  hint?: string | undefined
  fault: string | undefined
  children: ReactNode
  quiet?: boolean | undefined
}) {
  return (
    <div className={fault ? 'field has-error' : 'field'}>
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} fault={fault} />
      {children}
    </div>
  )
}
