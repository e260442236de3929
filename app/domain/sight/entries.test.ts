import { expect, test } from 'vitest'
import { circle, commandsIn } from '../../../tests/support/commands'
import { made } from '../../../tests/support/made'
import { openPureMeeting } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'
import { toldOf } from '../../../tests/support/told'

test('what came of an action and of a request is told line by line, at one’s own screen and not on the wall', () => {
  const panel = openPureMeeting()
  const { action, request } = commandsIn(panel)
  const send = (who: PersonName, kind: string, entryId: string, fields: object = {}) =>
    panel.done(who, { kind, meetingId: panel.meetingId, entryId, ...fields })
  const owned = made(
    panel,
    'action',
    'police',
    action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
  )
  send('housing', 'acceptAction', owned.id)
  const line = {
    what: 'accepted',
    at: panel.clock.now(),
    by: panel.people.housing.memberId,
    words: '',
    due: null,
    dueBefore: null,
  }
  expect(toldOf(panel, 'idva', 'action', owned.id)?.history).toEqual([line])
  expect(toldOf(panel, 'chair', 'action', owned.id, panel.meetingId, 'wall')?.history).toEqual([])
  const asked = made(panel, 'request', 'police', request('A1', panel.agencies.housing, 'Who?'))
  send('police', 'chaseRequest', asked.id, { due: '2026-12-11', words: 'It is urgent.' })
  expect(toldOf(panel, 'idva', 'request', asked.id)?.history).toEqual([
    {
      ...line,
      what: 'chased',
      by: panel.people.police.memberId,
      words: 'It is urgent.',
      due: '2026-12-11',
      dueBefore: '2026-12-09',
    },
  ])
})

test('an action that was passed on points at the other for whoever sees both', () => {
  const panel = openPureMeeting()
  const first = made(panel, 'action', 'police', commandsIn(panel).action('A1', 'Visit.'))
  const second =
    panel.done('police', {
      kind: 'passOnAction',
      meetingId: panel.meetingId,
      entryId: first.id,
      toAgencyId: panel.agencies.housing,
      what: 'Visit him.',
      reason: 'Theirs.',
    }).created['action'] ?? ''
  expect(toldOf(panel, 'idva', 'action', first.id)?.passedTo).toBe(second)
  expect(toldOf(panel, 'idva', 'action', second)?.passedFrom).toBe(first.id)
  const kept = panel.things.get('action', first.id)
  if (kept) panel.things.put('action', { ...kept, audience: circle() })
  expect(toldOf(panel, 'housing', 'action', second)?.passedFrom).toBeNull()
})

test('a position on a decision that is not seen is not seen: it would tell that there is one', () => {
  const panel = openPureMeeting()
  const { decision, position } = commandsIn(panel)
  const taken = made(panel, 'decision', 'chair', decision('A1'))
  const { id } = made(panel, 'position', 'housing', position('A1', taken.id))
  expect(toldOf(panel, 'idva', 'position', id)?.decisionId).toBe(taken.id)
  panel.things.put('decision', { ...taken, audience: circle() })
  expect(toldOf(panel, 'probation', 'position', id)).toBeUndefined()
  expect(toldOf(panel, 'idva', 'position', id)).toBeDefined()
})

test.each(['lever', 'intervention', 'request', 'safetyCheck', 'position'] as const)(
  'a %s that was corrected points at its other version',
  (kind) => {
    const panel = openPureMeeting()
    const commands = commandsIn(panel)
    const taken = made(panel, 'decision', 'chair', commands.decision('A1'))
    const sent = {
      lever: commands.lever('A1', 'His tenancy.'),
      intervention: commands.intervention('A1', 'Visits.'),
      request: commands.request('A1', panel.agencies.housing, 'Who?'),
      safetyCheck: commands.safetyCheck('A1'),
      position: commands.position('A1', taken.id),
    }[kind]
    const first = made(panel, kind, 'police', sent)
    const fields = sent['fields'] as Record<string, unknown>
    const second = made(panel, kind, 'police', commands.correct(kind, first.id, fields))
    expect(toldOf(panel, 'chair', kind, second.id)).toMatchObject({ supersedes: first.id })
    expect(toldOf(panel, 'chair', kind, first.id)).toMatchObject({ supersededBy: second.id })
  },
)
