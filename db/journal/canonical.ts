import { createHash } from 'node:crypto'

/** JSON with the keys of every object in order, so that the same content always gives the same text. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  const fields = Object.entries(value as Record<string, unknown>)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
  return `{${fields.join(',')}}`
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
