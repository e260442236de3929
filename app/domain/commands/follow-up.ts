import { command } from './command'
import { byChair, inLane, running } from './permission'
import { ofMeeting } from './scope'
import {
  acceptAction,
  acceptActionFields,
  answerRequest,
  answerRequestFields,
  changeIntervention,
  changeInterventionFields,
  chaseRequest,
  chaseRequestFields,
  endAction,
  endActionFields,
  parkAction,
  parkActionFields,
  passOnAction,
  passOnActionFields,
  refuseRequest,
  refuseRequestFields,
  ruleOnOverdue,
  ruleOnOverdueFields,
} from '../follow-up/follow-up'

export const followUpCommands = {
  // Also between meetings; in one, its confidentiality comes first, since nothing of the case is seen before it.
  acceptAction: command({ fields: acceptActionFields, scope: ofMeeting, may: inLane, decide: acceptAction }),
  passOnAction: command({ fields: passOnActionFields, scope: ofMeeting, may: inLane, decide: passOnAction }),
  ruleOnOverdue: command({
    fields: ruleOnOverdueFields,
    scope: ofMeeting,
    may: byChair,
    decide: ruleOnOverdue,
  }),
  parkAction: command({ fields: parkActionFields, scope: ofMeeting, may: running, decide: parkAction }),
  endAction: command({ fields: endActionFields, scope: ofMeeting, may: inLane, decide: endAction }),
  changeIntervention: command({
    fields: changeInterventionFields,
    scope: ofMeeting,
    may: inLane,
    decide: changeIntervention,
  }),
  answerRequest: command({
    fields: answerRequestFields,
    scope: ofMeeting,
    may: inLane,
    decide: answerRequest,
  }),
  refuseRequest: command({
    fields: refuseRequestFields,
    scope: ofMeeting,
    may: inLane,
    decide: refuseRequest,
  }),
  chaseRequest: command({ fields: chaseRequestFields, scope: ofMeeting, may: inLane, decide: chaseRequest }),
}
