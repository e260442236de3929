import { command } from './command'
import { by, byRecorders, byRunners, inLane } from './permission'
import { ofCase, ofMovingCase } from './scope'
import { moveCase, moveCaseFields } from '../case/case-move'
import { recordContact, recordContactFields, withdrawContact, withdrawContactFields } from '../case/contacts'
import {
  endCourtOrder,
  endCourtOrderFields,
  recordCourtOrder,
  recordCourtOrderFields,
} from '../case/court-orders'
import {
  answerDisclosure,
  answerDisclosureFields,
  correctHappening,
  correctHappeningFields,
  dismissRelisting,
  dismissRelistingFields,
  recordHappening,
  recordHappeningFields,
  withdrawHappening,
  withdrawHappeningFields,
} from '../case/happenings'
import { keepSafetyRecord, keepSafetyRecordFields } from '../case/safety-record'
import { planTelling, planTellingFields, recordTold, recordToldFields } from '../case/telling-her'

export const caseCommands = {
  recordHappening: command({
    fields: recordHappeningFields,
    scope: ofCase,
    may: inLane,
    decide: recordHappening,
  }),
  correctHappening: command({
    fields: correctHappeningFields,
    scope: ofCase,
    may: inLane,
    decide: correctHappening,
  }),
  dismissRelisting: command({
    fields: dismissRelistingFields,
    scope: ofCase,
    may: byRunners,
    decide: dismissRelisting,
  }),
  answerDisclosure: command({
    fields: answerDisclosureFields,
    scope: ofCase,
    may: { ...inLane, circle: true },
    decide: answerDisclosure,
  }),
  withdrawHappening: command({
    fields: withdrawHappeningFields,
    scope: ofCase,
    may: inLane,
    decide: withdrawHappening,
  }),
  recordCourtOrder: command({
    fields: recordCourtOrderFields,
    scope: ofCase,
    may: inLane,
    decide: recordCourtOrder,
  }),
  endCourtOrder: command({ fields: endCourtOrderFields, scope: ofCase, may: inLane, decide: endCourtOrder }),
  recordContact: command({ fields: recordContactFields, scope: ofCase, may: inLane, decide: recordContact }),
  withdrawContact: command({
    fields: withdrawContactFields,
    scope: ofCase,
    may: inLane,
    decide: withdrawContact,
  }),
  // Besides the role, her safety record decides: whoever may not read it neither plans nor ends this.
  planTelling: command({ fields: planTellingFields, scope: ofCase, may: byRecorders, decide: planTelling }),
  recordTold: command({ fields: recordToldFields, scope: ofCase, may: byRecorders, decide: recordTold }),
  keepSafetyRecord: command({
    fields: keepSafetyRecordFields,
    scope: ofCase,
    may: by('idva', 'coordinator'),
    decide: keepSafetyRecord,
  }),
  moveCase: command({ fields: moveCaseFields, scope: ofMovingCase, may: byRunners, decide: moveCase }),
}
