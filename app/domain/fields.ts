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

/** What a form or a socket has filled in of some fields, once it is parsed. */
export type FilledIn<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>

export const meetingId = id('Say which meeting.')
export const itemId = id('Choose the agenda item.')
export const panelId = id('Say which panel.')
export const entryId = id('Choose the entry.')
export const caseId = id('Say which case.')
export const happeningId = id('Choose what happened.')
export const preparedId = id('Choose the prepared entry.')
export const referralId = id('Choose the referral.')
/** One item on the agenda of a meeting. */
export const inItem = { meetingId, itemId }

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time as hours and minutes, for example 10:00.')
export const wholeNumber = (message: string, min: number, max: number) =>
  z.coerce.number({ error: message }).int(message).min(min, message).max(max, message)
export const caseMinutes = wholeNumber('Give the minutes as a whole number from 0 to 120.', 0, 120)
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Give a full e-mail address, such as name@agency.gov.uk.')
  .max(254)
