import { describe, expect, test } from 'vitest'
import { agencies, circle, commandsIn } from '../../../tests/support/commands'
import { made } from '../../../tests/support/made'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import type { Sent } from '../../../tests/support/small-panel-facts'
import { entryKinds, type EntryKind } from '../things/entries'
import { entryKindWords, entryMarks, entryWords } from './entry-words'
import { allOf, viewOfThings } from './room-view'

// An entry as papers say it, to whoever may read it.

type Commands = ReturnType<typeof commandsIn>
const open = () => {
  const panel = openPureMeeting()
  const entry = (kind: EntryKind, sent: Sent) => {
    const { id } = made(panel, kind, 'coordinator', sent)
    const view = viewOfThings(panel.view('chair'))
    const found = allOf(view, kind).find((one) => one.id === id)
    if (!found) throw new Error('The chair does not see it.')
    return { view, found }
  }
  return {
    panel,
    words: (kind: EntryKind, sent: Sent) => {
      const { view, found } = entry(kind, sent)
      return entryWords(view, found)
    },
    marks: (kind: EntryKind, sent: Sent) => {
      const { view, found } = entry(kind, sent)
      return entryMarks(view, found)
    },
  }
}

const cases: [string, EntryKind, (commands: Commands, panel: PurePanel) => Sent, string][] = [
  [
    'information about him',
    'share',
    ({ share }) => share('A1', 'He was seen at the school', { source: 'intelligence' }),
    'He was seen at the school. Source: intelligence.',
  ],
  [
    'an opinion about her, with its day and why it was needed',
    'share',
    ({ share }, { victims }) =>
      share('A1', 'She is afraid of him!', {
        nature: 'opinion',
        about: victims.V1,
        factDate: '2026-11-30',
        necessity: 'Nobody else knows.',
      }),
    'Professional opinion: She is afraid of him! Source: our own record, 30 November 2026. About V1. Protect an adult at risk: Nobody else knows.',
  ],
  [
    'information about the children',
    'share',
    ({ share }) => share('A1', 'Who saw them?', { about: 'children', source: 'third_party' }),
    'Who saw them? Source: third party. About the children.',
  ],
  [
    'a lever',
    'lever',
    ({ lever }, { agencies: { housing } }) =>
      lever('A1', 'His tenancy...', { leverKind: 'tenancy', holderAgencyId: housing }),
    'His tenancy. Tenancy or housing need, held by Housing. Safe to use: not known.',
  ],
  [
    'a lever that is not safe',
    'lever',
    ({ lever }) => lever('A1', 'His tenancy', { safeToUse: 'no', safetyNote: 'She lives there' }),
    'His tenancy. Other, held by Justice Centre. Safe to use: no: She lives there.',
  ],
  [
    'a finding',
    'finding',
    ({ finding }) => finding('A1', { evidence: 'Her tenancy.' }),
    'A safe lever for contact exists: met. Her tenancy.',
  ],
  ['a decision to go on', 'decision', ({ decision }) => decision('A1'), 'Continue. The plan works.'],
  [
    'a decision to accept',
    'decision',
    ({ decision }) => decision('A1', { outcome: 'accept', mode: 'direct' }),
    'Accept, direct work. The plan works.',
  ],
  [
    'a decision to bring back',
    'decision',
    ({ decision }) =>
      decision('A1', { outcome: 'bring_back', reason: 'Housing is asked', until: '16 December' }),
    'Bring back, 16 December 2026. Housing is asked. The plan works.',
  ],
  [
    'a decision to transfer',
    'decision',
    ({ decision }) => decision('A1', { outcome: 'transfer', onward: 'Brook' }),
    'Transfer. Brook. The plan works.',
  ],
  [
    'what supports and disrupts, of several agencies',
    'intervention',
    ({ intervention }, { agencies: { police, housing, probation } }) =>
      intervention('A1', 'Joint visits', {
        strand: 'both',
        supportAreas: ['mental_health', 'identity'],
        disruptAreas: ['housing'],
        leadAgencyId: police,
        jointAgencyIds: [housing, probation],
        status: 'in_progress',
        result: 'Begun',
      }),
    'Support and disrupt: Joint visits. Psychological wellbeing and mental health; Identity; Housing. Lead Police, with Housing, Probation. In progress: Begun.',
  ],
  [
    'what one agency does alone',
    'intervention',
    ({ intervention }, { agencies: { police } }) => intervention('A1', 'Visits', { leadAgencyId: police }),
    'Disrupt: Visits. Housing. Lead Police. Planned.',
  ],
  [
    'an action of somebody by name',
    'action',
    ({ action }, { agencies: { housing }, people }) =>
      action('A1', 'Visit', {
        ownerAgencyId: housing,
        ownerRole: 'Officer',
        ownerMemberId: people.housing.memberId,
      }),
    'Housing (Officer), Landlord One: Visit. By 16 December 2026. Not accepted yet.',
  ],
  [
    'an action of one’s own agency',
    'action',
    ({ action }) => action('A1', 'Visit'),
    'Justice Centre: Visit. By 16 December 2026. Accepted.',
  ],
  [
    'a request',
    'request',
    ({ request }, { agencies: { housing } }) => request('A1', housing, 'Who lives there?'),
    'Housing is asked by Justice Centre: Who lives there? Why: To plan. By 9 December 2026. Outstanding.',
  ],
  [
    'a safety check',
    'safetyCheck',
    ({ safetyCheck }) =>
      safetyCheck('A1', { raisesRisk: 'yes', riskNote: 'When he is told', safeContact: 'unknown' }),
    'V1: knows the plan: yes. Could raise the risk: yes: When he is told. Safe contact: not known. Plan: Her plan stands. Told by: Her advocate, by telephone. Children: No children.',
  ],
  [
    'a safety check of a case without one linked',
    'safetyCheck',
    ({ safetyCheck }) => safetyCheck('A3'),
    'This case: knows the plan: yes. Could raise the risk: no. Safe contact: yes. Plan: Her plan stands. Told by: Her advocate, by telephone. Children: No children.',
  ],
]

test.each(cases)('%s', (_name, kind, sent, said) => {
  const { panel, words } = open()
  expect(words(kind, sent(commandsIn(panel), panel))).toBe(said)
})

test('a closing decision says its reason', () => {
  const { panel, words } = open()
  const sent = commandsIn(panel).decision('A1', { outcome: 'close', closureReason: 'custody' })
  expect(words('decision', sent)).toMatch(/^Close, \S.+\. The plan works\.$/)
})

describe('as it stands afterwards', () => {
  const after = (panel: PurePanel, kind: 'action' | 'request' | 'position', id: string) => {
    const view = viewOfThings(panel.view('chair'))
    const found = allOf(view, kind).find((one) => one.id === id)
    if (!found) throw new Error('The chair does not see it.')
    return entryWords(view, found)
  }

  test('a position names the agency, its stance and why', () => {
    const { panel } = open()
    const { decision, position } = commandsIn(panel)
    const { id } = made(panel, 'decision', 'chair', decision('A1'))
    const dissent = position('A1', id, { stance: 'dissents', reason: 'It is hers' })
    expect(after(panel, 'position', made(panel, 'position', 'housing', dissent).id)).toBe(
      'Housing dissents. It is hers.',
    )
  })

  test('an action that ended says how', () => {
    const { panel } = open()
    const { action, inItem } = commandsIn(panel)
    const { id } = made(panel, 'action', 'police', action('A1', 'Visit'))
    panel.done('police', {
      kind: 'endAction',
      ...inItem('A1'),
      entryId: id,
      outcome: 'done',
      evidence: 'Seen',
    })
    expect(after(panel, 'action', id)).toBe('Police: Visit. By 16 December 2026. Done: Seen.')
  })

  test('a request says how it was answered, or why not', () => {
    const { panel } = open()
    const { request, inItem } = commandsIn(panel)
    const ask = () => made(panel, 'request', 'police', request('A1', panel.agencies.housing, 'Who')).id
    const [answered, refused] = [ask(), ask()]
    panel.done('housing', { kind: 'answerRequest', ...inItem('A1'), entryId: answered, answer: 'He does' })
    panel.done('housing', { kind: 'refuseRequest', ...inItem('A1'), entryId: refused, reason: 'Not ours' })
    const said = 'Housing is asked by Police: Who. Why: To plan. By 9 December 2026.'
    expect(after(panel, 'request', answered)).toBe(`${said} Answered: He does.`)
    expect(after(panel, 'request', refused)).toBe(`${said} Refused: Not ours.`)
  })
})

describe('marks that go with it wherever it goes', () => {
  test('none, where it is for the whole panel', () => {
    const { panel, marks } = open()
    expect(marks('share', commandsIn(panel).share('A1', 'Seen.'))).toEqual([])
  })

  test('that she told it, and that it is not for him', () => {
    const { panel, marks } = open()
    const sent = commandsIn(panel).share('A1', 'Said.', { source: 'victim_survivor' })
    expect(marks('share', sent)).toEqual([
      'From the victim-survivor',
      'Safety circle only',
      'Not to be disclosed to him',
    ])
  })

  test('whom it is for besides the circle, and how it may be used', () => {
    const { panel, marks } = open()
    const { housing, police } = panel.people
    const audience = circle(housing.memberId, police.memberId)
    const sent = commandsIn(panel).share('A1', 'Said.', { audience, handling: ['panel_only'] })
    expect(marks('share', sent)).toEqual([
      'Safety circle only and Landlord One, Officer One',
      'Not beyond this panel',
    ])
  })

  test('which agencies it is for', () => {
    const { panel, marks } = open()
    const { justiceCentre, housing } = panel.agencies
    const sent = commandsIn(panel).lever('A1', 'Seen.', { audience: agencies(justiceCentre, housing) })
    expect(marks('lever', sent)).toEqual(['Only Justice Centre, Housing'])
  })
})

test('every kind has a name of its own', () => {
  const names = entryKinds.map((kind) => entryKindWords[kind])
  expect(new Set(names).size).toBe(entryKinds.length)
  for (const name of names) expect(name).toMatch(/^[A-Z]/)
})

describe('where what it speaks of is not at hand', () => {
  const without = (panel: PurePanel, kind: 'safetyCheck' | 'finding', id: string, ...gone: string[]) => {
    const view = viewOfThings(panel.view('chair').filter((one) => !gone.includes(one.kind)))
    const found = allOf(view, kind).find((one) => one.id === id)
    if (!found) throw new Error('The chair does not see it.')
    return entryWords(view, found)
  }

  test('a victim-survivor is named as one', () => {
    const { panel } = open()
    const { id } = made(panel, 'safetyCheck', 'idva', commandsIn(panel).safetyCheck('A1'))
    expect(without(panel, 'safetyCheck', id, 'victim')).toMatch(/^A victim-survivor: knows the plan: yes\./)
  })

  test('a criterion is named by its key; of several versions, as it was called in the one it was found under', () => {
    const { panel } = open()
    const { id } = made(panel, 'finding', 'police', commandsIn(panel).finding('A1'))
    expect(without(panel, 'finding', id, 'criteria')).toBe('safe_lever: met.')
    const [set] = panel.things.all('criteria').filter((one) => one.panelId === panel.panelId)
    if (!set) throw new Error('There are no criteria.')
    panel.things.drop('criteria', set.id)
    const renamed = set.criteria.map((one) => ({ ...one, label: `${one.label}, renamed` }))
    panel.things.put('criteria', { ...set, id: 'later', version: set.version + 1, criteria: renamed })
    expect(without(panel, 'finding', id)).toBe('safe_lever: met.')
    panel.things.put('criteria', set)
    expect(without(panel, 'finding', id)).toBe('A safe lever for contact exists: met.')
    panel.things.put('criteria', { ...set, criteria: [] })
    expect(without(panel, 'finding', id)).toBe('safe_lever: met.')
  })
})

test('a question in the middle ends nothing', () => {
  const { panel, words } = open()
  const sent = commandsIn(panel).share('A1', 'Who is it? He did not say')
  expect(words('share', sent)).toMatch(/^Who is it\? He did not say\. Source/)
})
