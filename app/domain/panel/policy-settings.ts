// A panel's policy: the clocks, counts and lists that differ from place to place (domain, opening rule). Nothing of this
// is fixed in code. Every setting below has a starting value that a panel changes, says where that value comes from and
// how far it can be relied on, and what was decided keeps the number of the policy it was decided under.

/** How far a setting can be relied on, wherever it stands. */
export const settingStatuses = {
  national: 'National',
  local: 'Local',
  unverified: 'Unverified',
} as const
export type SettingStatus = keyof typeof settingStatuses

export const policyGroups = {
  meeting: 'Meetings and agenda',
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
  unit: 'working days' | 'days' | 'weeks' | 'months' | 'years' | 'minutes' | 'meetings' | 'answers' | 'events' | 'times'
  start: number
  min: number
  max: number
}
interface ListSetting extends Described {
  unit: 'lines'
  start: readonly string[]
}

const count = (setting: CountSetting) => setting
const list = (setting: ListSetting) => setting

const noFigure = 'Starting value of this product: no published figure was found'
const croydon = 'Drive Croydon evaluation: one panel’s practice'

/** Add a setting here; forms, checks, the settings page and the types follow. */
export const policySettings = {
  meetingMinutes: count({ group: 'meeting', label: 'Length of a meeting', unit: 'minutes', start: 120, min: 15, max: 480, source: croydon, status: 'unverified' }),
  newCaseMinutes: count({ group: 'meeting', label: 'Time for a new case', unit: 'minutes', start: 8, min: 1, max: 120, source: 'Drive Croydon evaluation: 17 cases in two hours, about seven minutes each', status: 'unverified' }),
  reviewMinutes: count({ group: 'meeting', label: 'Time for a review', unit: 'minutes', start: 6, min: 1, max: 120, source: 'Drive Croydon evaluation: 17 cases in two hours, about seven minutes each', status: 'unverified' }),
  closureMinutes: count({ group: 'meeting', label: 'Time for a closure', unit: 'minutes', start: 5, min: 1, max: 120, source: noFigure, status: 'unverified' }),
  urgentMinutes: count({ group: 'meeting', label: 'Time for an urgent item', unit: 'minutes', start: 10, min: 1, max: 120, source: noFigure, status: 'unverified' }),
  cutOffWorkingDays: count({ group: 'meeting', label: 'Cut-off before a meeting', hint: 'What comes later than this goes on the agenda only with a reason.', unit: 'working days', start: 10, min: 0, max: 60, source: noFigure, status: 'unverified' }),
  noticeWorkingDays: count({ group: 'meeting', label: 'Notice of the agenda', hint: 'Clear working days between circulating and the meeting.', unit: 'working days', start: 8, min: 0, max: 60, source: 'Practice of Scottish MARACs: the case list goes out about eight working days before', status: 'unverified' }),
  returnsDueWorkingDays: count({ group: 'meeting', label: 'Returns are due before the meeting', unit: 'working days', start: 2, min: 0, max: 30, source: noFigure, status: 'unverified' }),
  attendanceMeetings: count({ group: 'meeting', label: 'Attendance is shown over', unit: 'meetings', start: 6, min: 2, max: 26, source: noFigure, status: 'unverified' }),
  missedMeetings: count({ group: 'meeting', label: 'An agency counts as falling off after it missed, one after the other', unit: 'meetings', start: 2, min: 1, max: 12, source: noFigure, status: 'unverified' }),

  referralLinkDays: count({ group: 'referral', label: 'A referral link works for', unit: 'days', start: 7, min: 1, max: 30, source: noFigure, status: 'unverified' }),
  highRiskAnswers: count({ group: 'referral', label: 'Visible high risk from', hint: 'Yes answers on the DASH checklist. Professional judgement may raise the risk at any count.', unit: 'answers', start: 14, min: 1, max: 30, source: 'National practice for MARAC referral; some areas differ', status: 'national' }),
  mediumRiskAnswers: count({ group: 'referral', label: 'Medium risk from', unit: 'answers', start: 10, min: 1, max: 30, source: 'One area’s bands: ten to thirteen is medium', status: 'unverified' }),
  escalationEvents: count({ group: 'referral', label: 'Escalation: incidents within the months below', unit: 'events', start: 3, min: 1, max: 20, source: 'Common practice for MARAC referral', status: 'unverified' }),
  escalationMonths: count({ group: 'referral', label: 'Escalation is counted over', unit: 'months', start: 12, min: 1, max: 36, source: 'Common practice for MARAC referral', status: 'unverified' }),
  referralStageDays: count({ group: 'referral', label: 'A used link still shows how far the referral has come for', unit: 'days', start: 90, min: 1, max: 365, source: noFigure, status: 'unverified' }),
  repeatMonths: count({ group: 'referral', label: 'A repeat is a new referral within', unit: 'months', start: 12, min: 1, max: 60, source: 'MARAC definition of a repeat: twelve months from the last referral', status: 'national' }),
  outcomeWorkingDays: count({ group: 'referral', label: 'The referrer is told the outcome within', unit: 'working days', start: 5, min: 1, max: 30, source: noFigure, status: 'unverified' }),
  acceptReasons: list({ group: 'referral', label: 'Reasons to accept a referral on to the agenda', unit: 'lines', start: ['Visible high risk', 'Professional judgement', 'Escalation', 'A repeat', 'Serial: two or more victim-survivors', 'A safe lever for contact exists'], source: 'The criteria of MARAC referral, and one panel’s practice', status: 'unverified' }),
  returnReasons: list({ group: 'referral', label: 'Reasons to return a referral for information', unit: 'lines', start: ['Who he is cannot be told for certain', 'No risk assessment', 'No victim-survivor named', 'Not clear what the panel is asked to do', 'Not clear whether contact with her is safe'], source: noFigure, status: 'unverified' }),
  signpostReasons: list({ group: 'referral', label: 'Reasons to signpost a referral', unit: 'lines', start: ['Does not meet the panel’s criteria', 'Belongs to another area', 'Managed by another forum already', 'A voluntary programme fits better', 'No perpetrator to work with'], source: noFigure, status: 'unverified' }),

  minutesApprovalWorkingDays: count({ group: 'afterwards', label: 'The chair approves the minutes within', unit: 'working days', start: 5, min: 1, max: 30, source: noFigure, status: 'unverified' }),
  minutesDistributionWorkingDays: count({ group: 'afterwards', label: 'Minutes are distributed within', unit: 'working days', start: 10, min: 1, max: 60, source: 'Scottish child protection guidance, for comparison: ten working days', status: 'unverified' }),
  tellHerWorkingDays: count({ group: 'afterwards', label: 'A victim-survivor is told within', unit: 'working days', start: 1, min: 0, max: 30, source: noFigure, status: 'unverified' }),
  ladderMeetings: count({ group: 'afterwards', label: 'An overdue action goes to the chair after', unit: 'meetings', start: 2, min: 1, max: 10, source: noFigure, status: 'unverified' }),
  requestWorkingDays: count({ group: 'afterwards', label: 'An information request is due within', unit: 'working days', start: 5, min: 1, max: 30, source: 'One peer system’s starting value', status: 'unverified' }),
  chaseWorkingDays: count({ group: 'afterwards', label: 'A request is chased again after', unit: 'working days', start: 3, min: 1, max: 30, source: noFigure, status: 'unverified' }),
  chasesBeforeChair: count({ group: 'afterwards', label: 'A request goes to the chair after chasing it', unit: 'times', start: 2, min: 1, max: 10, source: noFigure, status: 'unverified' }),

  reviewWeeks: count({ group: 'cases', label: 'An open case is reviewed every', unit: 'weeks', start: 6, min: 1, max: 52, source: noFigure, status: 'unverified' }),
  severityMonths: count({ group: 'cases', label: 'The severity of abuse is assessed at least every', unit: 'months', start: 3, min: 1, max: 12, source: croydon, status: 'unverified' }),
  happeningNoticeDays: count({ group: 'cases', label: 'A release, or the end of an order, is put to the panel before it by', unit: 'days', start: 21, min: 0, max: 365, source: noFigure, status: 'unverified' }),
  disclosureDays: count({ group: 'cases', label: 'A new partner: the disclosure scheme is answered for within', hint: 'Domestic violence disclosure scheme.', unit: 'days', start: 28, min: 1, max: 120, source: 'Statutory guidance of 2023 is reported to give 28 days at most, and 35 before; not checked against its text', status: 'unverified' }),
  closureFirstMonths: count({ group: 'cases', label: 'Not closed before, unless the panel says why', unit: 'months', start: 3, min: 0, max: 24, source: croydon, status: 'unverified' }),
  closureLastMonths: count({ group: 'cases', label: 'Past this only with goals and a date', unit: 'months', start: 12, min: 1, max: 60, source: croydon, status: 'unverified' }),

  retentionYears: count({ group: 'record', label: 'A closed case is kept for', hint: 'Then the panel reviews whether to keep it; nothing is deleted by itself.', unit: 'years', start: 7, min: 1, max: 100, source: noFigure, status: 'unverified' }),
} as const satisfies Record<string, CountSetting | ListSetting>

export type PolicyKey = keyof typeof policySettings
export type PolicyValues = { [K in PolicyKey]: (typeof policySettings)[K] extends ListSetting ? readonly string[] : number }
export const policyKeys = Object.keys(policySettings) as PolicyKey[]

export const settingOf = (key: PolicyKey): CountSetting | ListSetting => policySettings[key]
