import type { InferSelectModel } from 'drizzle-orm'
import type { ThingByKind, ThingKind } from '../../app/domain/things'
import * as schema from '../schema'

/** The table of each kind of thing. A new kind without a table, or a column that differs from its field, fails here. */
export const tableOf = {
  area: schema.areas,
  panel: schema.panels,
  criteria: schema.criteriaSets,
  policy: schema.policies,
  incident: schema.incidents,
  scoringMatrix: schema.scoringMatrices,
  candidacy: schema.candidacies,
  happening: schema.happenings,
  agency: schema.agencies,
  account: schema.accounts,
  credential: schema.credentials,
  member: schema.members,
  person: schema.persons,
  case: schema.cases,
  victim: schema.victims,
  child: schema.children,
  safetyRecord: schema.safetyRecords,
  telling: schema.tellings,
  conflict: schema.conflicts,
  referral: schema.referrals,
  referralSafety: schema.referralSafeties,
  referralLink: schema.referralLinks,
  referrerTelling: schema.referrerTellings,
  personMerge: schema.personMerges,
  meeting: schema.meetings,
  minutesVersion: schema.minutesVersions,
  item: schema.items,
  attendance: schema.attendances,
  agencyReturn: schema.agencyReturns,
  meetingSeries: schema.meetingSeries,
  circulation: schema.circulations,
  researchReturn: schema.researchReturns,
  preparedEntry: schema.preparedEntries,
  share: schema.shares,
  lever: schema.levers,
  finding: schema.findings,
  decision: schema.decisions,
  position: schema.positions,
  intervention: schema.interventions,
  action: schema.actions,
  request: schema.requests,
  safetyCheck: schema.safetyChecks,
} as const satisfies Record<ThingKind, unknown>

type Tables = typeof tableOf
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
type EveryRowIsItsThing = { [K in ThingKind]: Same<InferSelectModel<Tables[K]>, ThingByKind[K]> }
/** Compile-time only: this line does not compile once a table and its thing have drifted apart. */
export const rowsAreThings: Record<ThingKind, true> extends EveryRowIsItsThing ? true : never = true
