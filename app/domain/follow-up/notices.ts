import { versionsOf } from '../minutes/minutes'
import type { PanelRecord } from '../records/records'
import type { Things } from '../things/thing-set'
import type { Referral } from '../things/referral'
import type { Member } from '../things/panel'
import type { Day } from '../dates/day'
import {
  membersOf,
  ofRole,
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
  return to(without(ofRole(things, version.panelId, 'chair'), by ?? ''), {
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

/** What has to be told because of this record, read from things as they stand after it. */
export const noticesOf = (record: PanelRecord, things: Things): Notice[] => {
  switch (record.kind) {
    case 'requestChased': {
      const request = things.get('request', record.body.entryId)
      if (!request) return []
      const about = `${request.id} ${request.timesChased}`
      const where = { panelId: request.panelId, path: `/panels/${request.panelId}/inbox`, about }
      const chairs = record.body.escalated
        ? without(
            whoMayRead(things, ofRole(things, request.panelId, 'chair'), 'request', request),
            record.body.by,
          )
        : []
      return [
        ...to(
          whoMayRead(things, membersOf(things, request.panelId, request.toAgencyId), 'request', request),
          { ...where, occasion: 'requestChased', day: request.due },
        ),
        ...to(chairs, { ...where, occasion: 'cameToTheChair', day: null }),
      ]
    }
    case 'actionPassedOn': {
      const { entry, by } = record.body
      return to(without(ownersOf(things, entry), by), {
        occasion: 'actionPassedOn',
        panelId: entry.panelId,
        day: entry.due,
        path: `/panels/${entry.panelId}/inbox`,
        about: entry.id,
      })
    }
    case 'overdueExtended':
    case 'overdueRaised':
      return ruledOn(things, record.body)
    case 'tellingOpened': {
      const { telling } = record.body
      const idvas = whoTells(things, telling, ofRole(things, telling.panelId, 'idva'))
      return to(idvas, {
        occasion: 'leftByMeeting',
        panelId: telling.panelId,
        day: null,
        path: `/panels/${telling.panelId}/inbox`,
        about: telling.meetingId,
      })
    }
    case 'tellingPlanned': {
      const telling = things.get('telling', record.body.tellingId)
      const teller = things.get('member', record.body.tellerMemberId)
      if (!telling || !teller) return []
      const told = without(whoTells(things, telling, [teller]), record.body.by)
      return to(told, {
        occasion: 'givenToDo',
        panelId: telling.panelId,
        day: telling.due,
        path: `/panels/${telling.panelId}/inbox`,
        about: telling.id,
      })
    }
    case 'happeningCorrected':
    case 'happeningRecorded': {
      const { happening } = record.body
      // Words put right ask nothing new of anyone.
      if (record.kind === 'happeningCorrected' && happening.asksSince !== happening.recordedAt) return []
      const answerers = without(whoAnswers(things, happening), happening.recordedBy)
      return to(answerers, {
        occasion: 'recordedMeanwhile',
        panelId: happening.panelId,
        day: happening.disclosureDue,
        path: `/cases/${happening.caseId}`,
        about: happening.id,
      })
    }
    case 'entryCorrected':
      return correctionOf(things, record.body.entry.meetingId, record.body.entry.recordedBy)
    case 'attendanceCorrected':
      return correctionOf(things, record.body.attendance.meetingId, record.body.by)
    case 'entryWithdrawn':
      return correctionOf(
        things,
        things.get(record.body.entryKind, record.body.entryId)?.meetingId ?? '',
        null,
      )
    case 'minutesApproved': {
      const { version } = record.body
      return to(ofRole(things, version.panelId, 'coordinator'), {
        occasion: 'minutesToDistribute',
        panelId: version.panelId,
        day: null,
        path: `/meetings/${version.meetingId}/minutes`,
        about: version.id,
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
      return to(members, {
        occasion: 'returnsChased',
        panelId: meeting.panelId,
        day: due,
        path: `/meetings/${meetingId}/returns`,
        about: `${meetingId} ${at}`,
      })
    }
    case 'meetingClosed': {
      const meeting = things.get('meeting', record.body.meetingId)
      if (!meeting) return []
      const about = { panelId: meeting.panelId, day: null, about: meeting.id }
      return [
        ...to(ofRole(things, meeting.panelId, 'chair'), {
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
    }
    case 'minutesDistributed': {
      const version = things.get('minutesVersion', record.body.versionId)
      if (!version) return []
      return to(whoReadsAnew(things, version), {
        occasion: 'minutesDistributed',
        panelId: version.panelId,
        day: null,
        path: `/meetings/${version.meetingId}/minutes`,
        about: version.id,
      })
    }
    case 'referralReceived': {
      const { referral } = record.body
      return to(ofRole(things, referral.panelId, 'coordinator', 'chair'), {
        occasion: 'referralToScreen',
        panelId: referral.panelId,
        day: null,
        path: `/panels/${referral.panelId}/referrals/${referral.id}`,
        about: referral.id,
      })
    }
    case 'referralAddedTo': {
      const referral = things.get('referral', record.body.referralId)
      if (!referral) return []
      const added = record.body.addition?.at ?? record.body.safetyAddition?.at ?? 0
      return to(ofRole(things, referral.panelId, 'coordinator', 'chair'), {
        occasion: 'referralToScreen',
        panelId: referral.panelId,
        day: null,
        path: `/panels/${referral.panelId}/referrals/${referral.id}`,
        about: `${referral.id} ${added}`,
      })
    }
    case 'referrerTold': {
      const { telling } = record.body
      const referral = things.get('referral', telling.referralId)
      if (!referral) return []
      // What was told by telephone or face to face has been told.
      if (telling.what === 'acknowledgement')
        return toReferrer(things, referral, { occasion: 'referralArrived', about: referral.id })
      return telling.how === 'mail' || telling.how === 'link'
        ? toReferrer(things, referral, { occasion: 'referrerTold', about: telling.id })
        : []
    }
    default:
      return []
  }
}
