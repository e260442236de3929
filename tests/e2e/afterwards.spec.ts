import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

// After the meeting: minutes approved and distributed, each agency its own extract, actions ended in the inbox, her told.

test.use({ beginning: 'opened' })

const inFiveWeeks = () => new Date(Date.now() + 35 * 86_400_000).toISOString().slice(0, 10)

test('from the closed meeting to approved minutes, two extracts, an action done and a victim-survivor told', async ({
  door,
  meetingId,
  signIn,
}) => {
  const [itemId = ''] = await door.items('chair', meetingId)
  const inItem = (fields: Record<string, string>) => ({
    itemId,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`fields.${name}`, value])),
  })
  await door.command(
    'housing',
    'assignAction',
    meetingId,
    inItem({ what: 'Change the locks at the flat', due: 'in 2 weeks' }),
  )
  await door.command(
    'police',
    'assignAction',
    meetingId,
    inItem({ what: 'Put a marker on the address', due: 'in 1 week' }),
  )
  await door.command(
    'chair',
    'recordDecision',
    meetingId,
    inItem({ outcome: 'continue', rationale: 'The plan works' }),
  )
  await door.command('chair', 'concludeItem', meetingId, { itemId, without: 'Her advocate answers tomorrow' })
  await door.command('chair', 'closeMeeting', meetingId, { reason: 'Out of time' })

  const chair = await signIn('chair')
  chair.forgive(/422/)
  await chair.page.goto(`/meetings/${meetingId}/minutes`)
  await expect(chair.main).toContainText('Draft: the chair has not approved these minutes yet.')
  await chair.main.getByRole('button', { name: 'Approve these minutes' }).click()
  await expect(chair.main.getByText('The minutes are approved. They can be distributed now.')).toBeVisible()
  await chair.main.getByRole('button', { name: 'Distribute them' }).click()
  await expect(chair.main).toContainText('Approved by the chair and distributed.')

  // Somebody was forgotten: a correction with its reason, which the chair approves as a version of its own.
  await chair.main.getByRole('link', { name: 'Correct the attendance' }).click()
  await chair.main.getByLabel('Who', { exact: true }).selectOption({ label: 'Sunita Wexcombe' })
  await chair.main.getByLabel('How they attended').selectOption({ label: 'Present remotely' })
  await chair.main.getByRole('button', { name: 'Save the correction' }).click()
  await expect(chair.main.getByRole('alert')).toBeVisible()
  expect((await new AxeBuilder({ page: chair.page }).analyze()).violations).toEqual([])
  await expect(chair.main.getByLabel('How they attended')).toHaveValue('remote')
  await chair.main.getByLabel('What is corrected, and why').fill('On the telephone all morning')
  await chair.main.getByRole('button', { name: 'Save the correction' }).click()
  await expect(chair.main.getByRole('row', { name: /Sunita Wexcombe/ })).toContainText(
    'On the telephone all morning',
  )
  await chair.main.getByRole('button', { name: 'Approve the corrected minutes' }).click()
  await chair.main.getByRole('button', { name: 'Distribute them' }).click()
  await expect(chair.main).toContainText('Approved by the chair and distributed.')

  const housing = await signIn('housing')
  await housing.page.goto(`/meetings/${meetingId}/minutes`)
  await housing.main.getByRole('link', { name: 'Your agency’s extract' }).click()
  await expect(housing.main).toContainText('Change the locks at the flat')
  await expect(housing.main).not.toContainText('Put a marker on the address')
  await expect(housing.main).toContainText('Read by Imran Castlemoor')
  const download = housing.page.waitForEvent('download')
  await housing.main.getByRole('link', { name: 'Extract as PDF' }).click()
  expect((await download).suggestedFilename()).toBe('croydon-dapp-2026-11-25-extract.pdf')
  const police = await signIn('police')
  await police.page.goto(`/meetings/${meetingId}/extract`)
  await expect(police.main).toContainText('Put a marker on the address')
  await expect(police.main).not.toContainText('Change the locks at the flat')

  await housing.page.goto('/')
  await housing.main
    .getByRole('link', { name: /What is owed/ })
    .first()
    .click()
  const owed = housing.main.getByRole('listitem').filter({ hasText: 'Change the locks at the flat' })
  await owed.getByText('How it ended').first().click()
  await owed.getByLabel('Done', { exact: true }).check()
  await owed.getByLabel('What was done, or why it was not').fill('Changed on Monday, keys with her')
  await owed.getByRole('button', { name: 'Save how it ended' }).click()
  await expect(housing.main.getByText('How it ended is on record.')).toBeVisible()
  await expect(housing.main).not.toContainText('Change the locks at the flat')
  await expect(housing.main.getByRole('heading', { name: /Telling her/ })).toHaveCount(0)

  const idva = await signIn('idva')
  await idva.page.goto('/')
  await idva.main
    .getByRole('link', { name: /What is owed/ })
    .first()
    .click()
  await expect(idva.main.getByRole('heading', { name: 'Telling her: 1' })).toBeVisible()
  const telling = idva.main.getByRole('listitem').filter({ hasText: 'V-0430-1' })
  await telling.getByText(/^It has been done/).click()
  await telling.getByLabel('She has been told').check()
  await telling.getByLabel('How it went, or why it would not be safe').fill('By telephone before noon')
  await telling.getByRole('button', { name: 'Record it' }).click()
  await expect(idva.main.getByText('It is on record.')).toBeVisible()
  await expect(idva.main.getByRole('heading', { name: /Telling her/ })).toHaveCount(0)
})

test('what was taken to the chair stands first on its case at the next meeting, and the chair rules on it there', async ({
  door,
  meetingId,
  signIn,
}) => {
  const [itemId = ''] = await door.items('chair', meetingId)
  const panelId = /\/panels\/([\w-]+)/.exec(await door.read('police', '/'))?.[1] ?? ''
  const housing =
    /<option value="([\w-]+)"[^>]*>Croydon Housing/.exec(
      await door.read('chair', `/panels/${panelId}/inbox`),
    )?.[1] ?? ''
  await door.command('police', 'requestInformation', meetingId, {
    itemId,
    'fields.toAgencyId': housing,
    'fields.what': 'Who holds the tenancy',
    'fields.why': 'To plan',
    'fields.due': 'in 1 week',
  })
  await door.command('chair', 'closeMeeting', meetingId, { reason: 'Out of time' })
  const police = await signIn('police')
  await police.page.goto(`/panels/${panelId}/inbox`)
  const asked = police.main.getByRole('listitem').filter({ hasText: 'Who holds the tenancy' })
  const caseId =
    /\/cases\/([\w-]+)/.exec(
      (await asked.getByRole('link', { name: /^CR-/ }).getAttribute('href')) ?? '',
    )?.[1] ?? ''
  await asked.getByText('Chase it').first().click()
  await asked.getByLabel('Take it to the chair').check()
  await asked.getByRole('button', { name: 'Chase it' }).click()

  await door.command('chair', 'planMeeting', meetingId, {
    panelId,
    date: inFiveWeeks(),
    startsAt: '10:00',
    minutesPlanned: '60',
  })
  const next = await door.comingMeeting('chair')
  await door.command('chair', 'listCase', next, {
    caseId,
    itemKind: 'review',
    minutes: '6',
    lateReason: 'It is owed',
  })
  for (const who of ['chair', 'housing'] as const)
    await door.command(who, 'acceptConfidentiality', next, { status: 'present' })
  await door.command('chair', 'openMeeting', next, { inquorateReason: 'Few came' })

  const other = await signIn('housing')
  await other.page.goto(`/meetings/${next}/room`)
  await other.page
    .getByRole('link', { name: /CR-0430/ })
    .first()
    .click()
  await expect(other.main.getByRole('region', { name: /^With the chair/ })).toContainText(
    'Who holds the tenancy',
  )
  await expect(other.main.getByText('Rule on it')).toHaveCount(0)
  const chair = await signIn('chair')
  await chair.page.goto(`/meetings/${next}/room`)
  await chair.page.getByRole('link', { name: /CR-0430.*with the chair: 1/ }).click()
  const here = chair.main.getByRole('region', { name: /^With the chair/ })
  await here.getByText('Rule on it').click()
  await here.getByLabel('What becomes of it').selectOption({ label: 'Accept that it was not done' })
  await here.getByLabel('Why').fill('Known from the deeds')
  await here.getByRole('button', { name: 'Record the ruling' }).click()
  for (const seat of [chair, other])
    await expect(seat.main.getByRole('heading', { name: /^With the chair/ })).toHaveCount(0)
})
