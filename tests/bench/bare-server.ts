import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { Server } from 'socket.io'

/** The least that keeps the same promise: each message is committed to SQLite (synchronous FULL), then broadcast to its room. */
export const startBareServer = async (databaseFile: string): Promise<{ port: number }> => {
  const database = new Database(databaseFile)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE messages (id INTEGER PRIMARY KEY, room TEXT NOT NULL, body TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO messages (room, body) VALUES (?, ?)')
  const http = createServer((_request, response) => response.end())
  const io = new Server(http, { path: '/live', transports: ['websocket'], serveClient: false })
  io.on('connection', (socket) => {
    socket.on('join', (room: string, answer: (done: boolean) => void) => {
      void socket.join(room)
      answer(true)
    })
    socket.on('send', (message: { room: string; body: string }, answer: (done: boolean) => void) => {
      insert.run(message.room, message.body)
      io.to(message.room).emit('message', message)
      answer(true)
    })
  })
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  return { port: (http.address() as AddressInfo).port }
}
