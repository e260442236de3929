import { expect } from 'vitest'
import type { ThingSet } from '../../app/domain/things/thing-set'
import type { Item } from '../../app/domain/things/agenda'
import { thingKinds, type ThingKind } from '../../app/domain/things/kinds'
import type { Store } from '../../db/store'
import { loadRoom } from '../../db/things/load-room'
import type { Rooms } from '../../server/rooms/rooms'

/** An item of another meeting may be kept a little longer than what was recorded at it; nobody is shown either. */
const held = (things: ThingSet, kind: ThingKind, meetingId: string): Record<string, unknown> =>
  Object.fromEntries(
    things
      .all(kind)
      .filter((thing) => kind !== 'item' || (thing as Item).meetingId === meetingId)
      .map((thing) => [thing.id, thing]),
  )

/** A room in memory holds exactly what the tables hold, thing by thing. */
export const expectSameInTables = async (store: Store, rooms: Rooms, meetingId: string) => {
  const inMemory = rooms.current(meetingId)?.committed
  const inTables = await loadRoom(store.read, meetingId)
  if (!inMemory || !inTables) throw new Error('There is no room to compare.')
  for (const kind of thingKinds)
    expect({ [kind]: held(inMemory, kind, meetingId) }).toEqual({ [kind]: held(inTables, kind, meetingId) })
}
