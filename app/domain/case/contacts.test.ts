import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// Today is Wednesday 2 December 2026.

type Fields = Record<string, unknown>
const recording = (panel: PurePanel, fields: Fields = {}, caseId = panel.cases.A1) => ({
  kind: 'recordContact',
  caseId,
  fields: { day: '2026-12-02', means: 'visit', result: 'not_reached', what: 'Nobody opened.', ...fields },
})
const record = (panel: PurePanel, who: PersonName = 'police', fields: Fields = {}) =>
  panel.done(who, recording(panel, fields)).created['contact'] ?? ''
const withdrawing = (panel: PurePanel, contactId: string, rest: Fields = {}) => ({
  kind: 'withdrawContact',
  caseId: panel.cases.A1,
  contactId,
  reason: 'The wrong man.',
  ...rest,
})
const contact = (panel: PurePanel, id: string) => panel.things.get('contact', id)
const shows = (panel: PurePanel, who: PersonName, id: string) =>
  panel.view(who, null).some(({ ref }) => ref === `contact:${id}`)

test('a contact stands in the lane of whoever recorded it, with its day, how, and what came of it', () => {
  const panel = openPurePanel()
  const id = record(panel, 'caseManager')
  expect(contact(panel, id)).toEqual({
    id,
    panelId: panel.panelId,
    caseId: panel.cases.A1,
    agencyId: panel.agencies.harbour,
    recordedBy: panel.people.caseManager.memberId,
    recordedAt: panel.clock.now(),
    day: '2026-12-02',
    means: 'visit',
    result: 'not_reached',
    what: 'Nobody opened.',
    invitedAgencyIds: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  })
  for (const who of ['chair', 'idva', 'housing', 'observer'] as const)
    expect(shows(panel, who, id)).toBe(true)
})

test('what is missing or cannot be is refused by its field', () => {
  const panel = openPurePanel()
  for (const [field, value] of [
    ['day', '2026-12-03'],
    ['day', 'soon'],
    ['means', 'weather'],
    ['result', ''],
    ['what', ' '],
    ['agencyId', panel.agencies.housing],
  ] as const)
    expect(panel.refused('police', recording(panel, { [field]: value })).fields).toMatchObject([
      { field: `fields.${field}` },
    ])
  const id = record(panel, 'coordinator', { agencyId: panel.agencies.housing })
  expect(contact(panel, id)?.agencyId).toBe(panel.agencies.housing)
})

test('a case that is another panel’s, or that one is out of, is not there', () => {
  const panel = openPureMeeting()
  const id = record(panel, 'housing')
  panel.done('housing', commandsIn(panel).conflict('A1'))
  for (const sent of [recording(panel), withdrawing(panel, id), recording(panel, {}, panel.cases.B1)])
    expect(panel.refused('housing', sent)).toMatchObject({ code: 'not_found' })
  expect(shows(panel, 'housing', id)).toBe(false)
})

test('recorded while the case is before a few agencies only, it stays with them', () => {
  const panel = openPureMeeting()
  panel.done('chair', commandsIn(panel).invite('A1', panel.agencies.police, panel.agencies.justiceCentre))
  const id = record(panel, 'police')
  panel.done('chair', commandsIn(panel).inviteEveryone('A1'))
  expect(shows(panel, 'chair', id)).toBe(true)
  expect(shows(panel, 'housing', id)).toBe(false)
})

test('withdrawn, it says why and by whom, once, and stays readable', () => {
  const panel = openPurePanel()
  const id = record(panel)
  expect(panel.refused('housing', withdrawing(panel, id))).toMatchObject({ code: 'not_allowed' })
  expect(panel.refused('police', withdrawing(panel, id, { caseId: panel.cases.A2 }))).toMatchObject({
    code: 'not_found',
  })
  expect(panel.refused('police', withdrawing(panel, id, { reason: '' })).fields).toMatchObject([
    { field: 'reason' },
  ])
  panel.done('chair', withdrawing(panel, id))
  expect(contact(panel, id)).toMatchObject({
    withdrawnAt: panel.clock.now(),
    withdrawnBy: panel.people.chair.memberId,
    withdrawnReason: 'The wrong man.',
  })
  expect(shows(panel, 'housing', id)).toBe(true)
  expect(panel.refused('police', withdrawing(panel, id))).toMatchObject({ code: 'already_done' })
})
