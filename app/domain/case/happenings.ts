import { safetyCircle, wholePanel } from '../audience'
import { isRefusal, refuse, refuseField, type Asking, type Decided } from '../asking'
import { dayFromWords, addDays } from '../dates/due-date'
import { checkedAudience } from '../meeting/entry-audience'
import { isAhead } from './happening-prompts'
import { foundOnCase, laneOnCase, mustBeOwn, recordedOnCase } from './on-a-case'
import { policyOf, policyVersionOf } from '../panel/policy'
import { recorded } from '../records/records'
import type { Happening } from '../things/case'
import { caseId, happeningId, line, optionalDay } from '../fields'
import { happeningFields } from './happening-fields'
import { z } from 'zod'
import { disclosureAnswerKeys } from '../catalogues/case'
import type { FilledIn } from '../fields'

// What happens on a case between meetings (domain 3 and 4): a new incident, a breach, a release to come. Recorded by
// anyone who records, at any time, on a case that is closed as well; it asks chair and coordinator to bring the case back.
// What she told stays in the safety circle. Chair and coordinator can always read it, because they have to act on it: so it
// is for the whole panel or for the circle, and never for named agencies alone.

/** What of a happening a person fills in, checked; `before`: what it corrects, whose audience it keeps unless told otherwise. */
const filledIn = (
  asking: Asking,
  fields: FilledIn<typeof recordHappeningFields>['fields'],
  before: Happening | null,
) => {
  const { context } = asking
  const day = dayFromWords(fields.day, context.today)
  if (day === undefined)
    return refuseField(
      'fields.day',
      'Write a date, or words such as “today”, “Friday” or “21 November 2026”.',
    )
  if (day > context.today && !isAhead(fields.happeningKind))
    return refuseField(
      'fields.day',
      'Give a day that is not in the future: only a release or the end of an order lies ahead.',
    )
  const fromHer = fields.source === 'victim_survivor'
  const kept = before && (!fromHer || before.source === 'victim_survivor') ? before.audience : undefined
  const wanted = fields.audience ?? kept ?? (fromHer ? safetyCircle : wholePanel)
  if (fromHer && wanted.kind !== 'safety_circle')
    return refuseField(
      'fields.audience',
      'What she told stays in the safety circle. Name people who need it as well.',
    )
  if (wanted.kind === 'agencies')
    return refuseField(
      'fields.audience',
      'Chair and coordinator have to act on this: choose the whole panel, or the safety circle.',
    )
  const audience = checkedAudience(asking, wanted)
  if (isRefusal(audience)) return audience
  const handling: Happening['handling'] = fromHer
    ? [...new Set([...fields.handling, 'not_to_him' as const])]
    : fields.handling
  return {
    day,
    audience,
    handling,
    happeningKind: fields.happeningKind,
    what: fields.what,
    source: fields.source,
  }
}

const disclosureDueOf = ({ things, viewer, context }: Asking, kind: Happening['happeningKind']) =>
  kind === 'new_partner' ? addDays(context.today, policyOf(things, viewer.panelId).disclosureDays) : null

const unanswered = {
  dismissedAt: null,
  dismissedBy: null,
  dismissedReason: null,
  disclosure: null,
  disclosureOn: null,
  disclosureWords: null,
  disclosureAt: null,
  disclosureBy: null,
}

export const recordHappeningFields = { caseId, fields: happeningFields }

export const recordHappening = (
  asking: Asking,
  { caseId, fields }: FilledIn<typeof recordHappeningFields>,
): Decided => {
  const { things, viewer, context } = asking
  const where = recordedOnCase(asking, caseId, fields.agencyId)
  if (isRefusal(where)) return where
  const filled = filledIn(asking, fields, null)
  if ('ok' in filled) return filled
  const happening: Happening = {
    ...where,
    ...filled,
    recordedOn: context.today,
    policyVersion: policyVersionOf(things, viewer.panelId),
    laterAudiences: [],
    supersedes: null,
    supersededBy: null,
    correctionReason: null,
    asksSince: null,
    ...unanswered,
    disclosureDue: disclosureDueOf(asking, fields.happeningKind),
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  }
  return [recorded('happeningRecorded', { happening })]
}

export const correctHappeningFields = {
  caseId,
  happeningId,
  fields: happeningFields,
  reason: line('Say what is corrected and why.'),
}

/**
 * Put right, it is a version of its own and the earlier ones stay readable. What was answered stays answered, unless it
 * turns out that something else happened, or on another day: then it asks anew.
 */
export const correctHappening = (
  asking: Asking,
  command: FilledIn<typeof correctHappeningFields>,
): Decided => {
  const before = standing(asking, command.caseId, command.happeningId)
  if (isRefusal(before)) return before
  const no = mustBeOwn(asking, before, 'corrects')
  if (no) return no
  const { fields, reason } = command
  const lane = laneOnCase(asking, fields.agencyId ?? before.agencyId)
  if (isRefusal(lane)) return lane
  const filled = filledIn(asking, fields, before)
  if ('ok' in filled) return filled
  const { context, viewer } = asking
  const asksAnew = filled.happeningKind !== before.happeningKind || filled.day !== before.day
  const stillPartner = filled.happeningKind === 'new_partner' && before.happeningKind === 'new_partner'
  const { disclosure, disclosureOn, disclosureWords, disclosureAt, disclosureBy } = before
  const happening: Happening = {
    ...before,
    ...filled,
    agencyId: lane.id,
    id: context.newId(),
    recordedBy: viewer.memberId,
    recordedAt: context.now,
    laterAudiences: [],
    supersedes: before.id,
    supersededBy: null,
    correctionReason: reason,
    ...(asksAnew
      ? {
          recordedOn: context.today,
          asksSince: context.now,
          ...unanswered,
          ...(stillPartner ? { disclosure, disclosureOn, disclosureWords, disclosureAt, disclosureBy } : {}),
        }
      : { asksSince: before.asksSince ?? before.recordedAt }),
    disclosureDue: stillPartner ? before.disclosureDue : disclosureDueOf(asking, filled.happeningKind),
  }
  return [recorded('happeningCorrected', { happening, of: before.id, reason })]
}

/** One that the asker may see and that stands. */
const standing = (asking: Asking, caseId: string, id: string) => {
  const happening = foundOnCase(asking, 'happening', caseId, id)
  if (isRefusal(happening)) return happening
  if (happening.supersededBy !== null)
    return refuse('wrong_moment', 'Someone has corrected this meanwhile. Look at the new version first.')
  return happening.withdrawnAt === null ? happening : refuse('already_done', 'That was withdrawn.')
}

export const dismissRelistingFields = {
  caseId,
  happeningId,
  reason: line('Say why the case need not come back because of this.'),
}

export const dismissRelisting = (
  asking: Asking,
  command: FilledIn<typeof dismissRelistingFields>,
): Decided => {
  const found = standing(asking, command.caseId, command.happeningId)
  if (isRefusal(found)) return found
  if (found.dismissedAt !== null) return refuse('already_done', 'That is dismissed already.')
  return [
    recorded('relistingDismissed', {
      happeningId: found.id,
      at: asking.context.now,
      by: asking.viewer.memberId,
      reason: command.reason,
    }),
  ]
}

export const answerDisclosureFields = {
  caseId,
  happeningId,
  answer: z.enum(disclosureAnswerKeys, { error: 'Choose: made, or not needed.' }),
  on: optionalDay,
  words: line('Say who told her and how, or why it is not needed.'),
}

/** Whether a new partner is told of his past, the disclosure scheme decides; that someone has answered for it, the panel must know. */
export const answerDisclosure = (
  asking: Asking,
  command: FilledIn<typeof answerDisclosureFields>,
): Decided => {
  const found = standing(asking, command.caseId, command.happeningId)
  if (isRefusal(found)) return found
  if (found.happeningKind !== 'new_partner')
    return refuse('wrong_moment', 'Only a new partner asks for an answer under the disclosure scheme.')
  if (found.disclosure !== null) return refuse('already_done', 'That is answered already.')
  if (command.answer === 'made' && command.on === null)
    return refuseField('on', 'Give the day on which she was told.')
  if (command.on !== null && command.on > asking.context.today)
    return refuseField('on', 'Give a day that is not in the future.')
  const on = command.answer === 'made' ? command.on : null
  return [
    recorded('disclosureAnswered', {
      happeningId: found.id,
      answer: command.answer,
      on,
      words: command.words,
      at: asking.context.now,
      by: asking.viewer.memberId,
    }),
  ]
}

export const withdrawHappeningFields = {
  caseId,
  happeningId,
  reason: line('Say why this is withdrawn.'),
}

export const withdrawHappening = (
  asking: Asking,
  command: FilledIn<typeof withdrawHappeningFields>,
): Decided => {
  const found = standing(asking, command.caseId, command.happeningId)
  if (isRefusal(found)) return found
  const no = mustBeOwn(asking, found, 'withdraws')
  if (no) return no
  return [
    recorded('happeningWithdrawn', {
      happeningId: found.id,
      at: asking.context.now,
      by: asking.viewer.memberId,
      reason: command.reason,
    }),
  ]
}
