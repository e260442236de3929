import { createHash } from 'node:crypto'

/**
 * JSON with the keys of every object in order, so that the same content always gives the same text: that of RFC 8785 (JSON
 * Canonicalization Scheme), against which the test holds it, so that others can verify the chain without this code.
 *
 * The standard has no text for half a character and for what is no number, where this gives an escape and null. No record
 * holds either: texts are made whole before a command is read (whole-text.ts), an import is valid UTF-8, and every
 * number in a command is asked to be finite. It does not throw for them, as that would refuse what somebody said to the panel.
 */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  const fields = value as Record<string, unknown>
  let text = ''
  for (const name of Object.keys(fields).sort()) {
    const one = fields[name]
    if (one !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonical(one)}`
  }
  return `{${text}}`
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
