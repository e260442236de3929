import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { mayCommandKind } from '../../app/domain/abilities'
import { isRefusal, notFound, refuse, type Refusal } from '../../app/domain/refusals'
import { members, panels } from '../../db/schema/panel'
import type { Store } from '../../db/store'
import type { Execute } from '../execute'
import { mayEnterPanel } from '../may-command'
import { sha256 } from './sealing'
import type { Session, Sessions } from './sessions'

// What those who keep a panel's members may do to a member's account. An account can sit on several panels: whoever
// could set up an account anew would get everything it opens, so only someone who keeps every one of its panels may.

interface Settings {
  store: Store
  execute: Execute
  sessions: Sessions
  clock: () => number
}

const linkLasts = 7 * 86_400_000
const notOwn = refuse('not_allowed', 'For your own account, go to your account page.')
const notKept = refuse(
  'not_allowed',
  'This account cannot be changed from this panel alone. The person can change it on their own account page.',
)

export const createMemberAccounts = ({ store, execute, sessions, clock }: Settings) => {
  const seatsOf = (accountId: string) =>
    store.read
      .select({ panelId: members.panelId, role: members.role, panel: panels })
      .from(members)
      .innerJoin(panels, eq(panels.id, members.panelId))
      .where(and(eq(members.accountId, accountId), eq(members.active, true)))

  const keptBy = async (session: Session) =>
    (await seatsOf(session.accountId))
      .filter((seat) => mayCommandKind(seat.role, 'changeMember') && mayEnterPanel(session, seat.panel))
      .map((seat) => seat.panelId)

  /** The account of a member of a panel that this person keeps. */
  const kept = async (
    session: Session,
    panelId: string,
    memberId: string,
  ): Promise<{ accountId: string } | Refusal> => {
    const [member] = await store.read
      .select({ accountId: members.accountId })
      .from(members)
      .where(and(eq(members.id, memberId), eq(members.panelId, panelId)))
    if (!member || !(await keptBy(session)).includes(panelId)) return notFound
    return member.accountId === session.accountId ? notOwn : member
  }

  /** The same, where all that the account opens is this person's to keep. */
  const whollyKept = async (
    session: Session,
    panelId: string,
    memberId: string,
  ): Promise<{ accountId: string } | Refusal> => {
    const account = await kept(session, panelId, memberId)
    if (isRefusal(account)) return account
    const [theirs, mine] = [await seatsOf(account.accountId), await keptBy(session)]
    return theirs.every((seat) => mine.includes(seat.panelId)) ? account : notKept
  }

  return {
    /** A one-time link with which a member sets a password. Gives the token for the link. */
    offerSetUp: async (
      session: Session,
      panelId: string,
      memberId: string,
    ): Promise<{ ok: true; token: string } | Refusal> => {
      const account = await whollyKept(session, panelId, memberId)
      if (isRefusal(account)) return account
      const token = randomBytes(24).toString('base64url')
      const outcome = await execute(
        { accountId: session.accountId },
        { kind: 'offerSetUp', panelId, memberId, setupHash: sha256(token), setupUntil: clock() + linkLasts },
      )
      return isRefusal(outcome) ? outcome : { ok: true, token }
    },

    /** For someone who has lost both telephone and recovery codes. They are signed out everywhere. */
    removeSecondFactor: async (
      session: Session,
      panelId: string,
      memberId: string,
    ): Promise<{ ok: true } | Refusal> => {
      const account = await whollyKept(session, panelId, memberId)
      if (isRefusal(account)) return account
      const outcome = await execute(
        { accountId: session.accountId },
        { kind: 'removeSecondFactor', accountId: account.accountId, panelId },
      )
      if (isRefusal(outcome)) return outcome
      await sessions.endAll(account.accountId)
      return { ok: true }
    },

    signOutEverywhere: async (
      session: Session,
      panelId: string,
      memberId: string,
    ): Promise<{ ok: true } | Refusal> => {
      const account = await kept(session, panelId, memberId)
      if (isRefusal(account)) return account
      await sessions.endAll(account.accountId)
      return { ok: true }
    },
  }
}

export type MemberAccounts = ReturnType<typeof createMemberAccounts>
