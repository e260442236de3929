import { expect, test } from 'vitest'
import { circle, commandsIn, panelAudience } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

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
  panel.done('coordinator', {
    kind: 'inviteToItem',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    agencyIds: [panel.agencies.police],
  })
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
