import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folderOf, soundFiles } from '../../../tests/support/folder-of'
import { evolve } from '../records/records'
import { ThingSet } from '../things/thing-set'
import { checkFolder } from './check-folder'
import { decideImport } from './decide-import'
import { printFinding, type Finding } from './finding'
import { columnsOf, importFiles } from './import-columns'

const today = '2026-11-22'
const nothing = new ThingSet()

const findingsOf = (files: Record<string, string>, existing = nothing) =>
  checkFolder(folderOf(files), existing, { today }).findings.map(printFinding)

const spoilt = (file: keyof typeof soundFiles, text: string) => findingsOf({ ...soundFiles, [file]: text })

/** The sound folder with the text of one file changed in one place. */
const changed = (file: keyof typeof soundFiles, from: string, to: string) => {
  expect(soundFiles[file]).toContain(from)
  return spoilt(file, soundFiles[file].replace(from, to))
}

const imported = () => {
  const things = new ThingSet()
  const { folder } = checkFolder(folderOf(soundFiles), things, { today })
  if (!folder) throw new Error('The sound folder has findings.')
  let next = 0
  const context = { now: 0, today, newId: () => `id-${(next += 1)}`, demo: false }
  for (const record of decideImport(things, folder, context)) things.apply(evolve(things, record))
  return things
}

test('a sound folder has no findings', () => {
  expect(findingsOf(soundFiles)).toEqual([])
})

describe('a cell', () => {
  test('a day that is no day is a finding, and a British date is turned round', () => {
    expect(changed('cases', '2026-01-05', '2026-02-30')).toEqual([
      'cases.csv:2 referred_on: “2026-02-30” is not a date; write year-month-day, for example 2026-03-31',
    ])
    expect(changed('cases', '2026-01-05', '5/1/2026')).toEqual([
      'cases.csv:2 referred_on: “5/1/2026” is not a date; write 2026-01-05',
    ])
    expect(changed('cases', '2026-01-05', '0026-01-05')).toEqual([
      'cases.csv:2 referred_on: “0026-01-05” is not a date; write year-month-day, for example 2026-03-31',
    ])
  })

  test('what has happened cannot lie in the future', () => {
    expect(changed('people', '1990-01-01', '2090-01-01')).toEqual([
      'people.csv:2 date_of_birth: 2090-01-01 is in the future; write a date up to today, 2026-11-22',
    ])
  })

  test('an unknown value names the allowed ones, shortened', () => {
    expect(changed('children', ',none', ',care_order')).toEqual([
      'children.csv:2 plan: “care_order” is not a known value; write one of: child_protection, child_in_need, early_help, none',
    ])
    expect(changed('agencies', 'Police,police', 'Police,army')).toEqual([
      'agencies.csv:2 kind: “army” is not a known value; write one of: police, probation, prison, childrens_social_care, adult_social_care, housing and 11 more (--describe lists them)',
    ])
  })

  test('a value in other words than the format’s is told its right spelling', () => {
    expect(changed('children', ',none', ',Child Protection')).toEqual([
      'children.csv:2 plan: “Child Protection” is not a known value; write child_protection',
    ])
    expect(changed('victims', ',partner', ',Former partner')).toEqual([
      'victims.csv:2 relationship: “Former partner” is not in snake case; write former_partner',
    ])
  })

  test('the name of something every object has is not a value', () => {
    expect(changed('children', ',none', ',constructor')).toHaveLength(1)
    expect(changed('children', ',none', ',__proto__')).toHaveLength(1)
  })

  test('a required cell may not be empty', () => {
    expect(changed('people', 'Carl,Cedar', ' ,Cedar')).toEqual([
      'people.csv:2 given_name: is empty; it is required: text',
    ])
    expect(changed('attendance', 'Police,present', 'Police,')).toEqual([
      'attendance.csv:2 status: is empty; it is required: one of: present, remote, deputy, apologies, apologies_with_information, absent',
    ])
  })

  test('minutes are a whole number and never negative', () => {
    expect(changed('meetings', '60,50', '60,-5')).toEqual([
      'meetings.csv:2 minutes_taken: “-5” is not a whole number from 0 to 1440; write digits only',
    ])
  })

  test('times, e-mail addresses and yes or no have one spelling', () => {
    expect(changed('meetings', '50,10:00', '50,10am')).toEqual([
      'meetings.csv:2 starts_at: “10am” is not a time; write hours and minutes, for example 09:30',
    ])
    expect(changed('members', 'ann@north.example', 'ann')).toEqual([
      'members.csv:2 email: “ann” is not an e-mail address; write it in full, for example name@agency.gov.uk',
    ])
    expect(changed('agencies', 'police,yes', 'police,Y')).toEqual([
      'agencies.csv:2 core: “Y” is not yes or no; write yes or no',
    ])
  })

  test('a finding quotes a cell on one line, shortened, without control characters', () => {
    const long = `"${'x'.repeat(60)}\u001b[2J\n"`
    expect(changed('meetings', '50,10:00', `50,${long}`)).toEqual([
      `meetings.csv:2 starts_at: “${'x'.repeat(40)}…” is not a time; write hours and minutes, for example 09:30`,
    ])
    expect(changed('people', 'Carl', 'Ca\u0007rl')).toEqual([
      'people.csv:2 given_name: “Ca rl” holds a control character; type the cell again',
    ])
    // Not a control character, but no character either: a Word file that held it could not be opened.
    expect(changed('people', 'Carl', 'Ca\uffferl')).toHaveLength(1)
    expect(changed('people', 'Carl', 'Ca\u0000rl')).toHaveLength(1)
  })
})

describe('a file', () => {
  test('an unknown column is an error, not ignored', () => {
    expect(spoilt('children', 'child_ref,case_ref,plan,shoe_size\nK1,C1,none,5\n')).toEqual([
      'children.csv:1 shoe_size: “shoe_size” is not a column of children.csv; the columns are child_ref, case_ref, age_band, plan',
    ])
  })

  test('a required column must be in the header', () => {
    expect(spoilt('attendance', 'meeting_ref,agency\nM1,Police\n')).toEqual([
      'attendance.csv:1 status: is missing from the header; add the column; it is required',
    ])
  })

  test('a column stands once, and has a name', () => {
    expect(spoilt('children', 'child_ref,case_ref,plan,plan,\nK1,C1,none,none,\n')).toEqual([
      'children.csv:1 plan: stands in the header twice, as columns 3 and 4; keep one',
      'children.csv:1: column 5 has no name; name it, or take it out',
    ])
  })

  test('columns come in any order, and an optional one may be left out', () => {
    expect(spoilt('children', 'case_ref,child_ref\nC1,K1\n')).toEqual([])
  })

  test('a file that the format does not have is an error', () => {
    expect(findingsOf({ ...soundFiles, horses: 'name\nDobbin\n' })).toEqual([
      'horses.csv:1: is not a file of the format; the files are panels.csv, agencies.csv, members.csv, people.csv, cases.csv, victims.csv and 7 more (--describe lists them)',
    ])
  })

  test('a file of the format under another spelling is to be renamed', () => {
    const { files } = folderOf({ children: 'child_ref,case_ref\n' })
    const { findings } = checkFolder(
      { files: files.map((file) => ({ ...file, name: 'Children.CSV' })) },
      nothing,
      { today },
    )
    expect(findings.map(printFinding)).toEqual([
      'Children.CSV:1: is not a file of the format; rename it children.csv',
    ])
  })

  test('a file of the format that comes later is told apart', () => {
    expect(findingsOf({ ...soundFiles, sessions: 'case_ref,on,kind\n' })).toEqual([
      'sessions.csv:1: is not read yet by this version; take it out of the folder, and keep it for a later version',
    ])
  })

  test('a folder without files, and a file without a header, say so', () => {
    expect(findingsOf({})).toEqual([
      '(folder):1: holds no CSV file; put files in it named panels.csv, agencies.csv, members.csv, people.csv, cases.csv, victims.csv and 7 more (--describe lists them)',
    ])
    expect(findingsOf({ children: '' })).toEqual([
      'children.csv:1: has no header; begin with the names of its columns: child_ref, case_ref, age_band, plan',
    ])
  })

  test('semicolons between cells are one finding, not one for each column', () => {
    expect(spoilt('children', 'child_ref;case_ref;plan\nK1;C1;none\n')).toEqual([
      'children.csv:1: separates its cells by something else than a comma; save it as CSV with commas',
    ])
  })

  test('a line with too many or too few cells is told once, and others may still refer to it', () => {
    expect(spoilt('people', 'person_ref,given_name,family_name\nP1,Carl,Cedar,1990,x\nP2,Dan\n')).toEqual([
      'people.csv:2: has 5 cells where the header has 3; give each column its cell, and quotation marks to a cell that holds a comma',
      'people.csv:3: has 2 cells where the header has 3; give each column its cell, and quotation marks to a cell that holds a comma',
    ])
  })

  test('lines end as Windows ends them, empty lines and lines of empty cells are passed over', () => {
    expect(
      spoilt('children', '\ufeffchild_ref,case_ref,plan\r\n\r\n"K1",C1,"none"\r\n,,\r\n\r\n\r\n'),
    ).toEqual([])
  })

  test('malformed CSV is a finding, and what refers into the file is not judged by it', () => {
    expect(spoilt('cases', 'case_ref,panel\nC1,"North\n')).toEqual([
      'cases.csv:1 person_ref: is missing from the header; add the column; it is required',
      'cases.csv:1 referral_source: is missing from the header; add the column; it is required',
      'cases.csv:1 referred_on: is missing from the header; add the column; it is required',
      'cases.csv:2: a quotation mark opens here or below and is never closed; close it, or take it out',
    ])
  })
})

describe('a reference', () => {
  test('must stand in the folder or in the database', () => {
    expect(changed('victims', 'V1,C1', 'V1,C9')).toEqual([
      'victims.csv:2 case_ref: “C9” is not a case in cases.csv or in the database; add its line, or correct it',
    ])
    expect(changed('cases', 'North Panel,P1', 'North Panel,P9')).toContain(
      'cases.csv:2 person_ref: “P9” is not a person in the area “North”, in people.csv or in the database; add the line, or correct it',
    )
    expect(changed('agenda', '9,Ann Ash', '9,Ann Oak')).toEqual([
      'agenda.csv:2 presenter: “Ann Oak” is not a member of “North Panel”, in members.csv or in the database; add the line, or correct it',
    ])
    expect(changed('attendance', 'M1,Police', 'M9,Police')).toEqual([
      'attendance.csv:2 meeting_ref: “M9” is not a meeting in meetings.csv or in the database; add its line, or correct it',
    ])
    expect(changed('conflicts', 'North Panel', 'South Panel')).toEqual([
      'conflicts.csv:2 panel: “South Panel” is not a panel in panels.csv or in the database; add the line, or correct the name',
    ])
  })

  test('each of several in a cell is looked for', () => {
    expect(changed('agenda', 'Housing,9', 'Housing;Army; Navy,9')).toEqual([
      'agenda.csv:2 dissenting_agencies: “Army” is not an agency of “North Panel”, in agencies.csv or in the database; add the line, or correct it',
      'agenda.csv:2 dissenting_agencies: “Navy” is not an agency of “North Panel”, in agencies.csv or in the database; add the line, or correct it',
    ])
  })

  test('a fault in a line does not make faults of those that refer to it', () => {
    expect(changed('cases', 'C1,North Panel,P1,police', 'C1,,P1,policeman')).toEqual([
      'cases.csv:2 panel: is empty; it is required: the name of a panel',
      'cases.csv:2 referral_source: “policeman” is not a known value; write one of: police, marac, agency, self_or_family, other',
    ])
  })

  test('a line whose cells have shifted does not make faults of those that refer to it', () => {
    expect(changed('members', 'Ann Ash,ann@north.example,chair', 'Ann Ash,ann@north.example,chair,')).toEqual(
      [
        'members.csv:2: has 6 cells where the header has 5; give each column its cell, and quotation marks to a cell that holds a comma',
      ],
    )
    expect(changed('agenda', 'M2,C2,1,review,', 'M2,C2,1,review,,')).toEqual([
      'agenda.csv:4: has 10 cells where the header has 9; give each column its cell, and quotation marks to a cell that holds a comma',
    ])
  })

  test('what the database has may be referred to without its files', () => {
    const victims = 'victim_ref,case_ref\nV2,C1\n'
    expect(findingsOf({ victims })).toHaveLength(1)
    expect(findingsOf({ victims }, imported())).toEqual([])
  })

  test('a return asks for a case on the agenda', () => {
    expect(changed('returns', 'M2,C2', 'M2,C1')).toEqual([
      'returns.csv:2 case_ref: “C1” is not on the agenda of “M2”; add its line to agenda.csv, or correct it',
    ])
  })

  test('two members of one name cannot be told apart where the name is used', () => {
    const twice = `${soundFiles.members}North Panel,Ann Ash,ann2@north.example,observer,Police\n`
    expect(spoilt('members', twice)).toEqual([
      'agenda.csv:2 presenter: “Ann Ash” is the name of 2 members of the panel; tell their names apart',
    ])
  })

  test('a person without a panel belongs to the panel of the case, and needs one without a case', () => {
    expect(spoilt('people', `${soundFiles.people}P3,Ed,Elm,\n`)).toEqual([
      'people.csv:4 panel: is empty, and no case of cases.csv names “P3”; write the panel',
    ])
  })

  test('two panels may use the same references, as long as each line can be told', () => {
    const two = {
      ...soundFiles,
      panels: `${soundFiles.panels}South Panel,South,marac\n`,
      people:
        'panel,person_ref,given_name,family_name\nNorth Panel,P1,Carl,Cedar\nNorth Panel,P2,Dan,D\nSouth Panel,P1,Ed,Elm\n',
      cases: `${soundFiles.cases}C1,South Panel,P1,marac,2026-01-05,\n`,
    }
    expect(findingsOf(two)).toEqual([
      'victims.csv:2 case_ref: “C1” is a case of several panels (“North Panel”, “South Panel”); import each panel from a folder of its own that has their lines',
      'children.csv:2 case_ref: “C1” is a case of several panels (“North Panel”, “South Panel”); import each panel from a folder of its own that has their lines',
    ])
    const { victims: _victims, children: _children, ...rest } = two
    expect(findingsOf(rest)).toEqual([])
  })
})

describe('a line', () => {
  test('a duplicate key names the first line', () => {
    expect(spoilt('victims', 'victim_ref,case_ref\nV1,C1\nV1,C2\n\nV1,C1\n')).toEqual([
      'victims.csv:5 victim_ref: “C1”, “V1” stands already on line 2; each victim-survivor has one line in each case; keep one',
    ])
    expect(spoilt('panels', `${soundFiles.panels}North Panel,North,marac\n`)).toEqual([
      'panels.csv:3 name: “North Panel” stands already on line 2; each panel has one line; keep one',
    ])
  })

  test('a case comes once on an agenda, and a position is taken once', () => {
    expect(spoilt('agenda', `${soundFiles.agenda}M1,C1,2,review,,,,,\n`)).toEqual([
      'agenda.csv:5 case_ref: “M1”, “C1” stands already on line 2; a case comes once on an agenda; keep one',
      'agenda.csv:5 position: position 2 of “M1” is taken by line 3; give each case a position of its own',
    ])
  })

  test('a position that the database has given away is taken', () => {
    expect(
      findingsOf({ agenda: 'meeting_ref,case_ref,position,kind\nM2,C1,1,review\n' }, imported()),
    ).toEqual([
      'agenda.csv:2 position: position 1 of “M2” is taken by “C2” in the database; give each case a position of its own',
    ])
  })

  test('one address under two names on one panel is a finding', () => {
    expect(
      spoilt('members', `${soundFiles.members}North Panel,Anna Ash,ANN@north.example,chair,Police\n`),
    ).toEqual([
      'members.csv:4 email: “ann@north.example” is “Ann Ash” on line 2 and “Anna Ash” here; one address is one person; correct one of them',
    ])
  })

  test('a member has an agency, unless administrator or evaluator', () => {
    expect(changed('members', 'chair,Police', 'observer,')).toEqual([
      'members.csv:2 agency: is empty for the role observer; write the agency; only administrators and evaluators have none',
    ])
    expect(changed('members', 'chair,Police', 'evaluator,')).toEqual([])
  })

  test('days come in the order of a case', () => {
    const cases =
      'case_ref,panel,person_ref,referral_source,referred_on,assessed_on,accepted_on,not_accepted_on,started_on,completed_on,closed_on'
    expect(
      spoilt(
        'cases',
        `${cases}\nC1,North Panel,P1,police,2026-03-01,2026-02-01,2026-02-02,2026-03-03,2026-03-09,2026-03-08,2026-02-01\nC2,North Panel,P2,police,2026-03-01,,,,,,2026-02-01\n`,
      ),
    ).toEqual([
      'cases.csv:2 assessed_on: 2026-02-01 is before referred_on, 2026-03-01; a case is assessed on or after the day of its referral',
      'cases.csv:2 accepted_on: 2026-02-02 is before referred_on, 2026-03-01; a case is accepted on or after the day of its referral',
      'cases.csv:2 completed_on: 2026-03-08 is before started_on, 2026-03-09; work is completed on or after the day it starts',
      'cases.csv:2 closed_on: 2026-02-01 is before accepted_on, 2026-02-02; a case is closed on or after the day it is accepted',
      'cases.csv:2 not_accepted_on: is given, and so is accepted_on; keep one; a case that comes back later is a new case',
      'cases.csv:3 closed_on: 2026-02-01 is before referred_on, 2026-03-01; a case is closed on or after the day of its referral',
    ])
  })

  test('what explains a result needs the result', () => {
    expect(
      spoilt(
        'cases',
        'case_ref,panel,person_ref,referral_source,referred_on,suitable,unsuitable_reason,closure_reason\nC1,North Panel,P1,police,2026-01-05,yes,denial,custody\nC2,North Panel,P2,police,2026-01-05,,,\n',
      ),
    ).toEqual([
      'cases.csv:2 unsuitable_reason: is given, and suitable is yes; leave it empty, or write no in suitable',
      'cases.csv:2 closure_reason: is given, and closed_on is empty; write the day of closure, or leave it empty',
    ])
    expect(changed('agenda', 'accept,,Housing', ',Why,Housing')).toEqual([
      'agenda.csv:2 brought_back_reason: is given, and the outcome is empty; leave it empty, or write bring_back in outcome',
      'agenda.csv:2 dissenting_agencies: is given, and the outcome is empty; write the outcome they dissent from, or leave it empty',
    ])
    expect(changed('agenda', 'accept,,Housing', 'accept,Why,Housing')).toEqual([
      'agenda.csv:2 brought_back_reason: is given, and the outcome is accept; leave it empty, or write bring_back in outcome',
    ])
  })

  test('an awaited return has not come, and none comes before it is asked for', () => {
    expect(changed('returns', '2026-11-21,returned', '2026-11-21,awaited')).toEqual([
      'returns.csv:2 returned_on: is given, and the state is “awaited”; leave it empty, or write returned or late in state',
    ])
    expect(changed('returns', '2026-11-21', '2026-11-19')).toEqual([
      'returns.csv:2 returned_on: 2026-11-19 is before asked_on, 2026-11-20; a return comes on or after the day it is asked for',
    ])
  })

  test('a panel’s target and a meeting’s agenda have their days in order', () => {
    expect(
      spoilt(
        'panels',
        'name,area,kind,started_on,target_by\nNorth Panel,North,marac,2026-02-01,2026-01-01\n',
      ),
    ).toEqual([
      'panels.csv:2 target_by: 2026-01-01 is before started_on, 2026-02-01; the target is due after the panel starts',
    ])
    expect(
      spoilt(
        'meetings',
        'meeting_ref,panel,date,agenda_circulated_on\nM1,North Panel,2026-07-01,2026-07-02\nM2,North Panel,2026-12-02,\n',
      ),
    ).toEqual([
      'meetings.csv:2 date: 2026-07-01 is before agenda_circulated_on, 2026-07-02; an agenda is circulated before its meeting',
    ])
  })

  test('nothing can have come of a meeting in the future', () => {
    expect(changed('agenda', 'M2,C2,1,review,,,,,', 'M2,C2,1,review,continue,,,5,')).toEqual([
      'agenda.csv:4 outcome: is given for a meeting on 2026-12-02, which is in the future; leave it empty, or correct the date',
      'agenda.csv:4 minutes_taken: is given for a meeting on 2026-12-02, which is in the future; leave it empty, or correct the date',
    ])
    expect(changed('meetings', '2026-12-02,60,', '2026-12-02,60,40')).toEqual([
      'meetings.csv:3 minutes_taken: is given for a meeting on 2026-12-02, which is in the future; leave it empty, or correct the date',
    ])
  })

  test('an outcome of a meeting that the database holds open is recorded in the room, not imported', () => {
    expect(
      findingsOf(
        { agenda: 'meeting_ref,case_ref,position,kind,outcome\nM2,C1,5,review,continue\n' },
        imported(),
      ),
    ).toEqual([
      'agenda.csv:2 outcome: is given for a meeting that the database has and has not closed; leave it empty and record it in the meeting',
    ])
  })
})

test('every finding is told, and none stops the others', () => {
  const findings = findingsOf({
    panels: 'name,area,kind\nNorth Panel,,club\n',
    cases: 'case_ref,panel,person_ref,referral_source,referred_on\nC1,South Panel,P1,police,yesterday\n',
    victims: 'victim_ref,case_ref\nV1,C9\n',
    horses: 'x\n',
  })
  expect(findings.map((finding) => finding.slice(0, finding.indexOf(': ')))).toEqual([
    'panels.csv:2 area',
    'panels.csv:2 kind',
    'cases.csv:2 referred_on',
    'cases.csv:2 panel',
    'victims.csv:2 case_ref',
    'horses.csv:1',
  ])
})

describe('whatever stands in the files', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'yes',
      'C1',
      'P1',
      'M1',
      'North Panel',
      'Police',
      '2026-01-05',
      '2026-12-02',
      '1',
      'new',
      'accept',
    ),
    fc.constantFrom('__proto__', 'constructor', 'toString', ';;', '-1', '9'.repeat(400), '\u0000', '\ud800'),
    fc.string({ unit: 'binary' }),
  )
  const headerCell = fc.oneof(
    fc.constantFrom(...importFiles.flatMap((file) => columnsOf(file).map(([name]) => name))),
    cell,
  )
  const row = fc.record({ line: fc.nat(), cells: fc.array(cell, { maxLength: 12 }) })
  const anyFile = fc.record({
    name: fc.oneof(fc.constantFrom(...importFiles.map((file) => `${file}.csv`)), fc.string({ minLength: 1 })),
    header: fc.array(headerCell, { maxLength: 12 }),
    rows: fc.array(row, { maxLength: 6 }),
    faults: fc.constant<Finding[]>([]),
  })
  /** A file with its own header, so that the rules behind the header are reached. */
  const likelyFile = fc.constantFrom(...importFiles).chain((file) => {
    const header = columnsOf(file).map(([name]) => name)
    const cells = fc.array(cell, { minLength: header.length, maxLength: header.length })
    return fc.record({
      name: fc.constant(`${file}.csv`),
      header: fc.constant(header),
      rows: fc.array(fc.record({ line: fc.nat(), cells }), { maxLength: 6 }),
      faults: fc.constant<Finding[]>([]),
    })
  })

  test('the answer is findings or a folder, never an exception', () => {
    const existing = imported()
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyFile, likelyFile), { maxLength: 10 }),
        fc.boolean(),
        (files, withThings) => {
          const { findings, folder } = checkFolder({ files }, withThings ? existing : nothing, { today })
          expect(folder === null).toBe(findings.length > 0)
          for (const finding of findings) expect(printFinding(finding)).toMatch(/^[^\n]+:\d+.*: .+; .+$/)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('one spoilt cell gives a finding or a folder that can be decided', () => {
    const files = folderOf(soundFiles).files
    const place = fc.record({ file: fc.nat(), row: fc.nat(), column: fc.nat(), text: cell })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), (places) => {
        const raw = structuredClone({ files })
        for (const { file, row: at, column, text } of places) {
          const rows = raw.files[file % raw.files.length]?.rows ?? []
          const cells = rows[at % rows.length]?.cells ?? []
          cells[column % cells.length] = text
        }
        const { folder } = checkFolder(raw, nothing, { today })
        if (folder) {
          const context = { now: 0, today, newId: () => 'one', demo: false }
          expect(decideImport(nothing, folder, context).length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })
})
