import type { EntryBase, EntryByKind } from './entries'

/** An entry stands when it is the latest version and has not been withdrawn. */
export const stands = (entry: Pick<EntryBase, 'supersededBy' | 'withdrawnAt'>): boolean =>
  entry.supersededBy === null && entry.withdrawnAt === null

/** Kinds of entry that a later meeting on the same case is shown while they are open. */
export const carriedKinds = ['decision', 'intervention', 'action', 'request'] as const
export type CarriedKind = (typeof carriedKinds)[number]
export const isCarriedKind = (kind: string): kind is CarriedKind =>
  (carriedKinds as readonly string[]).includes(kind)

const openStill: { [K in CarriedKind]: (entry: EntryByKind[K]) => boolean } = {
  decision: () => true,
  intervention: (entry) => entry.status === 'planned' || entry.status === 'in_progress',
  action: (entry) => entry.endedAt === null,
  request: (entry) => entry.state === 'outstanding',
}

/** What a meeting left open on its cases: the decision that stands, and what is still to be done or answered. */
export const isLeftOpen = <K extends CarriedKind>(kind: K, entry: EntryByKind[K]): boolean =>
  stands(entry) && openStill[kind](entry)
