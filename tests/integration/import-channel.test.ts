import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cases } from '../../db/schema/case'
import { channelPlace } from '../../server/import/channel-place'
import { handOver } from '../../server/import/hand-over'
import { checkNobodyServes, openImportChannel } from '../../server/import/import-channel'
import type { FoundFile } from '../../server/import/read-folder'
import { newFile } from '../support/image'
import { openLiveMeeting, shownBy, type LiveMeeting } from '../support/live-meeting'
import { longFolder } from '../support/long-folder'
import { createLog } from '../../server/log'

// Where a server runs on the database, `npm run import` hands the folder to it. Nobody but the owner of the database can,
// and what it prints is the same either way.

let room: LiveMeeting
const opened: { close: () => unknown }[] = []
beforeEach(async () => {
  room = await openLiveMeeting()
})
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
  await room.close()
})

type Settings = Parameters<typeof openImportChannel>[0]
const settings = () => ({ log: createLog('silent'), take: room.panel.services.importFiles })
const openChannel = async (more: Partial<Settings> = {}) => {
  const channel = await openImportChannel({
    databaseFile: room.panel.file,
    ...settings(),
    ...more,
  })
  opened.push(channel)
  return channel
}
const handed = (files: readonly FoundFile[] = longFolder(20), checkOnly = false) =>
  handOver(room.panel.file, files, checkOnly)
const casesOnDisk = () => room.panel.services.store.read.$count(cases)

const root = resolve(import.meta.dirname, '../..')
/** The command itself, as its own process. */
const command = async (databaseFile: string, ...words: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/commands/import.ts', ...words], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: `file:${databaseFile}`, INIT_CWD: root, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...said }
}
const directoryOf = (files: readonly FoundFile[]) => {
  const directory = mkdtempSync(join(dirname(room.panel.file), 'folder-'))
  for (const { name, bytes } of files) writeFileSync(join(directory, name), bytes)
  return directory
}
/** The same database, with nobody serving it. */
const unservedCopy = () => {
  const file = newFile()
  for (const ending of ['', '-wal'])
    if (existsSync(`${room.panel.file}${ending}`))
      copyFileSync(`${room.panel.file}${ending}`, `${file}${ending}`)
  return file
}

test('the command hands the folder to the server, a room in session shows what came in, and the command says how much', async () => {
  await openChannel()
  const client = await room.enter('housing')
  const before = await casesOnDisk()
  expect(await command(room.panel.file, directoryOf(longFolder(20)))).toEqual({
    code: 0,
    out: 'agenda.csv: 1 rows\ncases.csv: 20 rows\npeople.csv: 20 rows\nvictims.csv: 20 rows\nImported: 61 records.\n',
    err: '',
  })
  expect(await casesOnDisk()).toBe(before + 20)
  await client.settled()
  expect(client.everythingReceived).toContain('Longworth0')
  expect(shownBy(client.screen)).toEqual(await room.reload('housing'))
})

test('what is wrong with a folder is told by file, line and column, just as where no server runs; so is a check', async () => {
  const files = longFolder(3)
  const spoiltBy: Record<string, string> = {
    'agenda.csv': 'meeting_ref,case_ref,position,kind\nM1,LC0,5,mew\n',
    'victims.csv': 'victim_ref,case_ref,relationship\nLV0,LC0,partner\nLV1,LC9,partner\n',
    'horses.csv': 'a\n',
  }
  const spoilt = [
    ...files.filter(({ name }) => !(name in spoiltBy)),
    ...Object.entries(spoiltBy).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
  ]
  const unserved = unservedCopy()
  await openChannel()
  for (const words of [[directoryOf(spoilt)], [directoryOf(files), '--check'], [directoryOf([])]]) {
    const byServer = await command(room.panel.file, ...words)
    expect(byServer).toEqual(await command(unserved, ...words))
    if (words.length === 1) expect(byServer.code).toBe(1)
  }
  const { err } = await command(room.panel.file, directoryOf(spoilt))
  expect(err).toContain('agenda.csv:2 kind: ')
  expect(err).toContain('victims.csv:3 case_ref: “LC9” is not a case')
  expect(err).toContain('horses.csv:1: is not a file of the format')
  expect(err).toMatch(/\d findings; nothing was changed\.\n$/)
}, 60_000)

test('with no server running the command imports by itself', async () => {
  const file = unservedCopy()
  expect(await command(file, directoryOf(longFolder(3)))).toMatchObject({
    code: 0,
    out: expect.stringContaining('Imported: 10 records.') as string,
  })
  expect(await handed()).toBeUndefined()
})

test('nobody but the owner of the database can open it, however files are made otherwise, and it is gone when closed', async () => {
  const usual = process.umask(0)
  const { path, close } = await openChannel().finally(() => process.umask(usual))
  expect(path).toBe(`${room.panel.file}.import`)
  expect([lstatSync(path).isSocket(), statSync(path).mode & 0o777]).toEqual([true, 0o600])
  expect(process.umask()).toBe(usual)
  opened.splice(0)
  await close()
  expect(existsSync(path)).toBe(false)
})

test('what a server that was killed has left behind is no server, and is put away by the next', async () => {
  const { path } = channelPlace(room.panel.file)
  const killed = spawn(
    process.execPath,
    ['-e', `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(killed.stdout, 'data')
  killed.kill('SIGKILL')
  await once(killed, 'close')
  expect(lstatSync(path).isSocket()).toBe(true)
  expect(await handed()).toBeUndefined()
  await openChannel()
  expect(await handed()).toMatchObject({ records: 61 })
})

test('a second server on the same database is refused, however its path is written', async () => {
  await openChannel()
  const file = room.panel.file
  const another = join(dirname(file), '.', '..', basename(dirname(file)), basename(file))
  await expect(openImportChannel({ ...settings(), databaseFile: another })).rejects.toThrow(
    'This database is served by another process already',
  )
  expect(await handed()).toMatchObject({ records: 61 })
})

test('on a database that is still to be made, in a folder that is still to be made, nobody serves', async () => {
  await checkNobodyServes(join(dirname(newFile()), 'not', 'there', 'panelroom.db'))
})

test('where the path would be too long for a socket, it stands in a closed folder of its own', async () => {
  const deep = join(dirname(newFile()), 'a-folder-of-a-name-that-is-long'.repeat(3))
  mkdirSync(deep)
  const databaseFile = join(deep, 'panelroom.db')
  copyFileSync(room.panel.file, databaseFile)
  const { path, close } = await openImportChannel({ ...settings(), databaseFile })
  expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100)
  expect(dirname(dirname(path))).toBe(tmpdir())
  expect([statSync(dirname(path)).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600])
  expect(await handOver(databaseFile, longFolder(20), false)).toMatchObject({ records: 61 })
  await close()
  expect(existsSync(dirname(path))).toBe(false)
  // Somebody else was there first, and everybody may look in.
  mkdirSync(dirname(path), { mode: 0o755 })
  await expect(handOver(databaseFile, longFolder(1), false)).rejects.toThrow(
    'is not what a running server puts there',
  )
  await expect(openImportChannel({ ...settings(), databaseFile })).rejects.toThrow('is not what')
  rmSync(dirname(path), { recursive: true })
})

test('what stands in its place and is not its own is neither used nor removed', async () => {
  const { path } = channelPlace(room.panel.file)
  writeFileSync(path, 'somebody’s')
  await expect(openImportChannel({ ...settings(), databaseFile: room.panel.file })).rejects.toThrow(
    'is not what',
  )
  await expect(handed()).rejects.toThrow('is not what')
  expect(statSync(path).size).toBeGreaterThan(0)
})

test('too many files, or too much in them, is refused before any of it is sent', async () => {
  let taken = 0
  await openChannel({
    limits: { files: 4, bytes: 2_000, ms: 10_000 },
    take: () => Promise.resolve({ findings: [], counts: {}, records: (taken += 1) }),
  })
  await expect(handed(longFolder(500))).rejects.toThrow('at most 4 files and 0 MiB are imported at once')
  await expect(handed([...longFolder(1), { name: 'x.csv', bytes: Buffer.from('') }])).rejects.toThrow(
    'at most 4 files',
  )
  expect(taken).toBe(0)
  expect(await handed(longFolder(1))).toMatchObject({ records: 1 })
})

test('whoever does not send what they announced is not waited for, and keeps nobody else waiting for ever', async () => {
  const { path } = await openChannel({ limits: { files: 4, bytes: 100_000, ms: 200 } })
  const idle = connect(path)
  idle.write(`${JSON.stringify({ v: 1, checkOnly: false, files: [{ name: 'a.csv', size: 50 }] })}\n`)
  await once(idle, 'data')
  await expect(handed()).rejects.toThrow('Another import is under way')
  await once(idle, 'close')
  expect(await handed()).toMatchObject({ records: 61 })
})

test('who speaks otherwise is told why, and nothing is taken from them', async () => {
  const { path } = await openChannel()
  for (const words of [
    '{"v":2,"files":[]}',
    'GET / HTTP/1.1',
    '{"v":1,"checkOnly":false,"files":[{"name":"a","size":-1}]}',
  ]) {
    const socket = connect(path)
    socket.write(`${words}\n`)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toContain('of another version')
    socket.destroy()
  }
})

test('whoever ends the command takes the import back', async () => {
  const { path } = await openChannel()
  const before = await casesOnDisk()
  const files = longFolder(400)
  const socket = connect(path)
  socket.write(
    `${JSON.stringify({ v: 1, checkOnly: false, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) })}\n`,
  )
  await once(socket, 'data')
  for (const { bytes } of files) socket.write(bytes)
  while (!room.panel.services.store.isHeldUp()) await new Promise((next) => setImmediate(next))
  socket.destroy()
  await room.panel.services.store.write(async () => undefined)
  expect(await casesOnDisk()).toBe(before)
  expect(await handed(files)).toMatchObject({ records: 1201 })
})

test('a server that ends before it has answered leaves the command with a way on', async () => {
  const { path } = channelPlace(room.panel.file)
  const dying = createServer((socket) => void socket.once('data', () => socket.destroy())).listen(path)
  await once(dying, 'listening')
  opened.push({ close: () => new Promise((closed) => dying.close(closed)) })
  await expect(handed()).rejects.toThrow('Import the folder again: what is there already is left as it is.')
})

test('the server’s log says that there was an import and how much came of it, and nothing of what', async () => {
  const { logged } = room.panel
  const said: string[] = []
  const log = { info: (...words: unknown[]) => said.push(JSON.stringify(words)), warn: () => undefined }
  await openChannel({ log: log as never })
  await handed()
  expect(said).toEqual([JSON.stringify([{ checkOnly: false, findings: 0, records: 61 }, 'import'])])
  expect(logged.join('')).not.toContain('Longworth')
})
