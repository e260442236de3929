import { and, eq, inArray, ne, notExists } from 'drizzle-orm'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { referrals, referrerTellings } from '../schema/referral'
import { minutesVersions } from '../schema/minutes'
import { items } from '../schema/agenda'
import { cases } from '../schema/case'
import { attendances, meetings } from '../schema/meeting'
import { agencyReturns } from '../schema/returns'
import type { Query } from '../store'
import { loadFollowUp } from './load-follow-up'
import { loadInto } from './load'
import { loadOutcomesInto } from './load-referral'
import { withInterestsIn } from './load-sight'
import { unansweredHappenings } from './unanswered-happenings'

/** What happened between meetings and may not have been answered, with the cases, and where these stood on an agenda since. */
const loadUnansweredInto = async (set: ThingSet, tx: Query, panelId: string) => {
  const open = await loadInto(set, tx, 'happening', unansweredHappenings(tx, panelId))
  const caseIds = [...new Set(open.map((happening) => happening.caseId))]
  if (caseIds.length === 0) return
  await loadInto(set, tx, 'case', inArray(cases.id, caseIds))
  await loadInto(set, tx, 'item', inArray(items.caseId, caseIds))
}

/**
 * What may need someone on a panel: what is owed, returns for meetings to come, minutes, what happened
 * on a case, and referrals that wait to be screened or whose referrer waits to hear.
 * It grows with what is open, never with what is past. Undefined where there is no such panel.
 */
export const loadHome = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = await loadFollowUp(tx, panelId)
  if (!set) return undefined
  // A referral is done with once its referrer was told the last that there is to tell.
  const toldLast = tx
    .select({ id: referrerTellings.id })
    .from(referrerTellings)
    .where(
      and(
        eq(referrerTellings.referralId, referrals.id),
        inArray(referrerTellings.what, ['decision', 'signposted']),
      ),
    )
  const open = await loadInto(set, tx, 'referral', and(eq(referrals.panelId, panelId), notExists(toldLast)))
  if (open.length > 0)
    await loadInto(
      set,
      tx,
      'referrerTelling',
      inArray(
        referrerTellings.referralId,
        open.map((referral) => referral.id),
      ),
    )
  await loadOutcomesInto(set, tx, open)
  await loadUnansweredInto(set, tx, panelId)
  await loadInto(set, tx, 'minutesVersion', eq(minutesVersions.panelId, panelId))
  const coming = await loadInto(
    set,
    tx,
    'meeting',
    and(eq(meetings.panelId, panelId), ne(meetings.status, 'closed')),
  )
  const meetingIds = coming.map((meeting) => meeting.id)
  if (meetingIds.length > 0) {
    const listed = await loadInto(set, tx, 'item', inArray(items.meetingId, meetingIds))
    await loadInto(set, tx, 'agencyReturn', inArray(agencyReturns.meetingId, meetingIds))
    await loadInto(set, tx, 'attendance', inArray(attendances.meetingId, meetingIds))
    const caseIds = [...new Set(listed.map((item) => item.caseId))]
    if (caseIds.length > 0) await loadInto(set, tx, 'case', inArray(cases.id, caseIds))
  }
  const ofReferrals = open.flatMap((referral) => referral.caseId ?? [])
  await withInterestsIn(set, tx, [...new Set([...set.all('case').map((one) => one.id), ...ofReferrals])])
  return set
}
