import type { HomesOf } from './home'
import type { Day, Instant } from '../dates/day'

export interface Person {
  id: string
  areaId: string
  panelId: string
  ref: string
  givenName: string
  familyName: string
  aliases: string[]
  dateOfBirth: Day | null
  /** Other dates he has given or is known under. */
  otherDatesOfBirth: Day[]
  gender: string | null
  ethnicity: string | null
  firstLanguage: string | null
}

/** Two entries that were found to be one man: a human act, with its reason, and what it takes to undo it exactly. */
export interface PersonMerge {
  id: string
  panelId: string
  keptId: string
  mergedId: string
  mergedName: string
  /** The cases that changed hands: all that the panel had on the entry that was merged. */
  caseIds: string[]
  /** Incidents that came over with him. */
  incidentIds: string[]
  aliasesBefore: string[]
  otherDatesBefore: Day[]
  reason: string
  at: Instant
  by: string
  undoneAt: Instant | null
  undoneBy: string | null
  undoneReason: string | null
}

export interface PeopleThings {
  person: Person
  personMerge: PersonMerge
}

export const peopleHomes = {
  person: 'frame',
  personMerge: 'pages',
} as const satisfies HomesOf<PeopleThings>
