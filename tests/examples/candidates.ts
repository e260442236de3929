import type { candidateCommands } from '../../app/domain/commands/candidates'
import { runners } from './ground'
import type { ExamplesOf } from './command-example'
import type { CandidatesThings } from '../../app/domain/things/candidates'
import { byCanarySweep, type KindExamplesOf } from './kind-example'
import { atA1, theCircle } from './seers'
import { standing } from './standing'

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

export const candidateKindExamples: KindExamplesOf<CandidatesThings> = {
  incident: {
    seenBy: atA1,
    shown: { file: atA1 },
    words: { victimRef: { notPlanted: 'a reference; canary-sweep looks for the incident’s' } },
    plant: async (panel) => (await standing(panel, 'incident', (one) => one.ref === 'INC-ALL-1')).id,
  },
  scoringMatrix: {
    seenBy: theCircle,
    shown: {},
    words: { reason: theCircle },
    plant: async (panel, words) => {
      const { created } = await panel.done('chair', {
        kind: 'adoptScoringMatrix',
        panelId: panel.panelId,
        windowMonths: 24,
        victimMonths: 36,
        gravity: { control: '1', threat: '2', violence: '3', serious_violence: '4' },
        reason: words.reason,
      })
      return created.scoringMatrix ?? ''
    },
  },
  candidacy: {
    seenBy: theCircle,
    shown: { file: theCircle },
    words: { scoreItems: { notPlanted: 'worked out' }, withdrawnReason: byCanarySweep },
    plant: async (panel) => {
      const { created } = await panel.done('coordinator', {
        kind: 'putForwardCandidate',
        panelId: panel.panelId,
        personId: panel.persons.P5,
      })
      return created.candidacy ?? ''
    },
  },
}
