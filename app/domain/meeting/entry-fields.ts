import { z } from 'zod'
import { audienceSchema } from '../audience'
import {
  answerKeys,
  caseModeKeys,
  closureReasonKeys,
  decisionOutcomeKeys,
  disruptAreaKeys,
  findingAnswerKeys,
  gatewayKeys,
  handlingKeys,
  happeningKindKeys,
  interventionStatusKeys,
  lawfulBasisKeys,
  leverKindKeys,
  natureKeys,
  purposeKeys,
  sourceKeys,
  stanceKeys,
  strandKeys,
  supportAreaKeys,
} from '../catalogues'
import type { EntryKind } from '../things'
import { wholeText } from '../whole-text'

// What a person fills in for each kind of entry. The same shapes serve recording and correcting. Every message names
// the mend. An empty box on a form arrives as '' and means "not given".

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
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/
export const isDay = (text: string) => {
  if (!dayPattern.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
export const day = (missing: string) => z.string({ error: missing }).refine(isDay, missing)
export const optionalDay = emptyIsNull(
  z.string().refine(isDay, 'Give the date as year-month-day, for example 2026-11-21.'),
)
export const optionalId = emptyIsNull(z.string().max(80))
export const id = (missing: string) => z.string({ error: missing }).min(1, missing).max(80)
/** A due date may be words ("Friday", "in 2 weeks"); decide turns them into a day with the server's clock. */
const dueWords = line('Say by when: a date, or words such as “Friday” or “in 2 weeks”.')
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(40),
  )
export const ticked = z.preprocess(
  (value) => value === true || value === 'yes' || value === 'on',
  z.boolean(),
)

const common = {
  /** For a chair or coordinator who records for another agency in the room. */
  agencyId: optionalId,
  /** Not given: the rule for the kind of entry decides (entries.ts). */
  audience: audienceSchema.optional(),
  handling: list(z.enum(handlingKeys)),
}

/** What a person fills in for something that happened between meetings. */
export const happeningFields = z.object({
  ...common,
  happeningKind: z.enum(happeningKindKeys, { error: 'Choose what happened.' }),
  day: line('Say on which day: a date, or words such as “today” or “21 November”.'),
  what: line('Write what happened, or what is going to.'),
  source: z.enum(sourceKeys, { error: 'Choose where this comes from.' }).default('agency_record'),
})

export const entryFields = {
  share: z.object({
    ...common,
    what: line('Write what you are sharing.'),
    about: z.string().max(80).default('perpetrator'),
    source: z.enum(sourceKeys, { error: 'Choose where this comes from.' }).default('agency_record'),
    nature: z.enum(natureKeys, { error: 'Choose fact or professional opinion.' }).default('fact'),
    factDate: optionalDay,
    purpose: z.enum(purposeKeys, { error: 'Choose the purpose of sharing.' }).default('protect_adult'),
    lawfulBasis: z.enum(lawfulBasisKeys, { error: 'Choose the lawful basis.' }).default('public_task'),
    gateway: z.enum(gatewayKeys, { error: 'Choose the legal gateway.' }).default('crime_and_disorder_s115'),
    necessity: optionalLine,
  }),
  lever: z.object({
    ...common,
    what: line('Write what gives a hold on him, or a way in.'),
    // Nobody who chose no kind is made to have said one: the figures count kinds.
    leverKind: z.enum(leverKindKeys, { error: 'Choose the kind of lever.' }).default('other'),
    holderAgencyId: optionalId,
    safeToUse: z.enum(answerKeys, { error: 'Say whether it is safe to use.' }).default('unknown'),
    safetyNote: optionalLine,
  }),
  finding: z.object({
    ...common,
    criterionKey: id('Choose the criterion.'),
    answer: z.enum(findingAnswerKeys, { error: 'Choose met, not met or unknown.' }),
    evidence: optionalLine,
  }),
  decision: z.object({
    ...common,
    outcome: z.enum(decisionOutcomeKeys, { error: 'Choose the decision.' }),
    mode: emptyIsNull(z.enum(caseModeKeys)),
    rationale: line('Write why the panel decides this.'),
    reason: optionalLine,
    until: z.string().trim().max(80).default(''),
    onward: optionalLine,
    closureReason: emptyIsNull(z.enum(closureReasonKeys)),
  }),
  position: z.object({
    ...common,
    decisionId: id('Choose the decision.'),
    stance: z.enum(stanceKeys, { error: 'Choose agrees, dissents, abstains or absent.' }),
    reason: optionalLine,
  }),
  intervention: z.object({
    ...common,
    strand: z.enum(strandKeys, { error: 'Choose support, disrupt or both.' }),
    supportAreas: list(z.enum(supportAreaKeys)),
    disruptAreas: list(z.enum(disruptAreaKeys)),
    what: line('Write what exactly will be done.'),
    leverId: optionalId,
    leadAgencyId: optionalId,
    jointAgencyIds: list(z.string().max(80)),
    status: z.enum(interventionStatusKeys).default('planned'),
    result: optionalLine,
  }),
  action: z.object({
    ...common,
    what: line('Write what is to be done.'),
    ownerAgencyId: optionalId,
    ownerRole: optionalLine,
    ownerMemberId: optionalId,
    due: dueWords,
    interventionId: optionalId,
    requestId: optionalId,
  }),
  request: z.object({
    ...common,
    toAgencyId: id('Choose the agency you are asking.'),
    what: line('Write what information you need.'),
    why: line('Write why it is needed: one line is enough.'),
    lawfulBasis: z.enum(lawfulBasisKeys).default('public_task'),
    due: dueWords,
  }),
  safetyCheck: z.object({
    ...common,
    victimId: optionalId,
    knows: z.enum(answerKeys, { error: 'Say whether she knows what the panel plans.' }),
    raisesRisk: z.enum(answerKeys, { error: 'Say whether this could raise the risk to her.' }),
    riskNote: optionalLine,
    safeContact: z.enum(answerKeys, { error: 'Say whether there is a safe contact.' }),
    plan: line('Write the safety plan in a line: what is in place if the risk rises.'),
    whoTells: line('Write who tells her, and how.'),
    children: line('Write what this means for the children, or “no children”.'),
  }),
} as const satisfies Record<EntryKind, z.ZodType>

export type EntryFields = { [K in EntryKind]: z.infer<(typeof entryFields)[K]> }
