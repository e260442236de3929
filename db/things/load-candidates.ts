import { and, eq, gte, inArray, isNotNull, ne, or } from 'drizzle-orm'
import type { ThingSet } from '../../app/domain/things/thing-set'
import type { Day } from '../../app/domain/dates/day'
import { persons } from '../schema/people'
import { items } from '../schema/agenda'
import { cases, conflicts } from '../schema/case'
import { candidacies, incidents, scoringMatrices } from '../schema/candidates'
import { attendances, meetings } from '../schema/meeting'
import type { Query } from '../store'
import { loadInto, loadPanel } from './load-things'

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
  const found = await loadInto(
    set,
    tx,
    'incident',
    and(eq(incidents.panelId, panelId), gte(incidents.date, since), theirs),
  )
  if (found.length === 0) return set
  const about = tx
    .select({ id: incidents.personId })
    .from(incidents)
    .where(and(eq(incidents.panelId, panelId), gte(incidents.date, since), theirs))
  await loadInto(set, tx, 'person', inArray(persons.id, about))
  await loadInto(set, tx, 'case', and(eq(cases.panelId, panelId), inArray(cases.personId, about)))
  const ofThese = tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.panelId, panelId), inArray(cases.personId, about)))
  await loadInto(set, tx, 'conflict', inArray(conflicts.caseId, ofThese))
  await loadInto(set, tx, 'candidacy', inArray(candidacies.caseId, ofThese))
  const open = set
    .all('meeting')
    .filter((meeting) => meeting.status === 'open')
    .map((meeting) => meeting.id)
  if (open.length > 0) await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, open))
  // Narrowed items put people out of a case; the rest says whether a case stands on an agenda since it was put forward.
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
  await loadInto(
    set,
    tx,
    'item',
    and(
      inArray(items.caseId, ofThese),
      or(isNotNull(items.invitedAgencyIds), inArray(items.meetingId, toCome)),
    ),
  )
  return set
}
