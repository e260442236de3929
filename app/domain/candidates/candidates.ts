import { meetingThatAnswers } from '../agenda/brought-to-panel'
import { scoreOf, type Score } from './scoring'
import type { MatrixValues, ScoreDimension } from '../catalogues/scoring-matrix'
import { seenOf, type VisibleByKind } from '../sight/sees'
import { type Sight } from '../sight/sight'
import type { Day } from '../dates/day'

// The people whom a panel might take up next, ranked by what they have done: from what the viewer may see, and from
// nothing else. Someone about whom the viewer is put out of any case is not ranked for that viewer at all, since a score
// of half of what he did would mislead.

export interface CandidateMaterial {
  incidents: readonly VisibleByKind['incident'][]
  people: readonly VisibleByKind['person'][]
  cases: readonly VisibleByKind['case'][]
  candidacies: readonly VisibleByKind['candidacy'][]
  items: readonly VisibleByKind['item'][]
  meetings: readonly VisibleByKind['meeting'][]
}

/** What of this scope the viewer ranks. */
export const candidateMaterial = (sight: Sight): CandidateMaterial => {
  const cases = seenOf(sight, 'case')
  const seenCases = new Set(cases.map((one) => one.id))
  const hidden = new Set(
    sight.things
      .all('case')
      .flatMap((one) =>
        one.panelId === sight.viewer.panelId && !seenCases.has(one.id) ? [one.personId] : [],
      ),
  )
  return {
    incidents: seenOf(sight, 'incident').filter((one) => !hidden.has(one.personId)),
    people: seenOf(sight, 'person').filter((one) => !hidden.has(one.id)),
    cases,
    candidacies: seenOf(sight, 'candidacy'),
    items: seenOf(sight, 'item'),
    meetings: seenOf(sight, 'meeting'),
  }
}

export interface Candidate {
  rank: number
  personId: string
  personRef: string
  givenName: string
  familyName: string
  dateOfBirth: Day | null
  score: Score
  /** His newest case that is not closed. */
  openCase: { id: string; ref: string; accepted: boolean } | null
  /** The meeting to come on whose agenda it stands. */
  listedFor: Day | null
  /** Put forward, and not yet on an agenda. */
  putForward: { id: string; on: Day; score: number; matrixVersion: number } | null
}

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const byScore = (a: Omit<Candidate, 'rank'>, b: Omit<Candidate, 'rank'>) =>
  b.score.points - a.score.points ||
  (b.score.latest ?? '').localeCompare(a.score.latest ?? '') ||
  a.personRef.localeCompare(b.personRef)

const newestOpen = (cases: readonly VisibleByKind['case'][]) =>
  cases
    .filter((one) => one.closedOn === null && one.notAcceptedOn === null)
    .sort((a, b) => (a.referredOn < b.referredOn ? 1 : -1))[0]

/** Whoever has an incident in the window, highest score first; equal scores by the most recent incident. */
export const rankedCandidates = (
  material: CandidateMaterial,
  matrix: MatrixValues,
  today: Day,
): Candidate[] => {
  const incidentsOf = grouped(material.incidents, (incident) => incident.personId)
  const casesOf = grouped(material.cases, (one) => one.personId)
  const coming = material.meetings.filter((meeting) => meeting.status !== 'closed')
  const unranked = material.people.flatMap((person): Omit<Candidate, 'rank'>[] => {
    const score = scoreOf(incidentsOf.get(person.id) ?? [], matrix, today)
    if (score.incidents === 0) return []
    const his = casesOf.get(person.id) ?? []
    const open = newestOpen(his)
    const listed = open && meetingThatAnswers(open.id, { from: '', at: 0 }, today, material.items, coming)
    const standing = material.candidacies.find(
      (one) =>
        his.some((itsCase) => itsCase.id === one.caseId) &&
        one.withdrawnAt === null &&
        !meetingThatAnswers(
          one.caseId,
          { from: one.putForwardOn, at: one.putForwardAt },
          today,
          material.items,
          material.meetings,
        ),
    )
    return [
      {
        personId: person.id,
        personRef: person.personRef,
        givenName: person.givenName,
        familyName: person.familyName,
        dateOfBirth: person.dateOfBirth,
        score,
        openCase: open ? { id: open.id, ref: open.caseRef, accepted: open.acceptedOn !== null } : null,
        listedFor: listed?.date ?? null,
        putForward: standing
          ? {
              id: standing.id,
              on: standing.putForwardOn,
              score: standing.score,
              matrixVersion: standing.matrixVersion,
            }
          : null,
      },
    ]
  })
  return unranked.sort(byScore).map((candidate, index) => ({ rank: index + 1, ...candidate }))
}

export const pointsFor = (candidate: Pick<Candidate, 'score'>, dimension: ScoreDimension): number =>
  candidate.score.items
    .filter((item) => item.dimension === dimension)
    .reduce((sum, item) => sum + item.points, 0)

const orders = {
  score: (a: Candidate, b: Candidate) => a.rank - b.rank,
  recency: (a: Candidate, b: Candidate) =>
    (b.score.latest ?? '').localeCompare(a.score.latest ?? '') || a.rank - b.rank,
  frequency: (a: Candidate, b: Candidate) => b.score.incidents - a.score.incidents || a.rank - b.rank,
  gravity: (a: Candidate, b: Candidate) =>
    pointsFor(b, 'gravity') - pointsFor(a, 'gravity') || a.rank - b.rank,
  victims: (a: Candidate, b: Candidate) => b.score.victims - a.score.victims || a.rank - b.rank,
  name: (a: Candidate, b: Candidate) =>
    `${a.familyName} ${a.givenName}`.localeCompare(`${b.familyName} ${b.givenName}`) || a.rank - b.rank,
} as const
export type CandidateOrder = keyof typeof orders
export const isCandidateOrder = (text: string): text is CandidateOrder => Object.hasOwn(orders, text)

/** In another order; each keeps the rank that its score gives. */
export const candidatesBy = (candidates: readonly Candidate[], order: CandidateOrder): Candidate[] =>
  [...candidates].sort(orders[order])
