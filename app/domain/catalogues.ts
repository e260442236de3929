// The field's lists, as keys with labels. Keys are what is stored, exported and counted, so they never change once used;
// labels are what people read. Areas of support and disruption: Drive Croydon evaluation, table 1. Sharing vocabulary
// and gateways: peers.md 2.11. Lever keys: peers.md 2.10.

export type Labels = Readonly<Record<string, string>>
const keysOf = <T extends Labels>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]

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

export const itemKinds = {
  new: 'New',
  review: 'Review',
  closure: 'Closure',
  urgent: 'Urgent',
  note_only: 'Note only',
} as const
export type ItemKind = keyof typeof itemKinds
export const itemKindKeys = keysOf(itemKinds)

export const steps = {
  introduce: 'Introduce',
  share: 'Share',
  analyse: 'Analyse risk',
  decide: 'Decide',
  plan: 'Plan',
  safety: 'Check safety',
  conclude: 'Conclude',
} as const
export type Step = keyof typeof steps
export const stepKeys = keysOf(steps)

export const attendanceStatuses = {
  present: 'Present',
  remote: 'Present remotely',
  deputy: 'Deputy attending',
  apologies: 'Apologies',
  apologies_with_information: 'Apologies, with information',
  absent: 'Absent',
} as const
export type AttendanceStatus = keyof typeof attendanceStatuses
export const attendanceStatusKeys = keysOf(attendanceStatuses)
export const statusesInTheRoom: readonly AttendanceStatus[] = ['present', 'remote', 'deputy']

/** How often the meetings of a series come. */
export const rhythms = {
  every_weeks: 'Every so many weeks',
  monthly: 'Once a month, on a weekday of it',
} as const
export type Rhythm = keyof typeof rhythms
export const rhythmKeys = keysOf(rhythms)

/** Which of its weekdays in a month; 5 is the last, be it the fourth or the fifth. */
export const placesInMonth = {
  '1': 'First',
  '2': 'Second',
  '3': 'Third',
  '4': 'Fourth',
  '5': 'Last',
} as const

/** Days on which a panel meets, 1 being Monday. */
export const workingWeekdays = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
} as const

/** What a series does on a bank holiday. */
export const holidayRules = {
  skip: 'No meeting then',
  next_working_day: 'On the next working day',
  previous_working_day: 'On the working day before',
  week_later: 'A week later',
} as const
export type HolidayRule = keyof typeof holidayRules
export const holidayRuleKeys = keysOf(holidayRules)

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

/** What happened, in an incident that is counted. A list of our own: police codes differ from force to force. */
export const incidentKinds = {
  physical_assault: 'Physical assault',
  strangulation: 'Strangulation or suffocation',
  sexual_violence: 'Sexual violence',
  weapon: 'Weapon used or shown',
  threats: 'Threats',
  stalking_harassment: 'Stalking or harassment',
  controlling_coercive: 'Controlling or coercive behaviour',
  economic_abuse: 'Economic abuse',
  criminal_damage: 'Criminal damage',
  breach_of_order: 'Breach of an order or condition',
  harm_to_child: 'Harm to a child',
  verbal_dispute: 'Verbal incident, no crime recorded',
  other: 'Other',
} as const
export type IncidentKind = keyof typeof incidentKinds

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
/** How whoever answers for an action may end it. Passing on is an order of its own: it makes another action. */
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

export const rulingKeys = keysOf(rulings)

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

export const referralSources = {
  police: 'Police',
  marac: 'MARAC',
  agency: 'Panel agency',
  self_or_family: 'Self or family',
  other: 'Other',
} as const
export type ReferralSource = keyof typeof referralSources
export const referralSourceKeys = keysOf(referralSources)

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
