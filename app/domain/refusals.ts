// Every expected "no". A refusal is a value with a stable code and a message that a person may read: it names what is
// wrong and what would mend it. A thrown error is a bug.

export const refusalStatus = {
  /** Unseen and absent are the same answer, so that a refusal never says what exists. */
  not_found: 404,
  not_allowed: 403,
  /** The panel asks for a second factor that this session has not given: the way on is to set one up. */
  second_factor_first: 403,
  invalid: 422,
  wrong_moment: 409,
  already_done: 409,
  gate: 409,
  too_many: 429,
  signed_out: 401,
  command_reused: 409,
} as const

export type RefusalCode = keyof typeof refusalStatus

export interface FieldFault {
  /** Dotted path of the form field. */
  field: string
  message: string
}

export interface Refusal {
  ok: false
  code: RefusalCode
  message: string
  fields?: FieldFault[] | undefined
  /** For the gate: everything that is missing, in one list. */
  missing?: string[] | undefined
}

export const refuse = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message })

export const notFound: Refusal = refuse('not_found', 'There is nothing here that you can open.')

export const refuseField = (field: string, message: string): Refusal => ({
  ok: false,
  code: 'invalid',
  message,
  fields: [{ field, message }],
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false
