import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCollectedRoom } from '../support/collected-room'
import { circle, panelAudience } from '../support/commands'
import { openLiveMeeting, until, type LiveMeeting } from '../support/live-meeting'
import type { RoomClient } from '../support/room-client'
import type { PersonName } from '../support/small-panel'

// Who is here, where they look and that they type: told to others, as far as it tells nothing that is hidden from them.

let room: LiveMeeting
beforeEach(async () => {
  room = await openLiveMeeting()
})
afterEach(() => room.close())

const look = (client: RoomClient, itemId: string | null, typing: object | null = null) =>
  client.ask('room:look', { meetingId: room.panel.meetingId, itemId, typing })
const of = (client: RoomClient, who: PersonName) =>
  client.here.find(({ memberId }) => memberId === room.panel.people[who].memberId)
const quiet = () => new Promise((later) => setTimeout(later, 350))

test('everyone in the room is shown who is here, and who has gone is gone', async () => {
  const [housing, police] = [await room.enter('housing'), await room.enter('police')]
  await until('police shows', () => of(housing, 'police') !== undefined)
  police.leave()
  await until('police is gone', () => of(housing, 'police') === undefined)
})

test('where someone looks and that they type shows to those who may see it', async () => {
  const [housing, police] = [await room.enter('housing'), await room.enter('police')]
  await look(police, room.panel.items.A2, { form: 'share', audience: panelAudience })
  await until('it shows', () => of(housing, 'police')?.typing === 'share')
  expect(of(housing, 'police')?.itemId).toBe(room.panel.items.A2)
})

test('that someone types for a narrow audience shows to that audience alone', async () => {
  const [housing, chair, idva] = [
    await room.enter('housing'),
    await room.enter('chair'),
    await room.enter('idva'),
  ]
  await look(idva, room.panel.items.A1, { form: 'safetyCheck', audience: circle() })
  await until('the chair is shown it', () => of(chair, 'idva')?.typing === 'safetyCheck')
  await quiet()
  expect(of(housing, 'idva')).toMatchObject({ itemId: room.panel.items.A1, typing: null })
  expect(housing.everythingReceived).not.toContain('safetyCheck')
})

test('where someone looks is hidden from whoever is out of that case, and changes there send them nothing', async () => {
  const [housing, police] = [await room.enter('housing'), await room.enter('police')]
  await room.panel.done('housing', room.commands.conflict('A1'))
  await room.toldWhoIsHere(housing)
  await quiet()
  const frames = housing.frames.length
  await look(police, room.panel.items.A1, { form: 'share', audience: panelAudience })
  await quiet()
  await look(police, room.panel.items.A1, { form: 'lever', audience: panelAudience })
  await quiet()
  expect(of(housing, 'police')).toMatchObject({ itemId: null, typing: null })
  expect(housing.frames.slice(frames)).toEqual([])
})

test('an item of another meeting, or none at all, is nowhere', async () => {
  const [housing, police] = [await room.enter('housing'), await room.enter('police')]
  await look(police, room.panel.items.A2)
  await until('it shows', () => of(housing, 'police')?.itemId === room.panel.items.A2)
  await look(police, room.panel.items.B1)
  await until('it shows no more', () => of(housing, 'police')?.itemId === null)
})

test('on the wall only what is typed for the whole panel shows, even where the chair has put it up', async () => {
  const [wall, idva, police] = [
    await room.enter('chair', { surface: 'wall' }),
    await room.enter('idva'),
    await room.enter('police'),
  ]
  await look(police, room.panel.items.A1, { form: 'action', audience: panelAudience })
  await look(idva, room.panel.items.A1, { form: 'safetyCheck', audience: circle() })
  await until('typing for all shows', () => of(wall, 'police')?.typing === 'action')
  expect(of(wall, 'idva')?.typing).toBeNull()
  expect(wall.everythingReceived).not.toContain('safetyCheck')
})

test('a wall is nobody: putting one up makes nobody present', async () => {
  const housing = await room.enter('housing')
  await room.enter('chair', { surface: 'wall' })
  await quiet()
  expect(of(housing, 'chair')).toBeUndefined()
})

test('when someone is put out of a case, others are told nothing at that moment of who moves about', async () => {
  const collected = await openCollectedRoom()
  const { panel, publisher, seated, command } = collected
  const { meetingId, items } = panel
  for (const who of ['housing', 'probation', 'police'] as const) await collected.sit(who, meetingId)
  const seatOf = (who: PersonName) => publisher.seatOf(meetingId, `${who} desk ${meetingId}`)
  const heardBy = (who: PersonName) => [...seated.values()].find((seat) => seat.who === who)?.heard
  const current = collected.rooms.current(meetingId)
  const police = seatOf('police')
  if (!current || !police) throw new Error('Nobody is seated.')
  publisher.publishPresence(current)
  for (const seat of seated.values()) seat.heard.length = 0
  // Police moves, and before that is told, housing's sight changes: told then, probation would learn that it did.
  police.looking = items.A2
  const put = { kind: 'declareConflict', meetingId, itemId: items.A1, reason: 'A cousin.' }
  expect(await command('housing', put)).toMatchObject({ ok: true })
  expect(heardBy('housing')).toContain('room:presence')
  expect(heardBy('probation')).not.toContain('room:presence')
  publisher.publishPresence(current)
  expect(heardBy('probation')).toContain('room:presence')
  collected.close()
})
