import {
  findItem,
  findMeeting,
  isRefusal,
  mustBeOpen,
  refuse,
  type Asking,
  type Decided,
  type Refusal,
} from '../asking'
import { laneOf } from '../lane'
import type { EntryFields } from './entry-fields'
import { stands } from '../things/entries-standing'
import { recorded, type PanelRecord } from '../records/records'
import type { Meeting } from '../things/meeting'
import type { Item } from '../things/agenda'
import type { EntryBase, EntryByKind, EntryKind } from '../things/entries'
import { audienceFor, checkedAudience } from './entry-audience'
import { makers } from './entry-making'
import type { Made } from './makers/making'

// What is recorded live (domain 4). Each rule below makes one kind of entry from what a person filled in, or refuses
// with the field and the mend. Decisions, positions and findings are the panel's own and are for all of it; a safety
// check is for the safety circle; anything a victim-survivor told is for the safety circle unless its author says
// otherwise, and is marked as not for him.
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

export const recordEntry =
  <K extends EntryKind>(kind: K) =>
  (asking: Asking, command: { meetingId: string; itemId: string; fields: EntryFields[K] }): Decided => {
    const found = openItem(asking, command.meetingId, command.itemId)
    if (isRefusal(found)) return found
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
