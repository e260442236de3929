import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duplicatesIn } from './person-duplicates'
import { likelyMatches, type Known } from './person-match'

const someone = (
  id: string,
  givenName: string,
  familyName: string,
  dateOfBirth: string | null = null,
  aliases: string[] = [],
): Known => ({
  id,
  givenName,
  familyName,
  aliases,
  dateOfBirth,
  otherDatesOfBirth: [],
})
const pairsOf = (...people: Known[]) => duplicatesIn(people).map((pair) => `${pair.oneId} ${pair.otherId}`)

test('entries meet by how their names sound, by an alias, and by a date of birth that was turned round', () => {
  expect(
    pairsOf(
      someone('a', 'Steven', 'Quenby'),
      someone('b', 'Stephen', 'Tamsyn'),
      someone('c', 'Barnaby', 'Rusholt'),
    ),
  ).toEqual([])
  expect(pairsOf(someone('a', 'Steven', 'Quenby'), someone('b', 'Stephen', 'Kwenbee'))).toEqual(['a b'])
  expect(
    pairsOf(someone('a', 'Steven', 'Quenby', null, ['Barnaby Rusholt']), someone('b', 'Barnaby', 'Rusholt')),
  ).toEqual(['a b'])
  expect(pairsOf(someone('a', 'Quenby', 'Steven'), someone('b', 'Steven', 'Quenby'))).toEqual(['a b'])
  expect(
    pairsOf(someone('a', 'Steven', 'Quenby', '1988-03-04'), someone('b', 'Steven', 'Newname', '1988-04-03')),
  ).toEqual(['a b'])
})

test('a pair stands once, and only where one is a likely match of the other', () => {
  const name = fc.constantFrom('Steven', 'Stephen', 'Quenby', 'Quenbee', 'Rusholt')
  const day = fc.option(fc.constantFrom('1988-03-04', '1988-04-03', '1971-12-30'))
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name, day), { maxLength: 12 }), (list) => {
      const people = list.map(([given, family, born], index) =>
        someone(`p${String(index).padStart(2, '0')}`, given, family, born),
      )
      const found = duplicatesIn(people)
      expect(new Set(found.map((pair) => `${pair.oneId} ${pair.otherId}`)).size).toBe(found.length)
      for (const { oneId, otherId } of found) {
        const [one, other] = [oneId, otherId].map(
          (id) => people.find((person) => person.id === id) as Known,
        ) as [Known, Known]
        expect([...likelyMatches(one, [other]), ...likelyMatches(other, [one])].length).toBeGreaterThan(0)
      }
    }),
  )
})
