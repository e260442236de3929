import type { AccountsThings, Account, Credential } from '../things/accounts'
import { staysInside, type SightsOf } from './kind-sight'

export const accountSight = {
  // Never leave the server.
  account: staysInside<Account>(),
  credential: staysInside<Credential>(),
} satisfies SightsOf<AccountsThings>
