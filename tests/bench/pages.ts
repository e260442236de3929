import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { RemixServer } from '@remix-run/react'
import { and, eq } from 'drizzle-orm'
import { sessionCookie } from '../../app/wire/session-cookie'
import { items, meetings, members } from '../../db/schema'
import { createHttp } from '../../server/http'
import { readEnvironment } from '../../server/environment'
import { importFolder } from '../../server/import/import-folder'
import { createLog } from '../../server/log'
import { createServices } from '../../server/services'
import { writeBenchPanels } from './bench-panels'
import { ServerProcess } from './server-process'

// First byte of the live page, with more and more past behind it, against a Remix page that does nothing.

const casesAMeeting = 17
const entriesACase = 12
const requests = 40

/** The least Remix page there is: one route, no loader, a line of text. */
export const startBarePage = async (): Promise<{ port: number }> => {
  const build = {
    entry: {
      module: {
        default: (request: Request, status: number, headers: Headers, context: never) => {
          headers.set('Content-Type', 'text/html')
          return new Response(`<!DOCTYPE html>${renderToString(createElement(RemixServer, { context, url: request.url }))}`, { status, headers })
        },
      },
    },
    routes: { root: { id: 'root', path: '', module: { default: () => createElement('html', null, createElement('body', null, 'Hello')) } } },
    assets: { version: '1', url: '', entry: { module: '', imports: [] }, routes: { root: { id: 'root', path: '', module: '', hasAction: false, hasLoader: false, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false } } },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    basename: '/',
    mode: 'production',
    isSpaMode: false,
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: false, v3_routeConfig: false, unstable_optimizeDeps: false },
  } as unknown as ServerBuild
  const app = express()
  const handle = createRequestHandler({ build, mode: 'production' })
  app.all('*', (request, response, next) => {
    handle(request, response, next).catch(next)
  })
  const http = createServer(app)
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  return { port: (http.address() as AddressInfo).port }
}

/** The whole product with `past` held meetings of one panel behind an open one. */
export const startPages = async (databaseFile: string, past: number) => {
  const log = createLog('silent')
  const environment = readEnvironment({ PORT: '0', LOG_LEVEL: 'silent' })
  const services = createServices({
    databaseFile,
    migrationsFolder: 'db/migrations',
    sessionSecret: 'bench '.repeat(8),
    sessionIdleMs: 86_400_000,
    sessionAbsoluteMs: 86_400_000,
    demoSignIns: false,
    log,
    allowRequest: () => true,
    tokenOf: () => undefined,
  })
  const directory = writeBenchPanels({ panels: 1, people: 20, meetings: past + 1, casesPerPanel: casesAMeeting })
  await importFolder(directory, { store: services.store, execute: services.execute, today: '2026-11-22', demo: false, checkOnly: false })
  const people = await services.store.read.select().from(members)
  const chair = people.find((person) => person.role === 'chair')
  if (!chair) throw new Error('The bench panel lacks a chair.')
  const by = { accountId: chair.accountId }
  const all = await services.store.read.select().from(meetings).orderBy(meetings.date)
  for (const [index, meeting] of all.entries()) {
    await services.execute(by, { kind: 'acceptConfidentiality', meetingId: meeting.id, status: 'present', deputyFor: '' })
    await services.execute(by, { kind: 'openMeeting', meetingId: meeting.id, inquorateReason: 'bench' })
    const agenda = await services.store.read.select().from(items).where(and(eq(items.meetingId, meeting.id)))
    const writes = agenda.flatMap((item) =>
      Array.from({ length: entriesACase }, (_, n) =>
        services.execute(by, {
          kind: 'shareInformation',
          meetingId: meeting.id,
          itemId: item.id,
          fields: { what: `Entry ${n}: seen at the tenancy; neighbours heard shouting.`, agencyId: null, handling: [], about: 'perpetrator', source: 'agency_record', nature: 'fact', factDate: null, purpose: 'protect_adult', lawfulBasis: 'public_task', gateway: 'crime_and_disorder_s115', necessity: '' },
        }),
      ),
    )
    await Promise.all(writes)
    if (index < all.length - 1) await services.execute(by, { kind: 'closeMeeting', meetingId: meeting.id, reason: 'bench' })
  }
  const { http } = await createHttp({ environment, services, log, dev: false })
  services.attachSockets(http)
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  const token = await services.sessions.start(chair.accountId, 'bench', false)
  const last = all.at(-1)
  const place = { cookie: sessionCookie(token, false).split(';')[0] ?? '', meetingId: last?.id ?? '', itemId: '' }
  return { port: (http.address() as AddressInfo).port, places: [[place]] }
}

const firstBytes = async (url: string, cookie: string): Promise<{ p50: number; bytes: number }> => {
  const times: number[] = []
  let bytes = 0
  for (let n = 0; n < requests + 5; n += 1) {
    const began = performance.now()
    const answer = await fetch(url, { headers: { cookie } })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
    const reader = answer.body?.getReader()
    await reader?.read()
    if (n >= 5) times.push(performance.now() - began)
    await reader?.cancel()
    bytes = Number(answer.headers.get('content-length') ?? 0)
  }
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(times.length / 2)] ?? 0, bytes }
}

export const benchPages = async (say: (text: string) => void, fresh: (name: string) => string): Promise<void> => {
  say(`\nFirst byte of the live page of a meeting with ${casesAMeeting} cases and ${casesAMeeting * entriesACase} entries, median of ${requests}`)
  const bare = await ServerProcess.start(['serve-bare-page'])
  const base = await firstBytes(`http://127.0.0.1:${bare.ready.port}/`, '')
  await bare.stop()
  say(`  bare Remix page            ${base.p50.toFixed(1)} ms`)
  for (const past of [1, 10, 100]) {
    const server = await ServerProcess.start(['serve-pages', fresh('pages.db'), String(past)])
    const place = server.ready.places[0]?.[0]
    const ours = await firstBytes(`http://127.0.0.1:${server.ready.port}/meetings/${place?.meetingId ?? ''}/room`, place?.cookie ?? '')
    const memory = await server.memory()
    await server.stop()
    say(`  live page, ${String(past).padStart(3)} past meetings  ${ours.p50.toFixed(1)} ms  ratio ${(ours.p50 / base.p50).toFixed(1)}  memory ${memory.toFixed(0)} MiB`)
  }
}
