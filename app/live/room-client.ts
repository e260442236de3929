import { io, type Socket } from 'socket.io-client'
import type { Refusal } from '../domain/refusals'
import { changedView, viewOfThings, type RoomView } from '../domain/meeting/room-view'
import type { AnswerTo, FromBrowser, NoticeOf, PresentMember, ToBrowser } from '../wire/messages'
import { keep, readKept, type Typed } from './drafts'

// The browser's side of a room. The page's loader gave a view and the cursor it was read at; from there pushes carry it
// on, and whenever a push does not fit, it joins again and takes what the server says. Commands go out one at a time, in
// order, each with an id of its own: what is not answered is sent again, and happens once.

export type Connection = 'connecting' | 'live' | 'offline' | 'signed_out' | 'closed'

export interface Sending {
  commandId: string
  command: Record<string, unknown>
  /** Where it was typed, so that a refusal can give the text back. */
  form: string
  typed: Typed
  at: number
  state: 'waiting' | 'refused'
  refusal?: Refusal
}

export interface RoomSnapshot {
  view: RoomView
  /** What the view stands at; null where nothing is shown, so that joining again brings all of it. */
  cursor: string | null
  connection: Connection
  here: PresentMember[]
  outbox: Sending[]
  /** Server's clock minus this machine's, in milliseconds. */
  ahead: number
  idleAt: number
  endsAt: number
}

interface Opening {
  meetingId: string
  accountId: string
  surface: 'desk' | 'wall'
  view: RoomView
  cursor: string
  now: number
  idleAt: number
  endsAt: number
}

const answerWithin = 6_000
const again = 2_000
const lookAgain = 45_000

/** Random, wherever the page is served from: randomUUID exists only on secure origins. */
const newCommandId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

type RoomSocket = Socket<ToBrowser, FromBrowser>

const openSocket = (): RoomSocket =>
  io({
    path: '/live',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2_000,
    randomizationFactor: 0.4,
    timeout: 6_000,
  })

export class RoomClient {
  private snapshot: RoomSnapshot
  private readonly listeners = new Set<() => void>()
  private readonly outboxKey: string
  private joining = false
  private joinAgain = false
  private heldBack: NoticeOf<'room:patch'>[] = []
  private flushing = false
  private timers: ReturnType<typeof setInterval>[] = []
  private readonly settled = new Map<string, (answer: AnswerTo<'command:run'>) => void>()
  private looking: { itemId: string | null; typing: { form: string; audience: unknown } | null } = {
    itemId: null,
    typing: null,
  }

  constructor(
    private readonly opening: Opening,
    private readonly socket: RoomSocket = openSocket(),
  ) {
    this.outboxKey = `outbox:${opening.accountId}:${opening.meetingId}`
    this.snapshot = {
      view: opening.view,
      cursor: opening.cursor,
      connection: 'connecting',
      here: [],
      outbox: readKept<Sending[]>(this.outboxKey) ?? [],
      ahead: opening.now - Date.now(),
      idleAt: opening.idleAt,
      endsAt: opening.endsAt,
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  read = (): RoomSnapshot => this.snapshot

  private change(part: Partial<RoomSnapshot>) {
    this.snapshot = { ...this.snapshot, ...part }
    if (part.outbox) keep(this.outboxKey, part.outbox)
    for (const listener of this.listeners) listener()
  }

  start() {
    const { socket } = this
    socket.on('connect', () => void this.join())
    socket.on('disconnect', (reason) => {
      if (this.snapshot.connection === 'signed_out' || this.snapshot.connection === 'closed') return
      this.change({ connection: 'offline', here: [] })
      // The server hangs up only to end a session; anything else reconnects by itself.
      if (reason === 'io server disconnect') this.change({ connection: 'signed_out' })
    })
    socket.on('connect_error', (error) => {
      if (error.message === 'signed_out') {
        socket.disconnect()
        this.change({ connection: 'signed_out' })
      } else this.change({ connection: 'offline' })
    })
    socket.on('room:patch', (notice) => this.patch(notice))
    socket.on('room:view', (notice) => {
      if (notice.meetingId !== this.opening.meetingId) return
      this.change({ view: viewOfThings(notice.view), cursor: notice.cursor })
      // The answer on its way may be older than this, and would take its place: ask once more.
      this.joinAgain = this.joining
    })
    socket.on('room:stale', (notice) => {
      if (notice.meetingId !== this.opening.meetingId) return
      if (this.joining) this.joinAgain = true
      else void this.join()
    })
    socket.on('room:closed', (notice) => {
      if (notice.meetingId !== this.opening.meetingId) return
      this.close()
      // The answer on its way may be older than this, and would open the room again: ask once more.
      this.joinAgain = this.joining
    })
    socket.on('room:presence', (notice) => {
      if (notice.meetingId === this.opening.meetingId) this.change({ here: notice.here })
    })
    socket.on('session:ended', () => this.change({ connection: 'signed_out' }))
    socket.connect()
    // A screen that heard nothing for a while asks whether it is still right; and the browser may know of a cut first.
    this.timers.push(setInterval(() => void this.join(), lookAgain))
    this.timers.push(setInterval(() => void this.flush(), again))
    window.addEventListener('offline', this.wentOffline)
    window.addEventListener('online', this.cameOnline)
    document.addEventListener('visibilitychange', this.cameOnline)
  }

  stop() {
    for (const timer of this.timers) clearInterval(timer)
    this.timers = []
    window.removeEventListener('offline', this.wentOffline)
    window.removeEventListener('online', this.cameOnline)
    document.removeEventListener('visibilitychange', this.cameOnline)
    this.socket.removeAllListeners()
    this.socket.disconnect()
  }

  private wentOffline = () => {
    this.change({ connection: 'offline' })
    this.socket.io.engine?.close()
  }
  private cameOnline = () => {
    if (document.visibilityState === 'hidden' || this.snapshot.connection === 'signed_out') return
    if (this.socket.connected) void this.join()
    else this.socket.connect()
  }

  private close() {
    this.change({ connection: 'closed', view: {}, cursor: null })
  }

  private async join() {
    if (this.joining || !this.socket.connected) return
    this.joining = true
    this.joinAgain = false
    this.heldBack = []
    try {
      const answer = await this.socket.timeout(answerWithin).emitWithAck('room:join', {
        v: 1,
        meetingId: this.opening.meetingId,
        cursor: this.snapshot.cursor,
        surface: this.opening.surface,
      })
      if (!answer.ok) {
        if (answer.code === 'not_found') this.close()
        else this.change({ connection: answer.code === 'signed_out' ? 'signed_out' : 'offline' })
        return
      }
      this.change({
        connection: 'live',
        cursor: answer.cursor,
        ahead: answer.now - Date.now(),
        ...(answer.view ? { view: viewOfThings(answer.view) } : {}),
      })
      // Pushed while the answer was on its way.
      for (const notice of this.heldBack) if (notice.base === this.snapshot.cursor) this.applyPatch(notice)
      this.sendLook()
      void this.flush()
    } catch {
      this.change({ connection: 'offline' })
    } finally {
      this.joining = false
      this.heldBack = []
      if (this.joinAgain) void this.join()
    }
  }

  private patch(notice: NoticeOf<'room:patch'>) {
    if (notice.meetingId !== this.opening.meetingId) return
    if (this.joining) this.heldBack.push(notice)
    else if (notice.base === this.snapshot.cursor) this.applyPatch(notice)
    else void this.join()
  }

  private applyPatch(notice: NoticeOf<'room:patch'>) {
    this.change({ view: changedView(this.snapshot.view, notice.set, notice.gone), cursor: notice.cursor })
  }

  /** Gives a command. It is kept until it is answered, however long that takes; the promise gives the answer. */
  run(command: Record<string, unknown>, form: string, typed: Typed): Promise<AnswerTo<'command:run'>> {
    const sending: Sending = {
      commandId: newCommandId(),
      command,
      form,
      typed,
      at: Date.now(),
      state: 'waiting',
    }
    this.change({ outbox: [...this.snapshot.outbox, sending] })
    const answered = new Promise<AnswerTo<'command:run'>>((resolve) =>
      this.settled.set(sending.commandId, resolve),
    )
    void this.flush()
    return answered
  }

  private async flush() {
    if (this.flushing || !this.socket.connected || this.snapshot.connection !== 'live') return
    this.flushing = true
    try {
      for (;;) {
        const next = this.snapshot.outbox.find((sending) => sending.state === 'waiting')
        if (!next || !this.socket.connected) return
        const answer = await this.socket
          .timeout(answerWithin)
          .emitWithAck('command:run', { commandId: next.commandId, command: next.command })
        if (!answer.ok && answer.code === 'signed_out') {
          this.change({ connection: 'signed_out' })
          return
        }
        if (!answer.ok && answer.code === 'too_many') return
        this.settle(next.commandId, answer)
      }
    } catch {
      // No answer: it stays in the outbox and goes out again, with the same id.
    } finally {
      this.flushing = false
    }
  }

  private settle(commandId: string, answer: AnswerTo<'command:run'>) {
    const outbox = this.snapshot.outbox.flatMap((sending) => {
      if (sending.commandId !== commandId) return [sending]
      return answer.ok ? [] : [{ ...sending, state: 'refused' as const, refusal: answer as Refusal }]
    })
    this.change({ outbox })
    this.settled.get(commandId)?.(answer)
    this.settled.delete(commandId)
  }

  /** A refused command that its author has seen. */
  dismiss(commandId: string) {
    this.change({ outbox: this.snapshot.outbox.filter((sending) => sending.commandId !== commandId) })
  }

  look(itemId: string | null, typing: { form: string; audience: unknown } | null) {
    const next = { itemId, typing }
    if (JSON.stringify(next) === JSON.stringify(this.looking)) return
    this.looking = next
    this.sendLook()
  }

  private sendLook() {
    if (this.snapshot.connection !== 'live') return
    this.socket.emit(
      'room:look',
      { meetingId: this.opening.meetingId, ...(this.looking as { itemId: string | null; typing: null }) },
      () => undefined,
    )
  }

  async stay() {
    try {
      const limits = await this.socket.timeout(answerWithin).emitWithAck('session:stay', {})
      if (limits) this.change({ idleAt: limits.idleAt, endsAt: limits.endsAt })
    } catch {
      // Offline: the next sign of life tries again.
    }
  }
}
