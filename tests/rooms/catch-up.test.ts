import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../../server/rooms/digest'
import { circle } from '../support/commands'
import { openLiveMeeting, shownBy, until, type LiveMeeting } from '../support/live-meeting'
import { openElsewhere } from '../support/small-panel'

// After any cut every screen equals a reload (promise 4).

let room: LiveMeeting
beforeEach(async () => {
  room = await openLiveMeeting()
})
afterEach(() => room.close())

test('whoever joins is shown what a reload shows, with its cursor', async () => {
  const client = await room.enter('housing')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  expect(client.screen.cursor).toBe(digestOf(client.screen.view))
})

test('what others record arrives by itself, without joining again', async () => {
  const client = await room.enter('housing')
  const { created } = await room.panel.done('police', room.commands.share('A1', 'Said while you watch.'))
  await client.settled()
  expect(client.screen.has(`share:${created.share}`)).toBe(true)
  expect(client.joins).toBe(1)
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('after a cut, what others recorded meanwhile is there on return', async () => {
  const client = await room.enter('housing')
  client.leave()
  await room.panel.done('police', room.commands.share('A1', 'Said while you were away.'))
  const hidden = await room.panel.done(
    'idva',
    room.commands.share('A1', 'Not for you.', { audience: circle() }),
  )
  await room.panel.done('chair', room.commands.move('A2', 'share'))
  await client.connect()
  await client.join()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  expect(client.everythingReceived).toContain('Said while you were away.')
  expect(client.screen.has(`share:${hidden.created.share}`)).toBe(false)
})

test('whoever returns to what their screen shows already is sent no view', async () => {
  const client = await room.enter('housing')
  client.leave()
  await room.panel.done('idva', room.commands.share('A1', 'Not for you.', { audience: circle() }))
  await client.connect()
  await client.join()
  expect(client.answers.at(-1)).toMatchObject({ ok: true, view: null, cursor: client.screen.cursor })
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('a screen that missed a push joins again and is right again', async () => {
  const client = await room.enter('housing')
  client.screen.cursor = 'f'.repeat(32)
  await room.panel.done('police', room.commands.share('A1', 'A push that does not fit.'))
  await client.settled()
  expect(client.joins).toBe(2)
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('two people who see the same have the same cursor, and those who see more another', async () => {
  const [housing, probation, chair] = [
    await room.enter('housing'),
    await room.enter('probation'),
    await room.enter('chair'),
  ]
  await room.panel.done('idva', room.commands.share('A1', 'For some.', { audience: circle() }))
  await room.settle()
  expect(housing.screen.cursor).toBe(probation.screen.cursor)
  expect(chair.screen.cursor).not.toBe(housing.screen.cursor)
})

test('polling alone is enough: joining, commands and pushes', async () => {
  const client = await room.enter('housing', { transports: ['polling'] })
  expect(client.socket.io.engine.transport.name).toBe('polling')
  expect(await client.command(room.commands.share('A1', 'Said by polling.'))).toMatchObject({
    ok: true,
    records: 1,
  })
  await room.panel.done('police', room.commands.share('A1', 'Heard by polling.'))
  await until('the push has arrived', () => client.everythingReceived.includes('Heard by polling.'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('what another process writes reaches the room', async () => {
  const client = await room.enter('housing')
  const elsewhere = await openElsewhere(room.panel)
  await elsewhere.done('police', room.commands.share('A1', 'Written elsewhere.'))
  await elsewhere.close()
  await until('it has reached the screen', () => client.everythingReceived.includes('Written elsewhere.'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('what another process writes reaches the room even where a command or a page comes upon it first', async () => {
  const client = await room.enter('housing')
  const elsewhere = await openElsewhere(room.panel)
  await elsewhere.done('police', room.commands.share('A1', 'Written elsewhere.'))
  await room.panel.done('police', room.commands.share('A1', 'Written here.'))
  await elsewhere.done('police', room.commands.share('A1', 'Written elsewhere again.'))
  await elsewhere.close()
  await room.reload('chair')
  await until('it has reached the screen', () => client.everythingReceived.includes('elsewhere again.'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('what another process writes makes screens of that area join again, and no others', async () => {
  const [ashford, brook] = [
    await room.enter('housing'),
    await room.enter('brookChair', { meetingId: room.panel.brookMeetingId }),
  ]
  // What this process itself has recorded since is not taken for another's.
  await room.panel.done('brookChair', {
    kind: 'acceptConfidentiality',
    meetingId: room.panel.brookMeetingId,
  })
  await room.settle()
  const elsewhere = await openElsewhere(room.panel)
  await elsewhere.done('police', room.commands.share('A1', 'Written elsewhere.'))
  await elsewhere.close()
  await until('it has reached the screen', () => ashford.everythingReceived.includes('Written elsewhere.'))
  await room.settle()
  expect([ashford.joins, brook.joins]).toEqual([2, 1])
  await room.panel.done('brookChair', { kind: 'openMeeting', meetingId: room.panel.brookMeetingId })
  await room.settle()
  expect(shownBy(ashford.screen)).toEqual(await room.reload('housing'))
  expect(shownBy(brook.screen)).toEqual(await room.reload('brookChair', 'desk', room.panel.brookMeetingId))
  expect(brook.joins).toBe(1)
})

test('where it cannot be told what another process changed, every screen joins again', async () => {
  const client = await room.enter('housing')
  const other = new Database(room.panel.file)
  other.prepare("UPDATE persons SET family_name = 'Mended' WHERE family_name = 'Quenby'").run()
  other.close()
  await until('it has reached the screen', () => client.everythingReceived.includes('Mended'))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('a bug in one command does not keep from any screen what others recorded with it', async () => {
  const client = await room.enter('housing')
  const { panel } = room
  const share = panel.command('police', room.commands.share('A1', 'Recorded beside a bug.'))
  const unsound = {
    kind: 'shareInformation',
    meetingId: panel.meetingId,
    itemId: panel.items.A1,
    fields: null,
  } as never
  const bug = panel.services.execute({ accountId: panel.people.police.accountId }, unsound).then(
    () => 'no error',
    () => 'an error',
  )
  expect([(await share).ok, await bug]).toEqual([true, 'an error'])
  await client.settled()
  expect(client.everythingReceived).toContain('Recorded beside a bug.')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('a case put on the agenda in session comes to every screen, whole, and its reading is on record first', async () => {
  const client = await room.enter('housing')
  await room.panel.refused('police', room.commands.listFifth())
  await room.panel.refused('chair', room.commands.listFifth(''))
  await client.settled()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  expect(client.screen.has(`case:${room.panel.cases.A5}`)).toBe(false)
  await room.panel.done('chair', room.commands.listFifth())
  await client.settled()
  expect(client.screen.has(`case:${room.panel.cases.A5}`)).toBe(true)
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  const readers = await room.panel.services.accessLog.ofCase(room.panel.cases.A5)
  expect(readers.map(({ name }) => name)).toContain('Landlord One')
})

test('reading a case in the room is on record, once a day for each reader', async () => {
  const client = await room.enter('housing')
  client.leave()
  await client.connect()
  await client.join()
  const readers = await room.panel.services.accessLog.ofCase(room.panel.cases.A1)
  expect(readers.filter(({ name }) => name === 'Landlord One')).toHaveLength(1)
})
