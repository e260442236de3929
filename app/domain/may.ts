import type { Role } from './catalogues/panel'
import type { PublicCommand, PublicCommandKind } from './commands'
import { attendanceOf, refuse, type Asking, type Refusal } from './asking'
import { isInCircle } from './sight/viewer'

// WHO MAY DO WHAT (domain 2 and 6). One line a command; each starts from membership of the panel, which the caller has
// checked: to someone who is not a member nothing exists. Chair and coordinator run the meeting; every member with an
// agency records in that agency's lane; observers and evaluators record nothing; administrators keep the members and
// the settings and see no case. What depends on the moment (is the meeting open, whose pointer is it) is decided by the
// topic's rule, after this.

type Roles = readonly Role[]
const recorders: Roles = ['chair', 'coordinator', 'presenter', 'case_manager', 'idva', 'representative']
const runners: Roles = ['chair', 'coordinator']
const attenders: Roles = [...recorders, 'observer']
const keepers: Roles = ['administrator', 'coordinator']

const one = (roles: Roles) => ({ roles, lane: false, confidential: false })
/** Recording case content: a role that records, in its own agency's lane, after accepting confidentiality. */
const recording = { roles: recorders, lane: true, confidential: true }
const running = { roles: runners, lane: false, confidential: true }

interface Permission {
  roles: Roles
  /** Needs an agency of one's own, or to run the meeting. */
  lane: boolean
  /** Needs the meeting's confidentiality statement accepted. */
  confidential: boolean
  /** Only those who belong to the safety circle by role or agency. */
  circle?: boolean
}

export const permissions: Record<PublicCommandKind, Permission> = {
  planMeeting: one(runners),
  setMeetingSeries: one(runners),
  planFromSeries: one(runners),
  endMeetingSeries: one(runners),
  listCase: one(runners),
  listDueCases: one(runners),
  applyFit: one(runners),
  changeItem: one(runners),
  inviteToItem: one(runners),
  orderAgenda: one(runners),
  moveItem: one(runners),
  removeItem: one(runners),
  recordReturn: { roles: recorders, lane: true, confidential: false },
  circulateAgenda: one(runners),
  chaseReturns: one(runners),
  giveReturns: { roles: recorders, lane: true, confidential: false },
  prepareInformation: { roles: recorders, lane: true, confidential: false },
  prepareLever: { roles: recorders, lane: true, confidential: false },
  changePrepared: { roles: recorders, lane: true, confidential: false },
  dropPrepared: { roles: recorders, lane: true, confidential: false },
  sharePrepared: recording,

  openMeeting: running,
  cancelOpening: running,
  recordAttendance: one(attenders),
  recordLeaving: one(attenders),
  acceptConfidentiality: one(attenders),
  declareConflict: one(attenders),
  withdrawConflict: one(runners),
  movePointer: running,
  undoAdvance: running,
  handOverChair: running,
  takeChair: running,
  putOnNoteOnlyLane: running,
  discussItem: running,
  markAgencyHeard: recording,
  concludeItem: running,
  reopenItem: running,
  closeMeeting: running,

  approveMinutes: one(['chair']),
  distributeMinutes: one(runners),
  correctAttendance: one(runners),

  shareInformation: recording,
  recordLever: recording,
  recordFinding: recording,
  recordDecision: running,
  recordPosition: recording,
  planIntervention: recording,
  assignAction: recording,
  requestInformation: recording,
  answerSafetyCheck: { ...recording, circle: true },
  correctEntry: recording,
  withdrawEntry: recording,
  // Also between meetings; in one, its confidentiality comes first, since nothing of the case is seen before it.
  acceptAction: { roles: recorders, lane: true, confidential: false },
  passOnAction: { roles: recorders, lane: true, confidential: false },
  ruleOnOverdue: one(['chair']),
  parkAction: running,
  endAction: { roles: recorders, lane: true, confidential: false },
  changeIntervention: { roles: recorders, lane: true, confidential: false },
  answerRequest: { roles: recorders, lane: true, confidential: false },
  refuseRequest: { roles: recorders, lane: true, confidential: false },
  chaseRequest: { roles: recorders, lane: true, confidential: false },
  // Besides the role, her safety record decides: whoever may not read it neither plans nor ends this.
  planTelling: one(recorders),
  recordTold: one(recorders),
  recordHappening: { roles: recorders, lane: true, confidential: false },
  correctHappening: { roles: recorders, lane: true, confidential: false },
  dismissRelisting: one(runners),
  answerDisclosure: { roles: recorders, lane: true, confidential: false, circle: true },
  withdrawHappening: { roles: recorders, lane: true, confidential: false },
  keepSafetyRecord: one(['idva', 'coordinator']),

  makeReferral: { roles: recorders, lane: true, confidential: false },
  addToReferral: { roles: recorders, lane: true, confidential: false },
  acceptReferral: one(runners),
  returnReferral: one(runners),
  signpostReferral: one(runners),
  tellReferrer: one(runners),
  withdrawReferralLink: one(recorders),
  mergePersons: one(runners),
  unmergePersons: one(runners),
  moveCase: one(runners),

  changePanelSettings: one(keepers),
  changeCriteria: one(runners),
  adoptPolicy: one([...runners, 'administrator']),
  addAgency: one(keepers),
  changeAgency: one(keepers),
  adoptScoringMatrix: one(runners),
  putForwardCandidate: one(runners),
  withdrawCandidate: one(runners),
  addMember: one(keepers),
  changeMember: one(keepers),
}

const notYours = refuse('not_allowed', 'Your role on this panel does not do this.')

/** A refusal, or undefined when this role may order this. */
export const may = (asking: Asking, command: PublicCommand): Refusal | undefined => {
  const { viewer, things } = asking
  const permission = permissions[command.kind]
  if (!permission.roles.includes(viewer.role)) return notYours
  if (permission.lane && viewer.agencyId === null && !runners.includes(viewer.role)) {
    return refuse('not_allowed', 'Only a member who stands for an agency records here.')
  }
  if (permission.circle && !isInCircle(viewer)) {
    return refuse('not_allowed', 'This is answered by IDVA, chair, coordinator or police.')
  }
  // After the meeting there is nothing left to join; what may still be done then, the topic's rule says.
  if (
    permission.confidential &&
    'meetingId' in command &&
    things.get('meeting', command.meetingId)?.status !== 'closed'
  ) {
    const attendance = attendanceOf(things, command.meetingId, viewer.memberId)
    if (!attendance?.acceptedAt) {
      return refuse('wrong_moment', 'Join the meeting first: accept its confidentiality statement.')
    }
  }
  return undefined
}
