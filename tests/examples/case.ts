import type { caseCommands } from '../../app/domain/commands/case'
import { onATelling, onAHappening, memberIds, runners, recorders } from './ground'
import { agencyOf, happened, aHappening, aTelling } from './ready'
import type { ExamplesOf } from './command-example'
import type { CaseThings, RecordedOnCase } from '../../app/domain/things/case'
import { commandsIn } from '../support/commands'
import type { SmallPanel } from '../support/small-panel-facts'
import { byCanarySweep, fromAList, imported, type KindExamplesOf } from './kind-example'
import { alike, all, atA1, hers, runThePanel } from './seers'
import { listedCase, standing } from './standing'

/** How one is recorded on a case between meetings, and how its agency takes it back. */
interface OnACase {
  record: { kind: string; fields: object }
  takeBack: { kind: string; named: string; rest: object }
}
type KindOnACase = {
  [Kind in keyof CaseThings]: CaseThings[Kind] extends RecordedOnCase ? Kind : never
}[keyof CaseThings]

/** What they all share is tried of each (app/domain/case/on-a-case.test.ts). */
export const onACaseExamples = {
  happening: {
    record: {
      kind: 'recordHappening',
      fields: { happeningKind: 'breach', day: 'today', what: 'He was at her door.' },
    },
    takeBack: { kind: 'withdrawHappening', named: 'happeningId', rest: { reason: 'The wrong case.' } },
  },
  courtOrder: {
    record: {
      kind: 'recordCourtOrder',
      fields: { orderKind: 'restraining', terms: 'Not to go near her.', startsOn: '2026-12-01' },
    },
    takeBack: {
      kind: 'endCourtOrder',
      named: 'courtOrderId',
      rest: { as: 'recorded_wrongly', reason: 'The wrong case.' },
    },
  },
  contact: {
    record: {
      kind: 'recordContact',
      fields: { day: '2026-12-01', means: 'visit', result: 'reached', what: 'He was at home.' },
    },
    takeBack: { kind: 'withdrawContact', named: 'contactId', rest: { reason: 'The wrong case.' } },
  },
} satisfies Record<KindOnACase, OnACase>

const onA1 = (kind: KindOnACase, panel: SmallPanel, fields: object = {}) => {
  const { record } = onACaseExamples[kind]
  return { kind: record.kind, caseId: panel.cases.A1, fields: { ...record.fields, ...fields } }
}

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const caseCommandExamples: ExamplesOf<typeof caseCommands> = {
  recordHappening: {
    sentence: 'Record what happened between meetings',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: (panel) => aHappening(panel),
    moves: [
      {
        often: 3,
        by: recorders,
        make: (g) => ({
          kind: 'recordHappening',
          caseId: g.pick([g.panel.cases.A1, g.panel.cases.A2, g.panel.cases.A3], 1),
          fields: {
            happeningKind: g.pick(['new_incident', 'new_partner', 'breach'], 2),
            day: 'today',
            what: g.words,
            source: g.pick(['agency_record', 'victim_survivor'], 3),
            ...(g.pick([true, false], 4)
              ? { audience: { kind: 'safety_circle', memberIds: g.some(memberIds(g), 5) } }
              : {}),
          },
        }),
      },
    ],
  },
  correctHappening: {
    sentence: 'Correct what one’s own agency recorded between meetings',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: happened('correctHappening', {
      fields: { happeningKind: 'breach', day: 'today', what: 'Better said.' },
      reason: 'A slip.',
    }),
    moves: [
      {
        often: 3,
        by: recorders,
        make: onAHappening('correctHappening', (g) => ({
          fields: {
            happeningKind: g.pick(['new_incident', 'new_partner'], 2),
            day: 'today',
            what: g.words || 'words',
            source: g.pick(['agency_record', 'victim_survivor'], 3),
            ...(g.pick([true, false], 4)
              ? {
                  audience: g.pick(
                    [{ kind: 'panel' }, { kind: 'safety_circle', memberIds: g.some(memberIds(g), 5) }],
                    6,
                  ),
                }
              : {}),
          },
          reason: 'Corrected.',
        })),
      },
    ],
  },
  recordCourtOrder: {
    sentence: 'Record a court’s order',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: (panel) => onA1('courtOrder', panel),
    moves: [
      {
        often: 2,
        by: recorders,
        make: (g) => ({
          ...onA1('courtOrder', g.panel, {
            orderKind: g.pick(['restraining', 'bail'], 2),
            terms: g.words || 'words',
            endsOn: g.pick(['', '2026-12-09'], 3),
          }),
          caseId: g.pick([g.panel.cases.A1, g.panel.cases.A2, g.panel.cases.A3], 1),
        }),
      },
    ],
  },
  endCourtOrder: {
    sentence: 'Record that an order of one’s own agency’s is no longer in force',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: async (panel, who) => {
      const { created } = await panel.done(
        'coordinator',
        onA1('courtOrder', panel, { agencyId: agencyOf(panel, who) }),
      )
      return {
        kind: 'endCourtOrder',
        caseId: panel.cases.A1,
        courtOrderId: created.courtOrder,
        as: 'ended_early',
        reason: 'Discharged.',
      }
    },
    moves: [
      {
        often: 1,
        by: recorders,
        make: (g) => {
          const order = g.pick(g.things.all('courtOrder'), 1)
          return (
            order && {
              kind: 'endCourtOrder',
              caseId: order.caseId,
              courtOrderId: order.id,
              as: g.pick(['ended_early', 'recorded_wrongly'], 2),
              reason: g.words || 'words',
            }
          )
        },
      },
    ],
  },
  recordContact: {
    sentence: 'Record a contact with him',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: (panel) => onA1('contact', panel),
    moves: [
      {
        often: 1,
        by: recorders,
        make: (g) => ({
          ...onA1('contact', g.panel, {
            result: g.pick(['reached', 'refused'], 2),
            what: g.words || 'words',
          }),
          caseId: g.pick([g.panel.cases.A1, g.panel.cases.A2, g.panel.cases.A3], 1),
        }),
      },
    ],
  },
  withdrawContact: {
    sentence: 'Withdraw a contact of one’s own agency’s',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: async (panel, who) => {
      const { created } = await panel.done(
        'coordinator',
        onA1('contact', panel, { agencyId: agencyOf(panel, who) }),
      )
      return {
        kind: 'withdrawContact',
        caseId: panel.cases.A1,
        contactId: created.contact,
        reason: 'The wrong case.',
      }
    },
    moves: [
      {
        often: 1,
        by: recorders,
        make: (g) => {
          const contact = g.pick(g.things.all('contact'), 1)
          return (
            contact && {
              kind: 'withdrawContact',
              caseId: contact.caseId,
              contactId: contact.id,
              reason: g.words || 'words',
            }
          )
        },
      },
    ],
  },
  dismissRelisting: {
    sentence: 'Say that a case need not come back because of it',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: happened('dismissRelisting', { reason: 'Heard yesterday.' }),
    moves: [{ often: 1, by: runners, make: onAHappening('dismissRelisting', (g) => ({ reason: g.words })) }],
  },
  answerDisclosure: {
    sentence: 'Answer for the disclosure scheme',
    allowed: 'yes   yes   .     .     yes   yes   .     .     .     .     .',
    ready: happened('answerDisclosure', { answer: 'not_needed', words: 'She knows.' }),
    moves: [
      {
        often: 1,
        by: ['police', 'idva', 'coordinator'],
        make: onAHappening('answerDisclosure', (g) => ({ answer: 'not_needed', words: g.words })),
      },
    ],
  },
  withdrawHappening: {
    sentence: 'Withdraw what one’s own agency recorded between meetings',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   .     .     .     .',
    ready: happened('withdrawHappening', { reason: 'The wrong case.' }),
    moves: [
      { often: 1, by: recorders, make: onAHappening('withdrawHappening', (g) => ({ reason: g.words })) },
    ],
  },
  planTelling: {
    sentence: 'Plan who tells a victim-survivor what, and how (and whoever her safety record names)',
    allowed: 'yes   yes   .     .     yes   .     .     .     .     .     .',
    ready: async (panel) => ({
      kind: 'planTelling',
      ...(await aTelling(panel)),
      tellerMemberId: panel.people.idva.memberId,
      what: 'That work begins.',
      how: 'By telephone.',
      safely: 'Before noon.',
    }),
    moves: [
      {
        often: 7,
        by: ['idva', 'idvaTwo', 'coordinator', 'chair'],
        make: onATelling('planTelling', (g) => ({
          tellerMemberId: g.pick(memberIds(g), 2),
          what: g.words,
          how: 'By telephone.',
          safely: g.words,
          due: g.pick(['', 'tomorrow'], 3),
        })),
        once: 'closed',
      },
    ],
  },
  recordTold: {
    sentence: 'Record that she was told (and whoever her safety record names)',
    allowed: 'yes   yes   .     .     yes   .     .     .     .     .     .',
    ready: async (panel) => ({
      kind: 'recordTold',
      ...(await aTelling(panel)),
      state: 'told',
      outcome: 'She knows.',
    }),
    moves: [
      {
        often: 6,
        by: ['idva', 'idvaTwo', 'coordinator', 'chair'],
        make: onATelling('recordTold', (g) => ({
          state: g.pick(['told', 'not_told'], 2),
          outcome: g.words || 'Told.',
        })),
        once: 'closed',
      },
    ],
  },
  keepSafetyRecord: {
    sentence: 'Keep a victim-survivor’s safety record',
    allowed: '.     yes   .     .     yes   .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'keepSafetyRecord',
      caseId: panel.cases.A1,
      victimId: panel.victims.V1,
      wishes: 'No letters.',
    }),
    moves: [
      {
        often: 2,
        by: ['idva', 'coordinator'],
        make: (g) => ({
          kind: 'keepSafetyRecord',
          caseId: g.panel.cases.A1,
          victimId: g.panel.victims.V1,
          wishes: g.words,
          memberIds: g.some(memberIds(g), 1),
        }),
      },
    ],
  },
  moveCase: {
    sentence: 'Move a case to the man it is about',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'moveCase',
      panelId: panel.panelId,
      caseId: panel.cases.A4,
      personId: panel.persons.P2,
      reason: 'Another man.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'moveCase',
          panelId: g.panel.panelId,
          caseId: g.pick(g.things.all('case'), 1)?.id ?? 'none',
          personId: g.pick(['back', ...g.things.all('person').map((one) => one.id)], 2),
          reason: 'Another man.',
        }),
      },
    ],
  },
}

export const caseKindExamples: KindExamplesOf<CaseThings> = {
  case: {
    seenBy: all,
    turns: 'everything',
    shown: { room: all, minutes: all, file: all },
    words: {
      referringAgency: { notPlanted: 'the agency’s own name' },
      referralReason: all,
      unsuitableReason: imported,
      caseManager: imported,
      idva: imported,
      moves: { notPlanted: 'case-move.test looks for it' },
    },
    plant: async (panel, words) => (await listedCase(panel, { reason: words.referralReason })).caseId,
  },
  victim: {
    seenBy: all,
    shown: { room: all, minutes: all, file: all },
    words: { ageBand: fromAList, gender: all, ethnicity: imported, relationship: fromAList },
    plant: async (panel, words) => {
      const { caseId } = await listedCase(panel, {
        victims: [{ relationship: 'partner', told: 'yes', agrees: 'yes', gender: words.gender }],
      })
      return (await standing(panel, 'victim', (one) => one.caseId === caseId)).id
    },
  },
  child: {
    seenBy: atA1,
    shown: alike(atA1, 'room', 'minutes', 'laterRoom', 'file'),
    words: { ageBand: fromAList },
    plant: async (panel) => (await standing(panel, 'child', (one) => one.caseId === panel.cases.A1)).id,
  },
  safetyRecord: {
    seenBy: hers,
    turns: { where: { memberIds: ['someone'] }, notWhere: { wishes: 'No letters.' } },
    shown: alike(hers, 'room', 'minutes', 'laterRoom', 'file'),
    words: { safeContact: hers, whoMustNotKnow: hers, wishes: hers, told: hers },
    plant: async (panel, words) => {
      const { safeContact, whoMustNotKnow, wishes, told } = words
      await panel.done('idva', {
        kind: 'keepSafetyRecord',
        caseId: panel.cases.A1,
        victimId: panel.victims.V1,
        ...{ safeContact, whoMustNotKnow, wishes, told },
      })
      return panel.victims.V1
    },
  },
  // That someone is out of the case is told to all who see the case, and to whoever declared it.
  conflict: {
    seenBy: all,
    turns: 'everything',
    shown: alike(all, 'room', 'minutes', 'laterRoom', 'file'),
    words: { reason: [...runThePanel, 'presenter'], withdrawnReason: byCanarySweep },
    plant: async (panel, words) => {
      const { created } = await panel.done(
        'presenter',
        commandsIn(panel).conflict('A1', { reason: words.reason }),
      )
      return created.conflict ?? ''
    },
  },
  happening: {
    seenBy: atA1,
    turns: { where: { laterAudiences: [{ kind: 'panel' }] }, notWhere: { what: 'Better said.' } },
    shown: alike(atA1, 'room', 'minutes', 'laterRoom', 'file'),
    words: {
      what: atA1,
      correctionReason: byCanarySweep,
      dismissedReason: byCanarySweep,
      disclosureWords: atA1,
      withdrawnReason: byCanarySweep,
    },
    plant: async (panel, words) => {
      const { created } = await panel.done('police', aHappening(panel, { what: words.what }))
      await panel.done('police', {
        kind: 'answerDisclosure',
        caseId: panel.cases.A1,
        happeningId: created.happening,
        answer: 'not_needed',
        words: words.disclosureWords,
      })
      return created.happening ?? ''
    },
  },
  courtOrder: {
    seenBy: atA1,
    shown: alike(atA1, 'room', 'minutes', 'laterRoom', 'file'),
    words: { terms: atA1, whoEnforces: atA1, endedReason: atA1 },
    plant: async (panel, words) => {
      const { created } = await panel.done(
        'police',
        onA1('courtOrder', panel, { terms: words.terms, whoEnforces: words.whoEnforces }),
      )
      await panel.done('police', {
        kind: 'endCourtOrder',
        caseId: panel.cases.A1,
        courtOrderId: created.courtOrder,
        as: 'ended_early',
        reason: words.endedReason,
      })
      return created.courtOrder ?? ''
    },
  },
  contact: {
    seenBy: atA1,
    shown: { file: atA1 },
    words: { what: atA1, withdrawnReason: atA1 },
    plant: async (panel, words) => {
      const { created } = await panel.done('police', onA1('contact', panel, { what: words.what }))
      await panel.done('police', {
        kind: 'withdrawContact',
        caseId: panel.cases.A1,
        contactId: created.contact,
        reason: words.withdrawnReason,
      })
      return created.contact ?? ''
    },
  },
}
