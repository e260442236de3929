import { dayInWords } from '../dates/day-in-words'
import { addMonths } from '../dates/due-date'
import type { Day } from '../dates/day'

// A repeat is abuse between the same victim-survivor and perpetrator that is referred again within the panel's months
// (12 as a rule) of the last referral; any instance of abuse counts, not only a crime (SafeLives, definition of a repeat at MARAC). Serial is abuse
// against two or more victim-survivors, in one case or across cases (domain 3). Both come with their working, and both
// only from cases that the reader may see.

export interface ReferredCase {
  caseId: string
  caseRef: string
  referredOn: Day
  /** References of its victim-survivors; the same reference is the same woman. */
  victimRefs: readonly string[]
}

export interface Worked {
  yes: boolean
  working: string[]
}

const list = (words: readonly string[]) => words.join(', ')

/** `cases`: of one perpetrator; `caseId` the one asked about. */
export const repeatOf = (caseId: string, cases: readonly ReferredCase[], months: number): Worked => {
  const here = cases.find((one) => one.caseId === caseId)
  if (!here) return { yes: false, working: [] }
  const earlier = cases
    .filter((one) => one.caseId !== caseId && one.referredOn <= here.referredOn)
    .sort((a, b) => (a.referredOn < b.referredOn ? 1 : -1))
  if (earlier.length === 0)
    return { yes: false, working: ['No earlier referral of him is known to you here.'] }
  const working: string[] = []
  let yes = false
  for (const one of earlier) {
    const until = addMonths(one.referredOn, months)
    const within = here.referredOn <= until
    const same = one.victimRefs.filter((ref) => here.victimRefs.includes(ref))
    const repeat = within && same.length > 0
    yes = yes || repeat
    working.push(
      `${one.caseRef}, referred ${dayInWords(one.referredOn)}; ${months} months run to ${dayInWords(until)}: ${
        !within
          ? 'too long ago'
          : repeat
            ? `the same victim-survivor (${list(same)}), so a repeat`
            : 'no victim-survivor in common, so not a repeat'
      }.`,
    )
  }
  return { yes, working }
}

export const serialOf = (cases: readonly ReferredCase[]): Worked => {
  const where = new Map<string, string[]>()
  for (const one of cases)
    for (const ref of one.victimRefs) where.set(ref, [...(where.get(ref) ?? []), one.caseRef])
  return { yes: where.size >= 2, working: [...where].map(([ref, refs]) => `${ref} in ${list(refs)}`) }
}
