import { createHash } from 'node:crypto'
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

// Where the server that runs on a database file can be spoken to on this machine: a socket beside the file, which only
// its owner may open. A system takes a path of some hundred bytes for a socket, so one that would be longer has a folder
// of its own, closed to others, among the temporary files.

export interface ChannelPlace {
  path: string
  /** Made for the socket alone. */
  folder: string | null
  databaseFile: string
}

const longestPath = 100

const onWindows = process.platform === 'win32'

/** The same for every way of writing the path of one file; the file, and folders above it, may still have to be made. */
const trueFile = (file: string): string =>
  existsSync(file) ? realpathSync(file) : join(trueFile(dirname(file)), basename(file))

export const channelPlace = (file: string): ChannelPlace => {
  const databaseFile = trueFile(file)
  const name = `panelroom-${createHash('sha256').update(databaseFile).digest('hex').slice(0, 16)}`
  // A named pipe is open to the user who made it, and to administrators.
  if (onWindows) return { path: `\\\\.\\pipe\\${name}`, folder: null, databaseFile }
  const beside = `${databaseFile}.import`
  if (Buffer.byteLength(beside) <= longestPath) return { path: beside, folder: null, databaseFile }
  const folder = join(tmpdir(), name)
  return { path: join(folder, 'import'), folder, databaseFile }
}

/**
 * Throws where someone else has put something there: they would be handed the folder, with the names in it. Trusted are
 * only the owner of the database, and ourselves.
 */
export const checkOwner = ({ path, folder, databaseFile }: ChannelPlace): void => {
  if (onWindows) return
  const trusted = [statSync(databaseFile).uid, process.getuid?.()]
  for (const one of folder === null ? [path] : [folder, path]) {
    const found = lstatSync(one, { throwIfNoEntry: false })
    const isSound = one === path ? found?.isSocket() : found?.isDirectory() && (found.mode & 0o077) === 0
    if (found && !(isSound && trusted.includes(found.uid)))
      throw new Error(`${one} is not what a running server puts there. See who did, and remove it.`)
  }
}
