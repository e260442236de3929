import { expect, test } from 'vitest'
import { circle, commandsIn, panelAudience } from '../../../tests/support/commands'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { isActedOn } from './entry-correction'

const fieldsOf = (sent: Record<string, unknown>) => sent['fields'] as Record<string, unknown>

const aCheckNaming = (panel: PurePanel, memberId: string) => {
  const sent = commandsIn(panel).safetyCheck('A1', {
    agencyId: panel.agencies.housing,
    audience: circle(memberId),
  })
  return { fields: fieldsOf(sent), id: panel.done('coordinator', sent).created['safetyCheck'] ?? '' }
}

test('whoever is named in a safety check and is not of the circle reads it, and neither corrects nor strikes it out', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const { id, fields } = aCheckNaming(panel, panel.people.housing.memberId)
  expect(panel.view('housing').map(({ ref }) => ref)).toContain(`safetyCheck:${id}`)
  const better = commands.correct('safetyCheck', id, { ...fields, plan: 'Another plan.' })
  expect(panel.refused('housing', better)).toMatchObject({ code: 'not_allowed' })
  expect(panel.refused('housing', commands.withdraw(id))).toMatchObject({ code: 'not_allowed' })
  // Of the circle, and no more than that: it is another agency's.
  expect(panel.refused('idva', commands.withdraw(id))).toMatchObject({ code: 'not_allowed' })
  panel.done('chair', better)
})

test('an entry is corrected by its agency, chair and coordinator; to whoever may not see it, it is not there', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const share = panel.done('probation', commands.share('A1', 'Said.')).created['share'] ?? ''
  const better = commands.correct('share', share, { what: 'Better said.' })
  expect(panel.refused('police', better)).toMatchObject({ code: 'not_allowed' })
  expect(panel.refused('police', commands.withdraw(share))).toMatchObject({ code: 'not_allowed' })
  const hidden = panel.done('probation', commands.share('A1', 'Among us.', { audience: circle() })).created[
    'share'
  ]
  for (const sent of [
    commands.correct('share', hidden ?? '', { what: 'X.' }),
    commands.withdraw(hidden ?? ''),
  ])
    expect(panel.refused('housing', sent)).toMatchObject({ code: 'not_found' })
  expect(panel.done('coordinator', better).records).toMatchObject([
    {
      kind: 'entryCorrected',
      body: {
        entryKind: 'share',
        of: share,
        reason: 'A slip of the keyboard.',
        entry: { what: 'Better said.', supersedes: share },
      },
    },
  ])
})

test('only the version that stands is corrected, and what is struck out stays struck out', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const share = panel.done('police', commands.share('A1', 'Said.')).created['share'] ?? ''
  const better =
    panel.done('police', commands.correct('share', share, { what: 'Better.' })).created['share'] ?? ''
  for (const sent of [commands.correct('share', share, { what: 'X.' }), commands.withdraw(share)])
    expect(panel.refused('police', sent)).toMatchObject({ code: 'wrong_moment' })
  expect(panel.done('police', commands.withdraw(better)).records).toMatchObject([
    { kind: 'entryWithdrawn', body: { entryKind: 'share', entryId: better, at: panel.clock.now() } },
  ])
  for (const sent of [commands.correct('share', better, { what: 'X.' }), commands.withdraw(better)])
    expect(panel.refused('chair', sent)).toMatchObject({ code: 'already_done' })
})

test('the panel’s decision is corrected and struck out by chair and coordinator alone', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  // Recorded in Social Care's lane, whose member may not touch it for that.
  const sent = commands.decision('A1', { agencyId: panel.agencies.socialCare })
  const decision = panel.done('chair', sent).created['decision'] ?? ''
  const better = commands.correct('decision', decision, { ...fieldsOf(sent), rationale: 'Better.' })
  for (const one of [better, commands.withdraw(decision)])
    expect(panel.refused('socialCare', one)).toMatchObject({ code: 'not_allowed' })
  panel.done('coordinator', better)
})

test('what is refused in a correction names the field of the correction', () => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const sent = commands.action('A1', 'Visit.')
  const action = panel.done('police', sent).created['action'] ?? ''
  const late = commands.correct('action', action, { ...fieldsOf(sent), due: 'yesterday' })
  expect(panel.refused('police', late).fields).toMatchObject([{ field: 'correction.fields.due' }])
})

const closedWith = (...record: ((panel: PurePanel) => Record<string, unknown>)[]) => {
  const panel = openPureMeeting()
  const commands = commandsIn(panel)
  const ids = record.map((make) => {
    const { created } = panel.done('coordinator', make(panel) as never)
    return Object.values(created).at(-1) ?? ''
  })
  panel.done('chair', commands.close('Out of time.'))
  return { panel, commands, ids }
}

test('after the meeting an agency puts its own words right until the minutes are approved, then only those who run the panel do', () => {
  const { panel, commands, ids } = closedWith((panel) =>
    commandsIn(panel).share('A1', 'Said.', { agencyId: panel.agencies.police }),
  )
  const first =
    panel.done('police', commands.correct('share', ids[0] ?? '', { what: 'Better.' })).created['share'] ?? ''
  panel.done('chair', { kind: 'approveMinutes', meetingId: panel.meetingId })
  const again = commands.correct('share', first, { what: 'Best.' })
  expect(panel.refused('police', again)).toMatchObject({ code: 'wrong_moment' })
  expect(panel.refused('police', commands.withdraw(first))).toMatchObject({ code: 'wrong_moment' })
  panel.done('coordinator', again)
})

const agreed: [string, string, (panel: PurePanel) => Record<string, unknown>, Record<string, unknown>][] = [
  ['decision', 'outcome', (p) => commandsIn(p).decision('A1'), { outcome: 'bring_back', reason: 'Not yet.' }],
  [
    'decision',
    'mode',
    (p) => commandsIn(p).decision('A1', { outcome: 'accept', mode: 'direct' }),
    { mode: 'indirect' },
  ],
  [
    'decision',
    'until',
    (p) => commandsIn(p).decision('A1', { outcome: 'extend', onward: 'Goals.', until: 'in 2 weeks' }),
    { until: 'in 3 weeks' },
  ],
  [
    'decision',
    'closureReason',
    (p) => commandsIn(p).decision('A1', { outcome: 'close', closureReason: 'custody' }),
    { closureReason: 'died' },
  ],
  [
    'action',
    'ownerAgencyId',
    (p) => commandsIn(p).action('A1', 'Visit.', { ownerAgencyId: p.agencies.police }),
    { ownerAgencyId: 'housing' },
  ],
  [
    'action',
    'ownerRole',
    (p) => commandsIn(p).action('A1', 'Visit.', { ownerRole: 'Officer' }),
    { ownerRole: 'Sergeant' },
  ],
  [
    'action',
    'ownerMemberId',
    (p) => commandsIn(p).action('A1', 'Visit.', { ownerAgencyId: p.agencies.housing }),
    { ownerMemberId: 'landlord' },
  ],
  ['action', 'due', (p) => commandsIn(p).action('A1', 'Visit.'), { due: 'in 3 weeks' }],
  [
    'request',
    'toAgencyId',
    (p) => commandsIn(p).request('A1', p.agencies.police, 'What?'),
    { toAgencyId: 'housing' },
  ],
  ['request', 'due', (p) => commandsIn(p).request('A1', p.agencies.police, 'What?'), { due: 'in 3 weeks' }],
  ['intervention', 'status', (p) => commandsIn(p).intervention('A1', 'Visit.'), { status: 'done' }],
  ['intervention', 'result', (p) => commandsIn(p).intervention('A1', 'Visit.'), { result: 'It worked.' }],
  [
    'safetyCheck',
    'victimId',
    (p) => commandsIn(p).safetyCheck('A2', { victimId: p.victims.V2a }),
    { victimId: 'another' },
  ],
]

/** What is said to whoever tries: how it is done instead. */
const saysOf: Record<string, RegExp> = {
  decision: /decide otherwise/,
  action: /passed on, or given a new date/,
  request: /chased/,
  intervention: /as its state/,
  safetyCheck: /check for her/,
}

test.each(agreed)(
  'after the meeting its words are corrected, not what it agreed: %s, %s',
  (kind, field, record, change) => {
    const { panel, commands, ids } = closedWith(record)
    const fields = fieldsOf(record(panel))
    const named = Object.fromEntries(
      Object.entries(change).map(([key, value]) => [
        key,
        value === 'housing'
          ? panel.agencies.housing
          : value === 'landlord'
            ? panel.people.housing.memberId
            : value === 'another'
              ? panel.victims.V2b
              : value,
      ]),
    )
    const refused = panel.refused('chair', commands.correct(kind, ids[0] ?? '', { ...fields, ...named }))
    expect(refused.fields).toMatchObject([{ field: `correction.fields.${field}` }])
    expect(refused.message).toMatch(saysOf[kind] ?? /nothing of the kind/)
    // The same words as they were are a correction of nothing that was agreed.
    panel.done('chair', commands.correct(kind, ids[0] ?? '', fields))
  },
)

test('after the meeting what was acted on is not struck out; what was only said is', () => {
  const { panel, commands, ids } = closedWith(
    (p) => commandsIn(p).decision('A1'),
    (p) => commandsIn(p).intervention('A1', 'Visit.'),
    (p) => commandsIn(p).action('A1', 'Visit.'),
    (p) => commandsIn(p).request('A1', p.agencies.police, 'What?'),
    (p) => commandsIn(p).safetyCheck('A1'),
    (p) => commandsIn(p).share('A1', 'Said.', { audience: panelAudience }),
    (p) => commandsIn(p).lever('A1', 'A hold.'),
    (p) => commandsIn(p).finding('A1'),
  )
  const answers = ids.map((id) => {
    const outcome = panel.command('chair', commands.withdraw(id))
    return 'code' in outcome ? outcome.code : 'done'
  })
  expect(answers).toEqual([...Array<string>(5).fill('wrong_moment'), 'done', 'done', 'done'])
  expect(isActedOn.position).toBe(false)
})

test('minutes of another meeting that are approved keep nobody from correcting what this one recorded', () => {
  const { panel, commands, ids } = closedWith((open) =>
    commandsIn(open).share('A1', 'Said.', { agencyId: open.agencies.police }),
  )
  panel.things.put('minutesVersion', {
    id: 'another',
    panelId: panel.panelId,
    meetingId: panel.nextMeetingId,
    number: 1,
    approvedAt: panel.clock.now(),
    approvedBy: panel.people.chair.memberId,
    distributedAt: null,
    distributedBy: null,
    correctedAt: null,
  })
  panel.done('police', commands.correct('share', ids[0] ?? '', { what: 'Better.' }))
})
