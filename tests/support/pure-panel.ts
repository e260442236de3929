import type { Refusal } from '../../app/domain/asking'
import { decide, parseCommand } from '../../app/domain/commands/commands'
import { decideInternally, type InternalCommand } from '../../app/domain/commands/internal'
import { localDay } from '../../app/domain/dates/local-time'
import { checkFolder } from '../../app/domain/importing/check-folder'
import { decideImport } from '../../app/domain/importing/decide-import'
import { evolve, type PanelRecord } from '../../app/domain/records/records'
import { isRefusal } from '../../app/domain/refusals'
import { viewFor, type VisibleThing } from '../../app/domain/sight/sees'
import { sightOf, type Surface } from '../../app/domain/sight/sight'
import { viewerOf, type Viewer } from '../../app/domain/sight/viewer'
import { ThingSet } from '../../app/domain/things/thing-set'
import { createClock, startOfMeeting } from './clock'
import { smallFolder } from './small-folder'
import { describeSmallPanel, sitting, type PersonName, type Sent, type SmallPanel } from './small-panel-facts'

// The small panel without a database: given what stands, when someone commands, then records or a refusal. What is
// decided takes effect at once, so that a test comes to where it begins by the commands that lead there. All is at hand:
// what a scope leaves out is for the integration tests to find.

export interface Carried {
  records: PanelRecord[]
  /** The ids of what came to be, by kind; of several of a kind, the last. */
  created: Record<string, string>
}

export const openPurePanel = () => {
  const things = new ThingSet()
  things.markAllKnown()
  const clock = createClock(startOfMeeting)
  let ids = 0
  const newId = () => `id-${String((ids += 1)).padStart(4, '0')}`
  const contextNow = () => ({ now: clock.now(), today: localDay(clock.now()), newId })

  const takeEffect = (records: PanelRecord[]): Carried => {
    const created: Record<string, string> = {}
    for (const record of records) {
      const changes = evolve(things, record)
      things.apply(changes)
      for (const { kind, id, before } of changes) if (before === undefined) created[kind] = id
    }
    return { records, created }
  }

  const { folder, findings } = checkFolder(smallFolder(), new ThingSet(), { today: '2026-12-01' })
  if (!folder) throw new Error(`The small panel has ${findings.length} findings.`)
  takeEffect(decideImport(things, folder, { ...contextNow(), demo: true }))
  const panel: SmallPanel = describeSmallPanel(things)

  const viewer = (who: PersonName): Viewer => {
    const panelId = who.startsWith('brook') ? panel.brookPanelId : panel.panelId
    const found = viewerOf(things, panel.people[who].accountId, panelId)
    if (!found) throw new Error(`${who} is no member of the panel now.`)
    return found
  }

  /** Decides and takes effect; what is refused changes nothing. */
  const command = (who: PersonName, sent: Sent): Carried | Refusal => {
    const parsed = parseCommand(sent)
    if (isRefusal(parsed)) return parsed
    const records = decide({ viewer: viewer(who), things, context: contextNow() }, parsed)
    return isRefusal(records) ? records : takeEffect(records)
  }

  const done = (who: PersonName, sent: Sent): Carried => {
    const outcome = command(who, sent)
    if (isRefusal(outcome)) throw new Error(`${who} may not ${sent.kind}: ${JSON.stringify(outcome)}`)
    return outcome
  }

  const refused = (who: PersonName, sent: Sent): Refusal => {
    const outcome = command(who, sent)
    if (!isRefusal(outcome)) throw new Error(`${who} was allowed to ${sent.kind}.`)
    return outcome
  }

  /** What the process commands itself after its own checks, on behalf of someone or of nobody. */
  const internally = (who: PersonName | null, sent: InternalCommand): Carried | Refusal => {
    const accountId = who === null ? null : panel.people[who].accountId
    const records = decideInternally(things, accountId, sent, contextNow())
    if (isRefusal(records)) return records
    if (!Array.isArray(records)) throw new Error(`${sent.kind} is decided in pieces.`)
    return takeEffect(records)
  }

  const offerLink = (
    who: PersonName,
    { name, agency, forReferralId = null }: { name: string; agency: string; forReferralId?: string | null },
  ): string => {
    const link = { source: 'other' as const, name, agency, email: 'outside@surgery.example', forReferralId }
    const outcome = internally(who, {
      kind: 'offerReferralLink',
      panelId: panel.panelId,
      link,
      tokenHash: newId(),
    })
    if (isRefusal(outcome)) throw new Error(`${who} may not offer a link.`)
    return outcome.created['referralLink'] ?? ''
  }

  return {
    ...panel,
    things,
    standing: () => things,
    offerLink,
    internally,
    clock,
    viewer,
    command,
    done,
    refused,
    sight: (who: PersonName, meetingId: string | null = panel.meetingId, surface: Surface = 'desk') =>
      sightOf(viewer(who), things, meetingId, surface),
    /** What someone is shown in a meeting; `null`: outside any meeting, as in a case file. */
    view: (
      who: PersonName,
      meetingId: string | null = panel.meetingId,
      surface: Surface = 'desk',
    ): VisibleThing[] => viewFor(sightOf(viewer(who), things, meetingId, surface)),
  }
}

export type PurePanel = ReturnType<typeof openPurePanel>

/** The first meeting in session, all who sit in it joined, the chair at A1. */
export const openPureMeeting = (...joined: PersonName[]): PurePanel => {
  const panel = openPurePanel()
  const { meetingId, items } = panel
  for (const who of joined.length > 0 ? joined : sitting)
    panel.done(who, { kind: 'acceptConfidentiality', meetingId })
  panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: '' })
  panel.done('chair', { kind: 'movePointer', meetingId, itemId: items.A1, step: 'introduce' })
  return panel
}
