import { afterEach, expect, test } from 'vitest'
import { agendaIn, viewOfThings } from '../../app/domain/meeting/room-view'
import { importFiles } from '../../server/import/import-folder'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'
import { roomView } from '../support/views'

// The agenda built from what is due, with the panel's life going on around it.

let panel: TestPanel
afterEach(() => panel.close())

const due = async (who: PersonName = 'coordinator', day = '2026-12-16') =>
  (await panel.services.due.dueFor(await panel.sessionFor(who), panel.panelId, day)).map((one) => [
    one.ref,
    ...one.because.map(({ reason }) => reason),
  ])
const agenda = async (who: PersonName = 'coordinator') =>
  agendaIn(viewOfThings(await roomView(panel, who, 'desk', panel.nextMeetingId)), panel.nextMeetingId)
const take = (minutes = 6, more: object = {}) => ({ take: 'yes', itemKind: 'review', minutes, ...more })
const list = (cases: object, more: object = {}) => ({
  kind: 'listDueCases',
  meetingId: panel.nextMeetingId,
  cases,
  ...more,
})

test('a case that is on no agenda is due; one that is listed for a meeting to come is not', async () => {
  panel = await openSmallPanel()
  expect(await due()).toEqual([['A5', 'new']])
})

test('a case that is due names him by his initials', async () => {
  panel = await openSmallPanel()
  const found = await panel.services.due.dueFor(await panel.sessionFor('chair'), panel.panelId, '2026-12-16')
  expect(found.map(({ ref, initials }) => [ref, initials])).toEqual([['A5', 'E.V.']])
})

test('an incident that came to light since he was last heard of brings his case back', async () => {
  panel = await openSmallMeeting()
  await panel.done('chair', commandsIn(panel).decision('A2', { outcome: 'accept', mode: 'direct' }))
  await panel.done('chair', commandsIn(panel).conclude('A2', 'She cannot be reached.'))
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  const a2 = async () => (await due()).filter(([ref]) => ref === 'A2')
  expect(await a2()).toEqual([])
  const { store, execute } = panel.services
  const bytes = Buffer.from(
    'incident_ref,panel,person_ref,case_ref,date,kind,gravity,victim_ref,source\n' +
      'INC-NEW,Ashford Panel,P2,A2,2026-12-04,threats,threat,V2a,agency_record\n',
  )
  const report = await importFiles([{ name: 'incidents.csv', bytes }], {
    store,
    execute,
    today: '2026-12-05',
    demo: false,
    checkOnly: false,
  })
  expect(report.findings).toEqual([])
  expect(await a2()).toEqual([['A2', 'new_incident']])
})

test('what is due is for those who build the agenda, less the cases they are out of', async () => {
  panel = await openSmallPanel()
  for (const who of ['housing', 'idva', 'observer', 'administrator', 'evaluator', 'brookChair'] as const)
    expect(await due(who)).toEqual([])
  const listed = await panel.done('chair', {
    ...commandsIn(panel).listFifth(''),
    meetingId: panel.nextMeetingId,
    itemKind: 'new',
  })
  await panel.done('chair', {
    kind: 'declareConflict',
    meetingId: panel.nextMeetingId,
    itemId: listed.created.item,
    reason: 'A cousin.',
  })
  await panel.done('coordinator', {
    kind: 'removeItem',
    meetingId: panel.nextMeetingId,
    itemId: listed.created.item,
    reason: 'Not ready.',
  })
  expect(await due('coordinator')).toEqual([['A5', 'new']])
  expect(await due('chair')).toEqual([])
  expect((await panel.refused('chair', list({ [panel.cases.A5]: take() }))).fields?.[0]?.field).toBe('cases')
})

test('after a meeting, what it did not reach, brought back or left undecided is due by itself, and what it closed is not', async () => {
  panel = await openSmallMeeting()
  const commands = commandsIn(panel)
  await panel.done(
    'chair',
    commands.decision('A2', { outcome: 'bring_back', reason: 'No return yet.', until: '16 December' }),
  )
  await panel.done('chair', commands.conclude('A2', 'She cannot be reached.'))
  await panel.done('chair', commands.decision('A4', { outcome: 'not_accepted', reason: 'No lever.' }))
  await panel.done('chair', commands.conclude('A4', 'She cannot be reached.'))
  await panel.done('chair', commands.close('Out of time.'))
  const listed = await due()
  expect(listed).toContainEqual(['A2', 'brought_back'])
  expect(listed).toContainEqual(['A3', 'not_reached'])
  expect(listed.map(([ref]) => ref)).not.toContain('A4')
  // A1 was not reached either, and is listed for the sixteenth already.
  expect(listed.map(([ref]) => ref)).not.toContain('A1')
  expect(await due('coordinator', '2026-12-15')).not.toContainEqual(['A2', 'brought_back'])
})

test('several come on at one press, each on its lane, with the room knowing their files at once', async () => {
  panel = await openSmallPanel()
  await panel.done(
    'coordinator',
    list({
      [panel.cases.A5]: take(8, { itemKind: 'new' }),
      [panel.cases.A2]: take(6, { lane: 'note_only' }),
      [panel.cases.A3]: { itemKind: 'review', minutes: 6 },
    }),
  )
  expect(
    (await agenda('housing')).map((item) => [item.caseRef, item.initials, item.lane, item.minutes]),
  ).toEqual([
    ['A1', 'A.Q.', 'discuss', 7],
    ['A5', 'E.V.', 'discuss', 8],
    ['A2', 'B.R.', 'note_only', 6],
  ])
  expect(await due()).toEqual([])
  expect((await panel.refused('coordinator', list({ [panel.cases.A5]: take() }))).code).toBe('already_done')
  expect((await panel.refused('coordinator', list({}))).fields?.[0]?.field).toBe('cases')
})

test('the button of one case adds that one alone, whatever is ticked', async () => {
  panel = await openSmallPanel()
  await panel.done(
    'coordinator',
    list({ [panel.cases.A5]: take(), [panel.cases.A2]: take() }, { only: panel.cases.A2 }),
  )
  expect((await agenda()).map((item) => item.caseRef)).toEqual(['A1', 'A2'])
})

test('after the agenda has gone out every case that is added carries the reason why it comes late', async () => {
  panel = await openSmallPanel()
  await panel.done('coordinator', { kind: 'circulateAgenda', meetingId: panel.nextMeetingId })
  const cases = { [panel.cases.A5]: take(), [panel.cases.A3]: take() }
  expect((await panel.refused('coordinator', list(cases))).fields?.[0]?.field).toBe('lateReason')
  await panel.done('coordinator', list(cases, { lateReason: 'A new arrest.' }))
  expect((await agenda()).map((item) => item.lateReason)).toEqual([null, 'A new arrest.', 'A new arrest.'])
})

test('a case of another area is not there to be listed', async () => {
  panel = await openSmallPanel()
  expect((await panel.refused('coordinator', list({ [panel.cases.B1]: take() }))).fields?.[0]?.field).toBe(
    'cases',
  )
})

test('the proposal of the capacity guard is carried out as far as it was left ticked, and what is left out is due again', async () => {
  panel = await openSmallPanel()
  const { created } = await panel.done('coordinator', list({ [panel.cases.A5]: take(20) }))
  const fit = (more: object) => ({ kind: 'applyFit', meetingId: panel.nextMeetingId, ...more })
  expect((await panel.refused('coordinator', fit({}))).fields?.[0]?.field).toBe('shorten')
  await panel.done('coordinator', fit({ shorten: { [panel.nextItem]: '5' }, leaveOut: [created.item] }))
  expect((await agenda()).map((item) => [item.caseRef, item.minutes])).toEqual([['A1', 5]])
  expect(await due()).toEqual([['A5', 'new']])
  expect((await panel.refused('coordinator', fit({ leaveOut: [panel.items.A1] }))).code).toBe('not_found')
})
