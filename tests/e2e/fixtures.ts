import { test as base, expect, type BrowserContextOptions } from '@playwright/test'
import { FrontDoor } from './front-door'
import { DatabaseImages, PanelServer } from './panel-server'
import type { Who } from './people'
import { Seat } from './seat'

export { expect }

/** Where the meeting of 25 November stands when a test begins. */
type Beginning = 'planned' | 'opened'

interface Options {
  beginning: Beginning
  /** Settings of the server, by the names of its environment. */
  settings: Record<string, string>
}

interface SeatOptions extends BrowserContextOptions {
  /** Another way to the server than straight to it. */
  address?: string
}

interface Fixtures {
  server: PanelServer
  door: FrontDoor
  meetingId: string
  /** Gives someone a browser of their own, signed in. */
  signIn: (who: Who, options?: SeatOptions) => Promise<Seat>
  /** The same, and takes them into the room. */
  sit: (who: Who, options?: SeatOptions) => Promise<Seat>
}

/** Who has joined, and how, in the image where the meeting is open at its first case. */
export const joined = [
  'chair',
  'coChair',
  'coordinator',
  'police',
  'housing',
  'idva',
  'probation',
  'children',
  'caseManager',
  'observer',
] as const

const openTheMeeting = async (server: PanelServer) => {
  const door = new FrontDoor(server.address)
  const meetingId = await door.comingMeeting('chair')
  for (const who of joined) await door.command(who, 'acceptConfidentiality', meetingId, { status: 'present' })
  await door.command('chair', 'openMeeting', meetingId)
  const [first = ''] = await door.items('chair', meetingId)
  await door.command('chair', 'movePointer', meetingId, { itemId: first, step: 'introduce' })
}

export const test = base.extend<Fixtures & Options, { images: DatabaseImages }>({
  beginning: ['planned', { option: true }],
  settings: [{}, { option: true }],

  images: [
    async ({}, use) => {
      const images = new DatabaseImages()
      await use(images)
      images.close()
    },
    { scope: 'worker' },
  ],

  server: async ({ images, beginning, settings }, use) => {
    let image = await images.image('planned', () => Promise.resolve())
    if (beginning === 'opened') image = await images.image('opened', openTheMeeting, image)
    const file = images.newFile()
    images.copy(image, file)
    const server = await PanelServer.start(file, settings)
    await use(server)
    await server.stop('SIGKILL')
    images.forget(file)
  },

  door: async ({ server }, use) => {
    await use(new FrontDoor(server.address))
  },

  meetingId: async ({ door }, use) => {
    await use(await door.comingMeeting('chair'))
  },

  signIn: async ({ browser, server, door, meetingId }, use) => {
    const seats: Seat[] = []
    await use(async (who, { address = server.address, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: address, ...options })
      // Well above what anything takes here, and well below the time of a test.
      context.setDefaultTimeout(10_000)
      const answer = await context.request.post('/sign-in', {
        form: { accountId: await door.accountOf(who), to: '/' },
        headers: { Origin: address },
        maxRedirects: 0,
      })
      expect(answer.status()).toBe(303)
      const seat = new Seat(who, await context.newPage(), context, meetingId)
      seats.push(seat)
      return seat
    })
    // A screen that complains is a screen that is wrong, whatever it shows.
    const faults = seats.flatMap((seat) => seat.unforgivenFaults)
    for (const seat of seats) await seat.context.close()
    expect(faults, 'what the browsers complained of').toEqual([])
  },

  sit: async ({ signIn }, use) => {
    await use(async (who, options) => {
      const seat = await signIn(who, options)
      await seat.entersRoom()
      return seat
    })
  },
})
