import { notFound, refuse, type Context, type Decided } from './asking'
import type { InternalCommand } from './commands'
import { decideImportInPieces } from './importing/decide-import'
import type { InPieces } from './importing/pieces'
import { offerReferralLink, spendReferralLink } from './referral/referral-link'
import { recorded, type PanelRecord } from './records'
import { viewerOf } from './sees'
import type { Things } from './thing-set'

// Orders that the process makes itself, after its own checks (a password that was right, a code that was right, a folder
// that was checked). `accountId` is who is behind it; nobody, for an import or for setting up through a one-time link.
// What an import adds may be long, and is decided in pieces.

const keepsMembers = (things: Things, accountId: string | null, panelId: string) => {
  const viewer = accountId === null ? undefined : viewerOf(things, accountId, panelId)
  return viewer?.role === 'administrator' || viewer?.role === 'coordinator'
}

export const decideInternally = (
  things: Things,
  accountId: string | null,
  command: InternalCommand,
  context: Context,
): Decided | InPieces<PanelRecord[]> => {
  switch (command.kind) {
    case 'importPanels':
      return accountId === null
        ? decideImportInPieces(things, command.folder, { ...context, demo: command.demo })
        : notFound
    case 'offerSetUp': {
      const member = things.get('member', command.memberId)
      if (!member || !keepsMembers(things, accountId, command.panelId)) return notFound
      return [
        recorded(
          'setUpOffered',
          { accountId: member.accountId, until: command.setupUntil },
          { setupHash: command.setupHash },
        ),
      ]
    }
    case 'removeSecondFactor': {
      const own = accountId === command.accountId
      const kept = command.panelId !== null && keepsMembers(things, accountId, command.panelId)
      if (!things.get('account', command.accountId) || (!own && !kept)) return notFound
      return [recorded('secondFactorRemoved', { accountId: command.accountId })]
    }
    case 'setPassword':
      return things.get('account', command.accountId)
        ? [recorded('passwordSet', { accountId: command.accountId }, { passwordHash: command.passwordHash })]
        : notFound
    case 'setSecondFactor':
      if (accountId !== command.accountId) return notFound
      return [
        recorded(
          'secondFactorSet',
          { accountId: command.accountId },
          { totpSecret: command.totpSecret, recoveryHashes: command.recoveryHashes },
        ),
      ]
    case 'spendRecoveryCode': {
      if (accountId !== command.accountId) return notFound
      // Decided here, where orders stand in line: sent twice at once, a code is still spent only once.
      const left = things.get('credential', command.accountId)?.recoveryHashes ?? []
      if (!left.includes(command.recoveryHash))
        return refuse('not_allowed', 'This recovery code is not one of yours, or is spent.')
      const recoveryHashes = left.filter((one) => one !== command.recoveryHash)
      return [recorded('recoveryCodeSpent', { accountId: command.accountId }, { recoveryHashes })]
    }
    case 'offerReferralLink':
      return offerReferralLink(things, accountId, command, context)
    case 'referByLink':
    case 'addByLink':
      return spendReferralLink(things, command, context)
    default:
      return command satisfies never
  }
}
