import type { Things } from '../things/thing-set'
import type { Credential } from '../things/accounts'
import type { Change } from '../things/kinds'
import { put, change } from './changes'
import type { Instant } from '../dates/day'
import { quiet, type RecordRules } from './record'

const credential = (things: Things, accountId: string, fields: Partial<Credential>): Change =>
  put(things, 'credential', {
    ...(things.get('credential', accountId) ?? {
      id: accountId,
      passwordHash: null,
      totpSecret: null,
      recoveryHashes: [],
      setupHash: null,
      setupUntil: null,
    }),
    ...fields,
  })

export const accountRecords = {
  passwordSet: quiet(1, (body: { accountId: string }, things, sealed) => [
    credential(things, body.accountId, {
      passwordHash: sealed?.passwordHash ?? null,
      setupHash: null,
      setupUntil: null,
    }),
  ]),

  setUpOffered: quiet(1, (body: { accountId: string; until: Instant }, things, sealed) => [
    credential(things, body.accountId, {
      setupHash: sealed?.setupHash ?? null,
      setupUntil: body.until,
    }),
  ]),

  secondFactorSet: quiet(1, (body: { accountId: string }, things, sealed) => [
    credential(things, body.accountId, {
      totpSecret: sealed?.totpSecret ?? null,
      recoveryHashes: sealed?.recoveryHashes ?? [],
    }),
    change(things, 'account', body.accountId, { secondFactor: true }),
  ]),

  recoveryCodeSpent: quiet(1, (body: { accountId: string }, things, sealed) => [
    credential(things, body.accountId, { recoveryHashes: sealed?.recoveryHashes ?? [] }),
  ]),

  secondFactorRemoved: quiet(1, (body: { accountId: string }, things) => [
    credential(things, body.accountId, { totpSecret: null, recoveryHashes: [] }),
    change(things, 'account', body.accountId, { secondFactor: false }),
  ]),
} satisfies RecordRules
