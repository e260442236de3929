import type { AgencyKind } from '../catalogues/panel'
import type { SettingStatus } from '../catalogues/policy/setting-kinds'

/** What a card states as law or rule, where it comes from, and how far it can be relied on. */
export interface GuidanceSource {
  what: string
  source: string
  status: SettingStatus
}

/** An invented one: a panel reads it as it would read its own action. */
export interface WorkedExample {
  who: string
  does: string
  by: string
}

export interface GuidanceCard {
  means: string
  examples: readonly [WorkedExample, WorkedExample, ...WorkedExample[]]
  who: readonly [AgencyKind, ...AgencyKind[]]
  /** Those who can act and have no seat of their own among the kinds of agency. */
  alsoWho?: string
  needs: readonly [string, ...string[]]
  risks: readonly [string, ...string[]]
  isNot: readonly [string, ...string[]]
  sources: readonly [GuidanceSource, ...GuidanceSource[]]
}

export interface LeverCard {
  means: string
  example: WorkedExample
  who: readonly [AgencyKind, ...AgencyKind[]]
  needs: string
  risk: string
  isNot: string
  sources: readonly [GuidanceSource, ...GuidanceSource[]]
}

/** The two lines of an area’s card that the room shows when the area is ticked. */
export interface InShort {
  needs: string
  risk: string
}
