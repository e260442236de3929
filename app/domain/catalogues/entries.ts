import { keysOf } from './labels'

export const sources = {
  agency_record: 'Our own record',
  victim_survivor: 'Victim-survivor',
  third_party: 'Third party',
  intelligence: 'Intelligence',
} as const

export type Source = keyof typeof sources

export const sourceKeys = keysOf(sources)

export const natures = { fact: 'Fact', opinion: 'Professional opinion' } as const

export type Nature = keyof typeof natures

export const natureKeys = keysOf(natures)

export const handlingMarks = {
  not_to_him: 'Not to be disclosed to him',
  ask_owner_first: 'Do not act on this without its owner',
  panel_only: 'Not beyond this panel',
} as const

export type HandlingMark = keyof typeof handlingMarks

export const handlingKeys = keysOf(handlingMarks)

export const purposes = {
  protect_adult: 'Protect an adult at risk',
  protect_child: 'Protect a child',
  prevent_crime: 'Prevent or detect crime',
  manage_offender: 'Manage an offender',
  protect_staff: 'Protect staff',
} as const

export const purposeKeys = keysOf(purposes)

export const lawfulBases = {
  public_task: 'Public task: UK GDPR 6(1)(e)',
  legal_obligation: 'Legal obligation: UK GDPR 6(1)(c)',
  vital_interests: 'Vital interests: UK GDPR 6(1)(d)',
  legitimate_interests: 'Legitimate interests: UK GDPR 6(1)(f)',
  law_enforcement: 'Law enforcement purposes: DPA 2018 Part 3',
} as const

export const lawfulBasisKeys = keysOf(lawfulBases)

export const gateways = {
  crime_and_disorder_s115: 'Crime and Disorder Act 1998, section 115',
  children_act_s11: 'Children Act 2004, section 11',
  care_act: 'Care Act 2014',
  common_law_police: 'Common-law police disclosure',
  da_act_s77: 'Domestic Abuse Act 2021, section 77 (disclosure scheme)',
  other: 'Other: say which in the necessity line',
} as const

export const gatewayKeys = keysOf(gateways)

export const leverKinds = {
  contact_through_agency: 'A professional he already sees',
  licence_conditions: 'Licence conditions or recall',
  bail_conditions: 'Bail conditions',
  protective_order: 'Protective order in force or available',
  warrant_or_charge: 'Warrant, charge or pending case',
  tenancy: 'Tenancy or housing need',
  child_arrangements: 'Child protection or contact arrangements',
  treatment: 'Treatment or health need',
  money: 'Benefits, debt or finances',
  work: 'Work, licence or regulator',
  own_goal: 'Something he wants for himself',
  other: 'Other',
} as const

export const leverKindKeys = keysOf(leverKinds)

export const strands = { support: 'Support', disrupt: 'Disrupt', both: 'Support and disrupt' } as const

export type Strand = keyof typeof strands

export const strandKeys = keysOf(strands)

export const supportAreas = {
  physical_health: 'Physical health',
  mental_health: 'Psychological wellbeing and mental health',
  homelessness_housing: 'Homelessness and housing',
  children_families: 'Children and families',
  substance_misuse: 'Substance misuse',
  identity: 'Identity',
  socialisation_community: 'Socialisation and community',
  purposeful_activities: 'Purposeful activities',
  education_employment_training: 'Education, employment and training',
  benefits_debt_finances: 'Benefits, debt and finances',
  behaviour_attitudes: 'Behavioural and attitudinal change',
} as const

export const supportAreaKeys = keysOf(supportAreas)

export const disruptAreas = {
  children_families: 'Children and families',
  evidence_gathering: 'Evidence gathering for prosecution',
  breach_of_orders: 'Use of breach of orders',
  legal_proceedings: 'Legal proceedings',
  information_sharing_police: 'Information sharing with police',
  availability_of_victims: 'Availability of victims',
  notification: 'Notification',
  housing: 'Housing',
  benefits_debt_finances: 'Benefits, debt and finances',
} as const

export const disruptAreaKeys = keysOf(disruptAreas)

export const interventionStatuses = {
  planned: 'Planned',
  in_progress: 'In progress',
  done: 'Done',
  stopped: 'Stopped',
} as const

export type InterventionStatus = keyof typeof interventionStatuses

export const interventionStatusKeys = keysOf(interventionStatuses)

export const decisionOutcomes = {
  accept: 'Accept',
  bring_back: 'Bring back',
  not_accepted: 'Not accepted',
  continue: 'Continue',
  extend: 'Extend',
  close: 'Close',
  transfer: 'Transfer',
} as const

export type DecisionOutcome = keyof typeof decisionOutcomes

export const decisionOutcomeKeys = keysOf(decisionOutcomes)

export const stances = {
  agrees: 'Agrees',
  dissents: 'Dissents',
  abstains: 'Abstains',
  absent: 'Absent',
} as const

export type Stance = keyof typeof stances

export const stanceKeys = keysOf(stances)

export const answers = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const

export type Answer = keyof typeof answers

export const answerKeys = keysOf(answers)

export const findingAnswers = { met: 'Met', not_met: 'Not met', unknown: 'Unknown' } as const

export type FindingAnswer = keyof typeof findingAnswers

export const findingAnswerKeys = keysOf(findingAnswers)

export const actionOutcomes = {
  done: 'Done',
  not_possible: 'Not possible: circumstances changed',
  not_done: 'Not done by the agency',
  withdrawn: 'Withdrawn',
  passed_on: 'Passed on',
} as const

export type ActionOutcome = keyof typeof actionOutcomes

export const actionOutcomeKeys = keysOf(actionOutcomes)

/** How whoever answers for an action may end it. Passing on is a command of its own: it makes another action. */
export const endOutcomes = {
  done: actionOutcomes.done,
  not_possible: actionOutcomes.not_possible,
  not_done: actionOutcomes.not_done,
  withdrawn: actionOutcomes.withdrawn,
} as const

export const endOutcomeKeys = keysOf(endOutcomes)

/** What happens to an action or a request after it was recorded, as its history says it. */
export const followUpKinds = {
  accepted: 'Accepted',
  parked: 'Parked for an absent agency',
  extended: 'Given a new date by the chair',
  raised: 'Raised with the agency’s lead by the chair',
  passed_on: 'Passed on',
  ended: 'Ended',
  chased: 'Chased',
  escalated: 'Escalated to the chair',
  answered: 'Answered',
  refused: 'Refused',
  left: 'Left unanswered by the chair',
} as const

export type FollowUpKind = keyof typeof followUpKinds

/** What the chair may rule on what is overdue. */
export const rulings = {
  extend: 'Give it a new date',
  raise: 'Raise it with the agency’s lead',
  accept: 'Accept that it was not done',
} as const

export type Ruling = keyof typeof rulings

export const rulingKeys = keysOf(rulings)
