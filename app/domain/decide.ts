import { acceptReferral } from './referral/accept-referral'
import * as agenda from './agenda/agenda'
import * as fromDue from './agenda/agenda-from-due'
import { notFound, type Asking, type Decided } from './asking'
import type { CommandOf, PublicCommand, PublicCommandKind } from './commands'
import * as circulation from './agenda/circulation'
import { recordEntry, correctEntry, withdrawEntry } from './meeting/entries'
import * as followUp from './follow-up/follow-up'
import { correctAttendance } from './minutes/attendance-correction'
import { adoptPolicy } from './panel/adopt-policy'
import { addAgency, changeAgency } from './panel/agency-keeping'
import { adoptScoringMatrix } from './candidates/adopt-scoring-matrix'
import { putForwardCandidate, withdrawCandidate } from './candidates/candidacies'
import { may } from './may'
import * as meeting from './meeting/meeting'
import * as minutes from './minutes/minutes'
import * as telling from './minutes/telling-her'
import * as happenings from './follow-up/happenings'
import * as keeping from './panel/panel-keeping'
import * as series from './agenda/meeting-series'
import * as returns from './returns/research-returns'
import { moveCase } from './people/case-move'
import { mergePersons, unmergePersons } from './people/person-merge'
import * as referrals from './referral/referrals'

type Rule<K extends PublicCommandKind> = (asking: Asking, command: CommandOf<K>) => Decided

const rules: { [K in PublicCommandKind]: Rule<K> } = {
  planMeeting: agenda.planMeeting,
  setMeetingSeries: series.setMeetingSeries,
  planFromSeries: series.planFromSeries,
  endMeetingSeries: series.endMeetingSeries,
  listCase: agenda.listCase,
  listDueCases: fromDue.listDueCases,
  applyFit: fromDue.applyFit,
  changeItem: agenda.changeItem,
  inviteToItem: agenda.inviteToItem,
  orderAgenda: agenda.orderAgenda,
  moveItem: agenda.moveItem,
  removeItem: agenda.removeItem,
  recordReturn: agenda.recordReturn,
  circulateAgenda: circulation.circulateAgenda,
  chaseReturns: circulation.chaseReturns,
  giveReturns: returns.giveReturns,
  prepareInformation: returns.prepareEntry,
  prepareLever: returns.prepareEntry,
  changePrepared: returns.changePrepared,
  dropPrepared: returns.dropPrepared,
  sharePrepared: returns.sharePrepared,
  putOnNoteOnlyLane: agenda.putOnNoteOnlyLane,
  discussItem: agenda.discussItem,
  markAgencyHeard: agenda.markAgencyHeard,

  openMeeting: meeting.openMeeting,
  cancelOpening: meeting.cancelOpening,
  recordAttendance: meeting.recordAttendance,
  recordLeaving: meeting.recordLeaving,
  acceptConfidentiality: meeting.acceptConfidentiality,
  declareConflict: meeting.declareConflict,
  withdrawConflict: meeting.withdrawConflict,
  movePointer: meeting.movePointer,
  undoAdvance: meeting.undoAdvance,
  handOverChair: meeting.handOverChair,
  takeChair: meeting.takeChair,
  concludeItem: meeting.concludeItem,
  reopenItem: meeting.reopenItem,
  closeMeeting: meeting.closeMeeting,

  approveMinutes: minutes.approveMinutes,
  distributeMinutes: minutes.distributeMinutes,
  correctAttendance,

  shareInformation: recordEntry,
  recordLever: recordEntry,
  recordFinding: recordEntry,
  recordDecision: recordEntry,
  recordPosition: recordEntry,
  planIntervention: recordEntry,
  assignAction: recordEntry,
  requestInformation: recordEntry,
  answerSafetyCheck: recordEntry,
  correctEntry,
  withdrawEntry,

  acceptAction: followUp.acceptAction,
  parkAction: followUp.parkAction,
  endAction: followUp.endAction,
  passOnAction: followUp.passOnAction,
  ruleOnOverdue: followUp.ruleOnOverdue,
  changeIntervention: followUp.changeIntervention,
  answerRequest: followUp.answerRequest,
  refuseRequest: followUp.refuseRequest,
  chaseRequest: followUp.chaseRequest,

  makeReferral: referrals.makeReferral,
  addToReferral: referrals.addToReferral,
  acceptReferral,
  returnReferral: referrals.returnReferral,
  signpostReferral: referrals.signpostReferral,
  tellReferrer: referrals.tellReferrer,
  withdrawReferralLink: referrals.withdrawReferralLink,
  mergePersons,
  unmergePersons,
  moveCase,

  changePanelSettings: keeping.changePanelSettings,
  changeCriteria: keeping.changeCriteria,
  adoptPolicy,
  addAgency,
  changeAgency,
  adoptScoringMatrix,
  putForwardCandidate,
  withdrawCandidate,
  addMember: keeping.addMember,
  changeMember: keeping.changeMember,
  planTelling: telling.planTelling,
  recordTold: telling.recordTold,
  recordHappening: happenings.recordHappening,
  correctHappening: happenings.correctHappening,
  dismissRelisting: happenings.dismissRelisting,
  answerDisclosure: happenings.answerDisclosure,
  withdrawHappening: happenings.withdrawHappening,
  keepSafetyRecord: keeping.keepSafetyRecord,
}

/**
 * What an order comes to: records, or a refusal. Pure: it is told the time and given ids. Who asks must be a member of
 * the panel; then the role must allow it; then the topic's rule decides.
 */
export const decide = (asking: Asking | undefined, command: PublicCommand): Decided => {
  if (!asking) return notFound
  return may(asking, command) ?? (rules[command.kind] as Rule<typeof command.kind>)(asking, command as never)
}
