import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root, runNpm, runQuietly, toolEnvironment } from './children.mjs'

const folderSetting = 'npm_config_better_sqlite3_local_prebuilds'

function cacheFolder() {
  const chosen = process.env[folderSetting]
  if (chosen) return chosen
  const home = homedir()
  const caches =
    process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : process.env['XDG_CACHE_HOME'] || join(home, '.cache')
  return join(caches, 'panelroom', 'better-sqlite3')
}

function runsOnMusl() {
  if (process.platform !== 'linux') return false
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return !report.header?.glibcVersionRuntime
}

/** The name that better-sqlite3's installer looks for in a folder of prebuilt binaries. */
function archiveName() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { version } = lock.packages['node_modules/better-sqlite3']
  const platform = `${process.platform}${runsOnMusl() ? 'musl' : ''}`
  return `better-sqlite3-v${version}-node-v${process.versions.modules}-${platform}-${process.arch}.tar.gz`
}

/** Compiling SQLite takes two minutes; with this, an install takes the binary compiled last time. */
export function environmentForInstall() {
  return { ...toolEnvironment(), [folderSetting]: cacheFolder() }
}

async function loads() {
  const proof = `new (require('better-sqlite3'))(':memory:').prepare('select 1').get()`
  return (await runQuietly(process.execPath, ['-e', proof])).ok
}

/** Best effort: without the cache, the next install is slow and nothing else. Always anew: the kept one may be broken. */
function keepForNextTime() {
  const built = 'build/Release/better_sqlite3.node'
  const source = join(root, 'node_modules', 'better-sqlite3')
  const folder = cacheFolder()
  const archive = join(folder, archiveName())
  if (!existsSync(join(source, built))) return
  const unfinished = `${archive}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    const packed = spawnSync('tar', ['-czf', unfinished, built], { cwd: source, stdio: 'ignore' })
    if (packed.status === 0) renameSync(unfinished, archive)
  } catch {
    // A read-only home folder, or no tar.
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** @returns {Promise<{ ok: boolean, output: string }>} */
export async function makeSureSqliteLoads() {
  if (!(await loads())) {
    // The kept binary may be the cause: it must not be used again.
    rmSync(join(cacheFolder(), archiveName()), { force: true })
    const rebuilt = await runNpm(['rebuild', 'better-sqlite3', '--loglevel=error'])
    if (!(await loads())) {
      return {
        ok: false,
        output: `${rebuilt.output}\nbetter-sqlite3 does not load. If it could not be compiled, install Python 3, make and a C++ compiler, and try again.\n`,
      }
    }
  }
  keepForNextTime()
  return { ok: true, output: '' }
}
