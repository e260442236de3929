import { describedBy, FieldFrame, type FieldProps } from './field-frame'
import { useField } from './form-state'

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
    <FieldFrame id={id} label={label} hint={hint} fault={fault} quiet={quietLabel}>
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
    </FieldFrame>
  )
}
