import { and, eq, inArray, like, or } from 'drizzle-orm'
import { ThingSet } from '../../app/domain/things/thing-set'
import { items } from '../schema/agenda'
import { cases } from '../schema/case'
import { meetings } from '../schema/meeting'
import { referralLinks, referrals } from '../schema/referral'
import { tableOf } from '../schema/tables'
import type { Query } from '../store'
import { loadInto } from './load'
import { loadCasesInto, loadPanelCasesInto } from './load-case'
import { loadPanelInto } from './load-panel'
import { loadComingMeetingsInto, withSightOf } from './load-sight'

/** The cases that came of these referrals, with the items and meetings at which they were decided. */
export const loadOutcomesInto = async (
  set: ThingSet,
  tx: Query,
  of: readonly { caseId: string | null }[],
) => {
  const caseIds = of.flatMap((referral) => referral.caseId ?? [])
  if (caseIds.length === 0) return
  const heard = await loadInto(set, tx, 'item', inArray(items.caseId, caseIds))
  const meetingIds = [...new Set(heard.map((item) => item.meetingId))]
  if (meetingIds.length > 0) await loadInto(set, tx, 'meeting', inArray(meetings.id, meetingIds))
}

/** One referral with its safety part, what its referrer was told and what became of it. Undefined where there is none. */
export const loadReferral = async (tx: Query, referralId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  const [referral] = await loadInto(set, tx, 'referral', eq(referrals.id, referralId))
  if (!referral) return undefined
  await loadPanelInto(set, tx, referral.panelId)
  await loadInto(set, tx, 'referralSafety', eq(tableOf.referralSafety.id, referralId))
  await loadInto(set, tx, 'referrerTelling', eq(tableOf.referrerTelling.referralId, referralId))
  await loadInto(
    set,
    tx,
    'referralLink',
    and(
      eq(referralLinks.panelId, referral.panelId),
      or(eq(referralLinks.referralId, referralId), eq(referralLinks.forReferralId, referralId)),
    ),
  )
  if (referral.caseId !== null) {
    await loadCasesInto(set, tx, [referral.caseId])
    await withSightOf(set, tx, referral.panelId, [referral.caseId])
  }
  await loadOutcomesInto(set, tx, [referral])
  await loadComingMeetingsInto(set, tx, referral.panelId)
  return set
}

/** The same, with every case of the panel: to find who it may be. */
export const loadReferralToScreen = async (tx: Query, referralId: string): Promise<ThingSet | undefined> => {
  const set = await loadReferral(tx, referralId)
  const panelId = set?.get('referral', referralId)?.panelId
  if (!set || !panelId) return undefined
  await loadPanelCasesInto(set, tx, panelId)
  // References of people are one series for the area; another panel's people are seen by nobody here (sees.ts).
  const areaId = set.get('panel', panelId)?.areaId ?? ''
  await loadInto(set, tx, 'person', and(eq(tableOf.person.areaId, areaId), like(tableOf.person.ref, 'P-%')))
  return set
}

/** A panel's referrals and links, and what is needed to say how far each has come. Undefined where there is no such panel. */
export const loadReferrals = async (tx: Query, panelId: string): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  await loadPanelInto(set, tx, panelId)
  if (!set.get('panel', panelId)) return undefined
  const all = await loadInto(set, tx, 'referral', eq(referrals.panelId, panelId))
  await loadInto(set, tx, 'referrerTelling', eq(tableOf.referrerTelling.panelId, panelId))
  await loadInto(set, tx, 'referralLink', eq(referralLinks.panelId, panelId))
  // Of the cases that came of them, what they are called and who is out of them: no page about all referrals reads a file.
  const caseIds = all.flatMap((referral) => referral.caseId ?? [])
  if (caseIds.length > 0) {
    await loadInto(set, tx, 'case', inArray(cases.id, caseIds))
    await withSightOf(set, tx, panelId, caseIds)
  }
  await loadOutcomesInto(set, tx, all)
  await loadComingMeetingsInto(set, tx, panelId)
  return set
}

/** One link, found by the hash of its token or by its id, with its panel and what it is for. */
export const loadReferralLink = async (
  tx: Query,
  by: { tokenHash: string } | { id: string },
): Promise<ThingSet | undefined> => {
  const set = new ThingSet()
  const [link] = await loadInto(
    set,
    tx,
    'referralLink',
    'id' in by ? eq(referralLinks.id, by.id) : eq(referralLinks.tokenHash, by.tokenHash),
  )
  if (!link) return undefined
  await loadPanelInto(set, tx, link.panelId)
  const referralId = link.referralId ?? link.forReferralId
  if (referralId === null) return set
  const about = await loadInto(set, tx, 'referral', eq(referrals.id, referralId))
  await loadInto(set, tx, 'referralSafety', eq(tableOf.referralSafety.id, referralId))
  await loadInto(set, tx, 'referrerTelling', eq(tableOf.referrerTelling.referralId, referralId))
  await loadOutcomesInto(set, tx, about)
  return set
}
