import type { MeetingThings, Attendance, Meeting } from '../things/meeting'
import { shows, type SightsOf } from './kind-sight'
import { isOwnPanel, sits, isOfMeetingLookedAt, isOutOf } from './sight'

export const meetingSight = {
  // The meeting: who sits on the panel. At an item that the viewer is out of, the step and the clock stay unsaid; so they
  // do at an item that is not known here, since nothing here says who is out of it.
  meeting: shows({
    seenBy: (sight, meeting: Meeting) =>
      sits(sight) && isOwnPanel(sight, meeting.panelId) && isOfMeetingLookedAt(sight, meeting.id),
    parts: (sight, meeting) => {
      const item = sight.things.get('item', meeting.itemId)
      return {
        atAnotherItem: meeting.itemId !== null && (item === undefined || isOutOf(sight, item.caseId)),
      }
    },
    leaves: (thing, parts) => ({
      panelId: thing.panelId,
      meetingRef: thing.ref,
      date: thing.date,
      startsAt: thing.startsAt,
      venue: thing.venue,
      minutesPlanned: thing.minutesPlanned,
      minutesTaken: thing.minutesTaken,
      agendaCirculatedOn: thing.agendaCirculatedOn,
      cutOffOn: thing.cutOffOn,
      seriesId: thing.seriesId,
      status: thing.status,
      openedAt: thing.openedAt,
      inquorateReason: thing.inquorateReason,
      policyVersion: thing.policyVersion,
      closedAt: thing.closedAt,
      closedBy: thing.closedBy,
      closedReason: thing.closedReason,
      chairId: thing.chairId,
      itemId: thing.itemId,
      step: parts.atAnotherItem ? null : thing.step,
      itemSince: parts.atAnotherItem ? null : thing.itemSince,
      mayUndo: !parts.atAnotherItem && thing.trail.length > 0,
    }),
    turns: (before, after) => before?.status !== after.status,
  }),

  attendance: shows({
    seenBy: (sight, attendance: Attendance) =>
      sits(sight) &&
      isOwnPanel(sight, attendance.panelId) &&
      isOfMeetingLookedAt(sight, attendance.meetingId),
    leaves: (thing) => ({
      meetingId: thing.meetingId,
      agencyId: thing.agencyId,
      memberId: thing.memberId,
      status: thing.status,
      deputyFor: thing.deputyFor,
      note: thing.note,
      joinedAt: thing.joinedAt,
      leftAt: thing.leftAt,
      acceptedAt: thing.acceptedAt,
      acceptedVersion: thing.acceptedVersion,
      corrections: thing.history.map(({ at, by, reason, before }) => ({ at, by, reason, before })),
    }),
    turns: (before, after) => before?.acceptedAt !== after.acceptedAt,
  }),
} satisfies SightsOf<MeetingThings>
