import { expect, test } from 'vitest'
import { csvOf } from './csv'

const line = (...cells: (string | number | null)[]) => csvOf([cells])

test('commas, quotation marks and line breaks keep to their cell', () => {
  expect(line('a,b', 'say "no"', 'x\ny', null, 3)).toBe('\ufeff"a,b","say ""no""","x\ny",,3\r\n')
})

test('nothing that was typed becomes a formula', () => {
  for (const text of ['=1+1', '+44', '-1', '@SUM(A1)', '\tx', '\rx', '  =1', '＝1']) {
    expect(line(text).replace(/^\ufeff"?/, '')).toMatch(/^'/)
  }
  expect(line(-1)).toBe('\ufeff-1\r\n')
  expect(line('O’Hara', 'a=b')).toBe('\ufeffO’Hara,a=b\r\n')
})
