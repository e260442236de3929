import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'
import { agencies, people } from './people'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

// No click, no focus by script: what a person with a keyboard, or who has lost the mouse, can do.

test('the whole meeting is run by keyboard alone', async ({ signIn, server, browser }) => {
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  const keys = page.keyboard
  const has = (control: Locator) => control.evaluate((element) => element === document.activeElement)
  /** Presses Tab until the control has the focus, as far as anyone would go. */
  const tabTo = async (control: Locator, { back = false, atMost = 120 } = {}) => {
    await expect(control).toBeVisible()
    for (let pressed = 0; pressed < atMost; pressed += 1) {
      if (await has(control)) return
      await keys.press(back ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`Tab does not lead to ${control.toString()}`)
  }
  const main = page.getByRole('main')

  await test.step('sign in and find the meeting', async () => {
    await page.goto('/sign-in')
    await keys.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
    await keys.press('Enter')
    await tabTo(page.getByRole('button', { name: people.chair }).first())
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Your panel' })).toBeVisible()
    await tabTo(page.getByRole('link', { name: /^Agenda/ }).first())
    await keys.press('Enter')
    await tabTo(page.getByRole('link', { name: 'Go to the meeting room' }))
    await keys.press('Enter')
    await expect(page.locator('.room')).toHaveAttribute('data-connection', 'live')
  })

  await test.step('join and open', async () => {
    await tabTo(main.getByLabel('In the room'))
    await keys.press('ArrowDown')
    await expect(main.getByLabel('Remotely')).toBeChecked()
    await tabTo(main.getByRole('button', { name: 'I accept, and join' }))
    await keys.press('Enter')
    await tabTo(main.getByLabel('Why the meeting goes ahead without a quorum'))
    await keys.type('Snow: only the police could come, and three cases cannot wait')
    await keys.press('Enter')
    await expect(main.getByText('The meeting is open.')).toBeVisible()
  })

  const police = await signIn('police')
  await police.entersRoom()
  await police.joins()

  await test.step('go to the first case and through its steps', async () => {
    await keys.press(']')
    await police.isAt('CR-0430')
    // Until the chair's own screen has moved, a further press is held.
    await expect(main.locator('[aria-current=step]')).toHaveText('Introduce')
    await keys.press('n')
    await expect(main.locator('[aria-current=step]')).toHaveText('Share')
    await keys.press('n')
    await expect(main.locator('[aria-current=step]')).toHaveText('Analyse risk')
    await keys.press('u')
    await expect(main.locator('[aria-current=step]')).toHaveText('Share')
  })

  await test.step('record: a key, a line, Enter', async () => {
    await keys.press('i')
    await expect(main.getByLabel('What you share')).toBeFocused()
    await keys.type('Seen at her gate on Friday')
    await keys.press('Enter')
    await police.seesOnce('Seen at her gate on Friday')
    // The next line can be written at once.
    await keys.type('Nobody was hurt')
    await keys.press('Enter')
    await police.seesOnce('Nobody was hurt')

    await keys.press('Escape')
    await keys.press('l')
    await keys.type('Bail ends on 3 December')
    await keys.press('Tab')
    await keys.type('Bail')
    await keys.press('Tab')
    await keys.press('Tab')
    await keys.type('Yes')
    await tabTo(main.getByRole('button', { name: 'Save lever' }))
    await keys.press('Enter')
    await police.seesOnce('Bail ends on 3 December')
    await expect(police.entry('Bail ends on 3 December')).toContainText(
      'Bail conditions, held by Metropolitan Police. Safe to use: yes',
    )

    await tabTo(main.getByRole('button', { name: 'Action', exact: true }), { back: true })
    await keys.press('Enter')
    await expect(main.getByLabel('What is to be done')).toBeFocused()
    await keys.type('Check the bail address')
    await keys.press('Tab')
    await keys.type('Probation')
    await keys.press('Tab')
    await keys.press('Control+a')
    await keys.type('Friday')
    await keys.press('Enter')
    await expect(police.entry('Check the bail address')).toContainText(agencies.probation)
    await expect(police.entry('Check the bail address')).toContainText('Parked for an absent agency')
  })

  await test.step('what arrives meanwhile does not take the cursor away', async () => {
    await keys.press('Escape')
    await keys.press('i')
    await keys.type('He was ')
    await police.records('Information', { 'What you share': 'Arrived from elsewhere' })
    await expect(page.locator('.entry').filter({ hasText: 'Arrived from elsewhere' })).toBeVisible()
    await keys.type('drunk')
    await expect(main.getByLabel('What you share')).toHaveValue('He was drunk')
    await keys.press('Enter')
    await police.seesOnce('He was drunk')
  })

  await test.step('decide, answer for her, conclude', async () => {
    await keys.press('Escape')
    await keys.press('c')
    await tabTo(main.getByLabel('Accept', { exact: true }))
    await keys.press('Space')
    await tabTo(main.getByLabel('Direct work', { exact: true }))
    await keys.press('Space')
    await tabTo(main.getByLabel('Why: the rationale'))
    await keys.type('High risk, and bail gives us a hold')
    await keys.press('Enter')
    await police.seesOnce('High risk, and bail gives us a hold')

    await keys.press('Escape')
    await keys.press('y')
    for (const [label, words] of [
      ['Does she know what the panel plans?', 'Yes'],
      ['Could this raise the risk to her?', 'No'],
      ['Is there a safe contact?', 'Yes'],
      ['Safety plan', 'Alarm is fitted'],
      ['Who tells her, and how', 'Her IDVA, today'],
      ['What this means for the children', 'School knows'],
    ] as const) {
      await tabTo(main.getByLabel(label))
      await keys.type(words)
    }
    await keys.press('Enter')
    await expect(police.region('Safety of victim-survivors and children')).toContainText(
      'Safety check answered',
    )

    await keys.press('Escape')
    await keys.press('k')
    await tabTo(main.getByRole('button', { name: 'Conclude this case' }))
    await keys.press('Enter')
    await expect(police.agendaLine('CR-0430')).toContainText('Accept ✓')
    await keys.press('Escape')
    await keys.press(']')
    await police.isAt('CR-0431')
  })

  await test.step('look elsewhere, come back, mask the names, and close', async () => {
    const third = page.getByRole('link', { name: /CR-0432/ })
    await tabTo(third, { back: true, atMost: 200 })
    await keys.press('Enter')
    await expect(main.getByRole('heading', { level: 2, name: /CR-0432/ })).toBeVisible()
    await keys.press('f')
    await expect(main.getByRole('heading', { level: 2, name: /CR-0431/ })).toBeVisible()
    await keys.press('m')
    await expect(main.getByRole('heading', { level: 2, name: /CR-0431 · S\.A\./ })).toBeVisible()
    await tabTo(main.getByText('Hand over, lanes, close the meeting'), { atMost: 200 })
    await keys.press('Enter')
    await tabTo(main.getByLabel('Why the meeting ends now'))
    await keys.type('The snow comes down harder')
    await tabTo(main.getByRole('button', { name: 'Close the meeting' }))
    await keys.press('Enter')
    await expect(police.main.getByText('The meeting is closed.')).toBeVisible()
    await tabTo(main.getByRole('link', { name: 'Read the minutes' }))
    await keys.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Minutes')
    await expect(main.getByText('Not quorate at opening: Snow')).toBeVisible()
  })
  expect(faults).toEqual([])
  await context.close()
})

test('keys pressed before a page is ready break nothing', async ({ signIn }) => {
  const chair = await signIn('chair')
  const slow = await chair.context.newCDPSession(chair.page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 8 })
  for (let visit = 0; visit < 3; visit += 1) {
    let ready = false
    const impatient = async () => {
      while (!ready) await chair.page.keyboard.press('Tab')
    }
    const pressing = impatient()
    await chair.page.goto('/')
    await expect(chair.main.getByRole('heading', { name: 'Your panels' })).toBeVisible()
    // Long enough for a slow machine to take the page over: a fault in that moment fails the test at its end.
    await chair.page.waitForTimeout(2_000)
    ready = true
    await pressing
  }
})
