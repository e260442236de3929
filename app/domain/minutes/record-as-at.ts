import { ThingSet, type Things } from '../things/thing-set'
import type { Meeting } from '../things/meeting'
import { thingKinds } from '../things/kinds'
import {
  entryKinds,
  type Action,
  type Entry,
  type EntryByKind,
  type EntryKind,
  type InformationRequest,
  type Intervention,
} from '../things/entries'
import type { Instant } from '../dates/day'

// AS KNOWN AT. The record of a meeting as it stood at a past moment, worked out from what is kept: nothing is copied.
// Entries stand as they were worded then; what happened to actions, requests and interventions after the meeting closed
// is no part of its record. What is *not* taken back is who may see: audiences that a later correction narrowed, interests
// declared since, who sits on the panel now. So an old version never shows anyone what they may no longer read.

const at = <T extends { at: Instant }>(history: readonly T[], moment: Instant): T | undefined =>
  history.find((line) => line.at > moment)

const dueThen = (entry: Action | InformationRequest, moment: Instant) =>
  entry.history.find((line) => line.at > moment && line.dueBefore !== null)?.dueBefore ?? entry.due

/** An action waits, is parked, is accepted: what came of it after the moment is not yet so. */
const acceptanceThen = (
  entry: Action,
  moment: Instant,
): Pick<Action, 'acceptance' | 'acceptedBy' | 'acceptedAt'> | undefined => {
  const before = entry.history.find((line) => line.at > moment && line.acceptanceBefore)?.acceptanceBefore
  return before ? { acceptance: before, acceptedBy: null, acceptedAt: null } : undefined
}

/** Taken to the chair, who may have given it another day since: then it is with them no longer. */
const escalatedThen = (entry: InformationRequest, moment: Instant) => {
  const turn = entry.history.findLast(
    ({ what, at: when }) => when <= moment && (what === 'escalated' || what === 'extended'),
  )
  return turn?.what === 'escalated' ? turn.at : null
}

const after = (instant: Instant | null, moment: Instant) => instant !== null && instant > moment

const unhappened: { [K in EntryKind]?: (entry: EntryByKind[K], moment: Instant) => EntryByKind[K] } = {
  action: (entry, moment) => ({
    ...entry,
    due: dueThen(entry, moment),
    ...(after(entry.endedAt, moment) ? { outcome: null, evidence: '', endedAt: null, passedTo: null } : {}),
    ...acceptanceThen(entry, moment),
    history: entry.history.filter((line) => line.at <= moment),
  }),
  request: (entry, moment) => ({
    ...entry,
    due: dueThen(entry, moment),
    ...(after(entry.answeredAt, moment)
      ? { state: 'outstanding' as const, answer: '', refusalReason: '', answeredAt: null }
      : {}),
    escalatedAt: escalatedThen(entry, moment),
    timesChased:
      entry.timesChased -
      entry.history.filter(
        (line) => line.at > moment && (line.what === 'chased' || line.what === 'escalated'),
      ).length,
    history: entry.history.filter((line) => line.at <= moment),
  }),
  intervention: (entry: Intervention, moment) => {
    const next = at(entry.history, moment)
    return {
      ...entry,
      ...(next ? { status: next.status, result: next.result } : {}),
      history: entry.history.filter((line) => line.at <= moment),
    }
  },
}

/** Where the line of corrections began that led to this entry. */
export const firstVersionOf = (things: Things, kind: EntryKind, entry: Entry): Entry => {
  let first = entry
  for (
    let earlier = things.get(kind, first.supersedes);
    earlier;
    earlier = things.get(kind, first.supersedes)
  )
    first = earlier
  return first
}

/** The record of one meeting as it stood at a moment. */
export const recordAsAt = (
  things: Things,
  meeting: Pick<Meeting, 'id' | 'closedAt'>,
  moment: Instant,
): ThingSet => {
  const record = new ThingSet()
  record.knowAsMuchAs(things)
  for (const kind of thingKinds) {
    if (!(entryKinds as readonly string[]).includes(kind))
      for (const thing of things.all(kind)) record.put(kind, thing)
  }
  // Attendance was put right after the meeting: as it stood at the moment, or not at all where it had been forgotten.
  for (const attendance of things.all('attendance')) {
    const next = at(attendance.history, moment)
    if (!next) continue
    if (next.before === null) record.drop('attendance', attendance.id)
    else
      record.put('attendance', {
        ...attendance,
        ...next.before,
        history: attendance.history.filter((line) => line.at <= moment),
      })
  }
  const closedAt = meeting.closedAt ?? moment
  for (const kind of entryKinds) {
    for (const entry of things.all(kind)) {
      if (
        entry.meetingId !== meeting.id ||
        entry.recordedAt > moment ||
        firstVersionOf(things, kind, entry).recordedAt > closedAt
      )
        continue
      const next = things.get(kind, entry.supersededBy)
      const then = {
        ...entry,
        supersededBy: next && next.recordedAt <= moment ? entry.supersededBy : null,
        ...(after(entry.withdrawnAt, moment) ? { withdrawnAt: null, withdrawnReason: null } : {}),
      }
      const unhappen = unhappened[kind] as ((entry: Entry, moment: Instant) => Entry) | undefined
      record.put(kind, (unhappen ? unhappen(then, closedAt) : then) as never)
    }
  }
  return record
}
