import { afterEach, expect, test } from 'vitest'
import { paperFileName } from '../../app/domain/minutes/paper'
import { accessLog } from '../../db/schema/sign-in'
import { pdfFile } from '../../server/papers/pdf-file'
import { agencies, circle, commandsIn } from '../support/commands'
import { heardIn, pdfStructure } from '../support/pdf-structure'
import { readPdf, readWord, wordText } from '../support/read-files'
import { openSmallMeeting, type PersonName, type TestPanel } from '../support/small-panel'

// What leaves as a file: read back from the file itself.

let panel: TestPanel | undefined
afterEach(async () => {
  await panel?.close()
  panel = undefined
})

const tight = (text: string) => text.replace(/[\s\u00a0]/g, '')

const opened = async () => {
  panel = await openSmallMeeting()
  const commands = commandsIn(panel)
  const { housing, police, probation } = panel.agencies
  await panel.done(
    'chair',
    commands.decision('A1', { outcome: 'continue', rationale: 'Reasons for the panel.' }),
  )
  await panel.done('chair', commands.action('A1', 'Change the locks.', { ownerAgencyId: housing }))
  await panel.done('chair', commands.action('A1', 'Mark the address.', { ownerAgencyId: police }))
  await panel.done('chair', commands.action('A4', 'Ring his officer.', { ownerAgencyId: probation }))
  await panel.done('police', commands.request('A1', housing, 'Who lives there?'))
  await panel.done('idva', commands.share('A1', 'Her words for two.', { audience: agencies(housing) }))
  await panel.done('idva', commands.share('A1', 'Her words for the circle.', { audience: circle() }))
  await panel.done('police', commands.share('A1', 'Said to all.'))
  await panel.done('chair', commands.close('Out of time.'))
  panel.clock.move({ minutes: 5 })
  return panel
}
const file = async (who: PersonName, what: 'minutes' | 'extract', form: 'pdf' | 'docx') => {
  if (!panel) throw new Error('No panel is open.')
  const found = await panel.services.reads.paperFile(await panel.sessionFor(who), panel.meetingId, what, form)
  if (!found.ok) throw new Error(`${who} gets no ${what}: ${found.code}`)
  return found
}
const approve = async (on: TestPanel) => on.done('chair', { kind: 'approveMinutes', meetingId: on.meetingId })

test('each agency’s extract has its own part of a case and nothing of another’s, as PDF and as Word', async () => {
  await approve(await opened())
  const inExtract: Record<string, { has: string[]; lacks: string[] }> = {
    housing: {
      has: ['Change the locks.', 'Who lives there?', 'Her words for two.'],
      lacks: [
        'Mark the address.',
        'Ring his officer.',
        'Her words for the circle.',
        'Said to all.',
        'Reasons for the panel.',
      ],
    },
    police: {
      has: ['Mark the address.', 'Who lives there?'],
      lacks: ['Change the locks.', 'Ring his officer.', 'Her words for two.', 'Her words for the circle.'],
    },
    probation: {
      has: ['Ring his officer.'],
      lacks: ['Change the locks.', 'Mark the address.', 'Who lives there?', 'Her words'],
    },
  }
  for (const [who, { has, lacks }] of Object.entries(inExtract)) {
    const pdf = tight(readPdf((await file(who as PersonName, 'extract', 'pdf')).body).text)
    const word = tight(wordText((await file(who as PersonName, 'extract', 'docx')).body))
    for (const words of has)
      expect([who, words, pdf.includes(tight(words)), word.includes(tight(words))]).toEqual([
        who,
        words,
        true,
        true,
      ])
    for (const words of lacks)
      expect([who, words, pdf.includes(tight(words)), word.includes(tight(words))]).toEqual([
        who,
        words,
        false,
        false,
      ])
  }
})

test('a PDF is tagged, titled and in English; marking and reader stand on its pages', async () => {
  await approve(await opened())
  const { head, roles, text } = readPdf((await file('housing', 'minutes', 'pdf')).body)
  expect(head).toContain('/Marked true')
  expect(head).toMatch(/\/Lang \(en-GB\)/)
  expect(head).toContain('/DisplayDocTitle true')
  expect(head).toContain('/StructTreeRoot')
  for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD'])
    expect(roles).toContain(role)
  expect(tight(text)).toContain('OFFICIAL-SENSITIVE')
  expect(tight(text)).toContain(tight('2 December 2026'))
  const reader = (await panel?.sessionFor('housing'))?.name ?? ''
  expect(reader.length).toBeGreaterThan(2)
  expect(tight(text).split(tight(`Read by ${reader}`)).length).toBeGreaterThan(3)
})

test('what leaves as PDF is PDF/UA: minutes and extract are read out whole, heading by heading, line by line', async () => {
  await approve(await opened())
  for (const what of ['minutes', 'extract'] as const) {
    const { all, root, lost, stray, xmp } = pdfStructure((await file('housing', what, 'pdf')).body)
    expect({ what, lost, stray }).toEqual({ what, lost: [], stray: [] })
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(heardIn(root)).toContain('Change the locks.')
    const levels = all.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []))
    expect(levels[0]).toBe(1)
    // A level that is left out sounds like a part of the paper that is kept back.
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
    const items = all.filter(({ role }) => role === 'LI')
    expect(items.length).toBeGreaterThan(0)
    for (const { children } of items) expect(children.map(({ role }) => role)).toEqual(['Lbl', 'LBody'])
  }
})

test('a Word file has headings, a table with a header row, marking and reader', async () => {
  await approve(await opened())
  const parts = readWord((await file('housing', 'extract', 'docx')).body)
  const xml = parts.get('word/document.xml') ?? ''
  for (const words of ['w:val="Heading1"', 'w:val="Heading2"', '<w:tblHeader', 'OFFICIAL-SENSITIVE'])
    expect(xml).toContain(words)
  const headers = [...parts]
    .filter(([name]) => /header|footer/.test(name))
    .map(([, part]) => part)
    .join('')
  expect(headers).toContain('Read by')
  expect(parts.get('docProps/core.xml')).toContain('Extract for Housing')
})

test('names with letters of many languages stand in the PDF; what the face lacks is said, not left out in silence', async () => {
  const paper = (text: string) => ({
    title: 'A paper',
    standing: '',
    marking: 'OFFICIAL-SENSITIVE',
    watermark: 'Read by Zoë',
    fileName: 'x',
    blocks: [{ kind: 'text' as const, text }],
  })
  const names = 'Zoë Łukasz Șerban Ağaoğlu Nguyễn Ọláyínká Ćirić Иван Ελένη O’Brien'
  const shown = readPdf(await pdfFile(paper(names))).text
  expect(tight(shown).normalize('NFC')).toContain(tight(names).normalize('NFC'))
  expect(tight(shown)).not.toContain('cannotbeshown')
  expect(tight(readPdf(await pdfFile(paper('王 Wei'))).text)).toContain('cannotbeshown')
})

test('the name of a file holds panel, day and kind, and nothing of anyone', async () => {
  await approve(await opened())
  expect((await file('housing', 'extract', 'pdf')).fileName).toBe('ashford-panel-2026-12-02-extract.pdf')
  expect((await file('housing', 'minutes', 'docx')).fileName).toBe('ashford-panel-2026-12-02-minutes.docx')
  expect(paperFileName('Panel “Łódź” / A..B', '2026-12-02', 'minutes')).toMatch(/^[a-z0-9-]+$/)
})

test('a draft is read and not taken away, except by chair and coordinator', async () => {
  const on = await opened()
  const take = async (who: PersonName) =>
    on.services.reads.paperFile(await on.sessionFor(who), on.meetingId, 'extract', 'pdf')
  expect(await take('housing')).toMatchObject({ code: 'wrong_moment' })
  expect(await take('coordinator')).toMatchObject({ ok: true })
  expect(await take('evaluator')).toMatchObject({ code: 'not_found' })
  expect(await take('brookChair')).toMatchObject({ code: 'not_found' })
  await approve(on)
  expect(await take('housing')).toMatchObject({ ok: true })
})

test('while the meeting is in session its minutes are read as they grow, and no member takes a file of them', async () => {
  panel = await openSmallMeeting()
  const on = panel
  await on.done('police', commandsIn(on).share('A1', 'Said to all.'))
  const take = async (who: PersonName, what: 'minutes' | 'extract', form: 'pdf' | 'docx') =>
    on.services.reads.paperFile(await on.sessionFor(who), on.meetingId, what, form)
  for (const who of ['housing', 'police', 'idva', 'presenter'] as const)
    for (const what of ['minutes', 'extract'] as const)
      for (const form of ['pdf', 'docx'] as const)
        expect([who, what, form, await take(who, what, form)]).toMatchObject([
          who,
          what,
          form,
          { ok: false, code: 'wrong_moment' },
        ])
  expect(
    await on.services.reads.paper(await on.sessionFor('housing'), on.meetingId, 'minutes'),
  ).toMatchObject({
    ok: true,
  })
  expect(await take('chair', 'minutes', 'pdf')).toMatchObject({ ok: true })
})

test('every taking is a reading on record, of the cases that are in the paper and no others', async () => {
  const on = await opened()
  await approve(on)
  await file('probation', 'extract', 'pdf')
  on.clock.move({ minutes: 3 })
  await file('probation', 'extract', 'pdf')
  const rows = (await on.services.store.read.select().from(accessLog)).filter((row) =>
    row.place.startsWith('extract-pdf'),
  )
  expect(rows.map((row) => [row.memberId, row.caseId])).toEqual([
    [on.people.probation.memberId, on.cases.A4],
    [on.people.probation.memberId, on.cases.A4],
  ])
})
