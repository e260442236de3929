// Counts for readers who must not learn of single people (domain 6, measures: small numbers). A count from 1 to 4 is
// said to be few. Where one line of a breakdown is few, its total is withheld too: a total less the lines that show, or
// a total that only one mix of few lines can make, would give the hidden numbers back. Lines of 0 or 5 and over are true
// and, with no total, say nothing of the others. Two breakdowns of the same people would add up to each other's total,
// so show only one of each population to such a reader.

export type ShownCount = number | 'few' | 'withheld'

export interface Line {
  key: string
  n: number
}

export interface Breakdown {
  lines: { key: string; n: ShownCount }[]
  total: ShownCount
}

const smallestShown = 5
const isFew = (n: number) => n > 0 && n < smallestShown

/** One count that is no part of another on the page. */
export const countFor = (suppressed: boolean, n: number): ShownCount => (suppressed && isFew(n) ? 'few' : n)

export const breakdownFor = (suppressed: boolean, lines: readonly Line[]): Breakdown => {
  const total = lines.reduce((sum, line) => sum + line.n, 0)
  return {
    lines: lines.map(({ key, n }) => ({ key, n: countFor(suppressed, n) })),
    total: suppressed && lines.some((line) => isFew(line.n)) ? 'withheld' : total,
  }
}
