import { createServer } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { expect, test as base } from './fixtures'
import { MailServer } from '../support/mail-server'
import { agencies, type Who } from './people'
import type { Seat } from './seat'

// One referral all the way: from a surgery's link to the day its referrer hears what came of it, through every agency's
// hands, with the mail as a mail server gets it.

base.describe.configure({ timeout: 300_000 })

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })

/** A server with a mail server behind it, and the address that its links lead to. */
const test = base.extend<{ mail: MailServer; mailSettings: Record<string, string> }>({
  mail: async ({}, use) => {
    const mail = await MailServer.start()
    await use(mail)
    await mail.stop()
  },
  mailSettings: async ({ mail }, use) => {
    const port = String(await freePort())
    await use({
      PORT: port,
      BASE_URL: `http://localhost:${port}`,
      SMTP_URL: mail.url,
      MAIL_FROM: 'panelroom@example.gov.uk',
      MAIL_SETTLE_SECONDS: '0',
    })
  },
  settings: async ({ mailSettings }, use) => {
    await use(mailSettings)
  },
})

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
/** A weekday some weeks ahead, so that there is time for notice and returns. */
const meetingDay = () => {
  const weekday = new Date(Date.now() + 28 * 86_400_000).getUTCDay()
  return day(28 + ((3 - weekday + 7) % 7))
}

const mailTo = async (mail: MailServer, address: string, words: string) => {
  await expect
    .poll(() => mail.to(address).filter((one) => one.text.includes(words)).length, {
      message: `mail to ${address}: ${words}`,
      timeout: 60_000,
    })
    .toBeGreaterThan(0)
  return mail.to(address).find((one) => one.text.includes(words))?.text ?? ''
}

const unfold = (page: Page, title: string | RegExp) =>
  page.locator('summary').filter({ hasText: title }).first().click()

const refers = async (browser: Browser, link: string) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await expect(page.getByText(/This link works|left|until/i).first()).toBeVisible()
  await page.getByLabel('Given name').fill('Markus')
  await page.getByLabel('Family name').fill('Thornhollow')
  await page.getByLabel('Date of birth', { exact: true }).fill('1988-09-02')
  await page.getByLabel('Why you refer him').fill('A patient came with injuries and is afraid of him.')
  const incident = page.getByRole('group', { name: 'The most recent incident' })
  await incident.getByLabel('Date').fill(day(-6))
  await incident.getByLabel('What happened').fill('He pushed her down the stairs.')
  await incident.getByLabel('How grave').selectOption({ index: 2 })
  await page.getByLabel('Yes answers on the DASH checklist').fill('16')
  const her = page.getByRole('group', { name: 'Victim-survivor', exact: true })
  await her.getByLabel('What she is to him').selectOption({ index: 1 })
  await her.getByLabel('Safe contact').fill('Only at the surgery, on Tuesdays')
  await her.getByLabel('Does she know of this referral?').selectOption({ label: 'Yes' })
  await her.getByLabel('Does she agree to it?').selectOption({ label: 'Yes' })
  await page.getByRole('button', { name: 'Send this referral' }).click()
  await expect(page.getByText('Received').first()).toBeVisible()
  return page
}

const returnsOf = async (seat: Seat, meetingId: string, holding: string) => {
  await seat.page.goto(`/meetings/${meetingId}/returns`)
  await seat.page.getByLabel(/^We hold on /).selectOption({ label: holding })
  await seat.page.getByRole('button', { name: 'Save the returns' }).click()
  await expect(seat.page.getByRole('status')).toBeVisible()
}

test('one referral all the way, from a link to the day its referrer hears', async ({
  browser,
  mail,
  signIn,
  door,
}) => {
  const coordinator = await signIn('coordinator')
  const { page } = coordinator
  const panelPath = /href="(\/panels\/[\w-]+)"/.exec(await door.read('coordinator', '/'))?.[1] ?? ''

  // A link for someone outside, by mail; what they send arrives.
  await page.goto(`${panelPath}/referrals/link`)
  await page.getByLabel('Their name').fill('Dr Ottoline Fernhurst')
  await page.getByLabel('Their organisation').fill('Fernhurst Surgery')
  await page.getByLabel('Their e-mail address').fill('fernhurst@surgery.example')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link =
    /http:\S+\/refer\/\S+/.exec(await mailTo(mail, 'fernhurst@surgery.example', '/refer/'))?.[0] ?? ''
  const outside = await refers(browser, link)
  await mailTo(mail, 'fernhurst@surgery.example', 'What you sent has arrived.')
  await mailTo(mail, 'priya.hallowmere@croydon.panelroom.example', 'A referral has arrived')

  // He may be someone known, spelled otherwise: a human says that he is.
  await page.goto('/')
  await page.getByRole('link', { name: 'Screen a referral' }).click()
  await expect(page.getByRole('main')).toContainText('Marcus Thornhollow')
  await unfold(page, 'Accept on to the agenda')
  await page.getByLabel(/Marcus Thornhollow.*a new case on him/).check()
  await page.getByLabel('Reason').first().selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Accept this referral' }).click()
  await expect(page.getByRole('status').first()).toBeVisible()

  // A meeting of its own; what is due goes on its agenda at one press, and round to everyone.
  await page.goto(panelPath)
  await unfold(page, 'Plan a meeting')
  await page.getByLabel('Date', { exact: true }).fill(meetingDay())
  await page.getByRole('button', { name: 'Plan this meeting' }).click()
  const meetingIds = [...(await page.content()).matchAll(/\/meetings\/([\w-]+)\/agenda/g)].map(
    (found) => found[1] ?? '',
  )
  const meetingId = meetingIds.find((id) => id !== coordinator.meetingId) ?? ''
  expect(meetingId).not.toBe('')
  await page.goto(`/meetings/${meetingId}/agenda`)
  const due = page
    .getByRole('region', { name: 'What is due' })
    .getByRole('listitem')
    .filter({ hasText: 'New, referred' })
  await due.getByRole('button', { name: /^Add/ }).click()
  await expect(page.getByRole('main')).toContainText('M.T.')
  await unfold(page, 'Circulate the agenda')
  await page.getByRole('button', { name: 'Circulate version 1' }).click()
  await mailTo(mail, 'imran.castlemoor@croydon.panelroom.example', 'An agenda has been sent round')

  // Six agencies return.
  const seats = {} as Record<Who, Seat>
  for (const who of ['police', 'housing', 'probation', 'children', 'idva', 'adults'] as const) {
    seats[who] = await signIn(who)
    await returnsOf(
      seats[who],
      meetingId,
      who === 'housing' || who === 'police' ? 'Known now' : 'Nothing held',
    )
  }
  await page.goto(`/meetings/${meetingId}/board`)
  await expect(page.getByRole('listitem').filter({ hasText: agencies.housing })).toContainText(
    '1 of 1 returned',
  )

  // The meeting.
  const chair = await signIn('chair')
  for (const who of [
    'chair',
    'coordinator',
    'police',
    'housing',
    'probation',
    'children',
    'idva',
    'adults',
  ] as const)
    await door.command(who, 'acceptConfidentiality', meetingId, { status: 'present' })
  await door.command('chair', 'openMeeting', meetingId)
  const [itemId = ''] = await door.items('chair', meetingId)
  await door.command('chair', 'movePointer', meetingId, { itemId, step: 'share' })
  const room = `/meetings/${meetingId}/room`
  for (const seat of [chair, seats.housing, seats.idva]) {
    await seat.page.goto(room)
    await seat.isConnected()
  }
  await seats.housing.records('Information', { 'What you share': 'He holds the tenancy alone' })
  await seats.idva.records('Information', {
    'What you share': 'She wants to stay with her sister',
    'It comes from': 'Victim-survivor',
  })
  await chair.seesOnce('He holds the tenancy alone')
  await chair.records('Decision', {
    'The panel’s decision': 'Accept',
    'Why: the rationale': 'High risk, and a way in by the tenancy',
    'Kind of work': 'Disrupt and indirect work only',
  })
  await chair.records('Action', {
    'What is to be done': 'Change the locks and note the file',
    Owner: agencies.housing,
  })
  await seats.idva.answersSafety()
  await chair.seesOnce('Change the locks and note the file')
  await expect(chair.main).toContainText(
    /Nothing is missing: conclude this case|Conclude this case: \d+ not heard yet/,
  )
  await door.command('chair', 'concludeItem', meetingId, { itemId })
  await door.command('chair', 'closeMeeting', meetingId)

  // Minutes are approved and go out.
  await chair.page.goto(`/meetings/${meetingId}/minutes`)
  await chair.page.getByRole('button', { name: 'Approve these minutes' }).click()
  await chair.page.getByRole('button', { name: 'Distribute them' }).click()
  await mailTo(mail, 'imran.castlemoor@croydon.panelroom.example', 'Minutes')

  // Each agency takes away its own extract, and no more than it needs to know.
  for (const who of ['housing', 'police'] as const) {
    await seats[who].page.goto(`/meetings/${meetingId}/extract`)
    await expect(seats[who].page.getByRole('main')).toContainText(seats[who].name)
  }
  await expect(seats.housing.page.getByRole('main')).toContainText('Change the locks')
  await expect(seats.housing.page.getByRole('main')).not.toContainText('stay with her sister')
  const taken = seats.housing.page.waitForEvent('download')
  await seats.housing.page.getByRole('link', { name: /PDF/ }).click()
  expect((await taken).suggestedFilename()).not.toMatch(/thornhollow|M\.?T\.?|CR-/i)

  // Housing finds its action on its front page, and does it.
  await seats.housing.page.goto('/')
  await seats.housing.page.getByRole('link', { name: /Change the locks/ }).click()
  const owed = seats.housing.page.locator('.owed-line').filter({ hasText: 'Change the locks' })
  await owed
    .locator('summary')
    .filter({ hasText: /How it ended|Say how it ended|ended/ })
    .first()
    .click()
  await owed.getByRole('radio', { name: 'Done', exact: true }).check()
  await owed.getByLabel('What was done, or why it was not').fill('New locks fitted')
  await owed.getByRole('button', { name: 'Save how it ended' }).click()
  await expect(seats.housing.page.locator('.owed-line').filter({ hasText: 'Change the locks' })).toHaveCount(
    0,
  )

  // The referrer hears, and the link shows it.
  await page.goto(`${panelPath}/referrals`)
  await page.getByRole('region', { name: 'Referrers still to be told' }).getByRole('link').first().click()
  await page.getByLabel('How they were told').selectOption({ label: 'By e-mail' })
  await page.getByLabel('What they were told').fill('The panel has taken this on. Thank you.')
  await page.getByRole('button', { name: 'Record that they were told' }).click()
  await mailTo(mail, 'fernhurst@surgery.example', 'There is news about what you sent.')
  await outside.goto(link)
  await expect(outside.getByRole('main')).toContainText('The panel has taken this on. Thank you.')

  // In all of it no mail said anything about anyone.
  for (const one of mail.caught)
    expect(one.raw).not.toMatch(/Thornhollow|Markus|Marcus|CR-\d|Croydon DAPP|locks|sister|abuse/i)
})
