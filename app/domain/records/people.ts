import type { PersonMerge, Person } from '../things/people'
import type { Day, Instant } from '../dates/day'
import { change, put } from './changes'
import type { CaseMove } from '../things/case'
import { quiet, type RecordRules } from './record'

export const peopleRecords = {
  personsMerged: quiet(
    1,
    (
      {
        merge,
        aliases,
        otherDatesOfBirth,
      }: { merge: PersonMerge; aliases: string[]; otherDatesOfBirth: Day[] },
      things,
    ) => [
      ...merge.caseIds.map((caseId) => change(things, 'case', caseId, { personId: merge.keptId })),
      ...merge.incidentIds.map((id) => change(things, 'incident', id, { personId: merge.keptId })),
      change(things, 'person', merge.keptId, { aliases, otherDatesOfBirth }),
      put(things, 'personMerge', merge),
    ],
  ),

  personsUnmerged: quiet(1, (body: { mergeId: string; at: Instant; by: string; reason: string }, things) => {
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
  }),

  /** The case is about another man than it was accepted on. What belongs to it, incidents included, goes with it. */
  caseMoved: quiet(
    1,
    (
      {
        caseId,
        move,
        person,
        incidentIds,
        candidacyIds,
      }: {
        caseId: string
        move: CaseMove
        person: Person | null
        incidentIds: string[]
        candidacyIds: string[]
      },
      things,
    ) => [
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
  ),
} satisfies RecordRules
