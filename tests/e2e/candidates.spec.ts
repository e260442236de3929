import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

// A MATAC between meetings: from the ranking to a case that is due, and something that happens on it.

const isSound = async (page: Page, what: string) => {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      what,
    )
    .toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect
    .soft(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${what}, width on a phone`,
    )
    .toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 720 })
}

test('from the panel page to a candidate put forward, and a breach on his case that makes it urgent', async ({
  signIn,
}) => {
  const { page } = await signIn('sandwellChair', { javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: 'All meetings, members and settings' }).click()
  const panelPage = page.url()
  await page.getByRole('link', { name: 'Candidates: who to take up next' }).click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('1. Kester Brindlewick')
  await page.getByRole('link', { name: 'Name', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('Brindlewick')
  await expect(page.getByRole('heading', { level: 2 }).nth(1)).toContainText('Copperfold')

  await page.getByRole('button', { name: /Put forward for the agenda.*Copperfold/ }).click()
  await expect(page.getByRole('status')).toContainText('He is put forward')
  await expect(page.getByRole('listitem').filter({ hasText: 'Copperfold' }).first()).toContainText(
    'starting matrix',
  )

  await page.getByRole('link', { name: 'SW-0046' }).click()
  await page.getByText('Record that something happened').click()
  await page.getByLabel('What happened').selectOption('breach')
  await page.getByLabel('What, in a line or two').fill('Seen outside her address against his bail.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('It is on record')
  await expect(page.getByText('Bring the case back?')).toBeVisible()

  await page.goto(panelPage)
  await page
    .getByRole('link', { name: /^Agenda/ })
    .first()
    .click()
  const due = page.getByRole('listitem').filter({ hasText: 'SW-0046' }).first()
  await expect(due).toContainText('Urgent')
  await expect(due).toContainText('Breach of an order or condition')
  await expect(due).toContainText('Put forward as a candidate')
})

test('the ranking, its matrix and a case file with something on it are accessible and fit a phone', async ({
  signIn,
}) => {
  const { page } = await signIn('sandwellChair')
  await page.goto('/')
  await page.getByRole('link', { name: 'All meetings, members and settings' }).click()
  await page.getByRole('link', { name: 'Candidates: who to take up next' }).click()
  await isSound(page, 'candidates')
  await page.getByRole('link', { name: /^The scoring matrix/ }).click()
  await page.getByText('Change the matrix').click()
  await isSound(page, 'matrix')
  await page.goBack()
  await page.getByRole('link', { name: 'SW-0046' }).click()
  await page.getByText('Record that something happened').click()
  await isSound(page, 'case file')
})
