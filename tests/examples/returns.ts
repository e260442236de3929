import type { returnCommands } from '../../app/domain/commands/returns'
import { inTheMeeting, onAnItem, onAPreparedEntry, anItemOf, agencyIds, recorders } from './ground'
import { fieldsOf } from './random-entry'
import { onItem, preparedBy } from './ready'
import type { ExamplesOf } from './command-example'
import type { ReturnsThings } from '../../app/domain/things/returns'
import { commandsIn } from '../support/commands'
import type { KindExamplesOf } from './kind-example'
import { atA1, runThePanel } from './seers'
import { standing } from './standing'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const returnCommandExamples: ExamplesOf<typeof returnCommands> = {
  recordReturn: {
    sentence: 'Record what one’s agency holds',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: onItem('recordReturn', { state: 'nothing_held' }),
    moves: [
      {
        often: 2,
        by: recorders,
        make: onAnItem('recordReturn', (g) => ({
          state: g.pick(['returned', 'nothing_held'], 1),
          agencyId: (g.numbers[3] ?? 0) % 4 === 0 ? g.pick(agencyIds(g), 2) : '',
        })),
      },
    ],
  },
  markAgencyHeard: {
    sentence: 'Mark one’s agency as heard',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: onItem('markAgencyHeard', { heard: 'spoken' }),
    moves: [
      {
        often: 2,
        by: recorders,
        make: onAnItem('markAgencyHeard', (g) => ({
          heard: g.pick(['spoken', 'nothing_held'], 1),
          agencyId: (g.numbers[3] ?? 0) % 4 === 0 ? g.pick(agencyIds(g), 2) : '',
        })),
      },
    ],
  },
  giveReturns: {
    sentence: 'Give one’s own agency’s returns',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: (panel) => ({
      kind: 'giveReturns',
      meetingId: panel.meetingId,
      returns: { [panel.items.A1]: { holding: 'known_now' } },
    }),
    moves: [
      {
        often: 2,
        by: recorders,
        make: inTheMeeting('giveReturns', (g) => ({
          rest: g.pick([false, false, true], 2),
          returns: {
            [anItemOf(g).itemId]: {
              holding: g.pick(['nothing_held', 'known_before', 'known_now'], 1),
              engagement: g.pick(['', 'engaging'], 3),
              staffSafety: g.pick(['', 'A dog.'], 4),
            },
          },
        })),
      },
    ],
  },
  prepareInformation: {
    sentence: 'Prepare information for one’s own agency’s return',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: onItem('prepareInformation', { fields: { what: 'Held.' } }),
    moves: [
      {
        often: 3,
        by: recorders,
        make: onAnItem('prepareInformation', (g) => ({ fields: fieldsOf('share', g) })),
      },
    ],
  },
  prepareLever: {
    sentence: 'Prepare a lever for one’s own agency’s return',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: onItem('prepareLever', { fields: { what: 'A hold.' } }),
    moves: [
      { often: 2, by: recorders, make: onAnItem('prepareLever', (g) => ({ fields: fieldsOf('lever', g) })) },
    ],
  },
  changePrepared: {
    sentence: 'Change what one’s own agency prepared',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: preparedBy('changePrepared', {
      correction: { entryKind: 'share', fields: { what: 'Better said.' } },
    }),
    moves: [
      {
        often: 2,
        by: recorders,
        make: onAPreparedEntry('changePrepared', (g, lever) => ({
          correction: lever
            ? { entryKind: 'lever', fields: fieldsOf('lever', g) }
            : { entryKind: 'share', fields: fieldsOf('share', g) },
        })),
      },
    ],
  },
  dropPrepared: {
    sentence: 'Take out what one’s own agency prepared',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: preparedBy('dropPrepared'),
    moves: [{ often: 1, by: recorders, make: onAPreparedEntry('dropPrepared') }],
  },
  sharePrepared: {
    sentence: 'Share in the meeting what one’s own agency prepared',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: preparedBy('sharePrepared'),
    moves: [{ often: 4, by: recorders, make: onAPreparedEntry('sharePrepared') }],
  },
}

export const returnKindExamples: KindExamplesOf<ReturnsThings> = {
  agencyReturn: {
    seenBy: atA1,
    shown: { room: atA1, minutes: atA1 },
    words: { declinedReason: [...runThePanel, 'socialCare'] },
    plant: async (panel, words) => {
      await panel.done('socialCare', {
        kind: 'recordReturn',
        ...commandsIn(panel).inItem('A1'),
        state: 'declined',
        reason: words.declinedReason,
      })
      return (await standing(panel, 'agencyReturn', (one) => one.declinedReason === words.declinedReason)).id
    },
  },
  researchReturn: {
    seenBy: ['housing'],
    shown: { room: ['housing'] },
    words: {},
    plant: async (panel) => {
      await panel.done('housing', {
        kind: 'giveReturns',
        meetingId: panel.meetingId,
        returns: { [panel.items.A1]: { holding: 'known_now' } },
      })
      return (await standing(panel, 'researchReturn', (one) => one.agencyId === panel.agencies.housing)).id
    },
  },
  preparedEntry: {
    seenBy: ['housing'],
    shown: { room: ['housing'] },
    words: { what: ['housing'], share: ['housing'], lever: { notPlanted: 'canary-sweep plants one' } },
    plant: async (panel, words) => {
      const { created } = await panel.done('housing', {
        kind: 'prepareInformation',
        ...commandsIn(panel).inItem('A1'),
        fields: { what: words.what, necessity: words.share },
      })
      return created.preparedEntry ?? ''
    },
  },
}
