import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import pino from 'pino'
import type { Environment } from '../../server/environment'
import { createOriginCheck, createTokenOf } from '../../server/requests'
import { createServices, type ServiceSettings } from '../../server/services'
import { createClock, startOfMeeting } from './clock'

// The services that the process runs, on a file of their own: the same composition, real sockets on a port of the
// system's choice, and what it logs kept for the test to read.

export const migrationsFolder = resolve(import.meta.dirname, '../../db/migrations')
export const idleMinutes = 30
export const absoluteMinutes = 600

export const openServices = (file: string, settings: Partial<ServiceSettings> = {}) => {
  const clock = createClock(startOfMeeting)
  const logged: string[] = []
  const log = pino({ level: 'debug', base: null }, { write: (text: string) => void logged.push(text) })
  const environment = { mode: 'demo', baseUrl: undefined } as Environment
  const services = createServices({
    databaseFile: file,
    migrationsFolder,
    sessionSecret: 'a secret that only these tests know',
    sessionIdleMs: idleMinutes * 60_000,
    sessionAbsoluteMs: absoluteMinutes * 60_000,
    demoSignIns: true,
    log,
    clock: clock.now,
    commandsPer10Seconds: 100_000,
    remind: false,
    allowRequest: createOriginCheck(environment),
    tokenOf: createTokenOf(environment),
    ...settings,
  })
  const http = createServer((_request, response) => void response.writeHead(404).end())
  services.attachSockets(http)
  return {
    services,
    clock,
    logged,
    file,
    listen: async () => {
      await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
      return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    },
    close: async () => {
      await services.close()
      http.closeAllConnections()
      // The server lives through a fault in telling, as every screen joins again; to a test it is a bug.
      const faults = logged.filter((line) => line.includes('could not be told'))
      if (faults.length > 0)
        throw new Error(`Screens were not told of what was committed: ${faults.join('')}`)
    },
  }
}
export type TestServices = ReturnType<typeof openServices>
