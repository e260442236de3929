import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { people, type Who } from './people'

type Values = Record<string, string | readonly string[]>

/** One person at their own browser, and what such a person does in the room: by role and label, as they would find it. */
export class Seat {
  private readonly forgiven: RegExp[] = []
  private readonly faults: string[] = []

  constructor(
    readonly who: Who,
    readonly page: Page,
    readonly context: BrowserContext,
    readonly meetingId: string,
  ) {
    this.watch(page)
    context.on('page', (opened) => this.watch(opened))
  }

  get name() {
    return people[this.who]
  }

  private watch(page: Page) {
    page.on('pageerror', (error) => this.faults.push(`${this.name}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.faults.push(`${this.name}: ${message.text()}`)
    })
  }

  /** A console message that the test brings about itself, such as a failed request while the line is cut. */
  forgive(message: RegExp) {
    this.forgiven.push(message)
  }

  get unforgivenFaults() {
    return this.faults.filter((fault) => !this.forgiven.some((pattern) => pattern.test(fault)))
  }

  get roomPath() {
    return `/meetings/${this.meetingId}/room`
  }

  async entersRoom() {
    await this.page.goto(this.roomPath)
    await this.isConnected()
  }

  async isConnected() {
    await expect(this.page.locator('.room')).toHaveAttribute('data-connection', 'live')
  }

  async joins(how?: string) {
    if (how) await this.page.getByLabel(how).check()
    await this.page.getByRole('button', { name: 'I accept, and join' }).click()
    await expect(this.page.getByRole('heading', { name: 'Join the meeting' })).toBeHidden()
  }

  // What is on the page

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get caseHeading(): Locator {
    return this.main.locator('.case-head').getByRole('heading', { level: 2 })
  }

  region(name: string | RegExp): Locator {
    return this.main.getByRole('region', { name })
  }

  /** An entry in the record of the case, by words of it. */
  entry(words: string): Locator {
    return this.page.locator('.entry').filter({ has: this.page.locator('.entry-text', { hasText: words }) })
  }

  /** Of these words, those that stand anywhere on the page as a person or a screen reader gets it. */
  async findsOnPage(words: readonly string[]): Promise<string[]> {
    const text = await this.page.locator('body').innerText()
    const hidden = await this.page
      .locator('body')
      .evaluate((body) =>
        [...body.querySelectorAll(':not(script)')]
          .map((one) => `${one.textContent} ${[...one.attributes].map((a) => a.value).join(' ')}`)
          .join(' '),
      )
    return words.filter((word) => `${text} ${hidden}`.includes(word))
  }

  async sees(words: string) {
    await expect(this.entry(words).first(), `${this.name} sees “${words}”`).toBeVisible()
  }

  async seesOnce(words: string) {
    await expect(this.entry(words), `${this.name} sees “${words}” once`).toHaveCount(1)
  }

  get agendaList(): Locator {
    return this.page.getByRole('complementary', { name: 'Agenda and people' }).getByRole('list').first()
  }

  agendaLine(caseRef: string): Locator {
    return this.agendaList.getByRole('listitem').filter({ hasText: caseRef })
  }

  async isAt(caseRef: string) {
    await expect(this.caseHeading, `${this.name} is at ${caseRef}`).toContainText(caseRef)
  }

  async looksAt(caseRef: string) {
    await this.agendaLine(caseRef).getByRole('link').click()
    await this.isAt(caseRef)
  }

  // Recording

  /** Presses one of the record buttons, unless its form is open already, and gives the form. */
  async opens(kind: string): Promise<Locator> {
    const button = this.region('Record').getByRole('button', { name: kind, exact: true })
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
    const form = this.main.getByRole('form', { name: new RegExp(`^${kind}, `) })
    await expect(form).toBeVisible()
    return form
  }

  /** Fills in a form by its labels; a list ticks boxes, and what is folded away is opened first. */
  async fills(form: Locator, values: Values) {
    for (const [label, value] of Object.entries(values)) {
      const group = form.getByRole('group', { name: label, exact: true, includeHidden: true })
      if ((await group.count()) > 0) {
        await this.unfolds(form, group)
        for (const one of [value].flat()) await group.getByLabel(one, { exact: true }).check()
        continue
      }
      const control = form.getByLabel(label, { exact: true })
      await this.unfolds(form, control)
      if (typeof value !== 'string') throw new Error(`“${label}” takes one value.`)
      if ((await control.evaluate((element) => element.tagName)) === 'SELECT')
        await control.selectOption({ label: value })
      else await control.fill(value)
    }
  }

  private async unfolds(form: Locator, wanted: Locator) {
    await expect(wanted).toHaveCount(1)
    if (await wanted.isVisible()) return
    await form.locator('summary').filter({ hasText: /^More/ }).click()
    await expect(wanted).toBeVisible()
  }

  /** Records an entry and waits until it stands in the record of this person's own screen. */
  async records(kind: string, values: Values) {
    const form = await this.opens(kind)
    await this.fills(form, values)
    await form.getByRole('button', { name: `Save ${kind.toLowerCase()}` }).click()
  }

  /** The safety check, answered in full. */
  async answersSafety(values: Values = {}) {
    await this.records('Safety check', {
      'Does she know what the panel plans?': 'Yes',
      'Could this raise the risk to her?': 'No',
      'Is there a safe contact?': 'Yes',
      'Safety plan': 'Alarm fitted and the door camera is live',
      'Who tells her, and how': 'Her IDVA, by phone this afternoon',
      'What this means for the children': 'School keeps the collection password',
      ...values,
    })
  }

  async findsCriterion(criterion: string, answer: string, evidence: string) {
    const line = this.region(/^Eligibility/)
      .getByRole('listitem')
      .filter({ hasText: criterion })
    await line.locator('summary').click()
    await line.getByLabel('Answer').selectOption({ label: answer })
    await line.getByLabel('Evidence').fill(evidence)
    await line.getByRole('button', { name: 'Save' }).click()
  }

  async takesPosition(stance: string, reason?: string, agency?: string) {
    const form = this.region('Decision')
      .locator('form')
      .filter({ has: this.page.getByRole('button', { name: 'Record the position' }) })
    if (agency) await form.getByLabel('Agency').selectOption({ label: agency })
    await form.getByLabel(/position$/).selectOption({ label: stance })
    if (reason) await form.getByLabel('Reason, if it dissents').fill(reason)
    await form.getByRole('button', { name: 'Record the position' }).click()
  }

  /** Opens what can be done with an entry, and gives the entry. */
  async opensEntry(words: string): Promise<Locator> {
    const entry = this.entry(words)
    await entry.getByText('Change this entry').click()
    return entry
  }

  // The chair

  get chairControls(): Locator {
    return this.main.locator('.chair-controls')
  }

  async goesToNextCase() {
    await this.chairControls.getByRole('button', { name: /^(Next case|Start with the first case)$/ }).click()
  }

  async goesToStep(step: string) {
    await this.main
      .getByRole('navigation', { name: 'Steps of the case' })
      .getByRole('button', { name: step })
      .click()
    await expect(
      this.main.getByRole('navigation', { name: 'Steps of the case' }).locator('[aria-current=step]'),
    ).toHaveText(step)
  }

  async opensConcluding() {
    const concluding = this.chairControls.locator('details.concluding')
    if ((await concluding.getAttribute('open')) === null) await concluding.locator('summary').click()
    return concluding
  }

  async concludes(without?: string) {
    const concluding = await this.opensConcluding()
    if (without) await concluding.getByLabel('Why the panel goes on without what is missing').fill(without)
    await concluding.getByRole('button', { name: 'Conclude this case' }).click()
  }

  async opensChairDrawer(): Promise<Locator> {
    const drawer = this.chairControls.locator(':scope > details').last()
    if ((await drawer.getAttribute('open')) === null) await drawer.locator(':scope > summary').click()
    return drawer
  }

  async handsChairTo(name: string) {
    const drawer = await this.opensChairDrawer()
    await drawer.getByLabel('Hand the chair to').selectOption({ label: name })
    await drawer.getByRole('button', { name: 'Hand over' }).click()
    await expect(this.main.getByRole('heading', { name: `${name} holds the chair` })).toBeVisible()
  }
}
