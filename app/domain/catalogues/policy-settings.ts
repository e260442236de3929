import { sittingSettings } from './policy/sitting-settings'
import { agencySettings } from './policy/agency-settings'
import { meetingSettings } from './policy/meeting-settings'
import { referralSettings } from './policy/referral-settings'
import { afterwardsSettings } from './policy/afterwards-settings'
import { caseSettings } from './policy/case-settings'
import { recordSettings } from './policy/record-settings'
import type {
  AgenciesSetting,
  ChoiceSetting,
  DaysSetting,
  ListSetting,
  TextSetting,
  PolicySetting,
} from './policy/setting-kinds'

// A panel's policy: when it meets, which agencies it needs, and the clocks, counts and lists that differ from place to
// place (domain, opening rule). Nothing of this is fixed in code, and nothing of it stands anywhere else. Every setting has a
// starting value that a panel changes, says where that value comes from and how far it can be relied on, and what was decided
// keeps the number of the policy it was decided under.

/** Add a setting in the file of its group; forms, checks, the settings page and the types follow. */
export const policySettings = {
  ...sittingSettings,
  ...agencySettings,
  ...meetingSettings,
  ...referralSettings,
  ...afterwardsSettings,
  ...caseSettings,
  ...recordSettings,
} as const

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
