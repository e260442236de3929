import { placesInMonth, rhythms, workingWeekdays } from './agenda'

// A panel's policy: when it meets, which agencies it needs, and the clocks, counts and lists that differ from place to
// place (domain, opening rule). Nothing of this is fixed in code, and nothing of it stands anywhere else. Every setting below has a starting value that a panel changes, says where that value comes from and
// how far it can be relied on, and what was decided keeps the number of the policy it was decided under.

/** How far a setting can be relied on, wherever it stands. */
export const settingStatuses = {
  national: 'National',
  local: 'Local',
  unverified: 'Unverified',
} as const
export type SettingStatus = keyof typeof settingStatuses

export const policyGroups = {
  sittings: 'When the panel meets',
  agencies: 'Agencies, quorum and confidentiality',
  meeting: 'Agenda, notice and returns',
  referral: 'Referrals',
  afterwards: 'After the meeting',
  cases: 'Cases',
  record: 'Keeping the record',
} as const
export type PolicyGroup = keyof typeof policyGroups

interface Described {
  group: PolicyGroup
  label: string
  hint?: string
  source: string
  status: SettingStatus
}
interface CountSetting extends Described {
  unit:
    | 'working days'
    | 'days'
    | 'weeks'
    | 'months'
    | 'years'
    | 'minutes'
    | 'meetings'
    | 'answers'
    | 'events'
    | 'times'
    | 'agencies'
    | 'open cases'
  start: number
  min: number
  max: number
  /** What 0 means, where it means more than none. */
  zero?: string
}
interface ListSetting extends Described {
  unit: 'lines'
  start: readonly string[]
}
interface ChoiceSetting<
  O extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> extends Described {
  unit: 'choice'
  options: O
  start: keyof O & string
}
interface TextIn<U extends string> extends Described {
  unit: U
  start: string
  /** What it means to leave it empty; where this is not given, it may not be. */
  empty?: string
}
type TextSetting = TextIn<'time'> | TextIn<'words'> | TextIn<'paragraph'>
/** Some of the panel's agencies, by id. */
interface AgenciesSetting extends Described {
  unit: 'chosen agencies'
  start: readonly string[]
}
/** Days, each with its name, one a line (dates/named-day.ts). */
interface DaysSetting extends Described {
  unit: 'named days'
  start: readonly string[]
}
export type PolicySetting =
  CountSetting | ListSetting | ChoiceSetting | TextSetting | AgenciesSetting | DaysSetting

const count = (setting: CountSetting) => setting
const list = (setting: ListSetting) => setting
const choice = <const O extends Readonly<Record<string, string>>>(
  setting: Omit<ChoiceSetting<O>, 'unit'>,
): ChoiceSetting<O> => ({ ...setting, unit: 'choice' })
const text = (setting: TextSetting) => setting
const chosenAgencies = (setting: Omit<AgenciesSetting, 'unit'>): AgenciesSetting => ({
  ...setting,
  unit: 'chosen agencies',
})

const namedDays = (setting: Omit<DaysSetting, 'unit'>): DaysSetting => ({ ...setting, unit: 'named days' })

const noFigure = 'Starting value of this product: no published figure was found'
const croydon = 'Drive Croydon evaluation: one panel’s practice'
const ours = 'Starting value of this product'
const everyPanelItsOwn = 'Each panel sets its own'
const startingStatement =
  'What is said here is confidential. We share only what this panel needs to protect people from abuse, use it only ' +
  'for that, and pass it on only as the panel agrees. Nothing that a victim-survivor has told anyone may reach the ' +
  'person who abused them. Each agency keeps what it learns here safe, by its own rules.'

/** Add a setting here; forms, checks, the settings page and the types follow. */
export const policySettings = {
  rhythm: choice({
    group: 'sittings',
    label: 'How often the panel meets',
    hint: 'A new meeting series starts from this.',
    options: rhythms,
    start: 'every_weeks',
    source: croydon,
    status: 'unverified',
  }),
  everyWeeks: count({
    group: 'sittings',
    label: 'If every so many weeks: every',
    unit: 'weeks',
    start: 2,
    min: 1,
    max: 12,
    source:
      'Drive Croydon evaluation: every two weeks. MARACs meet every two to four weeks, MATACs every four',
    status: 'unverified',
  }),
  placeInMonth: choice({
    group: 'sittings',
    label: 'If once a month: which one of the month',
    options: placesInMonth,
    start: '1',
    source: ours,
    status: 'unverified',
  }),
  usualWeekday: choice({
    group: 'sittings',
    label: 'Usual weekday',
    options: workingWeekdays,
    start: '3',
    source: ours,
    status: 'unverified',
  }),
  usualTime: text({
    group: 'sittings',
    label: 'Usual time',
    unit: 'time',
    start: '10:00',
    source: ours,
    status: 'unverified',
  }),
  usualPlace: text({
    group: 'sittings',
    label: 'Usual place or call',
    unit: 'words',
    start: '',
    empty: 'None set',
    source: everyPanelItsOwn,
    status: 'local',
  }),
  meetingMinutes: count({
    group: 'sittings',
    label: 'Length of a meeting',
    unit: 'minutes',
    start: 120,
    min: 15,
    max: 480,
    source: croydon,
    status: 'unverified',
  }),

  daysNotCounted: namedDays({
    group: 'sittings',
    label: 'Days the panel does not count',
    hint: 'Besides weekends and bank holidays, which are known: a day proclaimed since, or on which the agencies are closed. Whatever is due in working days goes over it, and a series meets on another day. A meeting planned already stays.',
    start: [],
    source: everyPanelItsOwn,
    status: 'local',
  }),

  coreAgencyIds: chosenAgencies({
    group: 'agencies',
    label: 'Core agencies',
    hint: 'Those the panel cannot well do without: the room and the standing page say which of them are missing or silent.',
    start: [],
    source: everyPanelItsOwn,
    status: 'local',
  }),
  quorum: count({
    group: 'agencies',
    label: 'Quorum',
    hint: 'How many agencies must be in the room. With fewer, a meeting opens only with a reason, which the minutes keep.',
    unit: 'agencies',
    start: 1,
    min: 1,
    max: 40,
    source: noFigure,
    status: 'unverified',
  }),
  quorumCounts: choice({
    group: 'agencies',
    label: 'Who counts towards the quorum',
    options: { any: 'Any agency of the panel', core: 'Core agencies only' },
    start: 'any',
    source: noFigure,
    status: 'unverified',
  }),
  returnsAskedOf: choice({
    group: 'agencies',
    label: 'Who is asked for a research return',
    hint: 'Whoever is asked in for a case by name is always asked.',
    options: { every: 'Every agency of the panel', core: 'Core agencies' },
    start: 'every',
    source: ours,
    status: 'unverified',
  }),
  confidentialityStatement: text({
    group: 'agencies',
    label: 'Confidentiality statement',
    hint: 'Every person accepts it at the start of each meeting; the minutes keep the words that each accepted.',
    unit: 'paragraph',
    start: startingStatement,
    source: 'Starting words of this product; not checked by a lawyer',
    status: 'unverified',
  }),

  newCaseMinutes: count({
    group: 'meeting',
    label: 'Time for a new case',
    unit: 'minutes',
    start: 8,
    min: 1,
    max: 120,
    source: 'Drive Croydon evaluation: 17 cases in two hours, about seven minutes each',
    status: 'unverified',
  }),
  reviewMinutes: count({
    group: 'meeting',
    label: 'Time for a review',
    unit: 'minutes',
    start: 6,
    min: 1,
    max: 120,
    source: 'Drive Croydon evaluation: 17 cases in two hours, about seven minutes each',
    status: 'unverified',
  }),
  closureMinutes: count({
    group: 'meeting',
    label: 'Time for a closure',
    unit: 'minutes',
    start: 5,
    min: 1,
    max: 120,
    source: noFigure,
    status: 'unverified',
  }),
  urgentMinutes: count({
    group: 'meeting',
    label: 'Time for an urgent item',
    unit: 'minutes',
    start: 10,
    min: 1,
    max: 120,
    source: noFigure,
    status: 'unverified',
  }),
  cutOffWorkingDays: count({
    group: 'meeting',
    label: 'Cut-off before a meeting',
    hint: 'What comes later than this goes on the agenda only with a reason.',
    unit: 'working days',
    start: 10,
    min: 0,
    max: 60,
    source: noFigure,
    status: 'unverified',
  }),
  noticeWorkingDays: count({
    group: 'meeting',
    label: 'Notice of the agenda',
    hint: 'Clear working days between circulating and the meeting.',
    unit: 'working days',
    start: 8,
    min: 0,
    max: 60,
    source: 'Practice of Scottish MARACs: the case list goes out about eight working days before',
    status: 'unverified',
  }),
  returnsDueWorkingDays: count({
    group: 'meeting',
    label: 'Returns are due before the meeting',
    unit: 'working days',
    start: 2,
    min: 0,
    max: 30,
    source: noFigure,
    status: 'unverified',
  }),
  attendanceMeetings: count({
    group: 'meeting',
    label: 'Attendance is shown over',
    unit: 'meetings',
    start: 6,
    min: 2,
    max: 26,
    source: noFigure,
    status: 'unverified',
  }),
  missedMeetings: count({
    group: 'meeting',
    label: 'An agency counts as falling off after it missed, one after the other',
    unit: 'meetings',
    start: 2,
    min: 1,
    max: 12,
    source: noFigure,
    status: 'unverified',
  }),

  referralLinkDays: count({
    group: 'referral',
    label: 'A referral link works for',
    unit: 'days',
    start: 7,
    min: 1,
    max: 30,
    source: noFigure,
    status: 'unverified',
  }),
  highRiskAnswers: count({
    group: 'referral',
    label: 'Visible high risk from',
    hint: 'Yes answers on the DASH checklist. Professional judgement may raise the risk at any count.',
    unit: 'answers',
    start: 14,
    min: 1,
    max: 30,
    source: 'National practice for MARAC referral; some areas differ',
    status: 'national',
  }),
  mediumRiskAnswers: count({
    group: 'referral',
    label: 'Medium risk from',
    unit: 'answers',
    start: 10,
    min: 1,
    max: 30,
    source: 'One area’s bands: ten to thirteen is medium',
    status: 'unverified',
  }),
  escalationEvents: count({
    group: 'referral',
    label: 'Escalation: incidents within the months below',
    unit: 'events',
    start: 3,
    min: 1,
    max: 20,
    source: 'Common practice for MARAC referral',
    status: 'unverified',
  }),
  escalationMonths: count({
    group: 'referral',
    label: 'Escalation is counted over',
    unit: 'months',
    start: 12,
    min: 1,
    max: 36,
    source: 'Common practice for MARAC referral',
    status: 'unverified',
  }),
  referralStageDays: count({
    group: 'referral',
    label: 'A used link still shows how far the referral has come for',
    unit: 'days',
    start: 90,
    min: 1,
    max: 365,
    source: noFigure,
    status: 'unverified',
  }),
  repeatMonths: count({
    group: 'referral',
    label: 'A repeat is a new referral within',
    unit: 'months',
    start: 12,
    min: 1,
    max: 60,
    source: 'MARAC definition of a repeat: twelve months from the last referral',
    status: 'national',
  }),
  outcomeWorkingDays: count({
    group: 'referral',
    label: 'The referrer is told the outcome within',
    unit: 'working days',
    start: 5,
    min: 1,
    max: 30,
    source: noFigure,
    status: 'unverified',
  }),
  acceptReasons: list({
    group: 'referral',
    label: 'Reasons to accept a referral on to the agenda',
    unit: 'lines',
    start: [
      'Visible high risk',
      'Professional judgement',
      'Escalation',
      'A repeat',
      'Serial: two or more victim-survivors',
      'A safe lever for contact exists',
    ],
    source: 'The criteria of MARAC referral, and one panel’s practice',
    status: 'unverified',
  }),
  returnReasons: list({
    group: 'referral',
    label: 'Reasons to return a referral for information',
    unit: 'lines',
    start: [
      'Who he is cannot be told for certain',
      'No risk assessment',
      'No victim-survivor named',
      'Not clear what the panel is asked to do',
      'Not clear whether contact with her is safe',
    ],
    source: noFigure,
    status: 'unverified',
  }),
  signpostReasons: list({
    group: 'referral',
    label: 'Reasons to signpost a referral',
    unit: 'lines',
    start: [
      'Does not meet the panel’s criteria',
      'Belongs to another area',
      'Managed by another forum already',
      'A voluntary programme fits better',
      'No perpetrator to work with',
    ],
    source: noFigure,
    status: 'unverified',
  }),

  minutesApprovalWorkingDays: count({
    group: 'afterwards',
    label: 'The chair approves the minutes within',
    unit: 'working days',
    start: 5,
    min: 1,
    max: 30,
    source: noFigure,
    status: 'unverified',
  }),
  minutesDistributionWorkingDays: count({
    group: 'afterwards',
    label: 'Minutes are distributed within',
    unit: 'working days',
    start: 10,
    min: 1,
    max: 60,
    source: 'Scottish child protection guidance, for comparison: ten working days',
    status: 'unverified',
  }),
  tellHerWorkingDays: count({
    group: 'afterwards',
    label: 'A victim-survivor is told within',
    unit: 'working days',
    start: 1,
    min: 0,
    max: 30,
    source: noFigure,
    status: 'unverified',
  }),
  ladderMeetings: count({
    group: 'afterwards',
    label: 'An overdue action goes to the chair after',
    unit: 'meetings',
    start: 2,
    min: 1,
    max: 10,
    source: noFigure,
    status: 'unverified',
  }),
  requestWorkingDays: count({
    group: 'afterwards',
    label: 'An information request is due within',
    unit: 'working days',
    start: 5,
    min: 1,
    max: 30,
    source: 'One peer system’s starting value',
    status: 'unverified',
  }),
  chaseWorkingDays: count({
    group: 'afterwards',
    label: 'A request is chased again after',
    unit: 'working days',
    start: 3,
    min: 1,
    max: 30,
    source: noFigure,
    status: 'unverified',
  }),
  chasesBeforeChair: count({
    group: 'afterwards',
    label: 'A request goes to the chair after chasing it',
    unit: 'times',
    start: 2,
    min: 1,
    max: 10,
    source: noFigure,
    status: 'unverified',
  }),

  caseloadLimit: count({
    group: 'cases',
    label: 'Caseload limit',
    unit: 'open cases',
    start: 0,
    min: 0,
    max: 9999,
    zero: 'No limit',
    source: 'Each panel sets its own. The Drive Croydon evaluation reports 25',
    status: 'local',
  }),
  reviewWeeks: count({
    group: 'cases',
    label: 'An open case is reviewed every',
    unit: 'weeks',
    start: 6,
    min: 1,
    max: 52,
    source: noFigure,
    status: 'unverified',
  }),
  severityMonths: count({
    group: 'cases',
    label: 'The severity of abuse is assessed at least every',
    unit: 'months',
    start: 3,
    min: 1,
    max: 12,
    source: croydon,
    status: 'unverified',
  }),
  happeningNoticeDays: count({
    group: 'cases',
    label: 'A release, or the end of an order, is put to the panel before it by',
    unit: 'days',
    start: 21,
    min: 0,
    max: 365,
    source: noFigure,
    status: 'unverified',
  }),
  disclosureDays: count({
    group: 'cases',
    label: 'A new partner: the disclosure scheme is answered for within',
    hint: 'Domestic violence disclosure scheme.',
    unit: 'days',
    start: 28,
    min: 1,
    max: 120,
    source:
      'Statutory guidance of 2023 is reported to give 28 days at most, and 35 before; not checked against its text',
    status: 'unverified',
  }),
  closureFirstMonths: count({
    group: 'cases',
    label: 'Not closed before, unless the panel says why',
    unit: 'months',
    start: 3,
    min: 0,
    max: 24,
    source: croydon,
    status: 'unverified',
  }),
  closureLastMonths: count({
    group: 'cases',
    label: 'Past this only with goals and a date',
    unit: 'months',
    start: 12,
    min: 1,
    max: 60,
    source: croydon,
    status: 'unverified',
  }),

  retentionYears: count({
    group: 'record',
    label: 'A closed case is kept for',
    hint: 'Then the panel reviews whether to keep it; nothing is deleted by itself.',
    unit: 'years',
    start: 7,
    min: 1,
    max: 100,
    source: noFigure,
    status: 'unverified',
  }),
} as const satisfies Record<string, PolicySetting>

type ValueOf<S> = S extends ListSetting | AgenciesSetting | DaysSetting
  ? readonly string[]
  : S extends ChoiceSetting<infer O>
    ? keyof O & string
    : S extends TextSetting
      ? string
      : number
export type PolicyKey = keyof typeof policySettings
export type PolicyValue = number | string | readonly string[]
export type PolicyValues = { [K in PolicyKey]: ValueOf<(typeof policySettings)[K]> }
export const policyKeys = Object.keys(policySettings) as PolicyKey[]

export const settingOf = (key: PolicyKey): PolicySetting => policySettings[key]
