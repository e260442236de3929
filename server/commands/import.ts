import { resolve } from 'node:path'
import { describeImport } from '../../app/domain/importing/describe-import'
import { localDay } from '../../app/domain/dates/local-time'
import { readDatabaseFile } from '../environment'
import { importFolder } from '../import/import-folder'
import { openForCommand } from './open-for-command'

// npm run import -- DIR [--check] | --describe

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
  const { store, execute, close } = openForCommand(readDatabaseFile(process.env))
  try {
    const report = await importFolder(resolve(process.env.INIT_CWD ?? process.cwd(), directory), {
      store,
      execute,
      today: localDay(Date.now()),
      demo: false,
      checkOnly: words.includes('--check'),
    })
    for (const [file, rows] of Object.entries(report.counts)) process.stdout.write(`${file}: ${rows} rows\n`)
    if (report.findings.length > 0) {
      process.stderr.write(
        `${report.findings.join('\n')}\n${report.findings.length} findings; nothing was changed.\n`,
      )
      return 1
    }
    process.stdout.write(
      words.includes('--check')
        ? 'Checked: nothing is wrong. Nothing was changed.\n'
        : `Imported: ${report.records} records.\n`,
    )
    return 0
  } finally {
    close()
  }
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
