import type { peopleCommands } from '../../app/domain/commands/people'
import { runners } from './ground'
import { twoPersons } from '../support/referrals'
import type { ExamplesOf } from './command-example'
import type { PeopleThings } from '../../app/domain/things/people'
import { acceptance, referred } from '../support/referrals'
import { byCanarySweep, imported, type KindExamplesOf } from './kind-example'
import { all, runThePanel } from './seers'
import { listedCase } from './standing'

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

export const peopleKindExamples: KindExamplesOf<PeopleThings> = {
  person: {
    seenBy: all,
    turns: 'everything',
    shown: { room: all, minutes: all, file: all },
    words: {
      givenName: all,
      familyName: all,
      aliases: all,
      gender: all,
      ethnicity: imported,
      firstLanguage: all,
    },
    plant: async (panel, words) => {
      const { givenName, familyName, aliases, gender, firstLanguage } = words
      const { personId } = await listedCase(panel, { givenName, familyName, aliases, gender, firstLanguage })
      return personId
    },
  },
  personMerge: {
    seenBy: runThePanel,
    shown: {},
    words: {
      mergedName: { notPlanted: 'it becomes another name of the man he was merged into' },
      aliasesBefore: { notPlanted: 'kept to undo the merge; nothing shows it' },
      reason: runThePanel,
      undoneReason: byCanarySweep,
    },
    plant: async (panel, words) => {
      const cases = []
      for (const familyName of ['Mergeone', 'Mergetwo'])
        cases.push(
          (await panel.done('chair', acceptance(await referred(panel, 'housing', { familyName })))).created,
        )
      const { created } = await panel.done('chair', {
        kind: 'mergePersons',
        panelId: panel.panelId,
        keptId: cases[0]?.person,
        mergedIds: [cases[1]?.person],
        reason: words.reason,
      })
      return created.personMerge ?? ''
    },
  },
}
