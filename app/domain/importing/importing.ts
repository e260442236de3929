import { recorded, type PanelRecord } from '../records/records'
import type { Things } from '../things/thing-set'
import { latestPolicy, policyValues } from '../panel/policy'
import { eachInPieces, type InPieces } from './pieces'
import type { PolicyValues } from '../catalogues/policy-settings'
import type { ThingByKind, ThingKind } from '../things/kinds'
import type { Policy } from '../things/panel'
import type { PersonMerge } from '../things/people'
import type { Day, Instant } from '../dates/day'

// An import under way: the things that stand, found by their natural keys, and the records of those that are added.

export interface ImportContext {
  now: Instant
  today: Day
  newId(): string
  /** The accounts belong to the demonstration. */
  demo: boolean
}

type NaturalKeys = { [K in ThingKind]?: (thing: ThingByKind[K]) => (string | null)[] }

const naturalKeys = {
  area: (area) => [area.name],
  panel: (panel) => [panel.name],
  agency: (agency) => [agency.panelId, agency.name],
  account: (account) => [account.email],
  member: (member) => [member.panelId, member.accountId],
  person: (person) => [person.areaId, person.ref],
  case: (one) => [one.panelId, one.ref],
  victim: (victim) => [victim.caseId, victim.ref],
  child: (child) => [child.caseId, child.ref],
  incident: (incident) => [incident.panelId, incident.ref],
  meeting: (meeting) => [meeting.panelId, meeting.ref],
  item: (item) => [item.meetingId, item.caseId],
  attendance: (attendance) => [attendance.meetingId, attendance.agencyId],
  agencyReturn: (agencyReturn) => [agencyReturn.itemId, agencyReturn.agencyId],
  conflict: (conflict) => [conflict.caseId, conflict.memberId],
} as const satisfies NaturalKeys

export type NamedKind = keyof typeof naturalKeys
const namedKinds = Object.keys(naturalKeys) as NamedKind[]

const keyOf = <K extends NamedKind>(kind: K, thing: ThingByKind[K]): string =>
  JSON.stringify([kind, ...(naturalKeys[kind] as (thing: ThingByKind[K]) => (string | null)[])(thing)])

export class Importing {
  readonly records: PanelRecord[] = []
  private readonly known = new Map<string, unknown>()
  private readonly merges: readonly PersonMerge[]
  private readonly policies = new Map<string, Policy>()

  private constructor(
    things: Things,
    readonly context: ImportContext,
  ) {
    for (const panel of things.all('panel')) {
      const policy = latestPolicy(things, panel.id)
      if (policy) this.policies.set(panel.id, policy)
    }
    this.merges = things.all('personMerge').filter((merge) => merge.undoneAt === null)
  }

  /** To begin with, everything that stands is known by its natural key. */
  static *over(things: Things, context: ImportContext): InPieces<Importing> {
    const importing = new Importing(things, context)
    const know = <K extends NamedKind>(kind: K) =>
      eachInPieces(things.all(kind), (thing) => importing.known.set(keyOf(kind, thing), thing))
    for (const kind of namedKinds) yield* know(kind)
    return importing
  }

  policyOf(panelId: string): PolicyValues {
    return policyValues(this.policies.get(panelId))
  }

  /** A panel's settings as the folder gives them: the next version of its policy, or its first. */
  adopt(panelId: string, values: Partial<PolicyValues>): void {
    const before = this.policies.get(panelId)
    const { newId, now } = this.context
    const policy: Policy = {
      id: newId(),
      panelId,
      version: (before?.version ?? 0) + 1,
      values: { ...before?.values, ...values },
      reason: 'As it came with the import.',
      adoptedAt: now,
      adoptedBy: '',
    }
    this.policies.set(panelId, policy)
    this.record('policy', policy)
  }

  /** Who a person is to a panel that has found him to be the same man as another. */
  personAsKept(panelId: string, personId: string): string {
    const merge = this.merges.find((one) => one.panelId === panelId && one.mergedId === personId)
    return merge ? this.personAsKept(panelId, merge.keptId) : personId
  }

  /** Ids of all that is there by now, of some kinds. */
  idsOf(kinds: readonly NamedKind[]): Set<string> {
    const ids = new Set<string>()
    for (const [key, thing] of this.known)
      if (kinds.some((kind) => key.startsWith(`["${kind}"`))) ids.add((thing as { id: string }).id)
    return ids
  }

  find<K extends NamedKind>(kind: K, ...key: string[]): ThingByKind[K] | undefined {
    return this.known.get(JSON.stringify([kind, ...key])) as ThingByKind[K] | undefined
  }

  /** A checked folder refers only to what is there, so its absence is a bug. */
  get<K extends NamedKind>(kind: K, ...key: string[]): ThingByKind[K] {
    const thing = this.find(kind, ...key)
    if (!thing)
      throw new Error(
        `The import needs a thing of kind ${kind} that neither the folder nor the database has.`,
      )
    return thing
  }

  /** Adds a thing, unless one of its natural key stands: that one is left as it is. */
  add<K extends NamedKind>(kind: K, thing: ThingByKind[K]): ThingByKind[K] {
    const key = keyOf(kind, thing)
    const standing = this.known.get(key) as ThingByKind[K] | undefined
    if (standing) return standing
    this.known.set(key, thing)
    this.record(kind, thing)
    return thing
  }

  record<K extends ThingKind>(kind: K, thing: ThingByKind[K]): void {
    this.records.push(recorded('imported', { thingKind: kind, thing } as never))
  }
}
