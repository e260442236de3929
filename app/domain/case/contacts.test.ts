import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// Today is Wednesday 2 December 2026. Whose it is and who sees it: on-a-case.test.ts.

type Fields = Record<string, unknown>
const recording = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'recordContact',
  caseId: panel.cases.A1,
  fields: { day: '2026-12-02', means: 'visit', result: 'not_reached', what: 'Nobody opened.', ...fields },
})
const record = (panel: PurePanel, who: PersonName = 'police') =>
  panel.things.get('contact', panel.done(who, recording(panel)).created['contact'])

test('a contact says on which day, how, what came of it and what was tried', () => {
  expect(record(openPurePanel(), 'caseManager')).toMatchObject({
    day: '2026-12-02',
    means: 'visit',
    result: 'not_reached',
    what: 'Nobody opened.',
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  })
})

test.each([
  ['day', '2026-12-03'],
  ['day', 'soon'],
  ['means', 'weather'],
  ['result', ''],
  ['what', ' '],
])('a contact of which %s is “%s” is refused there', (field, value) => {
  const panel = openPurePanel()
  expect(panel.refused('police', recording(panel, { [field]: value })).fields).toMatchObject([
    { field: `fields.${field}` },
  ])
})

test('withdrawn, it says why, by whom and when', () => {
  const panel = openPurePanel()
  const contactId = record(panel)?.id
  panel.done('chair', {
    kind: 'withdrawContact',
    caseId: panel.cases.A1,
    contactId,
    reason: 'The wrong man.',
  })
  expect(panel.things.get('contact', contactId)).toMatchObject({
    withdrawnAt: panel.clock.now(),
    withdrawnBy: panel.people.chair.memberId,
    withdrawnReason: 'The wrong man.',
  })
})
