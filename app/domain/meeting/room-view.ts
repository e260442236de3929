import { entryKinds } from '../things/entries'
import { stands } from '../things/entries-standing'
import { inForceOf, policyValues } from '../panel/policy'
import type { PolicyValues } from '../catalogues/policy-settings'
import type { VisibleByKind, VisibleKind, VisibleThing } from '../sight/sees'
import type { EntryKind } from '../things/entries'

// What a screen holds: visible things by kind. The same on the server, where a page is first drawn, and in the browser,
// where pushes change it. Never changed in place.

export type RoomView = { readonly [K in VisibleKind]?: ReadonlyMap<string, VisibleByKind[K]> }

export const viewOfThings = (things: readonly VisibleThing[]): RoomView => changedView({}, things, [])

/** A view with some things set and others gone. */
export const changedView = (
  view: RoomView,
  set: readonly VisibleThing[],
  gone: readonly string[],
): RoomView => {
  const next: Record<string, Map<string, VisibleThing>> = { ...(view as object) } as never
  const touched = new Set<string>()
  const kindMap = (kind: string) => {
    if (!touched.has(kind)) {
      touched.add(kind)
      next[kind] = new Map(next[kind] ?? [])
    }
    return next[kind] as Map<string, VisibleThing>
  }
  for (const thing of set) kindMap(thing.kind).set(thing.id, thing)
  for (const ref of gone) {
    const [kind, id] = [ref.slice(0, ref.indexOf(':')), ref.slice(ref.indexOf(':') + 1)]
    kindMap(kind).delete(id)
  }
  return next as RoomView
}

export const thingsIn = (view: RoomView): VisibleThing[] =>
  Object.values(view).flatMap((map) => [...(map as ReadonlyMap<string, VisibleThing>).values()])

export const allOf = <K extends VisibleKind>(view: RoomView, kind: K): VisibleByKind[K][] => [
  ...((view[kind] as ReadonlyMap<string, VisibleByKind[K]> | undefined)?.values() ?? []),
]

export const oneOf = <K extends VisibleKind>(
  view: RoomView,
  kind: K,
  id: string | null | undefined,
): VisibleByKind[K] | undefined =>
  id ? (view[kind] as ReadonlyMap<string, VisibleByKind[K]> | undefined)?.get(id) : undefined

/** The policy in force. */
export const policyIn = (view: RoomView): PolicyValues => policyValues(inForceOf(allOf(view, 'policy')))

/** The policy as a version of it stood; undefined where that is not known. */
export const policyAt = (view: RoomView, version: number | null): PolicyValues | undefined => {
  const adopted = allOf(view, 'policy').find((one) => one.version === version)
  return adopted || version === 0 ? policyValues(adopted) : undefined
}

export type VisibleItem = VisibleByKind['item']
export type VisibleMeeting = VisibleByKind['meeting']

export const meetingIn = (view: RoomView, meetingId: string) => oneOf(view, 'meeting', meetingId)

export const agendaIn = (view: RoomView, meetingId: string): VisibleItem[] =>
  allOf(view, 'item')
    .filter((item) => item.meetingId === meetingId && item.status !== 'removed')
    .sort((a, b) => a.position - b.position)

export const agenciesIn = (view: RoomView) => allOf(view, 'agency').sort((a, b) => (a.name < b.name ? -1 : 1))
export const membersIn = (view: RoomView) =>
  allOf(view, 'member')
    .filter((member) => member.active)
    .sort((a, b) => (a.name < b.name ? -1 : 1))

export const agencyName = (view: RoomView, id: string | null): string =>
  oneOf(view, 'agency', id)?.name ?? '—'
export const memberName = (view: RoomView, id: string | null): string =>
  oneOf(view, 'member', id)?.name ?? '—'

/** Entries of one kind on one item, oldest first. */
export const entriesOn = <K extends EntryKind>(view: RoomView, kind: K, itemId: string): VisibleByKind[K][] =>
  (allOf(view, kind) as VisibleByKind[K][])
    .filter((entry) => (entry as { itemId: string }).itemId === itemId)
    .sort((a, b) => (a as { recordedAt: number }).recordedAt - (b as { recordedAt: number }).recordedAt)

export const standingOn = <K extends EntryKind>(
  view: RoomView,
  kind: K,
  itemId: string,
): VisibleByKind[K][] =>
  entriesOn(view, kind, itemId).filter((entry) =>
    stands(entry as { supersededBy: string | null; withdrawnAt: number | null }),
  )

/** What earlier meetings left open on a case, newest first. */
export const carriedOn = <K extends 'action' | 'request' | 'intervention' | 'decision'>(
  view: RoomView,
  kind: K,
  item: VisibleItem,
): VisibleByKind[K][] =>
  (allOf(view, kind) as VisibleByKind[K][])
    .filter((entry) => entry.caseId === item.caseId && entry.meetingId !== item.meetingId && stands(entry))
    .sort((a, b) => b.recordedAt - a.recordedAt)

export type Hearing = 'spoken' | 'returned' | 'nothing_held' | 'awaited' | 'silent'

/**
 * How an agency stands on one item, as far as this viewer can see: it has spoken when it recorded something the viewer
 * sees or was marked as heard. In a meeting, an agency that has done neither is silent; before it, awaited.
 */
export const hearingOf = (
  view: RoomView,
  item: VisibleItem,
  agencyId: string,
  inSession: boolean,
): Hearing => {
  const itsReturn = oneOf(view, 'agencyReturn', `${item.id}~${agencyId}`)
  // What it recorded here speaks for itself, even after it said that it held nothing.
  if (entryKinds.some((kind) => entriesOn(view, kind, item.id).some((entry) => entry.agencyId === agencyId)))
    return 'spoken'
  if (itsReturn?.state === 'nothing_held') return 'nothing_held'
  if ((itsReturn?.spokenAt ?? null) !== null) return 'spoken'
  if (itsReturn?.state === 'returned' || itsReturn?.state === 'late') return 'returned'
  return inSession ? 'silent' : 'awaited'
}

export const hearingLabels: Record<Hearing, string> = {
  spoken: 'has spoken',
  returned: 'returned',
  nothing_held: 'nothing held',
  awaited: 'awaited',
  silent: 'silent',
}

export interface Running {
  /** Seconds spent on the case at hand, all visits. */
  onItem: number
  /** When the meeting will end if every case left takes its planned minutes; an instant. */
  plannedFinish: number
  /** Minutes under (positive) or over (negative) the planned length. */
  minutesUnder: number
}

/** Time per case and planned finish, from what this viewer sees. `start` is when the meeting opened, or is to open. */
export const runningTimes = (
  meeting: Pick<VisibleMeeting, 'status' | 'itemId' | 'itemSince' | 'minutesPlanned'>,
  agenda: readonly VisibleItem[],
  start: number,
  now: number,
): Running => {
  const current = agenda.find((item) => item.id === meeting.itemId)
  const here = current && meeting.itemSince !== null ? Math.max(0, (now - meeting.itemSince) / 1000) : 0
  const onItem = (current?.secondsSpent ?? 0) + here
  let left = 0
  for (const item of agenda) {
    if (item.status !== 'listed' || item.lane === 'note_only') continue
    left += Math.max(0, item.minutes * 60 - item.secondsSpent - (item.id === current?.id ? here : 0))
  }
  const from = meeting.status === 'open' ? now : start
  const plannedFinish = from + left * 1000
  return {
    onItem,
    plannedFinish,
    minutesUnder: Math.round((start + meeting.minutesPlanned * 60_000 - plannedFinish) / 60_000),
  }
}
