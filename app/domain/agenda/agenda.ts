import { lateness, lateOn } from './agenda-lateness'
import { findMeeting, isRefusal, refuse, refuseField, type Asking, type Decided } from '../asking'
import { policyOf } from '../panel/policy'
import { recorded } from '../records/records'
import { isOutOf, sightOf } from '../sight/sight'
import type { Meeting } from '../things/meeting'
import type { Item } from '../things/agenda'
import { optionalLine, meetingId, id, caseMinutes, optionalId } from '../fields'
import { z } from 'zod'
import { itemKindKeys } from '../catalogues/agenda'
import type { FilledIn } from '../fields'
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
export const listCaseFields = {
  meetingId,
  caseId: id('Choose the case to put on the agenda.'),
  itemKind: z.enum(itemKindKeys, { error: 'Choose what kind of item this is.' }),
  minutes: caseMinutes,
  presenterId: optionalId,
  lateReason: optionalLine,
}

export const listCase = (asking: Asking, command: FilledIn<typeof listCaseFields>): Decided => {
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

export const presenterOf = (asking: Asking, memberId: string | null): string | null =>
  asking.things.get('member', memberId)?.panelId === asking.viewer.panelId ? memberId : null
