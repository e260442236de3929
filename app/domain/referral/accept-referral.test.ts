import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { acceptance, referralCommand } from '../../../tests/support/referrals'
import { sitting } from '../../../tests/support/small-panel-facts'
import { nextRef, unused } from './accept-referral'

type Fields = Record<string, unknown>
const refer = (panel: PurePanel, fields: Fields = {}, rest: Fields = {}) => ({
  panelId: panel.panelId,
  referralId: panel.done('housing', referralCommand(panel, fields, rest)).created['referral'] ?? '',
})
const accept = (panel: PurePanel, fields: Fields = {}, rest: Fields = {}) => {
  const about = refer(panel, fields)
  const { case: caseId = '' } = panel.done('chair', acceptance(about, rest)).created
  const itsCase = panel.things.get('case', caseId)
  if (!itsCase) throw new Error('No case came of it.')
  return {
    about,
    itsCase,
    victims: panel.things.all('victim').filter((one) => one.caseId === caseId),
    safety: panel.things.all('safetyRecord').filter((one) => one.caseId === caseId),
    children: panel.things.all('child').filter((one) => one.caseId === caseId),
    person: panel.things.get('person', itsCase.personId),
  }
}

test('a case comes of it, on a new person, as the referral has it', () => {
  const panel = openPurePanel()
  const { about, itsCase, person } = accept(panel, { aliases: 'Yaz', firstLanguage: 'Welsh' })
  expect(itsCase).toMatchObject({
    panelId: panel.panelId,
    ref: 'A6',
    referralSource: 'agency',
    referringAgency: 'Housing',
    referredOn: '2026-12-02',
    referralReason: 'He was seen outside her door.',
    riskLevel: 'high',
    dashCount: 15,
    closedOn: null,
    acceptedOn: null,
    moves: [],
  })
  expect(person).toMatchObject({
    ref: 'P-A6',
    panelId: panel.panelId,
    givenName: 'Godfrey',
    familyName: 'Yarwell',
    aliases: ['Yaz'],
    dateOfBirth: '1985-02-09',
    firstLanguage: 'Welsh',
  })
  expect(panel.things.get('referral', about.referralId)).toMatchObject({
    stage: 'accepted',
    caseId: itsCase.id,
    screenedAt: panel.clock.now(),
    screenedBy: panel.people.chair.memberId,
    screeningReason: 'Visible high risk',
    screeningWords: '',
  })
})

test('her safety record is what the referrer knew of her, for whom they named', () => {
  const panel = openPurePanel()
  const named = panel.people.probation.memberId
  const about = refer(
    panel,
    {
      victims: [
        {
          name: 'Wilmot Lorne',
          relationship: 'partner',
          told: 'no',
          agrees: 'not_asked',
          reason: 'He reads her letters.',
          safeContact: 'Text first.',
          whoMustNotKnow: 'His mother.',
          wishes: 'To stay.',
        },
      ],
    },
    { memberIds: [named] },
  )
  const { case: caseId } = panel.done('coordinator', acceptance(about)).created
  const [victim] = panel.things.all('victim').filter((one) => one.caseId === caseId)
  expect(victim).toMatchObject({ ref: 'V-6-1', relationship: 'partner', gender: null })
  const record = panel.things.get('safetyRecord', victim?.id)
  expect(record).toMatchObject({
    caseId,
    safeContact: 'Name: Wilmot Lorne. Text first.',
    whoMustNotKnow: 'His mother.',
    wishes: 'To stay.',
    memberIds: [named],
    updatedBy: panel.people.coordinator.memberId,
  })
  expect(record?.told).toMatch(/^Knows of the referral: .+\. Agrees to it: .+\. He reads her letters\.$/)
})

test('its children come with it', () => {
  expect(accept(openPurePanel()).children).toMatchObject([
    { ref: 'K-6-1', ageBand: '5_10', plan: 'child_in_need' },
  ])
})

test('judgement at screening raises the risk level, and never lowers it', () => {
  const panel = openPurePanel()
  const low = { dashCount: '3', incidents: [] }
  expect(accept(panel, low).itsCase.riskLevel).toBe('standard')
  expect(accept(panel, low, { judgement: 'medium' }).itsCase.riskLevel).toBe('medium')
  expect(accept(panel, {}, { judgement: 'standard' }).itsCase.riskLevel).toBe('high')
})

test('on someone who is known it is one more case of his; nobody else is taken for him', () => {
  const panel = openPurePanel()
  const before = panel.things.all('person').length
  expect(accept(panel, {}, { personId: panel.persons.P2 }).itsCase.personId).toBe(panel.persons.P2)
  expect(panel.things.all('person')).toHaveLength(before)
  const about = refer(panel)
  for (const personId of ['none', panel.persons.P9])
    expect(panel.refused('chair', acceptance(about, { personId })).fields).toMatchObject([
      { field: 'personId' },
    ])
})

test('a woman who stands in another of his cases keeps her reference; in no other man’s, and only once', () => {
  const panel = openPurePanel()
  const two = [
    { relationship: 'partner', told: 'yes', agrees: 'yes' },
    { relationship: 'former_partner', told: 'yes', agrees: 'yes' },
  ]
  const onP2 = (sameVictims: string[]) => ({ personId: panel.persons.P2, sameVictims })
  const about = refer(panel, { victims: two })
  const refused = (sameVictims: string[]) =>
    panel.refused('chair', acceptance(about, onP2(sameVictims))).fields
  expect(refused(['', 'V1'])).toMatchObject([{ field: 'sameVictims.1' }])
  expect(refused(['V2a', 'V2a'])).toMatchObject([{ field: 'sameVictims.1' }])
  expect(refused(['none'])).toMatchObject([{ field: 'sameVictims.0' }])
  const { case: caseId } = panel.done('chair', acceptance(about, onP2(['V2a']))).created
  expect(
    panel.things
      .all('victim')
      .filter((one) => one.caseId === caseId)
      .map((one) => one.ref),
  ).toEqual(['V2a', 'V-6-2'])
})

test('a woman in a case of his that one is out of is nobody’s that one could choose', () => {
  const panel = openPureMeeting()
  panel.done('coordinator', commandsIn(panel).conflict('A1'))
  const about = refer(panel)
  const onP1 = (ref: string) => acceptance(about, { personId: panel.persons.P1, sameVictims: [ref] })
  expect(panel.refused('coordinator', onP1('V1')).fields).toMatchObject([{ field: 'sameVictims.0' }])
  panel.done('coordinator', onP1('V4'))
})

test('while the panel is in session, whoever has not joined waits', () => {
  const panel = openPureMeeting(...sitting.filter((who) => who !== 'coordinator'))
  const about = refer(panel)
  expect(panel.refused('coordinator', acceptance(about))).toMatchObject({ code: 'wrong_moment' })
  panel.done('chair', acceptance(about))
})

test.each([
  [[], 'C-0001'],
  [['CR-0436', 'CR-0099'], 'CR-0437'],
  [['CR-0999'], 'CR-1000'],
  [['A2', 'A10', 'A9'], 'A11'],
  [['Smith'], 'C-0001'],
  [['2026/7', 'Smith'], '2026/8'],
])('after %j comes %s', (refs, next) => {
  expect(nextRef(refs, 'C-0001')).toBe(next)
})

test('a reference that is taken has a number put after it', () => {
  expect(unused('P-A6', new Set())).toBe('P-A6')
  expect(unused('P-A6', new Set(['P-A6']))).toBe('P-A6-2')
  expect(unused('P-A6', new Set(['P-A6', 'P-A6-2']))).toBe('P-A6-3')
})
