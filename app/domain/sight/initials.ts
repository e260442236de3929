import type { Person } from '../things/people'

// By characters, not by halves of one: a letter outside the first 65,536 is a letter.
const firstLetter = (name: string) => (Array.from(name.trim())[0] ?? '?').toUpperCase()

export const initialsOf = (person: Pick<Person, 'givenName' | 'familyName'>): string =>
  `${firstLetter(person.givenName)}.${firstLetter(person.familyName)}.`
