import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Request, type Response } from 'express'
import helmet from 'helmet'
import { cookieToken } from '../app/wire/session-cookie'
import { areas } from '../db/schema/panel'
import type { Environment } from './environment'
import type { Log } from './log'
import type { Services } from './services'

/** What every page is handed: the running services and the facts of this request. Nothing else reaches `app`. */
export interface PageContext extends AppLoadContext {
  services: Services
  nonce: string
  address: string
  production: boolean
  demoSignIns: boolean
  /** The address people use, where it is configured: what a page may put in a link that leaves it. */
  baseUrl: URL | undefined
  /** Set by an action that has put a new session in place of the one in the cookie: what loads after it belongs to this one. */
  newToken?: string
}

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

interface Settings {
  environment: Environment
  services: Services
  log: Log
  dev: boolean
}

export const createHttp = async ({
  environment,
  services,
  log,
  dev,
}: Settings): Promise<{ http: HttpServer; close: () => Promise<void> }> => {
  const app = express()
  const http = createServer(app)
  const root = process.cwd()
  const isOwnOrigin = createOriginCheck(environment)
  app.disable('x-powered-by')
  if (environment.trustProxy) app.set('trust proxy', 1)

  app.get('/healthz', (_request, response) => {
    services.store.read
      .$count(areas)
      .then(() => response.json({ status: 'ready' }))
      .catch(() => response.status(503).json({ status: 'not ready', database: 'cannot be read' }))
  })

  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    next()
  })
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: [
            "'self'",
            (_request, response) => `'nonce-${String((response as Response).locals.nonce)}'`,
          ],
          styleSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: dev ? ["'self'", 'ws:'] : ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          ...(environment.mode === 'production' ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // The default, no-referrer, makes browsers send `Origin: null` with plain forms, which the origin check refuses.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity:
        environment.mode === 'production' ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      crossOriginOpenerPolicy: environment.mode === 'production' ? { policy: 'same-origin' } : false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      originAgentCluster: environment.mode === 'production',
    }),
  )
  app.use(compression())

  // Remix 2's own advisory: this address has none of our pages (stack.md 8).
  app.all('/__manifest', (_request, response) => void response.status(404).end())

  const vite = dev
    ? await (
        await import('vite')
      ).createServer({ root, appType: 'custom', server: { middlewareMode: true, hmr: { server: http } } })
    : null
  if (vite) app.use(vite.middlewares)
  else {
    app.use(
      '/assets',
      express.static(resolve(root, 'build/client/assets'), { immutable: true, maxAge: '1y' }),
    )
    app.use(express.static(resolve(root, 'build/client'), { maxAge: '1h' }))
  }

  app.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    if (isOwnOrigin(request)) return next()
    response
      .status(403)
      .type('text')
      .send(
        'This form was not sent from our own pages, so nothing was changed. Open the page again and send it from there.',
      )
  })

  app.use((request, response, next) => {
    // Pages hold what must not stay on a shared computer.
    response.setHeader('Cache-Control', 'no-store')
    const started = services.clock()
    response.on('finish', () =>
      log.debug(
        { method: request.method, status: response.statusCode, ms: services.clock() - started },
        'request',
      ),
    )
    next()
  })

  const build = vite
    ? () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    : ((await import(pathToFileURL(resolve(root, 'build/server/index.js')).href)) as ServerBuild)
  const getLoadContext = (request: Request, response: Response): PageContext => ({
    services,
    nonce: String(response.locals.nonce),
    address: request.ip ?? 'unknown',
    production: environment.mode === 'production',
    demoSignIns: environment.demoSignIns,
    baseUrl: environment.baseUrl,
  })
  const handle = createRequestHandler({
    mode: dev ? 'development' : 'production',
    build,
    getLoadContext: getLoadContext as never,
  })
  app.all('*', (request, response, next) => {
    handle(request, response, next).catch(next)
  })

  return {
    http,
    close: async () => {
      await vite?.close()
      await new Promise<void>((done) => {
        http.close(() => done())
        http.closeAllConnections()
      })
    },
  }
}
