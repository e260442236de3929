import type { entryCommands } from '../../app/domain/commands/entries'
import { runners, recorders } from './ground'
import { anEntryOf, aCorrection, aWithdrawal } from './random-entry'
import { asGiven, agencyOf, recordedFor, aShare } from './ready'
import { commandsIn, panelAudience } from '../support/commands'
import type { ExamplesOf } from './command-example'
import type { EntryByKind } from '../../app/domain/things/entries'
import type { ActingPanel, PersonName, Sent } from '../support/small-panel'
import { byCanarySweep, fromAList, type KindExamplesOf } from './kind-example'
import { alike, all, atA1, theCircle } from './seers'

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

/** Recorded by this person; the id of what came of it. */
const recorded = async (panel: ActingPanel, who: PersonName, kind: string, sent: Sent): Promise<string> =>
  (await panel.done(who, sent)).created[kind] ?? ''

/** What the whole panel reads, while it is open in later rooms too. */
const inItsRoom = alike(atA1, 'room', 'minutes', 'file')
const whileOpen = { ...inItsRoom, laterRoom: atA1 }
/** A later version's audience decides who may read the earlier ones. */
const narrowed = { where: { laterAudiences: [panelAudience] }, notWhere: { supersededBy: 'a later one' } }
const laterVersions = { correctionReason: byCanarySweep, withdrawnReason: byCanarySweep }

export const entryKindExamples: KindExamplesOf<EntryByKind> = {
  share: {
    seenBy: atA1,
    turns: narrowed,
    shown: inItsRoom,
    words: {
      ...laterVersions,
      what: atA1,
      about: fromAList,
      purpose: fromAList,
      lawfulBasis: fromAList,
      gateway: fromAList,
      necessity: atA1,
    },
    plant: (panel, { what, necessity }) =>
      recorded(panel, 'housing', 'share', commandsIn(panel).share('A1', what, { necessity })),
  },
  lever: {
    seenBy: atA1,
    turns: narrowed,
    shown: inItsRoom,
    words: { ...laterVersions, what: atA1, leverKind: fromAList, safetyNote: atA1 },
    plant: (panel, { what, safetyNote }) =>
      recorded(panel, 'housing', 'lever', commandsIn(panel).lever('A1', what, { safetyNote })),
  },
  finding: {
    seenBy: atA1,
    turns: narrowed,
    shown: inItsRoom,
    words: { ...laterVersions, criterionKey: fromAList, evidence: atA1 },
    plant: (panel, { evidence }) =>
      recorded(panel, 'housing', 'finding', commandsIn(panel).finding('A1', { evidence })),
  },
  decision: {
    seenBy: atA1,
    turns: narrowed,
    shown: { ...whileOpen, wall: atA1 },
    words: { ...laterVersions, rationale: atA1, reason: atA1, onward: atA1 },
    plant: (panel, { rationale, reason, onward }) =>
      recorded(
        panel,
        'chair',
        'decision',
        commandsIn(panel).decision('A1', { outcome: 'bring_back', rationale, reason, onward }),
      ),
  },
  position: {
    seenBy: all,
    turns: narrowed,
    shown: alike(all, 'room', 'minutes', 'file'),
    words: { ...laterVersions, reason: all },
    plant: async (panel, { reason }) => {
      const decision = await recorded(panel, 'chair', 'decision', commandsIn(panel).decision('A3'))
      const taken = commandsIn(panel).position('A3', decision, { stance: 'dissents', reason })
      return recorded(panel, 'housing', 'position', taken)
    },
  },
  intervention: {
    seenBy: atA1,
    turns: narrowed,
    shown: whileOpen,
    words: {
      ...laterVersions,
      supportAreas: fromAList,
      disruptAreas: fromAList,
      what: atA1,
      result: atA1,
      history: byCanarySweep,
    },
    plant: (panel, { what, result }) =>
      recorded(panel, 'housing', 'intervention', commandsIn(panel).intervention('A1', what, { result })),
  },
  action: {
    seenBy: atA1,
    turns: narrowed,
    shown: { ...whileOpen, wall: atA1 },
    words: {
      ...laterVersions,
      what: atA1,
      ownerRole: atA1,
      evidence: byCanarySweep,
      history: byCanarySweep,
    },
    plant: (panel, { what, ownerRole }) =>
      recorded(panel, 'housing', 'action', commandsIn(panel).action('A1', what, { ownerRole })),
  },
  request: {
    seenBy: atA1,
    turns: narrowed,
    shown: whileOpen,
    words: {
      ...laterVersions,
      what: atA1,
      why: atA1,
      lawfulBasis: fromAList,
      answer: byCanarySweep,
      refusalReason: byCanarySweep,
      history: byCanarySweep,
    },
    plant: (panel, { what, why }) =>
      recorded(
        panel,
        'housing',
        'request',
        commandsIn(panel).request('A1', panel.agencies.probation, what, { why }),
      ),
  },
  safetyCheck: {
    seenBy: theCircle,
    turns: narrowed,
    shown: alike(theCircle, 'room', 'minutes', 'file'),
    words: {
      ...laterVersions,
      riskNote: theCircle,
      plan: theCircle,
      whoTells: theCircle,
      children: theCircle,
    },
    plant: (panel, { riskNote, plan, whoTells, children }) =>
      recorded(
        panel,
        'idva',
        'safetyCheck',
        commandsIn(panel).safetyCheck('A1', { raisesRisk: 'yes', riskNote, plan, whoTells, children }),
      ),
  },
}
