import { correctionOf } from '../meeting/entry-fields'
import { cameOn, returnFor } from './agency-returns'
import {
  findItem,
  findMeeting,
  isRefusal,
  notFound,
  refuse,
  refuseField,
  sightInMeeting,
  type Asking,
  type Decided,
  type Refusal,
} from '../asking'
import { make, openItem } from '../meeting/entries'
import { inCorrection } from '../meeting/entry-correction'
import { entryFields, type EntryFields } from '../meeting/entry-fields'
import { recorded, type PanelRecord } from '../records/records'
import { maySeePrepared } from '../sight/returns'
import type { Meeting } from '../things/meeting'
import type { Lever, Share } from '../things/entries'
import type { Item } from '../things/agenda'
import type { AgencyReturn, PreparedEntry, ResearchReturn } from '../things/returns'
import { meetingId, emptyIsNull, optionalLine, ticked, inItem, preparedId } from '../fields'
import { z } from 'zod'
import { holdingKeys, agencyEngagementKeys } from '../catalogues/returns'
import type { FilledIn } from '../fields'

// An agency's research return (domain 4): what it holds on a case, and the entries it prepares before the meeting. Both are
// the agency's own. Only its members write them, not even the coordinator for it; what others learn is the state: awaited,
// returned, nothing held, declined. An entry becomes part of the case's record when the agency shares it in the meeting.

type Given = FilledIn<typeof giveReturnsFields>['returns'][string]

/** The meeting, not yet closed, for someone who stands for an agency. */
const forOwnAgency = (
  asking: Asking,
  meetingId: string,
): { meeting: Meeting; agencyId: string } | Refusal => {
  const meeting = findMeeting(asking, meetingId)
  if (isRefusal(meeting)) return meeting
  if (asking.viewer.agencyId === null)
    return refuse('not_allowed', 'Only a member who stands for an agency gives its return.')
  if (meeting.status === 'closed')
    return refuse(
      'wrong_moment',
      'The meeting is closed. Share what you hold at the next one, or answer a request.',
    )
  return { meeting, agencyId: asking.viewer.agencyId }
}

/** What a colleague has prepared for readers of whom the asker is none is not there for them, here as elsewhere. */
const preparedOn = (asking: Asking, item: Item): PreparedEntry[] => {
  const sight = sightInMeeting(asking, item.meetingId)
  return asking.things
    .all('preparedEntry')
    .filter((one) => one.itemId === item.id && one.droppedAt === null && maySeePrepared(sight, one))
}

/** A warning for staff is an entry like any other, with its purpose and handling filled in. */
const staffSafetyFields = (what: string): EntryFields['share'] =>
  entryFields.share.parse({
    what,
    purpose: 'protect_staff',
    handling: ['not_to_him'],
    necessity: 'So that staff who visit or meet him can protect themselves.',
  })

const staffSafetyRecords = (
  asking: Asking,
  meeting: Meeting,
  item: Item,
  what: string,
): PanelRecord[] | Refusal => {
  if (!what) return []
  const made = make(asking, 'share', meeting, item, staffSafetyFields(what), null, null)
  return isRefusal(made)
    ? made
    : [recorded('entryPrepared', { preparedEntry: preparedFrom(asking, made, null) })]
}

const givenOn = (
  asking: Asking,
  meeting: Meeting,
  item: Item,
  agencyId: string,
  given: Given,
): PanelRecord[] | Refusal => {
  const field = `returns.${item.id}.holding`
  const { holding } = given
  const own = asking.things.get('researchReturn', `${item.id}~${agencyId}`)
  if (holding === null) {
    return given.engagement || given.staffSafety
      ? refuseField(field, 'Say what your agency holds on this case, as you have written more about it.')
      : []
  }
  if (holding === 'nothing_held' && (given.engagement || given.staffSafety)) {
    return refuseField(field, 'You wrote that he is known, and chose “nothing held”. Choose one.')
  }
  if (holding === 'nothing_held' && preparedOn(asking, item).length > 0) {
    return refuseField(
      field,
      'Your agency has prepared entries on this case. Take them out first, or say that he is known.',
    )
  }
  const warning = staffSafetyRecords(asking, meeting, item, given.staffSafety)
  if (isRefusal(warning)) return warning
  const before = returnFor(asking, item, agencyId)
  const state = holding === 'nothing_held' ? 'nothing_held' : 'returned'
  const alike = own?.holding === holding && own.engagement === given.engagement
  if (alike && before.state === state) return warning
  // Not touched on this page: a colleague may have changed it since the page was loaded.
  if (own && given.was === `${holding}~${given.engagement ?? ''}`) return warning
  const researchReturn: ResearchReturn = {
    id: before.id,
    panelId: item.panelId,
    meetingId: item.meetingId,
    itemId: item.id,
    caseId: item.caseId,
    agencyId,
    holding,
    engagement: given.engagement,
    writtenBy: asking.viewer.memberId,
    writtenAt: asking.context.now,
  }
  const agencyReturn: AgencyReturn = {
    ...before,
    state: before.state === 'late' && state === 'returned' ? 'late' : state,
    returnedOn: cameOn(before) ?? asking.context.today,
    declinedReason: null,
  }
  return [recorded('researchReturned', { researchReturn, agencyReturn }), ...warning]
}

export const giveReturnsFields = {
  meetingId,
  /** By item; a line left blank says nothing, and so does one that reads as it `was` when the page was loaded. */
  returns: z
    .record(
      z.string().max(80),
      z.object({
        holding: emptyIsNull(z.enum(holdingKeys)),
        engagement: emptyIsNull(z.enum(agencyEngagementKeys)),
        staffSafety: optionalLine,
        was: optionalLine,
      }),
    )
    .default({}),
  /** Nothing is held on every other case that is still awaited. */
  rest: ticked,
}

/** Every line of the page at once: what is given is kept, a blank line says nothing, unless nothing is held on the rest. */
export const giveReturns = (asking: Asking, command: FilledIn<typeof giveReturnsFields>): Decided => {
  const found = forOwnAgency(asking, command.meetingId)
  if (isRefusal(found)) return found
  const { meeting, agencyId } = found
  const records: PanelRecord[] = []
  const given = new Map(Object.entries(command.returns))
  if (command.rest) {
    for (const item of asking.things.all('item')) {
      const blank =
        !given.get(item.id)?.holding && !given.get(item.id)?.engagement && !given.get(item.id)?.staffSafety
      if (blank && isStillToCome(asking, meeting, item, agencyId))
        given.set(item.id, { holding: 'nothing_held', engagement: null, staffSafety: '', was: '' })
    }
  }
  for (const [itemId, one] of given) {
    const item = findItem(asking, meeting.id, itemId)
    if (isRefusal(item)) return item
    const made = givenOn(asking, meeting, item, agencyId, one)
    if (isRefusal(made)) return made
    records.push(...made)
  }
  return records.length > 0 ? records : refuse('already_done', 'Nothing has changed since your last return.')
}

const isStillToCome = (asking: Asking, meeting: Meeting, item: Item, agencyId: string): boolean =>
  !isRefusal(findItem(asking, meeting.id, item.id)) &&
  (item.invitedAgencyIds === null || item.invitedAgencyIds.includes(agencyId)) &&
  returnFor(asking, item, agencyId).state === 'awaited' &&
  preparedOn(asking, item).length === 0

/** A prepared entry is what the entry would be if it were recorded now: made by the same rules, and kept apart. */
const preparedFrom = (asking: Asking, made: Share | Lever, before: PreparedEntry | null): PreparedEntry => ({
  id: before?.id ?? made.id,
  panelId: made.panelId,
  meetingId: made.meetingId,
  itemId: made.itemId,
  caseId: made.caseId,
  agencyId: made.agencyId,
  preparedBy: before?.preparedBy ?? asking.viewer.memberId,
  preparedAt: asking.context.now,
  what: made.what,
  audience: made.audience,
  handling: made.handling,
  share:
    'nature' in made
      ? {
          about: made.about,
          source: made.source,
          nature: made.nature,
          factDate: made.factDate,
          purpose: made.purpose,
          lawfulBasis: made.lawfulBasis,
          gateway: made.gateway,
          necessity: made.necessity,
        }
      : null,
  lever:
    'leverKind' in made
      ? {
          leverKind: made.leverKind,
          holderAgencyId: made.holderAgencyId,
          safeToUse: made.safeToUse,
          safetyNote: made.safetyNote,
        }
      : null,
  sharedAs: null,
  sharedAt: null,
  droppedAt: null,
})

export const prepareInformationFields = { ...inItem, fields: entryFields.share }

export const prepareLeverFields = { ...inItem, fields: entryFields.lever }

export const prepareEntry =
  <K extends 'share' | 'lever'>(kind: K) =>
  (asking: Asking, command: { meetingId: string; itemId: string; fields: EntryFields[K] }): Decided => {
    const found = forOwnAgency(asking, command.meetingId)
    if (isRefusal(found)) return found
    const item = findItem(asking, command.meetingId, command.itemId)
    if (isRefusal(item)) return item
    const own = { agencyId: found.agencyId }
    const made: Share | Lever | Refusal = make(
      asking,
      kind,
      found.meeting,
      item,
      { ...command.fields, ...own } as EntryFields[K],
      null,
      null,
    )
    if (isRefusal(made)) return made
    return [recorded('entryPrepared', { preparedEntry: preparedFrom(asking, made, null) })]
  }

/** A prepared entry of one's own agency that is neither shared nor dropped; to anyone else it is not there. */
const preparedToChange = (asking: Asking, meetingId: string, preparedId: string) => {
  const found = forOwnAgency(asking, meetingId)
  if (isRefusal(found)) return found
  const prepared = asking.things.get('preparedEntry', preparedId)
  if (
    !prepared ||
    prepared.meetingId !== meetingId ||
    !maySeePrepared(sightInMeeting(asking, meetingId), prepared)
  )
    return notFound
  if (prepared.droppedAt !== null) return refuse('already_done', 'This entry was taken out of the return.')
  if (prepared.sharedAs !== null)
    return refuse('already_done', 'This entry has been shared. Correct it in the case’s record.')
  const item = findItem(asking, meetingId, prepared.itemId)
  return isRefusal(item) ? item : { ...found, prepared, item }
}

export const changePreparedFields = {
  meetingId,
  preparedId,
  correction: z.discriminatedUnion('entryKind', [correctionOf('share'), correctionOf('lever')]),
}

export const changePrepared = (asking: Asking, command: FilledIn<typeof changePreparedFields>): Decided => {
  const found = preparedToChange(asking, command.meetingId, command.preparedId)
  if (isRefusal(found)) return found
  const { entryKind, fields } = command.correction
  const { prepared, meeting, item, agencyId } = found
  if ((entryKind === 'share') !== (prepared.share !== null)) return notFound
  // Not said anew, its readers stay who they were; unless only now it turns out that she was the source.
  const turnsHers =
    entryKind === 'share' &&
    fields.source === 'victim_survivor' &&
    prepared.share?.source !== 'victim_survivor'
  const audience = fields.audience ?? (turnsHers ? undefined : prepared.audience)
  const made = make(asking, entryKind, meeting, item, { ...fields, audience, agencyId } as never, null, null)
  if (isRefusal(made)) return inCorrection(made)
  return [recorded('entryPrepared', { preparedEntry: preparedFrom(asking, made as Share | Lever, prepared) })]
}

export const dropPreparedFields = { meetingId, preparedId }

export const dropPrepared = (asking: Asking, command: FilledIn<typeof dropPreparedFields>): Decided => {
  const found = preparedToChange(asking, command.meetingId, command.preparedId)
  if (isRefusal(found)) return found
  return [recorded('preparedEntryDropped', { preparedId: found.prepared.id, at: asking.context.now })]
}

export const sharePreparedFields = { meetingId, preparedId }

/** One press in the meeting: the entry joins the case's record as it was prepared, with its date, nature, readers and handling. */
export const sharePrepared = (asking: Asking, command: FilledIn<typeof sharePreparedFields>): Decided => {
  const found = preparedToChange(asking, command.meetingId, command.preparedId)
  if (isRefusal(found)) return found
  const { prepared, agencyId } = found
  const open = openItem(asking, command.meetingId, prepared.itemId)
  if (isRefusal(open)) return open
  const { what, audience, handling, share, lever } = prepared
  const common = { what, audience, handling, agencyId }
  const told = (entryId: string) =>
    recorded('preparedEntryShared', { preparedId: prepared.id, entryId, at: asking.context.now })
  if (share) {
    const fields = { ...common, ...share } as EntryFields['share']
    const entry = make(asking, 'share', open.meeting, open.item, fields, null, null)
    return isRefusal(entry) ? entry : [recorded('informationShared', { entry }), told(entry.id)]
  }
  if (!lever) return notFound
  const entry = make(
    asking,
    'lever',
    open.meeting,
    open.item,
    { ...common, ...lever } as EntryFields['lever'],
    null,
    null,
  )
  return isRefusal(entry) ? entry : [recorded('leverRecorded', { entry }), told(entry.id)]
}
