import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { localDay } from '../app/domain/dates/local-time'
import { areas, panels } from '../db/schema/panel'
import { openStore, type Store } from '../db/store'
import { createAccessLog } from './accounts/access-log'
import { createCandidateReads } from './reads/candidate-reads'
import { createExecute } from './execute'
import { createFollowUpReads } from './reads/follow-up-reads'
import { uuidv7 } from './ids'
import { importFiles } from './import/import-folder'
import { createPause } from './import/pause'
import type { FoundFile } from './import/read-folder'
import { createHomeReads } from './reads/home-reads'
import { kindOf, type Log } from './log'
import { createMayCommand, mayEnterPanel } from './may-command'
import { createMemberAccounts } from './accounts/member-accounts'
import { createOutbox } from './mail/outbox'
import { createMailSender, type MailSettings } from './mail/send-mail'
import { createMinutesReads } from './reads/minutes-reads'
import { createDueReads } from './reads/due-reads'
import { createReminder } from './mail/remind'
import { createReads } from './reads/reads'
import { createReferralLinks } from './accounts/referral-links'
import { createRoomAnswers } from './rooms/room-answers'
import { createRoomServer, type RoomServer } from './rooms/room-server'
import { createPublisher } from './rooms/publish'
import { Rooms } from './rooms/rooms'
import { createSealing } from './accounts/sealing'
import { createSessions } from './accounts/sessions'
import { createStandingReads } from './reads/standing-reads'
import { createSignIn } from './accounts/sign-in'

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
  /** Undefined: no mail server is set up, and mail waits in the outbox. */
  mail?: MailSettings | undefined
  mailSettleMs?: number
  /** How long a write waits for another process that writes to the file. */
  lockPatienceMs?: number
  /** False: nobody is reminded by the clock; tests do it by hand. */
  remind?: boolean
  /** Kept by whoever gives it, with the sockets that are open. Without it these services have their own. */
  roomServer?: RoomServer
  allowRequest: (request: IncomingMessage) => boolean
  tokenOf: (request: IncomingMessage) => string | undefined
}

/** How often to look whether another process has written to the file. */
const foreignCheckMs = 1_000

/** Everything that runs, built once and handed on: no module holds a service of its own. */
export const createServices = (settings: ServiceSettings) => {
  const clock = settings.clock ?? Date.now
  const newId = settings.newId ?? uuidv7
  const store: Store = openStore(settings.databaseFile, settings.migrationsFolder, {
    // What was committed and not told to every screen: they all join again, and show what a reload shows.
    onFault: (error) => {
      settings.log.error({ error: kindOf(error) }, 'what was committed could not be told to every screen')
      rooms.forget()
    },
    ...(settings.lockPatienceMs === undefined ? {} : { lockPatienceMs: settings.lockPatienceMs }),
  })
  const rooms = new Rooms(store, clock)
  const roomServer = settings.roomServer ?? createRoomServer(settings.allowRequest)
  const publisher = createPublisher(roomServer.io)
  // What screens of a room show may be older than what is read next: every one of them joins again.
  rooms.onForget(() => publisher.stale((meetingId) => !rooms.holds(meetingId)))

  const committed = () => {
    for (const touched of rooms.settle()) publisher.publish(touched)
  }
  const execute = createExecute({
    store,
    rooms,
    clock,
    newId,
    ...(settings.mailSettleMs === undefined ? {} : { mailSettleMs: settings.mailSettleMs }),
    committed,
  })
  const sessions = createSessions({
    store,
    clock,
    idleMs: settings.sessionIdleMs,
    absoluteMs: settings.sessionAbsoluteMs,
    onEnd: (sessionId) => publisher.endSession(sessionId),
  })
  const sealing = createSealing(settings.sessionSecret)
  const signIn = createSignIn({ store, execute, sessions, sealing, clock, demoSignIns: settings.demoSignIns })
  const memberAccounts = createMemberAccounts({ store, execute, sessions, clock })
  const accessLog = createAccessLog(store, clock)

  const outbox = createOutbox({ store, sealing, clock })
  const referralLinks = createReferralLinks({ store, execute, outbox, clock })
  const mailSender = createMailSender({ outbox, mail: settings.mail, log: settings.log })
  const mayCommand = createMayCommand(store, rooms)
  const home = createHomeReads({ store, accessLog, outbox, mayEnterPanel, clock })
  const due = createDueReads({ store, mayEnterPanel, clock })
  const reminder = createReminder({ store, home, outbox, clock })
  const standing = createStandingReads({ store, mayEnterPanel, clock })
  const minutesReads = createMinutesReads({ store, accessLog, mayEnterPanel, clock })
  const reads = { ...createReads({ store, rooms, accessLog, mayEnterPanel, clock }), ...minutesReads }
  const followUp = createFollowUpReads({ store, accessLog, mayEnterPanel, clock })
  const candidates = createCandidateReads({ store, accessLog, mayEnterPanel, clock })

  /** A session that has run out hears no more, though nobody has said anything on its socket. */
  const endSpentSessions = async () => {
    for (const id of await sessions.spent(publisher.sessionIds())) publisher.endSession(id)
  }
  const ticking = setInterval(() => {
    rooms.sweep(publisher.isWatched)
    rooms.forgetIfForeign()
    if (settings.remind !== false)
      void reminder.run().catch(() => settings.log.error('could not look for what is due'))
    void endSpentSessions().catch(() => settings.log.error('could not look for sessions that have run out'))
  }, foreignCheckMs)
  ticking.unref()

  const answers = createRoomAnswers({
    sessions,
    tokenOf: settings.tokenOf,
    rooms,
    publisher,
    execute,
    accessLog,
    mayEnterPanel,
    mayCommand,
    log: settings.log,
    clock,
    commandsPer10Seconds: settings.commandsPer10Seconds ?? 150,
  })
  return {
    store,
    execute,
    sessions,
    signIn,
    memberAccounts,
    referralLinks,
    accessLog,
    outbox,
    mailSender,
    reminder,
    reads,
    followUp,
    standing,
    home,
    due,
    candidates,
    mayCommand,
    rooms,
    clock,
    /** As the command imports, with everyone else served meanwhile. */
    importFiles: (
      files: readonly FoundFile[],
      { checkOnly, signal }: { checkOnly: boolean; signal: AbortSignal },
    ) =>
      importFiles(files, {
        store,
        execute,
        today: localDay(clock()),
        demo: false,
        checkOnly,
        pause: createPause(signal),
      }),
    /** Rejects where the database cannot be read. */
    isReady: async () => {
      await store.read.$count(areas)
    },
    isEmpty: async () => (await store.read.$count(panels)) === 0,
    attachSockets: (http: HttpServer) => {
      roomServer.answerBy(answers)
      roomServer.attach(http)
    },
    /** From now on these answer on sockets that are open already, in place of others. */
    takeSockets: () => roomServer.answerBy(answers),
    /** Others answer from now on: whoever is in a room joins it again, with them. What is under way is carried out. */
    letGo: () => {
      clearInterval(ticking)
      publisher.stale(() => true)
    },
    close: async () => {
      clearInterval(ticking)
      await mailSender.close()
      if (!settings.roomServer) await roomServer.close()
      store.close()
    },
  }
}

export type Services = ReturnType<typeof createServices>
