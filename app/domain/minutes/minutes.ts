import { findMeeting, isRefusal, refuse, type Asking, type Decided } from '../asking'
import { localDay } from '../dates/local-time'
import { dayAndTime } from './paper'
import type { PolicyValues } from '../catalogues/policy-settings'
import { recorded } from '../records/records'
import { stands } from '../things/entries-standing'
import { allOf, oneOf, type RoomView } from '../meeting/room-view'
import { whoAttended } from './attendance-words'
import type { VisibleByKind, VisibleThing } from '../sight/sees'
import type { Things } from '../things/thing-set'
import type { Meeting } from '../things/meeting'
import type { MinutesVersion } from '../things/minutes'
import { entryKinds, isEntryKind, type EntryKind } from '../things/entries'
import type { Day } from '../dates/day'
import { calendarOf } from '../panel/panel-calendar'

import { type Instant } from '../dates/day'

import { addWorkingDays } from '../dates/working-days'
import { meetingId } from '../fields'
import type { FilledIn } from '../fields'

// The minutes (domain 4, "Afterwards"). Closing a meeting makes them: they are the record. The chair approves them, they
// are distributed, each on a clock of the panel's policy that everyone can see. What is corrected after that makes a new
// version, which the chair approves in turn; its reason is that of each correction, read by whoever may read the
// correction. A version is a moment, never a copy: what anyone sees of it is decided when they look.

export const versionsOf = (things: Things, meetingId: string): MinutesVersion[] =>
  things
    .all('minutesVersion')
    .filter((version) => version.meetingId === meetingId)
    .sort((a, b) => a.number - b.number)

export type MinutesState = 'draft' | 'approved' | 'distributed' | 'correction_waits'

/** How far minutes have come: draft, approved, distributed; or corrected since, and waiting for the chair again. */
export const minutesState = (
  latest: Pick<MinutesVersion, 'correctedAt' | 'distributedAt'> | undefined,
): MinutesState => {
  if (!latest) return 'draft'
  if (latest.correctedAt !== null) return 'correction_waits'
  return latest.distributedAt === null ? 'approved' : 'distributed'
}

/** Minutes are made of what was recorded here. A meeting that was imported has its own, wherever they were kept then. */
export const isRecordedHere = (meeting: Pick<Meeting, 'openedBy' | 'closedAt'>): boolean =>
  meeting.openedBy !== null && meeting.closedAt !== null

type Clocks = Pick<
  PolicyValues,
  'minutesApprovalWorkingDays' | 'minutesDistributionWorkingDays' | 'daysNotCounted'
>

/** The next thing due with the minutes, and by which day; null when nothing is. Both clocks run from the meeting's closing. */
export const minutesDue = (
  meeting: Pick<Meeting, 'openedBy' | 'closedAt'>,
  latest: MinutesVersion | undefined,
  clocks: Clocks,
): { what: 'approve' | 'distribute'; by: Day } | null => {
  const state = minutesState(latest)
  if (meeting.closedAt === null || !isRecordedHere(meeting) || state === 'distributed') return null
  const after = (instant: Instant, workingDays: number) =>
    addWorkingDays(localDay(instant), workingDays, calendarOf(clocks))
  if (state === 'draft')
    return { what: 'approve', by: after(meeting.closedAt, clocks.minutesApprovalWorkingDays) }
  if (state === 'correction_waits') {
    const since = latest?.correctedAt ?? meeting.closedAt
    return { what: 'approve', by: after(since, clocks.minutesApprovalWorkingDays) }
  }
  const from = latest && latest.number > 1 ? latest.approvedAt : meeting.closedAt
  return { what: 'distribute', by: after(from, clocks.minutesDistributionWorkingDays) }
}

export const approveMinutesFields = { meetingId }

export const approveMinutes = (asking: Asking, command: FilledIn<typeof approveMinutesFields>): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.status !== 'closed')
    return refuse('wrong_moment', 'The minutes are made when the meeting closes.')
  if (!isRecordedHere(meeting))
    return refuse('wrong_moment', 'This meeting was not recorded here, so it has no minutes here to approve.')
  const { context, viewer } = asking
  const latest = versionsOf(asking.things, meeting.id).at(-1)
  const state = minutesState(latest)
  if (state === 'approved' || state === 'distributed')
    return refuse(
      'already_done',
      'These minutes are approved. What is corrected after this comes to you as a new version.',
    )
  return [
    recorded('minutesApproved', {
      version: {
        id: context.newId(),
        panelId: meeting.panelId,
        meetingId: meeting.id,
        number: (latest?.number ?? 0) + 1,
        approvedAt: context.now,
        approvedBy: viewer.memberId,
        distributedAt: null,
        distributedBy: null,
        correctedAt: null,
      },
    }),
  ]
}

export const distributeMinutesFields = { meetingId }

export const distributeMinutes = (
  asking: Asking,
  command: FilledIn<typeof distributeMinutesFields>,
): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const latest = versionsOf(asking.things, meeting.id).at(-1)
  if (!latest) return refuse('wrong_moment', 'The chair approves the minutes before they are distributed.')
  if (latest.correctedAt !== null)
    return refuse(
      'wrong_moment',
      'A correction waits for the chair. It is approved before the minutes are distributed.',
    )
  if (latest.distributedAt !== null) return refuse('already_done', 'These minutes are distributed.')
  return [
    recorded('minutesDistributed', {
      versionId: latest.id,
      at: asking.context.now,
      by: asking.viewer.memberId,
    }),
  ]
}

type VisibleEntry = VisibleByKind[EntryKind]
const isEntry = (thing: VisibleThing): thing is VisibleEntry => isEntryKind(thing.kind)

/** Entries of the record as it reads: those that stand, and those struck out. */
export const entriesRead = (things: readonly VisibleThing[]): VisibleEntry[] =>
  things.filter(isEntry).filter((entry) => stands(entry) || entry.withdrawnAt !== null)

/** Whether two readings of a record say the same. A version that says nothing new to someone is no version to them. */
export const readsTheSame = (one: readonly VisibleThing[], other: readonly VisibleThing[]): boolean => {
  const marks = (things: readonly VisibleThing[]) =>
    [
      ...entriesRead(things).map((entry) => `${entry.ref} ${entry.withdrawnAt ?? ''}`),
      ...things.flatMap((thing) =>
        thing.kind === 'attendance' ? [`${thing.ref} ${thing.corrections.length}`] : [],
      ),
    ]
      .sort()
      .join()
  return marks(one) === marks(other)
}

export interface MinutesChange {
  kind: EntryKind | 'attendance'
  /** Null for attendance. */
  itemId: string | null
  what: 'corrected' | 'withdrawn' | 'added'
  before: string | null
  after: string | null
  reason: string | null
}

/** What changed from one reading of a record to a later one, as far as this reader may know of both. `say` puts an entry into words. */
export const minutesChanges = (
  before: RoomView,
  after: RoomView,
  say: (view: RoomView, entry: VisibleEntry) => string,
): MinutesChange[] => {
  const changes: MinutesChange[] = allOf(after, 'attendance').flatMap((one): MinutesChange[] => {
    const old = oneOf(before, 'attendance', one.id)
    if (one.corrections.length === (old?.corrections.length ?? 0)) return []
    return [
      {
        kind: 'attendance',
        itemId: null,
        what: old ? 'corrected' : 'added',
        before: old ? whoAttended(before, old) : null,
        after: whoAttended(after, one),
        reason: one.corrections.at(-1)?.reason ?? null,
      },
    ]
  })
  for (const kind of entryKinds) {
    const was = (before[kind] ?? new Map()) as ReadonlyMap<string, VisibleEntry>
    const is = (after[kind] ?? new Map()) as ReadonlyMap<string, VisibleEntry>
    for (const entry of is.values()) {
      if (!stands(entry) && entry.withdrawnAt === null) continue
      const same = was.get(entry.id)
      if (same) {
        if (same.withdrawnAt === null && entry.withdrawnAt !== null) {
          changes.push({
            kind,
            itemId: entry.itemId,
            what: 'withdrawn',
            before: say(before, same),
            after: null,
            reason: entry.withdrawnReason,
          })
        }
        continue
      }
      // Corrected more than once in between: what it said before is what the earlier version read.
      let earlier = is.get(entry.supersedes ?? '')
      while (earlier && !was.has(earlier.id)) earlier = is.get(earlier.supersedes ?? '')
      const old = earlier && was.get(earlier.id)
      changes.push({
        kind,
        itemId: entry.itemId,
        what: old ? 'corrected' : 'added',
        before: old ? say(before, old) : null,
        after: say(after, entry),
        reason: entry.correctionReason,
      })
    }
  }
  return changes
}

/** How far minutes have come, as a paper says it. */
export const standingInWords = (
  state: MinutesState | 'open' | 'kept_elsewhere',
  version: Pick<MinutesVersion, 'approvedAt' | 'distributedAt'> | undefined,
): string => {
  if (state === 'open') return 'The meeting is in session: these are its minutes so far.'
  if (state === 'kept_elsewhere') return 'Held before the panel recorded its meetings here.'
  if (!version)
    return state === 'correction_waits'
      ? 'Corrected, and not approved by the chair again.'
      : 'Draft: not approved by the chair.'
  return `As approved by the chair on ${dayAndTime(version.approvedAt)}.`
}
