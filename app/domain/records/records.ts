import type { Change } from '../things/kinds'
import type { Things } from '../things/thing-set'
import { accountRecords } from './accounts'
import { agendaRecords } from './agenda'
import { candidateRecords } from './candidates'
import { caseRecords } from './case'
import { entryRecords } from './entries'
import { importRecords } from './importing'
import { meetingRecords } from './meeting'
import { minutesRecords } from './minutes'
import { panelRecords } from './panel'
import { peopleRecords } from './people'
import type { RecordRule, Sealed, ToldRule } from './record'
import { referralRecords } from './referral'
import { returnRecords } from './returns'

// The register of records. Each is declared in the file of its subject: its body, its version, and what it changes.

const recordRules = {
  ...panelRecords,
  ...accountRecords,
  ...peopleRecords,
  ...candidateRecords,
  ...referralRecords,
  ...caseRecords,
  ...meetingRecords,
  ...agendaRecords,
  ...returnRecords,
  ...minutesRecords,
  ...entryRecords,
  ...importRecords,
}

type BodyOf<Rule> = Rule extends RecordRule<infer Body> ? Body : never
export type RecordKind = keyof typeof recordRules
export type RecordBodies = { [K in RecordKind]: BodyOf<(typeof recordRules)[K]> }
export type RecordOf<K extends RecordKind> = { kind: K; body: RecordBodies[K]; sealed?: Sealed }
export type PanelRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind]

/** Kinds that somebody is mailed about. */
export type ToldKind = {
  [K in RecordKind]: (typeof recordRules)[K] extends ToldRule<never> ? K : never
}[RecordKind]
export const isTold = (record: PanelRecord): record is Extract<PanelRecord, { kind: ToldKind }> =>
  'told' in recordRules[record.kind]

export const recordKinds = Object.keys(recordRules) as RecordKind[]
export const recordVersion = (kind: RecordKind): number => recordRules[kind].version

export const recorded = <K extends RecordKind>(
  kind: K,
  body: RecordBodies[K],
  sealed?: Sealed,
): PanelRecord => ({ kind, body, ...(sealed ? { sealed } : {}) }) as PanelRecord

/** The one interpreter of records: a record, and the things as they stand, give the changed things. */
export const evolve = (things: Things, { kind, body, sealed }: PanelRecord): Change[] =>
  (recordRules[kind].changes as RecordRule<unknown>['changes'])(body, things, sealed)
