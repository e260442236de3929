import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'
import { fileView, ofKind, roomView, thing } from '../support/views'

// What comes of a meeting on the pages beside it: the case file, the list of cases, the room of the next meeting. How a
// meeting runs is in tests/rules/meeting.test.ts.

let panel: TestPanel
let commands: ReturnType<typeof commandsIn>
beforeEach(async () => {
  panel = await openSmallMeeting()
  commands = commandsIn(panel)
})
afterEach(() => panel.close())

const inMeeting = (kind: string, rest: object = {}) => ({ kind, meetingId: panel.meetingId, ...rest })

test('closing makes of each case what was decided, and of a case that was not concluded nothing', async () => {
  await panel.done('chair', commands.decision('A1', { outcome: 'accept', mode: 'direct' }))
  await panel.done('chair', commands.decision('A2', { outcome: 'close', closureReason: 'custody' }))
  await panel.done('chair', commands.decision('A3', { outcome: 'not_accepted', reason: 'No safe lever.' }))
  await panel.done('chair', commands.decision('A4', { outcome: 'close', closureReason: 'died' }))
  for (const ref of ['A1', 'A2', 'A3'] as const)
    await panel.done('chair', commands.conclude(ref, 'Heard by telephone.'))
  await panel.done('chair', commands.close('Out of time.'))
  const facts = async (ref: 'A1' | 'A2' | 'A3' | 'A4') => {
    const found = ofKind((await fileView(panel, 'chair', ref)) ?? [], 'case').find(
      ({ caseRef }) => caseRef === ref,
    )
    return [found?.acceptedOn, found?.mode, found?.notAcceptedOn, found?.closedOn, found?.closureReason]
  }
  expect(await facts('A1')).toEqual(['2026-12-02', 'direct', null, null, null])
  expect(await facts('A2')).toEqual([null, null, null, '2026-12-02', 'custody'])
  expect(await facts('A3')).toEqual([null, null, '2026-12-02', null, null])
  expect(await facts('A4')).toEqual([null, null, null, null, null])
})

test('what a meeting leaves open on a case is on the table at the next one, until it is done', async () => {
  await panel.services.reads.room(await panel.sessionFor('chair'), panel.nextMeetingId)
  const { created } = await panel.done(
    'police',
    commands.action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
  )
  const next = () => roomView(panel, 'chair', 'desk', panel.nextMeetingId)
  expect(thing(await next(), 'action', created.action)?.what).toBe('Visit.')
  await panel.done(
    'housing',
    inMeeting('endAction', { entryId: created.action, outcome: 'done', evidence: 'Seen.' }),
  )
  expect(thing(await next(), 'action', created.action)).toBeUndefined()
})

test('a case that can be put on an agenda names him by his initials', async () => {
  const listed = await panel.services.reads.casesToList(await panel.sessionFor('chair'), panel.panelId)
  expect(listed.map(({ ref, initials }) => `${ref} ${initials}`)).toEqual([
    'A1 A.Q.',
    'A2 B.R.',
    'A3 C.T.',
    'A4 A.Q.',
    'A5 E.V.',
  ])
})

test('whoever has not joined the meeting in session meets its cases neither in another file on the same man nor on the list of cases', async () => {
  const refs = async (who: PersonName) => [
    ofKind((await fileView(panel, who, 'A4')) ?? [], 'case')
      .map((one) => one.caseRef)
      .sort(),
    (await panel.services.reads.casesToList(await panel.sessionFor(who), panel.panelId)).map(
      (one) => one.ref,
    ),
  ]
  await panel.done('chair', commands.close('Out of time.'))
  await panel.done('chair', { kind: 'acceptConfidentiality', meetingId: panel.nextMeetingId })
  await panel.done('chair', {
    kind: 'openMeeting',
    meetingId: panel.nextMeetingId,
    inquorateReason: 'Few came.',
  })
  expect(await refs('chair')).toEqual([
    ['A1', 'A4'],
    ['A1', 'A2', 'A3', 'A4', 'A5'],
  ])
  expect(await refs('coordinator')).toEqual([['A4'], ['A2', 'A3', 'A4', 'A5']])
})

test('a case comes on to the agenda of a meeting in session with a reason, once, and with its whole file', async () => {
  expect(await panel.refused('chair', commands.listFifth(''))).toMatchObject({
    fields: [{ field: 'lateReason' }],
  })
  expect(ofKind(await roomView(panel, 'police'), 'case').map(({ caseRef }) => caseRef)).not.toContain('A5')
  await panel.done('chair', commands.listFifth())
  const view = await roomView(panel, 'police')
  expect(ofKind(view, 'case').map(({ caseRef }) => caseRef)).toContain('A5')
  expect(ofKind(view, 'victim').map(({ victimRef }) => victimRef)).toContain('V5')
  expect(await panel.refused('chair', commands.listFifth())).toMatchObject({ fields: [{ field: 'caseId' }] })
  expect(await panel.refused('chair', { ...commands.listFifth(), caseId: panel.cases.B1 })).toMatchObject({
    fields: [{ field: 'caseId' }],
  })
})
