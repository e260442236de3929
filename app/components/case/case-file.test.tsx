import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exampleOf, Planted, whenOf, wordsOf } from '../../../tests/examples/plant-kinds'
import { openPureMeeting, type PurePanel } from '../../../tests/support/pure-panel'
import { everyone, type PersonName } from '../../../tests/support/small-panel-facts'
import { takesField } from '../../../tests/support/takes-field'
import { pageViewer } from '../../domain/abilities'
import { fieldsOf, isPublicCommandKind } from '../../domain/commands/commands'
import { oneOf, viewOfThings, type RoomView } from '../../domain/meeting/room-view'
import { homeOf, thingKinds, type ThingKind } from '../../domain/things/kinds'
import { CaseFile, doneInCaseFile } from './case-file'

// A kind that lives in case files has its place in one of their sections: the compiler asks for that. That the section
// then draws it, this does: one of every kind is brought about with a word of its own in every text, and each word stands
// on the page of whoever is shown it.

let panel: PurePanel
const planted = new Planted()
/** What each is shown while the meeting is in session, and once it is closed. */
const views = { 'in session': new Map<PersonName, RoomView>(), closed: new Map<PersonName, RoomView>() }

const pageOf = (who: PersonName, when: 'in session' | 'closed', caseId: string) => {
  const view = views[when].get(who) ?? {}
  const itsCase = oneOf(view, 'case', caseId)
  if (!itsCase) return ''
  const person = oneOf(view, 'person', itsCase.personId)
  const viewer = pageViewer(panel.viewer(who))
  return renderToStaticMarkup(
    <CaseFile
      {...{
        view,
        itsCase,
        person,
        viewer,
        readers: [],
        today: '2026-12-02',
        once: 'once',
        refused: undefined,
      }}
    />,
  )
}

beforeAll(async () => {
  panel = openPureMeeting()
  for (const when of ['in session', 'closed'] as const) {
    await planted.plant(panel, when)
    for (const who of everyone) views[when].set(who, viewOfThings(panel.view(who, null)))
  }
})

const inCaseFiles = thingKinds.filter(
  (kind) => ['case', 'caseFile', 'entry'].includes(homeOf[kind]) && wordsOf(kind).length > 0,
)

describe.each(inCaseFiles)('%s', (kind: ThingKind) => {
  const { shown } = exampleOf(kind)
  test.each(wordsOf(kind))('its $field stands on the page of whoever is shown it', ({ field, whom }) => {
    const seers = everyone.filter((who) => shown.file?.includes(who) && whom.includes(who))
    const word = planted.wordIn(kind, field)
    const one = panel.things.get(kind, planted.idOf(kind))
    const caseId = one && 'caseId' in one ? String(one.caseId) : planted.idOf(kind)
    const missing = seers.filter((who) => !pageOf(who, whenOf(kind), caseId).includes(word))
    expect(missing, `No section of the case file draws the ${field} of a ${kind}.`).toEqual([])
  })
})

/** Controls of each form on a page, by name, with the value of those that nobody fills in. */
const formsOn = (page: string) =>
  [...page.matchAll(/<form.*?<\/form>/gs)].map(([form]) =>
    [...form.matchAll(/<(?:input|select|textarea)[^>]*>/g)].map(([control]) => ({
      name: / name="([^"]*)"/.exec(control)?.[1] ?? '',
      value: / value="([^"]*)"/.exec(control)?.[1] ?? '',
    })),
  )
const forThePage = ['kind', 'form', 'commandId', 'to']

test('each form asks what its command reads, and leads back to its place on the page with a word that is said there', () => {
  const asked = new Set<string>()
  for (const when of ['in session', 'closed'] as const)
    for (const who of everyone.filter(
      (one) => panel.things.get('member', panel.people[one].memberId)?.panelId === panel.panelId,
    ))
      for (const caseId of Object.values(panel.cases)) {
        const page = pageOf(who, when, caseId)
        for (const controls of formsOn(page)) {
          const value = (name: string) => controls.find((one) => one.name === name)?.value ?? ''
          const kind = value('kind')
          if (!isPublicCommandKind(kind)) throw new Error(`${kind} is no command.`)
          asked.add(kind)
          const fields = z.object(fieldsOf(kind))
          const unread = controls.filter(
            ({ name }) => !forThePage.includes(name) && !takesField(fields, name),
          )
          expect([kind, unread.map(({ name }) => name)]).toEqual([kind, []])
          const [, done, place] = /\?done=(\w+)(?:#([\w-]+))?$/.exec(value('to')) ?? []
          expect([kind, Object.keys(doneInCaseFile)]).toEqual([kind, expect.arrayContaining([done])])
          if (place) expect([kind, page.includes(`id="${place}"`)]).toEqual([kind, true])
        }
      }
  expect([...asked]).toEqual(
    expect.arrayContaining(['recordHappening', 'keepSafetyRecord', 'correctHappening']),
  )
})
