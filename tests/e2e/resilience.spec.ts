import { expect, test } from './fixtures'
import { Line } from './line'
import type { Seat } from './seat'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

test.use({ beginning: 'opened' })

const stateOf = (seat: Seat) => seat.page.locator('.connection')
const cutOff = /net::ERR_|WebSocket connection|Failed to load resource/

test('what is recorded while the line is down is kept, sent when it is back, and arrives once', async ({
  sit,
  server,
}) => {
  const line = await Line.to(server.address)
  const chair = await sit('chair')
  const housing = await sit('housing', { address: line.address })
  housing.forgive(cutOff)
  const form = await housing.opens('Information')
  const words = form.getByLabel('What you share')
  await words.pressSequentially('Rent is three months ')

  line.cut()
  await expect(stateOf(housing)).toContainText(
    'connection lost: what you record is kept and sent when it is back',
  )
  await words.pressSequentially('behind')
  await expect(words).toHaveValue('Rent is three months behind')
  await words.press('Enter')
  await expect(words).toHaveValue('')
  await expect(stateOf(housing)).toContainText('1 not yet saved; connection lost')
  await expect(housing.page.getByRole('region', { name: 'Not yet saved' })).toContainText(
    'Not sent yet information: Rent is three months behind',
  )
  await words.fill('Second notice was served')
  await words.press('Enter')
  await expect(stateOf(housing)).toContainText('2 not yet saved')
  await chair.records('Information', { 'What you share': 'Said while housing was away' })
  await chair.goesToStep('Share')

  line.mend()
  await expect(stateOf(housing)).toHaveText('saved')
  for (const seat of [housing, chair]) {
    await seat.seesOnce('Rent is three months behind')
    await seat.seesOnce('Second notice was served')
    await seat.seesOnce('Said while housing was away')
  }
  await expect(housing.main.locator('[aria-current=step]')).toHaveText('Share')
  await expect(housing.page.getByRole('region', { name: 'Not yet saved' })).toHaveCount(0)
  await housing.page.reload()
  await housing.seesOnce('Rent is three months behind')
  await line.close()
})

test('a chair who presses twice before the room has moved is not taken back to the case just left', async ({
  sit,
  server,
}) => {
  const line = await Line.to(server.address)
  const chair = await sit('chair', { address: line.address })
  chair.forgive(cutOff)
  const housing = await sit('housing')
  await chair.isAt('CR-0430')

  line.cut()
  await chair.page.keyboard.press(']')
  const step = chair.main
    .getByRole('navigation', { name: 'Steps of the case' })
    .getByRole('button', { name: 'Share' })
  await expect(step, 'held until the panel is at the next case').toBeDisabled()
  await step.press('Enter')
  await chair.page.keyboard.press('n')
  await expect(stateOf(chair)).toContainText('1 not yet saved')
  line.mend()

  for (const seat of [chair, housing]) {
    await seat.isAt('CR-0431')
    await expect(seat.main.locator('[aria-current=step]')).toHaveText('Introduce')
  }
  await line.close()
})

test('a laptop that notices the cut itself says so at once', async ({ sit }) => {
  const housing = await sit('housing')
  housing.forgive(cutOff)
  await housing.context.setOffline(true)
  await expect(stateOf(housing)).toContainText('connection lost')
  await housing.records('Information', { 'What you share': 'Written in the lift' })
  await expect(stateOf(housing)).toContainText('1 not yet saved')
  // Closing the lid: the tab is loaded again, and what was recorded goes out from there.
  await housing.context.setOffline(false)
  await housing.page.reload()
  await housing.isConnected()
  await housing.seesOnce('Written in the lift')
})

test('someone who types is not moved when the chair moves on, and one press takes them there', async ({
  sit,
}) => {
  const chair = await sit('chair')
  const housing = await sit('housing')
  const idva = await sit('idva')
  const form = await housing.opens('Information')
  const words = form.getByLabel('What you share')
  await words.pressSequentially('He has asked for a')

  await chair.goesToNextCase()
  await idva.isAt('CR-0431')
  await expect(
    housing.main.getByRole('status').filter({ hasText: 'The chair has moved on to case 2' }),
  ).toBeVisible()
  await housing.isAt('CR-0430')
  await expect(words).toBeFocused()
  await words.pressSequentially(' ground-floor flat')
  await expect(words).toHaveValue('He has asked for a ground-floor flat')

  await housing.main.getByRole('button', { name: 'Go there' }).click()
  await housing.isAt('CR-0431')
  await expect(housing.main.getByRole('form').getByRole('textbox').first()).toHaveValue('')
  await housing.looksAt('CR-0430')
  await expect((await housing.opens('Information')).getByLabel('What you share')).toHaveValue(
    'He has asked for a ground-floor flat',
  )
  await housing.page.getByRole('button', { name: 'Follow the chair' }).first().click()
  await housing.isAt('CR-0431')
  // With the form open and nothing in it yet they go along, and the form says which case it writes to now.
  const writesTo = housing.main.locator('.writes-to')
  await expect(writesTo).toHaveText(/^Information on CR-0431/)
  await housing.main.getByLabel('What you share').focus()
  await chair.goesToNextCase()
  await housing.isAt('CR-0432')
  await expect(writesTo).toHaveText(/^This is another case now\. Information on CR-0432/)
})

test('a draft outlives the chair moving on, a reload, and a session ended elsewhere', async ({
  sit,
  signIn,
}) => {
  const chair = await sit('chair')
  const police = await sit('police')
  await police.fills(await police.opens('Information'), {
    'What you share': 'Custody record shows two',
    'It comes from': 'Intelligence',
    'Who may read this': 'Named agencies only',
    'Agencies that may read it': ['Probation Service'],
  })
  const isKept = async () => {
    const again = await police.opens('Information')
    await expect(again.getByLabel('What you share')).toHaveValue('Custody record shows two')
    await expect(again.getByLabel('It comes from')).toHaveValue('intelligence')
    await expect(again.getByLabel('Who may read this')).toHaveValue('agencies')
    await expect(
      again.getByRole('group', { name: 'Agencies that may read it' }).getByLabel('Probation Service'),
    ).toBeChecked()
  }

  const decision = await chair.opens('Decision')
  await chair.fills(decision, {
    'The panel’s decision': 'Bring back',
    'Why it is brought back': 'Nobody knows where he lives',
    'Why: the rationale': 'We wait for',
  })
  await chair.page.reload()
  await chair.isConnected()
  const decisionAgain = await chair.opens('Decision')
  await expect(decisionAgain.getByLabel('Why it is brought back')).toHaveValue('Nobody knows where he lives')
  await expect(decisionAgain.getByLabel('Why: the rationale')).toHaveValue('We wait for')

  await chair.goesToNextCase()
  await police.page.reload()
  await police.isConnected()
  await police.looksAt('CR-0430')
  await isKept()

  const elsewhere = await signIn('police')
  await elsewhere.page.goto('/account')
  await elsewhere.page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
  await expect(police.page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible()
  const words = (await police.opens('Information')).getByLabel('What you share')
  await words.focus()
  await words.press('End')
  await words.pressSequentially(' night visits')
  await police.page.getByRole('link', { name: 'Sign in again' }).click()
  await police.page.getByRole('button', { name: police.name }).first().click()
  await police.isConnected()
  await police.looksAt('CR-0430')
  const kept = await police.opens('Information')
  await expect(kept.getByLabel('What you share')).toHaveValue('Custody record shows two night visits')
  await kept.getByRole('button', { name: 'Save information' }).click()
  await police.seesOnce('Custody record shows two night visits')
  await expect(chair.entry('Custody record shows two night visits')).toHaveCount(0)
})

test('what is recorded after the session has ended goes out at the next sign-in', async ({ sit, signIn }) => {
  const chair = await sit('chair')
  const police = await sit('police')
  const elsewhere = await signIn('police')
  const form = await police.opens('Information')
  await elsewhere.page.goto('/account')
  await elsewhere.page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
  await expect(police.page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible()
  await form.getByLabel('What you share').fill('Recorded without a session')
  await form.getByLabel('What you share').press('Enter')
  await expect(stateOf(police)).toContainText('1 not yet saved; signed out')
  await police.page.getByRole('link', { name: 'Sign in again' }).click()
  await police.page.getByRole('button', { name: police.name }).first().click()
  await police.isConnected()
  for (const seat of [police, chair]) await seat.seesOnce('Recorded without a session')
})

test('the server dies in the middle of it all and comes back: nothing acknowledged is lost, nobody has to do anything', async ({
  sit,
  server,
}) => {
  const chair = await sit('chair')
  const everyone = [chair, await sit('police'), await sit('housing'), await sit('probation')]
  for (const seat of everyone) seat.forgive(cutOff)
  await chair.goesToNextCase()
  await chair.goesToStep('Share')
  const words = new Map<Seat, string[]>()
  for (const seat of everyone)
    words.set(
      seat,
      [1, 2, 3, 4].map((number) => `${seat.name} says ${number}`),
    )
  const say = async (seat: Seat, lines: string[]) => {
    const field = (await seat.opens('Information')).getByLabel('What you share')
    for (const line of lines) {
      await field.fill(line)
      await field.press('Enter')
    }
  }

  const saying = Promise.all(everyone.map((seat) => say(seat, words.get(seat) ?? [])))
  await everyone[2]?.sees(`${everyone[2].name} says 1`)
  await server.stop('SIGKILL')
  await saying
  for (const seat of everyone) await expect(stateOf(seat)).toContainText('connection lost')

  await server.startAgain()
  for (const seat of everyone) {
    await expect(stateOf(seat)).toHaveText('saved')
    await seat.isAt('CR-0431')
    await expect(seat.main.locator('[aria-current=step]')).toHaveText('Share')
    for (const line of [...words.values()].flat()) await seat.seesOnce(line)
  }
  await everyone[3]?.page.reload()
  for (const line of [...words.values()].flat()) await everyone[3]?.seesOnce(line)
})

test('where web sockets are blocked, everything arrives all the same', async ({ sit, server }) => {
  const line = await Line.to(server.address, { webSockets: false })
  const chair = await sit('chair')
  const housing = await sit('housing', { address: line.address })
  housing.forgive(cutOff)
  await chair.records('Information', { 'What you share': 'Can you hear us' })
  await housing.sees('Can you hear us')
  await housing.records('Information', { 'What you share': 'Loud and clear' })
  await chair.seesOnce('Loud and clear')
  await chair.goesToNextCase()
  await housing.isAt('CR-0431')
  await expect(stateOf(housing)).toHaveText('saved')
  await line.close()
})

test('what is refused comes back to be mended, one after the other, and never over what is being typed', async ({
  sit,
  server,
}) => {
  const line = await Line.to(server.address)
  const chair = await sit('chair')
  const housing = await sit('housing', { address: line.address })
  housing.forgive(cutOff)
  const form = await housing.opens('Action')
  const what = form.getByLabel('What is to be done')
  const due = form.getByLabel('By when')
  const notSaved = housing.page.getByRole('region', { name: 'Not yet saved' })
  line.cut()
  await expect(stateOf(housing)).toContainText('connection lost')
  for (const words of ['Write to the landlord', 'Ring the caretaker']) {
    await what.fill(words)
    await due.fill('some day')
    await what.press('Enter')
  }
  await expect(stateOf(housing)).toContainText('2 not yet saved')
  await what.fill('Visit the')
  line.mend()

  await expect(notSaved.getByRole('listitem').filter({ hasText: 'Not saved' })).toHaveCount(2)
  await expect(what).toHaveValue('Visit the')
  await what.fill('Visit the flat')
  await what.press('Enter')
  await chair.seesOnce('Visit the flat')

  for (const words of ['Write to the landlord', 'Ring the caretaker']) {
    await expect(what).toHaveValue(words)
    await expect(form.getByRole('alert')).toContainText('Write a date, or words such as')
    // Slower than the clock on the page, which draws everything again each second.
    await what.press('End')
    await what.pressSequentially(' again', { delay: 250 })
    await due.fill('Friday')
    await form.getByRole('button', { name: 'Save action' }).click()
    await chair.seesOnce(`${words} again`)
  }
  await expect(notSaved).toHaveCount(0)
  await line.close()
})
