import { existsSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { channelPlace, checkOwner } from './channel-place'
import { listenTo, say, type Answer } from './channel-words'
import type { ImportReport } from './import-folder'
import type { FoundFile } from './read-folder'

// The command's side of the channel.

/** Undefined where no server runs. */
const reach = (path: string) =>
  new Promise<Socket | undefined>((reached, failed) => {
    const socket = connect(path, () => {
      // From here on what goes wrong is noticed where an answer is waited for.
      socket.on('error', () => undefined)
      reached(socket)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') reached(undefined)
      else if (error.code === 'EACCES' || error.code === 'EPERM')
        failed(new Error('A server runs on this database as another user. Import as that user.'))
      else failed(error)
    })
  })

/** Has the server that runs on a database import these files; undefined where none runs. */
export const handOver = async (
  databaseFile: string,
  files: readonly FoundFile[],
  checkOnly: boolean,
): Promise<ImportReport | undefined> => {
  if (!existsSync(databaseFile)) return undefined
  const place = channelPlace(databaseFile)
  checkOwner(place)
  const socket = await reach(place.path)
  if (!socket) return undefined
  const heard = listenTo(socket)
  const answer = async (): Promise<Answer> => {
    const line = await heard.line().catch(() => {
      throw new Error(
        'The server ended before it answered. Import the folder again: what is there already is left as it is.',
      )
    })
    return JSON.parse(line) as Answer
  }
  try {
    say(socket, { v: 1, checkOnly, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) })
    let answered = await answer()
    if ('go' in answered) {
      for (const { bytes } of files) socket.write(bytes)
      answered = await answer()
    }
    if ('report' in answered) return answered.report
    throw new Error('refused' in answered ? answered.refused : 'The server did not say what came of it.')
  } finally {
    socket.destroy()
  }
}
