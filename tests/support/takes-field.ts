import type { z } from 'zod'

interface Def {
  type: string
  innerType?: z.ZodType
  out?: z.ZodType
  valueType?: z.ZodType
  element?: z.ZodType
  options?: readonly z.ZodType[]
  shape?: Record<string, z.ZodType>
}
const defOf = (schema: z.ZodType) => schema.def as unknown as Def

/** Whether a schema reads a field of such a name, as a form writes it: `fields.audience.memberIds[]`. */
export const takesField = (schema: z.ZodType | undefined, name: string): boolean => {
  if (!schema) return false
  const path = name.replace(/\[\]$/, '').split('.')
  const { innerType, out, options, shape, valueType, element } = defOf(schema)
  if (path.length === 1 && path[0] === '') return true
  if (innerType) return takesField(innerType, name)
  if (out) return takesField(out, name)
  if (options) return options.some((one) => takesField(one, name))
  const [first = '', ...rest] = path
  const next = shape ? shape[first] : (valueType ?? element)
  return next !== undefined && (rest.length === 0 || takesField(next, rest.join('.')))
}
