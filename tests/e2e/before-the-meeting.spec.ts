import { expect, test } from './fixtures'
import type { Who } from './people'

// From a series to the room: meetings planned ahead, the agenda built from what is due and circulated, six agencies return,
// the board says who, one is chased; and in the meeting one key shares what the police had kept to themselves till then.

test.describe.configure({ timeout: 240_000 })

/** A Wednesday some weeks ahead, well before any cut-off. */
const aWednesdayAhead = () => {
  const day = new Date(Date.now() + 49 * 86_400_000)
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7))
  return day.toISOString().slice(0, 10)
}

test('a meeting is prepared, from the series to the entry that is shared in the room', async ({
  signIn,
  door,
}) => {
  const coordinator = await signIn('coordinator')
  const { page } = coordinator

  await page.goto('/')
  await page.getByRole('main').locator('a[href^="/panels/"]').first().click()
  await page.getByRole('link', { name: 'Meeting series', exact: true }).click()
  await page.getByText('Set up a series').click()
  await page.getByLabel('First day, or from when').fill(aWednesdayAhead())
  await page.getByRole('button', { name: 'Set up this series' }).click()
  await expect(page.getByRole('heading', { name: /Every 2 weeks on Wednesday/ })).toBeVisible()
  await page.getByLabel('Plan ahead: months').fill('1')
  await page.getByRole('button', { name: 'Plan these meetings' }).click()
  await expect(page.getByText('The meetings are planned, each with its cut-off.')).toBeVisible()
  await page.getByRole('link', { name: 'Planned: its agenda' }).first().click()
  const meetingId = /meetings\/([\w-]+)\/agenda/.exec(page.url())?.[1] ?? ''

  const due = page.getByRole('region', { name: 'What is due' })
  const refs = (
    await due
      .getByRole('checkbox')
      .evaluateAll((boxes) =>
        boxes.map((box) => document.querySelector(`label[for="${CSS.escape(box.id)}"]`)?.textContent ?? ''),
      )
  ).slice(0, 3)
  expect(refs).toHaveLength(3)
  for (const ref of refs) await due.getByRole('checkbox', { name: ref }).check()
  await due.getByRole('button', { name: 'Add those that are ticked' }).click()
  await expect(page.getByText('On the agenda.', { exact: true })).toBeVisible()
  await expect(page.locator('.agenda-rows > li').filter({ hasText: refs[0] ?? '' })).toBeVisible()

  await page.getByText('Circulate the agenda').click()
  await page.getByRole('button', { name: 'Circulate version 1' }).click()
  await expect(page.getByRole('heading', { name: 'Version 1' })).toBeVisible()

  // Police write a return and prepare an entry, by hand.
  const police = await signIn('police')
  await police.page.goto(`/meetings/${meetingId}/returns`)
  const itemIds = await police.page
    .locator('input[type=hidden][name$=".was"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name.split('.')[1] ?? ''))
  expect(itemIds).toHaveLength(3)
  const ref = (refs[0] ?? '').split(' ')[0] ?? ''
  await police.page.getByLabel(`We hold on ${ref}`).selectOption('Known now')
  await police.page.getByLabel(`He is, with us, on ${ref}`).selectOption('Not engaging')
  await police.page.getByRole('button', { name: 'Save the returns' }).click()
  await expect(police.page.getByText('Your returns are saved.')).toBeVisible()
  const entries = police.page.locator(`#entries-${itemIds[0] ?? ''}`)
  await entries.getByText('Add information').click()
  await entries.getByLabel('What you share').first().fill('Seen at an address in the north of the borough.')
  await entries.getByRole('button', { name: 'Prepare this' }).first().click()
  await expect(entries.locator('.prepared-what', { hasText: 'north of the borough' })).toBeVisible()
  await police.page.getByRole('button', { name: /nothing held on every case not answered \(2\)/ }).click()
  await expect(police.page.getByText('Your returns are saved.')).toBeVisible()

  // Housing hold nothing on any, at one press; four more post theirs.
  const housing = await signIn('housing')
  await housing.page.goto(`/meetings/${meetingId}/agenda`)
  await housing.page.getByRole('link', { name: 'Our returns', exact: true }).click()
  await housing.page.getByRole('button', { name: /nothing held on every case not answered \(3\)/ }).click()
  await expect(housing.page.getByText('Your returns are saved.')).toBeVisible()
  await expect(housing.page.locator('.return-lines .tag.good', { hasText: 'Nothing held' })).toHaveCount(3)
  const returned = Object.fromEntries(itemIds.map((id) => [`returns.${id}.holding`, 'known_before']))
  for (const who of ['probation', 'children', 'adults', 'substances'] as const satisfies readonly Who[]) {
    await door.command(who, 'giveReturns', meetingId, returned)
  }

  await page.getByRole('link', { name: 'Who has returned what' }).click()
  const byAgency = page.getByRole('region', { name: 'By agency' })
  await expect(byAgency.getByText('All returned')).toHaveCount(6)
  await byAgency.getByRole('button', { name: 'Chase Mental Health Trust' }).click()
  await expect(page.getByText('Recorded: the agency is asked again for what it owes.')).toBeVisible()
  await expect(byAgency.getByText(/Chased once/)).toBeVisible()
  await expect(page.getByText('north of the borough')).toHaveCount(0)

  for (const who of ['chair', 'coChair', 'coordinator', 'police', 'housing'] as const)
    await door.command(who, 'acceptConfidentiality', meetingId, { status: 'present' })
  await door.command('chair', 'openMeeting', meetingId, { inquorateReason: 'A rehearsal.' })
  await door.command('chair', 'movePointer', meetingId, { itemId: itemIds[0] ?? '', step: 'share' })
  // The chair stands for the police here; her co-chair and the coordinator do not.
  for (const who of ['coChair', 'coordinator', 'housing'] as const) {
    for (const place of ['room', 'minutes', 'board', 'returns', 'wall']) {
      const read = await door.read(who, `/meetings/${meetingId}/${place}`)
      expect([who, place, read.includes('north of the borough')]).toEqual([who, place, false])
    }
  }
  await police.page.goto(`/meetings/${meetingId}/room`)
  await police.isConnected()
  await housing.page.goto(`/meetings/${meetingId}/room`)
  await housing.isConnected()
  await expect(police.page.getByRole('heading', { name: 'What we prepared' })).toBeVisible()
  await police.page.keyboard.press('1')
  await expect(housing.entry('Seen at an address in the north of the borough.')).toBeVisible()
  await expect(police.page.getByText(/Shared at \d\d:\d\d/)).toBeVisible()
})

test('returns are given without script, and what contradicts itself is said at its line with all that was typed kept', async ({
  signIn,
  meetingId,
}) => {
  const seat = await signIn('housing', { javaScriptEnabled: false })
  seat.forgive(/422/)
  await seat.page.goto(`/meetings/${meetingId}/returns`)
  const holding = seat.page.getByLabel(/^We hold on/).first()
  await holding.selectOption('Nothing held')
  await seat.page
    .getByLabel(/^Warning for staff on/)
    .first()
    .fill('A dog at the door.')
  await seat.page.getByRole('button', { name: 'Save the returns' }).click()
  await expect(seat.page.locator('.field-error')).toHaveText(/Choose one/)
  await expect(seat.page.getByLabel(/^Warning for staff on/).first()).toHaveValue('A dog at the door.')
  await holding.selectOption('Known now')
  await seat.page.getByRole('button', { name: 'Save the returns' }).click()
  await expect(seat.page.locator('.prepared-what', { hasText: 'A dog at the door.' })).toBeVisible()
  await expect(seat.page.getByText('Staff safety').first()).toBeVisible()
})

test('what stands typed in one form of the returns outlives the sending of another, in its own case', async ({
  signIn,
  meetingId,
}) => {
  const { page } = await signIn('housing')
  await page.goto(`/meetings/${meetingId}/returns`)
  const of = (ref: string) => page.locator('.return-lines > li').filter({ hasText: ref })
  const line = of('CR-0394')
  await line.getByLabel('We hold on').selectOption('known_now')
  await line.getByLabel('Warning for staff').fill('A large dog')
  const adding = of('CR-0417').locator('details', { hasText: 'Add information' })
  await adding.locator('> summary').click()
  await adding.getByLabel('What you share').fill('Behind with the rent')
  await adding.getByLabel('Who may read this').selectOption('agencies')
  await adding
    .getByRole('group', { name: 'Agencies that may read it' })
    .getByLabel('Croydon IDVA Service')
    .check()

  const other = of('CR-0430').locator('details', { hasText: 'Add information' })
  await other.locator('> summary').click()
  await other.getByLabel('What you share').fill('He has asked for a transfer')
  await other.getByRole('button', { name: 'Prepare this' }).click()
  await expect(page.getByText('The entry is prepared.')).toBeVisible()
  await expect(line.getByLabel('We hold on')).toHaveValue('known_now')
  await expect(line.getByLabel('Warning for staff')).toHaveValue('A large dog')

  await page.getByRole('button', { name: 'Save the returns' }).click()
  await expect(page.getByText('Your returns are saved.')).toBeVisible()
  await expect(adding.getByLabel('What you share')).toBeVisible()
  await adding.getByRole('button', { name: 'Prepare this' }).click()
  await expect(page.getByText('The entry is prepared.')).toBeVisible()
  await expect(of('CR-0417')).toContainText('Behind with the rent')
  await expect(of('CR-0417')).toContainText('For Croydon IDVA Service only')
})

test('what was refused for one case stands in its own form alone, not in that of another', async ({
  signIn,
  meetingId,
}) => {
  const seat = await signIn('coordinator')
  seat.forgive(/422/)
  const { page } = seat
  const rows = page.locator('.agenda-rows > li')
  const minutesOf = (row: number) => rows.nth(row).getByLabel('Minutes', { exact: true })
  await page.goto(`/meetings/${meetingId}/agenda`)
  const earlier = await minutesOf(3).inputValue()
  await rows.nth(2).locator('summary').click()
  await minutesOf(2).fill('-3')
  await rows.nth(2).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(minutesOf(2), 'its own form is open, with what was typed').toHaveValue('-3')
  await expect(minutesOf(2)).toBeVisible()
  await expect(minutesOf(3)).toHaveValue(earlier)
  await expect(minutesOf(3)).toBeHidden()
})

test('the panel’s settings are changed in versions, and the next series, the room and the standing page go by them', async ({
  signIn,
  meetingId,
}) => {
  const coordinator = await signIn('coordinator', { javaScriptEnabled: false })
  const { page } = coordinator
  coordinator.forgive(/status of (409|422)/)
  await page.goto('/')
  await page.getByRole('main').locator('a[href^="/panels/"]').first().click()
  await page.getByRole('link', { name: /^Panel settings/ }).click()
  const settings = page.url()
  await expect(page.getByText('Version 1 is in force.')).toBeVisible()

  await page.getByText('Change: agencies, quorum').click()
  const agencies = page.getByRole('region', { name: 'Agencies, quorum and confidentiality' })
  await agencies.getByLabel('Mental Health Trust').uncheck()
  await agencies.getByLabel('Quorum', { exact: true }).fill('40')
  await agencies.getByLabel('Who counts towards the quorum').selectOption('Core agencies only')
  await agencies.getByLabel('Confidentiality statement').fill('New words that everyone accepts.')
  await agencies.getByLabel('Why this changes').fill('Agreed at the business meeting.')
  await agencies.getByRole('button', { name: 'Adopt as a new version' }).click()
  await expect(page.getByRole('alert')).toContainText(
    'Quorum: only 8 core agencies count, so 40 can never be reached.',
  )
  await expect(agencies.getByLabel('Mental Health Trust')).not.toBeChecked()
  await expect(agencies.getByLabel('Confidentiality statement')).toHaveValue(
    'New words that everyone accepts.',
  )
  await agencies.getByLabel('Quorum', { exact: true }).fill('6')
  await agencies.getByRole('button', { name: 'Adopt as a new version' }).click()
  await expect(page.getByText('Version 2 is in force.')).toBeVisible()
  const second = page.locator('#settings-2')
  await expect(second).toContainText('Adopted by Priya Hallowmere: Agreed at the business meeting.')
  await expect(second).toContainText('Core agencies: taken off Mental Health Trust')
  await expect(second).toContainText('Quorum: 5 agencies → 6 agencies')

  await page.getByText('Change: when the panel meets').click()
  const sittings = page.getByRole('region', { name: 'When the panel meets' })
  await sittings.getByLabel('If every so many weeks: every').fill('4')
  await sittings.getByLabel('Usual weekday').selectOption('Thursday')
  await sittings.getByLabel('Length of a meeting').fill('90')
  await sittings.getByLabel('Why this changes').fill('Fewer cases.')
  await sittings.getByRole('button', { name: 'Adopt as a new version' }).click()
  await expect(sittings.getByText('Every 4 weeks on Thursday.')).toBeVisible()
  await page.getByRole('link', { name: 'Meeting series', exact: true }).click()
  await page.getByText('Set up a series').click()
  await expect(page.getByLabel('Every so many weeks: how many')).toHaveValue('4')
  await expect(page.getByLabel('Length in minutes')).toHaveValue('90')

  await page.goto(settings)
  await page.getByRole('link', { name: 'Add or rename an agency' }).click()
  await page.getByText('Add an agency').click()
  const add = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add this agency' }) })
  await add.getByLabel('Name').fill('Night Shelter')
  await add.getByLabel('Kind').selectOption('Voluntary sector')
  await add.getByLabel('Core agency').check()
  await add.getByRole('button', { name: 'Add this agency' }).click()
  await expect(page.getByRole('row', { name: /Night Shelter/ })).toContainText(
    'Voluntary sector, core agency',
  )
  await page.getByText('Change Night Shelter').click()
  const change = page.getByRole('row', { name: /Night Shelter/ })
  await change.getByLabel('Core agency').uncheck()
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('the record keeps it')
  await change.getByLabel(/^Why/).fill('They come when they are asked in.')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Night Shelter/ })).not.toContainText('core agency')
  await page.getByRole('link', { name: 'versions of the settings' }).click()
  await expect(page.locator('#settings-5')).toContainText('Core agencies: taken off Night Shelter')

  const housing = await signIn('housing')
  await housing.page.goto(`/meetings/${meetingId}/room`)
  await expect(housing.main.getByText('New words that everyone accepts.')).toBeVisible()
  await housing.joins()
  await expect(housing.region('Opening')).toContainText(
    '1 of 8 core agencies are here; the panel’s quorum is 6. The meeting is not quorate yet.',
  )
  await expect(housing.region('Opening')).not.toContainText(/Core agencies not here:.*Mental Health Trust/)
  await housing.page.goto(settings.replace(/\/policy.*/, '/standing'))
  await expect(housing.page.getByRole('row', { name: /Mental Health Trust/ })).toContainText('not core')
})
