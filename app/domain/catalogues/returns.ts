import { keysOf } from './labels'

export const returnStates = {
  awaited: 'Awaited',
  returned: 'Returned',
  late: 'Returned late',
  nothing_held: 'Nothing held',
  declined: 'Declined, with reason',
} as const

export type ReturnState = keyof typeof returnStates

export const returnStateKeys = keysOf(returnStates)

/** What an agency says it holds on a case. */
export const holdings = {
  nothing_held: 'Nothing held',
  known_before: 'Known before',
  known_now: 'Known now',
} as const

export type Holding = keyof typeof holdings

export const holdingKeys = keysOf(holdings)

/** Whether he engages with the agency that returns. */
export const agencyEngagements = {
  engaging: 'Engaging',
  partly: 'Partly engaging',
  not_engaging: 'Not engaging',
} as const

export type AgencyEngagement = keyof typeof agencyEngagements

export const agencyEngagementKeys = keysOf(agencyEngagements)
