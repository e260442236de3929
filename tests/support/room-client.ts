import { io, type Socket } from 'socket.io-client'
import type { AnswerTo, FromBrowser, NoticeName, PresentMember, ToBrowser } from '../../app/wire/messages'
import { FoldedScreen } from './folded-screen'

// A person's browser in a room, over a real socket. It keeps its screen as FoldedScreen says, joins again whenever it
// must, and remembers every frame that reached it.

export interface Frame {
  name: string
  body: unknown
}

export interface Entry {
  address: string
  /** Whose browser this is, in the test's own words. */
  who?: string
  token: string | null
  meetingId: string
  surface?: 'desk' | 'wall'
  transports?: ('websocket' | 'polling')[]
  /** Other headers than a page of our own sends. */
  headers?: Record<string, string>
  /** Keep away from the room: only connect. */
  stayOut?: boolean
}

let commands = 0

export class RoomClient {
  readonly screen = new FoldedScreen()
  readonly frames: Frame[] = []
  readonly answers: unknown[] = []
  here: PresentMember[] = []
  joins = 0
  ended = false
  readonly socket: Socket<ToBrowser, FromBrowser>
  private joining: Promise<void> | undefined

  constructor(private readonly entry: Entry) {
    this.socket = io(entry.address, {
      path: '/live',
      forceNew: true,
      autoConnect: false,
      reconnection: false,
      transports: entry.transports ?? ['websocket'],
      extraHeaders: {
        origin: entry.address,
        ...(entry.token ? { cookie: `panelroom=${entry.token}` } : {}),
        ...entry.headers,
      },
    })
    this.socket.onAny((name: string, body: unknown) => this.receive(name, body))
    this.socket.on('disconnect', () => {
      if (this.screen.state === 'shows') this.screen.state = 'must join'
    })
  }

  private receive(name: string, body: unknown) {
    this.frames.push({ name, body: structuredClone(body) })
    if (name === 'session:ended') this.ended = true
    if (name === 'room:presence') this.here = (body as { here: PresentMember[] }).here
    this.screen.receive(name as NoticeName, body as never)
    if (this.mustJoin && !this.joining) void this.join()
  }

  get who(): string | undefined {
    return this.entry.who
  }

  get isAtDesk(): boolean {
    return this.screen.state === 'shows' && this.socket.connected && this.entry.surface !== 'wall'
  }

  private get mustJoin(): boolean {
    return this.screen.state === 'must join' && this.socket.connected && !this.entry.stayOut
  }

  /** Resolves with undefined, or with why the server would not have this socket. */
  connect(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.socket.once('connect', () => resolve(undefined))
      this.socket.once('connect_error', (error) => resolve(error.message))
      this.socket.connect()
    })
  }

  join(): Promise<void> {
    this.joining ??= this.joinOnce().finally(() => {
      this.joining = undefined
      if (this.mustJoin) void this.join()
    })
    return this.joining
  }

  /** The answer is taken in its turn among the frames: what follows it in the same packet is about what it shows. */
  private joinOnce(): Promise<void> {
    this.joins += 1
    const message = {
      v: 1 as const,
      meetingId: this.entry.meetingId,
      cursor: this.screen.cursor,
      surface: this.entry.surface ?? 'desk',
    }
    return new Promise((resolve) => {
      this.socket.timeout(5_000).emit('room:join', message, (late, answer) => {
        this.answers.push(late ? 'no answer' : answer)
        if (!late && answer.ok) this.screen.joined(answer.cursor, answer.view)
        else this.screen.receive('room:closed', { meetingId: this.entry.meetingId })
        resolve()
      })
    })
  }

  /** Any message, with its answer; 'no answer' where the socket went away first. */
  async ask(name: string, message: unknown): Promise<unknown> {
    const answer: unknown = await this.socket
      .timeout(5_000)
      .emitWithAck(name as 'room:join', message as never)
      .catch(() => 'no answer')
    this.answers.push(answer)
    return answer
  }

  command(
    command: object,
    commandId = `a test's command ${(commands += 1)}`,
  ): Promise<AnswerTo<'command:run'>> {
    return this.ask('command:run', { commandId, command }) as Promise<AnswerTo<'command:run'>>
  }

  /** Resolves when everything that the server had sent before has arrived. */
  async settled(): Promise<void> {
    do {
      if (this.socket.connected)
        await this.socket
          .timeout(5_000)
          .emitWithAck('session:stay', {})
          .catch(() => undefined)
      await this.joining
    } while (this.mustJoin)
  }

  /** Everything that has reached this browser, as text. */
  get everythingReceived(): string {
    return JSON.stringify([this.frames, this.answers])
  }

  leave() {
    this.socket.disconnect()
  }
}

export const enterRoom = async (entry: Entry): Promise<RoomClient> => {
  const client = new RoomClient(entry)
  const refusal = await client.connect()
  if (refusal !== undefined) throw new Error(`The server would not have this socket: ${refusal}`)
  if (!entry.stayOut) await client.join()
  return client
}
