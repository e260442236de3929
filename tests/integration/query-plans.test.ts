import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHotRows } from '../../db/hot-rows'
import type { Query } from '../../db/store'
import { loadCandidates } from '../../db/things/load-candidates'
import { loadDueCases } from '../../db/things/load-due-cases'
import { loadFollowUp } from '../../db/things/load-follow-up'
import { loadHome } from '../../db/things/load-home'
import { loadPanelStanding } from '../../db/things/load-panel-standing'
import { loadCaseFile, loadCaseList } from '../../db/things/load-case'
import { loadPanel } from '../../db/things/load-panel'
import { loadPeople } from '../../db/things/load-people'
import { loadReferrals } from '../../db/things/load-referral'
import { loadRoom } from '../../db/things/load-room'
import { openSmallMeeting, type TestPanel } from '../support/small-panel'

// What is past piles up over the years and over the panels of an area. No page may read a table from end to end to find
// what belongs to one panel: it finds it by an index, so that ten years behind it do not count (docs/performance.md).

let panel: TestPanel
let raw: Database.Database
const asked: { sql: string; params: unknown[] }[] = []
let tx: Query

beforeAll(async () => {
  panel = await openSmallMeeting()
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

const readsOf = (): Record<string, () => Promise<unknown>> => ({
  home: () => loadHome(tx, panel.panelId),
  inbox: () => loadFollowUp(tx, panel.panelId),
  'what is due': () => loadDueCases(tx, panel.panelId),
  'cases to list': () => loadCaseList(tx, panel.panelId),
  panel: () => loadPanel(tx, panel.panelId),
  'panel standing': () => loadPanelStanding(tx, panel.panelId, () => 6),
  room: () => loadRoom(tx, panel.meetingId),
  'case file': () => loadCaseFile(tx, panel.cases.A1),
  people: () => loadPeople(tx, panel.panelId),
  referrals: () => loadReferrals(tx, panel.panelId),
  candidates: () => loadCandidates(tx, panel.panelId, '2026-01-01'),
})

/** Tables read from end to end, and the query that does. */
const scans = () =>
  asked.flatMap(({ sql, params }) =>
    (raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[])
      .filter(({ detail }) => /^SCAN (?!CONSTANT)/.test(detail))
      .map(({ detail }) => `${detail}: ${sql.slice(0, 40)} … ${sql.slice(sql.indexOf(' where '))}`),
  )

test.each(Object.keys(readsOf()))('%s finds its rows by an index', async (name) => {
  asked.length = 0
  await readsOf()[name]?.()
  expect(asked.length).toBeGreaterThan(0)
  expect(scans()).toEqual([])
})
