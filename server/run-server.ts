import type { Environment } from './environment'
import { EnvironmentError, readEnvironment } from './environment'
import { createLog, type Log } from './log'
import type { RunningServer } from './start-server'

/** Starts, says where it is and who can sign in, and stops when it is asked to. */
export const runServer = (start: (environment: Environment, log: Log) => Promise<RunningServer>): void => {
  const run = async () => {
    const environment = readEnvironment(process.env)
    const server = await start(environment, createLog(environment.logLevel))
    const lines = [`Panelroom is ready at ${server.address}`]
    if (server.demoLoaded)
      lines.push('The database was empty, so the demo panels were loaded. Every person in them is invented.')
    if (server.demoPeople.length > 0) {
      lines.push('Demo sign-ins: open the address and choose one of these people. No password is needed.')
      for (const person of server.demoPeople) lines.push(`  ${person.name.padEnd(24)} ${person.email}`)
    }
    process.stdout.write(`${lines.join('\n')}\n`)

    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      // Whatever is still open after this long is not worth waiting for: every acknowledged record is on disk.
      setTimeout(() => process.exit(0), 3_000).unref()
      void server.close().finally(() => process.exit(0))
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  }

  run().catch((error: unknown) => {
    const known =
      error instanceof EnvironmentError ||
      (error instanceof Error && error.name === 'DatabaseTooOld') ||
      (error instanceof Error && error.message.startsWith('This database'))
    process.stderr.write(
      `${known ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exit(1)
  })
}
