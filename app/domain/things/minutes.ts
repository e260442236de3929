import type { HomesOf } from './home'
import type { TellingState } from '../catalogues/case'
import type { Day, Instant } from '../dates/day'

/** A version of a meeting's minutes: the moment whose record the chair approved. It holds no word of the record itself. */
export interface MinutesVersion {
  id: string
  panelId: string
  meetingId: string
  number: number
  approvedAt: Instant
  approvedBy: string
  distributedAt: Instant | null
  distributedBy: string | null
  /** When something was first corrected after it was approved; null: nothing has been. */
  correctedAt: Instant | null
}

/** Who tells a victim-survivor what the panel decided, and that it happened. Its words follow her safety record. */
export interface Telling {
  id: string
  panelId: string
  caseId: string
  victimId: string
  meetingId: string
  itemId: string
  /** As of an entry: agencies that were asked in for the item, where not all were. */
  invitedAgencyIds: string[] | null
  openedAt: Instant
  due: Day
  tellerMemberId: string | null
  what: string
  how: string
  /** How it is done without putting her at risk. */
  safely: string
  plannedAt: Instant | null
  plannedBy: string | null
  state: TellingState
  outcome: string
  doneAt: Instant | null
  doneBy: string | null
}

export interface MinutesThings {
  minutesVersion: MinutesVersion
  telling: Telling
}

export const minutesHomes = {
  minutesVersion: 'meeting',
  telling: 'case',
} as const satisfies HomesOf<MinutesThings>
