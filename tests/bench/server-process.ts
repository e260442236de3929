import { fork, type ChildProcess } from 'node:child_process'
import type { Place } from './panel-server'

export interface Ready {
  port: number
  places: Place[][]
}

/** A server in a process of its own, so that its memory and its share of the processor are its own. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly ready: Ready,
  ) {}

  static start(words: string[]): Promise<ServerProcess> {
    // As npm start gives it, to both servers alike.
    const child = fork(process.argv[1] ?? '', words, {
      execArgv: [
        '--expose-gc',
        '--enable-source-maps',
        '--initial-old-space-size=256',
        '--min-semi-space-size=32',
        '--max-semi-space-size=32',
      ],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    return new Promise((resolve, reject) => {
      child.once('message', (ready) => resolve(new ServerProcess(child, ready as Ready)))
      child.once('exit', (code) => reject(new Error(`The server ended with ${code ?? 'a signal'}.`)))
    })
  }

  /** Resident memory in MiB after a collection. */
  memory(): Promise<number> {
    return new Promise((resolve) => {
      this.child.once('message', (answer) => resolve((answer as { memory: number }).memory))
      this.child.send('memory')
    })
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done))
    this.child.kill('SIGKILL')
    await ended
  }
}

/** In the server's process: say that it is ready, and answer for its memory. */
export const answerParent = (ready: Ready): void => {
  process.on('message', () => {
    globalThis.gc?.()
    process.send?.({ memory: process.memoryUsage.rss() / 1_048_576 })
  })
  process.send?.(ready)
}
