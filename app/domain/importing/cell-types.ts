import { isDay } from '../dates/day'
import type { Day } from '../dates/day'

import { wholeText } from '../whole-text'
import { quoted, shortened } from './finding'

// What may stand in a cell that is not empty. A type says itself in words, and reads a cell into a value or says what is
// wrong with it.

export type Reading<V> = { ok: true; value: V } | { ok: false; problem: string; mend: string }

/** The files whose lines others refer to. */
export type ReferredFile = 'panels' | 'agencies' | 'members' | 'people' | 'cases' | 'meetings'

export interface CellType<V> {
  says: string
  /** Every value there is, where they can be listed. */
  values?: readonly string[]
  refersTo?: ReferredFile
  read(text: string, today: Day): Reading<V>
}

const right = <V>(value: V): Reading<V> => ({ ok: true, value })
const wrong = (problem: string, mend: string): Reading<never> => ({ ok: false, problem, mend })

const longest = 4000

/** A new line within a cell, whichever way it was written. */
const lineBreaks = /\r\n?|[\v\f]/g

const readText = (text: string): Reading<string> => {
  if (text.length > longest) return wrong(`has ${text.length} characters`, `keep it to ${longest}`)
  // What is typed into a form is kept as far as it can be (whole-text.ts). Whoever has the spreadsheet can still see what
  // stood there: they are asked for it.
  const kept = wholeText(text)
  if (kept !== text.replace(lineBreaks, '\n'))
    return wrong(`${quoted(text)} holds a control character`, 'type the cell again')
  return right(kept)
}

export const text: CellType<string> = { says: 'text', read: readText }

const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/

const dayMend = (cell: string): string => {
  const [, date = '', month = '', year = ''] = slashed.exec(cell) ?? []
  const meant = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(meant) ? `write ${meant}` : 'write year-month-day, for example 2026-03-31'
}

/** Years outside these are slips of the keyboard. */
const isLikely = (day: Day) => day >= '1900-01-01' && day <= '2199-12-31'

export const day: CellType<Day> = {
  says: 'date, year-month-day',
  read: (cell) =>
    isDay(cell) && isLikely(cell) ? right(cell) : wrong(`${quoted(cell)} is not a date`, dayMend(cell)),
}

export const pastDay: CellType<Day> = {
  says: 'date, year-month-day, not after today',
  read: (cell, today) =>
    isDay(cell) && cell > today
      ? wrong(`${cell} is in the future`, `write a date up to today, ${today}`)
      : day.read(cell, today),
}

export const time: CellType<string> = {
  says: 'local time, hours:minutes, for example 09:30',
  read: (cell) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(cell)
      ? right(cell)
      : wrong(`${quoted(cell)} is not a time`, 'write hours and minutes, for example 09:30'),
}

export const yesNo: CellType<boolean> = {
  says: 'yes or no',
  read: (cell) =>
    cell === 'yes' || cell === 'no'
      ? right(cell === 'yes')
      : wrong(`${quoted(cell)} is not yes or no`, 'write yes or no'),
}

export const wholeNumber = (min: number, max: number): CellType<number> => ({
  says: `whole number from ${min} to ${max}`,
  read: (cell) =>
    /^\d{1,9}$/.test(cell) && Number(cell) >= min && Number(cell) <= max
      ? right(Number(cell))
      : wrong(`${quoted(cell)} is not a whole number from ${min} to ${max}`, 'write digits only'),
})

export const email: CellType<string> = {
  says: 'e-mail address',
  read: (cell) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell) && cell.length <= 254
      ? readText(cell.toLowerCase())
      : wrong(`${quoted(cell)} is not an e-mail address`, 'write it in full, for example name@agency.gov.uk'),
}

const snakeCase = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** A value of a list that the field has not closed: counted as it stands, so one spelling for one thing. */
export const word: CellType<string> = {
  says: 'a value in snake case, for example white_british',
  read: (cell) => {
    if (/^[a-z0-9]+(_[a-z0-9]+)*$/.test(cell) && cell.length <= 80) return right(cell)
    const meant = snakeCase(cell).slice(0, 80)
    return wrong(
      `${quoted(cell)} is not in snake case`,
      meant ? `write ${meant}` : 'write small letters, digits and _',
    )
  },
}

export const oneOf = <K extends string>(catalogue: Readonly<Record<K, unknown>>): CellType<K> => {
  const values = Object.keys(catalogue) as K[]
  return {
    says: 'one of',
    values,
    read: (cell) => {
      const value = values.find((one) => one === cell)
      if (value !== undefined) return right(value)
      const meant = values.find((one) => one === snakeCase(cell))
      return wrong(`${quoted(cell)} is not a known value`, `write ${meant ?? `one of: ${shortened(values)}`}`)
    },
  }
}

const referred: Record<ReferredFile, string> = {
  panels: 'the name of a panel',
  agencies: 'the name of an agency of the panel',
  members: 'the name of a member of the panel',
  people: 'a person_ref',
  cases: 'a case_ref',
  meetings: 'a meeting_ref',
}

export const referenceTo = (refersTo: ReferredFile): CellType<string> => ({
  says: referred[refersTo],
  refersTo,
  read: readText,
})

export const listOf = (type: CellType<string>): CellType<string[]> => ({
  says: `${type.says}; several separated by ;`,
  ...(type.refersTo ? { refersTo: type.refersTo } : {}),
  read: (cell, today) => {
    const values: string[] = []
    for (const part of cell.split(';')) {
      const reading = type.read(part.trim(), today)
      if (!reading.ok) return reading
      if (reading.value !== '' && !values.includes(reading.value)) values.push(reading.value)
    }
    return right(values)
  },
})
