import {
  policyKeys,
  settingOf,
  type PolicyKey,
  type PolicyValue,
  type PolicyValues,
} from '../catalogues/policy-settings'
import { type PolicyGroup, type PolicySetting, type SettingStatus } from '../catalogues/policy/setting-kinds'
import type { Things } from '../things/thing-set'
import type { Policy } from '../things/panel'
import type { Instant } from '../dates/day'
import { namedDayFrom, namedDayInWords } from '../dates/named-day'

// The policy that is in force in a panel; what its settings are, policy-settings.ts says.

/** A panel that has adopted none stands at version 0: every setting at its starting value. */
export const startingPolicy = Object.fromEntries(
  policyKeys.map((key) => [key, settingOf(key).start]),
) as unknown as PolicyValues

/** Values as adopted; what was added to the catalogue since stands at its starting value. */
export const policyValues = (adopted: Pick<Policy, 'values'> | undefined): PolicyValues => ({
  ...startingPolicy,
  ...adopted?.values,
})

/** Of several versions, the one that is in force. */
export const inForceOf = <P extends Pick<Policy, 'version'>>(policies: readonly P[]): P | undefined =>
  policies.reduce<P | undefined>(
    (latest, one) => (latest && latest.version > one.version ? latest : one),
    undefined,
  )

export const latestPolicy = (things: Things, panelId: string): Policy | undefined =>
  inForceOf(things.all('policy').filter((one) => one.panelId === panelId))

export const policyOf = (things: Things, panelId: string): PolicyValues =>
  policyValues(latestPolicy(things, panelId))

export const policyVersionOf = (things: Things, panelId: string): number =>
  latestPolicy(things, panelId)?.version ?? 0

/** An agency's name, for settings that choose agencies. */
export type AgencyName = (agencyId: string) => string

const isList = (value: PolicyValue): value is readonly string[] => typeof value === 'object'

const dayInWords = (line: string): string => {
  const one = namedDayFrom(line)
  return one ? namedDayInWords(one) : line
}

/** The single lines of a list; undefined for a setting that is no list. */
const linesOf = (key: PolicyKey, value: PolicyValue, nameOf: AgencyName): string[] | undefined => {
  if (!isList(value)) return undefined
  switch (settingOf(key).unit) {
    case 'chosen agencies':
      return value.map(nameOf).sort()
    case 'named days':
      return value.map(dayInWords)
    default:
      return [...value]
  }
}

const countInWords = (value: number, unit: string) =>
  `${value} ${value === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit}`

/** A value in words, such as "8 working days"; a list as its lines. */
export const policyValueInWords = (key: PolicyKey, value: PolicyValue, nameOf: AgencyName): string => {
  const setting: PolicySetting = settingOf(key)
  const lines = linesOf(key, value, nameOf)
  if (lines) return lines.join('; ') || (setting.unit === 'named days' ? 'None' : 'None chosen')
  if (typeof value === 'number')
    return value === 0 && 'zero' in setting && setting.zero ? setting.zero : countInWords(value, setting.unit)
  if (setting.unit === 'choice') return setting.options[value as string] ?? String(value)
  return (value as string) || ('empty' in setting && setting.empty ? setting.empty : 'Empty')
}

const sameValue = (a: PolicyValue, b: PolicyValue) => JSON.stringify(a) === JSON.stringify(b)

type Version = Pick<Policy, 'version' | 'values' | 'adoptedAt'>

export interface ShownPolicySetting {
  key: PolicyKey
  group: PolicyGroup
  label: string
  hint: string | null
  value: PolicyValue
  inWords: string
  /** A list, one line each; null for what is no list. */
  lines: string[] | null
  unit: PolicySetting['unit']
  source: string
  status: SettingStatus
  /** The version that brought this value; null: it stands as it started. */
  since: { version: number; adoptedAt: Instant } | null
}

/** The version since which a setting has had the value it has now. `versions`: newest first. */
const sinceOf = (key: PolicyKey, versions: readonly Version[]): ShownPolicySetting['since'] => {
  for (const [index, one] of versions.entries()) {
    if (!sameValue(policyValues(one)[key], policyValues(versions[index + 1])[key]))
      return { version: one.version, adoptedAt: one.adoptedAt }
  }
  return null
}

const sourceOf = (key: PolicyKey, own: boolean, nameOf: AgencyName): string => {
  const setting = settingOf(key)
  if (!own) return setting.source
  if (setting.status === 'local') return 'Set by this panel'
  const began =
    setting.unit === 'paragraph'
      ? 'It began with other words'
      : `It began at ${policyValueInWords(key, setting.start, nameOf)}`
  return `Set by this panel. ${began}: ${setting.source}`
}

/**
 * Each setting with its value, where that comes from, and since when it holds. A value that the panel set is its own,
 * whatever the start was. `versions`: newest first.
 */
export const shownPolicy = (versions: readonly Version[], nameOf: AgencyName): ShownPolicySetting[] => {
  const values = policyValues(versions[0])
  return policyKeys.map((key): ShownPolicySetting => {
    const setting = settingOf(key)
    const value: PolicyValue = values[key]
    const own = !sameValue(value, setting.start)
    return {
      key,
      group: setting.group,
      label: setting.label,
      hint: setting.hint ?? null,
      value,
      inWords: policyValueInWords(key, value, nameOf),
      lines: linesOf(key, value, nameOf) ?? null,
      unit: setting.unit,
      source: sourceOf(key, own, nameOf),
      status: own ? 'local' : setting.status,
      since: sinceOf(key, versions),
    }
  })
}

/** What one version changed against the one before it, in words. */
export const policyChanges = (
  before: Pick<Policy, 'values'> | undefined,
  after: Pick<Policy, 'values'>,
  nameOf: AgencyName,
): string[] => {
  const was = policyValues(before)
  const is = policyValues(after)
  return policyKeys
    .filter((key) => !sameValue(was[key], is[key]))
    .map((key) => `${settingOf(key).label}: ${changeInWords(key, was[key], is[key], nameOf)}`)
}

const changeInWords = (key: PolicyKey, was: PolicyValue, is: PolicyValue, nameOf: AgencyName): string => {
  const before = linesOf(key, was, nameOf)
  const after = linesOf(key, is, nameOf)
  if (!before || !after)
    return `${policyValueInWords(key, was, nameOf)} → ${policyValueInWords(key, is, nameOf)}`
  const added = after.filter((line) => !before.includes(line))
  const gone = before.filter((line) => !after.includes(line))
  if (added.length + gone.length === 0) return 'in another order'
  return [
    added.length > 0 ? `added ${added.join('; ')}` : '',
    gone.length > 0 ? `taken off ${gone.join('; ')}` : '',
  ]
    .filter(Boolean)
    .join('. ')
}
