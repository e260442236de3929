import type { HomesOf } from './home'
import type { Day, Instant } from '../dates/day'
import type { DecisionOutcome } from '../catalogues/entries'
import type { HolidayRule, ItemKind, Rhythm } from '../catalogues/agenda'

export type Lane = 'discuss' | 'note_only'

export type ItemStatus = 'listed' | 'concluded' | 'not_reached' | 'removed'

export interface Item {
  id: string
  panelId: string
  meetingId: string
  caseId: string
  position: number
  kind: ItemKind
  minutes: number
  presenterId: string | null
  lane: Lane
  noteOnlyReason: string | null
  status: ItemStatus
  statusReason: string | null
  concludedAt: Instant | null
  concludedBy: string | null
  /** What the chair recorded for going on without something the gate asks for. */
  concludedWithout: string | null
  /** Seconds the pointer stood here, not counting the present visit. */
  secondsSpent: number
  /** Agencies asked in for this item alone; null: everyone on the panel. */
  invitedAgencyIds: string[] | null
  lateReason: string | null
  outcome: DecisionOutcome | null
  broughtBackReason: string | null
  dissentingAgencyIds: string[]
  /** Victims (by id; 'case' where none is linked) for whom the safety check stands. The panel sees that, never its words. */
  safetyAnswered: string[]
}

export interface SeriesRhythm {
  rhythm: Rhythm
  /** For `every_weeks`. */
  everyWeeks: number
  /** For `monthly`. */
  placeInMonth: number
  /** For `monthly`; 1 is Monday. */
  weekday: number
  startsOn: Day
  onBankHoliday: HolidayRule
}

/** A panel's meetings planned ahead by a rhythm. */
export interface MeetingSeries extends SeriesRhythm {
  id: string
  panelId: string
  startsAt: string
  venue: string
  minutesPlanned: number
  cutOffWorkingDays: number
  setAt: Instant
  setBy: string
  /** From then on nothing is planned from it; what was planned stays. */
  endedOn: Day | null
  endedReason: string | null
}

/** One line of an agenda as it went out. */
export interface CirculatedLine {
  itemId: string
  caseId: string
  kind: ItemKind
  minutes: number
  lane: Lane
  presenterId: string | null
}

/** A version of an agenda, frozen when it was circulated. */
export interface Circulation {
  id: string
  panelId: string
  meetingId: string
  version: number
  /** In the order of the agenda. */
  lines: CirculatedLine[]
  circulatedAt: Instant
  circulatedOn: Day
  circulatedBy: string
  /** Clear working days it gave, and those the panel's policy asked for at the time. */
  noticeDays: number
  noticeAsked: number
  shortNoticeReason: string | null
  returnsDueOn: Day
  /** Members who are to be told of it. */
  tellMemberIds: string[]
}

export interface AgendaThings {
  item: Item
  meetingSeries: MeetingSeries
  circulation: Circulation
}

export const agendaHomes = {
  item: 'frame',
  meetingSeries: 'pages',
  circulation: 'meeting',
} as const satisfies HomesOf<AgendaThings>
