import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyJournal } from '../../db/journal/verify'
import { cases } from '../../db/schema/case'
import { shares } from '../../db/schema/entries'
import { importFiles } from '../../server/import/import-folder'
import { createPause } from '../../server/import/pause'
import { openLiveMeeting, shownBy, type LiveMeeting } from '../support/live-meeting'
import { longFolder } from '../support/long-folder'
import { expectSameInTables } from '../support/room-parity'
import { openElsewhere, openSmallMeeting } from '../support/small-panel'

// An import beside a meeting in session: nobody in the room is held up by it, nobody is shown a part of it, and all of it
// is there at once.

let room: LiveMeeting
beforeEach(async () => {
  room = await openLiveMeeting()
})
afterEach(() => room.close())

const importing = (more: { checkOnly?: boolean; signal?: AbortSignal } = {}, files = longFolder()) => {
  const { store, execute } = room.panel.services
  return importFiles(files, {
    store,
    execute,
    today: '2026-12-02',
    demo: false,
    checkOnly: more.checkOnly ?? false,
    pause: createPause(more.signal),
  })
}
const isUnderWay = async () => {
  while (!room.panel.services.store.isHeldUp()) await new Promise((next) => setImmediate(next))
}
const casesOnDisk = () => room.panel.services.store.read.$count(cases)
const inRoom = () => room.panel.services.rooms.current(room.panel.meetingId)

test('while it runs the loop turns, and pages, sockets and rooms show the state before it until all of it is there', async () => {
  const { panel } = room
  const session = await panel.sessionFor('housing')
  const client = await room.enter('housing')
  await room.toldWhoIsHere(client)
  const [before, frames] = [await room.reload('housing'), client.frames.length]
  const other = new Database(panel.file, { readonly: true })
  const casesElsewhere = other.prepare('SELECT COUNT(*) FROM cases').pluck()
  const standing = casesElsewhere.get()

  const isCommitted = () => casesElsewhere.get() !== standing
  const shown = () => ({
    committed: inRoom()?.committed.all('item').length,
    pending: inRoom()?.things.all('item').length,
    frames: client.frames.length - frames,
  })
  const asBefore = shown()
  const during: unknown[] = []
  const after: ReturnType<typeof shown>[] = []
  let turnsOfItsTransaction = 0
  const looking = setInterval(() => {
    if (panel.services.store.isHeldUp()) turnsOfItsTransaction += 1
    ;(isCommitted() ? after : during).push(shown())
  }, 1)
  const report = importing()
  let pages = 0
  for (;;) {
    const page = await panel.services.reads.room(session, panel.meetingId)
    const stayed = await client.ask('session:stay', {})
    if (isCommitted()) break
    expect(page.ok && page.view.length).toBe(before?.view.length)
    expect(stayed).toHaveProperty('idleAt')
    pages += 1
  }
  expect(await report).toMatchObject({ findings: [], records: 1201 })
  clearInterval(looking)
  expect(during.length).toBeGreaterThan(20)
  expect(turnsOfItsTransaction).toBeGreaterThan(10)
  expect(pages).toBeGreaterThan(3)
  expect(during.filter((one) => JSON.stringify(one) !== JSON.stringify(asBefore))).toEqual([])
  expect(after.filter((one) => one.committed === asBefore.committed)).toEqual([])
  other.close()

  await client.settled()
  expect(client.everythingReceived).toContain('Longworth0')
  expect(client.joins).toBe(2)
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  await expectSameInTables(panel.services.store, panel.services.rooms, panel.meetingId)
  expect((await verifyJournal(panel.services.store.read)).flatMap(({ faults }) => faults)).toEqual([])
})

test('a page of a room that is not in memory is shown while it runs', async () => {
  const { panel } = room
  const session = await panel.sessionFor('housing')
  // Its cases are on record as read today, so that showing them waits for no writing.
  const before = await panel.services.reads.room(session, panel.meetingId)
  panel.services.rooms.forget()
  const report = importing()
  await isUnderWay()
  expect(await panel.services.reads.room(session, panel.meetingId)).toEqual(before)
  expect([panel.services.store.isHeldUp(), inRoom()]).toEqual([true, undefined])
  await report
})

test('what is sent while it runs is recorded after it, in a commit of its own', async () => {
  const { panel } = room
  const commits: [boolean, number, number][] = []
  const other = new Database(panel.file, { readonly: true })
  const count = (table: string) => other.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get() as number
  const before = await casesOnDisk()
  panel.services.store.onCommit((ok) => commits.push([ok, count('cases') - before, count('shares')]))
  const report = importing()
  await isUnderWay()
  await panel.done('police', room.commands.share('A1', 'Said meanwhile.'))
  expect(await report).toMatchObject({ records: 1201 })
  expect(commits).toEqual([
    [true, 400, 0],
    [true, 400, 1],
  ])
  other.close()
})

test('whatever waits with it, a long write has a commit of its own, in its turn', async () => {
  const { store } = room.panel.services
  const done: string[] = []
  store.onCommit((ok) => done.push(ok ? 'committed' : 'taken back'))
  const write = (name: string, long = false) =>
    store.write(
      async () => {
        done.push(name)
        if (long) await new Promise((next) => setImmediate(next))
        done.push(`${name} done`)
      },
      { long },
    )
  await Promise.all([write('a'), write('b'), write('long', true), write('c'), write('d')])
  expect(done.join(', ')).toBe(
    'a, a done, b, b done, committed, long, long done, committed, c, c done, d, d done, committed',
  )
})

test('ended before its end it leaves nothing: no row, no frame, and the room goes on', async () => {
  const { panel } = room
  const client = await room.enter('housing')
  await room.toldWhoIsHere(client)
  const [before, frames, state] = [await casesOnDisk(), client.frames.length, inRoom()]
  const ending = new AbortController()
  const report = importing({ signal: ending.signal })
  await isUnderWay()
  ending.abort()
  await expect(report).rejects.toThrow()
  expect(await casesOnDisk()).toBe(before)
  await client.settled()
  expect(client.frames.length).toBe(frames)
  expect(inRoom()).toBe(state)
  await panel.done('police', room.commands.share('A1', 'Afterwards.'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  expect((await panel.services.store.read.select().from(shares)).map(({ what }) => what)).toEqual([
    'Afterwards.',
  ])
  expect((await verifyJournal(panel.services.store.read)).flatMap(({ faults }) => faults)).toEqual([])
})

test('a server that is stopped while it imports leaves nothing of it', async () => {
  const panel = await openSmallMeeting()
  const { store, execute } = panel.services
  const before = await store.read.$count(cases)
  const settings = { store, execute, today: '2026-12-02', demo: false, checkOnly: false }
  const report = importFiles(longFolder(), settings)
  while (!store.isHeldUp()) await new Promise((next) => setImmediate(next))
  const waiting = panel.command('police', room.commands.share('A1', 'Not any more.'))
  await panel.close()
  expect((await Promise.allSettled([report, waiting])).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ])
  const again = await openElsewhere(panel)
  expect(await again.services.store.read.$count(cases)).toBe(before)
  expect((await verifyJournal(again.services.store.read)).flatMap(({ faults }) => faults)).toEqual([])
  await again.close()
})

test('only checked, or imported again, it changes nothing and makes no screen join again', async () => {
  const client = await room.enter('housing')
  expect(await importing({ checkOnly: true })).toMatchObject({ findings: [], records: 0 })
  expect(client.joins).toBe(1)
  await importing()
  await client.settled()
  const joins = client.joins
  expect(await importing()).toMatchObject({ findings: [], records: 0 })
  await client.settled()
  expect(client.joins).toBe(joins)
})

test('screens of another area do not join again for it', async () => {
  const brook = await room.enter('brookChair', { meetingId: room.panel.brookMeetingId })
  const ashford = await room.enter('housing')
  await importing()
  await room.settle()
  expect([ashford.joins, brook.joins]).toEqual([2, 1])
})
