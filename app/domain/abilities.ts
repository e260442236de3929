import type { Source } from './catalogues/entries'
import type { Role } from './catalogues/panel'
import { permissionOf, publicCommandKinds, type PublicCommandKind } from './commands/commands'
import { mayGive } from './commands/permission'
import { usualSource } from './meeting/usual-source'
import {
  isInCircle,
  keepsMembers,
  readsNames,
  runsPanel,
  sitsOnPanel,
  type Viewer,
  readsCounts,
  isChair,
} from './sight/viewer'

// What a page is told of whoever looks: no role to compare, but what they may. Only an offer: the command's permission,
// its rule and sight decide again when it is taken up.

export interface PageViewer {
  accountId: string
  memberId: string
  panelId: string
  /** The agency in whose lane they record. */
  agencyId: string | null
  /** Chair or coordinator. */
  runs: boolean
  chairs: boolean
  inCircle: boolean
  /** Where what they record is taken to come from. */
  usualSource: Source
  /** Commands they may give: by role, lane and circle. */
  commands: readonly PublicCommandKind[]
}

/** By role, lane and circle; what the moment forbids, the rule says. */
export const mayCommand = (viewer: Viewer, kind: PublicCommandKind): boolean =>
  mayGive(viewer, permissionOf(kind)) === undefined

export const pageViewer = (viewer: Viewer): PageViewer => ({
  accountId: viewer.accountId,
  memberId: viewer.memberId,
  panelId: viewer.panelId,
  agencyId: viewer.agencyId,
  runs: runsPanel(viewer),
  chairs: isChair(viewer),
  inCircle: isInCircle(viewer),
  usualSource: usualSource(viewer),
  commands: publicCommandKinds.filter((kind) => mayCommand(viewer, kind)),
})

/** Which pages of a panel there are for a role. */
export const pagesOf = (role: Role) => ({
  meetings: sitsOnPanel(role),
  panel: readsNames({ role }),
  members: keepsMembers({ role }),
  outbox: keepsMembers({ role }) || isChair({ role }),
  figures: readsCounts({ role }),
  /** Is told where the next meeting is to be planned. */
  plan: role === 'coordinator',
})
