import { notFound, refuse, type Asking, type Decided } from '../asking'
import { candidateMaterial, rankedCandidates } from './candidates'
import { longDate } from '../dates/long-date'
import { recorded } from '../records/records'
import { latestMatrix } from './scoring'
import { seenOf } from '../sight/sees'
import { sightOf } from '../sight/sight'
import { panelId, id, line } from '../fields'
import type { FilledIn } from '../fields'

// Putting a candidate forward makes his case due for the agenda. What was known of him then stays with it: the score, its
// items and the version of the matrix. A chair or coordinator who cannot see him as a candidate cannot put him forward.

const candidateFor = ({ things, viewer, context }: Asking, personId: string) => {
  const matrix = latestMatrix(things.all('scoringMatrix'))
  const material = candidateMaterial(sightOf(viewer, things, null))
  const candidate = rankedCandidates(material, matrix.values, context.today).find(
    (one) => one.personId === personId,
  )
  return candidate && { candidate, matrix }
}

export const putForwardCandidateFields = { panelId, personId: id('Choose the person.') }

export const putForwardCandidate = (
  asking: Asking,
  command: FilledIn<typeof putForwardCandidateFields>,
): Decided => {
  const { viewer, context } = asking
  const found = candidateFor(asking, command.personId)
  if (!found) return notFound
  const { candidate, matrix } = found
  if (!candidate.openCase)
    return refuse(
      'wrong_moment',
      'He has no open case before this panel. A referral comes first; then his case can be put on an agenda.',
    )
  if (candidate.listedFor)
    return refuse(
      'already_done',
      `His case stands on the agenda of ${longDate(candidate.listedFor)} already.`,
    )
  if (candidate.putForward)
    return refuse(
      'already_done',
      `He was put forward on ${longDate(candidate.putForward.on)} and is due for an agenda.`,
    )
  return [
    recorded('candidatePutForward', {
      candidacy: {
        id: context.newId(),
        panelId: viewer.panelId,
        personId: command.personId,
        caseId: candidate.openCase.id,
        putForwardOn: context.today,
        putForwardAt: context.now,
        putForwardBy: viewer.memberId,
        matrixVersion: matrix.version,
        score: candidate.score.points,
        scoreItems: candidate.score.items,
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawnReason: null,
      },
    }),
  ]
}

export const withdrawCandidateFields = {
  panelId,
  candidacyId: id('Choose who was put forward.'),
  reason: line('Say why he is no longer put forward: the record keeps it.'),
}

export const withdrawCandidate = (
  { things, viewer, context }: Asking,
  command: FilledIn<typeof withdrawCandidateFields>,
): Decided => {
  const seen = seenOf(sightOf(viewer, things, null), 'candidacy').find(
    (one) => one.id === command.candidacyId,
  )
  if (!seen) return notFound
  if (seen.withdrawnAt !== null) return refuse('already_done', 'That is withdrawn already.')
  return [
    recorded('candidateWithdrawn', {
      candidacyId: seen.id,
      at: context.now,
      by: viewer.memberId,
      reason: command.reason,
    }),
  ]
}
