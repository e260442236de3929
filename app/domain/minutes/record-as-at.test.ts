import { describe, expect, test } from 'vitest'
import { circle, commandsIn } from '../../../tests/support/commands'
import { made } from '../../../tests/support/made'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { sitting, type PersonName } from '../../../tests/support/small-panel-facts'
import { entryKinds, type EntryKind } from '../things/entries'
import type { Things } from '../things/thing-set'
import { firstVersionOf, recordAsAt } from './record-as-at'

// The record of a meeting as it stood at a moment. What is asked of it: whatever comes later, it reads as it was read
// then, but for who may read it. The clock stands still unless a test moves it: what is done before, is done by then.

const recorded = [...entryKinds, 'attendance'] as const

/** All that is on record of the meeting, but for who may read it: that is not taken back. */
const read = (things: Things) =>
  Object.fromEntries(
    recorded.map((kind) => [
      kind,
      things.all(kind).map((one) => ({ ...structuredClone(one), laterAudiences: 'not taken back' })),
    ]),
  )

const ofMeeting = (panel: PurePanel) => {
  const meeting = panel.things.get('meeting', panel.meetingId)
  if (!meeting) throw new Error('There is no meeting.')
  return meeting
}
const asAt = (panel: PurePanel, moment: number) => recordAsAt(panel.things, ofMeeting(panel), moment)

/** A meeting with what was recorded in it by the given steps, closed. */
const closedAfter = (inMeeting: (panel: PurePanel) => void, ...joined: PersonName[]) => {
  const panel = openPureMeeting(...joined)
  inMeeting(panel)
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  return { panel, closing: read(panel.things), closedAt: panel.clock.now() }
}
const only = <K extends EntryKind>(panel: PurePanel, kind: K) => {
  const [one] = panel.things.all(kind)
  if (!one) throw new Error(`There is no ${kind}.`)
  return one
}
const send = (panel: PurePanel, kind: string, entryId: string, fields: object = {}) => ({
  kind,
  meetingId: panel.meetingId,
  entryId,
  ...fields,
})

describe('what happened to it after the meeting closed is no part of its record, then or ever', () => {
  type Step = (panel: PurePanel) => void
  const action =
    (owner: 'housing' | 'probation' = 'housing'): Step =>
    (panel) => {
      const { agencies } = panel
      panel.done('police', commandsIn(panel).action('A1', 'Visit.', { ownerAgencyId: agencies[owner] }))
    }
  const request: Step = (panel) => {
    panel.done('police', commandsIn(panel).request('A1', panel.agencies.housing, 'Who lives there?'))
  }
  const on =
    (
      who: PersonName,
      kind: string,
      of: 'action' | 'request' | 'intervention',
      fields: (panel: PurePanel) => object = () => ({}),
    ): Step =>
    (panel) => {
      panel.done(who, send(panel, kind, only(panel, of).id, fields(panel)))
    }
  const accept = on('housing', 'acceptAction', 'action')
  const end = on('housing', 'endAction', 'action', () => ({ outcome: 'done', evidence: 'Seen.' }))
  const park: Step = (panel) => {
    panel.done('chair', send(panel, 'parkAction', only(panel, 'action').id))
  }
  const passOn = on('housing', 'passOnAction', 'action', ({ agencies }) => ({
    toAgencyId: agencies.probation,
    what: 'Visit him.',
    reason: 'Theirs.',
  }))
  const rule = (of: 'action' | 'request', ruling: string, due = '') =>
    on('chair', 'ruleOnOverdue', of, () => ({ ruling, due, reason: 'Spoken with.' }))
  const chase = (fields: object = {}) => on('police', 'chaseRequest', 'request', () => fields)
  const answer = on('housing', 'answerRequest', 'request', () => ({ answer: 'A company.' }))
  const refuse = on('housing', 'refuseRequest', 'request', () => ({ reason: 'Not ours.' }))
  const intervention: Step = (panel) => {
    panel.done('police', commandsIn(panel).intervention('A1', 'Visits.'))
  }
  const change = (status: string, result: string) =>
    on('police', 'changeIntervention', 'intervention', () => ({ status, result }))
  const later =
    (days: number): Step =>
    (panel) =>
      panel.clock.move({ days })
  const leaves =
    (who: PersonName): Step =>
    (panel) => {
      panel.done(who, {
        kind: 'recordLeaving',
        meetingId: panel.meetingId,
        memberId: panel.people[who].memberId,
      })
    }

  const stories: [string, Step[], Step[]][] = [
    ['an action is accepted', [action()], [later(1), accept]],
    ['an action accepted in the meeting is ended', [action(), accept], [later(1), end]],
    ['an action ended in the meeting', [action(), accept, end], [later(1)]],
    ['an action that waited is accepted and ended', [action()], [later(1), accept, later(1), end]],
    ['an action parked in the meeting is accepted', [action(), park], [later(1), accept]],
    ['an action parked as it was recorded is accepted', [leaves('housing'), action()], [later(1), accept]],
    ['an action is passed on', [action()], [later(1), passOn]],
    ['an action passed on in the meeting', [action(), passOn], [later(1)]],
    [
      'an action is given another day, twice',
      [action()],
      [
        later(20),
        rule('action', 'raise'),
        rule('action', 'extend', 'in 1 week'),
        later(20),
        rule('action', 'extend', 'in 2 weeks'),
      ],
    ],
    ['an action is given up', [action()], [later(20), rule('action', 'accept')]],
    ['a request is answered', [request], [later(1), answer]],
    ['a request answered in the meeting', [request, answer], [later(1)]],
    ['a request is refused', [request], [later(1), refuse]],
    ['a request is left', [request], [later(20), rule('request', 'accept')]],
    ['a request is chased', [request], [later(1), chase(), later(1), chase({ due: '2026-12-30' })]],
    [
      'a request chased in the meeting is chased again and taken to the chair',
      [request, chase({ due: '2026-12-14' })],
      [later(1), chase(), later(1), chase({ escalate: 'yes', due: '2026-12-30' })],
    ],
    [
      'a request taken to the chair in the meeting is given another day, and answered',
      [request, chase({ escalate: 'yes' })],
      [later(1), rule('request', 'extend', '2026-12-30'), later(1), answer],
    ],
    [
      'a request taken to the chair in the meeting, and answered in it, stays answered',
      [request, chase({ escalate: 'yes' }), answer],
      [later(1)],
    ],
    [
      'a request taken to the chair and given another day in the meeting is taken there again',
      [request, chase({ escalate: 'yes' }), rule('request', 'extend', '2026-12-30')],
      [later(1), chase({ escalate: 'yes' })],
    ],
    ['an intervention goes on', [intervention], [later(1), change('in_progress', 'Begun.')]],
    [
      'an intervention begun in the meeting goes on and ends',
      [intervention, change('in_progress', 'Begun.')],
      [later(1), change('in_progress', 'Half.'), later(1), change('done', 'Done.')],
    ],
  ]

  test.each(stories)('%s', (_story, inMeeting, afterwards) => {
    const { panel, closing, closedAt } = closedAfter((open) => inMeeting.forEach((step) => step(open)))
    afterwards.forEach((step) => step(panel))
    expect(read(asAt(panel, closedAt))).toEqual(closing)
    // And in any later version of the minutes as well.
    panel.clock.move({ days: 1 })
    expect(read(asAt(panel, panel.clock.now()))).toEqual(closing)
  })
})

test('while the meeting goes on, its record is what had happened by the moment', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const first = made(
    panel,
    'action',
    'police',
    commands.action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }),
  )
  const by = panel.clock.now()
  const then = read(panel.things)
  panel.clock.move({ minutes: 1 })
  panel.done('housing', send(panel, 'acceptAction', first.id))
  panel.done('police', commands.share('A1', 'Seen.'))
  expect(read(asAt(panel, by))).toEqual(then)
  expect(read(asAt(panel, panel.clock.now()))).toEqual(read(panel.things))
})

describe('words put right afterwards', () => {
  const story = () => {
    const { panel, closing, closedAt } = closedAfter((open) => {
      open.done('police', commandsIn(open).share('A1', 'Said.'))
      open.done('police', commandsIn(open).lever('A1', 'His tenancy.'))
    })
    const { correct, withdraw } = commandsIn(panel)
    panel.clock.move({ hours: 1 })
    const second = made(
      panel,
      'share',
      'police',
      correct('share', only(panel, 'share').id, { what: 'Better.' }),
    )
    const corrected = { at: panel.clock.now(), read: read(panel.things) }
    panel.clock.move({ hours: 1 })
    made(panel, 'share', 'police', correct('share', second.id, { what: 'Best.' }))
    const again = { at: panel.clock.now(), read: read(panel.things) }
    panel.clock.move({ hours: 1 })
    panel.done('police', withdraw(only(panel, 'lever').id))
    const struck = { at: panel.clock.now(), read: read(panel.things) }
    return { panel, versions: [{ at: closedAt, read: closing }, corrected, again, struck] }
  }

  test('belong to the record from their moment on, and before it the earlier words stand', () => {
    const { panel, versions } = story()
    for (const version of versions) {
      expect(read(asAt(panel, version.at))).toEqual(version.read)
      expect(read(asAt(panel, version.at + 1))).toEqual(version.read)
    }
  })

  test('the first version of each is the one recorded in the meeting', () => {
    const { panel } = story()
    const shares = panel.things.all('share')
    expect(shares.map((one) => firstVersionOf(panel.things, 'share', one).id)).toEqual(
      shares.map(() => shares[0]?.id),
    )
  })

  test('whom a correction narrowed them to is not taken back: the earlier words come back to nobody', () => {
    const { panel, closedAt } = closedAfter((open) => {
      open.done('police', commandsIn(open).share('A1', 'Said.'))
    })
    panel.clock.move({ hours: 1 })
    panel.done(
      'police',
      commandsIn(panel).correct('share', only(panel, 'share').id, { what: 'Less.', audience: circle() }),
    )
    expect(asAt(panel, closedAt).all('share')).toMatchObject([
      { what: 'Said.', supersededBy: null, laterAudiences: [circle()] },
    ])
  })
})

describe('attendance put right afterwards', () => {
  const put = (panel: PurePanel, who: PersonName, fields: object) => {
    panel.done('coordinator', {
      kind: 'correctAttendance',
      meetingId: panel.meetingId,
      memberId: panel.people[who].memberId,
      reason: 'The list was wrong.',
      ...fields,
    })
  }

  test('stands as it did before; whoever had been forgotten is not there', () => {
    const { panel, closing, closedAt } = closedAfter(
      () => undefined,
      ...sitting.filter((who) => who !== 'probation'),
    )
    panel.clock.move({ hours: 1 })
    put(panel, 'housing', { status: 'apologies' })
    put(panel, 'probation', { status: 'present', joined: '09:30', left: '10:30' })
    const first = { at: panel.clock.now(), read: read(panel.things) }
    panel.clock.move({ hours: 1 })
    put(panel, 'housing', { status: 'absent' })
    expect(read(asAt(panel, closedAt))).toEqual(closing)
    expect(read(asAt(panel, first.at))).toEqual(first.read)
    expect(read(asAt(panel, panel.clock.now()))).toEqual(read(panel.things))
  })
})

test('the record of a meeting holds no entry of another, nor one that came about after it closed', () => {
  const panel = openPureMeeting()
  const { action, share, close } = commandsIn(panel)
  const ours = made(panel, 'action', 'police', action('A1', 'Visit.'))
  panel.done('chair', close('Out of time.'))
  const closedAt = panel.clock.now()
  panel.clock.move({ days: 1 })
  panel.done(
    'police',
    send(panel, 'passOnAction', ours.id, {
      toAgencyId: panel.agencies.housing,
      what: 'Visit him.',
      reason: 'Theirs.',
    }),
  )
  const next = { meetingId: panel.nextMeetingId, itemId: panel.nextItem }
  panel.done('chair', { kind: 'acceptConfidentiality', meetingId: panel.nextMeetingId })
  panel.done('police', { kind: 'acceptConfidentiality', meetingId: panel.nextMeetingId })
  panel.done('chair', { kind: 'openMeeting', meetingId: panel.nextMeetingId, inquorateReason: 'Few came.' })
  const seen = made(panel, 'share', 'police', { ...share('A1', 'Seen.'), ...next })
  // Even one that was recorded while ours was still in session.
  panel.things.put('share', { ...seen, id: 'meanwhile', recordedAt: closedAt })
  expect(panel.things.all('action')).toHaveLength(2)
  for (const moment of [closedAt, panel.clock.now()]) {
    const record = asAt(panel, moment)
    expect(record.all('action').map(({ id }) => id)).toEqual([ours.id])
    expect(record.all('share')).toEqual([])
  }
})

test('all that is no entry is there as it stands now, and so is what is known of who may see it', () => {
  const { panel, closedAt } = closedAfter(() => undefined)
  panel.clock.move({ days: 1 })
  panel.done('chair', {
    kind: 'declareConflict',
    meetingId: panel.nextMeetingId,
    itemId: panel.nextItem,
    reason: 'A cousin.',
  })
  const record = asAt(panel, closedAt)
  for (const kind of ['panel', 'member', 'agency', 'case', 'item', 'meeting', 'victim', 'conflict'] as const)
    expect(record.all(kind)).toEqual(panel.things.all(kind))
  expect(record.sightIsKnownOf(panel.cases.A1)).toBe(true)
})
