import { expect, test } from './fixtures'
import { Overheard } from './overheard'
import { agencies, people, type Who } from './people'
import type { Seat } from './seat'

// Several browsers on a busy machine of two cores take their time.
test.describe.configure({ timeout: 180_000 })

test.describe('in an open meeting', () => {
  test.use({ beginning: 'opened' })

  test('what she told her advocate reaches the safety circle and leaves no trace with anyone else', async ({
    signIn,
    sit,
  }) => {
    const secret = 'She keeps a spare phone at the launderette'
    const circle = [await sit('chair'), await sit('coordinator'), await sit('police')]
    const idva = await sit('idva')
    const outside: { seat: Seat; overheard: Overheard }[] = []
    for (const who of ['housing', 'caseManager', 'observer'] satisfies Who[]) {
      const seat = await signIn(who)
      outside.push({ seat, overheard: new Overheard(seat.page) })
      await seat.entersRoom()
    }
    const heardBefore = outside.map(({ overheard }) => overheard.pushes.length)
    const isSaidToNobodyOutside = async () => {
      for (const { seat, overheard } of outside) {
        expect(await seat.findsOnPage(['launderette']), `on ${seat.name}’s page`).toEqual([])
        expect(await overheard.heard(['launderette']), `told to ${seat.name}’s page`).toEqual([])
      }
    }

    // The words first and where they come from afterwards, as people do.
    const form = await idva.opens('Information')
    await form.getByLabel('What you share').fill(secret)
    await expect(circle[0]?.main.getByText(`${people.idva} is typing`) ?? idva.main).toBeVisible()
    // Not even that she types: words that then never appear would say that there is something.
    for (const { seat, overheard } of outside)
      expect(overheard.typingNotices, `that someone types, to ${seat.name}`).toEqual([])
    // An advocate’s words are taken to be hers until she says otherwise.
    await expect(form.getByLabel('It comes from')).toHaveValue('victim_survivor')
    await expect(form.getByLabel('Who may read this').locator('option:checked')).toHaveText(
      'Safety circle: she told us',
    )
    await form.getByRole('button', { name: 'Save information' }).click()
    for (const seat of [idva, ...circle]) {
      await seat.sees(secret)
      await expect(seat.entry(secret)).toContainText('From the victim-survivor')
      await expect(seat.entry(secret)).toContainText('Not to be disclosed to him')
    }
    await idva.answersSafety({ 'Safety plan': 'The launderette calls the police when he comes' })
    for (const seat of [idva, ...circle]) await seat.sees('The launderette calls the police')

    // When the next thing for everyone arrives, what came before it has had its time to arrive as well.
    await circle[2]?.records('Information', { 'What you share': 'Nothing new since Friday' })
    for (const { seat } of outside) {
      await seat.sees('Nothing new since Friday')
      await expect(seat.region(/^What we know/).getByRole('heading')).toHaveText('What we know 1')
      await expect(
        seat.region('Agencies').getByRole('listitem').filter({ hasText: agencies.idva }),
      ).toContainText('returned')
    }
    // One push says that her safety check is answered, one brings the police's entry: none for what they may not read.
    outside.forEach(({ seat, overheard }, index) => {
      expect(overheard.pushes.length - (heardBefore[index] ?? 0), `pushes to ${seat.name}`).toBe(2)
    })
    await isSaidToNobodyOutside()

    for (const { seat } of outside) {
      await seat.page.reload()
      await seat.isConnected()
      const caseFile = await seat.main.getByRole('link', { name: 'Case file' }).getAttribute('href')
      for (const path of [
        `/meetings/${seat.meetingId}/minutes`,
        `/meetings/${seat.meetingId}/agenda`,
        caseFile ?? '',
        '/',
      ]) {
        await seat.page.goto(path)
        await expect(seat.page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await seat.findsOnPage(['launderette']), `${path} for ${seat.name}`).toEqual([])
      }
    }
    await isSaidToNobodyOutside()
    await idva.page.goto(`/meetings/${idva.meetingId}/minutes`)
    await idva.sees(secret)
  })

  test('someone with an interest in a case sees “another item” for as long as it is discussed', async ({
    sit,
    signIn,
    door,
    meetingId,
  }) => {
    const chair = await sit('chair')
    const housing = await signIn('housing')
    const overheard = new Overheard(housing.page)
    await housing.entersRoom()
    await expect(housing.agendaList.getByRole('listitem').nth(12)).toContainText('Another item')

    await chair.looksAt('CR-0387')
    await chair.chairControls.getByRole('button', { name: 'Bring the panel to this case' }).click()
    await chair.isAt('CR-0387')
    await expect(housing.main.getByRole('heading', { name: 'Another item' })).toBeVisible()
    await chair.records('Information', { 'What you share': 'A word about the landlord' })
    await chair.sees('A word about the landlord')
    const caseFile = (await chair.main.getByRole('link', { name: 'Case file' }).getAttribute('href')) ?? ''
    const itemId = (await door.items('chair', meetingId))[12] ?? ''

    await chair.looksAt('CR-0413')
    await chair.chairControls.getByRole('button', { name: 'Bring the panel to this case' }).click()
    await housing.isAt('CR-0413')

    housing.forgive(/status of 404/)
    expect((await housing.page.goto(caseFile))?.status()).toBe(404)
    await expect(housing.page.getByRole('heading', { level: 1 })).toHaveText('Nothing to see here')
    await housing.page.goto(`${housing.roomPath}?item=${itemId}`)
    await expect(housing.main.getByRole('heading', { name: 'Another item' })).toBeVisible()
    await housing.page.goto(`/meetings/${meetingId}/minutes`)
    await expect(housing.main.getByText('13. Another item.')).toBeVisible()
    expect(await overheard.heard(['CR-0387', 'Pellstrand', 'V-0387', 'word about the landlord'])).toEqual([])
  })

  test('an interest declared in the middle of a case puts the person out at once', async ({
    sit,
    signIn,
  }) => {
    const chair = await sit('chair')
    const children = await signIn('children')
    const overheard = new Overheard(children.page)
    await children.entersRoom()
    await children.isAt('CR-0430')
    const form = await children.opens('Information')
    await form.getByLabel('What you share').fill('Half a sentence about')

    // By key: who comes and goes moves what stands below the agenda, also under a pointer.
    await children.page.getByText('Declare an interest in a case').press('Enter')
    const line = await children.page
      .getByLabel('Case', { exact: true })
      .locator('option', { hasText: 'CR-0430' })
      .textContent()
    await children.page.getByLabel('Case', { exact: true }).selectOption({ label: line ?? '' })
    await children.page.getByLabel('What the interest is').fill('His sister is my neighbour')
    await children.page.getByRole('button', { name: 'Declare' }).click()

    await expect(children.main.getByRole('heading', { name: 'Another item' })).toBeVisible()
    expect(await children.findsOnPage(['CR-0430', 'Thornhollow', 'V-0430'])).toEqual([])
    await expect(chair.main.getByText(`${people.children}: His sister is my neighbour`)).toBeVisible()
    await chair.records('Information', { 'What you share': 'Said after she had left' })
    await chair.sees('Said after she had left')
    await chair.goesToNextCase()
    await children.isAt('CR-0431')
    expect(await overheard.heard(['Said after she had left'])).toEqual([])
    expect(await children.findsOnPage(['CR-0430', 'Thornhollow', 'V-0430'])).toEqual([])
  })

  test('the wall shows initials, decisions and actions, and nothing that was told in confidence', async ({
    sit,
    signIn,
  }) => {
    const chair = await sit('chair')
    const wall = await signIn('chair')
    const overheard = new Overheard(wall.page)
    await wall.page.goto(`/meetings/${wall.meetingId}/wall`)
    await expect(wall.main.getByRole('heading', { level: 1 })).toContainText('CR-0430')
    await chair.records('Information', { 'What you share': 'He drinks at the Feathers' })
    await chair.records('Action', { 'What is to be done': 'Ring the school', Owner: agencies.children })
    await chair.records('Action', {
      'What is to be done': 'Move her post to the launderette',
      Owner: agencies.idva,
      'Who may read this': 'Safety circle only',
    })
    await chair.records('Decision', {
      'The panel’s decision': 'Continue',
      'Why: the rationale': 'The plan holds',
    })
    await expect(wall.main.getByText('Ring the school')).toBeVisible()
    await expect(wall.main.getByText('Continue', { exact: true })).toBeVisible()
    await expect(
      wall.main.getByRole('button').or(wall.main.getByRole('link')).or(wall.main.getByRole('textbox')),
    ).toHaveCount(0)
    const unsaid = ['Thornhollow', 'Marcus', 'V-0430', 'Feathers', 'launderette']
    expect(await overheard.heard(unsaid)).toEqual([])
    expect(await wall.findsOnPage([...unsaid, 'The plan holds'])).toEqual([])
  })
})

test('to people of another area, this one’s addresses are as empty as made-up ones', async ({
  signIn,
  sit,
  meetingId,
}) => {
  const chair = await sit('chair')
  await chair.looksAt('CR-0430')
  const casePath = (await chair.main.getByRole('link', { name: 'Case file' }).getAttribute('href')) ?? ''
  await chair.page.goto('/')
  const panelPath =
    (await chair.page
      .getByRole('link', { name: /All meetings/ })
      .first()
      .getAttribute('href')) ?? ''
  const madeUp = '01a20000-0000-7000-8000-000000000000'
  const pairs = [
    ...['room', 'agenda', 'minutes', 'wall'].map(
      (page) => [`/meetings/${meetingId}/${page}`, `/meetings/${madeUp}/${page}`] as const,
    ),
    [casePath, `/cases/${madeUp}`],
    [panelPath, `/panels/${madeUp}`],
    [`${panelPath}/members`, `/panels/${madeUp}/members`],
    [`${panelPath}/figures`, `/panels/${madeUp}/figures`],
  ] as const

  for (const who of ['sandwellChair', 'sandwellIdva'] satisfies Who[]) {
    const seat = await signIn(who)
    seat.forgive(/status of 404/)
    for (const [real, invented] of pairs) {
      const shown: string[] = []
      for (const path of [real, invented]) {
        const answer = await seat.page.goto(path)
        shown.push(
          `${answer?.status()} ${await seat.page.title()} ${await seat.page.locator('body').innerText()}`,
        )
      }
      expect(shown[0], `${real} for ${seat.name}`).toBe(shown[1])
      expect(shown[0]).toContain('404')
    }
    const commands = await Promise.all(
      [meetingId, madeUp].map(async (id) => {
        const answer = await seat.context.request.post(`/meetings/${id}/room`, {
          form: { kind: 'acceptConfidentiality', meetingId: id, status: 'present' },
          headers: { Origin: new URL(seat.page.url()).origin },
        })
        return answer.status()
      }),
    )
    expect(commands).toEqual([404, 404])
  }
})
