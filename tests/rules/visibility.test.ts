import { afterEach, beforeEach, expect, test } from 'vitest'
import { notFound } from '../../app/domain/refusals'
import { agencies, circle, commandsIn, panelAudience } from '../support/commands'
import { sitting, type PersonName } from '../support/small-panel-facts'
import { ofKind, thing } from '../support/views'
import { openMeeting, seenBy, type RulePanel } from './ground'

// Domain 6, a sentence a test. Each says who is shown something and who is not.

let panel: RulePanel
let commands: ReturnType<typeof commandsIn>
beforeEach(async () => {
  panel = await openMeeting()
  commands = commandsIn(panel)
})
afterEach(() => panel.close())

const circlePeople: PersonName[] = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo', 'police']
const without = (...names: PersonName[]) => sitting.filter((name) => !names.includes(name))

test('an agenda line says reference, initials and kind to everyone who sits on the panel', async () => {
  for (const who of sitting) {
    const line = thing(await panel.view(who), 'item', panel.items.A2)
    expect(line).toMatchObject({ another: false, caseRef: 'A2', initials: 'B.R.', itemKind: 'new' })
  }
})

test('a case file is open to every member who sits on the panel, and to nobody else', async () => {
  for (const who of sitting)
    expect(thing((await panel.file(who, 'A1')) ?? [], 'case', panel.cases.A1)?.caseRef).toBe('A1')
  for (const who of ['evaluator', 'administrator', 'brookChair', 'brookIdva'] as const) {
    expect([who, await panel.file(who, 'A1')]).toEqual([who, undefined])
  }
})

test('an entry for the whole panel is seen by every member in the room', async () => {
  const { created } = await panel.done(
    'housing',
    commands.share('A1', 'Arrears.', { audience: panelAudience }),
  )
  expect(await seenBy(panel, sitting, 'share', created.share)).toEqual(sitting)
})

test('an entry for named agencies is seen by their members, by its own agency, and by nobody else, chair included', async () => {
  const { created } = await panel.done(
    'housing',
    commands.share('A1', 'For one agency.', { audience: agencies(panel.agencies.probation) }),
  )
  expect(await seenBy(panel, sitting, 'share', created.share)).toEqual(['housing', 'probation'])
})

test('an entry for the safety circle is seen by IDVA, chair, coordinator, police and its author', async () => {
  const { created } = await panel.done(
    'socialCare',
    commands.share('A1', 'For the circle.', { audience: circle() }),
  )
  expect(await seenBy(panel, sitting, 'share', created.share)).toEqual([...circlePeople, 'socialCare'])
})

test('members whom the author names are in the safety circle for that entry alone', async () => {
  const named = await panel.done(
    'idva',
    commands.share('A1', 'Named.', { audience: circle(panel.people.housing.memberId) }),
  )
  const unnamed = await panel.done('idva', commands.share('A1', 'Unnamed.', { audience: circle() }))
  expect(await seenBy(panel, sitting, 'share', named.created.share)).toEqual([...circlePeople, 'housing'])
  expect(await seenBy(panel, sitting, 'share', unnamed.created.share)).toEqual(circlePeople)
})

test('a police observer is not in the safety circle', async () => {
  const { created } = await panel.done(
    'idva',
    commands.share('A1', 'For the circle.', { audience: circle() }),
  )
  expect(await seenBy(panel, ['observer'], 'share', created.share)).toEqual([])
})

test('what a victim-survivor told is for the safety circle unless its author says otherwise, and never reaches his case manager', async () => {
  const { created } = await panel.done(
    'idva',
    commands.share('A1', 'She said so.', { source: 'victim_survivor' }),
  )
  expect(await seenBy(panel, sitting, 'share', created.share)).toEqual(circlePeople)
  expect(await seenBy(panel, ['caseManager', 'presenter'], 'share', created.share)).toEqual([])
})

test('what a victim-survivor told is marked as not to be disclosed to him wherever it shows, whatever its audience', async () => {
  const { created } = await panel.done(
    'idva',
    commands.share('A1', 'She said so.', { source: 'victim_survivor', audience: panelAudience }),
  )
  for (const who of sitting) {
    expect(thing(await panel.view(who), 'share', created.share)).toMatchObject({
      source: 'victim_survivor',
      handling: ['not_to_him'],
    })
  }
})

test('decisions, positions and findings are for the whole panel, whatever audience is asked for', async () => {
  const audience = circle()
  const decision = await panel.done('chair', commands.decision('A1', { audience }))
  const position = await panel.done(
    'police',
    commands.position('A1', decision.created.decision ?? '', { audience }),
  )
  const finding = await panel.done('police', commands.finding('A1', { audience }))
  for (const [kind, { created }] of [
    ['decision', decision],
    ['position', position],
    ['finding', finding],
  ] as const) {
    expect(await seenBy(panel, sitting, kind, created[kind])).toEqual(sitting)
  }
})

test('a safety check is for the safety circle; the panel is told that it is answered, never its words', async () => {
  const { created } = await panel.done('idva', commands.safetyCheck('A1', { plan: 'Her sister’s house.' }))
  expect(await seenBy(panel, sitting, 'safetyCheck', created.safetyCheck)).toEqual(circlePeople)
  expect(thing(await panel.view('caseManager'), 'item', panel.items.A1)?.safetyAnswered).toEqual([
    panel.victims.V1,
  ])
  expect(JSON.stringify(await panel.view('caseManager'))).not.toContain('Her sister’s house.')
  expect(
    await panel.refused(
      'idva',
      commands.safetyCheck('A2', { victimId: panel.victims.V2a, audience: panelAudience }),
    ),
  ).toMatchObject({
    code: 'invalid',
    fields: [{ field: 'fields.audience' }],
  })
})

test('a safety record is for IDVA, chair and coordinator, and for others only by name; police and case manager are others', async () => {
  const keep = {
    kind: 'keepSafetyRecord',
    caseId: panel.cases.A1,
    victimId: panel.victims.V1,
    wishes: 'No letters.',
  }
  await panel.done('idva', keep)
  expect(await seenBy(panel, sitting, 'safetyRecord', panel.victims.V1)).toEqual([
    'chair',
    'coChair',
    'coordinator',
    'idva',
    'idvaTwo',
  ])
  await panel.done('idva', { ...keep, memberIds: [panel.people.police.memberId] })
  expect(await seenBy(panel, sitting, 'safetyRecord', panel.victims.V1)).toEqual([
    'chair',
    'coChair',
    'coordinator',
    'idva',
    'idvaTwo',
    'police',
  ])
  expect(
    thing((await panel.file('caseManager', 'A1')) ?? [], 'safetyRecord', panel.victims.V1),
  ).toBeUndefined()
})

test('each victim-survivor has a safety record of her own', async () => {
  for (const victim of ['V2a', 'V2b', 'V2c'] as const) {
    await panel.done('idva', {
      kind: 'keepSafetyRecord',
      caseId: panel.cases.A2,
      victimId: panel.victims[victim],
      wishes: `Wishes of ${victim}.`,
    })
  }
  const records = ofKind(await panel.view('idva'), 'safetyRecord')
  expect(records.map(({ id, wishes }) => [id, wishes]).sort()).toEqual(
    (['V2a', 'V2b', 'V2c'] as const).map((victim) => [panel.victims[victim], `Wishes of ${victim}.`]).sort(),
  )
})

const refsOf = async (who: PersonName) => JSON.stringify(await panel.view(who))

test('a member who declares an interest is out of the case from that moment: file, entries, returns and agenda line', async () => {
  await panel.done('police', commands.share('A1', 'Known to us.'))
  await panel.done('housing', { kind: 'recordReturn', ...commands.inItem('A1'), state: 'returned' })
  await panel.done('housing', commands.conflict('A1', { reason: 'My brother.' }))
  const text = await refsOf('housing')
  for (const hidden of ['Known to us.', 'Referral words of the first case', 'V1'])
    expect([hidden, text.includes(hidden)]).toEqual([hidden, false])
  const view = await panel.view('housing')
  expect(thing(view, 'item', panel.items.A1)).toMatchObject({
    another: true,
    caseId: null,
    caseRef: null,
    initials: null,
    itemKind: null,
    secondsSpent: 0,
  })
  expect(ofKind(view, 'agencyReturn').filter(({ itemId }) => itemId === panel.items.A1)).toEqual([])
  expect(thing(view, 'meeting', panel.meetingId)).toMatchObject({
    itemId: panel.items.A1,
    step: null,
    itemSince: null,
    mayUndo: false,
  })
  expect(await panel.file('housing', 'A1')).toBeUndefined()
  expect(await panel.refused('housing', commands.share('A1', 'Still here.'))).toEqual(notFound)
})

test('whoever has an interest is put out whatever their role, chair and IDVA included', async () => {
  for (const who of ['coChair', 'coordinator', 'idva', 'observer'] as const) {
    await panel.done(who, commands.conflict('A2'))
    expect([
      who,
      ofKind(await panel.view(who), 'case')
        .map(({ id }) => id)
        .includes(panel.cases.A2),
    ]).toEqual([who, false])
  }
})

test('an interest that is withdrawn lets its member back in', async () => {
  const { created } = await panel.done('housing', commands.conflict('A1'))
  await panel.done('chair', {
    kind: 'withdrawConflict',
    meetingId: panel.meetingId,
    conflictId: created.conflict,
    reason: 'Another man of that name.',
  })
  expect(thing(await panel.view('housing'), 'case', panel.cases.A1)?.caseRef).toBe('A1')
})

test('that a member is out of a case is on record for those who see the case; why, only for chair, coordinator and the member', async () => {
  const { created } = await panel.done('housing', commands.conflict('A1', { reason: 'My brother.' }))
  const reasons: Record<string, string | null | undefined> = {}
  for (const who of sitting) reasons[who] = thing(await panel.view(who), 'conflict', created.conflict)?.reason
  expect(reasons).toEqual({
    ...Object.fromEntries(sitting.map((who) => [who, null])),
    chair: 'My brother.',
    coChair: 'My brother.',
    coordinator: 'My brother.',
    housing: 'My brother.',
  })
})

test('of a man with two cases, whoever is out of one sees nothing of it in the file of the other', async () => {
  await panel.done('housing', commands.conflict('A4'))
  const file = (await panel.file('housing', 'A1')) ?? []
  expect(ofKind(file, 'case').map(({ caseRef }) => caseRef)).toEqual(['A1'])
  expect(JSON.stringify(file)).not.toContain('Referral words of the fourth case')
  expect(
    ofKind((await panel.file('police', 'A1')) ?? [], 'case')
      .map(({ caseRef }) => caseRef)
      .sort(),
  ).toEqual(['A1', 'A4'])
})

test('an agency that is not invited to an item sees another item, and nothing of the case: in the room, its file, its actions', async () => {
  await panel.done(
    'police',
    commands.action('A1', 'Visit the flat.', { ownerAgencyId: panel.agencies.housing }),
  )
  await panel.done('chair', commands.invite('A1', panel.agencies.police, panel.agencies.advocates))
  await panel.done('police', commands.share('A1', 'Only for those invited.'))
  const view = await panel.view('housing')
  expect(thing(view, 'item', panel.items.A1)).toMatchObject({ another: true, caseRef: null, initials: null })
  const cases = ofKind(view, 'case').map(({ caseRef }) => caseRef)
  expect(cases).toEqual(expect.arrayContaining(['A2', 'A3', 'A4']))
  expect(cases).not.toContain('A1')
  expect(JSON.stringify(view)).not.toContain('Only for those invited.')
  expect(await panel.file('housing', 'A1')).toBeUndefined()
  // Chair and coordinator run every item.
  for (const who of ['chair', 'coordinator', 'police', 'idva'] as const) {
    expect([who, JSON.stringify(await panel.view(who)).includes('Only for those invited.')]).toEqual([
      who,
      true,
    ])
  }
})

test('what was recorded at an item stays with those who were invited to it: after the meeting, and at the next one', async () => {
  await panel.done('chair', commands.invite('A1', panel.agencies.police))
  await panel.done('police', commands.share('A1', 'Only for those invited.'))
  await panel.done('police', commands.action('A1', 'A visit for those invited.'))
  await panel.done('chair', commands.decision('A1', { rationale: 'Decided among those invited.' }))
  await panel.done('chair', commands.close('Out of time.'))
  for (const who of ['housing', 'police'] as const) {
    const everywhere = JSON.stringify([
      await panel.file(who, 'A1'),
      await panel.view(who, panel.nextMeetingId),
      await panel.view(who),
    ])
    expect([who, everywhere.includes('those invited')]).toEqual([who, who === 'police'])
    // The case itself is open again to all of the panel.
    expect(thing((await panel.file(who, 'A1')) ?? [], 'case', panel.cases.A1)?.caseRef).toBe('A1')
  }
})

test('a correction that narrows an audience hides the old words from whom it leaves out', async () => {
  const { created } = await panel.done(
    'idva',
    commands.share('A1', 'Too much said.', { audience: panelAudience }),
  )
  await panel.done(
    'idva',
    commands.correct(
      'share',
      created.share ?? '',
      { what: 'Less said.', audience: circle() },
      'It was too much for all.',
    ),
  )
  for (const who of without(...circlePeople)) {
    const text = JSON.stringify(await panel.view(who))
    expect([
      who,
      text.includes('Too much said.'),
      text.includes('Less said.'),
      text.includes('too much for all'),
    ]).toEqual([who, false, false, false])
  }
  expect(await seenBy(panel, sitting, 'share', created.share)).toEqual(circlePeople)
})

test('however many corrections follow, every earlier version is for those who may read all the later ones', async () => {
  const first = await panel.done('idva', commands.share('A1', 'First.', { audience: panelAudience }))
  const second = await panel.done(
    'idva',
    commands.correct('share', first.created.share ?? '', { what: 'Second.', audience: panelAudience }),
  )
  const third = await panel.done(
    'idva',
    commands.correct('share', second.created.share ?? '', { what: 'Third.', audience: circle() }),
  )
  for (const { created } of [first, second, third])
    expect(await seenBy(panel, sitting, 'share', created.share)).toEqual(circlePeople)
})

test('a correction that widens an audience shows the new words alone: neither the old, nor that there were any, nor why', async () => {
  const { created } = await panel.done('idva', commands.share('A1', 'She told us.', { audience: circle() }))
  const wider = await panel.done(
    'idva',
    commands.correct(
      'share',
      created.share ?? '',
      { what: 'It is known.', audience: panelAudience },
      'So that it does not show that she told us.',
    ),
  )
  const shown = thing(await panel.view('housing'), 'share', wider.created.share)
  expect(shown).toMatchObject({ what: 'It is known.', supersedes: null, correctionReason: null })
  expect(JSON.stringify(await panel.view('housing'))).not.toContain('She told us.')
  expect(thing(await panel.view('police'), 'share', wider.created.share)).toMatchObject({
    supersedes: created.share,
    correctionReason: 'So that it does not show that she told us.',
  })
})

test('a correction that names no audience keeps the one it had', async () => {
  const narrow = await panel.done(
    'housing',
    commands.share('A1', 'For one.', { audience: agencies(panel.agencies.probation) }),
  )
  const corrected = await panel.done(
    'housing',
    commands.correct('share', narrow.created.share ?? '', { what: 'For one, better put.' }),
  )
  expect(await seenBy(panel, sitting, 'share', corrected.created.share)).toEqual(['housing', 'probation'])
  const check = await panel.done(
    'idva',
    commands.safetyCheck('A1', { audience: circle(panel.people.socialCare.memberId) }),
  )
  const better = await panel.done(
    'idva',
    commands.correct('safetyCheck', check.created.safetyCheck ?? '', {
      ...(commands.safetyCheck('A1').fields as object),
      victimId: panel.victims.V1,
    }),
  )
  expect(await seenBy(panel, sitting, 'safetyCheck', better.created.safetyCheck)).toEqual([
    ...circlePeople,
    'socialCare',
  ])
})

test('a correction that says she was the source is for the safety circle unless its author says otherwise', async () => {
  const open = await panel.done('idva', commands.share('A1', 'Heard.', { audience: panelAudience }))
  const hers = await panel.done(
    'idva',
    commands.correct('share', open.created.share ?? '', {
      what: 'Heard from her.',
      source: 'victim_survivor',
    }),
  )
  expect(await seenBy(panel, sitting, 'share', hers.created.share)).toEqual(circlePeople)
  expect(thing(await panel.view('chair'), 'share', hers.created.share)?.handling).toEqual(['not_to_him'])
})

test('a reference to an entry is blank for those who may not see that entry', async () => {
  const lever = await panel.done('idva', commands.lever('A1', 'A hidden hold.', { audience: circle() }))
  const plan = await panel.done(
    'police',
    commands.intervention('A1', 'Act on it.', { leverId: lever.created.lever, audience: panelAudience }),
  )
  const ask = await panel.done(
    'police',
    commands.request('A1', panel.agencies.advocates, 'What is known?', { audience: circle() }),
  )
  const hidden = await panel.done(
    'police',
    commands.intervention('A1', 'Act unseen.', { audience: circle() }),
  )
  const action = await panel.done(
    'police',
    commands.action('A1', 'Go there.', {
      interventionId: hidden.created.intervention,
      requestId: ask.created.request,
      audience: panelAudience,
    }),
  )
  const [inCircle, outside] = [await panel.view('chair'), await panel.view('housing')]
  expect(thing(inCircle, 'intervention', plan.created.intervention)?.leverId).toBe(lever.created.lever)
  expect(thing(outside, 'intervention', plan.created.intervention)?.leverId).toBeNull()
  expect(thing(inCircle, 'action', action.created.action)).toMatchObject({
    interventionId: hidden.created.intervention,
    requestId: ask.created.request,
  })
  expect(thing(outside, 'action', action.created.action)).toMatchObject({
    interventionId: null,
    requestId: null,
  })
  for (const id of [lever.created.lever, ask.created.request, hidden.created.intervention])
    expect(JSON.stringify(outside)).not.toContain(id)
})

test('whoever cannot see an entry is refused as if it did not exist', async () => {
  const { created } = await panel.done('idva', commands.share('A1', 'Hidden.', { audience: circle() }))
  const hidden = created.share ?? ''
  for (const id of [hidden, 'no-such-entry']) {
    expect(await panel.refused('housing', commands.correct('share', id, { what: 'Mine now.' }))).toEqual(
      notFound,
    )
    expect(await panel.refused('housing', commands.withdraw(id))).toEqual(notFound)
  }
  const lever = await panel.done('idva', commands.lever('A1', 'Hidden.', { audience: circle() }))
  const [onHidden, onNothing] = [lever.created.lever, 'no-such-entry'].map((leverId) =>
    commands.intervention('A1', 'Use it.', { leverId }),
  )
  expect(await panel.refused('housing', onHidden as never)).toEqual(
    await panel.refused('housing', onNothing as never),
  )
})

test('the wall shows initials, and of entries only decisions and actions for the whole panel', async () => {
  await panel.done('idva', {
    kind: 'keepSafetyRecord',
    caseId: panel.cases.A1,
    victimId: panel.victims.V1,
    wishes: 'Private.',
  })
  await panel.done('chair', commands.listFifth('Words of lateness.'))
  await panel.done('housing', { kind: 'recordReturn', ...commands.inItem('A1'), state: 'returned' })
  const decision = await panel.done('chair', commands.decision('A1', { rationale: 'For the wall.' }))
  const action = await panel.done('police', commands.action('A1', 'For the wall too.'))
  await panel.done('chair', commands.action('A1', 'Not for the wall.', { audience: circle() }))
  await panel.done(
    'chair',
    commands.action('A1', 'Nor this.', { audience: agencies(panel.agencies.justiceCentre) }),
  )
  await panel.done('police', commands.share('A1', 'No share.'))
  await panel.done('police', commands.lever('A1', 'No lever.'))
  await panel.done('police', commands.finding('A1', { evidence: 'No finding.' }))
  await panel.done(
    'police',
    commands.position('A1', decision.created.decision ?? '', { reason: 'No position.' }),
  )
  await panel.done('police', commands.intervention('A1', 'No intervention.'))
  await panel.done('police', commands.request('A1', panel.agencies.housing, 'No request.'))
  await panel.done('idva', commands.safetyCheck('A1', { plan: 'No check.' }))
  await panel.done('housing', commands.conflict('A2', { reason: 'No conflict.' }))
  const wall = await panel.view('chair', panel.meetingId, 'wall')
  expect([...new Set(wall.map(({ kind }) => kind))].sort()).toEqual(
    ['action', 'agency', 'attendance', 'criteria', 'decision', 'item', 'meeting', 'member', 'panel'].sort(),
  )
  expect(ofKind(wall, 'action').map(({ id }) => id)).toEqual([action.created.action])
  expect(ofKind(wall, 'decision').map(({ id }) => id)).toEqual([decision.created.decision])
  expect(thing(wall, 'item', panel.items.A1)?.initials).toBe('A.Q.')
  const text = JSON.stringify(wall)
  for (const hidden of ['Quenby', 'Aldous', 'Words of lateness.', 'Private.', 'No ', 'Nor ', 'Not for'])
    expect([hidden, text.includes(hidden)]).toEqual([hidden, false])
})

test('on the wall an item to which not all are invited is another item, whoever puts the wall up', async () => {
  await panel.done('chair', commands.action('A1', 'Before it was narrowed.'))
  await panel.done('chair', commands.invite('A1', panel.agencies.police))
  await panel.done('chair', commands.action('A1', 'Among those invited.'))
  const wall = await panel.view('chair', panel.meetingId, 'wall')
  expect(thing(wall, 'item', panel.items.A1)).toMatchObject({ another: true, initials: null, caseRef: null })
  expect(thing(wall, 'meeting', panel.meetingId)).toMatchObject({ step: null, itemSince: null })
  expect(ofKind(wall, 'action')).toEqual([])
  expect(thing(await panel.view('chair'), 'item', panel.items.A1)?.initials).toBe('A.Q.')
})

test('whether an agency has returned shows to those who may see the case', async () => {
  await panel.done('housing', { kind: 'recordReturn', ...commands.inItem('A2'), state: 'nothing_held' })
  const id = `${panel.items.A2}~${panel.agencies.housing}`
  await panel.done('probation', commands.conflict('A2'))
  expect(await seenBy(panel, sitting, 'agencyReturn', id)).toEqual(without('probation'))
})

test('an entry stays on record for its author when others may no longer see it', async () => {
  const { created } = await panel.done('housing', commands.share('A1', 'Mine.', { audience: panelAudience }))
  await panel.done(
    'chair',
    commands.correct('share', created.share ?? '', {
      what: 'Chair’s words.',
      audience: circle(),
      agencyId: panel.agencies.justiceCentre,
    }),
  )
  expect(await seenBy(panel, sitting, 'share', created.share)).toEqual([...circlePeople, 'housing'])
  expect(thing(await panel.view('housing'), 'share', created.share)?.supersededBy).toBeNull()
})
