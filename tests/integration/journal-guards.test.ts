import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import canonicalize from 'canonicalize'
import { getTableColumns } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { hashOf, type Envelope } from '../../db/journal/chain'
import { verifyJournal } from '../../db/journal/verify'
import { journal } from '../../db/schema/journal'
import { openStore } from '../../db/store'
import { newFile } from '../support/image'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, type TestPanel } from '../support/small-panel'
import { migrationsFolder } from '../support/test-services'

// The journal is only ever appended to. The guards stop accidents; the chain reveals what was done behind their back.

const toClose: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
})

const withEntries = async (): Promise<TestPanel> => {
  const panel = await openSmallMeeting()
  toClose.push(panel.close)
  const commands = commandsIn(panel)
  for (const what of ['one', 'two', 'three'])
    await panel.done('housing', commands.share('A1', `Said as ${what}.`))
  return panel
}

const raw = async () => {
  const panel = await withEntries()
  const database = new Database(panel.file)
  toClose.push(() => void database.close())
  const last = database
    .prepare('SELECT * FROM journal WHERE stream = ? ORDER BY seq DESC')
    .get(panel.panelId) as Row
  return { database, last }
}
type Row = Record<string, string | number | null> & {
  stream: string
  seq: number
  hash: string
  entry_id: string
}

const insert = (database: Database.Database, row: Row, how = 'INSERT') => {
  const columns = Object.keys(row)
  database
    .prepare(`${how} INTO journal (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
    .run(...Object.values(row))
}

test('an entry cannot be changed', async () => {
  const { database } = await raw()
  expect(() => database.exec(`UPDATE journal SET kind = 'other'`)).toThrow('the journal is never changed')
  expect(() => database.exec(`UPDATE OR REPLACE journal SET seq = 1 WHERE seq = 2`)).toThrow(
    'the journal is never changed',
  )
})

test('an entry cannot be removed', async () => {
  const { database } = await raw()
  expect(() => database.exec('DELETE FROM journal')).toThrow('the journal is never shortened')
})

test('an entry cannot be put in place of another', async () => {
  const { database, last } = await raw()
  expect(() => insert(database, { ...last, entry_id: 'new', kind: 'other' }, 'INSERT OR REPLACE')).toThrow(
    'takes only the next number',
  )
  expect(() => insert(database, { ...last, seq: last.seq + 1, previous_hash: last.hash }, 'REPLACE')).toThrow(
    'stands once',
  )
})

test('a number cannot be left out', async () => {
  const { database, last } = await raw()
  const next = { ...last, entry_id: 'new', seq: last.seq + 2, previous_hash: last.hash }
  expect(() => insert(database, next)).toThrow(/takes only the next number|follows the one before it/)
})

test('an entry that does not follow the one before it is not taken', async () => {
  const { database, last } = await raw()
  const next = { ...last, entry_id: 'new', seq: last.seq + 1, previous_hash: 'f'.repeat(64) }
  expect(() => insert(database, next)).toThrow('follows the one before it')
  expect(() => insert(database, { ...next, previous_hash: last.hash })).not.toThrow()
})

test('a body cannot be changed, removed or replaced', async () => {
  const { database, last } = await raw()
  expect(() => database.exec(`UPDATE journal_bodies SET body = '{}'`)).toThrow('never changed')
  expect(() => database.exec('DELETE FROM journal_bodies')).toThrow('never removed')
  expect(() =>
    database
      .prepare(`INSERT OR REPLACE INTO journal_bodies (entry_id, salt, body) VALUES (?, '', '')`)
      .run(last.entry_id),
  ).toThrow('never replaced')
})

/** A copy of the file with the guards gone, altered, and verified; `alter` says where the panel's record stands since. */
const verifyAltered = async (alter: (database: Database.Database, stream: string) => string | void) => {
  const panel = await withEntries()
  await panel.close()
  toClose.splice(0)
  const file = newFile()
  copyFileSync(panel.file, file)
  const database = new Database(file)
  const guards = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .all() as string[]
  for (const guard of guards) database.exec(`DROP TRIGGER ${guard}`)
  const altered = alter(database, panel.panelId) ?? panel.panelId
  database.close()
  const store = openStore(file, migrationsFolder)
  const reports = await store.snapshot((tx) => verifyJournal(tx))
  store.close()
  const report = reports.find(({ stream }) => stream === altered)
  if (!report) throw new Error('The panel has no journal.')
  expect(reports.filter(({ stream }) => stream !== altered).flatMap(({ faults }) => faults)).toEqual([])
  return report
}

test('a journal that nobody touched holds together, to its head', async () => {
  let head = ''
  const report = await verifyAltered((database, stream) => {
    head = database
      .prepare('SELECT hash FROM journal WHERE stream = ? ORDER BY seq DESC')
      .pluck()
      .get(stream) as string
  })
  expect(report).toMatchObject({ faults: [], bodiesMissing: 0, head })
  expect(report.entries).toBeGreaterThan(10)
})

test('whoever has the tables and the standard can walk the chain without this program', async () => {
  const { database } = await raw()
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
  const rows = database
    .prepare('SELECT * FROM journal JOIN journal_bodies USING (entry_id) ORDER BY stream, seq')
    .all() as (Row & { body: string })[]
  const heads = new Map<string, string>()
  for (const row of rows) {
    expect(row.body).toBe(canonicalize(JSON.parse(row.body)))
    const envelope = canonicalize({
      stream: row.stream,
      seq: row.seq,
      entryId: row.entry_id,
      commandId: row.command_id,
      at: row.at,
      actorId: row.actor_id,
      kind: row.kind,
      version: row.version,
      meetingId: row.meeting_id,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      bodyHash: sha256(`${row.salt}\n${row.body}`),
    })
    expect(row.hash).toBe(sha256(`${heads.get(row.stream) ?? '0'.repeat(64)}\n${envelope}`))
    heads.set(row.stream, row.hash)
  }
  expect(rows.length).toBeGreaterThan(10)
})

test('an altered entry is found where it stands', async () => {
  for (const column of [
    'kind',
    'at',
    'actor_id',
    'meeting_id',
    'entry_id',
    'subject_kind',
    'subject_id',
    'command_id',
    'body_hash',
    'version',
  ]) {
    const report = await verifyAltered((database, stream) => {
      database.prepare(`UPDATE journal SET ${column} = 7 WHERE stream = ? AND seq = 5`).run(stream)
    })
    expect({ column, seqs: [...new Set(report.faults.map(({ seq }) => seq))] }).toEqual({ column, seqs: [5] })
  }
})

test('a record passed off as another panel’s is found at its first entry', async () => {
  const report = await verifyAltered((database, stream) => {
    database.prepare('UPDATE journal SET stream = ? WHERE stream = ?').run('another panel', stream)
    return 'another panel'
  })
  expect(report.faults[0]).toEqual({ seq: 1, what: 'its own hash is wrong' })
  expect(new Set(report.faults.map(({ seq }) => seq)).size).toBe(report.entries)
})

test('every part of an entry is covered by its hash, and every column of the journal is a part of one', () => {
  const envelope: Required<Envelope> = {
    stream: 'panel',
    seq: 1,
    entryId: 'entry',
    commandId: 'command',
    at: 1,
    actorId: 'someone',
    kind: 'shared',
    version: 1,
    meetingId: 'meeting',
    subjectKind: 'share',
    subjectId: 'one',
    bodyHash: 'hash',
  }
  const hash = hashOf('before', envelope)
  const uncovered = Object.keys(envelope).filter(
    (part) => hashOf('before', { ...envelope, [part]: 'altered' }) === hash,
  )
  expect(uncovered).toEqual([])
  expect(hashOf('other', envelope)).not.toBe(hash)
  // What a column holds that the hash does not cover could be altered without a trace.
  expect(Object.keys(getTableColumns(journal)).sort()).toEqual(
    [...Object.keys(envelope), 'previousHash', 'hash'].sort(),
  )
})

test('an entry that was altered and hashed anew is found at the one after it', async () => {
  const report = await verifyAltered((database, stream) => {
    database.prepare(`UPDATE journal SET hash = ? WHERE stream = ? AND seq = 5`).run('a'.repeat(64), stream)
  })
  expect(report.faults).toEqual([
    { seq: 5, what: 'its own hash is wrong' },
    { seq: 6, what: 'does not follow the entry before it' },
  ])
})

test('an entry taken out is missed at the one after it', async () => {
  const report = await verifyAltered((database, stream) => {
    database.prepare('DELETE FROM journal WHERE stream = ? AND seq = 5').run(stream)
  })
  expect(report.faults).toEqual([
    { seq: 6, what: 'expected number 5' },
    { seq: 6, what: 'does not follow the entry before it' },
  ])
})

test('an altered body is found at its entry', async () => {
  const report = await verifyAltered((database, stream) => {
    const entry = database
      .prepare('SELECT entry_id FROM journal WHERE stream = ? AND seq = 5')
      .pluck()
      .get(stream)
    database
      .prepare(`UPDATE journal_bodies SET body = '{"entry":{"what":"never said"}}' WHERE entry_id = ?`)
      .run(entry)
  })
  expect(report.faults).toEqual([{ seq: 5, what: 'its body was altered' }])
})

test('a body that was erased is counted, and the chain still holds together', async () => {
  const report = await verifyAltered((database, stream) => {
    const entry = database
      .prepare('SELECT entry_id FROM journal WHERE stream = ? AND seq = 5')
      .pluck()
      .get(stream)
    database.prepare('DELETE FROM journal_bodies WHERE entry_id = ?').run(entry)
  })
  expect(report).toMatchObject({ faults: [], bodiesMissing: 1 })
})

test('what proves an account never enters the journal', async () => {
  const panel = await withEntries()
  const { accountId } = panel.people.housing
  const secrets = {
    passwordHash: 'the-password-hash',
    totpSecret: 'the-totp-secret',
    setupHash: 'the-setup-hash',
    recovery: 'a-recovery-hash',
  }
  const { execute } = panel.services
  const all = [
    await execute(
      { process: 'account' },
      { kind: 'setPassword', accountId, passwordHash: secrets.passwordHash },
    ),
    await execute(
      { accountId },
      {
        kind: 'setSecondFactor',
        accountId,
        totpSecret: secrets.totpSecret,
        recoveryHashes: [secrets.recovery, 'another'],
      },
    ),
    await execute({ accountId }, { kind: 'spendRecoveryCode', accountId, recoveryHash: 'another' }),
    await execute(
      { accountId: panel.people.coordinator.accountId },
      {
        kind: 'offerSetUp',
        panelId: panel.panelId,
        memberId: panel.people.housing.memberId,
        setupHash: secrets.setupHash,
        setupUntil: 1,
      },
    ),
  ]
  expect(all.map(({ ok }) => ok)).toEqual([true, true, true, true])
  const database = new Database(panel.file, { readonly: true })
  const journaled = JSON.stringify([
    database.prepare('SELECT * FROM journal').all(),
    database.prepare('SELECT * FROM journal_bodies').all(),
    database.prepare('SELECT * FROM commands_done').all(),
  ])
  const kept = JSON.stringify(database.prepare('SELECT * FROM credentials').all())
  database.close()
  for (const secret of Object.values(secrets))
    expect([journaled.includes(secret), kept.includes(secret)]).toEqual([false, true])
})
