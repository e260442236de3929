import { createHash } from 'node:crypto'

/** JSON with the keys of every object in order, so that the same content always gives the same text. */
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
