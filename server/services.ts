import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Change } from '../app/domain/things'
import { panels } from '../db/schema'
import { openStore, type Store } from '../db/store'
import { createAccessLog } from './access-log'
import { createExecute } from './execute'
import { uuidv7 } from './ids'
import type { Log } from './log'
import { createReads } from './reads'
import { attachRooms, createRoomServer } from './rooms/attach'
import { createPublisher } from './rooms/publish'
import { RoomStates } from './rooms/room-states'
import { createSealing } from './sealing'
import { createSessions, type Session } from './sessions'
import { createSignIn } from './sign-in'

export interface ServiceSettings {
  databaseFile: string
  migrationsFolder: string
  sessionSecret: string
  sessionIdleMs: number
  sessionAbsoluteMs: number
  demoSignIns: boolean
  log: Log
  clock?: () => number
  newId?: () => string
  commandsPer10Seconds?: number
  allowRequest: (request: IncomingMessage) => boolean
  tokenOf: (request: IncomingMessage) => string | undefined
}

/** How often to look whether another process (an import) has written to the file. */
const foreignCheckMs = 1_000

/** Everything that runs, built once and handed on: no module holds a service of its own. */
export const createServices = (settings: ServiceSettings) => {
  const clock = settings.clock ?? Date.now
  const newId = settings.newId ?? uuidv7
  const store: Store = openStore(settings.databaseFile, settings.migrationsFolder)
  const rooms = new RoomStates(store, clock)
  const io = createRoomServer(settings.allowRequest)
  const publisher = createPublisher(io)

  const committed = (changes: readonly Change[]) => {
    for (const touched of rooms.commit(changes)) publisher.publish(touched.room, touched.changes)
  }
  const execute = createExecute({ store, rooms, clock, newId, committed, failed: publisher.staleAll })
  const sessions = createSessions({
    store,
    clock,
    idleMs: settings.sessionIdleMs,
    absoluteMs: settings.sessionAbsoluteMs,
    onEnd: (sessionId) => publisher.endSession(sessionId),
  })
  const sealing = createSealing(settings.sessionSecret)
  const signIn = createSignIn({ store, execute, sessions, sealing, clock, demoSignIns: settings.demoSignIns })
  const accessLog = createAccessLog(store, clock)

  /** A panel may require a second factor; then nothing of it is there for a session without one. */
  const mayEnterPanel = (session: Session, panel: { secondFactorRequired: boolean }) =>
    !session.secondFactorDue && (!panel.secondFactorRequired || session.secondFactorAt !== null)

  const reads = createReads({ store, rooms, accessLog, mayEnterPanel, clock })

  const refreshFromOutside = async () => {
    if (!rooms.forgetIfForeign()) return
    for (const meetingId of publisher.watched()) {
      const room = await rooms.open(meetingId)
      if (room) publisher.republish(room)
    }
  }
  const ticking = setInterval(() => {
    rooms.sweep(publisher.isWatched)
    void refreshFromOutside().catch(() => settings.log.error('could not look for changes from outside'))
  }, foreignCheckMs)
  ticking.unref()

  return {
    store,
    execute,
    sessions,
    signIn,
    accessLog,
    reads,
    rooms,
    clock,
    isEmpty: async () => (await store.read.$count(panels)) === 0,
    attachSockets: (http: HttpServer) =>
      attachRooms({
        io,
        http,
        sessions,
        tokenOf: settings.tokenOf,
        rooms,
        publisher,
        execute,
        accessLog,
        mayEnterPanel,
        log: settings.log,
        clock,
        commandsPer10Seconds: settings.commandsPer10Seconds ?? 150,
      }),
    close: async () => {
      clearInterval(ticking)
      await io.close()
      store.close()
    },
  }
}

export type Services = ReturnType<typeof createServices>
