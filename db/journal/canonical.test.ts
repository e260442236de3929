import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical'
import { bodyHashOf, firstHash, hashOf } from './chain'

// The text that is hashed follows a published standard (RFC 8785, JSON Canonicalization Scheme), so that whoever is to
// verify the record needs none of this code. The library is another's work on the same standard.

/** All that JSON can say, with whole characters: what a record holds (whole-text.ts, and an import is valid UTF-8). */
const texts = fc.string({ unit: 'binary' })
const json = fc.jsonValue({ stringUnit: 'binary' })

test('whatever JSON can say, the standard gives the same text', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonical(value)).toBe(canonicalize(value))
    }),
    { numRuns: 1000 },
  )
})

test('a field that is not given is left out, and in a list stands as null: as JSON writes it, and as the standard', () => {
  const sparse = fc.oneof(texts, fc.constant(undefined), fc.constant(null), fc.integer())
  fc.assert(
    fc.property(fc.array(sparse), fc.dictionary(texts, sparse), (list, fields) => {
      expect(canonical({ list, fields })).toBe(canonicalize({ list, fields }))
    }),
  )
})

test('every number is written as the standard writes it, the negative nought as nought', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(canonical(number)).toBe(canonicalize(number))
    }),
  )
  expect([0, -0, 1e21, 1e-7, 5e-324, 4.5, 1764547200000].map(canonical)).toEqual([
    '0',
    '0',
    '1e+21',
    '1e-7',
    '5e-324',
    '4.5',
    '1764547200000',
  ])
})

test('the example of the standard is written as the standard prints it', () => {
  // RFC 8785, 3.2.3: keys in the order of their UTF-16 units, which is not that of their code points.
  expect(
    canonical({
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }),
  ).toBe(
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
      '"\u20ac":"Euro Sign","\u{1f600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  )
})

test('nothing is null, and the first hash of a chain is sixty-four noughts', () => {
  expect(canonical(undefined)).toBe('null')
  expect(firstHash).toBe('0'.repeat(64))
})

test('what the standard has no text for is refused by the library: no record holds it', () => {
  // Half a character: the gate for texts lets none in.
  expect(() => canonicalize('\ud800')).toThrow()
  // No number: the fields of every command ask for finite ones.
  expect(() => canonicalize(NaN)).toThrow()
  expect(() => canonicalize(Infinity)).toThrow()
})

test('a hash can be worked out with the standard alone', () => {
  const envelope = {
    stream: 'panel',
    seq: 7,
    entryId: 'entry',
    commandId: 'command',
    at: 1764547200000,
    actorId: null,
    kind: 'shared',
    version: 2,
    meetingId: 'meeting',
    subjectKind: 'share',
    subjectId: 'one',
    bodyHash: bodyHashOf('salt', canonical({ what: 'Zoë’s 😀' })),
  }
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
  const bodyHash = sha256(`salt\n${canonicalize({ what: 'Zoë’s 😀' })}`)
  expect(hashOf('0'.repeat(64), envelope)).toBe(
    sha256(`${'0'.repeat(64)}\n${canonicalize({ ...envelope, bodyHash })}`),
  )
})

test('a hash that was recorded stays as it is', () => {
  // Worked out by hand: another text here is another chain than the one whose head is on paper.
  expect(
    hashOf(firstHash, {
      stream: 'panel',
      seq: 1,
      entryId: 'entry',
      commandId: 'command',
      at: 1764547200000,
      actorId: null,
      kind: 'shared',
      version: 1,
      meetingId: null,
      subjectKind: null,
      subjectId: null,
      bodyHash: bodyHashOf('salt', '{"a":1}'),
    }),
  ).toBe('46cceb75def9cb27b5bfb026a79b58eee35eb059d5d2946396f27911d8621b14')
})
