import { columnsOf, importFiles, importKeys, laterFiles } from './import-columns'

// The text of `--describe`: the contract with whoever fills in the files, made from the same declarations that check
// them.

const preface = `A folder of CSV files: UTF-8, commas, a header line with the names of the columns. Columns may come in any order;
one that is not listed here is an error. A column marked * is required. An empty cell means not recorded.`

const describeFile = (file: (typeof importFiles)[number]): string => {
  const columns = columnsOf(file)
  const width = Math.max(...columns.map(([name]) => name.length)) + 3
  const lines = columns.map(([name, { type, required }]) => {
    const allowed = type.values ? `${type.says}: ${type.values.join(', ')}` : type.says
    return `  ${`${name}${required ? '*' : ''}`.padEnd(width)}${allowed}`
  })
  return [`${file}.csv: ${importKeys[file].once}`, ...lines].join('\n')
}

const later = `Not read yet by this version: ${laterFiles.map((file) => `${file}.csv`).join(', ')}.`

export const describeImport = (): string =>
  [preface, ...importFiles.map(describeFile), later].join('\n\n') + '\n'
