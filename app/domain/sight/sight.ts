import type { Audience } from '../audience'
import type { EntryBase } from '../things/entries'
import type { Things } from '../things/thing-set'
import {
  isAdvocate,
  isInCircle,
  readsNames as mayReadNames,
  runsPanel,
  sitsOnPanel,
  standsFor,
  type Viewer,
} from './viewer'

// WHO MAY SEE WHAT (domain 6, promise 3) is decided on this floor and nowhere else: pages, sockets, search, exports,
// counts and errors all ask here. This file is what the rules of all subjects are made of; they stand beside what leaves,
// in the file of their subject, and sees.ts is their register. Default deny: a thing that no rule shows is not shown, and
// so is one of whose case it is not known who is put out of it. What is hidden leaves no trace: it is absent, it is not
// counted, and a change to it sends nothing.

/** The wall is a screen that everyone in the room can read: initials, decisions and actions, nothing else. */
export type Surface = 'desk' | 'wall'

/** A viewer at one moment: what stands between this person and the things in this scope. */
export interface Sight {
  viewer: Viewer
  surface: Surface
  /** The meeting that is looked at; null: a case file, or the panel's own pages. */
  meetingId: string | null
  /** Cases this person is put out of: a declared interest that stands, or an item to which the agency is not invited. */
  outOfCases: ReadonlySet<string>
  /** Items, of any meeting, to which the agency is not invited: what was recorded there stays unsaid elsewhere too. */
  outOfItems: ReadonlySet<string>
  /** In the meeting looked at, if it is in session, nobody sees case content before accepting its confidentiality statement. */
  caseContent: boolean
  /** Cases on the agenda of another meeting in session that this person has not joined. */
  awaitingJoin: ReadonlySet<string>
  things: Things
  /** Given: every condition that is asked writes its answer here (npm run sees). */
  asked?: Answered[]
}

export interface Answered {
  /** The condition, in words. */
  says: string
  holds: boolean
}

/** A condition that a rule of sight is made of. It says what it is, so that a rule can be asked why. */
export const condition =
  <A extends unknown[]>(says: string, holds: (sight: Sight, ...of: A) => boolean) =>
  (sight: Sight, ...of: A): boolean => {
    const answer = holds(sight, ...of)
    sight.asked?.push({ says, holds: answer })
    return answer
  }

/** Whoever runs the panel is in every item; other members are when their agency is, or when it is open to all. */
export const isInvited = (viewer: Viewer, invitedAgencyIds: readonly string[] | null): boolean =>
  invitedAgencyIds === null ||
  runsPanel(viewer) ||
  (viewer.agencyId !== null && invitedAgencyIds.includes(viewer.agencyId))

/** Whoever puts up the wall, it is read by all in the room: there an item is open to all of the panel or to nobody. */
const mayAttend = (viewer: Viewer, surface: Surface, invitedAgencyIds: readonly string[] | null): boolean =>
  surface === 'wall' ? invitedAgencyIds === null : isInvited(viewer, invitedAgencyIds)

/**
 * A person is put out of a case while an interest they declared stands, whatever their role; and of a case on this
 * meeting's agenda to which their agency is not invited (domain 4 and 6). Its case file is closed to them as well, for as
 * long as a meeting with such an item is to come or in session.
 *
 * While a meeting is in session, its cases open only to those who have accepted its confidentiality statement: in its own
 * room, in rooms and minutes of other meetings, in case files and on every page. Whoever has joined the meeting looked at
 * sees its cases there, even where another one was never closed.
 */
export const sightOf = (
  viewer: Viewer,
  things: Things,
  meetingId: string | null,
  surface: Surface = 'desk',
): Sight => {
  const outOfCases = new Set<string>()
  for (const conflict of things.all('conflict')) {
    if (conflict.memberId === viewer.memberId && conflict.withdrawnAt === null)
      outOfCases.add(conflict.caseId)
  }
  const outOfItems = new Set<string>()
  for (const item of things.all('item')) {
    if (mayAttend(viewer, surface, item.invitedAgencyIds)) continue
    outOfItems.add(item.id)
    const here =
      meetingId === null
        ? things.get('meeting', item.meetingId)?.status !== 'closed'
        : item.meetingId === meetingId
    if (here) outOfCases.add(item.caseId)
  }
  const accepted = (id: string) =>
    things
      .all('attendance')
      .some((one) => one.meetingId === id && one.memberId === viewer.memberId && one.acceptedAt !== null)
  const inSession = things.all('meeting').filter((meeting) => meeting.status === 'open')
  const waiting = new Set(inSession.filter((meeting) => !accepted(meeting.id)).map((meeting) => meeting.id))
  const caseContent = sitsOnPanel(viewer.role) && (meetingId === null || !waiting.has(meetingId))
  const hasJoinedThis = inSession.some((meeting) => meeting.id === meetingId) && caseContent
  const awaitingJoin = new Set<string>()
  if (!hasJoinedThis)
    for (const item of things.all('item')) if (waiting.has(item.meetingId)) awaitingJoin.add(item.caseId)
  return { viewer, surface, meetingId, outOfCases, outOfItems, caseContent, awaitingJoin, things }
}

/** The same person once they have joined whatever is in session: for asking what someone may be told of, not shown. */
export const onceJoined = (sight: Sight): Sight => ({ ...sight, caseContent: true, awaitingJoin: new Set() })

export const atDesk = condition('at their own screen, not on the wall', (sight) => sight.surface === 'desk')
export const isOwnPanel = condition(
  'a member of this panel',
  (sight, panelId: string) => sight.viewer.panelId === panelId,
)
export const sits = condition('sits in the panel’s meetings', (sight) => sitsOnPanel(sight.viewer.role))
export const runs = condition('runs the panel (chair or coordinator)', (sight) => runsPanel(sight.viewer))
export const readsNames = condition('reads names, not counts alone', (sight) => mayReadNames(sight.viewer))
export const inCircle = condition('belongs to the safety circle', (sight) => isInCircle(sight.viewer))
export const isOwnAgency = condition(
  'stands for the agency it belongs to',
  (sight, agencyId: string | null) => standsFor(sight.viewer, agencyId),
)

/** A room holds other meetings of the panel only to know who may see what in this one. */
export const isOfMeetingLookedAt = condition(
  'of the meeting looked at',
  (sight, meetingId: string) => sight.meetingId === null || sight.meetingId === meetingId,
)

const sightIsKnown = condition(
  'declared interests and invitations of the case are at hand',
  (sight, caseId: string) => sight.things.sightIsKnownOf(caseId),
)
const isPutOut = condition(
  'put out of the case, by an interest they declared or an item they are not invited to',
  (sight, caseId: string) => sight.outOfCases.has(caseId),
)

/** Put out of a case; and so is everyone of a case of which it is not known who is. */
export const isOutOf = (sight: Sight, caseId: string): boolean =>
  !sightIsKnown(sight, caseId) || isPutOut(sight, caseId)

/** What the panel holds on a case is open to its members, in session only to those who have accepted what it asks of them. */
export const isOpenTo = condition(
  'has joined the meeting in session, if the case is before one',
  (sight, caseId: string) => sight.caseContent && !sight.awaitingJoin.has(caseId),
)

/** Some cases are closed to this person until they join the meeting in session: whoever must look through all of them waits. */
export const someCasesWait = (sight: Sight): boolean => sight.awaitingJoin.size > 0

/** Closed to this person only until they join the meeting in session. */
export const waitsForJoining = (sight: Sight, caseId: string): boolean =>
  sight.awaitingJoin.has(caseId) && !isOutOf(sight, caseId)

/** Members of the panel see its cases, less those they are put out of. */
export const maySeeCase = (sight: Sight, caseId: string, panelId: string): boolean =>
  isOpenTo(sight, caseId) && isOwnPanel(sight, panelId) && !isOutOf(sight, caseId)

/** What was said while few were asked in is for those who were; on the wall, for nobody. */
export const wasAskedIn = condition(
  'asked in where not all were',
  (sight, invitedAgencyIds: readonly string[] | null) =>
    mayAttend(sight.viewer, sight.surface, invitedAgencyIds),
)

/** What belongs to one item is for those who were invited to it. An item that is not known is nobody's. */
export const mayLookAtItem = condition(
  'invited to the item',
  (sight, itemId: string) => sight.things.get('item', itemId) !== undefined && !sight.outOfItems.has(itemId),
)

/** In the audience that an author chose: the panel, named agencies and one's own, or the circle and whom the author named. */
export const isInAudience = (
  viewer: Viewer,
  audience: Audience,
  entry: Pick<EntryBase, 'agencyId'>,
): boolean => {
  switch (audience.kind) {
    case 'panel':
      return true
    case 'agencies':
      return (
        viewer.agencyId !== null &&
        (audience.agencyIds.includes(viewer.agencyId) || viewer.agencyId === entry.agencyId)
      )
    case 'safety_circle':
      return isInCircle(viewer) || audience.memberIds.includes(viewer.memberId)
    default:
      return audience satisfies never
  }
}

/** Who wrote it; and who is in its audience and in that of every later version, so that a correction narrows the old words too. */
export const isForThem = condition(
  'its author, or in its audience and in that of every later version',
  (
    sight,
    one: { recordedBy: string; agencyId: string; audience: Audience; laterAudiences: readonly Audience[] },
  ) =>
    one.recordedBy === sight.viewer.memberId ||
    [one.audience, ...one.laterAudiences].every((audience) => isInAudience(sight.viewer, audience, one)),
)

/** A victim-survivor's safety record: IDVA, chair and coordinator; others only by name. */
export const mayReadSafetyOf = condition(
  'advocate, chair or coordinator, or named in her safety record',
  ({ viewer, things }, victimId: string) =>
    runsPanel(viewer) ||
    isAdvocate(viewer) ||
    (things.get('safetyRecord', victimId)?.memberIds.includes(viewer.memberId) ?? false),
)
