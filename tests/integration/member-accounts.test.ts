import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRefusal, notFound } from '../../app/domain/refusals'
import { everyone, openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'

// Who may set up, unlock or sign out another member's account.

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallPanel()
})
afterEach(() => panel.close())

const accounts = () => panel.services.memberAccounts
const offer = async (who: PersonName, to: PersonName) =>
  accounts().offerSetUp(await panel.sessionFor(who), panel.panelId, panel.people[to].memberId)
const linkFor = async (who: PersonName, to: PersonName) => {
  const offered = await offer(who, to)
  if (isRefusal(offered)) throw new Error(offered.message)
  return offered.token
}
const signIn = (email: string, password: string) =>
  panel.services.signIn.withPassword(email, password, '192.0.2.1', 'a test')
const housing = 'housing@ashford.example'
const words = 'three small words'

test('a set-up link sets a password once, and ends every session of that account', async () => {
  const token = await linkFor('coordinator', 'housing')
  const before = await panel.tokenFor('housing')
  expect(await panel.services.signIn.setUpWith(token, 'too short')).toMatchObject({ code: 'invalid' })
  expect(await panel.services.signIn.setUpWith(token, words)).toEqual({ ok: true })
  expect(await panel.services.sessions.byToken(before)).toBeUndefined()
  expect(await signIn(housing, words)).toMatchObject({ ok: true })
  expect(await panel.services.signIn.setUpWith(token, 'three other words')).toMatchObject({
    code: 'not_found',
  })
})

test('a set-up link runs out after seven days', async () => {
  const token = await linkFor('administrator', 'housing')
  panel.clock.move({ days: 7 })
  expect(await panel.services.signIn.setUpWith(token, words)).toMatchObject({ code: 'not_found' })
})

test('to whoever does not keep the members of this panel, there is no account to keep', async () => {
  for (const who of everyone.filter(
    (name) => name !== 'coordinator' && name !== 'administrator' && name !== 'housing',
  )) {
    const session = await panel.sessionFor(who)
    const { memberId } = panel.people.housing
    expect(await accounts().offerSetUp(session, panel.panelId, memberId), who).toEqual(notFound)
    expect(await accounts().removeSecondFactor(session, panel.panelId, memberId), who).toEqual(notFound)
    expect(await accounts().signOutEverywhere(session, panel.panelId, memberId), who).toEqual(notFound)
  }
})

test('nobody sets up their own account this way', async () => {
  expect(await offer('coordinator', 'coordinator')).toMatchObject({ code: 'not_allowed' })
})

test('an account that also sits on a panel one does not keep is not set up or unlocked from here, but can be signed out', async () => {
  await panel.done('brookAdministrator', {
    kind: 'addMember',
    panelId: panel.brookPanelId,
    name: 'Housing again',
    email: housing,
    role: 'evaluator',
    agencyId: '',
  })
  expect(await offer('coordinator', 'housing')).toMatchObject({ code: 'not_allowed' })
  const administrator = await panel.sessionFor('administrator')
  const { memberId } = panel.people.housing
  expect(await accounts().removeSecondFactor(administrator, panel.panelId, memberId)).toMatchObject({
    code: 'not_allowed',
  })
  expect(await accounts().signOutEverywhere(administrator, panel.panelId, memberId)).toEqual({ ok: true })
})

test('a member is signed out everywhere', async () => {
  const token = await panel.tokenFor('housing')
  expect(
    await accounts().signOutEverywhere(
      await panel.sessionFor('coordinator'),
      panel.panelId,
      panel.people.housing.memberId,
    ),
  ).toEqual({ ok: true })
  expect(await panel.services.sessions.byToken(token)).toBeUndefined()
})

test('the second factor is taken off, and its sessions end', async () => {
  const session = await panel.sessionFor('housing')
  await panel.services.execute(
    { accountId: session.accountId },
    { kind: 'setSecondFactor', accountId: session.accountId, totpSecret: 'sealed', recoveryHashes: [] },
  )
  const coordinator = await panel.sessionFor('coordinator')
  expect(
    await accounts().removeSecondFactor(coordinator, panel.panelId, panel.people.housing.memberId),
  ).toEqual({ ok: true })
  expect(await panel.services.sessions.byId(session.id)).toBeUndefined()
  expect((await panel.sessionFor('housing')).secondFactorDue).toBe(false)
})

test('an evaluator reads suppressed figures, a member true ones, an administrator none', async () => {
  const figures = async (who: PersonName) =>
    panel.services.reads.figures(await panel.sessionFor(who), panel.panelId)
  expect(await figures('evaluator')).toMatchObject({ suppressed: true, meetingsHeld: 0 })
  expect(await figures('housing')).toMatchObject({ suppressed: false })
  expect(await figures('administrator')).toEqual(notFound)
})

test('adding a member tells nothing of whether the address had an account', async () => {
  const add = (email: string) =>
    panel.done('coordinator', {
      kind: 'addMember',
      panelId: panel.panelId,
      name: 'New One',
      email,
      role: 'observer',
      agencyId: panel.agencies.police,
    })
  const known = await add('brook-chair@brook.example')
  const unknown = await add('nobody-yet@brook.example')
  expect(Object.keys(known).sort()).toEqual(Object.keys(unknown).sort())
  expect(Object.keys(known.created)).toEqual(['member'])
  expect(Object.keys(unknown.created)).toEqual(['member'])
})
