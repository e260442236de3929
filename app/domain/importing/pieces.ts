// A folder may be long, and others wait while it is looked through. Work on it is done in pieces: whoever drives it may
// serve others in between. What comes of it is the same, however long anybody waited.

export type InPieces<T> = Generator<undefined, T, undefined>

/** All pieces one after the other. */
export const atOnce = <T>(work: InPieces<T>): T => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

export function* eachInPieces<A>(all: Iterable<A>, work: (one: A) => void): InPieces<void> {
  for (const one of all) {
    work(one)
    yield
  }
}

export function* flatMapInPieces<A, B>(all: Iterable<A>, work: (one: A) => readonly B[]): InPieces<B[]> {
  const found: B[] = []
  yield* eachInPieces(all, (one) => {
    for (const each of work(one)) found.push(each)
  })
  return found
}
