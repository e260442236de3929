import type { Sight } from './sight'

// WHAT A RULE OF SIGHT IS. For each kind of thing: who sees it, and what of it leaves, side by side.

/** What of a thing's surroundings this viewer may follow. Two viewers with the same parts see the same of it. */
export type Parts = Readonly<Record<string, string | number | boolean | null>>

/**
 * Whether a change of such a thing alters what someone sees of *other* things: rights, or an audience. Then every view is
 * worked out anew, instead of the changed things alone.
 */
export type Turns<T> = 'nothing' | 'everything' | ((before: T | undefined, after: T) => boolean)

export interface Shows<T, P extends Parts, Shape extends object> {
  seenBy: (sight: Sight, thing: T) => boolean
  /** Not given: there are none, and everyone who sees it sees the same. */
  parts?: (sight: Sight, thing: T) => P
  /** Field by field, never by spreading a thing: a new field is hidden until someone writes it here. */
  leaves: (thing: T, parts: P) => Shape
  turns: Turns<T>
}

/** A kind that people may see. `ref`, `kind` and `id` are added to what leaves (sees.ts). */
export const shows = <T, Shape extends object, P extends Parts = Parts>(rule: Shows<T, P, Shape>) => rule

/** A kind that never leaves the server. */
export interface StaysInside<T> {
  stays: 'inside'
  turns: Turns<T>
}
export const staysInside = <T>(turns: Turns<T> = 'nothing'): StaysInside<T> => ({ stays: 'inside', turns })

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what leaves differs by kind, and is read back from each
export type KindSight<T> = Shows<T, any, object> | StaysInside<T>
export type SightsOf<Kinds> = { [K in keyof Kinds]: KindSight<Kinds[K]> }
