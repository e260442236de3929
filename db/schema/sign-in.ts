import { accounts } from './accounts'
import { index, instant, instantOrNull, key, table, text, textOrNull } from '../kit'

// Sign-in and reading. Not records of the panel, but kept as facts all the same.

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the cookie's token: the table alone opens nothing. */
    id: key(),
    accountId: text().references(() => accounts.id),
    startedAt: instant(),
    seenAt: instant(),
    secondFactorAt: instantOrNull(),
    endedAt: instantOrNull(),
    userAgent: text(),
  },
  (t) => [index('sessions_account').on(t.accountId)],
)

export const signInLog = table(
  'sign_in_log',
  { id: key(), at: instant(), accountId: textOrNull(), what: text() },
  (t) => [index('sign_in_log_account').on(t.accountId, t.at)],
)

export const accessLog = table(
  'access_log',
  {
    /** One row for the same reader, case, place and day. */
    id: key(),
    at: instant(),
    accountId: text(),
    memberId: text(),
    panelId: text(),
    caseId: text(),
    place: text(),
    why: text(),
  },
  (t) => [index('access_log_case').on(t.caseId, t.at)],
)
