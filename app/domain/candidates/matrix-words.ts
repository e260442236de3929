import { gravities, gravityKeys } from '../catalogues/referral'
import type { SettingStatus } from '../catalogues/policy/setting-kinds'
import { matrixSources, startingMatrix, type MatrixValues } from '../catalogues/scoring-matrix'

// A matrix in words, part by part, each with where it comes from.

export type MatrixPart = keyof MatrixValues

const points = (n: number) => `${n} ${n === 1 ? 'point' : 'points'}`

const labels: Record<MatrixPart, string> = {
  recency: 'Recency: for each incident, by how long ago',
  frequency: 'Frequency: by the number of incidents',
  gravity: 'Gravity: by the gravest incident',
  victims: 'Victim-survivors: by how many are named',
  windowMonths: 'Incidents of the last',
  victimMonths: 'Victim-survivors of the last',
}

const linesOf: { [P in MatrixPart]: (value: MatrixValues[P]) => string[] } = {
  recency: (bands) => bands.map((band) => `Up to ${band.days} days ago: ${points(band.points)}`),
  frequency: (steps) => steps.map((step) => `${step.count} or more: ${points(step.points)}`),
  gravity: (given) => gravityKeys.map((gravity) => `${gravities[gravity]}: ${points(given[gravity])}`),
  victims: (steps) => steps.map((step) => `${step.count} or more: ${points(step.points)}`),
  windowMonths: (months) => [`${months} months`],
  victimMonths: (months) => [`${months} months`],
}

const parts = Object.keys(labels) as MatrixPart[]
const wordsOf = (part: MatrixPart, values: MatrixValues): string[] =>
  (linesOf[part] as (value: unknown) => string[])(values[part])

export interface ShownMatrixPart {
  part: MatrixPart
  label: string
  lines: string[]
  source: string
  status: SettingStatus
}

/** What the panel set is its own; the rest stands where it began. */
export const shownMatrix = (values: MatrixValues): ShownMatrixPart[] =>
  parts.map((part) => {
    const own = JSON.stringify(values[part]) !== JSON.stringify(startingMatrix[part])
    const { source, status } = matrixSources[part]
    return {
      part,
      label: labels[part],
      lines: wordsOf(part, values),
      source: own ? 'Set by this panel' : source,
      status: own ? 'local' : status,
    }
  })

/** What a version changed against the one before it. */
export const matrixChanges = (before: MatrixValues | undefined, after: MatrixValues): string[] =>
  parts
    .map(
      (part) =>
        [part, wordsOf(part, before ?? startingMatrix).join('; '), wordsOf(part, after).join('; ')] as const,
    )
    .filter(([, was, is]) => was !== is)
    .map(([part, was, is]) => `${labels[part]}: ${was || 'nothing'} → ${is || 'nothing'}`)
