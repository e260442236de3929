import type { entryCommands } from '../../app/domain/commands/entries'
import { runners, recorders } from './ground'
import { anEntryOf, aCorrection, aWithdrawal } from './random-entry'
import { asGiven, agencyOf, recordedFor, aShare } from './ready'
import { commandsIn } from '../support/commands'
import type { ExamplesOf } from './command-example'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const entryCommandExamples: ExamplesOf<typeof entryCommands> = {
  shareInformation: {
    sentence: 'Share information',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: asGiven((commands) => commands.share('A1', 'Said.')),
    moves: [{ often: 5, by: recorders, make: anEntryOf('share') }],
  },
  recordLever: {
    sentence: 'Record a lever',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: asGiven((commands) => commands.lever('A1', 'A hold.')),
    moves: [{ often: 2, by: recorders, make: anEntryOf('lever') }],
  },
  recordFinding: {
    sentence: 'Record a finding on a criterion',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: asGiven((commands) => commands.finding('A1')),
    moves: [{ often: 2, by: recorders, make: anEntryOf('finding') }],
  },
  recordDecision: {
    sentence: 'Record the panel’s decision',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: asGiven((commands) => commands.decision('A1')),
    moves: [{ often: 3, by: runners, make: anEntryOf('decision') }],
  },
  recordPosition: {
    sentence: 'Record one’s agency’s position on a decision',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: asGiven(async (commands, panel) => {
      const { created } = await panel.done('coChair', commands.decision('A1'))
      return commands.position('A1', created.decision ?? '')
    }),
    moves: [{ often: 2, by: recorders, make: anEntryOf('position') }],
  },
  planIntervention: {
    sentence: 'Plan an intervention',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: asGiven((commands) => commands.intervention('A1', 'Visit.')),
    moves: [{ often: 3, by: recorders, make: anEntryOf('intervention') }],
  },
  assignAction: {
    sentence: 'Assign an action',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: asGiven((commands) => commands.action('A1', 'Visit.')),
    moves: [{ often: 3, by: recorders, make: anEntryOf('action') }],
  },
  requestInformation: {
    sentence: 'Ask an agency for information',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: (panel, who) =>
      commandsIn(panel).request(
        'A1',
        agencyOf(panel, who) === panel.agencies.probation ? panel.agencies.housing : panel.agencies.probation,
        'What is held?',
      ),
    moves: [{ often: 2, by: recorders, make: anEntryOf('request') }],
  },
  answerSafetyCheck: {
    sentence: 'Answer the safety check',
    allowed: 'yes   yes   .     .     yes   yes   .     .     .     .     .',
    ready: asGiven((commands) => commands.safetyCheck('A1')),
    moves: [{ often: 3, by: ['idva', 'chair', 'coordinator', 'police'], make: anEntryOf('safetyCheck') }],
  },
  correctEntry: {
    sentence: 'Correct an entry of one’s own agency',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: recordedFor('share', aShare, {
      kind: 'correctEntry',
      correction: { entryKind: 'share', fields: { what: 'Better said.' } },
      reason: 'A slip.',
    }),
    moves: [
      { often: 6, by: recorders, make: aCorrection },
      { often: 14, by: recorders, make: aCorrection, once: 'closed' },
    ],
  },
  withdrawEntry: {
    sentence: 'Withdraw an entry of one’s own agency',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: recordedFor('share', aShare, { kind: 'withdrawEntry', reason: 'The wrong case.' }),
    moves: [
      { often: 3, by: recorders, make: aWithdrawal },
      { often: 6, by: recorders, make: aWithdrawal, once: 'closed' },
    ],
  },
}
