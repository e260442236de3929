import { randomBytes } from 'node:crypto'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import type { Environment } from './environment'
import type { Log } from './log'
import { createOriginCheck } from './requests'
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

interface Settings {
  environment: Environment
  /** Those that run now: in development others take their place. */
  services: () => Services
  log: Log
  pages: Pages
}

/** Where pages and their files come from: what was built, or, while the code is worked on, its sources. */
export interface Pages {
  files: RequestHandler
  build: ServerBuild | (() => Promise<ServerBuild>)
  fromSources: boolean
  close: () => Promise<void>
}

/** All that is answered over HTTP. */
export const createApp = ({ environment, services, log, pages }: Settings): Express => {
  const app = express()
  const isOwnOrigin = createOriginCheck(environment)
  app.disable('x-powered-by')
  if (environment.trustProxy) app.set('trust proxy', 1)

  app.get('/healthz', (_request, response) => {
    services()
      .isReady()
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
          styleSrc: pages.fromSources ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: pages.fromSources ? ["'self'", 'ws:'] : ["'self'"],
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

  // Remix 2's own advisory: this address has none of our pages.
  app.all('/__manifest', (_request, response) => void response.status(404).end())

  app.use(pages.files)

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
    const started = performance.now()
    response.on('finish', () =>
      log.debug(
        { method: request.method, status: response.statusCode, ms: Math.round(performance.now() - started) },
        'request',
      ),
    )
    next()
  })

  const getLoadContext = (request: Request, response: Response): PageContext => ({
    services: services(),
    nonce: String(response.locals.nonce),
    address: request.ip ?? 'unknown',
    production: environment.mode === 'production',
    demoSignIns: environment.demoSignIns,
    baseUrl: environment.baseUrl,
  })
  const handle = createRequestHandler({
    mode: pages.fromSources ? 'development' : 'production',
    build: pages.build,
    getLoadContext: getLoadContext as never,
  })
  app.all('*', (request, response, next) => {
    handle(request, response, next).catch(next)
  })

  return app
}
