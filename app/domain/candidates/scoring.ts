import { gravities, gravityKeys } from '../catalogues/referral'
import { addDays, addMonths } from '../dates/due-date'
import type { CountStep, MatrixValues, ScoreItem } from '../catalogues/scoring-matrix'
import { startingMatrix } from '../catalogues/scoring-matrix'
import type { Incident } from '../things/candidates'
import type { Day } from '../dates/day'

// A score is the sum of its items, and each item says in words what it counts. More incidents, more recent or graver
// ones, and more victim-survivors never lower it: what a panel may adopt keeps that so (adopt-scoring-matrix.ts).

export type ScoredIncident = Pick<Incident, 'date' | 'gravity' | 'victimRef'>

export interface Score {
  points: number
  items: ScoreItem[]
  /** Incidents of the window. */
  incidents: number
  victims: number
  latest: Day | null
  gravest: Incident['gravity'] | null
}

/** The matrix in force; before a panel has adopted one, the starting matrix, version 0. */
export const latestMatrix = (
  adopted: readonly { version: number; values: MatrixValues }[],
): { version: number; values: MatrixValues } =>
  adopted.reduce((latest, one) => (one.version > latest.version ? one : latest), {
    version: 0,
    values: startingMatrix,
  })

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
const monthsInWords = (months: number) =>
  months % 12 === 0 ? count(months / 12, 'year') : count(months, 'month')

const stepReached = (steps: readonly CountStep[], n: number): CountStep | undefined =>
  steps
    .filter((step) => step.count <= n)
    .reduce<CountStep | undefined>((best, step) => (best && best.count > step.count ? best : step), undefined)

/** In the last so many months, the day itself that many months ago included. */
const within = (months: number, today: Day) => {
  const first = addMonths(today, -months)
  return (incident: Pick<Incident, 'date'>) => incident.date >= first && incident.date <= today
}

const recencyItems = (
  incidents: readonly ScoredIncident[],
  matrix: MatrixValues,
  today: Day,
): ScoreItem[] => {
  const bands = [...matrix.recency].sort((a, b) => a.days - b.days)
  let left = [...incidents]
  const items = bands.flatMap((band, index): ScoreItem[] => {
    const from = addDays(today, -band.days)
    const here = left.filter((incident) => incident.date >= from)
    left = left.filter((incident) => incident.date < from)
    if (here.length === 0) return []
    const before = bands[index - 1]
    const when = before
      ? `${before.days + 1} to ${band.days} days ago`
      : `in the last ${count(band.days, 'day')}`
    return [
      {
        dimension: 'recency',
        words: `${count(here.length, 'incident')} ${when}, ${count(band.points, 'point')} each`,
        points: here.length * band.points,
      },
    ]
  })
  const older = bands.at(-1)
  return left.length === 0
    ? items
    : [
        ...items,
        {
          dimension: 'recency',
          words: `${count(left.length, 'incident')} longer ago${older ? ` than ${older.days} days` : ''}`,
          points: 0,
        },
      ]
}

export const scoreOf = (all: readonly ScoredIncident[], matrix: MatrixValues, today: Day): Score => {
  const incidents = all.filter(within(matrix.windowMonths, today))
  const victims = new Set(
    all.filter(within(matrix.victimMonths, today)).flatMap((incident) => incident.victimRef ?? []),
  ).size
  const gravest =
    gravityKeys.findLast((gravity) => incidents.some((incident) => incident.gravity === gravity)) ?? null
  const latest = incidents.reduce<Day | null>(
    (last, { date }) => (last !== null && last > date ? last : date),
    null,
  )
  const often = stepReached(matrix.frequency, incidents.length)
  const many = stepReached(matrix.victims, victims)
  const items: ScoreItem[] = [
    ...recencyItems(incidents, matrix, today),
    {
      dimension: 'frequency',
      words: `${count(incidents.length, 'incident')} in ${monthsInWords(matrix.windowMonths)}${often ? ` (${often.count} or more)` : ''}`,
      points: often?.points ?? 0,
    },
    ...(gravest === null
      ? []
      : [
          {
            dimension: 'gravity' as const,
            words: `Gravest incident: ${gravities[gravest].toLowerCase()}`,
            points: matrix.gravity[gravest],
          },
        ]),
    {
      dimension: 'victims',
      words: `${count(victims, 'victim-survivor')} named in ${monthsInWords(matrix.victimMonths)}${many ? ` (${many.count} or more)` : ''}`,
      points: many?.points ?? 0,
    },
  ]
  return {
    points: items.reduce((sum, item) => sum + item.points, 0),
    items,
    incidents: incidents.length,
    victims,
    latest,
    gravest,
  }
}

/** One item as it is read out: "2 incidents in the last 90 days, 3 points each: 6 points". */
export const scoreItemInWords = (item: ScoreItem): string => `${item.words}: ${count(item.points, 'point')}`
