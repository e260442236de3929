import type { Server as HttpServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import type { Environment } from './environment'
import type { Pages } from './http'
import type { Log } from './log'
import type { openServices } from './open-services'
import { createOriginCheck } from './requests'
import { createRoomServer } from './rooms/room-server'
import { runServer } from './run-server'
import type { Services } from './services'
import { startServer, type Served } from './start-server'

// For whoever works on the code. Pages and services run from their sources. When a source changes, services are made anew
// around the same HTTP server and the same sockets, on the same database: those in a room join it again and see the
// change, and nobody is thrown out. What is loaded here directly (this file and what it imports) needs a restart, which
// `npm run dev` sees to itself.

/** Several files are often saved at once. */
const settleMs = 60
/** For pages that still read when others have taken over. */
const lingerMs = 5_000

type OpenServices = typeof openServices

const pagesFrom = (vite: ViteDevServer): Pages => ({
  files: vite.middlewares,
  build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
  fromSources: true,
  close: () => vite.close(),
})

const openSources = async (environment: Environment, log: Log, http: HttpServer): Promise<Served> => {
  const { createServer } = await import('vite')
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http } },
  })
  const roomServer = createRoomServer(createOriginCheck(environment))
  const make = async () => {
    const { openServices: open } = (await vite.ssrLoadModule('/server/open-services.ts')) as {
      openServices: OpenServices
    }
    return open(environment, log, roomServer)
  }
  const first = await make()
  let current: Services = first.services

  const retire = async (earlier: Services) => {
    earlier.letGo()
    // Behind whatever stands in line to be written.
    await earlier.store.write(async () => undefined)
    setTimeout(() => void earlier.close(), lingerMs).unref()
  }
  const renew = async () => {
    const began = performance.now()
    const { services } = await make()
    const earlier = current
    services.takeSockets()
    current = services
    await retire(earlier)
    const ms = Math.round(performance.now() - began)
    process.stdout.write(`The server runs the code as it was changed (${ms} ms).\n`)
  }

  let waiting: NodeJS.Timeout | undefined
  let renewing = Promise.resolve()
  const changed = (file: string) => {
    // Pages and tests are not part of what the services run.
    if (!vite.moduleGraph.getModulesByFile(file)?.size || /\.tsx$|\.test\.ts$/.test(file)) return
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      renewing = renewing.then(renew).catch((error: unknown) => {
        if (error instanceof Error) vite.ssrFixStacktrace(error)
        process.stderr.write(
          `The server goes on with the code as it was: ${error instanceof Error ? error.stack : String(error)}\n`,
        )
      })
    }, settleMs)
  }
  vite.watcher.on('change', changed)

  return {
    pages: pagesFrom(vite),
    services: () => current,
    demoLoaded: first.demoLoaded,
    close: async () => {
      clearTimeout(waiting)
      await renewing
      await current.close()
      await roomServer.close()
    },
  }
}

runServer((environment, log) => startServer(environment, log, (http) => openSources(environment, log, http)))
