import { checkFolder } from '../../app/domain/importing/check-folder'
import { parseCommand } from '../../app/domain/commands/commands'
import { isRefusal, type Refusal } from '../../app/domain/refusals'
import { ThingSet, type Things } from '../../app/domain/things/thing-set'
import { loadEverything } from '../../db/things/load-everything'
import type { Done, Execute, Outcome } from '../../server/execute'
import type { Services, ServiceSettings } from '../../server/services'
import type { Session } from '../../server/accounts/sessions'
import { copyOf } from './image'
import { smallFolder } from './small-folder'
import { openServices, type TestServices } from './test-services'

// The small panel: who sits on it, what it is about, and ways to act as one of them. Everything in it came through
// `execute`, and everything a test does to it goes the same way.

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

const describe = (things: Things): SmallPanel => {
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

/** Imports the small panel into what `execute` writes to. */
export const importSmallPanel = async (execute: Execute) => {
  const { folder, findings } = checkFolder(smallFolder(), new ThingSet(), { today: '2026-12-01' })
  if (!folder)
    throw new Error(`The small panel has ${findings.length} findings: ${JSON.stringify(findings[0])}`)
  const outcome = await execute({ process: 'import' }, { kind: 'importPanels', folder, demo: true })
  if (!outcome.ok) throw new Error(outcome.message)
}

const makeImage = async (file: string): Promise<SmallPanel> => {
  const { services, close } = openServices(file)
  await importSmallPanel(services.execute)
  const panel = describe(await loadEverything(services.store.read))
  await close()
  return panel
}

/** What a person commands, as a form or a socket sends it. */
export type Sent = { kind: string } & Record<string, unknown>

export const commandThrough =
  (execute: Execute, people: SmallPanel['people']) =>
  async (who: PersonName, sent: Sent, commandId?: string): Promise<Outcome> => {
    const command = parseCommand(sent)
    if (isRefusal(command)) return command
    return execute({ accountId: people[who].accountId }, command, commandId)
  }

export interface TestPanel extends SmallPanel, Omit<TestServices, 'services'> {
  services: Services
  command: (who: PersonName, sent: Sent, commandId?: string) => Promise<Outcome>
  /** A command that must be carried out. */
  done: (who: PersonName, sent: Sent, commandId?: string) => Promise<Done>
  /** A command that must be refused. */
  refused: (who: PersonName, sent: Sent) => Promise<Refusal>
  tokenFor: (who: PersonName) => Promise<string>
  /** The same session each time. */
  sessionFor: (who: PersonName) => Promise<Session>
}

const around = (running: TestServices, panel: SmallPanel): TestPanel => {
  const { services } = running
  const sent = commandThrough(services.execute, panel.people)
  const sessions = new Map<PersonName, Session>()
  const tokenFor = (who: PersonName) => services.sessions.start(panel.people[who].accountId, 'a test', false)
  return {
    ...panel,
    ...running,
    command: sent,
    done: async (who, wanted, commandId) => {
      const outcome = await sent(who, wanted, commandId)
      if (!outcome.ok) throw new Error(`${who} may not ${wanted.kind}: ${JSON.stringify(outcome)}`)
      return outcome
    },
    refused: async (who, wanted) => {
      const outcome = await sent(who, wanted)
      if (outcome.ok) throw new Error(`${who} was allowed to ${wanted.kind}.`)
      return outcome
    },
    tokenFor,
    sessionFor: async (who) => {
      const known = sessions.get(who)
      if (known) return known
      const session = must(await services.sessions.byToken(await tokenFor(who)), `a session for ${who}`)
      sessions.set(who, session)
      return session
    },
  }
}

/** The small panel with both its meetings still to come. */
export const openSmallPanel = async (settings: Partial<ServiceSettings> = {}): Promise<TestPanel> => {
  const { file, facts } = await copyOf('small panel', makeImage)
  return around(openServices(file, settings), facts)
}

const makeMeetingImage = async (file: string): Promise<SmallPanel> => {
  const facts = await makeImage(file)
  const panel = around(openServices(file), facts)
  await joinMeeting(panel, ...sitting)
  await panel.done('chair', { kind: 'openMeeting', meetingId: panel.meetingId })
  await panel.done('chair', {
    kind: 'movePointer',
    meetingId: panel.meetingId,
    itemId: panel.items.A1,
    step: 'introduce',
  })
  await panel.close()
  return facts
}

/** Each accepts the confidentiality statement of the first meeting. */
export const joinMeeting = async (panel: TestPanel, ...who: PersonName[]) => {
  for (const name of who)
    await panel.done(name, { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
}

/** A file with the small meeting in it, not yet opened. */
export const copySmallMeeting = async () => {
  const { file, facts } = await copyOf('small meeting', makeMeetingImage)
  return { file, panel: facts }
}

/** The small panel with the first meeting in session, everyone who sits in it joined, the chair at A1. */
export const openSmallMeeting = async (settings: Partial<ServiceSettings> = {}): Promise<TestPanel> => {
  const { file, facts } = await copyOf('small meeting', makeMeetingImage)
  return around(openServices(file, settings), facts)
}

/** The same file, opened by another process. */
export const openElsewhere = async (
  panel: TestPanel,
  settings: Partial<ServiceSettings> = {},
): Promise<TestPanel> => around(openServices(panel.file, settings), panel)
