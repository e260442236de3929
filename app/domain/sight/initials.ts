import type { Person } from '../things/people'

const firstLetter = (name: string) => (name.trim()[0] ?? '?').toUpperCase()

export const initialsOf = (person: Pick<Person, 'givenName' | 'familyName'>): string =>
  `${firstLetter(person.givenName)}.${firstLetter(person.familyName)}.`
