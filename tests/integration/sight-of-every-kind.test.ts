import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isVisibleKind, maySee } from '../../app/domain/sight/sees'
import { sightOf } from '../../app/domain/sight/sight'
import { viewerOf } from '../../app/domain/sight/viewer'
import { thingKinds, type ThingKind } from '../../app/domain/things/kinds'
import { ThingSet } from '../../app/domain/things/thing-set'
import { loadEverything } from '../../db/things/load-everything'
import { places, type KindExample, type Place } from '../examples/kind-example'
import { kindExamples } from '../examples/kinds'
import { everyPage, type EveryPage } from '../support/every-page'
import { expectSameInTables } from '../support/room-parity'
import { everyone, openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

// Of every kind, one is brought about through the front door while the rooms stand in memory, with a word of its own in
// every text. Then everyone looks at everything: whom its example names is shown it, in the places that it names, and
// meets its words; nobody else does, anywhere. A loader that forgets a kind, a room that does not take it in, a rule of
// sight that is wrong: whichever it is, it shows here.

const example = (kind: ThingKind) => kindExamples[kind] as unknown as KindExample<Record<string, unknown>>
const allPlaces = Object.keys(places) as Place[]

let panel: TestPanel
const planted = new Map<ThingKind, string>()
/** By `kind.field`, in the order in which they were thought of. */
const words = new Map<string, string>()
/** As everyone finds it in session, and once the meeting is closed. */
const looks: Record<'in session' | 'closed', Map<PersonName, EveryPage>> = {
  'in session': new Map(),
  closed: new Map(),
}

const allThings = { 'in session': new ThingSet(), closed: new ThingSet() }

const wordFor = (kind: ThingKind, field: string) => {
  const word = `zv${String(words.size + 1).padStart(3, '0')}xk`
  words.set(`${kind}.${field}`, word)
  return `Words ${word} here`
}

const plant = async (kind: ThingKind) => {
  const { words: seers, plant: bringAbout } = example(kind)
  const texts: Record<string, string> = {}
  for (const [field, whom] of Object.entries(seers))
    if (Array.isArray(whom)) texts[field] = wordFor(kind, field)
  planted.set(kind, await bringAbout(panel, texts))
}

const lookAround = async (when: keyof typeof looks) => {
  allThings[when] = await loadEverything(panel.services.store.read)
  for (const who of everyone) looks[when].set(who, await everyPage(panel, who))
}

const inMemory = () => [panel.meetingId, panel.nextMeetingId, panel.brookMeetingId]
const whenOf = (kind: ThingKind) => example(kind).once ?? 'in session'
const pagesOf = (kind: ThingKind, who: PersonName) => looks[whenOf(kind)].get(who) as EveryPage

beforeAll(async () => {
  panel = await openSmallMeeting()
  for (const meetingId of inMemory()) await panel.services.rooms.open(meetingId)
  for (const kind of thingKinds.filter((one) => whenOf(one) === 'in session')) await plant(kind)
  await lookAround('in session')
  for (const kind of Object.keys(kindExamples) as ThingKind[])
    if (whenOf(kind) === 'closed') await plant(kind)
  await lookAround('closed')
}, 120_000)
afterAll(() => panel.close())

test('what came about by all of this is in memory as it is in the tables', async () => {
  const { rooms, store } = panel.services
  for (const meetingId of inMemory()) await expectSameInTables(store, rooms, meetingId)
})

describe.each(thingKinds)('%s', (kind) => {
  test('one has come about, with a word of its own in each text that its example names', async () => {
    const things = await loadEverything(panel.services.store.read)
    const id = planted.get(kind) ?? ''
    if (kind === 'credential') return expect(things.all('credential')).toEqual([])
    const one = things.get(kind, id) as unknown as Record<string, unknown> | undefined
    expect(one, `No ${kind} of the id that its example gave (${id})`).toBeDefined()
    for (const [field, whom] of Object.entries(example(kind).words))
      if (Array.isArray(whom)) expect(JSON.stringify(one?.[field])).toContain(words.get(`${kind}.${field}`))
  })

  test('by its rule alone, whatever is at hand, those may see it whom its example names, and nobody else', () => {
    const things = allThings[whenOf(kind)]
    const one = things.get(kind, planted.get(kind) ?? '')
    const seers = everyone.filter((who) => {
      const panelId = who.startsWith('brook') ? panel.brookPanelId : panel.panelId
      const viewer = viewerOf(things, panel.people[who].accountId, panelId)
      return one && viewer && isVisibleKind(kind) && maySee(sightOf(viewer, things, null), kind, one as never)
    })
    expect(seers).toEqual(everyone.filter((who) => example(kind).seenBy.includes(who)))
    expect({ leavesTheServer: isVisibleKind(kind) }).toEqual({
      leavesTheServer: example(kind).seenBy.length > 0,
    })
  })

  test('it is shown where its example says, to whom, and to nobody else', () => {
    const ref = `"${kind}:${planted.get(kind)}"`
    const shown = Object.fromEntries(
      allPlaces.map((place) => [place, everyone.filter((who) => pagesOf(kind, who)[place].includes(ref))]),
    )
    const wanted = Object.fromEntries(
      allPlaces.map((place) => [
        place,
        everyone.filter((who) => (example(kind).shown[place] ?? []).includes(who)),
      ]),
    )
    expect(shown).toEqual(wanted)
  })

  test('its words are met by whom its example names, and by nobody else', () => {
    for (const [field, whom] of Object.entries(example(kind).words)) {
      if (!Array.isArray(whom)) continue
      const word = words.get(`${kind}.${field}`) ?? 'no word'
      const met = everyone.filter((who) =>
        Object.values(pagesOf(kind, who)).some((page) => page.includes(word)),
      )
      expect({ [field]: met }).toEqual({ [field]: everyone.filter((who) => whom.includes(who)) })
    }
  })
})

test('the log holds none of these words', () => {
  const log = panel.logged.join('')
  expect([...words].filter(([, word]) => log.includes(word))).toEqual([])
})
