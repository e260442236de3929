import { mayCommandKind } from '../abilities'
import { stands } from '../things/entries-standing'
import { readsTheSame, versionsOf } from '../minutes/minutes'
import { recordAsAt } from '../minutes/record-as-at'
import { isInCircle, sitsOnPanel, viewerOf } from '../sight/viewer'
import { mayReadTelling } from '../sight/minutes'
import { maySeeEntry } from '../sight/entries'
import { seen, viewFor } from '../sight/sees'
import { onceJoined, sightOf, type Sight } from '../sight/sight'
import type { Things } from '../things/thing-set'
import type { MinutesVersion } from '../things/minutes'
import type { Member } from '../things/panel'
import type { Happening } from '../things/case'
import type { Telling } from '../things/minutes'
import type { Action, EntryByKind, EntryKind } from '../things/entries'
import { isAhead } from '../case/happening-prompts'

// Whom a notice may go to (notices.ts): of those whose duty something has become, only those who would find it on their
// own pages.

const sittingMembers = (things: Things, panelId: string): Member[] =>
  things
    .all('member')
    .filter((member) => member.panelId === panelId && member.active && sitsOnPanel(member.role))

export const membersOf = (things: Things, panelId: string, agencyId: string): Member[] =>
  sittingMembers(things, panelId).filter(
    (member) => member.agencyId === agencyId && member.role !== 'observer',
  )

/**
 * Of these, those who may see something. Whether they have accepted a meeting's confidentiality yet does not count here:
 * someone who is not in the room is the one who needs to be told, and the mail itself says nothing.
 */
const whoMaySee = (
  things: Things,
  members: readonly Member[],
  meetingId: string | null,
  sees: (sight: Sight) => boolean,
): Member[] =>
  members.filter((member) => {
    const viewer = viewerOf(things, member.accountId, member.panelId)
    return viewer !== undefined && sees(onceJoined(sightOf(viewer, things, meetingId)))
  })

export const whoMayRead = <K extends EntryKind>(
  things: Things,
  members: readonly Member[],
  kind: K,
  entry: EntryByKind[K],
): Member[] => whoMaySee(things, members, entry.meetingId, (sight) => maySeeEntry(sight, kind, entry))

/** Whose an action is: the person it names, while they stand for its agency; else all of that agency. */
export const ownersOf = (things: Things, action: Action): Member[] => {
  const all = membersOf(things, action.panelId, action.ownerAgencyId)
  const named = all.filter((member) => member.id === action.ownerMemberId)
  return whoMayRead(things, named.length > 0 ? named : all, 'action', action)
}

export const ofRole = (things: Things, panelId: string, ...roles: Member['role'][]): Member[] =>
  sittingMembers(things, panelId).filter((member) => roles.includes(member.role))

/** Whoever did something need not be told that it was done. */
export const without = (members: readonly Member[], memberId: string): Member[] =>
  members.filter((member) => member.id !== memberId)

/** What a meeting asks of those who have not taken it on there: actions nobody of the agency accepted, information asked for. */
export const whomTheMeetingLeaves = (things: Things, meetingId: string): Member[] => {
  const here = (entry: { meetingId: string; supersededBy: string | null; withdrawnAt: number | null }) =>
    entry.meetingId === meetingId && stands(entry)
  const actions = things
    .all('action')
    .filter((action) => here(action) && action.endedAt === null && action.acceptance !== 'accepted')
  const requests = things.all('request').filter((request) => here(request) && request.state === 'outstanding')
  return [
    ...new Set([
      ...actions.flatMap((action) => ownersOf(things, action)),
      ...requests.flatMap((request) =>
        whoMayRead(things, membersOf(things, request.panelId, request.toAgencyId), 'request', request),
      ),
    ]),
  ]
}

export const whoTells = (things: Things, telling: Telling, members: readonly Member[]): Member[] =>
  whoMaySee(things, members, null, (sight) => mayReadTelling(sight, telling))

/** Who has to answer: chair and coordinator, where it asks at once for the case to come back; for a new partner, the circle. */
export const whoAnswers = (things: Things, happening: Happening): Member[] => {
  const asks = (member: Member) => {
    const viewer = viewerOf(things, member.accountId, happening.panelId)
    if (!viewer) return false
    if (mayCommandKind(member.role, 'dismissRelisting') && !isAhead(happening.happeningKind)) return true
    return (
      happening.happeningKind === 'new_partner' &&
      mayCommandKind(member.role, 'answerDisclosure') &&
      isInCircle(viewer)
    )
  }
  return whoMaySee(
    things,
    sittingMembers(things, happening.panelId).filter(asks),
    null,
    (sight) => seen(sight, 'happening', happening) !== undefined,
  )
}

/**
 * Those to whom a version of the minutes says something that the one before did not. To mail the others would tell them
 * that something was corrected which they may not read.
 */
export const whoReadsAnew = (things: Things, version: MinutesVersion): Member[] => {
  const members = sittingMembers(things, version.panelId)
  const meeting = things.get('meeting', version.meetingId)
  const before = versionsOf(things, version.meetingId).findLast((one) => one.number < version.number)
  if (!meeting || !before) return members
  const [was, is] = [
    recordAsAt(things, meeting, before.approvedAt),
    recordAsAt(things, meeting, version.approvedAt),
  ]
  return members.filter((member) => {
    const viewer = viewerOf(things, member.accountId, version.panelId)
    return (
      viewer !== undefined &&
      !readsTheSame(viewFor(sightOf(viewer, was, meeting.id)), viewFor(sightOf(viewer, is, meeting.id)))
    )
  })
}
