import { resolve } from 'node:path'
import { describeImport } from '../../app/domain/importing/describe-import'
import { localDay } from '../../app/domain/dates/local-time'
import { readDatabaseFile } from '../environment'
import { handOver } from '../import/hand-over'
import { importFiles, type ImportReport } from '../import/import-folder'
import { csvFilesIn, type FoundFile } from '../import/read-folder'
import { openForCommand } from './open-for-command'

// npm run import -- DIR [--check] | --describe
// The server that runs on the database does it; where none runs, this process does.

const importHere = async (databaseFile: string, files: readonly FoundFile[], checkOnly: boolean) => {
  const { store, execute, close } = openForCommand(databaseFile)
  try {
    return await importFiles(files, { store, execute, today: localDay(Date.now()), demo: false, checkOnly })
  } finally {
    close()
  }
}

const print = ({ counts, findings, records }: ImportReport, checkOnly: boolean): number => {
  for (const [file, rows] of Object.entries(counts)) process.stdout.write(`${file}: ${rows} rows\n`)
  if (findings.length > 0) {
    process.stderr.write(`${findings.join('\n')}\n${findings.length} findings; nothing was changed.\n`)
    return 1
  }
  process.stdout.write(
    checkOnly ? 'Checked: nothing is wrong. Nothing was changed.\n' : `Imported: ${records} records.\n`,
  )
  return 0
}

const main = async (words: string[]): Promise<number> => {
  if (words.includes('--describe')) {
    process.stdout.write(`${describeImport()}\n`)
    return 0
  }
  const directory = words.find((word) => !word.startsWith('--'))
  if (!directory) {
    process.stderr.write(
      'Name the folder: npm run import -- DIR. With --check it only checks; --describe prints the format.\n',
    )
    return 1
  }
  const databaseFile = resolve(process.cwd(), readDatabaseFile(process.env))
  const checkOnly = words.includes('--check')
  const files = await csvFilesIn(resolve(process.env.INIT_CWD ?? process.cwd(), directory))
  const report =
    (await handOver(databaseFile, files, checkOnly)) ?? (await importHere(databaseFile, files, checkOnly))
  return print(report, checkOnly)
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
