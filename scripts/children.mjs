import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const onWindows = process.platform === 'win32'
/** @type {Set<import('node:child_process').ChildProcess>} */
const living = new Set()

/**
 * Progress goes to stderr, so that a command run by `run.mjs` keeps stdout to itself.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** NODE_ENV=production would leave the build tools out of an install and load React's production build in tests. */
export function toolEnvironment() {
  const { NODE_ENV: _, ...rest } = process.env
  return /** @type {NodeJS.ProcessEnv} */ (rest)
}

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runQuietly(command, args, env = toolEnvironment()) {
  return new Promise((done) => {
    // A group of its own, so that stopChildren also reaches what the command has started.
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !onWindows,
      windowsHide: true,
    })
    living.add(child)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => {
      living.delete(child)
      done({ ok: false, output: `${output}${error.message}\n` })
    })
    child.on('close', (code) => {
      living.delete(child)
      done({ ok: code === 0, output })
    })
  })
}

/**
 * A package's own program, run by this Node: no shell and no npx.
 * @param {string} packageName
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runTool(packageName, program, args, env) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  // A package with one program may name its file alone.
  return runQuietly(
    process.execPath,
    [join(folder, typeof bin === 'string' ? bin : bin[program]), ...args],
    env,
  )
}

/**
 * The npm that started us, or the one that came with this Node.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNpm(args, env) {
  const beside = dirname(process.execPath)
  const found = [
    process.env['npm_execpath'] ?? '',
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => /npm-cli\.c?js$/.test(path) && existsSync(path))
  return found ? runQuietly(process.execPath, [found, ...args], env) : runQuietly('npm', args, env)
}

/** @param {NodeJS.Signals} [signal] */
export function stopChildren(signal = 'SIGTERM') {
  for (const child of living) {
    if (child.pid === undefined) continue
    try {
      if (onWindows) child.kill(signal)
      else process.kill(-child.pid, signal)
    } catch {
      // It ended on its own in the meantime.
    }
  }
}

/**
 * npm does not pass SIGTERM on: it ends the shell between us, and we only see our parent change.
 * @param {() => void} stop
 */
export function whenAskedToStop(stop) {
  const parent = process.ppid
  let asked = false
  const once = () => {
    if (asked) return
    asked = true
    stop()
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, once)
  setInterval(() => {
    if (process.ppid !== parent) once()
  }, 500).unref()
}
