import { panelTables } from './panel'
import { accountTables } from './accounts'
import { peopleTables } from './people'
import { candidateTables } from './candidates'
import { referralTables } from './referral'
import { caseTables } from './case'
import { meetingTables } from './meeting'
import { minutesTables } from './minutes'
import { agendaTables } from './agenda'
import { returnTables } from './returns'
import { entryTables } from './entries'
import type { InferSelectModel } from 'drizzle-orm'
import type { ThingByKind, ThingKind } from '../../app/domain/things/kinds'
import type { Table } from '../kit'

// The register of tables: one for each kind of thing, by subject. Column names follow the things' field names, and the
// compiler holds the two together. The tables of the record, of sign-in and of mail hold no things.

/** The table of each kind of thing. A kind without a table does not compile, and the error names it. */
export const tableOf = {
  ...panelTables,
  ...accountTables,
  ...peopleTables,
  ...candidateTables,
  ...referralTables,
  ...caseTables,
  ...meetingTables,
  ...minutesTables,
  ...agendaTables,
  ...returnTables,
  ...entryTables,
} as const satisfies { [K in ThingKind]: Table }

type Tables = typeof tableOf
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
/** Kinds whose columns are not exactly the fields of their thing. */
type Drifted = {
  [K in ThingKind]: Same<InferSelectModel<Tables[K]>, ThingByKind[K]> extends true ? never : K
}[ThingKind]
/** Compile-time only. Where this line does not compile, the kind it names has a column more or less than its thing has fields. */
export const everyColumnIsAField: [Drifted] extends [never] ? true : Drifted = true
