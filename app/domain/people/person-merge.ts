import { notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import { recorded } from '../records/records'
import { seen, seenOf } from '../sight/sees'
import { sightOf, someCasesWait } from '../sight/sight'
import type { PersonMerge } from '../things/people'
import { panelId, id, line } from '../fields'
import { z } from 'zod'
import type { FilledIn } from '../fields'

// Two entries found to be one man: the cases of one go to the other, which also takes on his names and dates as aliases.
// Only a person does this, with a reason, and it can be undone exactly: what the kept one was before is part of the
// record, and cases that came afterwards stay with him. A panel merges what it holds itself; another panel's cases stay
// where they are.

const full = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`.trim()

export const mustSeeAllContent = (asking: Asking) =>
  someCasesWait(sightOf(asking.viewer, asking.things, null))
    ? refuse(
        'wrong_moment',
        'The panel is in session. Join its meeting first: whom you may see depends on it.',
      )
    : undefined

export const mergePersonsFields = {
  panelId,
  keptId: id('Choose who stays.'),
  /** Who is the same man; of two that include the one who stays, the other. */
  mergedIds: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(id('Choose who is the same man.')).min(1, 'Choose who is the same man.').max(2),
  ),
  reason: line('Say how it is known that they are one man.'),
}

export const mergePersons = (asking: Asking, command: FilledIn<typeof mergePersonsFields>): Decided => {
  const { things, viewer, context } = asking
  const no = mustSeeAllContent(asking)
  if (no) return no
  const visible = new Set(seenOf(sightOf(viewer, things, null), 'person').map((one) => one.id))
  const others = command.mergedIds.filter((id) => id !== command.keptId)
  if (others.length !== 1) return refuseField('mergedIds', 'Choose two different people.')
  const [kept, merged] = [command.keptId, ...others].map((id) =>
    visible.has(id) ? things.get('person', id) : undefined,
  )
  if (!kept || !merged) return notFound
  const moves = things
    .all('case')
    .filter((one) => one.panelId === viewer.panelId && one.personId === merged.id)
  const aliases = [...new Set([...kept.aliases, full(merged), ...merged.aliases])].filter(
    (alias) => alias !== full(kept) && alias !== '',
  )
  const dates = [
    ...new Set([
      ...kept.otherDatesOfBirth,
      ...(merged.dateOfBirth ? [merged.dateOfBirth] : []),
      ...merged.otherDatesOfBirth,
    ]),
  ].filter((day) => day !== kept.dateOfBirth)
  const merge: PersonMerge = {
    id: context.newId(),
    panelId: viewer.panelId,
    keptId: kept.id,
    mergedId: merged.id,
    mergedName: full(merged),
    caseIds: moves.map((one) => one.id),
    incidentIds: things
      .all('incident')
      .flatMap((one) => (one.panelId === viewer.panelId && one.personId === merged.id ? [one.id] : [])),
    aliasesBefore: kept.aliases,
    otherDatesBefore: kept.otherDatesOfBirth,
    reason: command.reason,
    at: context.now,
    by: viewer.memberId,
    undoneAt: null,
    undoneBy: null,
    undoneReason: null,
  }
  return [recorded('personsMerged', { merge, aliases, otherDatesOfBirth: dates })]
}

export const unmergePersonsFields = {
  panelId,
  mergeId: id('Choose what to undo.'),
  reason: line('Say why they are two men after all.'),
}

export const unmergePersons = (asking: Asking, command: FilledIn<typeof unmergePersonsFields>): Decided => {
  const { things, viewer, context } = asking
  const no = mustSeeAllContent(asking)
  if (no) return no
  const merge = things.get('personMerge', command.mergeId)
  if (!merge || !seen(sightOf(viewer, things, null), 'personMerge', merge)) return notFound
  if (merge.undoneAt !== null) return refuse('already_done', 'This has been undone already.')
  const later = things
    .all('personMerge')
    .some(
      (one) =>
        one.id !== merge.id &&
        one.undoneAt === null &&
        (one.at > merge.at || (one.at === merge.at && one.id > merge.id)) &&
        [one.keptId, one.mergedId].some((id) => id === merge.keptId || id === merge.mergedId),
    )
  if (later) return refuse('wrong_moment', 'He was merged again after this. Undo the later one first.')
  return [
    recorded('personsUnmerged', {
      mergeId: merge.id,
      at: context.now,
      by: viewer.memberId,
      reason: command.reason,
    }),
  ]
}
