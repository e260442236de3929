import { expect, test } from 'vitest'
import { agencyKinds } from '../catalogues/panel'
import { describeImport } from './describe-import'
import { columnsOf, importFiles, laterFiles } from './import-columns'

const sectionOf = (file: string) =>
  describeImport()
    .split('\n\n')
    .find((section) => section.startsWith(`${file}.csv:`)) ?? ''

test('the description names every file with every column, and marks the required ones', () => {
  for (const file of importFiles) {
    const lines = sectionOf(file).split('\n').slice(1)
    expect(lines.map((line) => line.trim().split(/\s+/)[0])).toEqual(
      columnsOf(file).map(([name, { required }]) => (required ? `${name}*` : name)),
    )
  }
})

test('the description lists every allowed value', () => {
  expect(sectionOf('agencies')).toContain(`one of: ${Object.keys(agencyKinds).join(', ')}`)
})

test('the description says which files are not read yet', () => {
  for (const file of laterFiles) expect(describeImport()).toContain(`${file}.csv`)
})

test('a file reads as a table', () => {
  expect(sectionOf('children')).toBe(
    `children.csv: each child has one line in each case
  child_ref*  text
  case_ref*   a case_ref
  age_band    a value in snake case, for example white_british
  plan        one of: child_protection, child_in_need, early_help, none`,
  )
})
