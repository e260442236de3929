import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { checkFolder } from '../../app/domain/importing/check-folder'
import { decideImport } from '../../app/domain/importing/decide-import'
import { printFinding } from '../../app/domain/importing/finding'
import { atOnce } from '../../app/domain/importing/pieces'
import { evolve } from '../../app/domain/records/records'
import { ThingSet } from '../../app/domain/things/thing-set'
import { csvFilesIn, readCsv, readCsvInPieces } from './read-folder'

const demo = join(import.meta.dirname, '../../db/demo')
const today = '2026-11-22'
const csv = (text: string) => readCsv('cases.csv', new TextEncoder().encode(text))
const faultsOf = (bytes: Uint8Array) => readCsv('cases.csv', bytes).faults.map(printFinding)

const made: string[] = []
afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true })
})
const directoryWith = async (files: Record<string, string>) => {
  const directory = await mkdtemp(join(tmpdir(), 'import-'))
  made.push(directory)
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)
  return directory
}

test('each row has the number of the line it starts on, past quoted line breaks and empty lines', () => {
  const { header, rows } = csv('\ufeffa,b\r\n1,"x\r\ny, ""z"""\r\n\r\n2,3\r\n4\r\n\r\n')
  expect(header).toEqual(['a', 'b'])
  expect(rows).toEqual([
    { line: 2, cells: ['1', 'x\ny, "z"'] },
    { line: 5, cells: ['2', '3'] },
    { line: 6, cells: ['4'] },
  ])
})

test('a quotation mark that is never closed is a finding on the line where the trouble starts', () => {
  expect(faultsOf(Buffer.from('a,b\n1,2\n3,"x\n4,5\n6,7'))).toEqual([
    'cases.csv:3: a quotation mark opens here or below and is never closed; close it, or take it out',
  ])
})

test('a quotation mark inside a cell is a finding', () => {
  const mend = 'put the whole cell in quotation marks and double each mark inside it'
  expect(faultsOf(Buffer.from('a,b\n1,2\n3,x"y"\n'))).toEqual([
    `cases.csv:3: a quotation mark stands inside a cell; ${mend}`,
  ])
  expect(faultsOf(Buffer.from('a,b\n1,2\n3,"x"y\n'))).toEqual([
    `cases.csv:3: a quotation mark stands inside a cell; ${mend}`,
  ])
})

test('a file that is not UTF-8 is a finding on its first bad line', () => {
  expect(faultsOf(Buffer.from('a,b\n1,caf\u00e9\n', 'latin1'))).toEqual([
    'cases.csv:2: is not UTF-8 text; save the file again as CSV UTF-8',
  ])
  expect(faultsOf(Buffer.from('\ufeffa,b\n', 'utf16le'))).toEqual([
    'cases.csv:1: is not UTF-8 text; save the file again as CSV UTF-8',
  ])
})

test('any bytes at all are read into rows or findings', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a') }),
      ),
      (input) => {
        const file = readCsv('cases.csv', typeof input === 'string' ? Buffer.from(input) : input)
        const { findings } = checkFolder({ files: [file] }, new ThingSet(), { today })
        expect(findings.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})

test('a directory gives its CSV files and nothing else', async () => {
  const directory = await directoryWith({ 'cases.csv': 'a\n', 'README.md': '# Hello', 'Horses.CSV': 'b\n' })
  const files = await csvFilesIn(directory)
  expect(files.map((file) => file.name)).toEqual(['Horses.CSV', 'cases.csv'])
})

test('read some lines at a time, a file is what it is when read at once: its cells, its lines and its faults', () => {
  const line = fc.constantFrom('a,b', '"a,b"', '"a\nb",c', '"a""b"', 'a"b', '"a"b', '"', '', ' ', ',,')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a'), maxLength: 40 }),
      ),
      fc.integer({ min: 1, max: 20 }),
      (text, length) => {
        const bytes = new TextEncoder().encode(text)
        const whole = atOnce(readCsvInPieces('cases.csv', bytes, Infinity))
        expect(atOnce(readCsvInPieces('cases.csv', bytes, length))).toEqual(whole)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('the demonstration has no findings, comes in whole, and the second time changes nothing', async () => {
  const things = new ThingSet()
  let next = 0
  const context = {
    now: Date.parse('2026-11-22T08:00:00Z'),
    today,
    newId: () => `id-${(next += 1)}`,
    demo: true,
  }
  const importDemo = async () => {
    const files = (await csvFilesIn(demo)).map(({ name, bytes }) => readCsv(name, bytes))
    const { findings, folder } = checkFolder({ files }, things, { today })
    expect(findings.map(printFinding)).toEqual([])
    const records = folder ? decideImport(things, folder, context) : []
    for (const record of records) things.apply(evolve(things, record))
    return records
  }
  expect((await importDemo()).length).toBeGreaterThan(0)
  const count = (kind: Parameters<typeof things.all>[0]) => things.all(kind).length
  expect({
    areas: count('area'),
    panels: count('panel'),
    agencies: count('agency'),
    accounts: count('account'),
    members: count('member'),
    people: count('person'),
    cases: count('case'),
    victims: count('victim'),
    children: count('child'),
    incidents: count('incident'),
    meetings: count('meeting'),
    items: count('item'),
    attendance: count('attendance'),
    returns: count('agencyReturn'),
    conflicts: count('conflict'),
  }).toEqual({
    areas: 2,
    panels: 3,
    agencies: 20,
    accounts: 28,
    members: 34,
    people: 62,
    cases: 59,
    victims: 65,
    children: 59,
    incidents: 52,
    meetings: 8,
    items: 91,
    attendance: 45,
    returns: 170,
    conflicts: 1,
  })
  expect(things.all('meeting').map(({ ref, status }) => `${ref} ${status}`)).toEqual([
    'CRO-2026-09-30 closed',
    'CRO-2026-10-14 closed',
    'CRO-2026-10-28 closed',
    'CRO-2026-11-11 closed',
    'CRO-2026-11-25 planned',
    'SAN-2026-10-29 closed',
    'SAN-2026-11-26 planned',
    'TRA-2026-12-02 planned',
  ])
  expect(await importDemo()).toEqual([])
})
