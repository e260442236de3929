import { mkdtempSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { startBareServer } from './bare-server'
import { writeBenchPanels } from './bench-panels'
import { bareCrowd, panelCrowd, saturation, steadyLoad, type Crowd } from './load'
import { benchPages, startBarePage, startPages, type PagesShape } from './pages'
import { startPanelServer } from './panel-server'
import { answerParent, ServerProcess } from './server-process'

// npm run bench [rooms|pages]: prints ratios against a baseline measured in the same run. It judges nothing.

const people = 20
const loads = [
  { rooms: 1, perSecond: 20 },
  { rooms: 50, perSecond: 200 },
  { rooms: 300, perSecond: 60 },
]
const seconds = 20
const atOnce = 64

const say = (text: string) => process.stdout.write(`${text}\n`)
const fresh = (name: string) => join(mkdtempSync(join(tmpdir(), 'panelroom-bench-')), name)
const ms = (value: number) => `${value.toFixed(1)} ms`

const measure = async (server: ServerProcess, crowd: Crowd, perSecond: number) => {
  await steadyLoad(crowd, Math.min(perSecond, 40), 2)
  // What importing and joining left behind is collected now, in both servers alike, and not in the middle of the load.
  await server.memory()
  const load = await steadyLoad(crowd, perSecond, seconds)
  const memory = await server.memory()
  return { ...load, memory }
}

const benchRooms = async () => {
  say(
    `${cpus().length} processors (${cpus()[0]?.model ?? ''}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; server and load on the same machine.`,
  )
  for (const { rooms, perSecond } of loads) {
    say(`\n${rooms} rooms x ${people} people, ${perSecond} records/s for ${seconds} s`)
    const bare = await ServerProcess.start(['serve-bare', fresh('bare.db')])
    const bareRoom = await bareCrowd(bare.ready.port, rooms, people)
    const base = await measure(bare, bareRoom, perSecond)
    const baseMost = rooms === 50 ? await saturation(bareRoom, atOnce, 5) : 0
    bareRoom.leave()
    await bare.stop()

    const directory = writeBenchPanels({ panels: rooms, people, meetings: 1 })
    const panel = await ServerProcess.start(['serve-panel', fresh('panel.db'), directory])
    const panelRoom = await panelCrowd(panel.ready.port, panel.ready.places)
    const ours = await measure(panel, panelRoom, perSecond)
    const oursMost = rooms === 50 ? await saturation(panelRoom, atOnce, 5) : 0
    panelRoom.leave()
    await panel.stop()

    const row = (name: string, result: typeof ours) =>
      say(
        `  ${name.padEnd(9)} p50 ${ms(result.p50).padStart(9)}  p99 ${ms(result.p99).padStart(9)}  lost ${result.lost} of ${result.sent * people}  memory ${result.memory.toFixed(0)} MiB`,
      )
    row('bare', base)
    row('panelroom', ours)
    say(
      `  ratio     p50 ${(ours.p50 / base.p50).toFixed(2)}  p99 ${(ours.p99 / base.p99).toFixed(2)}  memory ${(ours.memory / base.memory).toFixed(2)}`,
    )
    if (oursMost > 0)
      say(
        `  most      bare ${baseMost.toFixed(0)}/s, panelroom ${oursMost.toFixed(0)}/s, ratio ${(oursMost / baseMost).toFixed(2)} (${atOnce} people recording at once)`,
      )
  }
}

const [role, file, directory] = process.argv.slice(2)
if (role === 'serve-bare') answerParent({ ...(await startBareServer(file ?? '')), places: [] })
else if (role === 'serve-panel') answerParent(await startPanelServer(file ?? '', directory ?? ''))
else if (role === 'serve-bare-page') answerParent({ ...(await startBarePage()), places: [] })
else if (role === 'serve-pages')
  answerParent(await startPages(file ?? '', JSON.parse(directory ?? '{}') as PagesShape))
else {
  if (role !== 'pages') await benchRooms()
  if (role !== 'rooms') await benchPages(say, fresh)
  process.exit(0)
}
