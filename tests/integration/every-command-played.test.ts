import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicCommandKinds, type PublicCommandKind } from '../../app/domain/commands/commands'
import { loadEverything } from '../../db/things/load-everything'
import { columns } from '../examples/command-example'
import { commandExamples, isAllowed } from '../examples/commands'
import { openCollectedRoom } from '../support/collected-room'
import { commandFor, moves, type Move } from '../support/random-moves'
import { expectSameInTables } from '../support/room-parity'
import { openSmallMeeting, openSmallPanel } from '../support/small-panel'

// No command is left out of the laws: each is carried out while rooms stand in memory, on the agendas of which its case is
// or is not, and after it every room holds what the tables hold. Then all of them by chance, with meetings planned, opened
// and closed beside those that are looked at.

const givenBy = (kind: PublicCommandKind) => {
  const who = columns.find((one) => isAllowed(kind, one))
  if (!who) throw new Error(`The example of ${kind} allows it to nobody.`)
  return who
}

test.each(publicCommandKinds)('%s leaves every room in memory as the tables are', async (kind) => {
  const { before, ready } = commandExamples[kind]
  const panel = await (before === 'the meeting' ? openSmallPanel() : openSmallMeeting())
  const { rooms, store } = panel.services
  const inMemory = [panel.meetingId, panel.nextMeetingId, panel.brookMeetingId]
  for (const meetingId of inMemory) await rooms.open(meetingId)
  const who = givenBy(kind)
  const command = await ready(panel, who)
  expect(await panel.command(who, command)).toMatchObject({ ok: true })
  for (const meetingId of inMemory) await expectSameInTables(store, rooms, meetingId)
  await panel.close()
})

const play = async (script: readonly Move[], carriedOut: Set<string>) => {
  const room = await openCollectedRoom()
  const { panel, rooms, store } = room
  try {
    const inMemory = new Set([panel.meetingId, panel.nextMeetingId, panel.brookMeetingId])
    for (const move of script) {
      for (const meetingId of inMemory) await rooms.open(meetingId)
      // All there is: what only pages show can be what a command is about.
      const everything = await loadEverything(store.read)
      const at = { ...panel, meetingId: [...inMemory][move.who % inMemory.size] ?? panel.meetingId }
      const next = commandFor(move, everything, move.what % 5 === 0 ? at : panel)
      if (!next) continue
      room.clock.move({ minutes: 1 })
      const outcome = await room.command(next.who, next.command)
      if (!outcome.ok) continue
      carriedOut.add(next.command.kind)
      if (outcome.created['meeting']) inMemory.add(outcome.created['meeting'])
    }
    for (const meetingId of inMemory)
      if (rooms.current(meetingId)) await expectSameInTables(store, rooms, meetingId)
  } finally {
    room.close()
  }
}

test('whatever is commanded by chance, of every kind, rooms hold what the tables hold', async () => {
  const carriedOut = new Set<string>()
  await fc.assert(
    fc.asyncProperty(moves(60), (script) => play(script, carriedOut)),
    { numRuns: 30, interruptAfterTimeLimit: 45_000 },
  )
  // The scripts do get about.
  expect(carriedOut.size).toBeGreaterThan(publicCommandKinds.length / 2)
}, 60_000)
