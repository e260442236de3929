import { describe, expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPureMeeting, openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { sitting } from '../../../tests/support/small-panel-facts'
import { told, toldOf } from '../../../tests/support/told'

/** A1 as it might stand at its fullest: words in every field, so that one that is not held back shows. */
const full = (panel: PurePanel) => {
  const item = panel.things.get('item', panel.items.A1)
  if (!item) throw new Error('There is no item.')
  const words = {
    noteOnlyReason: 'Why it is only noted',
    statusReason: 'Why it was opened again',
    concludedWithout: 'What was missing',
    lateReason: 'Why it came late',
    broughtBackReason: 'Why it comes back',
  }
  const said = { outcome: 'bring_back' as const, safetyAnswered: ['V1'], presenterId: 'presenter' }
  panel.things.put('item', {
    ...item,
    ...words,
    ...said,
    lane: 'note_only',
    status: 'concluded',
    concludedAt: 1000,
    secondsSpent: 60,
  })
  return { words, said, without: Object.fromEntries(Object.keys(words).map((field) => [field, null])) }
}

const whatItIs = {
  another: false,
  caseRef: 'A1',
  initials: 'A.Q.',
  itemKind: 'review',
  lane: 'note_only',
  status: 'concluded',
  concludedAt: 1000,
  secondsSpent: 60,
  presenterId: 'presenter',
}

describe('an agenda’s line', () => {
  test('says all to whoever is in it, once confidentiality is accepted', () => {
    const panel = openPureMeeting()
    const { words, said } = full(panel)
    const kind = panel.things.get('item', panel.items.A1)?.kind
    expect(toldOf(panel, 'housing', 'item', panel.items.A1)).toMatchObject({
      ...whatItIs,
      itemKind: kind,
      ...words,
      ...said,
    })
  })

  test('says no word about the case, nor what became of it, to whoever has not accepted confidentiality', () => {
    const panel = openPureMeeting(...sitting.filter((who) => who !== 'housing'))
    const { without } = full(panel)
    expect(toldOf(panel, 'housing', 'item', panel.items.A1)).toMatchObject({
      another: false,
      caseRef: 'A1',
      initials: 'A.Q.',
      ...without,
      outcome: null,
      safetyAnswered: [],
      status: 'concluded',
    })
  })

  test('says on the wall what was decided, and no word of why', () => {
    const panel = openPureMeeting()
    const { without } = full(panel)
    expect(toldOf(panel, 'chair', 'item', panel.items.A1, panel.meetingId, 'wall')).toMatchObject({
      another: false,
      caseRef: 'A1',
      initials: 'A.Q.',
      ...without,
      outcome: 'bring_back',
      safetyAnswered: ['V1'],
    })
  })

  const anotherItem = {
    another: true,
    caseId: null,
    caseRef: null,
    initials: null,
    itemKind: null,
    presenterId: null,
    lane: 'discuss',
    noteOnlyReason: null,
    status: 'listed',
    statusReason: null,
    concludedAt: null,
    concludedWithout: null,
    secondsSpent: 0,
    invitedAgencyIds: null,
    lateReason: null,
    outcome: null,
    broughtBackReason: null,
    safetyAnswered: [],
  }

  test.each(['uninvited', 'interested'])(
    'is another item to whoever is out of it (%s), which says how long it is planned and nothing else',
    (why) => {
      const panel = openPureMeeting()
      if (why === 'uninvited') panel.done('chair', commandsIn(panel).invite('A1', panel.agencies.police))
      else panel.done('housing', commandsIn(panel).conflict('A1'))
      full(panel)
      const { meetingId, position, minutes, id } = panel.things.get('item', panel.items.A1) ?? {}
      expect(toldOf(panel, 'housing', 'item', panel.items.A1)).toEqual({
        ref: `item:${id}`,
        kind: 'item',
        id,
        meetingId,
        position,
        minutes,
        ...anotherItem,
      })
      // In a case file, or on any page of the panel's own, there is no other item.
      expect(toldOf(panel, 'housing', 'item', panel.items.A1, null)).toBeUndefined()
      expect(toldOf(panel, 'police', 'item', panel.items.A1, null)).toMatchObject({ another: false })
    },
  )

  test('that was taken off is known as that, and the same item to those who are out of it', () => {
    const panel = openPureMeeting()
    panel.done('chair', commandsIn(panel).invite('A2', panel.agencies.police))
    panel.done('chair', { kind: 'removeItem', ...commandsIn(panel).inItem('A2'), reason: 'Not ready.' })
    expect(toldOf(panel, 'housing', 'item', panel.items.A2)).toMatchObject({
      another: true,
      status: 'removed',
    })
    expect(toldOf(panel, 'police', 'item', panel.items.A2)).toMatchObject({
      another: false,
      status: 'removed',
    })
  })

  test('is for those who sit on the panel, in the meeting it belongs to', () => {
    const panel = openPureMeeting()
    for (const who of ['evaluator', 'administrator', 'brookChair'] as const)
      expect(told(panel, who, 'item')).toEqual([])
    expect(told(panel, 'observer', 'item')).toHaveLength(4)
    expect(toldOf(panel, 'chair', 'item', panel.items.A1, panel.nextMeetingId)).toBeUndefined()
  })

  test('without its case or the man at hand says neither reference nor initials', () => {
    const panel = openPureMeeting()
    panel.things.drop('person', panel.persons.P2)
    expect(toldOf(panel, 'chair', 'item', panel.items.A2)).toMatchObject({ caseRef: 'A2', initials: null })
    panel.things.drop('case', panel.cases.A3)
    expect(toldOf(panel, 'chair', 'item', panel.items.A3)).toMatchObject({ caseRef: null, initials: null })
  })
})

describe('the agenda as it went out', () => {
  const circulated = () => {
    const panel = openPurePanel()
    const { nextMeetingId: meetingId } = panel
    panel.done('coordinator', {
      kind: 'listCase',
      meetingId,
      caseId: panel.cases.A2,
      itemKind: 'new',
      minutes: 9,
      presenterId: panel.people.presenter.memberId,
    })
    const { created } = panel.done('coordinator', {
      kind: 'circulateAgenda',
      meetingId,
      shortNoticeReason: 'It could not be earlier.',
    })
    return { panel, meetingId, id: created['circulation'] ?? '' }
  }

  test('tells who sits on the panel each line as it stood', () => {
    const { panel, meetingId, id } = circulated()
    const kept = panel.things.get('circulation', id)
    expect(kept?.lines).toHaveLength(2)
    expect(toldOf(panel, 'housing', 'circulation', id, meetingId)).toMatchObject({
      meetingId,
      version: 1,
      lines: kept?.lines.map(({ itemId, minutes, kind, lane, presenterId }) => ({
        itemId,
        minutes,
        kind,
        lane,
        presenterId,
      })),
      told: kept?.tellMemberIds.length,
      shortNoticeReason: kept?.shortNoticeReason,
    })
    for (const who of ['evaluator', 'administrator', 'brookChair'] as const)
      expect(told(panel, who, 'circulation', null)).toEqual([])
    expect(told(panel, 'chair', 'circulation', meetingId, 'wall')).toEqual([])
  })

  test('tells of a case that a reader is out of no more than its length; the other lines stay', () => {
    const { panel, meetingId, id } = circulated()
    const kept = panel.things.get('circulation', id)
    if (!kept) throw new Error('It did not go out.')
    panel.things.put('circulation', {
      ...kept,
      lines: kept.lines.map((line) => ({ ...line, lane: 'note_only' as const })),
    })
    const item = panel.things
      .all('item')
      .find((one) => one.meetingId === meetingId && one.caseId === panel.cases.A2)
    panel.done('housing', { kind: 'declareConflict', meetingId, itemId: item?.id, reason: 'A cousin.' })
    const [first, second] = toldOf(panel, 'housing', 'circulation', id, meetingId)?.lines ?? []
    expect(first).toMatchObject({ itemId: panel.nextItem, lane: 'note_only' })
    expect(first?.kind).not.toBeNull()
    expect(second).toEqual({ itemId: item?.id, minutes: 9, kind: null, lane: 'discuss', presenterId: null })
  })

  test('why it went out late is not said before confidentiality is accepted', () => {
    const { panel, meetingId, id } = circulated()
    const kept = panel.things.get('circulation', id)
    if (kept) panel.things.put('circulation', { ...kept, shortNoticeReason: 'He was arrested.' })
    panel.done('chair', { kind: 'acceptConfidentiality', meetingId })
    panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: 'Few came.' })
    const why = (who: 'chair' | 'housing') =>
      toldOf(panel, who, 'circulation', id, meetingId)?.shortNoticeReason
    expect([why('chair'), why('housing')]).toEqual(['He was arrested.', null])
  })
})
