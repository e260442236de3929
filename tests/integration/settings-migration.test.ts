import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

// Settings that stood on the panel and its agencies before they were versioned come into the policy: nothing is lost.

const directory = join(import.meta.dirname, '../../db/migrations')
const { entries } = JSON.parse(readFileSync(join(directory, 'meta/_journal.json'), 'utf8')) as {
  entries: { tag: string }[]
}

const migrate = (database: Database.Database, tags: readonly string[]) => {
  for (const tag of tags) {
    for (const statement of readFileSync(join(directory, `${tag}.sql`), 'utf8').split(
      '--> statement-breakpoint',
    ))
      database.exec(statement)
  }
}

test('the settings of a panel become the next version of its policy, and meetings that were held keep it', () => {
  const tags = entries.map(({ tag }) => tag)
  const at = tags.indexOf('0015_one_place_for_settings')
  const database = new Database(':memory:')
  migrate(database, tags.slice(0, at))
  const statement = 'It’s “confidential”.'
  database.exec(`
    INSERT INTO areas VALUES ('R', 'Ashford');
    INSERT INTO panels (id, area_id, name, kind, caseload_limit, sandbox, quorum, usual_time, usual_place, second_factor_required, confidentiality_statement, criteria_version) VALUES
      ('P', 'R', 'Ashford Panel', 'matac', 25, 0, 5, '13:30', 'Town Hall', 1, '${statement}', 1),
      ('Q', 'R', 'Brook Panel', 'matac', NULL, 0, 2, '10:00', '', 0, 'Brook.', 1);
    INSERT INTO agencies (id, panel_id, name, kind, core) VALUES ('b', 'P', 'Police', 'police', 1), ('a', 'P', 'Housing', 'housing', 1), ('c', 'P', 'Health', 'primary_care', 0);
    INSERT INTO policies VALUES ('V', 'P', 1, '{"noticeWorkingDays":6,"returnReasons":["No name"]}', 'Agreed.', 1, 'M');
    INSERT INTO meetings (id, panel_id, ref, date, starts_at, venue, minutes_planned, status, opened_at, opened_by, step, trail) VALUES
      ('H', 'P', 'Held', '2026-01-01', '10:00', '', 60, 'closed', 1, 'M', 'introduce', '[]'),
      ('N', 'P', 'Next', '2026-02-01', '10:00', '', 60, 'planned', NULL, NULL, 'introduce', '[]');
    INSERT INTO attendances (id, panel_id, meeting_id, status, accepted_at) VALUES ('x', 'P', 'H', 'present', 1), ('y', 'P', 'H', 'absent', NULL);
  `)
  migrate(database, tags.slice(at))
  const versions = database
    .prepare('SELECT version, "values" AS adopted FROM policies WHERE panel_id = ? ORDER BY version')
    .all('P') as { version: number; adopted: string }[]
  expect(versions.map(({ version, adopted }) => [version, JSON.parse(adopted) as unknown])).toEqual([
    [1, { noticeWorkingDays: 6, returnReasons: ['No name'] }],
    [
      2,
      {
        noticeWorkingDays: 6,
        returnReasons: ['No name'],
        quorum: 5,
        usualTime: '13:30',
        usualPlace: 'Town Hall',
        caseloadLimit: 25,
        confidentialityStatement: statement,
        coreAgencyIds: ['a', 'b'],
      },
    ],
  ])
  expect(
    database
      .prepare(
        "SELECT json_extract(\"values\", '$.caseloadLimit') AS n, json_extract(\"values\", '$.coreAgencyIds') AS core FROM policies WHERE panel_id = 'Q'",
      )
      .get(),
  ).toEqual({ n: 0, core: '[]' })
  expect(database.prepare('SELECT id, policy_version AS v FROM meetings ORDER BY id').all()).toEqual([
    { id: 'H', v: 2 },
    { id: 'N', v: null },
  ])
  expect(database.prepare('SELECT id, accepted_version AS v FROM attendances ORDER BY id').all()).toEqual([
    { id: 'x', v: 2 },
    { id: 'y', v: null },
  ])
  database.close()
})
