import { expect, test } from 'vitest'
import { circle, commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { referralCommand } from '../../../tests/support/referrals'
import { everyone, type PersonName, type Sent } from '../../../tests/support/small-panel-facts'
import { isRefusal } from '../refusals'
import { dailyNotice, noticesOf, type Notice } from './notices'

// Who is told by mail that something waits, and that a mail says nothing of what about whom.

/** What a command has told, of each occasion to whom. */
const told = (panel: PurePanel, who: PersonName, sent: Sent): Record<string, string[]> => {
  const { records } = panel.done(who, sent)
  return byOccasion(
    panel,
    records.flatMap((record) => noticesOf(record, panel.things)),
  )
}
const byOccasion = (panel: PurePanel, notices: readonly Notice[]): Record<string, string[]> => {
  const names: Record<string, string[]> = {}
  for (const { occasion, to } of notices) {
    const name =
      'address' in to ? to.address : everyone.find((one) => panel.people[one].accountId === to.accountId)
    names[occasion] = [...(names[occasion] ?? []), name ?? 'nobody'].sort()
  }
  return names
}
const inMeeting = (panel: PurePanel, kind: string, rest: object = {}): Sent => ({
  kind,
  meetingId: panel.meetingId,
  ...rest,
})
const theCircle = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo', 'police']
const runners = ['chair', 'coChair', 'coordinator']

test('a chased agency is told, of its members who may read the request; taken to the chair, so are the chairs', () => {
  const panel = openPureMeeting()
  const ask = (fields: Record<string, unknown> = {}) =>
    panel.done('police', commandsIn(panel).request('A1', panel.agencies.housing, 'Who holds it?', fields))
      .created['request']
  const chase = (entryId: string | undefined, rest: object = {}) =>
    told(panel, 'police', inMeeting(panel, 'chaseRequest', { entryId, ...rest }))
  expect(chase(ask())).toEqual({ requestChased: ['housing'] })
  expect(chase(ask(), { escalate: 'yes' })).toEqual({
    requestChased: ['housing'],
    cameToTheChair: ['chair', 'coChair'],
  })
  const open = ask()
  panel.done('housing', commandsIn(panel).conflict('A1'))
  expect(chase(open)).toEqual({})
})

test('whom an action is passed on to is told, and not who passed it on', () => {
  const panel = openPureMeeting()
  const { housing, police } = panel.agencies
  const { action } = panel.done(
    'chair',
    commandsIn(panel).action('A1', 'Visit.', { ownerAgencyId: housing }),
  ).created
  const passing = (rest: object) =>
    inMeeting(panel, 'passOnAction', { entryId: action, what: 'Visit.', reason: 'Theirs.', ...rest })
  expect(told(panel, 'housing', passing({ toAgencyId: police }))).toEqual({ actionPassedOn: ['police'] })
})

test('its owner is told how the chair ruled on what is overdue', () => {
  const panel = openPureMeeting()
  const { housing } = panel.agencies
  const { action } = panel.done(
    'chair',
    commandsIn(panel).action('A1', 'Visit.', { ownerAgencyId: housing }),
  ).created
  const { request } = panel.done('police', commandsIn(panel).request('A1', housing, 'Who holds it?')).created
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  panel.clock.move({ days: 30 })
  for (const entryId of [action, request]) {
    const rule = { entryId, reason: 'Spoken.' }
    expect(told(panel, 'chair', inMeeting(panel, 'ruleOnOverdue', { ...rule, ruling: 'raise' }))).toEqual({
      ruledOnOverdue: ['housing'],
    })
    const later = { ...rule, ruling: 'extend', due: 'in 1 week' }
    expect(told(panel, 'chair', inMeeting(panel, 'ruleOnOverdue', later))).toEqual({
      ruledOnOverdue: ['housing'],
    })
  }
})

test('closing tells whom the meeting leaves something, the advocates whom there is to tell, and the chairs of the minutes', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.decision('A1'))
  panel.done('chair', commands.action('A1', 'Visit.', { ownerAgencyId: panel.agencies.housing }))
  panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  expect(told(panel, 'chair', commands.close('Out of time.'))).toEqual({
    minutesToApprove: ['chair', 'coChair'],
    leftByMeeting: ['housing', 'idva', 'idvaTwo'],
  })
})

test('whoever is given to tell her is told so, unless they took it on themselves', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  panel.done('chair', commands.decision('A1'))
  panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  panel.done('chair', commands.close('Out of time.'))
  const [telling] = panel.things.all('telling')
  const plan = (who: PersonName) => ({
    kind: 'planTelling',
    caseId: panel.cases.A1,
    tellingId: telling?.id,
    tellerMemberId: panel.people[who].memberId,
    what: 'What was decided.',
    how: 'By telephone.',
    safely: 'Before noon.',
  })
  expect(told(panel, 'idva', plan('idvaTwo'))).toEqual({ givenToDo: ['idvaTwo'] })
  expect(told(panel, 'idva', plan('idva'))).toEqual({})
})

test('what happens between meetings is told to who has to answer, of those who may read it, and not to its author', () => {
  const panel = openPurePanel()
  const happened = (fields: object) => ({
    kind: 'recordHappening',
    caseId: panel.cases.A1,
    fields: { happeningKind: 'breach', day: 'today', what: 'Seen at her door.', ...fields },
  })
  expect(told(panel, 'housing', happened({}))).toEqual({ recordedMeanwhile: runners })
  expect(told(panel, 'coordinator', happened({}))).toEqual({ recordedMeanwhile: ['chair', 'coChair'] })
  expect(told(panel, 'idva', happened({ happeningKind: 'new_partner', source: 'victim_survivor' }))).toEqual({
    recordedMeanwhile: theCircle.filter((who) => who !== 'idva'),
  })
})

test('words of it put right tell nobody; that something else happened does', () => {
  const panel = openPurePanel()
  const fields = { happeningKind: 'breach', day: 'today', what: 'Seen at her door.' }
  const { created } = panel.done('police', { kind: 'recordHappening', caseId: panel.cases.A1, fields })
  panel.clock.move({ minutes: 5 })
  const correct = (happeningId: string | undefined, rest: object) => ({
    kind: 'correctHappening',
    caseId: panel.cases.A1,
    happeningId,
    fields: { ...fields, ...rest },
    reason: 'Said wrongly.',
  })
  expect(told(panel, 'police', correct(created['happening'], { what: 'Better said.' }))).toEqual({})
  const second = panel.things.all('happening').at(-1)?.id
  expect(told(panel, 'police', correct(second, { happeningKind: 'new_incident' }))).toEqual({
    recordedMeanwhile: runners,
  })
})

test('minutes: who distributes is told of the approval, readers of the distribution, the chairs of a correction, once', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const share = (what: string) => panel.done('police', commands.share('A1', what)).created['share'] ?? ''
  const [one, two] = [share('One.'), share('Two.')]
  panel.done('chair', commands.close('Out of time.'))
  panel.clock.move({ minutes: 5 })
  const correct = (id: string) => commands.correct('share', id, { what: 'Better said.' })
  expect(told(panel, 'coordinator', correct(one))).toEqual({})
  expect(told(panel, 'chair', inMeeting(panel, 'approveMinutes'))).toEqual({
    minutesToDistribute: ['coordinator'],
  })
  expect(told(panel, 'coordinator', inMeeting(panel, 'distributeMinutes'))['minutesDistributed']).toContain(
    'housing',
  )
  panel.clock.move({ minutes: 5 })
  expect(told(panel, 'coordinator', correct(two))).toEqual({ correctionToApprove: ['chair', 'coChair'] })
  const attendance = { memberId: panel.people.housing.memberId, status: 'apologies', reason: 'Not there.' }
  expect(told(panel, 'chair', inMeeting(panel, 'correctAttendance', attendance))).toEqual({
    correctionToApprove: ['coChair'],
  })
})

test('an agenda that goes round is told to every member who sits, the next version as changed; a chased agency again', () => {
  const panel = openPurePanel()
  const circulate = { kind: 'circulateAgenda', meetingId: panel.nextMeetingId }
  const first = told(panel, 'coordinator', circulate)['agendaCirculated'] ?? []
  expect(first).toContain('observer')
  for (const who of ['evaluator', 'administrator', 'brookChair']) expect(first).not.toContain(who)
  panel.done('coordinator', {
    kind: 'listCase',
    meetingId: panel.nextMeetingId,
    caseId: panel.cases.A2,
    itemKind: 'review',
    minutes: 6,
    lateReason: 'A new arrest.',
  })
  expect(told(panel, 'coordinator', circulate)).toEqual({ agendaChanged: first })
  expect(
    told(panel, 'coordinator', {
      kind: 'chaseReturns',
      meetingId: panel.nextMeetingId,
      agencyId: panel.agencies.housing,
    }),
  ).toEqual({ returnsChased: ['housing'] })
})

test('a referral is told to who screens, and its arrival to who sent it; an answer by telephone is told by no mail', () => {
  const panel = openPurePanel()
  expect(told(panel, 'housing', referralCommand(panel))).toEqual({
    referralToScreen: runners,
    referralArrived: ['housing'],
  })
  const about = { panelId: panel.panelId, referralId: panel.things.all('referral')[0]?.id }
  const back = { kind: 'returnReferral', ...about, reason: 'No risk assessment', words: 'Please assess.' }
  expect(told(panel, 'chair', { ...back, how: 'telephone' })).toEqual({})
  expect(
    told(panel, 'housing', { kind: 'addToReferral', ...about, fields: { what: 'It is done.' } }),
  ).toEqual({
    referralToScreen: runners,
  })
  expect(told(panel, 'chair', { ...back, how: 'mail' })).toEqual({ referrerTold: ['housing'] })
})

test('whoever referred through a link is told at the address they were given it at', () => {
  const panel = openPurePanel()
  const linkId = panel.offerLink('coordinator', { name: 'Outside One', agency: 'A surgery' })
  const parsed = referralCommand(panel)['fields'] as object
  const outcome = panel.internally(null, {
    kind: 'referByLink',
    linkId,
    fields: {
      ...parsed,
      aliases: [],
      otherDateOfBirth: null,
      gender: '',
      firstLanguage: '',
      aboutHim: '',
      dashCount: 15,
      judgement: null,
      judgementReason: '',
      orders: '',
      incidents: [],
      victims: [],
      children: [],
    } as never,
  })
  if (isRefusal(outcome)) throw new Error(outcome.message)
  const notices = outcome.records.flatMap((record) => noticesOf(record, panel.things))
  expect(byOccasion(panel, notices)['referralArrived']).toEqual(['outside@surgery.example'])
  expect(notices.find((one) => 'address' in one.to)?.path).toBeNull()
})

test('no notice says a name, a case or a word; only an occasion, a day and ids', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const { records } = panel.done(
    'police',
    commands.request('A1', panel.agencies.housing, 'Does Quenby hold the tenancy?', {
      audience: circle(panel.people.housing.memberId),
    }),
  )
  const chased = panel.done(
    'police',
    inMeeting(panel, 'chaseRequest', { entryId: panel.things.all('request')[0]?.id, words: 'Quenby again.' }),
  ).records
  const said = JSON.stringify([...records, ...chased].flatMap((record) => noticesOf(record, panel.things)))
  expect(said).toContain('requestChased')
  for (const word of ['Quenby', 'A1', 'tenancy', 'Ashford', 'again.']) expect(said).not.toContain(word)
})

test('the same occasion has the same key for the same person, and another for another, or on another day', () => {
  const key = (account: string, day: string) => dailyNotice(account, 'panel', day).key
  expect(key('one', '2026-12-02')).toBe(key('one', '2026-12-02'))
  expect(key('one', '2026-12-02')).not.toBe(key('two', '2026-12-02'))
  expect(key('one', '2026-12-02')).not.toBe(key('one', '2026-12-03'))
})
