import type { TablesOf } from '../kit'
import type { PanelThings } from '../../app/domain/things/panel'
import type { AgencyKind, PanelKind, Role } from '../../app/domain/catalogues/panel'
import type { Criterion } from '../../app/domain/things/panel'
import type { PolicyValues } from '../../app/domain/catalogues/policy-settings'
import { accounts } from './accounts'
import { bool, index, instant, int, intOrNull, json, key, table, text, textOrNull, uniqueIndex } from '../kit'

export const areas = table('areas', { id: key(), name: text() }, (t) => [
  uniqueIndex('areas_name').on(t.name),
])

export const panels = table(
  'panels',
  {
    id: key(),
    areaId: text().references(() => areas.id),
    name: text(),
    kind: text<PanelKind>(),
    startedOn: textOrNull(),
    targetAccepted: intOrNull(),
    targetBy: textOrNull(),
    sandbox: bool(),
    secondFactorRequired: bool(),
    criteriaVersion: int(),
  },
  (t) => [uniqueIndex('panels_name').on(t.name)],
)

export const criteriaSets = table(
  'criteria_sets',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    version: int(),
    criteria: json<Criterion[]>(),
    reason: text(),
    adoptedAt: instant(),
    adoptedBy: text(),
  },
  (t) => [uniqueIndex('criteria_sets_version').on(t.panelId, t.version)],
)

export const policies = table(
  'policies',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    version: int(),
    values: json<Partial<PolicyValues>>(),
    reason: text(),
    adoptedAt: instant(),
    adoptedBy: text(),
  },
  (t) => [uniqueIndex('policies_version').on(t.panelId, t.version)],
)

export const agencies = table(
  'agencies',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    name: text(),
    kind: text<AgencyKind>(),
  },
  (t) => [uniqueIndex('agencies_name').on(t.panelId, t.name)],
)

export const members = table(
  'members',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    accountId: text().references(() => accounts.id),
    agencyId: textOrNull().references(() => agencies.id),
    role: text<Role>(),
    jobTitle: text(),
    name: text(),
    active: bool(),
  },
  (t) => [
    uniqueIndex('members_account').on(t.panelId, t.accountId),
    index('members_by_account').on(t.accountId),
  ],
)

export const panelTables = {
  area: areas,
  panel: panels,
  criteria: criteriaSets,
  policy: policies,
  agency: agencies,
  member: members,
} as const satisfies TablesOf<PanelThings>
