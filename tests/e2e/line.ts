import { createServer, request, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/**
 * The line between a browser and the server, as offices and trains have it: one that lets no web sockets through, or one
 * that can be cut without anybody telling the browser.
 */
export class Line {
  private readonly server: Server
  private readonly open = new Set<Socket>()
  private isCut = false

  private constructor(to: string, webSockets: boolean) {
    const { hostname, port } = new URL(to)
    const onwards = { hostname, port }
    this.server = createServer((incoming, answer) => {
      if (this.isCut) return void incoming.socket.destroy()
      const outgoing = request(
        { ...onwards, method: incoming.method, path: incoming.url, headers: incoming.headers },
        (reply) => {
          answer.writeHead(reply.statusCode ?? 502, reply.headers)
          reply.pipe(answer)
        },
      )
      outgoing.on('error', () => incoming.socket.destroy())
      answer.on('close', () => outgoing.destroy())
      incoming.pipe(outgoing)
    })
    this.server.on('connection', (socket: Socket) => {
      if (this.isCut) return void socket.destroy()
      this.open.add(socket)
      socket.on('close', () => this.open.delete(socket))
    })
    this.server.on('upgrade', (incoming, socket: Socket, head) => {
      if (!webSockets || this.isCut)
        return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      const outgoing = request({ ...onwards, path: incoming.url, headers: incoming.headers })
      outgoing.on('upgrade', (reply, far: Socket, farHead) => {
        const headers = Object.entries(reply.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('')}\r\n`)
        socket.write(farHead)
        far.write(head)
        far.pipe(socket).pipe(far)
        far.on('error', () => socket.destroy())
        socket.on('error', () => far.destroy())
        socket.on('close', () => far.destroy())
      })
      outgoing.on('error', () => socket.destroy())
      outgoing.end()
    })
  }

  static async to(address: string, { webSockets = true } = {}): Promise<Line> {
    const line = new Line(address, webSockets)
    await new Promise<void>((ready) => line.server.listen(0, '127.0.0.1', ready))
    return line
  }

  get address() {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`
  }

  cut() {
    this.isCut = true
    for (const socket of this.open) socket.destroy()
  }

  mend() {
    this.isCut = false
  }

  async close() {
    this.cut()
    await new Promise((done) => this.server.close(done))
  }
}
