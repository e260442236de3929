import { expect, test } from 'vitest'
import { isRefusal } from '../refusals'
import { parseCommand, publicCommandKinds } from './commands'

// Whatever comes in is a command, or a refusal that names each field and the mend, in words that are ours.

const junk: readonly unknown[] = [
  undefined,
  null,
  7,
  true,
  'junk',
  [],
  ['junk'],
  {},
  { junk: 1 },
  'x'.repeat(5000),
]
/** What the checking library says where nobody has said anything. */
const notOurs = /invalid input|invalid option|expected|received|unrecognized|too (small|big)/i

/** Junk in place of each field of a command, and in each field of what lies in it. */
const sent = (kind: string) =>
  junk.flatMap((one) => [
    { kind, ...(typeof one === 'object' && one !== null ? one : {}) },
    ...['panelId', 'meetingId', 'itemId', 'caseId', 'entryId', 'reason', 'what', 'cases', 'returns'].map(
      (field) => ({ kind, [field]: one }),
    ),
    ...[
      'handling',
      'audience',
      'mode',
      'status',
      'riskTopics',
      'incidents',
      'victims',
      'outcome',
      'strand',
      'supportAreas',
      'lawfulBasis',
      'happeningKind',
      'orderKind',
      'judgement',
      'what',
    ].map((field) => ({ kind, fields: { [field]: one } })),
    { kind, correction: one },
    { kind, correction: { entryKind: one, fields: one } },
    { kind, direction: one, how: one, holding: one },
  ])

test.each(publicCommandKinds)('%s: what cannot be is refused in our own words', (kind) => {
  for (const one of sent(kind)) {
    const outcome = parseCommand(one)
    if (!isRefusal(outcome)) continue
    for (const { message } of outcome.fields ?? [])
      expect([message, notOurs.test(message)]).toEqual([message, false])
  }
})

test('what is no command at all is refused as a whole', () => {
  for (const one of junk) expect(parseCommand(one)).toMatchObject({ ok: false, code: 'invalid' })
  expect(parseCommand({ kind: 'importPanels' })).toMatchObject({ ok: false, code: 'invalid' })
})
