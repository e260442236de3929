import { expect, test } from 'vitest'
import { folderOf } from '../../../tests/support/folder-of'
import { evolve } from '../records/records'
import { ThingSet } from '../things/thing-set'
import { checkFolder } from './check-folder'
import { decideImport } from './decide-import'
import { printFinding } from './finding'
import { columnsOf, importFiles, importKeys, type ColumnOf, type ImportFile } from './import-columns'

// A spreadsheet is put right and imported again. Whoever a line was about is who it is about: a second victim-survivor would
// mean a second safety check, and a second man that nobody sees his first case.

const today = '2026-11-22'
let next = 0
const importInto = (things: ThingSet, files: Record<string, string>) => {
  const { folder, findings } = checkFolder(folderOf(files), things, { today })
  if (!folder) return findings.map(printFinding)
  const records = decideImport(things, folder, {
    now: 0,
    today,
    newId: () => `id-${(next += 1)}`,
    demo: false,
  })
  for (const record of records) things.apply(evolve(things, record))
  return records.map((record) => (record.kind === 'imported' ? record.body.thingKind : record.kind))
}

/** A line of each file, before and after each of its cells was put right; what tells lines apart is not among them. */
const lines: { [F in ImportFile]: { [C in ColumnOf<F>]?: readonly [before: string, after: string] } } = {
  panels: {
    area: ['North', 'Northern'],
    kind: ['perpetrator_panel', 'marac'],
    started_on: ['2025-01-01', '2025-02-01'],
    target_accepted: ['10', '12'],
    target_by: ['2027-01-01', '2027-02-01'],
    caseload_limit: ['25', '30'],
    sandbox: ['no', 'yes'],
    quorum: ['1', '2'],
    usual_time: ['10:00', '11:00'],
    usual_place: ['Town Hall', 'Library'],
  },
  agencies: { kind: ['police', 'probation'], core: ['yes', 'no'] },
  members: {
    name: ['Ann Ash', 'Anne Ash'],
    role: ['chair', 'coordinator'],
    agency: ['Police', 'Housing'],
    job_title: ['Inspector', 'Chief inspector'],
  },
  people: {
    panel: ['', 'North Panel'],
    given_name: ['Carl', 'Karl'],
    family_name: ['Cedar', 'Ceder'],
    aliases: ['Charlie', 'Charlie;Chas'],
    date_of_birth: ['1990-01-01', '1990-10-01'],
    gender: ['man', 'not_known'],
    ethnicity: ['white_british', 'not_known'],
    first_language: ['English', 'Polish'],
  },
  cases: {
    referral_source: ['police', 'agency'],
    referring_agency: ['Police', 'Housing'],
    referred_on: ['2026-01-05', '2026-01-06'],
    assessed_on: ['2026-01-20', '2026-01-21'],
    suitable: ['', 'yes'],
    unsuitable_reason: ['', ''],
    accepted_on: ['2026-02-04', '2026-02-05'],
    not_accepted_on: ['', ''],
    started_on: ['2026-03-01', '2026-03-02'],
    completed_on: ['2026-10-01', '2026-10-02'],
    mode: ['direct', 'indirect'],
    first_direct_contact_on: ['2026-03-05', '2026-03-06'],
    contact_status: ['direct_contact', 'pre_closure'],
    engagement: ['fully', 'partially'],
    case_manager: ['Bo Birch', 'Ann Ash'],
    idva: ['Ann Ash', 'Bo Birch'],
    aces: ['3', '4'],
    closed_on: ['2026-10-10', '2026-10-11'],
    closure_reason: ['work_completed', 'custody'],
    engagement_at_closure: ['fully', 'partially'],
    referral_reason: ['High harm', 'Serial harm'],
    risk_level: ['high', 'medium'],
    dash_count: ['15', '16'],
  },
  victims: {
    age_band: ['25_34', '35_44'],
    gender: ['woman', 'not_known'],
    ethnicity: ['white_british', 'not_known'],
    relationship: ['partner', 'former_partner'],
  },
  children: { age_band: ['5_9', '10_15'], plan: ['none', 'early_help'] },
  incidents: {
    date: ['2026-11-01', '2026-11-02'],
    kind: ['threats', 'weapon'],
    gravity: ['threat', 'violence'],
    victim_ref: ['V1', 'V2'],
    source: ['agency_record', 'third_party'],
  },
  meetings: {
    date: ['2026-07-01', '2026-07-02'],
    minutes_planned: ['60', '90'],
    minutes_taken: ['50', '55'],
    agenda_circulated_on: ['2026-06-20', '2026-06-21'],
    starts_at: ['10:00', '11:00'],
    place: ['Town Hall', 'Library'],
  },
  agenda: {
    position: ['1', '3'],
    kind: ['new', 'review'],
    outcome: ['bring_back', 'accept'],
    brought_back_reason: ['Too little is known', 'Nobody came'],
    dissenting_agencies: ['Housing', 'Police'],
    minutes_taken: ['9', '10'],
    presenter: ['Ann Ash', 'Bo Birch'],
    minutes_planned: ['8', '6'],
  },
  attendance: { status: ['present', 'apologies'] },
  returns: {
    asked_on: ['2026-06-01', '2026-06-02'],
    returned_on: ['2026-06-20', '2026-06-21'],
    state: ['returned', 'late'],
  },
  conflicts: { declared_on: ['2026-11-20', '2026-11-21'], reason: ['A neighbour', 'A cousin'] },
}

/** What tells the line apart, the same each time. */
const keys: { [F in ImportFile]: { [C in ColumnOf<F>]?: string } } = {
  panels: { name: 'North Panel' },
  agencies: { panel: 'North Panel', name: 'Police' },
  members: { panel: 'North Panel', email: 'ann@north.example' },
  people: { person_ref: 'P1' },
  cases: { case_ref: 'C1', panel: 'North Panel', person_ref: 'P1' },
  victims: { victim_ref: 'V1', case_ref: 'C1' },
  children: { child_ref: 'K1', case_ref: 'C1' },
  incidents: { incident_ref: 'I1', panel: 'North Panel', person_ref: 'P1', case_ref: 'C1' },
  meetings: { meeting_ref: 'M1', panel: 'North Panel' },
  agenda: { meeting_ref: 'M1', case_ref: 'C1' },
  attendance: { meeting_ref: 'M1', agency: 'Police' },
  returns: { meeting_ref: 'M1', case_ref: 'C1', agency: 'Police' },
  conflicts: { case_ref: 'C1', member: 'Bo Birch', panel: 'North Panel' },
}

/** Others that these lines refer to, without which they would not stand. */
const others: Partial<Record<ImportFile, Record<string, string>>> = {
  agencies: { panel: 'North Panel', name: 'Housing', kind: 'housing', core: 'no' },
  members: {
    panel: 'North Panel',
    name: 'Bo Birch',
    email: 'bo@north.example',
    role: 'representative',
    agency: 'Housing',
  },
}

/** What cannot stay beside the cell that is put right. */
const along: Partial<Record<string, Record<string, string>>> = {
  'agenda outcome': { brought_back_reason: '' },
}

const csv = (rows: readonly Record<string, string>[], columns: readonly string[]) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.join()}\n`)
    .join('')

/** The folder with one cell put right, or none. A name that others refer to is put right wherever it stands. */
const folder = (right?: { file: ImportFile; column: string }): Record<string, string> => {
  const files = Object.fromEntries(
    importFiles.map((file) => {
      const cells = Object.entries(lines[file] as Record<string, readonly [string, string]>).map(
        ([column, [before, after]]) =>
          [column, right?.file === file && right.column === column ? after : before] as const,
      )
      const row = {
        ...(keys[file] as Record<string, string>),
        ...Object.fromEntries(cells),
        ...(right?.file === file ? along[`${file} ${right.column}`] : {}),
      }
      const other = others[file]
      return [
        file,
        csv(
          [row, ...(other ? [other] : [])],
          columnsOf(file).map(([column]) => column),
        ),
      ]
    }),
  )
  return right?.file === 'members' && right.column === 'name'
    ? Object.fromEntries(
        Object.entries(files).map(([file, text]) => [file, text.replaceAll('Ann Ash', 'Anne Ash')]),
      )
    : files
}

test('every column is either what tells lines apart or refers, or is put right here', () => {
  for (const file of importFiles) {
    const named = [...Object.keys(keys[file]), ...Object.keys(lines[file])]
    expect({ file, columns: named.sort() }).toEqual({
      file,
      columns: columnsOf(file)
        .map(([column]) => column)
        .sort(),
    })
    for (const key of importKeys[file].key) expect(Object.keys(keys[file])).toContain(key)
  }
})

const everyCell = importFiles.flatMap((file) =>
  Object.entries(lines[file] as Record<string, readonly [string, string]>)
    .filter(([, [before, after]]) => before !== after)
    .map(([column]) => [file, column] as const),
)

test.each(everyCell)('%s: %s is put right, and no second thing is made', (file, column) => {
  const things = new ThingSet()
  expect(new Set(importInto(things, folder())).size).toBeGreaterThan(14)
  expect(importInto(things, folder({ file, column }))).toEqual([])
})
