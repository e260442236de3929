import { resolve } from 'node:path'
import { isThingKind } from '../../app/domain/things/kinds'
import { readMoment } from '../../db/store'
import { loadEverything } from '../../db/things/load-everything'
import { readDatabaseFile } from '../environment'
import { whyTheySee } from '../why-they-see'

// npm run sees -- ADDRESS KIND:ID
//
// Which rule shows a thing to someone, or hides it, and why: for whoever keeps the system. What is hidden leaves no trace,
// so without this nobody could tell a rule from a fault. It prints kinds, ids and conditions, never what people wrote.

const usage = `Say whose sight and of what: npm run sees -- ADDRESS KIND:ID
for example: npm run sees -- chair@agency.example share:0193a5c2-6b1e-7c1f-9d52-0f6a3a2c9e11
`
const [address, ref] = process.argv.slice(2)
const [kind = '', id = ''] = ref?.split(/:(.*)/s) ?? []
if (!address || !isThingKind(kind) || !id) {
  process.stderr.write(usage)
  if (ref && !isThingKind(kind)) process.stderr.write(`There is no kind of thing called “${kind}”.\n`)
  process.exit(2)
}
const things = await readMoment(resolve(process.cwd(), readDatabaseFile(process.env)), loadEverything)
const answer = whyTheySee(things, address, kind, id)
process.stdout.write(`${answer.lines.join('\n')}\n`)
process.exitCode = answer.found ? 0 : 1
