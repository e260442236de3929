import { and, eq, gte, inArray, ne, or } from 'drizzle-orm'
import type { Day } from '../../app/domain/dates/day'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { items } from '../schema/agenda'
import { candidacies, incidents, scoringMatrices } from '../schema/candidates'
import { cases } from '../schema/case'
import { meetings } from '../schema/meeting'
import { persons } from '../schema/people'
import type { Query } from '../store'
import { loadInto } from './load'
import { loadPanel } from './load-panel'
import { withSightOf } from './load-sight'

// What candidates are ranked from, with all that decides who may see it. It grows with the incidents of the months that a
// matrix looks back, never with what is older.

export const loadScoringMatricesInto = (set: ThingSet, tx: Query, panelId: string) =>
  loadInto(set, tx, 'scoringMatrix', eq(scoringMatrices.panelId, panelId))

/** The panel with its meetings, the matrices it adopted, and all that is about these people since then; null: about anyone. */
export const loadCandidates = async (
  tx: Query,
  panelId: string,
  since: Day,
  personId: string | null = null,
): Promise<ThingSet | undefined> => {
  const set = await loadPanel(tx, panelId)
  if (!set) return undefined
  await loadScoringMatricesInto(set, tx, panelId)
  const theirs = personId === null ? undefined : eq(incidents.personId, personId)
  const wanted = and(eq(incidents.panelId, panelId), gte(incidents.date, since), theirs)
  const found = await loadInto(set, tx, 'incident', wanted)
  if (found.length === 0) return set
  const about = tx.select({ id: incidents.personId }).from(incidents).where(wanted)
  const people = await loadInto(set, tx, 'person', inArray(persons.id, about))
  const theirCases = and(eq(cases.panelId, panelId), inArray(cases.personId, about))
  const caseIds = (await loadInto(set, tx, 'case', theirCases)).map((one) => one.id)
  set.markCasesKnown(people.map((person) => person.id))
  await withSightOf(set, tx, panelId, caseIds)
  const ofThese = tx.select({ id: cases.id }).from(cases).where(theirCases)
  await loadInto(set, tx, 'candidacy', inArray(candidacies.caseId, ofThese))
  // Whether a case stands on an agenda since it was put forward.
  const first = set
    .all('candidacy')
    .reduce<Day | null>(
      (day, { putForwardOn }) => (day !== null && day < putForwardOn ? day : putForwardOn),
      null,
    )
  const toCome = tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.panelId, panelId),
        first === null
          ? ne(meetings.status, 'closed')
          : or(ne(meetings.status, 'closed'), gte(meetings.date, first)),
      ),
    )
  await loadInto(set, tx, 'item', and(inArray(items.caseId, ofThese), inArray(items.meetingId, toCome)))
  return set
}
