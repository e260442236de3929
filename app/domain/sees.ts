import type { Audience } from './audience'
import type { AgencyKind, Role } from './catalogues/panel'
import type { Things } from './things/thing-set'
import type { ThingByKind, ThingKind } from './things/kinds'
import type { Referral } from './things/referral'
import type { PreparedEntry, ResearchReturn } from './things/returns'
import type { Incident } from './things/candidates'
import type { Happening } from './things/case'
import type { Telling } from './things/minutes'
import { type EntryBase, type EntryKind, isEntryKind } from './things/entries'
import { anotherItem, visibleShapes, type Versions, type VisibleShapes } from './visible-shapes'

// WHO MAY SEE WHAT. The only place (domain 6, promise 3): pages, sockets, search, exports, counts and errors all ask
// here. Default deny: a thing that no rule below shows is not shown. What is hidden leaves no trace: it is absent, it is
// not counted, and a change to it sends nothing.

/** Someone who looks, as a member of one panel. */
export interface Viewer {
  accountId: string
  memberId: string
  panelId: string
  role: Role
  agencyId: string | null
  agencyKind: AgencyKind | null
}

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
}

declare const visibleBrand: unique symbol
/** Only this file can make one; nothing else may leave the server. */
export type Visible<T> = T & { readonly [visibleBrand]: true }
export type VisibleByKind = { [K in keyof VisibleShapes]: Visible<VisibleShapes[K]> }
export type VisibleKind = keyof VisibleShapes & ThingKind
export type VisibleThing = VisibleByKind[VisibleKind]

/** Roles that sit in the meeting. Administrators keep accounts, evaluators read counts: neither sees a case. */
export const sitsOnPanel = (role: Role): boolean => role !== 'administrator' && role !== 'evaluator'

export const viewerOf = (things: Things, accountId: string, panelId: string): Viewer | undefined => {
  const member = things
    .all('member')
    .find((one) => one.accountId === accountId && one.panelId === panelId && one.active)
  if (!member) return undefined
  return {
    accountId,
    memberId: member.id,
    panelId,
    role: member.role,
    agencyId: member.agencyId,
    agencyKind: things.get('agency', member.agencyId)?.kind ?? null,
  }
}

/** Chair and coordinator run every item; other members are in it when their agency is, or when it is open to all. */
const isInvited = (viewer: Viewer, invitedAgencyIds: readonly string[] | null): boolean =>
  invitedAgencyIds === null ||
  viewer.role === 'chair' ||
  viewer.role === 'coordinator' ||
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

/** What the panel holds on a case is open to its members, in session only to those who have accepted what it asks of them. */
const isOpenTo = (sight: Sight, caseId: string): boolean =>
  sight.caseContent && !sight.awaitingJoin.has(caseId)

/** Some cases are closed to this person until they join the meeting in session: whoever must look through all of them waits. */
export const someCasesWait = (sight: Sight): boolean => sight.awaitingJoin.size > 0

/** Members of the panel see its cases, less those they are put out of. */
const maySeeCase = (sight: Sight, caseId: string, panelId: string): boolean =>
  isOpenTo(sight, caseId) && sight.viewer.panelId === panelId && !sight.outOfCases.has(caseId)

/** IDVA, chair and coordinator, police who are not observers, and whom the author names. */
const isInSafetyCircle = (viewer: Viewer, memberIds: readonly string[]): boolean =>
  viewer.role === 'idva' ||
  viewer.role === 'chair' ||
  viewer.role === 'coordinator' ||
  (viewer.agencyKind === 'police' && viewer.role !== 'observer') ||
  memberIds.includes(viewer.memberId)

/** Belongs to the safety circle without being named. */
export const mayJoinSafetyCircle = (viewer: Viewer): boolean => isInSafetyCircle(viewer, [])

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
      return isInSafetyCircle(viewer, audience.memberIds)
    default:
      return audience satisfies never
  }
}

/** What belongs to one item is for those who were invited to it. An item that is not known is nobody's. */
const mayLookAtItem = (sight: Sight, itemId: string): boolean =>
  sight.things.get('item', itemId) !== undefined && !sight.outOfItems.has(itemId)

/**
 * An entry is seen by members who may see its case, were invited to the item it was recorded at, and who wrote it or are
 * in its audience, and in the audience of every later version of it. On the wall: only decisions and actions for the
 * whole panel.
 */
export const maySeeEntry = (sight: Sight, kind: EntryKind, entry: EntryBase): boolean => {
  if (!maySeeCase(sight, entry.caseId, entry.panelId) || !mayLookAtItem(sight, entry.itemId)) return false
  // What an earlier meeting left open comes without its item: the entry itself remembers who was asked in.
  if (!mayAttend(sight.viewer, sight.surface, entry.invitedAgencyIds)) return false
  const audiences = [entry.audience, ...entry.laterAudiences]
  if (sight.surface === 'wall') {
    return (
      (kind === 'decision' || kind === 'action') && audiences.every((audience) => audience.kind === 'panel')
    )
  }
  if (entry.recordedBy === sight.viewer.memberId) return true
  return audiences.every((audience) => isInAudience(sight.viewer, audience, entry))
}

/** A reference to an entry is shown only to those who see that entry; to others there was never a reference. */
const referenceIfSeen = (sight: Sight, kind: EntryKind, id: string | null): string | null => {
  const entry = id === null ? undefined : sight.things.get(kind, id)
  return entry && maySeeEntry(sight, kind, entry) ? id : null
}

/** A room holds other meetings of the panel only to know who may see what in this one. */
const isOfMeetingLookedAt = (sight: Sight, meetingId: string): boolean =>
  sight.meetingId === null || sight.meetingId === meetingId

const isOwnPanel = (sight: Sight, panelId: string) => sight.viewer.panelId === panelId
const sits = (sight: Sight) => sitsOnPanel(sight.viewer.role)
const runsThePanel = (sight: Sight) => sight.viewer.role === 'chair' || sight.viewer.role === 'coordinator'

/** A victim-survivor's safety record: IDVA, chair and coordinator; others only by name. */
const mayReadSafetyOf = (sight: Sight, victimId: string): boolean =>
  runsThePanel(sight) ||
  sight.viewer.role === 'idva' ||
  (sight.things.get('safetyRecord', victimId)?.memberIds.includes(sight.viewer.memberId) ?? false)

/** Who tells her what and how is read by whoever may read her safety record, of those who may see the case. */
export const mayReadTelling = (sight: Sight, telling: Telling): boolean =>
  maySeeCase(sight, telling.caseId, telling.panelId) &&
  mayAttend(sight.viewer, sight.surface, telling.invitedAgencyIds) &&
  mayReadSafetyOf(sight, telling.victimId)

const isOwnAgency = (sight: Sight, agencyId: string) =>
  sight.viewer.agencyId !== null && sight.viewer.agencyId === agencyId

/**
 * An agency's return is private to its agency until it shares it in the meeting (domain 4 and 6). Whoever of the agency is
 * out of the case, or sits in only to watch, does not read it either.
 */
const maySeeOwnReturn = (sight: Sight, one: ResearchReturn | PreparedEntry): boolean =>
  sight.surface === 'desk' &&
  sight.viewer.role !== 'observer' &&
  isOwnAgency(sight, one.agencyId) &&
  maySeeCase(sight, one.caseId, one.panelId) &&
  mayLookAtItem(sight, one.itemId)

export const maySeePrepared = (sight: Sight, prepared: PreparedEntry): boolean =>
  maySeeOwnReturn(sight, prepared) &&
  (prepared.preparedBy === sight.viewer.memberId || isInAudience(sight.viewer, prepared.audience, prepared))

/**
 * An incident of a case is for those who may see the case; one of no case is for the safety circle, less those who are put
 * out of any case about the same man. What she reported herself stays in the safety circle, wherever it belongs.
 */
const maySeeIncident = (sight: Sight, incident: Incident): boolean => {
  if (sight.surface !== 'desk' || !sight.caseContent || incident.panelId !== sight.viewer.panelId)
    return false
  if (
    (incident.source === 'victim_survivor' || incident.caseId === null) &&
    !mayJoinSafetyCircle(sight.viewer)
  )
    return false
  if (incident.caseId !== null) return maySeeCase(sight, incident.caseId, incident.panelId)
  return sight.things
    .all('case')
    .filter((one) => one.personId === incident.personId && one.panelId === incident.panelId)
    .every((one) => maySeeCase(sight, one.id, one.panelId))
}

/**
 * What happened between meetings: who may see the case, was asked in where not all were, and wrote it or is in its audience
 * and in that of every later version of it.
 */
const maySeeHappening = (sight: Sight, happening: Happening): boolean =>
  sight.surface === 'desk' &&
  maySeeCase(sight, happening.caseId, happening.panelId) &&
  isInvited(sight.viewer, happening.invitedAgencyIds) &&
  (happening.recordedBy === sight.viewer.memberId ||
    [happening.audience, ...happening.laterAudiences].every((audience) =>
      isInAudience(sight.viewer, audience, happening),
    ))

/** Another version of a happening, to those who see it; to others there was never one. */
const happeningIfSeen = (sight: Sight, id: string | null): string | null => {
  const happening = id === null ? undefined : sight.things.get('happening', id)
  return happening && maySeeHappening(sight, happening) ? id : null
}

/** Kinds that an agency keeps to itself: no part of a meeting's record, whoever reads it. */
const keptToItself: readonly VisibleKind[] = ['researchReturn', 'preparedEntry']
export const isOfTheRecord = (thing: VisibleThing): boolean => !keptToItself.includes(thing.kind)
const maySeeReferral = (sight: Sight, referral: Referral): boolean => {
  const { viewer } = sight
  if (sight.surface !== 'desk' || !sits(sight) || !isOwnPanel(sight, referral.panelId)) return false
  if (referral.caseId !== null) return maySeeCase(sight, referral.caseId, referral.panelId)
  return (
    runsThePanel(sight) ||
    viewer.role === 'idva' ||
    (viewer.agencyId !== null &&
      viewer.agencyId === referral.referrerAgencyId &&
      viewer.role !== 'observer') ||
    referral.memberIds.includes(viewer.memberId)
  )
}

/** What has been built for others, by thing and by what of it may be seen; it lives no longer than one telling. */
export type Shaped = Map<object, Map<string, unknown>>

type Rule<K extends ThingKind> = (sight: Sight, thing: ThingByKind[K], shaped?: Shaped) => unknown

type Reference = string | null

/**
 * An entry as someone may see it depends on the entry and on which of its references they may follow, on nothing else of
 * theirs: so it is built once for all who see the same, and not once for each of them (docs/performance.md).
 */
const entryRule = <K extends EntryKind>(
  kind: K,
  shape: (entry: ThingByKind[K], versions: Versions, ...references: Reference[]) => unknown,
  referencesOf: (sight: Sight, entry: ThingByKind[K]) => Reference[] = () => [],
): Rule<K> => {
  return (sight, entry, shaped) => {
    if (!maySeeEntry(sight, kind, entry)) return undefined
    const supersedes = referenceIfSeen(sight, kind, entry.supersedes)
    const supersededBy = referenceIfSeen(sight, kind, entry.supersededBy)
    const references = referencesOf(sight, entry)
    const key = [supersedes, supersededBy, ...references].join('~')
    const known = shaped?.get(entry)?.get(key)
    if (known !== undefined) return known
    const made = shape(entry, { supersedes, supersededBy }, ...references)
    if (shaped) shaped.set(entry, (shaped.get(entry) ?? new Map<string, unknown>()).set(key, made))
    return made
  }
}

const position = entryRule('position', visibleShapes.position)

const rules: { [K in ThingKind]: Rule<K> } = {
  // Never leave the server.
  area: () => undefined,
  account: () => undefined,
  credential: () => undefined,
  // That there is a version tells that something was corrected: whoever reads minutes is told of those that differ for them.
  minutesVersion: () => undefined,

  // Everyone on a panel knows its name, its agencies and its members.
  panel: (sight, panel) => (isOwnPanel(sight, panel.id) ? visibleShapes.panel(panel) : undefined),
  // How the panel works is no secret to whoever belongs to it; who wrote a version is a name, which an evaluator never reads.
  criteria: (sight, set) =>
    isOwnPanel(sight, set.panelId)
      ? visibleShapes.criteria(set, sight.surface === 'desk' && sight.viewer.role !== 'evaluator')
      : undefined,
  policy: (sight, policy) =>
    sight.surface === 'desk' && isOwnPanel(sight, policy.panelId) && sight.viewer.role !== 'evaluator'
      ? visibleShapes.policy(policy)
      : undefined,
  agency: (sight, agency) => (isOwnPanel(sight, agency.panelId) ? visibleShapes.agency(agency) : undefined),
  // An evaluator reads counts, never a name.
  member: (sight, member) =>
    isOwnPanel(sight, member.panelId) && sight.viewer.role !== 'evaluator'
      ? visibleShapes.member(member)
      : undefined,

  // The case file: members who may see the case. Never on the wall, which shows initials only.
  person: (sight, person) =>
    sight.surface === 'desk' &&
    (sight.things
      .all('case')
      .some((one) => one.personId === person.id && maySeeCase(sight, one.id, one.panelId)) ||
      sight.things.all('incident').some((one) => one.personId === person.id && maySeeIncident(sight, one)))
      ? visibleShapes.person(person)
      : undefined,
  incident: (sight, incident) =>
    maySeeIncident(sight, incident) ? visibleShapes.incident(incident) : undefined,
  // How a new partner was told is said to those who were told that there is one.
  happening: (sight, happening) =>
    maySeeHappening(sight, happening)
      ? visibleShapes.happening(happening, {
          supersedes: happeningIfSeen(sight, happening.supersedes),
          supersededBy: happeningIfSeen(sight, happening.supersededBy),
        })
      : undefined,
  // How candidates are ranked is known to those who may see the ranking, and so is whom it put forward.
  scoringMatrix: (sight, matrix) =>
    sight.surface === 'desk' && isOwnPanel(sight, matrix.panelId) && mayJoinSafetyCircle(sight.viewer)
      ? visibleShapes.scoringMatrix(matrix)
      : undefined,
  candidacy: (sight, candidacy) =>
    sight.surface === 'desk' &&
    mayJoinSafetyCircle(sight.viewer) &&
    maySeeCase(sight, candidacy.caseId, candidacy.panelId)
      ? visibleShapes.candidacy(candidacy)
      : undefined,
  case: (sight, thing) =>
    sight.surface === 'desk' && maySeeCase(sight, thing.id, thing.panelId)
      ? visibleShapes.case(thing, runsThePanel(sight))
      : undefined,
  victim: (sight, victim) =>
    sight.surface === 'desk' && maySeeCase(sight, victim.caseId, victim.panelId)
      ? visibleShapes.victim(victim)
      : undefined,
  child: (sight, child) =>
    sight.surface === 'desk' && maySeeCase(sight, child.caseId, child.panelId)
      ? visibleShapes.child(child)
      : undefined,

  // A victim-survivor's safety record: IDVA, chair and coordinator; others only by name.
  safetyRecord: (sight, record) =>
    sight.surface === 'desk' &&
    maySeeCase(sight, record.caseId, record.panelId) &&
    mayReadSafetyOf(sight, record.id)
      ? visibleShapes.safetyRecord(record)
      : undefined,

  // Whether a victim-survivor has been told: for those who may see the case. By whom, what and how, follows her safety record.
  telling: (sight, telling) =>
    sight.surface === 'desk' &&
    maySeeCase(sight, telling.caseId, telling.panelId) &&
    mayAttend(sight.viewer, sight.surface, telling.invitedAgencyIds)
      ? visibleShapes.telling(telling, mayReadSafetyOf(sight, telling.victimId))
      : undefined,

  // A referral, until it becomes a case: chair, coordinator and IDVAs, the agency that made it, and whom the referrer
  // named. From then on: members who may see the case.
  referral: (sight, referral) =>
    maySeeReferral(sight, referral)
      ? visibleShapes.referral(referral, runsThePanel(sight) || sight.viewer.role === 'idva')
      : undefined,

  // What she said and how she can be reached: as her safety record, from the first moment. Not the referring agency, not
  // the perpetrator's case manager. Once it is a case, whoever was named reads the safety record, which says who may now.
  referralSafety: (sight, safety) => {
    const referral = sight.things.get('referral', safety.id)
    if (!referral || !maySeeReferral(sight, referral)) return undefined
    const named = referral.caseId === null && referral.memberIds.includes(sight.viewer.memberId)
    return runsThePanel(sight) || sight.viewer.role === 'idva' || named
      ? visibleShapes.referralSafety(safety)
      : undefined
  },

  // What a referrer was told is part of the referral.
  referrerTelling: (sight, telling) => {
    const referral = sight.things.get('referral', telling.referralId)
    return referral && maySeeReferral(sight, referral) ? visibleShapes.referrerTelling(telling) : undefined
  },

  // Whoever was given a link, for chair, coordinator and the member who gave it. Its token is nobody's to see.
  referralLink: (sight, link) =>
    sight.surface === 'desk' &&
    sits(sight) &&
    isOwnPanel(sight, link.panelId) &&
    (runsThePanel(sight) || link.madeBy === sight.viewer.memberId)
      ? visibleShapes.referralLink(link)
      : undefined,

  // A merge tells that there are cases under another name: only to chair and coordinator, and only where they may see
  // every case that changed hands.
  personMerge: (sight, merge) =>
    sight.surface === 'desk' &&
    runsThePanel(sight) &&
    isOwnPanel(sight, merge.panelId) &&
    merge.caseIds.every((caseId) => maySeeCase(sight, caseId, merge.panelId))
      ? visibleShapes.personMerge(merge)
      : undefined,

  // That a member is out of a case is part of the record for those who see the case, and for the member. Why, is for
  // chair, coordinator and the member.
  conflict: (sight, conflict) => {
    const own = conflict.memberId === sight.viewer.memberId
    if (sight.surface === 'wall' || !sits(sight) || !isOwnPanel(sight, conflict.panelId)) return undefined
    if (!own && !maySeeCase(sight, conflict.caseId, conflict.panelId)) return undefined
    return visibleShapes.conflict(conflict, own || runsThePanel(sight))
  },

  // The meeting: who sits on the panel. At an item that the viewer is out of, the step and the clock stay unsaid; so they
  // do at an item that is not known here, since nothing here says who is out of it.
  meeting: (sight, meeting) => {
    if (!sits(sight) || !isOwnPanel(sight, meeting.panelId) || !isOfMeetingLookedAt(sight, meeting.id))
      return undefined
    const item = sight.things.get('item', meeting.itemId)
    return visibleShapes.meeting(
      meeting,
      meeting.itemId !== null && (item === undefined || sight.outOfCases.has(item.caseId)),
    )
  },

  // An agenda line: reference, initials and kind for those invited; "another item" for the rest. In a case file there is
  // no other item: there it is absent.
  item: (sight, item) => {
    if (!sits(sight) || !isOwnPanel(sight, item.panelId)) return undefined
    const out = sight.outOfCases.has(item.caseId) || sight.outOfItems.has(item.id)
    if (sight.meetingId === null && out) return undefined
    if (!isOfMeetingLookedAt(sight, item.meetingId)) return undefined
    if (out) return anotherItem(item)
    const thing = sight.things.get('case', item.caseId)
    const person = sight.things.get('person', thing?.personId)
    const open = isOpenTo(sight, item.caseId)
    return visibleShapes.item(item, thing, person, open, open && sight.surface === 'desk')
  },

  attendance: (sight, attendance) =>
    sits(sight) && isOwnPanel(sight, attendance.panelId) && isOfMeetingLookedAt(sight, attendance.meetingId)
      ? visibleShapes.attendance(attendance)
      : undefined,

  // Who has returned, who is silent: for those who may see the case. The content of a return is its agency's own.
  agencyReturn: (sight, agencyReturn) =>
    sight.surface === 'desk' &&
    maySeeCase(sight, agencyReturn.caseId, agencyReturn.panelId) &&
    mayLookAtItem(sight, agencyReturn.itemId)
      ? visibleShapes.agencyReturn(
          agencyReturn,
          runsThePanel(sight) || isOwnAgency(sight, agencyReturn.agencyId),
        )
      : undefined,

  // When the panel meets is for who sits on it.
  meetingSeries: (sight, series) =>
    sight.surface === 'desk' && sits(sight) && isOwnPanel(sight, series.panelId)
      ? visibleShapes.meetingSeries(series)
      : undefined,

  // The agenda as it went out: who sits on the panel, with each line as they may see its item.
  circulation: (sight, circulation) =>
    sight.surface === 'desk' && sits(sight) && isOwnPanel(sight, circulation.panelId)
      ? visibleShapes.circulation(circulation, (caseId) => sight.outOfCases.has(caseId), sight.caseContent)
      : undefined,

  // What it holds, and what it has prepared, is its agency's own: not the chair's, not the coordinator's, on no wall.
  researchReturn: (sight, researchReturn) =>
    maySeeOwnReturn(sight, researchReturn) ? visibleShapes.researchReturn(researchReturn) : undefined,
  // Within the agency too, what is meant for some is for those: an advocate and a case manager may stand for the same one.
  preparedEntry: (sight, prepared) =>
    maySeePrepared(sight, prepared)
      ? visibleShapes.preparedEntry(
          prepared,
          referenceIfSeen(sight, prepared.lever ? 'lever' : 'share', prepared.sharedAs),
        )
      : undefined,

  share: entryRule('share', visibleShapes.share),
  lever: entryRule('lever', visibleShapes.lever),
  finding: entryRule('finding', visibleShapes.finding),
  decision: entryRule('decision', visibleShapes.decision),
  // A position on a decision that the viewer may not see would tell that there is one.
  position: (sight, entry, shaped) =>
    referenceIfSeen(sight, 'decision', entry.decisionId) === null
      ? undefined
      : position(sight, entry, shaped),
  intervention: entryRule(
    'intervention',
    (entry, versions, leverId = null) => visibleShapes.intervention(entry, versions, leverId),
    (sight, entry) => [referenceIfSeen(sight, 'lever', entry.leverId)],
  ),
  action: entryRule(
    'action',
    (
      entry,
      versions,
      interventionId = null,
      requestId = null,
      passedFrom = null,
      passedTo = null,
      surface = null,
    ) =>
      visibleShapes.action(entry, versions, {
        interventionId,
        requestId,
        passedFrom,
        passedTo,
        atDesk: surface === 'desk',
      }),
    (sight, entry) => [
      referenceIfSeen(sight, 'intervention', entry.interventionId),
      referenceIfSeen(sight, 'request', entry.requestId),
      referenceIfSeen(sight, 'action', entry.passedFrom),
      referenceIfSeen(sight, 'action', entry.passedTo),
      sight.surface,
    ],
  ),
  request: entryRule('request', visibleShapes.request),
  safetyCheck: entryRule('safetyCheck', visibleShapes.safetyCheck),
}

/**
 * What this viewer may see of one thing, or undefined. An error while deciding counts as no. Given `shaped`, those who
 * may see the same are given the same object.
 */
export const seen = <K extends VisibleKind>(
  sight: Sight,
  kind: K,
  thing: ThingByKind[K],
  shaped?: Shaped,
): VisibleByKind[K] | undefined => {
  try {
    return (rules[kind] as Rule<K>)(sight, thing, shaped) as VisibleByKind[K] | undefined
  } catch {
    return undefined
  }
}

const kindsThatShow = Object.keys(visibleShapes) as VisibleKind[]

/** Everything in this scope that the viewer may see. */
export const viewFor = (sight: Sight): VisibleThing[] => {
  const view: VisibleThing[] = []
  for (const kind of kindsThatShow) view.push(...seenOf(sight, kind))
  return view
}

/** Of one kind, what the viewer may see. */
export const seenOf = <K extends VisibleKind>(sight: Sight, kind: K): VisibleByKind[K][] =>
  sight.things.all(kind).flatMap((thing) => seen(sight, kind, thing) ?? [])

/**
 * Changes that may alter what someone sees of *other* things: rights, or an audience. After these a whole view is worked
 * out again instead of the changed things alone.
 */
export const changesSight = (kind: ThingKind, before: unknown, after: unknown): boolean => {
  switch (kind) {
    case 'panel':
    case 'agency':
    case 'conflict':
    case 'member':
    case 'person':
    case 'case':
      return true
    case 'happening':
      return (
        before !== undefined &&
        (before as ThingByKind['happening']).laterAudiences.length !==
          (after as ThingByKind['happening']).laterAudiences.length
      )
    // Whoever is named in it, or no longer, gains or loses the words of how she is told as well.
    case 'safetyRecord':
      return (
        (before as ThingByKind['safetyRecord'] | undefined)?.memberIds !==
        (after as ThingByKind['safetyRecord']).memberIds
      )
    case 'meeting':
      return (
        (before as ThingByKind['meeting'] | undefined)?.status !== (after as ThingByKind['meeting']).status
      )
    case 'item':
      return (
        (before as ThingByKind['item'] | undefined)?.invitedAgencyIds !==
        (after as ThingByKind['item']).invitedAgencyIds
      )
    case 'attendance':
      return (
        (before as ThingByKind['attendance'] | undefined)?.acceptedAt !==
        (after as ThingByKind['attendance']).acceptedAt
      )
    default:
      return (
        isEntryKind(kind) &&
        before !== undefined &&
        (before as EntryBase).laterAudiences.length !== (after as EntryBase).laterAudiences.length
      )
  }
}
