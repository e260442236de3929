import { beforeEach, expect, test } from 'vitest'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

let panel: TestPanel
let commands: ReturnType<typeof commandsIn>
beforeEach(async () => {
  panel = await openSmallMeeting()
  commands = commandsIn(panel)
})

const standingFor = async (who: PersonName) => {
  const found = await panel.services.standing.standing(await panel.sessionFor(who), panel.panelId)
  if (!found.ok) throw new Error(found.message)
  return found
}
const actionsOf = async (who: PersonName, agencyId: string) =>
  (await standingFor(who)).actions.find((one) => one.agencyId === agencyId)

test('what someone may not see is not counted for them', async () => {
  const { housing } = panel.agencies
  await panel.done('chair', commands.action('A1', 'For all.', { ownerAgencyId: housing }))
  await panel.done(
    'idva',
    commands.action('A1', 'For the circle.', {
      ownerAgencyId: housing,
      audience: { kind: 'safety_circle', memberIds: [panel.people.housing.memberId] },
    }),
  )
  expect(await actionsOf('housing', housing)).toMatchObject({ open: 2 })
  expect(await actionsOf('chair', housing)).toMatchObject({ open: 2 })
  expect(await actionsOf('probation', housing)).toMatchObject({ open: 1 })
  await panel.done('probation', commands.conflict('A1'))
  expect(await actionsOf('probation', housing)).toMatchObject({ open: 0 })
})

test('a return about a case that someone is out of is not counted for them', async () => {
  const meetingId = panel.nextMeetingId
  await panel.done('coordinator', { kind: 'circulateAgenda', meetingId })
  for (const who of ['chair', 'probation'] as const)
    await panel.done(who, { kind: 'acceptConfidentiality', meetingId })
  await panel.done('probation', {
    kind: 'declareConflict',
    meetingId,
    itemId: panel.nextItem,
    reason: 'A cousin.',
  })
  await panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Few came.' })
  await panel.done('chair', { kind: 'closeMeeting', meetingId, reason: 'Out of time.' })
  const missing = async (who: PersonName) =>
    (await standingFor(who)).returns.find((one) => one.agencyId === panel.agencies.housing)?.missing
  expect([await missing('chair'), await missing('probation')]).toEqual([1, 0])
})

test('overdue is worked out from the clock, and an ended action is gone', async () => {
  const { housing } = panel.agencies
  const { created } = await panel.done(
    'chair',
    commands.action('A1', 'Soon.', { ownerAgencyId: housing, due: 'tomorrow' }),
  )
  expect(await actionsOf('chair', housing)).toMatchObject({ open: 1, overdue: 0 })
  panel.clock.move({ days: 2 })
  expect(await actionsOf('chair', housing)).toMatchObject({ open: 1, overdue: 1 })
  await panel.done('housing', {
    kind: 'endAction',
    meetingId: panel.meetingId,
    entryId: created.action,
    outcome: 'done',
    evidence: 'Seen.',
  })
  expect(await actionsOf('chair', housing)).toMatchObject({ open: 0 })
})

test('attendance counts meetings held; the one in session is not among them until it closes', async () => {
  expect((await standingFor('chair')).meetings).toEqual([])
  await panel.done('chair', commands.close('Out of time.'))
  const after = await standingFor('chair')
  expect(after.meetings.map((meeting) => meeting.id)).toEqual([panel.meetingId])
  expect(after.attendance.find((one) => one.agencyId === panel.agencies.housing)).toMatchObject({
    came: ['here'],
    here: 1,
    fallingOff: false,
  })
})

test('who sits on no panel learns nothing, and another area not that it exists', async () => {
  for (const who of ['administrator', 'evaluator', 'brookChair'] as const) {
    expect(await panel.services.standing.standing(await panel.sessionFor(who), panel.panelId)).toMatchObject({
      ok: false,
      code: 'not_found',
    })
  }
})
