import { byStanding, meetingsOverdue, standingOf, type Ladder, type Standing } from './ladder'
import { allOf, oneOf, type RoomView } from '../meeting/room-view'
import { roles } from '../catalogues/panel'
import type { Viewer } from '../sight/viewer'
import type { VisibleByKind } from '../sight/sees'
import { stands } from '../things/entries-standing'

// What is owed, as one person finds it: by themselves, by their role, by their agency. Built from what this person may
// see, so that nothing is here that the case file would not show them. An action belongs to an agency and a role as well
// as to a person: when that person has left, it lies with all of the agency until someone has it again.

type VisibleAction = VisibleByKind['action']
type VisibleRequest = VisibleByKind['request']
type HistoryLine = VisibleAction['history'][number]

/** Whose it is within its agency. A leaver's is nobody's. */
export type Whose = 'you' | 'your_role' | 'nobody' | 'colleague'

interface OwedBase {
  id: string
  meetingId: string
  caseId: string
  caseRef: string
  what: string
  due: string
  standing: Standing
  meetingsOverdue: number
  history: HistoryLine[]
}
export interface OwedAction extends OwedBase {
  kind: 'action'
  ownerAgencyId: string
  ownerRole: string
  ownerMemberId: string | null
  /** The person it was given to, who has since left the agency. */
  leftBehindBy: string | null
  whose: Whose
  acceptance: VisibleAction['acceptance']
  /** Which agency gave it: it may withdraw it. */
  byAgencyId: string
  byMemberId: string
}
export interface OwedRequest extends OwedBase {
  kind: 'request'
  toAgencyId: string
  byAgencyId: string
  why: string
  timesChased: number
  escalatedAt: number | null
}
export type Owed = OwedAction | OwedRequest

export interface Inbox {
  /** For the chair: what has climbed the ladder, of every agency. */
  escalated: Owed[]
  yours: OwedAction[]
  agency: OwedAction[]
  colleagues: OwedAction[]
  asked: OwedRequest[]
  /** What others owe this agency: requests it made, actions it passed on that wait to be accepted. */
  awaited: Owed[]
}

const sameWords = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** A role is said in words: the job title, or the name of the role on the panel. */
const isMyRole = (ownerRole: string, viewer: Viewer, jobTitle: string) =>
  ownerRole.trim() !== '' && (sameWords(ownerRole, jobTitle) || sameWords(ownerRole, roles[viewer.role]))

/** Its own history and, before it, that of the actions it was passed on from, as far as this person may see them. */
const historyOf = (view: RoomView, action: VisibleAction): HistoryLine[] => {
  const earlier = oneOf(view, 'action', action.passedFrom)
  return earlier ? [...historyOf(view, earlier), ...action.history] : action.history
}

const actionsOwed = (view: RoomView, viewer: Viewer, ladder: Ladder): OwedAction[] => {
  const jobTitle = oneOf(view, 'member', viewer.memberId)?.jobTitle ?? ''
  return allOf(view, 'action').flatMap((action) => {
    const itsCase = oneOf(view, 'case', action.caseId)
    if (!itsCase || action.endedAt !== null || !stands(action)) return []
    const named = oneOf(view, 'member', action.ownerMemberId)
    const still = named?.active === true && named.agencyId === action.ownerAgencyId
    const whose: Whose = still
      ? named.id === viewer.memberId
        ? 'you'
        : 'colleague'
      : isMyRole(action.ownerRole, viewer, jobTitle)
        ? 'your_role'
        : 'nobody'
    return [
      {
        kind: 'action' as const,
        id: action.id,
        meetingId: action.meetingId,
        caseId: action.caseId,
        caseRef: itsCase.caseRef,
        what: action.what,
        due: action.due,
        standing: standingOf(action, ladder),
        meetingsOverdue: meetingsOverdue(action.due, ladder.meetings),
        history: historyOf(view, action),
        ownerAgencyId: action.ownerAgencyId,
        ownerRole: action.ownerRole,
        ownerMemberId: still ? action.ownerMemberId : null,
        leftBehindBy: still ? null : (named?.name ?? null),
        whose,
        acceptance: action.acceptance,
        byAgencyId: action.agencyId,
        byMemberId: action.recordedBy,
      },
    ]
  })
}

const requestsOwed = (view: RoomView, ladder: Ladder): OwedRequest[] =>
  allOf(view, 'request').flatMap((request: VisibleRequest) => {
    const itsCase = oneOf(view, 'case', request.caseId)
    if (!itsCase || request.state !== 'outstanding' || !stands(request)) return []
    return [
      {
        kind: 'request' as const,
        id: request.id,
        meetingId: request.meetingId,
        caseId: request.caseId,
        caseRef: itsCase.caseRef,
        what: request.what,
        due: request.due,
        standing: standingOf(request, ladder),
        meetingsOverdue: meetingsOverdue(request.due, ladder.meetings),
        history: request.history,
        toAgencyId: request.toAgencyId,
        byAgencyId: request.agencyId,
        why: request.why,
        timesChased: request.timesChased,
        escalatedAt: request.escalatedAt,
      },
    ]
  })

/** The inbox of one agency as this viewer sees it; `agencyId` null: someone who stands for no agency. */
export const inboxOf = (view: RoomView, viewer: Viewer, agencyId: string | null, ladder: Ladder): Inbox => {
  const actions = actionsOwed(view, viewer, ladder).sort(byStanding)
  const requests = requestsOwed(view, ladder).sort(byStanding)
  const owned = actions.filter((action) => action.ownerAgencyId === agencyId)
  const mine = (action: OwedAction) =>
    agencyId === viewer.agencyId && (action.whose === 'you' || action.whose === 'your_role')
  const toBeAccepted = actions.filter(
    (action) =>
      action.byAgencyId === agencyId && action.ownerAgencyId !== agencyId && action.acceptance !== 'accepted',
  )
  return {
    escalated:
      viewer.role === 'chair'
        ? [...actions, ...requests].filter((one) => one.standing === 'escalated').sort(byStanding)
        : [],
    yours: owned.filter(mine),
    agency: owned.filter((action) => !mine(action) && action.whose !== 'colleague'),
    colleagues: owned.filter((action) => !mine(action) && action.whose === 'colleague'),
    asked: requests.filter((request) => request.toAgencyId === agencyId),
    awaited: [...toBeAccepted, ...requests.filter((request) => request.byAgencyId === agencyId)].sort(
      byStanding,
    ),
  }
}
