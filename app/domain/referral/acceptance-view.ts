import { matchesOf } from './accept-referral'
import { dayInWords } from '../dates/day-in-words'
import { addMonths } from '../dates/due-date'
import { policyOf } from '../panel/policy'
import { serialOf, type ReferredCase } from './repeat-and-serial'
import { receivedOn } from './referrals'
import { seenOf } from '../sight/sees'
import { type Sight } from '../sight/sight'
import type { Referral } from '../things/referral'
import type { Day } from '../dates/day'

// What whoever screens a referral sees before choosing who he is: the likely matches with their reasons, the cases and
// victim-survivors of each that this person may see, and whether it may be a repeat.

export interface ShownMatch {
  personId: string
  name: string
  aliases: string[]
  dateOfBirth: Day | null
  why: string[]
  /** Whether he is serial by the cases shown, or what would make him so. */
  serial: string
  cases: {
    id: string
    caseRef: string
    referredOn: Day
    open: boolean
    recent: string
    victims: { ref: string; relationship: string | null; ageBand: string | null }[]
  }[]
}

export interface AcceptanceView {
  matches: ShownMatch[]
}

const serialWords = (cases: readonly ReferredCase[]): string => {
  const { yes, working } = serialOf(cases)
  if (yes) return `Serial already: ${working.join('; ')}.`
  return working.length === 0
    ? 'No victim-survivor stands in his cases yet.'
    : `Serial if she is another woman: ${working.join('; ')}.`
}

export const acceptanceView = (sight: Sight, referral: Referral): AcceptanceView => {
  const persons = new Map(seenOf(sight, 'person').map((person) => [person.id, person]))
  const cases = seenOf(sight, 'case')
  const victims = seenOf(sight, 'victim')
  const months = policyOf(sight.things, referral.panelId).repeatMonths
  const on = receivedOn(referral)
  const recently = (referredOn: Day) => {
    const until = addMonths(referredOn, months)
    return on <= until
      ? `Within ${months} months, which run to ${dayInWords(until)}: a repeat if she is the same woman.`
      : `More than ${months} months ago: no repeat.`
  }
  return {
    matches: matchesOf(sight, referral).flatMap((match) => {
      const person = persons.get(match.personId)
      if (!person) return []
      return [
        {
          personId: person.id,
          name: `${person.givenName} ${person.familyName}`.trim(),
          aliases: person.aliases,
          dateOfBirth: person.dateOfBirth,
          why: match.why,
          serial: serialWords(
            cases
              .filter((one) => one.personId === person.id)
              .map((one) => ({
                caseId: one.id,
                caseRef: one.caseRef,
                referredOn: one.referredOn,
                victimRefs: victims
                  .filter((victim) => victim.caseId === one.id)
                  .map((victim) => victim.victimRef),
              })),
          ),
          cases: cases
            .filter((one) => one.personId === person.id)
            .sort((a, b) => (a.referredOn < b.referredOn ? 1 : -1))
            .map((one) => ({
              id: one.id,
              caseRef: one.caseRef,
              referredOn: one.referredOn,
              open: one.closedOn === null && one.notAcceptedOn === null,
              recent: recently(one.referredOn),
              victims: victims
                .filter((victim) => victim.caseId === one.id)
                .map((victim) => ({
                  ref: victim.victimRef,
                  relationship: victim.relationship,
                  ageBand: victim.ageBand,
                })),
            })),
        },
      ]
    }),
  }
}
