import type { agendaCommands } from '../../app/domain/commands/agenda'
import { onAnItem, memberIds, agencyIds, runners } from './ground'
import { onItem, asGiven, aSeries } from './ready'
import { commandsIn } from '../support/commands'
import type { ExamplesOf } from './command-example'
import type { AgendaThings } from '../../app/domain/things/agenda'
import { byCanarySweep, type KindExamplesOf } from './kind-example'
import { all } from './seers'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const agendaCommandExamples: ExamplesOf<typeof agendaCommands> = {
  planMeeting: {
    sentence: 'Plan a meeting',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'planMeeting',
      panelId: panel.panelId,
      date: '2026-12-30',
      startsAt: '10:00',
      minutesPlanned: 60,
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'planMeeting',
          panelId: g.panel.panelId,
          date: g.pick(['2026-12-09', '2026-12-30', '2027-01-06'], 1),
          startsAt: g.pick(['10:00', '14:30'], 2),
          minutesPlanned: 60,
        }),
      },
    ],
  },
  setMeetingSeries: {
    sentence: 'Set up a meeting series',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => aSeries(panel),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'setMeetingSeries',
          panelId: g.panel.panelId,
          rhythm: 'every_weeks',
          everyWeeks: g.pick([2, 3, 4], 1),
          startsOn: '2027-01-13',
          startsAt: '10:00',
          minutesPlanned: 120,
          cutOffWorkingDays: 10,
          onBankHoliday: 'skip',
        }),
      },
    ],
  },
  planFromSeries: {
    sentence: 'Plan meetings ahead from a series',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      const { created } = await panel.done('coChair', aSeries(panel))
      return { kind: 'planFromSeries', panelId: panel.panelId, seriesId: created.meetingSeries, months: 3 }
    },
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => {
          const series = g.pick(g.things.all('meetingSeries'), 1)
          return (
            series && {
              kind: 'planFromSeries',
              panelId: g.panel.panelId,
              seriesId: series.id,
              months: g.pick([1, 2], 2),
            }
          )
        },
      },
    ],
  },
  endMeetingSeries: {
    sentence: 'End a meeting series',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      const { created } = await panel.done('coChair', aSeries(panel))
      return {
        kind: 'endMeetingSeries',
        panelId: panel.panelId,
        seriesId: created.meetingSeries,
        reason: 'A new rhythm.',
      }
    },
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => {
          const series = g.pick(g.things.all('meetingSeries'), 1)
          return (
            series && {
              kind: 'endMeetingSeries',
              panelId: g.panel.panelId,
              seriesId: series.id,
              reason: 'A new rhythm.',
            }
          )
        },
      },
    ],
  },
  listCase: {
    sentence: 'Put a case on the agenda',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: asGiven((commands) => commands.listFifth()),
    moves: [
      {
        often: 3,
        by: runners,
        make: (g) => ({
          kind: 'listCase',
          meetingId: g.pick([g.panel.meetingId, g.panel.nextMeetingId], 3) as string,
          caseId: g.pick(Object.values(g.panel.cases), 1),
          itemKind: g.pick(['new', 'note_only'], 2),
          minutes: 5,
          lateReason: g.pick(['', 'A new arrest.'], 4),
        }),
      },
    ],
  },
  listDueCases: {
    sentence: 'Put cases that are due on the agenda',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'listDueCases',
      meetingId: panel.meetingId,
      cases: { [panel.cases.A5]: { take: 'yes', itemKind: 'new', minutes: 8 } },
      lateReason: 'A new arrest.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'listDueCases',
          meetingId: g.pick([g.panel.meetingId, g.panel.nextMeetingId], 3) as string,
          cases: Object.fromEntries(
            g
              .some(Object.values(g.panel.cases), 1)
              .map((id) => [
                id,
                { take: 'yes', itemKind: 'review', minutes: 6, lane: g.pick(['discuss', 'note_only'], 2) },
              ]),
          ),
          lateReason: 'A new arrest.',
        }),
      },
    ],
  },
  applyFit: {
    sentence: 'Shorten or leave out items so that the agenda fits',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    before: 'the meeting',
    ready: (panel) => ({ kind: 'applyFit', meetingId: panel.meetingId, shorten: { [panel.items.A3]: '3' } }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'applyFit',
          meetingId: g.panel.nextMeetingId,
          shorten: { [g.panel.nextItem]: g.pick(['3', '4'], 1) },
          leaveOut: (g.numbers[2] ?? 0) % 5 === 0 ? [g.panel.nextItem] : [],
        }),
      },
    ],
  },
  changeItem: {
    sentence: 'Change an item’s kind, minutes or presenter',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: onItem('changeItem', { itemKind: 'review', minutes: 5 }),
    moves: [
      {
        often: 1,
        by: runners,
        make: onAnItem('changeItem', (g) => ({
          itemKind: g.pick(['review', 'note_only'], 1),
          minutes: 9,
          presenterId: g.pick(memberIds(g), 2),
        })),
      },
    ],
  },
  inviteToItem: {
    sentence: 'Invite agencies to one item',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: asGiven((commands, panel) => commands.invite('A1', panel.agencies.police)),
    moves: [
      {
        often: 3,
        by: runners,
        make: onAnItem('inviteToItem', (g) => ({
          agencyIds: g.some(agencyIds(g), 6),
          everyone: g.pick([false, true], 1),
        })),
      },
    ],
  },
  orderAgenda: {
    sentence: 'Put the agenda in another order',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({
      kind: 'orderAgenda',
      meetingId: panel.meetingId,
      itemIds: [panel.items.A3, panel.items.A1],
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => {
          const ids = g.things
            .all('item')
            .filter((item) => item.meetingId === g.panel.meetingId)
            .map((item) => item.id)
          return {
            kind: 'orderAgenda',
            meetingId: g.panel.meetingId,
            itemIds: [...g.some(ids, 1), ...ids].filter((id, at, all) => all.indexOf(id) === at),
          }
        },
      },
    ],
  },
  moveItem: {
    sentence: 'Move an item up or down',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: onItem('moveItem', { direction: 'down' }),
    moves: [
      {
        often: 1,
        by: runners,
        make: onAnItem('moveItem', (g) => ({ direction: g.pick(['up', 'down', 'first'], 1) })),
      },
    ],
  },
  removeItem: {
    sentence: 'Take an item off the agenda',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: (panel) => ({ kind: 'removeItem', ...commandsIn(panel).inItem('A3'), reason: 'Not ready.' }),
    moves: [{ often: 1, by: runners, make: onAnItem('removeItem', () => ({ reason: 'Not ready.' })) }],
  },
  putOnNoteOnlyLane: {
    sentence: 'Put an item on the note-only lane',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: onItem('putOnNoteOnlyLane', { reason: 'Nothing new.' }),
    moves: [
      { often: 1, by: runners, make: onAnItem('putOnNoteOnlyLane', () => ({ reason: 'Nothing new.' })) },
    ],
  },
  discussItem: {
    sentence: 'Bring an item back to discussion',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      await panel.done('coChair', {
        kind: 'putOnNoteOnlyLane',
        ...commandsIn(panel).inItem('A1'),
        reason: 'Nothing new.',
      })
      return { kind: 'discussItem', ...commandsIn(panel).inItem('A1') }
    },
    moves: [{ often: 1, by: runners, make: onAnItem('discussItem') }],
  },
  circulateAgenda: {
    sentence: 'Circulate the agenda, or its next version',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    before: 'the meeting',
    ready: (panel) => ({
      kind: 'circulateAgenda',
      meetingId: panel.meetingId,
      shortNoticeReason: 'A new panel.',
    }),
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'circulateAgenda',
          meetingId: g.panel.nextMeetingId,
          returnsDue: g.pick(['', 'tomorrow'], 2) as string,
          shortNoticeReason: 'A new panel.',
        }),
      },
    ],
  },
  chaseReturns: {
    sentence: 'Chase an agency for its returns',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    before: 'the meeting',
    ready: async (panel) => {
      await panel.done('coChair', { kind: 'circulateAgenda', meetingId: panel.nextMeetingId })
      return { kind: 'chaseReturns', meetingId: panel.nextMeetingId, agencyId: panel.agencies.housing }
    },
    moves: [
      {
        often: 1,
        by: runners,
        make: (g) => ({
          kind: 'chaseReturns',
          meetingId: g.panel.nextMeetingId,
          agencyId: g.pick(agencyIds(g), 2),
        }),
      },
    ],
  },
}

export const agendaKindExamples: KindExamplesOf<AgendaThings> = {
  item: {
    seenBy: all,
    turns: { where: { invitedAgencyIds: ['police'] }, notWhere: { minutes: 3 } },
    shown: { room: all, wall: all, minutes: all, file: all },
    words: {
      noteOnlyReason: byCanarySweep,
      statusReason: byCanarySweep,
      concludedWithout: byCanarySweep,
      lateReason: all,
      safetyAnswered: { notPlanted: 'victim-survivors by their ids' },
      broughtBackReason: { notPlanted: 'the words of what is left open; agenda-from-due.test' },
    },
    plant: async (panel, words) => {
      const { created } = await panel.done('coordinator', commandsIn(panel).listFifth(words.lateReason))
      return created.item ?? ''
    },
  },
  meetingSeries: {
    seenBy: all,
    shown: {},
    words: { venue: all, endedReason: all },
    plant: async (panel, words) => {
      const { created } = await panel.done('chair', { ...aSeries(panel), venue: words.venue })
      await panel.done('chair', {
        kind: 'endMeetingSeries',
        panelId: panel.panelId,
        seriesId: created.meetingSeries,
        reason: words.endedReason,
      })
      return created.meetingSeries ?? ''
    },
  },
  circulation: {
    seenBy: all,
    shown: { laterRoom: all },
    words: { shortNoticeReason: all },
    plant: async (panel, words) => {
      const { created } = await panel.done('chair', {
        kind: 'circulateAgenda',
        meetingId: panel.nextMeetingId,
        shortNoticeReason: words.shortNoticeReason,
      })
      return created.circulation ?? ''
    },
  },
}
