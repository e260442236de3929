import { agendaOf, mustNotBeClosed, newItem } from './agenda'
import { mayNotComeOff } from './agenda-items'
import { lateness, lateOn } from './agenda-lateness'
import { findItem, findMeeting, isRefusal, refuse, refuseField, type Asking, type Decided } from '../asking'
import { policyOf } from '../panel/policy'
import { recorded, type PanelRecord } from '../records/records'
import { isOutOf, sightOf } from '../sight/sight'
import { meetingId, ticked, caseMinutes, optionalId, optionalLine, emptyIsNull } from '../fields'
import { z } from 'zod'
import { itemKindKeys } from '../catalogues/agenda'
import type { FilledIn } from '../fields'

// Building an agenda by the list of what is due: several cases come on at one press, each on one of two lanes; and the
// capacity guard's proposal, as far as the coordinator left it ticked, is carried out at one press as well.

export const listDueCasesFields = {
  meetingId,
  /** By case: whether it is taken, as what, for how long, on which lane. */
  cases: z
    .record(
      z.string().max(80),
      z.object({
        take: ticked,
        itemKind: z.enum(itemKindKeys, { error: 'Choose what kind of item this is.' }),
        minutes: caseMinutes,
        lane: z.enum(['discuss', 'note_only'], { error: 'Choose the lane.' }).default('discuss'),
      }),
    )
    .refine((cases) => Object.keys(cases).length <= 200, 'Put at most 200 cases on at once.')
    .default({}),
  /** The one case whose own button was pressed, whatever is ticked. */
  only: optionalId,
  lateReason: optionalLine,
}

/** Those that were ticked, or the one whose own button was pressed. A case that someone else has listed meanwhile is left as it is. */
export const listDueCases = (asking: Asking, command: FilledIn<typeof listDueCasesFields>): Decided => {
  const { things, viewer, context } = asking
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const closed = mustNotBeClosed(meeting)
  if (closed) return closed
  const wanted = Object.entries(command.cases).filter(([caseId, one]) =>
    command.only ? caseId === command.only : one.take,
  )
  if (wanted.length === 0) return refuseField('cases', 'Tick the cases to put on the agenda.')
  const late = lateOn(meeting, policyOf(things, viewer.panelId), context.today)
  if (late && !command.lateReason)
    return refuseField('lateReason', `${lateness[late]} Say why the cases come late.`)
  const sight = sightOf(viewer, things, null)
  const agenda = agendaOf(asking, meeting.id)
  const listed = new Set(agenda.map((item) => item.caseId))
  let position = agenda.at(-1)?.position ?? 0
  const records: PanelRecord[] = []
  for (const [caseId, { itemKind, minutes, lane }] of wanted) {
    const itsCase = things.get('case', caseId)
    if (!itsCase || itsCase.panelId !== viewer.panelId || isOutOf(sight, caseId))
      return refuseField('cases', 'Choose cases of this panel.')
    if (listed.has(caseId)) continue
    position += 1
    const noteOnly = lane === 'note_only' || itemKind === 'note_only'
    const item = newItem(asking, {
      meetingId: meeting.id,
      caseId,
      position,
      kind: itemKind,
      minutes,
      presenterId: null,
      noteOnlyReason: noteOnly ? 'Put there when the agenda was made.' : null,
      lateReason: late ? command.lateReason : null,
    })
    records.push(recorded('caseListed', { item }))
  }
  return records.length > 0 ? records : refuse('already_done', 'These cases are on the agenda already.')
}

export const applyFitFields = {
  meetingId,
  shorten: z.record(z.string().max(80), emptyIsNull(caseMinutes)).default({}),
  leaveOut: z.array(z.string().max(80)).max(100).default([]),
}

export const applyFit = (asking: Asking, command: FilledIn<typeof applyFitFields>): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.status !== 'planned')
    return refuse('wrong_moment', 'The meeting has been opened: shorten or take off cases one by one now.')
  const records: PanelRecord[] = []
  for (const [itemId, minutes] of Object.entries(command.shorten)) {
    if (minutes === null) continue
    const item = findItem(asking, meeting.id, itemId)
    if (isRefusal(item)) return item
    if (item.minutes === minutes) continue
    records.push(
      recorded('itemChanged', { itemId, itemKind: item.kind, minutes, presenterId: item.presenterId }),
    )
  }
  for (const itemId of new Set(command.leaveOut)) {
    const item = findItem(asking, meeting.id, itemId)
    if (isRefusal(item)) return item
    const stays = mayNotComeOff(asking, item)
    if (stays) return stays
    records.push(
      recorded('itemRemoved', {
        itemId,
        reason: 'Left out so that the agenda fits the planned time. It stays on the list of what is due.',
      }),
    )
  }
  return records.length > 0 ? records : refuseField('shorten', 'Tick what is to be shortened or left out.')
}
