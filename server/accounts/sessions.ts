import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { sessions } from '../../db/schema/sign-in'
import { accounts } from '../../db/schema/accounts'
import type { Store } from '../../db/store'

// Who is signed in. The cookie holds a random token; the table holds its SHA-256, so the table alone opens nothing. A
// session ends by itself after a time without a person at the keyboard, and in any case after its absolute length. Not a
// record of the panel: kept here and in the sign-in log, through the store like everything else.

export interface Session {
  id: string
  accountId: string
  name: string
  email: string
  startedAt: number
  /** Null: no second factor was asked or given in this session. */
  secondFactorAt: number | null
  /** The account has a second factor that this session has not yet given. */
  secondFactorDue: boolean
  idleAt: number
  endsAt: number
}

interface Settings {
  store: Store
  clock: () => number
  idleMs: number
  absoluteMs: number
  onEnd: (sessionId: string) => void
}

/** How far the last sight of a person may lag behind, so that not every request writes. */
const lag = 30_000

export const createSessions = ({ store, clock, idleMs, absoluteMs, onEnd }: Settings) => {
  const idOf = (token: string) => createHash('sha256').update(token).digest('hex')

  // When each session seen lately runs out unless someone comes to the keyboard: so that a look for those that have run
  // out need not ask the table about the thousands that cannot have.
  const limits = new Map<string, number>()

  // Last sights of people that are not written yet. No page waits for that: while another process or an import writes, it
  // may take a while. Should the process end first, the session runs out a little earlier.
  const unwritten = new Map<string, number>()
  const lastSeen = (row: { id: string; seenAt: number }) => Math.max(row.seenAt, unwritten.get(row.id) ?? 0)

  const find = async (id: string): Promise<Session | undefined> => {
    const session = await store.read.rowBy(sessions, sessions.id, id)
    const account = session && (await store.read.rowBy(accounts, accounts.id, session.accountId))
    const now = clock()
    limits.delete(id)
    if (!session || !account || session.endedAt !== null || !account.active) return undefined
    const idleAt = lastSeen(session) + idleMs
    const endsAt = session.startedAt + absoluteMs
    if (now >= idleAt || now >= endsAt) {
      unwritten.delete(id)
      return undefined
    }
    limits.set(id, Math.min(idleAt, endsAt))
    return {
      id,
      accountId: account.id,
      name: account.name,
      email: account.email,
      startedAt: session.startedAt,
      secondFactorAt: session.secondFactorAt,
      secondFactorDue: account.secondFactor && session.secondFactorAt === null,
      idleAt,
      endsAt,
    }
  }

  const touch = async (session: Session): Promise<Session> => {
    const now = clock()
    if (session.idleAt - idleMs + lag > now) return session
    unwritten.set(session.id, now)
    void writeSight(session.id, now)
    return { ...session, idleAt: now + idleMs }
  }

  const writeSight = async (id: string, now: number) => {
    try {
      await store.write((tx) =>
        tx
          .update(sessions)
          .set({ seenAt: now })
          .where(eq(sessions.id, id))
          .then(() => undefined),
      )
      if (unwritten.get(id) === now) unwritten.delete(id)
    } catch {
      // It stays in memory, and is written with the next sight.
    }
  }

  const end = async (id: string) => {
    await store.write((tx) =>
      tx
        .update(sessions)
        .set({ endedAt: clock() })
        .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
        .then(() => undefined),
    )
    unwritten.delete(id)
    onEnd(id)
  }

  return {
    /** Gives the token for the cookie. */
    start: async (accountId: string, userAgent: string, withSecondFactor: boolean): Promise<string> => {
      const token = randomBytes(32).toString('base64url')
      const now = clock()
      await store.write((tx) =>
        tx
          .insert(sessions)
          .values({
            id: idOf(token),
            accountId,
            startedAt: now,
            seenAt: now,
            secondFactorAt: withSecondFactor ? now : null,
            endedAt: null,
            userAgent: userAgent.slice(0, 200),
          })
          .then(() => undefined),
      )
      return token
    },
    byToken: async (token: string | undefined): Promise<Session | undefined> =>
      token ? find(idOf(token)) : undefined,
    byId: find,
    touch,
    end,
    /** Of these, the ones that have run out or were ended. */
    spent: async (ids: Iterable<string>): Promise<string[]> => {
      const now = clock()
      const spent: string[] = []
      for (const id of ids) if ((limits.get(id) ?? 0) <= now && !(await find(id))) spent.push(id)
      return spent
    },
    list: async (accountId: string) => {
      const rows = await store.read
        .select()
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
      const now = clock()
      return rows.filter((row) => now < lastSeen(row) + idleMs && now < row.startedAt + absoluteMs)
    },
    endAll: async (accountId: string, exceptId?: string) => {
      const rows = await store.read
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
      for (const row of rows) if (row.id !== exceptId) await end(row.id)
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
