import { describe, expect, test } from 'vitest'
import { agencies, commandsIn } from '../../../tests/support/commands'
import { fieldsRefused, made } from '../../../tests/support/made'
import { openPureMeeting, openPurePanel } from '../../../tests/support/pure-panel'
import { isRefusal } from '../refusals'
import { recordEntry } from './entries'

test('an entry knows where, when, by whom and for which agency it was recorded, and nothing came before or after it', () => {
  const panel = openPureMeeting()
  panel.done('chair', commandsIn(panel).invite('A1', panel.agencies.police))
  const audience = agencies(panel.agencies.police)
  const sent = commandsIn(panel).share('A1', 'Seen.', { audience, handling: ['panel_only'] })
  expect(made(panel, 'share', 'police', sent)).toMatchObject({
    panelId: panel.panelId,
    caseId: panel.cases.A1,
    meetingId: panel.meetingId,
    itemId: panel.items.A1,
    agencyId: panel.agencies.police,
    recordedBy: panel.people.police.memberId,
    recordedAt: panel.clock.now(),
    audience,
    laterAudiences: [],
    handling: ['panel_only'],
    invitedAgencyIds: [panel.agencies.police],
    supersedes: null,
    supersededBy: null,
    correctionReason: null,
    withdrawnAt: null,
    withdrawnReason: null,
  })
})

test('each kind is recorded as what it is', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const decision = panel.done('chair', commands.decision('A1'))
  const records = [
    decision,
    panel.done('police', commands.share('A1', 'Seen.')),
    panel.done('police', commands.lever('A1', 'His tenancy.')),
    panel.done('police', commands.finding('A1')),
    panel.done('police', commands.position('A1', decision.created['decision'] ?? '')),
    panel.done('police', commands.intervention('A1', 'Visits.')),
    panel.done('police', commands.action('A1', 'Visit.')),
    panel.done('police', commands.request('A1', panel.agencies.housing, 'Who?')),
    panel.done('police', commands.safetyCheck('A1')),
  ].map((one) => one.records.map(({ kind }) => kind))
  expect(records).toEqual([
    ['decisionRecorded'],
    ['informationShared'],
    ['leverRecorded'],
    ['findingRecorded'],
    ['positionRecorded'],
    ['interventionPlanned'],
    ['actionAssigned'],
    ['informationRequested'],
    ['safetyCheckAnswered'],
  ])
})

test('of an agency that is not one’s own, or of another panel, nothing is recorded: the field is named', () => {
  const panel = openPureMeeting()
  const { share } = commandsIn(panel)
  const inLaneOf = (agencyId: string) => share('A1', 'Seen.', { agencyId })
  expect(fieldsRefused(panel, 'housing', inLaneOf(panel.agencies.police))).toEqual(['fields.agencyId'])
  expect(fieldsRefused(panel, 'chair', inLaneOf(panel.agencies.brookPolice))).toEqual(['fields.agencyId'])
  expect(made(panel, 'share', 'chair', inLaneOf(panel.agencies.police)).agencyId).toBe(panel.agencies.police)
})

test('what is not refused by its lane and not by its audience may still be refused by its own rule', () => {
  const panel = openPureMeeting()
  expect(fieldsRefused(panel, 'police', commandsIn(panel).share('A1', 'Seen.', { about: 'nobody' }))).toEqual(
    ['fields.about'],
  )
})

describe('where an entry can be recorded', () => {
  test('not at a case that is concluded', () => {
    const panel = openPureMeeting()
    panel.done('chair', commandsIn(panel).conclude('A1', 'No time.'))
    expect(panel.refused('police', commandsIn(panel).share('A1', 'Seen.'))).toMatchObject({
      code: 'wrong_moment',
      message: 'This case is concluded. Ask the chair to open it again.',
    })
  })

  test('not at an item that is not there, or is of another meeting', () => {
    const panel = openPureMeeting()
    const { share } = commandsIn(panel)
    for (const itemId of ['no-such-item', panel.nextItem, panel.items.B1])
      expect(panel.refused('police', { ...share('A1', 'Seen.'), itemId })).toMatchObject({
        code: 'not_found',
      })
  })

  test('not in a meeting that is not open yet, or closed, or of another panel', () => {
    const panel = openPurePanel()
    const asking = (who: 'police' | 'brookChair') => ({
      viewer: panel.viewer(who),
      things: panel.things,
      context: { now: panel.clock.now(), today: '2026-12-02', newId: () => 'new' },
    })
    const fields = {
      what: 'Seen.',
      about: 'perpetrator',
      audience: undefined,
      agencyId: null,
      handling: [],
      factDate: null,
    }
    const record = (who: 'police' | 'brookChair', meetingId = panel.meetingId) =>
      recordEntry('share')(asking(who), { meetingId, itemId: panel.items.A1, fields: fields as never })
    expect(record('police')).toMatchObject({ code: 'wrong_moment' })
    expect(record('brookChair')).toMatchObject({ code: 'not_found' })
    expect(record('police', 'no-such-meeting')).toMatchObject({ code: 'not_found' })
    panel.done('chair', { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
    panel.done('chair', { kind: 'openMeeting', meetingId: panel.meetingId, inquorateReason: 'Few came.' })
    panel.done('chair', commandsIn(panel).close('Out of time.'))
    const closed = record('police')
    expect(isRefusal(closed) && closed.message).toMatch(/closed/)
  })
})

describe('a finding on the same criterion is changed, not doubled', () => {
  test('in the lane of whoever changes it, with the earlier one before it', () => {
    const panel = openPureMeeting()
    const { finding } = commandsIn(panel)
    const first = made(panel, 'finding', 'police', finding('A1', { answer: 'unknown' }))
    const other = made(panel, 'finding', 'police', finding('A2'))
    const second = panel.done('housing', finding('A1'))
    expect(second.records).toMatchObject([
      {
        kind: 'entryCorrected',
        body: {
          entryKind: 'finding',
          of: first.id,
          reason: 'Changed in the meeting.',
          entry: {
            agencyId: panel.agencies.housing,
            supersedes: first.id,
            correctionReason: 'Changed in the meeting.',
            answer: 'met',
          },
        },
      },
    ])
    expect(panel.things.get('finding', other.id)?.supersededBy).toBeNull()
  })

  test('one of another criterion stands beside it; one that was struck out is not taken up again', () => {
    const panel = openPureMeeting()
    const { finding, withdraw } = commandsIn(panel)
    const keys = panel.things
      .all('criteria')
      .filter((set) => set.panelId === panel.panelId)
      .flatMap((set) => set.criteria.map(({ key }) => key))
    const another = keys.find((key) => key !== 'safe_lever') ?? ''
    const first = made(panel, 'finding', 'police', finding('A1'))
    expect(made(panel, 'finding', 'police', finding('A1', { criterionKey: another })).supersedes).toBeNull()
    panel.done('police', withdraw(first.id))
    expect(made(panel, 'finding', 'police', finding('A1')).supersedes).toBeNull()
  })

  test('whoever runs the panel and stands for no agency says in whose lane; a first one is in the lane it is given', () => {
    const panel = openPureMeeting()
    const { finding } = commandsIn(panel)
    const forHousing = made(
      panel,
      'finding',
      'coordinator',
      finding('A1', { agencyId: panel.agencies.housing }),
    )
    expect(forHousing.agencyId).toBe(panel.agencies.housing)
    const own = made(panel, 'finding', 'coordinator', finding('A1', { answer: 'not_met' }))
    expect(own.agencyId).toBe(panel.agencies.justiceCentre)
  })
})

test('a first entry says no reason of a correction, and other kinds are never taken for a change', () => {
  const panel = openPureMeeting()
  const { share } = commandsIn(panel)
  made(panel, 'share', 'police', share('A1', 'Seen.'))
  expect(made(panel, 'share', 'police', share('A1', 'Seen.'))).toMatchObject({
    supersedes: null,
    correctionReason: null,
  })
})
