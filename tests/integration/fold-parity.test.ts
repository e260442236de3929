import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadRoom } from '../../db/things/load-room'
import { openCollectedRoom, type CollectedRoom } from '../support/collected-room'
import { inOrder } from '../support/folded-screen'
import { live, lives, type Life } from '../support/random-life'
import { moves, commandFor, type Move } from '../support/random-moves'
import { expectSameInTables } from '../support/room-parity'
import type { PersonName, Sent } from '../support/small-panel'

// What is held in memory is folded from the same changes that are written to the tables. If the two ever differed, a
// screen would show what is not on record, or lack what is.

const compare = (room: CollectedRoom, meetingId: string) =>
  expectSameInTables(room.store, room.rooms, meetingId)

const play = async (script: Move[]) => {
  const room = await openCollectedRoom()
  try {
    const { meetingId, nextMeetingId } = room.panel
    await room.rooms.open(nextMeetingId)
    let carriedOut = 0
    for (const move of script) {
      const open = await room.rooms.open(meetingId)
      const next = open && commandFor(move, open.committed, room.panel)
      if (!next) continue
      room.clock.move({ minutes: 1 })
      if ((await room.command(next.who, next.command)).ok) carriedOut += 1
    }
    await compare(room, meetingId)
    await compare(room, nextMeetingId)
    return carriedOut
  } finally {
    room.close()
  }
}

/** Compares at each of the turns of a life, since a room that has gone wrong may come right by itself when it is read again. */
const playLife = async (life: Life, carriedOut: Set<string>) => {
  const room = await openCollectedRoom()
  try {
    const { meetingId, nextMeetingId } = room.panel
    await room.rooms.open(nextMeetingId)
    let since = 0
    await live(room, life, async ({ command }, ok) => {
      if (!ok) return
      carriedOut.add(command.kind)
      since += 1
      if (since < 5 && command.kind !== 'closeMeeting') return
      since = 0
      await compare(room, meetingId)
      await compare(room, nextMeetingId)
    })
    await compare(room, meetingId)
    await compare(room, nextMeetingId)
  } finally {
    room.close()
  }
}

test('letters of every kind are kept as they are held, and what is none is kept as a sign that one is missing', async () => {
  const room = await openCollectedRoom()
  const { meetingId, items } = room.panel
  for (const what of ['half \ud800 of one', '\udc00', 'Zoë’s ключ 鍵 😀', 'a\u0000b\nc', 'no\ufffe\vtext']) {
    const shared = await room.command('housing', {
      kind: 'shareInformation',
      meetingId,
      itemId: items.A1,
      fields: { what },
    })
    expect(shared.ok).toBe(true)
  }
  await compare(room, meetingId)
  expect(
    room.rooms
      .current(meetingId)
      ?.committed.all('share')
      .map(({ what }) => what),
  ).toEqual(['half \ufffd of one', '\ufffd', 'Zoë’s ключ 鍵 😀', 'a\ufffdb\nc', 'no\ufffd\ntext'])
  room.close()
})

test('after any script of commands the rooms in memory hold exactly what the tables hold, thing by thing', async () => {
  let carriedOut = 0
  await fc.assert(
    fc.asyncProperty(moves(30), async (script) => {
      carriedOut += await play(script)
    }),
    { numRuns: 40, interruptAfterTimeLimit: 45_000 },
  )
  // The scripts do get things done.
  expect(carriedOut).toBeGreaterThan(100)
}, 60_000)

test('the same holds for a meeting that has closed and for the one after it', async () => {
  const carriedOut = new Set<string>()
  await fc.assert(
    fc.asyncProperty(lives(14), (life) => playLife(life, carriedOut)),
    { numRuns: 10, interruptAfterTimeLimit: 45_000 },
  )
  for (const kind of [
    'closeMeeting',
    'approveMinutes',
    'distributeMinutes',
    'openMeeting',
    'planTelling',
    'recordTold',
  ])
    expect(carriedOut).toContain(kind)
}, 60_000)

test('what one meeting leaves open shows at once in the room of another on the same case, with its item', async () => {
  const room = await openCollectedRoom()
  const { meetingId, nextMeetingId, items, agencies } = room.panel
  const must = async (who: PersonName, sent: Sent) => {
    const outcome = await room.command(who, sent)
    if (!outcome.ok) throw new Error(`${sent.kind}: ${outcome.message}`)
    return outcome.created
  }
  const given = await must('police', {
    kind: 'planIntervention',
    meetingId,
    itemId: items.A1,
    fields: {
      what: 'Visit.',
      strand: 'disrupt',
      disruptAreas: ['housing'],
      leadAgencyId: agencies.police,
      status: 'done',
      result: 'He moved out.',
    },
  })
  await must('chair', { kind: 'closeMeeting', meetingId, reason: 'Out of time.' })
  await room.sit('housing', nextMeetingId)
  const inNextRoom = () => room.rooms.current(nextMeetingId)?.committed
  expect(inNextRoom()?.get('item', items.A1)).toBeUndefined()
  // Taken up again after the meeting, it comes into the next room, which knew nothing of where it was recorded.
  const ref = { meetingId, entryId: given['intervention'] }
  await must('police', { kind: 'changeIntervention', ...ref, status: 'in_progress', result: 'He is back.' })
  const [seat] = [...room.seated.values()]
  expect(seat?.screen.has(`intervention:${given['intervention']}`)).toBe(true)
  expect(inNextRoom()?.get('item', items.A1)).toEqual(
    (await loadRoom(room.store.read, nextMeetingId))?.get('item', items.A1),
  )
  const [reloaded] = [...(await room.reload()).values()]
  expect(seat?.screen.view).toEqual(inOrder(reloaded ?? []))
  room.close()
})
