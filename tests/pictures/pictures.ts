import { mkdirSync } from 'node:fs'
import { chromium, type Browser } from '@playwright/test'
import { FrontDoor } from '../e2e/front-door'
import { DatabaseImages, PanelServer } from '../e2e/panel-server'
import { agencies, type Who } from '../e2e/people'
import { Seat } from '../e2e/seat'

// Plays a few minutes of the demo panel's meeting with people at their own browsers, and takes the README's pictures:
// npm run pictures.

const folder = 'docs/pictures'
const desk = { width: 1280, height: 860 }
const phone = { width: 390, height: 844 }
const wall = { width: 1600, height: 900 }

interface Screen {
  viewport: { width: number; height: number }
  isMobile?: boolean
  deviceScaleFactor?: number
}

const comes = async (
  browser: Browser,
  door: FrontDoor,
  meetingId: string,
  who: Who,
  screen: Screen,
): Promise<Seat> => {
  const context = await browser.newContext({
    baseURL: door.address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...screen,
  })
  await context.request.post('/sign-in', {
    form: { accountId: await door.accountOf(who), to: '/' },
    headers: { Origin: door.address },
    maxRedirects: 0,
  })
  return new Seat(who, await context.newPage(), context, meetingId)
}

const main = async () => {
  mkdirSync(folder, { recursive: true })
  const databases = new DatabaseImages()
  const server = await PanelServer.start(databases.newFile())
  const executablePath = process.env['CHROMIUM_PATH']
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath ? { executablePath } : {}),
  })
  try {
    const door = new FrontDoor(server.address)
    const meetingId = await door.comingMeeting('chair')
    const sit = (who: Who, screen: Screen = { viewport: desk }) =>
      comes(browser, door, meetingId, who, screen)

    const coordinator = await sit('coordinator')
    await coordinator.page.goto(`/meetings/${meetingId}/agenda`)
    await coordinator.page.screenshot({ path: `${folder}/agenda.png` })

    for (const who of ['chair', 'coordinator', 'police', 'housing', 'idva', 'probation', 'children'] as const)
      await door.command(who, 'acceptConfidentiality', meetingId, {
        status: who === 'idva' ? 'remote' : 'present',
      })
    await door.command('chair', 'openMeeting', meetingId)
    const chair = await sit('chair')
    const police = await sit('police')
    const idva = await sit('idva')
    const children = await sit('children')
    const housing = await sit('housing', { viewport: phone, isMobile: true, deviceScaleFactor: 1.5 })
    const everyone = [chair, police, idva, children, housing]
    for (const seat of everyone) await seat.entersRoom()

    // The first case is decided quickly; the second is where the pictures are taken.
    await chair.goesToNextCase()
    await police.records('Information', {
      'What you share': 'Bail to 3 December with a condition not to enter her road.',
    })
    await chair.records('Decision', {
      'The panel’s decision': 'Accept',
      'Kind of work': 'Direct work',
      'Why: the rationale': 'High risk, and a safe way in through his tenancy.',
    })
    await chair.records('Action', {
      'What is to be done': 'First contact by a case manager',
      Owner: agencies.perpetratorService,
      'By when': 'in 1 week',
    })
    await idva.answersSafety()
    await idva.sees('Alarm fitted')
    await chair.concludes()
    await chair.agendaLine('CR-0430').getByText('Accept').waitFor()

    await chair.goesToNextCase()
    for (const seat of everyone) await seat.isAt('CR-0431')
    await chair.goesToStep('Plan')
    await police.records('Information', { 'What you share': 'Two call-outs in October; no charge yet.' })
    await children.records('Information', {
      'What you share': 'Her son is 16 and stays with an uncle at weekends.',
      'Fact or opinion': 'Fact',
    })
    await idva.records('Information', {
      'What you share': 'She would leave if the rent arrears were not in her name.',
      'It comes from': 'Victim-survivor',
    })
    await housing.records('Lever', {
      'What gives a hold on him, or a way in': 'The tenancy review is due in December',
      'Kind of lever': 'Tenancy or housing need',
      'Safe to use?': 'Yes',
    })
    await housing.records('Support', {
      'What exactly will be done': 'Place him with the floating support team',
      'Area of support': ['Homelessness and housing'],
    })
    await police.records('Disrupt', {
      'What exactly will be done': 'Weekly unannounced bail checks',
      'Area of disruption': ['Use of breach of orders'],
    })
    await chair.records('Action', {
      'What is to be done': 'Put the arrears right with the landlord',
      Owner: agencies.housing,
      'By when': 'in 2 weeks',
    })
    await chair.records('Action', {
      'What is to be done': 'Say whether his crisis plan can be shared',
      Owner: agencies.mentalHealth,
      'By when': 'Friday',
    })
    await chair.records('Decision', {
      'The panel’s decision': 'Accept',
      'Kind of work': 'Disrupt and indirect work only',
      'Why: the rationale':
        'Direct contact would show that she has spoken; the tenancy gives a hold without it.',
    })
    await children.takesPosition('Dissents', 'The boy has not been asked')
    await police.takesPosition('Agrees')
    await chair.region('Decision').getByText('The boy has not been asked').waitFor()
    await chair.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await chair.region('Record').getByRole('button', { name: 'Decision', exact: true }).click()
    for (const seat of [chair, housing]) await seat.sees('The tenancy review is due in December')
    await chair.page.evaluate(() => window.scrollTo(0, 0))
    await chair.page.screenshot({ path: `${folder}/room-chair.png`, fullPage: true })
    await housing.page.evaluate(() => window.scrollTo(0, 0))
    await housing.page.screenshot({ path: `${folder}/room-phone.png` })

    const screen = await sit('coordinator', { viewport: wall })
    await screen.page.goto(`/meetings/${meetingId}/wall`)
    await screen.main.getByText('Put the arrears right').waitFor()
    await screen.main.getByText('Connecting').waitFor({ state: 'hidden' })
    await screen.page.screenshot({ path: `${folder}/wall.png` })

    await idva.answersSafety({
      'Could this raise the risk to her?': 'Yes',
      'If it could: when, and from what': 'After each bail check',
    })
    await idva.sees('After each bail check')
    await chair.concludes()
    await chair.agendaLine('CR-0431').getByText('Accept').waitFor()
    const drawer = await chair.opensChairDrawer()
    await drawer.getByLabel('Why the meeting ends now').fill('Only two cases are played for these pictures')
    await drawer.getByRole('button', { name: 'Close the meeting' }).click()
    await chair.main.getByRole('link', { name: 'Read the minutes' }).click()
    await chair.page.getByRole('heading', { level: 3, name: /CR-0430/ }).scrollIntoViewIfNeeded()
    await chair.page.evaluate(() => document.querySelector('.minutes-case')?.scrollIntoView())
    await chair.page.screenshot({ path: `${folder}/minutes.png` })
    process.stdout.write(`Five pictures are in ${folder}.\n`)
  } finally {
    await browser.close()
    await server.stop('SIGKILL')
    databases.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
