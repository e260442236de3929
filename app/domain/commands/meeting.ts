import { command } from './command'
import { byAttenders, byRunners, running } from './permission'
import { ofMeeting } from './scope'
import {
  acceptConfidentiality,
  acceptConfidentialityFields,
  recordAttendance,
  recordAttendanceFields,
  recordLeaving,
  recordLeavingFields,
} from '../meeting/attendance'
import { closeMeeting, closeMeetingFields } from '../meeting/closing'
import { concludeItem, concludeItemFields, reopenItem, reopenItemFields } from '../meeting/conclusion'
import {
  declareConflict,
  declareConflictFields,
  withdrawConflict,
  withdrawConflictFields,
} from '../meeting/interests'
import { cancelOpening, cancelOpeningFields, openMeeting, openMeetingFields } from '../meeting/opening'
import {
  handOverChair,
  handOverChairFields,
  movePointer,
  movePointerFields,
  takeChair,
  takeChairFields,
  undoAdvance,
  undoAdvanceFields,
} from '../meeting/pointer'

export const meetingCommands = {
  openMeeting: command({ fields: openMeetingFields, scope: ofMeeting, may: running, decide: openMeeting }),
  cancelOpening: command({
    fields: cancelOpeningFields,
    scope: ofMeeting,
    may: running,
    decide: cancelOpening,
  }),
  recordAttendance: command({
    fields: recordAttendanceFields,
    scope: ofMeeting,
    may: byAttenders,
    decide: recordAttendance,
  }),
  recordLeaving: command({
    fields: recordLeavingFields,
    scope: ofMeeting,
    may: byAttenders,
    decide: recordLeaving,
  }),
  acceptConfidentiality: command({
    fields: acceptConfidentialityFields,
    scope: ofMeeting,
    may: byAttenders,
    decide: acceptConfidentiality,
  }),
  declareConflict: command({
    fields: declareConflictFields,
    scope: ofMeeting,
    may: byAttenders,
    decide: declareConflict,
  }),
  withdrawConflict: command({
    fields: withdrawConflictFields,
    scope: ofMeeting,
    may: byRunners,
    decide: withdrawConflict,
  }),
  movePointer: command({ fields: movePointerFields, scope: ofMeeting, may: running, decide: movePointer }),
  undoAdvance: command({ fields: undoAdvanceFields, scope: ofMeeting, may: running, decide: undoAdvance }),
  handOverChair: command({
    fields: handOverChairFields,
    scope: ofMeeting,
    may: running,
    decide: handOverChair,
  }),
  takeChair: command({ fields: takeChairFields, scope: ofMeeting, may: running, decide: takeChair }),
  concludeItem: command({ fields: concludeItemFields, scope: ofMeeting, may: running, decide: concludeItem }),
  reopenItem: command({ fields: reopenItemFields, scope: ofMeeting, may: running, decide: reopenItem }),
  closeMeeting: command({ fields: closeMeetingFields, scope: ofMeeting, may: running, decide: closeMeeting }),
}
