import { keysOf } from './labels'

/** What may happen on a case between meetings, so that it is brought back. */
export const happeningKinds = {
  new_incident: 'New incident',
  breach: 'Breach of an order or condition',
  new_partner: 'New partner',
  new_victim: 'New victim-survivor',
  release: 'Release from custody',
  order_ending: 'An order ends',
} as const

export type HappeningKind = keyof typeof happeningKinds

export const happeningKindKeys = keysOf(happeningKinds)

/** How it stands with telling a new partner under the domestic violence disclosure scheme. */
export const disclosureAnswers = { made: 'Disclosure made', not_needed: 'Not needed' } as const

export type DisclosureAnswer = keyof typeof disclosureAnswers

export const disclosureAnswerKeys = keysOf(disclosureAnswers)

export const caseModes = { direct: 'Direct work', indirect: 'Disrupt and indirect work only' } as const

export type CaseMode = keyof typeof caseModes

export const caseModeKeys = keysOf(caseModes)

export const closureReasons = {
  work_completed: 'Work completed',
  disengagement: 'Disengagement',
  limited_scope: 'Limited scope of work',
  risk_too_high: 'Risk to victims or children too high',
  custody: 'Custody',
  moved_area: 'Moved area',
  died: 'Died',
  managed_elsewhere: 'Managed elsewhere',
  other: 'Other',
} as const

export type ClosureReason = keyof typeof closureReasons

export const closureReasonKeys = keysOf(closureReasons)

export const tellingStates = {
  open: 'Not told yet',
  told: 'Told',
  not_told: 'Not told: it would not be safe',
} as const

export type TellingState = keyof typeof tellingStates

export const tellingEnds = {
  told: 'She has been told',
  not_told: 'She is not told: it would not be safe',
} as const

export const tellingEndKeys = keysOf(tellingEnds)

export const contactStatuses = {
  background_research: 'Background research',
  contact_being_made: 'Contact being made',
  direct_contact: 'Direct contact',
  on_hold: 'On hold',
  not_safe_to_contact: 'Not safe to contact',
  pre_closure: 'Pre-closure',
} as const

export type ContactStatus = keyof typeof contactStatuses

export const contactStatusKeys = keysOf(contactStatuses)

export const engagements = {
  fully: 'Fully engaging',
  partially: 'Partially engaging',
  not_engaging: 'Not engaging',
  contact_ceased: 'Contact ceased',
} as const

export type Engagement = keyof typeof engagements

export const engagementKeys = keysOf(engagements)

export const riskLevels = { standard: 'Standard', medium: 'Medium', high: 'High' } as const

export type RiskLevel = keyof typeof riskLevels

export const riskLevelKeys = keysOf(riskLevels)

export const childPlans = {
  child_protection: 'Child protection plan',
  child_in_need: 'Child in need plan',
  early_help: 'Early help',
  none: 'No plan',
} as const

export type ChildPlan = keyof typeof childPlans

export const childPlanKeys = keysOf(childPlans)
