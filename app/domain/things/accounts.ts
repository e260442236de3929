import type { HomesOf } from './home'
import type { Instant } from '../dates/day'

export interface Account {
  id: string
  name: string
  /** Lower case. */
  email: string
  active: boolean
  demo: boolean
  secondFactor: boolean
  createdAt: Instant
}

/** What proves an account: never journaled, never sent anywhere. */
export interface Credential {
  id: string
  passwordHash: string | null
  totpSecret: string | null
  recoveryHashes: string[]
  setupHash: string | null
  setupUntil: Instant | null
}

export interface AccountsThings {
  account: Account
  credential: Credential
}

export const accountsHomes = {
  account: 'pages',
  credential: 'pages',
} as const satisfies HomesOf<AccountsThings>
