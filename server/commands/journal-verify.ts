import { resolve } from 'node:path'
import { verifyJournal } from '../../db/journal/verify'
import { panels } from '../../db/schema/panel'
import { readMoment } from '../../db/store'
import { readDatabaseFile } from '../environment'

// npm run journal:verify

const file = resolve(process.cwd(), readDatabaseFile(process.env))
const { reports, names } = await readMoment(file, async (tx) => ({
  reports: await verifyJournal(tx),
  names: new Map(
    (await tx.select({ id: panels.id, name: panels.name }).from(panels)).map(({ id, name }) => [id, name]),
  ),
}))
let faults = 0
for (const report of reports) {
  process.stdout.write(
    `${names.get(report.stream) ?? report.stream}: ${report.entries} entries, head ${report.head}\n`,
  )
  if (report.bodiesMissing > 0) process.stdout.write(`  ${report.bodiesMissing} bodies are gone\n`)
  for (const fault of report.faults) process.stdout.write(`  entry ${fault.seq}: ${fault.what}\n`)
  faults += report.faults.length
}
process.stdout.write(
  faults === 0 ? 'The journal holds together.\n' : `The journal does not hold together: ${faults} faults.\n`,
)
process.exitCode = faults === 0 ? 0 : 1
