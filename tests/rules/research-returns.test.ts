import { afterEach, expect, test } from 'vitest'
import type { VisibleThing } from '../../app/domain/sight/sees'
import { commandsIn } from '../support/commands'
import { join, openMeeting, openPanel, type RulePanel, seenBy } from './ground'
import { sitting, type PersonName } from '../support/small-panel-facts'
import { ofKind, thing } from '../support/views'

// What an agency returns before a meeting is its own until it shares an entry there; what others learn is the state.

let panel: RulePanel
afterEach(() => panel.close())

const before = async () => {
  panel = await openPanel()
  return commandsIn(panel)
}
const inSession = async () => {
  panel = await openMeeting()
  return commandsIn(panel)
}
const give = (returns: Record<string, object>, more: object = {}) => ({
  kind: 'giveReturns',
  meetingId: panel.meetingId,
  returns,
  ...more,
})
const prepare = async (
  who: PersonName,
  fields: object,
  kind = 'prepareInformation',
  item: 'A1' | 'A2' | 'A3' = 'A1',
) => {
  const { created } = await panel.done(who, { kind, ...commandsIn(panel).inItem(item), fields })
  return created.preparedEntry ?? ''
}
const share = (preparedId: string) => ({ kind: 'sharePrepared', meetingId: panel.meetingId, preparedId })
const stateOf = async (who: PersonName, item: 'A1' | 'A2' | 'A3' | 'A4', agencyId: string) =>
  thing(await panel.view(who), 'agencyReturn', `${panel.items[item]}~${agencyId}`)?.state

test('the panel sees that an agency returned, and only the agency sees what', async () => {
  await before()
  await panel.done(
    'housing',
    give({
      [panel.items.A1]: { holding: 'known_now', engagement: 'partly', staffSafety: 'A dog at the door.' },
      [panel.items.A2]: { holding: '' },
    }),
  )
  const id = `${panel.items.A1}~${panel.agencies.housing}`
  expect(await stateOf('coordinator', 'A1', panel.agencies.housing)).toBe('returned')
  expect(await stateOf('coordinator', 'A2', panel.agencies.housing)).toBeUndefined()
  expect(await seenBy(panel, sitting, 'researchReturn', id)).toEqual(['housing'])
  const [warning] = ofKind(await panel.view('housing'), 'preparedEntry')
  expect(warning).toMatchObject({
    what: 'A dog at the door.',
    share: { purpose: 'protect_staff' },
    handling: ['not_to_him'],
  })
  expect(await seenBy(panel, sitting, 'preparedEntry', warning?.id)).toEqual(['housing'])
})

test('nobody gives or changes the return of another agency, not even the coordinator', async () => {
  await before()
  const id = await prepare('housing', { what: 'Rent arrears.' })
  for (const who of ['coordinator', 'chair', 'police', 'observer'] as const) {
    const answer = await panel.refused(who, {
      kind: 'dropPrepared',
      meetingId: panel.meetingId,
      preparedId: id,
    })
    expect(answer.code).toBe(who === 'observer' ? 'not_allowed' : 'not_found')
  }
  // What the coordinator gives is the return of the coordinator's own agency.
  await panel.done('coordinator', give({ [panel.items.A1]: { holding: 'known_before' } }))
  expect(await stateOf('police', 'A1', panel.agencies.justiceCentre)).toBe('returned')
  expect(await stateOf('police', 'A1', panel.agencies.housing)).toBeUndefined()
})

test('one press says that nothing is held on every case not yet answered, and leaves the others as they are', async () => {
  await before()
  await panel.done('probation', give({ [panel.items.A1]: { holding: 'known_now' } }))
  await prepare('probation', { what: 'On licence.' }, 'prepareInformation', 'A2')
  await panel.done('probation', give({}, { rest: true }))
  const states = await Promise.all(
    (['A1', 'A2', 'A3', 'A4'] as const).map((item) => stateOf('chair', item, panel.agencies.probation)),
  )
  expect(states).toEqual(['returned', undefined, 'nothing_held', 'nothing_held'])
})

test('a line that was not touched does not undo what a colleague has changed meanwhile', async () => {
  await before()
  await panel.done('caseManager', give({ [panel.items.A1]: { holding: 'known_before' } }))
  await panel.done('presenter', give({ [panel.items.A1]: { holding: 'known_now', engagement: 'engaging' } }))
  // The case manager's page still shows what it showed.
  await panel.done(
    'caseManager',
    give({
      [panel.items.A1]: { holding: 'known_before', was: 'known_before~' },
      [panel.items.A3]: { holding: 'known_before' },
    }),
  )
  expect(
    ofKind(await panel.view('caseManager'), 'researchReturn').find((one) => one.itemId === panel.items.A1),
  ).toMatchObject({ holding: 'known_now', engagement: 'engaging' })
})

test('declining needs a reason; chair, coordinator and the agency read it, nobody else', async () => {
  const commands = await before()
  const decline = (reason: string) => ({
    kind: 'recordReturn',
    ...commands.inItem('A1'),
    state: 'declined',
    reason,
  })
  expect((await panel.refused('housing', decline(''))).fields?.[0]?.field).toBe('reason')
  await panel.done('housing', decline('No agreement signed.'))
  const reason = async (who: PersonName) =>
    thing(await panel.view(who), 'agencyReturn', `${panel.items.A1}~${panel.agencies.housing}`)
      ?.declinedReason
  expect(await Promise.all((['chair', 'coordinator', 'housing', 'police'] as const).map(reason))).toEqual([
    'No agreement signed.',
    'No agreement signed.',
    'No agreement signed.',
    null,
  ])
})

test('sharing a prepared entry makes it part of the record with its date, nature, source, readers and handling', async () => {
  const commands = await before()
  const opinion = {
    what: 'He plays for time.',
    nature: 'opinion',
    factDate: '2026-11-20',
    handling: ['ask_owner_first'],
    source: 'third_party',
    necessity: 'To plan.',
  }
  const id = await prepare('housing', opinion)
  const lever = await prepare(
    'housing',
    { what: 'His tenancy.', leverKind: 'tenancy', safeToUse: 'yes' },
    'prepareLever',
  )
  expect((await panel.refused('housing', share(id))).code).toBe('wrong_moment')
  await join(panel, 'chair', 'housing', 'police', 'idva')
  await panel.done('chair', { kind: 'openMeeting', meetingId: panel.meetingId })
  const { created } = await panel.done('housing', share(id))
  const { created: second } = await panel.done('housing', share(lever))
  const view = await panel.view('police')
  expect(thing(view, 'share', created.share)).toMatchObject({
    ...opinion,
    agencyId: panel.agencies.housing,
    recordedBy: panel.people.housing.memberId,
    audience: { kind: 'panel' },
  })
  expect(thing(view, 'lever', second.lever)).toMatchObject({
    what: 'His tenancy.',
    leverKind: 'tenancy',
    safeToUse: 'yes',
    holderAgencyId: panel.agencies.housing,
  })
  expect(ofKind(view, 'preparedEntry')).toEqual([])
  expect(thing(await panel.view('housing'), 'preparedEntry', id)).toMatchObject({
    sharedAs: created.share,
  })
  // A second press shares nothing twice.
  expect((await panel.refused('housing', share(id))).code).toBe('already_done')
  expect(ofKind(await panel.view('police'), 'share')).toHaveLength(1)
  await panel.done('housing', commands.withdraw(created.share ?? ''))
})

test('what a victim-survivor told is prepared for the safety circle, and shared only with it', async () => {
  await inSession()
  const id = await prepare('idva', { what: 'She says he knows the address.', source: 'victim_survivor' })
  expect(await seenBy(panel, sitting, 'preparedEntry', id)).toEqual(['idva', 'idvaTwo'])
  const { created } = await panel.done('idva', share(id))
  expect(await seenBy(panel, sitting, 'share', created.share)).toEqual([
    'chair',
    'coChair',
    'coordinator',
    'idva',
    'idvaTwo',
    'police',
  ])
  expect(thing(await panel.view('idva'), 'share', created.share)).toMatchObject({
    handling: ['not_to_him'],
    audience: { kind: 'safety_circle' },
  })
})

test('a colleague of the same agency who is not meant to read an entry is not told that it is there, whatever they ask', async () => {
  await before()
  const id = await prepare('caseManager', {
    what: 'For the circle.',
    audience: { kind: 'safety_circle', memberIds: [] },
  })
  expect(await seenBy(panel, sitting, 'preparedEntry', id)).toEqual(['caseManager'])
  for (const preparedId of [id, 'no-such-entry']) {
    expect(
      (await panel.refused('presenter', { kind: 'dropPrepared', meetingId: panel.meetingId, preparedId }))
        .code,
    ).toBe('not_found')
  }
  await panel.done('presenter', give({ [panel.items.A1]: { holding: 'nothing_held' } }))
})

test('turning a prepared entry into what she told narrows its readers to the circle by itself', async () => {
  await inSession()
  const id = await prepare('idva', { what: 'He was seen there.' })
  await panel.done('idva', {
    kind: 'changePrepared',
    meetingId: panel.meetingId,
    preparedId: id,
    correction: { entryKind: 'share', fields: { what: 'She saw him there.', source: 'victim_survivor' } },
  })
  const { created } = await panel.done('idva', share(id))
  expect(await seenBy(panel, sitting, 'share', created.share)).not.toContain('caseManager')
})

test('whoever is put out of a case reads no return on it, and their colleagues still do', async () => {
  const commands = await before()
  const id = await prepare('presenter', { what: 'Sessions missed.' })
  await panel.done('caseManager', commands.conflict('A1'))
  expect(await seenBy(panel, sitting, 'preparedEntry', id)).toEqual(['presenter'])
  expect((await panel.refused('caseManager', share(id))).code).not.toBe('already_done')
  await panel.done('chair', commands.invite('A1', panel.agencies.police))
  expect(await seenBy(panel, sitting, 'preparedEntry', id)).toEqual([])
})

test('a return that came in time stays in time when it is changed afterwards', async () => {
  await before()
  await panel.done('housing', give({ [panel.items.A1]: { holding: 'known_before' } }))
  const cameOn = (view: VisibleThing[]) =>
    thing(view, 'agencyReturn', `${panel.items.A1}~${panel.agencies.housing}`)?.returnedOn
  const first = cameOn(await panel.view('housing'))
  panel.clock.move({ minutes: 60 * 48 })
  await panel.done('housing', give({ [panel.items.A1]: { holding: 'known_now' } }))
  expect(cameOn(await panel.view('housing'))).toBe(first)
})

test('what contradicts itself is refused at its line, and nothing of the page is kept', async () => {
  await before()
  await prepare('housing', { what: 'Rent arrears.' })
  const field = `returns.${panel.items.A1}.holding`
  for (const line of [
    { holding: 'nothing_held' },
    { holding: 'nothing_held', staffSafety: 'A dog.' },
    { holding: '', staffSafety: 'A dog.' },
  ]) {
    const refused = await panel.refused(
      'housing',
      give({ [panel.items.A3]: { holding: 'known_now' }, [panel.items.A1]: line }),
    )
    expect(refused.fields?.map((one) => one.field)).toEqual([field])
  }
  expect((await panel.standing()).all('researchReturn')).toEqual([])
})
