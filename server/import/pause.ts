import type { InPieces } from '../../app/domain/importing/pieces'
import type { Pause } from '../../db/pause'

/** Long enough not to make the whole much slower, short enough for nobody to notice. */
const pieceMs = 5

/** Lets everyone else be served as soon as a piece has lasted long enough; ends the work once `signal` says so. */
export const createPause = (signal?: AbortSignal): Pause => {
  let since = performance.now()
  const turn = async () => {
    await new Promise((next) => setImmediate(next))
    signal?.throwIfAborted()
    since = performance.now()
  }
  return () => (performance.now() - since < pieceMs ? undefined : turn())
}

export const inTurns = async <T>(work: InPieces<T>, pause: Pause): Promise<T> => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    const others = pause()
    if (others) await others
  }
}
