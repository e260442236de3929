import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHotRows } from '../../db/hot-rows'
import type { Query } from '../../db/store'
import { everyLoad, loaderNames } from '../support/every-load'
import { referred } from '../support/referrals'
import { openSmallMeeting, type TestPanel } from '../support/small-panel'

// What is past piles up over the years and over the panels of an area. No page may read a table from end to end to find
// what belongs to one panel: it finds it by an index, so that ten years behind it do not count (docs/performance.md).

let panel: TestPanel
let referralId: string
let raw: Database.Database
const asked: { sql: string; params: unknown[] }[] = []
let tx: Query

beforeAll(async () => {
  panel = await openSmallMeeting()
  referralId = (await referred(panel)).referralId
  raw = new Database(panel.file, { readonly: true })
  const builder = drizzle(raw, {
    casing: 'snake_case',
    logger: { logQuery: (sql, params) => void asked.push({ sql, params }) },
  })
  tx = Object.assign(builder, createHotRows(raw, builder as never)) as unknown as Query
})
afterAll(async () => {
  raw.close()
  await panel.close()
})

/** Tables read from end to end, and the query that does. */
const scans = () =>
  asked.flatMap(({ sql, params }) =>
    (raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[])
      .filter(({ detail }) => /^SCAN (?!CONSTANT)/.test(detail))
      .map(({ detail }) => `${detail}: ${sql.slice(0, 40)} … ${sql.slice(sql.indexOf(' where '))}`),
  )

test.each(loaderNames)('%s finds its rows by an index', async (name) => {
  asked.length = 0
  for (const { load } of everyLoad(panel, { accepted: referralId, open: referralId })[name] ?? [])
    await load(tx)
  expect(asked.length).toBeGreaterThan(0)
  expect(scans()).toEqual([])
})
