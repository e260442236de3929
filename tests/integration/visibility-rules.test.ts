import { afterEach, beforeEach, expect, test } from 'vitest'
import { notFound } from '../../app/domain/refusals'
import { seen } from '../../app/domain/sight/sees'
import { sightOf } from '../../app/domain/sight/sight'
import { viewerOf } from '../../app/domain/sight/viewer'
import { thingKinds } from '../../app/domain/things/kinds'
import { isVisibleKind } from '../../app/domain/sight/sees'
import { loadEverything } from '../../db/things/load-everything'
import { Planted } from '../examples/plant-kinds'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'
import { ofKind, roomView, thing } from '../support/views'

// Domain 6, a sentence a test. Each says who is shown something and who is not.

let panel: TestPanel
let commands: ReturnType<typeof commandsIn>
beforeEach(async () => {
  panel = await openSmallMeeting()
  commands = commandsIn(panel)
})
afterEach(() => panel.close())

test('evaluator and administrator see no meeting, no case and no reading of either', async () => {
  for (const who of ['evaluator', 'administrator'] as const) {
    const session = await panel.sessionFor(who)
    const { reads } = panel.services
    expect(await reads.room(session, panel.meetingId)).toEqual(notFound)
    expect(await reads.minutes(session, panel.meetingId)).toEqual(notFound)
    expect(await reads.caseFile(session, panel.cases.A1)).toEqual(notFound)
    expect(await reads.casesToList(session, panel.panelId)).toEqual([])
    expect(Object.values(await panel.services.home.needs(session)).flat()).toEqual([])
    const own = await reads.panel(session, panel.panelId)
    expect(own.ok && own.meetings).toEqual([])
  }
})

test('to another area nothing exists: the answer is the one for what does not exist', async () => {
  const session = await panel.sessionFor('brookChair')
  const { reads } = panel.services
  const answers = {
    room: await reads.room(session, panel.meetingId),
    minutes: await reads.minutes(session, panel.meetingId),
    panel: await reads.panel(session, panel.panelId),
    file: await reads.caseFile(session, panel.cases.A1),
    figures: await reads.figures(session, panel.panelId),
    command: await panel.command('brookChair', commands.share('A1', 'From afar.')),
    correct: await panel.command('brookChair', commands.correct('share', 'no-such-entry', { what: 'x' })),
  }
  const absent = {
    room: await reads.room(session, 'no-such-id'),
    minutes: await reads.minutes(session, 'no-such-id'),
    panel: await reads.panel(session, 'no-such-id'),
    file: await reads.caseFile(session, 'no-such-id'),
    figures: await reads.figures(session, 'no-such-id'),
    command: await panel.command('brookChair', {
      ...commands.share('A1', 'From afar.'),
      meetingId: 'no-such-id',
    }),
    correct: await panel.command('brookChair', {
      ...commands.correct('share', 'no-such-entry', { what: 'x' }),
      meetingId: 'no-such-id',
    }),
  }
  expect(answers).toEqual(absent)
  for (const answer of Object.values(answers)) expect(answer).toEqual(notFound)
  expect((await reads.panelsOf(session)).map(({ name }) => name)).toEqual(['Brook Panel'])
  const [own] = ofKind(await roomView(panel, 'brookChair', 'desk', panel.brookMeetingId), 'case')
  expect(own?.caseRef).toBe('B1')
})

test('before accepting confidentiality nobody sees case content in a meeting in session', async () => {
  const role = {
    kind: 'changeMember',
    panelId: panel.panelId,
    memberId: panel.people.idvaTwo.memberId,
    role: 'idva',
    agencyId: panel.agencies.advocates,
    active: true,
  }
  const added = {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Late Comer',
    email: 'brook-idva@brook.example',
    role: 'idva',
    agencyId: panel.agencies.advocates,
  }
  await panel.done('coordinator', role)
  await panel.done('coordinator', added)
  await panel.done('police', commands.share('A1', 'Said in session.'))
  await panel.done('chair', { ...commands.listFifth('Words of lateness.') })
  const session = await panel.sessionFor('brookIdva')
  const before = await panel.services.reads.room(session, panel.meetingId)
  const text = JSON.stringify(before)
  for (const hidden of ['Said in session.', 'Quenby', 'Referral words', 'Words of lateness.', 'V1"'])
    expect([hidden, text.includes(hidden)]).toEqual([hidden, false])
  expect(before.ok && thing(before.view, 'item', panel.items.A1)).toMatchObject({
    caseRef: 'A1',
    initials: 'A.Q.',
    outcome: null,
  })
  await panel.done('brookIdva', { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
  const after = await panel.services.reads.room(session, panel.meetingId)
  expect(JSON.stringify(after)).toContain('Said in session.')
})

test('while a meeting is in session, its cases open in the room and minutes of other meetings only to those who joined it', async () => {
  const late: PersonName = 'brookIdva'
  await panel.done('coordinator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Late Comer',
    email: 'brook-idva@brook.example',
    role: 'idva',
    agencyId: panel.agencies.advocates,
  })
  await panel.done('police', commands.request('A1', panel.agencies.housing, 'Asked in session.'))
  const hidden = ['Asked in session.', 'Quenby', 'V1"']
  const session = await panel.sessionFor(late)
  const { reads } = panel.services
  const readsOf = async () => [
    await reads.room(session, panel.nextMeetingId),
    await reads.minutes(session, panel.nextMeetingId),
  ]
  const shownIn = async () => {
    const text = JSON.stringify(await readsOf())
    return hidden.filter((words) => text.includes(words))
  }
  expect(await shownIn()).toEqual([])
  const before = await reads.room(session, panel.nextMeetingId)
  const view = before.ok ? before.view : []
  expect(thing(view, 'item', panel.nextItem)).toMatchObject({
    another: false,
    caseRef: 'A1',
    initials: 'A.Q.',
  })
  // Of the other meeting itself nothing shows in this one.
  expect(ofKind(view, 'meeting').map((one) => one.id)).toEqual([panel.nextMeetingId])
  expect(ofKind(view, 'attendance').filter((one) => one.meetingId !== panel.nextMeetingId)).toEqual([])
  await panel.done(late, { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
  expect(await shownIn()).toEqual(hidden)
})

test('whoever has joined a meeting sees its cases there, whatever other meeting was left open', async () => {
  await panel.done('coordinator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Late Comer',
    email: 'brook-idva@brook.example',
    role: 'idva',
    agencyId: panel.agencies.advocates,
  })
  const session = await panel.sessionFor('brookIdva')
  for (const who of ['chair', 'brookIdva'] as const)
    await panel.done(who, { kind: 'acceptConfidentiality', meetingId: panel.nextMeetingId })
  await panel.done('chair', {
    kind: 'openMeeting',
    meetingId: panel.nextMeetingId,
    inquorateReason: 'Nobody closed the other one.',
  })
  const text = JSON.stringify(await panel.services.reads.room(session, panel.nextMeetingId))
  expect(text).toContain('Quenby')
})

test('accounts, credentials, areas and versions of minutes have no shape in which they could leave', () => {
  const hidden = thingKinds.filter((kind) => !isVisibleKind(kind))
  expect(hidden.sort()).toEqual(['account', 'area', 'credential', 'minutesVersion'])
})

test('every kind of thing has a rule, and to another area every rule says no', async () => {
  const planted = new Planted()
  for (const when of ['in session', 'closed'] as const) await planted.plant(panel, when)
  const things = await loadEverything(panel.services.store.read)
  const viewer = viewerOf(things, panel.people.brookChair.accountId, panel.brookPanelId)
  if (!viewer) throw new Error('Brook has no chair.')
  const none = []
  for (const kind of thingKinds) {
    const ours = things
      .all(kind)
      .filter((one) => (one as { panelId?: string }).panelId === panel.panelId || one.id === panel.panelId)
    if (ours.length === 0) none.push(kind)
    for (const surface of ['desk', 'wall'] as const) {
      const sight = sightOf(viewer, things, panel.meetingId, surface)
      for (const one of ours)
        expect([kind, seen(sight, kind as 'share', one as never)]).toEqual([kind, undefined])
    }
  }
  // There was one of every kind to be refused, but of those that belong to no panel.
  expect(none.sort()).toEqual(['account', 'area', 'credential'])
})

test('a kind of thing without a rule is shown to nobody', async () => {
  const things = await loadEverything(panel.services.store.read)
  const viewer = viewerOf(things, panel.people.chair.accountId, panel.panelId)
  if (!viewer) throw new Error('There is no chair.')
  expect(
    seen(
      sightOf(viewer, things, panel.meetingId),
      'a new kind' as 'share',
      { id: 'x', panelId: panel.panelId } as never,
    ),
  ).toBeUndefined()
})

test('an agency that is not invited to an item is owed nothing of it on its home page', async () => {
  await panel.done(
    'police',
    commands.action('A1', 'Visit the flat.', { ownerAgencyId: panel.agencies.housing }),
  )
  const needs = async () =>
    Object.values(await panel.services.home.needs(await panel.sessionFor('housing'))).flat()
  expect(await needs()).not.toEqual([])
  await panel.done('chair', commands.invite('A1', panel.agencies.police, panel.agencies.advocates))
  expect(await needs()).toEqual([])
})
