// A form as the object that a command is parsed from, the same in the browser and, without script, on the server. A
// field's name says where its value goes: `fields.what`, `fields.audience.kind`, and `fields.areas[]` for a list.

type Values = { [name: string]: unknown }

const place = (target: Values, path: string[], value: unknown): void => {
  const [head, ...rest] = path as [string, ...string[]]
  if (rest.length === 0) {
    if (head.endsWith('[]')) {
      const name = head.slice(0, -2)
      const list = (target[name] ??= []) as unknown[]
      if (value !== '') list.push(value)
    } else target[head] = value
    return
  }
  const inner = target[head]
  const next: Values = typeof inner === 'object' && inner !== null ? (inner as Values) : {}
  target[head] = next
  place(next, rest, value)
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

export const valuesFromEntries = (entries: Iterable<readonly [string, unknown]>): Values => {
  const values: Values = {}
  for (const [name, value] of entries) {
    const path = name.split('.')
    if (typeof value !== 'string' || path.length > 6 || path.some((part) => part === '' || forbidden.has(part))) continue
    place(values, path, value)
  }
  dropUnusedAudience(values)
  return values
}

/** The audience chooser sends what belongs to each kind; only what belongs to the chosen kind counts, and "default" means none was chosen. */
const dropUnusedAudience = (values: Values): void => {
  for (const holder of [values.fields, (values.correction as Values | undefined)?.fields]) {
    const fields = holder as Values | undefined
    const audience = fields?.audience as Values | undefined
    if (!fields || !audience) continue
    if (audience.kind === 'agencies') fields.audience = { kind: 'agencies', agencyIds: audience.agencyIds ?? [] }
    else if (audience.kind === 'safety_circle') fields.audience = { kind: 'safety_circle', memberIds: audience.memberIds ?? [] }
    else if (audience.kind === 'panel') fields.audience = { kind: 'panel' }
    else delete fields.audience
  }
}
