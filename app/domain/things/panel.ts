import type { HomesOf } from './home'
import type { AgencyKind, PanelKind, Role } from '../catalogues/panel'
import type { Day, Instant } from '../dates/day'
import type { PolicyValues } from '../catalogues/policy-settings'

export interface Area {
  id: string
  name: string
}

export interface Panel {
  id: string
  areaId: string
  name: string
  kind: PanelKind
  startedOn: Day | null
  targetAccepted: number | null
  targetBy: Day | null
  /** A training panel with invented people, marked on every page. */
  sandbox: boolean
  secondFactorRequired: boolean
  /** Of the criteria in force. Every other setting of a panel is in its policy. */
  criteriaVersion: number
}

export interface Criterion {
  key: string
  label: string
}

export interface CriteriaSet {
  id: string
  panelId: string
  version: number
  criteria: Criterion[]
  reason: string
  adoptedAt: Instant
  /** Empty: it came with an import. */
  adoptedBy: string
}

/** One version of a panel's policy, whole: app/domain/catalogues/policy-settings.ts says what the values mean. */
export interface Policy {
  id: string
  panelId: string
  version: number
  values: Partial<PolicyValues>
  reason: string
  adoptedAt: Instant
  /** Empty: it came with an import. */
  adoptedBy: string
}

export interface Agency {
  id: string
  panelId: string
  name: string
  kind: AgencyKind
}

export interface Member {
  id: string
  panelId: string
  accountId: string
  agencyId: string | null
  role: Role
  jobTitle: string
  name: string
  active: boolean
}

export interface PanelThings {
  area: Area
  panel: Panel
  criteria: CriteriaSet
  policy: Policy
  agency: Agency
  member: Member
}

export const panelHomes = {
  area: 'pages',
  panel: 'frame',
  criteria: 'panel',
  policy: 'frame',
  agency: 'panel',
  member: 'panel',
} as const satisfies HomesOf<PanelThings>
