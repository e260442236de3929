import { expect, test } from 'vitest'
import { initialsOf } from './initials'

test.each([
  ['Aldous', 'Quenby', 'A.Q.'],
  [' élodie', 'ødegaard ', 'É.Ø.'],
  ['\u{1f600}', '\u{10428}', '\u{1f600}.\u{10400}.'],
  ['', '  ', '?.?.'],
])('of “%s” “%s” the initials are %s', (givenName, familyName, initials) => {
  expect(initialsOf({ givenName, familyName })).toBe(initials)
})
