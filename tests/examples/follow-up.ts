import type { followUpCommands } from '../../app/domain/commands/follow-up'
import { onAnEntry, agencyIds, runners, recorders, theChairs } from './ground'
import { commandsIn } from '../support/commands'
import { agencyOf, recordedFor, anAction, anIntervention, toAgency, fromAgency } from './ready'
import type { ExamplesOf } from './command-example'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const followUpCommandExamples: ExamplesOf<typeof followUpCommands> = {
  acceptAction: {
    sentence: 'Accept an action for one’s own agency',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    // Somebody of the agency that owns it would have accepted it by recording it.
    ready: async (panel, who) => {
      const by = panel.people[who].agencyId === panel.people.coordinator.agencyId ? 'coChair' : 'coordinator'
      const { created } = await panel.done(by, anAction(commandsIn(panel), agencyOf(panel, who)))
      return { kind: 'acceptAction', meetingId: panel.meetingId, entryId: created.action }
    },
    moves: [
      { often: 2, by: recorders, make: onAnEntry('action', 'acceptAction', () => ({})) },
      { often: 6, by: recorders, make: onAnEntry('action', 'acceptAction', () => ({})), once: 'closed' },
    ],
  },
  passOnAction: {
    sentence: 'Pass one’s own agency’s action on',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: async (panel, who) => {
      const sent = await recordedFor('action', anAction, {
        kind: 'passOnAction',
        what: 'Visit her landlord.',
        reason: 'They know him.',
      })(panel, who)
      return {
        ...sent,
        toAgencyId:
          agencyOf(panel, who) === panel.agencies.probation
            ? panel.agencies.housing
            : panel.agencies.probation,
      }
    },
    moves: [
      {
        often: 2,
        by: recorders,
        make: onAnEntry('action', 'passOnAction', (g) => ({
          toAgencyId: g.pick(agencyIds(g), 3),
          toRole: g.words,
          what: 'Theirs now.',
          due: g.pick(['', 'tomorrow'], 4),
          reason: 'Theirs to do.',
        })),
      },
      {
        often: 5,
        by: recorders,
        make: onAnEntry('action', 'passOnAction', (g) => ({
          toAgencyId: g.pick(agencyIds(g), 3),
          toRole: g.words,
          what: 'Theirs now.',
          due: g.pick(['', 'tomorrow'], 4),
          reason: 'Theirs to do.',
        })),
        once: 'closed',
      },
    ],
  },
  ruleOnOverdue: {
    sentence: 'Rule on what is overdue',
    allowed: 'yes   .     .     .     .     .     .     .     .     .     .',
    ready: async (panel, who) => {
      const sent = await recordedFor(
        'action',
        (commands, agencyId) => commands.action('A1', 'Visit.', { ownerAgencyId: agencyId, due: 'today' }),
        { kind: 'ruleOnOverdue', ruling: 'raise', reason: 'Twice now.' },
      )(panel, who)
      panel.clock.move({ days: 1 })
      return sent
    },
    moves: [
      {
        often: 1,
        by: theChairs,
        make: onAnEntry('action', 'ruleOnOverdue', (g) => ({
          ruling: g.pick(['extend', 'raise', 'accept'], 2),
          due: 'in 1 week',
          reason: 'Late.',
        })),
      },
      {
        often: 1,
        by: theChairs,
        make: onAnEntry('request', 'ruleOnOverdue', (g) => ({
          ruling: g.pick(['extend', 'raise', 'accept'], 2),
          due: 'in 1 week',
          reason: 'Late.',
        })),
      },
      {
        often: 4,
        by: theChairs,
        make: onAnEntry('action', 'ruleOnOverdue', (g) => ({
          ruling: g.pick(['extend', 'raise', 'accept'], 2),
          due: 'in 1 week',
          reason: 'Late.',
        })),
        once: 'closed',
      },
      {
        often: 3,
        by: theChairs,
        make: onAnEntry('request', 'ruleOnOverdue', (g) => ({
          ruling: g.pick(['extend', 'raise', 'accept'], 2),
          due: 'in 1 week',
          reason: 'Late.',
        })),
        once: 'closed',
      },
    ],
  },
  parkAction: {
    sentence: 'Park an action for an agency that is not there',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: recordedFor(
      'action',
      (commands, _agencyId, panel) =>
        commands.action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
      { kind: 'parkAction' },
    ),
    moves: [{ often: 1, by: runners, make: onAnEntry('action', 'parkAction', () => ({})) }],
  },
  endAction: {
    sentence: 'Say how one’s own agency’s action ended',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: recordedFor('action', anAction, { kind: 'endAction', outcome: 'done', evidence: 'Seen.' }),
    moves: [
      {
        often: 1,
        by: recorders,
        make: onAnEntry('action', 'endAction', () => ({ outcome: 'done', evidence: 'Seen.' })),
      },
      {
        often: 5,
        by: recorders,
        make: onAnEntry('action', 'endAction', (g) => ({
          outcome: g.pick(['done', 'not_possible', 'not_done', 'withdrawn'], 2),
          evidence: 'Seen.',
        })),
        once: 'closed',
      },
    ],
  },
  changeIntervention: {
    sentence: 'Change the state of one’s own agency’s intervention',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: recordedFor('intervention', anIntervention, {
      kind: 'changeIntervention',
      status: 'done',
    }),
    moves: [
      {
        often: 1,
        by: recorders,
        make: onAnEntry('intervention', 'changeIntervention', (g) => ({
          status: g.pick(['in_progress', 'done'], 2),
          result: g.words,
        })),
      },
    ],
  },
  answerRequest: {
    sentence: 'Answer a request to one’s own agency',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: recordedFor('request', toAgency, { kind: 'answerRequest', answer: 'Nothing held.' }),
    moves: [
      {
        often: 1,
        by: recorders,
        make: onAnEntry('request', 'answerRequest', () => ({ answer: 'Nothing held.' })),
      },
      {
        often: 3,
        by: recorders,
        make: onAnEntry('request', 'answerRequest', () => ({ answer: 'Nothing held.' })),
        once: 'closed',
      },
    ],
  },
  refuseRequest: {
    sentence: 'Refuse a request to one’s own agency',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: recordedFor('request', toAgency, { kind: 'refuseRequest', reason: 'No basis.' }),
    moves: [
      {
        often: 1,
        by: recorders,
        make: onAnEntry('request', 'refuseRequest', () => ({ reason: 'No basis.' })),
      },
      {
        often: 3,
        by: recorders,
        make: onAnEntry('request', 'refuseRequest', () => ({ reason: 'No basis.' })),
        once: 'closed',
      },
    ],
  },
  chaseRequest: {
    sentence: 'Chase a request that one’s own agency made',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: recordedFor('request', fromAgency, { kind: 'chaseRequest' }),
    moves: [
      {
        often: 1,
        by: recorders,
        make: onAnEntry('request', 'chaseRequest', (g) => ({
          escalate: g.pick([true, false], 2),
          words: g.words,
          due: g.pick(['', 'tomorrow'], 3),
        })),
      },
      {
        often: 4,
        by: recorders,
        make: onAnEntry('request', 'chaseRequest', (g) => ({
          escalate: g.pick([true, false], 2),
          words: g.words,
          due: g.pick(['', 'tomorrow'], 3),
        })),
        once: 'closed',
      },
    ],
  },
}
