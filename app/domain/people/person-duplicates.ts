import { likelyMatches, namesOf, type Known } from './person-match'

export interface LikelyPair {
  oneId: string
  otherId: string
  weight: number
  why: string[]
}

/**
 * Where two entries must meet to be compared: the same date of birth, whichever way round, or a name of which both parts
 * sound alike, whichever comes first. Ten years of a panel are some thousand people; comparing each with each would hold
 * everyone up for minutes. Whoever is referred anew is compared with all of them (accept-referral.ts).
 */
const meetingPlaces = (person: Known): Set<string> => {
  const days = [person.dateOfBirth, ...person.otherDatesOfBirth].filter((day) => day !== null)
  return new Set([
    ...namesOf(person).map((name) => `sound ${[name.given.sound, name.family.sound].sort().join(' ')}`),
    ...days.map((day) => `born ${day.slice(0, 4)} ${[day.slice(5, 7), day.slice(8)].sort().join(' ')}`),
  ])
}

/** Pairs of entries that may be one man, likeliest first. */
export const duplicatesIn = (people: readonly Known[]): LikelyPair[] => {
  const places = new Map<string, Known[]>()
  for (const person of people) {
    for (const place of meetingPlaces(person)) {
      const there = places.get(place)
      if (there) there.push(person)
      else places.set(place, [person])
    }
  }
  const pairs = new Map<string, LikelyPair>()
  for (const there of places.values()) {
    for (const [index, one] of there.entries()) {
      for (const match of likelyMatches(one, there.slice(index + 1))) {
        const [oneId, otherId] = [one.id, match.personId].sort() as [string, string]
        pairs.set(`${oneId} ${otherId}`, { oneId, otherId, weight: match.weight, why: match.why })
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.weight - a.weight || (a.oneId < b.oneId ? -1 : 1))
}
