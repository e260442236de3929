import {
  type AnySQLiteColumn,
  type SQLiteTable,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text as sqliteText,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

// The columns that the schema is written in. Only what SQLite and PostgreSQL share stands here, so that a second kit of
// the same names can carry the same schema to PostgreSQL (decision 0003). Columns are never null unless they say so.

export const table = sqliteTable
export { index, primaryKey, uniqueIndex }
export type { AnySQLiteColumn as AnyColumn, SQLiteTable as Table }

/** One table for each kind, whose rows are its things: what a subject's tables must be. */
export type TablesOf<Kinds> = { [K in keyof Kinds]: SQLiteTable & { $inferSelect: Kinds[K] } }

export const text = <T extends string = string>() => sqliteText().$type<T>().notNull()
export const textOrNull = <T extends string = string>() => sqliteText().$type<T>()
export const int = () => integer().notNull()
export const intOrNull = () => integer()
export const bool = () => integer({ mode: 'boolean' }).notNull()
export const boolOrNull = () => integer({ mode: 'boolean' })
/** Milliseconds since 1970, UTC. */
export const instant = () => integer({ mode: 'number' }).notNull()
export const instantOrNull = () => integer({ mode: 'number' })
export const json = <T>() => sqliteText({ mode: 'json' }).$type<T>().notNull()
export const jsonOrNull = <T>() => sqliteText({ mode: 'json' }).$type<T>()
export const key = () => sqliteText().primaryKey()
