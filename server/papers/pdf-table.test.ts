import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heardIn, pdfStructure } from '../../tests/support/pdf-structure'
import { pdfFile } from './pdf-file'
import { sharedWidths } from './pdf-table'

const rowsIn = async (rows: string[][]) => {
  const { all, stray, lost } = pdfStructure(
    await pdfFile({
      title: 'Extract',
      standing: '',
      marking: 'OFFICIAL-SENSITIVE',
      watermark: 'Read by someone',
      fileName: 'x',
      blocks: [{ kind: 'table', caption: 'Your actions by day', head: ['By', 'Case', 'Action'], rows }],
    }),
  )
  expect({ stray, lost }).toEqual({ stray: [], lost: [] })
  return all
    .filter(({ role }) => role === 'TR')
    .slice(1)
    .map(({ children }) => children.map((cell) => heardIn(cell).replace(/\s+/g, ' ').trim()))
}
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')

test('a row taller than a page goes on in the next, and says so: not one word of an action is cut off', async () => {
  const what = words(1800)
  const rows = await rowsIn([
    ['1 December 2026', 'C-001', 'Ring her.'],
    ['3 December 2026', 'C-014', what],
    ['4 December 2026', 'C-015', 'Change the locks.'],
  ])
  expect(rows.length).toBeGreaterThan(4)
  const parts = rows.slice(1, -1)
  expect(parts.map(([, , part]) => part).join(' ')).toBe(what)
  expect(parts.map(([by, of]) => [by, of])).toEqual([
    ['3 December 2026', 'C-014'],
    ...parts.slice(1).map(() => ['3 December 2026 (continued)', '']),
  ])
  expect([rows[0], rows.at(-1)]).toEqual([
    ['1 December 2026', 'C-001', 'Ring her.'],
    ['4 December 2026', 'C-015', 'Change the locks.'],
  ])
})

test('a text without a space is parted where the page ends', async () => {
  const rows = await rowsIn([['1 December 2026', 'C-001', 'x'.repeat(6000)]])
  expect(rows.map(([, , part]) => part?.replace(/[\s\u200b]/g, '')).join('')).toBe('x'.repeat(6000))
})

test('whatever stands in the cells, all of it is read out', async () => {
  const cell = fc.oneof(
    fc
      .array(fc.constantFrom('a', 'an', 'action', 'of', 'Police:', 'W'.repeat(30), '–', 'fi', 'Łódź', '\n'), {
        maxLength: 150,
      })
      .map((some) => some.join(' ')),
    fc.constant(''),
  )
  const tight = (text: string) => text.replace(/\s/g, '')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
      const heard = (await rowsIn(rows)).flat().join('').replaceAll('(continued)', '')
      expect(tight(heard)).toBe(tight(rows.flat().join('')))
    }),
    { numRuns: 40 },
  )
}, 30_000)

test('narrow columns get what they ask for, wide ones share what is left, and none of the page is given away', () => {
  expect(sharedWidths([100, 50, 900], 480)).toEqual([100, 50, 330])
  expect(sharedWidths([900, 50, 900], 450)).toEqual([200, 50, 200])
  expect(sharedWidths([100, 50], 250)).toEqual([150, 100])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }), (asked) => {
      const widths = sharedWidths(asked, 480)
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480)
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(
        Math.min(Math.min(...asked), 480 / asked.length) - 1e-9,
      )
    }),
  )
})
