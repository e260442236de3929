import type { PublicCommandKind } from '../../app/domain/commands/commands'
import type { PersonName, Sent, TestPanel } from '../support/small-panel'
import type { Maker } from './ground'

// What the laws play. An example of a command says who may give it, how it is given where it can be carried out, and how it
// comes up by chance. The register (commands.ts) has one for every command: without it, it does not compile.

/** Brings about, through the front door, what the command needs, and gives it as this person would. */
export type Ready = (panel: TestPanel, who: PersonName) => Sent | Promise<Sent>

export interface RandomMove {
  /** How often, against the others. */
  often: number
  /** By whom as a rule. */
  by: readonly PersonName[]
  make: Maker
  /** Besides what is done at any time: once the meeting is closed. */
  once?: 'closed'
}

export interface CommandExample {
  /** What it is, in words for docs/permissions.md. */
  sentence: string
  /** Who may give it: a cell for each column of `columns` below. */
  allowed: string
  /** Where it is given on the small panel; not given: with its first meeting in session, the chair at A1. */
  before?: 'the meeting'
  ready: Ready
  moves: readonly [RandomMove, ...RandomMove[]]
}

export type ExamplesOf<Commands> = { readonly [K in keyof Commands & PublicCommandKind]: CommandExample }

/**
 * One person for each cell of `allowed`. Police stands for representatives of an agency in the safety circle, housing for
 * the rest. `yes` is carried out; a dot is refused, to members as not theirs to do, to others as if there were nothing.
 */
export const columns: readonly PersonName[] = [
  'chair',
  'coordinator',
  'presenter',
  'caseManager',
  'idva',
  'police',
  'housing',
  'observer',
  'administrator',
  'evaluator',
  'brookChair',
]
