import { wholeText } from './whole-text'
import { isDay } from './dates/day'
import { z } from 'zod'

// What fields are made of. Every message names the mend. An empty box on a form arrives as '' and means "not given".

const longest = 4000

export const line = (missing: string) =>
  z
    .string({ error: missing })
    .overwrite(wholeText)
    .trim()
    .min(1, missing)
    .max(longest, `Keep this under ${longest} characters.`)

export const optionalLine = z
  .string()
  .overwrite(wholeText)
  .trim()
  .max(longest, `Keep this under ${longest} characters.`)
  .default('')

export const emptyIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

export const day = (missing: string) => z.string({ error: missing }).refine(isDay, missing)

export const optionalDay = emptyIsNull(
  z.string().refine(isDay, 'Give the date as year-month-day, for example 2026-11-21.'),
)

export const optionalId = emptyIsNull(z.string().max(80))

export const id = (missing: string) => z.string({ error: missing }).min(1, missing).max(80)

/** A due date may be words ("Friday", "in 2 weeks"); decide turns them into a day with the server's clock. */
export const dueWords = line('Say by when: a date, or words such as “Friday” or “in 2 weeks”.')

export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(40),
  )

export const ticked = z.preprocess(
  (value) => value === true || value === 'yes' || value === 'on',
  z.boolean(),
)
