import { panels } from '../../db/schema/panel'
import { verifyJournal } from '../../db/journal/verify'
import { readDatabaseFile } from '../environment'
import { openForCommand } from './open-for-command'

// npm run journal:verify

const { store, close } = openForCommand(readDatabaseFile(process.env))
const reports = await store.snapshot((tx) => verifyJournal(tx))
const names = new Map(
  (await store.read.select({ id: panels.id, name: panels.name }).from(panels)).map((panel) => [
    panel.id,
    panel.name,
  ]),
)
close()
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
