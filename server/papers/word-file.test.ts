import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Paper } from '../../app/domain/minutes/paper'
import { readWord, wordText } from '../../tests/support/read-files'
import { faultInXml } from '../../tests/support/well-formed'
import { wordFile } from './word-file'

// Whatever stands in the record, older than the gate for texts or brought by an import, the file opens.

const paperOf = (text: string): Paper => ({
  title: `Minutes ${text}`,
  standing: text,
  marking: 'OFFICIAL-SENSITIVE',
  watermark: `Read by ${text}`,
  fileName: 'x',
  blocks: [
    { kind: 'heading', level: 2, text },
    { kind: 'text', text },
    { kind: 'list', lines: [{ text, marks: [text] }] },
    { kind: 'table', caption: text, head: ['One', text], rows: [['1', text]] },
  ],
})
const faultsIn = async (paper: Paper) =>
  [...readWord(await wordFile(paper))].flatMap(([name, part]) => {
    const fault = /\.(xml|rels)$/.test(name) ? faultInXml(part) : null
    return fault ? [`${name}: ${fault}`] : []
  })

test('one character that XML does not know does not spoil the file', async () => {
  expect(await faultsIn(paperOf('Said \ufffe so, and \u0000, \u000b, \ud800.'))).toEqual([])
})

test('a file with every code point there is can be opened', async () => {
  const all = Array.from({ length: 0x110000 }, (_, point) => String.fromCodePoint(point)).join('')
  const paper = { ...paperOf(''), blocks: [{ kind: 'text' as const, text: all }] }
  expect(await faultsIn(paper)).toEqual([])
  expect(readWord(await wordFile(paper)).get('word/document.xml')).toContain('&amp;')
}, 30_000)

test('whatever the texts are, every part of the file is well-formed', async () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((all) => String.fromCharCode(...all))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        units,
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\uffff', ']]>', '<w:p>', '&#0;', '\n', '--'),
      ),
      async (text) => {
        expect(await faultsIn(paperOf(text))).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
}, 30_000)

test('a new line in what was written is a new line in the file, and parts two words', async () => {
  const xml = readWord(await wordFile(paperOf('one\ntwo\vthree'))).get('word/document.xml') ?? ''
  const inThree = /one<\/w:t><\/w:r><w:r>(<w:rPr>.*?<\/w:rPr>)?<w:br\/><w:t[^>]*>two<\/w:t><\/w:r><w:r>/g
  expect(xml.match(inThree)?.length).toBe(10)
  expect(wordText(await wordFile(paperOf('come back\vthat day')))).not.toContain('backthat')
})
