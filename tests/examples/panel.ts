import type { panelCommands } from '../../app/domain/commands/panel'
import { agencyIds, runners } from './ground'
import { aMember } from './ready'
import { sitting } from '../support/small-panel'
import type { ActingPanel, PersonName } from '../support/small-panel'
import type { ExamplesOf } from './command-example'
import type { AccountsThings } from '../../app/domain/things/accounts'
import type { PanelThings } from '../../app/domain/things/panel'
import type { KindExamplesOf } from './kind-example'
import { alike, all, ofThePanel, readsNames } from './seers'
import { standing } from './standing'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const panelCommandExamples: ExamplesOf<typeof panelCommands> = {
  changePanelSettings: {
    sentence: 'Change what the panel asks at sign-in',
    allowed: '.     yes   .     .     .     .     .     .     yes   .     .',
    ready: (panel) => ({
      kind: 'changePanelSettings',
      panelId: panel.panelId,
      secondFactorRequired: 'no',
    }),
    moves: [
      {
        often: 1,
        by: ['coordinator', 'administrator'],
        make: (g) => ({
          kind: 'changePanelSettings',
          panelId: g.panel.panelId,
          secondFactorRequired: g.pick(['no', 'no', 'no', 'yes'], 1),
        }),
      },
    ],
  },
  changeCriteria: {
    sentence: 'Change the panel’s criteria',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'changeCriteria',
      panelId: panel.panelId,
      labels: 'High risk\nHigh harm',
      reason: 'Agreed.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'changeCriteria',
          panelId: g.panel.panelId,
          labels: `High risk\nHigh harm ${g.words}`,
          reason: 'Agreed.',
        }),
      },
    ],
  },
  adoptPolicy: {
    sentence: 'Change the panel’s settings, as a new version of its policy',
    allowed: 'yes   yes   .     .     .     .     .     .     yes   .     .',
    ready: (panel) => ({
      kind: 'adoptPolicy',
      panelId: panel.panelId,
      values: { noticeWorkingDays: '6' },
      reason: 'Agreed.',
    }),
    moves: [
      {
        often: 2,
        by: runners,
        make: (g) => ({
          kind: 'adoptPolicy',
          panelId: g.panel.panelId,
          values: { quorum: g.pick(['1', '2'], 1), confidentialityStatement: `Confidential. ${g.words}` },
          reason: 'Agreed.',
        }),
      },
    ],
  },
  addAgency: {
    sentence: 'Add an agency',
    allowed: '.     yes   .     .     .     .     .     .     yes   .     .',
    ready: (panel) => ({
      kind: 'addAgency',
      panelId: panel.panelId,
      name: 'Late Agency',
      agencyKind: 'housing',
    }),
    moves: [
      {
        often: 1,
        by: ['coordinator', 'administrator'],
        make: (g) => ({
          kind: 'addAgency',
          panelId: g.panel.panelId,
          name: `Agency ${g.words}`,
          agencyKind: 'housing',
          core: g.pick(['', 'yes'], 1),
          reason: 'Agreed.',
        }),
      },
    ],
  },
  changeAgency: {
    sentence: 'Rename an agency, or change whether it is core',
    allowed: '.     yes   .     .     .     .     .     .     yes   .     .',
    ready: (panel) => ({
      kind: 'changeAgency',
      panelId: panel.panelId,
      agencyId: panel.agencies.housing,
      name: 'Housing',
      agencyKind: 'housing',
      core: '',
      reason: 'They come when asked.',
    }),
    moves: [
      {
        often: 1,
        by: ['coordinator', 'administrator'],
        make: (g) => ({
          kind: 'changeAgency',
          panelId: g.panel.panelId,
          agencyId: g.pick(agencyIds(g), 1),
          name: `Renamed ${g.words}`,
          agencyKind: 'other',
          core: g.pick(['yes', ''], 2),
          reason: g.words,
        }),
      },
    ],
  },
  addMember: {
    sentence: 'Add a member',
    allowed: '.     yes   .     .     .     .     .     .     yes   .     .',
    ready: (panel) => ({
      kind: 'addMember',
      panelId: panel.panelId,
      name: 'New One',
      email: 'new@ashford.example',
      role: 'observer',
      agencyId: panel.agencies.police,
    }),
    moves: [
      {
        often: 1,
        by: ['coordinator', 'administrator'],
        make: (g) => ({
          kind: 'addMember',
          panelId: g.panel.panelId,
          name: `Late ${g.words}`,
          email: `late-${g.numbers[1] ?? 0}@ashford.example`,
          role: g.pick(['observer', 'representative', 'idva'], 2),
          agencyId: g.pick(agencyIds(g), 3),
        }),
      },
    ],
  },
  changeMember: {
    sentence: 'Change a member’s role, or end their membership',
    allowed: '.     yes   .     .     .     .     .     .     yes   .     .',
    ready: (panel) =>
      aMember(panel, { role: 'presenter', agencyId: panel.agencies.harbour, active: true, jobTitle: 'Head' }),
    moves: [
      {
        often: 2,
        by: ['coordinator', 'administrator'],
        make: (g) => {
          const person = g.panel.people[g.pick(sitting, 1) as PersonName]
          const role = g.pick(['representative', 'observer', 'idva', 'coordinator', 'evaluator'], 2)
          return {
            kind: 'changeMember',
            panelId: g.panel.panelId,
            memberId: person.memberId,
            role,
            agencyId: g.pick(agencyIds(g), 3),
            active: g.pick([true, true, false], 4),
          }
        },
      },
    ],
  },
}

/** Someone new on the panel, who watches for the police. */
const joined = async (panel: ActingPanel, rest: { name: string; email: string; jobTitle?: string }) =>
  (
    await panel.done('coordinator', {
      kind: 'addMember',
      panelId: panel.panelId,
      role: 'observer',
      agencyId: panel.agencies.police,
      ...rest,
    })
  ).created

export const panelKindExamples: KindExamplesOf<PanelThings> = {
  area: {
    seenBy: [],
    shown: {},
    words: { name: { notPlanted: 'nothing shows it; panels bear the name of their area' } },
    plant: async (panel) => (await standing(panel, 'area', (one) => one.name === 'Ashford')).id,
  },
  panel: {
    seenBy: ofThePanel,
    turns: 'everything',
    shown: alike(all, 'room', 'wall', 'minutes', 'laterRoom', 'file'),
    words: { name: { notPlanted: 'it stands on every page of the panel' } },
    plant: (panel) => panel.panelId,
  },
  criteria: {
    seenBy: ofThePanel,
    shown: alike(all, 'room', 'wall', 'minutes', 'laterRoom', 'file'),
    words: { criteria: ofThePanel, reason: readsNames },
    plant: async (panel, words) => {
      const { created } = await panel.done('coordinator', {
        kind: 'changeCriteria',
        panelId: panel.panelId,
        labels: `A safe lever for contact exists\n${words.criteria}`,
        reason: words.reason,
      })
      return created.criteria ?? ''
    },
  },
  policy: {
    seenBy: readsNames,
    shown: alike(all, 'room', 'minutes', 'laterRoom', 'file'),
    words: {
      values: readsNames,
      reason: readsNames,
    },
    plant: async (panel, words) => {
      const { created } = await panel.done('coordinator', {
        kind: 'adoptPolicy',
        panelId: panel.panelId,
        // With more notice than the next meeting can be given any more (circulation).
        values: { confidentialityStatement: words.values, noticeWorkingDays: '15' },
        reason: words.reason,
      })
      return created.policy ?? ''
    },
  },
  agency: {
    seenBy: ofThePanel,
    turns: 'everything',
    shown: alike(all, 'room', 'wall', 'minutes', 'laterRoom', 'file'),
    words: { name: ofThePanel },
    plant: async (panel, words) => {
      const { created } = await panel.done('coordinator', {
        kind: 'addAgency',
        panelId: panel.panelId,
        name: words.name,
        agencyKind: 'housing',
      })
      return created.agency ?? ''
    },
  },
  member: {
    seenBy: readsNames,
    turns: 'everything',
    shown: alike(all, 'room', 'wall', 'minutes', 'laterRoom', 'file'),
    words: {
      name: readsNames,
      jobTitle: readsNames,
    },
    plant: async (panel, { name, jobTitle }) =>
      (await joined(panel, { name, jobTitle, email: 'planted@ashford.example' })).member ?? '',
  },
}

export const accountKindExamples: KindExamplesOf<AccountsThings> = {
  account: {
    seenBy: [],
    shown: {},
    words: {
      name: { notPlanted: 'the name that pages show is the member’s' },
      email: ['coordinator', 'administrator'],
    },
    plant: async (panel, words) => {
      const email = `${words.email.replaceAll(/[^a-z0-9]/g, '')}@ashford.example`
      await joined(panel, { name: 'New One', email })
      return (await standing(panel, 'account', (one) => one.name === 'New One')).id
    },
  },
  credential: {
    seenBy: [],
    shown: {},
    words: { totpSecret: { notPlanted: 'no command sets it; sign-in.test looks for it' } },
    plant: (panel) => panel.people.chair.accountId,
  },
}
