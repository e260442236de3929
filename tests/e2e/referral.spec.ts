import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

// From a link given to someone outside the panel to a case on its agenda; screening and telling; merging and taking apart.

test.describe.configure({ timeout: 180_000 })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Clean at a desk, and nowhere wider than a phone of 320 pixels. */
const isAccessible = async (page: Page, what: string) => {
  await page
    .getByRole('main')
    .evaluate((main) => main.querySelectorAll('details').forEach((fold) => (fold.open = true)))
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      what,
    )
    .toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(width, `${what}, width on a phone`).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 720 })
}

const hers = 'She can be reached through the surgery desk on Tuesdays'

test('a referral by link becomes a case on the agenda, and its referrer sees how far it has come', async ({
  signIn,
  browser,
  server,
  meetingId,
}) => {
  const coordinator = await signIn('coordinator')
  const { page } = coordinator

  // A link is given.
  await page.goto('/')
  await page
    .getByRole('link', { name: /All meetings/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Referrals', exact: true }).click()
  await isAccessible(page, 'no referrals yet')
  const list = page.url()
  await page.getByRole('link', { name: 'Give a link to someone outside' }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('alert')).toContainText('Give the referrer’s name.')
  coordinator.forgive(/status of 422/)
  await page.getByLabel('Their name').fill('Perpetua Nightgarden')
  await page.getByLabel('Their organisation').fill('Invented Surgery')
  await page.getByLabel('Their e-mail address').fill('perpetua@surgery.example')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.locator('code.key').innerText()
  expect(link).toMatch(/\/refer\/[\w-]{43}$/)

  // Looking at it spends nothing.
  const stranger = await browser.newContext({ baseURL: server.address })
  const looking = await stranger.newPage()
  await looking.goto(new URL(link).pathname)
  await expect(looking.getByRole('heading', { name: 'Refer someone' })).toBeVisible()
  await isAccessible(looking, 'the form of a link')

  // Someone without an account and without script refers.
  const outside = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })
  const referrer = await outside.newPage()
  await referrer.goto(new URL(link).pathname)
  await expect(referrer.getByText(/7 days left/)).toBeVisible()
  await expect(referrer.getByText('A safe lever for contact exists')).toBeVisible()
  await referrer.getByLabel('Given name').fill('Ty')
  await referrer.getByLabel('Family name').fill('Ashbecke')
  await referrer.getByLabel('Date of birth', { exact: true }).fill('1994-05-17')
  await referrer.getByLabel('Yes answers on the DASH checklist').fill('15')
  await referrer.getByLabel('What she is to him').first().selectOption({ label: 'Former partner' })
  await referrer.getByLabel('Does she know of this referral?').first().selectOption({ label: 'No' })
  await referrer.getByLabel('Does she agree to it?').first().selectOption({ label: 'Not asked' })
  await referrer.getByLabel('Safe contact').first().fill(hers)
  await referrer.getByRole('button', { name: 'Send this referral' }).click()
  const alert = referrer.getByRole('alert')
  await expect(alert).toContainText('Say why he is referred.')
  await expect(alert).toContainText('say why it is referred all the same')
  await expect(referrer.getByLabel('Family name')).toHaveValue('Ashbecke')
  await expect(referrer.getByLabel('Safe contact').first()).toHaveValue(hers)
  await referrer.getByLabel('Why you refer him').fill('He waits for her outside the surgery')
  await referrer
    .getByLabel(/^If she does not know/)
    .first()
    .fill('He comes with her to every appointment')
  await referrer.getByRole('button', { name: 'Send this referral' }).click()
  await expect(referrer.getByRole('heading', { name: 'Received' })).toBeVisible()
  await expect(referrer.getByText('Ashbeck')).toHaveCount(0)

  // Whoever has no such link learns nothing.
  const wrong = await stranger.newPage()
  const answer = await wrong.goto(`${new URL(link).pathname.slice(0, -1)}_`)
  expect(answer?.status()).toBe(404)
  await expect(wrong.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await isAccessible(wrong, 'a link that does not work')
  await wrong.goto(new URL(link).pathname)
  await isAccessible(wrong, 'the stage of a referral')

  // It is screened: who he may be is offered with why, and a person chooses.
  await page.goto(list)
  await page.getByRole('link', { name: /^R-/ }).first().click()
  await expect(page.getByText('Same date of birth: 17 May 1994')).toBeVisible()
  await expect(page.getByText(hers)).toBeVisible()
  await page.locator('summary', { hasText: 'Accept on to the agenda' }).click()
  const accept = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Accept this referral' }) })
  await accept.getByLabel('Reason', { exact: true }).selectOption({ label: 'Visible high risk' })
  await accept.getByRole('button', { name: 'Accept this referral' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose who he is')
  await accept.getByLabel(/^Tyrone Ashbeck.*a new case on him/).check()
  await accept.getByLabel(/^Victim-survivor 1/).selectOption({ label: 'V-0413-1, former partner (CR-0413)' })
  await accept.getByLabel('Put it on an agenda now').selectOption({ index: 1 })
  await accept.getByLabel('If it comes late for that agenda: why').fill('He was arrested last night')
  await accept.getByRole('button', { name: 'Accept this referral' }).click()
  await expect(page.getByRole('status')).toContainText('its case is on the agenda')
  await isAccessible(page, 'an accepted referral')

  // The case: on him, and a repeat, with its working.
  const caseLink = page.getByRole('main').getByRole('link', { name: /^CR-/ }).first()
  const caseRef = await caseLink.innerText()
  await caseLink.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tyrone Ashbeck')
  const referral = page.getByRole('region', { name: 'Referral, repeat and serial' })
  await expect(referral.getByRole('heading', { name: /^Repeat: Yes/ })).toBeVisible()
  await expect(referral).toContainText('the same victim-survivor (V-0413-1), so a repeat')
  await page.goto(`/meetings/${meetingId}/agenda`)
  await expect(page.getByRole('main')).toContainText(caseRef)

  // Her part stays where it was put.
  const caseManager = await signIn('caseManager')
  await caseManager.page.goto(list)
  await caseManager.page.getByRole('link', { name: /^R-/ }).first().click()
  await expect(caseManager.main).toContainText('He waits for her outside the surgery')
  expect(await caseManager.findsOnPage([hers, 'every appointment'])).toEqual([])

  // The referrer sees the stage.
  await referrer.reload()
  await expect(referrer.getByRole('heading', { name: 'Being looked at' })).toBeVisible()
  await outside.close()
  await stranger.close()
})

test('a member refers, it comes back, is answered and signposted, and each step shows', async ({
  signIn,
}) => {
  const housing = await signIn('housing')
  housing.forgive(/status of 422/)
  await housing.page.goto('/')
  await housing.page
    .getByRole('link', { name: /All meetings/ })
    .first()
    .click()
  await housing.page.getByRole('link', { name: 'Referrals', exact: true }).click()
  const list = housing.page.url()
  await housing.page.getByRole('link', { name: 'Refer someone' }).click()
  await isAccessible(housing.page, 'the form for a member')
  await housing.page.getByRole('button', { name: 'Send this referral' }).click()
  await expect(housing.page.getByRole('alert')).toBeFocused()
  await isAccessible(housing.page, 'a referral refused')
  await housing.page.getByLabel('Family name').fill('Yarwell')
  await housing.page.getByLabel('Why you refer him').fill('He broke her door')
  await housing.page.getByLabel('What she is to him').first().selectOption({ label: 'Partner' })
  await housing.page.getByLabel('Does she know of this referral?').first().selectOption({ label: 'Yes' })
  await housing.page.getByLabel('Does she agree to it?').first().selectOption({ label: 'Yes' })
  await housing.page.getByRole('button', { name: 'Send this referral' }).click()
  await expect(housing.page.getByRole('status')).toContainText('Your referral has arrived')
  await housing.page.getByRole('link', { name: /^R-/ }).first().click()
  const referralPath = new URL(housing.page.url()).pathname

  const chair = await signIn('chair')
  await chair.page.goto(referralPath)
  await isAccessible(chair.page, 'a referral to be screened')
  const back = chair.page
    .locator('form')
    .filter({ has: chair.page.getByRole('button', { name: 'Return it' }) })
  await back.getByLabel('Reason', { exact: true }).selectOption({ label: 'No risk assessment' })
  await back.getByLabel('What is asked of the referrer').fill('Please send the count')
  await back.getByRole('button', { name: 'Return it' }).click()
  await expect(chair.page.getByRole('status')).toContainText('returned for more information')
  await chair.page.goto(list)
  await expect(chair.page.getByRole('region', { name: /^Referrers still to be told: 1/ })).toContainText(
    'Imran Castlemoor',
  )

  await housing.page.reload()
  await expect(housing.main).toContainText('Please send the count')
  await housing.page.locator('summary', { hasText: 'Add to this referral' }).click()
  await housing.page.getByLabel('What you add').fill('The count is 12')
  await housing.page.getByRole('button', { name: 'Add this' }).click()
  await expect(housing.main).toContainText('Received, to be screened')

  await chair.page.goto(referralPath)
  await expect(chair.main).toContainText('The count is 12')
  await chair.page.locator('summary', { hasText: 'Signpost elsewhere' }).click()
  const away = chair.page
    .locator('form')
    .filter({ has: chair.page.getByRole('button', { name: 'Signpost it' }) })
  await away
    .getByLabel('Reason', { exact: true })
    .selectOption({ label: 'A voluntary programme fits better' })
  await away.getByLabel('Where the referrer may turn instead').fill('Harbour Change takes him on')
  await away.getByRole('button', { name: 'Signpost it' }).click()
  const telling = chair.page.getByRole('region', { name: 'What the referrer has been told' })
  await telling.getByLabel('How they were told').selectOption({ label: 'By telephone' })
  await telling.getByRole('button', { name: 'Record that they were told' }).click()
  await expect(chair.page.getByRole('status')).toContainText('It is recorded that the referrer was told')
  await chair.page.goto(list)
  await expect(chair.page.getByRole('region', { name: 'Referrers still to be told' })).toContainText(
    'Nobody waits to hear',
  )
  await housing.page.reload()
  await expect(housing.main).toContainText('Harbour Change takes him on')
})

test('what an outside referrer is asked is answered through another link, once', async ({
  signIn,
  browser,
  server,
}) => {
  const chair = await signIn('chair')
  const { page } = chair
  await page.goto('/')
  await page
    .getByRole('link', { name: /All meetings/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Referrals', exact: true }).click()
  const list = page.url()
  await page.getByRole('link', { name: 'Give a link to someone outside' }).click()
  await page.getByLabel('Their name').fill('Perpetua Nightgarden')
  await page.getByLabel('Their e-mail address').fill('perpetua@surgery.example')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = new URL(await page.locator('code.key').innerText()).pathname

  const outside = await browser.newContext({ baseURL: server.address })
  const referrer = await outside.newPage()
  await referrer.goto(link)
  await referrer.getByLabel('Family name').fill('Yarwell')
  await referrer.getByLabel('Why you refer him').fill('He broke her door')
  await referrer.getByLabel('What she is to him').first().selectOption({ label: 'Partner' })
  await referrer.getByLabel('Does she know of this referral?').first().selectOption({ label: 'Yes' })
  await referrer.getByLabel('Does she agree to it?').first().selectOption({ label: 'Yes' })
  await referrer.getByRole('button', { name: 'Send this referral' }).click()
  await expect(referrer.getByRole('heading', { name: 'Received' })).toBeVisible()

  await page.goto(list)
  await page.getByRole('link', { name: /^R-/ }).first().click()
  await page.locator('summary', { hasText: 'Return for more information' }).click()
  const back = page.locator('form').filter({ has: page.getByRole('button', { name: 'Return it' }) })
  await back.getByLabel('Reason', { exact: true }).selectOption({ label: 'No risk assessment' })
  await back.getByLabel('What is asked of the referrer').fill('Please send the count')
  await back.getByLabel('Has the referrer been told already?').selectOption({ label: 'By telephone' })
  await back.getByRole('button', { name: 'Return it' }).click()
  await page.getByRole('button', { name: 'Make a link to answer with' }).click()
  const answerLink = new URL(await page.locator('code.key').innerText()).pathname

  await referrer.goto(link)
  await expect(referrer.getByText('Please send the count')).toBeVisible()
  await referrer.goto(answerLink)
  await isAccessible(referrer, 'the form of a link to answer with')
  await referrer.getByLabel('Your answer').fill('The count is 12')
  await referrer.getByRole('button', { name: 'Send this' }).click()
  await expect(referrer.getByRole('heading', { name: 'Received' })).toBeVisible()
  await page.reload()
  await expect(chair.main).toContainText('the referrer: The count is 12')
  await outside.close()
})

test('two entries of one man are merged by a person with a reason, and taken apart again', async ({
  signIn,
}) => {
  const coordinator = await signIn('coordinator')
  const { page } = coordinator
  await page.goto('/')
  await page
    .getByRole('link', { name: /All meetings/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Referrals', exact: true }).click()
  await page.getByRole('link', { name: 'People who may be one' }).click()
  await page.locator('summary', { hasText: 'Merge two others' }).click()
  await page
    .getByLabel('Whose entry stays')
    .selectOption({ label: 'Tyrone Ashbeck, born 17 May 1994 (CRP-0229)' })
  await page
    .getByLabel('Who is the same man')
    .selectOption({ label: 'Marlon Eastvale, born 9 February 1987 (CRP-0251)' })
  await page.getByLabel('How it is known that they are one man').fill('Police say so')
  await page.getByRole('button', { name: 'Merge them' }).click()
  await expect(page.getByRole('status')).toContainText('They are one entry now')
  const merged = page.getByRole('region', { name: 'Merged' })
  await expect(merged).toContainText('Marlon Eastvale was merged into Tyrone Ashbeck: Police say so')
  await isAccessible(page, 'people, with a merge')
  await page.getByLabel('Why they are two men after all').fill('A mistake of the register')
  await page.getByRole('button', { name: 'Undo this merge' }).click()
  await expect(page.getByRole('status')).toContainText('each has his own cases again')
  await expect(merged).toContainText('A mistake of the register')
  await expect(
    page
      .getByLabel('Whose entry stays')
      .getByRole('option', { name: /^Marlon Eastvale/, includeHidden: true }),
  ).toHaveCount(1)
})
