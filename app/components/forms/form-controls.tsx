import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
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

function useField(name: string, fallback: string | undefined) {
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

/** Whether the page's own script runs: false on the server and at first, so that without it everything stands there. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return scripted
}

/**
 * What is chosen at this moment in a control of the form around it, for fields that depend on it: after a choice, after a
 * reset, and after a kept draft was put back, which no event of the browser tells. The form is told in turn when the
 * fields that depend on it have been drawn, so that their part of the draft can be put back as well.
 */
export function useChosen<E extends HTMLElement>(name: string, initial: string): [RefObject<E>, string] {
  const inside = useRef<E>(null)
  const [chosen, setChosen] = useState(initial)
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return
    const read = () => setChosen(String(new FormData(form).get(name) ?? ''))
    const readAfterwards = () => queueMicrotask(read)
    // What stands in the control now may be what was typed before a refusal.
    read()
    form.addEventListener('change', read)
    form.addEventListener('restored', read)
    form.addEventListener('reset', readAfterwards)
    return () => {
      form.removeEventListener('change', read)
      form.removeEventListener('restored', read)
      form.removeEventListener('reset', readAfterwards)
    }
  }, [name])
  useEffect(() => {
    inside.current?.closest('form')?.dispatchEvent(new Event('drawn'))
  }, [chosen])
  return [inside, chosen]
}

/** What was refused, in one place, at the top of the form; takes the focus so that nobody misses it. */
export function ErrorSummary({ refusal }: { refusal: Refusal | undefined }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) box.current?.focus()
  }, [refusal])
  if (!refusal) return null
  const messages = refusal.missing?.length
    ? refusal.missing
    : (refusal.fields ?? []).map((fault) => fault.message)
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{refusal.code === 'gate' ? 'Not yet' : 'Please check this'}</h2>
      {messages.length > 1 && messages.includes(refusal.message) ? null : <p>{refusal.message}</p>}
      {messages.length > 0 && !(messages.length === 1 && messages[0] === refusal.message) ? (
        <ul>
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  defaultValue?: string | number | undefined
}

const describedBy = (id: string, hint: string | undefined, fault: string | undefined) =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined

function Frame({
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

export function TextField({
  name,
  label,
  hint,
  defaultValue,
  type = 'text',
  short,
  quietLabel,
  ...rest
}: FieldProps & {
  type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'time' | 'search'
  short?: boolean
  quietLabel?: boolean
  autoComplete?: string
  inputMode?: 'numeric'
  required?: boolean
  maxLength?: number
  min?: number
  max?: number
  list?: string
}) {
  const { id, fault, value, form } = useField(
    name,
    defaultValue === undefined ? undefined : String(defaultValue),
  )
  return (
    <Frame id={id} label={label} hint={hint} fault={fault} quiet={quietLabel}>
      <input
        {...rest}
        id={id}
        form={form}
        name={name}
        type={type}
        className={short ? 'short' : undefined}
        defaultValue={type === 'password' ? undefined : value}
        aria-describedby={describedBy(id, hint, fault)}
        aria-invalid={fault ? true : undefined}
      />
    </Frame>
  )
}

export function TextArea({
  name,
  label,
  hint,
  defaultValue,
  rows = 3,
  required,
}: FieldProps & { rows?: number; required?: boolean }) {
  const { id, fault, value, form } = useField(
    name,
    defaultValue === undefined ? undefined : String(defaultValue),
  )
  return (
    <Frame id={id} label={label} hint={hint} fault={fault}>
      <textarea
        id={id}
        form={form}
        name={name}
        rows={rows}
        required={required}
        maxLength={4000}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, fault)}
        aria-invalid={fault ? true : undefined}
      />
    </Frame>
  )
}

export interface Option {
  value: string
  label: string
}
export const optionsOf = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export function Select({
  name,
  label,
  hint,
  defaultValue,
  options,
  empty,
}: FieldProps & { options: readonly Option[]; empty?: string | undefined }) {
  const { id, fault, value, form } = useField(
    name,
    defaultValue === undefined ? undefined : String(defaultValue),
  )
  return (
    <Frame id={id} label={label} hint={hint} fault={fault}>
      <select
        id={id}
        form={form}
        name={name}
        defaultValue={value ?? ''}
        aria-describedby={describedBy(id, hint, fault)}
        aria-invalid={fault ? true : undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

function Choices({
  name,
  legend,
  hint,
  options,
  kind,
  chosen,
  aside,
}: {
  name: string
  legend: string
  hint?: string | undefined
  options: readonly Option[]
  kind: 'radio' | 'checkbox'
  chosen?: readonly string[] | undefined
  aside?: ReactNode
}) {
  const { id, fault, kept, untick, form } = useField(name, undefined)
  const ticked =
    kept === undefined
      ? untick && kind === 'checkbox'
        ? []
        : (chosen ?? [])
      : Array.isArray(kept)
        ? kept
        : [kept]
  return (
    <fieldset className={fault ? 'has-error' : undefined} aria-describedby={describedBy(id, hint, fault)}>
      <legend>{legend}</legend>
      {aside}
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
      <div className="choices">
        {options.map((option) => (
          <div className="choice" key={option.value}>
            <input
              type={kind}
              id={`${id}-${option.value}`}
              form={form}
              name={name}
              value={option.value}
              defaultChecked={ticked.includes(option.value)}
            />
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

export function Radios({
  name,
  legend,
  hint,
  options,
  defaultValue,
}: {
  name: string
  legend: string
  hint?: string | undefined
  options: readonly Option[]
  defaultValue?: string | undefined
}) {
  return (
    <Choices
      name={name}
      legend={legend}
      hint={hint}
      options={options}
      kind="radio"
      chosen={defaultValue === undefined ? [] : [defaultValue]}
    />
  )
}

/** `name` ends with [] so that the ticked values arrive as a list; `aside` stands beside the legend and is no part of it. */
export function Checkboxes({
  name,
  legend,
  hint,
  options,
  chosen,
  aside,
}: {
  name: `${string}[]`
  legend: string
  hint?: string | undefined
  options: readonly Option[]
  chosen?: readonly string[] | undefined
  aside?: ReactNode
}) {
  return (
    <Choices
      name={name}
      legend={legend}
      hint={hint}
      options={options}
      kind="checkbox"
      chosen={chosen}
      aside={aside}
    />
  )
}

export function Tick({
  name,
  label,
  hint,
  defaultChecked,
}: {
  name: string
  label: string
  hint?: string | undefined
  defaultChecked?: boolean
}) {
  const { id, fault, kept, untick, form } = useField(name, undefined)
  return (
    <div className={fault ? 'field has-error' : 'field'}>
      {fault ? (
        <span className="field-error" id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          form={form}
          name={name}
          value="yes"
          defaultChecked={kept === undefined ? defaultChecked && !untick : kept === 'yes'}
          aria-describedby={describedBy(id, hint, fault)}
          aria-invalid={fault ? true : undefined}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** What the command says of itself: its kind and the ids that a person does not type. */
export function CommandFields({ kind, ids = {} }: { kind: string; ids?: Record<string, string> }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
