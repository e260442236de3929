import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { everyBreak, harmless, type Break } from './breaks'

// npm run laws:tried [KIND ...] ["KIND: WHAT IS BROKEN" ...]
// Breaks one thing at a time for every kind, runs the laws, and says which test noticed and after how long. First the laws
// that look at every kind; what passes it meets the tests of what each page is for. By hand: it takes about an hour.

const root = process.cwd()
// The rules alone, and then that everything reaches the right screens.
const first = ['every-kind.test']
// A name may stand in the path of several files.
const rest = [
  'sight-is-loaded-whole',
  'sign-in',
  'member-accounts',
  'person-merge',
  'agenda-from-due',
  'case-move',
  'meeting.test',
  'candidates',
  'referrals',
  'follow-up',
  'home',
  'panel-standing',
  'circulation',
  'happenings',
  'minutes.test',
  'policy',
  'research-returns',
  'telling-her',
  'why-they-see',
  'revocation',
  'visibility-rules',
  'fold-parity',
]

interface Noticed {
  by: string | null
  seconds: number
}

/** Runs tests on what is broken; the first that fails, or null. */
const failsIn = (number: number, which: readonly string[]): Promise<string | null> =>
  new Promise((done, fail) => {
    const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const config = join('tests', 'laws-tried', 'vitest.config.ts')
    const args = ['run', '--config', config, ...which, '--bail', '1', '--reporter', 'json']
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env: { ...process.env, PANELROOM_BREAK: String(number), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let faults = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (faults += chunk.toString()))
    child.on('close', (code) => {
      if (code === 0) return done(null)
      try {
        const report = JSON.parse(out.slice(out.indexOf('{"'))) as Report
        done(firstFailure(report))
      } catch (error) {
        fail(new Error(`The tests did not run: ${faults || out}`, { cause: error }))
      }
    })
  })

interface Report {
  testResults: {
    name: string
    message: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}
const firstFailure = ({ testResults }: Report): string => {
  for (const file of testResults) {
    const name = file.name.slice(root.length + 1).replaceAll('\\', '/')
    const failed = file.assertionResults.find(({ status }) => status === 'failed')
    if (failed) return `${name}: ${failed.fullName.trim()}`
    if (file.status === 'failed') {
      // On a busy machine a test may run out of time: that notices nothing.
      if (file.message.includes('timed out')) throw new Error(`${name}: ${file.message}`)
      return `${name}: ${file.message.split('\n')[0] ?? ''}`
    }
  }
  return 'a test that could not run'
}

const wanted = process.argv.slice(2)
const breaks = everyBreak(root)
const numbers = breaks.flatMap(({ kind, what }, number) =>
  wanted.length === 0 || wanted.includes(kind) || wanted.includes(`${kind}: ${what}`) ? [number] : [],
)
const noticed = new Map<number, Noticed>()

const isHarmless = (number: number) => {
  const { kind, what } = breaks[number] as Break
  return harmless[`${kind}: ${what}`] !== undefined
}

/** Tries these, so many at once, and keeps what noticed each and how long it took in all. */
const tryAll = async (queue: number[], which: readonly string[], atOnce: number) => {
  const work = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const { kind, what } = breaks[number] as Break
      const started = performance.now()
      // Once more, where the tests could not run: a machine is busy at times.
      const by = await failsIn(number, which).catch(() => failsIn(number, which))
      const before = noticed.get(number)?.seconds ?? 0
      const seconds = before + Math.round((performance.now() - started) / 1000)
      noticed.set(number, { by, seconds })
      console.log(`${queue.length} left; ${kind}: ${what} — ${by ?? 'NOT NOTICED'} (${seconds} s)`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

const line = (number: number): string => {
  const { kind, what } = breaks[number] as Break
  const { by, seconds } = noticed.get(number) as Noticed
  const passes = harmless[`${kind}: ${what}`]
  const noticedBy =
    by?.replaceAll('|', '\\|') ?? (passes ? `nothing, and rightly: ${passes}` : '**not noticed**')
  return `| ${kind} | ${what} | ${noticedBy} | ${seconds} |`
}

const page = (): string => {
  const passed = numbers.filter((number) => noticed.get(number)?.by === null)
  return [
    '# The laws, tried',
    '',
    'What `npm run laws:tried` wrote: for every kind of thing, one line left out or one rule turned at a time, which test noticed it, and after how many seconds (two runs at once on two cores, start of the runner included).',
    '',
    `${numbers.length} tried, ${numbers.length - passed.length} noticed, ${passed.length} not.`,
    '',
    '| kind | broken | noticed by | s |',
    '|---|---|---|---|',
    ...numbers.map(line),
    '',
  ].join('\n')
}

await tryAll([...numbers], first, 2)
const missed = () => numbers.filter((number) => noticed.get(number)?.by === null && !isHarmless(number))
await tryAll(missed(), rest, 1)
if (wanted.length === 0) writeFileSync(join(root, 'docs', 'laws-tried.md'), page())
process.exitCode = missed().length > 0 ? 1 : 0
