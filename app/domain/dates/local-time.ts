import type { Day, Instant } from './day'

// Panels meet by the clock on the wall of Europe/London. British Summer Time runs from 01:00 UTC on the last Sunday of
// March to 01:00 UTC on the last Sunday of October: the rule since 1996, and the only one this file knows.

const hour = 3_600_000
const day = 24 * hour
const march = 2
const october = 9

const changeOfClocks = (year: number, month: number): Instant => {
  const lastOfMonth = Date.UTC(year, month + 1, 0)
  return lastOfMonth - new Date(lastOfMonth).getUTCDay() * day + hour
}

const isSummerTime = (instant: Instant): boolean => {
  const year = new Date(instant).getUTCFullYear()
  return instant >= changeOfClocks(year, march) && instant < changeOfClocks(year, october)
}

/** The instant's clock reading, as text `YYYY-MM-DDTHH:MM…`. */
const clockReading = (instant: Instant): string =>
  new Date(isSummerTime(instant) ? instant + hour : instant).toISOString()

export const localDay = (instant: Instant): Day => clockReading(instant).slice(0, 10)

export const localTime = (instant: Instant): string => clockReading(instant).slice(11, 16)

/**
 * When the clock on the wall shows this day and time (HH:MM). An hour that comes twice in October is taken the first
 * time; an hour that March leaves out is read as the hour after it.
 */
export const instantOfLocal = (onDay: Day, time: string): Instant => {
  const [year, month, date] = onDay.split('-').map(Number) as [number, number, number]
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const asWinter = Date.UTC(year, month - 1, date, hours, minutes)
  return isSummerTime(asWinter - hour) ? asWinter - hour : asWinter
}
