import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { recordVersion, type PanelRecord } from '../../app/domain/records/records'
import type { Subject } from '../../app/domain/subject-of'
import { journal, journalBodies } from '../schema/journal'
import type { Pause } from '../pause'
import type { Query } from '../store'
import { canonical } from './canonical'
import { bodyHashOf, firstHash, hashOf } from './chain'

export interface JournalHead {
  seq: number
  hash: string
}

export const readHead = async (tx: Query, stream: string): Promise<JournalHead> => {
  const [head] = await tx
    .select({ seq: journal.seq, hash: journal.hash })
    .from(journal)
    .where(eq(journal.stream, stream))
    .orderBy(desc(journal.seq))
    .limit(1)
  return head ?? { seq: 0, hash: firstHash }
}

export interface Appendix {
  stream: string
  commandId: string
  at: number
  actorId: string | null
  newId: () => string
  pause?: Pause | undefined
}

/** Appends records to a stream after `head`; gives the new head. `sealed` parts of a record never come here. */
export const appendRecords = async (
  tx: Query,
  head: JournalHead,
  records: readonly { record: PanelRecord; subject: Subject }[],
  appendix: Appendix,
): Promise<JournalHead> => {
  let { seq, hash } = head
  for (const { record, subject } of records) {
    await appendix.pause?.()
    const entryId = appendix.newId()
    const salt = randomUUID()
    const body = canonical(record.body)
    const envelope = {
      stream: appendix.stream,
      seq: seq + 1,
      entryId,
      commandId: appendix.commandId,
      at: appendix.at,
      actorId: appendix.actorId,
      kind: record.kind,
      version: recordVersion(record.kind),
      meetingId: subject.meetingId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      bodyHash: bodyHashOf(salt, body),
    }
    const entryHash = hashOf(hash, envelope)
    await tx.insertRow(journal, { ...envelope, previousHash: hash, hash: entryHash })
    await tx.insertRow(journalBodies, { entryId, salt, body })
    seq = envelope.seq
    hash = entryHash
  }
  return { seq, hash }
}
