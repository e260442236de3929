import type { Agency, Area, CriteriaSet, Member, Panel, Policy, PanelThings } from '../things/panel'
import { shows, staysInside, type SightsOf } from './kind-sight'
import { atDesk, isOwnPanel, readsNames } from './sight'

export const panelSight = {
  // Never leaves the server.
  area: staysInside<Area>(),

  // Everyone on a panel knows its name, its agencies and its members.
  panel: shows({
    seenBy: (sight, panel: Panel) => isOwnPanel(sight, panel.id),
    leaves: (thing) => ({
      name: thing.name,
      panelKind: thing.kind,
      sandbox: thing.sandbox,
      secondFactorRequired: thing.secondFactorRequired,
      criteriaVersion: thing.criteriaVersion,
    }),
    turns: 'everything',
  }),

  // How the panel works is no secret to whoever belongs to it; who wrote a version, when and why, is a name, which an
  // evaluator never reads, and no matter for the wall.
  criteria: shows({
    seenBy: (sight, set: CriteriaSet) => isOwnPanel(sight, set.panelId),
    parts: (sight) => ({ withAdoption: atDesk(sight) && readsNames(sight) }),
    leaves: (thing, parts) => ({
      version: thing.version,
      criteria: thing.criteria,
      adopted: parts.withAdoption ? { at: thing.adoptedAt, by: thing.adoptedBy, reason: thing.reason } : null,
    }),
    turns: 'nothing',
  }),

  // As the criteria; a policy is read at one’s own screen.
  policy: shows({
    seenBy: (sight, policy: Policy) =>
      atDesk(sight) && isOwnPanel(sight, policy.panelId) && readsNames(sight),
    leaves: (thing) => ({
      version: thing.version,
      values: thing.values,
      reason: thing.reason,
      adoptedAt: thing.adoptedAt,
      adoptedBy: thing.adoptedBy,
    }),
    turns: 'nothing',
  }),

  agency: shows({
    seenBy: (sight, agency: Agency) => isOwnPanel(sight, agency.panelId),
    leaves: (thing) => ({
      name: thing.name,
      agencyKind: thing.kind,
    }),
    turns: 'everything',
  }),

  // An evaluator reads counts, never a name.
  member: shows({
    seenBy: (sight, member: Member) => isOwnPanel(sight, member.panelId) && readsNames(sight),
    leaves: (thing) => ({
      name: thing.name,
      role: thing.role,
      agencyId: thing.agencyId,
      jobTitle: thing.jobTitle,
      active: thing.active,
    }),
    turns: 'everything',
  }),
} satisfies SightsOf<PanelThings>
