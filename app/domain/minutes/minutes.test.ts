import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { minutesDue, minutesState, versionsOf } from './minutes'

// The minutes of 2 December 2026: approved by the chair, distributed, and approved again when something is corrected.

const approve = (panel: PurePanel) => ({ kind: 'approveMinutes', meetingId: panel.meetingId })
const distribute = (panel: PurePanel) => ({ kind: 'distributeMinutes', meetingId: panel.meetingId })
const versions = (panel: PurePanel) => versionsOf(panel.things, panel.meetingId)
const latest = (panel: PurePanel) => versions(panel).at(-1)
/** A meeting closed on one share; its id. */
const closedOn = () => {
  const panel = openPureMeeting()
  const { share = '' } = panel.done('police', commandsIn(panel).share('A1', 'He was seen.')).created
  panel.clock.move({ minutes: 5 })
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  panel.clock.move({ minutes: 5 })
  return { panel, share }
}
const correctShare = (panel: PurePanel, share: string) =>
  panel.done('chair', commandsIn(panel).correct('share', share, { what: 'He was seen twice.' })).created[
    'share'
  ] ?? ''

test('there are no minutes to approve before the meeting closes, nor to distribute before they are approved', () => {
  const panel = openPureMeeting()
  for (const sent of [approve(panel), distribute(panel)])
    expect(panel.refused('chair', sent)).toMatchObject({ code: 'wrong_moment' })
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  expect(panel.refused('coordinator', distribute(panel))).toMatchObject({ code: 'wrong_moment' })
})

test('approved once and then distributed once, each says by whom and when', () => {
  const { panel } = closedOn()
  panel.done('coChair', approve(panel))
  expect(versions(panel)).toMatchObject([
    {
      panelId: panel.panelId,
      number: 1,
      approvedAt: panel.clock.now(),
      approvedBy: panel.people.coChair.memberId,
      distributedAt: null,
      correctedAt: null,
    },
  ])
  expect(panel.refused('chair', approve(panel))).toMatchObject({ code: 'already_done' })
  panel.clock.move({ minutes: 5 })
  panel.done('coordinator', distribute(panel))
  expect(latest(panel)).toMatchObject({
    distributedAt: panel.clock.now(),
    distributedBy: panel.people.coordinator.memberId,
  })
  for (const sent of [approve(panel), distribute(panel)])
    expect(panel.refused('chair', sent)).toMatchObject({ code: 'already_done' })
})

test('corrected after approval, they wait for the chair again, and are not distributed meanwhile', () => {
  const { panel, share } = closedOn()
  panel.done('chair', approve(panel))
  panel.clock.move({ minutes: 5 })
  correctShare(panel, share)
  expect(minutesState(latest(panel))).toBe('correction_waits')
  expect(panel.refused('coordinator', distribute(panel))).toMatchObject({ code: 'wrong_moment' })
  panel.done('chair', approve(panel))
  expect(versions(panel).map((one) => one.number)).toEqual([1, 2])
  panel.done('coordinator', distribute(panel))
})

test('corrected in the draft, they wait for nobody but the first approval', () => {
  const { panel, share } = closedOn()
  correctShare(panel, share)
  expect(latest(panel)).toBeUndefined()
  panel.done('chair', approve(panel))
  expect(versions(panel)).toHaveLength(1)
})

test('both clocks run from the closing; from a correction, the clock of approval runs anew', () => {
  const clocks = { minutesApprovalWorkingDays: 2, minutesDistributionWorkingDays: 5, daysNotCounted: [] }
  const { panel, share } = closedOn()
  const meeting = () => panel.things.get('meeting', panel.meetingId)
  const due = () => {
    const itself = meeting()
    if (!itself) throw new Error('There is no meeting.')
    return minutesDue(itself, latest(panel), clocks)
  }
  expect(due()).toEqual({ what: 'approve', by: '2026-12-04' })
  panel.clock.move({ days: 1 })
  panel.done('chair', approve(panel))
  expect(due()).toEqual({ what: 'distribute', by: '2026-12-09' })
  panel.clock.move({ days: 4 })
  const corrected = correctShare(panel, share)
  expect(due()).toEqual({ what: 'approve', by: '2026-12-09' })
  panel.clock.move({ days: 1 })
  panel.done('chair', approve(panel))
  // A version that corrects goes out so many days after it was approved.
  expect(due()).toEqual({ what: 'distribute', by: '2026-12-15' })
  panel.done('chair', distribute(panel))
  expect(due()).toBeNull()
  expect(corrected).not.toBe('')
})

test('a meeting that was not recorded here has minutes elsewhere, and nothing of them is due', () => {
  const clocks = { minutesApprovalWorkingDays: 2, minutesDistributionWorkingDays: 5, daysNotCounted: [] }
  expect(minutesDue({ openedBy: null, closedAt: 1 }, undefined, clocks)).toBeNull()
  expect(minutesDue({ openedBy: 'someone', closedAt: null }, undefined, clocks)).toBeNull()
})

test('how far they have come follows from the newest version', () => {
  expect(minutesState(undefined)).toBe('draft')
  expect(minutesState({ correctedAt: null, distributedAt: null })).toBe('approved')
  expect(minutesState({ correctedAt: null, distributedAt: 1 })).toBe('distributed')
  expect(minutesState({ correctedAt: 2, distributedAt: 1 })).toBe('correction_waits')
})

test('a meeting of another panel is not there', () => {
  const { panel } = closedOn()
  for (const sent of [approve(panel), distribute(panel)])
    expect(panel.refused('brookChair', sent)).toMatchObject({ code: 'not_found' })
})
