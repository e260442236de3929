import { reportSightFaults } from '../app/domain/sight/sees'
import type { Log } from './log'

/** Where in the code, without the message: a message may hold a piece of what could not be read. */
const placeOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack?.split('\n    at ').slice(1, 4) ?? []) : []

/** What is hidden because its rule failed is said to whoever keeps the system, and to nobody else. */
export const logSightFaults = (log: Pick<Log, 'error'>): void =>
  reportSightFaults(({ kind, id, error }) =>
    log.error(
      { thing: kind, id, fault: error instanceof Error ? error.name : typeof error, at: placeOf(error) },
      'who may see this could not be decided, so nobody is shown it',
    ),
  )
