import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryFields } from './meeting/entry-fields'
import { parseCommand } from './commands/commands'
import { wholeText, wholeTexts } from './whole-text'

/** The characters of XML 1.0 (production 2). */
const isXml = (point: number) =>
  point === 9 ||
  point === 10 ||
  point === 13 ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  point >= 0x10000

const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((all) => String.fromCharCode(...all))

test.each([
  ['come back\vthat day', 'come back\nthat day'],
  ['page one\fpage two', 'page one\npage two'],
  ['one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
  ['a\u0007bell, a\u001bkey, a\u007fslip', 'a bell, a key, a slip'],
  ['a\u0000b', 'a\ufffdb'],
  ['a\ufffeb\uffffc\u{1fffe}d\ufdd0e', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ['don\u0092t', 'don\ufffdt'],
  ['half \ud800 of one, \udc00', 'half \ufffd of one, \ufffd'],
  ['a\ttab, Zoë’s ключ 鍵 😀 \u{10fffd}', 'a\ttab, Zoë’s ключ 鍵 😀 \u{10fffd}'],
])('%j is kept as %j', (typed, kept) => {
  expect(wholeText(typed)).toBe(kept)
})

test('every code point there is comes out as one that XML can hold, and what was text stays', () => {
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const text = String.fromCodePoint(point)
    const kept = wholeText(text)
    if (!isXml(kept.codePointAt(0) ?? 0)) expect(point).toBe('kept')
    if (/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}]/u.test(text) && kept !== text) expect(point).toBe('as it was')
  }
})

test('whatever is sent, what is kept is whole, and keeping it again changes nothing', () => {
  fc.assert(
    fc.property(units, (text) => {
      const kept = wholeText(text)
      expect([...kept].every((one) => isXml(one.codePointAt(0) ?? 0))).toBe(true)
      expect(wholeText(kept)).toBe(kept)
    }),
  )
})

test('no field of a command lets in what cannot be kept: not one of an entry, of a referral, or of the settings', () => {
  expect(entryFields.share.parse({ what: 'come back\vthat\ufffe' })).toMatchObject({
    what: 'come back\nthat\ufffd',
  })
  expect(
    parseCommand({
      kind: 'makeReferral',
      panelId: 'p',
      source: 'other',
      fields: {
        familyName: 'Mar\u0000sh',
        reason: 'He came\vback.',
        incidents: [{ what: 'Rang\u0007twice.', gravity: 'threat', date: '' }],
        victims: [{ relationship: 'partner', told: 'yes', agrees: 'yes', name: 'A\uffff' }],
      },
    }),
  ).toMatchObject({
    fields: {
      familyName: 'Mar\ufffdsh',
      reason: 'He came\nback.',
      incidents: [{ what: 'Rang twice.' }],
      victims: [{ name: 'A\ufffd' }],
    },
  })
  expect(
    parseCommand({
      kind: 'adoptPolicy',
      panelId: 'p',
      reason: 'Words.',
      values: { confidentialityStatement: 'In\vconfidence', acceptReasons: 'One\r\nTwo' },
    }),
  ).toMatchObject({ values: { confidentialityStatement: 'In\nconfidence', acceptReasons: 'One\nTwo' } })
})

test('a command nested without end is refused, and does not take the process with it', () => {
  let nested: unknown = 'a\u0000b'
  for (let depth = 0; depth < 100_000; depth += 1) nested = [nested]
  expect(wholeTexts(nested)).toBeDefined()
  expect(parseCommand({ kind: 'closeMeeting', meetingId: nested })).toMatchObject({
    ok: false,
    code: 'invalid',
  })
})
