import type { Gravity } from './referral'

// The matrix by which a panel ranks candidates by recency, frequency, gravity and number of victim-survivors. It is the
// panel's own to change, in versions. No force has published its points: the starting values below are this product's,
// for the panel to confirm or change.

/** Points for each incident at most so many days old, and older than the band before. */
export interface AgeBand {
  days: number
  points: number
}
/** Points from so many on; the highest step that is reached counts. */
export interface CountStep {
  count: number
  points: number
}

export interface MatrixValues {
  /** Incidents of so many months count. */
  windowMonths: number
  /** Victim-survivors of so many months count. */
  victimMonths: number
  recency: AgeBand[]
  frequency: CountStep[]
  /** Points for the gravest incident. */
  gravity: Record<Gravity, number>
  victims: CountStep[]
}

export const scoreDimensions = {
  recency: 'Recency',
  frequency: 'Frequency',
  gravity: 'Gravity',
  victims: 'Victim-survivors',
} as const
export type ScoreDimension = keyof typeof scoreDimensions

/** One part of a score, in words. */
export interface ScoreItem {
  dimension: ScoreDimension
  words: string
  points: number
}

/** How many months back any matrix may look. */
export const longestLook = 120

export const startingMatrix: MatrixValues = {
  windowMonths: 24,
  victimMonths: 36,
  recency: [
    { days: 30, points: 4 },
    { days: 90, points: 3 },
    { days: 180, points: 2 },
    { days: 365, points: 1 },
  ],
  frequency: [
    { count: 2, points: 2 },
    { count: 4, points: 5 },
    { count: 7, points: 8 },
    { count: 10, points: 10 },
  ],
  gravity: { control: 1, threat: 3, violence: 6, serious_violence: 10 },
  victims: [
    { count: 2, points: 5 },
    { count: 3, points: 8 },
    { count: 4, points: 10 },
  ],
}

/** Where the starting values come from, and how far they can be relied on. */
export const matrixSources = {
  windowMonths: { source: 'Cleveland MATAC is reported to look back two years', status: 'unverified' },
  victimMonths: {
    source: 'Reported MATAC definition of a serial perpetrator: two or more victim-survivors in three years',
    status: 'unverified',
  },
  recency: {
    source: 'Starting values of this product: no force’s points are published',
    status: 'unverified',
  },
  frequency: {
    source: 'Starting values of this product: no force’s points are published',
    status: 'unverified',
  },
  gravity: {
    source: 'Starting values of this product: no force’s points are published',
    status: 'unverified',
  },
  victims: {
    source: 'Starting values of this product; that several victim-survivors weigh more is reported practice',
    status: 'unverified',
  },
} as const satisfies Record<keyof MatrixValues, { source: string; status: 'unverified' }>
