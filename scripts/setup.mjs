import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm, say } from './children.mjs'
import { environmentForInstall, makeSureSqliteLoads } from './sqlite-binary.mjs'

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.panelroom-installed')

function stampWanted() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${hash} node-abi-${process.versions.modules} ${process.platform}-${process.arch}\n`
}

/** @param {string} file */
function packagesIn(file) {
  return /** @type {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */ (
    JSON.parse(readFileSync(file, 'utf8')).packages
  )
}

/** True after an `npm install` by hand, which need not be done again. */
function treeMatchesLock() {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(record)
  const same = (/** @type {string} */ path) =>
    present[path]?.version === wanted[path]?.version && present[path]?.integrity === wanted[path]?.integrity
  return (
    Object.keys(present).every((path) => path in wanted && same(path)) &&
    Object.entries(wanted).every(([path, entry]) => path === '' || path in present || entry.optional)
  )
}

/** @returns {string | undefined} */
function whyThisNodeWillNotDo() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return undefined
  return `Panelroom needs Node 20.19 or newer; this is ${process.versions.node}.\n`
}

/**
 * Brings node_modules in line with the lockfile. Does nothing, quickly, when it already is.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function install() {
  const problem = whyThisNodeWillNotDo()
  if (problem) return { ok: false, output: problem }

  const wanted = stampWanted()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return { ok: true, output: '' }

  if (!treeMatchesLock()) {
    say('Installing (first time: a few minutes)…')
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    const installed = await runNpm(args, environmentForInstall())
    if (!installed.ok) return installed
  }
  const sqlite = await makeSureSqliteLoads()
  if (sqlite.ok) writeFileSync(stampFile, wanted)
  return sqlite
}

/**
 * For the commands that cannot go on without the step.
 * @param {string} name
 * @param {() => Promise<{ ok: boolean, output: string }>} step
 */
export async function orExit(name, step) {
  const { ok, output } = await step()
  if (ok) return
  process.stderr.write(output)
  say(`${name} failed.`)
  process.exit(1)
}
