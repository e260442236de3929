import pino from 'pino'

/** Kinds and ids, never what people said: no bodies, no headers, no names. */
export const createLog = (level: string) =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
export type Log = ReturnType<typeof createLog>
