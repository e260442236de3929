// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VisibleThing } from '../domain/sight/sees'
import { RoomClient } from './room-client'

// The browser's side of a room against a line that does what a test says: what goes out, what is kept until it is
// answered, and what a push changes.

type Answer = (message: never) => unknown
const never = new Promise<unknown>(() => undefined)
/** As when no answer comes in time. */
const lost = () => Promise.reject(new Error('operation has timed out'))

class Line {
  connected = false
  sent: { name: string; message: Record<string, unknown> }[] = []
  answers: Record<string, Answer> = {
    'room:join': () => ({ ok: true, cursor: 'c1', view: null, now: Date.now() }),
    'command:run': () => ({ ok: true, created: {}, records: 1 }),
    'session:stay': () => null,
  }
  readonly io = { engine: { close: () => this.hears('disconnect', 'transport close') } }
  private readonly listening = new Map<string, (body: never) => void>()

  on(name: string, listener: (body: never) => void) {
    this.listening.set(name, listener)
  }
  removeAllListeners() {
    this.listening.clear()
  }
  connect() {
    this.connected = true
    this.hears('connect', undefined)
  }
  disconnect() {
    this.connected = false
  }
  emit(name: string, message: Record<string, unknown>) {
    this.sent.push({ name, message })
  }
  timeout() {
    return {
      emitWithAck: async (name: string, message: Record<string, unknown>) => {
        this.sent.push({ name, message })
        return this.answers[name]?.(message as never)
      },
    }
  }
  hears(name: string, body: unknown) {
    if (name === 'disconnect') this.connected = false
    this.listening.get(name)?.(body as never)
  }
  all(name: string) {
    return this.sent.filter((one) => one.name === name).map(({ message }) => message)
  }
}

const meetingId = 'meeting-1'
const clients: RoomClient[] = []
const enter = (accountId = 'ann', surface: 'desk' | 'wall' = 'desk') => {
  const line = new Line()
  const opening = {
    meetingId,
    accountId,
    surface,
    view: {},
    cursor: 'c0',
    now: Date.now(),
    idleAt: 1,
    endsAt: 2,
  }
  const client = new RoomClient(opening, line as never)
  clients.push(client)
  return { client, line, start: () => client.start() }
}
/** Lets everything that waits for an answer take it. */
const settle = () => vi.advanceTimersByTimeAsync(0)
const started = async (...of: Parameters<typeof enter>) => {
  const seat = enter(...of)
  seat.start()
  await settle()
  return seat
}
const share = (what: string) => ({ kind: 'shareInformation', fields: { what } })
const record = (client: RoomClient, what: string) => client.run(share(what), 'share:A1', { what })
const waiting = (client: RoomClient) =>
  client.read().outbox.map(({ command, state }) => [(command['fields'] as { what: string }).what, state])
const shown = (client: RoomClient) =>
  [...Object.values(client.read().view as Record<string, Map<string, VisibleThing>>)].flatMap((kind) => [
    ...kind.keys(),
  ])
const aShare = (id: string) => ({ ref: `share:${id}`, kind: 'share', id }) as VisibleThing
const patch = (base: string, cursor: string, id: string, gone: string[] = []) => ({
  meetingId,
  base,
  cursor,
  set: [aShare(id)],
  gone,
})

beforeEach(() => {
  vi.useFakeTimers()
  window.sessionStorage.clear()
})
afterEach(() => {
  for (const client of clients.splice(0)) client.stop()
  vi.useRealTimers()
})

test('what one person left unsent waits for that person, and is neither shown to nor sent by the next at the tab', async () => {
  const ann = enter('ann')
  void record(ann.client, 'what she told me')
  ann.client.stop()
  const bo = await started('bo')
  expect(bo.client.read().outbox).toEqual([])
  expect(bo.line.all('command:run')).toEqual([])
  const again = await started('ann')
  expect(again.line.all('command:run')).toMatchObject([{ command: share('what she told me') }])
  expect(again.client.read().outbox).toEqual([])
})

test('what waits in one meeting is not sent in another', async () => {
  const { client } = enter('ann')
  void record(client, 'said there')
  const line = new Line()
  const elsewhere = new RoomClient(
    {
      meetingId: 'meeting-2',
      accountId: 'ann',
      surface: 'desk',
      view: {},
      cursor: '',
      now: 0,
      idleAt: 0,
      endsAt: 0,
    },
    line as never,
  )
  clients.push(elsewhere)
  elsewhere.start()
  await settle()
  expect(line.all('command:run')).toEqual([])
})

test('commands go out one at a time, in their order, each with an id of its own', async () => {
  const { client, line } = await started()
  const answers: ((answer: unknown) => void)[] = []
  line.answers['command:run'] = () => new Promise((answer) => answers.push(answer))
  for (const what of ['one', 'two', 'three']) void record(client, what)
  await settle()
  expect(line.all('command:run')).toMatchObject([{ command: share('one') }])
  answers[0]?.({ ok: true, created: {}, records: 1 })
  await settle()
  expect(line.all('command:run').map(({ command }) => command)).toEqual([share('one'), share('two')])
  expect(waiting(client)).toEqual([
    ['two', 'waiting'],
    ['three', 'waiting'],
  ])
  expect(new Set(client.read().outbox.map(({ commandId }) => commandId)).size).toBe(2)
})

test('what is not answered is kept and sent again with the same id, and happens once', async () => {
  const { client, line } = await started()
  line.answers['command:run'] = lost
  const answered = record(client, 'said')
  await settle()
  expect(waiting(client)).toEqual([['said', 'waiting']])
  line.answers['command:run'] = () => ({ ok: true, created: { share: 's1' }, records: 1 })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await answered).toMatchObject({ ok: true, created: { share: 's1' } })
  const ids = line.all('command:run').map(({ commandId }) => commandId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(client.read().outbox).toEqual([])
})

test('what was typed while the line was down goes out when it is back', async () => {
  const { client, line } = await started()
  line.hears('disconnect', 'transport close')
  expect(client.read()).toMatchObject({ connection: 'offline', here: [] })
  void record(client, 'in the tunnel')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(line.all('command:run')).toEqual([])
  line.connect()
  await settle()
  expect(line.all('command:run')).toMatchObject([{ command: share('in the tunnel') }])
})

test('a refused command is given back with what was typed, until its author has seen it', async () => {
  const { client, line } = await started()
  const refusal = { ok: false, code: 'invalid', message: 'Write what you are sharing.' }
  line.answers['command:run'] = () => refusal
  expect(await record(client, '')).toEqual(refusal)
  expect(client.read().outbox).toMatchObject([
    { state: 'refused', refusal, form: 'share:A1', typed: { what: '' } },
  ])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(line.all('command:run')).toHaveLength(1)
  client.dismiss(client.read().outbox[0]?.commandId ?? '')
  expect(client.read().outbox).toEqual([])
})

test('too many at once: it waits and is sent again', async () => {
  const { client, line } = await started()
  line.answers['command:run'] = () => ({ ok: false, code: 'too_many', message: 'Wait a moment.' })
  void record(client, 'said')
  await settle()
  expect(waiting(client)).toEqual([['said', 'waiting']])
  line.answers['command:run'] = () => ({ ok: true, created: {}, records: 1 })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(waiting(client)).toEqual([])
})

test('when the session has ended, what waits stays and nothing more goes out', async () => {
  const { client, line } = await started()
  line.answers['command:run'] = () => ({ ok: false, code: 'signed_out', message: 'Sign in again.' })
  void record(client, 'said')
  await settle()
  expect(client.read().connection).toBe('signed_out')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(line.all('command:run')).toHaveLength(1)
  expect(waiting(client)).toEqual([['said', 'waiting']])
  window.dispatchEvent(new Event('online'))
  line.hears('disconnect', 'transport close')
  expect(client.read().connection).toBe('signed_out')
})

test.each([
  ['is told that the session ended', (line: Line) => line.hears('session:ended', {})],
  ['is hung up on by the server', (line: Line) => line.hears('disconnect', 'io server disconnect')],
  ['is refused as signed out', (line: Line) => line.hears('connect_error', new Error('signed_out'))],
])('a screen that %s says that its person is signed out', async (_what, happen) => {
  const { client, line } = await started()
  happen(line)
  expect(client.read().connection).toBe('signed_out')
})

test('a line that cannot be had is offline, not signed out', async () => {
  const { client, line } = await started()
  line.hears('connect_error', new Error('websocket error'))
  expect(client.read().connection).toBe('offline')
})

test('a push that continues what is shown is put in; one that does not makes the screen ask anew', async () => {
  const { client, line } = await started()
  line.hears('room:patch', patch('c1', 'c2', 's1'))
  expect([shown(client), client.read().cursor]).toEqual([['s1'], 'c2'])
  line.answers['room:join'] = () => ({ ok: true, cursor: 'c9', view: [aShare('s9')], now: Date.now() })
  line.hears('room:patch', patch('c7', 'c8', 's8'))
  expect(shown(client)).toEqual(['s1'])
  await settle()
  expect([shown(client), client.read().cursor]).toEqual([['s9'], 'c9'])
  expect(line.all('room:join').at(-1)).toMatchObject({ meetingId, cursor: 'c2', surface: 'desk', v: 1 })
})

test('what goes is taken off', async () => {
  const { client, line } = await started()
  line.hears('room:patch', patch('c1', 'c2', 's1'))
  line.hears('room:patch', { meetingId, base: 'c2', cursor: 'c3', set: [], gone: ['share:s1'] })
  expect(shown(client)).toEqual([])
})

test('what is pushed while the answer to joining is on its way is put in after it, where it continues it', async () => {
  const { client, line, start } = enter()
  let answer: (answer: unknown) => void = () => undefined
  line.answers['room:join'] = () => new Promise((given) => (answer = given))
  start()
  await settle()
  line.hears('room:patch', patch('c5', 'c6', 'late'))
  line.hears('room:patch', patch('c1', 'c2', 'next'))
  expect(shown(client)).toEqual([])
  answer({ ok: true, cursor: 'c1', view: [aShare('first')], now: Date.now() })
  await settle()
  expect([shown(client), client.read().cursor]).toEqual([['first', 'next'], 'c2'])
})

test('a whole view takes the place of what was shown, and an answer on its way that may be older is asked for again', async () => {
  const { client, line } = await started()
  line.hears('room:view', { meetingId, cursor: 'c4', view: [aShare('new')] })
  expect([shown(client), client.read().cursor]).toEqual([['new'], 'c4'])
  expect(line.all('room:join')).toHaveLength(1)
  let answer: (answer: unknown) => void = () => undefined
  line.answers['room:join'] = () => new Promise((given) => (answer = given))
  line.hears('room:stale', { meetingId })
  await settle()
  line.hears('room:view', { meetingId, cursor: 'c5', view: [aShare('newer')] })
  answer({ ok: true, cursor: 'c4', view: null, now: Date.now() })
  await settle()
  expect(line.all('room:join')).toHaveLength(3)
})

test('told that its view is stale, a screen joins again, and once more if it is told while it joins', async () => {
  const { line } = await started()
  let answer: (answer: unknown) => void = () => undefined
  line.answers['room:join'] = () => new Promise((given) => (answer = given))
  line.hears('room:stale', { meetingId })
  await settle()
  line.hears('room:stale', { meetingId })
  await settle()
  expect(line.all('room:join')).toHaveLength(2)
  answer({ ok: true, cursor: 'c1', view: null, now: Date.now() })
  await settle()
  expect(line.all('room:join')).toHaveLength(3)
})

test('a room that is closed to its person shows nothing any more', async () => {
  const { client, line } = await started()
  line.hears('room:patch', patch('c1', 'c2', 's1'))
  line.hears('room:closed', { meetingId })
  expect(client.read()).toMatchObject({ connection: 'closed', view: {} })
  line.hears('disconnect', 'transport close')
  expect(client.read().connection).toBe('closed')
})

test('let back in after its room was closed, a screen asks for all of it, though nothing has changed since', async () => {
  const { client, line } = await started()
  line.hears('room:closed', { meetingId })
  line.answers['room:join'] = ({ cursor }: { cursor: string | null }) => ({
    ok: true,
    cursor: 'c1',
    view: cursor === 'c1' ? null : [aShare('s1')],
    now: Date.now(),
  })
  line.hears('connect', undefined)
  await settle()
  expect(client.read().connection).toBe('live')
  expect(shown(client)).toEqual(['s1'])
})

test('closed while it joins, a screen shows nothing of an answer that may be older', async () => {
  const { client, line } = await started()
  let answer = (_: unknown): void => undefined
  line.answers['room:join'] = () => new Promise((resolve) => (answer = resolve))
  line.hears('connect', undefined)
  line.hears('room:closed', { meetingId })
  answer({ ok: true, cursor: 'c1', view: [aShare('s1')], now: Date.now() })
  line.answers['room:join'] = () => ({ ok: false, code: 'not_found', message: '' })
  await settle()
  expect(client.read()).toMatchObject({ connection: 'closed', view: {} })
})

test('refused when it joins again, a screen keeps nothing of what it showed', async () => {
  const { client, line } = await started()
  line.hears('room:patch', patch('c1', 'c2', 's1'))
  line.answers['room:join'] = () => ({ ok: false, code: 'not_found', message: '' })
  line.hears('connect', undefined)
  await settle()
  expect(client.read()).toMatchObject({ connection: 'closed', view: {}, cursor: null })
})

test.each([
  ['signed_out', 'signed_out'],
  ['not_found', 'closed'],
  ['wrong_moment', 'offline'],
])('refused as %s when it joins, a screen is %s', async (code, connection) => {
  const { client, line, start } = enter()
  line.answers['room:join'] = () => ({ ok: false, code, message: '' })
  start()
  await settle()
  expect(client.read().connection).toBe(connection)
})

test('no answer to joining: offline, until it is asked again', async () => {
  const { client, line, start } = enter()
  line.answers['room:join'] = lost
  start()
  await settle()
  expect(client.read().connection).toBe('offline')
  line.answers['room:join'] = () => ({ ok: true, cursor: 'c1', view: null, now: Date.now() })
  await vi.advanceTimersByTimeAsync(45_000)
  expect(client.read().connection).toBe('live')
})

test('nothing of another meeting is put in', async () => {
  const { client, line } = await started()
  const other = { meetingId: 'meeting-2' }
  line.hears('room:patch', { ...patch('c1', 'c2', 's1'), ...other })
  line.hears('room:view', { ...other, cursor: 'c3', view: [aShare('s3')] })
  line.hears('room:presence', { ...other, here: [{ memberId: 'm1', itemId: null, typing: null }] })
  line.hears('room:stale', other)
  line.hears('room:closed', other)
  await settle()
  expect(client.read()).toMatchObject({ view: {}, cursor: 'c1', here: [], connection: 'live' })
  expect(line.all('room:join')).toHaveLength(1)
})

test('who is here is shown as it is told', async () => {
  const { client, line } = await started()
  const here = [{ memberId: 'm1', itemId: 'i1', typing: 'share' }]
  line.hears('room:presence', { meetingId, here })
  expect(client.read().here).toEqual(here)
})

test('where one looks is said once, and again whenever the screen has joined', async () => {
  const { client, line, start } = enter()
  client.look('item-1', null)
  expect(line.all('room:look')).toEqual([])
  start()
  await settle()
  expect(line.all('room:look')).toEqual([{ meetingId, itemId: 'item-1', typing: null }])
  client.look('item-1', null)
  expect(line.all('room:look')).toHaveLength(1)
  client.look('item-1', { form: 'share', audience: { kind: 'panel' } })
  expect(line.all('room:look').at(-1)).toMatchObject({ typing: { form: 'share' } })
})

test('someone at the keyboard stays signed in, as long as the server says', async () => {
  const { client, line } = await started()
  line.answers['session:stay'] = () => ({ idleAt: 70, endsAt: 80 })
  await client.stay()
  expect(client.read()).toMatchObject({ idleAt: 70, endsAt: 80 })
  line.answers['session:stay'] = lost
  await client.stay()
  expect(client.read()).toMatchObject({ idleAt: 70, endsAt: 80 })
})

test('the browser’s own word that the line is cut is believed, and so is its word that it is back', async () => {
  const { client, line } = await started()
  window.dispatchEvent(new Event('offline'))
  expect(client.read().connection).toBe('offline')
  window.dispatchEvent(new Event('online'))
  await settle()
  expect([line.connected, client.read().connection]).toEqual([true, 'live'])
})

test('whoever reads it is told of each change, and no more once they have left', async () => {
  const { client, line } = await started()
  const changes: (string | null)[] = []
  const leave = client.subscribe(() => changes.push(client.read().cursor))
  line.hears('room:patch', patch('c1', 'c2', 's1'))
  leave()
  line.hears('room:patch', patch('c2', 'c3', 's2'))
  expect(changes).toEqual(['c2'])
})

test('stopped, it listens to nothing and asks nothing', async () => {
  const { client, line } = await started()
  client.stop()
  line.connected = true
  line.hears('room:patch', patch('c1', 'c2', 's1'))
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(100_000)
  expect([shown(client), line.all('room:join').length]).toEqual([[], 1])
})

test('the server’s clock is kept beside this machine’s', async () => {
  const { client, line, start } = enter()
  line.answers['room:join'] = () => ({ ok: true, cursor: 'c1', view: null, now: Date.now() + 90_000 })
  start()
  await settle()
  expect(client.read().ahead).toBe(90_000)
})

test('an answer that never comes holds back what was given after it, and nothing is lost', async () => {
  const { client, line } = await started()
  line.answers['command:run'] = () => never
  for (const what of ['one', 'two']) void record(client, what)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(line.all('command:run')).toHaveLength(1)
  expect(waiting(client)).toEqual([
    ['one', 'waiting'],
    ['two', 'waiting'],
  ])
})
