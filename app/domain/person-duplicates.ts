import { likelyMatches, soundOf, type Known } from './person-match'

export interface LikelyPair {
  oneId: string
  otherId: string
  weight: number
  why: string[]
}

/**
 * Pairs of entries that may be one man, likeliest first. Ten years of a panel are some thousand people: only those are
 * compared who share a date of birth, whichever way round, or the beginning of how one of their names sounds.
 */
export const duplicatesIn = (people: readonly Known[]): LikelyPair[] => {
  const groups = new Map<string, Known[]>()
  const keysOf = (person: Known) => {
    const words = [person.givenName, person.familyName, ...person.aliases].flatMap((name) => name.split(/\s+/)).filter(Boolean)
    const days = [person.dateOfBirth, ...person.otherDatesOfBirth].filter((day) => day !== null)
    return new Set([...words.map((word) => `sound ${soundOf(word).slice(0, 2)}`), ...days.map((day) => `born ${[...day.replaceAll('-', '')].sort().join('')}`)])
  }
  for (const person of people) for (const key of keysOf(person)) groups.set(key, [...(groups.get(key) ?? []), person])
  const pairs = new Map<string, LikelyPair>()
  for (const group of groups.values()) {
    for (const [index, one] of group.entries()) {
      for (const match of likelyMatches(one, group.slice(index + 1))) {
        const [oneId, otherId] = [one.id, match.personId].sort() as [string, string]
        pairs.set(`${oneId} ${otherId}`, { oneId, otherId, weight: match.weight, why: match.why })
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.weight - a.weight || (a.oneId < b.oneId ? -1 : 1))
}
