import { z } from 'zod'

// The only reader of the environment: one checked schema, and an error that names the setting and the mend.

const yesNo = (fallback: 'yes' | 'no') =>
  z
    .enum(['yes', 'no'], { error: 'say yes or no' })
    .default(fallback)
    .transform((value) => value === 'yes')
const minutes = (fallback: number) =>
  z.coerce
    .number({ error: 'give a whole number of minutes' })
    .int('give a whole number of minutes')
    .min(1, 'give at least 1 minute')
    .max(10_080, 'give at most a week')
    .default(fallback)

const databaseUrl = z
  .string()
  .regex(/^file:.+/, 'give file: and a path, for example file:./data/panelroom.db')
  .default('file:./data/panelroom.db')
const pathIn = (url: string) => url.slice('file:'.length)

const schema = z.object({
  PANELROOM_MODE: z.enum(['demo', 'production'], { error: 'say demo or production' }).optional(),
  NODE_ENV: z.string().optional(),
  DATABASE_URL: databaseUrl,
  PORT: z.coerce
    .number({ error: 'give a port number' })
    .int('give a port number')
    .min(0)
    .max(65_535, 'give a port from 0 to 65535')
    .default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  BASE_URL: z
    .url({ error: 'give the address people use, for example https://panel.example.gov.uk' })
    .optional(),
  SESSION_SECRET: z.string().min(32, 'give at least 32 random characters').optional(),
  DEMO_SIGN_INS: z.enum(['yes', 'no'], { error: 'say yes or no' }).optional(),
  SESSION_IDLE_MINUTES: minutes(30),
  SESSION_ABSOLUTE_MINUTES: minutes(10 * 60),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\/.+/,
      'give smtp:// or smtps:// and the server, for example smtp://user:password@mail.example.gov.uk:587',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'give the address that mail comes from, for example panelroom@example.gov.uk')
    .optional(),
  MAIL_SETTLE_SECONDS: z.coerce
    .number({ error: 'give a whole number of seconds' })
    .int('give a whole number of seconds')
    .min(0)
    .max(3_600, 'give at most an hour')
    .default(60),
  TRUST_PROXY: yesNo('no'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'give fatal, error, warn, info, debug or silent',
    })
    .default('info'),
})

export interface Environment {
  mode: 'demo' | 'production'
  databaseFile: string
  port: number
  host: string
  /** Undefined: whatever address the browser used; only outside production. */
  baseUrl: URL | undefined
  /** Undefined outside production: one is then made and kept beside the database. */
  sessionSecret: string | undefined
  demoSignIns: boolean
  sessionIdleMs: number
  sessionAbsoluteMs: number
  /** Undefined: no mail server; mail waits in the outbox, which says so. */
  mail: { smtpUrl: string; from: string } | undefined
  mailSettleMs: number
  trustProxy: boolean
  logLevel: string
}

export class EnvironmentError extends Error {}

type Source = Record<string, string | undefined>

/** An empty setting is one that was not given. */
const givenIn = (source: Source) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))

const notRight = (faults: readonly string[]) =>
  new EnvironmentError(`The settings are not right:\n  ${faults.join('\n  ')}`)

const faultsIn = ({ issues }: z.ZodError) =>
  issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)

/** Where the database is: all that a command needs to know that serves nobody, and so needs no secret or address. */
export const readDatabaseFile = (source: Source): string => {
  const parsed = z.object({ DATABASE_URL: databaseUrl }).safeParse(givenIn(source))
  if (!parsed.success) throw notRight(faultsIn(parsed.error))
  return pathIn(parsed.data.DATABASE_URL)
}

/** Reads and checks the settings, or throws an EnvironmentError that lists every fault. */
export const readEnvironment = (source: Source): Environment => {
  const parsed = schema.safeParse(givenIn(source))
  if (!parsed.success) throw notRight(faultsIn(parsed.error))
  const faults: string[] = []
  const settings = parsed.data
  // A public server must never fall back to demo sign-ins because one setting was forgotten (decision 0010).
  const mode = settings.PANELROOM_MODE ?? (settings.NODE_ENV === 'production' ? 'production' : 'demo')
  if (settings.SMTP_URL && !settings.MAIL_FROM)
    faults.push('MAIL_FROM: give the address that mail comes from; SMTP_URL is set')
  if (settings.SMTP_URL && !settings.BASE_URL)
    faults.push('BASE_URL: give the address people use; mail holds links to it')
  const demoSignIns = (settings.DEMO_SIGN_INS ?? (mode === 'demo' ? 'yes' : 'no')) === 'yes'
  if (mode === 'production') {
    if (demoSignIns) faults.push('DEMO_SIGN_INS: say no; in production nobody signs in by choosing a name')
    if (!settings.SESSION_SECRET)
      faults.push('SESSION_SECRET: give at least 32 random characters; in production it is never made up')
    if (!settings.BASE_URL)
      faults.push('BASE_URL: give the address people use, for example https://panel.example.gov.uk')
    else if (!settings.BASE_URL.startsWith('https://'))
      faults.push('BASE_URL: give an https address; sign-in cookies are not sent without encryption')
  }
  if (faults.length > 0) throw notRight(faults)
  return {
    mode,
    databaseFile: pathIn(settings.DATABASE_URL),
    port: settings.PORT,
    host: settings.HOST,
    baseUrl: settings.BASE_URL ? new URL(settings.BASE_URL) : undefined,
    sessionSecret: settings.SESSION_SECRET,
    demoSignIns,
    sessionIdleMs: settings.SESSION_IDLE_MINUTES * 60_000,
    sessionAbsoluteMs: settings.SESSION_ABSOLUTE_MINUTES * 60_000,
    mail:
      settings.SMTP_URL && settings.MAIL_FROM
        ? { smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM }
        : undefined,
    mailSettleMs: settings.MAIL_SETTLE_SECONDS * 1_000,
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
  }
}
