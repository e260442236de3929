import type { PanelRecord, RecordBodies, RecordKind, Screening } from './records'
import type { Things } from './things/thing-set'
import { stands } from './things/entries-standing'
import type { Meeting } from './things/meeting'
import type { EntryKind, FollowUp } from './things/entries'
import type { Credential } from './things/accounts'
import type { Change, ThingByKind, ThingKind } from './things/kinds'

// The one interpreter of records: a record, and the things as they stand, give the changed things. The store writes
// exactly these changes, the room applies exactly these, and publishing compares before with after; there is no second
// reading of a record anywhere (decision 0002).

type Rules = { [K in RecordKind]: (body: RecordBodies[K], things: Things, record: PanelRecord) => Change[] }

const trailLength = 40

const put = <K extends ThingKind>(things: Things, kind: K, after: ThingByKind[K]): Change =>
  ({ kind, id: after.id, before: things.get(kind, after.id), after }) as Change

/** Change some fields of a thing that must exist; a record about nothing is a bug, not a refusal. */
const change = <K extends ThingKind>(
  things: Things,
  kind: K,
  id: string,
  fields: Partial<ThingByKind[K]>,
): Change => {
  const before = things.get(kind, id)
  if (!before) throw new Error(`A record changes ${kind} ${id}, which is not there.`)
  return { kind, id, before, after: { ...before, ...fields } } as Change
}

const newEntry =
  <K extends EntryKind>(kind: K) =>
  (body: { entry: ThingByKind[K] }, things: Things): Change[] => [put(things, kind, body.entry)]

/** Time spent belongs to the item the pointer leaves: whole seconds since it came. */
const leaveItem = (things: Things, meeting: Meeting, at: number): Change[] => {
  const item = things.get('item', meeting.itemId)
  if (!item || meeting.itemSince === null) return []
  const seconds = Math.max(0, Math.round((at - meeting.itemSince) / 1000))
  return [change(things, 'item', item.id, { secondsSpent: item.secondsSpent + seconds })]
}

const goTo = (
  things: Things,
  meeting: Meeting,
  itemId: string | null,
  step: Meeting['step'],
  at: number,
  trail: Meeting['trail'],
): Change[] => {
  const sameItem = meeting.itemId === itemId
  return [
    ...(sameItem ? [] : leaveItem(things, meeting, at)),
    change(things, 'meeting', meeting.id, {
      itemId,
      step,
      itemSince: sameItem ? meeting.itemSince : at,
      trail,
    }),
  ]
}

const meetingOf = (things: Things, id: string): Meeting => {
  const meeting = things.get('meeting', id)
  if (!meeting) throw new Error(`A record speaks of meeting ${id}, which is not there.`)
  return meeting
}

/** Whose safety check stands on an item: hers who is named first, and no longer hers who is named second. */
const standing = (
  things: Things,
  itemId: string,
  answered: (string | null)[],
  unanswered: (string | null)[] = [],
): Change[] => {
  const item = things.get('item', itemId)
  if (!item) return []
  const keys = answered.map((victimId) => victimId ?? 'case')
  const notKeys = unanswered.map((victimId) => victimId ?? 'case').filter((key) => !keys.includes(key))
  const kept = item.safetyAnswered.filter((key) => !notKeys.includes(key))
  const safetyAnswered = [...kept, ...keys.filter((key) => !kept.includes(key))]
  return safetyAnswered.join() === item.safetyAnswered.join()
    ? []
    : [change(things, 'item', itemId, { safetyAnswered })]
}

const credential = (things: Things, accountId: string, fields: Partial<Credential>): Change =>
  put(things, 'credential', {
    ...(things.get('credential', accountId) ?? {
      id: accountId,
      passwordHash: null,
      totpSecret: null,
      recoveryHashes: [],
      setupHash: null,
      setupUntil: null,
    }),
    ...fields,
  })

/** What happened to an action or a request goes into its history, and changes it. */
const followUp = <K extends 'action' | 'request'>(
  things: Things,
  kind: K,
  id: string,
  line: Pick<FollowUp, 'what' | 'at' | 'by'> & Partial<FollowUp>,
  fields: Partial<ThingByKind[K]>,
): Change => {
  const history = things.get(kind, id)?.history ?? []
  return change(things, kind, id, {
    ...fields,
    history: [...history, { words: '', due: null, dueBefore: null, ...line }],
  } as Partial<ThingByKind[K]>)
}
const screened = ({ at, by, reason, note, words }: Screening) => ({
  screenedAt: at,
  screenedBy: by,
  screeningReason: reason,
  screeningNote: note,
  screeningWords: words,
})

/** What is corrected after its minutes were approved waits for the chair: the version that stood says since when. */
const approvedThenCorrected = (things: Things, meetingId: string, at: number): Change[] => {
  const versions = things.all('minutesVersion').filter((version) => version.meetingId === meetingId)
  const latest = versions.reduce<ThingByKind['minutesVersion'] | undefined>(
    (last, one) => (last && last.number > one.number ? last : one),
    undefined,
  )
  return latest && latest.correctedAt === null
    ? [change(things, 'minutesVersion', latest.id, { correctedAt: at })]
    : []
}

const rules: Rules = {
  meetingPlanned: (body, things) => [put(things, 'meeting', body.meeting)],
  caseListed: (body, things) => [put(things, 'item', body.item)],
  itemChanged: (body, things) => [
    change(things, 'item', body.itemId, {
      kind: body.itemKind,
      minutes: body.minutes,
      presenterId: body.presenterId,
    }),
  ],
  itemInvited: (body, things) => [change(things, 'item', body.itemId, { invitedAgencyIds: body.agencyIds })],
  agendaOrdered: (body, things) =>
    body.itemIds.flatMap((itemId, index) =>
      things.get('item', itemId)?.position === index + 1
        ? []
        : [change(things, 'item', itemId, { position: index + 1 })],
    ),
  itemRemoved: (body, things) => [
    change(things, 'item', body.itemId, { status: 'removed', statusReason: body.reason }),
  ],
  returnRecorded: (body, things) => [put(things, 'agencyReturn', body.agencyReturn)],
  researchReturned: (body, things) => [
    put(things, 'researchReturn', body.researchReturn),
    put(things, 'agencyReturn', body.agencyReturn),
  ],
  meetingSeriesSet: (body, things) => [put(things, 'meetingSeries', body.series)],
  meetingSeriesEnded: (body, things) => [
    change(things, 'meetingSeries', body.seriesId, { endedOn: body.on, endedReason: body.reason }),
  ],
  // The day on which an agenda first went out is the day its notice is counted from; later versions change no notice.
  agendaCirculated: (body, things) => [
    put(things, 'circulation', body.circulation),
    ...(body.circulation.version === 1 && !meetingOf(things, body.circulation.meetingId).agendaCirculatedOn
      ? [
          change(things, 'meeting', body.circulation.meetingId, {
            agendaCirculatedOn: body.circulation.circulatedOn,
          }),
        ]
      : []),
    ...body.agencyReturns.map((one) => put(things, 'agencyReturn', one)),
  ],
  returnsChased: (body, things) =>
    body.returnIds.map((id) =>
      change(things, 'agencyReturn', id, {
        timesChased: (things.get('agencyReturn', id)?.timesChased ?? 0) + 1,
        chasedAt: body.at,
      }),
    ),
  entryPrepared: (body, things) => [put(things, 'preparedEntry', body.preparedEntry)],
  preparedEntryDropped: (body, things) => [
    change(things, 'preparedEntry', body.preparedId, { droppedAt: body.at }),
  ],
  preparedEntryShared: (body, things) => [
    change(things, 'preparedEntry', body.preparedId, { sharedAs: body.entryId, sharedAt: body.at }),
  ],
  meetingOpened: (body, things) => [
    change(things, 'meeting', body.meetingId, {
      status: 'open',
      openedAt: body.at,
      openedBy: body.by,
      chairId: body.by,
      inquorateReason: body.inquorateReason,
      policyVersion: body.policyVersion,
    }),
  ],
  openingCancelled: (body, things) => [
    change(things, 'meeting', body.meetingId, {
      status: 'planned',
      openedAt: null,
      openedBy: null,
      chairId: null,
      inquorateReason: null,
      policyVersion: null,
      itemId: null,
      step: 'introduce',
      itemSince: null,
      trail: [],
    }),
    ...things
      .all('item')
      .filter((item) => item.meetingId === body.meetingId && item.secondsSpent > 0)
      .map((item) => change(things, 'item', item.id, { secondsSpent: 0 })),
  ],
  attendanceRecorded: (body, things) => [put(things, 'attendance', body.attendance)],
  attendanceCorrected: (body, things) => [
    ...approvedThenCorrected(things, body.attendance.meetingId, body.at),
    put(things, 'attendance', body.attendance),
  ],
  confidentialityAccepted: (body, things) => [put(things, 'attendance', body.attendance)],
  conflictDeclared: (body, things) => [put(things, 'conflict', body.conflict)],
  conflictWithdrawn: (body, things) => [
    change(things, 'conflict', body.conflictId, { withdrawnAt: body.at, withdrawnReason: body.reason }),
  ],
  pointerMoved: (body, things) => {
    const meeting = meetingOf(things, body.meetingId)
    const trail = [...meeting.trail, { itemId: meeting.itemId, step: meeting.step }].slice(-trailLength)
    return goTo(things, meeting, body.itemId, body.step, body.at, trail)
  },
  advanceUndone: (body, things) => {
    const meeting = meetingOf(things, body.meetingId)
    const back = meeting.trail.at(-1)
    return back ? goTo(things, meeting, back.itemId, back.step, body.at, meeting.trail.slice(0, -1)) : []
  },
  chairHandedOver: (body, things) => [change(things, 'meeting', body.meetingId, { chairId: body.to })],
  chairTaken: (body, things) => [change(things, 'meeting', body.meetingId, { chairId: body.to })],
  itemPutOnNoteOnlyLane: (body, things) => [
    change(things, 'item', body.itemId, { lane: 'note_only', noteOnlyReason: body.reason }),
  ],
  itemBroughtToDiscussion: (body, things) => [
    change(things, 'item', body.itemId, { lane: 'discuss', noteOnlyReason: null }),
  ],
  agencyHeard: (body, things) => [put(things, 'agencyReturn', body.agencyReturn)],
  itemConcluded: (body, things) => [
    change(things, 'item', body.itemId, {
      status: 'concluded',
      statusReason: null,
      concludedAt: body.at,
      concludedBy: body.by,
      concludedWithout: body.without,
      outcome: body.outcome,
      broughtBackReason: body.broughtBackReason,
      dissentingAgencyIds: body.dissentingAgencyIds,
    }),
  ],
  itemReopened: (body, things) => [
    change(things, 'item', body.itemId, {
      status: 'listed',
      statusReason: body.reason,
      concludedAt: null,
      concludedBy: null,
      concludedWithout: null,
      outcome: null,
      broughtBackReason: null,
      dissentingAgencyIds: [],
    }),
  ],
  meetingClosed: (body, things) => {
    const meeting = meetingOf(things, body.meetingId)
    const changes: Change[] = leaveItem(things, meeting, body.at)
    const spent = new Map(changes.map((left) => [left.id, left.after as ThingByKind['item']]))
    for (const itemId of body.notReached) {
      const item = spent.get(itemId) ?? things.get('item', itemId)
      if (!item) continue
      const after = { ...item, status: 'not_reached' as const, statusReason: body.reason }
      const already = changes.findIndex((one) => one.id === itemId)
      if (already >= 0) changes.splice(already, 1)
      changes.push(put(things, 'item', after))
    }
    changes.push(
      change(things, 'meeting', meeting.id, {
        status: 'closed',
        closedAt: body.at,
        closedBy: body.by,
        closedReason: body.reason,
        itemId: null,
        itemSince: null,
        trail: [],
        minutesTaken:
          meeting.openedAt === null ? null : Math.max(1, Math.round((body.at - meeting.openedAt) / 60_000)),
      }),
    )
    for (const outcome of body.cases) changes.push(change(things, 'case', outcome.caseId, outcome.changes))
    return changes
  },
  tellingOpened: (body, things) => [put(things, 'telling', body.telling)],
  tellingPlanned: (body, things) => [
    change(things, 'telling', body.tellingId, {
      tellerMemberId: body.tellerMemberId,
      what: body.what,
      how: body.how,
      safely: body.safely,
      due: body.due,
      plannedAt: body.at,
      plannedBy: body.by,
    }),
  ],
  tellingEnded: (body, things) => [
    change(things, 'telling', body.tellingId, {
      state: body.state,
      outcome: body.outcome,
      doneAt: body.at,
      doneBy: body.by,
    }),
  ],
  minutesApproved: (body, things) => [put(things, 'minutesVersion', body.version)],
  minutesDistributed: (body, things) => [
    change(things, 'minutesVersion', body.versionId, { distributedAt: body.at, distributedBy: body.by }),
  ],
  informationShared: newEntry('share'),
  leverRecorded: newEntry('lever'),
  findingRecorded: newEntry('finding'),
  decisionRecorded: newEntry('decision'),
  positionRecorded: newEntry('position'),
  interventionPlanned: newEntry('intervention'),
  actionAssigned: newEntry('action'),
  informationRequested: newEntry('request'),
  safetyCheckAnswered: (body, things) => [
    put(things, 'safetyCheck', body.entry),
    ...standing(things, body.entry.itemId, [body.entry.victimId]),
  ],
  // The earlier version stays, and from now on only those may read it who may read the new one as well: a correction
  // that narrows an audience must not leave the old words standing for the rest.
  entryCorrected: (body, things) => {
    const versions: Change[] = []
    let earlier: string | null = body.of
    while (earlier) {
      const version: ThingByKind[EntryKind] | undefined = things.get(body.entryKind, earlier)
      if (!version) break
      versions.push(
        change(things, body.entryKind, version.id, {
          laterAudiences: [...version.laterAudiences, body.entry.audience],
          ...(version.id === body.of ? { supersededBy: body.entry.id } : {}),
        }),
      )
      earlier = version.supersedes
    }
    // A check that turns out to be about another of his victims no longer answers for the first.
    const was = body.entryKind === 'safetyCheck' ? things.get('safetyCheck', body.of) : undefined
    const itemChanges =
      body.entryKind === 'safetyCheck'
        ? standing(things, body.entry.itemId, [body.entry.victimId], was ? [was.victimId] : [])
        : []
    return [
      ...versions,
      ...approvedThenCorrected(things, body.entry.meetingId, body.entry.recordedAt),
      put(things, body.entryKind, body.entry as never),
      ...itemChanges,
    ]
  },
  entryWithdrawn: (body, things) => {
    const withdrawn = change(things, body.entryKind, body.entryId, {
      withdrawnAt: body.at,
      withdrawnReason: body.reason,
    })
    if (withdrawn.kind !== 'safetyCheck') {
      return [
        ...approvedThenCorrected(things, (withdrawn.after as ThingByKind[EntryKind]).meetingId, body.at),
        withdrawn,
      ]
    }
    const { itemId, victimId, id } = withdrawn.after
    const another = things
      .all('safetyCheck')
      .some((one) => one.id !== id && one.itemId === itemId && one.victimId === victimId && stands(one))
    return [withdrawn, ...(another ? [] : standing(things, itemId, [], [victimId]))]
  },
  actionAccepted: (body, things) => [
    followUp(
      things,
      'action',
      body.entryId,
      { what: 'accepted', at: body.at, by: body.by },
      { acceptance: 'accepted', acceptedBy: body.by, acceptedAt: body.at },
    ),
  ],
  actionParked: (body, things) => [
    followUp(
      things,
      'action',
      body.entryId,
      { what: 'parked', at: body.at, by: body.by },
      { acceptance: 'parked' },
    ),
  ],
  actionEnded: (body, things) => [
    followUp(
      things,
      'action',
      body.entryId,
      { what: 'ended', at: body.at, by: body.by },
      { outcome: body.outcome, evidence: body.evidence, endedAt: body.at },
    ),
  ],
  actionPassedOn: (body, things) => [
    followUp(
      things,
      'action',
      body.of,
      { what: 'passed_on', at: body.at, by: body.by, words: body.reason },
      { outcome: 'passed_on', evidence: body.reason, endedAt: body.at, passedTo: body.entry.id },
    ),
    put(things, 'action', body.entry),
  ],
  interventionChanged: (body, things) => {
    const { status, result, history } = things.get('intervention', body.entryId) ?? {
      status: 'planned' as const,
      result: '',
      history: [],
    }
    return [
      change(things, 'intervention', body.entryId, {
        status: body.status,
        result: body.result,
        history: [...history, { status, result, at: body.at, by: body.by }],
      }),
    ]
  },
  requestAnswered: (body, things) => [
    followUp(
      things,
      'request',
      body.entryId,
      { what: 'answered', at: body.at, by: body.by },
      { state: 'answered', answer: body.answer, answeredAt: body.at },
    ),
  ],
  requestRefused: (body, things) => [
    followUp(
      things,
      'request',
      body.entryId,
      { what: 'refused', at: body.at, by: body.by },
      { state: 'refused', refusalReason: body.reason, answeredAt: body.at },
    ),
  ],
  requestChased: (body, things) => {
    const request = things.get('request', body.entryId)
    return [
      followUp(
        things,
        'request',
        body.entryId,
        {
          what: body.escalated ? 'escalated' : 'chased',
          at: body.at,
          by: body.by,
          words: body.words,
          due: body.due,
          dueBefore: request?.due ?? null,
        },
        {
          due: body.due,
          timesChased: (request?.timesChased ?? 0) + 1,
          ...(body.escalated ? { escalatedAt: body.at } : {}),
        },
      ),
    ]
  },
  overdueExtended: (body, things) => [
    followUp(
      things,
      body.entryKind,
      body.entryId,
      {
        what: 'extended',
        at: body.at,
        by: body.by,
        words: body.reason,
        due: body.due,
        dueBefore: things.get(body.entryKind, body.entryId)?.due ?? null,
      },
      body.entryKind === 'request' ? { due: body.due, escalatedAt: null } : { due: body.due },
    ),
  ],
  overdueRaised: (body, things) => [
    followUp(
      things,
      body.entryKind,
      body.entryId,
      { what: 'raised', at: body.at, by: body.by, words: body.reason },
      {},
    ),
  ],
  requestLeft: (body, things) => [
    followUp(
      things,
      'request',
      body.entryId,
      { what: 'left', at: body.at, by: body.by, words: body.reason },
      { state: 'left', refusalReason: body.reason, answeredAt: body.at },
    ),
  ],
  safetyRecordKept: (body, things) => [put(things, 'safetyRecord', body.safetyRecord)],
  referralReceived: (body, things) => [
    put(things, 'referral', body.referral),
    put(things, 'referralSafety', body.safety),
  ],
  referralAddedTo: (body, things) => {
    const referral = things.get('referral', body.referralId)
    const safety = things.get('referralSafety', body.referralId)
    return [
      change(things, 'referral', body.referralId, {
        stage: 'received',
        additions: [...(referral?.additions ?? []), ...(body.addition ? [body.addition] : [])],
      }),
      ...(body.safetyAddition
        ? [
            change(things, 'referralSafety', body.referralId, {
              additions: [...(safety?.additions ?? []), body.safetyAddition],
            }),
          ]
        : []),
    ]
  },
  referralAccepted: (body, things) => [
    ...(body.person ? [put(things, 'person', body.person)] : []),
    put(things, 'case', body.case),
    ...body.victims.map((victim) => put(things, 'victim', victim)),
    ...body.children.map((child) => put(things, 'child', child)),
    ...body.safetyRecords.map((record) => put(things, 'safetyRecord', record)),
    change(things, 'referral', body.referralId, {
      stage: 'accepted',
      caseId: body.case.id,
      ...screened(body.screening),
    }),
  ],
  referralReturned: (body, things) => [
    change(things, 'referral', body.referralId, { stage: 'returned', ...screened(body.screening) }),
  ],
  referralSignposted: (body, things) => [
    change(things, 'referral', body.referralId, { stage: 'signposted', ...screened(body.screening) }),
  ],
  referrerTold: (body, things) => [put(things, 'referrerTelling', body.telling)],
  referralLinkOffered: (body, things, record) => [
    put(things, 'referralLink', { ...body.link, tokenHash: record.sealed?.linkHash ?? '' }),
  ],
  referralLinkUsed: (body, things) => [
    change(things, 'referralLink', body.linkId, { usedAt: body.at, referralId: body.referralId }),
  ],
  referralLinkWithdrawn: (body, things) => [
    change(things, 'referralLink', body.linkId, { withdrawnAt: body.at, withdrawnReason: body.reason }),
  ],
  personsMerged: ({ merge, aliases, otherDatesOfBirth }, things) => [
    ...merge.caseIds.map((caseId) => change(things, 'case', caseId, { personId: merge.keptId })),
    ...merge.incidentIds.map((id) => change(things, 'incident', id, { personId: merge.keptId })),
    change(things, 'person', merge.keptId, { aliases, otherDatesOfBirth }),
    put(things, 'personMerge', merge),
  ],
  personsUnmerged: (body, things) => {
    const merge = things.get('personMerge', body.mergeId)
    if (!merge) throw new Error(`A record undoes merge ${body.mergeId}, which is not there.`)
    // A case that was moved to a third man since stays with him.
    const isStill = (kind: 'case' | 'incident', id: string) => things.get(kind, id)?.personId === merge.keptId
    return [
      ...merge.caseIds
        .filter((id) => isStill('case', id))
        .map((caseId) => change(things, 'case', caseId, { personId: merge.mergedId })),
      // As he stands, so that whoever holds his cases in memory gets him back with them.
      change(things, 'person', merge.mergedId, {}),
      ...merge.incidentIds
        .filter((id) => isStill('incident', id))
        .map((id) => change(things, 'incident', id, { personId: merge.mergedId })),
      change(things, 'person', merge.keptId, {
        aliases: merge.aliasesBefore,
        otherDatesOfBirth: merge.otherDatesBefore,
      }),
      change(things, 'personMerge', merge.id, {
        undoneAt: body.at,
        undoneBy: body.by,
        undoneReason: body.reason,
      }),
    ]
  },
  caseMoved: ({ caseId, move, person, incidentIds, candidacyIds }, things) => [
    ...(person ? [put(things, 'person', person)] : []),
    change(things, 'case', caseId, {
      personId: move.toPersonId,
      moves: [...(things.get('case', caseId)?.moves ?? []), move],
    }),
    ...incidentIds.map((id) => change(things, 'incident', id, { personId: move.toPersonId })),
    ...candidacyIds.map((id) => change(things, 'candidacy', id, { personId: move.toPersonId })),
    // As he stands, so that whoever holds the case in memory gets him with it.
    person
      ? { kind: 'person', id: person.id, before: person, after: person }
      : change(things, 'person', move.toPersonId, {}),
  ],
  panelSettingsChanged: (body, things) => [change(things, 'panel', body.panelId, body.settings)],
  policyAdopted: ({ policy }, things) => [put(things, 'policy', policy)],
  scoringMatrixAdopted: ({ matrix }, things) => [put(things, 'scoringMatrix', matrix)],
  candidatePutForward: ({ candidacy }, things) => [put(things, 'candidacy', candidacy)],
  happeningRecorded: ({ happening }, things) => [put(things, 'happening', happening)],
  happeningCorrected: ({ happening, of }, things) => {
    const versions: Change[] = []
    for (
      let earlier = things.get('happening', of);
      earlier;
      earlier = things.get('happening', earlier.supersedes)
    ) {
      versions.push(
        change(things, 'happening', earlier.id, {
          laterAudiences: [...earlier.laterAudiences, happening.audience],
          ...(earlier.id === of ? { supersededBy: happening.id } : {}),
        }),
      )
    }
    return [...versions, put(things, 'happening', happening)]
  },
  relistingDismissed: (body, things) => [
    change(things, 'happening', body.happeningId, {
      dismissedAt: body.at,
      dismissedBy: body.by,
      dismissedReason: body.reason,
    }),
  ],
  disclosureAnswered: (body, things) => [
    change(things, 'happening', body.happeningId, {
      disclosure: body.answer,
      disclosureOn: body.on,
      disclosureWords: body.words,
      disclosureAt: body.at,
      disclosureBy: body.by,
    }),
  ],
  happeningWithdrawn: (body, things) => [
    change(things, 'happening', body.happeningId, {
      withdrawnAt: body.at,
      withdrawnBy: body.by,
      withdrawnReason: body.reason,
    }),
  ],
  candidateWithdrawn: (body, things) => [
    change(things, 'candidacy', body.candidacyId, {
      withdrawnAt: body.at,
      withdrawnBy: body.by,
      withdrawnReason: body.reason,
    }),
  ],
  criteriaAdopted: (body, things) => [
    put(things, 'criteria', body.set),
    change(things, 'panel', body.set.panelId, { criteriaVersion: body.set.version }),
  ],
  agencyAdded: (body, things) => [put(things, 'agency', body.agency)],
  agencyChanged: (body, things) => [
    change(things, 'agency', body.agencyId, { name: body.name, kind: body.agencyKind }),
  ],
  memberAdded: (body, things) => [
    ...(body.account ? [put(things, 'account', body.account)] : []),
    put(things, 'member', body.member),
  ],
  memberChanged: (body, things) => [
    change(things, 'member', body.memberId, {
      role: body.role,
      agencyId: body.agencyId,
      jobTitle: body.jobTitle,
      active: body.active,
    }),
  ],
  passwordSet: (body, things, record) => [
    credential(things, body.accountId, {
      passwordHash: record.sealed?.passwordHash ?? null,
      setupHash: null,
      setupUntil: null,
    }),
  ],
  setUpOffered: (body, things, record) => [
    credential(things, body.accountId, {
      setupHash: record.sealed?.setupHash ?? null,
      setupUntil: body.until,
    }),
  ],
  secondFactorSet: (body, things, record) => [
    credential(things, body.accountId, {
      totpSecret: record.sealed?.totpSecret ?? null,
      recoveryHashes: record.sealed?.recoveryHashes ?? [],
    }),
    change(things, 'account', body.accountId, { secondFactor: true }),
  ],
  recoveryCodeSpent: (body, things, record) => [
    credential(things, body.accountId, { recoveryHashes: record.sealed?.recoveryHashes ?? [] }),
  ],
  secondFactorRemoved: (body, things) => [
    credential(things, body.accountId, { totpSecret: null, recoveryHashes: [] }),
    change(things, 'account', body.accountId, { secondFactor: false }),
  ],
  imported: (body, things) => [put(things, body.thingKind, body.thing)],
}

/** The changed things that a record makes, in the order they must be written. Pure. */
export const evolve = (things: Things, record: PanelRecord): Change[] =>
  (rules[record.kind] as (body: unknown, things: Things, record: PanelRecord) => Change[])(
    record.body,
    things,
    record,
  )
