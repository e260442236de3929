import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { KindExample } from '../../../tests/examples/kind-example'
import { kindExamples } from '../../../tests/examples/kinds'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { everyone, sitting, type PersonName } from '../../../tests/support/small-panel-facts'
import { entryKinds } from '../things/entries'
import { ThingSet } from '../things/thing-set'
import { thingKinds, type ThingKind } from '../things/kinds'
import { changesSight, isVisibleKind, maySee, seen, visibleKinds } from './sees'
import { sightOf, type Surface } from './sight'
import { viewerOf } from './viewer'

// Of every kind, one is brought about in memory with a word of its own in every text; then its rule of sight is asked for
// everyone, with all that is on record at hand. Who may see what is in the examples, by hand (tests/examples). That all of
// it reaches the right screens is tests/integration/sight-of-every-kind.test.ts.

const example = (kind: ThingKind) => kindExamples[kind] as unknown as KindExample<Record<string, unknown>>
const whenOf = (kind: ThingKind) => example(kind).once ?? 'in session'

let panel: PurePanel
const planted = new Map<ThingKind, string>()
const words = new Map<string, string>()
/** All that is on record while the meeting is in session, and once it is closed. */
const record = { 'in session': new ThingSet(), closed: new ThingSet() }

const plantAll = async (when: keyof typeof record) => {
  for (const kind of Object.keys(kindExamples) as ThingKind[]) {
    if (whenOf(kind) !== when) continue
    const texts: Record<string, string> = {}
    for (const [field, whom] of Object.entries(example(kind).words)) {
      if (!Array.isArray(whom)) continue
      const word = `zu${String(words.size + 1).padStart(3, '0')}xk`
      words.set(`${kind}.${field}`, word)
      texts[field] = `Words ${word} here`
    }
    planted.set(kind, await example(kind).plant(panel, texts))
  }
  record[when].markAllKnown()
  record[when].add(panel.things)
}

beforeAll(async () => {
  panel = openPureMeeting()
  await plantAll('in session')
  await plantAll('closed')
})

const sightFor = (kind: ThingKind, who: PersonName, meetingId: string | null, surface: Surface = 'desk') => {
  const things = record[whenOf(kind)]
  const panelId = who.startsWith('brook') ? panel.brookPanelId : panel.panelId
  const viewer = viewerOf(things, panel.people[who].accountId, panelId)
  if (!viewer) throw new Error(`${who} is no member.`)
  return sightOf(viewer, things, meetingId, surface)
}
const thingOf = (kind: ThingKind) => {
  const one = record[whenOf(kind)].get(kind, planted.get(kind) ?? '')
  if (!one) throw new Error(`No ${kind} came about.`)
  return one
}
const seers = (kind: ThingKind, ...at: [meetingId: string | null, surface?: Surface]) =>
  everyone.filter(
    (who) => isVisibleKind(kind) && maySee(sightFor(kind, who, ...at), kind, thingOf(kind) as never),
  )
const shownTo = (kind: ThingKind, who: PersonName) =>
  isVisibleKind(kind)
    ? (seen(sightFor(kind, who, null), kind, thingOf(kind) as never) as Record<string, unknown> | undefined)
    : undefined
const listed = (whom: readonly PersonName[] = []) => everyone.filter((who) => whom.includes(who))

const isNothing = (value: unknown) =>
  value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)

describe.each(thingKinds.filter((kind) => kind !== 'credential'))('%s', (kind) => {
  test('is seen by whom its example names, outside a meeting, in one, and on its wall', () => {
    const { seenBy, shown } = example(kind)
    expect(seers(kind, null)).toEqual(listed(seenBy))
    const onTheWall = seers(kind, panel.meetingId, 'wall').filter((who) => listed(sitting).includes(who))
    expect(onTheWall).toEqual(listed(shown.wall))
    for (const place of ['room', 'laterRoom'] as const) {
      const meetingId = place === 'room' ? panel.meetingId : panel.nextMeetingId
      expect(seers(kind, meetingId)).toEqual(expect.arrayContaining(listed(shown[place])))
    }
  })

  test('says its words to whom its example names, and of the rest what it is', () => {
    const one = thingOf(kind) as unknown as Record<string, unknown>
    for (const [field, whom] of Object.entries(example(kind).words)) {
      const word = words.get(`${kind}.${field}`)
      if (!Array.isArray(whom) || !word || !isVisibleKind(kind)) continue
      const met = everyone.filter((who) => JSON.stringify(shownTo(kind, who) ?? null).includes(word))
      // Pages tell an address or a name of some things that a rule does not.
      expect({ [field]: met }).toEqual({
        [field]: listed(whom).filter(
          (who) => met.includes(who) || listed(example(kind).seenBy).includes(who),
        ),
      })
    }
    for (const who of example(kind).seenBy.slice(0, 1))
      for (const [field, value] of Object.entries(shownTo(kind, who) ?? {})) {
        const own = one[field]
        // What bears a field's name is that field, whole or in part, or is held back.
        if (!['ref', 'kind'].includes(field) && own !== undefined && !isNothing(value))
          expect({ [field]: own }).toMatchObject({ [field]: value })
      }
  })
})

const mayLookAt = ['meeting', 'attendance', 'item'] as const
test.each(mayLookAt)(
  'a room holds a %s of another meeting to know who may see what, and shows its own alone',
  (kind) => {
    expect(seers(kind, panel.nextMeetingId)).toEqual([])
  },
)

/** What leaves of each kind for whoever sees most of it, field by field: a change here is a change of what is told. */
const page = () => [
  '# What leaves the server',
  '',
  'Of each kind of thing, the fields that leave, for those who may see all of one. What is not named here stays inside. Written by `UPDATE_DOCS=1 npx vitest run --project unit app/domain/sight/every-kind.test.ts`; a new line is a new thing told to somebody.',
  '',
  ...visibleKinds.map((kind) => {
    const fields = everyone.flatMap((who) => Object.keys(shownTo(kind, who) ?? {}))
    const own = [...new Set(fields)].filter((field) => !['ref', 'kind', 'id'].includes(field))
    return `- **${kind}**: ${own.join(', ')}`
  }),
  '',
  `Never leave: ${thingKinds.filter((kind) => !isVisibleKind(kind)).join(', ')}.`,
  '',
]

test('docs/what-leaves.md says which fields of each kind leave the server', () => {
  const file = resolve(import.meta.dirname, '../../../docs/what-leaves.md')
  const text = page().join('\n')
  if (process.env['UPDATE_DOCS']) writeFileSync(file, text)
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text)
})

// After a change that alters what someone sees of other things, every view is worked out anew. To forget one leaves on a
// screen what its person may see no longer; to name one too many tells, by its timing, that something changed.
const turnsAlways: readonly ThingKind[] = ['panel', 'agency', 'member', 'person', 'case', 'conflict']
const turnsBy: Partial<Record<ThingKind, { turns: object; stays: object }>> = {
  meeting: { turns: { status: 'open' }, stays: { step: 'decide' } },
  attendance: { turns: { acceptedAt: 5 }, stays: { note: 'By telephone.' } },
  item: { turns: { invitedAgencyIds: ['police'] }, stays: { minutes: 3 } },
  safetyRecord: { turns: { memberIds: ['someone'] }, stays: { wishes: 'No letters.' } },
  happening: { turns: { laterAudiences: [{ kind: 'panel' }] }, stays: { what: 'Better said.' } },
  ...Object.fromEntries(
    entryKinds.map((kind) => [
      kind,
      { turns: { laterAudiences: [{ kind: 'panel' }] }, stays: { supersededBy: 'a later one' } },
    ]),
  ),
}

test.each(thingKinds.filter((kind) => kind !== 'credential'))(
  'a change of a %s has every view worked out anew exactly where it alters what is seen of other things',
  (kind) => {
    const one = thingOf(kind)
    const by = turnsBy[kind]
    const always = turnsAlways.includes(kind)
    expect(changesSight(kind, one, { ...one })).toBe(always)
    if (!by) return expect(changesSight(kind, undefined, one)).toBe(always)
    expect(changesSight(kind, one, { ...one, ...by.turns })).toBe(true)
    expect(changesSight(kind, one, { ...one, ...by.stays })).toBe(false)
  },
)
