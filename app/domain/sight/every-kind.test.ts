import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleOf, lookedFor, Planted, whenOf, wordsOf } from '../../../tests/examples/plant-kinds'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { everyone, sitting, type PersonName } from '../../../tests/support/small-panel-facts'
import { ThingSet } from '../things/thing-set'
import { thingKinds, type ThingKind } from '../things/kinds'
import { changesSight, isVisibleKind, maySee, seen, visibleKinds } from './sees'
import { sightOf, type Surface } from './sight'
import { viewerOf } from './viewer'

// Of every kind, one is brought about in memory with a word of its own in every text; then its rule of sight is asked for
// everyone, with all that is on record at hand. Who may see what is in the examples, by hand (tests/examples). That all of
// it reaches the right screens is tests/integration/sight-of-every-kind.test.ts.

let panel: PurePanel
const planted = new Planted()
/** All that is on record while the meeting is in session, and once it is closed. */
const record = { 'in session': new ThingSet(), closed: new ThingSet() }

beforeAll(async () => {
  panel = openPureMeeting()
  for (const when of ['in session', 'closed'] as const) {
    await planted.plant(panel, when)
    record[when].add(panel.things)
  }
})

const sightFor = (kind: ThingKind, who: PersonName, meetingId: string | null, surface: Surface = 'desk') => {
  const things = record[whenOf(kind)]
  const panelId = who.startsWith('brook') ? panel.brookPanelId : panel.panelId
  const viewer = viewerOf(things, panel.people[who].accountId, panelId)
  if (!viewer) throw new Error(`${who} is no member.`)
  return sightOf(viewer, things, meetingId, surface)
}
const thingOf = (kind: ThingKind) => {
  const one = record[whenOf(kind)].get(kind, planted.idOf(kind))
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

describe.each(lookedFor)('%s', (kind) => {
  test('is seen by whom its example names, outside a meeting, in one, and on its wall', () => {
    const { seenBy, shown } = exampleOf(kind)
    expect({ leavesTheServer: isVisibleKind(kind) }).toEqual({ leavesTheServer: seenBy.length > 0 })
    expect(seers(kind, null)).toEqual(listed(seenBy))
    const onTheWall = seers(kind, panel.meetingId, 'wall').filter((who) => listed(sitting).includes(who))
    expect(onTheWall).toEqual(listed(shown.wall))
    for (const place of ['room', 'laterRoom'] as const) {
      const meetingId = place === 'room' ? panel.meetingId : panel.nextMeetingId
      expect(seers(kind, meetingId)).toEqual(expect.arrayContaining(listed(shown[place])))
    }
  })

  test('a change of it has every view worked out anew exactly where its example says', () => {
    const one = thingOf(kind)
    const { turns } = exampleOf(kind)
    const always = turns === 'everything'
    expect(changesSight(kind, one, { ...one })).toBe(always)
    // One that has only now come about is told to rooms as well.
    expect(typeof changesSight(kind, undefined, one)).toBe('boolean')
    if (typeof turns !== 'object') return expect(changesSight(kind, undefined, one)).toBe(always)
    expect(changesSight(kind, one, { ...one, ...turns.where })).toBe(true)
    expect(changesSight(kind, one, { ...one, ...turns.notWhere })).toBe(false)
  })

  test('what its fields’ names say is an id is one: of such a field no example is asked for words', () => {
    const things = record[whenOf(kind)]
    const known = new Set(thingKinds.flatMap((one) => things.all(one).map(({ id }) => id)))
    const named = Object.entries(thingOf(kind)).filter(([field]) => /(By|Ids?)$/.test(field))
    for (const [field, value] of named)
      for (const id of [value].flat())
        expect({ [field]: id === null || known.has(String(id)) ? 'an id' : id }).toEqual({ [field]: 'an id' })
  })

  test('narrowed to the safety circle, or to the agencies that were asked in, it is seen by nobody outside', () => {
    const one = thingOf(kind) as unknown as Record<string, unknown>
    const seersOf = (change: object) =>
      everyone.filter(
        (who) =>
          isVisibleKind(kind) && maySee(sightFor(kind, who, null), kind, { ...one, ...change } as never),
      )
    const outside = (within: readonly PersonName[], change: object) =>
      seersOf(change).filter((who) => !within.includes(who))
    const author = everyone.filter((who) =>
      [one['recordedBy'], one['preparedBy']].includes(panel.people[who].memberId),
    )
    if ('audience' in one) {
      const circle: readonly PersonName[] = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo', 'police']
      expect(outside([...circle, ...author], { audience: { kind: 'safety_circle', memberIds: [] } })).toEqual(
        [],
      )
    }
    // An agenda’s line is there for all; of one to which they are not invited, it says that it is another’s.
    if ('invitedAgencyIds' in one && kind !== 'item') {
      const within: readonly PersonName[] = ['chair', 'coChair', 'coordinator', 'police', 'observer']
      expect(outside(within, { invitedAgencyIds: [panel.agencies.police] })).toEqual([])
    }
  })

  test('says its words to whom its example names, and of the rest what it is', () => {
    const one = thingOf(kind) as unknown as Record<string, unknown>
    const { seenBy } = exampleOf(kind)
    for (const { field, whom } of isVisibleKind(kind) ? wordsOf(kind) : []) {
      const word = planted.wordIn(kind, field)
      const met = everyone.filter((who) => JSON.stringify(shownTo(kind, who) ?? null).includes(word))
      // Whoever meets it elsewhere, an address on the page of members for one, is for the pages' own test.
      expect({ [field]: met }).toEqual({ [field]: listed(seenBy).filter((who) => whom.includes(who)) })
    }
    for (const who of seenBy.slice(0, 1))
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
  expect(
    text,
    'What leaves has changed (+ is what leaves now, - what the page says). If it is meant to, run this test with UPDATE_DOCS=1 and commit the page.',
  ).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '')
})
