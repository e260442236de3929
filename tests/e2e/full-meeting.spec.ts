import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from './fixtures'
import { agencies, agenda, people, type Who } from './people'
import type { Seat } from './seat'

// The meeting that the evaluation observed: 17 cases in one sitting, from opening to minutes.

const run = promisify(execFile)

interface Recorded {
  caseRef: string
  heading: string
  words: string
  /** Of those who read the minutes below, who may not read this. */
  hiddenFrom: readonly Who[]
}

/** Headings of the minutes, by what was pressed in the room. */
const headings = {
  Information: 'What was shared',
  Lever: 'Levers',
  Support: 'Support and disrupt',
  Disrupt: 'Support and disrupt',
  Action: 'Actions',
  Request: 'Information requests',
  Decision: 'Decision',
  'Safety check': 'Safety check',
} as const
type Kind = keyof typeof headings

const firstWords: Record<Kind, string> = {
  Information: 'What you share',
  Lever: 'What gives a hold on him, or a way in',
  Support: 'What exactly will be done',
  Disrupt: 'What exactly will be done',
  Action: 'What is to be done',
  Request: 'What information you need',
  Decision: 'Why: the rationale',
  'Safety check': 'Safety plan',
}

test('seventeen cases from opening to minutes, and the minutes hold exactly what each may see', async ({
  sit,
  server,
}) => {
  test.setTimeout(420_000)
  const chair = await sit('chair')
  const coordinator = await sit('coordinator')
  const police = await sit('police')
  const housing = await sit('housing')
  const idva = await sit('idva')
  const probation = await sit('probation')
  const children = await sit('children')
  const everyone = [chair, coordinator, police, housing, idva, probation, children]

  const record: Recorded[] = []
  let at: string = agenda[0]
  /** Records an entry and notes it down, as a second pair of hands would. */
  const records = async (
    seat: Seat,
    kind: Kind,
    words: string,
    more: Record<string, string | readonly string[]> = {},
    hiddenFrom: readonly Who[] = [],
  ) => {
    const alwaysHidden: readonly Who[] = at === 'CR-0387' ? ['housing'] : []
    record.push({ caseRef: at, heading: headings[kind], words, hiddenFrom: [...hiddenFrom, ...alwaysHidden] })
    await seat.records(kind, { [firstWords[kind]]: words, ...more })
    await seat.sees(words)
  }
  const answersSafety = async (words: string) => {
    record.push({ caseRef: at, heading: headings['Safety check'], words, hiddenFrom: ['housing'] })
    await idva.answersSafety({ 'Safety plan': words })
    await idva.sees(words)
  }
  const decides = (outcome: string, words: string, more: Record<string, string> = {}, by = chair) =>
    records(by, 'Decision', words, { 'The panel’s decision': outcome, ...more })

  await test.step('opening', async () => {
    await Promise.all(everyone.map((seat) => seat.joins()))
    await expect(chair.region('Opening')).toContainText('6 of 10 agencies are here')
    await chair.region('Opening').getByRole('button', { name: 'Open the meeting' }).click()
    await Promise.all(
      everyone.map((seat) => expect(seat.main.getByText('The meeting is open.')).toBeVisible()),
    )
  })

  /** What happens in each case, apart from the safety check and the conclusion. */
  const courses: Record<(typeof agenda)[number], () => Promise<unknown>> = {
    'CR-0430': async () => {
      await Promise.all([
        records(police, 'Information', 'Two call-outs since the arrest'),
        records(housing, 'Information', 'Tenancy is in his name alone'),
        records(idva, 'Information', 'She has packed a bag', { 'It comes from': 'Victim-survivor' }, [
          'housing',
        ]),
        records(probation, 'Lever', 'Unpaid work on Tuesdays'),
        records(children, 'Support', 'Contact through the grandmother', {
          'Area of support': ['Children and families'],
        }),
      ])
      await records(chair, 'Action', 'Bring the tenancy review forward', {
        Owner: agencies.housing,
        'By when': 'in 2 weeks',
      })
      await (
        await housing.opensEntry('Bring the tenancy review forward')
      )
        .getByRole('button', { name: 'Accept this action' })
        .click()
      await decides('Accept', 'High risk, and a safe way in', { 'Kind of work': 'Direct work' })
    },
    'CR-0431': async () => {
      await records(children, 'Request', 'Who collects the boy', {
        Why: 'To know who is at the gate',
        'From which agency': agencies.police,
      })
      await decides('Bring back', 'Too little is known', {
        'Why it is brought back': 'Further clarity needed',
        'Bring back when': 'in 2 weeks',
      })
    },
    'CR-0432': async () => {
      await Promise.all([
        records(police, 'Disrupt', 'Unplanned bail checks', {
          'Area of disruption': ['Use of breach of orders'],
        }),
        records(
          probation,
          'Information',
          'Recall is being weighed',
          { 'Who may read this': 'Named agencies only', 'Agencies that may read it': [agencies.police] },
          ['housing', 'idva'],
        ),
      ])
      await records(chair, 'Action', 'Offer an assessment', { Owner: agencies.mentalHealth })
      await expect(chair.entry('Offer an assessment')).toContainText('Parked for an absent agency')
      await decides('Accept', 'Contact would not be safe', {
        'Kind of work': 'Disrupt and indirect work only',
      })
    },
    'CR-0433': () =>
      decides('Not accepted', 'He has gone to another area', {
        'Why it is not accepted': 'Outside the area',
        'Onward route': 'The panel there',
      }),
    'CR-0434': async () => {
      await records(probation, 'Information', 'Three women, one pattern', {
        'Fact or opinion': 'Professional opinion',
      })
      await decides('Accept', 'Serial, and escalating', { 'Kind of work': 'Direct work' })
      await children.takesPosition('Dissents', 'The youngest has not been seen')
      await police.takesPosition('Agrees')
      await expect(chair.region('Decision')).toContainText('The youngest has not been seen')
    },
    'CR-0435': async () => {
      const drawer = await chair.opensChairDrawer()
      await drawer.getByLabel('Put on the note-only lane: why').fill('In custody until January')
      await drawer.getByRole('button', { name: 'Note only' }).click()
      await expect(police.main.getByText('Note only: In custody until January')).toBeVisible()
    },
    'CR-0436': async () => {
      await chair.handsChairTo(people.coordinator)
      await expect(coordinator.main.getByRole('heading', { name: 'You hold the chair' })).toBeVisible()
      await records(chair, 'Information', 'The chair arrested him once', { 'Fact or opinion': 'Fact' })
      await decides('Continue', 'Nothing has changed', {}, coordinator)
    },
    'CR-0384': async () => {
      await records(
        idva,
        'Lever',
        'He wants to see the children at Christmas',
        { 'Safe to use?': 'No', 'Who may read this': 'Safety circle only' },
        ['housing'],
      )
      await decides('Continue', 'The plan holds')
    },
    'CR-0417': () =>
      decides('Extend', 'He turns up, and it helps', {
        'Goals of the extension': 'Twelve more sessions',
        'Extended until': 'in 12 weeks',
      }),
    'CR-0394': () => decides('Transfer', 'He has moved to Bromley', { 'Transferred to': 'Bromley' }),
    'CR-0389': async () => {
      await records(police, 'Request', 'Which flat is his', {
        Why: 'For the warrant',
        'From which agency': agencies.housing,
      })
      const asked = await housing.opensEntry('Which flat is his')
      await asked.locator('summary', { hasText: 'Answer' }).click()
      await asked.getByLabel('Answer').fill('Flat 9')
      await asked.getByRole('button', { name: 'Save the answer' }).click()
      await expect(police.entry('Which flat is his')).toContainText('Answered Flat 9')
      await decides('Continue', 'Two women, and both have an advocate')
    },
    'CR-0397': () =>
      decides('Bring back', 'Mental health was not here', {
        'Why it is brought back': 'Additional information needed from partners',
      }),
    'CR-0387': async () => {
      await expect(housing.main.getByRole('heading', { name: 'Another item' })).toBeVisible()
      await records(probation, 'Information', 'He keeps his appointments')
      await decides('Continue', 'Work goes on')
    },
    'CR-0413': () =>
      decides('Close', 'Nothing more to gain', { 'Primary reason for closing': 'Limited scope of work' }),
    'CR-0409': () => decides('Continue', 'As agreed last time'),
    'CR-0416': async () => {
      await records(probation, 'Information', 'Signed up for the course')
      record.push({
        caseRef: at,
        heading: headings.Information,
        words: 'Seen near the school',
        hiddenFrom: [],
      })
      await police.records('Information', { 'What you share': 'Seen near the scool' })
      const wrong = await police.opensEntry('Seen near the scool')
      await wrong.locator('summary', { hasText: 'Correct' }).click()
      await wrong.getByLabel('What you share').fill('Seen near the school')
      await wrong.getByLabel('What is corrected, and why').fill('A letter was missing')
      await wrong.getByRole('button', { name: 'Save the correction' }).click()
      await expect(probation.entry('Seen near the school')).toContainText('Corrected: A letter was missing')
      const withdrawn = await probation.opensEntry('Signed up for the course')
      await withdrawn.locator('summary', { hasText: 'Withdraw' }).click()
      await withdrawn.getByLabel('Why it is withdrawn').fill('Another man of that name')
      await withdrawn.getByRole('button', { name: 'Withdraw', exact: true }).click()
      await expect(police.entry('Signed up for the course')).toContainText(
        'Withdrawn: Another man of that name',
      )
      await decides('Continue', 'One more month')
    },
    'CR-0421': () => decides('Continue', 'The second man is another case'),
  }
  const victims: Partial<Record<string, number>> = { 'CR-0434': 3, 'CR-0389': 2, 'CR-0435': 0, 'CR-0409': 0 }
  const outcomes = [
    'Accept',
    'Bring back',
    'Accept',
    'Not accepted',
    'Accept',
    'Noted',
    'Continue',
    'Continue',
    'Extend',
    'Transfer',
    'Continue',
    'Bring back',
    'Continue',
    'Close',
    'Continue',
    'Continue',
    'Continue',
  ]

  for (const [index, caseRef] of agenda.entries()) {
    await test.step(`case ${index + 1}, ${caseRef}`, async () => {
      at = caseRef
      await chair.goesToNextCase()
      await Promise.all(
        everyone
          .filter((seat) => seat !== housing || caseRef !== 'CR-0387')
          .map((seat) => seat.isAt(caseRef)),
      )
      await courses[caseRef]()
      for (let victim = 1; victim <= (victims[caseRef] ?? 1); victim += 1)
        await answersSafety(`Plan ${victim} of ${caseRef}`)
      const holder = caseRef === 'CR-0436' ? coordinator : chair
      if (caseRef === 'CR-0409') await chair.concludes('Her advocate is ill; the chair rings her before noon')
      else await holder.concludes()
      await Promise.all(
        [holder, police].map((seat) =>
          expect(seat.agendaLine(caseRef)).toContainText(`${outcomes[index]} ✓`),
        ),
      )
      if (holder === coordinator) {
        await coordinator.handsChairTo(people.chair)
        await expect(chair.main.getByRole('heading', { name: 'You hold the chair' })).toBeVisible()
      }
    })
  }

  await test.step('closing', async () => {
    const drawer = await chair.opensChairDrawer()
    await expect(drawer).toContainText('Every case is concluded.')
    await drawer.getByRole('button', { name: 'Close the meeting' }).click()
    await Promise.all(
      everyone.map((seat) => expect(seat.main.getByText('The meeting is closed.')).toBeVisible()),
    )
  })

  for (const seat of [chair, housing, idva]) {
    await test.step(`the minutes as ${seat.name} reads them`, async () => {
      await seat.main.getByRole('link', { name: 'Read the minutes' }).click()
      await expect(seat.page.getByRole('heading', { level: 1 })).toContainText('Minutes')
      // The last line of a page that arrives bit by bit.
      await expect(seat.main.getByText('Record closed with journal head')).toBeVisible()
      const cases = await seat.page.locator('.minutes-case').evaluateAll((sections) =>
        sections.map((section) => {
          const entries: { heading: string; text: string }[] = []
          for (const heading of section.querySelectorAll('h4')) {
            const list = heading.nextElementSibling
            for (const entry of list?.querySelectorAll(':scope > .entry > .entry-text') ?? [])
              entries.push({ heading: heading.textContent ?? '', text: entry.textContent ?? '' })
          }
          return {
            heading: section.querySelector('h3')?.textContent ?? '',
            text: section.textContent ?? '',
            entries,
          }
        }),
      )
      const visible: readonly string[] =
        seat === housing ? agenda.filter((caseRef) => caseRef !== 'CR-0387') : agenda
      expect(cases.map(({ heading }) => heading.split(' ')[1])).toEqual(visible)
      for (const [index, caseRef] of visible.entries()) {
        const expected = record.filter((one) => one.caseRef === caseRef && !one.hiddenFrom.includes(seat.who))
        const shown = cases[index]?.entries ?? []
        expect(shown.length, `entries of ${caseRef} for ${seat.name}: ${JSON.stringify(shown)}`).toBe(
          expected.length,
        )
        for (const { heading, words } of expected) {
          expect(
            shown.filter((entry) => entry.heading === heading && entry.text.includes(words)).length,
            `“${words}” in ${caseRef} for ${seat.name}`,
          ).toBe(1)
        }
      }
      const of = (caseRef: string) => cases[visible.indexOf(caseRef)]?.text ?? ''
      expect(of('CR-0434')).toContain(`${agencies.children} dissents (The youngest has not been seen)`)
      expect(of('CR-0434')).toContain('Safety check answered for V-0434-1, V-0434-2, V-0434-3')
      expect(of('CR-0435')).toContain('Noted without discussion: In custody until January')
      expect(of('CR-0409')).toContain('Concluded with something missing: Her advocate is ill')
      if (seat === housing) await expect(seat.main.getByText('13. Another item.')).toBeVisible()
      else expect(of('CR-0387')).toContain(`Out of this case, interest declared: ${people.housing}`)
      await expect(seat.main.getByText('Quorate at opening.')).toBeVisible()
    })
  }

  await test.step('the minutes on paper', async () => {
    await chair.page.emulateMedia({ media: 'print' })
    await chair.page.setViewportSize({ width: 720, height: 1000 })
    for (const screenOnly of ['.top', '.foot', '.crumbs', '.skip-link'])
      await expect(chair.page.locator(screenOnly)).toBeHidden()
    await expect(chair.main.getByRole('button')).toHaveCount(0)
    await expect(chair.entry('Plan 3 of CR-0434')).toBeVisible()
    expect(
      await chair.page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true)
  })

  await test.step('the journal holds together', async () => {
    const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'journal-verify'], {
      env: { ...process.env, DATABASE_URL: `file:${server.databaseFile}` },
    })
    expect(stdout).toContain('The journal holds together.')
  })
})
