import { returnStates } from '../catalogues/returns'
import { referralSources, gravities } from '../catalogues/referral'
import { itemKinds } from '../catalogues/agenda'
import { incidentKinds } from '../catalogues/candidates'
import { decisionOutcomes, sources } from '../catalogues/entries'
import {
  caseModes,
  childPlans,
  closureReasons,
  contactStatuses,
  engagements,
  riskLevels,
} from '../catalogues/case'
import { attendanceStatuses } from '../catalogues/meeting'
import { agencyKinds, panelKinds, roles } from '../catalogues/panel'
import {
  day,
  email,
  listOf,
  oneOf,
  pastDay,
  referenceTo,
  text,
  time,
  wholeNumber,
  word,
  yesNo,
  type CellType,
  type ReferredFile,
} from './cell-types'

// Every file of the interchange format with its columns, once. Checking, typed rows and `--describe` all come from
// here. Column order in a file is free; an empty cell means not recorded.

export interface Column<V = unknown, Required extends boolean = boolean> {
  type: CellType<V>
  required: Required
}

const required = <V>(type: CellType<V>): Column<V, true> => ({ type, required: true })
const optional = <V>(type: CellType<V>): Column<V, false> => ({ type, required: false })

/** Reasons for unsuitability as the programme evaluations count them. */
export const unsuitableReasons = {
  denial: 'Denial',
  needs_other_support: 'Needs other support',
  mental_health: 'Mental health',
  risk_too_high: 'Risk too high',
  unwilling_to_engage: 'Unwilling to engage',
  unknown: 'Unknown',
} as const

const minutes = wholeNumber(0, 1440)
const count = wholeNumber(0, 100_000)

const panels = {
  name: required(text),
  area: required(text),
  kind: required(oneOf(panelKinds)),
  started_on: optional(day),
  target_accepted: optional(count),
  target_by: optional(day),
  caseload_limit: optional(count),
  sandbox: optional(yesNo),
  quorum: optional(wholeNumber(1, 40)),
  usual_time: optional(time),
  usual_place: optional(text),
}

const agencies = {
  panel: required(referenceTo('panels')),
  name: required(text),
  kind: required(oneOf(agencyKinds)),
  core: required(yesNo),
}

const members = {
  panel: required(referenceTo('panels')),
  name: required(text),
  email: required(email),
  role: required(oneOf(roles)),
  agency: optional(referenceTo('agencies')),
  job_title: optional(text),
}

/** Without a panel, a person belongs to the panel whose case names them. */
const people = {
  panel: optional(referenceTo('panels')),
  person_ref: required(text),
  given_name: required(text),
  family_name: required(text),
  aliases: optional(listOf(text)),
  date_of_birth: optional(pastDay),
  gender: optional(word),
  ethnicity: optional(word),
  first_language: optional(text),
}

const cases = {
  case_ref: required(text),
  panel: required(referenceTo('panels')),
  person_ref: required(referenceTo('people')),
  referral_source: required(oneOf(referralSources)),
  referring_agency: optional(text),
  referred_on: required(pastDay),
  assessed_on: optional(pastDay),
  suitable: optional(yesNo),
  unsuitable_reason: optional(oneOf(unsuitableReasons)),
  accepted_on: optional(pastDay),
  not_accepted_on: optional(pastDay),
  started_on: optional(pastDay),
  completed_on: optional(pastDay),
  mode: optional(oneOf(caseModes)),
  first_direct_contact_on: optional(pastDay),
  contact_status: optional(oneOf(contactStatuses)),
  engagement: optional(oneOf(engagements)),
  case_manager: optional(text),
  idva: optional(text),
  aces: optional(count),
  closed_on: optional(pastDay),
  closure_reason: optional(oneOf(closureReasons)),
  engagement_at_closure: optional(oneOf(engagements)),
  referral_reason: optional(text),
  risk_level: optional(oneOf(riskLevels)),
  dash_count: optional(wholeNumber(0, 100)),
}

const victims = {
  victim_ref: required(text),
  case_ref: required(referenceTo('cases')),
  age_band: optional(word),
  gender: optional(word),
  ethnicity: optional(word),
  relationship: optional(word),
}

const children = {
  child_ref: required(text),
  case_ref: required(referenceTo('cases')),
  age_band: optional(word),
  plan: optional(oneOf(childPlans)),
}

/** What he did, to be counted and scored: about a person, or about one of his cases, which tells the person. */
const incidents = {
  incident_ref: required(text),
  panel: required(referenceTo('panels')),
  person_ref: optional(referenceTo('people')),
  case_ref: optional(referenceTo('cases')),
  date: required(pastDay),
  kind: required(oneOf(incidentKinds)),
  gravity: required(oneOf(gravities)),
  victim_ref: optional(text),
  source: required(oneOf(sources)),
}

const meetings = {
  meeting_ref: required(text),
  panel: required(referenceTo('panels')),
  date: required(day),
  minutes_planned: optional(minutes),
  minutes_taken: optional(minutes),
  agenda_circulated_on: optional(day),
  starts_at: optional(time),
  place: optional(text),
}

const agenda = {
  meeting_ref: required(referenceTo('meetings')),
  case_ref: required(referenceTo('cases')),
  position: required(wholeNumber(1, 1000)),
  kind: required(oneOf(itemKinds)),
  outcome: optional(oneOf(decisionOutcomes)),
  brought_back_reason: optional(text),
  dissenting_agencies: optional(listOf(referenceTo('agencies'))),
  minutes_taken: optional(minutes),
  presenter: optional(referenceTo('members')),
  minutes_planned: optional(minutes),
}

const attendance = {
  meeting_ref: required(referenceTo('meetings')),
  agency: required(referenceTo('agencies')),
  status: required(oneOf(attendanceStatuses)),
}

const returns = {
  meeting_ref: required(referenceTo('meetings')),
  case_ref: required(referenceTo('cases')),
  agency: required(referenceTo('agencies')),
  asked_on: required(day),
  returned_on: optional(pastDay),
  state: required(oneOf(returnStates)),
}

const conflicts = {
  case_ref: required(referenceTo('cases')),
  member: required(referenceTo('members')),
  panel: required(referenceTo('panels')),
  declared_on: required(pastDay),
  reason: required(text),
}

export const importColumns = {
  panels,
  agencies,
  members,
  people,
  cases,
  victims,
  children,
  incidents,
  meetings,
  agenda,
  attendance,
  returns,
  conflicts,
}

export type ImportFile = keyof typeof importColumns
export type ColumnOf<F extends ImportFile> = keyof (typeof importColumns)[F] & string
/** In the order in which a folder is read: what is referred to comes before what refers. */
export const importFiles = Object.keys(importColumns) as ImportFile[]
export const columnsOf = (file: ImportFile): [string, Column][] => Object.entries(importColumns[file])

/** What a line of a file is, and the columns that tell its lines apart within a panel (people: within its area). */
export const importKeys: { [F in ImportFile]: { key: readonly ColumnOf<F>[]; once: string } } = {
  panels: { key: ['name'], once: 'each panel has one line' },
  agencies: { key: ['name'], once: 'each agency of a panel has one line' },
  members: { key: ['email'], once: 'each member of a panel has one line' },
  people: { key: ['person_ref'], once: 'each person has one line' },
  cases: { key: ['case_ref'], once: 'each case has one line' },
  victims: { key: ['case_ref', 'victim_ref'], once: 'each victim-survivor has one line in each case' },
  children: { key: ['case_ref', 'child_ref'], once: 'each child has one line in each case' },
  incidents: { key: ['incident_ref'], once: 'each incident has one line' },
  meetings: { key: ['meeting_ref'], once: 'each meeting has one line' },
  agenda: { key: ['meeting_ref', 'case_ref'], once: 'a case comes once on an agenda' },
  attendance: { key: ['meeting_ref', 'agency'], once: 'each agency has one line for each meeting' },
  returns: {
    key: ['meeting_ref', 'case_ref', 'agency'],
    once: 'each agency has one line for each case of a meeting',
  },
  conflicts: { key: ['case_ref', 'member'], once: 'each conflict has one line' },
}

/** The column by which other lines refer to a line of the file. */
export const referredBy = {
  panels: 'name',
  agencies: 'name',
  members: 'name',
  people: 'person_ref',
  cases: 'case_ref',
  meetings: 'meeting_ref',
} as const satisfies { [F in ReferredFile]: ColumnOf<F> }
export const isReferred = (file: ImportFile): file is ReferredFile => Object.hasOwn(referredBy, file)

/** Files of the interchange format that this version cannot read yet. */
export const laterFiles: readonly string[] = [
  'needs',
  'severity',
  'interventions',
  'sessions',
  'footprint',
  'requests',
  'actions',
]

type ValueOf<C> = C extends Column<infer V, infer Required> ? (Required extends true ? V : V | null) : never

/** One line of a file, its cells read, under the names of its columns. */
export type RowOf<F extends ImportFile> = {
  [C in keyof (typeof importColumns)[F]]: ValueOf<(typeof importColumns)[F][C]>
}
