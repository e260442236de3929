import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { kindOf, type Log } from '../log'
import { channelPlace, checkOwner, type ChannelPlace } from './channel-place'
import { listenTo, parseHead, say, type Head } from './channel-words'
import type { ImportReport } from './import-folder'
import type { FoundFile } from './read-folder'

// The way in for `npm run import` where a server runs on the database: the server does the import, since another process
// that writes would make everyone's writing wait. Only the owner of the database can open it, on this machine.

export interface Limits {
  files: number
  /** Of all files together. */
  bytes: number
  /** For all of it to arrive. */
  ms: number
}

const usualLimits: Limits = { files: 64, bytes: 16 * 1_048_576, ms: 30_000 }

export type TakeImport = (
  files: readonly FoundFile[],
  settings: { checkOnly: boolean; signal: AbortSignal },
) => Promise<ImportReport>

interface Settings {
  databaseFile: string
  log: Log
  take: TakeImport
  limits?: Limits
}

type Heard = ReturnType<typeof listenTo>

const codeOf = (error: unknown) => (error as { code?: unknown } | undefined)?.code

/** Whether a server answers there. What one has left behind that was killed does not. */
const isServed = ({ path }: ChannelPlace) =>
  new Promise<boolean>((answer, failed) => {
    const socket = connect(path, () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', (error) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ECONNREFUSED') answer(false)
      else failed(error)
    })
  })

/** Throws where another server runs on this database: two of them would not know of each other's rooms and sessions. */
export const checkNobodyServes = async (databaseFile: string): Promise<void> => {
  const place = channelPlace(databaseFile)
  if (await isServed(place))
    throw new Error(
      'This database is served by another process already, and one at a time is all it takes. Stop that one first, or set DATABASE_URL.',
    )
}

const makeRoom = (place: ChannelPlace) => {
  if (process.platform === 'win32') return
  if (place.folder !== null) mkdirSync(place.folder, { recursive: true, mode: 0o700 })
  checkOwner(place)
  if (lstatSync(place.path, { throwIfNoEntry: false })) rmSync(place.path)
}

/** From its first moment nobody else may open it, whatever files are made with otherwise. */
const listen = (server: Server, path: string) =>
  new Promise<void>((ready, failed) => {
    server.once('error', failed)
    const usual = process.umask(0o177)
    try {
      server.listen(path, ready)
    } finally {
      process.umask(usual)
    }
  })

export const openImportChannel = async ({
  databaseFile,
  log,
  take,
  limits = usualLimits,
}: Settings): Promise<{ path: string; close: () => Promise<void> }> => {
  await checkNobodyServes(databaseFile)
  const place = channelPlace(databaseFile)
  makeRoom(place)
  const sockets = new Set<Socket>()
  let busy = false

  const whyNot = (head: Head | undefined): string | undefined => {
    if (!head) return 'The server that runs on this database is of another version. Restart it.'
    const bytes = head.files.reduce((sum, { size }) => sum + size, 0)
    if (head.files.length > limits.files || bytes > limits.bytes)
      return `While a server runs, at most ${limits.files} files and ${Math.round(limits.bytes / 1_048_576)} MiB are imported at once. Import in parts, or stop the server first.`
    return busy ? 'Another import is under way. Nothing was changed; try again when it is done.' : undefined
  }

  const receive = async ({ files }: Head, heard: Heard): Promise<FoundFile[]> => {
    const received: FoundFile[] = []
    for (const { name, size } of files) received.push({ name, bytes: await heard.bytes(size) })
    return received
  }

  const takeFrom = async (socket: Socket, head: Head, heard: Heard, arrived: () => void) => {
    say(socket, { go: true })
    const files = await receive(head, heard)
    arrived()
    const ending = new AbortController()
    // Whoever ends the command at their keyboard ends the import, unless it has been committed.
    void heard.gone().then(() => ending.abort(new Error('Whoever asked for the import has gone.')))
    const { checkOnly } = head
    const report = await take(files, { checkOnly, signal: ending.signal })
    log.info({ checkOnly, findings: report.findings.length, records: report.records }, 'import')
    say(socket, { report })
  }

  const serve = async (socket: Socket, arrived: () => void) => {
    const heard = listenTo(socket)
    // A server that starts only looks whether anybody is here, and says nothing.
    const line = await heard.line().catch(() => undefined)
    if (line === undefined) return
    const head = parseHead(line)
    const no = whyNot(head)
    if (!head || no !== undefined) return say(socket, { refused: no ?? '' })
    busy = true
    try {
      await takeFrom(socket, head, heard, arrived)
    } finally {
      busy = false
    }
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    const late = setTimeout(() => socket.destroy(), limits.ms)
    const arrived = () => clearTimeout(late)
    serve(socket, arrived)
      .catch((error: unknown) => {
        log.warn({ error: kindOf(error) }, 'an import came to nothing')
        if (socket.writable) say(socket, { refused: error instanceof Error ? error.message : String(error) })
      })
      .finally(() => {
        arrived()
        socket.end()
      })
  })
  server.maxConnections = 4
  await listen(server, place.path)
  server.on('error', (error) => log.warn({ error: kindOf(error) }, 'nobody can be let in to import just now'))

  return {
    path: place.path,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
      if (place.folder !== null) rmSync(place.folder, { recursive: true, force: true })
    },
  }
}
