import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parseCommand, publicCommandKinds, type PublicCommandKind } from '../../app/domain/commands/commands'
import { isRefusal, notFound } from '../../app/domain/refusals'
import { journal } from '../../db/schema/journal'
import { columns } from '../examples/command-example'
import { cellsOf, commandExamples, isAllowed } from '../examples/commands'
import { permissionsPage } from '../examples/permissions-page'
import { aMember } from '../examples/ready'
import { commandsIn } from '../support/commands'
import {
  openSmallMeeting,
  openSmallPanel,
  type Sent,
  type PersonName,
  type TestPanel,
} from '../support/small-panel'

// Every command by every role, for real: in a meeting made ready for it, with a command that is sound in every other way.

const prepare = async (
  kind: PublicCommandKind,
  who: PersonName,
): Promise<{ panel: TestPanel; command: Sent }> => {
  const { before, ready } = commandExamples[kind]
  const panel = await (before === 'the meeting' ? openSmallPanel() : openSmallMeeting())
  return { panel, command: await ready(panel, who) }
}

const expectedAnswer = (kind: PublicCommandKind, who: PersonName) => {
  if (isAllowed(kind, who)) return 'yes'
  return who === 'brookChair' ? 'not_found' : 'not_allowed'
}

test('every example has a cell for every role', () => {
  for (const kind of publicCommandKinds) {
    expect([kind, cellsOf(kind).length]).toEqual([kind, columns.length])
    expect([kind, cellsOf(kind).every((cell) => cell === 'yes' || cell === '.')]).toEqual([kind, true])
  }
})

test.each(publicCommandKinds)('%s: each role is allowed or refused as its example says', async (kind) => {
  const answers: Record<string, string> = {}
  for (const who of columns) {
    const { panel, command: sent } = await prepare(kind, who)
    const before = await panel.services.store.read.$count(journal)
    const outcome = await panel.command(who, sent)
    answers[who] = outcome.ok ? 'yes' : outcome.code
    const records = (await panel.services.store.read.$count(journal)) - before
    expect([who, records]).toEqual([who, outcome.ok ? outcome.records : 0])
    await panel.close()
  }
  expect(answers).toEqual(Object.fromEntries(columns.map((who) => [who, expectedAnswer(kind, who)])))
})

test('to someone with no account every command is as if there were nothing here', async () => {
  for (const kind of publicCommandKinds) {
    const { panel, command: sent } = await prepare(kind, 'chair')
    const command = parseCommand(sent)
    const outcome = isRefusal(command)
      ? 'not parsed'
      : await panel.services.execute({ accountId: 'no-such-account' }, command)
    expect([kind, outcome]).toEqual([kind, notFound])
    await panel.close()
  }
})

test('someone whose membership has ended is refused everything', async () => {
  const panel = await openSmallMeeting()
  await panel.done(
    'administrator',
    aMember(panel, {
      memberId: panel.people.housing.memberId,
      role: 'representative',
      agencyId: panel.agencies.housing,
      active: false,
    }),
  )
  expect(await panel.command('housing', commandsIn(panel).share('A1', 'Still here.'))).toMatchObject({
    code: 'not_found',
  })
  await panel.close()
})

test('docs/permissions.md says what the examples say', () => {
  const page = resolve(import.meta.dirname, '../../docs/permissions.md')
  if (process.env['UPDATE_DOCS']) writeFileSync(page, permissionsPage())
  expect(
    permissionsPage(),
    'Who may do what has changed (+ is what the examples say now, - what the page says). If it is meant to, run this test with UPDATE_DOCS=1 and commit the page.',
  ).toBe(existsSync(page) ? readFileSync(page, 'utf8') : '')
})
