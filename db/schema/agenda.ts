import type { TablesOf } from '../kit'
import type { AgendaThings } from '../../app/domain/things/agenda'
import type { CirculatedLine, ItemStatus, Lane } from '../../app/domain/things/agenda'
import type { DecisionOutcome } from '../../app/domain/catalogues/entries'
import type { HolidayRule, ItemKind, Rhythm } from '../../app/domain/catalogues/agenda'
import { cases } from './case'
import {
  index,
  instant,
  instantOrNull,
  int,
  json,
  jsonOrNull,
  key,
  table,
  text,
  textOrNull,
  uniqueIndex,
} from '../kit'
import { meetings } from './meeting'
import { members, panels } from './panel'

export const items = table(
  'items',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    caseId: text().references(() => cases.id),
    position: int(),
    kind: text<ItemKind>(),
    minutes: int(),
    presenterId: textOrNull(),
    lane: text<Lane>(),
    noteOnlyReason: textOrNull(),
    status: text<ItemStatus>(),
    statusReason: textOrNull(),
    concludedAt: instantOrNull(),
    concludedBy: textOrNull(),
    concludedWithout: textOrNull(),
    secondsSpent: int(),
    invitedAgencyIds: jsonOrNull<string[]>(),
    lateReason: textOrNull(),
    outcome: textOrNull<DecisionOutcome>(),
    broughtBackReason: textOrNull(),
    dissentingAgencyIds: json<string[]>(),
    safetyAnswered: json<string[]>(),
  },
  (t) => [
    index('items_meeting').on(t.meetingId),
    index('items_case').on(t.caseId),
    index('items_panel').on(t.panelId, t.status),
  ],
)

export const meetingSeries = table(
  'meeting_series',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    rhythm: text<Rhythm>(),
    everyWeeks: int(),
    placeInMonth: int(),
    weekday: int(),
    startsOn: text(),
    startsAt: text(),
    venue: text(),
    minutesPlanned: int(),
    cutOffWorkingDays: int(),
    onBankHoliday: text<HolidayRule>(),
    setAt: instant(),
    setBy: text().references(() => members.id),
    endedOn: textOrNull(),
    endedReason: textOrNull(),
  },
  (t) => [index('meeting_series_panel').on(t.panelId)],
)

export const circulations = table(
  'circulations',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    version: int(),
    lines: json<CirculatedLine[]>(),
    circulatedAt: instant(),
    circulatedOn: text(),
    circulatedBy: text().references(() => members.id),
    noticeDays: int(),
    noticeAsked: int(),
    shortNoticeReason: textOrNull(),
    returnsDueOn: text(),
    tellMemberIds: json<string[]>(),
  },
  (t) => [uniqueIndex('circulations_version').on(t.meetingId, t.version)],
)

export const agendaTables = {
  item: items,
  meetingSeries,
  circulation: circulations,
} as const satisfies TablesOf<AgendaThings>
