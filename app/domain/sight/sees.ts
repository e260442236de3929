import { homeOf, type ThingByKind, type ThingKind } from '../things/kinds'
import { accountSight } from './accounts'
import { agendaSight } from './agenda'
import { candidateSight } from './candidates'
import { caseSight } from './case'
import { entrySight } from './entries'
import type { KindSight, Parts, Shows, StaysInside } from './kind-sight'
import { meetingSight } from './meeting'
import { minutesSight } from './minutes'
import { panelSight } from './panel'
import { peopleSight } from './people'
import { referralSight } from './referral'
import { returnSight } from './returns'
import type { Sight } from './sight'

// The register of sight: every kind of thing has its rule, in the file of its subject. Nothing leaves the server but what
// `seen` makes.

const sights = {
  ...panelSight,
  ...accountSight,
  ...candidateSight,
  ...caseSight,
  ...peopleSight,
  ...referralSight,
  ...minutesSight,
  ...meetingSight,
  ...agendaSight,
  ...returnSight,
  ...entrySight,
} satisfies { [K in ThingKind]: KindSight<ThingByKind[K]> }

type Sights = typeof sights

/** Kinds that people may see. */
export type VisibleKind = {
  [K in ThingKind]: Sights[K] extends StaysInside<never> ? never : K
}[ThingKind]

declare const visibleBrand: unique symbol
/** Only this file can make one; nothing else may leave the server. */
export type Visible<T> = T & { readonly [visibleBrand]: true }

type LeavesOf<Rule> = Rule extends { leaves: (thing: never, parts: never) => infer Shape } ? Shape : never
type Flat<T> = { [K in keyof T]: T[K] }
export type VisibleShapes = {
  [K in VisibleKind]: Flat<{ ref: string; kind: K; id: string } & LeavesOf<Sights[K]>>
}
export type VisibleByKind = { [K in VisibleKind]: Visible<VisibleShapes[K]> }
export type VisibleThing = VisibleByKind[VisibleKind]

type AnyRule = Shows<{ id: string }, Parts, object>
const ruleOf = (kind: ThingKind): AnyRule | undefined => {
  const rule: KindSight<never> | undefined = sights[kind]
  return rule && 'leaves' in rule ? (rule as unknown as AnyRule) : undefined
}

export const visibleKinds = (Object.keys(sights) as ThingKind[]).filter(
  (kind) => ruleOf(kind) !== undefined,
) as VisibleKind[]
export const isVisibleKind = (kind: string): kind is VisibleKind =>
  (visibleKinds as readonly string[]).includes(kind)

/** Part of a meeting's record, whoever reads it: not what an agency keeps to itself. */
export const isOfTheRecord = (thing: VisibleThing): boolean => homeOf[thing.kind] !== 'agency'

/** What has been built for others, by thing and by what of it may be seen; it lives no longer than one telling. */
export type Shaped = Map<object, Map<string, unknown>>

const none: Parts = {}

const made = (rule: AnyRule, sight: Sight, kind: ThingKind, thing: { id: string }, shaped?: Shaped) => {
  if (!rule.seenBy(sight, thing)) return undefined
  const parts = rule.parts?.(sight, thing) ?? none
  const make = () => ({ ref: `${kind}:${thing.id}`, kind, id: thing.id, ...rule.leaves(thing, parts) })
  if (!shaped) return make()
  // What leaves depends on the thing and on its parts, on nothing else of who looks: so it is built once for all who see
  // the same, and not once for each of them (docs/performance.md).
  const key = Object.values(parts).join('\u0000')
  let others = shaped.get(thing)
  if (!others) shaped.set(thing, (others = new Map()))
  const known = others.get(key)
  if (known !== undefined) return known
  const fresh = make()
  others.set(key, fresh)
  return fresh
}

/** An error while deciding what someone sees. It says of what, never what stands in it. */
export interface SightFault {
  kind: ThingKind
  id: string
  error: unknown
}

let report = (fault: SightFault): void => {
  throw new Error(`Sight of ${fault.kind} ${fault.id} could not be decided.`, { cause: fault.error })
}

/**
 * To people, an error while deciding counts as no: one broken thing must not take a page from everyone. To whoever keeps
 * the system it must not be silent: the process hands in what writes it to the log. Until it does, and so in every test,
 * it is thrown.
 */
export const reportSightFaults = (to: (fault: SightFault) => void): void => {
  report = to
}

/** What this viewer may see of one thing, or undefined. Given `shaped`, those who may see the same are given the same object. */
export const seen = <K extends VisibleKind>(
  sight: Sight,
  kind: K,
  thing: ThingByKind[K],
  shaped?: Shaped,
): VisibleByKind[K] | undefined => {
  const rule = ruleOf(kind)
  try {
    return rule && (made(rule, sight, kind, thing, shaped) as VisibleByKind[K] | undefined)
  } catch (error) {
    report({ kind, id: thing.id, error })
    return undefined
  }
}

/** Whether this viewer may see one thing, without what leaves of it. */
export const maySee = <K extends VisibleKind>(sight: Sight, kind: K, thing: ThingByKind[K]): boolean =>
  ruleOf(kind)?.seenBy(sight, thing) ?? false

/** Everything in this scope that the viewer may see. */
export const viewFor = (sight: Sight): VisibleThing[] => {
  const view: VisibleThing[] = []
  for (const kind of visibleKinds) view.push(...seenOf(sight, kind))
  return view
}

/** Of one kind, what the viewer may see. */
export const seenOf = <K extends VisibleKind>(sight: Sight, kind: K): VisibleByKind[K][] =>
  sight.things.all(kind).flatMap((thing) => seen(sight, kind, thing) ?? [])

/** After such a change a whole view is worked out again instead of the changed things alone. */
export const changesSight = (kind: ThingKind, before: unknown, after: unknown): boolean => {
  const turns = (sights[kind] as KindSight<unknown>).turns
  return typeof turns === 'function' ? turns(before, after) : turns === 'everything'
}
