import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  editDistance,
  likelyMatches,
  likenessOf,
  plainName,
  soundOf,
  type Known,
  type Sought,
} from './person-match'

const someone = (givenName: string, familyName: string, rest: Partial<Known> = {}): Known => ({
  id: `${givenName} ${familyName}`,
  givenName,
  familyName,
  aliases: [],
  dateOfBirth: null,
  otherDatesOfBirth: [],
  ...rest,
})
const why = (sought: Sought, known: Known) => likelyMatches(sought, [known])[0]?.why.join('. ')

describe('names that sound alike give one key', () => {
  test.each([
    ['Steven', 'Stephen'],
    ['Mohammed', 'Muhamad'],
    ['Kesterfield', 'Kestafeelt'],
    ['Philip', 'Filip'],
    ['Knightley', 'Nightly'],
    ['Zack', 'Zak'],
    ['O’Farrowby', "O'Farrowbee"],
    ['Wright', 'Rigt'],
    ['Siân', 'Sian'],
  ])('%s and %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other))
  })

  test.each([
    ['Quenby', 'Rusholt'],
    ['Tamsyn', 'Varcoe'],
    ['Aldous', 'Barnaby'],
    ['Hall', 'Mall'],
  ])('%s and %s do not', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other))
  })
})

test('accents, case, apostrophes and hyphens make no difference', () => {
  expect(plainName('Zoë O’Farrow-By')).toBe(plainName("zoe O'Farrow by"))
})

test('a slip is one letter of four, two of eight, and none of a short name', () => {
  expect(likenessOf('Quenby', 'Quemby')).toBe('spelling')
  expect(likenessOf('Sandringley', 'Sandrimglay')).toBe('spelling')
  expect(likenessOf('Lee', 'Les')).toBeUndefined()
  expect(likenessOf('Quenby', 'Qeunby')).toBe('spelling')
  expect(likenessOf('Terrence', 'Terr')).toBe('short')
  expect(likenessOf('', 'Terr')).toBeUndefined()
})

describe('where the lengths begin at which a slip is still the same name, of names that do not sound alike', () => {
  test.each([
    ['Dean', 'Deal'],
    ['Thornley', 'Thormlet'],
    ['Standley', 'Stamdlet'],
  ])('%s and %s are alike', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other))
    expect(likenessOf(one, other)).toBe('spelling')
  })

  test.each([
    ['Dan', 'Dal'],
    ['Kim', 'Tim'],
    // The shorter of the two says: a letter left out is a slip of its own.
    ['Dan', 'Deal'],
    ['Hartley', 'Harklet'],
    ['Stanley', 'Stamlet'],
    ['Stanley', 'Stamleyt'],
  ])('%s and %s are not', (one, other) => {
    expect(likenessOf(one, other)).toBeUndefined()
  })
})

test('the distance is none only for the same text, is the same both ways, and keeps to the triangle', () => {
  const word = fc.string({ maxLength: 9, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})

describe('who is offered, and why', () => {
  const born = '1988-03-04'

  test('the same name, and the same day', () => {
    expect(
      why(
        someone('Aldous', 'Quenby', { dateOfBirth: born }),
        someone('aldous', 'QUENBY', { dateOfBirth: born }),
      ),
    ).toBe('Same name: aldous QUENBY. Same date of birth: 4 March 1988')
  })

  test('an alias that is the name of the other', () => {
    expect(why(someone('Al', 'Quenbee'), someone('Aldous', 'Quenby', { aliases: ['Al Quenbee'] }))).toContain(
      'Name and alias the same: Al Quenbee',
    )
  })

  test('both names misspelt or misheard', () => {
    expect(why(someone('Steven', 'Quemby'), someone('Stephen', 'Quenby'))).toBe(
      'Family name spelt nearly the same: Quemby, Quenby. Given name sounds the same: Steven, Stephen. Date of birth not known for both',
    )
  })

  test('day and month of birth changed round', () => {
    expect(
      why(
        someone('Aldous', 'Quenby', { dateOfBirth: '1988-04-03' }),
        someone('Aldous', 'Quenby', { dateOfBirth: born }),
      ),
    ).toContain('Date of birth with day and month changed round: 3 April 1988, 4 March 1988')
  })

  test('another date that he has used', () => {
    expect(
      why(
        someone('Aldous', 'Quenby', { dateOfBirth: '1990-01-01' }),
        someone('Aldous', 'Quenby', { dateOfBirth: born, otherDatesOfBirth: ['1990-01-01'] }),
      ),
    ).toContain('Same date of birth: 1 January 1990')
  })

  test('a new family name, with the given name and the day the same', () => {
    expect(
      why(
        someone('Aldous', 'Newname', { dateOfBirth: born }),
        someone('Aldous', 'Quenby', { dateOfBirth: born }),
      ),
    ).toContain('Given name the same: Aldous')
    expect(likelyMatches(someone('Aldous', 'Newname'), [someone('Aldous', 'Quenby')])).toEqual([])
  })

  test('names changed round', () => {
    expect(why(someone('Quenby', 'Aldous'), someone('Aldous', 'Quenby'))).toContain(
      'Given and family name changed round',
    )
  })

  test('a day that differs speaks against all but the very same name, and is said', () => {
    const other = { dateOfBirth: '1971-12-30' }
    expect(
      likelyMatches(someone('Aldous', 'Quemby', { dateOfBirth: born }), [someone('Aldous', 'Quenby', other)]),
    ).toEqual([])
    expect(
      why(someone('Aldous', 'Quenby', { dateOfBirth: born }), someone('Aldous', 'Quenby', other)),
    ).toContain('But date of birth differs')
  })

  test('a stranger is not offered, whatever day he was born', () => {
    expect(
      likelyMatches(someone('Barnaby', 'Rusholt', { dateOfBirth: born }), [
        someone('Aldous', 'Quenby', { dateOfBirth: born }),
      ]),
    ).toEqual([])
  })

  test('the likeliest comes first', () => {
    const sought = someone('Aldous', 'Quenby', { dateOfBirth: born })
    const found = likelyMatches(sought, [
      someone('Aldus', 'Quenby'),
      someone('Aldous', 'Quenby', { id: 'him', dateOfBirth: born }),
      someone('Aldous', 'Newname', { dateOfBirth: born }),
    ])
    expect(found.map((one) => one.personId)[0]).toBe('him')
    expect(found).toHaveLength(3)
  })
})

test('whoever is known finds himself under his own name, an alias, one slip, or with day and month changed round', () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{4,9}$/)
  const day = fc
    .tuple(
      fc.integer({ min: 1950, max: 2005 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(
      ([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
    )
  const turned = (text: string) => `${text.slice(0, 4)}-${text.slice(8)}-${text.slice(5, 7)}`
  const slip = (text: string, at: number) => text.slice(0, at) + text.slice(at + 1)
  fc.assert(
    fc.property(
      name,
      name,
      name,
      name,
      day,
      fc.integer({ min: 1, max: 4 }),
      (given, family, otherGiven, otherFamily, born, at) => {
        const known = someone(given, family, { dateOfBirth: born, aliases: [`${otherGiven} ${otherFamily}`] })
        for (const sought of [
          someone(given, family),
          someone(otherGiven, otherFamily),
          someone(slip(given, at), family, { dateOfBirth: born }),
          someone(given, slip(family, at), { dateOfBirth: turned(born) }),
        ]) {
          expect(likelyMatches(sought, [known]).map((one) => one.personId)).toEqual([known.id])
        }
      },
    ),
  )
})
