import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DatabaseTooOld, openStore } from '../../db/store'
import { migrationsFolder } from '../support/test-services'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panelroom-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a database is made once, and opening it again changes nothing', () => {
  const file = join(folder, 'panel.db')
  const tables = () => {
    openStore(file, migrationsFolder).close()
    const raw = new Database(file, { readonly: true })
    const all = raw.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all()
    raw.close()
    return all
  }
  const first = tables()
  expect(first.length).toBeGreaterThan(100)
  expect(tables()).toEqual(first)
})

test('a database from before the first release is refused in words, and left as it is', () => {
  const file = join(folder, 'old.db')
  openStore(file, migrationsFolder).close()
  const raw = new Database(file)
  raw.prepare('UPDATE __drizzle_migrations SET hash = ?').run('of another first migration')
  raw.close()
  expect(() => openStore(file, migrationsFolder)).toThrow(DatabaseTooOld)
  expect(() => openStore(file, migrationsFolder)).toThrow(/Move it away/)
  const after = new Database(file, { readonly: true })
  expect(after.prepare('SELECT count(*) FROM areas').pluck().get()).toBe(0)
  after.close()
})

test('migrations are named by time, so that two branches never make the same one', () => {
  const names = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(name).toMatch(/^\d{14}_[a-z_]+\.sql$/)
})
