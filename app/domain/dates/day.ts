/** Milliseconds since 1970, UTC. */
export type Instant = number

/** A calendar day, YYYY-MM-DD. */
export type Day = string

export const dayPattern = /^\d{4}-\d{2}-\d{2}$/

export const isDay = (text: string) => {
  if (!dayPattern.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
