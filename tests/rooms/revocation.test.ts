import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLiveMeeting, shownBy, until, type LiveMeeting } from '../support/live-meeting'
import type { RoomClient } from '../support/room-client'
import type { PersonName } from '../support/small-panel'
import { absoluteMinutes, idleMinutes } from '../support/test-services'

// Rights that end in the middle of a meeting end at that moment, on every screen, without a word of what goes on.

let room: LiveMeeting
beforeEach(async () => {
  room = await openLiveMeeting()
})
afterEach(() => room.close())

const change = (who: PersonName, fields: object) => ({
  kind: 'changeMember',
  panelId: room.panel.panelId,
  memberId: room.panel.people[who].memberId,
  role: 'representative',
  agencyId: room.panel.people[who].agencyId,
  active: true,
  ...fields,
})

/** Frames that reach a browser while `work` goes on. */
const framesDuring = async (client: RoomClient, work: () => Promise<unknown>) => {
  await client.settled()
  await room.toldWhoIsHere(client)
  const before = client.frames.length
  await work()
  await room.settle()
  return client.frames.slice(before)
}

test('a session that is ended is cut off at once, and its socket hears nothing more', async () => {
  const token = await room.panel.tokenFor('housing')
  const client = await room.enter('housing', { token })
  const session = await room.panel.services.sessions.byToken(token)
  await room.panel.services.sessions.end(session?.id ?? '')
  await until('the socket is cut off', () => !client.socket.connected)
  expect(client.ended).toBe(true)
  await room.panel.done('police', room.commands.share('A1', 'After the end.'))
  expect(client.everythingReceived).not.toContain('After the end.')
  expect(await client.connect()).toBe('signed_out')
})

test.each([
  ['nobody at the keyboard', { minutes: idleMinutes }],
  ['its absolute length', { minutes: absoluteMinutes }],
])(
  'a session that runs out by %s is cut off, though nobody says anything on its socket',
  async (_why, by) => {
    const client = await room.enter('housing')
    room.panel.clock.move(by)
    await until('the socket is cut off', () => !client.socket.connected)
    expect(client.ended).toBe(true)
  },
)

test('a command on a socket whose session has run out is refused as signed out', async () => {
  const client = await room.enter('housing')
  room.panel.clock.move({ minutes: idleMinutes })
  expect(['signed_out', undefined]).toContain(
    ((await client.command(room.commands.share('A1', 'Too late.'))) as { code?: string }).code,
  )
  await until('the socket is cut off', () => !client.socket.connected)
})

test('a person at the keyboard keeps the session', async () => {
  const client = await room.enter('housing')
  room.panel.clock.move({ minutes: idleMinutes - 1 })
  expect(await client.ask('session:stay', {})).toMatchObject({
    idleAt: room.panel.clock.now() + idleMinutes * 60_000,
  })
  room.panel.clock.move({ minutes: idleMinutes - 1 })
  expect(await client.command(room.commands.share('A1', 'Still here.'))).toMatchObject({ ok: true })
})

test('a member whose membership ends is shown out of the room and hears nothing more', async () => {
  const client = await room.enter('housing')
  await room.panel.done('administrator', change('housing', { active: false }))
  await until('the room is closed', () => client.screen.state === 'closed')
  expect(client.frames.at(-1)).toEqual({ name: 'room:closed', body: { meetingId: room.panel.meetingId } })
  const frames = await framesDuring(client, () =>
    room.panel.done('police', room.commands.share('A1', 'After the end.')),
  )
  expect(frames).toEqual([])
  await client.join()
  expect(client.answers.at(-1)).toMatchObject({ ok: false, code: 'not_found' })
})

test('a member made evaluator or administrator leaves the room at once', async () => {
  for (const [who, role] of [
    ['housing', 'evaluator'],
    ['probation', 'administrator'],
  ] as const) {
    const client = await room.enter(who)
    await room.panel.done('coordinator', change(who, { role }))
    await until('the room is closed', () => client.screen.state === 'closed')
  }
})

test('a member who moves to another agency sees as that agency at once', async () => {
  await room.panel.done(
    'probation',
    room.commands.share('A1', 'Among ourselves.', {
      audience: { kind: 'agencies', agencyIds: [room.panel.agencies.probation] },
    }),
  )
  const client = await room.enter('housing')
  expect(client.everythingReceived).not.toContain('Among ourselves.')
  await room.panel.done('coordinator', change('housing', { agencyId: room.panel.agencies.probation }))
  await client.settled()
  expect(client.everythingReceived).toContain('Among ourselves.')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('a panel that comes to ask for a second factor closes the room to sessions that gave none', async () => {
  const without = await room.enter('housing')
  const token = await room.panel.services.sessions.start(room.panel.people.housing.accountId, 'a test', true)
  const with2 = await room.enter('housing', { token })
  await room.panel.done('coordinator', {
    kind: 'changePanelSettings',
    panelId: room.panel.panelId,
    secondFactorRequired: true,
  })
  await until('the room is closed', () => without.screen.state === 'closed')
  const frames = await framesDuring(without, () =>
    room.panel.done('police', room.commands.share('A1', 'With two factors.')),
  )
  expect([frames, with2.everythingReceived.includes('With two factors.')]).toEqual([[], true])
})

test('an interest declared in session takes the case off that screen at once', async () => {
  const client = await room.enter('housing')
  expect(client.screen.has(`case:${room.panel.cases.A1}`)).toBe(true)
  await room.panel.done('chair', {
    ...room.commands.conflict('A1'),
    memberId: room.panel.people.housing.memberId,
  })
  await client.settled()
  expect(client.screen.has(`case:${room.panel.cases.A1}`)).toBe(false)
  expect(JSON.stringify(client.screen.view)).not.toContain('Referral words of the first case')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('a meeting that opens takes its cases off screens in other rooms, until their people have joined it', async () => {
  const { panel } = room
  const nextRoom = { meetingId: panel.nextMeetingId }
  const shows = (client: RoomClient) => client.screen.has(`case:${panel.cases.A1}`)
  await panel.done('coordinator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Late Comer',
    email: 'brook-idva@brook.example',
    role: 'idva',
    agencyId: panel.agencies.advocates,
  })
  const late = await room.enter('brookIdva', nextRoom)
  const housing = await room.enter('housing', { meetingId: panel.meetingId })
  expect([shows(late), shows(housing)]).toEqual([false, true])

  await panel.done('brookIdva', { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
  await until('the late comer is shown the case', () => shows(late))
  expect(shownBy(late.screen)).toEqual(await room.reload('brookIdva', 'desk', panel.nextMeetingId))

  await panel.done('chair', { kind: 'acceptConfidentiality', ...nextRoom })
  await panel.done('chair', {
    kind: 'openMeeting',
    ...nextRoom,
    inquorateReason: 'Only the chair could come.',
  })
  await room.settle()
  // Whoever sits in the first meeting goes on; in the second, nobody has joined but the chair.
  expect([shows(late), shows(housing)]).toEqual([false, true])

  await panel.done('chair', { kind: 'closeMeeting', meetingId: panel.meetingId, reason: 'It was left open.' })
  await until('the case has left the screen of the first meeting', () => !shows(housing))
  expect(shownBy(housing.screen)).toEqual(await room.reload('housing'))
  await panel.done('housing', { kind: 'acceptConfidentiality', ...nextRoom })
  await until('housing is shown the case again', () => shows(housing))
  expect(shownBy(housing.screen)).toEqual(await room.reload('housing'))
})

/** All that happens to one case, none of which may stir a screen that is out of it. */
const goOnAbout = async () => {
  const { panel, commands } = room
  const { created } = await panel.done('police', commands.share('A1', 'First said.'))
  await panel.done('police', commands.correct('share', created.share ?? '', { what: 'Better said.' }))
  await panel.done('police', commands.lever('A1', 'A hold.'))
  await panel.done('police', commands.finding('A1'))
  await panel.done('police', commands.intervention('A1', 'A visit.'))
  await panel.done(
    'police',
    commands.action('A1', 'Go there.', { ownerAgencyId: panel.agencies.housing, due: 'tomorrow' }),
  )
  await panel.done('police', commands.request('A1', panel.agencies.housing, 'What is held?'))
  await panel.done('idva', commands.safetyCheck('A1'))
  await panel.done('idva', {
    kind: 'keepSafetyRecord',
    caseId: panel.cases.A1,
    victimId: panel.victims.V1,
    wishes: 'No letters.',
  })
  await panel.done('probation', { kind: 'recordReturn', ...commands.inItem('A1'), state: 'returned' })
  await panel.done('probation', { kind: 'markAgencyHeard', ...commands.inItem('A1'), heard: 'spoken' })
  for (const step of ['share', 'analyse', 'decide', 'plan'])
    await panel.done('chair', commands.move('A1', step))
  await panel.done('chair', commands.decision('A1'))
  await panel.done('socialCare', commands.conflict('A1'))
  await panel.done('chair', commands.conclude('A1'))
  await panel.done('chair', { kind: 'reopenItem', ...commands.inItem('A1'), reason: 'More came in.' })
}

test('whoever is out of a case gets not one frame while the panel goes on about it', async () => {
  const [out, within] = [await room.enter('housing'), await room.enter('probation')]
  await room.panel.done('housing', room.commands.conflict('A1'))
  await room.settle()
  const heard = within.frames.length
  expect(await framesDuring(out, goOnAbout)).toEqual([])
  expect(within.frames.length - heard).toBeGreaterThan(15)
  expect(shownBy(out.screen)).toEqual(await room.reload('housing'))
})

test('an agency that is not invited to an item gets not one frame while the panel goes on about it', async () => {
  const { panel, commands } = room
  const [out, within] = [await room.enter('presenter'), await room.enter('coordinator')]
  await panel.done(
    'chair',
    commands.invite(
      'A1',
      panel.agencies.police,
      panel.agencies.advocates,
      panel.agencies.probation,
      panel.agencies.socialCare,
      panel.agencies.housing,
    ),
  )
  await room.settle()
  const heard = within.frames.length
  expect(await framesDuring(out, goOnAbout)).toEqual([])
  expect(within.frames.length - heard).toBeGreaterThan(15)
})

test('whoever is in no audience gets not one frame of an entry, its correction or its end', async () => {
  const client = await room.enter('housing')
  const audience = { kind: 'safety_circle', memberIds: [] }
  const frames = await framesDuring(client, async () => {
    const { created } = await room.panel.done('idva', room.commands.share('A1', 'Hidden.', { audience }))
    const better = await room.panel.done(
      'idva',
      room.commands.correct('share', created.share ?? '', { what: 'Still hidden.', audience }),
    )
    await room.panel.done('idva', room.commands.withdraw(better.created.share ?? ''))
  })
  expect(frames).toEqual([])
})

test('an interest that is withdrawn gives the case back at once', async () => {
  const client = await room.enter('housing')
  const { created } = await room.panel.done('housing', room.commands.conflict('A1'))
  await room.panel.done('police', room.commands.share('A1', 'Said meanwhile.'))
  await room.panel.done('chair', {
    kind: 'withdrawConflict',
    meetingId: room.panel.meetingId,
    conflictId: created.conflict,
    reason: 'Mistaken.',
  })
  await client.settled()
  expect(client.everythingReceived).toContain('Said meanwhile.')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('a correction that narrows takes the old words off every screen it leaves out', async () => {
  const client = await room.enter('housing')
  const { created } = await room.panel.done(
    'idva',
    room.commands.share('A1', 'Too much said.', { audience: { kind: 'panel' } }),
  )
  await client.settled()
  expect(client.screen.has(`share:${created.share}`)).toBe(true)
  await room.panel.done(
    'idva',
    room.commands.correct('share', created.share ?? '', {
      what: 'Less said.',
      audience: { kind: 'safety_circle' },
    }),
  )
  await client.settled()
  expect(client.screen.has(`share:${created.share}`)).toBe(false)
  expect(client.everythingReceived).not.toContain('Less said.')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('a meeting planned since, listed and opened, takes its cases off screens in other rooms too', async () => {
  const { panel } = room
  const nextRoom = { meetingId: panel.nextMeetingId }
  const shows = (client: RoomClient) => client.screen.has(`case:${panel.cases.A1}`)
  const housing = await room.enter('housing', nextRoom)
  expect(shows(housing)).toBe(true)
  const planned = await panel.done('coordinator', {
    kind: 'planMeeting',
    panelId: panel.panelId,
    date: '2026-12-09',
    startsAt: '10:00',
    minutesPlanned: 60,
  })
  const third = { meetingId: planned.created.meeting }
  await panel.done('coordinator', {
    kind: 'listCase',
    ...third,
    caseId: panel.cases.A1,
    itemKind: 'review',
    minutes: 5,
    lateReason: 'New.',
  })
  await panel.done('chair', { kind: 'acceptConfidentiality', ...third })
  await panel.done('chair', { kind: 'openMeeting', ...third, inquorateReason: 'Few came.' })
  await until('the case has left the screen', () => !shows(housing))
  expect(shownBy(housing.screen)).toEqual(await room.reload('housing', 'desk', panel.nextMeetingId))
  await panel.done('housing', { kind: 'acceptConfidentiality', ...third })
  await until('the case is back', () => shows(housing))
  expect(shownBy(housing.screen)).toEqual(await room.reload('housing', 'desk', panel.nextMeetingId))
})

test('whoever is named in her safety record, or no longer, gains or loses at once how she is told', async () => {
  const { panel, commands } = room
  await panel.done('chair', commands.decision('A1'))
  await panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  const { created } = await panel.done('chair', commands.close('Out of time.'))
  await panel.done('idva', {
    kind: 'planTelling',
    caseId: panel.cases.A1,
    tellingId: created.telling,
    tellerMemberId: panel.people.idva.memberId,
    what: 'That work begins.',
    how: 'By telephone.',
    safely: 'Before noon, at her sister’s.',
  })
  const housing = await room.enter('housing', { meetingId: panel.nextMeetingId })
  const words = () => JSON.stringify(housing.screen.view).includes('at her sister’s')
  const keep = (...memberIds: string[]) =>
    panel.done('idva', {
      kind: 'keepSafetyRecord',
      caseId: panel.cases.A1,
      victimId: panel.victims.V1,
      memberIds,
    })
  await keep()
  await housing.settled()
  expect(words()).toBe(false)
  await keep(panel.people.housing.memberId)
  await until('the words come', words)
  await keep()
  await until('the words go', () => !words())
  expect(shownBy(housing.screen)).toEqual(await room.reload('housing', 'desk', panel.nextMeetingId))
})
