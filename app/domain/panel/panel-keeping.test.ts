import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

type Fields = Record<string, unknown>
const adding = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'addMember',
  panelId: panel.panelId,
  name: 'Newcomer One',
  email: 'Newcomer@Ashford.example',
  role: 'representative',
  agencyId: panel.agencies.housing,
  jobTitle: 'Officer',
  ...fields,
})
const changing = (panel: PurePanel, who: PersonName, fields: Fields = {}) => ({
  kind: 'changeMember',
  panelId: panel.panelId,
  memberId: panel.people[who].memberId,
  role: 'representative',
  agencyId: panel.agencies.housing,
  jobTitle: '',
  active: true,
  ...fields,
})
const criteria = (panel: PurePanel, labels: string) => ({
  kind: 'changeCriteria',
  panelId: panel.panelId,
  labels,
  reason: 'Agreed in November.',
})
const newest = (panel: PurePanel) =>
  panel.things
    .all('criteria')
    .filter((set) => set.panelId === panel.panelId)
    .at(-1)

test('a new member has an account of their own, and is listed by their address in small letters', () => {
  const panel = openPurePanel()
  const { member, account } = panel.done('administrator', adding(panel)).created
  expect(panel.things.get('account', account)).toMatchObject({
    name: 'Newcomer One',
    email: 'newcomer@ashford.example',
    active: true,
    demo: false,
    secondFactor: false,
    createdAt: panel.clock.now(),
  })
  expect(panel.things.get('member', member)).toMatchObject({
    panelId: panel.panelId,
    accountId: account,
    agencyId: panel.agencies.housing,
    role: 'representative',
    jobTitle: 'Officer',
    name: 'Newcomer One',
    active: true,
  })
})

test('whoever has an account already, from another panel, keeps it; a member is not added twice', () => {
  const panel = openPurePanel()
  const { created } = panel.done('coordinator', adding(panel, { email: 'brook-idva@brook.example' }))
  expect(created['account']).toBeUndefined()
  expect(panel.things.get('member', created['member'])?.accountId).toBe(panel.people.brookIdva.accountId)
  expect(
    panel.refused('coordinator', adding(panel, { email: 'housing@ashford.example' })).fields,
  ).toMatchObject([{ field: 'email' }])
})

test('whoever sits on the panel stands for an agency of it; whoever only keeps or counts stands for none', () => {
  const panel = openPurePanel()
  for (const agencyId of ['', 'none', panel.agencies.brookPolice])
    expect(panel.refused('administrator', adding(panel, { agencyId })).fields).toMatchObject([
      { field: 'agencyId' },
    ])
  for (const role of ['evaluator', 'administrator'] as const) {
    const { member } = panel.done(
      'administrator',
      adding(panel, { role, email: `${role}@x.example` }),
    ).created
    expect(panel.things.get('member', member)).toMatchObject({ role, agencyId: null })
  }
})

test.each([
  ['name', ' '],
  ['email', 'nobody'],
  ['role', 'queen'],
])('without a sound %s nobody is added', (field, value) => {
  const panel = openPurePanel()
  expect(panel.refused('administrator', adding(panel, { [field]: value })).fields).toMatchObject([{ field }])
})

test('a member changes role, agency and title, or leaves', () => {
  const panel = openPurePanel()
  const change = { role: 'presenter', agencyId: panel.agencies.police, jobTitle: 'Sergeant', active: false }
  panel.done('administrator', changing(panel, 'housing', change))
  expect(panel.things.get('member', panel.people.housing.memberId)).toMatchObject(change)
  const { agencyId, ...rest } = change
  expect(agencyId).toBe(panel.agencies.police)
  expect(
    panel.refused('administrator', changing(panel, 'housing', { ...rest, agencyId: '' })).fields,
  ).toEqual([expect.objectContaining({ field: 'agencyId' })])
})

test('nobody changes their own role or leaves by themselves; their own title they may change', () => {
  const panel = openPurePanel()
  const own = { role: 'coordinator', agencyId: panel.agencies.justiceCentre }
  for (const change of [
    { ...own, active: false },
    { ...own, role: 'chair' },
  ])
    expect(panel.refused('coordinator', changing(panel, 'coordinator', change))).toMatchObject({
      code: 'not_allowed',
    })
  panel.done('coordinator', changing(panel, 'coordinator', { ...own, jobTitle: 'Manager' }))
  expect(panel.things.get('member', panel.people.coordinator.memberId)?.jobTitle).toBe('Manager')
})

test('a member of another panel is not there to be changed', () => {
  const panel = openPurePanel()
  expect(panel.refused('administrator', changing(panel, 'brookIdva'))).toMatchObject({ code: 'not_found' })
})

test('what members sign in with is the panel’s to say', () => {
  const panel = openPurePanel()
  const settings = { kind: 'changePanelSettings', panelId: panel.panelId }
  panel.done('administrator', { ...settings, secondFactorRequired: 'yes' })
  expect(panel.things.get('panel', panel.panelId)?.secondFactorRequired).toBe(true)
  panel.done('administrator', settings)
  expect(panel.things.get('panel', panel.panelId)?.secondFactorRequired).toBe(false)
})

test('new criteria are a new version with its reason; words that stay keep their key', () => {
  const panel = openPurePanel()
  panel.done('chair', criteria(panel, 'Is he safe to meet?\n\n  Does he work? '))
  const first = newest(panel)
  expect(first).toMatchObject({
    criteria: [
      { key: 'is_he_safe_to_meet', label: 'Is he safe to meet?' },
      { key: 'does_he_work', label: 'Does he work?' },
    ],
    reason: 'Agreed in November.',
    adoptedAt: panel.clock.now(),
    adoptedBy: panel.people.chair.memberId,
  })
  expect(panel.things.get('panel', panel.panelId)?.criteriaVersion).toBe(first?.version)
  panel.done('chair', criteria(panel, 'Does he work?\nDoes he drink?'))
  expect(newest(panel)).toMatchObject({
    version: (first?.version ?? 0) + 1,
    criteria: [{ key: 'does_he_work' }, { key: 'does_he_drink' }],
  })
})

test('criteria that read the same, too many of them, or none, are refused', () => {
  const panel = openPurePanel()
  const many = Array.from({ length: 21 }, (_, n) => `Criterion ${n}`).join('\n')
  for (const labels of ['Does he work?\ndoes he WORK', many, ' \n '])
    expect(panel.refused('chair', criteria(panel, labels)).fields).toMatchObject([{ field: 'labels' }])
  panel.done('chair', criteria(panel, many.split('\n').slice(1).join('\n')))
  expect(newest(panel)?.criteria).toHaveLength(20)
})
