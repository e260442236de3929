import type { minutesCommands } from '../../app/domain/commands/minutes'
import { inTheMeeting, memberIds, runners, theChairs } from './ground'
import { commandsIn } from '../support/commands'
import type { ExamplesOf } from './command-example'
import type { MinutesThings } from '../../app/domain/things/minutes'
import type { KindExamplesOf } from './kind-example'
import { atA1, hers } from './seers'
import { standing } from './standing'

// Cells of `allowed`: chair coord prese manag idva  polic other obser admin evalu brook

export const minutesCommandExamples: ExamplesOf<typeof minutesCommands> = {
  approveMinutes: {
    sentence: 'Approve the minutes',
    allowed: 'yes   .     .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      await panel.done('chair', commandsIn(panel).close('Out of time.'))
      return { kind: 'approveMinutes', meetingId: panel.meetingId }
    },
    moves: [{ often: 5, by: theChairs, make: inTheMeeting('approveMinutes'), once: 'closed' }],
  },
  distributeMinutes: {
    sentence: 'Distribute the approved minutes',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      await panel.done('chair', commandsIn(panel).close('Out of time.'))
      await panel.done('coChair', { kind: 'approveMinutes', meetingId: panel.meetingId })
      return { kind: 'distributeMinutes', meetingId: panel.meetingId }
    },
    moves: [{ often: 4, by: runners, make: inTheMeeting('distributeMinutes'), once: 'closed' }],
  },
  correctAttendance: {
    sentence: 'Correct the attendance of a closed meeting',
    allowed: 'yes   yes   .     .     .     .     .     .     .     .     .',
    ready: async (panel) => {
      await panel.done('chair', commandsIn(panel).close('Out of time.'))
      return {
        kind: 'correctAttendance',
        meetingId: panel.meetingId,
        memberId: panel.people.housing.memberId,
        status: 'remote',
        reason: 'She was on the call.',
      }
    },
    moves: [
      {
        often: 4,
        by: runners,
        make: inTheMeeting('correctAttendance', (g) => ({
          memberId: g.pick(memberIds(g), 1),
          status: g.pick(['present', 'apologies', 'absent'], 2),
          reason: 'Put right.',
        })),
        once: 'closed',
      },
    ],
  },
}

export const minutesKindExamples: KindExamplesOf<MinutesThings> = {
  minutesVersion: {
    seenBy: [],
    once: 'closed',
    shown: {},
    words: {},
    plant: async (panel) => {
      const { created } = await panel.done('chair', { kind: 'approveMinutes', meetingId: panel.meetingId })
      return created.minutesVersion ?? ''
    },
  },
  telling: {
    seenBy: atA1,
    once: 'closed',
    shown: { room: atA1, minutes: atA1, laterRoom: atA1, file: atA1 },
    words: { what: hers, how: hers, safely: hers, outcome: hers },
    plant: async (panel, words) => {
      const { id: tellingId } = await standing(panel, 'telling', (one) => one.caseId === panel.cases.A1)
      const about = { caseId: panel.cases.A1, tellingId }
      await panel.done('idva', {
        kind: 'planTelling',
        ...about,
        tellerMemberId: panel.people.idva.memberId,
        what: words.what,
        how: words.how,
        safely: words.safely,
      })
      await panel.done('idva', { kind: 'recordTold', ...about, state: 'told', outcome: words.outcome })
      return tellingId
    },
  },
}
