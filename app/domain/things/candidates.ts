import type { HomesOf } from './home'
import type { Day, Instant } from '../dates/day'
import type { Gravity } from '../catalogues/referral'
import type { IncidentKind } from '../catalogues/candidates'
import type { MatrixValues, ScoreItem } from '../catalogues/scoring-matrix'
import type { Source } from '../catalogues/entries'

/** Something that he did, as an agency has it on record: counted and scored, not told. */
export interface Incident {
  id: string
  panelId: string
  ref: string
  personId: string
  /** Null where it belongs to none of his cases: he may have none. */
  caseId: string | null
  date: Day
  incidentKind: IncidentKind
  gravity: Gravity
  /** The victim-survivor's reference; null where none is recorded. */
  victimRef: string | null
  source: Source
}

/** One version of the matrix by which a panel ranks candidates, whole: app/domain/candidates/scoring.ts says what it means. */
export interface ScoringMatrix {
  id: string
  panelId: string
  version: number
  values: MatrixValues
  reason: string
  adoptedAt: Instant
  adoptedBy: string
}

/** A person put forward for the agenda because of his score, as it was worked out then. */
export interface Candidacy {
  id: string
  panelId: string
  personId: string
  caseId: string
  putForwardOn: Day
  putForwardAt: Instant
  putForwardBy: string
  /** 0: the starting matrix. */
  matrixVersion: number
  score: number
  scoreItems: ScoreItem[]
  withdrawnAt: Instant | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

export interface CandidatesThings {
  incident: Incident
  scoringMatrix: ScoringMatrix
  candidacy: Candidacy
}

export const candidatesHomes = {
  incident: 'pages',
  scoringMatrix: 'pages',
  candidacy: 'caseFile',
} as const satisfies HomesOf<CandidatesThings>
