import type { Things } from '../../app/domain/things/thing-set'

// The small panel: who sits on it and what it is about, as tests name them.

export const ashford = [
  'chair',
  'coChair',
  'coordinator',
  'presenter',
  'caseManager',
  'idva',
  'idvaTwo',
  'police',
  'housing',
  'socialCare',
  'probation',
  'observer',
  'evaluator',
  'administrator',
] as const
export const brook = ['brookChair', 'brookIdva', 'brookAdministrator'] as const
export type PersonName = (typeof ashford)[number] | (typeof brook)[number]
export const everyone: readonly PersonName[] = [...ashford, ...brook]
/** Ashford's members who sit in its meetings. */
export const sitting = ashford.filter((name) => name !== 'evaluator' && name !== 'administrator')

export interface Person {
  name: PersonName
  accountId: string
  memberId: string
  agencyId: string | null
}

const caseRefs = ['A1', 'A2', 'A3', 'A4', 'A5', 'B1'] as const
export type CaseRef = (typeof caseRefs)[number]
const personRefs = ['P1', 'P2', 'P3', 'P5', 'P7', 'P9'] as const
const victimRefs = ['V1', 'V2a', 'V2b', 'V2c', 'V4', 'V5', 'V9'] as const
const agencyKeys = {
  police: 'Police',
  probation: 'Probation',
  housing: 'Housing',
  socialCare: 'Social Care',
  advocates: 'Advocates',
  justiceCentre: 'Justice Centre',
  harbour: 'Harbour Change',
  brookPolice: 'Brook Police',
} as const

export interface SmallPanel {
  panelId: string
  brookPanelId: string
  /** The meeting of 2 December with A1 to A4 on its agenda. */
  meetingId: string
  /** The meeting of 16 December with A1 on its agenda. */
  nextMeetingId: string
  brookMeetingId: string
  people: Record<PersonName, Person>
  agencies: Record<keyof typeof agencyKeys, string>
  cases: Record<CaseRef, string>
  persons: Record<(typeof personRefs)[number], string>
  /** Items of the first meeting, and Brook's. */
  items: Record<'A1' | 'A2' | 'A3' | 'A4' | 'B1', string>
  nextItem: string
  victims: Record<(typeof victimRefs)[number], string>
}

export const addressOf = (name: PersonName) => {
  const local = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return name.startsWith('brook') ? `${local}@brook.example` : `${local}@ashford.example`
}

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The small panel lacks ${what}.`)
  return value
}

const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>

/** Finds them in what has been imported. */
export const describeSmallPanel = (things: Things): SmallPanel => {
  const panel = (name: string) =>
    must(
      things.all('panel').find((one) => one.name === name),
      name,
    ).id
  const meeting = (ref: string) =>
    must(
      things.all('meeting').find((one) => one.ref === ref),
      ref,
    ).id
  const cases = record(
    caseRefs,
    (ref) =>
      must(
        things.all('case').find((one) => one.ref === ref),
        ref,
      ).id,
  )
  const item = (meetingId: string, ref: CaseRef) =>
    must(
      things.all('item').find((one) => one.meetingId === meetingId && one.caseId === cases[ref]),
      ref,
    ).id
  const [meetingId, nextMeetingId, brookMeetingId] = [meeting('M1'), meeting('M2'), meeting('N1')]
  return {
    panelId: panel('Ashford Panel'),
    brookPanelId: panel('Brook Panel'),
    meetingId,
    nextMeetingId,
    brookMeetingId,
    people: record(everyone, (name) => {
      const account = must(
        things.all('account').find((one) => one.email === addressOf(name)),
        name,
      )
      const member = must(
        things.all('member').find((one) => one.accountId === account.id),
        name,
      )
      return { name, accountId: account.id, memberId: member.id, agencyId: member.agencyId }
    }),
    agencies: record(
      Object.keys(agencyKeys) as (keyof typeof agencyKeys)[],
      (key) =>
        must(
          things.all('agency').find((one) => one.name === agencyKeys[key]),
          key,
        ).id,
    ),
    cases,
    persons: record(
      personRefs,
      (ref) =>
        must(
          things.all('person').find((one) => one.ref === ref),
          ref,
        ).id,
    ),
    items: record(['A1', 'A2', 'A3', 'A4', 'B1'] as const, (ref) =>
      item(ref === 'B1' ? brookMeetingId : meetingId, ref),
    ),
    nextItem: item(nextMeetingId, 'A1'),
    victims: record(
      victimRefs,
      (ref) =>
        must(
          things.all('victim').find((one) => one.ref === ref),
          ref,
        ).id,
    ),
  }
}

/** What a person commands, as a form or a socket sends it. */
export type Sent = { kind: string } & Record<string, unknown>

/** The small panel as somewhere to act: behind its services (small-panel.ts), or in memory alone (pure-panel.ts). */
export interface ActingPanel extends SmallPanel {
  /** A command that must be carried out; the ids of what came to be, by kind. */
  done: (
    who: PersonName,
    sent: Sent,
  ) => { created: Record<string, string> } | Promise<{ created: Record<string, string> }>
  /** All that is on record. */
  standing: () => Things | Promise<Things>
  /** Gives an outside referrer a link; its id. */
  offerLink: (who: PersonName, link: { name: string; agency: string }) => string | Promise<string>
}
