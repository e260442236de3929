import { panelHomes, type PanelThings } from './panel'
import { accountsHomes, type AccountsThings } from './accounts'
import { peopleHomes, type PeopleThings } from './people'
import { candidatesHomes, type CandidatesThings } from './candidates'
import { referralHomes, type ReferralThings } from './referral'
import { caseHomes, type CaseThings } from './case'
import { meetingHomes, type MeetingThings } from './meeting'
import { minutesHomes, type MinutesThings } from './minutes'
import { agendaHomes, type AgendaThings } from './agenda'
import { returnsHomes, type ReturnsThings } from './returns'
import { entryHomes, type EntryByKind } from './entries'
import type { Home } from './home'

// A thing is one row of what is true now. Records (../records) say what happened and which things that changes; the store
// writes exactly those; sight (../sight) says who may see which of their fields.
//
// The register of kinds. A kind is declared in the file of its subject, with its shape and its home; what else it needs
// (a table, a rule of sight, an example for the tests) the compiler asks for by reading this.

export interface ThingByKind
  extends
    PanelThings,
    AccountsThings,
    PeopleThings,
    CandidatesThings,
    ReferralThings,
    CaseThings,
    MeetingThings,
    MinutesThings,
    AgendaThings,
    ReturnsThings,
    EntryByKind {}

export type ThingKind = keyof ThingByKind

export const homeOf = {
  ...panelHomes,
  ...accountsHomes,
  ...peopleHomes,
  ...candidatesHomes,
  ...referralHomes,
  ...caseHomes,
  ...meetingHomes,
  ...minutesHomes,
  ...agendaHomes,
  ...returnsHomes,
  ...entryHomes,
} as const satisfies Record<ThingKind, Home>

export const thingKinds = Object.keys(homeOf) as ThingKind[]
export const isThingKind = (kind: string): kind is ThingKind => Object.hasOwn(homeOf, kind)

/** The kinds that live in one of these homes. */
export type KindAt<H extends Home> = {
  [K in ThingKind]: (typeof homeOf)[K] extends H ? K : never
}[ThingKind]

export const kindsAt = <H extends Home>(...home: readonly H[]): KindAt<H>[] =>
  thingKinds.filter((kind) => (home as readonly Home[]).includes(homeOf[kind])) as KindAt<H>[]

/** One thing as it was before (undefined: it did not exist) and as it is after a record. */
export type Change = {
  [K in ThingKind]: { kind: K; id: string; before: ThingByKind[K] | undefined; after: ThingByKind[K] }
}[ThingKind]
