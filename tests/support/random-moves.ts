import fc from 'fast-check'
import type { Things } from '../../app/domain/things/thing-set'
import { entryKinds, type EntryKind } from '../../app/domain/things/entries'
import { brook, sitting, type Sent, type PersonName, type SmallPanel } from './small-panel'

// Random meetings. A move is a handful of numbers; what it comes to depends on what stands by then, so that most commands
// are about things that exist and many are carried out, while the rest are refused for every reason there is.

export interface Move {
  who: number
  what: number
  picks: number[]
  words: string
}

const number = fc.nat({ max: 9999 })
export const moves = (longest: number): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      who: number,
      what: number,
      picks: fc.array(number, { minLength: 8, maxLength: 8 }),
      words: fc.oneof(
        { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/) },
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
    }),
    { minLength: 8, maxLength: longest, size: 'max' },
  )

interface Ground {
  panel: SmallPanel
  things: Things
  pick: <T>(list: readonly T[], index: number) => T | undefined
  some: <T>(list: readonly T[], index: number) => T[]
  words: string
  numbers: readonly number[]
}

type Maker = (ground: Ground) => Sent | undefined

const runners: readonly PersonName[] = ['chair', 'coChair', 'coordinator']
const recorders = sitting.filter((name) => name !== 'observer')
const anyone: readonly PersonName[] = [...sitting, 'evaluator', 'administrator', ...brook]

const inItem = ({ panel, things, pick }: Ground) => {
  const items = things.all('item').filter((item) => item.meetingId === panel.meetingId)
  return { meetingId: panel.meetingId, itemId: pick(items, 0)?.id ?? 'none' }
}

const memberIds = ({ panel }: Ground) => Object.values(panel.people).map((person) => person.memberId)
/** Once in a long while one of another panel. */
const agencyIds = ({ panel }: Ground) => {
  const { brookPolice, ...own } = panel.agencies
  const ours = Object.values(own)
  return [...ours, ...ours, ...ours, brookPolice]
}

const audienceOf = (ground: Ground) => {
  const { pick, some } = ground
  return pick(
    [
      undefined,
      { kind: 'panel' },
      { kind: 'agencies', agencyIds: some(agencyIds(ground), 6) },
      { kind: 'safety_circle', memberIds: some(memberIds(ground), 7) },
    ],
    5,
  )
}

const fieldsOf = (kind: EntryKind, ground: Ground): Record<string, unknown> => {
  const { pick, things, words } = ground
  const common = {
    audience: audienceOf(ground),
    agencyId: (ground.numbers[4] ?? 0) % 6 === 0 ? pick(agencyIds(ground), 3) : null,
  }
  const some = words || 'words'
  switch (kind) {
    case 'share':
      return {
        ...common,
        what: some,
        source: pick(['agency_record', 'victim_survivor', 'intelligence'], 3),
        necessity: words,
      }
    case 'lever':
      return { ...common, what: some, safetyNote: words }
    case 'finding':
      return {
        ...common,
        criterionKey: pick(['safe_lever', 'victim_support'], 3),
        answer: pick(['met', 'not_met', 'unknown'], 2),
        evidence: words,
      }
    case 'decision':
      return {
        ...common,
        outcome: pick(['continue', 'accept', 'bring_back', 'close', 'transfer'], 3),
        mode: pick(['', 'direct'], 2),
        rationale: some,
        reason: words,
        onward: words,
        closureReason: 'custody',
      }
    case 'position':
      return {
        ...common,
        decisionId: pick(things.all('decision'), 3)?.id ?? 'none',
        stance: pick(['agrees', 'dissents'], 2),
        reason: words,
      }
    case 'intervention':
      return {
        ...common,
        what: some,
        strand: pick(['support', 'disrupt', 'both'], 3),
        supportAreas: ['identity'],
        disruptAreas: ['housing'],
        leverId: pick(['', ...things.all('lever').map((one) => one.id)], 2),
      }
    case 'action':
      return {
        ...common,
        what: some,
        due: pick(['tomorrow', 'in 2 weeks', 'yesterday'], 3),
        ownerAgencyId: pick(['', ...agencyIds(ground)], 2),
        interventionId: pick(['', ...things.all('intervention').map((one) => one.id)], 1),
        requestId: pick(['', ...things.all('request').map((one) => one.id)], 3),
      }
    case 'request':
      return { ...common, what: some, why: some, due: 'Friday', toAgencyId: pick(agencyIds(ground), 2) }
    case 'safetyCheck':
      return {
        ...common,
        victimId: pick(['', ...things.all('victim').map((one) => one.id)], 2),
        knows: 'yes',
        raisesRisk: pick(['no', 'yes'], 3),
        riskNote: words,
        safeContact: 'yes',
        plan: some,
        whoTells: some,
        children: some,
      }
    default:
      return kind satisfies never
  }
}

const commandOf = {
  share: 'shareInformation',
  lever: 'recordLever',
  finding: 'recordFinding',
  decision: 'recordDecision',
  position: 'recordPosition',
  intervention: 'planIntervention',
  action: 'assignAction',
  request: 'requestInformation',
  safetyCheck: 'answerSafetyCheck',
} as const satisfies Record<EntryKind, string>

const record =
  (kind: EntryKind): Maker =>
  (ground) => ({ kind: commandOf[kind], ...inItem(ground), fields: fieldsOf(kind, ground) })

const anEntry = ({ things, pick }: Ground) => {
  const entries = entryKinds.flatMap((kind) => things.all(kind).map((entry) => ({ kind, entry })))
  const standing = entries.filter(({ entry }) => entry.supersededBy === null && entry.withdrawnAt === null)
  return pick([...standing, ...standing, ...standing, ...entries], 1)
}

const correct: Maker = (ground) => {
  const found = anEntry(ground)
  return (
    found && {
      kind: 'correctEntry',
      meetingId: ground.panel.meetingId,
      entryId: found.entry.id,
      correction: { entryKind: found.kind, fields: fieldsOf(found.kind, ground) },
      reason: 'Corrected.',
    }
  )
}

const withdraw: Maker = (ground) => {
  const found = anEntry(ground)
  return (
    found && {
      kind: 'withdrawEntry',
      meetingId: ground.panel.meetingId,
      entryId: found.entry.id,
      reason: 'Withdrawn.',
    }
  )
}

const onEntry =
  (entryKind: EntryKind, kind: string, rest: (ground: Ground) => object): Maker =>
  (ground) => {
    const { things, pick, panel } = ground
    const entry = pick(things.all(entryKind), 1)
    const meetingId = pick([panel.meetingId, panel.meetingId, panel.nextMeetingId], 5)
    return entry && { kind, meetingId, entryId: entry.id, ...rest(ground) }
  }

const inMeeting =
  (kind: string, rest: (ground: Ground) => object = () => ({})): Maker =>
  (ground) => ({ kind, meetingId: ground.panel.meetingId, ...rest(ground) })

const onItem =
  (kind: string, rest: (ground: Ground) => object = () => ({})): Maker =>
  (ground) => ({ kind, ...inItem(ground), ...rest(ground) })

const onPrepared =
  (kind: string, rest: (ground: Ground, lever: boolean) => object = () => ({})): Maker =>
  (ground) => {
    const prepared = ground.pick(ground.things.all('preparedEntry'), 1)
    return (
      prepared && {
        kind,
        meetingId: ground.panel.meetingId,
        preparedId: prepared.id,
        ...rest(ground, prepared.lever !== null),
      }
    )
  }

const onTelling =
  (kind: string, rest: (ground: Ground) => object): Maker =>
  (ground) => {
    const telling = ground.pick(ground.things.all('telling'), 1)
    return telling && { kind, caseId: telling.caseId, tellingId: telling.id, ...rest(ground) }
  }

const onHappening =
  (kind: string, rest: (ground: Ground) => object): Maker =>
  (ground) => {
    const happening = ground.pick(ground.things.all('happening'), 1)
    return happening && { kind, caseId: happening.caseId, happeningId: happening.id, ...rest(ground) }
  }

/** How often, by whom as a rule, and what. */
const makers: [number, readonly PersonName[], Maker][] = [
  [5, recorders, record('share')],
  [2, recorders, record('lever')],
  [2, recorders, record('finding')],
  [3, runners, record('decision')],
  [2, recorders, record('position')],
  [3, recorders, record('intervention')],
  [3, recorders, record('action')],
  [2, recorders, record('request')],
  [3, ['idva', 'chair', 'coordinator', 'police'], record('safetyCheck')],
  [6, recorders, correct],
  [3, recorders, withdraw],
  [
    2,
    sitting,
    onItem('declareConflict', (g) => ({
      reason: 'A cousin.',
      memberId: (g.numbers[2] ?? 0) % 4 === 0 ? g.pick(memberIds(g), 1) : '',
    })),
  ],
  [
    2,
    runners,
    inMeeting('withdrawConflict', (g) => ({
      conflictId: g.pick(g.things.all('conflict'), 1)?.id ?? 'none',
      reason: 'Mistaken.',
    })),
  ],
  [
    3,
    runners,
    onItem('inviteToItem', (g) => ({
      agencyIds: g.some(agencyIds(g), 6),
      everyone: g.pick([false, true], 1),
    })),
  ],
  [
    3,
    runners,
    (g) => ({
      kind: 'listCase',
      meetingId: g.pick([g.panel.meetingId, g.panel.nextMeetingId], 3) as string,
      caseId: g.pick(Object.values(g.panel.cases), 1),
      itemKind: g.pick(['new', 'note_only'], 2),
      minutes: 5,
      lateReason: g.pick(['', 'A new arrest.'], 4),
    }),
  ],
  [3, runners, onItem('movePointer', (g) => ({ step: g.pick(['introduce', 'share', 'plan'], 1) }))],
  [1, runners, inMeeting('undoAdvance')],
  [2, runners, onItem('concludeItem', (g) => ({ without: g.pick(['', 'She cannot be reached.'], 1) }))],
  [1, runners, onItem('reopenItem', () => ({ reason: 'More came in.' }))],
  [
    1,
    runners,
    inMeeting('handOverChair', (g) => ({
      memberId: g.pick(runners, 1) ? g.panel.people[g.pick(runners, 1) as PersonName].memberId : '',
    })),
  ],
  [1, runners, inMeeting('takeChair', () => ({ reason: 'The chair lost connection.' }))],
  [2, sitting, inMeeting('acceptConfidentiality', (g) => ({ status: g.pick(['present', 'remote'], 1) }))],
  [
    1,
    sitting,
    inMeeting('recordAttendance', (g) => ({
      memberId: g.pick(memberIds(g), 1),
      status: g.pick(['present', 'apologies'], 2),
    })),
  ],
  [1, sitting, inMeeting('recordLeaving', (g) => ({ memberId: g.pick(memberIds(g), 1) }))],
  [
    1,
    runners,
    (g) => ({
      kind: 'listDueCases',
      meetingId: g.pick([g.panel.meetingId, g.panel.nextMeetingId], 3) as string,
      cases: Object.fromEntries(
        g
          .some(Object.values(g.panel.cases), 1)
          .map((id) => [
            id,
            { take: 'yes', itemKind: 'review', minutes: 6, lane: g.pick(['discuss', 'note_only'], 2) },
          ]),
      ),
      lateReason: 'A new arrest.',
    }),
  ],
  [
    1,
    runners,
    (g) => ({
      kind: 'applyFit',
      meetingId: g.panel.nextMeetingId,
      shorten: { [g.panel.nextItem]: g.pick(['3', '4'], 1) },
      leaveOut: (g.numbers[2] ?? 0) % 5 === 0 ? [g.panel.nextItem] : [],
    }),
  ],
  [
    1,
    runners,
    onItem('changeItem', (g) => ({
      itemKind: g.pick(['review', 'note_only'], 1),
      minutes: 9,
      presenterId: g.pick(memberIds(g), 2),
    })),
  ],
  [1, runners, onItem('moveItem', (g) => ({ direction: g.pick(['up', 'down', 'first'], 1) }))],
  [1, runners, onItem('removeItem', () => ({ reason: 'Not ready.' }))],
  [1, runners, onItem('putOnNoteOnlyLane', () => ({ reason: 'Nothing new.' }))],
  [1, runners, onItem('discussItem')],
  [
    2,
    recorders,
    onItem('recordReturn', (g) => ({
      state: g.pick(['returned', 'nothing_held'], 1),
      agencyId: (g.numbers[3] ?? 0) % 4 === 0 ? g.pick(agencyIds(g), 2) : '',
    })),
  ],
  [
    1,
    runners,
    (g) => ({
      kind: 'circulateAgenda',
      meetingId: g.panel.nextMeetingId,
      returnsDue: g.pick(['', 'tomorrow'], 2) as string,
      shortNoticeReason: 'A new panel.',
    }),
  ],
  [
    1,
    runners,
    (g) => ({ kind: 'chaseReturns', meetingId: g.panel.nextMeetingId, agencyId: g.pick(agencyIds(g), 2) }),
  ],
  [
    2,
    recorders,
    inMeeting('giveReturns', (g) => ({
      rest: g.pick([false, false, true], 2),
      returns: {
        [inItem(g).itemId]: {
          holding: g.pick(['nothing_held', 'known_before', 'known_now'], 1),
          engagement: g.pick(['', 'engaging'], 3),
          staffSafety: g.pick(['', 'A dog.'], 4),
        },
      },
    })),
  ],
  [3, recorders, onItem('prepareInformation', (g) => ({ fields: fieldsOf('share', g) }))],
  [2, recorders, onItem('prepareLever', (g) => ({ fields: fieldsOf('lever', g) }))],
  [
    2,
    recorders,
    onPrepared('changePrepared', (g, lever) => ({
      correction: lever
        ? { entryKind: 'lever', fields: fieldsOf('lever', g) }
        : { entryKind: 'share', fields: fieldsOf('share', g) },
    })),
  ],
  [1, recorders, onPrepared('dropPrepared')],
  [4, recorders, onPrepared('sharePrepared')],
  [
    2,
    recorders,
    onItem('markAgencyHeard', (g) => ({
      heard: g.pick(['spoken', 'nothing_held'], 1),
      agencyId: (g.numbers[3] ?? 0) % 4 === 0 ? g.pick(agencyIds(g), 2) : '',
    })),
  ],
  [2, recorders, onEntry('action', 'acceptAction', () => ({}))],
  [1, runners, onEntry('action', 'parkAction', () => ({}))],
  [1, recorders, onEntry('action', 'endAction', () => ({ outcome: 'done', evidence: 'Seen.' }))],
  [
    2,
    recorders,
    onEntry('action', 'passOnAction', (g) => ({
      toAgencyId: g.pick(agencyIds(g), 3),
      toRole: g.words,
      what: 'Theirs now.',
      due: g.pick(['', 'tomorrow'], 4),
      reason: 'Theirs to do.',
    })),
  ],
  [
    1,
    ['chair', 'coChair'],
    onEntry('action', 'ruleOnOverdue', (g) => ({
      ruling: g.pick(['extend', 'raise', 'accept'], 2),
      due: 'in 1 week',
      reason: 'Late.',
    })),
  ],
  [
    1,
    ['chair', 'coChair'],
    onEntry('request', 'ruleOnOverdue', (g) => ({
      ruling: g.pick(['extend', 'raise', 'accept'], 2),
      due: 'in 1 week',
      reason: 'Late.',
    })),
  ],
  [
    1,
    recorders,
    onEntry('intervention', 'changeIntervention', (g) => ({
      status: g.pick(['in_progress', 'done'], 2),
      result: g.words,
    })),
  ],
  [1, recorders, onEntry('request', 'answerRequest', () => ({ answer: 'Nothing held.' }))],
  [1, recorders, onEntry('request', 'refuseRequest', () => ({ reason: 'No basis.' }))],
  [
    1,
    recorders,
    onEntry('request', 'chaseRequest', (g) => ({
      escalate: g.pick([true, false], 2),
      words: g.words,
      due: g.pick(['', 'tomorrow'], 3),
    })),
  ],
  [
    3,
    recorders,
    (g) => ({
      kind: 'recordHappening',
      caseId: g.pick([g.panel.cases.A1, g.panel.cases.A2, g.panel.cases.A3], 1),
      fields: {
        happeningKind: g.pick(['new_incident', 'new_partner', 'breach'], 2),
        day: 'today',
        what: g.words,
        source: g.pick(['agency_record', 'victim_survivor'], 3),
        ...(g.pick([true, false], 4)
          ? { audience: { kind: 'safety_circle', memberIds: g.some(memberIds(g), 5) } }
          : {}),
      },
    }),
  ],
  [
    3,
    recorders,
    onHappening('correctHappening', (g) => ({
      fields: {
        happeningKind: g.pick(['new_incident', 'new_partner'], 2),
        day: 'today',
        what: g.words || 'words',
        source: g.pick(['agency_record', 'victim_survivor'], 3),
        ...(g.pick([true, false], 4)
          ? {
              audience: g.pick(
                [{ kind: 'panel' }, { kind: 'safety_circle', memberIds: g.some(memberIds(g), 5) }],
                6,
              ),
            }
          : {}),
      },
      reason: 'Corrected.',
    })),
  ],
  [1, runners, onHappening('dismissRelisting', (g) => ({ reason: g.words }))],
  [
    1,
    ['police', 'idva', 'coordinator'],
    onHappening('answerDisclosure', (g) => ({ answer: 'not_needed', words: g.words })),
  ],
  [1, recorders, onHappening('withdrawHappening', (g) => ({ reason: g.words }))],
  [
    2,
    ['idva', 'coordinator'],
    (g) => ({
      kind: 'keepSafetyRecord',
      caseId: g.panel.cases.A1,
      victimId: g.panel.victims.V1,
      wishes: g.words,
      memberIds: g.some(memberIds(g), 1),
    }),
  ],
  [
    2,
    runners,
    (g) => ({
      kind: 'adoptPolicy',
      panelId: g.panel.panelId,
      values: { quorum: g.pick(['1', '2'], 1), confidentialityStatement: `Confidential. ${g.words}` },
      reason: 'Agreed.',
    }),
  ],
  [
    1,
    ['coordinator', 'administrator'],
    (g) => ({
      kind: 'changeAgency',
      panelId: g.panel.panelId,
      agencyId: g.pick(agencyIds(g), 1),
      name: `Renamed ${g.words}`,
      agencyKind: 'other',
      core: g.pick(['yes', ''], 2),
      reason: g.words,
    }),
  ],
  [
    1,
    runners,
    (g) => ({
      kind: 'mergePersons',
      panelId: g.panel.panelId,
      keptId: g.pick(g.things.all('person'), 1)?.id ?? 'none',
      mergedIds: [g.pick(g.things.all('person'), 2)?.id ?? 'none'],
      reason: 'One man.',
    }),
  ],
  [
    1,
    runners,
    (g) => ({
      kind: 'moveCase',
      panelId: g.panel.panelId,
      caseId: g.pick(g.things.all('case'), 1)?.id ?? 'none',
      personId: g.pick(['back', ...g.things.all('person').map((one) => one.id)], 2),
      reason: 'Another man.',
    }),
  ],
  [
    1,
    recorders,
    (g) => ({
      kind: 'makeReferral',
      panelId: g.panel.panelId,
      source: 'agency',
      fields: {
        familyName: 'Yarwell',
        reason: 'He waits.',
        victims: [{ relationship: 'partner', told: 'yes', agrees: 'yes', wishes: g.words }],
      },
    }),
  ],
  [
    2,
    ['coordinator', 'administrator'],
    (g) => {
      const person = g.panel.people[g.pick(sitting, 1) as PersonName]
      const role = g.pick(['representative', 'observer', 'idva', 'coordinator', 'evaluator'], 2)
      return {
        kind: 'changeMember',
        panelId: g.panel.panelId,
        memberId: person.memberId,
        role,
        agencyId: g.pick(agencyIds(g), 3),
        active: g.pick([true, true, false], 4),
      }
    },
  ],
]

/** What is done once a meeting is closed, besides what is done at any time. */
const afterwards: [number, readonly PersonName[], Maker][] = [
  [
    4,
    runners,
    inMeeting('correctAttendance', (g) => ({
      memberId: g.pick(memberIds(g), 1),
      status: g.pick(['present', 'apologies', 'absent'], 2),
      reason: 'Put right.',
    })),
  ],
  [14, recorders, correct],
  [6, recorders, withdraw],
  [5, ['chair', 'coChair'], inMeeting('approveMinutes')],
  [4, runners, inMeeting('distributeMinutes')],
  [
    7,
    ['idva', 'idvaTwo', 'coordinator', 'chair'],
    onTelling('planTelling', (g) => ({
      tellerMemberId: g.pick(memberIds(g), 2),
      what: g.words,
      how: 'By telephone.',
      safely: g.words,
      due: g.pick(['', 'tomorrow'], 3),
    })),
  ],
  [
    6,
    ['idva', 'idvaTwo', 'coordinator', 'chair'],
    onTelling('recordTold', (g) => ({ state: g.pick(['told', 'not_told'], 2), outcome: g.words || 'Told.' })),
  ],
  [6, recorders, onEntry('action', 'acceptAction', () => ({}))],
  [
    5,
    recorders,
    onEntry('action', 'endAction', (g) => ({
      outcome: g.pick(['done', 'not_possible', 'not_done', 'withdrawn'], 2),
      evidence: 'Seen.',
    })),
  ],
  [
    5,
    recorders,
    onEntry('action', 'passOnAction', (g) => ({
      toAgencyId: g.pick(agencyIds(g), 3),
      toRole: g.words,
      what: 'Theirs now.',
      due: g.pick(['', 'tomorrow'], 4),
      reason: 'Theirs to do.',
    })),
  ],
  [
    4,
    ['chair', 'coChair'],
    onEntry('action', 'ruleOnOverdue', (g) => ({
      ruling: g.pick(['extend', 'raise', 'accept'], 2),
      due: 'in 1 week',
      reason: 'Late.',
    })),
  ],
  [3, recorders, onEntry('request', 'answerRequest', () => ({ answer: 'Nothing held.' }))],
  [3, recorders, onEntry('request', 'refuseRequest', () => ({ reason: 'No basis.' }))],
  [
    4,
    recorders,
    onEntry('request', 'chaseRequest', (g) => ({
      escalate: g.pick([true, false], 2),
      words: g.words,
      due: g.pick(['', 'tomorrow'], 3),
    })),
  ],
  [
    3,
    ['chair', 'coChair'],
    onEntry('request', 'ruleOnOverdue', (g) => ({
      ruling: g.pick(['extend', 'raise', 'accept'], 2),
      due: 'in 1 week',
      reason: 'Late.',
    })),
  ],
]

const lotsOf = (of: typeof makers) =>
  of.flatMap(([often, ...rest]) => Array.from({ length: often }, () => rest))
const lots = lotsOf(makers)
const lotsOnceClosed = lotsOf([...makers, ...afterwards])

const chairsCommands = ['movePointer', 'undoAdvance', 'concludeItem', 'handOverChair']

/** Who holds the chair, for what only the chair commands; the agencies that an entry is about, for what is done with it. */
const whomItConcerns = (command: Sent, things: Things, panel: SmallPanel): PersonName[] => {
  const people = Object.values(panel.people)
  const named = (wanted: (person: (typeof people)[number]) => boolean) =>
    people.filter(wanted).map((person) => person.name)
  const chairId = things.get('meeting', panel.meetingId)?.chairId
  if (chairsCommands.includes(command.kind)) return named((person) => person.memberId === chairId)
  if (typeof command.entryId !== 'string') return []
  const entry = entryKinds.map((kind) => things.get(kind, command.entryId as string)).find(Boolean) as
    Record<string, unknown> | undefined
  const its = [entry?.agencyId, entry?.ownerAgencyId, entry?.toAgencyId]
  return named((person) => person.agencyId !== null && its.includes(person.agencyId))
}

/** Who commands what, as things stand. Two in three times someone whose part it is. */
export const commandFor = (
  move: Move,
  things: Things,
  panel: SmallPanel,
): { who: PersonName; command: Sent } | undefined => {
  const drawn = things.get('meeting', panel.meetingId)?.status === 'closed' ? lotsOnceClosed : lots
  const [usual, make] = drawn[move.what % drawn.length] as (typeof lots)[number]
  const pick = <T>(list: readonly T[], index: number) =>
    list[(move.picks[index] ?? 0) % Math.max(1, list.length)]
  const some = <T>(list: readonly T[], index: number) =>
    list.filter((_, at) => ((move.picks[index] ?? 0) >> (at % 13)) % 3 === 1).slice(0, 4)
  const command = make({ panel, things, pick, some, words: move.words, numbers: move.picks })
  if (!command) return undefined
  const concerned = whomItConcerns(command, things, panel)
  const from = move.who % 3 === 0 ? anyone : concerned.length > 0 ? concerned : usual
  return { who: from[Math.floor(move.who / 3) % from.length] as PersonName, command }
}
