import type Database from 'better-sqlite3'
import { eq, getTableColumns, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

// The two queries that every command makes many times, compiled once for each table instead of at each call: building
// their text was a third of a command's time (docs/performance.md). The text is still the query builder's own, and the
// rows go through the columns' own mapping; another dialect would bring its own version of these two.

export interface HotRows {
  insertRow<T extends SQLiteTable>(table: T, row: InferInsertModel<T>): Promise<void>
  /** The row whose `column`, which must be unique, has this value. */
  rowBy<T extends SQLiteTable>(
    table: T,
    column: SQLiteColumn,
    value: string,
  ): Promise<InferSelectModel<T> | undefined>
}

type Row = Record<string, unknown>

export const createHotRows = (
  raw: Database.Database,
  builder: BetterSQLite3Database<Record<string, unknown>>,
): HotRows => {
  const inserts = new Map<SQLiteTable, { statement: Database.Statement; columns: [string, SQLiteColumn][] }>()
  const selects = new Map<
    SQLiteColumn,
    { statement: Database.Statement; columns: [string, SQLiteColumn][] }
  >()
  const columnsOf = (table: SQLiteTable) => Object.entries(getTableColumns(table)) as [string, SQLiteColumn][]

  const insertInto = (table: SQLiteTable) => {
    const columns = columnsOf(table)
    const example = Object.fromEntries(columns.map(([name]) => [name, '']))
    return {
      statement: raw.prepare(
        builder
          .insert(table)
          .values(example as never)
          .toSQL().sql,
      ),
      columns,
    }
  }
  const selectFrom = (table: SQLiteTable, column: SQLiteColumn) => {
    const sql = builder.select().from(table).where(eq(column, '')).toSQL().sql
    return { statement: raw.prepare(sql).raw(), columns: columnsOf(table) }
  }

  return {
    insertRow: (table, row) => {
      let prepared = inserts.get(table)
      if (!prepared) inserts.set(table, (prepared = insertInto(table)))
      const values = prepared.columns.map(([name, column]) => {
        const value = (row as Row)[name]
        return value === null || value === undefined ? null : column.mapToDriverValue(value)
      })
      prepared.statement.run(...values)
      return Promise.resolve()
    },
    rowBy: (table, column, value) => {
      let prepared = selects.get(column)
      if (!prepared) selects.set(column, (prepared = selectFrom(table, column)))
      const found = prepared.statement.get(value) as unknown[] | undefined
      if (!found) return Promise.resolve(undefined)
      const row: Row = {}
      prepared.columns.forEach(([name, of], index) => {
        const cell = found[index]
        row[name] = cell === null ? null : of.mapFromDriverValue(cell)
      })
      return Promise.resolve(row as never)
    },
  }
}
