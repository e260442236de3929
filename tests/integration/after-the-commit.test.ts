import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { shares } from '../../db/schema'
import { openCollectedRoom } from '../support/collected-room'
import { openLiveMeeting, shownBy, type LiveMeeting } from '../support/live-meeting'
import { ordersIn } from '../support/orders'

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

test('where a screen cannot be told, the record stands, its author is told so, and every screen joins again', async () => {
  const { room, panel, store, rooms } = await open()
  const client = await room.enter('housing')
  const told: boolean[] = []
  store.onCommit((committed) => told.push(committed))
  const commit = rooms.commit.bind(rooms)
  rooms.commit = () => {
    rooms.commit = commit
    throw new RangeError('Kestrelwing cannot be shown')
  }
  const done = await panel.order('police', room.orders.share('A1', 'Recorded though nobody could be told.'))
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
  await panel.done('police', room.orders.share('A1', 'Once.'))
  expect(told).toEqual([true])
  await panel.done('police', room.orders.share('A1', 'Twice.'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  panel.logged.splice(0)
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
  const { share } = ordersIn(room.panel)
  await room.order('police', share('A1', 'By itself.'))
  // Several that share a commit: none may run ahead of it.
  await Promise.all(['First', 'Second', 'Third'].map((what) => room.order('police', share('A1', what))))
  expect(said).toHaveLength(8)
  expect(said.filter(([words, row]) => words !== row)).toEqual([])
})
