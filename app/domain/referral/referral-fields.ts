import { line } from '../fields'
import { tellingWayKeys } from '../catalogues/referral'
import { z } from 'zod'
import { childPlanKeys, riskLevelKeys } from '../catalogues/case'
import { optionalDay, optionalLine, ticked } from '../fields'
import { isDay } from '../dates/day'
import {
  agreementKeys,
  ageBandKeys,
  childAgeBandKeys,
  gravityKeys,
  relationshipKeys,
  riskTopicKeys,
} from '../catalogues/referral'

// What a referrer fills in, a member or someone outside alike. A form without script offers a fixed number of lines for
// incidents, victim-survivors and children; a line left blank is no line. Every message names the mend.

export const mostIncidents = 5
export const mostVictims = 3
export const mostChildren = 6

const emptyIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
const shortLine = z.string().trim().max(200, 'Keep this under 200 characters.').default('')
const choice = <T extends readonly [string, ...string[]]>(keys: T) => emptyIsNull(z.enum(keys))
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(40),
  )

const isBlank = (line: unknown): boolean =>
  line === null ||
  line === undefined ||
  line === '' ||
  (typeof line === 'object' &&
    Object.values(line).every((value) => value === '' || value === undefined || value === null))

/** Lines of a form, `incidents.0.what` and so on; a fault keeps the number of its line. */
const lines = <T extends z.ZodType>(line: T, most: number) =>
  z
    .preprocess(
      (value) => {
        if (value === undefined || value === '') return []
        if (Array.isArray(value)) return value
        return typeof value === 'object' && value !== null
          ? Array.from({ length: most }, (_, at) => (value as Record<string, unknown>)[at])
          : value
      },
      z.array(z.preprocess((one) => (isBlank(one) ? null : one), line.nullable())).max(most),
    )
    .transform((all) => all.filter((one): one is NonNullable<typeof one> => one !== null))

const incident = z.object({
  date: optionalDay,
  what: z
    .string({ error: 'Say what happened.' })
    .trim()
    .min(1, 'Say what happened.')
    .max(2000, 'Keep this under 2000 characters.'),
  gravity: z.enum(gravityKeys, { error: 'Choose how grave it was.' }),
  /** Known from her: it goes where only her advocate, chair and coordinator read it. */
  fromHer: ticked,
})

const victim = z
  .object({
    name: shortLine,
    ageBand: choice(ageBandKeys),
    gender: shortLine,
    relationship: z.enum(relationshipKeys, { error: 'Choose what she is to him.' }),
    safeContact: optionalLine,
    whoMustNotKnow: optionalLine,
    wishes: optionalLine,
    told: z.enum(agreementKeys, { error: 'Say whether she knows of this referral.' }),
    agrees: z.enum(agreementKeys, { error: 'Say whether she agrees to it.' }),
    reason: optionalLine,
  })
  .refine((one) => (one.told === 'yes' && one.agrees === 'yes') || one.reason !== '', {
    path: ['reason'],
    message: 'She was not told, was not asked, or does not agree: say why it is referred all the same.',
  })

const child = z.object({ ageBand: choice(childAgeBandKeys), plan: choice(childPlanKeys) })

const aliases = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((value) =>
    [
      ...new Set(
        (Array.isArray(value) ? value : value.split(/[\n;]/)).map((one) => one.trim()).filter(Boolean),
      ),
    ].slice(0, 20),
  )

export const referralFields = z
  .object({
    givenName: shortLine,
    familyName: shortLine,
    aliases,
    dateOfBirth: optionalDay,
    otherDateOfBirth: emptyIsNull(
      z.string().refine(isDay, 'Give the date as year-month-day, for example 1988-03-04.'),
    ),
    gender: shortLine,
    firstLanguage: shortLine,
    aboutHim: optionalLine,
    reason: z
      .string({ error: 'Say why he is referred.' })
      .trim()
      .min(1, 'Say why he is referred.')
      .max(4000, 'Keep this under 4000 characters.'),
    incidents: lines(incident, mostIncidents),
    dashCount: emptyIsNull(
      z.coerce
        .number({ error: 'Give the count as a whole number from 0 to 30.' })
        .int('Give the count as a whole number from 0 to 30.')
        .min(0, 'Give the count as a whole number from 0 to 30.')
        .max(30, 'Give the count as a whole number from 0 to 30.'),
    ),
    riskTopics: list(z.enum(riskTopicKeys)),
    judgement: choice(riskLevelKeys),
    judgementReason: optionalLine,
    orders: optionalLine,
    children: lines(child, mostChildren),
    victims: lines(victim, mostVictims),
  })
  .refine((one) => one.givenName !== '' || one.familyName !== '' || one.aliases.length > 0, {
    path: ['familyName'],
    message: 'Give a name of his: a given name, a family name, or what he is called.',
  })
  .refine((one) => one.judgement === null || one.judgementReason !== '', {
    path: ['judgementReason'],
    message: 'Say what your judgement rests on.',
  })
  .refine((one) => one.victims.length > 0, {
    path: ['victims.0.relationship'],
    message: 'Say who is at risk from him, even where you do not know her name.',
  })

export type ReferralFields = z.infer<typeof referralFields>

/** To answer what the panel asked. */
export const additionFields = z
  .object({ what: optionalLine, fromHer: optionalLine })
  .refine((one) => one.what !== '' || one.fromHer !== '', { path: ['what'], message: 'Write what you add.' })
export type AdditionFields = z.infer<typeof additionFields>

export const listedReason = line('Choose a reason from the panel’s list.')

/** How the referrer was told in the same act; not given: they are still to be told. */
export const toldHow = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.enum(tellingWayKeys).nullable(),
)
