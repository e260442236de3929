import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { verifyJournal } from '../../db/journal/verify'
import { shares } from '../../db/schema/entries'
import { commandsDone, journal, journalBodies } from '../../db/schema/journal'
import { openStore } from '../../db/store'
import { commandsIn } from '../support/commands'
import { openElsewhere, openSmallMeeting, openSmallPanel, type TestPanel } from '../support/small-panel'
import { migrationsFolder } from '../support/test-services'

const opened: TestPanel[] = []
const open = async (opening = openSmallMeeting()) => {
  const panel = await opening
  opened.push(panel)
  return { panel, commands: commandsIn(panel) }
}
afterEach(async () => {
  for (const panel of opened.splice(0)) await panel.close()
})

const entriesOf = ({ services }: TestPanel) => services.store.read.$count(journal)
const sharesOf = ({ services }: TestPanel) => services.store.read.select().from(shares)

test('a command becomes a row in its table and a record in the journal, in one piece', async () => {
  const { panel, commands } = await open()
  const before = await entriesOf(panel)
  const done = await panel.done('housing', commands.share('A1', 'He has rent arrears.'), 'the-command-id')
  expect(done.records).toBe(1)
  expect(await sharesOf(panel)).toMatchObject([
    {
      id: done.created.share,
      what: 'He has rent arrears.',
      agencyId: panel.agencies.housing,
      recordedBy: panel.people.housing.memberId,
      caseId: panel.cases.A1,
      audience: { kind: 'panel' },
    },
  ])
  expect(await entriesOf(panel)).toBe(before + 1)
  const [entry] = await panel.services.store.read
    .select()
    .from(journal)
    .where(eq(journal.commandId, 'the-command-id'))
  expect(entry).toMatchObject({
    stream: panel.panelId,
    kind: 'informationShared',
    actorId: panel.people.housing.accountId,
    meetingId: panel.meetingId,
    subjectKind: 'share',
    subjectId: done.created.share,
    at: panel.clock.now(),
  })
  const [body] = await panel.services.store.read
    .select()
    .from(journalBodies)
    .where(eq(journalBodies.entryId, entry?.entryId ?? ''))
  expect(JSON.parse(body?.body ?? '')).toMatchObject({ entry: { what: 'He has rent arrears.' } })
})

test('a refused command leaves nothing behind: no row, no record, and it may be sent again', async () => {
  const { panel, commands } = await open()
  const before = await entriesOf(panel)
  const refusal = await panel.command('observer', commands.share('A1', 'Not mine to say.'), 'refused-once')
  expect(refusal).toMatchObject({ ok: false, code: 'not_allowed' })
  expect(await panel.command('housing', commands.share('A1', ' '))).toMatchObject({
    ok: false,
    code: 'invalid',
  })
  expect(await entriesOf(panel)).toBe(before)
  expect(await sharesOf(panel)).toEqual([])
  const kept = await panel.services.store.read
    .select()
    .from(commandsDone)
    .where(eq(commandsDone.commandId, 'refused-once'))
  expect(kept).toEqual([])
})

test('a command sent again happens once and answers the same', async () => {
  const { panel, commands } = await open()
  const command = commands.share('A1', 'Sent twice.')
  const first = await panel.done('housing', command, 'sent-twice')
  const before = await entriesOf(panel)
  const [second, third] = await Promise.all([
    panel.done('housing', command, 'sent-twice'),
    panel.done('housing', command, 'sent-twice'),
  ])
  expect([second, third]).toEqual([
    { ok: true, created: first.created, records: 0 },
    { ok: true, created: first.created, records: 0 },
  ])
  expect(await entriesOf(panel)).toBe(before)
  expect(await sharesOf(panel)).toHaveLength(1)
})

test('a command sent twice at the same moment happens once', async () => {
  const { panel, commands } = await open()
  const command = commands.share('A1', 'Two tabs, one press.')
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => panel.done('housing', command, 'at-once')),
  )
  expect(new Set(answers.map((answer) => answer.created.share)).size).toBe(1)
  expect(answers.map((answer) => answer.records).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  expect(await sharesOf(panel)).toHaveLength(1)
})

test('a command id that someone else has used, or that carries other content, is refused', async () => {
  const { panel, commands } = await open()
  const command = commands.share('A1', 'Mine.')
  await panel.done('housing', command, 'the-id')
  expect(await panel.command('police', command, 'the-id')).toMatchObject({
    ok: false,
    code: 'command_reused',
  })
  expect(await panel.command('housing', commands.share('A1', 'Mine, but other.'), 'the-id')).toMatchObject({
    code: 'command_reused',
  })
  expect(await sharesOf(panel)).toHaveLength(1)
})

test('commands that wait together share one commit and keep their order', async () => {
  const { panel, commands } = await open()
  const commits: boolean[] = []
  panel.services.store.onCommit((committed) => commits.push(committed))
  const said = Array.from({ length: 12 }, (_, index) => `Said as number ${index}.`)
  await Promise.all(said.map((what) => panel.done('housing', commands.share('A1', what))))
  expect(commits).toEqual([true])
  expect((await sharesOf(panel)).map((share) => share.what)).toEqual(said)
  const bodies = await panel.services.store.read
    .select({ seq: journal.seq, body: journalBodies.body })
    .from(journal)
    .innerJoin(journalBodies, eq(journalBodies.entryId, journal.entryId))
    .where(eq(journal.kind, 'informationShared'))
    .orderBy(journal.seq)
  expect(bodies.map(({ body }) => (JSON.parse(body) as { entry: { what: string } }).entry.what)).toEqual(said)
})

test('a command decides on what an earlier one of the same commit has made', async () => {
  const { panel, commands } = await open()
  const [first, second] = await Promise.all([
    panel.command('coordinator', commands.decision('A1')),
    panel.command('chair', commands.decision('A1', { outcome: 'bring_back', reason: 'Too little known.' })),
  ])
  expect([first.ok, second]).toMatchObject([true, { ok: false, code: 'already_done' }])
})

test('a bug that throws inside one command of a shared commit takes back only itself', async () => {
  let broken = false
  let ids = 0
  const { panel, commands } = await open(
    openSmallMeeting({
      newId: () => {
        if (broken) {
          broken = false
          throw new Error('a bug')
        }
        return `counted-${(ids += 1)}`
      },
    }),
  )
  const share = (what: string) => panel.command('housing', commands.share('A1', what), `command ${what}`)
  const commits: boolean[] = []
  panel.services.store.onCommit((committed) => commits.push(committed))
  const before = share('before')
  const failing = panel.services.store
    .write(async () => {
      broken = true
    })
    .then(() => 'armed')
  const broke = share('broken').then(
    () => 'no error',
    () => 'an error',
  )
  const after = share('after')
  expect(
    await Promise.all([before.then(({ ok }) => ok), failing, broke, after.then(({ ok }) => ok)]),
  ).toEqual([true, 'armed', 'an error', true])
  expect(commits).toEqual([true])
  expect((await sharesOf(panel)).map(({ what }) => what)).toEqual(['before', 'after'])
  expect((await verifyJournal(panel.services.store.read)).flatMap(({ faults }) => faults)).toEqual([])
  expect((await share('broken')).ok).toBe(true)
})

test('what is acknowledged is on disk: another connection reads it at once', async () => {
  const { panel, commands } = await open()
  const done = await panel.done('idva', commands.share('A1', 'On disk.'))
  const other = new Database(panel.file, { readonly: true })
  expect(other.prepare('SELECT what FROM shares WHERE id = ?').get(done.created.share)).toEqual({
    what: 'On disk.',
  })
  other.close()
  const raw = new Database(panel.file)
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
  raw.close()
})

test('everything is there again after the process ends and the file is opened anew', async () => {
  const { panel, commands } = await open()
  const done = await panel.done('idva', commands.share('A1', 'Still here.'))
  await panel.close()
  opened.splice(0)
  const store = openStore(panel.file, migrationsFolder)
  expect(await store.read.select().from(shares)).toMatchObject([
    { id: done.created.share, what: 'Still here.' },
  ])
  store.close()
})

test('nobody writes on behalf of the process, and the process gives no command that people give', async () => {
  const { panel } = await open(openSmallPanel())
  const planned = {
    kind: 'planMeeting',
    panelId: panel.panelId,
    date: '2026-12-30',
    startsAt: '10:00',
    venue: '',
    minutesPlanned: 60,
  } as const
  expect(await panel.services.execute({ process: 'import' }, planned)).toMatchObject({
    ok: false,
    code: 'not_found',
  })
  const { accountId } = panel.people.coordinator
  expect(
    await panel.services.execute({ accountId }, { kind: 'importPanels', folder: {} as never, demo: false }),
  ).toMatchObject({
    ok: false,
    code: 'not_found',
  })
  expect(
    await panel.services.execute(
      { accountId: panel.people.chair.accountId },
      { kind: 'setSecondFactor', accountId, totpSecret: 'x', recoveryHashes: [] },
    ),
  ).toMatchObject({ ok: false, code: 'not_found' })
})

test('what was written between two commands by another process is the ground on which the next one stands', async () => {
  const { panel, commands } = await open()
  await panel.done('housing', commands.share('A1', 'First.'))
  const elsewhere = await openElsewhere(panel)
  await elsewhere.done('police', commands.share('A1', 'From elsewhere.'))
  await elsewhere.close()
  // A look at the room must not hide from the write path that the journal has moved on.
  await panel.services.reads.room(await panel.sessionFor('chair'), panel.meetingId)
  await panel.done('housing', commands.share('A1', 'Second.'))
  expect((await sharesOf(panel)).map(({ what }) => what)).toEqual(['First.', 'From elsewhere.', 'Second.'])
  expect((await verifyJournal(panel.services.store.read)).flatMap(({ faults }) => faults)).toEqual([])
})
