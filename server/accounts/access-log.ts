import { desc, eq } from 'drizzle-orm'
import { localDay } from '../../app/domain/dates/local-time'
import { members } from '../../db/schema/panel'
import { accessLog } from '../../db/schema/sign-in'
import type { Store } from '../../db/store'

// Reading a case file is recorded: who, what, when, why (domain 6). Written before anything is shown; where it cannot be
// written, nothing is shown. One row for the same reader, case, place and day.

export interface Reading {
  accountId: string
  memberId: string
  panelId: string
  caseIds: readonly string[]
  /** Where it was read: room, case, minutes, agenda. */
  place: string
  why: string
}

export const createAccessLog = (store: Store, clock: () => number) => {
  // Spares a write for what is on record already; forgotten when it grows, the table decides.
  const known = new Set<string>()

  return {
    record: async (reading: Reading): Promise<void> => {
      const at = clock()
      const rows = reading.caseIds
        .map((caseId) => ({
          id: `${localDay(at)}~${reading.memberId}~${caseId}~${reading.place}`,
          at,
          accountId: reading.accountId,
          memberId: reading.memberId,
          panelId: reading.panelId,
          caseId,
          place: reading.place,
          why: reading.why,
        }))
        .filter((row) => !known.has(row.id))
      if (rows.length === 0) return
      await store.write((tx) =>
        tx
          .insert(accessLog)
          .values(rows)
          .onConflictDoNothing()
          .then(() => undefined),
      )
      if (known.size > 50_000) known.clear()
      for (const row of rows) known.add(row.id)
    },
    ofCase: (caseId: string) =>
      store.read
        .select({
          at: accessLog.at,
          name: members.name,
          role: members.role,
          place: accessLog.place,
          why: accessLog.why,
        })
        .from(accessLog)
        .innerJoin(members, eq(members.id, accessLog.memberId))
        .where(eq(accessLog.caseId, caseId))
        .orderBy(desc(accessLog.at))
        .limit(200),
  }
}

export type AccessLog = ReturnType<typeof createAccessLog>
