import { spawn } from 'node:child_process'
import { once } from 'node:events'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { shares } from '../../db/schema/entries'
import { sessions } from '../../db/schema/sign-in'
import { openStore } from '../../db/store'
import { newFile } from '../support/image'
import { openLiveMeeting, until } from '../support/live-meeting'
import { commandsIn } from '../support/commands'
import { aReferralLink, outsideFields } from '../support/referrals'
import { openSmallMeeting, type TestPanel } from '../support/small-panel'
import { migrationsFolder } from '../support/test-services'

// Another process that writes to the file (an import by itself, a copy being taken) makes writes wait, and nothing else.

const opened: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
const open = async (...settings: Parameters<typeof openSmallMeeting>) => {
  const panel = await openSmallMeeting(...settings)
  opened.push(panel)
  return panel
}

/** Another connection that holds the write lock until it is told to let go. */
const holdLock = (file: string) => {
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const letGo = () => {
    other.exec('COMMIT')
    other.close()
  }
  return { letGo, letGoAfter: (ms: number) => void setTimeout(letGo, ms) }
}

const wordsOf = async ({ services }: TestPanel) =>
  (await services.store.read.select().from(shares)).map(({ what }) => what)

test('while another process writes the loop turns and pages are read, and a write follows when it has ended', async () => {
  const panel = await open()
  const session = await panel.sessionFor('housing')
  await panel.services.reads.room(session, panel.meetingId)
  let turns = 0
  const turning = setInterval(() => (turns += 1), 10)
  holdLock(panel.file).letGoAfter(2_000)
  let written = false
  const writing = panel.done('housing', commandsIn(panel).share('A1', 'Waited.')).then(() => (written = true))
  await until('the write has met the lock', () => turns > 5)
  expect(await panel.services.reads.room(session, panel.meetingId)).toMatchObject({ ok: true })
  expect(await panel.services.reads.panel(session, panel.panelId)).toMatchObject({ ok: true })
  expect([written, await wordsOf(panel)]).toEqual([false, []])
  await writing
  clearInterval(turning)
  // Of some two hundred in two seconds; a loop that waits for the lock turns not at all.
  expect(turns).toBeGreaterThan(80)
  expect(await wordsOf(panel)).toEqual(['Waited.'])
})

test('a page of a room that is not in memory waits for no lock, though it is the first to meet it', async () => {
  const panel = await open()
  const session = await panel.sessionFor('housing')
  const before = await panel.services.reads.room(session, panel.meetingId)
  panel.services.rooms.forget()
  const lock = holdLock(panel.file)
  expect(await panel.services.reads.room(session, panel.meetingId)).toEqual(before)
  expect(panel.services.rooms.current(panel.meetingId)).toBeUndefined()
  lock.letGo()
  expect(await panel.services.reads.room(session, panel.meetingId)).toEqual(before)
})

test('meanwhile sockets are answered, and what was sent on one happens once, in its turn', async () => {
  const room = await openLiveMeeting()
  opened.push(room)
  const client = await room.enter('housing')
  const lock = holdLock(room.panel.file)
  const answers = ['First.', 'Second.', 'Second.'].map((what) =>
    client.command(room.commands.share('A1', what), `the command ${what}`),
  )
  expect(await client.ask('session:stay', {})).toHaveProperty('idleAt')
  expect(client.everythingReceived).not.toContain('First.')
  lock.letGo()
  expect((await Promise.all(answers)).map((answer) => (answer?.ok ? answer.records : answer))).toEqual([
    1, 1, 0,
  ])
  expect(await wordsOf(room.panel)).toEqual(['First.', 'Second.'])
})

test('nobody waits until it is written that they were seen, and they were seen all the same', async () => {
  const panel = await open({ lockPatienceMs: 200 })
  const token = await panel.tokenFor('housing')
  const { sessions: service, store } = panel.services
  const seen = async () => {
    panel.clock.move({ minutes: 20 })
    const session = await service.byToken(token)
    return session && (await service.touch(session))
  }
  const lock = holdLock(panel.file)
  const first = await seen()
  expect(first?.idleAt).toBe(panel.clock.now() + 30 * 60_000)
  expect(await seen()).toBeDefined()
  // Written at last, or not at all where the other process does not come to an end; then at the next sight.
  await expect(store.write(async () => 1)).rejects.toThrow('Another process')
  expect(await seen()).toBeDefined()
  lock.letGo()
  expect(await seen()).toBeDefined()
  await store.write(async () => undefined)
  const [row] = await store.read
    .select()
    .from(sessions)
    .where(eq(sessions.id, first?.id ?? ''))
  expect(row?.seenAt).toBe(panel.clock.now())
})

test('whoever has waited too long is told so and may send it again, and nothing in memory is lost by it', async () => {
  const panel = await open({ lockPatienceMs: 150 })
  const inMemory = await panel.services.rooms.open(panel.meetingId)
  const told: boolean[] = []
  panel.services.store.onCommit((committed) => told.push(committed))
  const lock = holdLock(panel.file)
  const command = commandsIn(panel).share('A1', 'Too long.')
  expect(await panel.command('housing', command, 'the-same-id')).toMatchObject({
    ok: false,
    code: 'too_many',
    message: expect.stringContaining('Nothing was changed') as string,
  })
  await expect(panel.services.store.write(async () => 1)).rejects.toThrow('Another process is writing')
  lock.letGo()
  expect(told).toEqual([])
  expect(await panel.done('housing', command, 'the-same-id')).toMatchObject({ records: 1 })
  expect(panel.services.rooms.current(panel.meetingId)).toBe(inMemory)
  expect(await wordsOf(panel)).toEqual(['Too long.'])
})

test('to a referrer outside, whose link is fine, it is not said that the link does not work', async () => {
  const panel = await open({ lockPatienceMs: 150 })
  const { token } = await aReferralLink(panel)
  const send = () => panel.services.referralLinks.send(token, '192.0.2.7', outsideFields())
  const lock = holdLock(panel.file)
  for (let time = 0; time < 3; time += 1) expect(await send()).toMatchObject({ code: 'wrong_moment' })
  lock.letGo()
  expect(await send()).toEqual({ ok: true })
})

test('a command of the process itself that cannot be written is a fault, and not a wrong code', async () => {
  const panel = await open({ lockPatienceMs: 150 })
  const { accountId } = panel.people.housing
  const lock = holdLock(panel.file)
  const spending = panel.services.execute(
    { accountId },
    { kind: 'spendRecoveryCode', accountId, recoveryHash: 'a hash' },
  )
  await expect(spending).rejects.toThrow('Another process is writing')
  lock.letGo()
})

test('each waits as long as any other, whenever it came', async () => {
  const panel = await open({ lockPatienceMs: 600 })
  const lock = holdLock(panel.file)
  const ended: string[] = []
  const write = (name: string) =>
    panel.services.store
      .write(async () => name)
      .then(
        () => ended.push(`${name} written`),
        () => ended.push(`${name} refused`),
      )
  const first = write('first')
  await new Promise((later) => setTimeout(later, 400))
  const second = write('second')
  await first
  lock.letGo()
  await second
  expect(ended).toEqual(['first refused', 'second written'])
})

test('at start, when nobody is served yet, a database that is being written to is waited for', async () => {
  const file = newFile()
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
       const database = new Database(${JSON.stringify(file)})
       database.pragma('journal_mode = WAL')
       database.exec('BEGIN IMMEDIATE')
       console.log('held')
       setTimeout(() => { database.exec('COMMIT'); database.close() }, 1_200)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(holder.stdout, 'data')
  const store = openStore(file, migrationsFolder)
  expect(await store.read.$count(shares)).toBe(0)
  store.close()
})
