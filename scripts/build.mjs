import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, runTool, say } from './children.mjs'
import { install, orExit } from './setup.mjs'

export const serverFile = join(root, 'build', 'app-server.mjs')
const stampFile = join(root, 'build', '.built')
const sources = [
  'app',
  'server',
  'db',
  'public',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
]

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const inside = `${path}/${entry.name}`
    if (entry.isDirectory()) return filesIn(inside)
    return /\.test\.tsx?$/.test(entry.name) ? [] : [inside]
  })
}

/** Contents, not times: a checkout or an unpacked archive may carry old times. */
function stampWanted() {
  const hash = createHash('sha256')
  for (const source of sources) {
    if (!existsSync(join(root, source))) continue
    const files = source.includes('.') ? [source] : filesIn(source).sort()
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return `${hash.digest('hex')}\n`
}

/**
 * Written aside and renamed, so that two commands at once never run half a file.
 * @param {string} entry
 * @param {string} outfile
 */
export async function bundle(entry, outfile) {
  const esbuild = await import('esbuild')
  try {
    const { outputFiles } = await esbuild.build({
      entryPoints: [entry],
      outfile,
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      logLevel: 'silent',
      write: false,
    })
    mkdirSync(dirname(outfile), { recursive: true })
    for (const file of outputFiles) {
      const aside = `${file.path}.${process.pid}`
      writeFileSync(aside, file.contents)
      renameSync(aside, file.path)
    }
  } finally {
    // Its helper process would otherwise live as long as we do.
    await esbuild.stop()
  }
}

/**
 * Builds the pages and the server. Does nothing, quickly, when no source has changed.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function build() {
  const wanted = stampWanted()
  const fresh = existsSync(serverFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted
  if (fresh) return { ok: true, output: '' }

  say('Building…')
  rmSync(stampFile, { force: true })
  const pages = await runTool('@remix-run/dev', 'remix', ['vite:build'])
  if (!pages.ok) return pages
  try {
    await bundle('server/index.ts', serverFile)
  } catch (error) {
    return { ok: false, output: `${error instanceof Error ? error.message : String(error)}\n` }
  }
  writeFileSync(stampFile, wanted)
  return { ok: true, output: '' }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await orExit('Installing', install)
  await orExit('Building', build)
}
