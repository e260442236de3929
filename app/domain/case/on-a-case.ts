import { isRefusal, notFound, refuse, type Asking, type Refusal } from '../asking'
import { laneOf } from '../lane'
import { seen } from '../sight/sees'
import { sightOf } from '../sight/sight'
import type { CaseThings, RecordedOnCase } from '../things/case'
import type { Things } from '../things/thing-set'

// What is recorded on a case between meetings, of whichever kind: in one's own agency's lane, on a case that one may see, by
// whoever records; put right by that agency, or by chair and coordinator.

/**
 * Whom the case is before, where it is before a few agencies only: what is recorded meanwhile stays with them. Null:
 * everyone.
 */
const askedInNow = (things: Things, caseId: string): string[] | null =>
  things
    .all('item')
    .find(
      (item) =>
        item.caseId === caseId &&
        item.status !== 'removed' &&
        item.invitedAgencyIds !== null &&
        things.get('meeting', item.meetingId)?.status !== 'closed',
    )?.invitedAgencyIds ?? null

/** The lane that was wanted, or one's own; the refusal stands at the form's own field. */
export const laneOnCase = (asking: Asking, agencyId: string | null) => {
  const lane = laneOf(asking, agencyId)
  return isRefusal(lane) ? { ...lane, fields: [{ field: 'fields.agencyId', message: lane.message }] } : lane
}

/** Where, by whom, when and for whom something new is recorded; refused where there is no such case, or lane. */
export const recordedOnCase = (
  asking: Asking,
  caseId: string,
  agencyId: string | null,
): RecordedOnCase | Refusal => {
  const { things, viewer, context } = asking
  const itsCase = things.get('case', caseId)
  if (!itsCase || !seen(sightOf(viewer, things, null), 'case', itsCase)) return notFound
  const lane = laneOnCase(asking, agencyId)
  if (isRefusal(lane)) return lane
  return {
    id: context.newId(),
    panelId: viewer.panelId,
    caseId,
    agencyId: lane.id,
    recordedBy: viewer.memberId,
    recordedAt: context.now,
    invitedAgencyIds: askedInNow(things, caseId),
  }
}

type KindOnCase = {
  [K in keyof CaseThings]: CaseThings[K] extends RecordedOnCase ? K : never
}[keyof CaseThings]

/** One of this case that the asker may see; to anyone else, and under another case, there is none. */
export const foundOnCase = <K extends KindOnCase>(
  { things, viewer }: Asking,
  kind: K,
  caseId: string,
  id: string,
): CaseThings[K] | Refusal => {
  const one = things.get(kind, id)
  return one?.caseId === caseId && seen(sightOf(viewer, things, null), kind, one) ? one : notFound
}

/** `does`: what only its agency does with it, or whoever runs the panel; undefined where the asker may. */
export const mustBeOwn = (
  asking: Asking,
  { agencyId }: { agencyId: string },
  does: 'corrects' | 'withdraws' | 'ends',
): Refusal | undefined =>
  isRefusal(laneOf(asking, agencyId))
    ? refuse('not_allowed', `The agency that recorded it ${does} it, or chair and coordinator.`)
    : undefined
