import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { outsideAddition, outsideFields, referralCommand } from '../../../tests/support/referrals'
import type { PersonName } from '../../../tests/support/small-panel-facts'
import { isRefusal } from '../refusals'
import { isUsable, showsStage } from './referral-link'

// A way in for one referrer without an account: it is used once, and shows its stage for a time.

const day = 86_400_000
const outsider = { name: 'Outside One', agency: 'A surgery' }
const offer = (panel: PurePanel, who: PersonName = 'coordinator', forReferralId: string | null = null) =>
  panel.offerLink(who, { ...outsider, forReferralId })
const offered = (panel: PurePanel, who: PersonName, forReferralId: string | null) =>
  panel.internally(who, {
    kind: 'offerReferralLink',
    panelId: panel.panelId,
    link: { source: 'other', email: 'outside@surgery.example', forReferralId, ...outsider },
    tokenHash: 'hash',
  })
const refer = (panel: PurePanel, linkId: string) =>
  panel.internally(null, { kind: 'referByLink', linkId, fields: outsideFields().refer })
const add = (panel: PurePanel, linkId: string) =>
  panel.internally(null, {
    kind: 'addByLink',
    linkId,
    fields: outsideAddition({ what: 'He has moved.', fromHer: 'She has not.' }).add,
  })
const link = (panel: PurePanel, linkId: string) => panel.things.get('referralLink', linkId)
const returned = (panel: PurePanel) => {
  const { referral = '' } = panel.done('housing', referralCommand(panel)).created
  panel.done('chair', {
    kind: 'returnReferral',
    panelId: panel.panelId,
    referralId: referral,
    reason: 'No risk assessment',
    words: 'Please assess.',
  })
  return referral
}
const withdrawal = (panel: PurePanel, linkId: string) => ({
  kind: 'withdrawReferralLink',
  panelId: panel.panelId,
  linkId,
  reason: 'The wrong address.',
})

test('a link is for one referrer, by whoever gave it, for as long as the panel’s policy says', () => {
  const panel = openPurePanel()
  const linkId = offer(panel, 'housing')
  expect(link(panel, linkId)).toMatchObject({
    ...outsider,
    panelId: panel.panelId,
    madeBy: panel.people.housing.memberId,
    madeAt: panel.clock.now(),
    until: panel.clock.now() + 7 * day,
    usedAt: null,
    withdrawnAt: null,
  })
})

test('whoever may not refer may not have others refer, and no other panel’s member may', () => {
  const panel = openPurePanel()
  for (const who of ['observer', 'administrator', 'evaluator'] as const)
    expect(offered(panel, who, null)).toMatchObject({ code: 'not_allowed' })
  expect(offered(panel, 'brookChair', null)).toMatchObject({ code: 'not_found' })
})

test('only chair and coordinator ask for more, of a referral that was returned', () => {
  const panel = openPurePanel()
  const { referral = '' } = panel.done('housing', referralCommand(panel)).created
  expect(offered(panel, 'coordinator', referral)).toMatchObject({ code: 'wrong_moment' })
  const back = returned(panel)
  expect(offered(panel, 'housing', back)).toMatchObject({ code: 'not_allowed' })
  // To whoever may not see the referral there is none.
  expect(offered(panel, 'police', back)).toMatchObject({ code: 'not_found' })
  expect(isRefusal(offered(panel, 'chair', back))).toBe(false)
})

test('one referral is sent by it, in the name of the one it was given to, and then it is used', () => {
  const panel = openPurePanel()
  const linkId = offer(panel)
  const outcome = refer(panel, linkId)
  if (isRefusal(outcome)) throw new Error(outcome.message)
  const { referral } = outcome.created
  expect(panel.things.get('referral', referral)).toMatchObject({
    panelId: panel.panelId,
    source: 'other',
    referrerMemberId: null,
    referrerAgencyId: null,
    referrerName: 'Outside One',
    referrerAgency: 'A surgery',
    referrerEmail: 'outside@surgery.example',
    linkId,
    memberIds: [],
  })
  expect(link(panel, linkId)).toMatchObject({ usedAt: panel.clock.now(), referralId: referral })
  expect(refer(panel, linkId)).toMatchObject({ code: 'not_found' })
})

test('a link to add something adds it to its referral once, and makes no other', () => {
  const panel = openPurePanel()
  const back = returned(panel)
  const linkId = offer(panel, 'chair', back)
  expect(refer(panel, linkId)).toMatchObject({ code: 'not_found' })
  add(panel, linkId)
  const added = { at: panel.clock.now(), by: null }
  expect(panel.things.get('referral', back)).toMatchObject({
    stage: 'received',
    additions: [{ ...added, what: 'He has moved.' }],
  })
  expect(panel.things.get('referralSafety', back)?.additions).toEqual([{ ...added, what: 'She has not.' }])
  expect(link(panel, linkId)).toMatchObject({ usedAt: panel.clock.now(), referralId: back })
  expect(add(panel, linkId)).toMatchObject({ code: 'not_found' })
})

test('a link to refer adds nothing, and what was decided meanwhile says no more than “not found” outside', () => {
  const panel = openPurePanel()
  expect(add(panel, offer(panel))).toMatchObject({ code: 'not_found' })
  const back = returned(panel)
  const linkId = offer(panel, 'chair', back)
  panel.done('chair', {
    kind: 'signpostReferral',
    panelId: panel.panelId,
    referralId: back,
    reason: 'Belongs to another area',
    words: 'Turn to Brook.',
  })
  expect(add(panel, linkId)).toMatchObject({ code: 'not_found' })
  expect(link(panel, linkId)?.usedAt).toBeNull()
})

test('too late, withdrawn or never given, there is no such link', () => {
  const panel = openPurePanel()
  const [late, withdrawn] = [offer(panel), offer(panel)]
  panel.done('coordinator', withdrawal(panel, withdrawn))
  expect(refer(panel, withdrawn)).toMatchObject({ code: 'not_found' })
  expect(refer(panel, 'none')).toMatchObject({ code: 'not_found' })
  panel.clock.move({ days: 7 })
  expect(refer(panel, late)).toMatchObject({ code: 'not_found' })
})

test('whoever gave it withdraws it, or whoever runs the panel, with the reason; once, and not when it was used', () => {
  const panel = openPurePanel()
  const linkId = offer(panel, 'housing')
  expect(panel.refused('police', withdrawal(panel, linkId))).toMatchObject({ code: 'not_found' })
  panel.done('housing', withdrawal(panel, linkId))
  expect(link(panel, linkId)).toMatchObject({
    withdrawnAt: panel.clock.now(),
    withdrawnReason: 'The wrong address.',
  })
  expect(panel.refused('chair', withdrawal(panel, linkId))).toMatchObject({ code: 'already_done' })
  const used = offer(panel, 'housing')
  refer(panel, used)
  expect(panel.refused('chair', withdrawal(panel, used))).toMatchObject({ code: 'already_done' })
})

test('it is usable until its last moment, unless it was used or withdrawn', () => {
  const one = { usedAt: null, withdrawnAt: null, until: 100 }
  expect(isUsable(one, 99)).toBe(true)
  expect(isUsable(one, 100)).toBe(false)
  expect(isUsable({ ...one, usedAt: 1 }, 99)).toBe(false)
  expect(isUsable({ ...one, withdrawnAt: 1 }, 99)).toBe(false)
})

test('used, it shows its stage for as many days as the policy says; withdrawn or unused, it shows none', () => {
  const one = { usedAt: 100, withdrawnAt: null }
  expect(showsStage(one, 100 + 2 * day - 1, 2)).toBe(true)
  expect(showsStage(one, 100 + 2 * day, 2)).toBe(false)
  expect(showsStage({ ...one, withdrawnAt: 100 }, 100, 2)).toBe(false)
  expect(showsStage({ ...one, usedAt: null }, 100, 2)).toBe(false)
})
