import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { everyBreak, harmless, type Break } from './breaks'

// npm run laws:tried [-- [--anew] [KIND ...] ["KIND: WHAT IS BROKEN" ...]]
// Breaks one thing at a time for every kind, runs the laws, and says which test noticed and after how long. First the laws
// that look at every kind; what passes them meets the tests of the page that the broken loader is for, and then those of
// all pages. By hand: it takes about an hour. Stopped, it goes on where it was; --anew forgets what came before.

const root = process.cwd()
// The rules alone, and then that everything reaches the right screens.
const first = ['every-kind.test']
/** What each loader is for; what is missed there meets all of `rest`. */
const near: Readonly<Record<string, readonly string[]>> = {
  'db/things/load-account.ts': ['sign-in'],
  'db/things/load-candidates.ts': ['candidates'],
  'db/things/load-case.ts': ['case-move', 'person-merge', 'candidates', 'meeting.test'],
  'db/things/load-due-cases.ts': ['agenda-from-due', 'happenings', 'candidates', 'follow-up'],
  'db/things/load-follow-up.ts': ['follow-up', 'telling-her'],
  'db/things/load-home.ts': ['home'],
  'db/things/load-panel-standing.ts': ['panel-standing'],
  'db/things/load-people.ts': ['person-merge', 'case-move'],
  'db/things/load-referral.ts': ['referral'],
  'db/things/load-sight.ts': ['sight-is-loaded-whole', 'referrals'],
  'server/rooms/belongs.ts': ['fold-parity'],
}
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

const stages = ['first', 'near', 'rest'] as const
type Stage = (typeof stages)[number]

interface Noticed {
  by: string | null
  seconds: number
  /** Up to which tests it has been tried. */
  stage: Stage
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

const given = process.argv.slice(2)
const wanted = given.filter((one) => one !== '--anew')
const breaks = everyBreak(root)
const numbers = breaks.flatMap(({ kind, what }, number) =>
  wanted.length === 0 || wanted.includes(kind) || wanted.includes(`${kind}: ${what}`) ? [number] : [],
)
const nameOf = (number: number) => {
  const { kind, what } = breaks[number] as Break
  return `${kind}: ${what}`
}

const keptIn = join(root, 'node_modules', '.cache', 'laws-tried.json')
const kept = new Map<string, Noticed>(
  existsSync(keptIn) && !given.includes('--anew')
    ? Object.entries(JSON.parse(readFileSync(keptIn, 'utf8')) as Record<string, Noticed>)
    : [],
)
const noticedOf = (number: number) => kept.get(nameOf(number))
const keep = (number: number, noticed: Noticed) => {
  kept.set(nameOf(number), noticed)
  mkdirSync(dirname(keptIn), { recursive: true })
  writeFileSync(keptIn, JSON.stringify(Object.fromEntries(kept), null, 1))
}

const isHarmless = (number: number) => harmless[nameOf(number)] !== undefined

const testsOf = (number: number, stage: Stage): readonly string[] =>
  ({ first, near: near[(breaks[number] as Break).file] ?? rest, rest })[stage]

/** Tries these, two at once, and keeps what noticed each and how long it took in all. */
const tryAll = async (queue: number[], stage: Stage) => {
  const work = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const tests = testsOf(number, stage)
      const started = performance.now()
      // Once more, where the tests could not run: a machine is busy at times.
      const by = await failsIn(number, tests).catch(() => failsIn(number, tests))
      const before = noticedOf(number)?.seconds ?? 0
      const seconds = before + Math.round((performance.now() - started) / 1000)
      keep(number, { by, seconds, stage })
      console.log(`${queue.length} left; ${nameOf(number)} — ${by ?? 'NOT NOTICED'} (${seconds} s)`)
    }
  }
  await Promise.all([work(), work()])
}

const line = (number: number): string => {
  const { kind, what } = breaks[number] as Break
  const { by, seconds } = noticedOf(number) as Noticed
  const passes = harmless[nameOf(number)]
  const noticedBy =
    by?.replaceAll('|', '\\|') ?? (passes ? `nothing, and rightly: ${passes}` : '**not noticed**')
  return `| ${kind} | ${what} | ${noticedBy} | ${seconds} |`
}

const page = (): string => {
  const passed = numbers.filter((number) => noticedOf(number)?.by === null)
  return [
    '# The laws, tried',
    '',
    'What `npm run laws:tried` wrote: for every kind of thing, one line left out or one rule turned at a time, which test noticed it, and after how many seconds (two runs at once on two cores, start of the runner included).',
    '',
    `${numbers.length} tried, ${numbers.length - passed.length} noticed, ${passed.length} not${missed().length === 0 ? ', and rightly' : ''}.`,
    '',
    '| kind | broken | noticed by | s |',
    '|---|---|---|---|',
    ...numbers.map(line),
    '',
  ].join('\n')
}

const missed = () => numbers.filter((number) => noticedOf(number)?.by === null && !isHarmless(number))
for (const stage of stages) {
  const at = stages.indexOf(stage)
  const reached = (number: number) => stages.indexOf(noticedOf(number)?.stage ?? stages[0])
  await tryAll(
    stage === 'first'
      ? numbers.filter((number) => noticedOf(number) === undefined)
      : missed().filter((number) => reached(number) < at),
    stage,
  )
}
if (wanted.length === 0) writeFileSync(join(root, 'docs', 'laws-tried.md'), page())
process.exitCode = missed().length > 0 ? 1 : 0
