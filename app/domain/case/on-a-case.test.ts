import { describe, expect, test } from 'vitest'
import { onACaseExamples } from '../../../tests/examples/case'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// What holds for everything that is recorded on a case between meetings, of whichever kind.

describe.each(Object.entries(onACaseExamples))('%s', (thing, { record, takeBack }) => {
  const recording = (panel: PurePanel, fields: object = {}, caseId = panel.cases.A1) => ({
    kind: record.kind,
    caseId,
    fields: { ...record.fields, ...fields },
  })
  const done = (panel: PurePanel, who: PersonName, fields: object = {}) =>
    panel.done(who, recording(panel, fields)).created[thing] ?? ''
  const takingBack = (panel: PurePanel, id: string, caseId = panel.cases.A1) => ({
    kind: takeBack.kind,
    caseId,
    [takeBack.named]: id,
    ...takeBack.rest,
  })
  const one = (panel: PurePanel, id: string) => panel.things.get(thing as 'contact', id)
  const shows = (panel: PurePanel, who: PersonName, id: string) =>
    panel.view(who, null).some(({ ref }) => ref === `${thing}:${id}`)

  test('it stands on its case, in the lane of whoever recorded it, and is seen by who may see the case', () => {
    const panel = openPurePanel()
    const id = done(panel, 'housing')
    expect(one(panel, id)).toMatchObject({
      panelId: panel.panelId,
      caseId: panel.cases.A1,
      agencyId: panel.agencies.housing,
      recordedBy: panel.people.housing.memberId,
      recordedAt: panel.clock.now(),
      invitedAgencyIds: null,
    })
    for (const who of ['chair', 'idva', 'police', 'socialCare'] as const)
      expect(shows(panel, who, id)).toBe(true)
    for (const who of ['evaluator', 'administrator', 'brookChair'] as const)
      expect(shows(panel, who, id)).toBe(false)
  })

  test('an agency records in its own lane, whoever runs the panel in that of any agency of it', () => {
    const panel = openPurePanel()
    const inLane = { agencyId: panel.agencies.housing }
    for (const [who, agencyId] of [
      ['police', panel.agencies.housing],
      ['chair', panel.agencies.brookPolice],
    ] as const)
      expect(panel.refused(who, recording(panel, { agencyId })).fields).toMatchObject([
        { field: 'fields.agencyId' },
      ])
    expect(one(panel, done(panel, 'coordinator', inLane))?.agencyId).toBe(panel.agencies.housing)
  })

  test('on a case that is another panel’s, or that one is out of, there is nothing to record or to take back', () => {
    const panel = openPureMeeting()
    const id = done(panel, 'housing')
    panel.done('housing', commandsIn(panel).conflict('A1'))
    for (const sent of [
      recording(panel),
      recording(panel, {}, panel.cases.B1),
      recording(panel, {}, 'none'),
      takingBack(panel, id),
    ])
      expect(panel.refused('housing', sent)).toMatchObject({ code: 'not_found' })
    expect(shows(panel, 'housing', id)).toBe(false)
  })

  test('recorded while the case is before a few agencies only, it stays with them', () => {
    const panel = openPureMeeting()
    const few = [panel.agencies.police, panel.agencies.justiceCentre]
    panel.done('chair', commandsIn(panel).invite('A1', ...few))
    const id = done(panel, 'police')
    expect(one(panel, id)?.invitedAgencyIds).toEqual(few)
    panel.done('chair', commandsIn(panel).inviteEveryone('A1'))
    expect([shows(panel, 'chair', id), shows(panel, 'housing', id)]).toEqual([true, false])
    expect(panel.refused('housing', takingBack(panel, id))).toMatchObject({ code: 'not_found' })
    expect(one(panel, done(panel, 'police'))?.invitedAgencyIds).toBeNull()
  })

  test('its agency takes it back, or whoever runs the panel, with the reason, once; under another case it is not there', () => {
    const panel = openPurePanel()
    const [first, second] = [done(panel, 'police'), done(panel, 'police')]
    expect(panel.refused('housing', takingBack(panel, first))).toMatchObject({ code: 'not_allowed' })
    expect(panel.refused('police', takingBack(panel, first, panel.cases.A2))).toMatchObject({
      code: 'not_found',
    })
    expect(panel.refused('police', { ...takingBack(panel, first), reason: ' ' }).fields).toMatchObject([
      { field: 'reason' },
    ])
    panel.done('police', takingBack(panel, first))
    panel.done('chair', takingBack(panel, second))
    for (const id of [first, second]) {
      expect(shows(panel, 'housing', id)).toBe(true)
      expect(panel.refused('chair', takingBack(panel, id))).toMatchObject({ code: 'already_done' })
    }
  })
})
