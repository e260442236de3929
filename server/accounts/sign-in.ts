import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { generateSecret, generateURI, verify as verifyCode } from 'otplib'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { uuidv7 } from '../ids'
import { isRefusal, refuse, refuseField, type Refusal } from '../../app/domain/refusals'
import { signInLog } from '../../db/schema/sign-in'
import { agencies, members, panels } from '../../db/schema/panel'
import { accounts, credentials } from '../../db/schema/accounts'
import type { Store } from '../../db/store'
import type { Execute } from '../execute'
import { sha256, type Sealing } from './sealing'
import type { Session, Sessions } from './sessions'

// Proving who someone is: password (argon2id), then a code where the account has a second factor. Whether an address is
// known is never told: neither by words nor by how long the answer takes.

interface Settings {
  store: Store
  execute: Execute
  sessions: Sessions
  sealing: Sealing
  clock: () => number
  demoSignIns: boolean
}

/** argon2id with the parameters of OWASP's password storage advice: 19 MiB, 2 passes, 1 lane. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const wrong = refuse('not_allowed', 'The e-mail address or the password is not right.')
const tooMany = refuse('too_many', 'Too many tries. Wait 15 minutes, then try again.')
const wrongCode = refuseField(
  'code',
  'The code is not right. Use the newest one from your authenticator, or a recovery code.',
)
const shortestPassword = 12
const keyPattern = /^[A-Z2-7]{16,64}$/

export const createSignIn = ({ store, execute, sessions, sealing, clock, demoSignIns }: Settings) => {
  const perAccount = new RateLimiterMemory({ points: 8, duration: 900 })
  const perAddress = new RateLimiterMemory({ points: 60, duration: 900 })
  const decoy = hash(randomBytes(16).toString('hex'), argon2id)

  const blocked = async (limiter: RateLimiterMemory, key: string) => {
    const state = await limiter.get(key)
    return state !== null && state.remainingPoints <= 0
  }
  const countFailure = (limiter: RateLimiterMemory, key: string) =>
    limiter.consume(key).catch(() => undefined)

  const log = (accountId: string | null, what: string) =>
    store.write((tx) =>
      tx
        .insert(signInLog)
        .values({ id: uuidv7(), at: clock(), accountId, what })
        .then(() => undefined),
    )

  const accountByEmail = async (email: string) => {
    const [row] = await store.read
      .select({ account: accounts, credential: credentials })
      .from(accounts)
      .leftJoin(credentials, eq(credentials.id, accounts.id))
      .where(eq(accounts.email, email.trim().toLowerCase()))
    return row
  }

  const credentialOf = async (accountId: string) => {
    const [row] = await store.read.select().from(credentials).where(eq(credentials.id, accountId))
    return row
  }

  // A code proves once: whoever looked over a shoulder finds it spent (RFC 6238, 5.2). Kept in memory, because a code
  // lives for a minute and a half.
  const spentSteps = new Map<string, number>()

  const codeIsRight = async (accountId: string, secret: string, code: string) => {
    if (!/^\d{6}$/.test(code)) return false
    const last = spentSteps.get(accountId)
    const result = await verifyCode({
      secret,
      token: code,
      epochTolerance: 30,
      epoch: Math.floor(clock() / 1000),
      ...(last === undefined ? {} : { afterTimeStep: last }),
    })
    // Two answers may have been on their way at once with the same code.
    if (!result.valid || !('timeStep' in result) || result.timeStep <= (spentSteps.get(accountId) ?? -1))
      return false
    spentSteps.set(accountId, result.timeStep)
    return true
  }

  /** A code of the session's person, or one of their recovery codes, which is then spent. */
  const proves = async (session: Session, code: string): Promise<boolean> => {
    const credential = await credentialOf(session.accountId)
    const secret = credential?.totpSecret ? sealing.open(credential.totpSecret) : undefined
    const given = code.replace(/[\s-]/g, '').toLowerCase()
    if (secret !== undefined && (await codeIsRight(session.accountId, secret, given))) return true
    if (!credential?.recoveryHashes.includes(sha256(given))) return false
    return !isRefusal(
      await execute(
        { accountId: session.accountId },
        { kind: 'spendRecoveryCode', accountId: session.accountId, recoveryHash: sha256(given) },
      ),
    )
  }

  const setUpAccount = async (
    token: string,
  ): Promise<{ id: string; name: string; email: string } | undefined> => {
    const [row] = await store.read
      .select({ id: accounts.id, name: accounts.name, email: accounts.email, until: credentials.setupUntil })
      .from(credentials)
      .innerJoin(accounts, eq(accounts.id, credentials.id))
      .where(eq(credentials.setupHash, sha256(token)))
    return row && (row.until ?? 0) > clock() ? { id: row.id, name: row.name, email: row.email } : undefined
  }

  const setPassword = async (accountId: string, password: string) => {
    if (password.length < shortestPassword) {
      return refuseField(
        'password',
        `Use at least ${shortestPassword} characters: three words in a row are easy to remember.`,
      )
    }
    if (password.length > 200) return refuseField('password', 'Use at most 200 characters.')
    const passwordHash = await hash(password, argon2id)
    return execute({ process: 'account' }, { kind: 'setPassword', accountId, passwordHash })
  }

  return {
    /** Password first. Gives the token of a session, which may still owe a second factor. */
    withPassword: async (
      email: string,
      password: string,
      address: string,
      userAgent: string,
    ): Promise<{ ok: true; token: string } | Refusal> => {
      const key = sha256(email.trim().toLowerCase())
      if ((await blocked(perAccount, key)) || (await blocked(perAddress, address))) return tooMany
      const row = await accountByEmail(email)
      const right = await verify(row?.credential?.passwordHash ?? (await decoy), password)
      if (!right || !row?.account.active || !row.credential?.passwordHash) {
        await Promise.all([countFailure(perAccount, key), countFailure(perAddress, address)])
        await log(row?.account.id ?? null, 'password refused')
        return wrong
      }
      await perAccount.delete(key)
      await log(row.account.id, 'signed in')
      return { ok: true, token: await sessions.start(row.account.id, userAgent, false) }
    },

    /** Only outside production: sign in as one of the demo's invented people. */
    asDemoPerson: async (
      accountId: string,
      userAgent: string,
    ): Promise<{ ok: true; token: string } | Refusal> => {
      if (!demoSignIns) return wrong
      const [account] = await store.read.select().from(accounts).where(eq(accounts.id, accountId))
      if (!account?.demo || !account.active) return wrong
      await log(account.id, 'signed in from the demo list')
      return { ok: true, token: await sessions.start(account.id, userAgent, false) }
    },

    /** The second factor: a code, or a recovery code that is then spent. Gives a new session in place of the old. */
    withCode: async (
      session: Session,
      code: string,
      userAgent: string,
    ): Promise<{ ok: true; token: string } | Refusal> => {
      if (await blocked(perAccount, session.accountId)) return tooMany
      const right = await proves(session, code)
      if (!right) {
        await countFailure(perAccount, session.accountId)
        await log(session.accountId, 'code refused')
        return wrongCode
      }
      await log(session.accountId, 'second factor given')
      const token = await sessions.start(session.accountId, userAgent, true)
      await sessions.end(session.id)
      return { ok: true, token }
    },

    /** A new key, or the key offered before, so that a mistyped code does not ask for a new scan. */
    offerSecondFactor: (email: string, offered?: string) => {
      const secret = offered !== undefined && keyPattern.test(offered) ? offered : generateSecret()
      return { secret, uri: generateURI({ issuer: 'Panelroom', label: email, secret }) }
    },

    /** Turns the second factor on once a code from it is right. Gives the recovery codes, shown once. */
    turnOnSecondFactor: async (
      session: Session,
      secret: string,
      code: string,
      userAgent: string,
    ): Promise<{ ok: true; token: string; recoveryCodes: string[] } | Refusal> => {
      if (!keyPattern.test(secret)) return refuseField('code', 'Start again: the key was not kept.')
      if (!(await codeIsRight(session.accountId, secret, code.replace(/\s/g, '')))) return wrongCode
      const recoveryCodes = Array.from({ length: 10 }, () => randomBytes(5).toString('hex'))
      const outcome = await execute(
        { accountId: session.accountId },
        {
          kind: 'setSecondFactor',
          accountId: session.accountId,
          totpSecret: sealing.seal(secret),
          recoveryHashes: recoveryCodes.map((one) => sha256(one)),
        },
      )
      if (isRefusal(outcome)) return outcome
      const token = await sessions.start(session.accountId, userAgent, true)
      await sessions.endAll(session.accountId, sha256(token))
      return { ok: true, token, recoveryCodes }
    },

    turnOffSecondFactor: async (session: Session, code: string): Promise<{ ok: true } | Refusal> => {
      if (await blocked(perAccount, session.accountId)) return tooMany
      if (!(await proves(session, code))) {
        await countFailure(perAccount, session.accountId)
        await log(session.accountId, 'code refused')
        return wrongCode
      }
      const outcome = await execute(
        { accountId: session.accountId },
        { kind: 'removeSecondFactor', accountId: session.accountId, panelId: null },
      )
      return isRefusal(outcome) ? outcome : { ok: true }
    },

    changePassword: async (
      session: Session,
      current: string,
      next: string,
    ): Promise<{ ok: true } | Refusal> => {
      if (await blocked(perAccount, session.accountId)) return tooMany
      const credential = await credentialOf(session.accountId)
      if (!credential?.passwordHash || !(await verify(credential.passwordHash, current))) {
        await countFailure(perAccount, session.accountId)
        return refuseField('current', 'Your present password is not right.')
      }
      const outcome = await setPassword(session.accountId, next)
      if (isRefusal(outcome)) return outcome
      await sessions.endAll(session.accountId, session.id)
      return { ok: true }
    },

    /** Sets the password through a one-time link, which is then spent; whoever was signed in to the account no longer is. */
    setUpWith: async (token: string, password: string): Promise<{ ok: true } | Refusal> => {
      const account = await setUpAccount(token)
      if (!account)
        return refuse(
          'not_found',
          'This link has been used or has run out. Ask your coordinator for a new one.',
        )
      const outcome = await setPassword(account.id, password)
      if (isRefusal(outcome)) return outcome
      await log(account.id, 'password set through a link')
      await sessions.endAll(account.id)
      return { ok: true }
    },

    setUpAccount,
    setPassword,

    /** The demo's invented people and the seats they hold, for the list at sign-in. Nobody where that is not allowed. */
    demoSeats: async () =>
      demoSignIns
        ? store.read
            .select({
              accountId: accounts.id,
              name: accounts.name,
              role: members.role,
              jobTitle: members.jobTitle,
              agency: agencies.name,
              panel: panels.name,
            })
            .from(members)
            .innerJoin(accounts, eq(accounts.id, members.accountId))
            .innerJoin(panels, eq(panels.id, members.panelId))
            .leftJoin(agencies, eq(agencies.id, members.agencyId))
            .where(and(eq(accounts.demo, true), eq(accounts.active, true), eq(members.active, true)))
            .orderBy(asc(panels.name), asc(accounts.name))
        : [],
    demoPeople: async () =>
      demoSignIns ? store.read.select().from(accounts).where(eq(accounts.demo, true)) : [],
    hasDemoPeople: async () =>
      (await store.read.select({ id: accounts.id }).from(accounts).where(eq(accounts.demo, true)).limit(1))
        .length > 0,
  }
}

export type SignIn = ReturnType<typeof createSignIn>
