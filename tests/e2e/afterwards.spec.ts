import { expect, test } from './fixtures'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

// After the meeting: minutes approved and distributed, each agency its own extract, actions ended in the inbox, her told.

test.use({ beginning: 'opened' })

test('from the closed meeting to approved minutes, two extracts, an action done and a victim-survivor told', async ({ door, meetingId, signIn }) => {
  const [itemId = ''] = await door.items('chair', meetingId)
  const inItem = (fields: Record<string, string>) => ({ itemId, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`fields.${name}`, value])) })
  await door.order('housing', 'assignAction', meetingId, inItem({ what: 'Change the locks at the flat', due: 'in 2 weeks' }))
  await door.order('police', 'assignAction', meetingId, inItem({ what: 'Put a marker on the address', due: 'in 1 week' }))
  await door.order('chair', 'recordDecision', meetingId, inItem({ outcome: 'continue', rationale: 'The plan works' }))
  await door.order('chair', 'concludeItem', meetingId, { itemId, without: 'Her advocate answers tomorrow' })
  await door.order('chair', 'closeMeeting', meetingId, { reason: 'Out of time' })

  const chair = await signIn('chair')
  await chair.page.goto(`/meetings/${meetingId}/minutes`)
  await expect(chair.main).toContainText('Draft: the chair has not approved these minutes yet.')
  await chair.main.getByRole('button', { name: 'Approve these minutes' }).click()
  await expect(chair.main.getByText('The minutes are approved. They can be distributed now.')).toBeVisible()
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
  await housing.main.getByRole('link', { name: /What is owed/ }).first().click()
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
  await idva.main.getByRole('link', { name: /What is owed/ }).first().click()
  await expect(idva.main.getByRole('heading', { name: 'Telling her: 1' })).toBeVisible()
  const telling = idva.main.getByRole('listitem').filter({ hasText: 'V-0430-1' })
  await telling.getByText(/^It has been done/).click()
  await telling.getByLabel('She has been told').check()
  await telling.getByLabel('How it went, or why it would not be safe').fill('By telephone before noon')
  await telling.getByRole('button', { name: 'Record it' }).click()
  await expect(idva.main.getByText('It is on record.')).toBeVisible()
  await expect(idva.main.getByRole('heading', { name: /Telling her/ })).toHaveCount(0)
})
