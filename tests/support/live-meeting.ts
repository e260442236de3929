import { digestOf } from '../../server/rooms/digest'
import type { ServiceSettings } from '../../server/services'
import { inOrder, type FoldedScreen } from './folded-screen'
import { commandsIn } from './commands'
import { enterRoom, RoomClient, type Entry } from './room-client'
import { openSmallMeeting, type PersonName } from './small-panel'

// The small meeting in session behind a real port, and browsers that enter it.

export const openLiveMeeting = async (settings: Partial<ServiceSettings> = {}) => {
  const panel = await openSmallMeeting(settings)
  const address = await panel.listen()
  const clients: RoomClient[] = []
  const entryFor = async (who: PersonName, more: Partial<Entry> = {}): Promise<Entry> => ({
    address,
    who,
    token: await panel.tokenFor(who),
    meetingId: panel.meetingId,
    ...more,
  })
  return {
    panel,
    address,
    commands: commandsIn(panel),
    entryFor,
    enter: async (who: PersonName, more: Partial<Entry> = {}) => {
      const client = await enterRoom(await entryFor(who, more))
      clients.push(client)
      return client
    },
    /** A browser that has not knocked yet. */
    browser: async (who: PersonName, more: Partial<Entry> = {}) => {
      const client = new RoomClient(await entryFor(who, more))
      clients.push(client)
      return client
    },
    /** What the page would show this person if they loaded it now. */
    reload: async (who: PersonName, surface: 'desk' | 'wall' = 'desk', meetingId = panel.meetingId) => {
      const read = await panel.services.reads.room(await panel.sessionFor(who), meetingId, surface)
      return read.ok
        ? {
            view: inOrder(JSON.parse(JSON.stringify(read.view)) as typeof read.view),
            cursor: digestOf(read.view),
          }
        : undefined
    },
    settle: async () => {
      for (const client of clients) await client.settled()
    },
    /** Presence is told a little after someone comes: waits until this browser has been told of all who are here. */
    toldWhoIsHere: async (client: RoomClient) => {
      const here = new Set(clients.filter(({ isAtDesk }) => isAtDesk).map(({ who }) => who))
      if (client.isAtDesk) await until('everyone shows as here', () => client.here.length === here.size)
    },
    close: async () => {
      for (const client of clients) client.leave()
      await panel.close()
    },
  }
}
export type LiveMeeting = Awaited<ReturnType<typeof openLiveMeeting>>

/** As a reload would show it: nothing where the room is closed to its person. */
export const shownBy = (screen: FoldedScreen) =>
  screen.state === 'closed' ? undefined : { view: screen.view, cursor: screen.cursor }

/** Waits until something is so; says what it waited for if it never is. */
export const until = async (what: string, isSo: () => boolean, longest = 10_000): Promise<void> => {
  const end = performance.now() + longest
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`)
    await new Promise((later) => setTimeout(later, 15))
  }
}
