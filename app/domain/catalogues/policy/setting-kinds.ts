// What a setting of a policy is: a count, a list, a choice, words, agencies or days; and how far it can be relied on.

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

export interface Described {
  group: PolicyGroup
  label: string
  hint?: string
  source: string
  status: SettingStatus
}
export interface CountSetting extends Described {
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
export interface ListSetting extends Described {
  unit: 'lines'
  start: readonly string[]
}
export interface ChoiceSetting<
  O extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> extends Described {
  unit: 'choice'
  options: O
  start: keyof O & string
}
export interface TextIn<U extends string> extends Described {
  unit: U
  start: string
  /** What it means to leave it empty; where this is not given, it may not be. */
  empty?: string
}
export type TextSetting = TextIn<'time'> | TextIn<'words'> | TextIn<'paragraph'>
/** Some of the panel's agencies, by id. */
export interface AgenciesSetting extends Described {
  unit: 'chosen agencies'
  start: readonly string[]
}
/** Days, each with its name, one a line (dates/named-day.ts). */
export interface DaysSetting extends Described {
  unit: 'named days'
  start: readonly string[]
}
export type PolicySetting =
  CountSetting | ListSetting | ChoiceSetting | TextSetting | AgenciesSetting | DaysSetting

export const count = (setting: CountSetting) => setting
export const list = (setting: ListSetting) => setting
export const choice = <const O extends Readonly<Record<string, string>>>(
  setting: Omit<ChoiceSetting<O>, 'unit'>,
): ChoiceSetting<O> => ({ ...setting, unit: 'choice' })
export const text = (setting: TextSetting) => setting
export const chosenAgencies = (setting: Omit<AgenciesSetting, 'unit'>): AgenciesSetting => ({
  ...setting,
  unit: 'chosen agencies',
})

export const namedDays = (setting: Omit<DaysSetting, 'unit'>): DaysSetting => ({
  ...setting,
  unit: 'named days',
})

export const noFigure = 'Starting value of this product: no published figure was found'
export const croydon = 'Drive Croydon evaluation: one panel’s practice'
export const ours = 'Starting value of this product'
export const everyPanelItsOwn = 'Each panel sets its own'
