import type { ReactNode } from 'react'
import { describedBy } from './field-frame'
import { useField } from './form-state'
import type { Option } from './option'

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
