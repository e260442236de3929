import { policyKeys, settingOf, type PolicyGroup, type PolicyKey, type PolicyValues, type SettingStatus } from './policy-settings'
import type { Things } from '../thing-set'
import type { Policy } from '../things'

// The policy that is in force in a panel; what its settings are, policy-settings.ts says.

/** A panel that has adopted none stands at version 0: every setting at its starting value. */
export const startingPolicy = Object.fromEntries(policyKeys.map((key) => [key, settingOf(key).start])) as unknown as PolicyValues

/** Values as adopted; what was added to the catalogue since stands at its starting value. */
export const policyValues = (adopted: Pick<Policy, 'values'> | undefined): PolicyValues => ({ ...startingPolicy, ...adopted?.values })

export const latestPolicy = (things: Things, panelId: string): Policy | undefined =>
  things
    .all('policy')
    .filter((one) => one.panelId === panelId)
    .reduce<Policy | undefined>((latest, one) => (latest && latest.version > one.version ? latest : one), undefined)

export const policyOf = (things: Things, panelId: string): PolicyValues => policyValues(latestPolicy(things, panelId))

export const policyVersionOf = (things: Things, panelId: string): number => latestPolicy(things, panelId)?.version ?? 0

/** A value in words, such as "8 working days"; a list as its lines. */
export const policyValueInWords = (key: PolicyKey, value: number | readonly string[]): string => {
  const { unit } = settingOf(key)
  if (typeof value !== 'number') return value.join('; ')
  return value === 1 ? `1 ${unit.replace(/s$/, '')}` : `${value} ${unit}`
}

export interface ShownPolicySetting {
  key: PolicyKey
  group: PolicyGroup
  label: string
  hint: string | null
  /** As it stands in a form: a number, or one line each. */
  value: string
  inWords: string
  lines: boolean
  unit: string
  source: string
  status: SettingStatus
}

/** Each setting with its value and where that comes from: a value that the panel set is its own, whatever the start was. */
export const shownPolicy = (adopted: Pick<Policy, 'values'> | undefined): ShownPolicySetting[] => {
  const values = policyValues(adopted)
  return policyKeys.map((key) => {
    const setting = settingOf(key)
    const value = values[key] as number | readonly string[]
    const own = JSON.stringify(value) !== JSON.stringify(setting.start)
    return {
      key,
      group: setting.group,
      label: setting.label,
      hint: setting.hint ?? null,
      value: typeof value === 'number' ? String(value) : value.join('\n'),
      inWords: policyValueInWords(key, value),
      lines: setting.unit === 'lines',
      unit: setting.unit,
      source: own ? `Set by this panel. It began at ${policyValueInWords(key, setting.start)}: ${setting.source}` : setting.source,
      status: own ? 'local' : setting.status,
    }
  })
}

/** What one version changed against the one before it, in words. */
export const policyChanges = (before: Pick<Policy, 'values'> | undefined, after: Pick<Policy, 'values'>): string[] => {
  const was = policyValues(before)
  const is = policyValues(after)
  return policyKeys
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => `${settingOf(key).label}: ${policyValueInWords(key, was[key])} → ${policyValueInWords(key, is[key])}`)
}
