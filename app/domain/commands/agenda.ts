import { command } from './command'
import { byRunners, running } from './permission'
import { ofMeeting, ofMeetingAndCase, ofMeetingAndCases, ofPanel } from './scope'
import { listCase, listCaseFields } from '../agenda/agenda'
import { applyFit, applyFitFields, listDueCases, listDueCasesFields } from '../agenda/agenda-from-due'
import {
  changeItem,
  changeItemFields,
  discussItem,
  discussItemFields,
  inviteToItem,
  inviteToItemFields,
  moveItem,
  moveItemFields,
  orderAgenda,
  orderAgendaFields,
  putOnNoteOnlyLane,
  putOnNoteOnlyLaneFields,
  removeItem,
  removeItemFields,
} from '../agenda/agenda-items'
import {
  chaseReturns,
  chaseReturnsFields,
  circulateAgenda,
  circulateAgendaFields,
} from '../agenda/circulation'
import {
  endMeetingSeries,
  endMeetingSeriesFields,
  planFromSeries,
  planFromSeriesFields,
  setMeetingSeries,
  setMeetingSeriesFields,
} from '../agenda/meeting-series'
import { planMeeting, planMeetingFields } from '../agenda/plan-meeting'

export const agendaCommands = {
  planMeeting: command({ fields: planMeetingFields, scope: ofPanel, may: byRunners, decide: planMeeting }),
  setMeetingSeries: command({
    fields: setMeetingSeriesFields,
    scope: ofPanel,
    may: byRunners,
    decide: setMeetingSeries,
  }),
  planFromSeries: command({
    fields: planFromSeriesFields,
    scope: ofPanel,
    may: byRunners,
    decide: planFromSeries,
  }),
  endMeetingSeries: command({
    fields: endMeetingSeriesFields,
    scope: ofPanel,
    may: byRunners,
    decide: endMeetingSeries,
  }),
  listCase: command({ fields: listCaseFields, scope: ofMeetingAndCase, may: byRunners, decide: listCase }),
  listDueCases: command({
    fields: listDueCasesFields,
    scope: ofMeetingAndCases,
    may: byRunners,
    decide: listDueCases,
  }),
  applyFit: command({ fields: applyFitFields, scope: ofMeeting, may: byRunners, decide: applyFit }),
  changeItem: command({ fields: changeItemFields, scope: ofMeeting, may: byRunners, decide: changeItem }),
  inviteToItem: command({
    fields: inviteToItemFields,
    scope: ofMeeting,
    may: byRunners,
    decide: inviteToItem,
  }),
  orderAgenda: command({ fields: orderAgendaFields, scope: ofMeeting, may: byRunners, decide: orderAgenda }),
  moveItem: command({ fields: moveItemFields, scope: ofMeeting, may: byRunners, decide: moveItem }),
  removeItem: command({ fields: removeItemFields, scope: ofMeeting, may: byRunners, decide: removeItem }),
  putOnNoteOnlyLane: command({
    fields: putOnNoteOnlyLaneFields,
    scope: ofMeeting,
    may: running,
    decide: putOnNoteOnlyLane,
  }),
  discussItem: command({ fields: discussItemFields, scope: ofMeeting, may: running, decide: discussItem }),
  circulateAgenda: command({
    fields: circulateAgendaFields,
    scope: ofMeeting,
    may: byRunners,
    decide: circulateAgenda,
  }),
  chaseReturns: command({
    fields: chaseReturnsFields,
    scope: ofMeeting,
    may: byRunners,
    decide: chaseReturns,
  }),
}
