import type { Case } from '../things/case'
import type { Things } from '../things/thing-set'
import type { Meeting, Attendance } from '../things/meeting'
import type { Change, ThingByKind } from '../things/kinds'
import { change, put } from './changes'
import type { Instant } from '../dates/day'
import type { Step } from '../catalogues/meeting'
import type { Item } from '../things/agenda'
import { quiet, told, type RecordRules } from './record'

/** What a decision made of the case when the meeting closed. */
export interface CaseOutcome {
  caseId: string
  changes: Partial<
    Pick<Case, 'acceptedOn' | 'notAcceptedOn' | 'mode' | 'closedOn' | 'closureReason' | 'contactStatus'>
  >
}

/** Time spent belongs to the item the pointer leaves: whole seconds since it came. */
const leaveItem = (things: Things, meeting: Meeting, at: number): Change[] => {
  const item = things.get('item', meeting.itemId)
  if (!item || meeting.itemSince === null) return []
  const seconds = Math.max(0, Math.round((at - meeting.itemSince) / 1000))
  return [change(things, 'item', item.id, { secondsSpent: item.secondsSpent + seconds })]
}

const goTo = (
  things: Things,
  meeting: Meeting,
  itemId: string | null,
  step: Meeting['step'],
  at: number,
  trail: Meeting['trail'],
): Change[] => {
  const sameItem = meeting.itemId === itemId
  return [
    ...(sameItem ? [] : leaveItem(things, meeting, at)),
    change(things, 'meeting', meeting.id, {
      itemId,
      step,
      itemSince: sameItem ? meeting.itemSince : at,
      trail,
    }),
  ]
}

export const meetingOf = (things: Things, id: string): Meeting => {
  const meeting = things.get('meeting', id)
  if (!meeting) throw new Error(`A record speaks of meeting ${id}, which is not there.`)
  return meeting
}

const trailLength = 40

export const meetingRecords = {
  meetingPlanned: quiet(3, (body: { meeting: Meeting }, things) => [put(things, 'meeting', body.meeting)]),

  meetingOpened: quiet(
    2,
    (
      body: {
        meetingId: string
        at: Instant
        by: string
        inquorateReason: string | null
        policyVersion: number
      },
      things,
    ) => [
      change(things, 'meeting', body.meetingId, {
        status: 'open',
        openedAt: body.at,
        openedBy: body.by,
        chairId: body.by,
        inquorateReason: body.inquorateReason,
        policyVersion: body.policyVersion,
      }),
    ],
  ),

  openingCancelled: quiet(
    1,
    (body: { meetingId: string; at: Instant; by: string; reason: string }, things) => [
      change(things, 'meeting', body.meetingId, {
        status: 'planned',
        openedAt: null,
        openedBy: null,
        chairId: null,
        inquorateReason: null,
        policyVersion: null,
        itemId: null,
        step: 'introduce',
        itemSince: null,
        trail: [],
      }),
      ...things
        .all('item')
        .filter((item) => item.meetingId === body.meetingId && item.secondsSpent > 0)
        .map((item) => change(things, 'item', item.id, { secondsSpent: 0 })),
    ],
  ),

  attendanceRecorded: quiet(2, (body: { attendance: Attendance }, things) => [
    put(things, 'attendance', body.attendance),
  ]),

  confidentialityAccepted: quiet(2, (body: { attendance: Attendance }, things) => [
    put(things, 'attendance', body.attendance),
  ]),

  pointerMoved: quiet(1, (body: { meetingId: string; itemId: string; step: Step; at: Instant }, things) => {
    const meeting = meetingOf(things, body.meetingId)
    const trail = [...meeting.trail, { itemId: meeting.itemId, step: meeting.step }].slice(-trailLength)
    return goTo(things, meeting, body.itemId, body.step, body.at, trail)
  }),

  advanceUndone: quiet(1, (body: { meetingId: string; at: Instant }, things) => {
    const meeting = meetingOf(things, body.meetingId)
    const back = meeting.trail.at(-1)
    return back ? goTo(things, meeting, back.itemId, back.step, body.at, meeting.trail.slice(0, -1)) : []
  }),

  chairHandedOver: quiet(1, (body: { meetingId: string; from: string | null; to: string }, things) => [
    change(things, 'meeting', body.meetingId, { chairId: body.to }),
  ]),

  chairTaken: quiet(
    1,
    (body: { meetingId: string; from: string | null; to: string; reason: string }, things) => [
      change(things, 'meeting', body.meetingId, { chairId: body.to }),
    ],
  ),

  itemConcluded: quiet(
    1,
    (
      body: {
        itemId: string
        at: Instant
        by: string
        without: string | null
        outcome: Item['outcome']
        broughtBackReason: string | null
        dissentingAgencyIds: string[]
      },
      things,
    ) => [
      change(things, 'item', body.itemId, {
        status: 'concluded',
        statusReason: null,
        concludedAt: body.at,
        concludedBy: body.by,
        concludedWithout: body.without,
        outcome: body.outcome,
        broughtBackReason: body.broughtBackReason,
        dissentingAgencyIds: body.dissentingAgencyIds,
      }),
    ],
  ),

  itemReopened: quiet(1, (body: { itemId: string; reason: string }, things) => [
    change(things, 'item', body.itemId, {
      status: 'listed',
      statusReason: body.reason,
      concludedAt: null,
      concludedBy: null,
      concludedWithout: null,
      outcome: null,
      broughtBackReason: null,
      dissentingAgencyIds: [],
    }),
  ]),

  meetingClosed: told(
    1,
    (
      body: {
        meetingId: string
        at: Instant
        by: string
        reason: string | null
        notReached: string[]
        cases: CaseOutcome[]
      },
      things,
    ) => {
      const meeting = meetingOf(things, body.meetingId)
      const changes: Change[] = leaveItem(things, meeting, body.at)
      const spent = new Map(changes.map((left) => [left.id, left.after as ThingByKind['item']]))
      for (const itemId of body.notReached) {
        const item = spent.get(itemId) ?? things.get('item', itemId)
        if (!item) continue
        const after = { ...item, status: 'not_reached' as const, statusReason: body.reason }
        const already = changes.findIndex((one) => one.id === itemId)
        if (already >= 0) changes.splice(already, 1)
        changes.push(put(things, 'item', after))
      }
      changes.push(
        change(things, 'meeting', meeting.id, {
          status: 'closed',
          closedAt: body.at,
          closedBy: body.by,
          closedReason: body.reason,
          itemId: null,
          itemSince: null,
          trail: [],
          minutesTaken:
            meeting.openedAt === null ? null : Math.max(1, Math.round((body.at - meeting.openedAt) / 60_000)),
        }),
      )
      for (const outcome of body.cases) changes.push(change(things, 'case', outcome.caseId, outcome.changes))
      return changes
    },
  ),
} satisfies RecordRules
