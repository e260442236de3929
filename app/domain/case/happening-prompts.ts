import { meetingThatAnswers } from '../agenda/brought-to-panel'
import type { HappeningKind } from '../catalogues/case'
import { addDays } from '../dates/due-date'
import type { Meeting } from '../things/meeting'
import type { Item } from '../things/agenda'
import type { Happening } from '../things/case'
import type { Day, Instant } from '../dates/day'

// What a happening asks for, worked out when it is read: to bring the case back, and for a new partner an answer under the
// disclosure scheme. A release or the end of an order is put to the panel some days before; all else at once.

export const aheadKinds: readonly HappeningKind[] = ['order_ending', 'release']
export const isAhead = (kind: HappeningKind): boolean => aheadKinds.includes(kind)

type Asked = Pick<
  Happening,
  | 'caseId'
  | 'happeningKind'
  | 'day'
  | 'recordedOn'
  | 'recordedAt'
  | 'asksSince'
  | 'dismissedAt'
  | 'withdrawnAt'
  | 'supersededBy'
>

/** From when chair and coordinator are asked to bring the case back. */
export const promptFrom = (
  happening: Pick<Happening, 'happeningKind' | 'day' | 'recordedOn'>,
  noticeDays: number,
): Day => {
  const from = isAhead(happening.happeningKind) ? addDays(happening.day, -noticeDays) : happening.recordedOn
  return from < happening.recordedOn ? happening.recordedOn : from
}

export type RelistState<M> =
  | { state: 'withdrawn' | 'corrected' | 'dismissed' }
  | { state: 'listed'; meeting: M }
  | { state: 'due' | 'later'; from: Day }

type OnAgenda = Pick<Item, 'meetingId' | 'status'> & { caseId: string | null }

/** How the prompt stands on a day (of a meeting, or today), as it looks today. Taken off the agenda again, or not reached, a case is due again by itself. */
export const relistState = <M extends Pick<Meeting, 'id' | 'date' | 'status'> & { closedAt: Instant | null }>(
  happening: Asked,
  { on, today }: { on: Day; today: Day },
  noticeDays: number,
  items: readonly OnAgenda[],
  meetings: readonly M[],
): RelistState<M> => {
  if (happening.withdrawnAt !== null) return { state: 'withdrawn' }
  if (happening.supersededBy !== null) return { state: 'corrected' }
  if (happening.dismissedAt !== null) return { state: 'dismissed' }
  const from = promptFrom(happening, noticeDays)
  const meeting = meetingThatAnswers(
    happening.caseId,
    { from, at: happening.asksSince ?? happening.recordedAt },
    today,
    items,
    meetings,
  )
  if (meeting) return { state: 'listed', meeting }
  return { state: from <= on ? 'due' : 'later', from }
}

/** A new partner for whom nobody has answered yet whether she is told. */
export const awaitsDisclosure = (
  happening: Pick<Happening, 'happeningKind' | 'disclosure' | 'withdrawnAt' | 'supersededBy'>,
): boolean =>
  happening.happeningKind === 'new_partner' &&
  happening.disclosure === null &&
  happening.withdrawnAt === null &&
  happening.supersededBy === null
