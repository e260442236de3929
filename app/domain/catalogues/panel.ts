import { keysOf } from './labels'

export const panelKinds = {
  perpetrator_panel: 'Domestic abuse perpetrator panel',
  marac: 'MARAC',
  matac: 'MATAC',
  other: 'Other panel',
} as const

export type PanelKind = keyof typeof panelKinds

export const agencyKinds = {
  police: 'Police',
  probation: 'Probation',
  prison: 'Prison',
  childrens_social_care: 'Children’s social care',
  adult_social_care: 'Adult social care',
  housing: 'Housing',
  mental_health: 'Mental health',
  substance_misuse: 'Substance misuse',
  primary_care: 'Primary care',
  acute_health: 'Acute health',
  education: 'Education',
  victim_service: 'IDVA or victim service',
  perpetrator_service: 'Perpetrator service',
  family_justice_centre: 'Family justice centre',
  youth_justice: 'Youth justice',
  voluntary_sector: 'Voluntary sector',
  other: 'Other',
} as const

export type AgencyKind = keyof typeof agencyKinds

export const agencyKindKeys = keysOf(agencyKinds)

export const roles = {
  chair: 'Chair',
  coordinator: 'Coordinator',
  presenter: 'Presenter',
  case_manager: 'Case manager',
  idva: 'IDVA',
  representative: 'Agency representative',
  observer: 'Observer',
  administrator: 'Administrator',
  evaluator: 'Evaluator',
} as const

export type Role = keyof typeof roles

export const roleKeys = keysOf(roles)

// The starting criteria are Croydon's working practice, which the evaluation found unwritten (Drive Croydon evaluation,
// eligibility). They are a panel's own to change, and every finding keeps the version it was made under.
export const startingCriteria = [
  { key: 'high_risk_high_harm', label: 'High risk and high harm' },
  { key: 'safe_lever', label: 'A safe lever for contact exists' },
  { key: 'professional_risk', label: 'Risk to professionals is manageable' },
  { key: 'behaviour_change_safe', label: 'Behaviour-change work is safe to attempt' },
  { key: 'enough_information', label: 'Enough information to plan' },
  { key: 'victim_support', label: 'Victim-survivor support is in place or offered' },
  { key: 'children_considered', label: 'Children have been considered' },
] as const
