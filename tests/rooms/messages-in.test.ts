import { afterEach, beforeEach, expect, test } from 'vitest'
import { journal } from '../../db/schema/journal'
import { openLiveMeeting, shownBy, until, type LiveMeeting } from '../support/live-meeting'

// Whatever a socket says: it is carried out, or refused in words, and does no harm.

let room: LiveMeeting
beforeEach(async () => {
  room = await openLiveMeeting()
})
afterEach(() => room.close())

const garbage = [
  undefined,
  null,
  0,
  'text',
  [],
  {},
  { v: 99, meetingId: 7, cursor: null, surface: 'desk' },
  { meetingId: { $gt: '' } },
  [[[]]],
  { __proto__: { v: 1 } },
  'x'.repeat(10_000),
]

test.each(['room:join', 'room:leave', 'command:run', 'room:look'])(
  'garbage in %s is refused, and the room goes on',
  async (name) => {
    const client = await room.enter('housing')
    for (const message of garbage)
      expect(await client.ask(name, message)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await client.command(room.commands.share('A1', 'All is well.'))).toMatchObject({ ok: true })
    await client.settled()
    expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
  },
)

test('a command of garbage is refused, and nothing is recorded', async () => {
  const client = await room.enter('chair')
  const before = await room.panel.services.store.read.$count(journal)
  const commands = [
    ...garbage,
    { kind: 'noSuchOrder' },
    { kind: 'toString' },
    { kind: '__proto__' },
    { kind: 'importPanels', folder: {}, demo: true },
    { kind: 'setPassword', accountId: room.panel.people.chair.accountId, passwordHash: 'mine' },
  ]
  for (const command of commands)
    expect(await client.command(command as object)).toMatchObject({ ok: false, code: 'invalid' })
  expect(await room.panel.services.store.read.$count(journal)).toBe(before)
})

test('fields that a command does not have are left out of what is recorded', async () => {
  const client = await room.enter('housing')
  const command = room.commands.share('A1', 'Plain.', {
    recordedBy: room.panel.people.chair.memberId,
    panelId: 'x',
    id: 'chosen',
    laterAudiences: [],
  })
  const answer = await client.command({ ...command, at: 1 })
  await client.settled()
  const shared = client.screen.view.find((thing) => thing.kind === 'share')
  expect(shared).toMatchObject({
    id: answer.ok && answer.created.share,
    recordedBy: room.panel.people.housing.memberId,
  })
  expect(shared?.id).not.toBe('chosen')
})

test('an unknown message is refused where an answer is asked for, and otherwise passed over', async () => {
  const client = await room.enter('housing')
  expect(await client.ask('room:everything', {})).toMatchObject({ ok: false, code: 'invalid' })
  expect(await client.ask('room:patch', { meetingId: room.panel.meetingId })).toMatchObject({
    ok: false,
    code: 'invalid',
  })
  client.socket.emit('no:such:message' as 'room:leave', {} as never, undefined as never)
  expect(await client.command(room.commands.share('A1', 'All is well.'))).toMatchObject({ ok: true })
})

test('a command that waits for no answer is carried out', async () => {
  const client = await room.enter('housing')
  const message = {
    commandId: 'sent without waiting',
    command: room.commands.share('A1', 'No answer needed.'),
  }
  ;(client.socket.emit as (name: string, message: unknown, answer?: unknown) => void)('command:run', message)
  ;(client.socket.emit as (name: string, message: unknown, answer?: unknown) => void)(
    'command:run',
    message,
    'not a function',
  )
  await until('it has been recorded', () => client.everythingReceived.includes('No answer needed.'))
  await client.settled()
  expect(client.screen.view.filter((thing) => thing.kind === 'share')).toHaveLength(1)
})

test('a command sent again on another socket happens once and answers the same', async () => {
  const [one, other] = [await room.enter('housing'), await room.enter('housing')]
  const command = room.commands.share('A1', 'Sent twice.')
  const answers = await Promise.all([
    one.command(command, 'the same command'),
    other.command(command, 'the same command'),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
  expect(new Set(answers.map((answer) => answer.ok && answer.created.share)).size).toBe(1)
  await room.settle()
  expect(one.screen.view.filter((thing) => thing.kind === 'share')).toHaveLength(1)
  expect(shownBy(other.screen)).toEqual(shownBy(one.screen))
})

test('too many commands in a short time are put off in words, and none of them is half done', async () => {
  await room.close()
  room = await openLiveMeeting({ commandsPer10Seconds: 5 })
  const client = await room.enter('housing')
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, index) => client.command(room.commands.share('A1', `Number ${index}.`))),
  )
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'ok'),
    ...Array.from({ length: 4 }, () => 'too_many'),
  ])
  await client.settled()
  expect(client.screen.view.filter((thing) => thing.kind === 'share')).toHaveLength(5)
})

test('whoever leaves the room hears nothing more until they join again', async () => {
  const client = await room.enter('housing')
  await client.ask('room:leave', { meetingId: room.panel.meetingId })
  const before = client.frames.length
  await room.panel.done('police', room.commands.share('A1', 'Said meanwhile.'))
  await client.settled()
  expect(client.frames.length).toBe(before)
  await client.join()
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('one person at desk and wall has on each what belongs there', async () => {
  const [desk, wall] = [await room.enter('chair'), await room.enter('chair', { surface: 'wall' })]
  await room.panel.done('police', room.commands.share('A1', 'For desks.'))
  await room.panel.done('police', room.commands.action('A1', 'For all to read.'))
  await room.settle()
  expect([
    desk.everythingReceived.includes('For desks.'),
    wall.everythingReceived.includes('For desks.'),
  ]).toEqual([true, false])
  expect(wall.everythingReceived).toContain('For all to read.')
  expect(shownBy(wall.screen)).toEqual(await room.reload('chair', 'wall'))
})
