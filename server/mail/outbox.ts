import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Notice } from '../../app/domain/follow-up/notices'
import { members } from '../../db/schema/panel'
import { mails, type MailState } from '../../db/schema/mail'
import { accounts } from '../../db/schema/accounts'
import type { Query, Store } from '../../db/store'
import { uuidv7 } from '../ids'
import type { Sealing } from '../accounts/sealing'

// The outbox. What is to be mailed is written in the same transaction as the record that asks for it, so that neither a
// crash nor a mail server that is down loses it; sending happens later (send-mail.ts). Delivery is bookkeeping, not
// record: these rows change as mail goes out, and the journal knows nothing of them.

export interface WaitingMail {
  id: string
  address: string
  /** Someone without an account, who has only the link they were given. */
  outside: boolean
  occasion: string
  day: string | null
  path: string | null
  tries: number
}

export interface ShownMail {
  id: string
  to: string
  occasion: string
  state: MailState
  askedAt: number
  nextAt: number
  sentAt: number | null
  tries: number
  fault: string | null
}

const minute = 60_000
/** After a try that failed, how long until the next; after the last, it stays failed until someone sends it again. */
const pauses = [1, 5, 30, 120, 480, 720].map((minutes) => minutes * minute)
const most = 200

/** Writes what is to be told, with the record that asks for it. What was asked for before is not asked for twice. */
export const askForMail = async (
  tx: Query,
  notices: readonly Notice[],
  now: number,
  settleMs: number,
  sealedPath: string | null = null,
): Promise<void> => {
  for (const notice of notices) {
    await tx
      .insert(mails)
      .values({
        id: uuidv7(),
        noticeKey: notice.key,
        panelId: notice.panelId,
        accountId: 'accountId' in notice.to ? notice.to.accountId : null,
        address: 'address' in notice.to ? notice.to.address : null,
        occasion: notice.occasion,
        day: notice.day,
        path: notice.path,
        sealedPath,
        state: 'waiting',
        askedAt: now,
        // Things that happen together are told in one mail.
        nextAt: now + settleMs,
        tries: 0,
        sentAt: null,
        fault: null,
      })
      .onConflictDoNothing()
  }
}

export const createOutbox = ({
  store,
  sealing,
  clock,
}: {
  store: Store
  sealing: Sealing
  clock: () => number
}) => {
  const set = (ids: readonly string[], values: Partial<typeof mails.$inferInsert>) =>
    store.write(async (tx) => {
      await tx
        .update(mails)
        .set(values)
        .where(inArray(mails.id, [...ids]))
    })

  return {
    /** What is due to go out now, with the address it goes to; mail to someone who has left is dropped. */
    due: async (): Promise<WaitingMail[]> => {
      const rows = await store.read
        .select({ mail: mails, email: accounts.email, active: accounts.active, member: members.active })
        .from(mails)
        .leftJoin(accounts, eq(accounts.id, mails.accountId))
        .leftJoin(members, and(eq(members.accountId, mails.accountId), eq(members.panelId, mails.panelId)))
        .where(and(eq(mails.state, 'waiting'), lte(mails.nextAt, clock())))
        .orderBy(asc(mails.askedAt))
        .limit(most)
      const isGone = (row: (typeof rows)[number]) =>
        row.mail.accountId !== null && !(row.active && row.member)
      const gone = rows.filter(isGone)
      if (gone.length > 0)
        await set(
          gone.map((row) => row.mail.id),
          { state: 'dropped', fault: 'no longer a member', sealedPath: null },
        )
      return rows
        .filter((row) => !isGone(row))
        .map(({ mail, email }) => ({
          id: mail.id,
          address: email ?? mail.address ?? '',
          outside: mail.accountId === null,
          occasion: mail.occasion,
          day: mail.day,
          path: mail.sealedPath === null ? mail.path : (sealing.open(mail.sealedPath) ?? null),
          tries: mail.tries,
        }))
    },

    /** A link that opens by itself, for someone without an account: kept encrypted until it has been sent. */
    sealed: (path: string): string => sealing.seal(path),

    ask: (notices: readonly Notice[]): Promise<void> =>
      store.write((tx) => askForMail(tx, notices, clock(), 0)),

    sent: (ids: readonly string[]) =>
      set(ids, { state: 'sent', sentAt: clock(), fault: null, sealedPath: null }),

    failed: async (batch: readonly WaitingMail[], fault: string) => {
      for (const mail of batch) {
        const pause = pauses[mail.tries]
        const next = pause === undefined ? { state: 'failed' as const } : { nextAt: clock() + pause }
        await set([mail.id], { ...next, tries: mail.tries + 1, fault })
      }
    },

    /** A panel's mail, newest first: for whoever keeps the panel. */
    ofPanel: async (panelId: string): Promise<ShownMail[]> => {
      const rows = await store.read
        .select({ mail: mails, name: members.name })
        .from(mails)
        .leftJoin(members, and(eq(members.accountId, mails.accountId), eq(members.panelId, mails.panelId)))
        .where(eq(mails.panelId, panelId))
        .orderBy(desc(mails.askedAt))
        .limit(most)
      return rows.map(({ mail, name }) => ({
        id: mail.id,
        to: mail.accountId === null ? 'Someone without an account' : (name ?? 'Someone who has left'),
        occasion: mail.occasion,
        state: mail.state,
        askedAt: mail.askedAt,
        nextAt: mail.nextAt,
        sentAt: mail.sentAt,
        tries: mail.tries,
        fault: mail.fault,
      }))
    },

    failedIn: (panelId: string): Promise<number> =>
      store.read.$count(mails, and(eq(mails.panelId, panelId), eq(mails.state, 'failed'))),

    /** Tries again what failed; false where there is no such failed mail in this panel. */
    sendAgain: (panelId: string, mailId: string): Promise<boolean> =>
      store.write(async (tx) => {
        const [mail] = await tx
          .select()
          .from(mails)
          .where(and(eq(mails.id, mailId), eq(mails.panelId, panelId), eq(mails.state, 'failed')))
        if (!mail) return false
        await tx
          .update(mails)
          .set({ state: 'waiting', tries: 0, nextAt: clock() })
          .where(eq(mails.id, mailId))
        return true
      }),

    /** Tries again everything of this panel that failed, also what the page has no room for; gives how many. */
    sendAllAgain: (panelId: string): Promise<number> =>
      store.write(async (tx) => {
        const failed = and(eq(mails.panelId, panelId), eq(mails.state, 'failed'))
        const count = await tx.$count(mails, failed)
        await tx.update(mails).set({ state: 'waiting', tries: 0, nextAt: clock() }).where(failed)
        return count
      }),
  }
}
export type Outbox = ReturnType<typeof createOutbox>
