import pino from 'pino'

/** Kinds and ids, never what people said: no bodies, no headers, no names. */
export const createLog = (level: string) =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
export type Log = ReturnType<typeof createLog>

/** Of an error only what kind it is: its message may hold what people said. */
export const kindOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
