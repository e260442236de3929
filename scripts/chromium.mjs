import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { runQuietly, runTool, say, toolEnvironment } from './children.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A file may stand there and still not run: Ubuntu's is a signpost to its shop.
 * @param {string} path
 */
const runs = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

/** @returns {string | undefined} */
export function findChromium() {
  return process.env['CHROMIUM_PATH'] || places.find(runs)
}

/** @returns {Promise<boolean>} */
async function installFromDebian() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  if (/^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))) return false
  const asRoot = process.getuid?.() === 0
  if (!asRoot && !(await runQuietly('sudo', ['-n', 'true'])).ok) return false
  const env = { ...toolEnvironment(), DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...args) =>
    asRoot
      ? runQuietly('apt-get', args, env)
      : runQuietly('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], env)
  await apt('update')
  const wanted = ['chromium', 'fonts-liberation']
  return (await apt('install', '--yes', '--no-install-recommends', ...wanted)).ok
}

/**
 * Finds a Chromium or fetches one. No path means Playwright's own download.
 * @returns {Promise<{ ok: boolean, output: string, path?: string }>}
 */
export async function chromium() {
  const found = findChromium()
  if (found) return { ok: true, output: '', path: found }
  say('Installing Chromium for the browser tests…')
  const installed = (await installFromDebian()) ? findChromium() : undefined
  if (installed) return { ok: true, output: '', path: installed }
  return runTool('@playwright/test', 'playwright', ['install', 'chromium'])
}
