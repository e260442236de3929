import type { HomesOf } from './home'
import type { AgencyEngagement, Holding, ReturnState } from '../catalogues/returns'
import type { Answer, HandlingMark, Nature, Source } from '../catalogues/entries'
import type { Audience } from '../audience'
import type { Day, Instant } from '../dates/day'

/** Where an agency stands on one item: what it returned beforehand, and whether it has been heard in the room. */
export interface AgencyReturn {
  id: string
  panelId: string
  meetingId: string
  itemId: string
  caseId: string
  agencyId: string
  state: ReturnState
  askedOn: Day | null
  dueOn: Day | null
  returnedOn: Day | null
  /** Said to those who run the panel: why, and nothing of what is held. */
  declinedReason: string | null
  timesChased: number
  chasedAt: Instant | null
  spokenAt: Instant | null
  spokenMarkedBy: string | null
}

/** What an agency holds on one item: its own, whatever others are told of its state. The id is the return's. */
export interface ResearchReturn {
  id: string
  panelId: string
  meetingId: string
  itemId: string
  caseId: string
  agencyId: string
  holding: Holding
  engagement: AgencyEngagement | null
  writtenBy: string
  writtenAt: Instant
}

export interface PreparedShare {
  about: string
  source: Source
  nature: Nature
  factDate: Day | null
  purpose: string
  lawfulBasis: string
  gateway: string
  necessity: string
}

export interface PreparedLever {
  leverKind: string
  holderAgencyId: string
  safeToUse: Answer
  safetyNote: string
}

/** An entry of an agency's return, its agency's own until it is shared into the meeting: information, or a lever. */
export interface PreparedEntry {
  id: string
  panelId: string
  meetingId: string
  itemId: string
  caseId: string
  agencyId: string
  preparedBy: string
  preparedAt: Instant
  what: string
  /** Who will read it once it is shared; within the agency, who reads it before. */
  audience: Audience
  handling: HandlingMark[]
  /** One of the two. */
  share: PreparedShare | null
  lever: PreparedLever | null
  /** The entry that it became. */
  sharedAs: string | null
  sharedAt: Instant | null
  droppedAt: Instant | null
}

export interface ReturnsThings {
  agencyReturn: AgencyReturn
  researchReturn: ResearchReturn
  preparedEntry: PreparedEntry
}

export const returnsHomes = {
  agencyReturn: 'meeting',
  researchReturn: 'agency',
  preparedEntry: 'agency',
} as const satisfies HomesOf<ReturnsThings>
