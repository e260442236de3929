import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { acceptance, referralCommand } from '../../../tests/support/referrals'
import type { PersonName } from '../../../tests/support/small-panel-facts'
import { mayBeNamedByReferrer } from './referrals'

type Fields = Record<string, unknown>
const refer = (panel: PurePanel, fields: Fields = {}, rest: Fields = {}, who: PersonName = 'housing') => ({
  panelId: panel.panelId,
  referralId: panel.done(who, referralCommand(panel, fields, rest)).created['referral'] ?? '',
})
type About = ReturnType<typeof refer>
const returning = (about: About, rest: Fields = {}) => ({
  kind: 'returnReferral',
  ...about,
  reason: 'No risk assessment',
  words: 'Please assess.',
  note: 'Twice already.',
  ...rest,
})
const signposting = (about: About, rest: Fields = {}) => ({
  ...returning(about),
  kind: 'signpostReferral',
  reason: 'Belongs to another area',
  ...rest,
})
const adding = (about: About, fields: Fields) => ({ kind: 'addToReferral', ...about, fields })
const telling = (about: About) => ({
  kind: 'tellReferrer',
  ...about,
  how: 'telephone',
  words: 'Please assess.',
})
const referral = (panel: PurePanel, { referralId }: About) => panel.things.get('referral', referralId)
const safety = (panel: PurePanel, { referralId }: About) => panel.things.get('referralSafety', referralId)
const told = (panel: PurePanel, { referralId }: About) =>
  panel.things.all('referrerTelling').filter((one) => one.referralId === referralId)

test('a referral stands as it was made, by the member and for their agency, and says that it has arrived', () => {
  const panel = openPurePanel()
  const about = refer(panel, {
    riskTopics: ['stalking', 'stalking'],
    otherDateOfBirth: '1985-09-02',
    aliases: 'Yaz',
    gender: '',
  })
  expect(referral(panel, about)).toMatchObject({
    panelId: panel.panelId,
    source: 'agency',
    referrerMemberId: panel.people.housing.memberId,
    referrerAgencyId: panel.agencies.housing,
    referrerName: 'Landlord One',
    referrerAgency: 'Housing',
    referrerEmail: 'housing@ashford.example',
    linkId: null,
    receivedAt: panel.clock.now(),
    givenName: 'Godfrey',
    aliases: ['Yaz'],
    otherDatesOfBirth: ['1985-09-02'],
    gender: null,
    riskTopics: ['stalking'],
    stage: 'received',
    caseId: null,
    additions: [],
  })
  expect(referral(panel, about)?.ref).toMatch(/^R-[0-9A-Z]{1,6}$/)
  expect(safety(panel, about)?.victims).toMatchObject([{ safeContact: 'Text first.' }])
  expect(told(panel, about)).toMatchObject([
    { what: 'acknowledgement', how: 'on_screen', toldBy: null, since: panel.clock.now() },
  ])
})

test('what she told lies apart, and the risk level that everyone reads does not rest on it', () => {
  const panel = openPurePanel()
  const open = { date: '2026-11-01', what: 'He waited in the street.', gravity: 'threat' }
  const hers = (date: string) => ({
    date,
    what: 'He held her by the throat.',
    gravity: 'violence',
    fromHer: 'yes',
  })
  const about = refer(panel, {
    dashCount: '5',
    incidents: [open, hers('2026-11-02'), hers('2026-11-03'), hers('2026-11-04')],
  })
  expect(referral(panel, about)?.incidents).toEqual([open])
  expect(safety(panel, about)?.incidents.map((one) => one.date)).toEqual([
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
  ])
  expect(safety(panel, about)?.incidents[0]).not.toHaveProperty('fromHer')
  expect([referral(panel, about)?.riskLevel, safety(panel, about)?.riskLevel]).toEqual(['standard', 'high'])
  expect(referral(panel, about)?.riskWorking).not.toEqual(safety(panel, about)?.riskWorking)
})

test('only a member who stands for an agency refers, and names members of the panel alone', () => {
  const panel = openPurePanel()
  const named = [panel.people.probation.memberId]
  expect(referral(panel, refer(panel, {}, { memberIds: named }))?.memberIds).toEqual(named)
  const memberIds = [panel.people.brookIdva.memberId]
  expect(panel.refused('housing', referralCommand(panel, {}, { memberIds })).fields).toMatchObject([
    { field: 'memberIds' },
  ])
})

test.each([
  ['representative', true],
  ['presenter', true],
  ['observer', true],
  ['idva', false],
  ['chair', false],
  ['coordinator', false],
  ['case_manager', false],
  ['evaluator', false],
  ['administrator', false],
] as const)('whether a referrer may name a %s to read what is hers: %s', (role, may) => {
  expect(mayBeNamedByReferrer({ role })).toBe(may)
})

test('what is added stands beside it, from her apart, and a returned referral waits again', () => {
  const panel = openPurePanel()
  const about = refer(panel)
  panel.done('chair', returning(about))
  panel.clock.move({ minutes: 5 })
  panel.done('housing', adding(about, { what: 'He has moved.', fromHer: 'She has not.' }))
  const [at, by] = [panel.clock.now(), panel.people.housing.memberId]
  expect(referral(panel, about)).toMatchObject({
    stage: 'received',
    additions: [{ at, by, what: 'He has moved.' }],
  })
  expect(safety(panel, about)?.additions).toEqual([{ at, by, what: 'She has not.' }])
  panel.done('housing', adding(about, { fromHer: 'She has now.' }))
  expect(referral(panel, about)?.additions).toHaveLength(1)
  expect(safety(panel, about)?.additions).toHaveLength(2)
})

test('once it is accepted or signposted nothing is added', () => {
  const panel = openPurePanel()
  const [accepted, elsewhere] = [refer(panel), refer(panel)]
  panel.done('chair', acceptance(accepted))
  panel.done('chair', signposting(elsewhere))
  for (const about of [accepted, elsewhere])
    expect(panel.refused('chair', adding(about, { what: 'He has moved.' }))).toMatchObject({
      code: 'wrong_moment',
    })
})

test('returned or signposted, it says who screened it, why and in which words; and is screened once', () => {
  const panel = openPurePanel()
  const [back, elsewhere] = [refer(panel), refer(panel)]
  panel.done('chair', returning(back))
  panel.done('coordinator', signposting(elsewhere))
  expect(referral(panel, back)).toMatchObject({
    stage: 'returned',
    screenedAt: panel.clock.now(),
    screenedBy: panel.people.chair.memberId,
    screeningReason: 'No risk assessment',
    screeningNote: 'Twice already.',
    screeningWords: 'Please assess.',
  })
  expect(referral(panel, elsewhere)).toMatchObject({
    stage: 'signposted',
    screeningReason: 'Belongs to another area',
  })
  // One that was returned may be decided on without an answer.
  panel.done('chair', signposting(back))
  for (const about of [back, elsewhere])
    for (const sent of [returning(about), signposting(about), acceptance(about)])
      expect(panel.refused('chair', sent)).toMatchObject({ code: 'already_done' })
})

test('a reason is one of the panel’s list for that', () => {
  const panel = openPurePanel()
  const about = refer(panel)
  for (const sent of [
    returning(about, { reason: 'Belongs to another area' }),
    signposting(about, { reason: 'No risk assessment' }),
    acceptance(about, { reason: 'Because' }),
  ])
    expect(panel.refused('chair', sent).fields).toMatchObject([{ field: 'reason' }])
})

test('the referrer is told in the same act, or is still to be told', () => {
  const panel = openPurePanel()
  const [now, later] = [refer(panel), refer(panel)]
  panel.clock.move({ minutes: 5 })
  panel.done('chair', returning(now, { how: 'telephone' }))
  panel.done('chair', returning(later))
  expect(told(panel, now)[1]).toMatchObject({
    what: 'returned',
    how: 'telephone',
    words: 'No risk assessment. Please assess.',
    since: panel.clock.now(),
    toldAt: panel.clock.now(),
    toldBy: panel.people.chair.memberId,
  })
  expect(panel.refused('chair', telling(now))).toMatchObject({ code: 'already_done' })
  expect(told(panel, later)).toHaveLength(1)
  panel.clock.move({ minutes: 5 })
  panel.done('coordinator', telling(later))
  expect(told(panel, later)[1]).toMatchObject({
    what: 'returned',
    since: panel.clock.now() - 300_000,
    toldAt: panel.clock.now(),
    toldBy: panel.people.coordinator.memberId,
    words: 'Please assess.',
  })
  expect(panel.refused('chair', telling(later))).toMatchObject({ code: 'already_done' })
})

test('to whoever may not see it, and under another panel, there is no referral', () => {
  const panel = openPurePanel()
  const about = refer(panel)
  expect(panel.refused('police', adding(about, { what: 'He has moved.' }))).toMatchObject({
    code: 'not_found',
  })
  for (const sent of [returning(about), signposting(about), acceptance(about), telling(about)])
    expect(panel.refused('brookChair', { ...sent, panelId: panel.brookPanelId })).toMatchObject({
      code: 'not_found',
    })
})
