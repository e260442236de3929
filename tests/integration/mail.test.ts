import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agencies, circle, commandsIn } from '../support/commands'
import { MailServer } from '../support/mail-server'
import { mails } from '../../db/schema/mail'
import { aReferralLink, outsideFields, referred } from '../support/referrals'
import { openElsewhere, openSmallMeeting, type TestPanel } from '../support/small-panel'

// Mail through a real conversation with a real mail server on this machine.

let server: MailServer
let panel: TestPanel
const site = 'https://panel.example.gov.uk'
const settingsFor = (url: string) => ({
  mail: { transport: createTransport({ url }), from: 'panelroom@example.gov.uk', baseUrl: site },
  mailSettleMs: 60_000,
})

beforeEach(async () => {
  server = await MailServer.start()
  panel = await openSmallMeeting(settingsFor(server.url))
})
afterEach(async () => {
  await panel.close()
  await server.stop()
})

const secretWords = 'Kestrelwing told me this'
/** The IDVA asks housing, and chases. */
const chased = async (times = 1, audience: unknown = undefined) => {
  const { created } = await panel.done(
    'idva',
    commandsIn(panel).request('A1', panel.agencies.housing, secretWords, audience ? { audience } : {}),
  )
  const chase = { kind: 'chaseRequest', meetingId: panel.meetingId, entryId: created.request }
  for (let time = 0; time < times; time += 1) await panel.done('idva', chase)
  return chase
}
const send = async () => {
  panel.clock.move({ minutes: 1 })
  await panel.services.mailSender.run()
}
const states = async () =>
  (await panel.services.outbox.ofPanel(panel.panelId)).map(({ state, tries, fault }) => ({
    state,
    tries,
    fault,
  }))

test('a chased agency is told that something is due, and nothing of what about whom', async () => {
  await chased()
  await send()
  const [mail, ...more] = server.to('housing@ashford.example')
  expect(more).toEqual([])
  expect(server.caught).toHaveLength(1)
  expect(mail?.headers).toMatchObject({
    subject: 'Something is waiting for you',
    from: 'Panelroom <panelroom@example.gov.uk>',
    'auto-submitted': 'auto-generated',
  })
  expect(mail?.text).toContain('Your agency is asked again for information that is outstanding.')
  expect(mail?.text).toContain(`${site}/panels/${panel.panelId}/inbox`)
  for (const never of ['Kestrelwing', 'A1', 'Ashford', 'abuse', 'victim', 'perpetrator'])
    expect(`${mail?.raw}`.includes(never) ? never : '').toBe('')
  expect(await states()).toEqual([{ state: 'sent', tries: 0, fault: null }])
})

test('what happens close together goes out as one mail, and each sentence stands in it once', async () => {
  await chased(2)
  await chased(1)
  await send()
  expect(server.caught).toHaveLength(1)
  expect(server.caught[0]?.text.match(/asked again/g)).toHaveLength(1)
  await send()
  expect(server.caught).toHaveLength(1)
})

test('a command sent twice asks for one mail', async () => {
  const { created } = await panel.done(
    'idva',
    commandsIn(panel).request('A1', panel.agencies.housing, secretWords),
  )
  const chase = { kind: 'chaseRequest', meetingId: panel.meetingId, entryId: created.request }
  await panel.done('idva', chase, 'the same command')
  await panel.done('idva', chase, 'the same command')
  expect(await states()).toHaveLength(1)
})

test('nobody is told before a minute has passed, so that what belongs together comes together', async () => {
  await chased()
  await panel.services.mailSender.run()
  expect(server.caught).toHaveLength(0)
})

test('a mail server that is busy is tried again later; one that refuses is given up after some tries, and can be tried by hand', async () => {
  await chased()
  server.refusing = 451
  await send()
  expect(await states()).toEqual([{ state: 'waiting', tries: 1, fault: 'put off by the mail server (451)' }])
  await panel.services.mailSender.run()
  expect(await states()).toMatchObject([{ tries: 1 }])
  server.refusing = 550
  for (let hour = 0; hour < 40; hour += 1) {
    panel.clock.move({ hours: 1 })
    await panel.services.mailSender.run()
  }
  expect(await states()).toEqual([{ state: 'failed', tries: 7, fault: 'refused by the mail server (550)' }])
  server.refusing = null
  const [mail] = await panel.services.outbox.ofPanel(panel.panelId)
  expect(await panel.services.outbox.sendAgain(panel.brookPanelId, mail?.id ?? '')).toBe(false)
  expect(await panel.services.outbox.sendAgain(panel.panelId, mail?.id ?? '')).toBe(true)
  await send()
  expect(server.to('housing@ashford.example')).toHaveLength(1)
})

test('all that failed is tried again at once, of this panel alone, and what went out stays out', async () => {
  await chased()
  await send()
  server.refusing = 550
  await panel.services.outbox.ask(
    [panel.people.chair, panel.people.coordinator].map(({ accountId }, at) => ({
      key: `again ${at}`,
      panelId: panel.panelId,
      to: { accountId },
      occasion: 'requestChased' as const,
      day: null,
      path: null,
    })),
  )
  for (let hour = 0; hour < 60; hour += 1) {
    panel.clock.move({ hours: 1 })
    await panel.services.mailSender.run()
  }
  const failed = (await states()).filter(({ state }) => state === 'failed').length
  expect(failed).toBeGreaterThan(1)
  server.refusing = null
  const before = server.caught.length
  expect(await panel.services.outbox.sendAllAgain(panel.brookPanelId)).toBe(0)
  expect(await states()).toHaveLength(failed + 1)
  expect(await panel.services.outbox.failedIn(panel.panelId)).toBe(failed)
  expect(await panel.services.outbox.sendAllAgain(panel.panelId)).toBe(failed)
  expect(await panel.services.outbox.sendAllAgain(panel.panelId)).toBe(0)
  await send()
  expect((await states()).map(({ state }) => state)).toEqual(Array.from({ length: failed + 1 }, () => 'sent'))
  expect(server.caught).toHaveLength(before + failed)
})

test('the log holds neither address nor words when mail fails', async () => {
  await chased()
  server.refusing = 550
  await send()
  const log = panel.logged.join('\n')
  expect(log).toContain('mail could not be sent')
  expect(log).not.toMatch(/housing@|Kestrelwing/)
})

test('what waits survives a restart, and goes out once', async () => {
  await chased()
  await panel.close()
  const again = await openElsewhere(panel, settingsFor(server.url))
  again.clock.move({ minutes: 5 })
  await again.services.mailSender.run()
  await again.services.mailSender.run()
  expect(server.caught).toHaveLength(1)
  await again.close()
  panel = await openSmallMeeting()
})

test('without a mail server mail waits, and the outbox says so', async () => {
  await panel.close()
  panel = await openSmallMeeting()
  await chased()
  panel.clock.move({ days: 3 })
  await panel.services.mailSender.run()
  expect(panel.services.mailSender.isSetUp).toBe(false)
  expect(await states()).toEqual([{ state: 'waiting', tries: 0, fault: null }])
})

test('someone who has left the panel is told nothing any more', async () => {
  await chased()
  await panel.done('administrator', {
    kind: 'changeMember',
    panelId: panel.panelId,
    memberId: panel.people.housing.memberId,
    role: 'representative',
    agencyId: panel.agencies.housing,
    jobTitle: '',
    active: false,
  })
  await send()
  expect(server.caught).toEqual([])
  expect(await states()).toMatchObject([{ state: 'dropped' }])
})

test('whoever may not read the request is not told of it', async () => {
  const { created } = await panel.done(
    'idva',
    commandsIn(panel).request('A1', panel.agencies.police, secretWords, { audience: circle() }),
  )
  await panel.done('idva', { kind: 'chaseRequest', meetingId: panel.meetingId, entryId: created.request })
  await send()
  expect(server.caught.map((mail) => mail.to).flat()).toEqual(['police@ashford.example'])
})

test('whoever is put out of the case is told nothing of it', async () => {
  await panel.done('housing', commandsIn(panel).conflict('A1'))
  await chased()
  await send()
  expect(server.caught).toEqual([])
})

test('an outside referrer is mailed their link once, and that what they sent has arrived; the link is nowhere in the database', async () => {
  const { token } = await aReferralLink(panel)
  expect(JSON.stringify(await panel.services.store.read.select().from(mails))).not.toContain(token)
  await send()
  const [first] = server.to('outside@surgery.example')
  expect(first?.text).toContain(`${site}/refer/${token}`)
  expect(first?.text).toContain('Open the link that you were given')
  await panel.services.referralLinks.send(token, '192.0.2.1', outsideFields())
  await send()
  const [, second, ...more] = server.to('outside@surgery.example')
  expect(more).toEqual([])
  expect(second?.text).toContain('What you sent has arrived.')
  expect(second?.text).not.toContain('/refer/')
  expect(JSON.stringify(await panel.services.store.read.select().from(mails))).not.toMatch(/"sealedPath":"/)
})

test('chair and coordinator are told that a referral waits, without a word of it', async () => {
  await referred(panel, 'housing', { familyName: 'Kestrelwing' })
  await send()
  expect(server.caught.map((mail) => mail.to[0]).sort()).toEqual([
    'chair@ashford.example',
    'co-chair@ashford.example',
    'coordinator@ashford.example',
    'housing@ashford.example',
  ])
  for (const mail of server.caught) expect(mail.raw).not.toMatch(/Kestrelwing|Godfrey|Ashford/)
})

test('whoever has something due is reminded once, on a working day, by one mail', async () => {
  await panel.done(
    'chair',
    commandsIn(panel).action('A1', secretWords, { ownerAgencyId: panel.agencies.housing, due: 'in 3 days' }),
  )
  await panel.done(
    'chair',
    commandsIn(panel).action('A3', secretWords, { ownerAgencyId: panel.agencies.housing, due: 'in 2 days' }),
  )
  // From Wednesday 2 December to Saturday 5, when nobody is mailed, and on to Monday.
  for (const days of [0, 3, 2]) {
    panel.clock.move({ days })
    await panel.services.reminder.run()
    await panel.services.reminder.run()
    await send()
  }
  expect(server.caught.map((mail) => mail.to)).toEqual([['housing@ashford.example']])
  expect(server.caught[0]?.text).toContain('Something of yours is due, or overdue.')
  expect(server.caught[0]?.raw).not.toContain('Kestrelwing')
})

test('where it cannot be found out what is due, that is tried again after pauses that grow, and in the end it is told', async () => {
  await panel.done(
    'chair',
    commandsIn(panel).action('A1', secretWords, { ownerAgencyId: panel.agencies.housing, due: 'today' }),
  )
  const { home, reminder } = panel.services
  const findOut = home.accountsWithSomethingDue
  let tries = 0
  home.accountsWithSomethingDue = () => {
    tries += 1
    throw new Error('the disk is full')
  }
  let faults = 0
  const eachSecondFor = async (minutes: number) => {
    for (let second = 0; second < minutes * 60; second += 1) {
      panel.clock.move({ minutes: 1 / 60 })
      await reminder.run().catch(() => (faults += 1))
    }
  }
  await eachSecondFor(2)
  expect(tries).toBe(2)
  await eachSecondFor(58)
  expect(tries).toBeLessThan(10)
  expect(faults).toBe(tries)
  home.accountsWithSomethingDue = findOut
  await eachSecondFor(31)
  await send()
  expect(server.to('housing@ashford.example')).toHaveLength(1)
  expect(faults).toBe(tries)
})

test('when an agenda goes round every member is told once, with the day for returns; a chased agency is told again', async () => {
  await panel.done('coordinator', { kind: 'circulateAgenda', meetingId: panel.nextMeetingId })
  await send()
  const [mail, ...more] = server.to('housing@ashford.example')
  expect(more).toEqual([])
  expect(mail?.text).toContain('your agency is asked for its returns. Due: 14 December 2026.')
  expect(server.to('evaluator@ashford.example')).toEqual([])
  const before = server.caught.length
  await panel.done('coordinator', {
    kind: 'chaseReturns',
    meetingId: panel.nextMeetingId,
    agencyId: panel.agencies.housing,
  })
  await send()
  expect(server.caught.slice(before).map((one) => one.to)).toEqual([['housing@ashford.example']])
})

const toldOf = async (sentence: string) => {
  await send()
  return server.caught
    .filter((mail) => mail.text.includes(sentence))
    .flatMap((mail) => mail.to.map((address) => address.split('@')[0] ?? ''))
    .sort()
}

test('when a meeting closes, whoever it left something for is told once: what nobody accepted, what is asked, who tells her', async () => {
  const { police, housing, probation } = panel.agencies
  await panel.done('chair', commandsIn(panel).action('A1', secretWords, { ownerAgencyId: housing }))
  await panel.done('chair', commandsIn(panel).action('A2', secretWords, { ownerAgencyId: housing }))
  await panel.done(
    'idva',
    commandsIn(panel).request('A1', probation, secretWords, { audience: agencies(probation) }),
  )
  await panel.done('police', commandsIn(panel).action('A1', secretWords, { ownerAgencyId: police }))
  // Of that agency only the co-chair is not out of the case.
  await panel.done('socialCare', commandsIn(panel).conflict('A3'))
  await panel.done(
    'chair',
    commandsIn(panel).action('A3', secretWords, { ownerAgencyId: panel.agencies.socialCare }),
  )
  await panel.done('chair', commandsIn(panel).decision('A1'))
  await panel.done('idva', commandsIn(panel).safetyCheck('A1'))
  await panel.done('chair', commandsIn(panel).conclude('A1'))
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  expect(await toldOf('A meeting left something for you or your agency to do.')).toEqual([
    'co-chair',
    'housing',
    'idva',
    'idva-two',
    'probation',
  ])
  for (const mail of server.caught) expect(mail.raw).not.toMatch(/Kestrelwing|Ashford|victim|A1/)
})

test('an action passed on tells whoever it now lies with, by name or by agency, and not who passed it on', async () => {
  const { created } = await panel.done(
    'chair',
    commandsIn(panel).action('A1', secretWords, { ownerAgencyId: panel.agencies.housing }),
  )
  const pass = { kind: 'passOnAction', meetingId: panel.meetingId, what: secretWords, reason: 'Theirs.' }
  const again = await panel.done('housing', {
    ...pass,
    entryId: created.action,
    toAgencyId: panel.agencies.probation,
  })
  expect(await toldOf('An action has been passed on to you or your agency.')).toEqual(['probation'])
  server.caught.length = 0
  await panel.done('probation', {
    ...pass,
    entryId: again.created.action,
    toAgencyId: panel.agencies.advocates,
    toMemberId: panel.people.idvaTwo.memberId,
  })
  expect(await toldOf('An action has been passed on to you or your agency.')).toEqual(['idva-two'])
})

test('what the chair rules on reaches its owner, and what is taken to the chair reaches the chair', async () => {
  const { created } = await panel.done(
    'idva',
    commandsIn(panel).request('A1', panel.agencies.housing, secretWords, { due: 'tomorrow' }),
  )
  const request = { meetingId: panel.meetingId, entryId: created.request }
  await panel.done('idva', { kind: 'chaseRequest', ...request, escalate: true })
  expect(await toldOf('Something has come to the chair and waits for a ruling.')).toEqual([
    'chair',
    'co-chair',
  ])
  await panel.done('chair', {
    kind: 'ruleOnOverdue',
    ...request,
    ruling: 'extend',
    due: 'in 1 week',
    reason: 'Time to look.',
  })
  expect(await toldOf('The chair has ruled on something that you or your agency owes.')).toEqual(['housing'])
})

test('a correction of approved minutes is told to the chairs once, and approved minutes to who distributes them', async () => {
  const { created } = await panel.done('police', commandsIn(panel).share('A1', 'Seen.'))
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  await panel.done('chair', { kind: 'approveMinutes', meetingId: panel.meetingId })
  expect(await toldOf('Approved minutes wait to be distributed.')).toEqual(['coordinator'])
  const once = await panel.done(
    'coordinator',
    commandsIn(panel).correct('share', created.share ?? '', { what: secretWords }),
  )
  expect(await toldOf('A correction of minutes waits for the chair.')).toEqual(['chair', 'co-chair'])
  await panel.done(
    'coordinator',
    commandsIn(panel).correct('share', once.created.share ?? '', { what: 'Seen twice.' }),
  )
  expect(await toldOf('A correction of minutes waits for the chair.')).toHaveLength(2)
})

test('before its minutes are approved a correction is told to nobody', async () => {
  const { created } = await panel.done('police', commandsIn(panel).share('A1', 'Seen.'))
  await panel.done('chair', commandsIn(panel).close('Out of time.'))
  await panel.done('coordinator', commandsIn(panel).correct('share', created.share ?? '', { what: 'Heard.' }))
  expect(await toldOf('A correction of minutes waits for the chair.')).toEqual([])
})

test('what happens between meetings is told to those who have to answer, of those who may read it', async () => {
  const happened = (fields: object) => ({
    kind: 'recordHappening',
    caseId: panel.cases.A5,
    fields: { day: 'today', what: secretWords, ...fields },
  })
  await panel.done('housing', happened({ happeningKind: 'breach' }))
  expect(await toldOf('Something recorded between meetings waits for your answer.')).toEqual([
    'chair',
    'co-chair',
    'coordinator',
  ])
  server.caught.length = 0
  await panel.done('idva', happened({ happeningKind: 'new_partner', source: 'victim_survivor' }))
  expect(await toldOf('Something recorded between meetings waits for your answer.')).toEqual([
    'chair',
    'co-chair',
    'coordinator',
    'idva-two',
    'police',
  ])
  server.caught.length = 0
  await panel.done('probation', happened({ happeningKind: 'release', day: '2027-03-01' }))
  expect(await toldOf('Something recorded between meetings waits for your answer.')).toEqual([])
})

test('what is added to a referral is told to those who screen', async () => {
  const about = await referred(panel, 'housing')
  await panel.done('coordinator', {
    kind: 'returnReferral',
    ...about,
    reason: 'No risk assessment',
    words: 'Please assess.',
  })
  await send()
  server.caught.length = 0
  await panel.done('housing', { kind: 'addToReferral', ...about, fields: { what: secretWords } })
  expect(await toldOf('A referral has arrived and waits to be screened.')).toEqual([
    'chair',
    'co-chair',
    'coordinator',
  ])
})

test('whoever is named to tell her is told that something is theirs to do, and nothing of what', async () => {
  await panel.done('chair', commandsIn(panel).decision('A1'))
  await panel.done('idva', commandsIn(panel).safetyCheck('A1'))
  await panel.done('chair', commandsIn(panel).conclude('A1'))
  const { created } = await panel.done('chair', commandsIn(panel).close('Out of time.'))
  await panel.done('coordinator', {
    kind: 'planTelling',
    caseId: panel.cases.A1,
    tellingId: created.telling,
    tellerMemberId: panel.people.idva.memberId,
    what: secretWords,
    how: 'In person.',
    safely: 'At the office.',
  })
  expect(await toldOf('Something has been given to you to do.')).toEqual(['idva'])
})

test('opening a meeting, or its page, again mails nobody', async () => {
  await panel.done('coordinator', { kind: 'circulateAgenda', meetingId: panel.nextMeetingId })
  await send()
  const before = server.caught.length
  await panel.services.reads.room(await panel.sessionFor('housing'), panel.nextMeetingId)
  await panel.done('chair', { kind: 'cancelOpening', meetingId: panel.meetingId, reason: 'A mistake.' })
  await send()
  expect(server.caught).toHaveLength(before)
})
