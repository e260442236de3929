import { dayFromWords } from './due-date'
import { longDate } from './long-date'
import type { Day } from './day'

// A day and what it is called, on one line, as people write it down and as it is kept: "2027-06-03 Closed for the move".

export interface NamedDay {
  day: Day
  name: string
}

/** A day that names its year, then a name. What is due is never on a day whose year had to be guessed. */
const written =
  /^(\d{4}-\d{2}-\d{2}|\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{1,2}(?:st|nd|rd|th)? [a-z]+ \d{4})(?:[\s,:;.–-]+)(\S.*)$/i

export const namedDayFrom = (line: string): NamedDay | undefined => {
  const [, words = '', name = ''] = written.exec(line.trim()) ?? []
  // The year is given, so that it does not matter on which day this was said.
  const day = dayFromWords(words, '2000-01-01')
  return day === undefined || name === '' ? undefined : { day, name: name.trim() }
}

export const namedDayLine = ({ day, name }: NamedDay): string => `${day} ${name}`

export const namedDayInWords = ({ day, name }: NamedDay): string => `${longDate(day)}: ${name}`
