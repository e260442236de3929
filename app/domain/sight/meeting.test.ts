import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting } from '../../../tests/support/pure-panel'
import { told, toldOf } from '../../../tests/support/told'

test('how far the meeting has come with a case is not said to whoever is out of it, nor where the item is not at hand', () => {
  const panel = openPureMeeting()
  const { meetingId } = panel
  const meeting = (who: 'housing' | 'police' | 'chair') => toldOf(panel, who, 'meeting', meetingId)
  panel.done('chair', commandsIn(panel).move('A2', 'share'))
  panel.clock.move({ minutes: 1 })
  const there = { itemId: panel.items.A2, step: 'share', mayUndo: true }
  expect(meeting('police')).toMatchObject(there)
  expect(meeting('police')?.itemSince).not.toBeNull()
  panel.done('housing', commandsIn(panel).conflict('A2'))
  const unsaid = { itemId: panel.items.A2, step: null, itemSince: null, mayUndo: false }
  expect(meeting('housing')).toMatchObject(unsaid)
  expect(meeting('chair')).toMatchObject(there)
  panel.things.drop('item', panel.items.A2)
  expect(meeting('chair')).toMatchObject(unsaid)
})

test('at no item there is nothing unsaid, and nothing to undo before anything was moved', () => {
  const panel = openPureMeeting()
  expect(toldOf(panel, 'chair', 'meeting', panel.nextMeetingId, panel.nextMeetingId)).toMatchObject({
    itemId: null,
    mayUndo: false,
  })
  const meeting = panel.things.get('meeting', panel.nextMeetingId)
  if (meeting) panel.things.put('meeting', { ...meeting, step: 'introduce', itemSince: 7, itemId: null })
  expect(toldOf(panel, 'housing', 'meeting', panel.nextMeetingId, panel.nextMeetingId)).toMatchObject({
    step: 'introduce',
    itemSince: 7,
  })
})

test('meeting and attendance are for those who sit on the panel, on the wall as well, each in its own room', () => {
  const panel = openPureMeeting()
  for (const kind of ['meeting', 'attendance'] as const) {
    for (const who of ['evaluator', 'administrator', 'brookChair'] as const)
      expect([who, told(panel, who, kind)]).toEqual([who, []])
    for (const who of ['chair', 'observer'] as const) expect(told(panel, who, kind)).not.toEqual([])
    expect(told(panel, 'chair', kind, panel.meetingId, 'wall')).not.toEqual([])
  }
  expect(told(panel, 'chair', 'meeting').map(({ id }) => id)).toEqual([panel.meetingId])
  expect(told(panel, 'chair', 'meeting', null)).toHaveLength(2)
  expect(told(panel, 'chair', 'attendance', panel.nextMeetingId)).toEqual([])
})

test('how attendance was put right is told with it', () => {
  const panel = openPureMeeting()
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  panel.clock.move({ hours: 1 })
  panel.done('coordinator', {
    kind: 'correctAttendance',
    meetingId: panel.meetingId,
    memberId: panel.people.housing.memberId,
    status: 'apologies',
    reason: 'She had rung.',
  })
  const one = told(panel, 'chair', 'attendance').find(
    ({ memberId }) => memberId === panel.people.housing.memberId,
  )
  expect(one).toMatchObject({
    status: 'apologies',
    corrections: [
      {
        at: panel.clock.now(),
        by: panel.people.coordinator.memberId,
        reason: 'She had rung.',
        before: { status: 'present' },
      },
    ],
  })
})
