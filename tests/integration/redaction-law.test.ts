import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from '../../server/rooms/digest'
import { openCollectedRoom, type CollectedRoom } from '../support/collected-room'
import { inOrder } from '../support/folded-screen'
import { moves, orderOf, type Move } from '../support/random-moves'
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
    if (digestOf(seat.screen.view) !== digest) expect({ id, view: seat.screen.view }).toEqual({ id, view: inOrder(view) })
    expect({ id, cursor: seat.screen.cursor }).toEqual({ id, cursor: digest })
  }
  return digests
}

const play = async (script: Move[]) => {
  const room = await openCollectedRoom()
  try {
    await seatEveryone(room)
    let before = await shown(room)
    let pushes = 0
    for (const move of script) {
      const open = await room.rooms.open(room.panel.meetingId)
      const next = open && orderOf(move, open.committed, room.panel)
      if (!next) continue
      room.clock.move({ minutes: 1 })
      await room.order(next.who, next.order)
      const heard = new Map([...room.seated].map(([id, seat]) => [id, seat.heard.splice(0)]))
      await room.rejoin()
      const after = await shown(room)
      for (const [id, names] of heard) {
        pushes += names.length
        if (after.get(id) === before.get(id)) expect({ id, order: next.order.kind, names }).toEqual({ id, order: next.order.kind, names: [] })
      }
      before = after
    }
    return pushes
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
    { numRuns: 30, interruptAfterTimeLimit: 45_000 },
  )
  // The scripts do reach the screens.
  expect(pushes).toBeGreaterThan(200)
}, 60_000)
