import { dayInWords } from '../dates/day-in-words'
import { isDay } from '../dates/day'
import type { Day } from '../dates/day'

// Search before create (domain 3, "Referral"). People are referred under aliases, misspelt and misheard, with a date of
// birth taken down the wrong way round. This finds who it may be and says why in words; only a person decides.

export interface Sought {
  givenName: string
  familyName: string
  aliases: readonly string[]
  dateOfBirth: Day | null
  otherDatesOfBirth: readonly Day[]
}
export interface Known extends Sought {
  id: string
}
export interface LikelyMatch {
  personId: string
  /** Likelier matches have more. Nothing but the order depends on it. */
  weight: number
  why: string[]
}

/** Lower case without accents, hyphens or apostrophes: O’Farrowby, O'Farrowby and o farrowby are one. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øö]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/[’'`.]/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

const soundings: readonly (readonly [RegExp, string])[] = [
  [/ /g, ''],
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/ph/g, 'f'],
  [/gh/g, 'g'],
  [/sch|sh|tch|ch/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/[zç]/g, 's'],
  [/v/g, 'f'],
  [/d/g, 't'],
  [/y/g, 'i'],
  // Not heard where no vowel follows.
  [/r(?![aeiou])/g, ''],
  [/[hw]/g, ''],
  [/^[aeiou]+/, 'a'],
]

/**
 * How a name sounds, roughly: letters that are heard alike are made one, vowels after the first letter go, doubled
 * letters count once. Steven and Stephen, Mohammed and Muhamad, Kesterfield and Cestafeeld each give one key.
 */
export const soundOf = (name: string): string => {
  const sounded = soundings.reduce((text, [from, to]) => text.replace(from, to), plainName(name))
  const [first = '', ...rest] = sounded
  return (first + rest.join('').replace(/[aeiou]/g, '')).replace(/(.)\1+/gu, '$1')
}

/** Letters to insert, leave out, replace or swap with their neighbour to get from one to the other. */
export const editDistance = (from: string, to: string): number => {
  const [a, b] = [[...from], [...to]]
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  )
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, at(row - 2, column - 2) + 1)
      ;(rows[row] as number[])[column] = best
    }
  }
  return at(a.length, b.length)
}

type Likeness = 'same' | 'spelling' | 'sound' | 'short'
const worth: Record<Likeness, number> = { same: 4, spelling: 3, sound: 3, short: 2 }

/** A name, or a part of one, with what comparing it takes: worked out once for each person, not for each pair. */
interface Part {
  written: string
  plain: string
  sound: string
}

const partOf = (written: string): Part => ({ written, plain: plainName(written), sound: soundOf(written) })

const partLikeness = (a: Part, b: Part): Likeness | undefined => {
  if (a.plain === '' || b.plain === '') return undefined
  if (a.plain === b.plain) return 'same'
  const shorter = Math.min(a.plain.length, b.plain.length)
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  if (Math.abs(a.plain.length - b.plain.length) <= allowed && editDistance(a.plain, b.plain) <= allowed)
    return 'spelling'
  if (a.sound.length >= 2 && a.sound === b.sound) return 'sound'
  return shorter >= 3 && (a.plain.startsWith(b.plain) || b.plain.startsWith(a.plain)) ? 'short' : undefined
}

/** How two names are alike, or undefined. A slip may be one letter of four and more, or two of eight and more. */
export const likenessOf = (one: string, other: string): Likeness | undefined =>
  partLikeness(partOf(one), partOf(other))

interface Name {
  given: Part
  family: Part
  /** As written; an alias may be one word. */
  whole: Part
  alias: boolean
}

/** A person's own name first, then the aliases; the last word of an alias is taken as its family name. */
export const namesOf = (person: Sought): Name[] => [
  {
    given: partOf(person.givenName),
    family: partOf(person.familyName),
    whole: partOf(`${person.givenName} ${person.familyName}`.trim()),
    alias: false,
  },
  ...person.aliases
    .filter((alias) => alias.trim() !== '')
    .map((alias) => {
      const words = alias.trim().split(/\s+/)
      return {
        given: partOf(words.slice(0, -1).join(' ')),
        family: partOf(words.at(-1) ?? ''),
        whole: partOf(alias.trim()),
        alias: true,
      }
    }),
]

const partWords: Record<Likeness, (part: string, a: string, b: string) => string> = {
  same: (part, a) => `${part} the same: ${a}`,
  spelling: (part, a, b) => `${part} spelt nearly the same: ${a}, ${b}`,
  sound: (part, a, b) => `${part} sounds the same: ${a}, ${b}`,
  short: (part, a, b) => `${part} shortened: ${a}, ${b}`,
}

interface NameMatch {
  weight: number
  why: string[]
  /** Both parts are alike; else only one is. */
  whole: boolean
  exact: boolean
}

const nameMatch = (a: Name, b: Name): NameMatch | undefined => {
  const where = a.alias && b.alias ? 'Alias' : a.alias || b.alias ? 'Name and alias' : undefined
  const said = (words: string) =>
    where ? `${where}: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words
  if (a.whole.plain === b.whole.plain && a.whole.plain !== '') {
    return {
      weight: 8,
      why: [where ? `${where} the same: ${b.whole.written}` : `Same name: ${b.whole.written}`],
      whole: true,
      exact: true,
    }
  }
  // A single word, such as a street name, must be met as a whole by a part of the other name.
  if (a.given.plain === '' || b.given.plain === '') {
    const [word, full] = a.given.plain === '' ? [a, b] : [b, a]
    const like = [full.given, full.family]
      .map((part) => partLikeness(word.whole, part))
      .find((one) => one === 'same' || one === 'spelling')
    return like
      ? {
          weight: worth[like],
          why: [said(`${word.whole.written} is like part of ${full.whole.written}`)],
          whole: false,
          exact: false,
        }
      : undefined
  }
  const [given, family] = [partLikeness(a.given, b.given), partLikeness(a.family, b.family)]
  if (given && family) {
    return {
      weight: worth[given] + worth[family],
      why: [
        said(partWords[family]('Family name', a.family.written, b.family.written)),
        said(partWords[given]('Given name', a.given.written, b.given.written)),
      ],
      whole: true,
      exact: false,
    }
  }
  if (a.given.plain === b.family.plain && a.family.plain === b.given.plain) {
    return {
      weight: 6,
      why: [said(`Given and family name changed round: ${a.whole.written}, ${b.whole.written}`)],
      whole: true,
      exact: false,
    }
  }
  const part = family
    ? partWords[family]('Family name', a.family.written, b.family.written)
    : given && given !== 'short'
      ? partWords[given]('Given name', a.given.written, b.given.written)
      : undefined
  return part
    ? { weight: worth[family ?? given ?? 'short'], why: [said(part)], whole: false, exact: false }
    : undefined
}

const swapped = (day: Day): Day | undefined => {
  const [year, month, date] = day.split('-')
  const turned = `${year}-${date}-${month}`
  return isDay(turned) && turned !== day ? turned : undefined
}

interface BirthMatch {
  weight: number
  why: string[]
  verdict: 'same' | 'swapped' | 'near' | 'unknown' | 'different'
}

const birthMatch = (a: Sought, b: Sought): BirthMatch => {
  const daysOf = (one: Sought) =>
    [one.dateOfBirth, ...one.otherDatesOfBirth].filter((day): day is Day => day !== null)
  const [ours, theirs] = [daysOf(a), daysOf(b)]
  if (ours.length === 0 || theirs.length === 0)
    return { weight: 0, why: ['Date of birth not known for both'], verdict: 'unknown' }
  const pairs = ours.flatMap((one) => theirs.map((other) => [one, other] as const))
  const same = pairs.find(([one, other]) => one === other)
  if (same) return { weight: 6, why: [`Same date of birth: ${dayInWords(same[0])}`], verdict: 'same' }
  const turned = pairs.find(([one, other]) => swapped(one) === other)
  if (turned)
    return {
      weight: 5,
      why: [
        `Date of birth with day and month changed round: ${dayInWords(turned[0])}, ${dayInWords(turned[1])}`,
      ],
      verdict: 'swapped',
    }
  const near = pairs.find(
    ([one, other]) => editDistance(one.replaceAll('-', ''), other.replaceAll('-', '')) === 1,
  )
  if (near)
    return {
      weight: 3,
      why: [`Date of birth one figure apart: ${dayInWords(near[0])}, ${dayInWords(near[1])}`],
      verdict: 'near',
    }
  const [one, other] = pairs[0] as readonly [Day, Day]
  return {
    weight: -3,
    why: [`But date of birth differs: ${dayInWords(one)}, ${dayInWords(other)}`],
    verdict: 'different',
  }
}

/**
 * Someone is offered when both parts of a name are alike, unless the dates of birth speak against anything but the very
 * same name; and when only one part is alike, with the same date of birth, be it turned round: people marry and names
 * change.
 */
const matchOf = (sought: Sought, itsNames: readonly Name[], known: Known): LikelyMatch | undefined => {
  const theirs = namesOf(known)
  const names = itsNames
    .flatMap((a) => theirs.flatMap((b) => nameMatch(a, b) ?? []))
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.weight - a.weight)
  const [name] = names
  if (!name) return undefined
  const birth = birthMatch(sought, known)
  const offered = name.whole
    ? birth.verdict !== 'different' || name.exact
    : birth.verdict === 'same' || birth.verdict === 'swapped'
  return offered
    ? { personId: known.id, weight: name.weight + birth.weight, why: [...name.why, ...birth.why] }
    : undefined
}

/** Who of these it may be, likeliest first. */
export const likelyMatches = (sought: Sought, known: readonly Known[]): LikelyMatch[] => {
  const names = namesOf(sought)
  return known
    .flatMap((person) => matchOf(sought, names, person) ?? [])
    .sort((a, b) => b.weight - a.weight || (a.personId < b.personId ? -1 : 1))
}
