// node scripts/run.mjs [--build] [--chromium] NAME [arguments]
// NAME is a file of server/commands without its ending, or the path of a TypeScript file.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, bundle } from './build.mjs'
import { chromium } from './chromium.mjs'
import { root, say } from './children.mjs'
import { install, orExit } from './setup.mjs'

const args = process.argv.slice(2)
const wishes = new Set()
while (args[0]?.startsWith('--')) wishes.add(args.shift())
const name = args.shift()
if (!name) {
  say('Say which command to run: node scripts/run.mjs NAME [arguments]')
  process.exit(2)
}
const entry = name.endsWith('.ts') ? name : `server/commands/${name}.ts`
if (!existsSync(join(root, entry))) {
  say(`There is no ${entry}.`)
  process.exit(2)
}
const outfile = join(root, 'build', 'commands', `${basename(entry, '.ts')}.mjs`)

await orExit('Installing', install)
if (wishes.has('--build')) await orExit('Building', build)
if (wishes.has('--chromium')) {
  const found = await chromium()
  await orExit('Installing Chromium', () => Promise.resolve(found))
  if (found.path) process.env['CHROMIUM_PATH'] = found.path
}
try {
  await bundle(entry, outfile)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

// A command finds the project in the working folder, and the person's own folder in INIT_CWD.
process.env['INIT_CWD'] ??= process.cwd()
process.chdir(root)
process.argv = [process.execPath, outfile, ...args]
process.setSourceMapsEnabled(true)
await import(pathToFileURL(outfile).href)
