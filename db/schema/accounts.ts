import type { TablesOf } from '../kit'
import type { AccountsThings } from '../../app/domain/things/accounts'
import { bool, instant, instantOrNull, json, key, table, text, textOrNull, uniqueIndex } from '../kit'

export const accounts = table(
  'accounts',
  {
    id: key(),
    name: text(),
    email: text(),
    active: bool(),
    demo: bool(),
    secondFactor: bool(),
    createdAt: instant(),
  },
  (t) => [uniqueIndex('accounts_email').on(t.email)],
)

export const credentials = table('credentials', {
  id: key().references(() => accounts.id),
  passwordHash: textOrNull(),
  totpSecret: textOrNull(),
  recoveryHashes: json<string[]>(),
  setupHash: textOrNull(),
  setupUntil: instantOrNull(),
})

export const accountTables = {
  account: accounts,
  credential: credentials,
} as const satisfies TablesOf<AccountsThings>
