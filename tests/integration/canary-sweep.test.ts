import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntryKind } from '../../app/domain/things/entries'
import { until } from '../support/live-meeting'
import { agencies, circle, commandsIn, panelAudience } from '../support/commands'
import { inboxesOf, rankingOf } from '../support/every-page'
import { readPdf, wordText } from '../support/read-files'
import { enterRoom, RoomClient } from '../support/room-client'
import {
  everyone,
  openSmallMeeting,
  sitting,
  type Sent,
  type PersonName,
  type TestPanel,
} from '../support/small-panel'

// The canary sweep. A word of its own stands in every restricted field of every kind of thing, for every audience. Then
// all that leaves is searched, for every person: pages, join answers, pushed frames, presence, answers to commands and
// their refusals, the log. Nobody may meet a word that is not for them, and everyone must meet those that are. Who may
// see what is written out here by hand, apart from the code that decides it.

interface Planted {
  word: string
  what: string
  seers: readonly PersonName[]
  /** On the wall as well. */
  wall: boolean
}

const planted: Planted[] = []
/** A word of fixed length, so that none is part of another. */
const plant = (what: string, seers: readonly PersonName[], wall = false): string => {
  const word = `zq${String(planted.length + 1).padStart(3, '0')}xk`
  planted.push({ word, what, seers, wall })
  return `Words ${word} here.`
}

const run: readonly PersonName[] = ['chair', 'coChair', 'coordinator']
const inCircle: readonly PersonName[] = [...run, 'idva', 'idvaTwo', 'police']
/** The presenter has an interest in A1. */
const atA1 = sitting.filter((who) => who !== 'presenter')
/** To A2 only police and advocates are invited. */
const atA2: readonly PersonName[] = [...inCircle, 'observer']
const late: PersonName = 'brookAdministrator'

let panel: TestPanel
let commands: ReturnType<typeof commandsIn>
const entries: { kind: EntryKind; id: string; seers: readonly PersonName[] }[] = []
const clients = new Map<string, RoomClient>()
const seat = (who: PersonName, surface: 'desk' | 'wall') => `${who} ${surface}`

const enter = async (
  kind: EntryKind,
  who: PersonName,
  command: Sent,
  seers: readonly PersonName[],
): Promise<string> => {
  const { created } = await panel.done(who, command)
  const id = created[kind]
  if (!id) throw new Error(`Nothing of kind ${kind} came of ${command.kind}.`)
  entries.push({ kind, id, seers })
  return id
}

/** Every audience that an author can choose, with who is then in it. */
const audiences = () =>
  [
    { audience: panelAudience, seers: atA1, wall: true },
    { audience: agencies(panel.agencies.probation), seers: ['idva', 'idvaTwo', 'probation'], wall: false },
    { audience: circle(), seers: inCircle, wall: false },
    { audience: circle(panel.people.housing.memberId), seers: [...inCircle, 'housing'], wall: false },
  ] as const

/** Corrected and narrowed or widened before anyone looks on. */
const plantCorrections = async () => {
  const narrowed = await enter(
    'share',
    'idva',
    commands.share('A1', plant('the old version of a narrowed share', inCircle), { audience: panelAudience }),
    inCircle,
  )
  await enter(
    'share',
    'idva',
    commands.correct(
      'share',
      narrowed,
      { what: plant('a narrowed share', inCircle), audience: circle() },
      plant('why it was narrowed', inCircle),
    ),
    inCircle,
  )
  const widened = await enter(
    'share',
    'idva',
    commands.share('A1', plant('the old version of a widened share', inCircle), { audience: circle() }),
    inCircle,
  )
  await enter(
    'share',
    'idva',
    commands.correct(
      'share',
      widened,
      { what: plant('a widened share', atA1), audience: panelAudience },
      plant('why it was widened', inCircle),
    ),
    atA1,
  )
}

const plantEntries = async () => {
  for (const { audience, seers, wall } of audiences()) {
    const word = (what: string, shows = false) => plant(`${what} for ${audience.kind}`, seers, shows)
    await enter(
      'share',
      'idva',
      commands.share('A1', word('a share'), { audience, necessity: word('why a share is necessary') }),
      seers,
    )
    const lever = await enter(
      'lever',
      'idva',
      commands.lever('A1', word('a lever'), { audience, safetyNote: word('the safety of a lever') }),
      seers,
    )
    const plan = await enter(
      'intervention',
      'idva',
      commands.intervention('A1', word('an intervention'), { audience, leverId: lever }),
      seers,
    )
    await panel.done('idva', {
      kind: 'changeIntervention',
      meetingId: panel.meetingId,
      entryId: plan,
      status: 'done',
      result: word('its result'),
    })
    const own = { audience, ownerAgencyId: panel.agencies.advocates }
    const action = await enter(
      'action',
      'idva',
      commands.action('A1', word('an action', wall), {
        ...own,
        ownerRole: word('the role that owns it', wall),
        interventionId: plan,
      }),
      seers,
    )
    await panel.done('idva', {
      kind: 'endAction',
      meetingId: panel.meetingId,
      entryId: action,
      outcome: 'done',
      evidence: word('its evidence', wall),
    })
    // Whoever is asked must be able to read what for.
    const asked = audience.kind === 'agencies' ? panel.agencies.probation : panel.agencies.police
    const answered = await enter(
      'request',
      'idva',
      commands.request('A1', asked, word('a request'), { audience, why: word('why it is asked') }),
      seers,
    )
    const answerer = audience.kind === 'agencies' ? 'probation' : 'police'
    await panel.done(answerer, {
      kind: 'answerRequest',
      meetingId: panel.meetingId,
      entryId: answered,
      answer: word('its answer'),
    })
    const chased = await enter(
      'request',
      'idva',
      commands.request('A1', asked, word('a request chased'), { audience }),
      seers,
    )
    const turnedDown = await enter(
      'request',
      'idva',
      commands.request('A1', asked, word('a request turned down'), { audience }),
      seers,
    )
    await panel.done(answerer, {
      kind: 'refuseRequest',
      meetingId: panel.meetingId,
      entryId: turnedDown,
      reason: word('why it was turned down'),
    })
    await panel.done('idva', {
      kind: 'chaseRequest',
      meetingId: panel.meetingId,
      entryId: chased,
      words: word('what was said when chasing'),
    })
    const given = await enter(
      'action',
      'idva',
      commands.action('A1', word('an action to pass on', wall), own),
      seers,
    )
    const passed = await panel.done('idva', {
      kind: 'passOnAction',
      meetingId: panel.meetingId,
      entryId: given,
      toAgencyId: asked,
      what: word('an action passed on', wall),
      toRole: word('the role it is passed to', wall),
      reason: word('why it is passed on', wall),
    })
    entries.push({ kind: 'action', id: passed.created.action ?? '', seers })
    const withdrawn = await enter(
      'share',
      'idva',
      commands.share('A1', word('a share withdrawn'), { audience }),
      seers,
    )
    await panel.done('idva', commands.withdraw(withdrawn, word('why it was withdrawn')))
  }
}

const plantPanelsOwn = async () => {
  const decision = await enter(
    'decision',
    'chair',
    commands.decision('A1', {
      outcome: 'bring_back',
      rationale: plant('a rationale', atA1, true),
      reason: plant('a reason to bring back', atA1, true),
      onward: plant('where to', atA1, true),
    }),
    atA1,
  )
  await enter(
    'position',
    'probation',
    commands.position('A1', decision, { stance: 'dissents', reason: plant('a dissent', atA1) }),
    atA1,
  )
  await enter(
    'finding',
    'probation',
    commands.finding('A1', { evidence: plant('evidence for a finding', atA1) }),
    atA1,
  )
  const check = (seers: readonly PersonName[]) => ({
    riskNote: plant('what could raise the risk to her', seers),
    plan: plant('her safety plan', seers),
    whoTells: plant('who tells her', seers),
    children: plant('what it means for the children', seers),
    raisesRisk: 'yes',
  })
  await enter('safetyCheck', 'idva', commands.safetyCheck('A1', check(inCircle)), inCircle)
  const named = [...inCircle, 'socialCare'] as const
  await enter(
    'safetyCheck',
    'idva',
    commands.safetyCheck('A3', { ...check(named), audience: circle(panel.people.socialCare.memberId) }),
    named,
  )
  const hers = plant('what she told', inCircle)
  await enter('share', 'idva', commands.share('A4', hers, { source: 'victim_survivor' }), inCircle)
}

/** What an agency prepared: its own alone, and within it only for those whom it is meant for. */
const plantReturns = async () => {
  const prepared = async (who: PersonName, kind: string, item: 'A1' | 'A2', fields: object) => {
    const { created } = await panel.done(who, { kind, ...commands.inItem(item), fields })
    const id = created.preparedEntry ?? ''
    preparedIds.push(id)
    return id
  }
  await prepared('housing', 'prepareInformation', 'A1', {
    what: plant('what housing prepared', ['housing']),
    necessity: plant('why housing would share it', ['housing']),
  })
  await prepared('housing', 'prepareLever', 'A1', {
    what: plant('a lever that housing prepared', ['housing']),
    safetyNote: plant('the safety of that lever', ['housing']),
  })
  await prepared('police', 'prepareInformation', 'A2', {
    what: plant('what police prepared at an item for some', ['police']),
  })
  const justice: readonly PersonName[] = ['chair', 'coordinator']
  await prepared('chair', 'prepareInformation', 'A1', {
    what: plant('what the chair’s own agency prepared', justice),
  })
  // The case manager and the presenter stand for one agency; an advocate's colleague is in the circle, a manager is not.
  await prepared('idva', 'prepareInformation', 'A1', {
    what: plant('what she told, prepared', ['idva', 'idvaTwo']),
    source: 'victim_survivor',
  })
  await prepared('caseManager', 'prepareInformation', 'A1', {
    what: plant('what a manager prepared for himself and the circle', ['caseManager']),
    audience: circle(),
  })
  await panel.done('probation', {
    kind: 'giveReturns',
    meetingId: panel.meetingId,
    returns: {
      [panel.items.A1]: {
        holding: 'known_now',
        engagement: 'engaging',
        staffSafety: plant('a warning for staff', ['probation']),
      },
    },
  })
  const dropped = await prepared('housing', 'prepareInformation', 'A1', {
    what: plant('what housing dropped', ['housing']),
  })
  await panel.done('housing', { kind: 'dropPrepared', meetingId: panel.meetingId, preparedId: dropped })
  const shared = await prepared('housing', 'prepareInformation', 'A1', {
    what: plant('what housing prepared and shared', atA1),
  })
  const { created } = await panel.done('housing', {
    kind: 'sharePrepared',
    meetingId: panel.meetingId,
    preparedId: shared,
  })
  entries.push({ kind: 'share', id: created.share ?? '', seers: atA1 })
  await panel.done('socialCare', {
    kind: 'recordReturn',
    ...commands.inItem('A1'),
    state: 'declined',
    reason: plant('why a return was declined', ['chair', 'coChair', 'coordinator', 'socialCare']),
  })
}
const preparedIds: string[] = []

const plantNarrowItem = async () => {
  await enter('share', 'police', commands.share('A2', plant('a share at an item for some', atA2)), atA2)
  await enter('action', 'police', commands.action('A2', plant('an action at an item for some', atA2)), atA2)
  await enter(
    'share',
    'idva',
    commands.share('A2', plant('a share for the circle there', inCircle), { audience: circle() }),
    inCircle,
  )
}

const plantAround = async () => {
  const keep = (
    victim: 'V1' | 'V2a',
    ref: 'A1' | 'A2',
    seers: readonly PersonName[],
    memberIds: string[] = [],
  ): Sent => ({
    kind: 'keepSafetyRecord',
    caseId: panel.cases[ref],
    victimId: panel.victims[victim],
    safeContact: plant('a safe contact', seers),
    whoMustNotKnow: plant('who must not know', seers),
    wishes: plant('her wishes', seers),
    told: plant('what she was told', seers),
    memberIds,
  })
  await panel.done('idva', keep('V1', 'A1', [...run, 'idva', 'idvaTwo']))
  await panel.done(
    'idva',
    keep('V2a', 'A2', [...run, 'idva', 'idvaTwo', 'police'], [panel.people.police.memberId]),
  )
  const mistaken = await panel.done(
    'probation',
    commands.conflict('A3', { reason: plant('an interest withdrawn', [...run, 'probation']) }),
  )
  await panel.done('chair', {
    kind: 'withdrawConflict',
    meetingId: panel.meetingId,
    conflictId: mistaken.created.conflict,
    reason: plant('why it was withdrawn', []),
  })
  const listedLate = await panel.done('chair', commands.listFifth(plant('why a case comes late', sitting)))
  await panel.done('chair', {
    kind: 'putOnNoteOnlyLane',
    ...commands.inItem('A4'),
    reason: plant('why it is noted only', sitting),
  })
  await panel.done('chair', commands.conclude('A3', plant('why the panel goes on without', sitting)))
  await panel.done('chair', {
    kind: 'removeItem',
    meetingId: panel.meetingId,
    itemId: listedLate.created.item,
    reason: plant('why it comes off', sitting),
  })
  await panel.done('socialCare', {
    kind: 'recordAttendance',
    meetingId: panel.meetingId,
    memberId: panel.people.socialCare.memberId,
    status: 'remote',
    note: plant('a note on attendance', [...sitting, late], true),
  })
}

/** Who sees each. */
const happenings: (readonly PersonName[])[] = []
/** What happened between meetings, what became of it, and the answer for a new partner. */
const plantHappenings = async () => {
  const happen = async (
    who: PersonName,
    ref: 'A1' | 'A2',
    what: string,
    seers: readonly PersonName[],
    fields: object,
  ) => {
    const { created } = await panel.done(who, {
      kind: 'recordHappening',
      caseId: panel.cases[ref],
      fields: { happeningKind: 'new_partner', day: 'today', what: plant(what, seers), ...fields },
    })
    happenings.push(seers)
    return { caseId: panel.cases[ref], happeningId: created.happening }
  }
  const open = await happen('housing', 'A1', 'what happened, for all', atA1, {})
  // Put right for all, the old words and why stay with those who could read them.
  const widened = await happen('idva', 'A1', 'the old words of what happened, widened', inCircle, {
    happeningKind: 'new_incident',
    audience: circle(),
  })
  await panel.done('idva', {
    kind: 'correctHappening',
    ...widened,
    fields: {
      happeningKind: 'new_incident',
      day: 'today',
      what: plant('what happened, widened', atA1),
      audience: panelAudience,
    },
    reason: plant('why it was widened', inCircle),
  })
  happenings.push(atA1)
  await panel.done('chair', {
    kind: 'dismissRelisting',
    ...open,
    reason: plant('why a case does not come back', atA1),
  })
  const hers = await happen('idva', 'A1', 'what happened, she said', inCircle, { source: 'victim_survivor' })
  await panel.done('police', {
    kind: 'answerDisclosure',
    ...hers,
    answer: 'not_needed',
    words: plant('why a new partner is not told', inCircle),
  })
  await panel.done('idva', {
    kind: 'withdrawHappening',
    ...hers,
    reason: plant('why what happened was withdrawn', inCircle),
  })
  await happen('idva', 'A1', 'what happened, for the circle and one more', [...inCircle, 'housing'], {
    audience: circle(panel.people.housing.memberId),
  })
  await happen('police', 'A2', 'what happened while few were asked in', atA2, {})
}

/** A ranking, its matrix, and who was put forward by it: for the safety circle. */
const plantCandidates = async () => {
  const gravity = { control: '1', threat: '2', violence: '3', serious_violence: '4' }
  await panel.done('chair', {
    kind: 'adoptScoringMatrix',
    panelId: panel.panelId,
    windowMonths: 24,
    victimMonths: 24,
    gravity,
    reason: plant('why the matrix changed (ranking)', inCircle),
  })
  const { created } = await panel.done('coordinator', {
    kind: 'putForwardCandidate',
    panelId: panel.panelId,
    personId: panel.persons.P5,
  })
  await panel.done('chair', {
    kind: 'withdrawCandidate',
    panelId: panel.panelId,
    candidacyId: created.candidacy,
    reason: plant('why he is not put forward (ranking)', inCircle),
  })
}

const plantInBrook = async () => {
  const inBrook = { meetingId: panel.brookMeetingId }
  const there: readonly PersonName[] = ['brookChair', 'brookIdva']
  for (const who of there) await panel.done(who, { kind: 'acceptConfidentiality', ...inBrook })
  await panel.done('brookChair', { kind: 'openMeeting', ...inBrook })
  await enter('share', 'brookIdva', commands.share('B1', plant('a share in Brook', there)), there)
  await enter(
    'share',
    'brookIdva',
    commands.share('B1', plant('a share for Brook’s circle', there), { audience: circle() }),
    there,
  )
}

/** Words of the import: names and referrals, for whoever may see the case. */
const imported: readonly (readonly [words: string, seers: readonly PersonName[]])[] = [
  ['Referral words of the first case', atA1],
  ['Referral words of the second case', atA2],
  ['Rusholt', atA2],
  ['Referral words of the third case', sitting],
  ['Tamsyn', sitting],
  // The same man is in A4, from which nobody is put out.
  ['Quenby', sitting],
  ['Al Quenbee', sitting],
  ['Referral words of the fifth case', sitting],
  ['Varcoe', sitting],
  ['Wexcombe', ['brookChair', 'brookIdva']],
  ['Referral words of the Brook case', ['brookChair', 'brookIdva']],
  // Incidents: those of a case for whoever may see it, hers and those of no case for the safety circle.
  ['INC-ALL-1', atA1],
  ['INC-HER-1', inCircle],
  ['INC-ALL-4', sitting],
  ['INC-ALL-2', atA2],
  ['INC-ALL-5', sitting],
  ['INC-CIR-5', inCircle],
  ['Yelland', inCircle],
  ['INC-BROOK', ['brookChair', 'brookIdva']],
  ['@ashford.example', ['coordinator', 'administrator']],
]

/** Everything a person can load. */
const pagesOf = async (
  who: PersonName,
  meetings = [panel.meetingId, panel.nextMeetingId, panel.brookMeetingId],
) => {
  const { reads } = panel.services
  const session = await panel.sessionFor(who)
  const panels = [panel.panelId, panel.brookPanelId]
  return {
    desk: JSON.stringify([
      await reads.panelsOf(session),
      ...(await Promise.all(
        meetings.flatMap((id) => [reads.room(session, id, 'desk'), reads.minutes(session, id)]),
      )),
      ...(await Promise.all(
        panels.flatMap((id) => [
          reads.panel(session, id),
          reads.casesToList(session, id),
          reads.figures(session, id),
        ]),
      )),
      await panel.services.due.dueFor(session, panel.panelId, '2026-12-16'),
    ]),
    files: JSON.stringify([
      ...(await Promise.all(Object.values(panel.cases).map((id) => reads.caseFile(session, id)))),
      await panel.services.home.needs(session),
      ...(await Promise.all(panels.map((id) => rankingOf(panel, session, id)))),
      ...(await Promise.all(inboxesOf(panel, session))),
    ]),
    wall: JSON.stringify(await Promise.all(meetings.map((id) => reads.room(session, id, 'wall')))),
  }
}

/** Commands about everything there is, each of them wrong, so that all that comes back is a refusal. */
const probe = async (who: PersonName, client: RoomClient) => {
  for (const { kind, id } of entries) {
    await client.command(commands.correct(kind, id, { what: 'x', audience: agencies('no-such-agency') }, ''))
    await client.command(commands.correct(kind, id, fieldsThatFail(kind)))
    await client.command({ kind: 'acceptAction', meetingId: panel.meetingId, entryId: id })
    await client.command(commands.intervention('A1', 'x', { leverId: id, leadAgencyId: 'no-such-agency' }))
    await client.command(commands.action('A1', 'x', { requestId: id, interventionId: id, due: 'never' }))
    await client.command(commands.position('A1', id, { stance: 'dissents' }))
  }
  for (const preparedId of preparedIds) {
    await client.command({
      kind: 'changePrepared',
      meetingId: panel.meetingId,
      preparedId,
      correction: { entryKind: 'share', fields: { what: 'x', agencyId: 'no-such-agency', about: 'no-one' } },
    })
    await client.command({ kind: 'sharePrepared', meetingId: panel.nextMeetingId, preparedId })
    await client.command({ kind: 'dropPrepared', meetingId: panel.brookMeetingId, preparedId })
  }
  for (const itemId of Object.values(panel.items)) {
    await client.command({ kind: 'movePointer', meetingId: panel.meetingId, itemId, step: 'nowhere' })
    await client.command({ kind: 'concludeItem', meetingId: panel.brookMeetingId, itemId })
    await client.command({ ...commands.safetyCheck('A1', { raisesRisk: 'yes' }), itemId })
  }
  await client.command({ ...commands.conflict('A1'), memberId: 'no-such-member' })
  await client.command({
    kind: 'keepSafetyRecord',
    caseId: panel.cases.A1,
    victimId: panel.victims.V1,
    memberIds: ['no-such-member'],
  })
  await client.command({ kind: who, meetingId: panel.meetingId })
}

const fieldsThatFail = (kind: EntryKind) => ({
  ...(kind === 'safetyCheck' ? (commands.safetyCheck('A1').fields as object) : {}),
  what: 'x',
  why: 'x',
  due: 'never',
  toAgencyId: 'no-such-agency',
  strand: 'both',
  criterionKey: 'none',
  answer: 'met',
  outcome: 'accept',
  rationale: 'x',
  decisionId: 'none',
  stance: 'dissents',
  agencyId: 'no-such-agency',
})

let address = ''
const joinAll = async (surface: 'desk' | 'wall', people: readonly PersonName[]) => {
  for (const who of people) {
    const meetingId = who.startsWith('brook') && who !== late ? panel.brookMeetingId : panel.meetingId
    clients.set(
      seat(who, surface),
      await enterRoom({ address, token: await panel.tokenFor(who), meetingId, surface }),
    )
  }
}

/** Someone who types says so to those who may read what comes of it. */
const typeThings = async () => {
  const say = async (who: PersonName, itemId: string, form: string, audience: object) => {
    await clients
      .get(seat(who, 'desk'))
      ?.ask('room:look', { meetingId: panel.meetingId, itemId, typing: { form, audience } })
  }
  const words = (what: string, seers: readonly PersonName[], wall = false) =>
    plant(what, seers, wall).slice(6, 13)
  await say('idva', panel.items.A1, words('typing for the circle', inCircle), circle())
  await say('police', panel.items.A2, words('typing at an item for some', atA2), panelAudience)
  await say('housing', panel.items.A1, words('typing for all', [...atA1, late], true), panelAudience)
  await until(
    'all three show as typing',
    () => clients.get(seat('chair', 'desk'))?.here.filter(({ typing }) => typing !== null).length === 3,
  )
}

beforeAll(async () => {
  panel = await openSmallMeeting()
  commands = commandsIn(panel)
  address = await panel.listen()
  await panel.done('coordinator', {
    kind: 'addMember',
    panelId: panel.panelId,
    name: 'Late One',
    email: 'brook-administrator@brook.example',
    role: 'representative',
    agencyId: panel.agencies.socialCare,
  })
  const reason = plant('an interest', [...run, 'presenter'])
  await panel.done('presenter', commands.conflict('A1', { reason }))
  await panel.done('chair', commands.invite('A2', panel.agencies.police, panel.agencies.advocates))
  await plantCorrections()
  await joinAll('desk', everyone)
  await joinAll('wall', ['chair', 'idva', 'caseManager'])
  await plantEntries()
  await plantPanelsOwn()
  await plantReturns()
  await plantNarrowItem()
  await typeThings()
  await plantAround()
  await plantCandidates()
  await plantHappenings()
  await plantInBrook()
  for (const client of clients.values()) await client.settled()
}, 60_000)
afterAll(async () => {
  for (const client of clients.values()) client.leave()
  await panel.close()
})

/** Words wrongly met, and words missed, by what they stand for. */
const judge = (who: PersonName, text: string, may: (one: Planted) => boolean) => ({
  who,
  leaked: planted.filter((one) => text.includes(one.word) && !may(one)).map(({ what }) => what),
  missed: planted.filter((one) => !text.includes(one.word) && may(one)).map(({ what }) => what),
})
const clean = (who: PersonName) => ({ who, leaked: [], missed: [] })

const pushed = (who: PersonName, surface: 'desk' | 'wall' = 'desk') =>
  clients.get(seat(who, surface))?.everythingReceived ?? ''
/** Words of typing pass by; no page shows them. */
/** No room has rankings in it. */
const isOfNoRoom = (one: Planted) => one.what.endsWith('(ranking)')
const isTyping = (one: Planted) => one.what.startsWith('typing')

test('there is a word for every restricted field, of every kind, for every audience', () => {
  expect(planted.length).toBeGreaterThan(85)
  expect(new Set(planted.map(({ word }) => word)).size).toBe(planted.length)
  expect(new Set(entries.map(({ kind }) => kind)).size).toBe(9)
})

test.each(everyone.filter((who) => who !== late))(
  'the pages of %s hold the words that are for them and no other',
  async (who) => {
    const { desk, files } = await pagesOf(who)
    expect(judge(who, desk + files, (one) => one.seers.includes(who) && !isTyping(one))).toEqual(clean(who))
    for (const [words, seers] of imported)
      expect([words, (desk + files).includes(words)]).toEqual([words, seers.includes(who)])
  },
)

test.each(everyone)('what was pushed to %s holds the words that are for them and no other', (who) => {
  const text = pushed(who)
  expect(judge(who, text, (one) => one.seers.includes(who) && !isOfNoRoom(one))).toEqual(clean(who))
})

test('whoever has not accepted confidentiality meets no word of a case in the meeting, on pages or pushed', async () => {
  const { desk, files } = await pagesOf(late, [panel.meetingId, panel.brookMeetingId])
  expect(judge(late, desk + files, (one) => one.seers.includes(late) && !isTyping(one))).toEqual(clean(late))
  for (const [words] of imported.slice(0, -1))
    expect([words, (desk + files).includes(words)]).toEqual([words, false])
})

test.each(['chair', 'idva', 'caseManager'] as const)(
  'the wall that %s puts up holds decisions and actions for the whole panel, and no other word',
  async (who) => {
    const { wall } = await pagesOf(who)
    expect(judge(who, wall, (one) => one.wall && one.seers.includes(who) && !isTyping(one))).toEqual(
      clean(who),
    )
    expect(judge(who, pushed(who, 'wall'), (one) => one.wall && one.seers.includes(who))).toEqual(clean(who))
    for (const [words] of imported)
      expect([words, (wall + pushed(who, 'wall')).includes(words)]).toEqual([words, false])
  },
)

test('the minutes hold nothing that an agency keeps to itself, not even on its own copy', async () => {
  const own = planted.filter(({ what }) => /prepared(?! and shared)|dropped|a warning for staff/.test(what))
  expect(own.length).toBeGreaterThan(6)
  for (const who of sitting) {
    const minutes = JSON.stringify(
      await panel.services.reads.minutes(await panel.sessionFor(who), panel.meetingId),
    )
    expect([who, own.filter(({ word }) => minutes.includes(word)).map(({ what }) => what)]).toEqual([who, []])
  }
})

test('even the number of entries is what each may see', async () => {
  for (const who of sitting) {
    const read = await panel.services.reads.room(await panel.sessionFor(who), panel.meetingId)
    const view = read.ok ? read.view : []
    const ids = new Set(entries.map(({ id }) => id))
    const shown = view.filter((thing) => ids.has(thing.id)).length
    const inMeeting = entries.filter(({ seers }) => seers.includes(who)).length
    expect([who, shown]).toEqual([who, inMeeting])
    expect([who, view.filter((thing) => 'recordedBy' in thing && thing.kind !== 'happening').length]).toEqual(
      [who, inMeeting],
    )
    expect([who, view.filter((thing) => thing.kind === 'happening').length]).toEqual([
      who,
      happenings.filter((seers) => seers.includes(who)).length,
    ])
  }
})

test('answers and refusals to commands tell nobody a word that is not for them', async () => {
  for (const who of everyone) {
    const client = clients.get(seat(who, 'desk')) as RoomClient
    const before = client.answers.length
    await probe(who, client)
    const answers = client.answers.slice(before)
    expect(answers.length).toBeGreaterThan(200)
    const text = JSON.stringify(answers)
    expect({ who, leaked: judge(who, text, (one) => one.seers.includes(who)).leaked }).toEqual({
      who,
      leaked: [],
    })
    for (const [words, seers] of imported)
      if (!seers.includes(who)) expect([who, words, text.includes(words)]).toEqual([who, words, false])
  }
}, 60_000)

test('whoever may not see an entry gets, for any command about it, the very answer for one that does not exist', async () => {
  for (const { kind, id, seers } of entries) {
    for (const who of everyone.filter((one) => !seers.includes(one))) {
      for (const make of [
        (entryId: string) => commands.correct(kind, entryId, fieldsThatFail(kind)),
        (entryId: string) => commands.withdraw(entryId),
        (entryId: string) => ({
          kind: 'endAction',
          meetingId: panel.meetingId,
          entryId,
          outcome: 'done',
          evidence: 'x',
        }),
      ]) {
        expect([who, kind, await panel.command(who, make(id))]).toEqual([
          who,
          kind,
          await panel.command(who, make('no-such-entry')),
        ])
      }
    }
  }
}, 60_000)

test('a socket of someone signed out is told that, and nothing else', async () => {
  const client = new RoomClient({ address, token: null, meetingId: panel.meetingId })
  expect(await client.connect()).toBe('signed_out')
  expect(client.frames).toEqual([])
})

test('the log holds no word of anyone, and no name', () => {
  const log = panel.logged.join('')
  expect(planted.filter(({ word }) => log.includes(word))).toEqual([])
  for (const [words] of imported) expect([words, log.includes(words)]).toEqual([words, false])
})

test('after the meeting, how she is told and the papers taken away hold no word that is not for whoever reads them', async () => {
  await panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  const { created } = await panel.done('chair', commands.close('Out of time.'))
  await panel.done('chair', { kind: 'approveMinutes', meetingId: panel.meetingId })
  const tellsHer: readonly PersonName[] = [...run, 'idva', 'idvaTwo']
  const about = { caseId: panel.cases.A1, tellingId: created.telling }
  await panel.done('idva', {
    kind: 'planTelling',
    ...about,
    tellerMemberId: panel.people.idva.memberId,
    what: plant('what she is told', tellsHer),
    how: plant('how she is told', tellsHer),
    safely: plant('how that is safe', tellsHer),
  })
  await panel.done('idva', {
    kind: 'recordTold',
    ...about,
    state: 'told',
    outcome: plant('how telling her went', tellsHer),
  })
  for (const who of everyone.filter((one) => one !== late)) {
    const { desk, files, wall } = await pagesOf(who)
    const ofTelling = planted.filter(({ what }) => /is told|is safe|telling her went/.test(what))
    expect(ofTelling).toHaveLength(4)
    for (const { word, what, seers } of ofTelling)
      expect([who, what, (desk + files).includes(word), wall.includes(word)]).toEqual([
        who,
        what,
        seers.includes(who),
        false,
      ])
  }
  let met = 0
  // Once it has closed there is nothing left to join: whoever came late reads the minutes as any member of the agency.
  for (const who of everyone.filter((one) => one !== late)) {
    for (const meetingId of [panel.meetingId, panel.brookMeetingId]) {
      for (const what of ['minutes', 'extract'] as const) {
        const session = await panel.sessionFor(who)
        const page = JSON.stringify(await panel.services.reads.paper(session, meetingId, what))
        const pdf = await panel.services.reads.paperFile(session, meetingId, what, 'pdf')
        const word = await panel.services.reads.paperFile(session, meetingId, what, 'docx')
        const text =
          page +
          (pdf.ok ? readPdf(pdf.body).text + pdf.fileName : '') +
          (word.ok ? wordText(word.body) + word.fileName : '')
        const { leaked } = judge(who, text, (one) => one.seers.includes(who))
        expect({ who, what, leaked }).toEqual({ who, what, leaked: [] })
        for (const [words, seers] of imported)
          if (!seers.includes(who)) expect([who, words, text.includes(words)]).toEqual([who, words, false])
        met += planted.filter(({ word: one }) => text.includes(one)).length
      }
    }
  }
  // The papers do hold words.
  expect(met).toBeGreaterThan(300)
}, 120_000)
