import type Database from 'better-sqlite3'

// The writer's queue. Writes that wait together share one commit, each in its own savepoint: one that fails takes back
// only itself, and none is acknowledged before the commit. The write lock of the file is taken once for all of them.
// While another process has it we must not wait as SQLite does, asleep with the whole server: we try again later, and
// pages and sockets are served meanwhile. COMMIT finds the lock taken already and needs no waiting; nor do readers.

interface Job<Tx> {
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  /** Long: in a commit of its own, so that nothing else is taken back with it, or it with anything else. */
  long: boolean
  /** Since when another process has kept it waiting. */
  lockedOutSince?: number
}

export interface WriteSettings {
  /** Gives the loop back again and again: other writes wait until it is committed, reads do not. */
  long?: boolean
}

export interface QueueSettings {
  /** What a listener threw. Left to itself it ends the process, or the test: it is a bug. */
  onFault?: (error: unknown) => void
  /** How long a write waits for another process to end its own writing before it is refused. */
  lockPatienceMs?: number
}

/** Another process kept the write lock for longer than anybody should wait. Nothing was changed. */
export class LockedOut extends Error {
  override name = 'LockedOut'
  constructor() {
    super('Another process is writing to the database and does not come to an end. Nothing was changed.')
  }
}

const largestBatch = 64
const shortestPause = 2
const longestPause = 50

const later = (ms: number) => new Promise<void>((next) => setTimeout(next, ms))

const isLocked = (error: unknown) =>
  String((error as { code?: unknown } | undefined)?.code).startsWith('SQLITE_BUSY')

/** Out of the way of whoever waits for their answer. */
const throwApart = (error: unknown) =>
  queueMicrotask(() => {
    throw error
  })

const attempt = (work: () => void, otherwise: (error: unknown) => void) => {
  try {
    work()
  } catch (error) {
    otherwise(error)
  }
}

export const createWriteQueue = <Tx>(
  writer: Database.Database,
  tx: Tx,
  { onFault = throwApart, lockPatienceMs = 30_000 }: QueueSettings,
) => {
  const listeners: ((committed: boolean) => void)[] = []
  const queue: Job<Tx>[] = []
  let draining = false
  let heldUp = false

  // Each of these runs once or more for every command: compiled here, once.
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const savepoint = writer.prepare('SAVEPOINT job')
  const release = writer.prepare('RELEASE job')
  const rollBackJob = writer.prepare('ROLLBACK TO job')
  const commit = writer.prepare('COMMIT')
  const run = (statement: Database.Statement) => {
    statement.run()
  }

  const refuseWhoWaitedTooLong = () => {
    const now = performance.now()
    for (const job of queue) job.lockedOutSince ??= now
    while (queue[0] && now - (queue[0].lockedOutSince ?? now) >= lockPatienceMs)
      queue.shift()?.reject(new LockedOut())
  }

  /** True once this process may write; false when nobody is left who wants to. */
  const takeLock = async (): Promise<boolean> => {
    for (let pause = shortestPause; queue.length > 0; pause = Math.min(pause * 2, longestPause)) {
      try {
        run(begin)
        heldUp = false
        return true
      } catch (error) {
        if (!isLocked(error)) for (const job of queue.splice(0)) job.reject(error)
      }
      heldUp = true
      refuseWhoWaitedTooLong()
      await later(pause)
    }
    heldUp = false
    return false
  }

  const nextBatch = () => {
    const firstLong = queue.findIndex(({ long }) => long)
    return queue.splice(
      0,
      firstLong === 0 ? 1 : firstLong > 0 ? Math.min(firstLong, largestBatch) : largestBatch,
    )
  }

  const runBatch = async (batch: readonly Job<Tx>[]) => {
    const settled: (() => void)[] = []
    for (const job of batch) {
      run(savepoint)
      try {
        const value = await job.work(tx)
        run(release)
        settled.push(() => job.resolve(value))
      } catch (error) {
        run(rollBackJob)
        run(release)
        settled.push(() => job.reject(error))
      }
    }
    run(commit)
    return settled
  }

  const tell = (committed: boolean) => {
    for (const listener of listeners) {
      attempt(
        () => listener(committed),
        (error) => attempt(() => onFault(error), throwApart),
      )
    }
  }

  const takeBack = (batch: readonly Job<Tx>[], error: unknown) => {
    if (writer.inTransaction) writer.exec('ROLLBACK')
    tell(false)
    for (const job of batch) job.reject(error)
  }

  const drain = async () => {
    while (queue.length > 0) {
      if (!(await takeLock())) continue
      const batch = nextBatch()
      heldUp = batch.some(({ long }) => long)
      const settled = await runBatch(batch).catch((error: unknown) => takeBack(batch, error))
      heldUp = false
      if (!settled) continue
      tell(true)
      for (const settle of settled) settle()
    }
    draining = false
  }

  return {
    write: <T>(work: (tx: Tx) => Promise<T>, { long = false }: WriteSettings = {}) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject, long })
        if (draining) return
        draining = true
        // Wait for what arrives in the same turn of the loop, so that it shares the commit.
        setImmediate(() => void drain())
      }),
    /** What is written now has to wait for a while: for a long write, or for another process. */
    isHeldUp: () => heldUp,
    onCommit: (listener: (committed: boolean) => void) => {
      listeners.push(listener)
    },
  }
}
