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
import type { PublicCommand } from '../../app/domain/commands/commands'
import { parseCommand } from '../../app/domain/commands/commands'
import { isRefusal } from '../../app/domain/refusals'
import { members } from '../../db/schema/panel'
import { meetings } from '../../db/schema/meeting'
import { items } from '../../db/schema/agenda'
import { openBuiltPages } from '../../server/built-pages'
import { createApp } from '../../server/http'
import { readEnvironment } from '../../server/environment'
import { importFolder } from '../../server/import/import-folder'
import { createLog } from '../../server/log'
import { createServices } from '../../server/services'
import { writeBenchPanels } from './bench-panels'
import { ServerProcess } from './server-process'

// First byte of the live page, with more and more past behind it, against a Remix page that does nothing.

const casesAMeeting = 17
const requests = 40

/** The least Remix page there is: one route, no loader, a line of text. */
export const startBarePage = async (): Promise<{ port: number }> => {
  const build = {
    entry: {
      module: {
        default: (request: Request, status: number, headers: Headers, context: never) => {
          headers.set('Content-Type', 'text/html')
          return new Response(
            `<!DOCTYPE html>${renderToString(createElement(RemixServer, { context, url: request.url }))}`,
            { status, headers },
          )
        },
      },
    },
    routes: {
      root: {
        id: 'root',
        path: '',
        module: { default: () => createElement('html', null, createElement('body', null, 'Hello')) },
      },
    },
    assets: {
      version: '1',
      url: '',
      entry: { module: '', imports: [] },
      routes: {
        root: {
          id: 'root',
          path: '',
          module: '',
          hasAction: false,
          hasLoader: false,
          hasClientAction: false,
          hasClientLoader: false,
          hasErrorBoundary: false,
        },
      },
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    basename: '/',
    mode: 'production',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
      v3_routeConfig: false,
      unstable_optimizeDeps: false,
    },
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

export interface PagesShape {
  /** Meetings held in the panel that is looked at, behind the one that is open. */
  past: number
  panels: number
  newCases: number
  entriesACase: number
}

/** The whole product with held meetings of one panel behind an open one, and other panels beside it. */
export const startPages = async (databaseFile: string, shape: PagesShape) => {
  const { past, panels, newCases, entriesACase } = shape
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
  const directory = writeBenchPanels({
    panels,
    people: 20,
    meetings: past + 1,
    casesPerPanel: casesAMeeting,
    newCases,
  })
  await importFolder(directory, {
    store: services.store,
    execute: services.execute,
    today: '2026-11-22',
    demo: false,
    checkOnly: false,
  })
  const people = await services.store.read.select().from(members)
  const chair = people.find((person) => person.role === 'chair')
  if (!chair) throw new Error('The bench panel lacks a chair.')
  const by = { accountId: chair.accountId }
  const all = await services.store.read
    .select()
    .from(meetings)
    .where(eq(meetings.panelId, chair.panelId))
    .orderBy(meetings.date)
  for (const [index, meeting] of all.entries()) {
    await services.execute(by, {
      kind: 'acceptConfidentiality',
      meetingId: meeting.id,
      status: 'present',
      deputyFor: '',
    })
    await services.execute(by, { kind: 'openMeeting', meetingId: meeting.id, inquorateReason: 'bench' })
    const agenda = await services.store.read
      .select()
      .from(items)
      .where(and(eq(items.meetingId, meeting.id)))
    const writes = agenda.flatMap((item) =>
      Array.from({ length: entriesACase }, (_, n) =>
        services.execute(by, {
          kind: 'shareInformation',
          meetingId: meeting.id,
          itemId: item.id,
          fields: {
            what: `Entry ${n}: seen at the tenancy; neighbours heard shouting.`,
            agencyId: null,
            handling: [],
            about: 'perpetrator',
            source: 'agency_record',
            nature: 'fact',
            factDate: null,
            purpose: 'protect_adult',
            lawfulBasis: 'public_task',
            gateway: 'crime_and_disorder_s115',
            necessity: '',
          },
        }),
      ),
    )
    await Promise.all(writes)
    // What the last meetings left to do is still open.
    if (index >= all.length - 3)
      await Promise.all(agenda.map((item) => services.execute(by, actionAt(meeting.id, item.id))))
    // A panel has room for some twenty-five cases: those that leave the agenda are closed, as a panel does.
    for (const item of index < all.length - 1 ? agenda.filter((one) => one.position <= newCases) : []) {
      for (const sent of closingOf(meeting.id, item.id)) await done(services.execute(by, sent))
    }
    if (index < all.length - 1)
      await services.execute(by, { kind: 'closeMeeting', meetingId: meeting.id, reason: 'bench' })
  }
  const pages = await openBuiltPages()
  const http = createServer(createApp({ environment, services: () => services, log, pages }))
  services.attachSockets(http)
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  const token = await services.sessions.start(chair.accountId, 'bench', false)
  const last = all.at(-1)
  const place = {
    cookie: sessionCookie(token, false).split(';')[0] ?? '',
    meetingId: last?.id ?? '',
    itemId: '',
  }
  return { port: (http.address() as AddressInfo).port, places: [[place]] }
}

const done = async (outcome: Promise<{ ok: boolean; message?: string }>) => {
  const { ok, message } = await outcome
  if (!ok) throw new Error(message)
}

const closingOf = (meetingId: string, itemId: string): PublicCommand[] =>
  [
    { kind: 'movePointer', meetingId, itemId, step: 'decide' },
    {
      kind: 'recordDecision',
      meetingId,
      itemId,
      fields: { outcome: 'close', closureReason: 'work_completed', rationale: 'Nothing more to do here.' },
    },
    { kind: 'concludeItem', meetingId, itemId, without: 'bench' },
  ].map((sent) => {
    const command = parseCommand(sent)
    if (isRefusal(command)) throw new Error(JSON.stringify(command))
    return command
  })

const actionAt = (meetingId: string, itemId: string): PublicCommand => {
  const fields = {
    what: 'Visit the tenancy.',
    agencyId: null,
    handling: [],
    ownerAgencyId: null,
    ownerRole: '',
    ownerMemberId: null,
    due: 'in 2 weeks',
    interventionId: null,
    requestId: null,
  }
  const command = parseCommand({ kind: 'assignAction', meetingId, itemId, fields })
  if (isRefusal(command)) throw new Error(command.message)
  return command
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

const live = { panels: 1, newCases: 0, entriesACase: 12 }
/** Ten years of a fortnightly panel that takes on three new cases each time. */
const tenYears = { past: 259, panels: 1, newCases: 3, entriesACase: 3 }
const manyPanels = { past: 4, panels: 50, newCases: 3, entriesACase: 3 }

const paths = (meetingId: string) => ({
  home: '/',
  agenda: `/meetings/${meetingId}/agenda`,
  'board of returns': `/meetings/${meetingId}/board`,
  'live page': `/meetings/${meetingId}/room`,
})

export const benchPages = async (
  say: (text: string) => void,
  fresh: (name: string) => string,
): Promise<void> => {
  say(
    `\nFirst byte of the live page of a meeting with ${casesAMeeting} cases and ${casesAMeeting * live.entriesACase} entries, median of ${requests}`,
  )
  const bare = await ServerProcess.start(['serve-bare-page'])
  const base = await firstBytes(`http://127.0.0.1:${bare.ready.port}/`, '')
  await bare.stop()
  say(`  bare Remix page            ${base.p50.toFixed(1)} ms`)
  const measure = async (
    shape: PagesShape,
    wanted: readonly (keyof ReturnType<typeof paths>)[],
    name: string,
  ) => {
    const server = await ServerProcess.start(['serve-pages', fresh('pages.db'), JSON.stringify(shape)])
    const place = server.ready.places[0]?.[0]
    for (const page of wanted) {
      const ours = await firstBytes(
        `http://127.0.0.1:${server.ready.port}${paths(place?.meetingId ?? '')[page]}`,
        place?.cookie ?? '',
      )
      const memory = await server.memory()
      say(
        `  ${`${page}, ${name}`.padEnd(44)} ${ours.p50.toFixed(1).padStart(6)} ms  ratio ${(ours.p50 / base.p50).toFixed(1).padStart(5)}  memory ${memory.toFixed(0)} MiB`,
      )
    }
    await server.stop()
  }
  for (const past of [1, 10, 100]) await measure({ ...live, past }, ['live page'], `${past} past meetings`)
  say('\nFirst byte of what people open between meetings')
  const between = ['home', 'agenda', 'board of returns', 'live page'] as const
  await measure(tenYears, between, 'ten years of one panel')
  await measure(manyPanels, between, '50 panels')
}
