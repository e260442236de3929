import { expect, test } from 'vitest'
import { folderOf, soundFiles } from '../../../tests/support/folder-of'
import { evolve } from '../records/records'
import { ThingSet } from '../things/thing-set'
import { checkFolder } from './check-folder'
import { decideImport } from './decide-import'
import { printFinding } from './finding'

const today = '2026-11-22'
const header = 'incident_ref,panel,person_ref,case_ref,date,kind,gravity,victim_ref,source\n'
const people = `${soundFiles.people.replace('date_of_birth\n', 'date_of_birth,panel\n').replace('1990-01-01\n', '1990-01-01,\n').replace('Dogwood,\n', 'Dogwood,,\n')}P3,Ed,Elder,,North Panel\n`
const withIncidents = (...lines: string[]) => ({
  ...soundFiles,
  people,
  incidents: header + lines.map((line) => `${line}\n`).join(''),
})

const findingsOf = (...lines: string[]) =>
  checkFolder(folderOf(withIncidents(...lines)), new ThingSet(), { today }).findings.map(printFinding)

let next = 0
const importInto = (things: ThingSet, files: Record<string, string>) => {
  const { folder, findings } = checkFolder(folderOf(files), things, { today })
  if (!folder) throw new Error(findings.map(printFinding).join('\n'))
  const records = decideImport(things, folder, {
    now: 0,
    today,
    newId: () => `id-${(next += 1)}`,
    demo: false,
  })
  for (const record of records) things.apply(evolve(things, record))
  return records.length
}

test('an incident belongs to the person it names, or to the person of its case', () => {
  const things = new ThingSet()
  importInto(
    things,
    withIncidents(
      'I1,North Panel,P3,,2026-11-01,threats,threat,,agency_record',
      'I2,North Panel,,C1,2026-11-02,weapon,serious_violence,V1,victim_survivor',
    ),
  )
  const person = (ref: string) => things.all('person').find((one) => one.ref === ref)?.id
  const itsCase = things.all('case').find((one) => one.ref === 'C1')
  expect(things.all('incident')).toMatchObject([
    {
      ref: 'I1',
      personId: person('P3'),
      caseId: null,
      date: '2026-11-01',
      incidentKind: 'threats',
      gravity: 'threat',
      victimRef: null,
      source: 'agency_record',
    },
    { ref: 'I2', personId: person('P1'), caseId: itsCase?.id, victimRef: 'V1', source: 'victim_survivor' },
  ])
})

test('the same file again changes nothing, and a later file adds to what is there', () => {
  const things = new ThingSet()
  const first = 'I1,North Panel,P1,,2026-11-01,threats,threat,,agency_record'
  importInto(things, withIncidents(first))
  expect(importInto(things, withIncidents(first))).toBe(0)
  expect(
    importInto(things, {
      incidents: `${header}I2,North Panel,P1,C1,2026-11-02,threats,control,,agency_record\n`,
    }),
  ).toBe(1)
})

test('a fault anywhere is told with its line and column, and nothing of the folder is taken', () => {
  expect(findingsOf('I1,North Panel,,,2026-11-01,threats,threat,,agency_record')).toEqual([
    'incidents.csv:2 person_ref: is empty, and so is case_ref; write whom the incident is about, or which case it belongs to',
  ])
  expect(findingsOf('I1,North Panel,P1,,2026-11-30,threats,threat,,agency_record')).toEqual([
    'incidents.csv:2 date: 2026-11-30 is in the future; write a date up to today, 2026-11-22',
  ])
  expect(findingsOf('I1,North Panel,P1,,2026-11-01,threats,Serious Violence,,agency_record')).toEqual([
    'incidents.csv:2 gravity: “Serious Violence” is not a known value; write serious_violence',
  ])
  expect(
    findingsOf(
      'I1,North Panel,P1,,2026-11-01,threats,control,,agency_record',
      'I1,North Panel,P1,,2026-11-02,threats,control,,agency_record',
    ),
  ).toEqual([
    'incidents.csv:3 incident_ref: “I1” stands already on line 2; each incident has one line; keep one',
  ])
  expect(findingsOf('I1,North Panel,P9,,2026-11-01,threats,control,,agency_record')).toEqual([
    'incidents.csv:2 person_ref: “P9” is not a person in the area “North”, in people.csv or in the database; add the line, or correct it',
  ])
})

test('an incident of a case is about the man of that case, whether the folder or the database says so', () => {
  const wrong = 'I1,North Panel,P2,C1,2026-11-01,threats,control,,agency_record'
  const said =
    'incidents.csv:2 person_ref: “P2” is not the person of “C1”, who is “P1”; correct one of them, or leave person_ref empty'
  expect(findingsOf(wrong)).toEqual([said])
  const things = new ThingSet()
  importInto(things, withIncidents())
  expect(
    checkFolder(folderOf({ incidents: `${header}${wrong}\n` }), things, { today }).findings.map(printFinding),
  ).toEqual([said])
})
