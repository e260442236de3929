import type { Day } from './day'
import { isDay } from './day'

// Due dates take words, because that is how they are said in the room: "Friday", "in 2 weeks", "21 November". A weekday
// is the next one after today; a day and month without a year is the next one to come.

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const numberWords: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}

const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`)
const toDay = (date: Date): Day => date.toISOString().slice(0, 10)
export const addDays = (day: Day, days: number): Day => {
  const date = atNoon(day)
  date.setUTCDate(date.getUTCDate() + days)
  return toDay(date)
}
/** The same day of a later month, or that month's last day where it has no such day. */
export const addMonths = (day: Day, count: number): Day => {
  const date = atNoon(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return toDay(date)
}

const pad = (value: number) => String(value).padStart(2, '0')
const validDay = (year: number, month: number, day: number): Day | undefined => {
  const text = `${year}-${pad(month)}-${pad(day)}`
  return isDay(text) ? text : undefined
}
const startsWith = (names: string[], word: string) =>
  word.length >= 3 ? names.findIndex((name) => name.startsWith(word)) : -1

const countOf = (word: string): number | undefined =>
  /^\d{1,3}$/.test(word) ? Number(word) : numberWords[word]

/** The day that `words` mean, said on `today`; undefined where they mean none. */
export const dayFromWords = (words: string, today: Day): Day | undefined => {
  const text = words.toLowerCase().replace(/[,.]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^by /, '')
  if (isDay(text)) return text
  if (text === 'today') return today
  if (text === 'tomorrow') return addDays(today, 1)
  if (text === 'next week') return addDays(today, 7)
  if (text === 'next month') return addMonths(today, 1)

  const span = /^(?:in )?(\w+) (day|week|fortnight|month)s?$/.exec(text)
  const count = span?.[1] === undefined ? undefined : countOf(span[1])
  if (span && count !== undefined) {
    if (span[2] === 'day') return addDays(today, count)
    if (span[2] === 'week') return addDays(today, count * 7)
    if (span[2] === 'fortnight') return addDays(today, count * 14)
    return addMonths(today, count)
  }

  const weekday = startsWith(weekdays, text.replace(/^(next|this|on) /, ''))
  if (weekday >= 0) {
    const ahead = (weekday - atNoon(today).getUTCDay() + 7) % 7 || 7
    return addDays(
      today,
      text.startsWith('next ') && ahead < 7 ? ahead + (ahead <= daysToSunday(today) ? 7 : 0) : ahead,
    )
  }

  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text)
  if (slashed) {
    const year = Number(slashed[3])
    return validDay(year < 100 ? 2000 + year : year, Number(slashed[2]), Number(slashed[1]))
  }

  const named = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?$/.exec(text)
  if (named) {
    const month = startsWith(months, named[2] ?? '') + 1
    if (month === 0) return undefined
    const dayIn = (year: number) => validDay(year, month, Number(named[1]))
    if (named[3]) return dayIn(Number(named[3]))
    // 29 February may be up to eight years away.
    const thisYear = Number(today.slice(0, 4))
    for (let year = thisYear; year <= thisYear + 8; year += 1) {
      const day = dayIn(year)
      if (day !== undefined && day >= today) return day
    }
    return undefined
  }
  return undefined
}

/** Days left in this week, which ends on Sunday: "next Friday", said on a Monday, is not this week's. */
const daysToSunday = (today: Day) => (7 - atNoon(today).getUTCDay()) % 7
