import type { ThingByKind, ThingKind } from '../../app/domain/things/kinds'
import type { ActingPanel, PersonName } from '../support/small-panel'

// What the laws know of a kind: one that is brought about through the front door with a word of its own in every text, who
// meets these words, and who is shown it in which place. Written by hand, apart from the code that decides it. The
// register (kinds.ts) has one for every kind: without it, it does not compile.

/** Where things are shown, on the small panel with its first meeting in session and its next one planned. */
export const places = {
  /** The room of the meeting in session, at one's own screen. */
  room: 'room',
  /** Its wall. */
  wall: 'wall',
  /** Its minutes. */
  minutes: 'minutes',
  /** The room of the next meeting, which has A1 on its agenda as well. */
  laterRoom: 'laterRoom',
  /** Case files. */
  file: 'file',
} as const
export type Place = keyof typeof places

/** Fields of which the name says that they hold no words: what they point to, when, by whom, under which version. */
type HoldsNoWords =
  | 'id'
  | 'ref'
  | 'supersedes'
  | 'supersededBy'
  | 'passedFrom'
  | 'passedTo'
  | 'sharedAs'
  | 'date'
  | 'day'
  | 'due'
  | 'dueBefore'
  | 'acceptanceBefore'
  | 'until'
  | 'seriesDay'
  | 'dateOfBirth'
  | 'otherDatesOfBirth'
  | 'otherDatesBefore'
  | 'factDate'
  | 'startsAt'
  | `${string}Id`
  | `${string}Ids`
  | `${string}On`
  | 'by'
  | `${string}By`
  | `${string}Due`
  | `${string}Hash`
  | `${string}Hashes`

type HasWords<V> = V extends string
  ? string extends V
    ? true
    : never
  : V extends readonly (infer One)[]
    ? HasWords<One>
    : V extends object
      ? { [F in keyof V & string]: F extends HoldsNoWords ? never : HasWords<V[F]> }[keyof V & string]
      : never

/** The fields of a thing in which somebody's words can stand. */
export type TextOf<T> = {
  [F in keyof T & string]: F extends HoldsNoWords ? never : [HasWords<T[F]>] extends [never] ? never : F
}[keyof T & string]

/** No word is planted, and why; where another test plants one, which. */
export interface NotPlanted {
  notPlanted: string
}
export const fromAList: NotPlanted = { notPlanted: 'chosen from a list' }
export const imported: NotPlanted = { notPlanted: 'only an import fills it in' }
export const byCanarySweep: NotPlanted = { notPlanted: 'it comes later; canary-sweep plants it' }

export interface KindExample<T> {
  /** Who may see it, with all that is on record at hand and no meeting looked at. Nobody: it never leaves the server. */
  seenBy: readonly PersonName[]
  /** Who is shown it, where; in a place that is not named, nobody. */
  shown: { readonly [P in Place]?: readonly PersonName[] }
  /** Who meets each of its texts, in these places or on any page. */
  words: { readonly [F in TextOf<T>]: readonly PersonName[] | NotPlanted }
  /**
   * Whether a change of it alters what people see of other things: always, or where these fields change and not where
   * those do. To forget one leaves on a screen what its person may see no longer; to name one too many tells, by its
   * timing, that something changed. Not given: never.
   */
  turns?: 'everything' | { where: Partial<T>; notWhere: Partial<T> }
  /** Brings one about through the front door, with `words` in its texts. Its id. */
  plant: (panel: ActingPanel, words: Readonly<Record<TextOf<T>, string>>) => string | Promise<string>
  /** Once the meeting is closed. */
  once?: 'closed'
}

export type KindExamplesOf<Things> = {
  readonly [K in keyof Things & ThingKind]: KindExample<ThingByKind[K]>
}

/** An example of whichever kind. */
export interface AnyKindExample extends Omit<KindExample<object>, 'words' | 'plant' | 'turns'> {
  words: Readonly<Record<string, readonly PersonName[] | NotPlanted>>
  plant: (panel: ActingPanel, words: Readonly<Record<string, string>>) => string | Promise<string>
  turns?: 'everything' | { where: object; notWhere: object }
}
