import type { z } from 'zod'
import { publicOrders, type PublicCommand, type PublicCommandKind } from './commands'
import { refuse, type FieldFault, type Refusal } from './refusals'
import { wholeTexts } from './whole-text'

const faultsOf = (error: z.ZodError): FieldFault[] => {
  const faults = new Map<string, FieldFault>()
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    if (!faults.has(field)) faults.set(field, { field, message: issue.message })
  }
  return [...faults.values()]
}

/**
 * Anything from outside, into a command or a refusal that names each field at fault. Nothing else is let in, and no text
 * but such as can be kept: here, since a field of the next command would forget to ask.
 */
export const parseCommand = (sent: unknown): PublicCommand | Refusal => {
  const input = wholeTexts(sent)
  const kind = (input as { kind?: unknown } | null)?.kind
  if (typeof kind !== 'string' || !Object.hasOwn(publicOrders, kind))
    return refuse('invalid', 'That is not something that can be ordered here.')
  const parsed = publicOrders[kind as PublicCommandKind].safeParse(input)
  if (parsed.success) return parsed.data as PublicCommand
  const fields = faultsOf(parsed.error)
  return {
    ok: false,
    code: 'invalid',
    message: fields[0]?.message ?? 'Something in the form is not right.',
    fields,
  }
}
