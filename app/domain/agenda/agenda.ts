import type { CommandOf } from '../commands'
import { lateness, lateOn } from './agenda-lateness'
import {
  findItem,
  findMeeting,
  isRefusal,
  notFound,
  refuse,
  refuseField,
  type Asking,
  type Decided,
  type Refusal,
} from '../asking'
import { policyOf } from '../panel/policy'
import { recorded } from '../records/records'
import { isOutOf, sightOf } from '../sight/sight'
import type { Panel } from '../things/panel'
import type { Meeting } from '../things/meeting'
import type { Item } from '../things/agenda'
import type { AgencyReturn } from '../things/returns'
import { entryKinds } from '../things/entries'

// The agenda (domain 4, "Before"). It is prepared while the meeting is planned; a case may still be added, put in
// another order or taken off while the meeting is open, since urgent cases do not wait for a screen.

export const mustNotBeClosed = (meeting: Meeting) =>
  meeting.status === 'closed'
    ? refuse('wrong_moment', 'The meeting is closed; its agenda stands as it was.')
    : undefined

export const agendaOf = (asking: Asking, meetingId: string): Item[] =>
  asking.things
    .all('item')
    .filter((item) => item.meetingId === meetingId && item.status !== 'removed')
    .sort((a, b) => a.position - b.position)

export const planMeeting = (asking: Asking, command: CommandOf<'planMeeting'>): Decided => {
  const { things, context } = asking
  const panel = things.get('panel', command.panelId)
  if (!panel) return notFound
  if (command.date < context.today) return refuseField('date', 'Give a date that is not in the past.')
  const sameDay = things.all('meeting').some((one) => one.panelId === panel.id && one.date === command.date)
  if (sameDay) return refuseField('date', 'This panel already meets on that day. Choose another day.')
  const { date, startsAt, minutesPlanned } = command
  const meeting = plannedMeeting(asking, panel, {
    date,
    startsAt,
    minutesPlanned,
    venue: command.venue,
    cutOffOn: null,
    seriesId: null,
    seriesDay: null,
  })
  return [recorded('meetingPlanned', { meeting })]
}

/** A meeting that is to come, with nothing on its agenda. */
export const plannedMeeting = (
  { context, things }: Asking,
  panel: Panel,
  planned: Pick<
    Meeting,
    'date' | 'startsAt' | 'venue' | 'minutesPlanned' | 'cutOffOn' | 'seriesId' | 'seriesDay'
  >,
): Meeting => ({
  id: context.newId(),
  panelId: panel.id,
  ref: `${panel.name} ${planned.date}`,
  ...planned,
  venue: planned.venue || policyOf(things, panel.id).usualPlace,
  minutesTaken: null,
  agendaCirculatedOn: null,
  status: 'planned',
  openedAt: null,
  openedBy: null,
  inquorateReason: null,
  policyVersion: null,
  closedAt: null,
  closedBy: null,
  closedReason: null,
  chairId: null,
  itemId: null,
  step: 'introduce',
  itemSince: null,
  trail: [],
})

export const listCase = (asking: Asking, command: CommandOf<'listCase'>): Decided => {
  const { things, context, viewer } = asking
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const closed = mustNotBeClosed(meeting)
  if (closed) return closed
  const itsCase = things.get('case', command.caseId)
  const sight = sightOf(viewer, things, null)
  if (!itsCase || itsCase.panelId !== viewer.panelId || isOutOf(sight, itsCase.id))
    return refuseField('caseId', 'Choose a case of this panel.')
  const agenda = agendaOf(asking, meeting.id)
  if (agenda.some((item) => item.caseId === itsCase.id))
    return refuseField('caseId', 'This case is already on the agenda.')
  const late = lateOn(meeting, policyOf(things, viewer.panelId), context.today)
  if (late && !command.lateReason)
    return refuseField('lateReason', `${lateness[late]} Say why the case comes late.`)
  const item = newItem(asking, {
    meetingId: meeting.id,
    caseId: itsCase.id,
    position: (agenda.at(-1)?.position ?? 0) + 1,
    kind: command.itemKind,
    minutes: command.minutes,
    presenterId: presenterOf(asking, command.presenterId),
    noteOnlyReason: command.itemKind === 'note_only' ? 'Put there when the agenda was made.' : null,
    lateReason: late ? command.lateReason : null,
  })
  return [recorded('caseListed', { item })]
}

/** A case as it comes on to an agenda; with a reason for it, on the note-only lane. */
export const newItem = (
  { context, viewer }: Asking,
  listed: Pick<
    Item,
    'meetingId' | 'caseId' | 'position' | 'kind' | 'minutes' | 'presenterId' | 'noteOnlyReason' | 'lateReason'
  >,
): Item => ({
  id: context.newId(),
  panelId: viewer.panelId,
  ...listed,
  lane: listed.noteOnlyReason === null ? 'discuss' : 'note_only',
  status: 'listed',
  statusReason: null,
  concludedAt: null,
  concludedBy: null,
  concludedWithout: null,
  secondsSpent: 0,
  invitedAgencyIds: null,
  outcome: null,
  broughtBackReason: null,
  dissentingAgencyIds: [],
  safetyAnswered: [],
})

const presenterOf = (asking: Asking, memberId: string | null): string | null =>
  asking.things.get('member', memberId)?.panelId === asking.viewer.panelId ? memberId : null

const withItem = <C extends { meetingId: string; itemId: string }>(
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

export const changeItem = (asking: Asking, command: CommandOf<'changeItem'>): Decided =>
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

export const inviteToItem = (asking: Asking, command: CommandOf<'inviteToItem'>): Decided =>
  withItem(asking, command, (item) => {
    if (command.everyone) return [recorded('itemInvited', { itemId: item.id, agencyIds: null })]
    const known = command.agencyIds.filter(
      (id) => asking.things.get('agency', id)?.panelId === asking.viewer.panelId,
    )
    if (known.length === 0)
      return refuseField('agencyIds', 'Choose the agencies to invite, or invite everyone.')
    return [recorded('itemInvited', { itemId: item.id, agencyIds: known })]
  })

/** The whole new order at once; cases that came on meanwhile keep their place at the end. */
export const orderAgenda = (asking: Asking, command: CommandOf<'orderAgenda'>): Decided => {
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

export const moveItem = (asking: Asking, command: CommandOf<'moveItem'>): Decided =>
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

export const removeItem = (asking: Asking, command: CommandOf<'removeItem'>): Decided =>
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

export const putOnNoteOnlyLane = (asking: Asking, command: CommandOf<'putOnNoteOnlyLane'>): Decided =>
  withItem(asking, command, (item) =>
    item.lane === 'note_only'
      ? refuse('already_done', 'The case is on the note-only lane already.')
      : [recorded('itemPutOnNoteOnlyLane', { itemId: item.id, reason: command.reason })],
  )

export const discussItem = (asking: Asking, command: CommandOf<'discussItem'>): Decided =>
  withItem(asking, command, (item) =>
    item.lane === 'discuss'
      ? refuse('already_done', 'The case is down for discussion already.')
      : [recorded('itemBroughtToDiscussion', { itemId: item.id })],
  )

/** An agency speaks for itself; chair and coordinator may record for any agency. */
export const laneOf = (asking: Asking, agencyId: string | null) => {
  const { viewer, things } = asking
  const wanted = agencyId ?? viewer.agencyId
  if (wanted === null) return refuseField('agencyId', 'Choose the agency this is recorded for.')
  const agency = things.get('agency', wanted)
  if (!agency || agency.panelId !== viewer.panelId)
    return refuseField('agencyId', 'Choose an agency of this panel.')
  const runs = viewer.role === 'chair' || viewer.role === 'coordinator'
  if (agency.id !== viewer.agencyId && !runs)
    return refuseField('agencyId', 'Record in your own agency’s lane.')
  return agency
}

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

export const recordReturn = (asking: Asking, command: CommandOf<'recordReturn'>): Decided =>
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

export const markAgencyHeard = (asking: Asking, command: CommandOf<'markAgencyHeard'>): Decided =>
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
