import { placesInMonth, type HolidayRule, type Rhythm } from '../catalogues/agenda'
import { addDays, addMonths } from '../dates/due-date'
import type { PolicyValues } from '../catalogues/policy-settings'
import type { SeriesRhythm } from '../things/agenda'
import type { Day } from '../dates/day'
import { addWorkingDays, isWorkingDay, weekdayOf } from '../dates/working-days'

import { holidayOn, type WorkingCalendar } from '../dates/working-days'

// The days of a meeting series (domain 2: a panel's cadence). Days are days of the calendar and times are read off the
// clock on the wall, so that a change of the clocks moves neither. A day that is a bank holiday of England and Wales, or one
// that the panel does not count, is skipped or moved, as the series says; two meetings of a series never fall on one day.

export interface SeriesDay {
  /** The day by the rhythm alone. */
  usual: Day
  /** The day it meets on; null where the series skips it. */
  day: Day | null
  /** The holiday that it would have met on. */
  holiday: string | null
}

/** The nth given weekday of the month in which `inMonth` lies. */
const weekdayInMonth = (inMonth: Day, weekday: number, place: number): Day => {
  const first = `${inMonth.slice(0, 7)}-01`
  const firstOne = addDays(first, (weekday - weekdayOf(first) + 7) % 7)
  if (place < 5) return addDays(firstOne, (place - 1) * 7)
  const fifth = addDays(firstOne, 28)
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(firstOne, 21)
}

/** Days by the rhythm alone, from the first to `until`, both included. */
const usualDays = (
  { rhythm, everyWeeks, placeInMonth, weekday, startsOn }: SeriesRhythm,
  until: Day,
): Day[] => {
  const days: Day[] = []
  if (rhythm === 'every_weeks') {
    for (let day = startsOn; day <= until; day = addDays(day, everyWeeks * 7)) days.push(day)
    return days
  }
  const firstMonth = `${startsOn.slice(0, 7)}-01`
  for (let count = 0; ; count += 1) {
    const day = weekdayInMonth(addMonths(firstMonth, count), weekday, placeInMonth)
    if (day > until) return days
    if (day >= startsOn) days.push(day)
  }
}

const workingDayFrom = (day: Day, step: 1 | -1, calendar: WorkingCalendar): Day => {
  let on = day
  while (!isWorkingDay(on, calendar)) on = addDays(on, step)
  return on
}

const movedBy: Record<HolidayRule, (day: Day, calendar: WorkingCalendar) => Day | null> = {
  skip: () => null,
  next_working_day: (day, calendar) => workingDayFrom(day, 1, calendar),
  previous_working_day: (day, calendar) => workingDayFrom(day, -1, calendar),
  // A week after Christmas is New Year: then there is none.
  week_later: (day, calendar) => (isWorkingDay(addDays(day, 7), calendar) ? addDays(day, 7) : null),
}

/** The series' days from `from` to `until`, by their usual day; a day that would be met on twice is met on once. */
export const seriesDays = (
  series: SeriesRhythm,
  from: Day,
  until: Day,
  calendar: WorkingCalendar,
): SeriesDay[] => {
  const usual = usualDays(series, until)
  const taken = new Set(usual.filter((day) => holidayOn(day, calendar) === undefined))
  return usual
    .map((day): SeriesDay => {
      const holiday = holidayOn(day, calendar) ?? null
      if (holiday === null) return { usual: day, day, holiday }
      const moved = movedBy[series.onBankHoliday](day, calendar)
      if (moved === null || taken.has(moved)) return { usual: day, day: null, holiday }
      taken.add(moved)
      return { usual: day, day: moved, holiday }
    })
    .filter(({ usual: day }) => day >= from)
}

/** The last day on which a case comes in time for a meeting on `day`. */
export const cutOffBefore = (day: Day, workingDays: number, calendar: WorkingCalendar): Day =>
  addWorkingDays(day, -workingDays, calendar)

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The next day after today that falls on a weekday, 1 being Monday. */
export const nextOnWeekday = (today: Day, weekday: number): Day =>
  addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)

const cadence = (rhythm: Rhythm, everyWeeks: number, placeInMonth: number, weekday: number): string =>
  rhythm === 'monthly'
    ? `The ${placesInMonth[String(placeInMonth) as keyof typeof placesInMonth].toLowerCase()} ${weekdays[weekday] ?? ''} of every month`
    : `Every ${everyWeeks === 1 ? 'week' : `${everyWeeks} weeks`} on ${weekdays[weekday] ?? ''}`

/** "Every 2 weeks on Wednesday", "The last Tuesday of every month". */
export const rhythmInWords = ({
  rhythm,
  everyWeeks,
  placeInMonth,
  weekday,
  startsOn,
}: SeriesRhythm): string =>
  cadence(rhythm, everyWeeks, placeInMonth, rhythm === 'monthly' ? weekday : weekdayOf(startsOn))

/** The same of a panel's settings. */
export const cadenceInWords = ({
  rhythm,
  everyWeeks,
  placeInMonth,
  usualWeekday,
}: Pick<PolicyValues, 'rhythm' | 'everyWeeks' | 'placeInMonth' | 'usualWeekday'>): string =>
  cadence(rhythm, everyWeeks, Number(placeInMonth), Number(usualWeekday))
