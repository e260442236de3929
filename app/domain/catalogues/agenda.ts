import { keysOf } from './labels'

export const itemKinds = {
  new: 'New',
  review: 'Review',
  closure: 'Closure',
  urgent: 'Urgent',
  note_only: 'Note only',
} as const

export type ItemKind = keyof typeof itemKinds

export const itemKindKeys = keysOf(itemKinds)

/** How often the meetings of a series come. */
export const rhythms = {
  every_weeks: 'Every so many weeks',
  monthly: 'Once a month, on a weekday of it',
} as const

export type Rhythm = keyof typeof rhythms

export const rhythmKeys = keysOf(rhythms)

/** Which of its weekdays in a month; 5 is the last, be it the fourth or the fifth. */
export const placesInMonth = {
  '1': 'First',
  '2': 'Second',
  '3': 'Third',
  '4': 'Fourth',
  '5': 'Last',
} as const

/** Days on which a panel meets, 1 being Monday. */
export const workingWeekdays = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
} as const

/** What a series does on a bank holiday. */
export const holidayRules = {
  skip: 'No meeting then',
  next_working_day: 'On the next working day',
  previous_working_day: 'On the working day before',
  week_later: 'A week later',
} as const

export type HolidayRule = keyof typeof holidayRules

export const holidayRuleKeys = keysOf(holidayRules)
