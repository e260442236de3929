import { and, eq, gt, gte, isNull, notExists, notInArray, or } from 'drizzle-orm'
import { aheadKinds } from '../../app/domain/case/happening-prompts'
import { meetings } from '../schema/meeting'
import { items } from '../schema/agenda'
import { happenings } from '../schema/case'
import type { Query } from '../store'

/**
 * Which happenings of a panel may still wait for an answer. Whatever was heard since it was recorded and, where it lay
 * ahead, on its day or later, leaves no doubt; the rest is worked out by the rules (happening-prompts.ts).
 */
export const unansweredHappenings = (tx: Query, panelId: string) => {
  const heard = tx
    .select({ id: items.id })
    .from(items)
    .innerJoin(meetings, eq(meetings.id, items.meetingId))
    .where(
      and(
        eq(items.caseId, happenings.caseId),
        notInArray(items.status, ['removed', 'not_reached']),
        or(
          gt(meetings.closedAt, happenings.asksSince),
          and(isNull(happenings.asksSince), gt(meetings.closedAt, happenings.recordedAt)),
        ),
        or(notInArray(happenings.happeningKind, [...aheadKinds]), gte(meetings.date, happenings.day)),
      ),
    )
  const toBring = and(isNull(happenings.dismissedAt), notExists(heard))
  const toAnswer = and(eq(happenings.happeningKind, 'new_partner'), isNull(happenings.disclosure))
  return and(
    eq(happenings.panelId, panelId),
    isNull(happenings.withdrawnAt),
    isNull(happenings.supersededBy),
    or(toBring, toAnswer),
  )
}
