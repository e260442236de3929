import { index, instant, int, json, key, primaryKey, table, text, textOrNull, uniqueIndex } from '../kit'

// The record. `journal` is guarded by triggers (at the end of the first migration): appended only, without gaps in its stream.
// Bodies stand apart so that one could lawfully be erased while the chain, which covers a salted hash, still verifies.

export const journal = table(
  'journal',
  {
    stream: text(),
    seq: int(),
    entryId: text(),
    commandId: text(),
    at: instant(),
    actorId: textOrNull(),
    kind: text(),
    version: int(),
    meetingId: textOrNull(),
    subjectKind: textOrNull(),
    subjectId: textOrNull(),
    bodyHash: text(),
    previousHash: text(),
    hash: text(),
  },
  (t) => [
    primaryKey({ columns: [t.stream, t.seq] }),
    uniqueIndex('journal_entry').on(t.entryId),
    index('journal_meeting').on(t.meetingId, t.seq),
  ],
)

export const journalBodies = table('journal_bodies', { entryId: key(), salt: text(), body: text() })

/** What was commanded once, so that a command sent again happens once and answers the same. */
export const commandsDone = table('commands_done', {
  commandId: key(),
  accountId: textOrNull(),
  fingerprint: text(),
  created: json<Record<string, string>>(),
  at: instant(),
})
