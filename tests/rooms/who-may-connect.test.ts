import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accounts } from '../../db/schema/accounts'
import { openLiveMeeting, type LiveMeeting } from '../support/live-meeting'

let room: LiveMeeting
beforeEach(async () => {
  room = await openLiveMeeting()
})
afterEach(() => room.close())

const transports = ['websocket', 'polling'] as const

test.each(transports)('a page of our own connects by %s', async (transport) => {
  const client = await room.browser('housing', { transports: [transport] })
  expect(await client.connect()).toBeUndefined()
})

test.each(transports)(
  'a page of another site is refused by %s, though the browser sends the cookie along',
  async (transport) => {
    for (const origin of [
      'https://elsewhere.example',
      'null',
      `${room.address}.elsewhere.example`,
      room.address.replace(/\d+$/, '1'),
    ]) {
      const client = await room.browser('housing', { transports: [transport], headers: { origin } })
      expect([origin, await client.connect()]).not.toEqual([origin, undefined])
      expect(client.frames).toEqual([])
    }
  },
)

test.each(transports)(
  'a request that says nothing of where it comes from is refused by %s',
  async (transport) => {
    const { token } = await room.entryFor('housing')
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    const ask = (origin: Record<string, string>) =>
      new Promise<string>((resolve, reject) => {
        const headers = {
          cookie: `panelroom=${token}`,
          ...(transport === 'websocket' ? upgrade : {}),
          ...origin,
        }
        const asked = request(`${room.address}/live/?EIO=4&transport=${transport}`, { headers })
        asked.on('response', (response) => void text(response).then(resolve, reject))
        asked.on('upgrade', (_response, socket) => {
          socket.destroy()
          resolve('connected')
        })
        asked.on('error', reject)
        asked.end()
      })
    expect(await ask({})).toContain('Forbidden')
    expect(await ask({ origin: room.address })).not.toContain('Forbidden')
  },
)

test('polling of our own page, with which a browser sends no origin, is known by what the browser says of the site', async () => {
  const entry = await room.entryFor('housing')
  const ask = (site: string) =>
    fetch(`${room.address}/live/?EIO=4&transport=polling`, {
      headers: { cookie: `panelroom=${entry.token}`, 'sec-fetch-site': site },
    })
  expect((await ask('same-origin')).status).toBe(200)
  for (const site of ['cross-site', 'same-site', 'none'])
    expect([site, (await ask(site)).status]).toEqual([site, 403])
})

test('a socket without a session, with an ended one or with a made-up one is refused', async () => {
  const token = await room.panel.tokenFor('housing')
  const session = await room.panel.services.sessions.byToken(token)
  await room.panel.services.sessions.end(session?.id ?? '')
  for (const given of [null, token, 'made-up', `${token}x`]) {
    const client = await room.browser('housing', { token: given })
    expect(await client.connect()).toBe('signed_out')
  }
})

test('a session that owes a second factor is refused', async () => {
  const { services, people } = room.panel
  const { accountId } = people.housing
  const token = await room.panel.tokenFor('housing')
  await services.execute(
    { accountId },
    { kind: 'setSecondFactor', accountId, totpSecret: 'sealed', recoveryHashes: [] },
  )
  expect(await (await room.browser('housing', { token })).connect()).toBe('signed_out')
})

test.each(['evaluator', 'administrator', 'brookChair'] as const)(
  '%s may not enter the room, in the words for a room that does not exist',
  async (who) => {
    const client = await room.enter(who, { stayOut: true })
    const join = (meetingId: string) =>
      client.ask('room:join', { v: 1, meetingId, cursor: null, surface: 'desk' })
    const answer = await join(room.panel.meetingId)
    expect(answer).toMatchObject({ ok: false, code: 'not_found' })
    expect(answer).toEqual(await join('no-such-meeting'))
    await room.panel.done('police', room.commands.share('A1', 'Not for the door.'))
    await client.settled()
    expect(client.frames).toEqual([])
  },
)

test('an account that is no longer active does not connect', async () => {
  const browser = await room.browser('housing')
  // No command makes an account inactive yet: the table is told.
  await room.panel.services.store.write((tx) =>
    tx
      .update(accounts)
      .set({ active: false })
      .where(eq(accounts.id, room.panel.people.housing.accountId))
      .then(() => undefined),
  )
  expect(await browser.connect()).toBe('signed_out')
})
