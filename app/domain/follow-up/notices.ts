import type { Happening } from '../things/case'
import { isTold } from '../records/records'
import type { RecordBodies } from '../records/records'
import type { ToldKind } from '../records/records'
import { isChair, isCoordinator, runsPanel, isAdvocate } from '../sight/viewer'
import { versionsOf } from '../minutes/minutes'
import type { PanelRecord } from '../records/records'
import type { Things } from '../things/thing-set'
import type { Referral } from '../things/referral'
import type { Member } from '../things/panel'
import type { Day } from '../dates/day'
import {
  membersOf,
  sittingWho,
  ownersOf,
  whoAnswers,
  whoMayRead,
  whomTheMeetingLeaves,
  whoReadsAnew,
  whoTells,
  without,
} from './who-is-told'

// WHO IS TOLD BY MAIL THAT SOMETHING IS WAITING. A mail leaves the building: it says that something is due and gives a
// link, never a name, a case, a panel or a word of what was recorded. Nobody is told of what is not theirs to see: a
// notice goes only to those who would find the thing on their own pages. One occasion is told to one person once,
// however often the meeting or the page is opened again: the key says what "the same" is.

export const occasions = {
  requestChased: 'Your agency is asked again for information that is outstanding.',
  agendaCirculated: 'An agenda has been sent round, and your agency is asked for its returns.',
  agendaChanged: 'An agenda that was sent round has changed.',
  returnsChased: 'Your agency is asked again for its returns for a meeting.',
  leftByMeeting: 'A meeting left something for you or your agency to do.',
  actionPassedOn: 'An action has been passed on to you or your agency.',
  ruledOnOverdue: 'The chair has ruled on something that you or your agency owes.',
  cameToTheChair: 'Something has come to the chair and waits for a ruling.',
  givenToDo: 'Something has been given to you to do.',
  recordedMeanwhile: 'Something recorded between meetings waits for your answer.',
  correctionToApprove: 'A correction of minutes waits for the chair.',
  minutesToDistribute: 'Approved minutes wait to be distributed.',
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

interface Told extends Omit<Notice, 'to' | 'key'> {
  /** What it is about, for the key: the same is told once. */
  about: string
}

const to = (members: readonly Pick<Member, 'accountId'>[], { about, ...notice }: Told): Notice[] =>
  members.map(({ accountId }) => ({
    ...notice,
    to: { accountId },
    key: `${notice.occasion} ${about} ${accountId}`,
  }))

/** The referrer of a referral: a member by account, anyone else by the address they gave. */
const toReferrer = (things: Things, referral: Referral, told: Pick<Told, 'occasion' | 'about'>): Notice[] => {
  const member = things.get('member', referral.referrerMemberId)
  if (member)
    return to([member], {
      ...told,
      panelId: referral.panelId,
      day: null,
      path: `/panels/${referral.panelId}/referrals/${referral.id}`,
    })
  if (referral.referrerEmail === '') return []
  return [
    {
      occasion: told.occasion,
      panelId: referral.panelId,
      to: { address: referral.referrerEmail },
      day: null,
      path: null,
      key: `${told.occasion} ${told.about}`,
    },
  ]
}

/** A correction of approved minutes waits for the chair: told once for each version, however much is corrected in it. */
const correctionOf = (things: Things, meetingId: string, by: string | null): Notice[] => {
  const version = versionsOf(things, meetingId).at(-1)
  if (!version || version.correctedAt === null) return []
  return to(without(sittingWho(things, version.panelId, isChair), by ?? ''), {
    occasion: 'correctionToApprove',
    panelId: version.panelId,
    day: null,
    path: `/meetings/${meetingId}/minutes`,
    about: version.id,
  })
}

/** The owners of something overdue on which the chair ruled; what came of it stands in its history. */
const ruledOn = (
  things: Things,
  { entryKind, entryId, at }: { entryKind: 'action' | 'request'; entryId: string; at: number },
): Notice[] => {
  const action = entryKind === 'action' ? things.get('action', entryId) : undefined
  const request = entryKind === 'request' ? things.get('request', entryId) : undefined
  const owed = action ?? request
  if (!owed) return []
  const owners = action
    ? ownersOf(things, action)
    : request
      ? whoMayRead(things, membersOf(things, request.panelId, request.toAgencyId), 'request', request)
      : []
  return to(owners, {
    occasion: 'ruledOnOverdue',
    panelId: owed.panelId,
    day: owed.due,
    path: `/panels/${owed.panelId}/inbox`,
    about: `${entryId} ${at}`,
  })
}

const recordedMeanwhile = (things: Things, happening: Happening): Notice[] =>
  to(without(whoAnswers(things, happening), happening.recordedBy), {
    occasion: 'recordedMeanwhile',
    panelId: happening.panelId,
    day: happening.disclosureDue,
    path: `/cases/${happening.caseId}`,
    about: happening.id,
  })

/** By record. A record that is declared as told and has no rule here does not compile; every other tells nobody. */
const rules: { [K in ToldKind]: (body: RecordBodies[K], things: Things) => Notice[] } = {
  requestChased: (body, things) => {
    const request = things.get('request', body.entryId)
    if (!request) return []
    const about = `${request.id} ${request.timesChased}`
    const where = { panelId: request.panelId, path: `/panels/${request.panelId}/inbox`, about }
    const chairs = body.escalated
      ? without(whoMayRead(things, sittingWho(things, request.panelId, isChair), 'request', request), body.by)
      : []
    return [
      ...to(whoMayRead(things, membersOf(things, request.panelId, request.toAgencyId), 'request', request), {
        ...where,
        occasion: 'requestChased',
        day: request.due,
      }),
      ...to(chairs, { ...where, occasion: 'cameToTheChair', day: null }),
    ]
  },
  actionPassedOn: (body, things) => {
    const { entry, by } = body
    return to(without(ownersOf(things, entry), by), {
      occasion: 'actionPassedOn',
      panelId: entry.panelId,
      day: entry.due,
      path: `/panels/${entry.panelId}/inbox`,
      about: entry.id,
    })
  },
  overdueExtended: (body, things) => ruledOn(things, body),
  overdueRaised: (body, things) => ruledOn(things, body),
  tellingOpened: (body, things) => {
    const { telling } = body
    const idvas = whoTells(things, telling, sittingWho(things, telling.panelId, isAdvocate))
    return to(idvas, {
      occasion: 'leftByMeeting',
      panelId: telling.panelId,
      day: null,
      path: `/panels/${telling.panelId}/inbox`,
      about: telling.meetingId,
    })
  },
  tellingPlanned: (body, things) => {
    const telling = things.get('telling', body.tellingId)
    const teller = things.get('member', body.tellerMemberId)
    if (!telling || !teller) return []
    const told = without(whoTells(things, telling, [teller]), body.by)
    return to(told, {
      occasion: 'givenToDo',
      panelId: telling.panelId,
      day: telling.due,
      path: `/panels/${telling.panelId}/inbox`,
      about: telling.id,
    })
  },
  happeningRecorded: ({ happening }, things) => recordedMeanwhile(things, happening),
  // Words put right ask nothing new of anyone.
  happeningCorrected: ({ happening }, things) =>
    happening.asksSince === happening.recordedAt ? recordedMeanwhile(things, happening) : [],
  entryCorrected: (body, things) => correctionOf(things, body.entry.meetingId, body.entry.recordedBy),
  attendanceCorrected: (body, things) => correctionOf(things, body.attendance.meetingId, body.by),
  entryWithdrawn: (body, things) =>
    correctionOf(things, things.get(body.entryKind, body.entryId)?.meetingId ?? '', null),
  minutesApproved: (body, things) => {
    const { version } = body
    return to(sittingWho(things, version.panelId, isCoordinator), {
      occasion: 'minutesToDistribute',
      panelId: version.panelId,
      day: null,
      path: `/meetings/${version.meetingId}/minutes`,
      about: version.id,
    })
  },
  agendaCirculated: (body, things) => {
    const { circulation } = body
    const members = circulation.tellMemberIds.flatMap((id) => things.get('member', id) ?? [])
    return to(members, {
      occasion: circulation.version === 1 ? 'agendaCirculated' : 'agendaChanged',
      panelId: circulation.panelId,
      day: circulation.returnsDueOn,
      path: `/meetings/${circulation.meetingId}/agenda`,
      about: circulation.id,
    })
  },
  returnsChased: (body, things) => {
    const { meetingId, tellMemberIds, returnIds, at } = body
    const meeting = things.get('meeting', meetingId)
    const due = returnIds.flatMap((id) => things.get('agencyReturn', id)?.dueOn ?? []).sort()[0] ?? null
    if (!meeting) return []
    const members = tellMemberIds.flatMap((id) => things.get('member', id) ?? [])
    return to(members, {
      occasion: 'returnsChased',
      panelId: meeting.panelId,
      day: due,
      path: `/meetings/${meetingId}/returns`,
      about: `${meetingId} ${at}`,
    })
  },
  meetingClosed: (body, things) => {
    const meeting = things.get('meeting', body.meetingId)
    if (!meeting) return []
    const about = { panelId: meeting.panelId, day: null, about: meeting.id }
    return [
      ...to(sittingWho(things, meeting.panelId, isChair), {
        ...about,
        occasion: 'minutesToApprove',
        path: `/meetings/${meeting.id}/minutes`,
      }),
      ...to(whomTheMeetingLeaves(things, meeting.id), {
        ...about,
        occasion: 'leftByMeeting',
        path: `/panels/${meeting.panelId}/inbox`,
      }),
    ]
  },
  minutesDistributed: (body, things) => {
    const version = things.get('minutesVersion', body.versionId)
    if (!version) return []
    return to(whoReadsAnew(things, version), {
      occasion: 'minutesDistributed',
      panelId: version.panelId,
      day: null,
      path: `/meetings/${version.meetingId}/minutes`,
      about: version.id,
    })
  },
  referralReceived: (body, things) => {
    const { referral } = body
    return to(sittingWho(things, referral.panelId, runsPanel), {
      occasion: 'referralToScreen',
      panelId: referral.panelId,
      day: null,
      path: `/panels/${referral.panelId}/referrals/${referral.id}`,
      about: referral.id,
    })
  },
  referralAddedTo: (body, things) => {
    const referral = things.get('referral', body.referralId)
    if (!referral) return []
    const added = body.addition?.at ?? body.safetyAddition?.at ?? 0
    return to(sittingWho(things, referral.panelId, runsPanel), {
      occasion: 'referralToScreen',
      panelId: referral.panelId,
      day: null,
      path: `/panels/${referral.panelId}/referrals/${referral.id}`,
      about: `${referral.id} ${added}`,
    })
  },
  referrerTold: (body, things) => {
    const { telling } = body
    const referral = things.get('referral', telling.referralId)
    if (!referral) return []
    // What was told by telephone or face to face has been told.
    if (telling.what === 'acknowledgement')
      return toReferrer(things, referral, { occasion: 'referralArrived', about: referral.id })
    return telling.how === 'mail' || telling.how === 'link'
      ? toReferrer(things, referral, { occasion: 'referrerTold', about: telling.id })
      : []
  },
}

/** What has to be told because of this record, read from things as they stand after it. */
export const noticesOf = (record: PanelRecord, things: Things): Notice[] =>
  isTold(record)
    ? (rules[record.kind] as (body: unknown, things: Things) => Notice[])(record.body, things)
    : []
