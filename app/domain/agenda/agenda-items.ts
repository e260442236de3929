import type { Item } from '../things/agenda'
import { agendaOf, mustNotBeClosed, presenterOf } from './agenda'
import { entryKinds } from '../things/entries'
import { itemKindKeys } from '../catalogues/agenda'
import { recorded } from '../records/records'
import {
  type Asking,
  type Decided,
  type Refusal,
  findItem,
  findMeeting,
  isRefusal,
  refuse,
  refuseField,
} from '../asking'
import { type FilledIn, caseMinutes, inItem, line, meetingId, optionalId, ticked } from '../fields'
import { z } from 'zod'

export const withItem = <C extends { meetingId: string; itemId: string }>(
  asking: Asking,
  command: C,
  decide: (item: Item) => Decided,
): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const item = findItem(asking, command.meetingId, command.itemId)
  if (isRefusal(item)) return item
  return mustNotBeClosed(meeting) ?? decide(item)
}

export const changeItemFields = {
  ...inItem,
  itemKind: z.enum(itemKindKeys, { error: 'Choose what kind of item this is.' }),
  minutes: caseMinutes,
  presenterId: optionalId,
}

export const changeItem = (asking: Asking, command: FilledIn<typeof changeItemFields>): Decided =>
  withItem(asking, command, (item) => [
    recorded('itemChanged', {
      itemId: item.id,
      itemKind: command.itemKind,
      minutes: command.minutes,
      presenterId: presenterOf(asking, command.presenterId),
    }),
    ...(command.itemKind === 'note_only' && item.lane === 'discuss'
      ? [
          recorded('itemPutOnNoteOnlyLane', {
            itemId: item.id,
            reason: 'Put there when the agenda was made.',
          }),
        ]
      : []),
  ])

export const inviteToItemFields = {
  ...inItem,
  agencyIds: z.array(z.string().max(80)).max(60).default([]),
  everyone: ticked,
}

export const inviteToItem = (asking: Asking, command: FilledIn<typeof inviteToItemFields>): Decided =>
  withItem(asking, command, (item) => {
    if (command.everyone) return [recorded('itemInvited', { itemId: item.id, agencyIds: null })]
    const known = command.agencyIds.filter(
      (id) => asking.things.get('agency', id)?.panelId === asking.viewer.panelId,
    )
    if (known.length === 0)
      return refuseField('agencyIds', 'Choose the agencies to invite, or invite everyone.')
    return [recorded('itemInvited', { itemId: item.id, agencyIds: known })]
  })

export const orderAgendaFields = { meetingId, itemIds: z.array(z.string().max(80)).min(1).max(100) }

/** The whole new order at once; cases that came on meanwhile keep their place at the end. */
export const orderAgenda = (asking: Asking, command: FilledIn<typeof orderAgendaFields>): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const closed = mustNotBeClosed(meeting)
  if (closed) return closed
  const agenda = agendaOf(asking, meeting.id)
  const known = new Set(agenda.map((item) => item.id))
  const wanted = [...new Set(command.itemIds)].filter((id) => known.has(id))
  const rest = agenda.map((item) => item.id).filter((id) => !wanted.includes(id))
  return [recorded('agendaOrdered', { meetingId: meeting.id, itemIds: [...wanted, ...rest] })]
}

export const moveItemFields = { ...inItem, direction: z.enum(['up', 'down', 'first', 'last']) }

export const moveItem = (asking: Asking, command: FilledIn<typeof moveItemFields>): Decided =>
  withItem(asking, command, (item) => {
    const ids = agendaOf(asking, command.meetingId).map((one) => one.id)
    const from = ids.indexOf(item.id)
    const to = { up: from - 1, down: from + 1, first: 0, last: ids.length - 1 }[command.direction]
    if (to < 0 || to >= ids.length || to === from)
      return refuse('already_done', 'The case cannot move further that way.')
    ids.splice(from, 1)
    ids.splice(to, 0, item.id)
    return [recorded('agendaOrdered', { meetingId: command.meetingId, itemIds: ids })]
  })

export const removeItemFields = { ...inItem, reason: line('Say why the case comes off the agenda.') }

export const removeItem = (asking: Asking, command: FilledIn<typeof removeItemFields>): Decided =>
  withItem(
    asking,
    command,
    (item) =>
      mayNotComeOff(asking, item) ?? [recorded('itemRemoved', { itemId: item.id, reason: command.reason })],
  )

/** Why a case must stay on the agenda; undefined where it may come off. */
export const mayNotComeOff = (asking: Asking, item: Item): Refusal | undefined => {
  if (item.status === 'concluded')
    return refuse('wrong_moment', 'The case is concluded at this meeting and stays on its agenda.')
  if (asking.things.get('meeting', item.meetingId)?.itemId === item.id) {
    return refuse('wrong_moment', 'The panel is at this case. Move on first, then take it off.')
  }
  // Taking off a case on which something was recorded would let it go round the gate.
  const recordedHere = entryKinds.some((kind) =>
    asking.things.all(kind).some((entry) => entry.itemId === item.id),
  )
  return recordedHere
    ? refuse(
        'wrong_moment',
        'Something has been recorded on this case. Conclude it, or close the meeting without it.',
      )
    : undefined
}

export const putOnNoteOnlyLaneFields = {
  ...inItem,
  reason: line('Say why this case is noted without discussion.'),
}

export const putOnNoteOnlyLane = (
  asking: Asking,
  command: FilledIn<typeof putOnNoteOnlyLaneFields>,
): Decided =>
  withItem(asking, command, (item) =>
    item.lane === 'note_only'
      ? refuse('already_done', 'The case is on the note-only lane already.')
      : [recorded('itemPutOnNoteOnlyLane', { itemId: item.id, reason: command.reason })],
  )

export const discussItemFields = inItem

export const discussItem = (asking: Asking, command: FilledIn<typeof discussItemFields>): Decided =>
  withItem(asking, command, (item) =>
    item.lane === 'discuss'
      ? refuse('already_done', 'The case is down for discussion already.')
      : [recorded('itemBroughtToDiscussion', { itemId: item.id })],
  )
