import { localDay, localTime } from '~/domain/dates/local-time'
import { longDate } from '~/domain/dates/long-date'

// How days and moments are shown.

export { longDate }

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export const weekdayDate = (day: string): string =>
  `${weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? ''} ${longDate(day)}`
export const shortDate = (day: string): string => {
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${(months[month - 1] ?? '').slice(0, 3)}`
}
export const clockTime = (instant: number): string => localTime(instant)
export const dateAndTime = (instant: number): string =>
  `${longDate(localDay(instant))}, ${localTime(instant)}`
/** Whole minutes and seconds, as 5:12. */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
