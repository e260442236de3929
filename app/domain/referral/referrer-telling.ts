import { decisionOutcomes } from '../catalogues/entries'
import { localDay } from '../dates/local-time'
import { calendarOf } from '../panel/panel-calendar'
import { policyOf } from '../panel/policy'
import type { TellingKind } from '../catalogues/referral'
import type { Things } from '../things/thing-set'
import type { ReferrerTelling, Referral } from '../things/referral'
import type { Item } from '../things/agenda'
import type { Day, Instant } from '../dates/day'
import { addWorkingDays } from '../dates/working-days'

// The referrer hears: at once that the referral arrived, and afterwards what came of it and why (domain 3; evaluations
// found that referrers never hear). What is still to be told follows from where the referral stands and what has been
// told; nothing is stored for it, so that nothing can be forgotten. Whoever sends mail asks here whom it is due to.

export interface OwedTelling {
  referralId: string
  panelId: string
  what: TellingKind
  /** The moment of what is to be told of: what happens anew is told anew. */
  since: Instant
  dueOn: Day
  to: { memberId: string | null; name: string; agency: string; email: string }
  /** What it would say, to begin from. */
  draft: string
}

/** The panel's first decision on the case that came of a referral; bringing it back is none. */
export const decisionOn = (things: Things, referral: Referral): Item | undefined =>
  things
    .all('item')
    .filter(
      (item) =>
        item.caseId === referral.caseId &&
        item.status === 'concluded' &&
        item.outcome !== null &&
        item.outcome !== 'bring_back',
    )
    .filter((item) => things.get('meeting', item.meetingId)?.status === 'closed')
    .sort((a, b) => (a.concludedAt ?? 0) - (b.concludedAt ?? 0))[0]

const eventOf = (
  things: Things,
  referral: Referral,
): { what: TellingKind; since: Instant; draft: string } | undefined => {
  if (referral.stage === 'returned' || referral.stage === 'signposted') {
    return {
      what: referral.stage,
      since: referral.screenedAt ?? referral.receivedAt,
      draft: [referral.screeningReason, referral.screeningWords].filter(Boolean).join('. '),
    }
  }
  const item = referral.stage === 'accepted' ? decisionOn(things, referral) : undefined
  if (!item?.outcome) return undefined
  const closedAt = things.get('meeting', item.meetingId)?.closedAt ?? null
  return {
    what: 'decision',
    since: item.concludedAt ?? closedAt ?? referral.receivedAt,
    draft: `The panel decided: ${decisionOutcomes[item.outcome].toLowerCase()}.`,
  }
}

const tellingsOf = (things: Things, referralId: string): ReferrerTelling[] =>
  things
    .all('referrerTelling')
    .filter((one) => one.referralId === referralId)
    .sort((a, b) => a.toldAt - b.toldAt)

/** What this referrer is still to be told, or undefined. */
export const owedTelling = (things: Things, referral: Referral): OwedTelling | undefined => {
  const event = eventOf(things, referral)
  if (!event) return undefined
  const told = tellingsOf(things, referral.id).some(
    (one) => one.what === event.what && one.since === event.since,
  )
  if (told) return undefined
  const policy = policyOf(things, referral.panelId)
  return {
    referralId: referral.id,
    panelId: referral.panelId,
    ...event,
    dueOn: addWorkingDays(localDay(event.since), policy.outcomeWorkingDays, calendarOf(policy)),
    to: {
      memberId: referral.referrerMemberId,
      name: referral.referrerName,
      agency: referral.referrerAgency,
      email: referral.referrerEmail,
    },
  }
}

export const tellingsOwed = (things: Things, panelId: string): OwedTelling[] =>
  things
    .all('referral')
    .filter((one) => one.panelId === panelId)
    .flatMap((one) => owedTelling(things, one) ?? [])
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))

export type OutsideStage = 'received' | 'asked' | 'looked_at' | 'decided'
export const outsideStages: Record<OutsideStage, string> = {
  received: 'Received',
  asked: 'More information is asked for',
  looked_at: 'Being looked at',
  decided: 'Decided',
}

/**
 * How far a referral has come, for its outside referrer: nothing of anyone, and of outcome and reason only the words with
 * which someone has told them.
 */
export const outsideStage = (
  things: Things,
  referral: Referral,
): { stage: OutsideStage; words: string | null } => {
  if (referral.stage === 'received') return { stage: 'received', words: null }
  const last = tellingsOf(things, referral.id)
    .filter((one) => one.what !== 'acknowledgement')
    .at(-1)
  if (last && (last.what === 'decision' || (last.what === 'signposted' && referral.stage === 'signposted')))
    return { stage: 'decided', words: last.words }
  if (last?.what === 'returned' && referral.stage === 'returned' && last.since === referral.screenedAt)
    return { stage: 'asked', words: last.words }
  return { stage: 'looked_at', words: null }
}
