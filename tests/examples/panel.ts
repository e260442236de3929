import type { panelCommands } from '../../app/domain/commands/panel'
import { agencyIds, runners } from './ground'
import { aMember } from './ready'
import { sitting } from '../support/small-panel'
import type { PersonName } from '../support/small-panel'
import type { ExamplesOf } from './command-example'

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
