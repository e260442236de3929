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
const seconds = 10
const rounds = 3
const atOnce = 64

const say = (text: string) => process.stdout.write(`${text}\n`)
const fresh = (name: string) => join(mkdtempSync(join(tmpdir(), 'panelroom-bench-')), name)
const ms = (value: number) => `${value.toFixed(1)} ms`

const measure = async (server: ServerProcess, crowd: Crowd, perSecond: number) => {
  await steadyLoad(crowd, Math.min(perSecond, 40), 2)
  // What importing and joining left behind is collected now, in both servers alike, and not in the middle of the load.
  await server.memory()
  const load = await steadyLoad(crowd, perSecond, seconds)
  return { ...load, memory: await server.memory() }
}

/** The middle of several rounds, and how far they lie apart: one p99 of such a machine means nothing. */
const middle = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? 0
  return { median: at(0.5), spread: `${at(0).toFixed(2)} to ${at(1).toFixed(2)}` }
}

const benchRooms = async () => {
  say(
    `${cpus().length} processors (${cpus()[0]?.model ?? ''}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; server and load on the same machine.`,
  )
  for (const { rooms, perSecond } of loads) {
    say(
      `\n${rooms} rooms x ${people} people, ${perSecond} records/s for ${seconds} s, ${rounds} rounds in turn`,
    )
    const ratios: Record<string, number[]> = { p50: [], p99: [], memory: [], most: [] }
    const add = (what: string, ours: number, base: number) => ratios[what]?.push(ours / base)
    for (let round = 0; round < rounds; round += 1) {
      const run = async (server: ServerProcess, crowd: Crowd) => {
        const load = await measure(server, crowd, perSecond)
        const most = rooms === 50 ? await saturation(crowd, atOnce, 3) : 0
        crowd.leave()
        await server.stop()
        return { ...load, most }
      }
      const bare = await ServerProcess.start(['serve-bare', fresh('bare.db')])
      const base = await run(bare, await bareCrowd(bare.ready.port, rooms, people))
      const directory = writeBenchPanels({ panels: rooms, people, meetings: 1 })
      const panel = await ServerProcess.start(['serve-panel', fresh('panel.db'), directory])
      const ours = await run(panel, await panelCrowd(panel.ready.port, panel.ready.places))
      const row = (name: string, { p50, p99, lost, sent, memory, most }: typeof ours) =>
        say(
          `  ${name.padEnd(9)} p50 ${ms(p50).padStart(9)}  p99 ${ms(p99).padStart(9)}  lost ${lost} of ${sent * people}  memory ${memory.toFixed(0)} MiB${most > 0 ? `  most ${most.toFixed(0)}/s with ${atOnce} recording at once` : ''}`,
        )
      row('bare', base)
      row('panelroom', ours)
      for (const what of ['p50', 'p99', 'memory'] as const) add(what, ours[what], base[what])
      if (ours.most > 0) add('most', ours.most, base.most)
    }
    for (const [what, values] of Object.entries(ratios)) {
      const { median, spread } = middle(values)
      if (values.length > 0) say(`  ratio     ${what.padEnd(6)} ${median.toFixed(2)} (${spread})`)
    }
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
