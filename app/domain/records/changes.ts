import type { Change, ThingByKind, ThingKind } from '../things/kinds'
import type { Things } from '../things/thing-set'

export const put = <K extends ThingKind>(things: Things, kind: K, after: ThingByKind[K]): Change =>
  ({ kind, id: after.id, before: things.get(kind, after.id), after }) as Change

/** Change some fields of a thing that must exist; a record about nothing is a bug, not a refusal. */
export const change = <K extends ThingKind>(
  things: Things,
  kind: K,
  id: string,
  fields: Partial<ThingByKind[K]>,
): Change => {
  const before = things.get(kind, id)
  if (!before) throw new Error(`A record changes ${kind} ${id}, which is not there.`)
  return { kind, id, before, after: { ...before, ...fields } } as Change
}
