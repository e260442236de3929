import { describedBy, FieldFrame, type FieldProps } from './field-frame'
import { useField } from './form-state'

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
    <FieldFrame id={id} label={label} hint={hint} fault={fault}>
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
    </FieldFrame>
  )
}
