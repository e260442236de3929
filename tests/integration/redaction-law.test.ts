import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from '../../server/rooms/digest'
import { openCollectedRoom, type CollectedRoom } from '../support/collected-room'
import { inOrder } from '../support/folded-screen'
import { lives, live, type Life } from '../support/random-life'
import { moves, commandFor, type Move } from '../support/random-moves'
import { sitting } from '../support/small-panel'

// The redaction law: for every viewer and whatever happens, what pushes have made of a screen is what a reload would
// show; and whoever sees no change is sent nothing, so that not even the moment of a hidden entry shows.

const seatEveryone = async (room: CollectedRoom) => {
  const { meetingId, nextMeetingId } = room.panel
  for (const who of sitting) await room.sit(who, meetingId)
  for (const who of ['chair', 'caseManager'] as const) await room.sit(who, meetingId, 'wall')
  for (const who of ['coordinator', 'housing'] as const) await room.sit(who, nextMeetingId)
}

const shown = async (room: CollectedRoom) => {
  const digests = new Map<string, string | undefined>()
  const reloaded = await room.reload()
  for (const [id, seat] of room.seated) {
    const view = reloaded.get(id)
    if (view === undefined) {
      digests.set(id, undefined)
      expect({ id, state: seat.screen.state }).toEqual({ id, state: 'closed' })
      continue
    }
    const digest = digestOf(view)
    digests.set(id, digest)
    // A digest first, since it is quick; in full where they differ, since that says how.
    if (digestOf(seat.screen.view) !== digest)
      expect({ id, view: seat.screen.view }).toEqual({ id, view: inOrder(view) })
    expect({ id, cursor: seat.screen.cursor }).toEqual({ id, cursor: digest })
  }
  return digests
}

/** Watches every screen from command to command, and counts what is pushed. */
const watch = async (room: CollectedRoom) => {
  await seatEveryone(room)
  let before = await shown(room)
  let pushes = 0
  return {
    look: async (command: string) => {
      const heard = new Map([...room.seated].map(([id, seat]) => [id, seat.heard.splice(0)]))
      await room.rejoin()
      const after = await shown(room)
      for (const [id, names] of heard) {
        pushes += names.length
        if (after.get(id) === before.get(id))
          expect({ id, command, names }).toEqual({ id, command, names: [] })
      }
      before = after
    },
    pushes: () => pushes,
  }
}

const play = async (script: Move[]) => {
  const room = await openCollectedRoom()
  try {
    const watched = await watch(room)
    for (const move of script) {
      const open = await room.rooms.open(room.panel.meetingId)
      const next = open && commandFor(move, open.committed, room.panel)
      if (!next) continue
      room.clock.move({ minutes: 1 })
      await room.command(next.who, next.command)
      await watched.look(next.command.kind)
    }
    return watched.pushes()
  } finally {
    room.close()
  }
}

/** The kinds of command that were carried out. */
const playLife = async (life: Life) => {
  const room = await openCollectedRoom()
  const kinds: string[] = []
  try {
    const watched = await watch(room)
    await live(room, life, async ({ command }, ok) => {
      if (ok) kinds.push(command.kind)
      await watched.look(command.kind)
    })
    return kinds
  } finally {
    room.close()
  }
}

test('whatever happens, every screen shows what a reload would show, and who sees no change hears nothing', async () => {
  let pushes = 0
  await fc.assert(
    fc.asyncProperty(moves(20), async (script) => {
      pushes += await play(script)
    }),
    { numRuns: 24, interruptAfterTimeLimit: 45_000 },
  )
  // The scripts do reach the screens.
  expect(pushes).toBeGreaterThan(200)
}, 60_000)

test('the same holds when the meeting closes, in its minutes, in what is owed after it, and in the meeting that follows', async () => {
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(lives(9), async (life) => {
      for (const kind of await playLife(life)) kinds.add(kind)
    }),
    { numRuns: 5, interruptAfterTimeLimit: 45_000 },
  )
  for (const kind of ['closeMeeting', 'approveMinutes', 'distributeMinutes', 'openMeeting'])
    expect(kinds).toContain(kind)
}, 60_000)
