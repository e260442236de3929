// What a new version of an agenda changes against the one before it, so that nobody reads it all again to find out.

export interface ComparedLine {
  itemId: string
  minutes: number
  kind: string | null
  lane: string
  presenterId: string | null
}

export interface AgendaChanges {
  added: string[]
  removed: string[]
  /** The fewest that must move to bring the old order into the new. */
  moved: string[]
  /** Still there, with other minutes. */
  minutes: { itemId: string; from: number; to: number }[]
  /** Still there, of another kind, on the other lane or with another presenter. */
  otherwise: string[]
}

/** Places, in order, of a longest run of ever greater numbers: those that need not move. */
const longestRising = (numbers: readonly number[]): Set<number> => {
  const best: { length: number; before: number }[] = []
  let last = -1
  numbers.forEach((number, at) => {
    let before = -1
    for (let i = 0; i < at; i += 1) {
      if (
        (numbers[i] as number) < number &&
        (before < 0 || (best[i]?.length ?? 0) > (best[before]?.length ?? 0))
      )
        before = i
    }
    best.push({ length: (best[before]?.length ?? 0) + 1, before })
    if (last < 0 || (best[at]?.length ?? 0) > (best[last]?.length ?? 0)) last = at
  })
  const kept = new Set<number>()
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) kept.add(at)
  return kept
}

export const changesBetween = (
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
): AgendaChanges => {
  const was = new Map(before.map((line, index) => [line.itemId, { line, index }]))
  const is = new Set(after.map((line) => line.itemId))
  const stayed = after.flatMap((line) => {
    const old = was.get(line.itemId)
    return old ? [{ line, old }] : []
  })
  const unmoved = longestRising(stayed.map(({ old }) => old.index))
  return {
    added: after.filter((line) => !was.has(line.itemId)).map((line) => line.itemId),
    removed: before.filter((line) => !is.has(line.itemId)).map((line) => line.itemId),
    moved: stayed.filter((_, at) => !unmoved.has(at)).map(({ line }) => line.itemId),
    minutes: stayed
      .filter(({ line, old }) => line.minutes !== old.line.minutes)
      .map(({ line, old }) => ({ itemId: line.itemId, from: old.line.minutes, to: line.minutes })),
    otherwise: stayed
      .filter(
        ({ line, old: { line: old } }) =>
          line.kind !== old.kind || line.lane !== old.lane || line.presenterId !== old.presenterId,
      )
      .map(({ line }) => line.itemId),
  }
}

export const isUnchanged = (changes: AgendaChanges): boolean =>
  [changes.added, changes.removed, changes.moved, changes.minutes, changes.otherwise].every(
    (list) => list.length === 0,
  )
