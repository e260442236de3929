import { checkFolder } from '../../app/domain/importing/check-folder'
import { parseCommand } from '../../app/domain/commands/commands'
import { isRefusal, type Refusal } from '../../app/domain/refusals'
import { ThingSet } from '../../app/domain/things/thing-set'
import { loadEverything } from '../../db/things/load-everything'
import type { Done, Execute, Outcome } from '../../server/execute'
import type { Services, ServiceSettings } from '../../server/services'
import type { Session } from '../../server/accounts/sessions'
import { copyOf } from './image'
import { smallFolder } from './small-folder'
import { aReferralLink } from './referrals'
import {
  describeSmallPanel,
  sitting,
  type ActingPanel,
  type PersonName,
  type Sent,
  type SmallPanel,
} from './small-panel-facts'
import { openServices, type TestServices } from './test-services'

// Ways to act as one of the small panel. Everything in it came through `execute`, and everything a test does to it goes
// the same way.

export { addressOf, ashford, brook, everyone, sitting } from './small-panel-facts'
export type { ActingPanel, CaseRef, Person, PersonName, Sent, SmallPanel } from './small-panel-facts'

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
  const panel = describeSmallPanel(await loadEverything(services.store.read))
  await close()
  return panel
}

export const commandThrough =
  (execute: Execute, people: SmallPanel['people']) =>
  async (who: PersonName, sent: Sent, commandId?: string): Promise<Outcome> => {
    const command = parseCommand(sent)
    if (isRefusal(command)) return command
    return execute({ accountId: people[who].accountId }, command, commandId)
  }

export interface TestPanel extends ActingPanel, Omit<TestServices, 'services'> {
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
  const acting: TestPanel = {
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
      const session = await services.sessions.byToken(await tokenFor(who))
      if (!session) throw new Error(`There is no session for ${who}.`)
      sessions.set(who, session)
      return session
    },
    standing: () => loadEverything(services.store.read),
    offerLink: async (who, link) => (await aReferralLink(acting, who, link)).linkId,
  }
  return acting
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
