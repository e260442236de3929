import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { chromium } from './chromium.mjs'
import { runNpm, runTool, stopChildren, toolEnvironment, whenAskedToStop } from './children.mjs'
import { install } from './setup.mjs'

/** @typedef {{ ok: boolean, output: string, passed?: number, failed?: number, skipped?: number }} Outcome */

const results = mkdtempSync(join(tmpdir(), 'panelroom-test-'))
const totals = { passed: 0, failed: 0, tests: 0 }

/** @param {boolean} stopped */
function finish(stopped) {
  rmSync(results, { recursive: true, force: true })
  if (stopped) {
    totals.failed += 1
    console.log('Stopped before the end.')
  }
  if (!stopped && totals.tests === 0) console.log('No test ran.')
  console.log(`${totals.passed} passed, ${totals.failed} failed`)
  process.exit(stopped || totals.failed > 0 || totals.tests === 0 ? 1 : 0)
}

whenAskedToStop(() => {
  stopChildren()
  finish(true)
})

/**
 * A stage counts its tests, or counts as one itself. A failure that no test accounts for is one more.
 * @param {string} name
 * @param {() => Promise<Outcome>} work
 */
async function stage(name, work) {
  const began = performance.now()
  const outcome = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const passed = outcome.passed ?? (outcome.ok ? 1 : 0)
  const failed = Math.max(outcome.failed ?? 0, outcome.ok ? 0 : 1)
  totals.passed += passed
  totals.failed += failed
  if (outcome.passed !== undefined) totals.tests += passed + (outcome.failed ?? 0)
  const counts =
    outcome.passed === undefined
      ? outcome.ok
        ? 'passed'
        : 'failed'
      : `${passed} passed, ${failed} failed${outcome.skipped ? `, ${outcome.skipped} skipped` : ''}`
  if (failed > 0) console.log(outcome.output.trimEnd())
  console.log(`${name}: ${counts} (${seconds} s)`)
  return failed === 0
}

/** @param {string} file */
const readResults = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/** What a person has set for their own server must not reach the tests. */
function testEnvironment() {
  const { PORT: _port, DATABASE_URL: _database, ...rest } = toolEnvironment()
  return /** @type {NodeJS.ProcessEnv} */ (rest)
}

/** @returns {Promise<Outcome>} */
async function vitest() {
  const file = join(results, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  if (!process.stdout.isTTY) args.push('--no-color')
  const ran = await runTool('vitest', 'vitest', args, testEnvironment())
  const found = readResults(file)
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = found
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = found.testResults ?? []
  // A file that cannot be loaded has no failed tests to show for it.
  const unloaded = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  )
  const failed = numFailedTests + unloaded.length
  return { ...ran, ok: ran.ok && passed > 0, passed, failed, skipped: numPendingTests + numTodoTests }
}

/** @returns {Promise<Outcome>} */
async function endToEnd() {
  const browser = await chromium()
  if (!browser.ok) return { ...browser, passed: 0, failed: 0 }
  const file = join(results, 'playwright.json')
  const chosen = browser.path ? { CHROMIUM_PATH: browser.path } : {}
  const env = { ...testEnvironment(), ...chosen, E2E_RESULTS: file }
  const ran = await runTool('@playwright/test', 'playwright', ['test'], env)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readResults(file).stats ?? {}
  return { ...ran, ok: ran.ok && expected > 0, passed: expected, failed: unexpected + flaky, skipped }
}

const tool = (/** @type {string} */ name, /** @type {string} */ program, /** @type {string[]} */ ...args) =>
  runTool(name, program, args)

// The installation proves nothing about the code, so it counts only when it fails.
const installed = await install()
if (!installed.ok) {
  await stage('Installation', () => Promise.resolve(installed))
  finish(false)
}

const lint = stage('Lint', () => tool('eslint', 'eslint', '.', '--max-warnings', '0'))
await stage('Format', () => tool('prettier', 'prettier', '--check', '.'))
await stage('Types', () => tool('typescript-checker', 'tsc', '--noEmit'))
await stage('Boundaries', () =>
  tool(
    'dependency-cruiser',
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'db',
    'server',
    'tests',
  ),
)
await stage('Lockfile', () =>
  runNpm(['ci', '--dry-run', '--ignore-scripts', '--include=dev', '--loglevel=error']),
)
await lint
await stage('Unit, integration and room tests', vitest)
if (await stage('Build', build)) await stage('End-to-end tests', endToEnd)
finish(false)
