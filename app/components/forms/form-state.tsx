import { createContext, useContext, useId, type ReactNode } from 'react'
import type { Refusal } from '~/domain/refusals'

// Controls that know what was refused and what had been typed: inside a FormState they show the message beside the
// field, keep the text, and can be reached from the summary.

interface FormStateValue {
  refusal?: Refusal | undefined
  typed?: Record<string, string | string[]> | undefined
  /** Id of the form that the controls belong to, where it does not stand around them. */
  form?: string | undefined
}
const FormState = createContext<FormStateValue>({})

export function FormStateProvider({
  refusal,
  typed,
  form,
  children,
}: FormStateValue & { children: ReactNode }) {
  return <FormState.Provider value={{ refusal, typed, form }}>{children}</FormState.Provider>
}

const idFor = (base: string, name: string) => `${base}${name.replace(/[^a-z0-9]/gi, '-')}`

const plainName = (name: string) => name.replace(/\[\]$/, '')

export function useField(name: string, fallback: string | undefined) {
  const { refusal, typed, form } = useContext(FormState)
  const base = useId()
  const fault = refusal?.fields?.find((one) => one.field === plainName(name))
  const kept = typed?.[name]
  // A box that nobody ticked is not sent at all: what was sent without it was sent unticked.
  const untick = typed !== undefined && kept === undefined
  return {
    id: idFor(base, name),
    fault: fault?.message,
    value: typeof kept === 'string' ? kept : fallback,
    kept,
    untick,
    form,
  }
}
