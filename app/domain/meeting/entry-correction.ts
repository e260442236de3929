import type { EntryBase, EntryByKind, EntryKind } from '../things/entries'
import type { Item } from '../things/agenda'
import type { Meeting } from '../things/meeting'
import { entryCorrection } from './entry-fields'
import { isInCircle, runsPanel } from '../sight/viewer'
import { make, openItem } from './entries'
import { makers } from './entry-making'
import { maySeeEntry } from '../sight/entries'
import { recorded } from '../records/records'
import {
  type Asking,
  type Decided,
  type Refusal,
  findItem,
  findMeeting,
  isRefusal,
  notFound,
  refuse,
  refuseField,
  sightInMeeting,
} from '../asking'
import { type FilledIn, entryId, line, meetingId } from '../fields'

/**
 * Only the version that stands can be corrected or withdrawn. To anyone who may not see it, it is not there.
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

/**
 * Whose it is to correct or withdraw: chair and coordinator, and the agency that recorded it. The panel's decision is for
 * those who run it alone; how she is kept safe, for members of the safety circle.
 */
export const isTheirsToChange = (
  who: { runs: boolean; inCircle: boolean; agencyId: string | null },
  kind: EntryKind,
  entry: Pick<EntryBase, 'agencyId'>,
): boolean =>
  who.runs ||
  (kind !== 'decision' && (kind !== 'safetyCheck' || who.inCircle) && who.agencyId === entry.agencyId)

const mayChange = ({ viewer }: Asking, kind: EntryKind, entry: EntryBase): boolean =>
  isTheirsToChange(
    { runs: runsPanel(viewer), inCircle: isInCircle(viewer), agencyId: viewer.agencyId },
    kind,
    entry,
  )

const notYours = refuse(
  'not_allowed',
  'Only the agency that recorded this, chair or coordinator may change it.',
)

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
  const runs = runsPanel(asking.viewer)
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

/** After the meeting some kinds were acted on: they are ended, or corrected, not struck out. */
export const isActedOn: Readonly<Record<EntryKind, boolean>> = {
  share: false,
  lever: false,
  finding: false,
  position: false,
  decision: true,
  intervention: true,
  action: true,
  request: true,
  safetyCheck: true,
}

export const correctEntryFields = {
  meetingId,
  entryId,
  correction: entryCorrection,
  reason: line('Say what is corrected and why.'),
}

export const correctEntry = (asking: Asking, command: FilledIn<typeof correctEntryFields>): Decided => {
  const { entryKind: kind, fields } = command.correction
  const entry = entryToChange(asking, command.meetingId, kind, command.entryId)
  if (isRefusal(entry)) return entry
  if (!mayChange(asking, kind, entry)) return notYours
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

/** In a correction the fields stand one level deeper than in the command that first recorded them. */
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

export const withdrawEntryFields = {
  meetingId,
  entryId,
  reason: line('Say why the entry is withdrawn.'),
}

export const withdrawEntry = (asking: Asking, command: FilledIn<typeof withdrawEntryFields>): Decided => {
  const found = findAnyEntry(asking, command.entryId)
  if (!found) return notFound
  const entry = entryToChange(asking, command.meetingId, found.kind, command.entryId)
  if (isRefusal(entry)) return entry
  if (!mayChange(asking, found.kind, entry)) return notYours
  const open = itemToCorrect(asking, entry)
  if (isRefusal(open)) return open
  if (open.meeting.status === 'closed' && isActedOn[found.kind]) {
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
