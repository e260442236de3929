import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { sitting, type PersonName } from '../../../tests/support/small-panel-facts'
import { told } from '../../../tests/support/told'

/** The meeting closed on a decision about A1: one there is to tell. */
const closed = (before: (panel: PurePanel) => void = () => undefined) => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  before(panel)
  panel.done('chair', commands.decision('A1'))
  panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  panel.done('chair', commands.close('Out of time.'))
  return panel
}
const telling = (panel: PurePanel, who: PersonName) => told(panel, who, 'telling', null)[0]

test('that she is to be told is known to who may see the case; by whom and how, to who reads her safety record', () => {
  const panel = closed()
  const [kept] = panel.things.all('telling')
  if (!kept) throw new Error('There is nobody to tell.')
  const { id, caseId, victimId } = kept
  const about = { ref: `telling:${id}`, kind: 'telling', id, caseId, victimId, open: true }
  for (const who of sitting) {
    const reads = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo'].includes(who)
    const seen = telling(panel, who)
    expect([who, { ...seen, words: null }]).toEqual([who, { ...about, words: null }])
    expect([who, seen?.words !== null]).toEqual([who, reads])
    if (reads) expect(kept).toMatchObject(seen?.words ?? { none: 'of it' })
  }
})

test('who is named in her safety record reads how she is told, and nobody else for that', () => {
  const panel = closed((open) =>
    open.done('idva', {
      kind: 'keepSafetyRecord',
      caseId: open.cases.A1,
      victimId: open.victims.V1,
      wishes: 'No letters.',
      memberIds: [open.people.police.memberId],
    }),
  )
  expect(telling(panel, 'police')?.words).not.toBeNull()
  expect(telling(panel, 'housing')?.words).toBeNull()
})

test('once it is over, it is not open; whoever is out of the case has nobody to be told', () => {
  const panel = closed()
  const [kept] = panel.things.all('telling')
  panel.done('idva', {
    kind: 'recordTold',
    caseId: panel.cases.A1,
    tellingId: kept?.id,
    state: 'told',
    outcome: 'She knows.',
  })
  expect(telling(panel, 'housing')).toMatchObject({ open: false, words: null })
  expect(told(panel, 'chair', 'telling', panel.meetingId, 'wall')).toEqual([])
  if (kept) panel.things.put('telling', { ...kept, invitedAgencyIds: [panel.agencies.police] })
  expect(telling(panel, 'housing')).toBeUndefined()
  expect(telling(panel, 'police')).toBeDefined()
})
