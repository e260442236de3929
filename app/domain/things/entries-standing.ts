import { entryKinds, type EntryBase, type EntryByKind, type EntryKind } from './entries'

/** An entry stands when it is the latest version and has not been withdrawn. */
export const stands = (entry: Pick<EntryBase, 'supersededBy' | 'withdrawnAt'>): boolean =>
  entry.supersededBy === null && entry.withdrawnAt === null

/** Of each kind, whether it is open still, so that a later meeting on the same case is shown it; or that it never is. */
const openStill = {
  decision: () => true,
  intervention: (entry: EntryByKind['intervention']) =>
    entry.status === 'planned' || entry.status === 'in_progress',
  action: (entry: EntryByKind['action']) => entry.endedAt === null,
  request: (entry: EntryByKind['request']) => entry.state === 'outstanding',
  share: 'never',
  lever: 'never',
  finding: 'never',
  position: 'never',
  safetyCheck: 'never',
} as const satisfies { [K in EntryKind]: ((entry: EntryByKind[K]) => boolean) | 'never' }

/** Kinds of entry that a later meeting on the same case is shown while they are open. */
export type CarriedKind = {
  [K in EntryKind]: (typeof openStill)[K] extends 'never' ? never : K
}[EntryKind]
export const isCarriedKind = (kind: string): kind is CarriedKind =>
  Object.hasOwn(openStill, kind) && openStill[kind as EntryKind] !== 'never'
export const carriedKinds: readonly CarriedKind[] = entryKinds.filter(isCarriedKind)

/** What a meeting left open on its cases: the decision that stands, and what is still to be done or answered. */
export const isLeftOpen = <K extends CarriedKind>(kind: K, entry: EntryByKind[K]): boolean =>
  stands(entry) && (openStill[kind] as (one: EntryByKind[K]) => boolean)(entry)
