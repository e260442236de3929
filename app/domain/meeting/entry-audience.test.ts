import { describe, expect, test } from 'vitest'
import { agencies, circle, commandsIn, panelAudience } from '../../../tests/support/commands'
import { fieldsRefused, made } from '../../../tests/support/made'
import { openPureMeeting } from '../../../tests/support/pure-panel'
import { entryKinds } from '../things/entries'
import { audienceFor } from './entry-audience'

// Whom an entry is for where its author chose nobody, and where the author has no choice.

const fromHer = { source: 'victim_survivor' }
const ours = { source: 'agency_record' }

test('findings, decisions and positions are the panel’s own, whatever was chosen', () => {
  for (const kind of ['finding', 'decision', 'position'] as const) {
    expect(audienceFor(kind, { audience: circle('teacher') }, null)).toEqual(panelAudience)
    expect(audienceFor(kind, {}, { audience: circle() } as never)).toEqual(panelAudience)
  }
})

test('everything else is for whom its author chose', () => {
  for (const kind of entryKinds.filter(
    (one) => !['finding', 'decision', 'position', 'safetyCheck'].includes(one),
  )) {
    for (const audience of [panelAudience, agencies('police'), circle('teacher')])
      expect(audienceFor(kind, { audience }, null)).toEqual(audience)
    expect(audienceFor(kind, {}, null)).toEqual(panelAudience)
  }
})

test('what she told is for the circle unless its author says otherwise', () => {
  expect(audienceFor('share', fromHer, null)).toEqual(circle())
  expect(audienceFor('share', { ...fromHer, audience: panelAudience }, null)).toEqual(panelAudience)
  expect(audienceFor('share', ours, null)).toEqual(panelAudience)
})

describe('a correction', () => {
  const before = (source: string) => ({ source, audience: agencies('police') }) as never

  test('keeps the audience there was', () => {
    expect(audienceFor('share', ours, before('agency_record'))).toEqual(agencies('police'))
    expect(audienceFor('share', fromHer, before('victim_survivor'))).toEqual(agencies('police'))
    expect(audienceFor('share', ours, before('victim_survivor'))).toEqual(agencies('police'))
    expect(audienceFor('lever', {}, before('agency_record'))).toEqual(agencies('police'))
  })

  test('that says only now that she was the source narrows it to the circle', () => {
    expect(audienceFor('share', fromHer, before('agency_record'))).toEqual(circle())
  })

  test('may choose another', () => {
    expect(audienceFor('share', { ...ours, audience: panelAudience }, before('agency_record'))).toEqual(
      panelAudience,
    )
  })
})

test('a safety check is for the circle: people are named besides, it is not opened to agencies or the panel', () => {
  expect(audienceFor('safetyCheck', {}, null)).toEqual(circle())
  expect(audienceFor('safetyCheck', { audience: circle('teacher') }, null)).toEqual(circle('teacher'))
  expect(audienceFor('safetyCheck', {}, { audience: circle('teacher') } as never)).toEqual(circle('teacher'))
  for (const audience of [panelAudience, agencies('police')])
    expect(audienceFor('safetyCheck', { audience }, null)).toMatchObject({
      ok: false,
      fields: [{ field: 'fields.audience' }],
    })
})

test('agencies and people that are named belong to this panel, all of them', () => {
  const panel = openPureMeeting()
  const { police, brookPolice } = panel.agencies
  const { people } = panel
  const share = (audience: object) => commandsIn(panel).share('A1', 'Said.', { audience })
  for (const audience of [
    agencies(brookPolice),
    agencies(police, brookPolice),
    agencies('no-such-agency'),
    circle(people.brookChair.memberId),
    circle(people.housing.memberId, people.brookChair.memberId),
    circle('nobody'),
  ])
    expect(fieldsRefused(panel, 'police', share(audience))).toEqual(['fields.audience'])
  for (const audience of [agencies(police), circle(people.housing.memberId), circle()])
    expect(made(panel, 'share', 'police', share(audience)).audience).toEqual(audience)
})

test('what she told is marked as not for him, once, beside what else it is marked with', () => {
  const panel = openPureMeeting()
  const share = (fields: object) =>
    made(panel, 'share', 'idva', commandsIn(panel).share('A1', 'Said.', { ...fields }))
  expect(share(fromHer).handling).toEqual(['not_to_him'])
  expect(share({ ...fromHer, handling: ['panel_only', 'not_to_him'] }).handling).toEqual([
    'panel_only',
    'not_to_him',
  ])
  expect(share({ ...ours, handling: ['ask_owner_first'] }).handling).toEqual(['ask_owner_first'])
  expect(share(ours).handling).toEqual([])
})
