import { awaitsDisclosure, relistState } from '../case/happening-prompts'
import type { Inbox, OwedAction, OwedRequest } from './inbox'
import { longDate } from '../dates/long-date'
import { minutesDue, versionsOf } from '../minutes/minutes'
import { policyOf } from '../panel/policy'
import type { OwedTelling } from '../referral/referrer-telling'
import { allOf, oneOf, type RoomView } from '../meeting/room-view'
import { isOutstanding, standingOfReturn } from '../returns/return-standing'
import { mayCommand } from '../abilities'
import { type Viewer, readsSafetyRecords } from '../sight/viewer'
import type { Things } from '../things/thing-set'
import type { Day } from '../dates/day'

// WHAT NEEDS ME: for each person, what waits for them on one panel, by its day (experience: home). Built from what the
// person may see and nothing else, so that a line here tells nothing that the page behind it would not.

export type NeedKind =
  | 'action'
  | 'request'
  | 'ruling'
  | 'returns'
  | 'screening'
  | 'telling'
  | 'telling_her'
  | 'relisting'
  | 'disclosure'
  | 'minutes'
  | 'mail'

export interface Need {
  key: string
  kind: NeedKind
  /** What is to be done, in words. */
  what: string
  /** The case or meeting it is about, where there is one. */
  about: string | null
  due: Day | null
  overdue: boolean
  path: string
}

const byDay = (a: Need, b: Need): number => {
  if (a.overdue !== b.overdue) return a.overdue ? -1 : 1
  if (a.due === b.due) return 0
  if (a.due === null) return 1
  return b.due === null || a.due < b.due ? -1 : 1
}

/** What is overdue first, then by day; what has no day last. */
export const inOrder = (needs: readonly Need[]): Need[] => [...needs].sort(byDay)

const ofAction =
  (panelId: string, today: Day) =>
  (action: OwedAction): Need => ({
    key: action.id,
    kind: 'action',
    what: action.acceptance === 'accepted' ? action.what : `Accept or pass on: ${action.what}`,
    about: action.caseRef,
    due: action.due,
    overdue: action.due < today,
    path: `/panels/${panelId}/inbox#owed-${action.id}`,
  })

const ofRequest =
  (panelId: string, today: Day) =>
  (request: OwedRequest): Need => ({
    key: request.id,
    kind: 'request',
    what: `Answer what your agency is asked: ${request.what}`,
    about: request.caseRef,
    due: request.due,
    overdue: request.due < today,
    path: `/panels/${panelId}/inbox#owed-${request.id}`,
  })

/** One's own actions and one's agency's that nobody else has by name, what the agency is asked, and what came to the chair. */
export const needsFromInbox = (inbox: Inbox, panelId: string, today: Day): Need[] => [
  ...[...inbox.yours, ...inbox.agency].map(ofAction(panelId, today)),
  ...inbox.asked.map(ofRequest(panelId, today)),
  ...inbox.escalated.map((owed): Need => ({
    key: `ruling-${owed.id}`,
    kind: 'ruling',
    what: `Rule on what has come to the chair: ${owed.what}`,
    about: owed.caseRef,
    due: owed.due,
    overdue: true,
    path: `/panels/${panelId}/inbox#ruling-${owed.id}`,
  })),
]

/** One line a meeting: the cases on which one's agency is still to say what it holds. */
export const needsFromReturns = (view: RoomView, viewer: Viewer, today: Day): Need[] => {
  if (viewer.agencyId === null || !mayCommand(viewer, 'giveReturns')) return []
  const meetingOf = new Map(allOf(view, 'item').map((item) => [item.id, item.meetingId]))
  return allOf(view, 'meeting')
    .filter((meeting) => meeting.status !== 'closed')
    .flatMap((meeting): Need[] => {
      const waiting = allOf(view, 'agencyReturn').filter(
        (one) =>
          one.agencyId === viewer.agencyId &&
          meetingOf.get(one.itemId) === meeting.id &&
          isOutstanding(standingOfReturn(one, today)),
      )
      const due = waiting.flatMap((one) => one.dueOn ?? []).sort()[0] ?? null
      if (waiting.length === 0) return []
      return [
        {
          key: `returns-${meeting.id}`,
          kind: 'returns',
          what: `Return what your agency holds on ${waiting.length === 1 ? 'one case' : `${waiting.length} cases`}`,
          about: `Meeting of ${longDate(meeting.date)}`,
          due,
          overdue: due !== null && due < today,
          path: `/meetings/${meeting.id}/returns`,
        },
      ]
    })
}

/** Referrals that nobody has screened, for those who screen; the oldest first is the one that has waited longest. */
export const needsFromReferrals = (view: RoomView, viewer: Viewer): Need[] =>
  mayCommand(viewer, 'acceptReferral')
    ? allOf(view, 'referral')
        .filter((referral) => referral.stage === 'received')
        .sort((a, b) => a.receivedAt - b.receivedAt)
        .map((referral) => ({
          key: `screening-${referral.id}`,
          kind: 'screening',
          what: 'Screen a referral',
          about: referral.referralRef,
          due: null,
          overdue: false,
          path: `/panels/${viewer.panelId}/referrals/${referral.id}`,
        }))
    : []

/**
 * Victim-survivors who are still to be told. Whoever has taken it on finds it; one that nobody has taken on, the IDVAs,
 * the chair and the coordinator find. Only who may read her safety record gets the words that say so.
 */
export const needsFromTellingHer = (view: RoomView, viewer: Viewer, today: Day): Need[] =>
  allOf(view, 'telling').flatMap((telling): Need[] => {
    const { words } = telling
    if (!telling.open || words === null) return []
    const unplanned = words.tellerMemberId === null && readsSafetyRecords(viewer)
    if (!unplanned && words.tellerMemberId !== viewer.memberId) return []
    return [
      {
        key: `telling-her-${telling.id}`,
        kind: 'telling_her',
        what: unplanned
          ? 'Settle who tells her what was decided, and how it is safe'
          : 'Tell her what was decided',
        about: oneOf(view, 'case', telling.caseId)?.caseRef ?? null,
        due: words.due,
        overdue: words.due < today,
        path: `/panels/${viewer.panelId}/inbox`,
      },
    ]
  })

/** Referrers who are still to hear what came of their referral, for those who tell them. */
export const needsFromTellings = (
  owed: readonly OwedTelling[],
  view: RoomView,
  viewer: Viewer,
  today: Day,
): Need[] =>
  mayCommand(viewer, 'tellReferrer')
    ? owed.flatMap((telling): Need[] => {
        const referral = oneOf(view, 'referral', telling.referralId)
        if (!referral) return []
        return [
          {
            key: `telling-${telling.referralId}`,
            kind: 'telling',
            what: 'Tell a referrer what came of their referral',
            about: referral.referralRef,
            due: telling.dueOn,
            overdue: telling.dueOn < today,
            path: `/panels/${viewer.panelId}/referrals/${telling.referralId}`,
          },
        ]
      })
    : []

/**
 * What happened between meetings and has not been answered: chair and coordinator bring the case back, or say why not, one
 * line a case; whether a new partner is told of his past, the safety circle answers, one line a partner.
 */
export const needsFromHappenings = (
  view: RoomView,
  viewer: Viewer,
  today: Day,
  noticeDays: number,
): Need[] => {
  const happenings = allOf(view, 'happening')
  const about = (caseId: string) => oneOf(view, 'case', caseId)?.caseRef ?? null
  const since = new Map<string, Day>()
  for (const happening of mayCommand(viewer, 'dismissRelisting') ? happenings : []) {
    const standing = relistState(
      happening,
      { on: today, today },
      noticeDays,
      allOf(view, 'item'),
      allOf(view, 'meeting'),
    )
    const earliest = since.get(happening.caseId)
    if (standing.state === 'due' && (earliest === undefined || standing.from < earliest))
      since.set(happening.caseId, standing.from)
  }
  const relistings = [...since].map(([caseId, from]): Need => ({
    key: `relisting-${caseId}`,
    kind: 'relisting',
    what: 'Something happened: bring the case back, or say why not',
    about: about(caseId),
    due: from,
    overdue: from < today,
    path: `/cases/${caseId}#happenings`,
  }))
  const answers = mayCommand(viewer, 'answerDisclosure')
  const disclosures = (answers ? happenings.filter(awaitsDisclosure) : []).map((happening): Need => ({
    key: `disclosure-${happening.id}`,
    kind: 'disclosure',
    what: 'Answer for the disclosure scheme: a new partner',
    about: about(happening.caseId),
    due: happening.disclosureDue,
    overdue: happening.disclosureDue !== null && happening.disclosureDue < today,
    path: `/cases/${happening.caseId}#happenings`,
  }))
  return [...relistings, ...disclosures]
}

/** Minutes that wait to be approved or distributed, for those who may. */
export const needsFromMinutes = (things: Things, viewer: Viewer, today: Day): Need[] =>
  things.all('meeting').flatMap((meeting): Need[] => {
    if (meeting.status !== 'closed') return []
    const next = minutesDue(meeting, versionsOf(things, meeting.id).at(-1), policyOf(things, viewer.panelId))
    if (!next || !mayCommand(viewer, next.what === 'approve' ? 'approveMinutes' : 'distributeMinutes'))
      return []
    return [
      {
        key: `minutes-${meeting.id}`,
        kind: 'minutes',
        what: next.what === 'approve' ? 'Approve the minutes' : 'Distribute the minutes',
        about: `Meeting of ${longDate(meeting.date)}`,
        due: next.by,
        overdue: next.by < today,
        path: `/meetings/${meeting.id}/minutes`,
      },
    ]
  })

/** For those who keep the panel: mail that could not be sent. */
export const needsFromMail = (failed: number, panelId: string): Need[] =>
  failed === 0
    ? []
    : [
        {
          key: `mail-${panelId}`,
          kind: 'mail',
          what: failed === 1 ? 'One mail could not be sent' : `${failed} mails could not be sent`,
          about: null,
          due: null,
          overdue: false,
          path: `/panels/${panelId}/outbox`,
        },
      ]
