import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, eq } from 'drizzle-orm'
import { cookieToken, sessionCookie } from '../../app/wire/session-cookie'
import { members } from '../../db/schema/panel'
import { meetings } from '../../db/schema/meeting'
import { items } from '../../db/schema/agenda'
import { importFolder } from '../../server/import/import-folder'
import { createLog } from '../../server/log'
import { createServices } from '../../server/services'

export interface Place {
  cookie: string
  meetingId: string
  itemId: string
}

/** This product's room server without its pages: panels imported, meetings opened and joined, everyone signed in. */
export const startPanelServer = async (
  databaseFile: string,
  directory: string,
): Promise<{ port: number; places: Place[][] }> => {
  const services = createServices({
    databaseFile,
    migrationsFolder: 'db/migrations',
    sessionSecret: 'bench '.repeat(8),
    sessionIdleMs: 86_400_000,
    sessionAbsoluteMs: 86_400_000,
    demoSignIns: false,
    log: createLog('silent'),
    commandsPer10Seconds: 1_000_000,
    allowRequest: () => true,
    tokenOf: (request) => cookieToken(request.headers.cookie, false),
  })
  const report = await importFolder(directory, {
    store: services.store,
    execute: services.execute,
    today: '2026-11-22',
    demo: false,
    checkOnly: false,
  })
  if (report.findings.length > 0) throw new Error(report.findings.join('\n'))

  const open = await services.store.read.select().from(meetings)
  const places: Place[][] = []
  for (const meeting of open) {
    const people = await services.store.read
      .select()
      .from(members)
      .where(eq(members.panelId, meeting.panelId))
    const [first] = await services.store.read
      .select()
      .from(items)
      .where(and(eq(items.meetingId, meeting.id), eq(items.position, 1)))
    const chair = people.find((person) => person.role === 'chair')
    if (!first || !chair) throw new Error('A bench panel lacks a chair or a case.')
    await Promise.all(
      people.map((person) =>
        services.execute(
          { accountId: person.accountId },
          { kind: 'acceptConfidentiality', meetingId: meeting.id, status: 'present', deputyFor: '' },
        ),
      ),
    )
    const by = { accountId: chair.accountId }
    await services.execute(by, { kind: 'openMeeting', meetingId: meeting.id, inquorateReason: 'bench' })
    await services.execute(by, {
      kind: 'movePointer',
      meetingId: meeting.id,
      itemId: first.id,
      step: 'share',
    })
    const tokens = await Promise.all(
      people.map((person) => services.sessions.start(person.accountId, 'bench', false)),
    )
    places.push(
      tokens.map((token) => ({
        cookie: sessionCookie(token, false).split(';')[0] ?? '',
        meetingId: meeting.id,
        itemId: first.id,
      })),
    )
  }
  const http = createServer((_request, response) => response.end())
  services.attachSockets(http)
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  return { port: (http.address() as AddressInfo).port, places }
}
