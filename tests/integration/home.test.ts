import { beforeEach, expect, test } from 'vitest'
import { circle, ordersIn } from '../support/orders'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

let panel: TestPanel
let orders: ReturnType<typeof ordersIn>
beforeEach(async () => {
  panel = await openSmallMeeting()
  orders = ordersIn(panel)
})

const needsOf = async (who: PersonName) => (await panel.services.home.needs(await panel.sessionFor(who)))[panel.panelId] ?? []
const linesOf = async (who: PersonName) => (await needsOf(who)).map(({ what, about, overdue }) => `${what} (${about ?? ''})${overdue ? ' overdue' : ''}`)

test('what is overdue comes first, then by day', async () => {
  const { housing } = panel.agencies
  await panel.done('chair', orders.action('A1', 'Later.', { ownerAgencyId: housing, due: 'in 3 weeks' }))
  await panel.done('chair', orders.action('A3', 'Soon.', { ownerAgencyId: housing, due: 'in 1 week' }))
  await panel.done('idva', orders.request('A1', housing, 'Who holds the tenancy?', { due: 'tomorrow' }))
  panel.clock.move({ days: 3 })
  expect(await linesOf('housing')).toEqual([
    'Answer what your agency is asked: Who holds the tenancy? (A1) overdue',
    'Accept or pass on: Soon. (A3)',
    'Accept or pass on: Later. (A1)',
  ])
  expect(await linesOf('probation')).toEqual([])
})

test('nobody’s home tells of an entry that is not for them, nor of a case they are out of', async () => {
  const { housing } = panel.agencies
  await panel.done('idva', orders.action('A1', 'Only the circle.', { ownerAgencyId: panel.agencies.police, audience: circle() }))
  await panel.done('chair', orders.action('A3', 'For housing.', { ownerAgencyId: housing }))
  await panel.done('housing', orders.conflict('A3'))
  expect(await linesOf('police')).toEqual(['Accept or pass on: Only the circle. (A1)'])
  expect(await linesOf('housing')).toEqual([])
})

test('a reading of the cases on it is on record', async () => {
  await panel.done('chair', orders.action('A3', 'For housing.', { ownerAgencyId: panel.agencies.housing }))
  await needsOf('housing')
  const file = await panel.services.reads.caseFile(await panel.sessionFor('chair'), panel.cases.A3)
  expect(JSON.stringify(file)).toContain('"home"')
})

test('only those with something due today or before are reminded', async () => {
  await panel.done('chair', orders.action('A1', 'Soon.', { ownerAgencyId: panel.agencies.housing, due: 'in 2 days' }))
  expect(await panel.services.home.accountsWithSomethingDue(panel.panelId)).toEqual([])
  panel.clock.move({ days: 2 })
  expect(await panel.services.home.accountsWithSomethingDue(panel.panelId)).toEqual([panel.people.housing.accountId])
})
