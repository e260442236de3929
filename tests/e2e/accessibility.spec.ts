import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { FrontDoor } from './front-door'
import type { Who } from './people'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const desk = { width: 1280, height: 720 }
/** A desk at 200 %. */

const enlarged = { width: 640, height: 720 }
const phone = { width: 320, height: 640 }

/** What depends on the width of the window; the rest need not be asked again on a phone, where it takes its time. */
const rulesOfWidth = ['target-size', 'scrollable-region-focusable', 'region', 'heading-order']

const axeFaults = async (
  page: Page,
  { onlyWidth = false, within = 'html' }: { onlyWidth?: boolean; within?: string | undefined } = {},
) => {
  const axe = new AxeBuilder({ page }).include(within)
  const { violations } = await (onlyWidth ? axe.withRules(rulesOfWidth) : axe.withTags(rules)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}

/** What sticks out of the page to the right; a box that scrolls by itself may hold wider things. */
const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > width + 1,
    )
    return [
      `${document.documentElement.scrollWidth} of ${width}`,
      ...wide.map((one) => `${one.tagName.toLowerCase()}.${one.className}`),
    ]
  })

/** The page as it stands: clean at a desk and on a phone, and nowhere wider than its window. */
const isAccessible = async (page: Page, what: string, within?: string) => {
  await page.setViewportSize(desk)
  expect.soft(await axeFaults(page, { within }), `${what}, at a desk`).toEqual([])
  expect.soft(await sticksOut(page), `${what}, width at a desk`).toEqual([])
  await page.setViewportSize(enlarged)
  expect.soft(await sticksOut(page), `${what}, width at 200 %`).toEqual([])
  await page.setViewportSize(phone)
  expect.soft(await sticksOut(page), `${what}, width on a phone`).toEqual([])
  expect.soft(await axeFaults(page, { within, onlyWidth: true }), `${what}, on a phone`).toEqual([])
  await page.setViewportSize(desk)
}

const kindOf = (path: string) => path.replace(/[?#].*$/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/** One address of every kind of page that this person's pages lead to. */
const pagesOf = async (door: FrontDoor, who: Who): Promise<string[]> => {
  const found = new Map([['/', '/']])
  for (const path of found.values()) {
    for (const [, link = ''] of (await door.read(who, path)).matchAll(/href="(\/[^"]*)"/g)) {
      if (!/^\/(assets|favicon|$)|\.(ics|pdf|docx|csv)(\?|$)/.test(link) && !found.has(kindOf(link)))
        found.set(kindOf(link), link)
    }
  }
  return [...found.values()]
}

/** Folded parts are parts of the page; of a list, the first line stands for the others. */
const unfold = (page: Page, within = 'main') =>
  page.locator(within).evaluate((part) => {
    for (const fold of part.querySelectorAll('details'))
      if (!fold.closest('li:not(:first-child), tr:not(:first-child)')) fold.open = true
  })

/** All that the chair has; of the others, what differs for them. */
const differs = {
  chair: /./,
  coordinator: /member/,
  housing: /^\/$|room|agenda|minutes/,
  administrator: /^\/$|panels/,
  evaluator: /^\/$|panels/,
} satisfies Partial<Record<Who, RegExp>>

for (const who of ['chair', 'coordinator', 'housing', 'administrator', 'evaluator'] as const) {
  test(`every page of the ${who} is accessible`, async ({ door, signIn }) => {
    const seat = await signIn(who)
    for (const path of await pagesOf(door, who)) {
      if (!differs[who].test(kindOf(path))) continue
      await seat.page.goto(path)
      await expect(seat.page.getByRole('heading', { level: 1 })).toBeVisible()
      await unfold(seat.page)
      await isAccessible(seat.page, `${kindOf(path)} of the ${who}`)
    }
  })
}

test('signing in, its refusal and an address that leads nowhere are accessible', async ({
  server,
  signIn,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await isAccessible(page, 'sign-in')
  await page.getByLabel('E-mail address').fill('nobody@croydon.panelroom.example')
  await page.getByLabel('Password').fill('not a password of anyone')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await isAccessible(page, 'a refused sign-in')
  await context.close()
  const seat = await signIn('housing')
  seat.forgive(/status of 404/)
  await seat.page.goto('/cases/nothing')
  await isAccessible(seat.page, 'an address that leads nowhere')
})

test.describe('in an open meeting', () => {
  test.use({ beginning: 'opened' })

  test('every form of the recorder, its refusal, and a full record are accessible', async ({ sit }) => {
    const chair = await sit('chair')
    const idva = await sit('idva')
    await idva.records('Information', {
      'What you share': 'She has asked for a new lock',
      'It comes from': 'Victim-survivor',
    })
    await chair.records('Lever', { 'What gives a hold on him, or a way in': 'Bail ends on 3 December' })
    await chair.records('Disrupt', {
      'What exactly will be done': 'Unplanned bail checks',
      'Area of disruption': ['Use of breach of orders'],
    })
    await chair.records('Action', { 'What is to be done': 'Fit the lock', Owner: 'Croydon Housing' })
    await chair.records('Request', {
      'What information you need': 'Who has keys',
      Why: 'The lock',
      'From which agency': 'Croydon Housing',
    })
    await chair.records('Decision', {
      'The panel’s decision': 'Continue',
      'Why: the rationale': 'The plan holds',
    })
    await chair.takesPosition('Dissents', 'Too early')
    await expect(chair.region('Decision')).toContainText('Too early')
    for (const kind of [
      'Information',
      'Lever',
      'Support',
      'Disrupt',
      'Action',
      'Request',
      'Decision',
      'Safety check',
    ]) {
      const form = await chair.opens(kind)
      await expect(form).toBeVisible()
      await unfold(chair.page, '#recorder')
      await isAccessible(chair.page, `the ${kind} form`, '#recorder')
    }
    await (await chair.opens('Safety check')).getByRole('button', { name: 'Save safety check' }).click()
    await expect(chair.main.getByRole('alert')).toBeFocused()
    await (await chair.opensEntry('Unplanned bail checks')).locator('summary', { hasText: 'Correct' }).click()
    await chair.opensConcluding()
    await isAccessible(chair.page, 'a refused form, an entry opened to be changed, and the gate')
    await idva.page.goto(`/meetings/${idva.meetingId}/wall`)
    await expect(idva.main.getByText('Fit the lock')).toBeVisible()
    await isAccessible(idva.page, 'the wall during a case')
    await idva.page.goto(`/meetings/${idva.meetingId}/minutes`)
    await isAccessible(idva.page, 'the minutes so far')
  })

  test('the room of someone put out of a case, moved on while typing, or signed out is accessible', async ({
    sit,
    signIn,
  }) => {
    const chair = await sit('chair')
    const housing = await sit('housing')
    await (await housing.opens('Information')).getByLabel('What you share').fill('He said')
    await housing.page.keyboard.press('End')
    await chair.looksAt('CR-0387')
    await chair.chairControls.getByRole('button', { name: 'Bring the panel to this case' }).click()
    await expect(housing.main.getByText('The chair has moved on')).toBeVisible()
    await isAccessible(housing.page, 'moved on while typing')
    await housing.main.getByRole('button', { name: 'Go there' }).click()
    await expect(housing.main.getByRole('heading', { name: 'Another item' })).toBeVisible()
    await isAccessible(housing.page, 'another item')
    const elsewhere = await signIn('housing')
    await elsewhere.page.goto('/account')
    await elsewhere.page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
    await expect(housing.page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible()
    await isAccessible(housing.page, 'signed out')
  })
})
