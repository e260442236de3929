import { readsTheSame, versionsOf } from '../minutes/minutes'
import { recordAsAt } from '../record-as-at'
import type { PanelRecord } from '../records'
import { maySeeEntry, sightOf, sitsOnPanel, viewerOf, viewFor } from '../sees'
import type { Things } from '../thing-set'
import type { Day, EntryByKind, EntryKind, Member, MinutesVersion, Referral } from '../things'

// WHO IS TOLD BY MAIL THAT SOMETHING IS WAITING. A mail leaves the building: it says that something is due and gives a
// link, never a name, a case, a panel or a word of what was recorded. Nobody is told of what is not theirs to see: a
// notice goes only to those who would find the thing on their own pages. One occasion is told to one person once,
// however often the meeting or the page is opened again: the key says what "the same" is.

export const occasions = {
  requestChased: 'Your agency is asked again for information that is outstanding.',
  agendaCirculated: 'An agenda has been sent round, and your agency is asked for its returns.',
  agendaChanged: 'An agenda that was sent round has changed.',
  returnsChased: 'Your agency is asked again for its returns for a meeting.',
  minutesToApprove: 'Minutes wait to be approved.',
  minutesDistributed: 'Minutes of a meeting are ready to read.',
  referralToScreen: 'A referral has arrived and waits to be screened.',
  referralArrived: 'What you sent has arrived.',
  referrerTold: 'There is news about what you sent.',
  referralLink: 'You are asked to send something by a form that only you can open. It works once.',
  somethingDue: 'Something of yours is due, or overdue.',
} as const
export type Occasion = keyof typeof occasions

/** What a mail may say of an occasion: its own sentence, and a day. */
export interface Notice {
  occasion: Occasion
  panelId: string
  /** A member's account, or the address of someone who has none. */
  to: { accountId: string } | { address: string }
  /** By when, where there is a day. */
  day: Day | null
  /** Where it is found, within the site; ids only. Null for someone who can open nothing but the link they were given. */
  path: string | null
  /** The same key is the same notice, told once. */
  key: string
}

/** Once a day, for whoever has something due or overdue. */
export const dailyNotice = (accountId: string, panelId: string, today: Day): Notice => ({
  occasion: 'somethingDue',
  panelId,
  to: { accountId },
  day: null,
  path: '/',
  key: `somethingDue ${today} ${accountId}`,
})

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

interface Told extends Omit<Notice, 'to' | 'key'> {
  /** What it is about, for the key: the same is told once. */
  about: string
}

const to = (members: readonly Pick<Member, 'accountId'>[], { about, ...notice }: Told): Notice[] =>
  members.map(({ accountId }) => ({ ...notice, to: { accountId }, key: `${notice.occasion} ${about} ${accountId}` }))

/** The referrer of a referral: a member by account, anyone else by the address they gave. */
const toReferrer = (things: Things, referral: Referral, told: Pick<Told, 'occasion' | 'about'>): Notice[] => {
  const member = things.get('member', referral.referrerMemberId)
  if (member) return to([member], { ...told, panelId: referral.panelId, day: null, path: `/panels/${referral.panelId}/referrals/${referral.id}` })
  if (referral.referrerEmail === '') return []
  return [{ occasion: told.occasion, panelId: referral.panelId, to: { address: referral.referrerEmail }, day: null, path: null, key: `${told.occasion} ${told.about}` }]
}

/**
 * Those to whom a version of the minutes says something that the one before did not. To mail the others would tell them
 * that something was corrected which they may not read.
 */
const whoReadsAnew = (things: Things, version: MinutesVersion): Member[] => {
  const members = sittingMembers(things, version.panelId)
  const meeting = things.get('meeting', version.meetingId)
  const before = versionsOf(things, version.meetingId).findLast((one) => one.number < version.number)
  if (!meeting || !before) return members
  const [was, is] = [recordAsAt(things, meeting, before.approvedAt), recordAsAt(things, meeting, version.approvedAt)]
  return members.filter((member) => {
    const viewer = viewerOf(things, member.accountId, version.panelId)
    return viewer !== undefined && !readsTheSame(viewFor(sightOf(viewer, was, meeting.id)), viewFor(sightOf(viewer, is, meeting.id)))
  })
}

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
        path: `/panels/${request.panelId}/inbox`,
        about: `${request.id} ${request.timesChased}`,
      })
    }
    case 'agendaCirculated': {
      const { circulation } = record.body
      const members = circulation.tellMemberIds.flatMap((id) => things.get('member', id) ?? [])
      return to(members, {
        occasion: circulation.version === 1 ? 'agendaCirculated' : 'agendaChanged',
        panelId: circulation.panelId,
        day: circulation.returnsDueOn,
        path: `/meetings/${circulation.meetingId}/agenda`,
        about: circulation.id,
      })
    }
    case 'returnsChased': {
      const { meetingId, tellMemberIds, returnIds, at } = record.body
      const meeting = things.get('meeting', meetingId)
      const due = returnIds.flatMap((id) => things.get('agencyReturn', id)?.dueOn ?? []).sort()[0] ?? null
      if (!meeting) return []
      const members = tellMemberIds.flatMap((id) => things.get('member', id) ?? [])
      return to(members, { occasion: 'returnsChased', panelId: meeting.panelId, day: due, path: `/meetings/${meetingId}/returns`, about: `${meetingId} ${at}` })
    }
    case 'meetingClosed': {
      const meeting = things.get('meeting', record.body.meetingId)
      if (!meeting) return []
      const chairs = sittingMembers(things, meeting.panelId).filter((member) => member.role === 'chair')
      return to(chairs, { occasion: 'minutesToApprove', panelId: meeting.panelId, day: null, path: `/meetings/${meeting.id}/minutes`, about: meeting.id })
    }
    case 'minutesDistributed': {
      const version = things.get('minutesVersion', record.body.versionId)
      if (!version) return []
      return to(whoReadsAnew(things, version), { occasion: 'minutesDistributed', panelId: version.panelId, day: null, path: `/meetings/${version.meetingId}/minutes`, about: version.id })
    }
    case 'referralReceived': {
      const { referral } = record.body
      const screeners = sittingMembers(things, referral.panelId).filter((member) => member.role === 'coordinator' || member.role === 'chair')
      return to(screeners, { occasion: 'referralToScreen', panelId: referral.panelId, day: null, path: `/panels/${referral.panelId}/referrals/${referral.id}`, about: referral.id })
    }
    case 'referrerTold': {
      const { telling } = record.body
      const referral = things.get('referral', telling.referralId)
      if (!referral) return []
      // What was told by telephone or face to face has been told.
      if (telling.what === 'acknowledgement') return toReferrer(things, referral, { occasion: 'referralArrived', about: referral.id })
      return telling.how === 'mail' || telling.how === 'link' ? toReferrer(things, referral, { occasion: 'referrerTold', about: telling.id }) : []
    }
    default:
      return []
  }
}
