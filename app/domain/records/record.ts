import type { Instant } from '../dates/day'
import type { Change } from '../things/kinds'
import type { Things } from '../things/thing-set'

// A record is a fact: what happened, once, past tense. It is what the journal keeps for ever and what changes the tables.
// Declared with its body and the one reading of it: the store writes exactly the changes it makes, rooms apply exactly
// these, and publishing compares before with after (decision 0002).

/** Secrets that change the tables but never enter the journal. */
export interface Sealed {
  passwordHash?: string
  totpSecret?: string | null
  recoveryHashes?: string[]
  setupHash?: string | null
  setupUntil?: Instant | null
  linkHash?: string
}

export interface RecordRule<Body> {
  /** Raised when the shape of the body changes; old bodies are never rewritten, they must only remain displayable. */
  version: number
  /** The changed things, in the order they must be written. Pure. */
  changes: (body: Body, things: Things, sealed: Sealed | undefined) => Change[]
}

/** A record that nobody is mailed about. */
export const quiet = <Body>(version: number, changes: RecordRule<Body>['changes']): RecordRule<Body> => ({
  version,
  changes,
})

export interface ToldRule<Body> extends RecordRule<Body> {
  told: true
}
/** A record that somebody is mailed about: who, and that something waits, follow-up/notices.ts says. */
export const told = <Body>(version: number, changes: RecordRule<Body>['changes']): ToldRule<Body> => ({
  version,
  changes,
  told: true,
})

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind has a body of its own, read back in records.ts
export type RecordRules = Record<string, RecordRule<any>>
