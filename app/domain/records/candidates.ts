import type { ScoringMatrix, Candidacy } from '../things/candidates'
import { put, change } from './changes'
import type { Instant } from '../dates/day'
import { quiet, type RecordRules } from './record'

export const candidateRecords = {
  scoringMatrixAdopted: quiet(1, ({ matrix }: { matrix: ScoringMatrix }, things) => [
    put(things, 'scoringMatrix', matrix),
  ]),

  candidatePutForward: quiet(1, ({ candidacy }: { candidacy: Candidacy }, things) => [
    put(things, 'candidacy', candidacy),
  ]),

  candidateWithdrawn: quiet(
    1,
    (body: { candidacyId: string; at: Instant; by: string; reason: string }, things) => [
      change(things, 'candidacy', body.candidacyId, {
        withdrawnAt: body.at,
        withdrawnBy: body.by,
        withdrawnReason: body.reason,
      }),
    ],
  ),
} satisfies RecordRules
