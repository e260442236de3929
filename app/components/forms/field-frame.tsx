import type { ReactNode } from 'react'

export interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  defaultValue?: string | number | undefined
}

export const describedBy = (id: string, hint: string | undefined, fault: string | undefined) =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined

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
      {children}
    </div>
  )
}
