import { addDays } from './due-date'
import type { Day } from './day'
import { proclaimedHolidays } from './proclaimed-holidays'

// Notice, returns and clocks are counted in working days: Monday to Friday, less the bank holidays of England and Wales
// (Banking and Financial Dealings Act 1971, schedule 1, and royal proclamations). A holiday that falls on a weekend is
// kept on the next working day that is not a holiday itself. Days that a proclamation moves or adds are data
// (proclaimed-holidays.ts).

const pad = (value: number) => String(value).padStart(2, '0')
const dayOf = (year: number, month: number, day: number): Day => `${year}-${pad(month)}-${pad(day)}`
/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay()
const isWeekend = (day: Day) => weekdayOf(day) === 0 || weekdayOf(day) === 6

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 1876). */
export const easterSunday = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

const firstMonday = (year: number, month: number): Day => {
  const first = dayOf(year, month, 1)
  return addDays(first, (8 - weekdayOf(first)) % 7)
}
const lastMonday = (year: number, month: number): Day => {
  const last = addDays(month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1), -1)
  return addDays(last, -((weekdayOf(last) + 6) % 7))
}

export interface BankHoliday {
  day: Day
  name: string
}

const worked = new Map<number, readonly BankHoliday[]>()

/** The bank holidays of a year in England and Wales, in order, on the days they are kept. */
export const bankHolidaysOf = (year: number): readonly BankHoliday[] => {
  const known = worked.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const usual: [Day, string][] = [
    [dayOf(year, 1, 1), 'New Year’s Day'],
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [firstMonday(year, 5), 'Early May'],
    [lastMonday(year, 5), 'Spring'],
    [lastMonday(year, 8), 'Summer'],
    [dayOf(year, 12, 25), 'Christmas Day'],
    [dayOf(year, 12, 26), 'Boxing Day'],
  ]
  const moved = proclaimedHolidays[year]
  const taken = new Set<Day>([...usual.map(([day]) => day), ...(moved?.also ?? []).map(([day]) => day)])
  const kept: BankHoliday[] = []
  for (const [day, name] of usual) {
    if (moved?.without.includes(name)) continue
    let on = day
    while (isWeekend(on) || (on !== day && taken.has(on))) on = addDays(on, 1)
    taken.add(on)
    kept.push({ day: on, name: on === day ? name : `${name} (substitute day)` })
  }
  for (const [day, name] of moved?.also ?? []) kept.push({ day, name })
  const holidays = kept.sort((a, b) => (a.day < b.day ? -1 : 1))
  worked.set(year, holidays)
  return holidays
}

/** The name of the bank holiday kept on this day, where there is one. */
export const bankHolidayOn = (day: Day): string | undefined =>
  bankHolidaysOf(Number(day.slice(0, 4))).find((holiday) => holiday.day === day)?.name

/**
 * By what a panel counts: its own days that are none, each with its name, beside weekends and bank holidays. Given to
 * everything that counts, and never optional: what forgot it would be due on another day than the panel was told.
 */
export interface WorkingCalendar {
  readonly notCounted: ReadonlyMap<Day, string>
}

/** Where no panel is meant. */
export const bankHolidaysAlone: WorkingCalendar = { notCounted: new Map() }

/** Why a panel does not work on this day, weekends apart. */
export const holidayOn = (day: Day, calendar: WorkingCalendar): string | undefined =>
  bankHolidayOn(day) ?? calendar.notCounted.get(day)

export const isWorkingDay = (day: Day, calendar: WorkingCalendar): boolean =>
  !isWeekend(day) && holidayOn(day, calendar) === undefined

/** The day that is `count` working days after (before, where negative) `day`; with 0, `day` itself. */
export const addWorkingDays = (day: Day, count: number, calendar: WorkingCalendar): Day => {
  const step = count < 0 ? -1 : 1
  let on = day
  for (let left = Math.abs(count); left > 0;) {
    on = addDays(on, step)
    if (isWorkingDay(on, calendar)) left -= 1
  }
  return on
}

/** Working days strictly between two days: the notice that something sent on `from` gives of something on `to`. */
export const clearWorkingDays = (from: Day, to: Day, calendar: WorkingCalendar): number => {
  let count = 0
  for (let on = addDays(from, 1); on < to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) count += 1
  return count
}
