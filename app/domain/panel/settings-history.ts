import { startingCriteria } from '../catalogues/panel'
import { policyChanges, type AgencyName } from './policy'
import type { SettingStatus } from '../catalogues/policy/setting-kinds'
import type { VisibleByKind } from '../sight/sees'

// How a panel's settings came to be as they are: every version of its policy and of its criteria, each with who adopted
// it, when, why, and what it changed. A version holds from the moment it is adopted until the next.

export interface AdoptedVersion {
  key: string
  /** Where it stands on the page of the settings. */
  anchor: string
  title: string
  at: number
  /** Empty: it came with an import. */
  by: string
  reason: string
  changes: string[]
}

type Policy = VisibleByKind['policy']
type Criteria = VisibleByKind['criteria']

const criteriaChanges = (before: Criteria | undefined, after: Criteria): string[] => {
  if (!before) return after.criteria.map(({ label }) => `Added: ${label}`)
  const has = (set: Criteria, label: string) => set.criteria.some((one) => one.label === label)
  const changes = [
    ...after.criteria.filter(({ label }) => !has(before, label)).map(({ label }) => `Added: ${label}`),
    ...before.criteria.filter(({ label }) => !has(after, label)).map(({ label }) => `Taken off: ${label}`),
  ]
  return changes.length > 0 ? changes : ['In another order']
}

/** Newest first. */
export const settingsHistory = (
  policies: readonly Policy[],
  criteria: readonly Criteria[],
  agencyName: AgencyName,
): AdoptedVersion[] => {
  const settings = policies.map((policy): AdoptedVersion => {
    const before = policies.find((one) => one.version === policy.version - 1)
    return {
      key: policy.id,
      anchor: `settings-${policy.version}`,
      title: `Settings, version ${policy.version}`,
      at: policy.adoptedAt,
      by: policy.adoptedBy,
      reason: policy.reason,
      changes: policyChanges(before, policy, agencyName),
    }
  })
  const sets = criteria.flatMap((set): AdoptedVersion[] => {
    const before = criteria.find((one) => one.version === set.version - 1)
    return set.adopted
      ? [
          {
            key: set.id,
            anchor: `criteria-${set.version}`,
            title: `Criteria, version ${set.version}`,
            ...set.adopted,
            changes: criteriaChanges(before, set),
          },
        ]
      : []
  })
  return [...settings, ...sets].sort((a, b) => b.at - a.at || (a.title < b.title ? 1 : -1))
}

/** Where a set of criteria comes from: a panel that changed nothing stands on the starting set. */
export const criteriaSource = (
  set: Pick<Criteria, 'criteria'>,
): { source: string; status: SettingStatus } => {
  const starting =
    set.criteria.length === startingCriteria.length &&
    startingCriteria.every(({ label }, index) => set.criteria[index]?.label === label)
  return starting
    ? {
        source: 'Drive Croydon evaluation: one panel’s practice, which it did not find in writing',
        status: 'unverified',
      }
    : { source: 'Set by this panel', status: 'local' }
}
