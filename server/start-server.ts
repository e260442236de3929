import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Environment } from './environment'
import { createHttp, createOriginCheck, createTokenOf } from './http'
import { loadDemo } from './load-demo'
import { createLog, logSightFaults } from './log'
import type { MailSettings } from './mail/send-mail'
import { checkNobodyServes, openImportChannel } from './import/import-channel'
import { secretBeside } from './accounts/sealing'
import { createServices } from './services'

export interface RunningServer {
  address: string
  demoLoaded: boolean
  demoPeople: { name: string; email: string }[]
  close: () => Promise<void>
}

/** In production nothing is mailed over a line that anyone can read. */
const mailSettings = ({ mail, baseUrl, mode }: Environment): MailSettings | undefined =>
  mail && baseUrl
    ? {
        transport: createTransport({
          url: mail.smtpUrl,
          requireTLS: mode === 'production' && mail.smtpUrl.startsWith('smtp:'),
        }),
        from: mail.from,
        baseUrl: baseUrl.href,
      }
    : undefined

/** Opens the database, migrates it, loads the demo where it belongs, and serves. */
export const startServer = async (environment: Environment, dev: boolean): Promise<RunningServer> => {
  const log = createLog(environment.logLevel)
  logSightFaults(log)
  const databaseFile = resolve(process.cwd(), environment.databaseFile)
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 })
  // Before anything is migrated under a server that runs.
  await checkNobodyServes(databaseFile)
  const services = createServices({
    databaseFile,
    migrationsFolder: resolve(process.cwd(), 'db/migrations'),
    sessionSecret: environment.sessionSecret ?? secretBeside(databaseFile),
    sessionIdleMs: environment.sessionIdleMs,
    sessionAbsoluteMs: environment.sessionAbsoluteMs,
    demoSignIns: environment.demoSignIns,
    log,
    mail: mailSettings(environment),
    mailSettleMs: environment.mailSettleMs,
    allowRequest: createOriginCheck(environment),
    tokenOf: createTokenOf(environment),
  })
  if (environment.mode === 'production' && (await services.signIn.hasDemoPeople())) {
    services.store.close()
    throw new Error(
      'This database holds demo sign-ins. In production use a database of its own: set DATABASE_URL.',
    )
  }
  const demoLoaded = environment.mode === 'demo' && (await loadDemo(services))
  const imports = await openImportChannel({ databaseFile, log, take: services.importFiles })
  const { http, close } = await createHttp({ environment, services, log, dev })
  services.attachSockets(http)
  await new Promise<void>((ready, failed) => {
    http.once('error', failed)
    http.listen(environment.port, environment.host, ready)
  })
  const port = (http.address() as AddressInfo).port
  const people = await services.signIn.demoPeople()
  return {
    address: environment.baseUrl?.href ?? `http://localhost:${port}`,
    demoLoaded,
    demoPeople: people.map(({ name, email }) => ({ name, email })),
    close: async () => {
      await imports.close()
      await services.close()
      await close()
    },
  }
}
