import { describedBy, FieldFrame, type FieldProps } from './field-frame'
import { useField } from './form-state'
import type { Option } from './option'

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
    <FieldFrame id={id} label={label} hint={hint} fault={fault}>
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
    </FieldFrame>
  )
}
