import type { ContactStatus } from '../catalogues/case'
import type { Day } from '../dates/day'

interface Standing {
  acceptedOn: Day | null
  notAcceptedOn: Day | null
  closedOn: Day | null
  contactStatus: ContactStatus | null
}

export const caseStandings = {
  referred: 'Referred, not decided yet',
  open: 'Open',
  pre_closure: 'Pre-closure',
  not_accepted: 'Not accepted',
  closed: 'Closed',
} as const
export type CaseStanding = keyof typeof caseStandings

/** How far a case has come (domain 3), from the days it carries. */
export const caseStanding = ({
  acceptedOn,
  notAcceptedOn,
  closedOn,
  contactStatus,
}: Standing): CaseStanding => {
  if (closedOn !== null) return 'closed'
  if (acceptedOn !== null) return contactStatus === 'pre_closure' ? 'pre_closure' : 'open'
  return notAcceptedOn !== null ? 'not_accepted' : 'referred'
}
