import { expect, test } from './fixtures'
import { agencies } from './people'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

// A locked-down browser, or a page whose script did not arrive: everything goes by plain forms.

test.use({ beginning: 'opened' })

test('a meeting can be joined, recorded in and taken to a conclusion without script', async ({
  signIn,
  sit,
}) => {
  const adults = await signIn('adults', { javaScriptEnabled: false })
  const chair = await signIn('chair', { javaScriptEnabled: false })
  const police = await sit('police')
  // A refused form comes back with the status of its refusal.
  for (const seat of [adults, chair]) seat.forgive(/status of (409|422)/)

  await adults.page.goto(adults.roomPath)
  await expect(adults.main.getByRole('heading', { name: 'Join the meeting' })).toBeVisible()
  expect(await adults.findsOnPage(['Thornhollow', 'V-0430'])).toEqual([])
  await adults.main.getByLabel('Remotely').check()
  await adults.main.getByRole('button', { name: 'I accept, and join' }).click()
  await adults.isAt('CR-0430')
  await expect(adults.page.locator('.connection')).toHaveText('this page refreshes when you save')

  const record = adults.region('Record')
  await record.getByRole('button', { name: 'Information', exact: true }).click()
  const form = adults.main.getByRole('form', { name: /^Information, / })
  await form.getByLabel('What you share').fill('Known to us as a carer')
  await form.getByRole('button', { name: 'Save information' }).click()
  await adults.seesOnce('Known to us as a carer')
  await police.seesOnce('Known to us as a carer')

  await record.getByRole('button', { name: 'Action', exact: true }).click()
  const action = adults.main.getByRole('form', { name: /^Action, / })
  await action.getByLabel('What is to be done').fill('Visit with the district nurse')
  await action.getByLabel('By when').fill('one of these days')
  await action.getByRole('button', { name: 'Save action' }).click()
  await expect(action.getByRole('alert')).toContainText('Write a date, or words such as')
  await expect(action.getByLabel('What is to be done')).toHaveValue('Visit with the district nurse')
  await expect(action.getByLabel('By when')).toHaveValue('one of these days')
  await action.getByLabel('By when').fill('in 2 weeks')
  await action.getByRole('button', { name: 'Save action' }).click()
  await adults.seesOnce('Visit with the district nurse')
  await expect(police.entry('Visit with the district nurse')).toContainText(agencies.adults)

  await chair.page.goto(chair.roomPath)
  await chair.seesOnce('Visit with the district nurse')
  await chair.region('Record').getByRole('button', { name: 'Decision', exact: true }).click()
  const decision = chair.main.getByRole('form', { name: /^Decision, / })
  await decision.getByLabel('Bring back', { exact: true }).check()
  await decision.getByLabel('Why: the rationale').fill('Too little is known')
  await decision.getByRole('button', { name: 'Save decision' }).click()
  await expect(decision.getByRole('alert')).toContainText('Say why the case is brought back.')
  await expect(decision.getByLabel('Why: the rationale')).toHaveValue('Too little is known')
  await expect(decision.getByLabel('Bring back', { exact: true })).toBeChecked()
  await decision.getByLabel(/Why it is brought back/).fill('Mental Health Trust could not come')
  await decision.getByRole('button', { name: 'Save decision' }).click()
  await chair.sees('Too little is known')

  await chair.opensConcluding()
  await chair.concludes()
  await expect(chair.chairControls.getByRole('alert')).toContainText(
    'Nobody has answered the safety check for V-0430-1.',
  )
  await chair.concludes('Her IDVA answers it after the meeting, and the chair rings at four')
  await expect(chair.agendaLine('CR-0430')).toContainText('Bring back ✓')
  await expect(police.agendaLine('CR-0430')).toContainText('Bring back ✓')
  await chair.goesToNextCase()
  await chair.isAt('CR-0431')
  await adults.page.reload()
  await adults.isAt('CR-0431')
})
