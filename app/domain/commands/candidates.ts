import { command } from './command'
import { byRunners } from './permission'
import { ofCandidacy, ofCandidate, ofPanelWithMatrices } from './scope'
import { adoptScoringMatrix, adoptScoringMatrixFields } from '../candidates/adopt-scoring-matrix'
import {
  putForwardCandidate,
  putForwardCandidateFields,
  withdrawCandidate,
  withdrawCandidateFields,
} from '../candidates/candidacies'

export const candidateCommands = {
  adoptScoringMatrix: command({
    fields: adoptScoringMatrixFields,
    scope: ofPanelWithMatrices,
    may: byRunners,
    decide: adoptScoringMatrix,
  }),
  putForwardCandidate: command({
    fields: putForwardCandidateFields,
    scope: ofCandidate,
    may: byRunners,
    decide: putForwardCandidate,
  }),
  withdrawCandidate: command({
    fields: withdrawCandidateFields,
    scope: ofCandidacy,
    may: byRunners,
    decide: withdrawCandidate,
  }),
}
