import type { Acceptance, EntryBase, EntryKind, EntryByKind } from '../things/entries'
import type { Agency } from '../things/panel'
import type { EntryFields } from './entry-fields'
import type { Item } from '../things/agenda'
import type { Meeting } from '../things/meeting'
import { dayFromWords } from '../dates/due-date'
import { isInAudience } from '../sight/sight'
import { maySeeEntry } from '../sight/entries'
import { policyVersionOf } from '../panel/policy'
import { stands } from '../things/entries-standing'
import {
  type Asking,
  agenciesInTheRoom,
  isRefusal,
  refuse,
  refuseField,
  sightInMeeting,
  type Refusal,
} from '../asking'
import { viewerOf } from '../sight/viewer'

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

export const makers: { [K in EntryKind]: (fields: EntryFields[K], making: Making) => Made<K> } = {
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

// What is recorded live (domain 4). Each rule below makes one kind of entry from what a person filled in, or refuses
// with the field and the mend. Decisions, positions and findings are the panel's own and are for all of it; a safety
// check is for the safety circle; anything a victim-survivor told is for the safety circle unless its author says
// otherwise, and is marked as not for him.
export type Made<K extends EntryKind> = EntryByKind[K] | Refusal
