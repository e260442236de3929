import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createHotRows, type HotRows } from './hot-rows'
import * as schema from './schema'

// The store. One writer connection behind a queue, one reader, one for snapshots. Everything else sees only this.
// A write is acknowledged when it is on disk (synchronous FULL, promise 5). Writes that wait together share one commit,
// each in its own savepoint: one that fails takes back only itself, and none is acknowledged before the commit.
// Drizzle's own transaction() is never used: with an async callback it commits too early on this driver (models.md 0).

export type Query = Pick<
  BetterSQLite3Database<typeof schema>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
> &
  HotRows

export interface Store {
  /** Sees what is committed; cannot write. */
  read: Query
  /** Await nothing inside `work` but its queries, and never call `write` inside it: the queue would wait for itself. */
  write<T>(work: (tx: Query) => Promise<T>): Promise<T>
  /** Several reads of one moment. */
  snapshot<T>(work: (tx: Query) => Promise<T>): Promise<T>
  /**
   * Told after every shared commit (true), or when it failed and all of it was taken back (false). What is committed stays
   * so, whatever a listener throws: that is a fault in telling, and goes to `onFault`.
   */
  onCommit(listener: (committed: boolean) => void): void
  /** Changes when another process has written to the file. */
  foreignVersion(): number
  close(): void
}

interface Job {
  work: (tx: Query) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

interface Settings {
  /** What a listener threw. Left to itself it ends the process, or the test: it is a bug. */
  onFault?: (error: unknown) => void
}

const largestBatch = 64

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

const connect = (file: string, options: Database.Options = {}) => {
  const raw = new Database(file, options)
  raw.pragma('busy_timeout = 5000')
  return raw
}

const migrateFile = (raw: Database.Database, folder: string) => {
  // Off before migrating: a rebuilt table would otherwise delete the rows that point at it (stack.md 1.4).
  raw.pragma('foreign_keys = OFF')
  migrate(drizzle(raw), { migrationsFolder: folder })
  const broken = raw.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new Error(`After migrating, ${broken.length} rows point at rows that are not there.`)
  raw.pragma('foreign_keys = ON')
}

const queryOn = (raw: Database.Database): Query => {
  const builder = drizzle(raw, { schema, casing: 'snake_case' })
  return Object.assign(builder, createHotRows(raw, builder as never))
}

/** Opens (and makes and migrates, if need be) the database at a file path. */
export const openStore = (
  file: string,
  migrationsFolder: string,
  { onFault = throwApart }: Settings = {},
): Store => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const writer = connect(file)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  // A checkpoint holds everyone up for some milliseconds: eight times as seldom as by default. In pages, 32 MiB.
  writer.pragma('wal_autocheckpoint = 8000')
  migrateFile(writer, migrationsFolder)
  const reader = connect(file, { readonly: true })
  reader.pragma('query_only = ON')
  const snapshots = connect(file, { readonly: true })
  snapshots.pragma('query_only = ON')

  const tx = queryOn(writer)
  const snapshotQuery = queryOn(snapshots)
  const listeners: ((committed: boolean) => void)[] = []
  const queue: Job[] = []
  let draining = false
  let lastSnapshot: Promise<unknown> = Promise.resolve()

  // Each of these runs once or more for every command: compiled here, once.
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const savepoint = writer.prepare('SAVEPOINT job')
  const release = writer.prepare('RELEASE job')
  const rollBackJob = writer.prepare('ROLLBACK TO job')
  const commit = writer.prepare('COMMIT')
  const dataVersion = writer.prepare('PRAGMA data_version').pluck()
  const run = (statement: Database.Statement) => {
    statement.run()
  }

  const runBatch = async (batch: Job[]) => {
    run(begin)
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

  const takeBack = (batch: readonly Job[], error: unknown) => {
    if (writer.inTransaction) writer.exec('ROLLBACK')
    tell(false)
    for (const job of batch) job.reject(error)
  }

  const drain = async () => {
    while (queue.length > 0) {
      const batch = queue.splice(0, largestBatch)
      const settled = await runBatch(batch).catch((error: unknown) => takeBack(batch, error))
      if (!settled) continue
      tell(true)
      for (const settle of settled) settle()
    }
    draining = false
  }

  return {
    read: queryOn(reader),
    write: <T>(work: (tx: Query) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject })
        if (draining) return
        draining = true
        // Wait for what arrives in the same turn of the loop, so that it shares the commit.
        setImmediate(() => void drain())
      }),
    snapshot: <T>(work: (tx: Query) => Promise<T>) => {
      const run = async () => {
        snapshots.exec('BEGIN')
        try {
          return await work(snapshotQuery)
        } finally {
          snapshots.exec('COMMIT')
        }
      }
      const next = lastSnapshot.then(run, run)
      lastSnapshot = next.catch(() => undefined)
      return next
    },
    onCommit: (listener) => {
      listeners.push(listener)
    },
    foreignVersion: () => dataVersion.get() as number,
    close: () => {
      // No ANALYZE (nor PRAGMA optimize): taken while a panel is new, its figures would tell the planner for years that a
      // table of four rows is quicker read from end to end.
      for (const connection of [reader, snapshots, writer]) connection.close()
    },
  }
}
