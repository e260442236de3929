import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Place } from './panel-server'

// The same people, rooms and rates for both servers. A record carries its own number; the time from sending it to each
// permitted person's receiving it is one sample. Every person of the room is permitted to see these records.

export interface Speaker {
  /** Sends record `number`; resolves when acknowledged. */
  send: (number: number) => Promise<void>
}

export interface Crowd {
  rooms: Speaker[][]
  people: number
  onReceived: (listener: (number: number) => void) => void
  leave: () => void
}

const marker = /#(\d+)#/
const textOf = (number: number) => `Seen at the tenancy on Tuesday; neighbours heard shouting. #${number}#`

const connected = (socket: Socket) =>
  new Promise<void>((ready, failed) => {
    socket.once('connect', ready)
    socket.once('connect_error', failed)
  })

const inBatches = async <T, R>(
  things: readonly T[],
  work: (thing: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const done: R[] = []
  for (let at = 0; at < things.length; at += 100)
    done.push(
      ...(await Promise.all(things.slice(at, at + 100).map((thing, index) => work(thing, at + index)))),
    )
  return done
}

/** Observers watch; everyone from this seat on records. */
const firstSpeaker = 6

export const panelCrowd = async (port: number, places: Place[][]): Promise<Crowd> => {
  const listeners: ((number: number) => void)[] = []
  const sockets: Socket[] = []
  const rooms: Speaker[][] = []
  for (const room of places) {
    const speakers = await inBatches(room, async (place) => {
      const socket = io(`http://127.0.0.1:${port}`, {
        path: '/live',
        transports: ['websocket'],
        forceNew: true,
        extraHeaders: { cookie: place.cookie },
      })
      sockets.push(socket)
      socket.on('room:patch', (notice: { set: { kind: string; what?: string }[] }) => {
        for (const thing of notice.set) {
          const found = thing.kind === 'share' ? marker.exec(thing.what ?? '') : null
          if (found) for (const listener of listeners) listener(Number(found[1]))
        }
      })
      await connected(socket)
      const answer = (await socket.emitWithAck('room:join', {
        v: 1,
        meetingId: place.meetingId,
        cursor: null,
        surface: 'desk',
      })) as { ok: boolean }
      if (!answer.ok) throw new Error('Someone could not join.')
      return {
        send: async (number: number) => {
          const command = {
            kind: 'shareInformation',
            meetingId: place.meetingId,
            itemId: place.itemId,
            fields: { what: textOf(number) },
          }
          const done = (await socket.emitWithAck('command:run', { commandId: randomUUID(), command })) as {
            ok: boolean
            message?: string
          }
          if (!done.ok) throw new Error(`A record was refused: ${done.message ?? ''}`)
        },
      }
    })
    rooms.push(speakers.slice(firstSpeaker))
  }
  return {
    rooms,
    people: places[0]?.length ?? 0,
    onReceived: (listener) => listeners.push(listener),
    leave: () => sockets.forEach((socket) => socket.disconnect()),
  }
}

export const bareCrowd = async (port: number, roomCount: number, people: number): Promise<Crowd> => {
  const listeners: ((number: number) => void)[] = []
  const sockets: Socket[] = []
  const rooms: Speaker[][] = []
  for (let at = 0; at < roomCount; at += 1) {
    const room = `room ${at}`
    const speakers = await inBatches(Array.from({ length: people }), async () => {
      const socket = io(`http://127.0.0.1:${port}`, {
        path: '/live',
        transports: ['websocket'],
        forceNew: true,
      })
      sockets.push(socket)
      socket.on('message', (message: { body: string }) => {
        const found = marker.exec(message.body)
        if (found) for (const listener of listeners) listener(Number(found[1]))
      })
      await connected(socket)
      await socket.emitWithAck('join', room)
      return {
        send: async (number: number) =>
          void (await socket.emitWithAck('send', { room, body: textOf(number) })),
      }
    })
    rooms.push(speakers.slice(firstSpeaker))
  }
  return {
    rooms,
    people,
    onReceived: (listener) => listeners.push(listener),
    leave: () => sockets.forEach((socket) => socket.disconnect()),
  }
}

export interface LoadResult {
  sent: number
  lost: number
  p50: number
  p99: number
}

const pick = <T>(list: readonly T[], at: number): T => {
  const one = list[at % list.length]
  if (one === undefined) throw new Error('Nobody to speak.')
  return one
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Sends at a steady rate for some seconds, then waits for what is still on its way. Times in milliseconds. */
export const steadyLoad = async (crowd: Crowd, perSecond: number, seconds: number): Promise<LoadResult> => {
  const sentAt = new Map<number, number>()
  const samples: number[] = []
  crowd.onReceived((number) => {
    const at = sentAt.get(number)
    if (at !== undefined) samples.push(performance.now() - at)
  })
  const total = perSecond * seconds
  const answers: Promise<void>[] = []
  const began = performance.now()
  for (let number = 0; number < total; number += 1) {
    const due = began + (number * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await new Promise((go) => setTimeout(go, wait))
    const speakers = pick(crowd.rooms, number)
    sentAt.set(number, performance.now())
    answers.push(pick(speakers, Math.floor(number / crowd.rooms.length)).send(number))
  }
  await Promise.all(answers)
  const expected = total * crowd.people
  const limit = performance.now() + 5_000
  while (samples.length < expected && performance.now() < limit) await new Promise((go) => setTimeout(go, 20))
  samples.sort((a, b) => a - b)
  return {
    sent: total,
    lost: expected - samples.length,
    p50: quantile(samples, 0.5),
    p99: quantile(samples, 0.99),
  }
}

/** As many as it takes: `speakers` people at once, each sending again as soon as the last was acknowledged. Records a second. */
export const saturation = async (crowd: Crowd, speakers: number, seconds: number): Promise<number> => {
  const until = performance.now() + seconds * 1000
  let done = 0
  let next = 1_000_000_000
  const speak = async (index: number) => {
    const room = pick(crowd.rooms, index)
    while (performance.now() < until) {
      await pick(room, Math.floor(index / crowd.rooms.length)).send(next++)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: speakers }, (_, index) => speak(index)))
  return done / seconds
}
