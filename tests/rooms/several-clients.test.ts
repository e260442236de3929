import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLiveMeeting, shownBy } from '../support/live-meeting'
import { moves, commandFor } from '../support/random-moves'
import type { RoomClient } from '../support/room-client'
import { everyone, type PersonName } from '../support/small-panel'

// Several browsers at once, over real sockets: commands that cross, are sent twice or come in another order, sockets that
// drop in between. In the end every screen shows what a reload shows.

const people: readonly PersonName[] = ['chair', 'coordinator', 'idva', 'police', 'housing', 'caseManager']
const mishaps = fc.array(fc.constantFrom('nothing', 'nothing', 'sent twice', 'cut off'), {
  minLength: 40,
  maxLength: 40,
})

test('duplicates, reorders and cuts leave every screen equal to a reload', async () => {
  let carriedOut = 0
  await fc.assert(
    fc.asyncProperty(moves(24), mishaps, fc.boolean(), async (script, happens, alsoPolling) => {
      const room = await openLiveMeeting()
      try {
        const clients = new Map<PersonName, RoomClient>()
        for (const who of people) {
          clients.set(
            who,
            await room.enter(who, who === 'housing' && alsoPolling ? { transports: ['polling'] } : {}),
          )
        }
        const wall = await room.enter('chair', { surface: 'wall' })
        const answers: Promise<{ ok: boolean }>[] = []
        for (const [at, move] of script.entries()) {
          const state = room.panel.services.rooms.current(room.panel.meetingId)
          const next = state && commandFor(move, state.committed, room.panel)
          // People of whom only the screens are watched give commands by themselves; the rest by the front door.
          if (!next || next.command.kind === 'changeMember') continue
          const client = clients.get(next.who)
          const id = `command number ${at} of this script`
          if (client?.socket.connected) {
            answers.push(client.command(next.command, id))
            if (happens[at] === 'sent twice') answers.push(client.command(next.command, id))
          } else answers.push(room.panel.command(next.who, next.command, id))
          if (happens[at] === 'cut off') {
            const cut = [...clients.values()][move.who % clients.size] as RoomClient
            if (cut.socket.connected) cut.leave()
            else await cut.connect().then(() => cut.join())
          }
          // Let some cross each other and some follow each other.
          if (move.what % 3 === 0) await Promise.all(answers)
        }
        carriedOut += (await Promise.all(answers)).filter(({ ok }) => ok).length
        for (const client of clients.values()) {
          if (client.socket.connected) continue
          await client.connect()
          await client.join()
        }
        await room.settle()
        for (const [who, client] of clients)
          expect([who, shownBy(client.screen)]).toEqual([who, await room.reload(who)])
        expect(shownBy(wall.screen)).toEqual(await room.reload('chair', 'wall'))
      } finally {
        await room.close()
      }
    }),
    { numRuns: 15, interruptAfterTimeLimit: 40_000 },
  )
  expect(carriedOut).toBeGreaterThan(20)
}, 60_000)

test('a whole room of people hears one command in one go, each as it is for them', async () => {
  const room = await openLiveMeeting()
  const clients = new Map<PersonName, RoomClient>()
  for (const who of everyone.filter(
    (name) => !name.startsWith('brook') && name !== 'evaluator' && name !== 'administrator',
  ))
    clients.set(who, await room.enter(who))
  const speakers: readonly PersonName[] = ['police', 'housing', 'probation', 'idva', 'socialCare']
  await Promise.all(
    [...clients]
      .filter(([who]) => speakers.includes(who))
      .map(([who, client]) =>
        client.command(
          room.commands.share('A1', `From ${who}.`, who === 'idva' ? { source: 'victim_survivor' } : {}),
        ),
      ),
  )
  await room.settle()
  for (const [who, client] of clients) {
    expect([who, client.joins]).toEqual([who, 1])
    expect([who, shownBy(client.screen)]).toEqual([who, await room.reload(who)])
  }
  expect(clients.get('caseManager')?.everythingReceived).not.toContain('From idva.')
  await room.close()
})
