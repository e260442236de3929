import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { verifyJournal } from '../../db/journal/verify'
import { shares } from '../../db/schema/entries'
import { agencies } from '../../db/schema/panel'
import type { Query } from '../../db/store'
import { openCollectedRoom } from '../support/collected-room'
import { openLiveMeeting, shownBy, type LiveMeeting } from '../support/live-meeting'
import { commandsIn } from '../support/commands'
import { expectSameInTables } from '../support/room-parity'

// Others are told of what is on disk: never before, and never that it is not there when it is (promises 1 and 5).

const opened: { close: () => unknown }[] = []
const open = async () => {
  const room = await openLiveMeeting()
  opened.push(room)
  return { room, panel: room.panel, store: room.panel.services.store, rooms: room.panel.services.rooms }
}
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

const wordsOf = async ({ panel }: LiveMeeting) =>
  (await panel.services.store.read.select().from(shares)).map(({ what }) => what)

/** A commit that fails: a row that points at nothing, looked at only when all is to be committed. */
const spoilTheCommit = async (tx: Query) => {
  ;(tx as unknown as { run: (statement: unknown) => void }).run(sql`PRAGMA defer_foreign_keys = ON`)
  await tx.insert(agencies).values({ id: 'stray', panelId: 'no such panel', name: 'Stray', kind: 'police' })
}

test('where a screen cannot be told, the record stands, its author is told so, and every screen joins again', async () => {
  const { room, panel, store, rooms } = await open()
  const client = await room.enter('housing')
  const told: boolean[] = []
  store.onCommit((committed) => told.push(committed))
  const settle = rooms.settle.bind(rooms)
  rooms.settle = () => {
    rooms.settle = settle
    throw new RangeError('Kestrelwing cannot be shown')
  }
  const done = await panel.command(
    'police',
    room.commands.share('A1', 'Recorded though nobody could be told.'),
  )
  expect(done).toMatchObject({ ok: true, records: 1 })
  expect(told).toEqual([true])
  expect(await wordsOf(room)).toEqual(['Recorded though nobody could be told.'])
  await client.settled()
  expect(client.joins).toBe(2)
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  expect(client.everythingReceived).toContain('Recorded though nobody could be told.')
  const log = panel.logged.splice(0).join('')
  expect(log).toContain('"error":"RangeError"')
  expect(log).not.toContain('Kestrelwing')
})

test('one listener that throws keeps no other from being told', async () => {
  const { room, panel, store } = await open()
  const client = await room.enter('housing')
  const told: boolean[] = []
  let bugs = 1
  store.onCommit(() => {
    if (bugs-- > 0) throw new Error('a bug')
  })
  store.onCommit((committed) => told.push(committed))
  await panel.done('police', room.commands.share('A1', 'Once.'))
  expect(told).toEqual([true])
  await panel.done('police', room.commands.share('A1', 'Twice.'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  panel.logged.splice(0)
})

test('whoever comes while everything is forgotten is let in all the same', async () => {
  const { room, panel, rooms, store } = await open()
  rooms.forget()
  let forgetting = 2
  store.onCommit(() => {
    if (forgetting-- > 0) rooms.forget()
  })
  const client = await room.enter('housing')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  expect(client.screen.view.length).toBeGreaterThan(0)
  expect(panel.logged.join('')).not.toContain('failed')
})

test('a commit that fails reaches no screen, leaves the room as it was, and its author is not told that it is done', async () => {
  const { room, panel, store, rooms } = await open()
  await panel.done('police', room.commands.share('A1', 'Before.'))
  const client = await room.enter('housing')
  await room.toldWhoIsHere(client)
  const told: boolean[] = []
  store.onCommit((committed) => told.push(committed))
  const [frames, joins, before] = [client.frames.length, client.joins, shownBy(client.screen)]
  const inMemory = rooms.current(panel.meetingId)
  const [decision, spoilt] = await Promise.allSettled([
    panel.command('chair', room.commands.decision('A1')),
    store.write(spoilTheCommit),
  ])
  expect([decision.status, spoilt.status]).toEqual(['rejected', 'rejected'])
  expect(told).toEqual([false])
  await client.settled()
  expect(client.frames.slice(frames)).toEqual([])
  expect([client.joins, shownBy(client.screen)]).toEqual([joins, before])
  expect(rooms.current(panel.meetingId)).toBe(inMemory)
  await expectSameInTables(store, rooms, panel.meetingId)
  // What was laid over the room is gone too: the same decision is still to be made, and the record goes on without a gap.
  await panel.done('chair', room.commands.decision('A1'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  await expectSameInTables(store, rooms, panel.meetingId)
  expect((await verifyJournal(store.read)).flatMap(({ faults }) => faults)).toEqual([])
})

test('a room that was read in a commit that failed holds nothing of it', async () => {
  const { panel, store, rooms } = await open()
  rooms.forget()
  await Promise.allSettled([
    panel.command('chair', commandsIn(panel).decision('A1')),
    store.write(spoilTheCommit),
  ])
  await panel.done('chair', commandsIn(panel).decision('A1'))
  await expectSameInTables(store, rooms, panel.meetingId)
})

test('nothing is said to a screen before another connection can read it', async () => {
  const room = await openCollectedRoom()
  opened.push(room)
  const other = new Database(room.file, { readonly: true })
  opened.push(other)
  const onDisk = other.prepare('SELECT what FROM shares WHERE id = ?').pluck()
  const said: [string, unknown][] = []
  for (const who of ['housing', 'probation'] as const) {
    await room.sit(who, room.panel.meetingId)
    const screen = [...room.seated.values()].at(-1)?.screen
    if (!screen) throw new Error('Nobody sits there.')
    const receive = screen.receive.bind(screen)
    screen.receive = (name, notice) => {
      for (const thing of name === 'room:patch' && 'set' in notice ? notice.set : [])
        if (thing.kind === 'share') said.push([thing.what, onDisk.get(thing.id)])
      receive(name, notice)
    }
  }
  const { share } = commandsIn(room.panel)
  await room.command('police', share('A1', 'By itself.'))
  // Several that share a commit: none may run ahead of it.
  await Promise.all(['First', 'Second', 'Third'].map((what) => room.command('police', share('A1', what))))
  expect(said).toHaveLength(8)
  expect(said.filter(([words, row]) => words !== row)).toEqual([])
})
