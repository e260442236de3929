import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addDays } from '../../app/domain/dates/due-date'
import { localTime } from '../../app/domain/dates/local-time'
import { bankHolidaysAlone, isWorkingDay } from '../../app/domain/dates/working-days'
import { isRefusal } from '../../app/domain/refusals'
import type { Owed } from '../../app/domain/follow-up/inbox'
import { verifyJournal } from '../../db/journal/verify'
import { loadEverything } from '../../db/things/load-everything'
import { mails } from '../../db/schema/mail'
import { accounts } from '../../db/schema/accounts'
import { HalfYear, site } from '../support/half-year'
import { circle } from '../support/commands'
import { outsideAddition, outsideFields, acceptance, referred } from '../support/referrals'
import { expectSameInTables } from '../support/room-parity'
import { everyone, sitting, type PersonName } from '../support/small-panel'
import { fileView, ofKind, thing } from '../support/views'

// Half a year of one panel, from 2 December to 2 June, in chapters that follow on one another: thirteen fortnightly
// meetings over four bank holidays and the change to summer time. Everything goes through the front door, on a clock that
// nobody waits for, with mail through a real mail server; at the end all of it must still hold together.

// A chapter is weeks of work: a slow machine is given its time.
vi.setConfig({ testTimeout: 60_000 })

let life: HalfYear
beforeAll(async () => {
  life = await HalfYear.begin()
})
afterAll(() => life.end())

const done: HalfYear['panel']['done'] = (...given) => life.panel.done(...given)
const refused: HalfYear['panel']['refused'] = (...given) => life.panel.refused(...given)
const agency = (name: keyof HalfYear['panel']['agencies']) => life.panel.agencies[name]
const inPanel = (kind: string, rest: object) => ({ kind, panelId: life.panel.panelId, ...rest })
const caseId = (ref: 'A1' | 'A2' | 'A3' | 'A4' | 'A5') => life.panel.cases[ref]

const usual: readonly PersonName[] = [
  'chair',
  'coordinator',
  'idva',
  'police',
  'housing',
  'socialCare',
  'probation',
  'presenter',
]
const withoutProbation = usual.filter((who) => who !== 'probation')
const continued = () => ({ outcome: 'continue' })

const inbox = async (who: PersonName) => {
  const read = await life.panel.services.followUp.inbox(await life.panel.sessionFor(who), life.panel.panelId)
  if (!read.ok) throw new Error(read.code)
  return read.inbox
}
const words = (owed: readonly Owed[]) => owed.map(({ what }) => what).sort()
const inFile = async (who: PersonName, ref: 'A1' | 'A2', kind: 'action' | 'request', id: string) =>
  thing((await fileView(life.panel, who, ref)) ?? [], kind, id)
const standing = async (who: PersonName = 'chair') => {
  const read = await life.panel.services.standing.standing(
    await life.panel.sessionFor(who),
    life.panel.panelId,
  )
  if (!read.ok) throw new Error(read.code)
  return read
}
const minutesFor = async (who: PersonName, meetingId: string, wanted: object = {}) => {
  const read = await life.panel.services.reads.minutes(await life.panel.sessionFor(who), meetingId, wanted)
  if (!read.ok) throw new Error(read.code)
  return read
}

/** Words that stand in what is not for all, with whom they are for; nobody else may meet them, and no mail ever. */
const secrets: { word: string; seers: readonly PersonName[] }[] = []
const secret = (word: string, seers: readonly PersonName[]) => {
  secrets.push({ word, seers })
  return `Words of ${word}.`
}
const runs: readonly PersonName[] = ['chair', 'coChair', 'coordinator']
const inCircle: readonly PersonName[] = [...runs, 'idva', 'idvaTwo', 'police']
const readHerSafety: readonly PersonName[] = [...runs, 'idva', 'idvaTwo']

/** What later chapters come back to. */
const kept: Record<string, string> = {}
const keep = (name: string, id: string | undefined) => (kept[name] = id ?? '')
const entry = (name: string, meeting = 'first') => ({
  meetingId: kept[meeting] ?? '',
  entryId: kept[name] ?? '',
})

/** The fortnight up to the next meeting: its agenda from what is due, sent round; minutes of the last; returns; who is reminded. */
const fortnight = async (
  last: { id: string; date: string },
  { returning = usual, except = [] as string[], lateReason = '' } = {},
) => {
  if (life.today <= last.date) await life.liveTo(addDays(last.date, 1), '11:00')
  await life.tellThem(except)
  const meeting = await life.nextMeeting()
  const why = await life.prepare(meeting, lateReason)
  await life.minutes(last, last.date)
  const chased = await life.returns(
    meeting,
    returning.filter((who) => who !== 'chair'),
  )
  const morning = await life.morningOf(meeting.date)
  expect(morning.reminded).toEqual(morning.owing)
  return { meeting, why, chased }
}

/** Of which referrals the coordinator's home says that the referrer still waits to hear. */
const referrersToTell = async () => {
  const needs =
    (await life.panel.services.home.needs(await life.panel.sessionFor('coordinator')))[life.panel.panelId] ??
    []
  return needs
    .filter(({ kind }) => kind === 'telling')
    .map(({ path }) => /referrals\/([^/#?]+)/.exec(path)?.[1])
    .sort()
}

/** To whom a mail said this, of those that came after the first `before`. */
const mailSaying = (sentence: string, before: number) =>
  life.mail.caught
    .slice(before)
    .filter((mail) => mail.text.includes(sentence))
    .flatMap((mail) => mail.to.map((to) => to.split('@')[0]))
    .sort()

/** What must be so on any day. */
const holdsTogether = async () => {
  const { services } = life.panel
  for (const report of await verifyJournal(services.store.read))
    expect(report).toMatchObject({ faults: [], bodiesMissing: 0 })
  for (const meeting of await life.meetings()) {
    await services.rooms.open(meeting.id)
    await expectSameInTables(services.store, services.rooms, meeting.id)
  }
}

test('a series plans the meetings ahead; a day that falls on a bank holiday moves to the next working day', async () => {
  const { created } = await done(
    'coordinator',
    inPanel('setMeetingSeries', {
      rhythm: 'every_weeks',
      everyWeeks: 2,
      startsOn: '2026-12-28',
      startsAt: '10:00',
      venue: '',
      minutesPlanned: 120,
      cutOffWorkingDays: 5,
      onBankHoliday: 'next_working_day',
    }),
  )
  await done(
    'coordinator',
    inPanel('planFromSeries', { seriesId: keep('series', created.meetingSeries), months: 3 }),
  )
  expect((await life.meetings()).map(({ date }) => date)).toEqual([
    '2026-12-02',
    '2026-12-16',
    '2026-12-29',
    '2027-01-11',
    '2027-01-25',
    '2027-02-08',
    '2027-02-22',
    '2027-03-08',
    '2027-03-22',
  ])
})

test('2 December: one case is accepted, one brought back, one not accepted, one not reached; actions and requests are left', async () => {
  const meeting = await life.nextMeeting()
  keep('first', meeting.id)
  const { quorate } = await life.hold(meeting, {
    here: usual,
    decide: (ref) =>
      ({
        A1: { outcome: 'accept', mode: 'direct' },
        A2: { outcome: 'bring_back', reason: 'No return yet.', until: '16 December' },
        A4: { outcome: 'not_accepted', reason: 'No lever.' },
      })[ref] ?? null,
    meanwhile: async (itemOf) => {
      const assign = async (name: string, fields: object) =>
        keep(name, (await done('chair', { kind: 'assignAction', ...itemOf('A1'), fields })).created.action)
      await assign('locks', { what: 'Change the locks.', ownerAgencyId: agency('housing'), due: 'in 1 week' })
      await assign('officer', {
        what: 'Ring his officer.',
        ownerAgencyId: agency('probation'),
        due: 'in 3 weeks',
      })
      await assign('school', {
        what: 'Speak with the school.',
        ownerAgencyId: agency('socialCare'),
        due: 'in 3 weeks',
      })
      await assign('circle', {
        what: secret('Circlewren', inCircle),
        ownerAgencyId: agency('police'),
        due: 'in 10 weeks',
        audience: circle(),
      })
      const ask = async (name: string, what: string, to: string) =>
        keep(
          name,
          (
            await done('police', {
              kind: 'requestInformation',
              ...itemOf('A1'),
              fields: { toAgencyId: to, what, why: 'To plan.', due: 'in 1 week' },
            })
          ).created.request,
        )
      await ask('tenancy', 'Who holds the tenancy?', agency('housing'))
      await ask('licence', 'His licence terms.', agency('probation'))
      await ask('health', 'Is he under treatment?', agency('socialCare'))
      await done('idva', {
        kind: 'shareInformation',
        ...itemOf('A1'),
        fields: { what: secret('Herwren', inCircle), source: 'victim_survivor', audience: circle() },
      })
      for (const item of ['A1', 'A2'])
        await done('housing', {
          kind: 'prepareInformation',
          ...itemOf(item),
          fields: { what: secret(`Housewren${item}`, ['housing']) },
        })
      await done('idva', {
        kind: 'keepSafetyRecord',
        caseId: caseId('A1'),
        victimId: life.panel.victims.V1,
        safeContact: secret('Safewren', readHerSafety),
        memberIds: [],
      })
    },
  })
  expect(quorate).toBe(true)
  expect(words((await inbox('housing')).agency)).toEqual(['Change the locks.'])
  expect(words((await inbox('housing')).asked)).toEqual(['Who holds the tenancy?'])
  await holdsTogether()
})

test('December: one referral is accepted, one signposted, one from outside returned for information and completed; each referrer hears', async () => {
  await life.liveTo('2026-12-03', '09:00')
  await life.tellThem([caseId('A1')], secret('Tellwren', readHerSafety))
  const about = await referred(life.panel, 'police', { familyName: 'Nightjarson' })
  keep('referral', about.referralId)
  await done('chair', acceptance(about))
  const signposted = await referred(life.panel, 'housing', { familyName: 'Dunlinson' })
  await done('coordinator', {
    kind: 'signpostReferral',
    ...signposted,
    reason: 'A voluntary programme fits better',
    words: 'The number of the programme.',
    note: '',
    how: 'mail',
  })
  const offered = await life.panel.services.referralLinks.offer(
    await life.panel.sessionFor('coordinator'),
    life.panel.panelId,
    {
      source: 'other',
      name: 'Outside One',
      agency: 'A surgery',
      email: 'outside@surgery.example',
      forReferralId: null,
    },
  )
  if (isRefusal(offered)) throw new Error(offered.message)
  await life.liveTo('2026-12-04', '09:00')
  const [mail] = life.mail.to('outside@surgery.example')
  const token = /\/refer\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  expect(token).toBe(offered.token)
  const send = (fields: ReturnType<typeof outsideFields>, by = token) =>
    life.panel.services.referralLinks.send(by, '192.0.2.1', fields)
  expect(
    await send(
      outsideFields({
        familyName: 'Whimbrelson',
        reason: secret(
          'Linkwren',
          everyone.filter((who) => sitting.includes(who as never)),
        ),
      }),
    ),
  ).toEqual({ ok: true })
  expect(await send(outsideFields({ familyName: 'Another' }))).toMatchObject({ code: 'not_found' })
  await life.liveTo('2026-12-07', '10:00')
  const outside = (await loadEverything(life.panel.services.store.read))
    .all('referral')
    .find((one) => one.familyName === 'Whimbrelson')
  const returned = { panelId: life.panel.panelId, referralId: outside?.id ?? '' }
  await done('coordinator', {
    kind: 'returnReferral',
    ...returned,
    reason: 'No risk assessment',
    words: 'Please do one.',
    note: '',
    how: 'link',
  })
  const again = await life.panel.services.referralLinks.offer(
    await life.panel.sessionFor('coordinator'),
    life.panel.panelId,
    {
      source: 'other',
      name: 'Outside One',
      agency: 'A surgery',
      email: 'outside@surgery.example',
      forReferralId: returned.referralId,
    },
  )
  if (isRefusal(again)) throw new Error(again.message)
  expect(
    await life.panel.services.referralLinks.send(
      again.token,
      '192.0.2.1',
      outsideAddition({ what: 'Done now: sixteen.' }),
    ),
  ).toEqual({ ok: true })
  await life.liveTo('2026-12-08', '10:00')
  keep('outside', returned.referralId)
  await done('chair', acceptance(returned))
  // Nothing is decided yet, so there is nothing to tell.
  expect(await referrersToTell()).toEqual([])
})

test('16 December: what was brought back, not reached and referred is on the agenda by itself, and whoever waits to be told shows in the room', async () => {
  const { meeting, why, chased } = await fortnight(
    { id: kept.first ?? '', date: '2026-12-02' },
    {
      except: [caseId('A1')],
      returning: usual.filter((who) => who !== 'socialCare'),
      lateReason: 'Listed in the week of the change.',
    },
  )
  expect(Object.values(why).flat().sort()).toEqual(['brought_back', 'new', 'new', 'new', 'not_reached'])
  expect(await life.due(meeting)).toEqual({})
  // Only those who gave nothing are asked again.
  expect(chased).toEqual(['Social Care'])
  keep('second', meeting.id)
  await life.hold(meeting, {
    here: usual,
    decide: (ref) =>
      ({
        A1: continued(),
        A2: { outcome: 'accept', mode: 'direct' },
        A3: { outcome: 'extend', onward: 'That he keeps his appointments.', until: '2027-02-08' },
      })[ref] ?? { outcome: 'accept', mode: 'indirect' },
    meanwhile: async () => {
      // What the last meeting left untold is before the panel now, to everyone who sits there.
      for (const who of ['chair', 'housing', 'idva'] as const)
        expect(
          ofKind(await life.view(who, meeting.id), 'telling')
            .filter(({ open }) => open)
            .map((one) => one.caseId),
        ).toEqual([caseId('A1')])
    },
  })
})

test('29 December: few come, and the meeting goes ahead without a quorum for a reason; an overdue action brings its case back', async () => {
  await life.liveTo('2026-12-17', '10:00')
  expect(await life.stillToTell()).toContain(caseId('A1'))
  await done('probation', { kind: 'answerRequest', ...entry('licence'), answer: 'Weekly reporting.' })
  await done('socialCare', { kind: 'refuseRequest', ...entry('health'), reason: 'There is no basis to say.' })
  await done('probation', { kind: 'acceptAction', ...entry('officer') })
  await done('socialCare', {
    kind: 'passOnAction',
    ...entry('school'),
    toAgencyId: agency('housing'),
    what: 'Speak with the school.',
    reason: 'They know the head.',
  })
  const waiting = [kept.referral, kept.outside].sort()
  expect(await referrersToTell()).toEqual(waiting)
  const before = life.mail.caught.length
  for (const referralId of waiting)
    await done('coordinator', inPanel('tellReferrer', { referralId, how: 'mail', words: 'It was accepted.' }))
  expect(await referrersToTell()).toEqual([])
  const { meeting, why } = await fortnight({ id: kept.second ?? '', date: '2026-12-16' })
  expect(mailSaying('There is news about what you sent.', before)).toEqual(['outside', 'police'])
  expect(Object.entries(why)).toEqual([['A1', ['overdue_actions']]])
  expect(meeting.date).toBe('2026-12-29')
  expect((await life.circulation(meeting.id)).shortNoticeReason).toBe('The holidays lie between.')
  keep('third', meeting.id)
  const { quorate } = await life.hold(meeting, { here: ['chair', 'coordinator', 'idva'], decide: continued })
  expect(quorate).toBe(false)
  expect(ofKind(await life.view('housing', meeting.id), 'meeting')[0]?.inquorateReason).toBe(
    'Snow: few could come.',
  )
  expect(await inFile('housing', 'A1', 'request', kept.licence ?? '')).toMatchObject({
    state: 'answered',
    answer: 'Weekly reporting.',
  })
  expect(await inFile('housing', 'A1', 'request', kept.health ?? '')).toMatchObject({ state: 'refused' })
})

test('January: overdue at two meetings, the action comes to the chair, who gives a last date; then it is done', async () => {
  await life.liveTo('2026-12-30', '10:00')
  expect(words((await inbox('chair')).escalated)).toContain('Change the locks.')
  expect(words((await inbox('housing')).awaited)).toEqual([])
  await done('chair', {
    kind: 'ruleOnOverdue',
    ...entry('locks'),
    ruling: 'extend',
    due: '2027-01-08',
    reason: 'The holidays.',
  })
  expect(words((await inbox('chair')).escalated)).not.toContain('Change the locks.')
  const { meeting } = await fortnight({ id: kept.third ?? '', date: '2026-12-29' })
  expect((await life.circulation(meeting.id)).shortNoticeReason).toBe('The holidays lie between.')
  keep('fourth', meeting.id)
  expect(await inFile('chair', 'A1', 'action', kept.locks ?? '')).toMatchObject({
    due: '2027-01-08',
    endedAt: null,
  })
  await done('housing', {
    kind: 'endAction',
    ...entry('locks'),
    outcome: 'done',
    evidence: 'The locks are changed.',
  })
  await life.hold(meeting, { here: usual, decide: continued })
  expect(await inFile('police', 'A1', 'action', kept.locks ?? '')).toMatchObject({
    outcome: 'done',
    history: [{ what: 'extended' }, { what: 'ended' }],
  })
})

test('25 January: a request that nobody answers is chased, and comes to the chair; mail that is refused for a day goes out once after it', async () => {
  await life.liveTo('2027-01-12', '10:00')
  for (const day of ['2027-01-12', '2027-01-18', '2027-01-22'] as const) {
    if (life.today < day) await life.liveTo(day, '09:00')
    if (day === '2027-01-18') life.mail.refusing = 451
    await done('police', { kind: 'chaseRequest', ...entry('tenancy'), words: 'Asked again.' })
    if (day === '2027-01-18') {
      const before = life.mail.caught.length
      await life.liveTo('2027-01-19', '07:20')
      expect(life.mail.caught).toHaveLength(before)
      life.mail.refusing = null
      await life.liveTo('2027-01-20', '09:00')
      expect(mailSaying('Your agency is asked again for information that is outstanding.', before)).toEqual([
        'housing',
      ])
    }
  }
  await life.tellThem()
  const meeting = await life.nextMeeting()
  keep('fifth', meeting.id)
  await life.prepare(meeting, 'The coordinator was ill.')
  await life.minutes({ id: kept.fourth ?? '', date: '2027-01-11' }, '2027-01-11')
  await life.hold(meeting, { here: usual, decide: continued })
  await life.liveTo('2027-02-01', '10:00')
  expect(words((await inbox('chair')).escalated)).toContain('Who holds the tenancy?')
  await done('chair', {
    kind: 'ruleOnOverdue',
    ...entry('tenancy'),
    ruling: 'accept',
    reason: 'Known from elsewhere by now.',
  })
  expect(words((await inbox('housing')).asked)).toEqual([])
  await life.restart()
  await holdsTogether()
})

test('8 February: an extension that ends brings its case to its review, where it is closed; closed, it is due no more', async () => {
  const { meeting, why } = await fortnight(
    { id: kept.fifth ?? '', date: '2027-01-25' },
    { lateReason: 'After the cut-off.' },
  )
  expect(why.A3).toContain('extension_ends')
  keep('sixth', meeting.id)
  await life.hold(meeting, {
    here: withoutProbation,
    decide: (ref) => (ref === 'A3' ? { outcome: 'close', closureReason: 'work_completed' } : continued()),
  })
  expect(Object.keys(await life.due(await life.nextMeeting()))).not.toContain('A3')
})

test('22 February: the policy changes, and what was decided before it keeps its version; more meetings are planned, none twice', async () => {
  await life.liveTo('2027-02-09', '11:00')
  await done(
    'chair',
    inPanel('adoptPolicy', { values: { reviewWeeks: '4' }, reason: 'Six weeks were too long.' }),
  )
  const { meeting } = await fortnight(
    { id: kept.sixth ?? '', date: '2027-02-08' },
    { returning: withoutProbation },
  )
  keep('seventh', meeting.id)
  await life.hold(meeting, { here: withoutProbation, decide: continued })
  const versions = async (meetingId: string) => [
    ...new Set(
      (await loadEverything(life.panel.services.store.read))
        .all('decision')
        .filter((one) => one.meetingId === meetingId)
        .map((one) => one.policyVersion),
    ),
  ]
  const [[before], [after]] = [await versions(kept.sixth ?? ''), await versions(meeting.id)]
  expect(after).toBe((before ?? 0) + 1)
  await done('coordinator', inPanel('planFromSeries', { seriesId: kept.series, months: 3 }))
  expect((await life.meetings()).map(({ date }) => date).slice(9)).toEqual([
    '2027-04-05',
    '2027-04-19',
    '2027-05-04',
    '2027-05-17',
  ])
  expect(
    (await refused('coordinator', inPanel('planFromSeries', { seriesId: kept.series, months: 3 }))).code,
  ).toBe('already_done')
})

test('an agency that no longer comes is marked on the standing page; those who come are not', async () => {
  const { attendance, meetings } = await standing('housing')
  expect(meetings).toHaveLength(6)
  const fallingOff = attendance.filter((one) => one.fallingOff).map((one) => one.agencyId)
  expect(fallingOff).toEqual([agency('probation')])
})

test('8 March: minutes corrected after approval are a new version, told to those who read anew and to nobody else', async () => {
  const { meeting } = await fortnight(
    { id: kept.seventh ?? '', date: '2027-02-22' },
    { returning: withoutProbation },
  )
  keep('eighth', meeting.id)
  await life.hold(meeting, {
    here: withoutProbation,
    decide: continued,
    meanwhile: async (itemOf) => {
      keep(
        'slip',
        (
          await done('police', {
            kind: 'shareInformation',
            ...itemOf('A2'),
            fields: { what: 'He was arrestd.' },
          })
        ).created.share,
      )
      keep(
        'hers',
        (
          await done('idva', {
            kind: 'shareInformation',
            ...itemOf('A2'),
            fields: { what: secret('Slipwren', inCircle), source: 'victim_survivor', audience: circle() },
          })
        ).created.share,
      )
    },
  })
  await life.liveTo('2027-03-09', '11:00')
  await life.tellThem()
  const next = await life.nextMeeting()
  keep('ninth', next.id)
  await life.prepare(next)
  await life.minutes(meeting, meeting.date)
  const readAnewBy = async (name: string, fields: object) => {
    await life.liveTo(addDays(life.today, 1), '09:00')
    const minutes = { meetingId: meeting.id }
    await done('coordinator', {
      kind: 'correctEntry',
      ...minutes,
      entryId: kept[name],
      correction: { entryKind: 'share', fields },
      reason: 'A slip.',
    })
    life.panel.clock.move({ minutes: 5 })
    await done('chair', { kind: 'approveMinutes', ...minutes })
    life.panel.clock.move({ minutes: 5 })
    await done('coordinator', { kind: 'distributeMinutes', ...minutes })
    const before = life.mail.caught.length
    await life.liveTo(life.today, '20:00')
    return mailSaying('Minutes of a meeting are ready to read.', before)
  }
  expect(
    await readAnewBy('hers', {
      what: 'Words of Slipwren, put right.',
      source: 'victim_survivor',
      audience: circle(),
      agencyId: agency('advocates'),
    }),
  ).toEqual(['chair', 'co-chair', 'coordinator', 'idva', 'idva-two', 'police'])
  expect(await readAnewBy('slip', { what: 'He was arrested.', agencyId: agency('police') })).toContain(
    'housing',
  )
  expect([
    (await minutesFor('housing', meeting.id)).versions.length,
    (await minutesFor('police', meeting.id)).versions.length,
  ]).toEqual([2, 3])
})

test('22 March: a breach after the agenda went out is an urgent item with its reason, and the agenda goes round again as changed', async () => {
  const meeting = await life.nextMeeting()
  expect(await life.refsOn(meeting.id)).not.toContain('A2')
  await done('police', {
    kind: 'recordHappening',
    caseId: caseId('A2'),
    fields: { happeningKind: 'breach', day: 'today', what: 'He was at her door.' },
  })
  await done('idva', {
    kind: 'recordHappening',
    caseId: caseId('A2'),
    fields: {
      happeningKind: 'new_incident',
      day: 'today',
      what: secret('Doorwren', inCircle),
      source: 'victim_survivor',
    },
  })
  expect((await life.due(meeting)).A2).toEqual(
    expect.arrayContaining(['happened_breach', 'happened_new_incident']),
  )
  const take = {
    kind: 'listDueCases',
    meetingId: meeting.id,
    cases: { [caseId('A2')]: { take: 'yes', itemKind: 'urgent', minutes: 10 } },
  }
  expect((await refused('coordinator', take)).fields?.[0]?.field).toBe('lateReason')
  await done('coordinator', { ...take, lateReason: 'A breach.' })
  const before = life.mail.caught.length
  await done('coordinator', {
    kind: 'circulateAgenda',
    meetingId: meeting.id,
    shortNoticeReason: 'A breach.',
  })
  await life.liveTo(addDays(life.today, 1), '09:00')
  expect(mailSaying('An agenda that was sent round has changed.', before)).toHaveLength(sitting.length)
  expect(await life.due(meeting)).not.toHaveProperty('A2')
  await life.returns(
    meeting,
    withoutProbation.filter((who) => who !== 'chair'),
  )
  await life.hold(meeting, { here: withoutProbation, decide: continued })
  await holdsTogether()
})

test('spring: ten o’clock stays ten o’clock over the change to summer time, and May Day moves its meeting', async () => {
  let last = { id: kept.ninth ?? '', date: '2027-03-22' }
  for (const date of ['2027-04-05', '2027-04-19', '2027-05-04', '2027-05-17']) {
    const { meeting } = await fortnight(last, { returning: withoutProbation })
    expect(meeting.date).toBe(date)
    await life.hold(meeting, { here: withoutProbation, decide: continued })
    const opened = ofKind(await life.view('chair', meeting.id), 'meeting')[0]?.openedAt ?? 0
    expect([localTime(opened), new Date(opened).toISOString().slice(11, 16)]).toEqual(['10:00', '09:00'])
    last = meeting
  }
  await life.liveTo('2027-05-18', '11:00')
  await life.tellThem()
  await life.minutes(last, last.date)
  await life.liveTo('2027-06-02', '20:00')
  expect((await life.meetings()).filter(({ status }) => status === 'closed')).toHaveLength(13)
})

test('at the end the journal holds together, and every room in memory is what a reload gives', holdsTogether)

test('at the end every page says what is on record: what is owed, who is told, what was heard, what was given out', async () => {
  const things = await loadEverything(life.panel.services.store.read)
  const open = things.all('action').filter((one) => one.endedAt === null && one.supersededBy === null)
  expect(open.map(({ what }) => what).sort()).toEqual([
    'Ring his officer.',
    'Speak with the school.',
    'Words of Circlewren.',
  ])
  const { actions } = await standing('chair')
  for (const one of actions)
    expect(one.open).toBe(open.filter((action) => action.ownerAgencyId === one.agencyId).length)
  expect(words((await inbox('housing')).agency)).toEqual(['Speak with the school.'])
  expect(words((await inbox('police')).agency)).toEqual(['Words of Circlewren.'])
  expect(words((await inbox('chair')).escalated)).toEqual(open.map(({ what }) => what).sort())
  expect(await life.stillToTell()).toEqual([])
  for (const meeting of (await life.meetings()).filter(({ status }) => status === 'closed')) {
    expect(await minutesFor('housing', meeting.id)).toMatchObject({ state: 'distributed', due: null })
    const decided = things
      .all('item')
      .filter((item) => item.meetingId === meeting.id && item.status === 'concluded')
    const read = ofKind((await minutesFor('chair', meeting.id)).view, 'decision')
    expect(read.map((one) => one.itemId).sort()).toEqual(decided.map((one) => one.id).sort())
  }
})

/** All that someone can read of this panel, as text. */
const everythingReadBy = async (who: PersonName): Promise<string> => {
  const { services, panelId } = life.panel
  const session = await life.panel.sessionFor(who)
  const reads: unknown[] = [
    await services.home.needs(session),
    await services.followUp.inbox(session, panelId),
    await services.standing.standing(session, panelId),
    await services.reads.panel(session, panelId),
  ]
  reads.push(
    await services.reads.referrals(session, panelId),
    await services.reads.people(session, panelId),
    await services.reads.figures(session, panelId),
    await services.reads.policies(session, panelId),
    await services.candidates.candidates(session, panelId, 'a test'),
  )
  const things = await loadEverything(services.store.read)
  for (const { id } of things.all('referral')) reads.push(await services.reads.referral(session, panelId, id))
  for (const { id } of things.all('case')) reads.push(await services.reads.caseFile(session, id))
  for (const id of ['first', 'eighth'].map((name) => kept[name] ?? ''))
    reads.push(
      await services.reads.room(session, id),
      await services.reads.minutes(session, id),
      await services.reads.paper(session, id, 'extract'),
    )
  reads.push(await services.due.dueFor(session, panelId, '2027-06-14'))
  return JSON.stringify(reads)
}

test('at the end nobody has met a word that is not for them, on any page, and everybody those that are', async () => {
  for (const who of everyone) {
    const read = await everythingReadBy(who)
    for (const { word, seers } of secrets)
      expect({ who, word, met: read.includes(word) }).toEqual({ who, word, met: seers.includes(who) })
  }
  const log = life.panel.logged.join('\n')
  for (const { word } of secrets) expect(log).not.toContain(word)
})

test('no mail of the half year says anything about anyone, and each was sent once', async () => {
  const { caught } = life.mail
  // A link is made of words of the site and of ids alone; that of an outside referrer is the token it must be.
  const linkOfIds = new RegExp(
    `^${site}/(refer/[\\w-]{43}|((panels|meetings|cases|referrals|inbox|minutes|agenda|returns|due|outbox|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(/|$))*)$`,
  )
  const things = await loadEverything(life.panel.services.store.read)
  const names = [...things.all('person'), ...things.all('referral')].flatMap((one) => [
    one.givenName,
    one.familyName,
  ])
  const never = [
    ...names,
    ...things.all('member').map((one) => one.name),
    ...things.all('agency').map((one) => one.name),
    ...secrets.map(({ word }) => word),
    'Ashford',
    'wren',
    'abuse',
    'victim',
  ]
  for (const { text, headers } of caught) {
    const said = `${headers.subject} ${text.replaceAll(/https:\S+/g, '')}`
    expect(never.filter((word) => word !== '' && said.includes(word))).toEqual([])
    expect(said).not.toMatch(/\b[A-Z]-?\d+\b/)
    for (const [link] of text.matchAll(/https:\S+/g)) expect(link).toMatch(linkOfIds)
  }
  expect(new Set(caught.map((mail) => mail.headers['message-id'])).size).toBe(caught.length)
  const rows = await life.panel.services.store.read
    .select({ mail: mails, email: accounts.email })
    .from(mails)
    .leftJoin(accounts, eq(accounts.id, mails.accountId))
  expect(rows.filter(({ mail }) => mail.state !== 'sent')).toEqual([])
  expect(rows.some(({ mail }) => mail.tries > 0)).toBe(true)
  // Each row was in exactly one mail: those to one person at one moment went together.
  expect(new Set(rows.map(({ mail, email }) => `${email ?? mail.address} ${mail.sentAt}`)).size).toBe(
    caught.length,
  )
  const reminders = rows.filter(({ mail }) => mail.occasion === 'somethingDue')
  expect(reminders.length).toBeGreaterThan(50)
  for (const { mail } of reminders)
    expect(isWorkingDay(mail.noticeKey.split(' ')[1] ?? '', bankHolidaysAlone)).toBe(true)
})
