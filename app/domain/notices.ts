import type { PanelRecord } from './records'
import { maySeeEntry, sightOf, sitsOnPanel, viewerOf } from './sees'
import type { Things } from './thing-set'
import type { Day, EntryByKind, EntryKind, Member } from './things'

// WHO IS TOLD BY MAIL THAT SOMETHING IS WAITING. A mail leaves the building: it says that something is due and gives a
// link, never a name, a case, a panel or a word of what was recorded. Nobody is told of what is not theirs to see: a
// notice goes only to those who would find the thing on their own pages. One occasion is told to one person once,
// however often the meeting or the page is opened again: the key says what "the same" is.

export const occasions = {
  requestChased: 'Your agency is asked again for information that is outstanding.',
} as const
export type Occasion = keyof typeof occasions

/** What a mail may say of an occasion: its own sentence, and a day. */
export interface Notice {
  occasion: Occasion
  panelId: string
  accountId: string
  /** By when, where there is a day. */
  day: Day | null
  /** Where it is found, within the site; ids only. */
  path: string
  /** The same key is the same notice, told once. */
  key: string
}

const sittingMembers = (things: Things, panelId: string): Member[] =>
  things.all('member').filter((member) => member.panelId === panelId && member.active && sitsOnPanel(member.role))

const membersOf = (things: Things, panelId: string, agencyId: string): Member[] =>
  sittingMembers(things, panelId).filter((member) => member.agencyId === agencyId && member.role !== 'observer')

/**
 * Of these, those who may read the entry. Whether they have accepted a meeting's confidentiality yet does not count here:
 * someone who is not in the room is the one who needs to be told, and the mail itself says nothing.
 */
const whoMayRead = <K extends EntryKind>(things: Things, members: readonly Member[], kind: K, entry: EntryByKind[K]): Member[] =>
  members.filter((member) => {
    const viewer = viewerOf(things, member.accountId, entry.panelId)
    return viewer !== undefined && maySeeEntry({ ...sightOf(viewer, things, entry.meetingId), caseContent: true, awaitingJoin: new Set() }, kind, entry)
  })

const to = (members: readonly Member[], notice: Omit<Notice, 'accountId' | 'key'> & { about: string }): Notice[] =>
  members.map((member) => ({
    occasion: notice.occasion,
    panelId: notice.panelId,
    accountId: member.accountId,
    day: notice.day,
    path: notice.path,
    key: `${notice.occasion} ${notice.about} ${member.accountId}`,
  }))

/** What has to be told because of this record, read from things as they stand after it. */
export const noticesOf = (record: PanelRecord, things: Things): Notice[] => {
  switch (record.kind) {
    case 'requestChased': {
      const request = things.get('request', record.body.entryId)
      if (!request) return []
      return to(whoMayRead(things, membersOf(things, request.panelId, request.toAgencyId), 'request', request), {
        occasion: 'requestChased',
        panelId: request.panelId,
        day: request.due,
        path: `/meetings/${request.meetingId}/room`,
        about: `${request.id} ${request.timesChased}`,
      })
    }
    default:
      return []
  }
}
