import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { sitting, type PersonName } from '../../../tests/support/small-panel-facts'
import { instantOfLocal } from '../dates/local-time'

const correcting = (panel: PurePanel, who: PersonName, fields: Record<string, unknown> = {}) => ({
  kind: 'correctAttendance',
  meetingId: panel.meetingId,
  memberId: panel.people[who].memberId,
  status: 'present',
  reason: 'The list was wrong.',
  ...fields,
})
const attendance = (panel: PurePanel, who: PersonName) =>
  panel.things
    .all('attendance')
    .find((one) => one.meetingId === panel.meetingId && one.memberId === panel.people[who].memberId)
const at = (time: string) => instantOfLocal('2026-12-02', time)
const closed = () => {
  const panel = openPureMeeting(...sitting.filter((who) => who !== 'probation'))
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  panel.clock.move({ hours: 1 })
  return panel
}

test('until the meeting is closed, attendance is recorded in its room', () => {
  const panel = openPureMeeting()
  expect(panel.refused('chair', correcting(panel, 'housing'))).toMatchObject({ code: 'wrong_moment' })
})

test('put right, it says when they came and went, and how it read before, by whom and why', () => {
  const panel = closed()
  const before = attendance(panel, 'housing')
  panel.done(
    'coordinator',
    correcting(panel, 'housing', { joinedAt: '10:05', leftAt: '11:00', note: 'Left early.' }),
  )
  expect(attendance(panel, 'housing')).toMatchObject({
    status: 'present',
    deputyFor: null,
    note: 'Left early.',
    joinedAt: at('10:05'),
    leftAt: at('11:00'),
    history: [
      {
        at: panel.clock.now(),
        by: panel.people.coordinator.memberId,
        reason: 'The list was wrong.',
        before: { status: before?.status, joinedAt: before?.joinedAt, leftAt: before?.leftAt },
      },
    ],
  })
  panel.done('chair', correcting(panel, 'housing', { reason: 'Wrong again.' }))
  expect(attendance(panel, 'housing')).toMatchObject({ joinedAt: at('10:05'), leftAt: at('11:00') })
  expect(attendance(panel, 'housing')?.history).toHaveLength(2)
})

test('whoever was forgotten is added, with nothing before', () => {
  const panel = closed()
  panel.done('chair', correcting(panel, 'probation', { joinedAt: '10:00' }))
  expect(attendance(panel, 'probation')).toMatchObject({
    joinedAt: at('10:00'),
    leftAt: null,
    history: [{ before: null }],
  })
})

test('whoever was not there neither came nor went', () => {
  const panel = closed()
  panel.done(
    'chair',
    correcting(panel, 'housing', { status: 'apologies', joinedAt: '10:05', leftAt: '11:00' }),
  )
  expect(attendance(panel, 'housing')).toMatchObject({ status: 'apologies', joinedAt: null, leftAt: null })
})

test('a deputy attends for somebody, and nobody else does', () => {
  const panel = closed()
  expect(panel.refused('chair', correcting(panel, 'housing', { status: 'deputy' })).fields).toMatchObject([
    { field: 'deputyFor' },
  ])
  panel.done('chair', correcting(panel, 'housing', { status: 'deputy', deputyFor: 'Their manager' }))
  expect(attendance(panel, 'housing')?.deputyFor).toBe('Their manager')
  panel.done('chair', correcting(panel, 'housing', { deputyFor: 'Their manager' }))
  expect(attendance(panel, 'housing')?.deputyFor).toBeNull()
})

test.each([
  ['leftAt', { joinedAt: '11:00', leftAt: '10:59' }],
  ['joinedAt', { joinedAt: 'ten' }],
  ['status', { status: 'asleep' }],
  ['reason', { reason: '' }],
])('%s that cannot be is refused: %j', (field, fields) => {
  const panel = closed()
  expect(panel.refused('chair', correcting(panel, 'housing', fields)).fields).toMatchObject([{ field }])
})

test('somebody of another panel was not there', () => {
  const panel = closed()
  expect(panel.refused('chair', correcting(panel, 'brookIdva')).fields).toMatchObject([{ field: 'memberId' }])
})
