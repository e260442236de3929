import type { candidateCommands } from '../../app/domain/commands/candidates'
import { runners } from './ground'
import type { ExamplesOf } from './command-example'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const candidateCommandExamples: ExamplesOf<typeof candidateCommands> = {
  adoptScoringMatrix: {
    sentence: 'Adopt a scoring matrix for candidates',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'adoptScoringMatrix',
      panelId: panel.panelId,
      windowMonths: 12,
      victimMonths: 36,
      gravity: { control: '1', threat: '2', violence: '3', serious_violence: '4' },
      reason: 'Agreed.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'adoptScoringMatrix',
          panelId: g.panel.panelId,
          windowMonths: g.pick([12, 18, 24], 1),
          victimMonths: 36,
          gravity: { control: '1', threat: '2', violence: '3', serious_violence: '4' },
          reason: 'Agreed.',
        }),
      },
    ],
  },
  putForwardCandidate: {
    sentence: 'Put a candidate forward for the agenda',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'putForwardCandidate',
      panelId: panel.panelId,
      personId: panel.persons.P5,
    }),
    moves: [
      {
        often: 2,
        by: runners,
        make: (g) => ({
          kind: 'putForwardCandidate',
          panelId: g.panel.panelId,
          personId: g.pick(g.things.all('person'), 1)?.id ?? 'none',
        }),
      },
    ],
  },
  withdrawCandidate: {
    sentence: 'Withdraw a candidate who was put forward',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      const { created } = await panel.done('coChair', {
        kind: 'putForwardCandidate',
        panelId: panel.panelId,
        personId: panel.persons.P5,
      })
      return {
        kind: 'withdrawCandidate',
        panelId: panel.panelId,
        candidacyId: created.candidacy,
        reason: 'Taken up elsewhere.',
      }
    },
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => {
          const candidacy = g.pick(g.things.all('candidacy'), 1)
          return (
            candidacy && {
              kind: 'withdrawCandidate',
              panelId: g.panel.panelId,
              candidacyId: candidacy.id,
              reason: 'Taken up elsewhere.',
            }
          )
        },
      },
    ],
  },
}
