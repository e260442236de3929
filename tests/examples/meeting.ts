import type { meetingCommands } from '../../app/domain/commands/meeting'
import { inTheMeeting, onAnItem, memberIds, runners, aMeeting } from './ground'
import { inMeeting, asGiven, holding } from './ready'
import { commandsIn } from '../support/commands'
import { joinMeeting, sitting } from '../support/small-panel'
import type { PersonName } from '../support/small-panel'
import type { ExamplesOf } from './command-example'
import type { MeetingThings } from '../../app/domain/things/meeting'
import { imported, type KindExamplesOf } from './kind-example'
import { alike, all } from './seers'
import { standing } from './standing'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const meetingCommandExamples: ExamplesOf<typeof meetingCommands> = {
  openMeeting: {
    sentence: 'Open the meeting',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    before: 'the meeting',
    ready: async (panel, who) => {
      await joinMeeting(panel, 'police', 'housing', 'probation')
      if (['chair', 'coordinator'].includes(who)) await joinMeeting(panel, who)
      return { kind: 'openMeeting', meetingId: panel.meetingId }
    },
    moves: [
      {
        often: 2,
        by: runners,
        make: (g) => ({ kind: 'openMeeting', meetingId: aMeeting(g), inquorateReason: 'Few came.' }),
      },
    ],
  },
  cancelOpening: {
    sentence: 'Take back an opening made by mistake',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: inMeeting('cancelOpening', { reason: 'A mistake.' }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({ kind: 'cancelOpening', meetingId: aMeeting(g), reason: 'A mistake.' }),
      },
    ],
  },
  recordAttendance: {
    sentence: 'Record one’s own attendance',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   yes   .     .     .',
    ready: (panel, who) => ({
      kind: 'recordAttendance',
      meetingId: panel.meetingId,
      memberId: panel.people[who].memberId,
      status: 'remote',
    }),
    moves: [
      {
        often: 1,
        by: sitting,
        make: inTheMeeting('recordAttendance', (g) => ({
          memberId: g.pick(memberIds(g), 1),
          status: g.pick(['present', 'apologies'], 2),
        })),
      },
    ],
  },
  recordLeaving: {
    sentence: 'Record one’s own leaving',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   yes   .     .     .',
    ready: async (panel, who) => {
      if (who === 'chair')
        await panel.done('chair', {
          kind: 'handOverChair',
          meetingId: panel.meetingId,
          memberId: panel.people.coordinator.memberId,
        })
      return { kind: 'recordLeaving', meetingId: panel.meetingId, memberId: panel.people[who].memberId }
    },
    moves: [
      {
        often: 1,
        by: sitting,
        make: inTheMeeting('recordLeaving', (g) => ({ memberId: g.pick(memberIds(g), 1) })),
      },
    ],
  },
  acceptConfidentiality: {
    sentence: 'Join: accept the confidentiality statement',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   yes   .     .     .',
    before: 'the meeting',
    ready: inMeeting('acceptConfidentiality'),
    moves: [
      {
        often: 2,
        by: sitting,
        make: inTheMeeting('acceptConfidentiality', (g) => ({ status: g.pick(['present', 'remote'], 1) })),
      },
    ],
  },
  declareConflict: {
    sentence: 'Declare one’s own interest in a case',
    allowed: 'yes   yes   yes   yes   yes   yes   yes   yes   .     .     .',
    ready: asGiven((commands) => commands.conflict('A3')),
    moves: [
      {
        often: 2,
        by: sitting,
        make: onAnItem('declareConflict', (g) => ({
          reason: 'A cousin.',
          memberId: (g.numbers[2] ?? 0) % 4 === 0 ? g.pick(memberIds(g), 1) : '',
        })),
      },
    ],
  },
  withdrawConflict: {
    sentence: 'Withdraw a declared interest',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      const { created } = await panel.done('coChair', commandsIn(panel).conflict('A3'))
      return {
        kind: 'withdrawConflict',
        meetingId: panel.meetingId,
        conflictId: created.conflict,
        reason: 'Mistaken.',
      }
    },
    moves: [
      {
        often: 2,
        by: runners,
        make: inTheMeeting('withdrawConflict', (g) => ({
          conflictId: g.pick(g.things.all('conflict'), 1)?.id ?? 'none',
          reason: 'Mistaken.',
        })),
      },
    ],
  },
  movePointer: {
    sentence: 'Move the panel to a case or step, holding the chair',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: holding(asGiven((commands) => commands.move('A2'))),
    moves: [
      {
        often: 3,
        by: runners,
        make: onAnItem('movePointer', (g) => ({ step: g.pick(['introduce', 'share', 'plan'], 1) })),
      },
    ],
  },
  undoAdvance: {
    sentence: 'Undo the last move, holding the chair',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: holding(inMeeting('undoAdvance')),
    moves: [{ often: 1, by: runners, make: inTheMeeting('undoAdvance') }],
  },
  handOverChair: {
    sentence: 'Hand the chair over, holding it',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: holding((panel) => ({
      kind: 'handOverChair',
      meetingId: panel.meetingId,
      memberId: panel.people.coChair.memberId,
    })),
    moves: [
      {
        often: 1,
        by: runners,
        make: inTheMeeting('handOverChair', (g) => ({
          memberId: g.pick(runners, 1) ? g.panel.people[g.pick(runners, 1) as PersonName].memberId : '',
        })),
      },
    ],
  },
  takeChair: {
    sentence: 'Take the chair, with a reason',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel, who) => {
      if (who === 'chair')
        await panel.done('chair', {
          kind: 'handOverChair',
          meetingId: panel.meetingId,
          memberId: panel.people.coChair.memberId,
        })
      return { kind: 'takeChair', meetingId: panel.meetingId, reason: 'The chair lost connection.' }
    },
    moves: [
      {
        often: 1,
        by: runners,
        make: inTheMeeting('takeChair', () => ({ reason: 'The chair lost connection.' })),
      },
    ],
  },
  concludeItem: {
    sentence: 'Conclude a case, holding the chair',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: holding(asGiven((commands) => commands.conclude('A1', 'She cannot be reached.'))),
    moves: [
      {
        often: 2,
        by: runners,
        make: onAnItem('concludeItem', (g) => ({ without: g.pick(['', 'She cannot be reached.'], 1) })),
      },
    ],
  },
  reopenItem: {
    sentence: 'Open a concluded case again',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      await panel.done('chair', commandsIn(panel).conclude('A1', 'She cannot be reached.'))
      return { kind: 'reopenItem', ...commandsIn(panel).inItem('A1'), reason: 'More came in.' }
    },
    moves: [{ often: 1, by: runners, make: onAnItem('reopenItem', () => ({ reason: 'More came in.' })) }],
  },
  closeMeeting: {
    sentence: 'Close the meeting',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: asGiven((commands) => commands.close('Out of time.')),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({ kind: 'closeMeeting', meetingId: aMeeting(g), reason: 'Out of time.' }),
      },
    ],
  },
}

export const meetingKindExamples: KindExamplesOf<MeetingThings> = {
  meeting: {
    seenBy: all,
    turns: { where: { status: 'planned' }, notWhere: { step: 'decide' } },
    once: 'closed',
    // The room of another meeting holds it as well, to know what waits for it, and shows only its own. A file says where
    // its case was heard.
    shown: { room: all, wall: all, minutes: all, file: all },
    words: {
      venue: imported,
      inquorateReason: { notPlanted: 'enough came' },
      closedReason: all,
    },
    plant: async (panel, words) => {
      await panel.done('chair', commandsIn(panel).conclude('A1', 'She cannot be reached.'))
      await panel.done('chair', commandsIn(panel).close(words.closedReason))
      return panel.meetingId
    },
  },
  attendance: {
    seenBy: all,
    turns: { where: { acceptedAt: 5 }, notWhere: { note: 'By telephone.' } },
    // Files know who has joined a meeting in session: its cases wait for those who have not.
    shown: alike(all, 'room', 'wall', 'minutes', 'file'),
    words: {
      deputyFor: { notPlanted: 'nobody came for another' },
      note: all,
      history: { notPlanted: 'minutes.test corrects it' },
    },
    plant: async (panel, words) => {
      const { memberId } = panel.people.socialCare
      await panel.done('socialCare', {
        kind: 'recordAttendance',
        meetingId: panel.meetingId,
        memberId,
        status: 'remote',
        note: words.note,
      })
      return (
        await standing(panel, 'attendance', (one) => one.memberId === memberId && one.note === words.note)
      ).id
    },
  },
}
