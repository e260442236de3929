import type { CandidatesThings, Candidacy, Incident, ScoringMatrix } from '../things/candidates'
import { shows, type SightsOf } from './kind-sight'
import { atDesk, isOwnPanel, inCircle, maySeeCase, condition, type Sight } from './sight'

/**
 * An incident of a case is for those who may see the case; one of no case is for the safety circle, less those who are put
 * out of any case about the same man, and of nobody while it is not known what cases there are. What she reported herself
 * stays in the safety circle, wherever it belongs.
 */
export const maySeeIncident = (sight: Sight, incident: Incident): boolean => {
  if (!atDesk(sight) || !sight.caseContent || !isOwnPanel(sight, incident.panelId)) return false
  if ((incident.source === 'victim_survivor' || incident.caseId === null) && !inCircle(sight)) return false
  if (incident.caseId !== null) return maySeeCase(sight, incident.caseId, incident.panelId)
  return (
    hisCasesAreKnown(sight, incident.personId) &&
    sight.things
      .all('case')
      .filter((one) => one.personId === incident.personId && one.panelId === incident.panelId)
      .every((one) => maySeeCase(sight, one.id, one.panelId))
  )
}

const hisCasesAreKnown = condition('all cases about the man are at hand', (sight, personId: string) =>
  sight.things.casesAreKnownOf(personId),
)

export const candidateSight = {
  incident: shows({
    seenBy: maySeeIncident,
    leaves: (thing) => ({
      incidentRef: thing.ref,
      personId: thing.personId,
      caseId: thing.caseId,
      date: thing.date,
      incidentKind: thing.incidentKind,
      gravity: thing.gravity,
      victimRef: thing.victimRef,
      source: thing.source,
    }),
    turns: 'nothing',
  }),

  // How candidates are ranked is known to those who may see the ranking, and so is whom it put forward.
  scoringMatrix: shows({
    seenBy: (sight, matrix: ScoringMatrix) =>
      atDesk(sight) && isOwnPanel(sight, matrix.panelId) && inCircle(sight),
    leaves: (thing) => ({
      version: thing.version,
      values: thing.values,
      reason: thing.reason,
      adoptedAt: thing.adoptedAt,
      adoptedBy: thing.adoptedBy,
    }),
    turns: 'nothing',
  }),

  candidacy: shows({
    seenBy: (sight, candidacy: Candidacy) =>
      atDesk(sight) && inCircle(sight) && maySeeCase(sight, candidacy.caseId, candidacy.panelId),
    leaves: (thing) => ({
      personId: thing.personId,
      caseId: thing.caseId,
      putForwardOn: thing.putForwardOn,
      putForwardAt: thing.putForwardAt,
      putForwardBy: thing.putForwardBy,
      matrixVersion: thing.matrixVersion,
      score: thing.score,
      scoreItems: thing.scoreItems,
      withdrawnAt: thing.withdrawnAt,
      withdrawnBy: thing.withdrawnBy,
      withdrawnReason: thing.withdrawnReason,
    }),
    turns: 'nothing',
  }),
} satisfies SightsOf<CandidatesThings>
