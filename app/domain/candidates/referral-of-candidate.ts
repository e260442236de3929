import { incidentKinds } from '../catalogues/candidates'
import type { CandidateMaterial } from './candidates'
import { longDate } from '../dates/long-date'
import { mostIncidents } from '../referral/referral-fields'

// A referral of someone whom the panel knows, filled in from what it holds of him, so that nobody is asked for it twice.
// From what this person may see, and from nothing else; whoever sends it reads it first.

/** The fields of a referral by their names in its form; undefined where this person may not see him. */
export const referralOf = (
  { people, incidents }: Pick<CandidateMaterial, 'people' | 'incidents'>,
  personId: string,
): Record<string, string> | undefined => {
  const person = people.find((one) => one.id === personId)
  if (!person) return undefined
  const his = incidents.filter((one) => one.personId === personId).sort((a, b) => (a.date < b.date ? 1 : -1))
  const filled: Record<string, string> = {
    givenName: person.givenName,
    familyName: person.familyName,
    aliases: person.aliases.join('\n'),
    dateOfBirth: person.dateOfBirth ?? '',
    otherDateOfBirth: person.otherDatesOfBirth[0] ?? '',
    gender: person.gender ?? '',
    firstLanguage: person.firstLanguage ?? '',
  }
  for (const [at, incident] of his.slice(0, mostIncidents).entries()) {
    filled[`incidents.${at}.date`] = incident.date
    filled[`incidents.${at}.what`] =
      `${incidentKinds[incident.incidentKind]} (on record as ${incident.incidentRef})`
    filled[`incidents.${at}.gravity`] = incident.gravity
    // What she reported goes to the part that only her advocates, chair and coordinator read.
    if (incident.source === 'victim_survivor') filled[`incidents.${at}.fromHer`] = 'yes'
  }
  const more = his.slice(mostIncidents).filter((incident) => incident.source !== 'victim_survivor')
  if (more.length > 0)
    filled.aboutHim = `The panel has ${more.length === 1 ? 'one more incident' : `${more.length} more incidents`} on record, the oldest of ${longDate(more.at(-1)?.date ?? '')}.`
  return Object.fromEntries(
    Object.entries(filled).flatMap(([name, value]) => (value === '' ? [] : [[`fields.${name}`, value]])),
  )
}
