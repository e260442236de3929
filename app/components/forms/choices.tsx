import type { ReactNode } from 'react'
import { describedBy, FieldNotes } from './field-frame'
import { useField } from './form-state'
import type { Option } from './option'

interface ChoicesProps {
  name: string
  legend: string
  hint?: string | undefined
  options: readonly Option[]
}

function Choices({
  name,
  legend,
  hint,
  options,
  kind,
  chosen,
  aside,
}: ChoicesProps & {
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
      <FieldNotes id={id} hint={hint} fault={fault} />
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

export function Radios({ defaultValue, ...asked }: ChoicesProps & { defaultValue?: string | undefined }) {
  return <Choices {...asked} kind="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
}

/** `name` ends with [] so that the ticked values arrive as a list; `aside` stands beside the legend and is no part of it. */
export function Checkboxes(
  asked: ChoicesProps & {
    name: `${string}[]`
    chosen?: readonly string[] | undefined
    aside?: ReactNode
  },
) {
  return <Choices {...asked} kind="checkbox" />
}
