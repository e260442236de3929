import type { TablesOf } from '../kit'
import type { CandidatesThings } from '../../app/domain/things/candidates'
import type { Gravity } from '../../app/domain/catalogues/referral'
import type { IncidentKind } from '../../app/domain/catalogues/candidates'
import type { MatrixValues, ScoreItem } from '../../app/domain/catalogues/scoring-matrix'
import type { Source } from '../../app/domain/catalogues/entries'
import { cases } from './case'
import { index, instant, instantOrNull, int, json, key, table, text, textOrNull, uniqueIndex } from '../kit'
import { panels } from './panel'
import { persons } from './people'

export const scoringMatrices = table(
  'scoring_matrices',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    version: int(),
    values: json<MatrixValues>(),
    reason: text(),
    adoptedAt: instant(),
    adoptedBy: text(),
  },
  (t) => [uniqueIndex('scoring_matrices_version').on(t.panelId, t.version)],
)

export const incidents = table(
  'incidents',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    ref: text(),
    personId: text().references(() => persons.id),
    caseId: textOrNull().references(() => cases.id),
    date: text(),
    incidentKind: text<IncidentKind>(),
    gravity: text<Gravity>(),
    victimRef: textOrNull(),
    source: text<Source>(),
  },
  (t) => [
    uniqueIndex('incidents_ref').on(t.panelId, t.ref),
    index('incidents_date').on(t.panelId, t.date),
    index('incidents_person').on(t.personId),
    index('incidents_case').on(t.caseId),
  ],
)

export const candidacies = table(
  'candidacies',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    personId: text().references(() => persons.id),
    caseId: text().references(() => cases.id),
    putForwardOn: text(),
    putForwardAt: instant(),
    putForwardBy: text(),
    matrixVersion: int(),
    score: int(),
    scoreItems: json<ScoreItem[]>(),
    withdrawnAt: instantOrNull(),
    withdrawnBy: textOrNull(),
    withdrawnReason: textOrNull(),
  },
  (t) => [index('candidacies_case').on(t.caseId), index('candidacies_panel').on(t.panelId)],
)

export const candidateTables = {
  incident: incidents,
  scoringMatrix: scoringMatrices,
  candidacy: candidacies,
} as const satisfies TablesOf<CandidatesThings>
