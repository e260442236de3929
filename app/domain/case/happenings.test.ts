import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import type { PersonName } from '../../../tests/support/small-panel-facts'

// Today is Wednesday 2 December 2026.

type Fields = Record<string, unknown>
const breach = { happeningKind: 'breach', day: 'today', what: 'He was at her door.' }
const newPartner = { happeningKind: 'new_partner', day: 'today', what: 'He lives with someone new.' }
const recording = (panel: PurePanel, fields: Fields = {}, caseId = panel.cases.A1) => ({
  kind: 'recordHappening',
  caseId,
  fields: { ...breach, ...fields },
})
const happen = (panel: PurePanel, who: PersonName = 'police', fields: Fields = {}) =>
  panel.done(who, recording(panel, fields)).created['happening'] ?? ''
const on = (panel: PurePanel, happeningId: string) => ({ caseId: panel.cases.A1, happeningId })
const correcting = (panel: PurePanel, of: string, fields: Fields = {}) => ({
  kind: 'correctHappening',
  ...on(panel, of),
  fields: { ...breach, ...fields },
  reason: 'It was said wrongly.',
})
const correct = (panel: PurePanel, who: PersonName, of: string, fields: Fields = {}) =>
  panel.done(who, correcting(panel, of, fields)).created['happening'] ?? ''
const withdrawing = (panel: PurePanel, of: string) => ({
  kind: 'withdrawHappening',
  ...on(panel, of),
  reason: 'The wrong case.',
})
const dismissing = (panel: PurePanel, of: string) => ({
  kind: 'dismissRelisting',
  ...on(panel, of),
  reason: 'Heard yesterday.',
})
const answering = (panel: PurePanel, of: string, fields: Fields = {}) => ({
  kind: 'answerDisclosure',
  ...on(panel, of),
  answer: 'made',
  on: '2026-12-01',
  words: 'Her social worker, at her home.',
  ...fields,
})
const thing = (panel: PurePanel, id: string) => panel.things.get('happening', id)
const shows = (panel: PurePanel, who: PersonName, id: string) =>
  panel.view(who, null).some(({ ref }) => ref === `happening:${id}`)

test('what happened stands on its day, in the lane of whoever recorded it, for the whole panel', () => {
  const panel = openPurePanel()
  const id = happen(panel, 'housing', { day: '2026-11-30' })
  expect(thing(panel, id)).toMatchObject({
    panelId: panel.panelId,
    caseId: panel.cases.A1,
    agencyId: panel.agencies.housing,
    happeningKind: 'breach',
    day: '2026-11-30',
    what: 'He was at her door.',
    source: 'agency_record',
    handling: [],
    audience: { kind: 'panel' },
    recordedBy: panel.people.housing.memberId,
    recordedOn: '2026-12-02',
    recordedAt: panel.clock.now(),
    invitedAgencyIds: null,
    disclosureDue: null,
  })
  for (const who of ['chair', 'idva', 'police', 'socialCare'] as const)
    expect(shows(panel, who, id)).toBe(true)
})

test('a day nobody understands, and one to come for what can only have happened, are refused by their field', () => {
  const panel = openPurePanel()
  for (const day of ['one of these days', 'tomorrow'])
    expect(panel.refused('police', recording(panel, { day })).fields).toMatchObject([{ field: 'fields.day' }])
})

test.each(['release', 'order_ending'])('what lies ahead (%s) may be on a day to come', (happeningKind) => {
  const panel = openPurePanel()
  expect(thing(panel, happen(panel, 'probation', { happeningKind, day: '2026-12-20' }))?.day).toBe(
    '2026-12-20',
  )
})

test('what she told is for the safety circle, and is never to reach him', () => {
  const panel = openPurePanel()
  const id = happen(panel, 'idva', { source: 'victim_survivor', handling: ['ask_owner_first'] })
  expect(thing(panel, id)).toMatchObject({
    audience: { kind: 'safety_circle', memberIds: [] },
    handling: ['ask_owner_first', 'not_to_him'],
  })
  expect(shows(panel, 'idvaTwo', id)).toBe(true)
  expect(shows(panel, 'housing', id)).toBe(false)
})

test('what she told goes to nobody but the circle, and people named beside it', () => {
  const panel = openPurePanel()
  const told = (audience: unknown) => recording(panel, { source: 'victim_survivor', audience })
  for (const audience of [{ kind: 'panel' }, { kind: 'agencies', agencyIds: [panel.agencies.housing] }])
    expect(panel.refused('idva', told(audience)).fields).toMatchObject([{ field: 'fields.audience' }])
  const { memberId } = panel.people.housing
  const { created } = panel.done('idva', told({ kind: 'safety_circle', memberIds: [memberId] }))
  expect(shows(panel, 'housing', created['happening'] ?? '')).toBe(true)
  expect(shows(panel, 'socialCare', created['happening'] ?? '')).toBe(false)
})

test('it is never for named agencies, since chair and coordinator have to act on it', () => {
  const panel = openPurePanel()
  const audience = { kind: 'agencies', agencyIds: [panel.agencies.housing] }
  expect(panel.refused('police', recording(panel, { audience })).fields).toMatchObject([
    { field: 'fields.audience' },
  ])
})

test('only members of the panel are named beside the circle', () => {
  const panel = openPurePanel()
  const audience = { kind: 'safety_circle', memberIds: [panel.people.brookIdva.memberId] }
  expect(panel.refused('police', recording(panel, { audience })).fields).toMatchObject([
    { field: 'fields.audience' },
  ])
})

test('only a new partner asks for an answer under the disclosure scheme, by the day that the policy says', () => {
  const panel = openPurePanel()
  expect(thing(panel, happen(panel, 'police', newPartner))?.disclosureDue).toBe('2026-12-30')
  expect(thing(panel, happen(panel, 'police'))?.disclosureDue).toBeNull()
})

test('corrected, it is a new version that keeps what it was about and points at the old one', () => {
  const panel = openPurePanel()
  const first = happen(panel, 'police')
  const recordedAt = panel.clock.now()
  panel.clock.move({ minutes: 5 })
  const second = correct(panel, 'police', first, { what: 'He was at her mother’s door.' })
  expect(thing(panel, first)).toMatchObject({ supersededBy: second, what: 'He was at her door.' })
  expect(thing(panel, second)).toMatchObject({
    what: 'He was at her mother’s door.',
    supersedes: first,
    supersededBy: null,
    correctionReason: 'It was said wrongly.',
    recordedAt: panel.clock.now(),
    asksSince: recordedAt,
  })
})

test('only the version that stands is corrected, and one that was withdrawn is not', () => {
  const panel = openPurePanel()
  const first = happen(panel, 'police')
  const second = correct(panel, 'police', first)
  expect(panel.refused('police', correcting(panel, first))).toMatchObject({ code: 'wrong_moment' })
  panel.done('police', withdrawing(panel, second))
  expect(panel.refused('police', correcting(panel, second))).toMatchObject({ code: 'already_done' })
})

test('its agency corrects and withdraws it, or whoever runs the panel; to others it says so', () => {
  const panel = openPurePanel()
  const id = happen(panel, 'police')
  expect(panel.refused('housing', correcting(panel, id))).toMatchObject({ code: 'not_allowed' })
  expect(panel.refused('housing', withdrawing(panel, id))).toMatchObject({ code: 'not_allowed' })
  const second = correct(panel, 'coordinator', id)
  // It stays in the lane it was recorded in.
  expect(thing(panel, second)?.agencyId).toBe(panel.agencies.police)
  panel.done('chair', withdrawing(panel, second))
  expect(thing(panel, second)).toMatchObject({
    withdrawnAt: panel.clock.now(),
    withdrawnBy: panel.people.chair.memberId,
    withdrawnReason: 'The wrong case.',
  })
})

test('to whoever may not see it, and on another case, it is not there to be corrected, withdrawn or answered', () => {
  const panel = openPurePanel()
  const id = happen(panel, 'idva', { source: 'victim_survivor' })
  for (const sent of [correcting(panel, id), withdrawing(panel, id)])
    expect(panel.refused('housing', sent)).toMatchObject({ code: 'not_found' })
  for (const sent of [correcting, withdrawing, dismissing, answering])
    expect(panel.refused('chair', { ...sent(panel, id), caseId: panel.cases.A2 })).toMatchObject({
      code: 'not_found',
    })
})

test('a correction keeps its audience, unless only now it turns out that she told it', () => {
  const panel = openPurePanel()
  const { memberId } = panel.people.housing
  const first = happen(panel, 'police', { audience: { kind: 'safety_circle', memberIds: [memberId] } })
  const kept = correct(panel, 'police', first, { source: 'agency_record' })
  expect(thing(panel, kept)?.audience).toEqual({ kind: 'safety_circle', memberIds: [memberId] })
  const hers = correct(panel, 'police', kept, { source: 'victim_survivor' })
  expect(thing(panel, hers)?.audience).toEqual({ kind: 'safety_circle', memberIds: [] })
  // Earlier versions with the same words are no longer for whoever may not read the last one.
  for (const id of [first, kept, hers]) expect(shows(panel, 'housing', id)).toBe(false)
  expect(shows(panel, 'chair', first)).toBe(true)
  const again = correct(panel, 'police', hers, {
    source: 'victim_survivor',
    audience: { kind: 'safety_circle', memberIds: [memberId] },
  })
  expect(thing(panel, correct(panel, 'police', again, { source: 'victim_survivor' }))?.audience).toEqual({
    kind: 'safety_circle',
    memberIds: [memberId],
  })
})

test('dismissed, it is dismissed once, by whoever runs the panel, with the reason', () => {
  const panel = openPurePanel()
  const id = happen(panel)
  panel.done('coordinator', dismissing(panel, id))
  expect(thing(panel, id)).toMatchObject({
    dismissedAt: panel.clock.now(),
    dismissedBy: panel.people.coordinator.memberId,
    dismissedReason: 'Heard yesterday.',
  })
  expect(panel.refused('chair', dismissing(panel, id))).toMatchObject({ code: 'already_done' })
})

test('corrected in its words alone, what was answered stays answered; another day or kind asks anew', () => {
  const panel = openPurePanel()
  const first = happen(panel)
  panel.done('chair', dismissing(panel, first))
  const reworded = correct(panel, 'police', first, { what: 'At her door, twice.' })
  expect(thing(panel, reworded)?.dismissedReason).toBe('Heard yesterday.')
  panel.clock.move({ minutes: 1440 })
  const otherDay = correct(panel, 'police', reworded, { day: '2026-12-01' })
  expect(thing(panel, otherDay)).toMatchObject({
    dismissedAt: null,
    dismissedReason: null,
    asksSince: panel.clock.now(),
    recordedOn: '2026-12-03',
  })
  panel.done('chair', dismissing(panel, otherDay))
  const otherKind = correct(panel, 'police', otherDay, { happeningKind: 'new_incident', day: '2026-12-01' })
  expect(thing(panel, otherKind)?.dismissedAt).toBeNull()
})

test('a new partner stays answered for, however the day is corrected; one who turns out to be none asks no more', () => {
  const panel = openPurePanel()
  const first = happen(panel, 'police', newPartner)
  panel.done('police', answering(panel, first))
  panel.clock.move({ minutes: 1440 })
  const otherDay = correct(panel, 'police', first, { ...newPartner, day: '2026-12-01' })
  expect(thing(panel, otherDay)).toMatchObject({ disclosure: 'made', disclosureDue: '2026-12-30' })
  const none = correct(panel, 'police', otherDay)
  expect(thing(panel, none)).toMatchObject({ disclosure: null, disclosureDue: null })
  const after = correct(panel, 'police', none, newPartner)
  expect(thing(panel, after)).toMatchObject({ disclosure: null, disclosureDue: '2026-12-31' })
})

test('disclosure made has its day, that is not to come; not needed has none', () => {
  const panel = openPurePanel()
  const id = happen(panel, 'police', newPartner)
  for (const day of ['', '2026-12-03'])
    expect(panel.refused('police', answering(panel, id, { on: day })).fields).toMatchObject([{ field: 'on' }])
  panel.done('police', answering(panel, id, { answer: 'not_needed', on: '2026-12-01' }))
  expect(thing(panel, id)).toMatchObject({
    disclosure: 'not_needed',
    disclosureOn: null,
    disclosureWords: 'Her social worker, at her home.',
    disclosureAt: panel.clock.now(),
    disclosureBy: panel.people.police.memberId,
  })
  expect(panel.refused('police', answering(panel, id))).toMatchObject({ code: 'already_done' })
  const second = happen(panel, 'police', newPartner)
  panel.done('police', answering(panel, second, { on: '2026-12-02' }))
  expect(thing(panel, second)).toMatchObject({ disclosure: 'made', disclosureOn: '2026-12-02' })
})

test('nothing but a new partner is answered for under the disclosure scheme', () => {
  const panel = openPurePanel()
  expect(panel.refused('police', answering(panel, happen(panel)))).toMatchObject({ code: 'wrong_moment' })
})
