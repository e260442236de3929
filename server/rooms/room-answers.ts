import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { PublicCommand } from '../../app/domain/commands/commands'
import { parseCommand } from '../../app/domain/commands/commands'
import { isRefusal, notFound, refuse, type Refusal } from '../../app/domain/refusals'
import { sightOf } from '../../app/domain/sight/sight'
import { sitsOnPanel, viewerOf } from '../../app/domain/sight/viewer'
import { viewFor } from '../../app/domain/sight/sees'
import { requests, type AnswerTo, type MessageOf, type RequestName } from '../../app/wire/messages'
import type { AccessLog } from '../accounts/access-log'
import type { Execute } from '../execute'
import { kindOf, type Log } from '../log'
import type { Session, Sessions } from '../accounts/sessions'
import { digestOf } from './digest'
import type { Publisher, RoomSocket } from './publish'
import type { Rooms } from './rooms'

// What is answered on sockets: who enters, what may be said, and to whom it goes. Every message is parsed against the
// wire's catalogue; rights and the session are read again for each. An answer function may be missing or not a function.

export interface RoomAnswers {
  /** Whether this socket's session is one that may connect. */
  enter: (socket: RoomSocket) => Promise<boolean>
  welcome: (socket: RoomSocket) => void
}

interface Settings {
  sessions: Sessions
  tokenOf: (request: IncomingMessage) => string | undefined
  rooms: Rooms
  publisher: Publisher
  execute: Execute
  accessLog: AccessLog
  mayEnterPanel: (session: Session, room: { panelId: string; secondFactorRequired: boolean }) => boolean
  mayCommand: (session: Session, command: PublicCommand) => Promise<Refusal | undefined>
  log: Log
  clock: () => number
  commandsPer10Seconds: number
}

const presenceDelay = 200

export const createRoomAnswers = (settings: Settings): RoomAnswers => {
  const { sessions, rooms, publisher, execute, accessLog, log, clock } = settings
  const commandRate = new RateLimiterMemory({ points: settings.commandsPer10Seconds, duration: 10 })
  const presenceDue = new Map<string, NodeJS.Timeout>()

  const presenceSoon = (meetingId: string) => {
    if (presenceDue.has(meetingId)) return
    const timer = setTimeout(() => {
      presenceDue.delete(meetingId)
      const room = rooms.current(meetingId)
      if (room) publisher.publishPresence(room)
    }, presenceDelay)
    timer.unref()
    presenceDue.set(meetingId, timer)
  }

  const join = async (
    socket: RoomSocket,
    session: Session,
    message: MessageOf<'room:join'>,
  ): Promise<AnswerTo<'room:join'>> => {
    const room = await rooms.open(message.meetingId)
    const viewer = room && viewerOf(room.committed, session.accountId, room.panelId)
    const panel = room?.committed.get('panel', room.panelId)
    if (!room || !viewer || !panel || !sitsOnPanel(viewer.role)) return notFound
    if (
      !settings.mayEnterPanel(session, {
        panelId: panel.id,
        secondFactorRequired: panel.secondFactorRequired,
      })
    )
      return notFound
    const casesRead = new Set<string>()
    let place = room
    let view = viewFor(sightOf(viewer, room.committed, room.meetingId, message.surface))
    // Others may record while a reading is put on record: look again until every case in the view is, then take the seat
    // in the same breath.
    for (;;) {
      const caseIds = view
        .filter((thing) => thing.kind === 'case' && !casesRead.has(thing.id))
        .map((thing) => thing.id)
      if (caseIds.length === 0) break
      await accessLog.record({
        accountId: viewer.accountId,
        memberId: viewer.memberId,
        panelId: viewer.panelId,
        caseIds,
        place: `room ${message.meetingId}`,
        why: 'member of the panel',
      })
      for (const caseId of caseIds) casesRead.add(caseId)
      const now = rooms.current(message.meetingId) ?? (await rooms.open(message.meetingId))
      const again = now && viewerOf(now.committed, session.accountId, now.panelId)
      if (!now || !again || !sitsOnPanel(again.role)) return notFound
      place = now
      view = viewFor(sightOf(again, now.committed, now.meetingId, message.surface))
    }
    if (!socket.connected) return notFound
    const cursor = digestOf(view)
    publisher.seat(place, {
      socketId: socket.id,
      accountId: session.accountId,
      secondFactor: session.secondFactorAt !== null,
      surface: message.surface,
      digest: cursor,
      casesRead,
      looking: null,
      typing: null,
      presenceSent: '',
    })
    presenceSoon(message.meetingId)
    return { ok: true, cursor, view: cursor === message.cursor ? null : view, now: clock() }
  }

  const run = async (
    session: Session,
    message: MessageOf<'command:run'>,
  ): Promise<AnswerTo<'command:run'>> => {
    const rate = await commandRate.consume(session.accountId).catch(() => null)
    if (!rate) return refuse('too_many', 'Too many at once. It is kept here and sent again in a moment.')
    const command = parseCommand(message.command)
    if (isRefusal(command)) return command
    const refused = await settings.mayCommand(session, command)
    if (refused) return refused
    return execute({ accountId: session.accountId }, command, message.commandId)
  }

  const look = (socket: RoomSocket, message: MessageOf<'room:look'>) => {
    const seat = publisher.seatOf(message.meetingId, socket.id)
    if (!seat) return
    seat.looking = message.itemId
    seat.typing = message.typing
    presenceSoon(message.meetingId)
  }

  const handle = <N extends RequestName>(
    socket: RoomSocket,
    name: N,
    work: (session: Session, message: MessageOf<N>) => Promise<AnswerTo<N>>,
  ) => {
    const receive = async (message: unknown, answer: unknown) => {
      const reply = (value: AnswerTo<N>) => {
        if (typeof answer === 'function') (answer as (value: AnswerTo<N>) => void)(value)
      }
      const parsed = requests[name].message.safeParse(message)
      if (!parsed.success)
        return reply(refuse('invalid', 'This page is out of date. Load it again.') as AnswerTo<N>)
      try {
        const session = await sessions.byId(socket.data.sessionId)
        if (!session || session.secondFactorDue) {
          publisher.endSession(socket.data.sessionId)
          return reply(
            refuse(
              'signed_out',
              'You have been signed out. What you typed is kept: sign in again.',
            ) as AnswerTo<N>,
          )
        }
        reply(await work(session, parsed.data as MessageOf<N>))
      } catch (error) {
        log.error({ message: name, error: kindOf(error) }, 'socket message failed')
        reply(
          refuse(
            'wrong_moment',
            'Something went wrong here. What you typed is kept: try once more in a moment.',
          ) as AnswerTo<N>,
        )
      }
    }
    socket.on(
      name as string as 'room:leave',
      (message: unknown, answer: unknown) => void receive(message, answer),
    )
  }

  const enter = async (socket: RoomSocket): Promise<boolean> => {
    const session = await sessions.byToken(settings.tokenOf(socket.request))
    if (!session || session.secondFactorDue) return false
    socket.data.accountId = session.accountId
    socket.data.sessionId = session.id
    return true
  }

  const welcome = (socket: RoomSocket) => {
    handle(socket, 'room:join', (session, message) => join(socket, session, message))
    handle(socket, 'room:leave', async (_session, message) => {
      publisher.unseat(socket.id, message.meetingId)
      presenceSoon(message.meetingId)
      return null
    })
    handle(socket, 'command:run', run)
    handle(socket, 'room:look', async (_session, message) => {
      look(socket, message)
      return null
    })
    handle(socket, 'session:stay', async (session) => {
      const kept = await sessions.touch(session)
      return { idleAt: kept.idleAt, endsAt: kept.endsAt }
    })
    socket.onAny((name: string, ...said: unknown[]) => {
      const answer = said.at(-1)
      if (Object.hasOwn(requests, name) || typeof answer !== 'function') return
      ;(answer as (value: Refusal) => void)(refuse('invalid', 'This page is out of date. Load it again.'))
    })
    socket.on('disconnect', () => {
      for (const meetingId of publisher.unseat(socket.id)) presenceSoon(meetingId)
    })
  }

  return { enter, welcome }
}
