import { localDay, localTime } from '../../app/domain/dates/local-time'
import { dailyNotice } from '../../app/domain/follow-up/notices'
import { isWorkingDay } from '../../app/domain/dates/working-days'
import { panels } from '../../db/schema/panel'
import { bankHolidaysAlone } from '../../app/domain/dates/working-days'

import type { Store } from '../../db/store'
import type { HomeReads } from '../reads/home-reads'
import type { Outbox } from './outbox'

/** Before people begin their day, and not at night, when a telephone may lie in the wrong hands. */
const notBefore = '07:30'

/** How long to wait after a look that failed: longer each time, so that a full disk is not made fuller by the log. */
const firstPause = 60_000
const longestPause = 30 * 60_000

/**
 * Once on each working day, whoever has something due or overdue is told that there is something, by one mail however
 * many panels they are on; a panel's own days off count for that panel alone (home-reads.ts). What was asked for today is not asked for again after a restart: the outbox knows its key.
 */
export const createReminder = ({
  store,
  home,
  outbox,
  clock,
}: {
  store: Store
  home: HomeReads
  outbox: Outbox
  clock: () => number
}) => {
  let doneOn = ''
  let running = false
  let pause = firstPause
  let nextTry = 0

  const remind = async (today: string) => {
    for (const panel of await store.read.select({ id: panels.id, sandbox: panels.sandbox }).from(panels)) {
      if (panel.sandbox) continue
      const accountIds = await home.accountsWithSomethingDue(panel.id)
      if (accountIds.length > 0)
        await outbox.ask(accountIds.map((accountId) => dailyNotice(accountId, panel.id, today)))
    }
    doneOn = today
    pause = firstPause
  }

  return {
    /** Asked for every second; throws once for each look that failed. */
    run: async (): Promise<void> => {
      const now = clock()
      const today = localDay(now)
      if (running || now < nextTry || doneOn === today) return
      if (localTime(now) < notBefore || !isWorkingDay(today, bankHolidaysAlone)) return
      running = true
      try {
        await remind(today)
      } catch (error) {
        nextTry = now + pause
        pause = Math.min(pause * 2, longestPause)
        throw error
      } finally {
        running = false
      }
    },
  }
}
