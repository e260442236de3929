import type { peopleCommands } from '../../app/domain/commands/people'
import { runners } from './ground'
import { twoPersons } from '../support/referrals'
import type { ExamplesOf } from './command-example'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const peopleCommandExamples: ExamplesOf<typeof peopleCommands> = {
  mergePersons: {
    sentence: 'Merge two entries of one man',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => ({
      kind: 'mergePersons',
      panelId: panel.panelId,
      ...(await twoPersons(panel)),
      reason: 'One man.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'mergePersons',
          panelId: g.panel.panelId,
          keptId: g.pick(g.things.all('person'), 1)?.id ?? 'none',
          mergedIds: [g.pick(g.things.all('person'), 2)?.id ?? 'none'],
          reason: 'One man.',
        }),
      },
    ],
  },
  unmergePersons: {
    sentence: 'Undo a merge',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      const { created } = await panel.done('coChair', {
        kind: 'mergePersons',
        panelId: panel.panelId,
        ...(await twoPersons(panel)),
        reason: 'One man.',
      })
      return {
        kind: 'unmergePersons',
        panelId: panel.panelId,
        mergeId: created.personMerge,
        reason: 'Two men.',
      }
    },
    moves: [
      {
        often: 2,
        by: runners,
        make: (g) => {
          const merge = g.pick(g.things.all('personMerge'), 1)
          return (
            merge && {
              kind: 'unmergePersons',
              panelId: g.panel.panelId,
              mergeId: merge.id,
              reason: 'Two men.',
            }
          )
        },
      },
    ],
  },
}
