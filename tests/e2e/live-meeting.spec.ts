import { expect, test } from './fixtures'
import { agencies, people } from './people'
import type { Seat } from './seat'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

test('four people take a whole case side by side, and every screen shows each entry as it is recorded', async ({
  sit,
}) => {
  const chair = await sit('chair')
  const police = await sit('police')
  const housing = await sit('housing')
  const idva = await sit('idva')
  const everyone: Seat[] = [chair, police, housing, idva]
  const everyoneSees = (words: string) => Promise.all(everyone.map((seat) => seat.sees(words)))

  await test.step('each accepts confidentiality, and the quorum counts agencies', async () => {
    await expect(
      chair.main
        .getByText('This panel’s discussions', { exact: false })
        .or(chair.main.getByText('confidential', { exact: false }))
        .first(),
    ).toBeVisible()
    await Promise.all(everyone.map((seat) => seat.joins(seat === idva ? 'Remotely' : undefined)))
    const opening = chair.region('Opening')
    await expect(opening).toContainText(
      '3 of 10 agencies are here; the panel’s quorum is 5. The meeting is not quorate yet.',
    )
    await opening.getByRole('button', { name: 'Open the meeting' }).click()
    await expect(opening.getByRole('alert')).toContainText('3 of the 5 agencies needed are in the room')
    await chair.page.getByText(/^Attendance: /).click()
    for (const name of [people.probation, people.presenter]) {
      await chair.page
        .getByRole('form', { name: `Attendance of ${name}` })
        .getByRole('button', { name: 'Record' })
        .click()
    }
    await expect(opening).toContainText(
      '5 of 10 agencies are here; the panel’s quorum is 5. The meeting is quorate.',
    )
    await expect(housing.region('Opening')).toContainText('The meeting is quorate.')
    await opening.getByRole('button', { name: 'Open the meeting' }).click()
    await expect(housing.main.getByText('The meeting is open.')).toBeVisible()
  })

  await test.step('the chair takes everyone to the first case, step by step', async () => {
    await chair.goesToNextCase()
    for (const seat of everyone) {
      await seat.isAt('CR-0430')
      await expect(seat.page.getByRole('banner').or(seat.page.locator('header')).first()).toContainText(
        'case 1 of 17',
      )
    }
    await chair.chairControls.getByRole('button', { name: 'Next step: share' }).click()
    for (const seat of everyone) await expect(seat.main.locator('[aria-current=step]')).toHaveText('Share')
    await expect(
      housing.main.getByRole('navigation', { name: 'Steps of the case' }).getByRole('button'),
    ).toHaveCount(0)
  })

  await test.step('agencies share what they hold', async () => {
    await Promise.all([
      police.records('Information', {
        'What you share': 'Two call-outs since the arrest',
        'Date of the fact': '2026-11-19',
      }),
      housing.records('Information', {
        'What you share': 'Tenancy is in his name alone',
        'It comes from': 'Our own record',
      }),
    ])
    await everyoneSees('Two call-outs since the arrest')
    await everyoneSees('Tenancy is in his name alone')
    await expect(chair.entry('Two call-outs since the arrest')).toContainText(
      `${agencies.police}, ${people.police}`,
    )
    await expect(housing.entry('Two call-outs since the arrest')).toContainText('19 November 2026')
    for (const seat of everyone) {
      await expect(
        seat.region('Agencies').getByRole('listitem').filter({ hasText: agencies.housing }),
      ).toContainText('has spoken')
    }
    await chair.main.getByRole('button', { name: `${agencies.idva} has spoken` }).click()
    await expect(
      idva.region('Agencies').getByRole('listitem').filter({ hasText: agencies.idva }),
    ).toContainText('has spoken')
  })

  await test.step('a lever, and the panel’s criteria', async () => {
    await housing.records('Lever', {
      'What gives a hold on him, or a way in': 'Tenancy review on 3 December',
      'Kind of lever': 'Tenancy or housing need',
      'Safe to use?': 'Yes',
    })
    await everyoneSees('Tenancy review on 3 December')
    await chair.findsCriterion('A safe lever for contact exists', 'Met', 'Tenancy review is due anyway')
    for (const seat of everyone) await expect(seat.region(/^Eligibility/)).toContainText('1 of 7 criteria')
  })

  await test.step('support and disrupt, with an action its owner accepts and one for an agency that is not here', async () => {
    await housing.records('Support', {
      'What exactly will be done': 'Help with a transfer away from her road',
      'Area of support': ['Homelessness and housing'],
    })
    await police.records('Disrupt', {
      'What exactly will be done': 'Bail checks at unplanned times',
      'Area of disruption': ['Use of breach of orders', 'Evidence gathering for prosecution'],
      'Uses the lever': 'Tenancy review on 3 December',
    })
    await everyoneSees('Help with a transfer away from her road')
    await everyoneSees('Bail checks at unplanned times')
    await chair.records('Action', {
      'What is to be done': 'Bring the review forward',
      Owner: agencies.housing,
      'By when': 'in 2 weeks',
    })
    await everyoneSees('Bring the review forward')
    await expect(chair.entry('Bring the review forward')).toContainText('Waits to be accepted')
    await (
      await housing.opensEntry('Bring the review forward')
    )
      .getByRole('button', { name: 'Accept this action' })
      .click()
    for (const seat of everyone)
      await expect(seat.entry('Bring the review forward')).toContainText('Accepted')
    await chair.records('Action', {
      'What is to be done': 'Offer an assessment',
      Owner: agencies.mentalHealth,
      'By when': 'Friday',
    })
    for (const seat of everyone)
      await expect(seat.entry('Offer an assessment')).toContainText('Parked for an absent agency')
  })

  await test.step('a question is asked and answered', async () => {
    await police.records('Request', {
      'What information you need': 'Who else has keys',
      Why: 'To plan the bail checks',
      'From which agency': agencies.housing,
    })
    await everyoneSees('Who else has keys')
    await expect(idva.entry('Who else has keys')).toContainText('Outstanding')
    const asked = await housing.opensEntry('Who else has keys')
    await asked.locator('summary', { hasText: 'Answer' }).click()
    await asked.getByLabel('Answer').fill('Only he has')
    await asked.getByRole('button', { name: 'Save the answer' }).click()
    for (const seat of everyone)
      await expect(seat.entry('Who else has keys')).toContainText('Answered Only he has')
  })

  await test.step('the chair decides, and each agency says where it stands', async () => {
    await chair.records('Decision', {
      'The panel’s decision': 'Accept',
      'Kind of work': 'Direct work',
      'Why: the rationale': 'High risk, and a safe way in through the tenancy',
    })
    await everyoneSees('High risk, and a safe way in through the tenancy')
    await police.takesPosition('Agrees')
    await housing.takesPosition('Dissents', 'We would wait for the review')
    for (const seat of everyone) {
      await expect(seat.region('Decision')).toContainText(`${agencies.police} Agrees`)
      await expect(seat.region('Decision')).toContainText(
        `${agencies.housing} Dissents We would wait for the review`,
      )
    }
  })

  await test.step('the case cannot be concluded until someone has answered for her', async () => {
    const concluding = await chair.opensConcluding()
    await expect(concluding.getByRole('listitem').first()).toHaveText(
      'Nobody has answered the safety check for V-0430-1.',
    )
    await expect(concluding).toContainText('Not heard yet:')
    await expect(concluding).toContainText(agencies.mentalHealth)
    await chair.concludes()
    await expect(concluding.getByRole('alert')).toContainText('The case cannot be concluded yet')
    await idva.answersSafety()
    for (const seat of everyone)
      await expect(seat.region('Safety of victim-survivors and children')).toContainText(
        'V-0430-1: Safety check answered',
      )
    await expect(
      chair.chairControls.getByText(
        /^(Nothing is missing: conclude this case|Conclude this case: \d+ not heard yet)$/,
      ),
    ).toBeVisible()
  })

  await test.step('and then it is', async () => {
    await chair.concludes()
    for (const seat of everyone) {
      await expect(seat.agendaLine('CR-0430')).toContainText('Accept ✓')
      await expect(seat.region('Record')).toHaveCount(0)
      await expect(seat.main.getByText('This case is concluded.')).toBeVisible()
    }
    await chair.goesToNextCase()
    for (const seat of everyone) await seat.isAt('CR-0431')
  })
})

test('a court’s order recorded in the case file stands on the screens of the room at once, and goes when it is ended', async ({
  sit,
}) => {
  const chair = await sit('chair')
  const police = await sit('police')
  await chair.joins()
  await chair.looksAt('CR-0430')
  police.forgive(/status of 422/)
  const terms = 'Not to go within a street of her door.'
  await police.looksAt('CR-0430')
  await police.page.goto(
    (await police.main.getByRole('link', { name: 'Case file' }).getAttribute('href')) ?? '',
  )

  await police.page.getByText('Record an order').click()
  await police.page.getByLabel('Kind of order').selectOption('Non-molestation order')
  await police.page.getByLabel('What he may not do, or has to do').fill(terms)
  await police.page.getByLabel('In force from').fill('2026-11-20')
  await police.page.getByLabel('Last day').fill('2026-11-10')
  await police.page.getByRole('button', { name: 'Record the order' }).click()
  await expect(police.page.getByRole('alert').first()).toContainText(
    'a last day that is not before its first',
  )
  await expect(police.page.getByLabel('What he may not do, or has to do')).toHaveValue(terms)
  await police.page.getByLabel('Last day').fill('2099-11-10')
  await police.page.getByRole('button', { name: 'Record the order' }).click()
  await expect(police.page.getByRole('status')).toContainText('The order is on record.')

  const orders = chair.main.getByRole('group').filter({ hasText: 'Court orders: 1' })
  await expect(orders).toContainText(terms)
  await expect(orders).toContainText('In force')
  const order = police.page.getByRole('listitem').filter({ hasText: terms })
  await order.getByText('It is no longer in force').click()
  await order.getByLabel('It has been ended or discharged').check()
  await order.getByLabel('Who ended it and why, or what was wrong').fill('Discharged at the hearing.')
  await order.getByRole('button', { name: 'Record that it has ended' }).click()
  await expect(police.page.getByRole('listitem').filter({ hasText: terms })).toContainText('Ended')
  await expect(chair.main.getByText(terms)).toHaveCount(0)
})
