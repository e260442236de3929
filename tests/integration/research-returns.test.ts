import { afterEach, expect, test } from 'vitest'
import { journal } from '../../db/schema/journal'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, openSmallPanel, type PersonName, type TestPanel } from '../support/small-panel'
import { roomView } from '../support/views'

// What an agency returns before a meeting is its own until it shares an entry there; what others learn is the state.

let panel: TestPanel
afterEach(() => panel.close())

const before = async () => {
  panel = await openSmallPanel()
  return commandsIn(panel)
}
const inSession = async () => {
  panel = await openSmallMeeting()
  return commandsIn(panel)
}
const give = (returns: Record<string, object>, more: object = {}) => ({
  kind: 'giveReturns',
  meetingId: panel.meetingId,
  returns,
  ...more,
})
const prepare = async (
  who: PersonName,
  fields: object,
  kind = 'prepareInformation',
  item: 'A1' | 'A2' | 'A3' = 'A1',
) => {
  const { created } = await panel.done(who, { kind, ...commandsIn(panel).inItem(item), fields })
  return created.preparedEntry ?? ''
}

test('what contradicts itself is refused at its line, and nothing of the page is kept', async () => {
  await before()
  await prepare('housing', { what: 'Rent arrears.' })
  const records = await panel.services.store.read.$count(journal)
  const field = `returns.${panel.items.A1}.holding`
  for (const line of [
    { holding: 'nothing_held' },
    { holding: 'nothing_held', staffSafety: 'A dog.' },
    { holding: '', staffSafety: 'A dog.' },
  ]) {
    const refused = await panel.refused(
      'housing',
      give({ [panel.items.A3]: { holding: 'known_now' }, [panel.items.A1]: line }),
    )
    expect(refused.fields?.map((one) => one.field)).toEqual([field])
  }
  expect(await panel.services.store.read.$count(journal)).toBe(records)
})

test('neither the wall nor the minutes show what was prepared, to anyone', async () => {
  await inSession()
  await prepare('housing', { what: 'Kept to ourselves.' })
  await prepare('chair', { what: 'Kept to ourselves too.' })
  for (const who of ['housing', 'chair', 'coordinator', 'police'] as const) {
    const wall = JSON.stringify(await roomView(panel, who, 'wall'))
    const minutes = JSON.stringify(
      await panel.services.reads.minutes(await panel.sessionFor(who), panel.meetingId),
    )
    expect(`${wall}${minutes}`).not.toContain('Kept to ourselves')
  }
})
