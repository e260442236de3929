import type { ItemKind } from '../catalogues/agenda'

// The capacity guard: an agenda that runs past the planned time is a meeting that ends with cases not reached. It proposes
// the least that brings the agenda into its time, and the coordinator applies it or does not: first what takes longer than
// is usual for its kind is shortened to that, then cases are left out, those that can wait longest first. An urgent case
// is never left out, nor one that is concluded or stands on the note-only lane, where it takes no time.

export interface FittedItem {
  id: string
  kind: ItemKind
  minutes: number
  /** The panel's usual time for this kind. */
  usual: number
  /** Whether it may be touched at all. */
  free: boolean
}

export interface Fit {
  shorten: { itemId: string; from: number; to: number }[]
  leaveOut: string[]
  /** Minutes by which it still runs over after all of that. */
  stillOver: number
}

/** Who waits first, where not all can be heard: a review has been heard before, a new case has not. */
const waitsFirst: readonly ItemKind[] = ['note_only', 'review', 'closure', 'new', 'urgent']

/** Items stand in the order of the agenda; of the same kind, the last waits first. */
export const fitAgenda = (items: readonly FittedItem[], minutesPlanned: number): Fit => {
  let over = items.reduce((sum, item) => sum + item.minutes, 0) - minutesPlanned
  const shorten: Fit['shorten'] = []
  const patient = items
    .map((item, at) => ({ item, at }))
    .filter(({ item }) => item.free)
    .sort((a, b) => waitsFirst.indexOf(a.item.kind) - waitsFirst.indexOf(b.item.kind) || b.at - a.at)
    .map(({ item }) => item)
  for (const item of patient) {
    if (over <= 0) break
    const spare = item.minutes - item.usual
    if (spare <= 0) continue
    const taken = Math.min(spare, over)
    shorten.push({ itemId: item.id, from: item.minutes, to: item.minutes - taken })
    over -= taken
  }
  const out: { id: string; minutes: number }[] = []
  for (const item of patient) {
    if (over <= 0) break
    const minutes = shorten.find((one) => one.itemId === item.id)?.to ?? item.minutes
    if (item.kind === 'urgent' || minutes === 0) continue
    out.push({ id: item.id, minutes })
    over -= minutes
  }
  // What was left out before a longer one went may fit again: the one that can wait least comes back first.
  for (const left of [...out].reverse()) {
    if (over + left.minutes > 0) continue
    out.splice(out.indexOf(left), 1)
    over += left.minutes
  }
  const leaveOut = out.map(({ id }) => id)
  return {
    shorten: shorten.filter((one) => !leaveOut.includes(one.itemId)),
    leaveOut,
    stillOver: Math.max(0, over),
  }
}
