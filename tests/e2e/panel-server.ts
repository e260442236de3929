import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

// The built server as a process of its own, on a database of its own: what a person starts, and what can be killed.

const quickEnough = 30_000

export class PanelServer {
  private process: ChildProcess | undefined
  private port = 0

  private constructor(
    readonly databaseFile: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(databaseFile: string, settings: Record<string, string> = {}): Promise<PanelServer> {
    const server = new PanelServer(databaseFile, settings)
    await server.startAgain()
    return server
  }

  get address() {
    return `http://localhost:${this.port}`
  }

  /** On the port it had before, if it had one, and on the same database. */
  async startAgain(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', 'build/app-server.mjs'], {
      // Settings of the person who runs the tests must not reach the server; an empty one counts as not given.
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PANELROOM_MODE: 'demo',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATABASE_URL: `file:${this.databaseFile}`,
        LOG_LEVEL: 'error',
        BASE_URL: '',
        SESSION_SECRET: '',
        DEMO_SIGN_INS: '',
        SMTP_URL: '',
        MAIL_FROM: '',
        MAIL_SETTLE_SECONDS: '',
        TRUST_PROXY: '',
        SESSION_IDLE_MINUTES: '',
        SESSION_ABSOLUTE_MINUTES: '',
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process = child
    this.port = await new Promise<number>((ready, failed) => {
      let said = ''
      const hear = (chunk: Buffer) => {
        said += chunk.toString()
        const port = /ready at http:\/\/[^:]+:(\d+)/.exec(said)?.[1]
        if (port) ready(Number(port))
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code) =>
        failed(new Error(`The server ended with ${code} before it was ready:\n${said}`)),
      )
      setTimeout(() => failed(new Error(`The server was not ready in time:\n${said}`)), quickEnough).unref()
    })
  }

  /** SIGTERM lets it close its files; SIGKILL is a power cut. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await ended
  }
}

/**
 * Databases ready to be copied, each made once in a worker, through the front door: so that every test has its own and
 * none waits for the demo to load.
 */
export class DatabaseImages {
  readonly folder = mkdtempSync(join(tmpdir(), 'panelroom-e2e-'))
  private readonly made = new Map<string, Promise<string>>()
  private files = 0

  /** In a folder that the first server on it has to make, as on a new machine. */
  newFile = () => join(this.folder, `${(this.files += 1)}`, 'panelroom.db')

  /** `prepare` works on a running server; `from` is the image that it starts from. */
  image(name: string, prepare: (server: PanelServer) => Promise<void>, from?: string): Promise<string> {
    const known = this.made.get(name)
    if (known) return known
    const make = async () => {
      const file = this.newFile()
      if (from) this.copy(from, file)
      const server = await PanelServer.start(file)
      await prepare(server)
      await server.stop('SIGTERM')
      return file
    }
    const making = make()
    this.made.set(name, making)
    return making
  }

  copy(from: string, to: string) {
    mkdirSync(dirname(to), { recursive: true })
    for (const ending of ['', '.secret', '-wal', '-shm']) {
      if (existsSync(`${from}${ending}`)) copyFileSync(`${from}${ending}`, `${to}${ending}`)
    }
  }

  forget(file: string) {
    for (const ending of ['', '.secret', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
  }

  close() {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
