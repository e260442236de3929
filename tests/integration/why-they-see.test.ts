import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadEverything } from '../../db/things/load-everything'
import { whyTheySee } from '../../server/why-they-see'
import { circle, commandsIn } from '../support/commands'
import { addressOf, openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

// For whoever keeps the system: which rule shows or hides a thing, and why, without a word of what stands in it.

let panel: TestPanel
let commands: ReturnType<typeof commandsIn>
beforeEach(async () => {
  panel = await openSmallMeeting()
  commands = commandsIn(panel)
})
afterEach(() => panel.close())

const why = async (who: PersonName, kind: 'share' | 'case' | 'account', id: string | undefined) =>
  whyTheySee(await loadEverything(panel.services.store.read), addressOf(who), kind, id ?? '').lines

test('an entry for the circle says which condition hides it from a landlord, and that an advocate meets all', async () => {
  const { created } = await panel.done('idva', commands.share('A1', 'Secret words.', { audience: circle() }))
  const landlord = await why('housing', 'share', created.share)
  expect(landlord).toContain('In room and minutes of M1 (open): hidden')
  expect(landlord).toContain('  no   its author, or in its audience and in that of every later version')
  const colleague = await why('idvaTwo', 'share', created.share)
  expect(colleague).toContain('In room and minutes of M1 (open): shown')
  expect(colleague).toContain('On the wall of M1: hidden')
  expect([...landlord, ...colleague].join()).not.toContain('Secret words.')
})

test('whoever is out of a case is told by which declared interest, and of which items not all are asked in', async () => {
  const { created } = await panel.done('housing', commands.conflict('A1', { reason: 'My brother.' }))
  await panel.done('chair', commands.invite('A1', panel.agencies.police))
  const lines = await why('housing', 'case', panel.cases.A1)
  expect(lines).toContain('On pages and in the case file: hidden')
  expect(lines).toContain(`out of the case by the interest conflict:${created.conflict}`)
  expect(lines).toContain(`not all are asked in at item:${panel.items.A1} of meeting:${panel.meetingId}`)
  expect(lines.join()).not.toContain('My brother.')
})

test('what leaves without some of its fields says which', async () => {
  await panel.done('housing', {
    kind: 'recordReturn',
    ...commands.inItem('A1'),
    state: 'declined',
    reason: 'Not ours to say.',
  })
  const things = await loadEverything(panel.services.store.read)
  const id = `${panel.items.A1}~${panel.agencies.housing}`
  const { lines } = whyTheySee(things, addressOf('probation'), 'agencyReturn', id)
  expect(lines).toContain('  without: declinedReason')
})

test('of another panel, of nobody and of what never leaves it says just that', async () => {
  expect(await why('brookChair', 'case', panel.cases.A1)).toEqual([
    'No member of its panel: to them there is nothing of it.',
  ])
  expect(await why('chair', 'case', 'no-such-case')).toEqual(['There is no case no-such-case.'])
  expect(await why('chair', 'account', panel.people.chair.accountId)).toEqual([
    'Things of the kind account never leave the server: nobody is shown one.',
  ])
})
