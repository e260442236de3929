import { pointsFor, type Candidate } from './candidates'
import { csvOf } from '../csv'
import { gravities } from '../catalogues/referral'
import { scoreItemInWords } from './scoring'
import type { Day } from '../dates/day'

const header = [
  'rank',
  'person_ref',
  'given_name',
  'family_name',
  'date_of_birth',
  'score',
  'recency_points',
  'frequency_points',
  'gravity_points',
  'victims_points',
  'incidents',
  'victims',
  'latest_incident',
  'gravest',
  'explained',
  'case_ref',
  'listed_for',
  'put_forward_on',
  'matrix_version',
  'as_at',
]

/** The ranking as the viewer sees it, one person a line. */
export const candidatesCsv = (candidates: readonly Candidate[], matrixVersion: number, today: Day): string =>
  csvOf([
    header,
    ...candidates.map((one) => [
      one.rank,
      one.personRef,
      one.givenName,
      one.familyName,
      one.dateOfBirth,
      one.score.points,
      pointsFor(one, 'recency'),
      pointsFor(one, 'frequency'),
      pointsFor(one, 'gravity'),
      pointsFor(one, 'victims'),
      one.score.incidents,
      one.score.victims,
      one.score.latest,
      one.score.gravest && gravities[one.score.gravest],
      one.score.items.map(scoreItemInWords).join('; '),
      one.openCase?.ref ?? null,
      one.listedFor,
      one.putForward?.on ?? null,
      matrixVersion,
      today,
    ]),
  ])
