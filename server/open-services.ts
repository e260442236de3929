import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createTransport } from 'nodemailer'
import { secretBeside } from './accounts/sealing'
import { databaseFileOf } from './database-file'
import type { Environment } from './environment'
import { loadDemo } from './load-demo'
import { logSightFaults } from './log-sight-faults'
import type { Log } from './log'
import type { MailSettings } from './mail/send-mail'
import { createOriginCheck, createTokenOf } from './requests'
import type { RoomServer } from './rooms/room-server'
import { createServices, type Services } from './services'

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

/** Opens the database, migrates it, and loads the demo where it belongs. */
export const openServices = async (
  environment: Environment,
  log: Log,
  roomServer?: RoomServer,
): Promise<{ services: Services; demoLoaded: boolean }> => {
  logSightFaults(log)
  const databaseFile = databaseFileOf(environment)
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 })
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
    ...(roomServer ? { roomServer } : {}),
  })
  if (environment.mode === 'production' && (await services.signIn.hasDemoPeople())) {
    services.store.close()
    throw new Error(
      'This database holds demo sign-ins. In production use a database of its own: set DATABASE_URL.',
    )
  }
  return { services, demoLoaded: environment.mode === 'demo' && (await loadDemo(services)) }
}
