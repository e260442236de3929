import { describedBy } from './field-frame'
import { useField } from './form-state'

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
