import { expect, test } from 'vitest'
import { actionsByAgency, attendanceByAgency, returnsByAgency } from './panel-standing'
import type { ReturnStanding } from '../returns/return-standing'

const meetings = ['M1', 'M2', 'M3', 'M4'].map((id, index) => ({ id, date: `2026-10-0${index + 1}` }))
const row = (
  meetingId: string,
  agencyId: string,
  status: 'present' | 'remote' | 'deputy' | 'apologies' | 'absent' = 'present',
) => ({ meetingId, agencyId, status })

test('an agency that missed the last two meetings, with or without apologies, is falling off', () => {
  const attended = [
    ...['M1', 'M2', 'M3', 'M4'].map((id) => row(id, 'police')),
    row('M1', 'housing'),
    row('M2', 'housing', 'deputy'),
    row('M3', 'housing', 'apologies'),
    row('M4', 'housing', 'absent'),
  ]
  const [police, housing] = attendanceByAgency(['police', 'housing'], meetings, attended, 2)
  expect(police).toMatchObject({ here: 4, missedInARow: 0, fallingOff: false })
  expect(housing).toMatchObject({
    came: ['here', 'here', 'apologies', 'missed'],
    here: 2,
    missedInARow: 2,
    fallingOff: true,
  })
})

test('a meeting that recorded others counts as missed; one that recorded nobody tells nothing', () => {
  const [health] = attendanceByAgency(['health'], meetings, [row('M1', 'health'), row('M3', 'police')], 2)
  expect(health).toMatchObject({
    came: ['here', 'not_recorded', 'missed', 'not_recorded'],
    recorded: 2,
    missedInARow: 1,
    fallingOff: false,
  })
})

test('an agency that never came is falling off; one on a panel that has met once may not be yet', () => {
  expect(
    attendanceByAgency(['health'], meetings, [row('M1', 'police'), row('M2', 'police')], 2)[0],
  ).toMatchObject({ here: 0, fallingOff: true })
  expect(attendanceByAgency(['health'], meetings.slice(0, 1), [row('M1', 'police')], 2)[0]).toMatchObject({
    fallingOff: false,
  })
})

test('someone in the room outweighs a colleague’s apologies', () => {
  expect(
    attendanceByAgency(
      ['housing'],
      meetings.slice(0, 1),
      [row('M1', 'housing', 'apologies'), row('M1', 'housing', 'remote')],
      2,
    )[0]?.came,
  ).toEqual(['here'])
})

test('returns are counted over meetings held, and what was never returned is missing', () => {
  const returned = (standing: ReturnStanding, meetingId = 'M1') => ({
    agencyId: 'housing',
    meetingId,
    standing,
  })
  const all = [
    returned('returned'),
    returned('nothing_held'),
    returned('returned_late'),
    returned('overdue'),
    returned('not_asked'),
    returned('awaited', 'a meeting to come'),
  ]
  expect(returnsByAgency(['housing'], meetings, all)).toEqual([
    { agencyId: 'housing', asked: 4, inTime: 2, late: 1, missing: 1 },
  ])
})

test('an action is overdue the day after it was due', () => {
  const actions = [
    { ownerAgencyId: 'housing', due: '2026-11-21' },
    { ownerAgencyId: 'housing', due: '2026-11-22' },
  ]
  expect(actionsByAgency(['housing'], actions, '2026-11-22')).toEqual([
    { agencyId: 'housing', open: 2, overdue: 1 },
  ])
})
