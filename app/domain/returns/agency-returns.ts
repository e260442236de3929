import type { AgencyReturn } from '../things/returns'
import type { Item } from '../things/agenda'
import { laneOf } from '../lane'
import { recorded } from '../records/records'
import { type Asking, type Decided, isRefusal, refuse, refuseField } from '../asking'
import { type FilledIn, inItem, optionalId, optionalLine } from '../fields'
import { withItem } from '../agenda/agenda-items'
import { z } from 'zod'

export const returnFor = (asking: Asking, item: Item, agencyId: string): AgencyReturn =>
  asking.things.get('agencyReturn', `${item.id}~${agencyId}`) ?? {
    id: `${item.id}~${agencyId}`,
    panelId: item.panelId,
    meetingId: item.meetingId,
    itemId: item.id,
    caseId: item.caseId,
    agencyId,
    state: 'awaited',
    askedOn: null,
    dueOn: null,
    returnedOn: null,
    declinedReason: null,
    timesChased: 0,
    chasedAt: null,
    spokenAt: null,
    spokenMarkedBy: null,
  }

/** The day on which a return first came: whatever is changed in it afterwards, it came then. */
export const cameOn = (before: AgencyReturn) =>
  before.state === 'awaited' || before.state === 'declined' ? null : before.returnedOn

export const recordReturnFields = {
  ...inItem,
  agencyId: optionalId,
  state: z.enum(['returned', 'nothing_held', 'declined'], { error: 'Choose what your agency holds.' }),
  reason: optionalLine,
}

export const recordReturn = (asking: Asking, command: FilledIn<typeof recordReturnFields>): Decided =>
  withItem(asking, command, (item) => {
    const agency = laneOf(asking, command.agencyId)
    if (isRefusal(agency)) return agency
    const before = returnFor(asking, item, agency.id)
    if (before.state === command.state) return refuse('already_done', 'That is recorded already.')
    if (command.state === 'declined' && !command.reason)
      return refuseField(
        'reason',
        'Say why your agency declines. Chair and coordinator read this, so say nothing of what you hold.',
      )
    const agencyReturn: AgencyReturn = {
      ...before,
      state: command.state,
      returnedOn: cameOn(before) ?? asking.context.today,
      declinedReason: command.state === 'declined' ? command.reason : null,
    }
    return [recorded('returnRecorded', { agencyReturn })]
  })

export const markAgencyHeardFields = {
  ...inItem,
  agencyId: optionalId,
  heard: z.enum(['spoken', 'nothing_held'], { error: 'Choose: has spoken, or nothing held.' }),
}

export const markAgencyHeard = (asking: Asking, command: FilledIn<typeof markAgencyHeardFields>): Decided =>
  withItem(asking, command, (item) => {
    const agency = laneOf(asking, command.agencyId)
    if (isRefusal(agency)) return agency
    const before = returnFor(asking, item, agency.id)
    const { context, viewer } = asking
    if (before.spokenAt !== null && command.heard === 'spoken')
      return refuse('already_done', 'This agency has been heard.')
    const agencyReturn: AgencyReturn = {
      ...before,
      spokenAt: context.now,
      spokenMarkedBy: viewer.memberId,
      ...(command.heard === 'nothing_held'
        ? { state: 'nothing_held', returnedOn: before.returnedOn ?? context.today }
        : {}),
    }
    return [recorded('agencyHeard', { agencyReturn })]
  })
