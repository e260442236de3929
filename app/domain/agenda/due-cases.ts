import type { ItemKind } from '../catalogues/agenda'
import type { DecisionOutcome } from '../catalogues/entries'
import { happeningKinds, type ContactStatus, type HappeningKind } from '../catalogues/case'
import { addDays } from '../dates/due-date'
import type { PolicyValues } from '../catalogues/policy-settings'
import type { Day } from '../dates/day'

// What is due on the agenda of a meeting, and why (domain 4, "Before"). Worked out from what stands when someone looks, so
// that nothing has to be remembered: a case that was not reached, or heard without a decision, is due again by itself.
// A case that is already listed for a meeting to come is not due a second time.

export const dueReasons = {
  with_chair: 'With the chair: overdue too long, or chased in vain',
  happened_new_incident: happeningKinds.new_incident,
  happened_breach: happeningKinds.breach,
  happened_new_partner: happeningKinds.new_partner,
  happened_new_victim: happeningKinds.new_victim,
  happened_release: happeningKinds.release,
  happened_order_ending: happeningKinds.order_ending,
  disclosure: 'New partner: the disclosure scheme is not answered for',
  candidate: 'Put forward as a candidate',
  breach: 'Breach of an order',
  new: 'New',
  new_incident: 'New incidents',
  not_reached: 'Not reached last time',
  undecided: 'Heard, no decision recorded',
  brought_back: 'Brought back',
  extension_ends: 'Extension ends',
  closure_proposed: 'Closure proposed',
  review_due: 'Review due',
  overdue_actions: 'Overdue actions',
} as const
export type DueReason = keyof typeof dueReasons

export interface HeardItem {
  date: Day
  /** Whether that meeting has been held. */
  held: boolean
  status: 'listed' | 'concluded' | 'not_reached' | 'removed'
  outcome: DecisionOutcome | null
  /** The day until which that decision said: it comes back, or the extension ends. */
  until: Day | null
}

export interface CaseToWeigh {
  id: string
  ref: string
  initials: string
  referredOn: Day
  acceptedOn: Day | null
  notAcceptedOn: Day | null
  closedOn: Day | null
  contactStatus: ContactStatus | null
  items: readonly HeardItem[]
  /** Days by which its open actions are due, less what has come to the chair. */
  actionsDue: readonly Day[]
  /** Days by which what has come to the chair was due. */
  withChair?: readonly Day[]
  /** What happened since, or whom a score put forward, that no agenda has answered. */
  prompts?: readonly { reason: `happened_${HappeningKind}` | 'disclosure' | 'candidate'; day: Day }[]
  incidents: readonly { date: Day; breach: boolean }[]
}

export interface Because {
  reason: DueReason
  /** Since, or by, when; for actions: the oldest; for incidents: the newest. */
  day: Day | null
  /** For actions and incidents: how many. */
  count: number
}

export interface DueCase {
  id: string
  ref: string
  initials: string
  because: Because[]
  itemKind: ItemKind
  minutes: number
}

type Clocks = Pick<
  PolicyValues,
  'reviewWeeks' | 'newCaseMinutes' | 'reviewMinutes' | 'closureMinutes' | 'urgentMinutes'
>

/** The panel's usual time for an item of a kind. */
export const usualMinutes = (kind: ItemKind, policy: Omit<Clocks, 'reviewWeeks'>): number =>
  ({
    new: policy.newCaseMinutes,
    review: policy.reviewMinutes,
    closure: policy.closureMinutes,
    urgent: policy.urgentMinutes,
    note_only: 0,
  })[kind]

const one = (reason: DueReason, day: Day | null, count = 1): Because => ({ reason, day, count })

/** Why a case is due at a meeting on `meetingDay`, looked at on `today`; empty where it is not. */
export const whyDue = (
  thing: CaseToWeigh,
  meetingDay: Day,
  today: Day,
  policy: Pick<Clocks, 'reviewWeeks'>,
): Because[] => {
  const stands = thing.items.filter((item) => item.status !== 'removed')
  if (stands.some((item) => item.status === 'listed' && !item.held)) return []
  const past = stands.filter((item) => item.held).sort((a, b) => (a.date < b.date ? -1 : 1))
  const last = past.at(-1)
  const heard = past.filter((item) => item.status === 'concluded').at(-1)
  // A case that is closed or was not accepted comes back only because something happened since: the panel may open it again.
  if (thing.closedOn !== null || thing.notAcceptedOn !== null)
    return (thing.prompts ?? [])
      .filter(({ reason }) => reason !== 'candidate')
      .map(({ reason, day }) => one(reason, day))
  const because: Because[] = []
  const withChair = [...(thing.withChair ?? [])].sort()
  if (withChair.length > 0) because.push(one('with_chair', withChair[0] ?? null, withChair.length))
  because.push(...(thing.prompts ?? []).map(({ reason, day }) => one(reason, day)))
  if (!last && thing.acceptedOn === null) because.push(one('new', thing.referredOn))
  if (last && last.status !== 'concluded') because.push(one('not_reached', last.date))
  if (last?.status === 'concluded' && last.outcome === null) because.push(one('undecided', last.date))
  if (heard?.outcome === 'bring_back' && (heard.until === null || heard.until <= meetingDay))
    because.push(one('brought_back', heard.until ?? heard.date))
  if (heard?.outcome === 'extend' && heard.until !== null && heard.until <= meetingDay)
    because.push(one('extension_ends', heard.until))
  if (thing.contactStatus === 'pre_closure') because.push(one('closure_proposed', null))
  if (thing.acceptedOn !== null) {
    const since = heard && heard.date > thing.acceptedOn ? heard.date : thing.acceptedOn
    const due = addDays(since, policy.reviewWeeks * 7)
    if (due <= meetingDay) because.push(one('review_due', due))
  }
  // What a referral brought is heard with it; what came after the panel last heard of him is new.
  const since = last?.date ?? thing.acceptedOn
  const newer = since === null ? [] : thing.incidents.filter((incident) => incident.date > since)
  for (const [reason, breach] of [
    ['breach', true],
    ['new_incident', false],
  ] as const) {
    const days = newer
      .filter((incident) => incident.breach === breach)
      .map(({ date }) => date)
      .sort()
    if (days.length > 0) because.push(one(reason, days.at(-1) ?? null, days.length))
  }
  const overdue = thing.actionsDue.filter((day) => day < today).sort()
  if (overdue.length > 0) because.push(one('overdue_actions', overdue[0] ?? null, overdue.length))
  return because
}

const kindOf = (thing: CaseToWeigh, because: readonly Because[]): ItemKind => {
  if (because.some((one) => one.reason === 'breach' || one.reason.startsWith('happened_'))) return 'urgent'
  if (because.some((one) => one.reason === 'closure_proposed')) return 'closure'
  return thing.acceptedOn === null ? 'new' : 'review'
}

const order = Object.keys(dueReasons) as DueReason[]

/** Cases due at a meeting: by the reason that stands first in the list above, then the longest due first. */
export const dueCases = (
  cases: readonly CaseToWeigh[],
  meetingDay: Day,
  today: Day,
  policy: Clocks,
): DueCase[] => {
  const rank = (due: DueCase) => Math.min(...due.because.map(({ reason }) => order.indexOf(reason)))
  const since = (due: DueCase) => due.because[0]?.day ?? meetingDay
  return cases
    .flatMap((thing): DueCase[] => {
      const because = whyDue(thing, meetingDay, today, policy)
      if (because.length === 0) return []
      const itemKind = kindOf(thing, because)
      return [
        {
          id: thing.id,
          ref: thing.ref,
          initials: thing.initials,
          because,
          itemKind,
          minutes: usualMinutes(itemKind, policy),
        },
      ]
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) || (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : a.ref < b.ref ? -1 : 1),
    )
}
