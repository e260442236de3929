import type { EntryKind, FollowUp, EntryByKind } from '../things/entries'
import type { ThingByKind, Change } from '../things/kinds'
import type { Things } from '../things/thing-set'
import { put, change } from './changes'
import { approvedThenCorrected } from './minutes'
import type { Instant, Day } from '../dates/day'
import { stands } from '../things/entries-standing'
import type { ActionOutcome, InterventionStatus } from '../catalogues/entries'
import { quiet, told, type RecordRules } from './record'

const newEntry =
  <K extends EntryKind>(kind: K) =>
  (body: { entry: ThingByKind[K] }, things: Things): Change[] => [put(things, kind, body.entry)]

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
    history: [...history, { words: '', due: null, dueBefore: null, acceptanceBefore: null, ...line }],
  } as Partial<ThingByKind[K]>)
}

const acceptanceOf = (things: Things, actionId: string) => things.get('action', actionId)?.acceptance ?? null

export const entryRecords = {
  informationShared: quiet(1, newEntry('share')),

  leverRecorded: quiet(1, newEntry('lever')),

  findingRecorded: quiet(1, newEntry('finding')),

  decisionRecorded: quiet(1, newEntry('decision')),

  positionRecorded: quiet(1, newEntry('position')),

  interventionPlanned: quiet(1, newEntry('intervention')),

  actionAssigned: quiet(1, newEntry('action')),

  informationRequested: quiet(1, newEntry('request')),

  safetyCheckAnswered: quiet(1, (body: { entry: EntryByKind['safetyCheck'] }, things) => [
    put(things, 'safetyCheck', body.entry),
    ...standing(things, body.entry.itemId, [body.entry.victimId]),
  ]),

  // The earlier version stays, and from now on only those may read it who may read the new one as well: a correction
  // that narrows an audience must not leave the old words standing for the rest.
  entryCorrected: told(
    1,
    (
      body: {
        [K in EntryKind]: { entryKind: K; entry: EntryByKind[K]; of: string; reason: string }
      }[EntryKind],
      things,
    ) => {
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
  ),

  entryWithdrawn: told(
    1,
    (body: { entryKind: EntryKind; entryId: string; at: Instant; reason: string }, things) => {
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
  ),

  actionAccepted: quiet(1, (body: { entryId: string; by: string; at: Instant }, things) => [
    followUp(
      things,
      'action',
      body.entryId,
      { what: 'accepted', at: body.at, by: body.by, acceptanceBefore: acceptanceOf(things, body.entryId) },
      { acceptance: 'accepted', acceptedBy: body.by, acceptedAt: body.at },
    ),
  ]),

  // Version 2 of these: who did it, and when.
  actionParked: quiet(2, (body: { entryId: string; by: string; at: Instant }, things) => [
    followUp(
      things,
      'action',
      body.entryId,
      { what: 'parked', at: body.at, by: body.by, acceptanceBefore: acceptanceOf(things, body.entryId) },
      { acceptance: 'parked' },
    ),
  ]),

  actionEnded: quiet(
    2,
    (
      body: { entryId: string; outcome: ActionOutcome; evidence: string; by: string; at: Instant },
      things,
    ) => [
      followUp(
        things,
        'action',
        body.entryId,
        { what: 'ended', at: body.at, by: body.by },
        { outcome: body.outcome, evidence: body.evidence, endedAt: body.at },
      ),
    ],
  ),

  /** `of` ends as passed on; what its receiver is asked to do is an action of its own. */
  actionPassedOn: told(
    1,
    (body: { of: string; entry: EntryByKind['action']; reason: string; by: string; at: Instant }, things) => [
      followUp(
        things,
        'action',
        body.of,
        { what: 'passed_on', at: body.at, by: body.by, words: body.reason },
        { outcome: 'passed_on', evidence: body.reason, endedAt: body.at, passedTo: body.entry.id },
      ),
      put(things, 'action', body.entry),
    ],
  ),

  interventionChanged: quiet(
    2,
    (
      body: {
        entryId: string
        status: InterventionStatus
        result: string
        by: string
        at: Instant
      },
      things,
    ) => {
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
  ),

  requestAnswered: quiet(2, (body: { entryId: string; answer: string; by: string; at: Instant }, things) => [
    followUp(
      things,
      'request',
      body.entryId,
      { what: 'answered', at: body.at, by: body.by },
      { state: 'answered', answer: body.answer, answeredAt: body.at },
    ),
  ]),

  requestRefused: quiet(2, (body: { entryId: string; reason: string; by: string; at: Instant }, things) => [
    followUp(
      things,
      'request',
      body.entryId,
      { what: 'refused', at: body.at, by: body.by },
      { state: 'refused', refusalReason: body.reason, answeredAt: body.at },
    ),
  ]),

  // With the day by which an answer is now due.
  requestChased: told(
    2,
    (
      body: { entryId: string; by: string; at: Instant; due: Day; words: string; escalated: boolean },
      things,
    ) => {
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
  ),

  /** What the chair ruled on something overdue, where it did not end by it. */
  overdueExtended: told(
    1,
    (
      body: {
        entryKind: 'action' | 'request'
        entryId: string
        due: Day
        reason: string
        by: string
        at: Instant
      },
      things,
    ) => [
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
  ),

  overdueRaised: told(
    1,
    (
      body: { entryKind: 'action' | 'request'; entryId: string; reason: string; by: string; at: Instant },
      things,
    ) => [
      followUp(
        things,
        body.entryKind,
        body.entryId,
        { what: 'raised', at: body.at, by: body.by, words: body.reason },
        {},
      ),
    ],
  ),

  requestLeft: quiet(1, (body: { entryId: string; reason: string; by: string; at: Instant }, things) => [
    followUp(
      things,
      'request',
      body.entryId,
      { what: 'left', at: body.at, by: body.by, words: body.reason },
      { state: 'left', refusalReason: body.reason, answeredAt: body.at },
    ),
  ]),
} satisfies RecordRules
