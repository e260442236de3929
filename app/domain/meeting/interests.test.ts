import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// An interest puts its person out of the case, whatever their role. They may not be the one who lets themselves back in.

const shows = (panel: PurePanel, who: PersonName, caseId: string) =>
  panel.view(who).some(({ ref }) => ref === `case:${caseId}`)

const withdrawal = (panel: PurePanel, conflictId: string | undefined) => ({
  kind: 'withdrawConflict',
  meetingId: panel.meetingId,
  conflictId,
  reason: 'It was nothing.',
})

test.each(['coChair', 'coordinator'] as const)(
  'whoever runs the panel (%s) and is out of a case cannot withdraw their own interest in it',
  (who) => {
    const panel = openPureMeeting()
    const { conflict } = panel.done(who, commandsIn(panel).conflict('A1')).created
    expect(shows(panel, who, panel.cases.A1)).toBe(false)
    expect(panel.refused(who, withdrawal(panel, conflict))).toMatchObject({ code: 'not_found' })
    expect(panel.things.get('conflict', conflict)?.withdrawnAt).toBeNull()
    expect(shows(panel, who, panel.cases.A1)).toBe(false)
  },
)

test('someone else who runs the panel withdraws it, once, and the case is back', () => {
  const panel = openPureMeeting()
  const { conflict } = panel.done('coChair', commandsIn(panel).conflict('A1')).created
  expect(panel.done('chair', withdrawal(panel, conflict)).records).toMatchObject([
    { kind: 'conflictWithdrawn', body: { conflictId: conflict, reason: 'It was nothing.' } },
  ])
  expect(shows(panel, 'coChair', panel.cases.A1)).toBe(true)
  expect(panel.refused('chair', withdrawal(panel, conflict))).toMatchObject({ code: 'already_done' })
})

test('an interest of another panel, or none at all, is not there', () => {
  const panel = openPureMeeting()
  const { conflict } = panel.done('housing', commandsIn(panel).conflict('A1')).created
  const there = { ...withdrawal(panel, conflict), meetingId: panel.brookMeetingId }
  expect(panel.refused('brookChair', there)).toMatchObject({ code: 'not_found' })
  expect(panel.refused('chair', withdrawal(panel, 'none'))).toMatchObject({ code: 'not_found' })
})

test('everyone declares their own; only chair and coordinator declare that of another, of their own panel', () => {
  const panel = openPureMeeting()
  const of = (memberId: string) => commandsIn(panel).conflict('A2', { memberId })
  const { housing, police, brookIdva } = panel.people
  expect(panel.refused('police', of(housing.memberId))).toMatchObject({ code: 'not_allowed' })
  expect(panel.refused('chair', of(brookIdva.memberId)).fields).toMatchObject([{ field: 'memberId' }])
  expect(panel.done('chair', of(housing.memberId)).records).toMatchObject([
    {
      kind: 'conflictDeclared',
      body: {
        conflict: {
          caseId: panel.cases.A2,
          memberId: housing.memberId,
          declaredBy: panel.people.chair.memberId,
          declaredAt: panel.clock.now(),
          withdrawnAt: null,
        },
      },
    },
  ])
  expect(panel.done('police', of(police.memberId)).created).toHaveProperty('conflict')
})

test('an interest that stands is not declared twice; one that was withdrawn may be declared again', () => {
  const panel = openPureMeeting()
  const mine = commandsIn(panel).conflict('A2', { memberId: panel.people.housing.memberId })
  const { conflict } = panel.done('chair', mine).created
  expect(panel.refused('chair', mine)).toMatchObject({ code: 'already_done' })
  panel.done('chair', withdrawal(panel, conflict))
  panel.done('chair', mine)
  // Of another case, or of another person, it is another one.
  panel.done('chair', commandsIn(panel).conflict('A3', { memberId: panel.people.housing.memberId }))
  panel.done('chair', commandsIn(panel).conflict('A2', { memberId: panel.people.probation.memberId }))
})

test('whoever holds the chair at a case hands it over before leaving that case, and may leave any other', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  expect(panel.refused('chair', commands.conflict('A1'))).toMatchObject({
    code: 'wrong_moment',
    message: expect.stringContaining('hand the chair over') as string,
  })
  panel.done('chair', commands.conflict('A2'))
  panel.done('coChair', commands.conflict('A1'))
})

test('before the meeting opens a chair may declare an interest in any case; once it is closed nobody does', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const next = {
    kind: 'declareConflict',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    reason: 'A cousin.',
  }
  panel.done('chair', next)
  panel.done('coChair', commands.close('Out of time.'))
  expect(panel.refused('housing', commands.conflict('A2'))).toMatchObject({ code: 'wrong_moment' })
})

test('in an item one is out of, or of another meeting, there is nothing to declare', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.invite('A2', panel.agencies.police))
  expect(panel.refused('housing', commands.conflict('A2'))).toMatchObject({ code: 'not_found' })
  expect(panel.refused('housing', { ...commands.conflict('A1'), itemId: panel.nextItem })).toMatchObject({
    code: 'not_found',
  })
})

test('what kept whoever held the chair at a case, keeps them no longer once the meeting is closed', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.close('Out of time.'))
  expect(panel.refused('chair', commands.conflict('A1'))).toMatchObject({
    code: 'wrong_moment',
    message: 'The meeting is closed.',
  })
  // Not opened yet, a meeting has nobody at a case, whatever was set out beforehand.
  const next = panel.things.get('meeting', panel.nextMeetingId)
  if (!next) throw new Error('There is no next meeting.')
  panel.things.put('meeting', { ...next, chairId: panel.people.chair.memberId, itemId: panel.nextItem })
  panel.done('chair', {
    kind: 'declareConflict',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    reason: 'A cousin.',
  })
})

test('a meeting of another panel has nothing in which to declare anything', () => {
  const panel = openPureMeeting()
  const there = {
    ...commandsIn(panel).conflict('A1'),
    meetingId: panel.brookMeetingId,
    itemId: panel.items.B1,
  }
  expect(panel.refused('police', there)).toMatchObject({ code: 'not_found' })
})
