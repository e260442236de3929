import type { AddressInfo } from 'node:net'
import { createServer, type Server as HttpServer } from 'node:http'
import type { Environment } from './environment'
import { createApp, type Pages } from './http'
import { checkNobodyServes, openImportChannel } from './import/import-channel'
import type { Log } from './log'
import type { Services } from './services'
import { databaseFileOf } from './database-file'

export interface RunningServer {
  address: string
  demoLoaded: boolean
  demoPeople: { name: string; email: string }[]
  close: () => Promise<void>
}

/** What is served: the code as it was built, or as it stands in its sources. */
export interface Served {
  pages: Pages
  /** Those that answer now. */
  services: () => Services
  demoLoaded: boolean
  close: () => Promise<void>
}

/** Serves. Gives the address and, in a demonstration, who can sign in. */
export const startServer = async (
  environment: Environment,
  log: Log,
  open: (http: HttpServer) => Promise<Served>,
): Promise<RunningServer> => {
  const databaseFile = databaseFileOf(environment)
  // Before anything is migrated under a server that runs.
  await checkNobodyServes(databaseFile)
  const http = createServer()
  const served = await open(http)
  http.on('request', createApp({ environment, services: served.services, log, pages: served.pages }))
  const imports = await openImportChannel({
    databaseFile,
    log,
    take: (files, settings) => served.services().importFiles(files, settings),
  })
  served.services().attachSockets(http)
  await new Promise<void>((ready, failed) => {
    http.once('error', failed)
    http.listen(environment.port, environment.host, ready)
  })
  const port = (http.address() as AddressInfo).port
  const people = await served.services().signIn.demoPeople()
  return {
    address: environment.baseUrl?.href ?? `http://localhost:${port}`,
    demoLoaded: served.demoLoaded,
    demoPeople: people.map(({ name, email }) => ({ name, email })),
    close: async () => {
      await imports.close()
      await served.close()
      await new Promise<void>((done) => {
        http.close(() => done())
        http.closeAllConnections()
      })
    },
  }
}
