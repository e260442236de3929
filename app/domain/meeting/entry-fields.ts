import { z } from 'zod'
import { caseModeKeys, closureReasonKeys } from '../catalogues/case'
import {
  answerKeys,
  decisionOutcomeKeys,
  disruptAreaKeys,
  findingAnswerKeys,
  gatewayKeys,
  interventionStatusKeys,
  lawfulBasisKeys,
  leverKindKeys,
  natureKeys,
  purposeKeys,
  sourceKeys,
  stanceKeys,
  strandKeys,
  supportAreaKeys,
} from '../catalogues/entries'
import type { EntryKind } from '../things/entries'
import { fieldsInCommon } from './fields-in-common'
import { line, optionalDay, optionalLine, optionalId, id, emptyIsNull, list, dueWords } from '../fields'

// What a person fills in for each kind of entry. The same shapes serve recording and correcting. Every message names
// the mend. An empty box on a form arrives as '' and means "not given".
export const entryFields = {
  share: z.object({
    ...fieldsInCommon,
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
    ...fieldsInCommon,
    what: line('Write what gives a hold on him, or a way in.'),
    // Nobody who chose no kind is made to have said one: the figures count kinds.
    leverKind: z.enum(leverKindKeys, { error: 'Choose the kind of lever.' }).default('other'),
    holderAgencyId: optionalId,
    safeToUse: z.enum(answerKeys, { error: 'Say whether it is safe to use.' }).default('unknown'),
    safetyNote: optionalLine,
  }),
  finding: z.object({
    ...fieldsInCommon,
    criterionKey: id('Choose the criterion.'),
    answer: z.enum(findingAnswerKeys, { error: 'Choose met, not met or unknown.' }),
    evidence: optionalLine,
  }),
  decision: z.object({
    ...fieldsInCommon,
    outcome: z.enum(decisionOutcomeKeys, { error: 'Choose the decision.' }),
    mode: emptyIsNull(z.enum(caseModeKeys)),
    rationale: line('Write why the panel decides this.'),
    reason: optionalLine,
    until: z.string().trim().max(80).default(''),
    onward: optionalLine,
    closureReason: emptyIsNull(z.enum(closureReasonKeys)),
  }),
  position: z.object({
    ...fieldsInCommon,
    decisionId: id('Choose the decision.'),
    stance: z.enum(stanceKeys, { error: 'Choose agrees, dissents, abstains or absent.' }),
    reason: optionalLine,
  }),
  intervention: z.object({
    ...fieldsInCommon,
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
    ...fieldsInCommon,
    what: line('Write what is to be done.'),
    ownerAgencyId: optionalId,
    ownerRole: optionalLine,
    ownerMemberId: optionalId,
    due: dueWords,
    interventionId: optionalId,
    requestId: optionalId,
  }),
  request: z.object({
    ...fieldsInCommon,
    toAgencyId: id('Choose the agency you are asking.'),
    what: line('Write what information you need.'),
    why: line('Write why it is needed: one line is enough.'),
    lawfulBasis: z.enum(lawfulBasisKeys).default('public_task'),
    due: dueWords,
  }),
  safetyCheck: z.object({
    ...fieldsInCommon,
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

export type EntryCorrection = { [K in EntryKind]: { entryKind: K; fields: EntryFields[K] } }[EntryKind]

/** What a correction of one kind of entry is filled in with. */
export const correctionOf = <K extends EntryKind>(entryKind: K) =>
  z.object({ entryKind: z.literal(entryKind), fields: entryFields[entryKind] })

/** Of any kind. */
export const entryCorrection = z.discriminatedUnion(
  'entryKind',
  (Object.keys(entryFields) as EntryKind[]).map(correctionOf) as unknown as [
    ReturnType<typeof correctionOf<EntryKind>>,
  ],
) as unknown as z.ZodType<EntryCorrection>
