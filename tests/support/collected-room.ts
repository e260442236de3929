import { sightOf, type Surface } from '../../app/domain/sight/sight'
import { sitsOnPanel, viewerOf } from '../../app/domain/sight/viewer'
import { viewFor, type VisibleThing } from '../../app/domain/sight/sees'
import type { Things } from '../../app/domain/things/thing-set'
import type { NoticeName, NoticeOf } from '../../app/wire/messages'
import { openStore } from '../../db/store'
import { loadRoom } from '../../db/things/load-room'
import { createExecute } from '../../server/execute'
import { digestOf } from '../../server/rooms/digest'
import { createPublisher, type SocketServer } from '../../server/rooms/publish'
import { Rooms } from '../../server/rooms/rooms'
import { createClock } from './clock'
import { FoldedScreen } from './folded-screen'
import { copySmallMeeting, commandThrough, type PersonName } from './small-panel'
import { startOfMeeting } from './clock'
import { migrationsFolder } from './test-services'

// A meeting with a screen for everyone, all in this process: the store, the write path, the rooms and the publisher as
// they run, and in place of the network a collector that hands each screen what was emitted to it.

export interface Seated {
  who: PersonName
  meetingId: string
  surface: Surface
  screen: FoldedScreen
  /** Names of what reached the screen since it was last looked at. */
  heard: string[]
}

export const openCollectedRoom = async () => {
  const { file, panel } = await copySmallMeeting()
  const clock = createClock(startOfMeeting)
  let ids = 0
  const newId = () => `id-${(ids += 1)}`
  const store = openStore(file, migrationsFolder)
  const rooms = new Rooms(store, clock.now)
  const seated = new Map<string, Seated>()
  const collector = {
    to: (to: string | string[]) => ({
      emit: <N extends NoticeName>(name: N, notice: NoticeOf<N>) => {
        for (const id of [to].flat()) {
          seated.get(id)?.heard.push(name)
          seated.get(id)?.screen.receive(name, JSON.parse(JSON.stringify(notice)) as NoticeOf<N>)
        }
      },
    }),
    sockets: { sockets: new Map() },
  }
  const publisher = createPublisher(collector as unknown as SocketServer)
  rooms.onForget(() => publisher.stale((meetingId) => !rooms.holds(meetingId)))
  const execute = createExecute({
    store,
    rooms,
    clock: clock.now,
    newId,
    committed: () => {
      for (const touched of rooms.settle()) publisher.publish(touched)
    },
  })

  const join = async (id: string) => {
    const seat = seated.get(id) as Seated
    const room = await rooms.open(seat.meetingId)
    const { accountId } = panel.people[seat.who]
    const view = room && viewShown(room.committed, seat, accountId, room.panelId)
    if (!view) return seat.screen.receive('room:closed', { meetingId: seat.meetingId })
    const digest = digestOf(view)
    const casesRead = new Set(view.filter((thing) => thing.kind === 'case').map((thing) => thing.id))
    publisher.seat(room, {
      socketId: id,
      accountId,
      secondFactor: false,
      surface: seat.surface,
      digest,
      casesRead,
      looking: null,
      typing: null,
      presenceSent: '',
    })
    seat.screen.joined(
      digest,
      digest === seat.screen.cursor ? null : (JSON.parse(JSON.stringify(view)) as VisibleThing[]),
    )
  }

  return {
    panel,
    file,
    store,
    rooms,
    publisher,
    clock,
    seated,
    command: commandThrough(execute, panel.people),
    sit: async (who: PersonName, meetingId: string, surface: Surface = 'desk') => {
      const id = `${who} ${surface} ${meetingId}`
      seated.set(id, { who, meetingId, surface, screen: new FoldedScreen(), heard: [] })
      await join(id)
    },
    /** As a browser does by itself. */
    rejoin: async () => {
      for (const [id, { screen }] of seated) if (screen.state !== 'shows') await join(id)
    },
    /** What a reload would show each screen, read from the tables. */
    reload: async (): Promise<Map<string, VisibleThing[] | undefined>> => {
      const read = new Map<string, Things | undefined>()
      for (const { meetingId } of seated.values()) {
        if (!read.has(meetingId)) read.set(meetingId, await loadRoom(store.read, meetingId))
      }
      return new Map(
        [...seated].map(([id, seat]) => {
          const things = read.get(seat.meetingId)
          const panelId = things?.get('meeting', seat.meetingId)?.panelId
          return [
            id,
            things && panelId
              ? viewShown(things, seat, panel.people[seat.who].accountId, panelId)
              : undefined,
          ]
        }),
      )
    },
    close: () => store.close(),
  }
}

export type CollectedRoom = Awaited<ReturnType<typeof openCollectedRoom>>

/** What someone is shown of these things; undefined where nothing is there for them. Nobody here gave a second factor. */
export const viewShown = (
  things: Things,
  { meetingId, surface }: Pick<Seated, 'meetingId' | 'surface'>,
  accountId: string,
  panelId: string,
): VisibleThing[] | undefined => {
  const viewer = viewerOf(things, accountId, panelId)
  const asksForSecond = things.get('panel', panelId)?.secondFactorRequired === true
  return viewer && sitsOnPanel(viewer.role) && !asksForSecond
    ? viewFor(sightOf(viewer, things, meetingId, surface))
    : undefined
}
