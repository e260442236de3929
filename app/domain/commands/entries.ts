import { command } from './command'
import { recording, running } from './permission'
import { ofMeeting } from './scope'
import { inItem } from '../fields'
import { recordEntry } from '../meeting/entries'
import {
  correctEntry,
  correctEntryFields,
  withdrawEntry,
  withdrawEntryFields,
} from '../meeting/entry-correction'
import { entryFields } from '../meeting/entry-fields'

export const entryCommands = {
  shareInformation: command({
    fields: { ...inItem, fields: entryFields.share },
    scope: ofMeeting,
    may: recording,
    decide: recordEntry('share'),
  }),
  recordLever: command({
    fields: { ...inItem, fields: entryFields.lever },
    scope: ofMeeting,
    may: recording,
    decide: recordEntry('lever'),
  }),
  recordFinding: command({
    fields: { ...inItem, fields: entryFields.finding },
    scope: ofMeeting,
    may: recording,
    decide: recordEntry('finding'),
  }),
  recordDecision: command({
    fields: { ...inItem, fields: entryFields.decision },
    scope: ofMeeting,
    may: running,
    decide: recordEntry('decision'),
  }),
  recordPosition: command({
    fields: { ...inItem, fields: entryFields.position },
    scope: ofMeeting,
    may: recording,
    decide: recordEntry('position'),
  }),
  planIntervention: command({
    fields: { ...inItem, fields: entryFields.intervention },
    scope: ofMeeting,
    may: recording,
    decide: recordEntry('intervention'),
  }),
  assignAction: command({
    fields: { ...inItem, fields: entryFields.action },
    scope: ofMeeting,
    may: recording,
    decide: recordEntry('action'),
  }),
  requestInformation: command({
    fields: { ...inItem, fields: entryFields.request },
    scope: ofMeeting,
    may: recording,
    decide: recordEntry('request'),
  }),
  answerSafetyCheck: command({
    fields: { ...inItem, fields: entryFields.safetyCheck },
    scope: ofMeeting,
    may: { ...recording, circle: true },
    decide: recordEntry('safetyCheck'),
  }),
  correctEntry: command({
    fields: correctEntryFields,
    scope: ofMeeting,
    may: recording,
    decide: correctEntry,
  }),
  withdrawEntry: command({
    fields: withdrawEntryFields,
    scope: ofMeeting,
    may: recording,
    decide: withdrawEntry,
  }),
}
