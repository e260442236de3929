import { expect, test } from 'vitest'
import { circle, commandsIn, panelAudience } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'
import { onceJoined, someCasesWait, waitsForJoining } from './sight'

const refs = (
  panel: PurePanel,
  who: PersonName,
  ...at: [meetingId?: string | null, surface?: 'desk' | 'wall']
) => panel.view(who, ...at).map(({ ref }) => ref)

/** All that is said of a case, but for its line on the agenda. */
const saidOf = (panel: PurePanel, who: PersonName, caseId: string, meetingId: string | null) =>
  panel
    .view(who, meetingId)
    .filter(
      (thing) =>
        thing.kind !== 'item' && (thing.id === caseId || ('caseId' in thing && thing.caseId === caseId)),
    )
    .map(({ ref }) => ref)

/** The item of the meeting to come, for the police alone of the agencies. */
const askOnlyPoliceNext = (panel: PurePanel) =>
  panel.done('coordinator', {
    kind: 'inviteToItem',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    agencyIds: [panel.agencies.police],
  })

test.each(['present', 'apologies'])(
  'a name that someone else ticked as %s has accepted nothing: no case content, in the room, its minutes or a file',
  (status) => {
    const panel = openPureMeeting('chair', 'coordinator', 'police', 'probation')
    const commands = commandsIn(panel)
    panel.done('police', commands.share('A1', 'Said among us.'))
    panel.done('coordinator', {
      kind: 'recordAttendance',
      meetingId: panel.meetingId,
      memberId: panel.people.housing.memberId,
      status,
    })
    for (const meetingId of [panel.meetingId, null]) {
      expect(saidOf(panel, 'police', panel.cases.A1, meetingId).length).toBeGreaterThan(2)
      expect(saidOf(panel, 'housing', panel.cases.A1, meetingId)).toEqual([])
    }
    panel.done('housing', { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
    expect(saidOf(panel, 'housing', panel.cases.A1, panel.meetingId)).toEqual(
      saidOf(panel, 'probation', panel.cases.A1, panel.meetingId),
    )
  },
)

test('what is narrowed because it said too much leaves the wall, its old words with it', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const onTheWall = () =>
    refs(panel, 'chair', panel.meetingId, 'wall').filter((ref) => /^(action|decision):/.test(ref))
  const owned = { ownerAgencyId: panel.agencies.police }
  const first =
    panel.done('police', commands.action('A1', 'Visit her new flat.', owned)).created['action'] ?? ''
  expect(onTheWall()).toEqual([`action:${first}`])
  panel.done(
    'police',
    commands.correct('action', first, {
      what: 'Visit.',
      due: 'in 2 weeks',
      ...owned,
      audience: circle(),
    }),
  )
  expect(onTheWall()).toEqual([])
  // Opened again to the panel, the version that was narrowed stays away.
  const narrowed = panel.things.all('action').find(({ supersededBy }) => supersededBy === null)?.id ?? ''
  const again = panel.done(
    'police',
    commands.correct('action', narrowed, {
      what: 'Visit him.',
      due: 'in 2 weeks',
      ...owned,
      audience: panelAudience,
    }),
  ).created['action']
  expect(onTheWall()).toEqual([`action:${again}`])
})

test('what was recorded while few were asked in stays theirs once the item is open to all again', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.invite('A1', panel.agencies.police))
  const share = panel.done('police', commands.share('A1', 'Among few.')).created['share']
  const action = panel.done('police', commands.action('A1', 'Among few as well.')).created['action']
  panel.done('chair', commands.inviteEveryone('A1'))
  const later = panel.done('police', commands.share('A1', 'To all.')).created['share']
  for (const meetingId of [panel.meetingId, panel.nextMeetingId, null]) {
    expect(refs(panel, 'housing', meetingId)).not.toContain(`share:${share}`)
    expect(refs(panel, 'housing', meetingId)).not.toContain(`action:${action}`)
    expect(refs(panel, 'police', meetingId)).toContain(`share:${share}`)
    expect(refs(panel, 'chair', meetingId)).toContain(`action:${action}`)
  }
  expect(refs(panel, 'housing')).toContain(`share:${later}`)
})

test('an agency left out of an item of a meeting to come has nothing of the case in its file', () => {
  const panel = openPurePanel()
  askOnlyPoliceNext(panel)
  expect(saidOf(panel, 'housing', panel.cases.A1, null)).toEqual([])
  expect(saidOf(panel, 'police', panel.cases.A1, null).length).toBeGreaterThan(1)
  // Another of his cases is no secret for that.
  expect(refs(panel, 'housing', null)).toContain(`case:${panel.cases.A4}`)
})

test('a case is given back to the agency once that meeting is over', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.invite('A1', panel.agencies.police))
  expect(refs(panel, 'housing', null)).not.toContain(`case:${panel.cases.A1}`)
  panel.done('chair', commands.close('Out of time.'))
  expect(refs(panel, 'housing', null)).toContain(`case:${panel.cases.A1}`)
})

test('to whoever runs the panel and is out of one of the cases that a merge joined, there was no merge', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const { P1, P3 } = panel.persons
  const merge = panel.done('coChair', {
    kind: 'mergePersons',
    panelId: panel.panelId,
    keptId: P3,
    mergedIds: [P1],
    reason: 'One man.',
  }).created['personMerge']
  expect(panel.things.get('personMerge', merge)?.caseIds.length).toBeGreaterThan(1)
  for (const who of ['chair', 'coordinator'] as const)
    expect(refs(panel, who, null)).toContain(`personMerge:${merge}`)
  panel.done('coordinator', commands.conflict('A4'))
  expect(refs(panel, 'coordinator', null)).not.toContain(`personMerge:${merge}`)
  expect(refs(panel, 'chair', null)).toContain(`personMerge:${merge}`)
  panel.done('coordinator', commands.conflict('A1'))
  expect(refs(panel, 'coordinator', null)).not.toContain(`personMerge:${merge}`)
})

test('an item of another meeting to which they are not invited puts nobody out of the case in this one', () => {
  const panel = openPureMeeting()
  askOnlyPoliceNext(panel)
  expect(refs(panel, 'housing')).toContain(`case:${panel.cases.A1}`)
  expect(refs(panel, 'housing', panel.nextMeetingId)).not.toContain(`case:${panel.cases.A1}`)
})

test('an item of a meeting that is not at hand counts as one to come', () => {
  const panel = openPurePanel()
  askOnlyPoliceNext(panel)
  panel.things.drop('meeting', panel.nextMeetingId)
  expect(refs(panel, 'housing', null)).not.toContain(`case:${panel.cases.A1}`)
  expect(refs(panel, 'police', null)).toContain(`case:${panel.cases.A1}`)
})

test('who has accepted what another meeting asks has accepted nothing here', () => {
  const panel = openPureMeeting('chair', 'coordinator', 'probation', 'socialCare')
  panel.done('housing', { kind: 'acceptConfidentiality', meetingId: panel.nextMeetingId })
  for (const meetingId of [panel.meetingId, null])
    expect(saidOf(panel, 'housing', panel.cases.A1, meetingId)).toEqual([])
  panel.done('housing', { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
  expect(saidOf(panel, 'housing', panel.cases.A1, panel.meetingId)).not.toEqual([])
})

test('who has joined a meeting sees its cases there, whatever other meeting was left open; elsewhere they wait', () => {
  const panel = openPureMeeting('chair', 'coordinator', 'probation', 'socialCare')
  const next = { meetingId: panel.nextMeetingId }
  for (const who of ['chair', 'housing'] as const) panel.done(who, { kind: 'acceptConfidentiality', ...next })
  panel.done('chair', { kind: 'openMeeting', ...next, inquorateReason: 'The other was not closed.' })
  expect(saidOf(panel, 'housing', panel.cases.A1, panel.nextMeetingId)).not.toEqual([])
  for (const meetingId of [panel.meetingId, null])
    expect(saidOf(panel, 'housing', panel.cases.A1, meetingId)).toEqual([])
  const there = panel.sight('housing', panel.nextMeetingId)
  expect([someCasesWait(there), waitsForJoining(there, panel.cases.A1)]).toEqual([false, false])
  const file = panel.sight('housing', null)
  expect([someCasesWait(file), waitsForJoining(file, panel.cases.A1)]).toEqual([true, true])
  expect(waitsForJoining(file, panel.cases.A5)).toBe(false)
  expect([onceJoined(file).caseContent, someCasesWait(onceJoined(file))]).toEqual([true, false])
})

test('a case that they are out of as well does not wait to be joined: for them it is not there', () => {
  const panel = openPureMeeting('chair', 'coordinator', 'probation', 'socialCare')
  panel.things.put('conflict', {
    id: 'conflict',
    panelId: panel.panelId,
    caseId: panel.cases.A1,
    memberId: panel.people.housing.memberId,
    reason: 'A cousin.',
    declaredAt: 1,
    declaredBy: panel.people.housing.memberId,
    withdrawnAt: null,
    withdrawnReason: null,
  })
  const sight = panel.sight('housing', null)
  expect(waitsForJoining(sight, panel.cases.A1)).toBe(false)
  expect(waitsForJoining(sight, panel.cases.A2)).toBe(true)
})

test('what was recorded at an item that is not at hand is nobody’s', () => {
  const panel = openPureMeeting()
  const share = panel.done('police', commandsIn(panel).share('A1', 'Said.')).created['share']
  panel.things.drop('item', panel.items.A1)
  for (const who of ['chair', 'housing', 'police'] as const)
    expect(refs(panel, who)).not.toContain(`share:${share}`)
})

test('an evaluator and an administrator have no case content anywhere, in session or not', () => {
  const panel = openPurePanel()
  for (const who of ['evaluator', 'administrator'] as const)
    for (const meetingId of [null, panel.meetingId])
      expect(panel.sight(who, meetingId).caseContent).toBe(false)
  expect(panel.sight('observer', null).caseContent).toBe(true)
})

test('what an agency meant for another is its own colleagues’ as well', () => {
  const panel = openPureMeeting()
  const audience = { kind: 'agencies', agencyIds: [panel.agencies.police] }
  const share = panel.done('idva', commandsIn(panel).share('A1', 'Said.', { audience })).created['share']
  for (const who of ['idva', 'idvaTwo', 'police'] as const)
    expect(refs(panel, who)).toContain(`share:${share}`)
  for (const who of ['housing', 'chair'] as const) expect(refs(panel, who)).not.toContain(`share:${share}`)
})
