import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { RoomAnswers } from './room-answers'
import type { SocketServer } from './publish'

// The socket server: who may open a socket, and who answers on it. Sockets outlive who answers: while the code is worked
// on, each state of it answers in place of the one before, on the same sockets.

export interface RoomServer {
  io: SocketServer
  answerBy: (answers: RoomAnswers) => void
  attach: (http: HttpServer) => void
  close: () => Promise<void>
}

export const createRoomServer = (allowRequest: (request: IncomingMessage) => boolean): RoomServer => {
  const io: SocketServer = new Server({
    path: '/live',
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: 65_536,
    // Browsers try web sockets first and fall back to polling where these are blocked.
    transports: ['websocket', 'polling'],
    cookie: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    // Cross-origin rules do not cover web sockets: without this any site could drive a signed-in person's socket.
    allowRequest: (request, decide) => decide(null, allowRequest(request)),
  })
  let answers: RoomAnswers | undefined
  io.use((socket, next) => {
    if (!answers) return next(new Error('unavailable'))
    answers.enter(socket).then(
      (entered) => next(entered ? undefined : new Error('signed_out')),
      () => next(new Error('unavailable')),
    )
  })
  io.on('connection', (socket) => answers?.welcome(socket))
  let attached = false
  return {
    io,
    answerBy: (now) => {
      answers = now
      for (const socket of io.sockets.sockets.values()) {
        socket.removeAllListeners()
        socket.offAny()
        now.welcome(socket)
      }
    },
    attach: (http) => {
      attached = true
      io.attach(http, { path: '/live' })
    },
    close: async () => {
      // A socket server that was never attached has nothing to close, and says so by throwing.
      if (attached) await io.close()
    },
  }
}
