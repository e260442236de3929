import { command } from './command'
import { inLane, recording } from './permission'
import { ofMeeting } from './scope'
import {
  markAgencyHeard,
  markAgencyHeardFields,
  recordReturn,
  recordReturnFields,
} from '../returns/agency-returns'
import {
  changePrepared,
  changePreparedFields,
  dropPrepared,
  dropPreparedFields,
  giveReturns,
  giveReturnsFields,
  prepareEntry,
  prepareInformationFields,
  prepareLeverFields,
  sharePrepared,
  sharePreparedFields,
} from '../returns/research-returns'

export const returnCommands = {
  recordReturn: command({ fields: recordReturnFields, scope: ofMeeting, may: inLane, decide: recordReturn }),
  markAgencyHeard: command({
    fields: markAgencyHeardFields,
    scope: ofMeeting,
    may: recording,
    decide: markAgencyHeard,
  }),
  giveReturns: command({ fields: giveReturnsFields, scope: ofMeeting, may: inLane, decide: giveReturns }),
  prepareInformation: command({
    fields: prepareInformationFields,
    scope: ofMeeting,
    may: inLane,
    decide: prepareEntry('share'),
  }),
  prepareLever: command({
    fields: prepareLeverFields,
    scope: ofMeeting,
    may: inLane,
    decide: prepareEntry('lever'),
  }),
  changePrepared: command({
    fields: changePreparedFields,
    scope: ofMeeting,
    may: inLane,
    decide: changePrepared,
  }),
  dropPrepared: command({ fields: dropPreparedFields, scope: ofMeeting, may: inLane, decide: dropPrepared }),
  sharePrepared: command({
    fields: sharePreparedFields,
    scope: ofMeeting,
    may: recording,
    decide: sharePrepared,
  }),
}
