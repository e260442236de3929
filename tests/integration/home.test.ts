import { beforeEach, expect, test } from 'vitest'
import { tellings } from '../../db/schema/minutes'
import { circle, commandsIn } from '../support/commands'
import { acceptance, referralCommand, referred } from '../support/referrals'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

let panel: TestPanel
let commands: ReturnType<typeof commandsIn>
beforeEach(async () => {
  panel = await openSmallMeeting()
  commands = commandsIn(panel)
})

const needsOf = async (who: PersonName) =>
  (await panel.services.home.needs(await panel.sessionFor(who)))[panel.panelId] ?? []
const happened = (
  happeningKind: string,
  { caseId = panel.cases.A5, ...fields }: { caseId?: string; [field: string]: unknown } = {},
) => ({
  kind: 'recordHappening',
  caseId,
  fields: { happeningKind, day: 'today', what: 'Seen at her door.', ...fields },
})
const linesOf = async (who: PersonName) =>
  (await needsOf(who)).map(
    ({ what, about, overdue }) => `${what} (${about ?? ''})${overdue ? ' overdue' : ''}`,
  )

test('what is overdue comes first, then by day', async () => {
  const { housing } = panel.agencies
  await panel.done('chair', commands.action('A1', 'Later.', { ownerAgencyId: housing, due: 'in 3 weeks' }))
  await panel.done('chair', commands.action('A3', 'Soon.', { ownerAgencyId: housing, due: 'in 1 week' }))
  await panel.done('idva', commands.request('A1', housing, 'Who holds the tenancy?', { due: 'tomorrow' }))
  panel.clock.move({ days: 3 })
  expect(await linesOf('housing')).toEqual([
    'Answer what your agency is asked: Who holds the tenancy? (A1) overdue',
    'Accept or pass on: Soon. (A3)',
    'Accept or pass on: Later. (A1)',
  ])
  expect(await linesOf('probation')).toEqual([])
})

test('nobody’s home tells of an entry that is not for them, nor of a case they are out of', async () => {
  const { housing } = panel.agencies
  await panel.done(
    'idva',
    commands.action('A1', 'Only the circle.', { ownerAgencyId: panel.agencies.police, audience: circle() }),
  )
  await panel.done('chair', commands.action('A3', 'For housing.', { ownerAgencyId: housing }))
  await panel.done('housing', commands.conflict('A3'))
  expect(await linesOf('police')).toEqual(['Accept or pass on: Only the circle. (A1)'])
  expect(await linesOf('housing')).toEqual([])
})

test('a reading of the cases on it is on record', async () => {
  await panel.done('chair', commands.action('A3', 'For housing.', { ownerAgencyId: panel.agencies.housing }))
  await needsOf('housing')
  const file = await panel.services.reads.caseFile(await panel.sessionFor('chair'), panel.cases.A3)
  expect(JSON.stringify(file)).toContain('"home"')
})

test('only those with something due today or before are reminded', async () => {
  await panel.done(
    'chair',
    commands.action('A1', 'Soon.', { ownerAgencyId: panel.agencies.housing, due: 'in 2 days' }),
  )
  expect(await panel.services.home.accountsWithSomethingDue(panel.panelId)).toEqual([])
  panel.clock.move({ days: 2 })
  expect(await panel.services.home.accountsWithSomethingDue(panel.panelId)).toEqual([
    panel.people.housing.accountId,
  ])
})

test('the chair finds minutes to approve, and then to distribute, by the panel’s clock', async () => {
  await panel.done('chair', commands.close('Out of time.'))
  expect(await needsOf('chair')).toMatchObject([
    {
      what: 'Approve the minutes',
      about: 'Meeting of 2 December 2026',
      due: '2026-12-09',
      overdue: false,
      path: `/meetings/${panel.meetingId}/minutes`,
    },
  ])
  expect(await needsOf('housing')).toEqual([])
  await panel.done('chair', { kind: 'approveMinutes', meetingId: panel.meetingId })
  expect(await linesOf('coordinator')).toEqual(['Distribute the minutes (Meeting of 2 December 2026)'])
  await panel.done('coordinator', { kind: 'distributeMinutes', meetingId: panel.meetingId })
  expect(await needsOf('chair')).toEqual([])
})

test('chair and coordinator find referrals to screen and referrers to tell; nobody else does', async () => {
  const about = await referred(panel, 'housing')
  for (const who of ['chair', 'coordinator'] as const)
    expect((await needsOf(who)).map((need) => need.what)).toEqual(['Screen a referral'])
  await panel.done('chair', {
    kind: 'signpostReferral',
    ...about,
    reason: 'Belongs to another area',
    words: 'Ask your own area.',
  })
  expect((await needsOf('coordinator')).map((need) => need.what)).toEqual([
    'Tell a referrer what came of their referral',
  ])
  await panel.done('coordinator', { kind: 'tellReferrer', ...about, how: 'telephone', words: 'Told.' })
  expect(await needsOf('coordinator')).toEqual([])
  for (const who of ['housing', 'police', 'idva'] as const) expect(await needsOf(who)).toEqual([])
})

test('a referrer who was told why a referral was returned waits no more, though it is still open', async () => {
  const about = await referred(panel, 'housing')
  const back = { kind: 'returnReferral', ...about, reason: 'No risk assessment', words: 'Please assess.' }
  await panel.done('chair', back)
  expect((await needsOf('chair')).map((need) => need.what)).toEqual([
    'Tell a referrer what came of their referral',
  ])
  await panel.done('chair', { kind: 'tellReferrer', ...about, how: 'telephone', words: 'Please assess.' })
  expect(await needsOf('chair')).toEqual([])
})

test('an agency finds the returns it still owes, one line a meeting', async () => {
  await panel.done('coordinator', { kind: 'circulateAgenda', meetingId: panel.nextMeetingId })
  expect(await linesOf('housing')).toEqual([
    'Return what your agency holds on one case (Meeting of 16 December 2026)',
  ])
  await panel.done('housing', {
    kind: 'giveReturns',
    meetingId: panel.nextMeetingId,
    returns: { [panel.nextItem]: { holding: 'nothing_held' } },
  })
  expect(await linesOf('housing')).toEqual([])
})

test('who tells her is found by those who may know how she is safe, then by whoever has taken it on, and by nobody else', async () => {
  await panel.done('chair', commands.decision('A1'))
  await panel.done('idva', commands.safetyCheck('A1'))
  await panel.done('chair', commands.conclude('A1'))
  await panel.done('chair', commands.close('Out of time.'))
  const tellers = async () => {
    const found: string[] = []
    for (const who of ['idva', 'coordinator', 'housing', 'caseManager', 'observer'] as const) {
      if ((await needsOf(who)).some((need) => need.kind === 'telling_her')) found.push(who)
    }
    return found
  }
  expect(await tellers()).toEqual(['idva', 'coordinator'])
  const things = await panel.services.store.read.select().from(tellings)
  const [telling] = things
  await panel.done('coordinator', {
    kind: 'planTelling',
    caseId: panel.cases.A1,
    tellingId: telling?.id,
    tellerMemberId: panel.people.idva.memberId,
    what: 'What was decided.',
    how: 'In person.',
    safely: 'At the office.',
    due: '',
  })
  expect(await tellers()).toEqual(['idva'])
})

test('what happened between meetings waits for chair and coordinator until the case is listed or they say why not', async () => {
  const { created } = await panel.done('housing', happened('breach'))
  for (const who of ['chair', 'coordinator'] as const)
    expect(await linesOf(who)).toEqual(['Something happened: bring the case back, or say why not (A5)'])
  for (const who of ['idva', 'police', 'housing', 'observer'] as const) expect(await linesOf(who)).toEqual([])
  expect(await panel.services.home.accountsWithSomethingDue(panel.panelId)).toEqual(
    expect.arrayContaining([panel.people.chair.accountId, panel.people.coordinator.accountId]),
  )
  const listed = await panel.done('coordinator', { ...commands.listFifth(), meetingId: panel.nextMeetingId })
  expect(await linesOf('chair')).toEqual([])
  await panel.done('coordinator', {
    kind: 'removeItem',
    meetingId: panel.nextMeetingId,
    itemId: listed.created.item,
    reason: 'Not ready.',
  })
  panel.clock.move({ days: 1 })
  expect(await linesOf('chair')).toEqual([
    'Something happened: bring the case back, or say why not (A5) overdue',
  ])
  await panel.done('chair', {
    kind: 'dismissRelisting',
    caseId: panel.cases.A5,
    happeningId: created.happening,
    reason: 'Known.',
  })
  expect(await linesOf('chair')).toEqual([])
})

test('what happened on a case is answered by the meeting that heard it, however long ago', async () => {
  await panel.done('housing', happened('breach', { caseId: panel.cases.A3 }))
  await panel.done('chair', commands.decision('A3'))
  await panel.done('chair', commands.conclude('A3', 'She cannot be reached.'))
  panel.clock.move({ minutes: 5 })
  await panel.done('chair', commands.close('Out of time.'))
  panel.clock.move({ days: 40 })
  expect((await needsOf('coordinator')).map(({ kind }) => kind)).not.toContain('relisting')
})

test('heard with her case, a new partner still waits for an answer, and nobody is asked to bring the case back', async () => {
  await panel.done('housing', happened('new_partner', { caseId: panel.cases.A3 }))
  await panel.done('chair', commands.decision('A3'))
  await panel.done('chair', commands.conclude('A3', 'She cannot be reached.'))
  panel.clock.move({ minutes: 5 })
  await panel.done('chair', commands.close('Out of time.'))
  panel.clock.move({ days: 40 })
  const kinds = (await needsOf('coordinator')).map(({ kind }) => kind)
  expect(kinds).toContain('disclosure')
  expect(kinds).not.toContain('relisting')
})

test('a case that was heard since asks for nothing more; a release ahead asks from the panel’s days before it', async () => {
  await panel.done('housing', happened('breach', { caseId: panel.cases.A1 }))
  await panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  await panel.done('probation', happened('release', { day: '2027-02-01' }))
  await panel.done('chair', commands.close('Out of time.'))
  const kinds = async () => (await needsOf('coordinator')).map(({ kind }) => kind)
  expect(await kinds()).toEqual([])
  panel.clock.move({ days: 40 })
  expect(await kinds()).toContain('relisting')
})

test('a new partner waits for an answer by those who may give it, by its day, and nobody else reads that she exists', async () => {
  const { created } = await panel.done('idva', happened('new_partner', { source: 'victim_survivor' }))
  const line = 'Answer for the disclosure scheme: a new partner (A5)'
  for (const who of ['chair', 'coordinator', 'idva', 'police'] as const)
    expect(await linesOf(who)).toContain(line)
  for (const who of ['housing', 'probation', 'caseManager', 'observer'] as const)
    expect(await linesOf(who)).toEqual([])
  panel.clock.move({ days: 40 })
  expect(await panel.services.home.accountsWithSomethingDue(panel.panelId)).toContain(
    panel.people.police.accountId,
  )
  expect(await linesOf('police')).toEqual([`${line} overdue`])
  await panel.done('police', {
    kind: 'answerDisclosure',
    caseId: panel.cases.A5,
    happeningId: created.happening,
    answer: 'not_needed',
    words: 'They have parted.',
  })
  expect(await linesOf('police')).toEqual([])
})

test('nobody’s home tells of what happened on a case they are out of, nor of one whose meeting they have not joined', async () => {
  await panel.done('coordinator', commands.conflict('A3'))
  await panel.done('housing', happened('breach', { caseId: panel.cases.A3 }))
  expect(await linesOf('coordinator')).toEqual([])
  expect(await linesOf('chair')).toEqual([])
  await panel.done('chair', commands.close('Out of time.'))
  expect((await needsOf('coordinator')).map(({ kind }) => kind)).toEqual([])
  expect((await needsOf('chair')).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['relisting']))
})

test('whoever is out of a case finds nothing on their home of the referral that it came of', async () => {
  const { created } = await panel.done('housing', referralCommand(panel))
  const caseId = (
    await panel.done('chair', acceptance({ panelId: panel.panelId, referralId: created.referral ?? '' }))
  ).created.case
  const item = {
    meetingId: panel.meetingId,
    itemId: (await panel.done('chair', { ...commands.listFifth(), caseId })).created.item,
  }
  await panel.done('chair', {
    kind: 'recordDecision',
    ...item,
    fields: { outcome: 'not_accepted', rationale: 'No lever.', reason: 'No lever.' },
  })
  await panel.done('chair', { kind: 'concludeItem', ...item, without: 'She cannot be reached.' })
  await panel.done('coordinator', { kind: 'declareConflict', ...item, reason: 'A cousin.' })
  await panel.done('chair', commands.close('Out of time.'))
  for (const row of await panel.services.store.read.select().from(tellings))
    await panel.done('idva', {
      kind: 'recordTold',
      caseId: row.caseId,
      tellingId: row.id,
      state: 'told',
      outcome: 'She knows.',
    })
  const aboutReferral = async (who: PersonName) =>
    (await needsOf(who)).filter(({ path }) => path.includes('/referrals/')).length
  expect([await aboutReferral('chair'), await aboutReferral('coordinator')]).toEqual([1, 0])
})
