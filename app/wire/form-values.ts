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
    if (
      typeof value !== 'string' ||
      path.length > 6 ||
      path.some((part) => part === '' || forbidden.has(part))
    )
      continue
    place(values, path, value)
  }
  settleAudience(values)
  return values
}

const ticked = (list: unknown) => Array.isArray(list) && list.length > 0

/**
 * The audience chooser sends what belongs to each kind; "default" means none was chosen. Boxes ticked that do not go with
 * the choice are never dropped: whoever ticks an agency means to narrow the audience, and the whole panel would read what
 * was meant for one. Such a choice is sent on as no audience there is, and refused (audience.ts).
 */
const settleAudience = (values: Values): void => {
  for (const holder of [values.fields, (values.correction as Values | undefined)?.fields]) {
    const fields = holder as Values | undefined
    const audience = fields?.audience as Values | undefined
    if (!fields || !audience) continue
    const { kind, agencyIds, memberIds } = audience
    if ((kind !== 'agencies' && ticked(agencyIds)) || (kind !== 'safety_circle' && ticked(memberIds)))
      fields.audience = { kind: 'unclear' }
    else if (kind === 'agencies') fields.audience = { kind: 'agencies', agencyIds: agencyIds ?? [] }
    else if (kind === 'safety_circle') fields.audience = { kind: 'safety_circle', memberIds: memberIds ?? [] }
    else if (kind === 'panel') fields.audience = { kind: 'panel' }
    else delete fields.audience
  }
}
