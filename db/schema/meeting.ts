import type { TablesOf } from '../kit'
import type { MeetingThings } from '../../app/domain/things/meeting'
import type { AttendanceCorrection, MeetingStatus, Place } from '../../app/domain/things/meeting'
import type { AttendanceStatus, Step } from '../../app/domain/catalogues/meeting'
import { index, instantOrNull, int, intOrNull, json, key, table, text, textOrNull, uniqueIndex } from '../kit'
import { panels } from './panel'

export const meetings = table(
  'meetings',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    ref: text(),
    date: text(),
    startsAt: text(),
    venue: text(),
    minutesPlanned: int(),
    minutesTaken: intOrNull(),
    agendaCirculatedOn: textOrNull(),
    cutOffOn: textOrNull(),
    seriesId: textOrNull(),
    seriesDay: textOrNull(),
    status: text<MeetingStatus>(),
    openedAt: instantOrNull(),
    openedBy: textOrNull(),
    inquorateReason: textOrNull(),
    policyVersion: intOrNull(),
    closedAt: instantOrNull(),
    closedBy: textOrNull(),
    closedReason: textOrNull(),
    chairId: textOrNull(),
    itemId: textOrNull(),
    step: text<Step>(),
    itemSince: instantOrNull(),
    trail: json<Place[]>(),
  },
  (t) => [uniqueIndex('meetings_ref').on(t.panelId, t.ref), index('meetings_date').on(t.panelId, t.date)],
)

export const attendances = table(
  'attendances',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    agencyId: textOrNull(),
    memberId: textOrNull(),
    status: text<AttendanceStatus>(),
    deputyFor: textOrNull(),
    note: textOrNull(),
    joinedAt: instantOrNull(),
    leftAt: instantOrNull(),
    acceptedAt: instantOrNull(),
    acceptedVersion: intOrNull(),
    history: json<AttendanceCorrection[]>().default([]),
  },
  (t) => [index('attendances_meeting').on(t.meetingId)],
)

export const meetingTables = {
  meeting: meetings,
  attendance: attendances,
} as const satisfies TablesOf<MeetingThings>
