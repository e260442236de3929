import type { z } from 'zod'
import type { FieldFault, Refusal } from './refusals'

const faultsOf = (error: z.ZodError): FieldFault[] => {
  const faults = new Map<string, FieldFault>()
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    if (!faults.has(field)) faults.set(field, { field, message: issue.message })
  }
  return [...faults.values()]
}

/** What is said of a field where its own schema says nothing: it comes from no form of ours, and yet from someone. */
const usually = (issue: { code: string; input?: unknown; origin?: string; maximum?: unknown }): string => {
  if (issue.input === undefined) return 'This is missing. Fill it in.'
  if (issue.code === 'invalid_value') return 'Choose one of the list.'
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? `Keep this under ${Number(issue.maximum) + 1} characters.`
      : `Keep to at most ${String(issue.maximum)} of these.`
  if (issue.code === 'too_small') return 'This is missing. Fill it in.'
  return 'This cannot be read. Fill it in again.'
}

/** What was filled in, as its schema reads it; or a refusal that names each field at fault, and the mend. */
export const readFields = <T>(schema: z.ZodType<T>, input: unknown): T | Refusal => {
  const parsed = schema.safeParse(input, { error: usually })
  if (parsed.success) return parsed.data
  const fields = faultsOf(parsed.error)
  return {
    ok: false,
    code: 'invalid',
    message: fields[0]?.message ?? 'Something in the form is not right.',
    fields,
  }
}
