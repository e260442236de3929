import { expect, test } from 'vitest'
import type { Environment } from '../../server/environment'
import { createOriginCheck } from '../../server/requests'
import { createRoomServer } from '../../server/rooms/room-server'
import { openLiveMeeting, shownBy } from '../support/live-meeting'
import { openElsewhere } from '../support/small-panel'

// While the code is worked on, services made of what it is now take over the sockets that are open. Whoever sits in a room
// may not be thrown out by that, nor be answered twice, nor go on seeing what the services before them last told.

test('when other services take over, sockets stay open, join again, and are answered once, by these', async () => {
  const roomServer = createRoomServer(createOriginCheck({ mode: 'demo', baseUrl: undefined } as Environment))
  const room = await openLiveMeeting({ roomServer })
  const housing = await room.enter('housing')
  const idva = await room.enter('idva')
  const sockets = [housing.socket.id, idva.socket.id]

  const later = await openElsewhere(room.panel, { roomServer: { ...roomServer, attach: () => undefined } })
  room.panel.services.letGo()
  await room.settle()
  expect([housing.joins, idva.joins]).toEqual([2, 2])

  const answer = await idva.command(room.commands.share('A1', 'Recorded after.'))
  expect(answer).toMatchObject({ ok: true })
  await room.settle()
  expect([housing.socket.id, idva.socket.id]).toEqual(sockets)
  expect(housing.frames.filter(({ name }) => name === 'room:patch')).toHaveLength(1)
  const { rooms, reads } = later.services
  expect(rooms.current(room.panel.meetingId)?.committed.all('share')).toMatchObject([
    { what: 'Recorded after.' },
  ])
  const shown = await reads.room(await later.sessionFor('housing'), room.panel.meetingId, 'desk')
  expect(shown.ok && shown.view.length).toBe(shownBy(housing.screen)?.view.length)

  await room.close()
  await later.close()
  await roomServer.close()
})

test('before anyone answers, nobody is let in', async () => {
  const roomServer = createRoomServer(() => true)
  const room = await openLiveMeeting({ roomServer: { ...roomServer, answerBy: () => undefined } })
  const client = await room.browser('housing')
  expect(await client.connect()).toBe('unavailable')
  await room.close()
  await roomServer.close()
})
