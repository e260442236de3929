import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRefusal } from '../../app/domain/refusals'
import { referralLinks, referrals } from '../../db/schema/referral'
import { journal, journalBodies } from '../../db/schema/journal'
import { sha256 } from '../../server/accounts/sealing'
import { acceptance, aReferralLink, outsideAddition, outsideFields, referred } from '../support/referrals'
import { everyone, openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'

// A referral link cannot be guessed, reused, or used to learn anything.

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallPanel()
})
afterEach(() => panel.close())

let addresses = 0
/** Each asks from somewhere else, unless a test is about the place. */
const somewhere = () => `192.0.2.${(addresses += 1) % 250}-${addresses}`
const open = (token: string, from = somewhere()) => panel.services.referralLinks.page(token, from)
const send = (
  token: string,
  fields: Parameters<TestPanel['services']['referralLinks']['send']>[2] = outsideFields(),
  from = somewhere(),
) => panel.services.referralLinks.send(token, from, fields)
const received = () => panel.services.store.read.$count(referrals)
const theReferral = async () => {
  const [row] = await panel.services.store.read.select().from(referrals)
  return { panelId: panel.panelId, referralId: row?.id ?? '' }
}

test('a link is 256 random bits; only its hash is stored, and nothing of either is in the journal', async () => {
  const tokens = new Set<string>()
  for (let n = 0; n < 20; n += 1) tokens.add((await aReferralLink(panel)).token)
  expect(tokens.size).toBe(20)
  const rows = JSON.stringify(await panel.services.store.read.select().from(referralLinks))
  const record = JSON.stringify([
    await panel.services.store.read.select().from(journal),
    await panel.services.store.read.select().from(journalBodies),
  ])
  expect(record).toContain('outside@surgery.example')
  for (const token of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(rows).not.toContain(token)
    expect(rows).toContain(sha256(token))
    expect(record).not.toContain(token)
    expect(record).not.toContain(sha256(token))
  }
})

test('nor does it stand in the log, or in what any page shows', async () => {
  const { token } = await aReferralLink(panel)
  await open(token)
  await send(token)
  await open(`${token}x`)
  expect(panel.logged.join('')).not.toContain(token)
  for (const who of everyone) {
    const found = JSON.stringify(
      await panel.services.reads.referrals(await panel.sessionFor(who), panel.panelId),
    )
    expect([who, found.includes(token) || found.includes(sha256(token))]).toEqual([who, false])
  }
})

test('no crash leaves a link that nobody is sent: at whatever moment, its mail is on disk with it', async () => {
  const other = new Database(panel.file, { readonly: true })
  const count = (table: string) => other.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()
  const onDisk: { links: unknown; mails: unknown }[] = []
  panel.services.store.onCommit(() => onDisk.push({ links: count('referral_links'), mails: count('mails') }))
  const { linkId } = await aReferralLink(panel)
  await expect(aReferralLink(panel, 'observer')).rejects.toThrow()
  expect(onDisk.filter(({ links, mails }) => links !== mails)).toEqual([])
  expect(onDisk.at(-1)).toEqual({ links: 1, mails: 1 })
  expect(other.prepare('SELECT notice_key, state, path FROM mails').get()).toEqual({
    notice_key: `referralLink ${linkId}`,
    state: 'waiting',
    path: null,
  })
  other.close()
})

test('it shows the criteria and how long is left, and sends one referral', async () => {
  const { token } = await aReferralLink(panel)
  expect(await open(token)).toMatchObject({
    state: 'refer',
    panelName: 'Ashford Panel',
    until: panel.clock.now() + 7 * 86_400_000,
    email: 'outside@surgery.example',
  })
  expect(await send(token)).toEqual({ ok: true })
  expect(await received()).toBe(1)
  const [row] = await panel.services.store.read.select().from(referrals)
  expect(row).toMatchObject({
    referrerName: 'Outside One',
    referrerAgency: 'A surgery',
    referrerMemberId: null,
    stage: 'received',
  })
})

test('sent twice by an impatient hand it is one referral; sent again with other words it is a link that does not work', async () => {
  const { token } = await aReferralLink(panel)
  expect(await Promise.all([send(token), send(token)])).toEqual([{ ok: true }, { ok: true }])
  const never = await send('a token that was never given')
  expect(await send(token, outsideFields({ reason: 'Something else.' }))).toEqual(never)
  expect(
    await Promise.all([
      send(token, outsideFields({ reason: 'One.' })),
      send(token, outsideFields({ reason: 'Two.' })),
    ]),
  ).toEqual([never, never])
  expect(await received()).toBe(1)
})

test('used at once from two places with different words, one is taken and the other finds no link', async () => {
  const { token } = await aReferralLink(panel)
  const answers = await Promise.all([
    send(token, outsideFields({ reason: 'One.' })),
    send(token, outsideFields({ reason: 'Two.' })),
  ])
  expect(answers.filter((one) => !isRefusal(one))).toHaveLength(1)
  expect(await received()).toBe(1)
})

test('wrong, run out, withdrawn, used up, and made for something else: each is answered as if it had never been', async () => {
  const never = {
    page: await open('a token that was never given'),
    sent: await send('a token that was never given'),
  }
  const answers: Record<string, unknown> = {}
  const tryIt = async (what: string, token: string) => {
    answers[what] = { page: await open(token), sent: await send(token, outsideFields({ reason: what })) }
  }
  const { token: runOut } = await aReferralLink(panel)
  const withdrawn = await aReferralLink(panel)
  await panel.done('chair', {
    kind: 'withdrawReferralLink',
    panelId: panel.panelId,
    linkId: withdrawn.linkId,
    reason: 'The wrong address.',
  })
  const used = await aReferralLink(panel)
  await send(used.token)
  const setUp = await panel.services.memberAccounts.offerSetUp(
    await panel.sessionFor('coordinator'),
    panel.panelId,
    panel.people.housing.memberId,
  )
  await tryIt('withdrawn', withdrawn.token)
  await tryIt('a set-up link of an account', isRefusal(setUp) ? '' : setUp.token)
  await tryIt('a session', await panel.tokenFor('chair'))
  await tryIt('empty', '')
  await tryIt('the hash of a token', sha256(runOut))
  await tryIt('a letter more', `${runOut}A`)
  await tryIt('a letter less', runOut.slice(0, -1))
  await tryIt('very long', 'A'.repeat(100_000))
  panel.clock.move({ days: 7 })
  await tryIt('run out', runOut)
  expect(await open(used.token)).toMatchObject({ state: 'stage' })
  panel.clock.move({ days: 83 })
  await tryIt('used up', used.token)
  for (const [what, answer] of Object.entries(answers)) expect([what, answer]).toEqual([what, never])
  expect(await received()).toBe(1)
})

test('no token that is not given opens anything', async () => {
  const { token } = await aReferralLink(panel)
  const never = await open('a token that was never given')
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat({ max: 42 }),
      async (bytes, at) => {
        const guess = Buffer.from(bytes).toString('base64url')
        const near = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
        expect(await open(guess)).toEqual(never)
        // The last letter of 43 carries two bits that mean nothing; they too must be right.
        expect(await open(near)).toEqual(never)
      },
    ),
    { numRuns: 40 },
  )
})

test('an address that tries too often gets no answer for a while, whatever it brings, and others do', async () => {
  const { token } = await aReferralLink(panel)
  const never = await open('a token that was never given')
  const answers: unknown[] = []
  for (let n = 0; n < 31; n += 1) answers.push(await open(`guess ${n}`, '192.0.2.1'))
  expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => never))
  expect(answers[30]).toMatchObject({ code: 'too_many' })
  expect(await open(token, '192.0.2.1')).toMatchObject({ code: 'too_many' })
  expect(await send(token, outsideFields(), '192.0.2.1')).toMatchObject({ code: 'too_many' })
  expect(await open(token, '192.0.2.2')).toMatchObject({ state: 'refer' })
})

test('whether he is known makes no difference to anything that the link shows, then or later', async () => {
  const known = await aReferralLink(panel)
  const stranger = await aReferralLink(panel)
  const plain = (page: unknown) => JSON.stringify(page).replace(/R-[0-9A-Z]{6}/g, 'R-')
  expect(
    await send(
      known.token,
      outsideFields({ givenName: 'Aldous', familyName: 'Quenby', dateOfBirth: '1988-03-04' }),
    ),
  ).toEqual(await send(stranger.token))
  expect(plain(await open(known.token))).toBe(plain(await open(stranger.token)))
  for (const row of await panel.services.store.read.select().from(referrals)) {
    const about = { panelId: panel.panelId, referralId: row.id }
    const found = await panel.services.reads.referral(await panel.sessionFor('chair'), panel.panelId, row.id)
    const match = found.ok ? found.acceptance?.matches[0]?.personId : undefined
    expect(match !== undefined).toBe(row.familyName === 'Quenby')
    await panel.done('chair', acceptance(about, match ? { personId: match } : {}))
  }
  expect(plain(await open(known.token))).toBe(plain(await open(stranger.token)))
  expect(plain(await open(known.token))).toContain('looked_at')
})

test('afterwards it shows the stage, and outcome and reason only as someone has told them', async () => {
  const { token } = await aReferralLink(panel)
  await send(token)
  const stage = async () => {
    const page = await open(token)
    if (isRefusal(page) || page.state !== 'stage') throw new Error('The link shows no stage.')
    expect(Object.keys(page).sort()).toEqual(['panelName', 'referralRef', 'stage', 'state', 'until', 'words'])
    return [page.stage, page.words]
  }
  const about = await theReferral()
  expect(await stage()).toEqual(['received', null])
  await panel.done('chair', {
    kind: 'signpostReferral',
    ...about,
    reason: 'Managed by another forum already',
    words: 'Ask the forum.',
    note: 'Known to the forum as high risk.',
  })
  expect(await stage()).toEqual(['looked_at', null])
  await panel.done('coordinator', {
    kind: 'tellReferrer',
    ...about,
    how: 'telephone',
    words: 'It is in good hands elsewhere.',
  })
  expect(await stage()).toEqual(['decided', 'It is in good hands elsewhere.'])
})

test('what is asked of an outside referrer is answered through a link of its own, once', async () => {
  const first = await aReferralLink(panel)
  await send(first.token)
  const about = await theReferral()
  const offer = (who: PersonName) => aReferralLink(panel, who, { forReferralId: about.referralId })
  await expect(offer('coordinator')).rejects.toThrow('has not been returned')
  await panel.done('chair', {
    kind: 'returnReferral',
    ...about,
    reason: 'No risk assessment',
    words: 'Please send a count.',
    how: 'telephone',
  })
  expect(await open(first.token)).toMatchObject({
    stage: 'asked',
    words: 'No risk assessment. Please send a count.',
  })
  await expect(offer('housing')).rejects.toThrow()
  const { token } = await offer('coordinator')
  expect(await open(token)).toMatchObject({ state: 'add', asked: 'No risk assessment. Please send a count.' })
  expect(await send(token, outsideFields())).toMatchObject({ code: 'not_found' })
  expect(
    await send(token, outsideAddition({ what: 'The count is 15.', fromHer: 'She has moved to her aunt.' })),
  ).toEqual({ ok: true })
  expect(await send(token, outsideAddition({ what: 'And more.' }))).toMatchObject({ code: 'not_found' })
  expect(await open(token)).toMatchObject({ state: 'stage', stage: 'received' })
  const read = async (who: PersonName) =>
    JSON.stringify(
      await panel.services.reads.referral(await panel.sessionFor(who), about.panelId, about.referralId),
    )
  expect(await read('idva')).toContain('She has moved to her aunt.')
  await panel.done('chair', acceptance(about))
  expect(await read('caseManager')).toContain('The count is 15.')
  expect(await read('caseManager')).not.toContain('her aunt')
})

test('what was added from her through one link stays when more is added through the next', async () => {
  const { token } = await aReferralLink(panel)
  await send(token)
  const about = await theReferral()
  for (const fromHer of ['She has moved to her aunt.', 'She is back.']) {
    await panel.done('chair', {
      kind: 'returnReferral',
      ...about,
      reason: 'No risk assessment',
      words: 'Please send a count.',
    })
    const next = await aReferralLink(panel, 'chair', { forReferralId: about.referralId })
    expect(await send(next.token, outsideAddition({ fromHer }))).toEqual({ ok: true })
  }
  const read = await panel.services.reads.referral(
    await panel.sessionFor('idva'),
    about.panelId,
    about.referralId,
  )
  expect(read.ok && read.safety?.additions.map((one) => one.what)).toEqual([
    'She has moved to her aunt.',
    'She is back.',
  ])
})

test('that a referral came by a link, and that one was given to add to it, stands on its page', async () => {
  const first = await aReferralLink(panel)
  await send(first.token)
  const about = await theReferral()
  await panel.done('chair', {
    kind: 'returnReferral',
    ...about,
    reason: 'No risk assessment',
    words: 'Please send a count.',
  })
  const second = await aReferralLink(panel, 'chair', { forReferralId: about.referralId })
  await aReferralLink(panel)
  const read = await panel.services.reads.referral(
    await panel.sessionFor('coordinator'),
    about.panelId,
    about.referralId,
  )
  expect(read.ok && read.links.map((one) => [one.id, one.toAdd]).sort()).toEqual(
    [
      [first.linkId, false],
      [second.linkId, true],
    ].sort(),
  )
})

test('who may give one: whoever may refer; of the links given, each sees their own, chair and coordinator all', async () => {
  const givers: PersonName[] = []
  for (const who of everyone) {
    const session = await panel.sessionFor(who)
    const offered = await panel.services.referralLinks.offer(session, panel.panelId, {
      source: 'other',
      name: 'O',
      agency: '',
      email: 'o@o.example',
      forReferralId: null,
    })
    if (!isRefusal(offered)) givers.push(who)
    else expect([who, offered.code]).toEqual([who, who.startsWith('brook') ? 'not_found' : 'not_allowed'])
  }
  expect(givers).toEqual([
    'chair',
    'coChair',
    'coordinator',
    'presenter',
    'caseManager',
    'idva',
    'idvaTwo',
    'police',
    'housing',
    'socialCare',
    'probation',
  ])
  const shown = async (who: PersonName) => {
    const found = await panel.services.reads.referrals(await panel.sessionFor(who), panel.panelId)
    return found.ok ? found.links.length : 0
  }
  expect(await shown('coordinator')).toBe(11)
  expect(await shown('housing')).toBe(1)
  expect(await shown('observer')).toBe(0)
})

test('nobody withdraws another’s link but chair and coordinator', async () => {
  const { linkId } = await aReferralLink(panel, 'police')
  const withdraw = (id: string) => ({
    kind: 'withdrawReferralLink',
    panelId: panel.panelId,
    linkId: id,
    reason: 'Mistaken.',
  })
  expect(await panel.command('housing', withdraw(linkId))).toEqual(
    await panel.command('housing', withdraw('no-such-link')),
  )
  await panel.done('coordinator', withdraw(linkId))
})

test('what comes through a link names nobody of the panel as its author, and stands in the journal as the process’s own act', async () => {
  const { token } = await aReferralLink(panel)
  await send(token)
  const rows = (await panel.services.store.read.select().from(journal)).filter((row) =>
    ['referralReceived', 'referralLinkUsed', 'referrerTold'].includes(row.kind),
  )
  expect(rows.map((row) => [row.kind, row.actorId, row.stream])).toEqual([
    ['referralReceived', null, panel.panelId],
    ['referrerTold', null, panel.panelId],
    ['referralLinkUsed', null, panel.panelId],
  ])
})

test('a referral that a member made is not to be seen through anyone’s link', async () => {
  const about = await referred(panel, 'police')
  const { token } = await aReferralLink(panel)
  expect(JSON.stringify(await open(token))).not.toContain(about.referralId)
})
