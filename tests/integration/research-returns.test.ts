import { afterEach, expect, test } from 'vitest'
import { commandsIn } from '../support/commands'
import { openSmallMeeting, type TestPanel } from '../support/small-panel'
import { roomView } from '../support/views'

// What becomes of returns in a meeting: tests/rules/research-returns.test.ts. Here: what pages make of them.

let panel: TestPanel
afterEach(() => panel.close())

test('neither the wall nor the minutes show what was prepared, to anyone', async () => {
  panel = await openSmallMeeting()
  for (const who of ['housing', 'chair'] as const)
    await panel.done(who, {
      kind: 'prepareInformation',
      ...commandsIn(panel).inItem('A1'),
      fields: { what: `Kept to ourselves, ${who}.` },
    })
  for (const who of ['housing', 'chair', 'coordinator', 'police'] as const) {
    const wall = JSON.stringify(await roomView(panel, who, 'wall'))
    const minutes = JSON.stringify(
      await panel.services.reads.minutes(await panel.sessionFor(who), panel.meetingId),
    )
    expect(`${wall}${minutes}`).not.toContain('Kept to ourselves')
  }
})
