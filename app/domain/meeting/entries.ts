import { safetyCircle, wholePanel, type Audience } from '../audience'
import {
  findItem,
  findMeeting,
  agenciesInTheRoom,
  isRefusal,
  mustBeOpen,
  notFound,
  refuse,
  refuseField,
  sightInMeeting,
  type Asking,
  type Decided,
  type Refusal,
} from '../asking'
import { laneOf } from '../agenda/agenda'
import { entryKindOf, type CommandOf, type EntryCommandKind } from '../commands'
import { dayFromWords } from '../dates/due-date'
import type { EntryFields } from './entry-fields'
import { stands } from '../things/entries-standing'
import { policyVersionOf } from '../panel/policy'
import { recorded, type PanelRecord } from '../records/records'
import { isInAudience } from '../sight/sight'
import { isInCircle, viewerOf } from '../sight/viewer'
import { maySeeEntry } from '../sight/entries'
import type { Meeting } from '../things/meeting'
import type { Item } from '../things/agenda'
import type { Agency } from '../things/panel'
import type { Acceptance, EntryBase, EntryByKind, EntryKind } from '../things/entries'

// What is recorded live (domain 4). Each rule below makes one kind of entry from what a person filled in, or refuses
// with the field and the mend. Decisions, positions and findings are the panel's own and are for all of it; a safety
// check is for the safety circle; anything a victim-survivor told is for the safety circle unless its author says
// otherwise, and is marked as not for him.

interface Making {
  asking: Asking
  item: Item
  meeting: Meeting
  lane: Agency
  base: EntryBase
  /** The entry that this one corrects. */
  replaces: EntryBase | null
}

type Made<K extends EntryKind> = EntryByKind[K] | Refusal

/** `was`: a correction that leaves the day as it was is no new promise, so that day may have passed. */
export const dueFrom = (asking: Asking, words: string, field = 'fields.due', was?: string) => {
  if (was !== undefined && words === was) return was
  const due = dayFromWords(words, asking.context.today)
  if (due === undefined)
    return refuseField(field, 'Write a date, or words such as “Friday”, “in 2 weeks” or “21 November”.')
  return due < asking.context.today ? refuseField(field, 'Give a day that is not in the past.') : due
}

const agencyOr = (asking: Asking, agencyId: string | null, fallback: string, field: string) => {
  const agency = asking.things.get('agency', agencyId ?? fallback)
  return agency && agency.panelId === asking.viewer.panelId
    ? agency.id
    : refuseField(field, 'Choose an agency of this panel.')
}

/** An owner who cannot read what is asked of them cannot do it. */
const agencyCanRead = ({ asking, base }: Making, agencyId: string): boolean =>
  asking.things
    .all('member')
    .filter((member) => member.agencyId === agencyId && member.active)
    .some((member) => {
      const viewer = viewerOf(asking.things, member.accountId, member.panelId)
      return viewer !== undefined && isInAudience(viewer, base.audience, base)
    })

const seenReference = (making: Making, kind: EntryKind, id: string | null, field: string) => {
  if (id === null) return null
  const entry = making.asking.things.get(kind, id)
  const sight = sightInMeeting(making.asking, making.meeting.id)
  const found = entry && entry.caseId === making.item.caseId && maySeeEntry(sight, kind, entry)
  return found ? id : refuseField(field, 'Choose an entry of this case.')
}

const standingIn = <K extends EntryKind>({ asking, item, replaces }: Making, kind: K) =>
  asking.things
    .all(kind)
    .filter((entry) => entry.itemId === item.id && stands(entry) && entry.id !== replaces?.id)

const makers: { [K in EntryKind]: (fields: EntryFields[K], making: Making) => Made<K> } = {
  share: (fields, { base, asking, item }) => {
    const known =
      fields.about === 'perpetrator' ||
      fields.about === 'children' ||
      asking.things
        .all('victim')
        .some((victim) => victim.id === fields.about && victim.caseId === item.caseId)
    if (!known) return refuseField('fields.about', 'Choose whom this is about.')
    if (fields.factDate && fields.factDate > asking.context.today)
      return refuseField('fields.factDate', 'Give a date that is not in the future.')
    return {
      ...base,
      what: fields.what,
      about: fields.about,
      source: fields.source,
      nature: fields.nature,
      factDate: fields.factDate,
      purpose: fields.purpose,
      lawfulBasis: fields.lawfulBasis,
      gateway: fields.gateway,
      necessity: fields.necessity,
    }
  },
  lever: (fields, { base, asking, lane }) => {
    const holder = agencyOr(asking, fields.holderAgencyId, lane.id, 'fields.holderAgencyId')
    if (isRefusal(holder)) return holder
    return {
      ...base,
      what: fields.what,
      leverKind: fields.leverKind,
      holderAgencyId: holder,
      safeToUse: fields.safeToUse,
      safetyNote: fields.safetyNote,
    }
  },
  finding: (fields, { base, asking }) => {
    const panel = asking.things.get('panel', asking.viewer.panelId)
    const set = asking.things
      .all('criteria')
      .find((one) => one.panelId === panel?.id && one.version === panel.criteriaVersion)
    if (!panel || !set?.criteria.some((criterion) => criterion.key === fields.criterionKey)) {
      return refuseField('fields.criterionKey', 'Choose one of the panel’s criteria.')
    }
    return {
      ...base,
      criterionKey: fields.criterionKey,
      criteriaVersion: panel.criteriaVersion,
      answer: fields.answer,
      evidence: fields.evidence,
    }
  },
  decision: (fields, making) => {
    const { base, asking } = making
    if (standingIn(making, 'decision').length > 0) {
      return refuse('already_done', 'A decision stands for this case. Correct it instead of adding another.')
    }
    const until =
      fields.until === ''
        ? null
        : dueFrom(
            asking,
            fields.until,
            'fields.until',
            asking.things.get('decision', making.replaces?.id)?.until ?? undefined,
          )
    if (isRefusal(until)) return until
    const need = (field: string, message: string) => refuseField(`fields.${field}`, message)
    switch (fields.outcome) {
      case 'accept':
        if (!fields.mode)
          return need('mode', 'Say whether this is direct work, or disrupt and indirect work only.')
        break
      case 'bring_back':
        if (!fields.reason) return need('reason', 'Say why the case is brought back.')
        break
      case 'not_accepted':
        if (!fields.reason) return need('reason', 'Say why the case is not accepted.')
        break
      case 'extend':
        if (!fields.onward) return need('onward', 'Write the goals of the extension.')
        if (!until) return need('until', 'Say until when the case is extended.')
        break
      case 'close':
        if (!fields.closureReason) return need('closureReason', 'Choose the primary reason for closing.')
        break
      case 'transfer':
        if (!fields.onward) return need('onward', 'Say where the case is transferred to.')
        break
      case 'continue':
        break
      default:
        return fields.outcome satisfies never
    }
    const panel = asking.things.get('panel', asking.viewer.panelId)
    const before = asking.things.get('decision', making.replaces?.id)
    return {
      ...base,
      outcome: fields.outcome,
      mode: fields.outcome === 'accept' ? fields.mode : null,
      rationale: fields.rationale,
      reason: fields.reason,
      until,
      onward: fields.onward,
      closureReason: fields.outcome === 'close' ? fields.closureReason : null,
      // What was decided under one version is not made again under another because its words are corrected.
      criteriaVersion: before?.criteriaVersion ?? panel?.criteriaVersion ?? 0,
      policyVersion: before?.policyVersion ?? policyVersionOf(asking.things, asking.viewer.panelId),
    }
  },
  position: (fields, making) => {
    const decisionId = seenReference(making, 'decision', fields.decisionId, 'fields.decisionId')
    if (isRefusal(decisionId)) return decisionId
    const decision = making.asking.things.get('decision', decisionId)
    // What an earlier meeting decided is not taken up again by agreeing to it: this one decides for itself.
    if (decision && decision.itemId !== making.item.id)
      return refuseField(
        'fields.decisionId',
        'That decision was taken on another item. Take a position on the one of this item.',
      )
    if (!decision || !stands(decision))
      return refuseField(
        'fields.decisionId',
        'That decision was corrected. Take a position on the one that stands.',
      )
    if (fields.stance === 'dissents' && !fields.reason)
      return refuseField('fields.reason', 'Write why the agency dissents.')
    return { ...making.base, decisionId: decision.id, stance: fields.stance, reason: fields.reason }
  },
  intervention: (fields, making) => {
    const { base, asking, lane } = making
    if (fields.strand !== 'disrupt' && fields.supportAreas.length === 0) {
      return refuseField('fields.supportAreas', 'Choose at least one area of support.')
    }
    if (fields.strand !== 'support' && fields.disruptAreas.length === 0) {
      return refuseField('fields.disruptAreas', 'Choose at least one area of disruption.')
    }
    const leverId = seenReference(making, 'lever', fields.leverId, 'fields.leverId')
    if (isRefusal(leverId)) return leverId
    const lead = agencyOr(asking, fields.leadAgencyId, lane.id, 'fields.leadAgencyId')
    if (isRefusal(lead)) return lead
    const joint = [...new Set(fields.jointAgencyIds)].filter((one) => one !== lead)
    if (joint.some((one) => asking.things.get('agency', one)?.panelId !== asking.viewer.panelId)) {
      return refuseField('fields.jointAgencyIds', 'Choose agencies of this panel.')
    }
    return {
      ...base,
      strand: fields.strand,
      supportAreas: fields.strand === 'disrupt' ? [] : fields.supportAreas,
      disruptAreas: fields.strand === 'support' ? [] : fields.disruptAreas,
      what: fields.what,
      leverId,
      leadAgencyId: lead,
      jointAgencyIds: joint,
      status: fields.status,
      result: fields.result,
      history:
        making.replaces === null
          ? []
          : (asking.things.get('intervention', making.replaces.id)?.history ?? []),
    }
  },
  action: (fields, making) => {
    const { base, asking, lane, meeting, replaces } = making
    const owner = agencyOr(asking, fields.ownerAgencyId, lane.id, 'fields.ownerAgencyId')
    if (isRefusal(owner)) return owner
    const member = asking.things.get('member', fields.ownerMemberId)
    if (fields.ownerMemberId && member?.agencyId !== owner) {
      return refuseField('fields.ownerMemberId', 'Choose a person of the agency that owns the action.')
    }
    const due = dueFrom(asking, fields.due, 'fields.due', asking.things.get('action', replaces?.id)?.due)
    if (isRefusal(due)) return due
    if (!agencyCanRead(making, owner))
      return refuseField(
        'fields.audience',
        'The agency that owns the action must be able to read it. Add it to the audience.',
      )
    const interventionId = seenReference(
      making,
      'intervention',
      fields.interventionId,
      'fields.interventionId',
    )
    if (isRefusal(interventionId)) return interventionId
    const requestId = seenReference(making, 'request', fields.requestId, 'fields.requestId')
    if (isRefusal(requestId)) return requestId
    const accepted = acceptanceOf(making, owner, meeting.id)
    // The same owner who had accepted keeps having accepted when only the words are corrected.
    const before = asking.things.get('action', replaces?.id)
    const kept =
      before?.ownerAgencyId === owner && (before.acceptance === 'accepted' || meeting.status === 'closed')
        ? before
        : undefined
    return {
      ...base,
      what: fields.what,
      ownerAgencyId: owner,
      ownerRole: fields.ownerRole,
      ownerMemberId: fields.ownerMemberId,
      due,
      interventionId,
      requestId,
      acceptance: kept ? kept.acceptance : accepted,
      acceptedBy: kept ? kept.acceptedBy : accepted === 'accepted' ? base.recordedBy : null,
      acceptedAt: kept ? kept.acceptedAt : accepted === 'accepted' ? base.recordedAt : null,
      outcome: before?.outcome ?? null,
      evidence: before?.evidence ?? '',
      endedAt: before?.endedAt ?? null,
      passedFrom: before?.passedFrom ?? null,
      passedTo: before?.passedTo ?? null,
      history: before?.history ?? [],
    }
  },
  request: (fields, making) => {
    const { base, asking, lane, replaces } = making
    const to = agencyOr(asking, fields.toAgencyId, fields.toAgencyId, 'fields.toAgencyId')
    if (isRefusal(to)) return to
    if (to === lane.id)
      return refuseField('fields.toAgencyId', 'Choose another agency than the one that asks.')
    const due = dueFrom(asking, fields.due, 'fields.due', asking.things.get('request', replaces?.id)?.due)
    if (isRefusal(due)) return due
    if (!agencyCanRead(making, to))
      return refuseField(
        'fields.audience',
        'The agency that is asked must be able to read it. Add it to the audience.',
      )
    const before = asking.things.get('request', replaces?.id)
    return {
      ...base,
      toAgencyId: to,
      what: fields.what,
      why: fields.why,
      lawfulBasis: fields.lawfulBasis,
      due,
      state: before?.state ?? 'outstanding',
      answer: before?.answer ?? '',
      refusalReason: before?.refusalReason ?? '',
      answeredAt: before?.answeredAt ?? null,
      timesChased: before?.timesChased ?? 0,
      escalatedAt: before?.escalatedAt ?? null,
      history: before?.history ?? [],
    }
  },
  safetyCheck: (fields, making) => {
    const { base, asking, item } = making
    const victims = asking.things.all('victim').filter((victim) => victim.caseId === item.caseId)
    const victimId = fields.victimId ?? (victims.length === 1 ? (victims[0]?.id ?? null) : null)
    if (victims.length > 0 && !victims.some((victim) => victim.id === victimId)) {
      return refuseField(
        'fields.victimId',
        'Choose the victim-survivor this is about. Each has a safety check of her own.',
      )
    }
    if (standingIn(making, 'safetyCheck').some((entry) => entry.victimId === victimId)) {
      return refuse(
        'already_done',
        'The safety check for her is answered. Correct it instead of adding another.',
      )
    }
    if (fields.raisesRisk === 'yes' && !fields.riskNote)
      return refuseField('fields.riskNote', 'Write when the risk could rise, and from what.')
    return {
      ...base,
      victimId,
      knows: fields.knows,
      raisesRisk: fields.raisesRisk,
      riskNote: fields.riskNote,
      safeContact: fields.safeContact,
      plan: fields.plan,
      whoTells: fields.whoTells,
      children: fields.children,
    }
  },
}

/** One's own action is accepted by recording it; another's waits for its owner if in the room, and is parked if not. */
const acceptanceOf = ({ asking, lane }: Making, owner: string, meetingId: string): Acceptance => {
  if (owner === lane.id && lane.id === asking.viewer.agencyId) return 'accepted'
  return agenciesInTheRoom(asking.things, meetingId).has(owner) ? 'awaiting' : 'parked'
}

const forThePanel: readonly EntryKind[] = ['decision', 'position', 'finding']

/**
 * Which audience an entry has when its author chose none, and where the author has no choice. A correction keeps the
 * audience it had, unless only now it turns out that she was the source.
 */
const audienceFor = (
  kind: EntryKind,
  fields: { audience?: Audience | undefined; source?: string },
  replaces: (EntryBase & { source?: string }) | null,
): Audience | Refusal => {
  if (forThePanel.includes(kind)) return wholePanel
  if (kind === 'safetyCheck') {
    return fields.audience && fields.audience.kind !== 'safety_circle'
      ? refuseField(
          'fields.audience',
          'A safety check is for the safety circle. Name people who need it as well.',
        )
      : (fields.audience ?? replaces?.audience ?? safetyCircle)
  }
  if (fields.audience) return fields.audience
  const fromHer = fields.source === 'victim_survivor'
  if (replaces && (!fromHer || replaces.source === 'victim_survivor')) return replaces.audience
  return fromHer ? safetyCircle : wholePanel
}

export const checkedAudience = (asking: Asking, audience: Audience): Audience | Refusal => {
  const { things, viewer } = asking
  if (
    audience.kind === 'agencies' &&
    audience.agencyIds.some((one) => things.get('agency', one)?.panelId !== viewer.panelId)
  ) {
    return refuseField('fields.audience', 'Choose agencies of this panel.')
  }
  if (
    audience.kind === 'safety_circle' &&
    audience.memberIds.some((one) => things.get('member', one)?.panelId !== viewer.panelId)
  ) {
    return refuseField('fields.audience', 'Choose members of this panel.')
  }
  return audience
}

/** An entry made from what a person filled in, not recorded yet; or why it cannot be. */
export const make = <K extends EntryKind>(
  asking: Asking,
  kind: K,
  meeting: Meeting,
  item: Item,
  fields: EntryFields[K],
  replaces: EntryByKind[K] | null,
  reason: string | null,
): Made<K> => {
  const lane = laneOf(asking, fields.agencyId ?? replaces?.agencyId ?? null)
  if (isRefusal(lane)) return { ...lane, fields: [{ field: 'fields.agencyId', message: lane.message }] }
  const wanted = audienceFor(kind, fields, replaces)
  const audience = isRefusal(wanted) ? wanted : checkedAudience(asking, wanted)
  if (isRefusal(audience)) return audience
  const fromHer = kind === 'share' && (fields as EntryFields['share']).source === 'victim_survivor'
  const handling = fromHer ? [...new Set([...fields.handling, 'not_to_him' as const])] : fields.handling
  const base: EntryBase = {
    id: asking.context.newId(),
    panelId: item.panelId,
    caseId: item.caseId,
    meetingId: meeting.id,
    itemId: item.id,
    agencyId: lane.id,
    recordedBy: asking.viewer.memberId,
    recordedAt: asking.context.now,
    audience,
    laterAudiences: [],
    handling,
    invitedAgencyIds: item.invitedAgencyIds,
    supersedes: replaces?.id ?? null,
    supersededBy: null,
    correctionReason: reason,
    withdrawnAt: null,
    withdrawnReason: null,
  }
  return makers[kind](fields, { asking, item, meeting, lane, base, replaces })
}

export const openItem = (
  asking: Asking,
  meetingId: string,
  itemId: string,
): { meeting: Meeting; item: Item } | Refusal => {
  const meeting = findMeeting(asking, meetingId)
  if (isRefusal(meeting)) return meeting
  const item = findItem(asking, meetingId, itemId)
  if (isRefusal(item)) return item
  const closed = mustBeOpen(meeting)
  if (closed) return closed
  if (item.status === 'concluded')
    return refuse('wrong_moment', 'This case is concluded. Ask the chair to open it again.')
  return { meeting, item }
}

const recordKindOf = {
  share: 'informationShared',
  lever: 'leverRecorded',
  finding: 'findingRecorded',
  decision: 'decisionRecorded',
  position: 'positionRecorded',
  intervention: 'interventionPlanned',
  action: 'actionAssigned',
  request: 'informationRequested',
  safetyCheck: 'safetyCheckAnswered',
} as const satisfies Record<EntryKind, PanelRecord['kind']>

/** A finding on the same criterion, or an agency's position on the same decision, is changed, not doubled. */
const changed = (asking: Asking, kind: EntryKind, item: Item, fields: unknown): EntryBase | null => {
  const standing = (one: EntryBase) => one.itemId === item.id && stands(one)
  if (kind === 'finding') {
    const { criterionKey } = fields as EntryFields['finding']
    return (
      asking.things.all('finding').find((one) => standing(one) && one.criterionKey === criterionKey) ?? null
    )
  }
  if (kind === 'position') {
    const { decisionId, agencyId } = fields as EntryFields['position']
    const lane = agencyId ?? asking.viewer.agencyId
    return (
      asking.things
        .all('position')
        .find((one) => standing(one) && one.decisionId === decisionId && one.agencyId === lane) ?? null
    )
  }
  return null
}

export const recordEntry = (asking: Asking, command: CommandOf<EntryCommandKind>): Decided => {
  const found = openItem(asking, command.meetingId, command.itemId)
  if (isRefusal(found)) return found
  const kind = entryKindOf[command.kind]
  const before = changed(asking, kind, found.item, command.fields)
  const reason = before ? 'Changed in the meeting.' : null
  // What another agency found is changed in one's own lane, not in theirs.
  const fields = {
    ...command.fields,
    agencyId: command.fields.agencyId ?? (before ? asking.viewer.agencyId : null),
  }
  const entry = make(asking, kind, found.meeting, found.item, fields as never, before as never, reason)
  if (isRefusal(entry)) return entry
  if (before) {
    return [
      recorded('entryCorrected', { entryKind: kind, entry, of: before.id, reason: reason ?? '' } as never),
    ]
  }
  return [recorded(recordKindOf[kind], { entry } as never)]
}

/**
 * Who may correct or withdraw an entry: its own agency's members (which covers its author), and chair or coordinator for
 * any entry they can see. Only the version that stands can be corrected. To anyone who may not see it, it is not there.
 */
export const entryToChange = <K extends EntryKind>(
  asking: Asking,
  meetingId: string,
  kind: K,
  id: string,
): EntryByKind[K] | Refusal => {
  const entry = asking.things.get(kind, id)
  if (!entry || !maySeeEntry(sightInMeeting(asking, meetingId), kind, entry)) return notFound
  if (entry.withdrawnAt !== null) return refuse('already_done', 'This entry was withdrawn.')
  if (entry.supersededBy !== null)
    return refuse(
      'wrong_moment',
      'Someone has corrected this entry meanwhile. Look at the new version first.',
    )
  return entry
}

const mayChange = ({ viewer }: Asking, entry: EntryBase): boolean =>
  viewer.role === 'chair' ||
  viewer.role === 'coordinator' ||
  (viewer.agencyId !== null && viewer.agencyId === entry.agencyId)

const notYours = refuse(
  'not_allowed',
  'Only the agency that recorded this, chair or coordinator may change it.',
)

const runsOnly = (kind: EntryKind) => kind === 'decision'

const afterwards = (field: string, message: string) => refuseField(`correction.fields.${field}`, message)

/**
 * After the meeting its words may be put right, not what it agreed: the case has been carried on from that. Until the
 * chair has approved the minutes an agency corrects what it recorded itself; after that, chair and coordinator do.
 */
const itemToCorrect = (asking: Asking, entry: EntryBase): { meeting: Meeting; item: Item } | Refusal => {
  const meeting = findMeeting(asking, entry.meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.status !== 'closed') return openItem(asking, entry.meetingId, entry.itemId)
  const item = findItem(asking, entry.meetingId, entry.itemId)
  if (isRefusal(item)) return item
  const runs = asking.viewer.role === 'chair' || asking.viewer.role === 'coordinator'
  const approved = asking.things.all('minutesVersion').some((version) => version.meetingId === meeting.id)
  if (approved && !runs)
    return refuse(
      'wrong_moment',
      'The minutes are approved. Ask the chair or the coordinator to correct them.',
    )
  return { meeting, item }
}

/** What a correction made after the meeting would change of what was agreed; undefined where it changes words alone. */
const changesWhatWasAgreed = (kind: EntryKind, before: EntryBase, after: EntryBase): Refusal | undefined => {
  const differs = <K extends EntryKind>(wanted: K, ...fields: (keyof EntryByKind[K] & string)[]) =>
    kind === wanted
      ? fields.find((field) => (before as EntryByKind[K])[field] !== (after as EntryByKind[K])[field])
      : undefined
  const decided = differs('decision', 'outcome', 'mode', 'until', 'closureReason')
  if (decided)
    return afterwards(
      decided,
      'The case was carried on from this decision. Bring it back to the panel to decide otherwise; only the words are corrected here.',
    )
  const owed = differs('action', 'ownerAgencyId', 'ownerRole', 'ownerMemberId', 'due')
  if (owed)
    return afterwards(
      owed,
      'After the meeting an action is passed on, or given a new date by the chair. Only its words are corrected here.',
    )
  const asked = differs('request', 'toAgencyId', 'due')
  if (asked)
    return afterwards(
      asked,
      'After the meeting a request is chased with a new date. Only its words are corrected here.',
    )
  const state = differs('intervention', 'status', 'result')
  if (state)
    return afterwards(state, 'How an intervention goes on is recorded as its state, not as a correction.')
  const whose = differs('safetyCheck', 'victimId')
  if (whose)
    return afterwards(
      whose,
      'The case was concluded on this check for her. Only its words are corrected here.',
    )
  return undefined
}

/** After the meeting these were acted on: they are ended, or corrected, not struck out. */
const actedOn: readonly EntryKind[] = ['decision', 'action', 'request', 'intervention', 'safetyCheck']

export const correctEntry = (asking: Asking, command: CommandOf<'correctEntry'>): Decided => {
  const { entryKind: kind, fields } = command.correction
  const entry = entryToChange(asking, command.meetingId, kind, command.entryId)
  if (isRefusal(entry)) return entry
  const runs = asking.viewer.role === 'chair' || asking.viewer.role === 'coordinator'
  if (!mayChange(asking, entry) || (runsOnly(kind) && !runs)) return notYours
  if (kind === 'safetyCheck' && !isInCircle(asking.viewer)) return notYours
  const found = itemToCorrect(asking, entry)
  if (isRefusal(found)) return found
  const replacement = make(
    asking,
    kind,
    found.meeting,
    found.item,
    fields as never,
    entry as never,
    command.reason,
  )
  if (isRefusal(replacement)) return inCorrection(replacement)
  const agreed =
    found.meeting.status === 'closed' ? changesWhatWasAgreed(kind, entry, replacement) : undefined
  if (agreed) return agreed
  return [
    recorded('entryCorrected', {
      entryKind: kind,
      entry: replacement,
      of: entry.id,
      reason: command.reason,
    } as never),
  ]
}

/** In a correction the fields stand one level deeper than in the order that first recorded them. */
export const inCorrection = (refusal: Refusal): Refusal => ({
  ...refusal,
  ...(refusal.fields
    ? { fields: refusal.fields.map((one) => ({ ...one, field: `correction.${one.field}` })) }
    : {}),
})

const findAnyEntry = (asking: Asking, id: string): { kind: EntryKind; entry: EntryBase } | undefined => {
  for (const kind of Object.keys(makers) as EntryKind[]) {
    const entry = asking.things.get(kind, id)
    if (entry) return { kind, entry }
  }
  return undefined
}

export const withdrawEntry = (asking: Asking, command: CommandOf<'withdrawEntry'>): Decided => {
  const found = findAnyEntry(asking, command.entryId)
  if (!found) return notFound
  const entry = entryToChange(asking, command.meetingId, found.kind, command.entryId)
  if (isRefusal(entry)) return entry
  const runs = asking.viewer.role === 'chair' || asking.viewer.role === 'coordinator'
  if (!mayChange(asking, entry) || (runsOnly(found.kind) && !runs)) return notYours
  const open = itemToCorrect(asking, entry)
  if (isRefusal(open)) return open
  if (open.meeting.status === 'closed' && actedOn.includes(found.kind)) {
    return refuse(
      'wrong_moment',
      'The panel has acted on this since. Correct its words, or say how it ended, instead of withdrawing it.',
    )
  }
  return [
    recorded('entryWithdrawn', {
      entryKind: found.kind,
      entryId: entry.id,
      at: asking.context.now,
      reason: command.reason,
    }),
  ]
}
