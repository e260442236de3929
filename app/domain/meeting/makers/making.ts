import { isInAudience } from '../../sight/sight'
import { maySeeEntry } from '../../sight/entries'
import { viewerOf } from '../../sight/viewer'
import { refuseField, sightInMeeting, type Asking, type Refusal } from '../../asking'
import { stands } from '../../things/entries-standing'
import type { EntryBase, EntryByKind, EntryKind } from '../../things/entries'
import type { Item } from '../../things/agenda'
import type { Meeting } from '../../things/meeting'
import type { Agency } from '../../things/panel'
import type { EntryFields } from '../entry-fields'

/** What an entry is made from, besides what a person filled in. */
export interface Making {
  asking: Asking
  item: Item
  meeting: Meeting
  lane: Agency
  base: EntryBase
  /** The entry that this one corrects. */
  replaces: EntryBase | null
}

export const agencyOr = (asking: Asking, agencyId: string | null, fallback: string, field: string) => {
  const agency = asking.things.get('agency', agencyId ?? fallback)
  return agency && agency.panelId === asking.viewer.panelId
    ? agency.id
    : refuseField(field, 'Choose an agency of this panel.')
}

/** An owner who cannot read what is asked of them cannot do it. */
export const agencyCanRead = ({ asking, base }: Making, agencyId: string): boolean =>
  asking.things
    .all('member')
    .filter((member) => member.agencyId === agencyId && member.active)
    .some((member) => {
      const viewer = viewerOf(asking.things, member.accountId, member.panelId)
      return viewer !== undefined && isInAudience(viewer, base.audience, base)
    })

export const seenReference = (making: Making, kind: EntryKind, id: string | null, field: string) => {
  if (id === null) return null
  const entry = making.asking.things.get(kind, id)
  const sight = sightInMeeting(making.asking, making.meeting.id)
  const found = entry && entry.caseId === making.item.caseId && maySeeEntry(sight, kind, entry)
  return found ? id : refuseField(field, 'Choose an entry of this case.')
}

export const standingIn = <K extends EntryKind>({ asking, item, replaces }: Making, kind: K) =>
  asking.things
    .all(kind)
    .filter((entry) => entry.itemId === item.id && stands(entry) && entry.id !== replaces?.id)

export type Made<K extends EntryKind> = EntryByKind[K] | Refusal

/** Makes one kind of entry from what a person filled in, or refuses with the field and the mend. */
export type Maker<K extends EntryKind> = (fields: EntryFields[K], making: Making) => Made<K>
