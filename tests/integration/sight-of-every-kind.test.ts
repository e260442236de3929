import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ThingKind } from '../../app/domain/things/kinds'
import { places, type Place } from '../examples/kind-example'
import { exampleOf, lookedFor, Planted, whenOf, wordsOf } from '../examples/plant-kinds'
import { everyPage, type EveryPage } from '../support/every-page'
import { expectSameInTables } from '../support/room-parity'
import { everyone, openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

// Of every kind, one is brought about through the front door while the rooms stand in memory, with a word of its own in
// every text. Then everyone looks at everything: whom its example names is shown it, in the places that it names, and
// meets its words; nobody else does, anywhere. A loader that forgets a kind, a room that does not take it in, a rule of
// sight that is wrong: whichever it is, it shows here. The rules alone: app/domain/sight/every-kind.test.ts.

const allPlaces = Object.keys(places) as Place[]

let panel: TestPanel
const planted = new Planted()
/** As everyone finds it in session, and once the meeting is closed. */
const looks = { 'in session': new Map<PersonName, EveryPage>(), closed: new Map<PersonName, EveryPage>() }

const inMemory = () => [panel.meetingId, panel.nextMeetingId, panel.brookMeetingId]
const pagesOf = (kind: ThingKind, who: PersonName) => looks[whenOf(kind)].get(who) as EveryPage
const listed = (whom: readonly PersonName[] = []) => everyone.filter((who) => whom.includes(who))

beforeAll(async () => {
  panel = await openSmallMeeting()
  for (const meetingId of inMemory()) await panel.services.rooms.open(meetingId)
  for (const when of ['in session', 'closed'] as const) {
    await planted.plant(panel, when)
    for (const who of everyone) looks[when].set(who, await everyPage(panel, who))
  }
}, 120_000)
afterAll(() => panel.close())

test('what came about by all of this is in memory as it is in the tables', async () => {
  const { rooms, store } = panel.services
  for (const meetingId of inMemory()) await expectSameInTables(store, rooms, meetingId)
})

describe.each(lookedFor)('%s', (kind) => {
  test('one has come about, with a word of its own in each text that its example names', async () => {
    const things = await panel.standing()
    const one = things.get(kind, planted.idOf(kind)) as unknown as Record<string, unknown> | undefined
    expect(one, `No ${kind} of the id that its example gave (${planted.idOf(kind)})`).toBeDefined()
    for (const { field } of wordsOf(kind))
      expect(JSON.stringify(one?.[field])).toContain(planted.wordIn(kind, field))
  })

  test('it is shown where its example says, to whom, and to nobody else', () => {
    const ref = `"${kind}:${planted.idOf(kind)}"`
    const { shown: wanted } = exampleOf(kind)
    const shown = (place: Place) => everyone.filter((who) => pagesOf(kind, who)[place].includes(ref))
    expect(Object.fromEntries(allPlaces.map((place) => [place, shown(place)]))).toEqual(
      Object.fromEntries(allPlaces.map((place) => [place, listed(wanted[place])])),
    )
  })

  test('its words are met by whom its example names, and by nobody else', () => {
    for (const { field, whom } of wordsOf(kind)) {
      const word = planted.wordIn(kind, field)
      const met = everyone.filter((who) =>
        Object.values(pagesOf(kind, who)).some((page) => page.includes(word)),
      )
      expect({ [field]: met }).toEqual({ [field]: listed(whom) })
    }
  })
})

test('what proves an account is not even read where all there is is read', async () => {
  expect((await panel.standing()).all('credential')).toEqual([])
})

test('the log holds none of these words', () => {
  const log = panel.logged.join('')
  expect(planted.allWords.filter((word) => log.includes(word))).toEqual([])
})
