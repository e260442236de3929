import { createTransport } from 'nodemailer'
import { addDays } from '../../app/domain/dates/due-date'
import { instantOfLocal, localDay, localTime } from '../../app/domain/dates/local-time'
import { agendaIn, viewOfThings } from '../../app/domain/meeting/room-view'
import { returnBoard } from '../../app/domain/returns/return-board'
import type { Day } from '../../app/domain/dates/day'
import { MailServer } from './mail-server'
import {
  addressOf,
  openElsewhere,
  openSmallPanel,
  sitting,
  type PersonName,
  type TestPanel,
} from './small-panel'
import { ofKind, roomView } from './views'

// A panel that lives from day to day. The clock stands still until the story moves it on; on the way every morning and
// every evening comes, with the daily reminder and with whatever mail waits, through a real mail server on this machine.

export const site = 'https://panel.example.gov.uk'

interface PlannedMeeting {
  id: string
  date: Day
}

type Decide = (ref: string) => Record<string, unknown> | null

/** What a meeting is held with: who comes, what is decided of each case, and what else is recorded before they are concluded. */
interface Holding {
  here: readonly PersonName[]
  decide: Decide
  meanwhile?: (itemOf: (ref: string) => { meetingId: string; itemId: string }) => Promise<void>
}

export class HalfYear {
  private constructor(
    public panel: TestPanel,
    readonly mail: MailServer,
  ) {}

  static async begin(): Promise<HalfYear> {
    const mail = await MailServer.start()
    return new HalfYear(await openSmallPanel(settingsFor(mail)), mail)
  }

  async end() {
    await this.panel.close()
    await this.mail.stop()
  }

  get today(): Day {
    return localDay(this.panel.clock.now())
  }

  private moveTo(day: Day, time: string) {
    const minutes = (instantOfLocal(day, time) - this.panel.clock.now()) / 60_000
    if (minutes > 0) this.panel.clock.move({ minutes })
  }

  private async atTimeOfDay(day: Day, time: string) {
    if (instantOfLocal(day, time) < this.panel.clock.now()) return
    this.moveTo(day, time)
    await this.panel.services.reminder.run()
    await this.panel.services.mailSender.run()
  }

  /** Lives on to this day and time, through every morning and evening on the way. */
  async liveTo(day: Day, time = '09:00') {
    for (let on = this.today; on <= day; on = addDays(on, 1)) {
      for (const hour of ['07:30', '18:30']) if (on < day || hour < time) await this.atTimeOfDay(on, hour)
    }
    if (day < this.today || (day === this.today && time < localTime(this.panel.clock.now())))
      throw new Error(`${day} ${time} is past.`)
    this.moveTo(day, time)
  }

  private async notBefore(day: Day, time: string) {
    if (instantOfLocal(day, time) > this.panel.clock.now()) await this.liveTo(day, time)
  }

  /** A morning: who has something due by what their own home says, and who was reminded. */
  async morningOf(day: Day): Promise<{ owing: string[]; reminded: string[] }> {
    await this.liveTo(day, '07:10')
    await this.panel.services.mailSender.run()
    const owing: string[] = []
    for (const who of sitting) {
      const needs =
        (await this.panel.services.home.needs(await this.panel.sessionFor(who)))[this.panel.panelId] ?? []
      if (needs.some((need) => need.due !== null && need.due <= day)) owing.push(addressOf(who))
    }
    const before = this.mail.caught.length
    await this.liveTo(day, '07:40')
    const reminded = this.mail.caught
      .slice(before)
      .filter((mail) => mail.text.includes('Something of yours is due, or overdue.'))
    return { owing: owing.sort(), reminded: reminded.flatMap((mail) => mail.to).sort() }
  }

  /** The process ends, and another takes up the same file. */
  async restart() {
    const now = this.panel.clock.now()
    await this.panel.close()
    this.panel = await openElsewhere(this.panel, settingsFor(this.mail))
    this.panel.clock.move({ minutes: (now - this.panel.clock.now()) / 60_000 })
  }

  async meetings(): Promise<(PlannedMeeting & { status: string; startsAt: string })[]> {
    const read = await this.panel.services.reads.panel(
      await this.panel.sessionFor('coordinator'),
      this.panel.panelId,
    )
    if (!read.ok) throw new Error(read.code)
    return read.meetings
      .map(({ id, date, status, startsAt }) => ({ id, date, status, startsAt }))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
  }

  async nextMeeting(): Promise<PlannedMeeting> {
    const next = (await this.meetings()).find((one) => one.status === 'planned')
    if (!next) throw new Error('No meeting is planned.')
    return next
  }

  view(who: PersonName, meetingId: string) {
    return roomView(this.panel, who, 'desk', meetingId)
  }

  async refsOn(meetingId: string, who: PersonName = 'chair'): Promise<string[]> {
    return agendaIn(viewOfThings(await this.view(who, meetingId)), meetingId).map(
      (item) => item.caseRef ?? 'another',
    )
  }

  async due(meeting: PlannedMeeting): Promise<Record<string, string[]>> {
    const due = await this.panel.services.due.dueFor(
      await this.panel.sessionFor('coordinator'),
      this.panel.panelId,
      meeting.date,
    )
    return Object.fromEntries(due.map((one) => [one.ref, one.because.map(({ reason }) => reason)]))
  }

  /** All that is due comes on, and goes round; gives why each case was due. */
  async prepare(meeting: PlannedMeeting, lateReason = ''): Promise<Record<string, string[]>> {
    const { services, panelId, done, command } = this.panel
    const why = await this.due(meeting)
    const cases = (
      await services.due.dueFor(await this.panel.sessionFor('coordinator'), panelId, meeting.date)
    ).map((one) => [one.id, { take: 'yes', itemKind: one.itemKind, minutes: one.minutes }])
    if (cases.length > 0)
      await done('coordinator', {
        kind: 'listDueCases',
        meetingId: meeting.id,
        cases: Object.fromEntries(cases) as object,
        lateReason,
      })
    const circulate = { kind: 'circulateAgenda', meetingId: meeting.id }
    const sent = await command('coordinator', circulate)
    // Where holidays leave too few working days, the notice is shorter and says why.
    if (!sent.ok && sent.fields?.[0]?.field === 'shortNoticeReason')
      await done('coordinator', { ...circulate, shortNoticeReason: 'The holidays lie between.' })
    else if (!sent.ok) throw new Error(sent.message)
    return why
  }

  async circulation(meetingId: string) {
    const sent = ofKind(await this.view('coordinator', meetingId), 'circulation').at(-1)
    if (!sent) throw new Error('No agenda went round.')
    return sent
  }

  /** On the day that returns are due these give theirs; the day after, the others are chased. Gives whom. */
  async returns(meeting: PlannedMeeting, from: readonly PersonName[]): Promise<string[]> {
    const { returnsDueOn } = await this.circulation(meeting.id)
    await this.liveTo(returnsDueOn < this.today ? this.today : returnsDueOn, '16:00')
    for (const who of from)
      await this.panel.done(who, { kind: 'giveReturns', meetingId: meeting.id, returns: {}, rest: true })
    await this.liveTo(addDays(this.today, 1), '10:00')
    const { rows } = returnBoard(
      viewOfThings(await this.view('coordinator', meeting.id)),
      meeting.id,
      this.today,
    )
    const late = rows.filter((row) => row.overdue > 0)
    for (const row of late)
      await this.panel.done('coordinator', {
        kind: 'chaseReturns',
        meetingId: meeting.id,
        agencyId: row.agencyId,
      })
    return late.map((row) => row.name)
  }

  /** Comes together at ten, hears every case on the agenda, closes at noon. A case that is not decided is not reached. */
  async hold(meeting: PlannedMeeting, { here, decide, meanwhile }: Holding) {
    const { done, command } = this.panel
    const meetingId = meeting.id
    await this.notBefore(meeting.date, '09:50')
    for (const who of here) await done(who, { kind: 'acceptConfidentiality', meetingId })
    await this.notBefore(meeting.date, '10:00')
    const opened = await command('chair', { kind: 'openMeeting', meetingId })
    if (!opened.ok)
      await done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Snow: few could come.' })
    const agenda = agendaIn(viewOfThings(await this.view('chair', meetingId)), meetingId)
    await meanwhile?.((ref) => ({
      meetingId,
      itemId: agenda.find((item) => item.caseRef === ref)?.id ?? `no ${ref}`,
    }))
    for (const item of agenda) {
      const fields = decide(item.caseRef ?? '')
      if (!fields) continue
      this.panel.clock.move({ minutes: 2 })
      await done('chair', { kind: 'movePointer', meetingId, itemId: item.id, step: 'decide' })
      await done('chair', {
        kind: 'recordDecision',
        meetingId,
        itemId: item.id,
        fields: { rationale: 'As discussed.', ...fields },
      })
      await done('chair', {
        kind: 'concludeItem',
        meetingId,
        itemId: item.id,
        without: 'She cannot be reached today.',
      })
    }
    await this.liveTo(meeting.date, '12:00')
    await done('chair', { kind: 'closeMeeting', meetingId, reason: 'Out of time.' })
    return { quorate: opened.ok }
  }

  private async openTellings() {
    const read = await this.panel.services.followUp.inbox(
      await this.panel.sessionFor('idva'),
      this.panel.panelId,
    )
    return read.ok
      ? read.toTell.map((telling) => ({
          ...telling,
          caseRef: read.told.find((one) => one.kind === 'case' && one.id === telling.caseId),
        }))
      : []
  }

  /** The advocate tells every victim-survivor who waits to be told, but for those of these cases. */
  async tellThem(except: readonly string[] = [], words = 'What was decided.') {
    for (const telling of await this.openTellings()) {
      if (except.includes(telling.caseId)) continue
      const about = { caseId: telling.caseId, tellingId: telling.id }
      await this.panel.done('idva', {
        kind: 'planTelling',
        ...about,
        tellerMemberId: this.panel.people.idva.memberId,
        what: words,
        how: 'By telephone.',
        safely: 'Before noon.',
      })
      await this.panel.done('idva', { kind: 'recordTold', ...about, state: 'told', outcome: words })
    }
  }

  async stillToTell(): Promise<string[]> {
    return (await this.openTellings()).map((telling) => telling.caseId)
  }

  /** Approved in three days, given out in five. */
  async minutes({ id }: PlannedMeeting, closedOn: Day) {
    await this.notBefore(addDays(closedOn, 3), '10:00')
    await this.panel.done('chair', { kind: 'approveMinutes', meetingId: id })
    await this.notBefore(addDays(closedOn, 5), '10:00')
    await this.panel.done('coordinator', { kind: 'distributeMinutes', meetingId: id })
  }
}

/** One connection for many mails: opening each takes a mail server a tenth of a second. */
const settingsFor = (mail: MailServer) => ({
  mail: {
    transport: createTransport({ url: mail.url, pool: true, maxConnections: 1 } as object),
    from: 'panelroom@example.gov.uk',
    baseUrl: site,
  },
  mailSettleMs: 60_000,
})
