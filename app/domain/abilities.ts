import type { Role } from './catalogues/panel'
import { permissionOf, publicCommandKinds, type PublicCommandKind } from './commands/commands'
import { sitsOnPanel } from './sight/viewer'

// What a page offers to a role. Only an offer: the command's permission and sight decide again when it is taken up.

export const mayCommandKinds = (role: Role): PublicCommandKind[] =>
  publicCommandKinds.filter((kind) => permissionOf(kind).roles.includes(role))

export const mayCommandKind = (role: Role, kind: PublicCommandKind): boolean =>
  permissionOf(kind).roles.includes(role)

/** Which pages of a panel there are for a role. */
export const pagesOf = (role: Role) => ({
  meetings: sitsOnPanel(role),
  panel: role !== 'evaluator',
  members: mayCommandKind(role, 'changeMember'),
  outbox: mayCommandKind(role, 'changeMember') || role === 'chair',
  figures: role !== 'administrator',
})
