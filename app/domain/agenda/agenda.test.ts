import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { agendaOf } from './agenda'

// The agenda of 16 December, with A1 on it, looked at on 2 December 2026; and that of the meeting in session.

type Fields = Record<string, unknown>
type CaseRef = keyof PurePanel['cases']
const asking = (panel: PurePanel) => ({ things: panel.things }) as never
const agenda = (panel: PurePanel, meetingId = panel.nextMeetingId) =>
  agendaOf(asking(panel), meetingId).map(
    (item) => panel.things.get('case', item.caseId)?.ref ?? 'a case of nobody',
  )
const itemOf = (panel: PurePanel, ref: CaseRef, meetingId = panel.nextMeetingId) =>
  panel.things
    .all('item')
    .find(
      (item) => item.meetingId === meetingId && item.caseId === panel.cases[ref] && item.status !== 'removed',
    )
const listing = (panel: PurePanel, ref: CaseRef, fields: Fields = {}) => ({
  kind: 'listCase',
  meetingId: panel.nextMeetingId,
  caseId: panel.cases[ref],
  itemKind: 'review',
  minutes: 6,
  ...fields,
})
const onItem = (panel: PurePanel, kind: string, ref: CaseRef, rest: Fields = {}) => ({
  kind,
  meetingId: panel.nextMeetingId,
  itemId: itemOf(panel, ref)?.id ?? 'none',
  ...rest,
})
const take = (rest: Fields = {}) => ({ take: 'yes', itemKind: 'review', minutes: 6, ...rest })
const listingDue = (panel: PurePanel, cases: Record<string, object>, rest: Fields = {}) => ({
  kind: 'listDueCases',
  meetingId: panel.nextMeetingId,
  cases,
  ...rest,
})
const fitting = (panel: PurePanel, rest: Fields) => ({
  kind: 'applyFit',
  meetingId: panel.nextMeetingId,
  ...rest,
})
const filled = (...refs: CaseRef[]) => {
  const panel = openPurePanel()
  for (const ref of refs) panel.done('coordinator', listing(panel, ref))
  return panel
}

test('a case comes last, as what it was listed for, in time and so without a reason for being late', () => {
  const panel = filled('A2')
  panel.done(
    'chair',
    listing(panel, 'A5', {
      itemKind: 'new',
      minutes: 9,
      presenterId: panel.people.presenter.memberId,
      lateReason: 'Not needed.',
    }),
  )
  expect(agenda(panel)).toEqual(['A1', 'A2', 'A5'])
  expect(itemOf(panel, 'A5')).toMatchObject({
    panelId: panel.panelId,
    position: 3,
    kind: 'new',
    minutes: 9,
    presenterId: panel.people.presenter.memberId,
    lane: 'discuss',
    noteOnlyReason: null,
    status: 'listed',
    lateReason: null,
    invitedAgencyIds: null,
  })
})

test('listed to be noted only, it is on that lane and says why', () => {
  const panel = openPurePanel()
  panel.done('coordinator', listing(panel, 'A2', { itemKind: 'note_only', minutes: 0 }))
  expect(itemOf(panel, 'A2')).toMatchObject({
    lane: 'note_only',
    noteOnlyReason: 'Put there when the agenda was made.',
  })
})

test('a case is on an agenda once, and only of its own panel; nobody presents who is of another', () => {
  const panel = openPurePanel()
  for (const ref of ['A1', 'B1'] as const)
    expect(panel.refused('chair', listing(panel, ref)).fields).toMatchObject([{ field: 'caseId' }])
  panel.done('chair', listing(panel, 'A2', { presenterId: panel.people.brookIdva.memberId }))
  expect(itemOf(panel, 'A2')?.presenterId).toBeNull()
  expect(panel.refused('brookChair', listing(panel, 'A3'))).toMatchObject({ code: 'not_found' })
})

test('whoever is out of a case does not list it', () => {
  const panel = filled('A2')
  panel.done('chair', onItem(panel, 'declareConflict', 'A2', { reason: 'A cousin.' }))
  panel.done('coordinator', onItem(panel, 'removeItem', 'A2', { reason: 'Not ready.' }))
  expect(panel.refused('chair', listing(panel, 'A2')).fields).toMatchObject([{ field: 'caseId' }])
  expect(panel.refused('chair', listingDue(panel, { [panel.cases.A2]: take() })).fields).toMatchObject([
    { field: 'cases' },
  ])
})

test('after the cut-off a case needs the reason why it is late, which stays with it', () => {
  const panel = openPurePanel()
  panel.clock.move({ days: 7 })
  const cases = { [panel.cases.A3]: take() }
  expect(panel.refused('chair', listing(panel, 'A2')).fields).toMatchObject([{ field: 'lateReason' }])
  expect(panel.refused('chair', listingDue(panel, cases)).fields).toMatchObject([{ field: 'lateReason' }])
  const late = { lateReason: 'A new arrest.' }
  panel.done('chair', listing(panel, 'A2', late))
  panel.done('chair', listingDue(panel, cases, late))
  for (const ref of ['A2', 'A3'] as const) expect(itemOf(panel, ref)?.lateReason).toBe('A new arrest.')
})

test('those that are ticked come on at once, each on its lane; one that stands there is left as it is', () => {
  const panel = openPurePanel()
  const cases = {
    [panel.cases.A1]: take({ minutes: 1 }),
    [panel.cases.A2]: take({ lane: 'note_only' }),
    [panel.cases.A3]: take({ itemKind: 'note_only' }),
    [panel.cases.A4]: { ...take(), take: '' },
    [panel.cases.A5]: take({ itemKind: 'urgent', minutes: 9 }),
  }
  const { records } = panel.done('coordinator', listingDue(panel, cases))
  expect(records).toHaveLength(3)
  expect(agenda(panel)).toEqual(['A1', 'A2', 'A3', 'A5'])
  expect((['A1', 'A2', 'A3', 'A5'] as const).map((ref) => itemOf(panel, ref)?.lane)).toEqual([
    'discuss',
    'note_only',
    'note_only',
    'discuss',
  ])
  expect(itemOf(panel, 'A1')?.minutes).not.toBe(1)
  expect(itemOf(panel, 'A5')).toMatchObject({ kind: 'urgent', minutes: 9, presenterId: null, position: 4 })
  expect(panel.refused('chair', listingDue(panel, { [panel.cases.A2]: take() }))).toMatchObject({
    code: 'already_done',
  })
})

test('the button of one case lists that one, whatever is ticked; with nothing ticked nothing is listed', () => {
  const panel = openPurePanel()
  const cases = { [panel.cases.A2]: take(), [panel.cases.A5]: { ...take(), take: '' } }
  panel.done('coordinator', listingDue(panel, cases, { only: panel.cases.A5 }))
  expect(agenda(panel)).toEqual(['A1', 'A5'])
  expect(panel.refused('chair', listingDue(panel, {})).fields).toMatchObject([{ field: 'cases' }])
  expect(panel.refused('chair', listingDue(panel, { [panel.cases.B1]: take() })).fields).toMatchObject([
    { field: 'cases' },
  ])
})

test('an item changes its kind, minutes and presenter; to be noted only, its lane changes with it', () => {
  const panel = filled('A2')
  const change = (rest: Fields) =>
    onItem(panel, 'changeItem', 'A2', { itemKind: 'review', minutes: 3, ...rest })
  panel.done('coordinator', change({ presenterId: panel.people.idva.memberId }))
  expect(itemOf(panel, 'A2')).toMatchObject({
    kind: 'review',
    minutes: 3,
    lane: 'discuss',
    presenterId: panel.people.idva.memberId,
  })
  panel.done('coordinator', change({ itemKind: 'note_only' }))
  expect(itemOf(panel, 'A2')).toMatchObject({ kind: 'note_only', lane: 'note_only', presenterId: null })
})

test('in session a case is put on the note-only lane with a reason, and brought back to discussion, once each', () => {
  const panel = openPureMeeting()
  const on = commandsIn(panel).inItem('A2')
  const [note, discuss] = [
    { kind: 'putOnNoteOnlyLane', ...on, reason: 'Nothing new.' },
    { kind: 'discussItem', ...on },
  ]
  const item = () => panel.things.get('item', on.itemId)
  expect(panel.refused('chair', discuss)).toMatchObject({ code: 'already_done' })
  panel.done('chair', note)
  expect(item()).toMatchObject({ lane: 'note_only', noteOnlyReason: 'Nothing new.' })
  expect(panel.refused('chair', note)).toMatchObject({ code: 'already_done' })
  panel.done('chair', discuss)
  expect(item()).toMatchObject({ lane: 'discuss', noteOnlyReason: null })
})

test('the order is given whole; what is not named keeps its place at the end', () => {
  const panel = filled('A2', 'A3', 'A4')
  const ids = (...refs: CaseRef[]) => refs.map((ref) => itemOf(panel, ref)?.id ?? 'none')
  const order = (itemIds: string[]) => ({ kind: 'orderAgenda', meetingId: panel.nextMeetingId, itemIds })
  panel.done('chair', order([...ids('A4', 'A2'), 'none', ...ids('A4')]))
  expect(agenda(panel)).toEqual(['A4', 'A2', 'A1', 'A3'])
  expect(panel.refused('chair', order([])).fields).toMatchObject([{ field: 'itemIds' }])
})

test('an item moves up, down, first and last, and not beyond', () => {
  const panel = filled('A2', 'A3')
  const move = (ref: CaseRef, direction: string) => onItem(panel, 'moveItem', ref, { direction })
  panel.done('chair', move('A3', 'up'))
  expect(agenda(panel)).toEqual(['A1', 'A3', 'A2'])
  panel.done('chair', move('A1', 'down'))
  expect(agenda(panel)).toEqual(['A3', 'A1', 'A2'])
  panel.done('chair', move('A2', 'first'))
  expect(agenda(panel)).toEqual(['A2', 'A3', 'A1'])
  panel.done('chair', move('A2', 'last'))
  expect(agenda(panel)).toEqual(['A3', 'A1', 'A2'])
  for (const [ref, direction] of [
    ['A3', 'up'],
    ['A3', 'first'],
    ['A2', 'down'],
    ['A2', 'last'],
  ] as const)
    expect(panel.refused('chair', move(ref, direction))).toMatchObject({ code: 'already_done' })
})

test('agencies are asked in by name, or everyone is; agencies of another panel are none', () => {
  const panel = filled('A2')
  const invite = (rest: Fields) => onItem(panel, 'inviteToItem', 'A2', rest)
  const { police, housing, brookPolice } = panel.agencies
  panel.done('chair', invite({ agencyIds: [police, brookPolice, housing] }))
  expect(itemOf(panel, 'A2')?.invitedAgencyIds).toEqual([police, housing])
  expect(panel.refused('chair', invite({ agencyIds: [brookPolice] })).fields).toMatchObject([
    { field: 'agencyIds' },
  ])
  panel.done('chair', invite({ everyone: 'yes' }))
  expect(itemOf(panel, 'A2')?.invitedAgencyIds).toBeNull()
})

test('taken off with its reason, the number is free again and the case may be listed anew', () => {
  const panel = filled('A2', 'A3')
  const off = onItem(panel, 'removeItem', 'A2', { reason: 'Not ready.' })
  panel.done('chair', off)
  expect(panel.things.get('item', off.itemId)).toMatchObject({
    status: 'removed',
    statusReason: 'Not ready.',
  })
  expect(agenda(panel)).toEqual(['A1', 'A3'])
  expect(panel.refused('chair', off)).toMatchObject({ code: 'not_found' })
  panel.done('chair', listing(panel, 'A2'))
  expect(agenda(panel)).toEqual(['A1', 'A3', 'A2'])
})

test('the proposal that makes it fit is carried out as far as it was left ticked', () => {
  const panel = filled('A2', 'A3', 'A4')
  const id = (ref: CaseRef) => itemOf(panel, ref)?.id ?? 'none'
  const [a2, a3, a4] = [id('A2'), id('A3'), id('A4')]
  panel.done(
    'coordinator',
    fitting(panel, { shorten: { [a2]: '3', [a3]: '', [a4]: '6' }, leaveOut: [a3, a3] }),
  )
  expect(itemOf(panel, 'A2')).toMatchObject({ minutes: 3, kind: 'review' })
  expect(itemOf(panel, 'A4')?.minutes).toBe(6)
  expect(agenda(panel)).toEqual(['A1', 'A2', 'A4'])
  expect(panel.refused('coordinator', fitting(panel, {})).fields).toMatchObject([{ field: 'shorten' }])
  for (const rest of [{ shorten: { none: '3' } }, { leaveOut: ['none'] }])
    expect(panel.refused('coordinator', fitting(panel, rest))).toMatchObject({ code: 'not_found' })
})

test('once the meeting is open its proposal is not carried out; once it is closed nothing of the agenda changes', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const fit = { kind: 'applyFit', meetingId: panel.meetingId, shorten: { [panel.items.A3]: '3' } }
  expect(panel.refused('chair', fit)).toMatchObject({ code: 'wrong_moment' })
  panel.done('chair', commands.close('Out of time.'))
  const { meetingId } = panel
  for (const sent of [
    commands.listFifth(),
    listingDue(panel, { [panel.cases.A5]: take() }, { meetingId, lateReason: 'x' }),
    fit,
    { kind: 'orderAgenda', meetingId, itemIds: [panel.items.A2] },
    { kind: 'moveItem', ...commands.inItem('A2'), direction: 'up' },
    { kind: 'removeItem', ...commands.inItem('A2'), reason: 'Not ready.' },
    { kind: 'changeItem', ...commands.inItem('A2'), itemKind: 'review', minutes: 3 },
    commands.inviteEveryone('A2'),
  ])
    expect(panel.refused('chair', sent)).toMatchObject({ code: 'wrong_moment' })
})
