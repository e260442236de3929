import { dayInWords } from './day-in-words'
import { isDay } from './entry-fields'
import type { Day } from './things'

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
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, row) => Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)))
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) best = Math.min(best, at(row - 2, column - 2) + 1)
      ;(rows[row] as number[])[column] = best
    }
  }
  return at(a.length, b.length)
}

type Likeness = 'same' | 'spelling' | 'sound' | 'short'
const worth: Record<Likeness, number> = { same: 4, spelling: 3, sound: 3, short: 2 }

/** How two names are alike, or undefined. A slip may be one letter of four and more, or two of eight and more. */
export const likenessOf = (one: string, other: string): Likeness | undefined => {
  const [a, b] = [plainName(one), plainName(other)]
  if (a === '' || b === '') return undefined
  if (a === b) return 'same'
  const shorter = Math.min(a.length, b.length)
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  if (editDistance(a, b) <= allowed) return 'spelling'
  if (soundOf(a).length >= 2 && soundOf(a) === soundOf(b)) return 'sound'
  return shorter >= 3 && (a.startsWith(b) || b.startsWith(a)) ? 'short' : undefined
}

interface Name {
  given: string
  family: string
  /** As written; an alias may be one word. */
  whole: string
  alias: boolean
}

const namesOf = (person: Sought): Name[] => [
  { given: person.givenName, family: person.familyName, whole: `${person.givenName} ${person.familyName}`.trim(), alias: false },
  ...person.aliases.filter((alias) => alias.trim() !== '').map((alias) => {
    const words = alias.trim().split(/\s+/)
    return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '', whole: alias.trim(), alias: true }
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
  const said = (words: string) => (where ? `${where}: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words)
  if (plainName(a.whole) === plainName(b.whole) && plainName(a.whole) !== '') {
    return { weight: 8, why: [where ? `${where} the same: ${b.whole}` : `Same name: ${b.whole}`], whole: true, exact: true }
  }
  // A single word, such as a street name, must be met as a whole by a part of the other name.
  if (a.given === '' || b.given === '') {
    const [word, full] = a.given === '' ? [a, b] : [b, a]
    const like = [full.given, full.family].map((part) => likenessOf(word.whole, part)).find((one) => one === 'same' || one === 'spelling')
    return like ? { weight: worth[like], why: [said(`${word.whole} is like part of ${full.whole}`)], whole: false, exact: false } : undefined
  }
  const [given, family] = [likenessOf(a.given, b.given), likenessOf(a.family, b.family)]
  if (given && family) {
    return {
      weight: worth[given] + worth[family],
      why: [said(partWords[family]('Family name', a.family, b.family)), said(partWords[given]('Given name', a.given, b.given))],
      whole: true,
      exact: false,
    }
  }
  if (plainName(a.given) === plainName(b.family) && plainName(a.family) === plainName(b.given)) {
    return { weight: 6, why: [said(`Given and family name changed round: ${a.whole}, ${b.whole}`)], whole: true, exact: false }
  }
  const part = family ? partWords[family]('Family name', a.family, b.family) : given && given !== 'short' ? partWords[given]('Given name', a.given, b.given) : undefined
  return part ? { weight: worth[family ?? given ?? 'short'], why: [said(part)], whole: false, exact: false } : undefined
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
  const daysOf = (one: Sought) => [one.dateOfBirth, ...one.otherDatesOfBirth].filter((day): day is Day => day !== null)
  const [ours, theirs] = [daysOf(a), daysOf(b)]
  if (ours.length === 0 || theirs.length === 0) return { weight: 0, why: ['Date of birth not known for both'], verdict: 'unknown' }
  const pairs = ours.flatMap((one) => theirs.map((other) => [one, other] as const))
  const same = pairs.find(([one, other]) => one === other)
  if (same) return { weight: 6, why: [`Same date of birth: ${dayInWords(same[0])}`], verdict: 'same' }
  const turned = pairs.find(([one, other]) => swapped(one) === other)
  if (turned) return { weight: 5, why: [`Date of birth with day and month changed round: ${dayInWords(turned[0])}, ${dayInWords(turned[1])}`], verdict: 'swapped' }
  const near = pairs.find(([one, other]) => editDistance(one.replaceAll('-', ''), other.replaceAll('-', '')) === 1)
  if (near) return { weight: 3, why: [`Date of birth one figure apart: ${dayInWords(near[0])}, ${dayInWords(near[1])}`], verdict: 'near' }
  const [one, other] = pairs[0] as readonly [Day, Day]
  return { weight: -3, why: [`But date of birth differs: ${dayInWords(one)}, ${dayInWords(other)}`], verdict: 'different' }
}

/**
 * Someone is offered when both parts of a name are alike, unless the dates of birth speak against anything but the very
 * same name; and when only one part is alike, with the same date of birth, be it turned round: people marry and names
 * change.
 */
const matchOf = (sought: Sought, known: Known): LikelyMatch | undefined => {
  const names = namesOf(sought)
    .flatMap((a) => namesOf(known).flatMap((b) => nameMatch(a, b) ?? []))
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.weight - a.weight)
  const [name] = names
  if (!name) return undefined
  const birth = birthMatch(sought, known)
  const offered = name.whole
    ? birth.verdict !== 'different' || name.exact
    : birth.verdict === 'same' || birth.verdict === 'swapped'
  return offered ? { personId: known.id, weight: name.weight + birth.weight, why: [...name.why, ...birth.why] } : undefined
}

/** Who of these it may be, likeliest first. */
export const likelyMatches = (sought: Sought, known: readonly Known[]): LikelyMatch[] =>
  known
    .flatMap((person) => matchOf(sought, person) ?? [])
    .sort((a, b) => b.weight - a.weight || (a.personId < b.personId ? -1 : 1))
