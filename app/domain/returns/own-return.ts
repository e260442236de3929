import { allOf, oneOf, type RoomView, type VisibleItem } from '../meeting/room-view'
import type { Viewer } from '../sight/viewer'

// What a screen shows an agency of its own return on one case.

export const ownReturnOn = (view: RoomView, item: VisibleItem, viewer: Viewer) => {
  const id = `${item.id}~${viewer.agencyId ?? ''}`
  return {
    asked: oneOf(view, 'agencyReturn', id),
    written: oneOf(view, 'researchReturn', id),
    prepared: allOf(view, 'preparedEntry')
      .filter((one) => one.itemId === item.id && one.droppedAt === null)
      .sort((a, b) => a.preparedAt - b.preparedAt || (a.id < b.id ? -1 : 1)),
  }
}
export type OwnReturn = ReturnType<typeof ownReturnOn>
export type VisiblePrepared = OwnReturn['prepared'][number]
