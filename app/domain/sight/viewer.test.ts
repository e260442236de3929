import { expect, test } from 'vitest'
import { roleKeys, type AgencyKind, type Role } from '../catalogues/panel'
import { openPurePanel } from '../../../tests/support/pure-panel'
import {
  hasLane,
  isAdvocate,
  isChair,
  isCoordinator,
  isInCircle,
  keepsMembers,
  managesHisCase,
  onlyWatches,
  readsCounts,
  readsNames,
  readsSafetyRecords,
  runsPanel,
  sitsOnPanel,
  speaksForHer,
  standsFor,
  viewerFor,
  viewerOf,
} from './viewer'

// What each role is, and what an agency makes of whoever stands for it: the whole table, by hand.

const who = (role: Role, agencyKind: AgencyKind | null = 'housing') => ({ role, agencyKind })
const roles = (is: (viewer: ReturnType<typeof who>) => boolean) => roleKeys.filter((role) => is(who(role)))

test('each thing that a role is, belongs to these roles and no other', () => {
  const without = (...out: Role[]) => roleKeys.filter((role) => !out.includes(role))
  expect(roleKeys.filter(sitsOnPanel)).toEqual(without('administrator', 'evaluator'))
  expect(roles(runsPanel)).toEqual(['chair', 'coordinator'])
  expect(roles(isChair)).toEqual(['chair'])
  expect(roles(isCoordinator)).toEqual(['coordinator'])
  expect(roles(managesHisCase)).toEqual(['case_manager'])
  expect([...roles(keepsMembers)].sort()).toEqual(['administrator', 'coordinator'])
  expect(roles(readsNames)).toEqual(without('evaluator'))
  expect(roles(readsCounts)).toEqual(without('administrator'))
  expect(roles(onlyWatches)).toEqual(['observer'])
  expect(roles(isAdvocate)).toEqual(['idva'])
  expect([...roles(readsSafetyRecords)].sort()).toEqual(['chair', 'coordinator', 'idva'])
})

test('the safety circle is advocate, chair and coordinator of whatever agency, and police who do not only watch', () => {
  expect([...roles(isInCircle)].sort()).toEqual(['chair', 'coordinator', 'idva'])
  const police = roleKeys.filter((role) => isInCircle(who(role, 'police')))
  expect(police).toEqual(roleKeys.filter((role) => role !== 'observer'))
  expect(isInCircle(who('representative', null))).toBe(false)
})

test('an advocate speaks for her, and so does whoever else sits for a victim service', () => {
  expect(roles(speaksForHer)).toEqual(['idva'])
  expect(roleKeys.every((role) => speaksForHer(who(role, 'victim_service')))).toBe(true)
})

test('whoever has an agency has its lane; whoever runs the panel has that of another', () => {
  for (const role of roleKeys) {
    expect(hasLane({ role, agencyId: 'police' })).toBe(true)
    expect(hasLane({ role, agencyId: null })).toBe(role === 'chair' || role === 'coordinator')
  }
})

test('one stands for one’s own agency; whoever has none stands for none', () => {
  expect(standsFor({ agencyId: 'police' }, 'police')).toBe(true)
  expect(standsFor({ agencyId: 'police' }, 'housing')).toBe(false)
  expect(standsFor({ agencyId: 'police' }, null)).toBe(false)
  expect(standsFor({ agencyId: null }, null)).toBe(false)
})

test('a viewer is an active member of this panel, with the kind of their agency', () => {
  const panel = openPurePanel()
  const { things, people, panelId, brookPanelId, agencies } = panel
  const { accountId, memberId } = people.police
  expect(viewerOf(things, accountId, panelId)).toEqual({
    accountId,
    memberId,
    panelId,
    role: 'representative',
    agencyId: agencies.police,
    agencyKind: 'police',
  })
  expect(viewerOf(things, accountId, brookPanelId)).toBeUndefined()
  expect(viewerOf(things, 'nobody', panelId)).toBeUndefined()
  const evaluator = things.get('member', people.evaluator.memberId)
  expect(evaluator && viewerFor(things, evaluator)).toMatchObject({ agencyId: null, agencyKind: null })
  const member = things.get('member', memberId)
  if (member) things.put('member', { ...member, active: false })
  expect(viewerOf(things, accountId, panelId)).toBeUndefined()
})
