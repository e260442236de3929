import type { ThingByKind } from '../things/kinds'
import { maySee, seen, type VisibleKind } from './sees'
import type { Answered, Sight } from './sight'

/** Why someone sees a thing or does not: every condition that its rule asked, in turn, and what it answered. */
export interface Explained {
  shown: boolean
  /** Fields of what leaves that hold nothing, though the thing's own field of that name does. */
  withheld: string[]
  asked: Answered[]
}

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)

export const explainSight = <K extends VisibleKind>(
  sight: Sight,
  kind: K,
  thing: ThingByKind[K],
): Explained => {
  const asked: Answered[] = []
  maySee({ ...sight, asked }, kind, thing)
  const shown = seen(sight, kind, thing)
  const own = thing as unknown as Record<string, unknown>
  return {
    shown: shown !== undefined,
    withheld: Object.entries(shown ?? {}).flatMap(([field, value]) =>
      isNothing(value) && field in own && !isNothing(own[field]) ? [field] : [],
    ),
    asked,
  }
}
