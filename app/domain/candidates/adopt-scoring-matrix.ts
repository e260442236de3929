import { z } from 'zod'
import { isRefusal, refuse, refuseField, type Asking, type Decided, type Refusal } from '../asking'
import { gravities, gravityKeys, type Gravity } from '../catalogues/referral'
import { recorded } from '../records/records'
import { latestMatrix } from './scoring'
import type { MatrixValues } from '../catalogues/scoring-matrix'
import { panelId, wholeNumber, optionalLine, line } from '../fields'
import { longestLook } from '../catalogues/scoring-matrix'

import type { FilledIn } from '../fields'

// A panel adopts its matrix whole, as a new version; who was put forward under an older one keeps that version. Points
// may never fall where an incident is more recent or graver, or where there are more of them: otherwise a man could be
// ranked lower for having done more.

interface Row {
  at: number
  points: number
  /** The form's own name for the row. */
  name: string
}

const rowsOf = (
  field: string,
  rows: Record<string, { at: string; points: string }>,
  unit: string,
): Row[] | Refusal => {
  const read: Row[] = []
  for (const [name, row] of Object.entries(rows)) {
    if (row.at === '' && row.points === '') continue
    const [at, points] = [Number(row.at), Number(row.points)]
    if (!/^\d{1,4}$/.test(row.at) || at < 1)
      return refuseField(
        `${field}.${name}.at`,
        `Give the ${unit} as a whole number from 1, or leave the row empty.`,
      )
    if (!/^\d{1,3}$/.test(row.points) || points > 100)
      return refuseField(`${field}.${name}.points`, 'Give the points as a whole number from 0 to 100.')
    read.push({ at, points, name })
  }
  const sorted = read.sort((a, b) => a.at - b.at)
  const twice = sorted.find((row, index) => sorted[index - 1]?.at === row.at)
  return twice
    ? refuseField(`${field}.${twice.name}.at`, 'Two rows say the same. Give each its own number.')
    : sorted
}

const pointsOf = (given: Record<string, string>): Record<Gravity, number> | Refusal => {
  const points = {} as Record<Gravity, number>
  let least = 0
  for (const gravity of gravityKeys) {
    const text = given[gravity] ?? ''
    if (!/^\d{1,3}$/.test(text) || Number(text) > 100)
      return refuseField(
        `gravity.${gravity}`,
        `Give the points for “${gravities[gravity]}” as a whole number from 0 to 100.`,
      )
    if (Number(text) < least)
      return refuseField(
        `gravity.${gravity}`,
        `“${gravities[gravity]}” cannot give fewer points than what is less grave.`,
      )
    points[gravity] = least = Number(text)
  }
  return points
}

const mustNotFall = (field: string, rows: readonly Row[], what: string) => {
  const lower = rows.find((row, index) => row.points < (rows[index - 1]?.points ?? 0))
  return lower && refuseField(`${field}.${lower.name}.points`, `More ${what} cannot give fewer points.`)
}

const mustNotRise = (rows: readonly Row[]) => {
  const higher = rows.find((row, index) => index > 0 && row.points > (rows[index - 1] as Row).points)
  return (
    higher &&
    refuseField(
      `recency.${higher.name}.points`,
      'An older incident cannot give more points than a more recent one.',
    )
  )
}

/** Rows of a matrix: from or up to where, and how many points. */
const matrixRows = z
  .record(z.string().max(4), z.object({ at: optionalLine, points: optionalLine }))
  .default({})

export const adoptScoringMatrixFields = {
  panelId,
  windowMonths: wholeNumber(`Give the months as a whole number from 1 to ${longestLook}.`, 1, longestLook),
  victimMonths: wholeNumber(`Give the months as a whole number from 1 to ${longestLook}.`, 1, longestLook),
  /** By row; a row left blank is no band. Read and checked by the rule. */
  recency: matrixRows,
  frequency: matrixRows,
  victims: matrixRows,
  gravity: z.record(z.string().max(40), optionalLine).default({}),
  reason: line('Say why the matrix changes: the record keeps it.'),
}

export const adoptScoringMatrix = (
  { things, viewer, context }: Asking,
  command: FilledIn<typeof adoptScoringMatrixFields>,
): Decided => {
  const recency = rowsOf('recency', command.recency, 'days')
  if (isRefusal(recency)) return recency
  const frequency = rowsOf('frequency', command.frequency, 'incidents')
  if (isRefusal(frequency)) return frequency
  const victims = rowsOf('victims', command.victims, 'victim-survivors')
  if (isRefusal(victims)) return victims
  const gravity = pointsOf(command.gravity)
  if (isRefusal(gravity)) return gravity
  const wrong =
    mustNotRise(recency) ??
    mustNotFall('frequency', frequency, 'incidents') ??
    mustNotFall('victims', victims, 'victim-survivors')
  if (wrong) return wrong
  const values: MatrixValues = {
    windowMonths: command.windowMonths,
    victimMonths: command.victimMonths,
    recency: recency.map(({ at, points }) => ({ days: at, points })),
    frequency: frequency.map(({ at, points }) => ({ count: at, points })),
    gravity,
    victims: victims.map(({ at, points }) => ({ count: at, points })),
  }
  const before = latestMatrix(things.all('scoringMatrix'))
  if (JSON.stringify(values) === JSON.stringify(before.values))
    return refuse('already_done', 'Nothing is different from the matrix in force.')
  const matrix = {
    id: context.newId(),
    panelId: viewer.panelId,
    version: before.version + 1,
    values,
    reason: command.reason,
    adoptedAt: context.now,
    adoptedBy: viewer.memberId,
  }
  return [recorded('scoringMatrixAdopted', { matrix })]
}
