import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { generate } from 'otplib'
import { afterEach, expect, test } from 'vitest'
import { accounts } from '../../db/schema/accounts'
import type { ServiceSettings } from '../../server/services'
import type { Session } from '../../server/accounts/sessions'
import { openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'
import { absoluteMinutes, idleMinutes } from '../support/test-services'

const opened: TestPanel[] = []
const open = async (settings: Partial<ServiceSettings> = {}) => {
  const panel = await openSmallPanel(settings)
  opened.push(panel)
  return panel
}
afterEach(async () => {
  for (const panel of opened.splice(0)) await panel.close()
})

const password = 'three words together'
const emailOf = (who: PersonName) => `${who}@ashford.example`
const withPassword = async (who: PersonName, settings: Partial<ServiceSettings> = {}) => {
  const panel = await open(settings)
  await setPassword(panel, who)
  return panel
}

/** As it is first set: through a link that whoever keeps the members offers. */
const setPassword = async (panel: TestPanel, who: PersonName, wanted = password) =>
  panel.services.signIn.setUpWith(tokenOf(await offerTo(panel, who)), wanted)
const offerTo = async (panel: TestPanel, who: PersonName, keeper: PersonName = 'coordinator') =>
  panel.services.memberAccounts.offerSetUp(
    await panel.sessionFor(keeper),
    panel.panelId,
    panel.people[who].memberId,
  )
const tokenOf = (offer: { ok: boolean; token?: string }) => offer.token ?? 'none'

const signIn = (panel: TestPanel, email: string, given: string, address = '192.0.2.1') =>
  panel.services.signIn.withPassword(email, given, address, 'a browser')

const sessionOf = async (panel: TestPanel, answer: { ok: boolean; token?: string }): Promise<Session> => {
  const session = await panel.services.sessions.byToken(answer.token)
  if (!session) throw new Error('There is no session.')
  return session
}

const codeAt = (panel: TestPanel, secret: string) =>
  generate({ secret, epoch: Math.floor(panel.clock.now() / 1000) })

const withSecondFactor = async (who: PersonName) => {
  const panel = await withPassword(who)
  const session = await sessionOf(panel, await signIn(panel, emailOf(who), password))
  const { secret } = panel.services.signIn.offerSecondFactor(emailOf(who))
  const turned = await panel.services.signIn.turnOnSecondFactor(
    session,
    secret,
    await codeAt(panel, secret),
    'a browser',
  )
  if (!turned.ok) throw new Error(turned.message)
  panel.clock.move({ minutes: 5 })
  return { panel, secret, before: session, ...turned }
}

test('the right password starts a session; the cookie’s token is nowhere in the database', async () => {
  const panel = await withPassword('housing')
  const answer = await signIn(panel, ' Housing@Ashford.example ', password)
  const session = await sessionOf(panel, answer)
  expect(session).toMatchObject({
    accountId: panel.people.housing.accountId,
    secondFactorAt: null,
    secondFactorDue: false,
  })
  const database = new Database(panel.file, { readonly: true })
  const everything = JSON.stringify([
    database.prepare('SELECT * FROM sessions').all(),
    database.prepare('SELECT * FROM credentials').all(),
  ])
  database.close()
  expect(everything).not.toContain(answer.ok && answer.token)
  expect(everything).not.toContain(password)
  expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
})

test('a wrong password, an unknown address and an account without a password get the same answer', async () => {
  const panel = await withPassword('housing')
  const answers = [
    await signIn(panel, emailOf('housing'), 'not the password'),
    await signIn(panel, 'nobody@ashford.example', password),
    await signIn(panel, emailOf('police'), password),
    await signIn(panel, emailOf('housing'), ''),
  ]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ ok: false, code: 'not_allowed' })
})

test('after eight wrong tries an account waits, even with the right password; others do not', async () => {
  const panel = await withPassword('housing')
  await setPassword(panel, 'police')
  for (let tries = 0; tries < 8; tries += 1)
    await signIn(panel, emailOf('housing'), 'wrong', `192.0.2.${tries}`)
  expect(await signIn(panel, emailOf('housing'), password, '192.0.2.99')).toMatchObject({ code: 'too_many' })
  expect(await signIn(panel, emailOf('police'), password)).toMatchObject({ ok: true })
})

test('an address that nobody has waits after as many tries as one that somebody has', async () => {
  const panel = await open()
  const codes: string[] = []
  for (let tries = 0; tries < 9; tries += 1) {
    const answer = await signIn(panel, 'nobody@ashford.example', 'wrong', `192.0.2.${tries}`)
    codes.push(answer.ok ? 'in' : answer.code)
  }
  expect(codes).toEqual([...Array.from({ length: 8 }, () => 'not_allowed'), 'too_many'])
})

test('the right password in between starts the count again', async () => {
  const panel = await withPassword('housing')
  for (let round = 0; round < 2; round += 1) {
    for (let tries = 0; tries < 7; tries += 1)
      await signIn(panel, emailOf('housing'), 'wrong', `192.0.2.${tries}`)
    expect(await signIn(panel, emailOf('housing'), password)).toMatchObject({ ok: true })
  }
})

test('a password has at least twelve characters', async () => {
  const panel = await open()
  expect(await setPassword(panel, 'housing', 'eleven char')).toMatchObject({
    fields: [{ field: 'password' }],
  })
  expect(await setPassword(panel, 'housing', 'x'.repeat(201))).toMatchObject({
    fields: [{ field: 'password' }],
  })
  expect(await setPassword(panel, 'housing', 'twelve chars')).toMatchObject({ ok: true })
})

test('with a second factor a password alone is a session that may do nothing yet', async () => {
  const { panel } = await withSecondFactor('housing')
  const session = await sessionOf(panel, await signIn(panel, emailOf('housing'), password))
  expect(session.secondFactorDue).toBe(true)
  expect(await panel.services.reads.room(session, panel.meetingId)).toMatchObject({ ok: false })
  expect(await panel.services.reads.caseFile(session, panel.cases.A1)).toMatchObject({ ok: false })
  expect(await panel.services.home.needs(session)).toEqual({})
  expect(
    await panel.services.mayCommand(session, {
      kind: 'acceptConfidentiality',
      meetingId: panel.meetingId,
    } as never),
  ).toMatchObject({ ok: false })
})

test('turning on a second factor ends every other session of the account', async () => {
  const { panel, before, token } = await withSecondFactor('housing')
  expect(await panel.services.sessions.byId(before.id)).toBeUndefined()
  expect(await panel.services.sessions.byToken(token)).toMatchObject({ secondFactorDue: false })
})

test('the code of the moment opens the session, in place of the one that waited', async () => {
  const { panel, secret } = await withSecondFactor('housing')
  const waiting = await sessionOf(panel, await signIn(panel, emailOf('housing'), password))
  expect(await panel.services.signIn.withCode(waiting, '000000', 'a browser')).toMatchObject({
    ok: false,
    fields: [{ field: 'code' }],
  })
  const code = await codeAt(panel, secret)
  const session = await sessionOf(
    panel,
    await panel.services.signIn.withCode(waiting, `${code.slice(0, 3)} ${code.slice(3)}`, 'a browser'),
  )
  expect(session).toMatchObject({ secondFactorDue: false, secondFactorAt: panel.clock.now() })
  expect(await panel.services.sessions.byId(waiting.id)).toBeUndefined()
})

test('a code proves once, however often and however fast it is sent', async () => {
  const { panel, secret } = await withSecondFactor('housing')
  const waiting = async () => sessionOf(panel, await signIn(panel, emailOf('housing'), password))
  const sessions = [await waiting(), await waiting(), await waiting()]
  const code = await codeAt(panel, secret)
  const answers = await Promise.all(
    sessions.map((session) => panel.services.signIn.withCode(session, code, 'a browser')),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  panel.clock.move({ minutes: 1 })
  expect(
    await panel.services.signIn.withCode(await waiting(), await codeAt(panel, secret), 'a browser'),
  ).toMatchObject({ ok: true })
})

test('an old code is refused', async () => {
  const { panel, secret } = await withSecondFactor('housing')
  const old = await codeAt(panel, secret)
  panel.clock.move({ minutes: 2 })
  const waiting = await sessionOf(panel, await signIn(panel, emailOf('housing'), password))
  expect(await panel.services.signIn.withCode(waiting, old, 'a browser')).toMatchObject({ ok: false })
})

test('after eight wrong codes even the right one waits', async () => {
  const { panel, secret } = await withSecondFactor('housing')
  const waiting = await sessionOf(panel, await signIn(panel, emailOf('housing'), password))
  for (let tries = 0; tries < 8; tries += 1)
    await panel.services.signIn.withCode(waiting, '000000', 'a browser')
  expect(
    await panel.services.signIn.withCode(waiting, await codeAt(panel, secret), 'a browser'),
  ).toMatchObject({ code: 'too_many' })
})

test('a recovery code opens one session and is spent; the others stay', async () => {
  const { panel, recoveryCodes } = await withSecondFactor('housing')
  const [first = '', second = ''] = recoveryCodes
  const waiting = () => signIn(panel, emailOf('housing'), password).then((answer) => sessionOf(panel, answer))
  expect(recoveryCodes).toHaveLength(10)
  expect(
    await panel.services.signIn.withCode(await waiting(), first.toUpperCase(), 'a browser'),
  ).toMatchObject({ ok: true })
  expect(await panel.services.signIn.withCode(await waiting(), first, 'a browser')).toMatchObject({
    ok: false,
  })
  expect(await panel.services.signIn.withCode(await waiting(), second, 'a browser')).toMatchObject({
    ok: true,
  })
})

test('a recovery code sent twice at the same moment opens one session', async () => {
  const { panel, recoveryCodes } = await withSecondFactor('housing')
  const waiting = await sessionOf(panel, await signIn(panel, emailOf('housing'), password))
  const answers = await Promise.all(
    [1, 2, 3].map(() => panel.services.signIn.withCode(waiting, recoveryCodes[0] ?? '', 'a browser')),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('two recovery codes sent at the same moment are both spent', async () => {
  const { panel, recoveryCodes } = await withSecondFactor('housing')
  const waiting = () => signIn(panel, emailOf('housing'), password).then((answer) => sessionOf(panel, answer))
  const both = [await waiting(), await waiting()]
  await Promise.all(
    both.map((session, at) => panel.services.signIn.withCode(session, recoveryCodes[at] ?? '', 'a browser')),
  )
  for (const code of recoveryCodes.slice(0, 2)) {
    expect(await panel.services.signIn.withCode(await waiting(), code, 'a browser')).toMatchObject({
      ok: false,
    })
  }
})

test('a second factor’s key is unreadable in the database', async () => {
  const { panel, secret, recoveryCodes } = await withSecondFactor('housing')
  const database = new Database(panel.file, { readonly: true })
  const kept = JSON.stringify(database.prepare('SELECT * FROM credentials').all())
  database.close()
  for (const plain of [secret, ...recoveryCodes]) expect(kept).not.toContain(plain)
})

test('a panel that asks for a second factor is closed to a session without one, with words only for its members', async () => {
  const panel = await open()
  await panel.done('coordinator', {
    kind: 'changePanelSettings',
    panelId: panel.panelId,
    secondFactorRequired: true,
  })
  const { reads, mayCommand } = panel.services
  expect(await reads.room(await panel.sessionFor('housing'), panel.meetingId)).toMatchObject({
    code: 'second_factor_first',
  })
  expect(await reads.room(await panel.sessionFor('brookChair'), panel.meetingId)).toMatchObject({
    code: 'not_found',
  })
  expect(
    await mayCommand(await panel.sessionFor('housing'), {
      kind: 'acceptConfidentiality',
      meetingId: panel.meetingId,
    } as never),
  ).toMatchObject({ code: 'not_found' })
  const token = await panel.services.sessions.start(panel.people.housing.accountId, 'a browser', true)
  expect(await reads.room(await sessionOf(panel, { ok: true, token }), panel.meetingId)).toMatchObject({
    ok: true,
  })
})

test('a session ends by itself when nobody has been there for a while, and starts that while again for a person', async () => {
  const panel = await open()
  const session = await panel.sessionFor('housing')
  panel.clock.move({ minutes: idleMinutes - 1 })
  const touched = await panel.services.sessions.touch(
    (await panel.services.sessions.byId(session.id)) ?? session,
  )
  expect(touched.idleAt).toBe(panel.clock.now() + idleMinutes * 60_000)
  panel.clock.move({ minutes: idleMinutes - 1 })
  expect(await panel.services.sessions.byId(session.id)).toBeDefined()
  panel.clock.move({ minutes: 1 })
  expect(await panel.services.sessions.byId(session.id)).toBeUndefined()
})

test('a session ends after its absolute length, however busy it is', async () => {
  const panel = await open()
  const session = await panel.sessionFor('housing')
  for (let minutes = 0; minutes < absoluteMinutes - 10; minutes += 10) {
    panel.clock.move({ minutes: 10 })
    await panel.services.sessions.touch((await panel.services.sessions.byId(session.id)) as Session)
  }
  expect(await panel.services.sessions.byId(session.id)).toBeDefined()
  panel.clock.move({ minutes: 10 })
  expect(await panel.services.sessions.byId(session.id)).toBeUndefined()
})

test('signing out ends the session for its token too', async () => {
  const panel = await open()
  const token = await panel.tokenFor('housing')
  await panel.services.sessions.end((await sessionOf(panel, { ok: true, token })).id)
  expect(await panel.services.sessions.byToken(token)).toBeUndefined()
})

test('changing the password ends every other session, and needs the present one', async () => {
  const panel = await withPassword('housing')
  const [here, there] = [
    await sessionOf(panel, await signIn(panel, emailOf('housing'), password)),
    await panel.sessionFor('housing'),
  ]
  expect(await panel.services.signIn.changePassword(here, 'not it', 'another three words')).toMatchObject({
    fields: [{ field: 'current' }],
  })
  expect(await panel.services.signIn.changePassword(here, password, 'another three words')).toEqual({
    ok: true,
  })
  expect(await panel.services.sessions.byId(here.id)).toBeDefined()
  expect(await panel.services.sessions.byId(there.id)).toBeUndefined()
  expect(await signIn(panel, emailOf('housing'), password)).toMatchObject({ ok: false })
  expect(await signIn(panel, emailOf('housing'), 'another three words')).toMatchObject({ ok: true })
})

test('whoever keeps the members signs someone out everywhere', async () => {
  const panel = await open()
  const sessions = [await panel.tokenFor('housing'), await panel.tokenFor('housing')]
  const keeper = await panel.sessionFor('coordinator')
  expect(
    await panel.services.memberAccounts.signOutEverywhere(
      keeper,
      panel.panelId,
      panel.people.housing.memberId,
    ),
  ).toEqual({ ok: true })
  for (const token of sessions) expect(await panel.services.sessions.byToken(token)).toBeUndefined()
  expect(await panel.services.sessions.byId(keeper.id)).toBeDefined()
})

test('a set-up link sets a password once', async () => {
  const panel = await open()
  const offer = await offerTo(panel, 'housing')
  expect(await panel.services.signIn.setUpAccount(tokenOf(offer))).toMatchObject({
    email: emailOf('housing'),
  })
  expect(await panel.services.signIn.setUpWith(tokenOf(offer), 'too short')).toMatchObject({
    fields: [{ field: 'password' }],
  })
  expect(await panel.services.signIn.setUpWith(tokenOf(offer), password)).toEqual({ ok: true })
  expect(await panel.services.signIn.setUpWith(tokenOf(offer), 'another three words')).toMatchObject({
    code: 'not_found',
  })
  expect(await signIn(panel, emailOf('housing'), password)).toMatchObject({ ok: true })
})

test('a set-up link runs out after a week, and a newer one puts an end to it', async () => {
  const panel = await open()
  const first = await offerTo(panel, 'housing')
  panel.clock.move({ days: 7 })
  expect(await panel.services.signIn.setUpAccount(tokenOf(first))).toBeUndefined()
  const second = await openAgainAndOffer(panel)
  const third = await openAgainAndOffer(panel)
  expect(await panel.services.signIn.setUpAccount(tokenOf(second))).toBeUndefined()
  expect(await panel.services.signIn.setUpAccount(tokenOf(third))).toBeDefined()
})

/** The keeper's session has run out meanwhile. */
const openAgainAndOffer = async (panel: TestPanel) => {
  const keeper = await sessionOf(panel, { ok: true, token: await panel.tokenFor('coordinator') })
  return panel.services.memberAccounts.offerSetUp(keeper, panel.panelId, panel.people.housing.memberId)
}

test('nobody but those who keep the members offers a link, and nobody for another area’s people', async () => {
  const panel = await open()
  for (const who of ['chair', 'housing', 'evaluator', 'brookAdministrator'] as const) {
    expect([who, await offerTo(panel, 'police', who)]).toMatchObject([who, { ok: false }])
  }
  await panel.done('administrator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Brook Chair',
    email: 'brook-chair@brook.example',
    role: 'observer',
    agencyId: panel.agencies.police,
  })
  const read = await panel.services.reads.panel(await panel.sessionFor('administrator'), panel.panelId)
  const guest = read.ok ? read.members.find(({ name }) => name === 'Brook Chair') : undefined
  const keeper = await panel.sessionFor('administrator')
  const { memberAccounts } = panel.services
  expect(await memberAccounts.offerSetUp(keeper, panel.panelId, guest?.id ?? '')).toMatchObject({
    code: 'not_allowed',
  })
  expect(await memberAccounts.removeSecondFactor(keeper, panel.panelId, guest?.id ?? '')).toMatchObject({
    code: 'not_allowed',
  })
})

test('a demonstration’s people sign in by name only where that is allowed, and only they', async () => {
  const panel = await open()
  const { accountId } = panel.people.chair
  expect(await panel.services.signIn.asDemoPerson(accountId, 'a browser')).toMatchObject({ ok: true })
  expect(await panel.services.signIn.asDemoPerson('no-such-account', 'a browser')).toMatchObject({
    ok: false,
  })
  const added = await panel.done('coordinator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Real One',
    email: 'real@ashford.example',
    role: 'observer',
    agencyId: panel.agencies.police,
  })
  expect(await panel.services.signIn.asDemoPerson(added.created.account ?? '', 'a browser')).toMatchObject({
    ok: false,
  })
})

test('where demo sign-ins are off, nobody signs in by name and nobody is listed', async () => {
  const panel = await open({ demoSignIns: false })
  const answer = await panel.services.signIn.asDemoPerson(panel.people.chair.accountId, 'a browser')
  expect(answer).toMatchObject({ ok: false, code: 'not_allowed' })
  expect(await panel.services.signIn.demoPeople()).toEqual([])
  expect(await panel.services.signIn.demoSeats()).toEqual([])
})

test('every sign-in, and every refusal, is on record without what was typed', async () => {
  const panel = await withPassword('housing')
  await signIn(panel, emailOf('housing'), 'a mistyped secret')
  await signIn(panel, emailOf('housing'), password)
  const database = new Database(panel.file, { readonly: true })
  const log = database.prepare('SELECT account_id, what FROM sign_in_log ORDER BY at, id').all()
  database.close()
  expect(log.slice(1)).toEqual([
    { account_id: panel.people.housing.accountId, what: 'password refused' },
    { account_id: panel.people.housing.accountId, what: 'signed in' },
  ])
})

test('a session of an account that is no longer active is none', async () => {
  const panel = await open()
  const token = await panel.tokenFor('housing')
  const session = await sessionOf(panel, { ok: true, token })
  // No command makes an account inactive yet: the table is told.
  await panel.services.store.write((tx) =>
    tx
      .update(accounts)
      .set({ active: false })
      .where(eq(accounts.id, session.accountId))
      .then(() => undefined),
  )
  expect(await panel.services.sessions.byToken(token)).toBeUndefined()
  expect(await panel.services.sessions.byId(session.id)).toBeUndefined()
})
