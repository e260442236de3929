import type { Socket } from 'node:net'
import { z } from 'zod'
import type { ImportReport } from './import-folder'

// What is said on the channel: a line of JSON about the files that are to come, an answer whether they may come, the
// files, and the report. Nothing is taken before its size is known and found to be within limits.

const head = z.object({
  v: z.literal(1),
  checkOnly: z.boolean(),
  files: z.array(z.object({ name: z.string().min(1).max(255), size: z.int().min(0) })),
})
export type Head = z.infer<typeof head>

export type Answer = { go: true } | { report: ImportReport } | { refused: string }

const longestHead = 1_048_576

export const parseHead = (line: string): Head | undefined => {
  try {
    return head.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

export const say = (socket: Socket, words: Head | Answer): void => {
  socket.write(`${JSON.stringify(words)}\n`)
}

/** Reads a socket by lines and by numbers of bytes. */
export const listenTo = (socket: Socket) => {
  const chunks = socket.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>
  let held: Buffer = Buffer.alloc(0)
  const next = async () => {
    const { done, value } = await chunks.next()
    if (done) throw new Error('The other side has gone.')
    return value
  }

  return {
    line: async (longest = longestHead): Promise<string> => {
      for (;;) {
        const end = held.indexOf(10)
        if (end > longest || (end < 0 && held.length > longest)) throw new Error('This line is too long.')
        if (end >= 0) {
          const line = held.subarray(0, end).toString('utf8')
          held = held.subarray(end + 1)
          return line
        }
        held = Buffer.concat([held, await next()])
      }
    },
    bytes: async (size: number): Promise<Buffer> => {
      const all = Buffer.allocUnsafe(size)
      for (let at = 0; at < size;) {
        if (held.length === 0) held = await next()
        const taken = held.copy(all, at)
        held = held.subarray(taken)
        at += taken
      }
      return all
    },
    /** Resolves when the other side goes away, or says something that nobody asked for. */
    gone: (): Promise<void> =>
      chunks.next().then(
        () => undefined,
        () => undefined,
      ),
  }
}
