import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createHotRows, type HotRows } from './hot-rows'
import { preparePanelHeads, type PanelHead } from './journal/heads'
import { createWriteQueue, type QueueSettings, type WriteSettings } from './write-queue'

// The store. One writer connection behind a queue (write-queue.ts), one reader, one for snapshots. Everything else sees
// only this. A write is acknowledged when it is on disk (synchronous FULL, promise 5).
// Drizzle's own transaction() is never used: with an async callback it commits too early on this driver.

export type Query = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
> &
  HotRows

export interface Store {
  /** Sees what is committed; cannot write. */
  read: Query
  /**
   * Await nothing inside `work` but its queries, and never call `write` inside it: the queue would wait for itself. Only a
   * long write may give the loop back, and nobody may then be shown what it has not committed.
   */
  write<T>(work: (tx: Query) => Promise<T>, settings?: WriteSettings): Promise<T>
  /** What is written now has to wait for a while: for a long write, or for another process. */
  isHeldUp(): boolean
  /** Several reads of one moment. */
  snapshot<T>(work: (tx: Query) => Promise<T>): Promise<T>
  /** The same for work that gives the loop back: on a connection of its own, so that no other read waits behind it. */
  longSnapshot<T>(work: (tx: Query) => Promise<T>): Promise<T>
  /**
   * Told after every shared commit (true), or when it failed and all of it was taken back (false). What is committed stays
   * so, whatever a listener throws: that is a fault in telling, and goes to `onFault`.
   */
  onCommit(listener: (committed: boolean) => void): void
  /** Changes when another process has written to the file. */
  foreignVersion(): number
  /** How far the record of each panel has come, in the same view of the file. */
  panelHeads(): PanelHead[]
  close(): void
}

/** At start, when nobody is served yet, migrating waits for whoever writes. */
const patienceAtStart = 60_000
/** Afterwards nobody sleeps with the loop for more than an instant: the queue tries again by itself. */
const patienceServing = 5

const openReader = (file: string) => {
  const raw = new Database(file, { readonly: true, timeout: patienceServing })
  raw.pragma('query_only = ON')
  return raw
}

/** Such a file was never anybody's installation: only developers and demonstrations have one. */
export class DatabaseTooOld extends Error {
  override readonly name = 'DatabaseTooOld'

  constructor(file: string) {
    super(
      `The database ${file} was made before the first release and cannot be brought up to date. Move it away, or name another in DATABASE_URL; an empty one is made at the next start.`,
    )
  }
}

/** The migrations of the first months were made one before anybody had installed it: a file that knows those is refused. */
const knowsEarlierMigrations = (raw: Database.Database, folder: string): boolean => {
  const kept = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
  if (!kept) return false
  const [first] = readMigrationFiles({ migrationsFolder: folder })
  const earliest = raw.prepare('SELECT hash FROM __drizzle_migrations ORDER BY created_at LIMIT 1').pluck()
  const applied = earliest.get()
  return applied !== undefined && applied !== first?.hash
}

const migrateFile = (raw: Database.Database, folder: string) => {
  if (knowsEarlierMigrations(raw, folder)) {
    const { name } = raw
    raw.close()
    throw new DatabaseTooOld(name)
  }
  // Off before migrating: a rebuilt table would otherwise delete the rows that point at it.
  raw.pragma('foreign_keys = OFF')
  migrate(drizzle(raw), { migrationsFolder: folder })
  const broken = raw.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new Error(`After migrating, ${broken.length} rows point at rows that are not there.`)
  raw.pragma('foreign_keys = ON')
}

const queryOn = (raw: Database.Database): Query => {
  const builder = drizzle(raw, { casing: 'snake_case' })
  return Object.assign(builder, createHotRows(raw, builder as never))
}

/** One moment of a database, for a command that only looks: it neither migrates nor waits for whoever writes. */
export const readMoment = async <T>(file: string, work: (tx: Query) => Promise<T>): Promise<T> => {
  const raw = openReader(file)
  try {
    raw.exec('BEGIN')
    return await work(queryOn(raw))
  } finally {
    raw.close()
  }
}

/** Opens (and makes and migrates, if need be) the database at a file path. */
export const openStore = (file: string, migrationsFolder: string, settings: QueueSettings = {}): Store => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const writer = new Database(file, { timeout: patienceAtStart })
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  // A checkpoint holds everyone up for some milliseconds: eight times as seldom as by default. In pages, 32 MiB.
  writer.pragma('wal_autocheckpoint = 8000')
  migrateFile(writer, migrationsFolder)
  writer.pragma(`busy_timeout = ${patienceServing}`)
  const reader = openReader(file)
  const snapshots = openReader(file)

  const queue = createWriteQueue(writer, queryOn(writer), settings)
  const snapshotQuery = queryOn(snapshots)
  let lastSnapshot: Promise<unknown> = Promise.resolve()
  const dataVersion = writer.prepare('PRAGMA data_version').pluck()
  const heads = preparePanelHeads(writer)

  return {
    read: queryOn(reader),
    write: queue.write,
    isHeldUp: queue.isHeldUp,
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
    longSnapshot: <T>(work: (tx: Query) => Promise<T>) => readMoment(file, work),
    onCommit: queue.onCommit,
    foreignVersion: () => dataVersion.get() as number,
    panelHeads: () => heads.all(),
    close: () => {
      // No ANALYZE (nor PRAGMA optimize): taken while a panel is new, its figures would tell the planner for years that a
      // table of four rows is quicker read from end to end.
      for (const connection of [reader, snapshots, writer]) connection.close()
    },
  }
}
