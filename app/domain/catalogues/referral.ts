import { keysOf } from './labels'

export const referralSources = {
  police: 'Police',
  marac: 'MARAC',
  agency: 'Panel agency',
  self_or_family: 'Self or family',
  other: 'Other',
} as const

export type ReferralSource = keyof typeof referralSources

export const referralSourceKeys = keysOf(referralSources)

/** How grave an incident was, gravest last. */
export const gravities = {
  control: 'Control or abuse without threat or violence',
  threat: 'Threat, stalking or damage',
  violence: 'Violence',
  serious_violence: 'Serious violence, strangulation or sexual violence',
} as const

export type Gravity = keyof typeof gravities

export const gravityKeys = keysOf(gravities)

// Our own short words for the subjects that a risk checklist goes through; no checklist's wording is copied.
export const riskTopics = {
  injury: 'Injury',
  fear: 'She is very frightened',
  isolation: 'Isolation',
  despair: 'Her despair or suicidal thoughts',
  separation: 'Separation',
  child_contact: 'Conflict over children',
  stalking: 'Stalking or harassment',
  pregnancy: 'Pregnancy or a new baby',
  more_often: 'It happens more often',
  worse: 'It is getting worse',
  control: 'Control or jealousy',
  weapons: 'Weapons or objects',
  threats_to_kill: 'Threats to kill',
  strangulation: 'Strangulation or choking',
  sexual: 'Sexual abuse',
  others_too: 'Others threatened or hurt',
  animals: 'Cruelty to animals',
  money: 'Money',
  substances: 'Alcohol, drugs or mental ill health',
  his_suicide: 'His threats of suicide',
  breaches: 'Breach of bail or an order',
  police_record: 'Known to the police',
  family_honour: 'So-called honour',
} as const

export type RiskTopic = keyof typeof riskTopics

export const riskTopicKeys = keysOf(riskTopics)

export const referralStages = {
  received: 'Received, to be screened',
  returned: 'Returned for more information',
  accepted: 'Accepted',
  signposted: 'Signposted',
} as const

export type ReferralStage = keyof typeof referralStages

export const agreements = { yes: 'Yes', no: 'No', not_asked: 'Not asked' } as const

export type Agreement = keyof typeof agreements

export const agreementKeys = keysOf(agreements)

export const relationships = {
  partner: 'Partner',
  former_partner: 'Former partner',
  parent: 'Parent',
  son_or_daughter: 'Son or daughter',
  sibling: 'Sister or brother',
  other_family: 'Other family member',
  other: 'Other',
} as const

export const relationshipKeys = keysOf(relationships)

export const ageBands = {
  under_18: 'Under 18',
  '18_24': '18 to 24',
  '25_34': '25 to 34',
  '35_44': '35 to 44',
  '45_54': '45 to 54',
  '55_64': '55 to 64',
  '65_plus': '65 and over',
} as const

export const ageBandKeys = keysOf(ageBands)

export const childAgeBands = {
  unborn: 'Unborn',
  '0_4': '0 to 4',
  '5_10': '5 to 10',
  '11_15': '11 to 15',
  '16_17': '16 or 17',
} as const

export const childAgeBandKeys = keysOf(childAgeBands)

/** What a referrer is told, each of them once for each time it comes about. */
export const tellingKinds = {
  acknowledgement: 'That the referral has arrived',
  returned: 'That more information is asked for',
  signposted: 'That it does not go to the panel, and where to go instead',
  decision: 'What the panel decided, and why',
} as const

export type TellingKind = keyof typeof tellingKinds

export const tellingKindKeys = keysOf(tellingKinds)

export const tellingWays = {
  on_screen: 'On the page, when it was sent',
  mail: 'By e-mail',
  telephone: 'By telephone',
  in_person: 'In person',
  link: 'On the page of their link',
} as const

export type TellingWay = keyof typeof tellingWays

export const tellingWayKeys = keysOf(tellingWays)
