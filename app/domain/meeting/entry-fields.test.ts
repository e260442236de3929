import { describe, expect, test } from 'vitest'
import { entryKinds, type EntryKind } from '../things/entries'
import { correctionOf, entryCorrection, entryFields } from './entry-fields'

// What a form fills in for each kind of entry, read: the least that must be said, and what stands for the rest.

const inCommon = { agencyId: null, audience: undefined, handling: [] }
const least: { [K in EntryKind]: [said: Record<string, unknown>, read: Record<string, unknown>] } = {
  share: [
    { what: 'Seen.' },
    {
      about: 'perpetrator',
      source: 'agency_record',
      nature: 'fact',
      factDate: null,
      purpose: 'protect_adult',
      lawfulBasis: 'public_task',
      gateway: 'crime_and_disorder_s115',
      necessity: '',
    },
  ],
  // A lever whose kind nobody chose says no kind that it may not be.
  lever: [
    { what: 'His tenancy.' },
    { leverKind: 'other', holderAgencyId: null, safeToUse: 'unknown', safetyNote: '' },
  ],
  finding: [{ criterionKey: 'safe_lever', answer: 'met' }, { evidence: '' }],
  decision: [
    { outcome: 'continue', rationale: 'So.' },
    { mode: null, reason: '', until: '', onward: '', closureReason: null },
  ],
  position: [{ decisionId: 'one', stance: 'agrees' }, { reason: '' }],
  intervention: [
    { strand: 'support', what: 'Visits.' },
    {
      supportAreas: [],
      disruptAreas: [],
      leverId: null,
      leadAgencyId: null,
      jointAgencyIds: [],
      status: 'planned',
      result: '',
    },
  ],
  action: [
    { what: 'Visit.', due: 'Friday' },
    { ownerAgencyId: null, ownerRole: '', ownerMemberId: null, interventionId: null, requestId: null },
  ],
  request: [
    { toAgencyId: 'housing', what: 'Who?', why: 'To plan.', due: 'Friday' },
    { lawfulBasis: 'public_task' },
  ],
  safetyCheck: [
    {
      knows: 'yes',
      raisesRisk: 'no',
      safeContact: 'unknown',
      plan: 'Hers.',
      whoTells: 'Her advocate.',
      children: 'None.',
    },
    { victimId: null, riskNote: '' },
  ],
}

const refusedFields = (kind: EntryKind, said: Record<string, unknown>) =>
  (entryFields[kind].safeParse(said).error?.issues ?? []).map(({ path }) => path.join('.'))

describe.each(entryKinds)('%s', (kind) => {
  const [said, read] = least[kind]

  test('the least that must be said is enough, and what was not said is read as not said', () => {
    expect(entryFields[kind].parse(said)).toEqual({ ...inCommon, ...said, ...read })
    // A form sends an empty box for what nobody filled in.
    const empty = Object.fromEntries(
      Object.entries(read)
        .filter(([, value]) => value === null || value === '')
        .map(([field]) => [field, '']),
    )
    expect(entryFields[kind].parse({ ...said, agencyId: '', handling: '', ...empty })).toEqual({
      ...inCommon,
      ...said,
      ...read,
    })
  })

  test('without any of it, the field that is missing is named', () => {
    for (const field of Object.keys(said)) {
      const { [field]: _, ...rest } = said
      expect(refusedFields(kind, rest)).toEqual([field])
    }
    expect(refusedFields(kind, {})).toEqual(
      Object.keys(entryFields[kind].shape).filter((field) => field in said),
    )
  })

  test('corrected, it is read by the same fields', () => {
    const correction = { entryKind: kind, fields: said }
    const whole = { entryKind: kind, fields: { ...inCommon, ...said, ...read } }
    expect(correctionOf(kind).parse(correction)).toEqual(whole)
    expect(entryCorrection.parse(correction)).toEqual(whole)
    const other = entryKinds.find((one) => one !== kind) ?? kind
    expect(correctionOf(kind).safeParse({ ...correction, entryKind: other }).success).toBe(false)
  })
})

test('a correction of no kind is none', () => {
  for (const entryKind of ['case', '', undefined])
    expect(entryCorrection.safeParse({ entryKind, fields: least.share[0] }).success).toBe(false)
})

test('what is longer than anything there can be is refused by its field', () => {
  const long = 'x'.repeat(81)
  const just = 'x'.repeat(80)
  for (const [kind, field, list] of [
    ['share', 'about', false],
    ['decision', 'until', false],
    ['intervention', 'jointAgencyIds', true],
  ] as const) {
    const [said] = least[kind]
    const sent = (text: string) => ({ ...said, [field]: list ? [text] : text })
    expect(refusedFields(kind, sent(long))).toEqual([list ? `${field}.0` : field])
    expect(refusedFields(kind, sent(just))).toEqual([])
  }
})

test('what is chosen from a list is of the list', () => {
  const chosen: [EntryKind, string, unknown][] = [
    ['share', 'source', 'rumour'],
    ['share', 'nature', 'guess'],
    ['share', 'purpose', 'fun'],
    ['share', 'lawfulBasis', 'none'],
    ['share', 'gateway', 'none'],
    ['lever', 'leverKind', 'magic'],
    ['lever', 'safeToUse', 'perhaps'],
    ['finding', 'answer', 'perhaps'],
    ['decision', 'outcome', 'wait'],
    ['decision', 'mode', 'both'],
    ['decision', 'closureReason', 'tired'],
    ['position', 'stance', 'shrugs'],
    ['intervention', 'strand', 'neither'],
    ['intervention', 'status', 'soon'],
    ['request', 'lawfulBasis', 'none'],
    ['safetyCheck', 'knows', 'perhaps'],
    ['safetyCheck', 'raisesRisk', 'perhaps'],
    ['safetyCheck', 'safeContact', 'perhaps'],
  ]
  for (const [kind, field, value] of chosen)
    expect([kind, field, refusedFields(kind, { ...least[kind][0], [field]: value })]).toEqual([
      kind,
      field,
      [field],
    ])
  for (const field of ['supportAreas', 'disruptAreas'])
    expect(refusedFields('intervention', { ...least.intervention[0], [field]: ['nowhere'] })).toEqual([
      `${field}.0`,
    ])
  expect(refusedFields('share', { ...least.share[0], handling: ['loudly'] })).toEqual(['handling.0'])
})

test('what is written is kept without the space around it, and space alone is nothing', () => {
  expect(entryFields.decision.parse({ ...least.decision[0], until: ' Friday ' }).until).toBe('Friday')
  expect(refusedFields('share', { what: '   ' })).toEqual(['what'])
})
