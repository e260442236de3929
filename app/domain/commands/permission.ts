import type { Role } from '../catalogues/panel'
import { refuse, type Refusal } from '../refusals'
import { hasLane, isInCircle, type Viewer } from '../sight/viewer'

// WHO MAY GIVE A COMMAND (domain 2 and 6), said with each command. Every permission starts from membership of the panel,
// which the caller has checked: to someone who is not a member nothing exists. Chair and coordinator run the meeting; every
// member with an agency records in that agency's lane; observers and evaluators record nothing; administrators keep the
// members and the settings and see no case. What depends on the moment (is the meeting open, whose pointer is it) is
// decided by the topic's rule, after this.

export interface Permission {
  roles: readonly Role[]
  /** Needs an agency of one's own, or to run the panel. */
  lane?: true
  /** Needs the meeting's confidentiality statement accepted. */
  confidential?: true
  /** Only those who belong to the safety circle by role or agency. */
  circle?: true
}

const recorders: readonly Role[] = [
  'chair',
  'coordinator',
  'presenter',
  'case_manager',
  'idva',
  'representative',
]

export const by = (...roles: Role[]): Permission => ({ roles })
export const byChair = by('chair')
export const byRunners = by('chair', 'coordinator')
export const byKeepers = by('administrator', 'coordinator')
export const byRecorders: Permission = { roles: recorders }
export const byAttenders: Permission = { roles: [...recorders, 'observer'] }
/** In one's own agency's lane, between meetings as well. */
export const inLane: Permission = { roles: recorders, lane: true }
/** Recording case content in a meeting: in one's own lane, after accepting confidentiality. */
export const recording: Permission = { ...inLane, confidential: true }
export const running: Permission = { ...byRunners, confidential: true }

/** By role, lane and circle: a refusal, or undefined when this person may give such a command. */
export const mayGive = (
  viewer: Pick<Viewer, 'role' | 'agencyId' | 'agencyKind'>,
  permission: Permission,
): Refusal | undefined => {
  if (!permission.roles.includes(viewer.role))
    return refuse('not_allowed', 'Your role on this panel does not do this.')
  if (permission.lane && !hasLane(viewer))
    return refuse('not_allowed', 'Only a member who stands for an agency records here.')
  if (permission.circle && !isInCircle(viewer))
    return refuse('not_allowed', 'This is answered by IDVA, chair, coordinator or police.')
  return undefined
}
