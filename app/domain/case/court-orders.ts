import { isRefusal, refuse, refuseField, type Asking, type Decided } from '../asking'
import type { Day } from '../dates/day'
import { caseId, day, id, line, optionalDay, optionalId, optionalLine, type FilledIn } from '../fields'
import { recorded } from '../records/records'
import { courtOrderEndKeys, courtOrderKindKeys, type CourtOrder } from '../things/case'
import { foundOnCase, mustBeOwn, recordedOnCase } from './on-a-case'
import { z } from 'zod'

// What a court has ordered against him, kept on the case so that every agency knows what would be a breach and who acts on
// it. Recorded in one's own lane by whoever records what happens between meetings, on a case that is closed as well. It is
// never changed: one that was ended early, or recorded wrongly, says so with the reason and stays readable.

export type CourtOrderStage = 'to_begin' | 'in_force' | 'ended' | 'recorded_wrongly'

/** How an order stands on a day; on its last day it is in force, and on the day it was ended no more. */
export const courtOrderStage = (
  order: Pick<CourtOrder, 'startsOn' | 'endsOn' | 'endedAs' | 'endedOn'>,
  on: Day,
): CourtOrderStage => {
  if (order.endedAs === 'recorded_wrongly') return 'recorded_wrongly'
  if (order.endedOn !== null && order.endedOn <= on) return 'ended'
  if (order.endsOn !== null && order.endsOn < on) return 'ended'
  return order.startsOn > on ? 'to_begin' : 'in_force'
}

export const recordCourtOrderFields = {
  caseId,
  fields: z.object({
    orderKind: z.enum(courtOrderKindKeys, { error: 'Choose what kind of order it is.' }),
    terms: line('Write what he may not do, or has to do.'),
    startsOn: day('Give the day from which it is in force.'),
    endsOn: optionalDay,
    whoEnforces: optionalLine,
    agencyId: optionalId,
  }),
}

export const recordCourtOrder = (
  asking: Asking,
  { caseId, fields }: FilledIn<typeof recordCourtOrderFields>,
): Decided => {
  const where = recordedOnCase(asking, caseId, fields.agencyId)
  if (isRefusal(where)) return where
  if (fields.endsOn !== null && fields.endsOn < fields.startsOn)
    return refuseField('fields.endsOn', 'Give a last day that is not before its first.')
  const courtOrder: CourtOrder = {
    ...where,
    orderKind: fields.orderKind,
    terms: fields.terms,
    startsOn: fields.startsOn,
    endsOn: fields.endsOn,
    whoEnforces: fields.whoEnforces,
    endedAs: null,
    endedOn: null,
    endedReason: null,
    endedAt: null,
    endedBy: null,
  }
  return [recorded('courtOrderRecorded', { courtOrder })]
}

export const endCourtOrderFields = {
  caseId,
  courtOrderId: id('Choose the order.'),
  as: z.enum(courtOrderEndKeys, { error: 'Choose: ended, or recorded wrongly.' }),
  /** Not given: today. */
  on: optionalDay,
  reason: line('Say who ended it and why, or what was wrong.'),
}

export const endCourtOrder = (asking: Asking, command: FilledIn<typeof endCourtOrderFields>): Decided => {
  const { context, viewer } = asking
  const order = foundOnCase(asking, 'courtOrder', command.caseId, command.courtOrderId)
  if (isRefusal(order)) return order
  const no = mustBeOwn(asking, order, 'ends')
  if (no) return no
  if (order.endedAs !== null) return refuse('already_done', 'That is on record already, with its reason.')
  const on = command.as === 'ended_early' ? (command.on ?? context.today) : context.today
  if (on > context.today) return refuseField('on', 'Give a day that is not in the future.')
  if (command.as === 'ended_early' && order.endsOn !== null && order.endsOn < on)
    return refuseField('on', 'Its last day was before that: it has ended by itself.')
  return [
    recorded('courtOrderEnded', {
      courtOrderId: order.id,
      as: command.as,
      on,
      reason: command.reason,
      at: context.now,
      by: viewer.memberId,
    }),
  ]
}
