import type { IncomingMessage } from 'node:http'
import { cookieToken } from '../app/wire/session-cookie'
import type { Environment } from './environment'

// What a request says of itself: whose page it comes from, and whose session it belongs to.

const host = (value: string | undefined) => {
  try {
    return value ? new URL(value).host : undefined
  } catch {
    return undefined
  }
}

/** Whether a request comes from a page of our own: its Origin is the address it was sent to, or the address configured. */
export const createOriginCheck =
  (environment: Environment) =>
  (request: IncomingMessage): boolean => {
    const { origin: given, 'sec-fetch-site': site, host: ownHost } = request.headers
    // With a GET of its own page, which polling needs, a browser sends no Origin; it then says itself whose page it was.
    if (given === undefined) return site === 'same-origin'
    const origin = host(given)
    if (origin === undefined) return false
    return environment.baseUrl ? origin === environment.baseUrl.host : origin === ownHost
  }

export const createTokenOf = (environment: Environment) => (request: IncomingMessage) =>
  cookieToken(request.headers.cookie, environment.mode === 'production')
