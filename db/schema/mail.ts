import { accounts } from './accounts'
import { index, instant, instantOrNull, int, key, table, text, textOrNull, uniqueIndex } from '../kit'
import { panels } from './panel'

export type MailState = 'waiting' | 'sent' | 'failed' | 'dropped'

/**
 * Mail that has been asked for, waiting or done with: the bookkeeping of delivery, not part of the record. It holds no
 * words, only which of the fixed sentences is to be sent to whom.
 */
export const mails = table(
  'mails',
  {
    id: key(),
    /** What "the same notice" is: it is never sent twice. */
    noticeKey: text(),
    panelId: text().references(() => panels.id),
    /** Who is told; null: someone without an account, at `address`. */
    accountId: textOrNull().references(() => accounts.id),
    address: textOrNull(),
    occasion: text(),
    day: textOrNull(),
    path: textOrNull(),
    /** A link that opens by itself, encrypted, and forgotten once it is sent. */
    sealedPath: textOrNull(),
    state: text<MailState>(),
    askedAt: instant(),
    /** Not tried before this. */
    nextAt: instant(),
    tries: int(),
    sentAt: instantOrNull(),
    /** The server's answer to the last try that failed: a code and its class, never what was sent. */
    fault: textOrNull(),
  },
  (t) => [
    uniqueIndex('mails_notice').on(t.noticeKey),
    index('mails_next').on(t.state, t.nextAt),
    index('mails_panel').on(t.panelId, t.askedAt),
  ],
)
