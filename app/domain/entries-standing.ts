import type { EntryBase } from './things'

/** An entry stands when it is the latest version and has not been withdrawn. */
export const stands = (entry: Pick<EntryBase, 'supersededBy' | 'withdrawnAt'>): boolean =>
  entry.supersededBy === null && entry.withdrawnAt === null
