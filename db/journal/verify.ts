import { asc, eq } from 'drizzle-orm'
import { journal, journalBodies } from '../schema/journal'
import type { Query } from '../store'
import { bodyHashOf, firstHash, hashOf } from './chain'

export interface StreamReport {
  stream: string
  entries: number
  /** Bodies that are gone; lawful only where an erasure was ordered. */
  bodiesMissing: number
  head: string
  faults: { seq: number; what: string }[]
}

/** Walks every stream from its first entry and says where, if anywhere, the record does not hold together. */
export const verifyJournal = async (query: Query): Promise<StreamReport[]> => {
  const streams = await query
    .selectDistinct({ stream: journal.stream })
    .from(journal)
    .orderBy(asc(journal.stream))
  const reports: StreamReport[] = []
  for (const { stream } of streams) {
    const rows = await query
      .select()
      .from(journal)
      .leftJoin(journalBodies, eq(journal.entryId, journalBodies.entryId))
      .where(eq(journal.stream, stream))
      .orderBy(asc(journal.seq))
    const report: StreamReport = {
      stream,
      entries: rows.length,
      bodiesMissing: 0,
      head: firstHash,
      faults: [],
    }
    let expected = 1
    for (const { journal: entry, journal_bodies: body } of rows) {
      if (entry.seq !== expected) report.faults.push({ seq: entry.seq, what: `expected number ${expected}` })
      if (entry.previousHash !== report.head)
        report.faults.push({ seq: entry.seq, what: 'does not follow the entry before it' })
      if (hashOf(entry.previousHash, entry) !== entry.hash)
        report.faults.push({ seq: entry.seq, what: 'its own hash is wrong' })
      if (!body) report.bodiesMissing += 1
      else if (bodyHashOf(body.salt, body.body) !== entry.bodyHash) {
        report.faults.push({ seq: entry.seq, what: 'its body was altered' })
      }
      report.head = entry.hash
      expected = entry.seq + 1
    }
    reports.push(report)
  }
  return reports
}
