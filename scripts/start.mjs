import { spawn } from 'node:child_process'
import { build, serverFile } from './build.mjs'
import { root, stopChildren, whenAskedToStop } from './children.mjs'
import { install, orExit } from './setup.mjs'

const patience = 10_000
// Collecting garbage makes everyone wait (docs/performance.md). Rooms in memory are old and stay: looking through them
// all every few seconds, as Node does from a small start, takes some 15 ms each time. And a young heap of 16 MiB is full
// every second when thousands listen. In MiB.
const heap = ['--initial-old-space-size=256', '--min-semi-space-size=32', '--max-semi-space-size=32']
// Should we be killed outright, the server sees the channel between us close and stops by itself.
const stopWhenAlone =
  "data:text/javascript,process.once('disconnect',()=>process.kill(process.pid,'SIGTERM'));process.channel?.unref()"

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
let stopping = false

whenAskedToStop(() => {
  stopping = true
  stopChildren()
  if (!server) process.exit(0)
  server.kill('SIGTERM')
  setTimeout(() => server?.kill('SIGKILL'), patience).unref()
})

// What the server would read from NODE_ENV itself, however it is started, is read here first: below, NODE_ENV is React's
// switch for its fast build, which a demonstration has too.
const mode = process.env.PANELROOM_MODE || (process.env.NODE_ENV === 'production' ? 'production' : 'demo')

await orExit('Installing', install)
await orExit('Building', build)

server = spawn(
  process.execPath,
  [...heap, '--enable-source-maps', '--import', stopWhenAlone, serverFile, ...process.argv.slice(2)],
  {
    cwd: root,
    env: { ...process.env, PANELROOM_MODE: mode, NODE_ENV: 'production' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
)
server.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)))
