import { notFound, refuse, type Context, type Decided } from '../asking'
import { decideImportInPieces } from '../importing/decide-import'
import type { ImportFolder } from '../importing/import-folder'
import type { InPieces } from '../importing/pieces'
import { recorded, type PanelRecord } from '../records/records'
import type { AdditionFields, ReferralFields } from '../referral/referral-fields'
import { addByLink, offerReferralLink, referByLink, type ReferralLinkOffer } from '../referral/referral-link'
import { keepsMembers, viewerOf } from '../sight/viewer'
import type { Things } from '../things/thing-set'
import { permissionOf, type PublicCommand } from './commands'
import { mayGive } from './permission'
import type { Scope } from './scope'

// Commands that the process makes itself, after its own checks (a password that was right, a code that was right, a folder
// that was checked): never parsed from outside. What an import adds may be long, and is decided in pieces.

export interface InternalCommands {
  setPassword: { accountId: string; passwordHash: string }
  offerSetUp: { panelId: string; memberId: string; setupHash: string; setupUntil: number }
  setSecondFactor: { accountId: string; totpSecret: string; recoveryHashes: string[] }
  spendRecoveryCode: { accountId: string; recoveryHash: string }
  removeSecondFactor: { accountId: string; panelId: string | null }
  offerReferralLink: { panelId: string; link: ReferralLinkOffer; tokenHash: string }
  referByLink: { linkId: string; fields: ReferralFields }
  addByLink: { linkId: string; fields: AdditionFields }
  importPanels: { folder: ImportFolder; demo: boolean }
}

export type InternalCommandKind = keyof InternalCommands
export type InternalCommand = {
  [K in InternalCommandKind]: { kind: K } & InternalCommands[K]
}[InternalCommandKind]

export type Command = PublicCommand | InternalCommand

/** What a rule of these is told: who is behind it; nobody, for an import or for a one-time link. */
interface Behind {
  things: Things
  accountId: string | null
  context: Context
}

type InternallyDecided = Decided | InPieces<PanelRecord[]>

interface InternalRule<C> {
  scope: (command: C) => Scope
  decide: (behind: Behind, command: C) => InternallyDecided
}

const keeps = ({ things, accountId }: Behind, panelId: string) => {
  const viewer = accountId === null ? undefined : viewerOf(things, accountId, panelId)
  return viewer !== undefined && keepsMembers(viewer)
}

const ofAccount = ({ accountId }: { accountId: string }): Scope => ({ of: 'account', accountId })
const ofLink = ({ linkId }: { linkId: string }): Scope => ({ of: 'referral link', panelId: null, linkId })

const rules: { [K in InternalCommandKind]: InternalRule<{ kind: K } & InternalCommands[K]> } = {
  importPanels: {
    scope: () => ({ of: 'everything' }),
    decide: ({ things, accountId, context }, { folder, demo }) =>
      accountId === null ? decideImportInPieces(things, folder, { ...context, demo }) : notFound,
  },
  offerSetUp: {
    scope: ({ panelId, memberId }) => ({ of: 'member', panelId, memberId }),
    decide: (behind, command) => {
      const member = behind.things.get('member', command.memberId)
      if (!member || !keeps(behind, command.panelId)) return notFound
      return [
        recorded(
          'setUpOffered',
          { accountId: member.accountId, until: command.setupUntil },
          { setupHash: command.setupHash },
        ),
      ]
    },
  },
  removeSecondFactor: {
    scope: ({ panelId, accountId }) =>
      panelId === null ? { of: 'account', accountId } : { of: 'member of account', panelId, accountId },
    decide: (behind, command) => {
      const own = behind.accountId === command.accountId
      const kept = command.panelId !== null && keeps(behind, command.panelId)
      if (!behind.things.get('account', command.accountId) || (!own && !kept)) return notFound
      return [recorded('secondFactorRemoved', { accountId: command.accountId })]
    },
  },
  setPassword: {
    scope: ofAccount,
    decide: ({ things }, { accountId, passwordHash }) =>
      things.get('account', accountId)
        ? [recorded('passwordSet', { accountId }, { passwordHash })]
        : notFound,
  },
  setSecondFactor: {
    scope: ofAccount,
    decide: (behind, { accountId, totpSecret, recoveryHashes }) =>
      behind.accountId === accountId
        ? [recorded('secondFactorSet', { accountId }, { totpSecret, recoveryHashes })]
        : notFound,
  },
  spendRecoveryCode: {
    scope: ofAccount,
    decide: (behind, { accountId, recoveryHash }) => {
      if (behind.accountId !== accountId) return notFound
      // Decided here, where commands stand in line: sent twice at once, a code is still spent only once.
      const left = behind.things.get('credential', accountId)?.recoveryHashes ?? []
      if (!left.includes(recoveryHash))
        return refuse('not_allowed', 'This recovery code is not one of yours, or is spent.')
      const recoveryHashes = left.filter((one) => one !== recoveryHash)
      return [recorded('recoveryCodeSpent', { accountId }, { recoveryHashes })]
    },
  },
  offerReferralLink: {
    scope: ({ panelId, link }) =>
      link.forReferralId === null
        ? { of: 'panel', panelId }
        : { of: 'referral', panelId, referralId: link.forReferralId },
    decide: ({ things, accountId, context }, { panelId, link, tokenHash }) => {
      const viewer = accountId === null ? undefined : viewerOf(things, accountId, panelId)
      if (!viewer) return notFound
      // Whoever may not refer may not have others refer.
      const no = mayGive(viewer, permissionOf('makeReferral'))
      return no ?? offerReferralLink({ viewer, things, context }, link, tokenHash)
    },
  },
  referByLink: {
    scope: ofLink,
    decide: ({ things, context }, { linkId, fields }) => referByLink(things, linkId, fields, context),
  },
  addByLink: {
    scope: ofLink,
    decide: ({ things, context }, { linkId, fields }) => addByLink(things, linkId, fields, context),
  },
}

const ruleOf = (kind: InternalCommandKind) => rules[kind] as unknown as InternalRule<InternalCommand>

export const internalScopeOf = (command: InternalCommand): Scope => ruleOf(command.kind).scope(command)

export const decideInternally = (
  things: Things,
  accountId: string | null,
  command: InternalCommand,
  context: Context,
): InternallyDecided => ruleOf(command.kind).decide({ things, accountId, context }, command)
