import type { AgencyKind, Role } from '../catalogues/panel'
import type { Things } from '../things/thing-set'

// WHO SOMEONE IS ON A PANEL. Everything that depends on a role or an agency is said once, here: rules ask these, and pages
// are sent the answers (../abilities.ts). No component, route or rule compares a role itself.

/** Someone who looks or acts, as a member of one panel. */
export interface Viewer {
  accountId: string
  memberId: string
  panelId: string
  role: Role
  agencyId: string | null
  agencyKind: AgencyKind | null
}

export const viewerOf = (things: Things, accountId: string, panelId: string): Viewer | undefined => {
  const member = things
    .all('member')
    .find((one) => one.accountId === accountId && one.panelId === panelId && one.active)
  return member && viewerFor(things, member)
}

export const viewerFor = (
  things: Things,
  member: { id: string; accountId: string; panelId: string; role: Role; agencyId: string | null },
): Viewer => ({
  accountId: member.accountId,
  memberId: member.id,
  panelId: member.panelId,
  role: member.role,
  agencyId: member.agencyId,
  agencyKind: things.get('agency', member.agencyId)?.kind ?? null,
})

/** Roles that sit in the meeting. Administrators keep accounts, evaluators read counts: neither sees a case. */
export const sitsOnPanel = (role: Role): boolean => role !== 'administrator' && role !== 'evaluator'

/** Chair and coordinator run the panel: they plan, invite, record for others, and answer for what is late. */
export const runsPanel = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === 'chair' || role === 'coordinator'

/** Coordinator and administrator keep who is a member, and the settings. */
export const keepsMembers = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === 'coordinator' || role === 'administrator'

/** An evaluator reads counts, never a name. */
export const readsNames = ({ role }: Pick<Viewer, 'role'>): boolean => role !== 'evaluator'

/** An observer watches, and records nothing. */
export const onlyWatches = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'observer'

/** A victim-survivor's own advocate. */
export const isAdvocate = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'idva'

/** An advocate, and whoever else sits for a victim service: what they hold is mostly what she told. */
export const speaksForHer = (viewer: Pick<Viewer, 'role' | 'agencyKind'>): boolean =>
  isAdvocate(viewer) || viewer.agencyKind === 'victim_service'

/** Belongs to the safety circle without being named: IDVA, chair, coordinator, and police who are not observers. */
export const isInCircle = (viewer: Pick<Viewer, 'role' | 'agencyKind'>): boolean =>
  isAdvocate(viewer) || runsPanel(viewer) || (viewer.agencyKind === 'police' && !onlyWatches(viewer))

/** Has a lane to record in: an agency of their own, or that of another while they run the panel. */
export const hasLane = (viewer: Pick<Viewer, 'role' | 'agencyId'>): boolean =>
  viewer.agencyId !== null || runsPanel(viewer)

/** Stands for this agency. */
export const standsFor = (viewer: Pick<Viewer, 'agencyId'>, agencyId: string | null): boolean =>
  viewer.agencyId !== null && viewer.agencyId === agencyId
