import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Paper } from '../../app/domain/minutes/paper'
import { heardIn, pdfStructure, type PdfElement, type PdfStructure } from '../../tests/support/pdf-structure'
import { faultInXml } from '../../tests/support/well-formed'
import { pdfFile } from './pdf-file'

// What a PDF says of itself and what a screen reader hears of it, read back from the file (PDF/UA-1, ISO 14289-1).

const paperOf = (blocks: Block[], texts: Partial<Paper> = {}): Paper => ({
  title: 'Minutes: Croydon & Bromley <DAPP>, 2 December 2026',
  standing: 'Approved.',
  marking: 'OFFICIAL-SENSITIVE',
  watermark: 'Read by Zoë Łukasz',
  fileName: 'x',
  blocks,
  ...texts,
})
const structureOf = async (blocks: Block[], texts: Partial<Paper> = {}) =>
  pdfStructure(await pdfFile(paperOf(blocks, texts)))
const rolesIn = (all: readonly PdfElement[], role: string) => all.filter((one) => one.role === role)
const said = (text: string) => text.replace(/\s+/g, ' ').trim()

const long = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
const everything: Block[] = [
  { kind: 'text', text: 'Opened 10:02.\nClosed 12:00.' },
  {
    kind: 'table',
    caption: 'Attendance',
    head: ['Agency', 'Person'],
    rows: [
      ['Housing', 'Imran'],
      ['Police', 'Zoë'],
    ],
  },
  { kind: 'heading', level: 2, text: '1. C-014' },
  { kind: 'heading', level: 3, text: 'What was shared' },
  {
    kind: 'list',
    lines: [
      { text: `Police: ${long(900)}`, marks: ['Not to reach him'] },
      { text: 'Housing: hers.', marks: [] },
      ...Array.from({ length: 60 }, (_, index) => ({ text: `Line ${index}`, marks: ['Fact', 'Opinion'] })),
    ],
  },
]

let read: Promise<PdfStructure> | undefined
/** Made once: nothing here changes it. */
const ofEverything = () => (read ??= structureOf(everything))

test('the file says that it is PDF/UA, what it is called and in which language it is', async () => {
  const { catalog, info, xmp } = await ofEverything()
  const title = 'Minutes: Croydon & Bromley <DAPP>, 2 December 2026'
  expect(catalog).toMatchObject({
    Lang: 'en-GB',
    MarkInfo: { Marked: true },
    ViewerPreferences: { DisplayDocTitle: true },
  })
  expect(info).toMatchObject({ Title: title })
  expect(xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
  // A sign that begins something in XML makes all that the file says of itself unreadable.
  expect(faultInXml(xmp.replace(/<\?xpacket[^>]*\?>/g, ''))).toBeNull()
  expect(xmp).toMatch(/<dc:title>[^§]*Minutes: Croydon &amp; Bromley &lt;DAPP&gt;, 2 December 2026/)
})

test('each line of a list has a bullet and a body, over the end of a page too', async () => {
  const { all } = await ofEverything()
  const [list] = rolesIn(all, 'L')
  expect(list?.attributes).toEqual({ O: '/List', ListNumbering: '/Disc' })
  expect(list?.children).toHaveLength(62)
  for (const item of list?.children ?? []) {
    expect(item.role).toBe('LI')
    expect(item.children.map(({ role }) => role)).toEqual(['Lbl', 'LBody'])
    expect(said(heardIn(item.children[0] as PdfElement))).toBe('•')
  }
  expect(
    rolesIn(all, 'LBody')
      .slice(0, 3)
      .map((one) => said(heardIn(one))),
  ).toEqual([`[Not to reach him] Police: ${long(900)}`, 'Housing: hers.', '[Fact; Opinion] Line 0'])
})

test('everything on a page is read out in its place, or is an artifact', async () => {
  const { root, stray, lost, shapeless } = await ofEverything()
  expect({ stray, lost, shapeless }).toEqual({ stray: [], lost: [], shapeless: 0 })
  expect(root.role).toBe('Document')
  const heard = said(heardIn(root))
  expect(heard).toContain(
    'Opened 10:02. Closed 12:00. Attendance Agency Person Housing Imran Police Zoë 1. C-014',
  )
  // Who took it stands on every page and is read once.
  expect(heard.split('Read by Zoë Łukasz')).toHaveLength(2)
})

test('headings go down a step at a time, and columns have heads', async () => {
  const { all } = await ofEverything()
  expect(all.map(({ role }) => role).filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2', 'H3'])
  const [head, ...rows] = rolesIn(all, 'TR')
  expect(head?.children.map(({ role, attributes }) => [role, attributes.Scope])).toEqual([
    ['TH', '/Column'],
    ['TH', '/Column'],
  ])
  expect(rows.map((row) => row.children.map(({ role }) => role))).toEqual([
    ['TD', 'TD'],
    ['TD', 'TD'],
  ])
})

test('letters that cannot be drawn stand as boxes that are read out, and the paper says so; a tab and a new line are none', async () => {
  const text = (block: string) => [{ kind: 'text' as const, text: block }]
  const lacking = await structureOf(text('王 Wei \u{e0041}\ufe0f\ufeffend'))
  expect(lacking.shapeless).toBe(0)
  expect(said(heardIn(lacking.root))).toContain('□ Wei end')
  expect(heardIn(lacking.root)).toContain('cannot be shown')
  const whole = await structureOf(text('one\ttwo\nthree\u2028four □'))
  expect(said(heardIn(whole.root))).toContain('one two three four □')
  expect(heardIn(whole.root)).not.toContain('cannot be shown')
})

test('whatever the texts are, the file is whole: all is heard, nothing stray, and what it says of itself is XML', async () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((all) => String.fromCharCode(...all))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(units, fc.string({ unit: 'binary' }), fc.constantFrom('', '\ufffe', '(\\')),
      async (text) => {
        const { stray, lost, shapeless, xmp } = await structureOf(
          [
            { kind: 'heading', level: 2, text },
            { kind: 'text', text },
            { kind: 'list', lines: [{ text, marks: [text] }] },
            { kind: 'table', caption: text, head: [text, text], rows: [[text, text]] },
          ],
          { title: `T ${text}`, watermark: text },
        )
        expect({ stray, lost, shapeless }).toEqual({ stray: [], lost: [], shapeless: 0 })
        expect(faultInXml(xmp.replace(/<\?xpacket[^>]*\?>/g, ''))).toBeNull()
      },
    ),
    { numRuns: 40 },
  )
}, 30_000)
